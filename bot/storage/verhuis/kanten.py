"""The two sides of a move, each open in one connection that nobody else gets in beside while it lasts."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url
from bot.storage.schema import zonder_wachtwoord
from bot.storage.tables import metadata

GEDULD_SECONDEN = 10.0
"""A server needs a moment to see that a process was killed."""


@contextmanager
def bron(url: str) -> Iterator[Connection]:
    """Open what is moved, in one transaction: it is read only, and cannot change until this ends.

    Raises:
        InvoerFout: it is not there, or something else has it open, such as the bot.
    """
    bestand = Path(make_url(sqlalchemy_url(url)).database or "")
    if sqlalchemy_url(url).startswith("sqlite") and not bestand.is_file():
        raise InvoerFout(f"--van {zonder_wachtwoord(url)}: dit bestand is er niet; wijs de database aan")
    with _open(url, "--van", lezen=True) as tx:
        if tx.dialect.name == "postgresql":
            _wacht_tot_alleen(tx, "--van", url)
            tx.exec_driver_sql("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            tx.commit()
        with tx.begin():
            if tx.dialect.name == "postgresql":
                _sluit_tabellen(tx, url)
            yield tx


@contextmanager
def doel(url: str) -> Iterator[Connection]:
    """Open where it goes; each block is a transaction of its own.

    Raises:
        InvoerFout: it cannot be reached, or something else has it open.
    """
    with _open(url, "--naar", lezen=False) as tx:
        if tx.dialect.name == "postgresql":
            _wacht_tot_alleen(tx, "--naar", url)
        yield tx


@contextmanager
def _open(url: str, welke: str, *, lezen: bool) -> Iterator[Connection]:
    engine = create_engine(sqlalchemy_url(url), poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _sqlite(lezen=lezen) if engine.dialect.name == "sqlite" else _postgres)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN"))
    try:
        with _verbind(engine, welke, url) as tx:
            yield tx
    finally:
        engine.dispose()


def _verbind(engine: Engine, welke: str, url: str) -> Connection:
    try:
        return engine.connect()
    except DBAPIError as fout:
        reden = str(fout.orig).strip().partition("\n")[0]
        if "database is locked" in reden:
            raise _bezet(welke, url) from None
        raise InvoerFout(f"{welke} {zonder_wachtwoord(url)}: gaat niet open ({reden})") from None


def _bezet(welke: str, url: str) -> InvoerFout:
    mend = "stop de bot, en wat er nog meer mee werkt"
    return InvoerFout(f"{welke} {zonder_wachtwoord(url)}: deze database is nog in gebruik; {mend}")


def _sqlite(*, lezen: bool) -> Callable[[sqlite3.Connection, object], None]:
    def richt_in(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None
        for regel in (
            "busy_timeout = 2000",
            "locking_mode = EXCLUSIVE",  # with WAL nobody gets it while another has the file open
            *(() if lezen else ("journal_mode = WAL", "synchronous = FULL")),
            "foreign_keys = OFF",  # a row may come before what it points to; they are checked at the end
        ):
            raw.execute(f"PRAGMA {regel}")
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute("COMMIT")
        if lezen:
            raw.execute("PRAGMA query_only = ON")

    return richt_in


def _postgres(raw: Any, _: object) -> None:
    with raw.cursor() as cursor:
        for regel in ("timezone = 'UTC'", "statement_timeout = 0", "idle_in_transaction_session_timeout = 0"):
            cursor.execute(f"SET {regel}")
    raw.commit()


def _wacht_tot_alleen(tx: Connection, welke: str, url: str) -> None:
    """Wait a moment until no one else is here by our own name: what watches the server has another.

    Raises:
        InvoerFout: someone stays.
    """
    anderen = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
    )
    tot = time.monotonic() + GEDULD_SECONDEN
    while True:
        wie = tx.scalar(anderen)
        tx.rollback()
        if not wie:
            return
        if time.monotonic() > tot:
            raise _bezet(welke, url)
        time.sleep(0.1)


def _sluit_tabellen(tx: Connection, url: str) -> None:
    """Let nobody write until the transaction ends."""
    er_zijn = set(tx.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").scalars())
    alle = ", ".join(tx.dialect.identifier_preparer.quote(naam) for naam in metadata.tables if naam in er_zijn)
    if not alle:
        return
    try:
        tx.exec_driver_sql(f"LOCK TABLE {alle} IN SHARE MODE NOWAIT")
    except OperationalError:  # lock_not_available
        raise _bezet("--van", url) from None
