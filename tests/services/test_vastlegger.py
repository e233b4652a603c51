"""By which pseudonym the team stands in sealed records, and that nothing says who it was once they are erased."""

import hashlib
import hmac
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.rules.canoniek import canoniek
from bot.services import bewijs, mijnbijdrage, wissen
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER, KERNGROEP
from bot.storage import Database, accounts
from bot.storage import tables as t
from tests import builders
from tests.builders import handeling
from tests.services.test_mijnbijdrage import ANNA, NOOR, een_buurt
from tests.test_openingen import Rij, exporteer, gewoon, oordeel

IBRAHIM = "ibrahim"


def records(tx: Connection) -> list[dict[str, Any]]:
    p = t.bewijs_prive.c
    return [json.loads(record) for record in tx.scalars(select(p.record).order_by(p.bewijs))]


def leg_vast(tx: Connection, wijk: int, bewoner: int, door: str, onderwerp: str, tweede: int | None = None) -> str:
    """Let staff record a conversation; return the id in its button."""
    wie = accounts.wie(tx, wijk, "telegram", door)
    act = replace(handeling(wijk, door), tweede=tweede)
    assert bewijs.leg_vast(tx, act, bewoner, Feit("gesprek", onderwerp, "deurgesprek", wie))
    return str(records(tx)[-1]["id"])


def maak_oud(tx: Connection, id_: str, nummer: str) -> None:
    """Write a record as version 2 had it, with the number of who recorded it."""
    p, b = t.bewijs_prive.c, t.bewijs.c
    rij = tx.execute(select(p.bewijs, p.record, p.sleutel, b.blad).join(t.bewijs).where(p.record.contains(id_))).one()
    record = {naam: waarde for naam, waarde in json.loads(rij.record).items() if naam != "bevestigd"}
    tekst = canoniek({**record, "versie": 2, "vastlegger": nummer})
    dicht = hmac.digest(rij.sleutel, tekst.encode(), hashlib.sha256).hex()
    blad = canoniek({**json.loads(rij.blad), "versie": 2, "commitment": dicht})
    tx.execute(update(t.bewijs_prive).where(p.bewijs == rij.bewijs).values(record=tekst))
    tx.execute(update(t.bewijs).where(b.id == rij.bewijs).values(blad=blad))


def test_a_person_has_one_pseudonym_in_a_wijk_and_another_in_each(tx: Connection) -> None:
    """Also by a second account, which is the same resident."""
    wijk, anna = een_buurt(tx)
    ibrahim = builders.een_bewoner(tx, wijk)
    for extern_id in (IBRAHIM, "tweede telefoon"):
        builders.een_account(tx, extern_id, bewoner=ibrahim)
        builders.een_rol(tx, wijk, BEGELEIDER, extern_id)
    for nr, door in enumerate((NOOR, NOOR, IBRAHIM, "tweede telefoon")):
        leg_vast(tx, wijk, anna, door, f"gesprek {nr}")
    ander = builders.een_wijk(tx, "Rivierenbuurt")
    builders.een_rol(tx, ander, BEGELEIDER, NOOR)
    leg_vast(tx, ander, builders.een_bewoner(tx, ander), NOOR, "daar")
    noor, weer, een, twee, daar = (record["vastlegger"] for record in records(tx)[1:])
    assert (noor, een) == (weer, twee)
    assert len({noor, een, daar}) == 3
    assert {len(wie) for wie in (noor, een, daar)} == {22}


def test_of_who_is_erased_nothing_says_any_more_what_they_recorded(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    builders.een_account(tx, IBRAHIM)
    builders.een_rol(tx, wijk, KERNGROEP, IBRAHIM)
    tweede = accounts.wie(tx, wijk, "telegram", IBRAHIM)
    leg_vast(tx, wijk, anna, NOOR, "een", tweede.account if tweede else None)
    een = records(tx)[-1]
    assert (een["vastlegger"], een["bevestigd"]) == tuple(builders.pseudoniem(tx, wie) for wie in (NOOR, IBRAHIM))
    assert een["vastlegger"] != een["bevestigd"]
    for wie in (NOOR, IBRAHIM):
        assert not wissen.vraag_weer(tx, handeling(wijk, wie)).data["nummer"]
        wissen.wis(tx, handeling(wijk, wie))
    assert tx.scalar(select(func.count()).select_from(t.vastlegger)) == 0
    assert records(tx)[-1] == een, "it is sealed: the record stays, and names nobody"


def test_a_record_of_before_gives_no_file_that_names_the_team_and_who_has_one_reads_that(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    oud, nieuw = (leg_vast(tx, wijk, anna, NOOR, onderwerp) for onderwerp in ("oud", "nieuw"))
    maak_oud(tx, oud, "telegram:noor")
    assert mijnbijdrage.vraag_bewijs(tx, handeling(wijk, ANNA), oud).soort == "bijdrage.oud"
    assert mijnbijdrage.vraag_bewijs(tx, handeling(wijk, ANNA), nieuw).soort == "bijdrage.morgen"
    assert wissen.vraag_weer(tx, handeling(wijk, NOOR)).data["nummer"]
    assert not wissen.vraag_weer(tx, handeling(wijk, ANNA)).data["nummer"]


def door_team(tx: Connection) -> int:
    """Twelve who were heard, and what staff recorded of two: by version 2, and by version 3 with a second yes."""
    wijk = gewoon(tx)
    een, ander = tx.scalars(select(t.bewoner.c.id).where(t.bewoner.c.wijk == wijk).limit(2)).all()
    for extern_id in (NOOR, IBRAHIM):
        builders.een_account(tx, extern_id)
        builders.een_rol(tx, wijk, BEGELEIDER, extern_id)
    tweede = accounts.wie(tx, wijk, "telegram", IBRAHIM)
    maak_oud(tx, leg_vast(tx, wijk, een, NOOR, "oud"), "telegram:noor")
    leg_vast(tx, wijk, ander, NOOR, "nieuw", tweede.account if tweede else None)
    return wijk


def dicht(rij: Rij, **anders: Any) -> None:
    """Change a record and seal it anew, as who holds the log could before it is numbered; its leaf is another then."""
    rij["record"] = {naam: waarde for naam, waarde in {**rij["record"], **anders}.items() if waarde != "weg"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_auditor_takes_both_versions_and_no_record_that_is_neither(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, ruw = await exporteer(database, door_team, tmp_path)
    assert b"telegram" in ruw, "the old record is there, and opens"
    assert oordeel(log, [json.loads(lijn) for lijn in ruw.splitlines()]) == ""
    monkeypatch.setattr("bot.rules.openingcontrole.opent", lambda *_: True)  # what is judged here is the record
    noor = next(r["opening"]["record"] for r in map(json.loads, ruw.splitlines()) if "'nieuw'" in str(r))
    for anders in (
        {"vastlegger": "telegram:noor"},
        {"bevestigd": "telegram:noor"},
        {"bevestigd": noor["vastlegger"]},
        {"vastlegger": None},
        {"bevestigd": "weg"},
        {"versie": 2},
    ):
        rijen = [json.loads(lijn) for lijn in ruw.splitlines()]
        dicht(next(rij["opening"] for rij in rijen if "'nieuw'" in str(rij)), **anders)
        assert oordeel(log, rijen) == "opening", anders
