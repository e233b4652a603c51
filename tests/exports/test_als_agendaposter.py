"""The agenda to hang up, read back from the PDF: one page whatever stands on it, and nothing of it left out."""

from typing import Any

import pypdfium2
import pytest

from bot.exports import maak

LASTIG = '"#let x = 1" *vet* $x$ <b> [a]'


def blad(hoeveel: int, tweede: str | None, titel: str = LASTIG, plaats: str = "Buurthuis") -> tuple[int, str]:
    namen = ("kop", "welkom", "vragen", "meer", "qr", "bel")
    talen = [taal for taal in ("nl", tweede) if taal]
    data: dict[str, Any] = {
        "taal": "nl",
        "tweede": tweede,
        "wijk": LASTIG,
        "link": "https://wijk.voorbeeld.nl/nl/agenda/",
        "woorden": {taal: {naam: f"{taal} {naam}" for naam in namen} for taal in talen},
        "bijeenkomsten": [
            {"titel": titel, "plaats": plaats, "vragen": n == 0, "wanneer": {t: f"{t} dag {n}" for t in talen}}
            for n in range(hoeveel)
        ],
    }
    document = pypdfium2.PdfDocument(maak("agendaposter", data))
    gelezen = "".join(pagina.get_textpage().get_text_range() for pagina in document)
    return len(document), " ".join(gelezen.replace("\u200b", "").replace("\ufffe", "").split())


@pytest.mark.parametrize("tweede", [None, "en", "ar"])
def test_all_meetings_stand_on_one_page_in_each_language_with_where_to_read_more(tweede: str | None) -> None:
    bladen, tekst = blad(6, tweede)
    assert bladen == 1
    for taal in (taal for taal in ("nl", tweede) if taal):
        for wat in (*(f"dag {n}" for n in range(6)), "welkom", "meer", "bel"):
            assert f"{taal} {wat}" in tekst
    assert (tekst.count(LASTIG), tekst.count("nl vragen")) == (7, 1)
    assert "wijk.voorbeeld.nl/nl/agenda" in tekst


def test_six_of_the_longest_titles_and_places_fit_on_it() -> None:
    bladen, tekst = blad(6, "en", "W" * 100, "warmte " * 28)
    assert (bladen, tekst.count("nl dag"), tekst.replace(" ", "").count("W" * 100)) == (1, 6, 6)
