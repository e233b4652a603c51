"""Who has a message read aloud misses nothing: buttons have words, and what a picture shows stands in the text too."""

import re
from typing import Any

import pytest

from berichten import talen
from berichten.bericht import Bijlage
from tests.berichten.opmaak import lees
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN

GETEKEND = {"beeld", "grafiek"}
CODES = {
    "deur": "to be scanned: the digits, or that it is off, stand with it",
    "qr": "likewise: the text says what it is",
}
VAN_MENSEN = {"file_id": "a photo that somebody sent, with what it is about"}


def bijlagen(taal: str) -> list[tuple[str, str, Bijlage]]:
    """Return each picture and file with its kind of message and the text with it."""
    gevonden = []
    for soort, data in ((soort, een) for soort, alle in VOORBEELDEN.items() for een in alle):
        bericht = maak(taal, soort, data)
        gevonden += [(soort, lees(bericht.tekst)[0], b) for b in (bericht.media, *bericht.bijlagen) if b]
    return gevonden


def getallen(data: dict[str, Any]) -> set[str]:
    """Return the numbers that people read in a picture of ours: of each bar the first, for how much of what follows."""
    teksten = [balk["waarde"] for balk in data.get("balken", ())] + [staaf["tekst"] for staaf in data.get("staven", ())]
    return {gevonden[0] for tekst in teksten if (gevonden := re.search(r"\d[\d.,]*", tekst))}


@pytest.mark.parametrize("taal", talen())
def test_each_button_has_words_and_not_only_a_sign(taal: str) -> None:
    kaal = {
        (soort, knop.tekst)
        for soort, alle in VOORBEELDEN.items()
        for data in alle
        for rij in maak(taal, soort, data).knoppen
        for knop in rij
        if not any(teken.isalnum() for teken in knop.tekst)
    }
    assert kaal == set()


@pytest.mark.parametrize("taal", talen())
def test_what_a_picture_shows_is_said_in_the_text_with_it(taal: str) -> None:
    gezien, gelezen = set(), set()
    for soort, tekst, beeld in bijlagen(taal):
        if beeld.vorm != "foto":
            continue
        gezien.add(beeld.soort)
        assert sum(teken.isalpha() for teken in tekst) > 10, f"{soort}: a picture without words"
        if beeld.soort in GETEKEND:
            gelezen |= getallen(beeld.data)
            ontbreekt = {getal for getal in getallen(beeld.data) if getal.rstrip(".,") not in tekst}
            assert not ontbreekt, f"{soort}: only the picture says {ontbreekt}"
    assert len(gelezen) > 10, "no numbers were found in the pictures"
    assert gezien == {*GETEKEND, *CODES, *VAN_MENSEN}, "a new kind of picture: who cannot see it, reads what?"
