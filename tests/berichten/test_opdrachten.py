"""Which command is in whose menu: every command of the table has its listener, and nobody sees what is not theirs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from berichten import Bericht, Boodschap, Toon, render, talen, vertaal
from berichten.bericht import SAMEN
from berichten.opdrachten import (
    BEWONER,
    GROEPSAANSPREEKPUNT,
    MEEST,
    OPDRACHTEN,
    PAST,
    meest_voor,
    menu_voor,
    opdrachten_voor,
)
from bot.services.handeling import BEGELEIDER, BEHEERDER, BUITENSTAANDERS, KERNGROEP, ORGANISATOR, ROLLEN, STRAATCONTACT
from handlers import luisteraars

BEWONERS = ["menu", "agenda", "mijncode", "peilingen", "werkgroepen", "stand", "ideeen", "mijlpalen", "traject"]
BEWONERS += [
    "wiedoetwat",
    "partners",
    "concepten",
    "warmtekaarten",
    "koppelkansen",
    "adviezen",
    "standpunten",
    "cijfers",
]
BEWONERS += [
    "intekening",
    "meldingen",
    "gegevens",
    "toestellen",
    "email",
    "mijnbijdrage",
    "vraag",
    "vragen",
    "komlangs",
    "taal",
    "wijk",
    "help",
]


def test_each_command_of_the_table_can_be_typed_and_tapped() -> None:
    namen = {opdracht.naam for opdracht in OPDRACHTEN}
    assert namen <= luisteraars("COMMANDS").keys()
    assert namen <= luisteraars("TAPS").keys()


def test_the_table_names_roles_that_exist() -> None:
    assert {rol for opdracht in OPDRACHTEN for rol in opdracht.voor} <= {
        *ROLLEN,
        *BUITENSTAANDERS,
        BEWONER,
        GROEPSAANSPREEKPUNT,
    }


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
        (False, (GROEPSAANSPREEKPUNT,), {"openvragen", "rol"}, {"correcties", "bijeenkomst"}),
        (False, (KERNGROEP,), {"agenda", "voorstellen"}, {"bijeenkomst", "export"}),
    ],
)
def test_who_finds_what(bewoner: bool, rollen: tuple[str, ...], wel: set[str], niet: set[str]) -> None:
    gevonden = set(opdrachten_voor(bewoner, rollen))
    assert wel <= gevonden
    assert not niet & gevonden


def test_a_resident_has_the_menu_of_everybody() -> None:
    assert opdrachten_voor(True, ()) == BEWONERS


def _menu(taal: str, *, bewoner: bool, rollen: Sequence[str] = ROLLEN, groep: str = "", soort: str = "menu") -> Bericht:
    toon = Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
    return render(Boodschap(soort, {"bewoner": bewoner, "rollen": list(rollen), "groep": groep}), toon)


def _namen(bericht: Bericht) -> list[str]:
    return [str(knop.data) for rij in bericht.knoppen for knop in rij]


@pytest.mark.parametrize("taal", talen())
def test_the_buttons_of_the_menu_and_its_groups_are_the_same_commands(taal: str) -> None:
    for bewoner, rollen in product((True, False), ((), *((rol,) for rol in ROLLEN), ROLLEN)):
        wie = bewoner, rollen
        menu = _menu(taal, bewoner=bewoner, rollen=rollen)
        namen = _namen(menu)
        groepen = [naam.removeprefix("menu:") for naam in namen if naam.startswith("menu:")]
        delen = [_namen(_menu(taal, bewoner=bewoner, rollen=rollen, groep=groep)) for groep in groepen]
        assert all(deel[-1] == "menu" and len(deel) > 2 for deel in delen), wie
        alle = [naam for naam in namen if ":" not in naam] + [naam for deel in delen for naam in deel[:-1]]
        assert sorted(["menu", *alle]) == sorted(opdrachten_voor(bewoner, rollen)), wie
        assert all(len(deel) <= PAST for deel in (namen, *delen)), wie
        assert all(len(rij) <= 2 for rij in menu.knoppen), wie
        assert all(sum(len(knop.tekst) for knop in rij) <= SAMEN for rij in menu.knoppen if len(rij) == 2), wie


def test_a_resident_opens_at_once_what_they_do_and_finds_the_rest_behind_five_buttons() -> None:
    hoofd = _namen(_menu("nl", bewoner=True, rollen=()))
    assert hoofd[-5:] == ["menu:meedoen", "menu:stappen", "menu:plan", "menu:hulp", "menu:zelf"]
    assert {"agenda", "peilingen", "stand", "help"} <= set(hoofd)


@pytest.mark.parametrize(("bewoner", "rollen"), [(True, ()), (False, (BEGELEIDER,)), (True, ROLLEN), (False, ())])
def test_help_names_what_one_can_do_and_nothing_else(bewoner: bool, rollen: Sequence[str]) -> None:
    """By itself, or behind the button of a group."""
    groepen = ["", *menu_voor(bewoner, rollen)[1]]
    eigen = set(opdrachten_voor(bewoner, rollen)) - {"menu", "help"}
    for taal in talen():
        t = vertaal(taal)
        delen = [_menu(taal, bewoner=bewoner, rollen=rollen, groep=g, soort="menu" if g else "help") for g in groepen]
        tekst = re.sub("[\u2068\u2069]", "", "".join(deel.tekst for deel in delen))
        genoemd = {o.naam for o in OPDRACHTEN if f"<b>{t.plat(f'knop.{o.naam}')}</b>" in tekst}
        assert genoemd == {o.naam for o in OPDRACHTEN if o.naam in eigen}, taal


@pytest.mark.parametrize("rollen", [(), (BEGELEIDER,), ROLLEN])
def test_help_fits_a_small_screen(rollen: Sequence[str]) -> None:
    """About 32 characters stand on a line of a phone of 360 by 640, and 20 lines with a row of buttons."""
    for taal in talen():
        tekst = re.sub("<[^>]+>", "", _menu(taal, bewoner=True, rollen=rollen, soort="help").tekst)
        assert sum(1 + len(regel) // 32 for regel in tekst.split("\n")) <= 20, taal


@pytest.mark.parametrize("rol", [BEWONER, *ROLLEN, *sorted(BUITENSTAANDERS), GROEPSAANSPREEKPUNT])
def test_help_says_who_one_is_and_has_a_button_for_what_one_comes_for_most(rol: str) -> None:
    bewoner, rollen = rol == BEWONER, [] if rol == BEWONER else [rol]
    meest = meest_voor(bewoner, rollen)
    assert 1 <= len(meest) <= 3
    assert meest == list(MEEST[rol]), "what is not in their menu helps nobody"
    for taal in talen():
        t, hulp = vertaal(taal), _menu(taal, bewoner=bewoner, rollen=rollen, soort="help")
        assert t.plat("menu.bewoner" if bewoner else f"rol.{rol}") in hulp.tekst
        assert _namen(hulp)[: len(meest)] == meest
        assert len(_namen(hulp)) <= PAST
        assert all(f"<b>{t.plat(f'knop.{naam}')}</b>" in hulp.tekst for naam in meest)


def test_what_is_not_there_such_as_mail_or_a_second_wijk_is_in_no_menu() -> None:
    toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
    menu = Boodschap("menu", {"bewoner": True, "rollen": [], "groep": "zelf"})

    def knoppen(hoe: Toon) -> list[str | None]:
        return [knop.data for rij in render(menu, hoe).knoppen for knop in rij]

    assert set(knoppen(toon)) - set(knoppen(replace(toon, kan=frozenset()))) == {"email", "wijk"}
    assert set(opdrachten_voor(True, ())) - set(opdrachten_voor(True, (), kan=())) == {"email", "wijk"}
