"""Where there are more wijken each message says of which it is, and each button too: both fit on whatever is said."""

from zoneinfo import ZoneInfo

import pytest

from berichten import Boodschap, Toon, render, vertaal
from berichten.bericht import merk_van, zonder_merk
from tests.berichten.lastig import LASTIG, lang
from tests.berichten.opmaak import lees, lengte
from tests.berichten.voorbeelden import VOORBEELDEN

MEEST = 9_999
"""More wijken no installation has."""


@pytest.mark.parametrize("herhaald", [False, True])
def test_whatever_is_said_fits_with_the_longest_name_above_it_and_the_longest_mark_on_its_buttons(
    herhaald: bool,
) -> None:
    naam, merk = lang(100), merk_van(MEEST)
    hier = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", f"{LASTIG}, 0318 12 34 56")
    toon = Toon(hier.t, hier.zone, hier.botlink, hier.contact, merk=merk, kop=naam)
    for soort, alle in VOORBEELDEN.items():
        for data in alle:
            bericht = render(Boodschap(soort, data | ({"herhaling": True} if herhaald else {})), toon)
            gelezen, fouten = lees(bericht.tekst)
            assert fouten == [], soort
            assert gelezen.startswith(naam[:20]), soort
            assert lengte(gelezen) <= 4096, soort
            van = [knop.data for rij in bericht.knoppen for knop in rij if knop.data is not None]
            assert all(len(een.encode()) <= 64 and zonder_merk(een) != een for een in van), soort
