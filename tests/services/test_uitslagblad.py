"""An outcome in the log: what anyone reads follows from the log, tells nothing of a few, and the record opens it."""

import hashlib
import hmac
import json
import secrets
from typing import Any

import pytest
from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from bot.rules.canoniek import canoniek
from bot.services import bewijs, bewijslog, uitslagblad
from bot.services.bewijs import Feit
from bot.services.handeling import AMSTERDAM
from bot.storage import afsluitingen, wekkers
from bot.storage import bewijslog as opslag
from bot.storage import tables as t
from bot.storage.accounts import Wie
from tests import builders
from tests.services.test_bewijslog import bij, gehoorden, log, publiek, regels, stel_vast, tellers

NU = builders.NU


def leg_uitslag_vast(tx: Connection, wijk: int) -> dict[str, Any]:
    uitslagblad.leg_tussenstand_vast(tx, wijk, NU, AMSTERDAM, secrets.token_bytes(32))
    return publiek(tx, wijk)[-1]


def sluit_af(tx: Connection, wijk: int) -> dict[str, Any]:
    uitslagblad.sluit_af(tx, wijk, NU, AMSTERDAM, secrets.token_bytes(32))
    return publiek(tx, wijk)[-1]


def door_staf(tx: Connection, wijk: int, hoeveel: int) -> None:
    staf = Wie(builders.een_account(tx, f"staf {hoeveel}"), None, None, "nl", frozenset({"buurtbegeleider"}))
    for _ in range(hoeveel):
        feit = Feit("gesprek", "g", "deurgesprek", staf)
        bewijs.leg_vast(tx, builders.handeling(wijk), builders.een_bewoner(tx, wijk), feit)


def test_it_stands_after_all_that_it_rests_on_and_its_teller_is_that_of_the_log(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 14)
    bij(tx, wijk)
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == wie[0]).values(tot=NU))
    gehoorden(tx, wijk, 3)
    blad = leg_uitslag_vast(tx, wijk)

    assert log(tx, wijk)[-1][1] == canoniek(blad)
    assert not opslag.ongenummerd(tx, wijk, 0, 10)
    gehoord, informatie = blad["met_staf"]
    assert (gehoord["teller"], gehoord["ondergrens"], gehoord["noemer"]) == (16, 16, 17 * 4)
    assert tellers(tx, wijk) == {(1, "gehoord"): 16}
    assert blad["zonder_staf"][0] == gehoord
    assert (blad["spelregels"], blad["hash"], blad["dag"]) == (1, regels().hash(), "2027-02-01")
    assert {informatie[naam] for naam in ("teller", "noemer", "nodig", "bovengrens")} == {None}  # fewer than ten


def test_the_record_opens_it_and_holds_every_number(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 3)
    blad = leg_uitslag_vast(tx, wijk)

    rij = tx.execute(select(t.uitslag)).one()
    assert hmac.digest(rij.sleutel, rij.record.encode(), hashlib.sha256).hex() == blad["commitment"]
    record = json.loads(rij.record)
    assert rij.record == canoniek(record)
    assert record["met_staf"][0]["teller"] == 3
    assert blad["met_staf"][0]["teller"] is None
    assert blad["met_staf"][0]["verdict"] == record["met_staf"][0]["verdict"]


@pytest.mark.parametrize(("staf", "getal"), [(0, 12), (1, None), (4, None), (5, 12)])
def test_without_staff_there_is_no_number_that_would_tell_of_one_to_four(
    tx: Connection, staf: int, getal: int | None
) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 12)
    door_staf(tx, wijk, staf)
    blad = leg_uitslag_vast(tx, wijk)

    assert blad["met_staf"][0]["teller"] == 12 + staf
    assert blad["zonder_staf"][0]["teller"] == getal


def test_before_any_version_it_gives_verdicts_and_no_numbers(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 20)
    blad = leg_uitslag_vast(tx, wijk)

    assert blad["spelregels"] == 0
    assert {stand["teller"] for stand in blad["met_staf"]} == {None}


def test_a_signed_head_is_asked_for(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    leg_uitslag_vast(tx, wijk)

    assert wekkers.moment_van(tx, wijk, bewijslog.WEKKER, wijk) == NU
    (hoofd,) = opslag.ongetekend(tx, wijk)
    assert (hoofd.ijkpunt.grootte, hoofd.ijkpunt.wortel) == (1, opslag.stand(tx, wijk).wortel())


def test_who_erases_themselves_before_the_night_goes_on_counting(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 10)
    bewijslog.laat_doortellen(tx, wijk, wie[0])
    tx.execute(t.bewijs_prive.delete().where(t.bewijs_prive.c.bewoner == wie[0]))
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == wie[0]).values(gewist=True))

    assert leg_uitslag_vast(tx, wijk)["met_staf"][0]["teller"] == 10


def test_a_report_closes_nothing_and_the_closing_is_the_last_outcome_of_the_log(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 12)
    assert leg_uitslag_vast(tx, wijk)["waarvoor"] == "rapport"
    assert not afsluitingen.is_afgesloten(tx, wijk)
    blad = sluit_af(tx, wijk)
    assert (blad["waarvoor"], blad["met_staf"][0]["teller"]) == ("afsluiting", 12)
    gehoorden(tx, wijk, 3)
    leg_uitslag_vast(tx, wijk)

    assert [een["waarvoor"] for een in publiek(tx, wijk) if een["soort"] == "uitslag"] == ["rapport", "afsluiting"]
    gesloten = afsluitingen.zoek(tx, wijk)
    assert gesloten is not None
    assert gesloten.op == NU
    assert json.loads(gesloten.record)["met_staf"][0]["teller"] == 12
    assert opslag.ongetekend(tx, wijk)[-1].ijkpunt.grootte == opslag.stand(tx, wijk).grootte


def test_the_database_refuses_a_second_closing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    sluit_af(tx, wijk)
    with pytest.raises(IntegrityError):
        sluit_af(tx, wijk)
