"""The door list at the level of the service: who is ticked once, who may untick, and what the counts make of it."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from berichten import Toon, render, vertaal
from bot.errors import Geweigerd
from bot.rules.adressen import Adres
from bot.rules.deurcode import DEUR_DICHT, DEUR_OPEN
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Telling
from bot.services import afvinken, bewijs, deurlijst
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, deuren, huishoudens
from bot.storage import tables as t
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.huishoudens import Huishouden
from tests import builders
from tests.builders import NU, een_telling, handeling

NOOR, IBRAHIM, ANNA = "9001", "9002", "1"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
    for wie in (NOOR, IBRAHIM):
        builders.een_account(tx, wie)
    return wijk


@pytest.fixture
def avond(tx: Connection, wijk: int) -> Bijeenkomst:
    return builders.een_bijeenkomst(tx, wijk)


def huis(tx: Connection, wijk: int, volwassenen: int | None = 2, **velden: Any) -> Huishouden:
    gemaakt = builders.een_huishouden(tx, wijk, volwassenen=volwassenen, **velden)
    publiek_id = tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == gemaakt.id))
    gevonden = huishoudens.zoek(tx, wijk, publiek_id or "")
    assert gevonden is not None
    return gevonden


def vink(tx: Connection, avond: Bijeenkomst, h: Huishouden, stoel: int, wie: str = NOOR, **nu: Any) -> dict[str, Any]:
    wijk = _wijk(tx, avond)
    return afvinken.vink_aan(tx, handeling(wijk, wie, **nu), avond.publiek_id, h.publiek_id, stoel).data


def vink_uit(tx: Connection, avond: Bijeenkomst, h: Huishouden, stoel: int, wie: str = NOOR) -> dict[str, Any]:
    wijk = _wijk(tx, avond)
    return afvinken.vink_uit(tx, handeling(wijk, wie), avond.publiek_id, h.publiek_id, stoel).data


def _wijk(tx: Connection, avond: Bijeenkomst) -> int:
    return int(tx.execute(select(t.bijeenkomst.c.wijk).where(t.bijeenkomst.c.id == avond.id)).scalar_one())


def informatie(tx: Connection, wijk: int) -> Telling:
    return een_telling(tx, wijk, Spelregels(), "informatie")


def rijen(tx: Connection) -> int:
    return tx.scalar(select(func.count()).select_from(t.bewijs)) or 0


def hoe(scherm: dict[str, Any]) -> list[str]:
    return [persoon["hoe"] for persoon in scherm["mensen"]]


def test_a_tick_is_evidence_at_once_and_two_begeleiders_tick_a_person_once(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    assert hoe(vink(tx, avond, h, 2)) == ["niet", "eigen"]
    assert hoe(vink(tx, avond, h, 2)) == ["niet", "eigen"]
    assert hoe(vink(tx, avond, h, 2, IBRAHIM)) == ["niet", "ander"]
    assert rijen(tx) == 1
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)


def test_who_has_no_phone_gets_a_seat_with_the_first_tick_and_keeps_it(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    vink(tx, avond, h, 2)
    vink(tx, builders.een_bijeenkomst(tx, wijk), h, 2)
    assert [(p.stoel, p.met_account) for p in huishoudens.personen(tx, h.id)] == [(2, False)]
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)


def test_a_tick_that_was_taken_back_counts_no_more_and_leaves_its_trace(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    vink(tx, avond, h, 1)
    assert hoe(vink_uit(tx, avond, h, 1)) == ["niet", "niet"]
    vink_uit(tx, avond, h, 1)
    assert rijen(tx) == 2
    assert informatie(tx, wijk) == Telling(0, 0, 2, 2)
    vink(tx, avond, h, 1)
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)


def test_who_checked_in_stands_ticked_and_nobody_else_takes_that_away(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    bewoner = builders.een_bewoner(tx, wijk, h.id)
    bewijs.leg_vast(tx, handeling(wijk), bewoner, Feit("aanwezig_vragen", avond.publiek_id, "deurcode"))
    assert hoe(vink(tx, avond, h, 1)) == ["zelf", "niet"]
    with pytest.raises(Geweigerd, match="zelf_ingecheckt"):
        vink_uit(tx, avond, h, 1)
    vink(tx, avond, h, 2, IBRAHIM)
    with pytest.raises(Geweigerd, match="niet_eigen"):
        vink_uit(tx, avond, h, 2)
    assert informatie(tx, wijk) == Telling(2, 2, 2, 2)


def test_unnamed_people_widen_the_bounds_until_the_seats_are_full(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk, 3)

    def tel(van: int, erbij: int) -> dict[str, Any]:
        gegeven = afvinken.tel_naamloos(tx, handeling(wijk, NOOR), avond.publiek_id, h.publiek_id, van, erbij)
        return gegeven.data

    assert tel(0, 1)["naamloos"] == 1
    assert tel(0, 1)["naamloos"] == 1, "the same tap twice is once"
    assert tel(1, 1)["naamloos"] == 2
    assert informatie(tx, wijk) == Telling(0, 2, 3, 3)
    vink(tx, avond, h, 1)
    with pytest.raises(Geweigerd, match="vol"):
        tel(2, 1)
    assert vink(tx, avond, h, 2)["naamloos"] == 1, "one of the unknown is known now"
    assert informatie(tx, wijk) == Telling(2, 3, 3, 3)
    assert [tel(1, -1)["naamloos"], tel(0, -1)["naamloos"]] == [0, 0]
    assert informatie(tx, wijk) == Telling(2, 2, 3, 3)


def test_guests_never_count_and_heads_ask_for_a_look(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    h = huis(tx, wijk, 2)
    huis(tx, wijk, 40)
    vink(tx, avond, h, 1)

    def gast(van: int, erbij: int) -> dict[str, Any]:
        return afvinken.tel_gasten(tx, handeling(wijk, NOOR), avond.publiek_id, van, erbij).data

    assert [gast(n, e)["gasten"] for n, e in ((0, 1), (0, 1), (1, 1), (2, -1), (-1, -1))] == [1, 1, 2, 1, 1]
    assert informatie(tx, wijk) == Telling(1, 1, 42, 42)
    afvinken.vraag_hoofden(tx, handeling(wijk, NOOR), avond.publiek_id)
    scherm = afvinken.typ(tx, handeling(wijk, NOOR), " 9 ").data
    assert (scherm["hoofden"], scherm["verschil"], scherm["kijk"]) == (9, 7, True)
    assert informatie(tx, wijk) == Telling(1, 8, 42, 42)
    afvinken.vraag_hoofden(tx, handeling(wijk, NOOR), avond.publiek_id)
    scherm = afvinken.typ(tx, handeling(wijk, NOOR), "2").data
    assert (scherm["hoofden"], scherm["kijk"]) == (2, False)


@pytest.mark.parametrize("getypt", ["", "acht", "-3", "2001", "99999", "3.5", "🙂" * 9, "9" * 5000, "١٢", "²"])
def test_what_is_no_number_of_heads_is_refused_kindly(
    tx: Connection, wijk: int, avond: Bijeenkomst, getypt: str
) -> None:
    afvinken.vraag_hoofden(tx, handeling(wijk, NOOR), avond.publiek_id)
    with pytest.raises(Geweigerd, match="geen_aantal"):
        afvinken.typ(tx, handeling(wijk, NOOR), getypt)
    assert rijen(tx) == 0


@pytest.mark.parametrize(
    ("verschil", "waarom"),
    [
        (-DEUR_OPEN - timedelta(microseconds=1), "nog_dicht"),
        (-DEUR_OPEN, None),
        (DEUR_DICHT, None),
    ],
)
def test_ticking_is_for_the_hours_of_the_door(
    tx: Connection, wijk: int, avond: Bijeenkomst, verschil: timedelta, waarom: str | None
) -> None:
    """After them it is a correction: see test_lijst_naderhand."""
    h = huis(tx, wijk)
    if waarom is None:
        vink(tx, avond, h, 1, now=NU + verschil)
    else:
        with pytest.raises(Geweigerd, match=waarom):
            vink(tx, avond, h, 1, now=NU + verschil)
    assert rijen(tx) == (waarom is None)


def test_only_staff_and_only_what_is_of_this_wijk(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    h, elders = huis(tx, wijk), builders.een_wijk(tx, "Elders")
    builders.een_account(tx, ANNA, bewoner=builders.een_bewoner(tx, wijk, h.id))
    vreemd, vreemde_avond = huis(tx, elders), builders.een_bijeenkomst(tx, elders)
    for bij, waar, stoel, wie, waarom in (
        (avond.publiek_id, h.publiek_id, 1, ANNA, "rol_nodig"),
        (avond.publiek_id, vreemd.publiek_id, 1, NOOR, r"huishouden\.onbekend"),
        (avond.publiek_id, "", 1, NOOR, r"huishouden\.onbekend"),
        (avond.publiek_id, h.publiek_id, 3, NOOR, r"huishouden\.onbekend"),
        (avond.publiek_id, h.publiek_id, -1, NOOR, r"huishouden\.onbekend"),
        (vreemde_avond.publiek_id, h.publiek_id, 1, NOOR, r"bijeenkomst\.onbekend"),
        ("", h.publiek_id, 1, NOOR, r"bijeenkomst\.onbekend"),
    ):
        for doe in (afvinken.vink_aan, afvinken.vink_uit):
            if (doe, stoel) in {(afvinken.vink_uit, 3), (afvinken.vink_uit, -1)}:
                continue  # nobody is there to untick: the screen is shown
            with pytest.raises(Geweigerd, match=waarom):
                doe(tx, handeling(wijk, wie), bij, waar, stoel)
    assert rijen(tx) == 0


def test_a_typed_number_opens_the_address_of_the_street_that_is_open(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    een, ander = huis(tx, wijk, straat="Merelweg"), huis(tx, wijk, straat="Lijsterhof")
    deurlijst.overzicht(tx, handeling(wijk, NOOR), avond.publiek_id)
    with pytest.raises(Geweigerd, match="schrijf_nummer"):
        afvinken.typ(tx, handeling(wijk, NOOR), str(een.huisnummer))
    getypt = afvinken.typ(tx, handeling(wijk, NOOR), f"merelweg {een.huisnummer}")
    assert getypt.data["huis"] == een.publiek_id
    deurlijst.straat(tx, handeling(wijk, NOOR), avond.publiek_id, ander.publiek_id)
    assert afvinken.typ(tx, handeling(wijk, NOOR), f" {ander.huisnummer} ").data["huis"] == ander.publiek_id
    for fout, waarom in ((str(een.huisnummer), "nummer_onbekend"), ("hallo 🙂", "schrijf_nummer")):
        with pytest.raises(Geweigerd, match=waarom):
            afvinken.typ(tx, handeling(wijk, NOOR), fout)


def test_a_number_without_its_addition_will_do_where_there_is_one_such(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    nieuwe = [("7", "A"), ("9", "A"), ("9", "B")]
    adressen = [Adres("Merelweg", int(nummer), toevoeging, "3511AB") for nummer, toevoeging in nieuwe]
    rijen_ = [huishoudens.NieuwHuishouden(a, builders.een_publiek_id(), a.sleutel.encode()) for a in adressen]
    huishoudens.voeg_toe(tx, wijk, rijen_, NU)
    deurlijst.overzicht(tx, handeling(wijk, NOOR), avond.publiek_id)
    assert afvinken.typ(tx, handeling(wijk, NOOR), "7").data["adres"] == "Merelweg 7A"
    assert afvinken.typ(tx, handeling(wijk, NOOR), "9 b").data["adres"] == "Merelweg 9B"
    for getypt, waarom in (("9", "welk_nummer"), ("9c", "nummer_onbekend"), ("7b", "nummer_onbekend")):
        with pytest.raises(Geweigerd, match=waarom):
            afvinken.typ(tx, handeling(wijk, NOOR), getypt)


def test_a_long_street_comes_in_screens_and_the_next_number_is_in_walking_order(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    huizen = [huis(tx, wijk) for _ in range(41)]
    eerste = deurlijst.straat(tx, handeling(wijk, NOOR), avond.publiek_id, huizen[39].publiek_id).data
    assert (len(eerste["nummers"]), eerste["vorige"], eerste["volgende"]) == (40, None, huizen[40].publiek_id)
    begin = deurlijst.straat(tx, handeling(wijk, NOOR), avond.publiek_id, huizen[40].publiek_id, vooraan=True).data
    assert begin["nummers"] == eerste["nummers"]
    tweede = deurlijst.straat(tx, handeling(wijk, NOOR), avond.publiek_id, eerste["volgende"]).data
    assert (len(tweede["nummers"]), tweede["vorige"], tweede["volgende"]) == (1, huizen[39].publiek_id, None)
    scherm = deurlijst.adres(tx, handeling(wijk, NOOR), avond.publiek_id, huizen[0].publiek_id).data
    assert scherm["volgend"] == [str(huizen[1].huisnummer), huizen[1].publiek_id]
    laatste = deurlijst.adres(tx, handeling(wijk, NOOR), avond.publiek_id, huizen[-1].publiek_id).data
    assert laatste["volgend"] is None


def test_a_home_of_99_comes_in_screens_that_a_chat_can_show(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    h = huis(tx, wijk, 99)
    toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "")
    gezien, stoel = [], 1
    while stoel:
        scherm = deurlijst.adres(tx, handeling(wijk, NOOR), avond.publiek_id, h.publiek_id, stoel)
        gezien += [persoon["stoel"] for persoon in scherm.data["mensen"]]
        assert sum(len(rij) for rij in render(scherm, toon).knoppen) <= 100
        stoel = scherm.data["volgende"]
    assert gezien == list(range(1, 100))
    assert 60 in [persoon["stoel"] for persoon in vink(tx, avond, h, 60)["mensen"]], "a tick stays on its screen"


_TIKKEN = st.lists(
    st.tuples(
        st.sampled_from(["aan", "uit", "naamloos", "gast", "hoofden", "zelf"]),
        st.integers(0, 2),  # household
        st.integers(1, 3),  # seat, or the number that the screen showed
        st.sampled_from([1, -1]),
        st.sampled_from([NOOR, IBRAHIM]),
    ),
    max_size=25,
)


@pytest.mark.parametrize("tx", ["sqlite", pytest.param("postgres", marks=pytest.mark.zwaar)], indirect=True)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TIKKEN)
def test_whatever_taps_come_nobody_counts_twice_and_the_bounds_hold(
    tx: Connection, tikken: list[tuple[str, int, int, int, str]]
) -> None:
    punt = tx.begin_nested()
    wijk = builders.een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
    avond, huizen = builders.een_bijeenkomst(tx, wijk), [huis(tx, wijk, n) for n in (1, 2, None)]
    for soort, waar, stoel, erbij, wie in tikken:
        h, wat = huizen[waar], handeling(wijk, wie)
        try:
            if soort == "aan":
                afvinken.vink_aan(tx, wat, avond.publiek_id, h.publiek_id, stoel)
            elif soort == "uit":
                afvinken.vink_uit(tx, wat, avond.publiek_id, h.publiek_id, stoel)
            elif soort == "naamloos":
                afvinken.tel_naamloos(tx, wat, avond.publiek_id, h.publiek_id, stoel - 1, erbij)
            elif soort == "gast":
                afvinken.tel_gasten(tx, wat, avond.publiek_id, stoel - 1, erbij)
            elif soort == "hoofden":
                afvinken.vraag_hoofden(tx, wat, avond.publiek_id)
                afvinken.typ(tx, wat, str(stoel * 3))
            elif wonend := huishoudens.personen(tx, h.id):
                feit = Feit("aanwezig_vragen", avond.publiek_id, "deurcode")
                bewijs.leg_vast(tx, wat, wonend[0].id, feit)
        except Geweigerd:
            pass
        telling = informatie(tx, wijk)
        assert 0 <= telling.teller_laag <= telling.teller_hoog <= telling.noemer_hoog == 7
    deur = deuren.zoek(tx, wijk, avond.publiek_id)
    assert deur is not None
    stand = deurlijst.lees_stand(tx, handeling(wijk, NOOR), deur)
    assert len({(b.huishouden, b.stoel) for b in stand.bekenden}) == len(stand.bekenden)
    assert all(stand.op_adres(h.id) <= h.stoelen for h in huizen)
    punt.rollback()
