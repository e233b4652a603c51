"""Who has which role: staff give it by a link that works once, and take it away; the last beheerder stays."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import formulier, rol, uitnodiging
from bot.services.handeling import (
    AANSPREEKPUNT,
    BEGELEIDER,
    BEHEERDER,
    KERNGROEP,
    ORGANISATOR,
    ROLLEN,
    STRAATCONTACT,
    TREKKER,
    wie_handelt,
)
from bot.storage import accounts, kennismaking, outbox, werkgroepen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling

BAAS, LEIDER, ANDER, NIEMAND = "1", "2", "3", "4"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for wie in (BAAS, LEIDER, ANDER, NIEMAND):
        een_account(tx, wie)
    een_rol(tx, wijk, BEHEERDER, BAAS)
    een_rol(tx, wijk, ORGANISATOR, LEIDER)
    return wijk


def regels(tx: Connection, wijk: int, van: str) -> list[tuple[str, str]]:
    data = rol.overzicht(tx, handeling(wijk, van)).data
    return [(r["rol"], r["wie"].partition(":")[2]) for r in data["rollen"]]


def van(tx: Connection, wijk: int, wie: str, soort: str) -> str:
    """Return the public id of someone's role."""
    vraag = select(t.rol.c.publiek_id).where(t.rol.c.wijk == wijk, t.rol.c.extern_id == wie, t.rol.c.rol == soort)
    return str(tx.scalar(vraag))


ORGANISATOR_GEEFT = {STRAATCONTACT, TREKKER, KERNGROEP, AANSPREEKPUNT, BEGELEIDER}


@pytest.mark.parametrize(
    ("wie", "mag"), [(BAAS, set(ROLLEN)), (LEIDER, ORGANISATOR_GEEFT), (NIEMAND, set()), (ANDER, set())]
)
def test_who_may_give_which_role(tx: Connection, wijk: int, wie: str, mag: set[str]) -> None:
    een_rol(tx, wijk, BEGELEIDER, ANDER)
    zelf = wie_handelt(tx, handeling(wijk, wie))
    assert {soort for soort in ROLLEN if rol.mag_geven(zelf, soort)} == mag
    assert not rol.mag_geven(zelf, "verzonnen")


def test_staff_see_all_roles_and_others_only_their_own(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, STRAATCONTACT, ANDER, bereik="Merelweg")
    alle = [(BEHEERDER, BAAS), (ORGANISATOR, LEIDER), (STRAATCONTACT, ANDER)]
    assert regels(tx, wijk, BAAS) == regels(tx, wijk, LEIDER) == alle
    assert regels(tx, wijk, ANDER) == [(STRAATCONTACT, ANDER)]
    with pytest.raises(Geweigerd, match="rol_nodig"):
        rol.overzicht(tx, handeling(wijk, NIEMAND))


def test_a_role_says_its_street_or_the_name_of_its_werkgroep(tx: Connection, wijk: int) -> None:
    groep = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("techniek", groep)])
    een_rol(tx, wijk, TREKKER, ANDER, bereik=groep)
    een_rol(tx, wijk, STRAATCONTACT, ANDER, bereik="Merelweg")
    data = rol.overzicht(tx, handeling(wijk, ANDER)).data
    assert [(r["rol"], r["bereik"]) for r in data["rollen"]] == [(TREKKER, "techniek"), (STRAATCONTACT, "Merelweg")]


def test_a_role_of_the_settings_is_shown_and_has_no_button(tx: Connection, wijk: int) -> None:
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", ANDER)])
    regel = rol.overzicht(tx, handeling(wijk, BAAS)).data["rollen"][-1]
    assert (regel["rol"], regel["id"], regel["weg"]) == (BEGELEIDER, None, False)


def test_staff_see_the_name_that_who_was_invited_gave_and_of_nobody_else(tx: Connection, wijk: int) -> None:
    for wie, naam in ((ANDER, "Fatma"), (NIEMAND, "Gerda")):
        bewoner = een_bewoner(tx, wijk)
        tx.execute(t.account.update().where(t.account.c.extern_id == wie).values(bewoner=bewoner))
        kennismaking.zet(tx, wijk, bewoner, "naam", [naam])
    een_rol(tx, wijk, KERNGROEP, ANDER)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NIEMAND)])
    data = rol.overzicht(tx, handeling(wijk, BAAS)).data
    assert {r["rol"]: r["naam"] for r in data["rollen"]} == {
        BEHEERDER: None,
        ORGANISATOR: None,
        KERNGROEP: "Fatma",
        BEGELEIDER: None,
    }


def test_a_long_list_goes_by_pages(tx: Connection, wijk: int) -> None:
    for nummer in range(2 * rol.PER_BLADZIJ):
        een_rol(tx, wijk, STRAATCONTACT, f"s{nummer}", bereik="Merelweg")
    bladen = [rol.overzicht(tx, handeling(wijk, BAAS), blad).data for blad in range(4)]
    assert [len(blad["rollen"]) for blad in bladen] == [10, 10, 2, 0]
    assert [blad["meer"] for blad in bladen] == [True, True, False, False]


def test_who_loses_a_role_hears_it_and_gets_another_list_of_commands(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, BEGELEIDER, ANDER)
    publiek_id = van(tx, wijk, ANDER, BEGELEIDER)
    assert rol.toon(tx, handeling(wijk, LEIDER), publiek_id).soort == "rol.zeker"
    rol.neem_weg(tx, handeling(wijk, LEIDER), publiek_id)
    assert not wie_handelt(tx, handeling(wijk, ANDER)).rollen
    naar = select(t.account.c.extern_id, t.outbox.c.soort).join(t.account, t.account.c.id == t.outbox.c.account)
    assert tx.execute(naar).all() == [(ANDER, "rol.kwijt")]
    menu = select(t.account.c.extern_id).join(t.opdrachtmenu, t.opdrachtmenu.c.account == t.account.c.id)
    assert list(tx.scalars(menu)) == [ANDER]
    for doe in (rol.toon, rol.neem_weg):
        with pytest.raises(Geweigerd, match=r"rol\.onbekend"):
            doe(tx, handeling(wijk, LEIDER), publiek_id)


@pytest.mark.parametrize(("andere_rol", "gaat"), [(False, False), (True, True)])
def test_an_address_or_a_question_that_waits_for_the_morning_does_not_go_to_who_has_no_role_left(
    tx: Connection, wijk: int, andere_rol: bool, gaat: bool
) -> None:
    een_rol(tx, wijk, BEGELEIDER, ANDER)
    if andere_rol:
        een_rol(tx, wijk, STRAATCONTACT, ANDER, bereik="Merelweg")
    account = wie_handelt(tx, handeling(wijk, ANDER)).account
    for soort in ("hulpvraag.nieuw", "voorstel.een", "bijeenkomst.herinnering"):
        outbox.schrijf(tx, wijk, soort, [account], Boodschap(soort, {"adres": "Merelweg 1"}), baan=Baan.HERINNERING)
    rol.neem_weg(tx, handeling(wijk, LEIDER), van(tx, wijk, ANDER, BEGELEIDER))
    rijen = dict(tx.execute(select(t.outbox.c.soort, t.outbox.c.data).where(t.outbox.c.staat == "wachtend")).all())
    assert ("hulpvraag.nieuw" in rijen) is ("voorstel.een" in rijen) is gaat
    assert rijen["bijeenkomst.herinnering"]
    alle = dict(tx.execute(select(t.outbox.c.soort, t.outbox.c.data)).all())
    assert bool(alle["hulpvraag.nieuw"]) is gaat


@pytest.mark.parametrize("doe", [rol.toon, rol.neem_weg])
def test_an_organisator_cannot_take_the_role_of_a_beheerder(tx: Connection, wijk: int, doe: Any) -> None:
    with pytest.raises(Geweigerd, match="niet_aan_u"):
        doe(tx, handeling(wijk, LEIDER), van(tx, wijk, BAAS, BEHEERDER))


@pytest.mark.parametrize("soort", [BEGELEIDER, STRAATCONTACT, TREKKER, KERNGROEP])
def test_who_gives_no_roles_takes_none_and_learns_nothing(tx: Connection, wijk: int, soort: str) -> None:
    een_rol(tx, wijk, soort, ANDER)
    with pytest.raises(Geweigerd, match=r"rol\.onbekend"):
        rol.neem_weg(tx, handeling(wijk, ANDER), van(tx, wijk, LEIDER, ORGANISATOR))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        rol.neem_weg(tx, handeling(wijk, NIEMAND), van(tx, wijk, LEIDER, ORGANISATOR))


def test_anyone_can_lay_down_their_own_role(tx: Connection, wijk: int) -> None:
    for soort in (STRAATCONTACT, KERNGROEP):
        een_rol(tx, wijk, soort, ANDER)
    eerst = rol.neem_weg(tx, handeling(wijk, ANDER), van(tx, wijk, ANDER, STRAATCONTACT))
    assert (eerst.soort, len(eerst.data["rollen"])) == ("rol.overzicht", 1)
    assert rol.neem_weg(tx, handeling(wijk, ANDER), van(tx, wijk, ANDER, KERNGROEP)).soort == "menu"
    assert rol.neem_weg(tx, handeling(wijk, LEIDER), van(tx, wijk, LEIDER, ORGANISATOR)).soort == "menu"


def test_the_last_beheerder_stays(tx: Connection, wijk: int) -> None:
    for doe in (rol.toon, rol.neem_weg):
        with pytest.raises(Geweigerd, match="laatste_beheerder"):
            doe(tx, handeling(wijk, BAAS), van(tx, wijk, BAAS, BEHEERDER))
    een_rol(tx, wijk, BEHEERDER, ANDER)
    rol.neem_weg(tx, handeling(wijk, BAAS), van(tx, wijk, ANDER, BEHEERDER))
    with pytest.raises(Geweigerd, match="laatste_beheerder"):
        rol.neem_weg(tx, handeling(wijk, BAAS), van(tx, wijk, BAAS, BEHEERDER))


def test_of_two_beheerders_who_remove_each_other_the_second_comes_too_late(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, BEHEERDER, ANDER)
    baas, ander = van(tx, wijk, BAAS, BEHEERDER), van(tx, wijk, ANDER, BEHEERDER)
    rol.neem_weg(tx, handeling(wijk, BAAS), ander)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        rol.neem_weg(tx, handeling(wijk, ANDER), baas)


@pytest.mark.overal
def test_a_beheerder_of_the_settings_counts_as_one_who_stays(tx: Connection, wijk: int) -> None:
    accounts.zet_rollen(tx, wijk, [(BEHEERDER, "telegram", LEIDER)])
    rol.neem_weg(tx, handeling(wijk, BAAS), van(tx, wijk, BAAS, BEHEERDER))
    assert not wie_handelt(tx, handeling(wijk, BAAS)).rollen


def test_a_role_of_another_wijk_is_unknown_here(tx: Connection, wijk: int) -> None:
    ander = een_wijk(tx, "Elders")
    een_rol(tx, ander, BEHEERDER, BAAS)
    with pytest.raises(Geweigerd, match=r"rol\.onbekend"):
        rol.neem_weg(tx, handeling(ander, BAAS, now=NU), van(tx, wijk, LEIDER, ORGANISATOR))


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from("123"), st.booleans()), max_size=12))
def test_whatever_beheerders_do_to_each_other_one_remains(tx: Connection, daden: list[tuple[str, str, bool]]) -> None:
    """Each act: who, to whom, and whether they invite (and the other accepts) or take away."""
    begin = tx.begin_nested()
    wijk = een_wijk(tx)
    for wie in "123":
        een_account(tx, wie)
    een_rol(tx, wijk, BEHEERDER, "1")
    try:
        for wie, wiens, erbij in daden:
            _doe(tx, wijk, wie, wiens, erbij=erbij)
            houders = list(tx.scalars(select(t.rol.c.extern_id).where(t.rol.c.rol == BEHEERDER)))
            assert houders
            assert len(houders) == len(set(houders))
    finally:
        begin.rollback()


def _doe(tx: Connection, wijk: int, wie: str, wiens: str, *, erbij: bool) -> None:
    with suppress(Geweigerd), tx.begin_nested():
        zo = handeling(wijk, wie)
        if erbij:
            formulier.begin(tx, zo, uitnodiging.FORMULIER)
            link = formulier.kies(tx, zo, {"uitnodiging": uitnodiging.FORMULIER}, "rol", BEHEERDER)
            uitnodiging.neem_aan(tx, handeling(wijk, wiens), link.data["geheim"])
        else:
            rol.neem_weg(tx, zo, van(tx, wijk, wiens, BEHEERDER))
