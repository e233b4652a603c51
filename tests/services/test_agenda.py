"""The agenda: for whom a meeting is, in pages, and the part of it that one asks for."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_DICHT
from bot.services import aanmelding, agenda, bijeenkomst
from bot.services.handeling import BEGELEIDER, TREKKER
from bot.storage import accounts, werkgroepen
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_huishouden,
    een_rol,
    een_wijk,
    handeling,
)

NOOR, ANNA, BRAM, TESSA, VREEMDE = "9001", "1", "2", "3", "4"
TECHNIEK = "t" * 22
MORGEN = NU + timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna lives in the Merelweg and is in techniek; Bram lives in the Lindelaan; Tessa leads techniek from outside."""
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    werkgroepen.vul_aan(tx, wijk, [("Techniek", TECHNIEK)])
    for wie, straat in ((ANNA, "Merelweg"), (BRAM, "Lindelaan")):
        bewoner = een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat=straat).id)
        een_account(tx, wie, bewoner=bewoner)
        werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, bewoner, lid=wie == ANNA)
    een_account(tx, TESSA)
    een_rol(tx, wijk, TREKKER, TESSA, bereik=TECHNIEK)
    return wijk


def plan(tx: Connection, wijk: int, titel: str, soort: str = "wijk", bereik: str = "", **velden: Any) -> str:
    vast = {"titel": titel, "doelgroep": soort, "doelgroep_bereik": bereik, "begin": MORGEN}
    return een_bijeenkomst(tx, wijk, **{**vast, **velden}).publiek_id


def titels(tx: Connection, wijk: int, wie: str, keuze: str = "alles", bladzij: int = 0, **anders: Any) -> Sequence[str]:
    data = agenda.toon(tx, handeling(wijk, wie, **anders), keuze, bladzij).data
    return [b["titel"] for b in data["bijeenkomsten"]]


def test_one_sees_what_is_for_the_wijk_for_ones_street_and_for_ones_werkgroepen_and_staff_see_all(
    tx: Connection, wijk: int
) -> None:
    plan(tx, wijk, "wijk")
    plan(tx, wijk, "techniek", "werkgroep", TECHNIEK)
    plan(tx, wijk, "merel", "straat", "Merelweg")
    assert titels(tx, wijk, ANNA) == ["wijk", "techniek", "merel"]
    assert titels(tx, wijk, BRAM) == ["wijk"]
    assert titels(tx, wijk, TESSA) == ["wijk", "techniek"]
    assert titels(tx, wijk, VREEMDE) == ["wijk"]
    assert titels(tx, wijk, NOOR) == ["wijk", "techniek", "merel"]


@pytest.mark.parametrize(("wie", "mag"), [(ANNA, True), (BRAM, False), (TESSA, True), (NOOR, True), (VREEMDE, False)])
def test_only_whom_it_is_for_opens_it_or_may_answer(tx: Connection, wijk: int, wie: str, mag: bool) -> None:
    publiek_id = plan(tx, wijk, "techniek", "werkgroep", TECHNIEK)
    for doe in (bijeenkomst.toon, bijeenkomst.agendabestand):
        if mag:
            doe(tx, handeling(wijk, wie), publiek_id)
        else:
            with pytest.raises(Geweigerd, match="niet_voor_u"):
                doe(tx, handeling(wijk, wie), publiek_id)
    if wie == BRAM:
        with pytest.raises(Geweigerd, match="niet_voor_u"):
            aanmelding.meld_aan(tx, handeling(wijk, wie), publiek_id, "ja")


def test_who_left_the_werkgroep_after_saying_yes_can_still_say_no(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, "techniek", "werkgroep", TECHNIEK)
    aanmelding.meld_aan(tx, handeling(wijk, ANNA), publiek_id, "ja")
    wie = accounts.wie(tx, wijk, "telegram", ANNA)
    assert wie is not None
    werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, wie.bewoner or 0, lid=False)
    assert titels(tx, wijk, ANNA) == ["techniek"]
    assert aanmelding.meld_aan(tx, handeling(wijk, ANNA), publiek_id, "nee").data["antwoord"] == "nee"
    assert titels(tx, wijk, ANNA) == []


def test_the_parts_of_the_agenda(tx: Connection, wijk: int) -> None:
    komt = plan(tx, wijk, "ik kom", ruimte_voor_vragen=False)
    weg = plan(tx, wijk, "ik kom niet", ruimte_voor_vragen=False)
    plan(tx, wijk, "techniek", "werkgroep", TECHNIEK, ruimte_voor_vragen=False)
    plan(tx, wijk, "vragen")
    aanmelding.meld_aan(tx, handeling(wijk, ANNA), komt, "ja")
    aanmelding.meld_aan(tx, handeling(wijk, ANNA), weg, "nee")
    assert titels(tx, wijk, ANNA, "ik_kom") == ["ik kom"]
    assert titels(tx, wijk, ANNA, "groepen") == ["techniek"]
    assert titels(tx, wijk, ANNA, "vragen") == ["vragen"]
    assert titels(tx, wijk, BRAM, "groepen") == []
    assert len(titels(tx, wijk, ANNA, "verzonnen")) == 4


def test_nothing_is_out_of_reach_however_many_there_are(tx: Connection, wijk: int) -> None:
    alle = [f"{dag}" for dag in range(30)]
    for dag in alle:
        plan(tx, wijk, dag, begin=NU + timedelta(days=int(dag) + 1))
    gezien: list[str] = []
    for bladzij in range(5):
        gezien += titels(tx, wijk, ANNA, bladzij=bladzij)
    assert gezien == alle
    assert agenda.toon(tx, handeling(wijk, ANNA), "alles", 2).data["meer"]
    assert not agenda.toon(tx, handeling(wijk, ANNA), "alles", 3).data["meer"]


def test_a_meeting_stays_until_its_door_closes_and_leaves_when_it_is_cancelled(tx: Connection, wijk: int) -> None:
    plan(tx, wijk, "een")
    plan(tx, wijk, "afgelast", afgelast_op=NU)
    assert titels(tx, wijk, ANNA, now=MORGEN + DEUR_DICHT) == ["een"]
    assert titels(tx, wijk, ANNA, now=MORGEN + timedelta(hours=7)) == []


@pytest.mark.parametrize(("wie", "binnen"), [(ANNA, True), (NOOR, True), (TESSA, True), (VREEMDE, False)])
def test_who_is_not_in_is_not_offered_the_questions_and_reports_that_are_for_who_is(
    tx: Connection, wijk: int, wie: str, binnen: bool
) -> None:
    een_account(tx, VREEMDE)
    assert agenda.toon(tx, handeling(wijk, wie)).data["binnen"] is binnen
