"""The usual werkgroepen are named in the language of who reads; `tests/wandeling.py` looks everywhere for others."""

import pytest

from berichten import talen, vertaal
from berichten.werkgroepnaam import GEWONE, met_werkgroepnaam, werkgroepnaam
from bot.config import Wijk


def test_the_usual_names_are_those_of_the_settings_as_they_come() -> None:
    assert tuple(vertaal("nl").plat(f"werkgroep.naam.{een}") for een in GEWONE) == Wijk("Vogelbuurt").werkgroepen


@pytest.mark.parametrize("taal", talen())
def test_a_usual_werkgroep_has_a_name_of_its_own_in_each_language_and_another_stays_as_written(taal: str) -> None:
    t, gewoon = vertaal(taal), Wijk("Vogelbuurt").werkgroepen
    namen = [werkgroepnaam(t, een) for een in gewoon]
    assert len(set(namen)) == len(gewoon)
    assert all(naam != "verduurzamen van woningen" for naam in namen) or taal == "nl"
    assert werkgroepnaam(t, "Techniek") == ("Techniek" if taal == "nl" else namen[0]), "capitals do not matter"
    assert werkgroepnaam(t, "Groen in de straat") == "Groen in de straat"
    assert met_werkgroepnaam(t, {"werkgroep": "klankbord", "naam": "klankbord"}) == {
        "werkgroep": namen[-1],
        "naam": "klankbord",
    }
