"""PostgreSQL through psycopg: SQLAlchemy Core on worker threads, one writer per wijk by an advisory lock."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

from bot.storage.database import Database, Opdracht, TransactieWeg, Uitkomst, voer_groep_uit
from bot.storage.processen import PLOEG
from bot.tellers import GELEZEN

P = ParamSpec("P")
T = TypeVar("T")

VERBINDINGEN = 8
"""Beside these there is one by which a process says that it lives: all others may be waiting for a lock."""
_LIJN = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""A line that broke without a word is noticed within a minute, not in two hours; what the URL says of it goes first."""

_KIJK_OF_ER_IEMAND_IS = """SELECT set_config(name, '2s', false) FROM pg_settings
    WHERE name = 'client_connection_check_interval'"""
"""What a killed process had asked goes on without it and keeps its locks: the server looks whether it is there."""


class PostgresDatabase(Database):
    """A PostgreSQL database by URL. A write batch belongs to one wijk and holds that wijk's lock until it commits."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._draden = ThreadPoolExecutor(VERBINDINGEN, thread_name_prefix="postgres")
        self._leefdraad = ThreadPoolExecutor(1, thread_name_prefix="postgres-leeft")

    @classmethod
    async def open(cls, url: str) -> "PostgresDatabase":
        """Open by SQLAlchemy URL (`postgresql+psycopg://…`)."""
        engine = create_engine(
            url,
            connect_args={naam: hoe for naam, hoe in _LIJN.items() if naam not in make_url(url).query},
            pool_size=VERBINDINGEN + 1,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",  # what begins and ends a transaction is said below, in as few goes as can be
            hide_parameters=True,  # an error in the log says nothing of whom it was about
        )
        event.listen(engine, "connect", _begin_lijn)
        return cls(engine)

    async def read(self, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """See `Database.read`."""

        def lees() -> T:
            with self._engine.connect() as tx:
                _begin(tx, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                uit = functie(tx, *args, **kwargs)
                tx.exec_driver_sql("COMMIT")  # after a ROLLBACK psycopg forgets all statements that it prepared
                return uit

        with GELEZEN.time():
            return await asyncio.get_running_loop().run_in_executor(self._draden, lees)

    def verbinding(self) -> dict[str, Any]:
        """Return what a connection of psycopg's own is made with."""
        return {**_LIJN, **self._engine.dialect.create_connect_args(self._engine.url)[1]}

    async def wis_resten(self) -> None:
        """See `Database.wis_resten`. FULL writes the tables anew; a plain VACUUM leaves the bytes."""
        await self._buiten_transactie("VACUUM (FULL, ANALYZE)")

    async def meet_tabellen(self) -> None:
        """See `Database.meet_tabellen`. It does so by itself within a minute or so, where that is not switched off."""
        await self._buiten_transactie("ANALYZE")

    async def _buiten_transactie(self, opdracht: str) -> None:
        def doe() -> None:
            with self._engine.connect() as verbinding:
                verbinding.exec_driver_sql(opdracht)

        await asyncio.get_running_loop().run_in_executor(self._draden, doe)

    async def close(self) -> None:
        """See `Database.close`."""
        await self.wacht_tot_leeg()
        self._draden.shutdown()
        self._leefdraad.shutdown()
        self._engine.dispose()

    async def _voer_uit(self, rij: Hashable, opdrachten: list[Opdracht]) -> list[Uitkomst]:
        draden = self._leefdraad if rij == PLOEG else self._draden
        return await asyncio.get_running_loop().run_in_executor(draden, self._groep, rij, opdrachten)

    def _groep(self, rij: Hashable, opdrachten: list[Opdracht]) -> list[Uitkomst]:
        try:
            tx = self._engine.connect()
        except DBAPIError as fout:
            raise TransactieWeg from fout
        with tx:
            slot = () if rij is None else (f"SELECT pg_advisory_xact_lock({rij})",)
            return voer_groep_uit(
                tx,
                opdrachten,
                begin=partial(_begin, tx, "BEGIN", *slot),
                commit=partial(_commit, tx),
                rollback=partial(_rollback, tx),
                sql=partial(_zeg, tx),
                leeft_nog=_leeft_nog,
            )


def _zeg(tx: Connection, *zinnen: str) -> None:
    tx.exec_driver_sql("; ".join(zinnen))


def _begin(tx: Connection, *zinnen: str) -> None:
    """Begin on a line that works: of one that broke since it was last used, a new one is made here."""
    try:
        _zeg(tx, *zinnen)
    except DBAPIError as fout:
        if not fout.connection_invalidated:
            raise
        tx.rollback()
        _zeg(tx, *zinnen)


def _commit(tx: Connection) -> None:
    if _raw(tx).info.transaction_status.name != "INTRANS":  # a COMMIT would undo it and say that all is well
        raise RuntimeError("a function went on in a transaction that was gone")
    _zeg(tx, "COMMIT")


def _rollback(tx: Connection) -> None:
    if tx.invalidated:
        return
    raw = _raw(tx)
    try:
        raw.rollback()
    except raw.Error:
        tx.invalidate()


def _raw(tx: Connection) -> Any:
    return tx.connection.dbapi_connection


def _leeft_nog(fout: Exception) -> bool:
    """Say whether the transaction can go on after its savepoint is undone: not when the server asks to run it again."""
    if not isinstance(fout, DBAPIError):
        return True
    from psycopg.errors import DeadlockDetected, SerializationFailure  # at the top each start on SQLite would load it

    opnieuw = isinstance(fout.orig, SerializationFailure | DeadlockDetected)
    return not (fout.connection_invalidated or opnieuw)


def _begin_lijn(raw: Any, _: object) -> None:
    try:
        raw.execute(_KIJK_OF_ER_IEMAND_IS)
        raw.commit()
    except raw.Error:  # a server on a system that cannot look
        raw.rollback()
