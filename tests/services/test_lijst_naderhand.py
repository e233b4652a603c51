"""The door list after it closed, and a paper one: a second person agrees, and what is true stays true."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_DICHT
from bot.rules.wegen import Telling
from bot.services import afvinken, bewijs, deurlijst, papierlijst, voorstel
from bot.services.bewijs import Feit
from bot.services.handeling import Handeling
from bot.storage import accounts, bijeenkomsten, verhuizingen
from bot.storage import tables as t
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.huishoudens import Huishouden
from tests import builders
from tests.builders import NU, handeling
from tests.services.test_deurlijst import IBRAHIM, NOOR, avond, huis, informatie, rijen, wijk

__all__ = ["avond", "wijk"]  # fixtures

LATER = NU + DEUR_DICHT + timedelta(days=1)


def doet(wijk: int, wie: str = NOOR, *, met_tweede: bool = True, **velden: Any) -> Handeling:
    tweede = frozenset({"invoer", "correctie"} if met_tweede else ())
    return replace(handeling(wijk, wie, **{"now": LATER, **velden}), tweede_persoon=tweede)


def akkoord(tx: Connection, wijk: int, gevraagd: Boodschap, wie: str = IBRAHIM) -> None:
    assert gevraagd.soort == "voorstel.gemaakt"
    voorstel.akkoord(tx, doet(wijk, wie), gevraagd.data["id"])


def typ_papier(tx: Connection, wijk: int, avond: Bijeenkomst, getypt: str) -> Boodschap:
    papierlijst.vraag(tx, doet(wijk), avond.publiek_id)
    return afvinken.typ(tx, doet(wijk), getypt)


def voer_in(tx: Connection, wijk: int, avond: Bijeenkomst, getypt: str) -> None:
    assert typ_papier(tx, wijk, avond, getypt).soort == "papierlijst.klopt"
    akkoord(tx, wijk, papierlijst.voer_in(tx, doet(wijk), avond.publiek_id))


@pytest.mark.parametrize("met_tweede", [True, False])
def test_a_tick_on_a_closed_list_is_a_correction(
    tx: Connection, wijk: int, avond: Bijeenkomst, met_tweede: bool
) -> None:
    h = huis(tx, wijk)
    wat = doet(wijk, met_tweede=met_tweede)
    gevraagd = afvinken.vink_aan(tx, wat, avond.publiek_id, h.publiek_id, 2)
    if met_tweede:
        assert (rijen(tx), h.straat in str(gevraagd)) == (0, False), "who agrees reads nobody's address"
        with pytest.raises(Geweigerd, match="eigen"):
            voorstel.akkoord(tx, doet(wijk), gevraagd.data["id"])
        akkoord(tx, wijk, gevraagd)
    rij = tx.execute(select(t.bewijs_prive)).one()
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    assert noor is not None
    record = json.loads(rij.record)
    assert (rij.methode, rij.vastlegger, record["vastlegger"]) == (
        "correctie",
        noor.account,
        builders.pseudoniem(tx, NOOR),
    )
    assert record["bevestigd"] == (builders.pseudoniem(tx, IBRAHIM) if met_tweede else None)
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)


def test_a_correction_takes_anothers_tick_off_and_never_who_checked_in(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    feit = Feit("aanwezig_vragen", avond.publiek_id, "deurcode")
    bewijs.leg_vast(tx, handeling(wijk), builders.een_bewoner(tx, wijk, h.id), feit)
    afvinken.vink_aan(tx, handeling(wijk, IBRAHIM), avond.publiek_id, h.publiek_id, 2)
    with pytest.raises(Geweigerd, match="zelf_ingecheckt"):
        afvinken.vink_uit(tx, doet(wijk), avond.publiek_id, h.publiek_id, 1)
    akkoord(tx, wijk, afvinken.vink_uit(tx, doet(wijk), avond.publiek_id, h.publiek_id, 2))
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)


def test_heads_that_are_counted_afterwards_need_a_second_person(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    huis(tx, wijk, 9)
    afvinken.vraag_hoofden(tx, doet(wijk), avond.publiek_id)
    gevraagd = afvinken.typ(tx, doet(wijk), "5")
    assert informatie(tx, wijk).teller_hoog == 0
    akkoord(tx, wijk, gevraagd)
    assert informatie(tx, wijk) == Telling(0, 5, 9, 9)


def test_who_is_no_staff_any_more_cannot_have_it_done(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    h = huis(tx, wijk)
    gevraagd = afvinken.vink_aan(tx, doet(wijk), avond.publiek_id, h.publiek_id, 1)
    accounts.zet_rollen(tx, wijk, [("organisator", "telegram", IBRAHIM), ("beheerder", "telegram", NOOR)])
    with pytest.raises(Geweigerd, match="maker_weg"):
        akkoord(tx, wijk, gevraagd)
    assert rijen(tx) == 0


def test_a_paper_list_counts_after_a_second_yes_and_everyone_of_an_address_by_seat(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    allen, deel, al = huis(tx, wijk, 2), huis(tx, wijk, 3), huis(tx, wijk, 3)
    afvinken.vink_aan(tx, handeling(wijk, IBRAHIM), avond.publiek_id, al.publiek_id, 1)
    getypt = f"Merelweg {allen.huisnummer}: 2, {deel.huisnummer}: 1, {al.huisnummer}: 2"
    voer_in(tx, wijk, avond, getypt)
    assert informatie(tx, wijk) == Telling(3, 5, 8, 8)
    stand = deurlijst.lees_stand(tx, handeling(wijk, NOOR), _deur(tx, wijk, avond))
    assert [stand.op_adres(h.id) for h in (allen, deel, al)] == [2, 1, 2]
    voer_in(tx, wijk, avond, getypt)
    assert informatie(tx, wijk) == Telling(3, 5, 8, 8), "the same list twice is once"


def test_a_list_that_was_entered_cannot_be_entered_again_by_a_second_tap(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    typ_papier(tx, wijk, avond, f"Merelweg {h.huisnummer}: 1")
    papierlijst.voer_in(tx, doet(wijk), avond.publiek_id)
    with pytest.raises(Geweigerd, match="niet_open"):
        papierlijst.voer_in(tx, doet(wijk), avond.publiek_id)
    assert tx.scalar(select(func.count()).select_from(t.voorstel)) == 1


def test_numbers_that_do_not_exist_and_too_many_people_are_named_together(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h: Huishouden = huis(tx, wijk, 2)
    fout = typ_papier(tx, wijk, avond, f"Merelweg {h.huisnummer}: 3, 99999: 1, twaalf, {h.huisnummer}: 1")
    assert [reden for reden, _ in fout.data["fouten"]] == ["onleesbaar", "dubbel", "te_veel", "onbekend"]
    assert typ_papier(tx, wijk, avond, " , ; ").soort == "papierlijst.fouten"
    goed = afvinken.typ(tx, doet(wijk), f"{h.huisnummer}: 1")
    assert (goed.soort, goed.data["aantal"]) == ("papierlijst.klopt", 1)


def test_there_is_no_list_of_a_meeting_to_come(tx: Connection, wijk: int) -> None:
    straks = builders.een_bijeenkomst(tx, wijk, begin=LATER + timedelta(days=2))
    h = huis(tx, wijk)
    doen: list[Callable[[], Boodschap]] = [
        lambda: papierlijst.vraag(tx, doet(wijk), straks.publiek_id),
        lambda: afvinken.vraag_hoofden(tx, doet(wijk), straks.publiek_id),
        lambda: afvinken.vink_aan(tx, doet(wijk), straks.publiek_id, h.publiek_id, 1),
    ]
    for doe in doen:
        with pytest.raises(Geweigerd, match="nog_dicht"):
            doe()


def test_the_list_that_is_open_comes_at_once_and_earlier_ones_are_offered(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    assert deurlijst.kies(tx, doet(wijk, now=NU)).data["id"] == avond.publiek_id
    alle = deurlijst.kies(tx, doet(wijk, now=NU), alle=True).data["lijsten"]
    assert [lijst["id"] for lijst in alle] == [avond.publiek_id]
    assert [lijst["id"] for lijst in deurlijst.kies(tx, doet(wijk)).data["lijsten"]] == [avond.publiek_id]
    builders.een_bijeenkomst(tx, wijk, begin=LATER - timedelta(days=90))
    builders.een_bijeenkomst(tx, wijk, begin=LATER + timedelta(days=2))
    assert len(deurlijst.kies(tx, doet(wijk)).data["lijsten"]) == 1


def _deur(tx: Connection, wijk: int, avond: Bijeenkomst) -> Any:
    return deurlijst.eis(tx, handeling(wijk, NOOR), avond.publiek_id)[1]


@pytest.mark.parametrize("begin", [NU, LATER + timedelta(days=30)])
@pytest.mark.parametrize(
    "doe",
    [
        lambda tx, wie, b, h: afvinken.vink_aan(tx, wie, b, h.publiek_id, 1),
        lambda tx, wie, b, h: afvinken.vraag_hoofden(tx, wie, b),
        lambda tx, wie, b, h: papierlijst.vraag(tx, wie, b),
    ],
)
def test_nobody_was_at_a_meeting_that_was_called_off(tx: Connection, wijk: int, begin: Any, doe: Any) -> None:
    h, avond = huis(tx, wijk), builders.een_bijeenkomst(tx, wijk, begin=begin, afgelast_op=NU)
    with pytest.raises(Geweigerd, match="afgelast"):
        doe(tx, doet(wijk, met_tweede=False), avond.publiek_id, h)
    assert rijen(tx) == 0


def test_what_was_asked_about_a_meeting_is_not_done_once_it_was_called_off(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    h = huis(tx, wijk)
    gevraagd = afvinken.vink_aan(tx, doet(wijk), avond.publiek_id, h.publiek_id, 1)
    bijeenkomsten.wijzig(tx, avond.id, afgelast_op=LATER)
    with pytest.raises(Geweigerd, match="afgelast"):
        akkoord(tx, wijk, gevraagd)


def test_who_came_to_live_there_after_the_question_was_not_at_the_meeting(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    weg, blijft = huis(tx, wijk), huis(tx, wijk)
    vinkje = afvinken.vink_aan(tx, doet(wijk), avond.publiek_id, weg.publiek_id, 1)
    getypt = f"Merelweg {weg.huisnummer}: 2\nMerelweg {blijft.huisnummer}: 2"
    typ_papier(tx, wijk, avond, getypt)
    papier = papierlijst.voer_in(tx, doet(wijk), avond.publiek_id)
    sleutel = tx.scalar(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == weg.id))
    verhuizingen.beeindig(tx, wijk, [str(sleutel)], LATER)

    akkoord(tx, wijk, papier)
    with pytest.raises(Geweigerd, match="verhuisd"):
        akkoord(tx, wijk, vinkje)
    assert (informatie(tx, wijk).teller_laag, informatie(tx, wijk).teller_hoog) == (2, 2)
