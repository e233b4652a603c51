"""What is deleted is gone: from the tables, from what the database keeps beside them, and from the files."""

import logging
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from bot import logboek
from bot.storage import ACCOUNTS, Database, peilingen, schema, tables, werkgroepen
from bot.storage.stemmers import Kiezer
from tests import builders

GEHEIM = "Anneke-stemt-op-het-warmtenet"


def test_after_closing_nothing_that_the_database_keeps_joins_a_ballot_to_its_voter(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    peiling = builders.een_peiling(tx, wijk, ("ja", "nee"))
    for nummer in range(6):
        bewoner = builders.een_bewoner(tx, wijk)
        with tx.begin_nested():  # each vote has a transaction id of its own, as it has under shared commits
            peilingen.stem(tx, wijk, peiling, Kiezer("bewoner", bewoner), f"[{nummer % 2}]", bytes([nummer]) * 16)

    samen = text("SELECT count(DISTINCT xmin::text) FROM stembiljet")
    assert tx.dialect.name == "sqlite" or tx.scalar(samen) == 6
    peilingen.sluit(tx, peiling, builders.NU)

    assert tx.scalar(text("SELECT count(*) FROM stemkoppeling")) == 0
    assert peilingen.tel(tx, peiling) == {"[0]": 3, "[1]": 3}
    assert tx.dialect.name == "sqlite" or tx.scalar(samen) == 1


async def test_the_nightly_clean_up_leaves_no_trace_of_what_was_deleted(database: Database, tmp_path: Path) -> None:
    def schrijf(tx: Connection) -> None:
        wijk = builders.een_wijk(tx)
        werkgroepen.vul_aan(tx, wijk, [(f"{GEHEIM}-{n}", builders.een_publiek_id()) for n in range(300)])

    await database.write(ACCOUNTS, schrijf)
    await database.write(ACCOUNTS, lambda tx: tx.execute(text("DELETE FROM werkgroep")))
    await database.wis_resten()

    assert [pad.name for pad in _bestanden(tmp_path) if GEHEIM.encode() in pad.read_bytes()] == []
    assert await database.read(lambda tx: tx.scalar(text("SELECT count(*) FROM wijk"))) == 1


def _bestanden(map_: Path) -> list[Path]:
    return sorted(map_.glob("gehoord.db*"))


async def test_an_error_of_the_database_says_nothing_of_whom_it_was_about(database: Database) -> None:
    """Neither the error nor the log line holds what was to be written: it may be a code or a choice."""

    def schrijf(tx: Connection) -> None:
        tx.execute(insert(tables.outbox), {"wijk": 404, "account": 404, "sleutel": GEHEIM, "staat": GEHEIM})

    with pytest.raises(DBAPIError) as fout:
        await database.write(ACCOUNTS, schrijf)
    gelogd = logboek._Zwijger(()).format(_regel(fout.value))
    assert "sqlalchemy.exc" in gelogd
    assert GEHEIM not in gelogd


def _regel(fout: BaseException) -> logging.LogRecord:
    wat = (type(fout), fout, fout.__traceback__)
    return logging.LogRecord("proef", logging.ERROR, "", 0, "het ging mis", None, wat)


def test_the_file_of_the_database_is_for_its_owners_eyes_only(tmp_path: Path) -> None:
    schema.migrate(f"sqlite:///{tmp_path / 'gehoord.db'}")
    assert {oct(pad.stat().st_mode & 0o777) for pad in _bestanden(tmp_path)} == {"0o600"}


def test_looking_whether_there_is_a_database_does_not_make_one(tmp_path: Path) -> None:
    assert not schema.is_current(f"sqlite:///{tmp_path / 'gehoord.db'}")
    assert _bestanden(tmp_path) == []
