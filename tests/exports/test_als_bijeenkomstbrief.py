"""Invitations per household, read back from the PDF: a page each whatever stands on it, and a code for each adult."""

from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from berichten import Toon, vertaal
from berichten.tekenlijst import op_brief
from bot.exports import maak
from tests.qr import lees_qr

LASTIG = '"#let x = 1" *vet* $x$ <b> [a]'
ID = "AbCdEfGhIjKlMnOpQrStUv"


def bladen(
    *aantallen: int, taal: str | None = None, titel: str = LASTIG, plaats: str = "Buurthuis"
) -> pypdfium2.PdfDocument:
    toon = Toon(vertaal("en"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", contact="Noor, 0343 123 456")
    adres = {"adres": f"{LASTIG} 12", "postcode": "3511 AB  Utrecht"}
    brieven = [{**adres, "taal": taal, "codes": [f"C{n:03}" for n in range(aantal)]} for aantal in aantallen]
    avond = {"id": ID, "titel": titel, "plaats": plaats, "begin": "2027-03-28T18:00:00+00:00", "vragen": True}
    data = op_brief(toon, {**avond, "wijk": LASTIG, "brieven": brieven})
    return pypdfium2.PdfDocument(maak("bijeenkomstbrief", data))


def tekst(pagina: pypdfium2.PdfPage) -> str:
    return " ".join(pagina.get_textpage().get_text_range().replace("\u200b", "").replace("\ufffe", "").split())


@pytest.mark.parametrize("taal", [None, "pl", "ar"])
def test_a_page_per_household_has_its_codes_and_the_back_is_in_its_language(taal: str | None) -> None:
    document = bladen(2, 12, 99, taal=taal)
    assert len(document) == (3 if taal is None else 6)
    voor = [tekst(document[n]) for n in (range(3) if taal is None else range(0, 6, 2))]
    for aantal, gelezen in zip((2, 12, 99), voor, strict=True):
        assert all(f"C{n:03}" in gelezen for n in range(aantal))
        assert "zondag 28 maart 2027" in gelezen
    if taal is not None:
        achter = tekst(document[1])
        assert "C000" not in achter
        assert taal == "ar" or vertaal(taal).plat("bijeenkomstbrief.druk.welkom") in achter
    (qr,) = lees_qr(document[0].render(scale=3).to_pil())
    assert qr.text == f"https://t.me/GehoordBot?start=b-{ID}"


def test_the_longest_title_and_place_of_a_big_home_fit_on_one_page() -> None:
    document = bladen(99, titel="W" * 100, plaats="warmte " * 28)
    assert len(document) == 1
    assert "C098" in tekst(document[0])
