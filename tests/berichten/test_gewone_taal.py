"""Plain words (taalniveau B1): short sentences, `u`, and the field's own terms in their one spelling."""

import re
from typing import Any

import pytest

from tests.berichten.lastig import LASTIG
from tests.berichten.opmaak import lees
from tests.berichten.test_catalogus import catalogus
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN

HOOGSTENS = 20
GEMIDDELD = 12
NEDERLANDS = [(sleutel, vorm) for sleutel, tekst in catalogus("nl").items() for vorm in tekst.vormen]


def zinnen(tekst: str) -> list[list[str]]:
    """Return the words of each sentence; a line ends one too."""
    delen = re.split(r"(?<=[.!?…])\s+|\n+", lees(tekst)[0])
    return [woorden for deel in delen if (woorden := re.findall(r"[\w'’:/-]*\w", deel))]


def test_sentences_are_told_apart() -> None:
    assert [len(zin) for zin in zinnen("Dit is er een. En <b>dit</b> nog een!\n• punt: om 19:30\n")] == [4, 4, 3]


def test_no_sentence_of_a_text_is_long() -> None:
    assert [(s, vorm) for s, vorm in NEDERLANDS if any(len(zin) > HOOGSTENS for zin in zinnen(vorm))] == []


@pytest.mark.parametrize("soort", VOORBEELDEN)
def test_a_message_as_people_read_it_has_short_sentences(soort: str) -> None:
    for data in VOORBEELDEN[soort]:
        tekst = maak("nl", soort, gewoon(data)).tekst
        lengtes = [len(zin) for zin in zinnen(tekst)]
        assert max(lengtes) <= HOOGSTENS, tekst
        assert sum(lengtes) <= GEMIDDELD * len(lengtes), tekst


def gewoon(waarde: Any) -> Any:
    """Return sample data in which what people typed is as plain as most of it will be."""
    if isinstance(waarde, dict):
        return {naam: gewoon(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [gewoon(deel) for deel in waarde]
    return "Buurthuis De Nestkast" if isinstance(waarde, str) and waarde.startswith(LASTIG[:9]) else waarde


def test_people_are_addressed_with_u_and_terms_keep_their_spelling() -> None:
    # it is gemeenteraad, or wijk- or dorpsraad
    mis = {"je", "jij", "jou", "jouw", "jullie", "raad", "gemeenteraadsleden"} | KANTOORWOORDEN
    woorden = [(sleutel, set(re.findall(r"\w+", lees(vorm)[0].lower()))) for sleutel, vorm in NEDERLANDS]
    assert [(sleutel, gevonden & mis) for sleutel, gevonden in woorden if gevonden & mis] == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_signing_up_is_never_called_being_there(taal: str) -> None:
    over_aanmelden = re.compile(r"bijeenkomst\.(antwoord|gemeld|aanmeld)|gegevens\.aangemeld")
    for sleutel, tekst in catalogus(taal).items():
        if over_aanmelden.match(sleutel):
            assert not re.search(r"aanwezig|attend|\bwas\b|\bwaren\b|\bwere\b", " ".join(tekst.vormen)), sleutel


KANTOORWOORDEN = {
    *("middels", "teneinde", "betreffende", "inzake", "omtrent", "derhalve", "tevens", "desgewenst", "alvorens"),
    *("conform", "dient", "dienen", "geschiedt", "indien", "ingevolge", "jegens", "mits", "nadere", "reeds"),
    *("stakeholder", "stakeholders", "draagvlak", "participatie", "participeren", "faciliteren", "implementeren"),
    *("warmtetransitie", "transitievisie", "respondent", "respondenten", "quorum", "authenticatie", "validatie"),
}
"""Words of an office, which a neighbour would not say."""
