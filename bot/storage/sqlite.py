"""SQLite through aiosqlite: one thread that writes, a few that read, SQLAlchemy Core over the same connections."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite
from sqlalchemy import Connection, NullPool, create_engine

from bot.storage.database import Database, Opdracht, Uitkomst, voer_groep_uit
from bot.tellers import GELEZEN

P = ParamSpec("P")
T = TypeVar("T")

LEZERS = 2

_hier = threading.local()
"""Of each thread: the connection that it works with."""

_ENGINE = create_engine(  # one for all threads: it keeps each statement as it was compiled the first time
    "sqlite://",
    creator=lambda: _hier.raw,
    poolclass=NullPool,
    hide_parameters=True,  # an error in the log says nothing of whom it was about
)


class _Draad(aiosqlite.Connection):
    """An aiosqlite connection whose thread runs a whole function at once: one hop per transaction."""

    core: Connection

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connect, 64)
        self._thread.daemon = True  # a process that was broken off must not wait for it; what was answered is on disk

    async def run(self, functie: Callable[..., T], *args: Any) -> T:
        resultaat: T = await self._execute(functie, *args)  # type: ignore[no-untyped-call]
        return resultaat

    @property
    def raw(self) -> sqlite3.Connection:
        return self._conn


async def _open_draad(bestand: Path, *, lezen: bool) -> _Draad:
    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(bestand, isolation_level=None, cached_statements=512)
        raw.execute("PRAGMA busy_timeout = 10000")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA secure_delete = ON")
        if lezen:
            raw.execute("PRAGMA query_only = ON")
        return raw

    draad = _Draad(connect)
    await draad

    def maak_core() -> Connection:
        _hier.raw = draad.raw
        return _ENGINE.connect().execution_options(isolation_level="AUTOCOMMIT")

    draad.core = await draad.run(maak_core)
    return draad


class SqliteDatabase(Database):
    """One file. All wijken share its one writer, so the wijk key plays no part here."""

    def __init__(self, schrijver: _Draad, lezers: list[_Draad]) -> None:
        super().__init__()
        self._schrijver = schrijver
        self._lezers = lezers
        self._vrij: asyncio.Queue[_Draad] = asyncio.Queue()
        for lezer in lezers:
            self._vrij.put_nowait(lezer)

    @classmethod
    async def open(cls, bestand: Path) -> "SqliteDatabase":
        """Open the file, which is made when it is not there; its folder must exist."""
        return cls(
            await _open_draad(bestand, lezen=False), [await _open_draad(bestand, lezen=True) for _ in range(LEZERS)]
        )

    async def read(self, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """See `Database.read`."""
        with GELEZEN.time():
            lezer = await self._vrij.get()
            try:
                return await lezer.run(_lees, lezer, lambda tx: functie(tx, *args, **kwargs))
            finally:
                self._vrij.put_nowait(lezer)

    async def wis_resten(self) -> None:
        """See `Database.wis_resten`. secure_delete alone left 9 of 1,000 names in the file (tried)."""

        def wis(raw: sqlite3.Connection) -> None:
            meet_tabellen(raw)
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        await self._schrijver.run(wis, self._schrijver.raw)

    async def meet_tabellen(self) -> None:
        """See `Database.meet_tabellen`."""
        await self._schrijver.run(meet_tabellen, self._schrijver.raw)

    async def close(self) -> None:
        """See `Database.close`. An open aiosqlite connection would keep the interpreter from ending."""
        try:
            await self.wacht_tot_leeg()
        finally:
            for draad in (*self._lezers, self._schrijver):
                if not draad.core.closed:  # closing twice is harmless
                    await draad.run(draad.core.close)
                await draad.close()

    def _sleutel(self, wijk: int | None) -> Hashable:
        return None

    async def _voer_uit(self, rij: Hashable, opdrachten: list[Opdracht]) -> list[Uitkomst]:
        raw = self._schrijver.raw

        def sql(*zinnen: str) -> None:
            for zin in zinnen:
                raw.execute(zin)

        def rollback() -> None:
            if raw.in_transaction:
                raw.execute("ROLLBACK")

        return await self._schrijver.run(
            partial(
                voer_groep_uit,
                self._schrijver.core,
                opdrachten,
                begin=partial(sql, "BEGIN IMMEDIATE"),
                commit=partial(raw.execute, "COMMIT"),
                rollback=rollback,
                sql=sql,
                leeft_nog=lambda fout: raw.in_transaction,
            )
        )


def meet_tabellen(raw: sqlite3.Connection) -> None:
    """Look anew how large the tables are. Other connections read that once the schema changes: so the table goes."""
    raw.execute("PRAGMA analysis_limit = 1000")
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute("DROP TABLE IF EXISTS sqlite_stat1")
        raw.execute("ANALYZE")
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("COMMIT")


def _lees(draad: _Draad, functie: Callable[[Connection], T]) -> T:
    draad.raw.execute("BEGIN")
    try:
        return functie(draad.core)
    finally:
        draad.raw.execute("ROLLBACK")
