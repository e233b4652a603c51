"""The sign-in sheet at the level of the service: whose codes go when, and what two who type at once make of it."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules import tekencode
from bot.rules.toestemming import INGETROKKEN
from bot.rules.wegen import Telling
from bot.services import afvinken, tekeninvoer, tekenlijst
from bot.storage import tables as t
from bot.storage import tekencodes, verhuizingen
from bot.storage.bijeenkomsten import Bijeenkomst
from tests import builders
from tests.builders import NU, PEPER, handeling
from tests.services.test_deurlijst import IBRAHIM, NOOR, avond, huis, informatie, wijk
from tests.services.test_lijst_naderhand import akkoord, doet

__all__ = ["avond", "wijk"]  # fixtures


def codes(tx: Connection, wijk: int, avond: Bijeenkomst) -> dict[str, list[str]]:
    gemaakt = tekenlijst.maak(tx, handeling(wijk, NOOR), avond.publiek_id, "", PEPER, alle=True)
    return {nummer: lijst for straat in gemaakt.data["straten"] for nummer, lijst in straat["huizen"]}


def typ(tx: Connection, wijk: int, avond: Bijeenkomst, getypt: str, wie: str = NOOR) -> list[tuple[str, str]]:
    tekeninvoer.vraag(tx, doet(wijk, wie), avond.publiek_id)
    return [tuple(fout) for fout in tekeninvoer.typ(tx, doet(wijk, wie), getypt, PEPER).data["fouten"]]


def test_the_meeting_of_today_stands_first(tx: Connection, wijk: int, avond: Bijeenkomst) -> None:
    for dagen, titel in ((40, "later"), (1, "morgen"), (-2, "vorige")):
        builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=dagen), titel=titel)
    lijsten = tekenlijst.kies_bijeenkomst(tx, handeling(wijk, NOOR)).data["lijsten"]
    assert [een["titel"] for een in lijsten] == [avond.titel, "morgen", "vorige", "later"]


@pytest.mark.overal
def test_two_who_type_one_sheet_count_each_cross_once_and_the_door_list_goes_before(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    a, b = huis(tx, wijk, 2), huis(tx, wijk, 2)
    per = codes(tx, wijk, avond)
    (a1, a2), (b1, b2) = per[str(a.huisnummer)], per[str(b.huisnummer)]
    nog = codes(tx, wijk, avond)[str(a.huisnummer)][0]
    afvinken.vink_aan(tx, handeling(wijk, IBRAHIM), avond.publiek_id, b.publiek_id, 1)
    assert typ(tx, wijk, avond, f"{a1} {nog} {b1} {b2}") == [("dubbel", nog), ("op_lijst", b1)]
    assert typ(tx, wijk, avond, f"{a1} {a2}", IBRAHIM) == [("ander", a1)]
    for wie, tweede in ((NOOR, IBRAHIM), (IBRAHIM, NOOR)):
        akkoord(tx, wijk, tekeninvoer.tel(tx, doet(wijk, wie), avond.publiek_id), tweede)
        with pytest.raises(Geweigerd, match="leeg"):
            tekeninvoer.tel(tx, doet(wijk, wie), avond.publiek_id)
    assert informatie(tx, wijk) == Telling(4, 4, 4, 4)
    assert typ(tx, wijk, avond, f"{a1}, {b2}") == [("op_lijst", a1), ("op_lijst", b2)]


def test_a_cross_of_who_withdrew_their_yes_is_passed_by_and_the_others_count(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    a = huis(tx, wijk, 2)
    (a1, a2) = codes(tx, wijk, avond)[str(a.huisnummer)]
    builders.een_account(tx, "anna", bewoner=builders.een_bewoner(tx, wijk, a.id))
    tx.execute(t.account.update().where(t.account.c.extern_id == "anna").values(toestemming_versie=INGETROKKEN))
    assert typ(tx, wijk, avond, f"{a1} {a2}") == []
    akkoord(tx, wijk, tekeninvoer.tel(tx, doet(wijk), avond.publiek_id))
    assert tx.scalar(select(func.count()).where(t.bewijs_prive.c.methode == "tekenlijst")) == 1


def test_people_without_a_name_fill_an_address_and_fewer_may_live_there_when_a_code_counts(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    a = huis(tx, wijk, 2)
    (a1, a2) = codes(tx, wijk, avond)[str(a.huisnummer)]
    afvinken.tel_naamloos(tx, handeling(wijk, NOOR), avond.publiek_id, a.publiek_id, 0, 1)
    assert typ(tx, wijk, avond, f"{a1} {a2}") == [("te_veel", a2)]
    tx.execute(t.huishouden.update().values(volwassenen=0))
    akkoord(tx, wijk, tekeninvoer.tel(tx, doet(wijk), avond.publiek_id))
    assert tx.scalar(select(func.count()).where(t.bewijs_prive.c.methode == "tekenlijst")) == 0


@pytest.mark.overal
def test_codes_go_with_who_is_erased_or_moves_and_when_the_list_is_offered_no_more(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    a, b, c = huis(tx, wijk, 2), huis(tx, wijk, 2), huis(tx, wijk, 1)
    per = codes(tx, wijk, avond)
    tekencodes.vergeet(tx, builders.een_bewoner(tx, wijk, a.id))
    sleutel = tx.scalar(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == b.id))
    verhuizingen.beeindig(tx, wijk, [str(sleutel)], NU)
    weg = [per[str(a.huisnummer)][0], *per[str(b.huisnummer)]]
    goed = [per[str(a.huisnummer)][1], *per[str(c.huisnummer)]]
    assert typ(tx, wijk, avond, " ".join(weg + goed)) == [("onbekend", code) for code in weg]
    tekencodes.ruim_op(tx, wijk, avond.begin)
    assert tekencodes.hmacs(tx, wijk)
    tekencodes.ruim_op(tx, wijk, avond.begin + timedelta(seconds=1))
    assert not tekencodes.hmacs(tx, wijk)


def test_no_code_is_on_two_sheets_and_the_database_keeps_none_that_can_be_read(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    for _ in range(20):
        huis(tx, wijk, 5)
    alle = [code for keer in range(4) for lijst in codes(tx, wijk, avond).values() for code in lijst]
    assert len(set(alle)) == len(alle) == 400
    assert tx.scalar(select(func.count()).where(t.tekencode.c.code.is_not(None))) == 0
    assert tekencodes.hmacs(tx, wijk) == {tekencode.hmac_van(code, PEPER) for code in alle}


def test_a_strip_of_an_invitation_is_typed_over_as_a_line_of_the_sheet_and_names_no_code_of_the_household(
    tx: Connection, wijk: int, avond: Bijeenkomst
) -> None:
    huis(tx, wijk, 2)
    huis(tx, wijk, 3)
    met_telefoon = builders.een_bewoner(tx, wijk)
    builders.een_account(tx, "77", bewoner=met_telefoon)
    vooraf = handeling(wijk, NOOR, now=avond.begin - timedelta(days=3))
    kies = tekenlijst.kies(tx, vooraf, avond.publiek_id, brief=True)
    assert kies.data["brief"]
    brieven = tekenlijst.nodig_uit(tx, vooraf, avond.publiek_id, "", PEPER).data["brieven"]
    strook = next(een["codes"] for een in brieven if len(een["codes"]) == 3)
    assert len({code for een in brieven for code in een["codes"]}) == sum(len(een["codes"]) for een in brieven)
    alle = tekenlijst.nodig_uit(tx, vooraf, avond.publiek_id, "", PEPER, alle=True).data["brieven"]
    assert len(alle) == len(brieven) + 1, "who has a phone is invited too, when one chooses so"
    assert typ(tx, wijk, avond, " ".join(strook[:2])) == []
    assert [een[0] for een in typ(tx, wijk, avond, strook[0])] == ["dubbel"]
    with pytest.raises(Geweigerd, match="begonnen"):
        tekenlijst.nodig_uit(tx, handeling(wijk, NOOR, now=avond.begin), avond.publiek_id, "", PEPER)
