"""Ballot sheets: what someone with a pen reads, read back from the PDF itself."""

from typing import Any

import pypdfium2
import pytest

from bot.exports import maak

LASTIG = '"#let x = 1" *vet* _schuin_ $x$ \\n <b> [a] // Ångström'


def pdf(aantal: int = 2, **anders: Any) -> pypdfium2.PdfDocument:
    woorden: dict[str, Any] = {
        **{
            naam: naam
            for naam in ("wijk", "aan", "knip", "kop", "code", "schrijf", "voet", "verder", "blad", "letters")
        },
        "vraag": LASTIG,
        "regels": [],
        "zinnen": ["hoe"],
        "rijen": ["een", "twee"],
        "kolommen": [],
        "strook": ["strook"],
        "slot": ["slot"],
        **{naam: anders.pop(naam) for naam in ("regels", "rijen", "kolommen") if naam in anders},
    }
    vellen = [
        {"adres": f"Merelweg {n}", "postcode": "3511 AB", "taal": "nl", "code": f"AAAA-{n:04}"} for n in range(aantal)
    ]
    vast = {
        "taal": "nl",
        "titel": "t",
        "vak": "kruis",
        "lijnen": 0,
        "genummerd": True,
        "vellen": vellen,
        "woorden": {"nl": woorden},
    }
    return pypdfium2.PdfDocument(maak("stemvel", {**vast, **anders}))


def tekst(pagina: pypdfium2.PdfPage, vanaf: float = 0.0) -> str:
    """Return what stands on a page below a part of its height, each run of white space one space."""
    breed, hoog = pagina.get_size()
    gelezen = pagina.get_textpage().get_text_bounded(0, 0, breed, hoog * (1 - vanaf))
    return " ".join(gelezen.replace("\ufffe", "").replace("\u200b", "").split())


def test_each_seat_has_a_sheet_of_which_the_part_that_is_handed_in_has_the_code_and_no_address() -> None:
    for n, pagina in enumerate(pdf(3)):
        assert f"Merelweg {n} 3511 AB" in tekst(pagina)
        biljet = tekst(pagina, vanaf=0.33)
        assert "Merelweg" not in biljet
        assert "3511" not in biljet
        assert biljet.count(f"AAAA-{n:04}") == 2, "beside the question, and at the foot"
        assert LASTIG in biljet
        assert [biljet.index(wat) for wat in ("hoe", "een", "twee", "slot")] == sorted(
            biljet.index(wat) for wat in ("hoe", "een", "twee", "slot")
        )


@pytest.mark.parametrize("per", [15, 30])
def test_what_takes_more_than_a_page_begins_each_sheet_on_the_front_of_a_paper_with_its_code_on_each_page(
    per: int,
) -> None:
    document = pdf(2, rijen=[f"Stelling {n} " + "met een lange zin erbij " * 3 for n in range(per)])
    gelezen = [tekst(pagina) for pagina in document]
    voorop = [n for n, blad in enumerate(gelezen) if "Merelweg" in blad]
    assert voorop == [0, 2 * round(len(document) / 4)]
    for n, vanaf in enumerate(voorop):
        assert all(f"AAAA-{n:04}" in blad for blad in gelezen[vanaf : vanaf + 2])
    assert f"{per}." in " ".join(gelezen)
    assert [n for n, blad in enumerate(gelezen) if "verder" in blad] == voorop


def test_words_in_a_script_that_the_fonts_lack_are_told_to_be_missing() -> None:
    (een,) = pdf(1, rijen=["مرحبا", "wel"])
    assert "[…]" in tekst(een)
    assert "letters" in tekst(een)
    (ander,) = pdf(1)
    assert "letters" not in tekst(ander)
