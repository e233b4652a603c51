"""Which command is in whose menu: every command of the table has its listener, and nobody sees what is not theirs."""

from zoneinfo import ZoneInfo

import pytest

from berichten import Boodschap, Toon, render, talen, vertaal
from berichten.opdrachten import BEWONER, OPDRACHTEN, opdrachten_voor
from bot.services.handeling import BEGELEIDER, BEHEERDER, KERNGROEP, ORGANISATOR, ROLLEN, STRAATCONTACT
from handlers import luisteraars

BEWONERS = [
    "menu",
    "agenda",
    "mijncode",
    "peilingen",
    "stand",
    "werkgroepen",
    "meldingen",
    "gegevens",
    "komlangs",
    "taal",
]
BEWONERS += ["help"]


def test_each_command_of_the_table_can_be_typed_and_tapped() -> None:
    namen = {opdracht.naam for opdracht in OPDRACHTEN}
    assert namen <= luisteraars("COMMANDS").keys()
    assert namen <= luisteraars("TAPS").keys()


def test_the_table_names_roles_that_exist() -> None:
    assert {rol for opdracht in OPDRACHTEN for rol in opdracht.voor} <= {*ROLLEN, BEWONER}


@pytest.mark.parametrize(
    ("bewoner", "rollen", "wel", "niet"),
    [
        (False, (), {"menu", "taal", "help"}, {"agenda", "gegevens", "bijeenkomst"}),
        (True, (), set(BEWONERS), {"bijeenkomst", "peiling", "export", "verzending"}),
        (False, (BEGELEIDER,), {"agenda", "deur", "bijeenkomst", "peiling"}, {"gegevens", "export"}),
        (True, (BEGELEIDER,), {*BEWONERS, "bijeenkomst", "peiling"}, {"export"}),
        (False, (ORGANISATOR,), {"bijeenkomst", "export", "verzending"}, {"gegevens"}),
        (False, (BEHEERDER,), {"export", "verzending"}, {"bijeenkomst", "peiling"}),
        (False, (STRAATCONTACT,), {"agenda", "rol"}, {"bijeenkomst", "export"}),
        (False, (KERNGROEP,), {"agenda", "voorstellen"}, {"bijeenkomst", "export"}),
    ],
)
def test_who_finds_what(bewoner: bool, rollen: tuple[str, ...], wel: set[str], niet: set[str]) -> None:
    gevonden = set(opdrachten_voor(bewoner, rollen))
    assert wel <= gevonden
    assert not niet & gevonden


def test_a_resident_has_the_menu_of_everybody() -> None:
    assert opdrachten_voor(True, ()) == BEWONERS


@pytest.mark.parametrize("taal", talen())
def test_the_buttons_under_the_menu_are_the_same_commands_in_the_same_order(taal: str) -> None:
    toon = Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
    for bewoner in (True, False):
        bericht = render(Boodschap("menu", {"bewoner": bewoner, "rollen": list(ROLLEN)}), toon)
        namen = [knop.data for rij in bericht.knoppen for knop in rij]
        assert ["menu", *namen] == opdrachten_voor(bewoner, ROLLEN)
        assert all(len(rij) <= 2 for rij in bericht.knoppen)
        assert all(len(knop.tekst) <= 18 for rij in bericht.knoppen if len(rij) == 2 for knop in rij)
