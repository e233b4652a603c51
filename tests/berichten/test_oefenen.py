"""The mark on every message of a practice: it fits, it comes first, and the way out stands under it."""

from zoneinfo import ZoneInfo

import pytest

from berichten import Toon, talen, vertaal
from berichten.oefenen import MERK, als_oefening
from tests.berichten.opmaak import lees, lengte
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN


@pytest.mark.parametrize("taal", talen())
def test_whatever_is_said_in_a_practice_fits_with_its_mark_and_its_buttons(taal: str) -> None:
    toon = Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
    merk = lees(toon.t.tekst("oefenen.merk_als", naam="Anneke"))[0]
    for soort, alle in VOORBEELDEN.items():
        if taal != "nl" and not soort.startswith("oefenen."):
            continue  # the texts are as long in every language, and this takes long
        for data in alle:
            bericht = als_oefening(maak(taal, soort, data), toon, "Anneke")
            gelezen, fouten = lees(bericht.tekst)
            assert fouten == [], soort
            assert gelezen.startswith(merk), soort
            assert lengte(gelezen) <= 4096, soort
            data_van = [knop.data for rij in bericht.knoppen for knop in rij if knop.data is not None]
            assert all(een.startswith(MERK) and len(een.encode()) <= 64 for een in data_van), soort
            assert data_van[-1] == f"{MERK}oefenen:stop", soort
            assert sum(map(len, bericht.knoppen)) <= 100, soort
