"""What the address list says in Dutch, as who reads another language understands it."""

from zoneinfo import ZoneInfo

import pytest

from berichten import talen, vertaal
from berichten.bericht import Toon
from berichten.woning import SOORTEN, woning, woningen


@pytest.mark.parametrize("taal", talen())
def test_a_home_has_a_name_in_every_language_and_in_dutch_that_of_the_list(taal: str) -> None:
    toon = Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "")
    namen = ["koop", "huur", *SOORTEN]
    if taal == "nl":
        assert woningen(toon, namen) == namen
    else:
        gelijk = set(woningen(toon, namen)) & set(namen)
        assert gelijk <= {"appartement", "maisonnette"}, "no word of Dutch is left"
        assert woning(toon, "Rijwoning") == toon.t.plat("woning.rijwoning")
    assert woning(toon, "vakwerkhuis 1911") == "vakwerkhuis 1911"
