"""The synchronous core's way to its data: plain functions `(tx, …)` run on the database's thread, one transaction each.

Writers that wait at the same moment share one commit, each in its own savepoint, and are answered after it
(rule 4 of the design). What differs per database stands in sqlite.py and postgres.py.
"""

import asyncio
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Hashable
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from bot.storage import wekken
from bot.tellers import GESCHREVEN

P = ParamSpec("P")
T = TypeVar("T")

MAX_FUNCTIES = 64
MAX_SECONDEN = 0.020
_PUNT = "SAVEPOINT functie"
ACCOUNTS = 0
"""The wijk key under which accounts and tokens are written: they belong to no wijk yet."""


class TransactieWeg(Exception):  # noqa: N818 (never leaves this package)
    """The shared transaction is gone: nobody may be answered, each function runs once more alone."""


@dataclass(eq=False)
class Opdracht:
    """One function that waits for its turn, and the future of who waits for it."""

    functie: Callable[[Connection], Any]
    klaar: asyncio.Future[Any]


@dataclass
class Uitkomst:
    """What one function gave: a value or the exception that undid it."""

    waarde: Any = None
    fout: Exception | None = None
    geraakt: frozenset[str] = frozenset()
    """Of what came rows, in this function and those before it in its group; see `bot.storage.wekken`."""


class Database(ABC):
    """A database with shared commits. Open one with `bot.storage.open_database`."""

    def __init__(self) -> None:
        self._rijen: dict[Hashable, deque[Opdracht]] = {}
        self._bezig: dict[Hashable, asyncio.Task[None]] = {}
        self._oren: dict[str, list[Callable[[], None]]] = {}
        self.vertel: Callable[[str], None] = lambda onderwerp: None
        """Wakes who waits for a subject in other processes."""

    def hoor(self, onderwerp: str, doe: Callable[[], None]) -> None:
        """Call a function each time that rows of a subject came and are committed; see `bot.storage.wekken`."""
        self._oren.setdefault(onderwerp, []).append(doe)

    def wek(self, onderwerp: str) -> None:
        """Wake who waits for a subject here."""
        for doe in self._oren.get(onderwerp, ()):
            doe()

    async def write(
        self, wijk: int | None, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `functie(tx, …)` in a transaction that is durable when this returns.

        Args:
            wijk: whose data is written; `ACCOUNTS` for accounts and tokens; None for queues that lock their own rows.
            functie: acts through `tx` only; may run a second time after a lost transaction. Its other arguments follow.

        Raises:
            Exception: what the function raised; then only its own work is undone.
        """
        rij, begin = self._sleutel(wijk), time.perf_counter()
        spoor = copy_context()  # the thread has none of its own
        klaar = asyncio.get_running_loop().create_future()
        opdracht = Opdracht(lambda tx: spoor.run(functie, tx, *args, **kwargs), klaar)
        self._rijen.setdefault(rij, deque()).append(opdracht)
        if rij not in self._bezig:
            self._bezig[rij] = asyncio.create_task(self._leeg(rij))
        resultaat: T = await opdracht.klaar
        GESCHREVEN.observe(time.perf_counter() - begin)
        return resultaat

    @abstractmethod
    async def read(self, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `functie(tx, …)` over one consistent snapshot; it may not write."""

    @abstractmethod
    async def wis_resten(self) -> None:
        """Remove what deleted rows left behind in the files. It takes a while, and writers wait."""

    @abstractmethod
    async def meet_tabellen(self) -> None:
        """Look anew how large the tables are, so that questions are gone about as fits; after many rows came at once.

        Whoever has the database open goes by it from then on.
        """

    @abstractmethod
    async def close(self) -> None:
        """Finish what waits and release threads and files."""

    async def wacht_tot_leeg(self) -> None:
        """Wait until no write is waiting or running."""
        while self._bezig:
            await asyncio.gather(*self._bezig.values())

    def _sleutel(self, wijk: int | None) -> Hashable:
        return wijk

    @abstractmethod
    async def _voer_uit(self, rij: Hashable, opdrachten: list[Opdracht]) -> list[Uitkomst]:
        """Run functions in one shared transaction; fewer outcomes than functions when time ran out.

        Raises:
            TransactieWeg: nothing was committed, or nobody knows whether it was.
        """

    async def _leeg(self, rij: Hashable) -> None:
        wachtend = self._rijen[rij]
        try:
            while wachtend:
                await asyncio.sleep(0)  # let those who are about to ask join this commit
                groep = [wachtend.popleft() for _ in range(min(len(wachtend), MAX_FUNCTIES))]
                try:
                    uitkomsten = await self._voer_uit(rij, groep)
                except Exception:  # a lost transaction, a thread that ended, a failed rollback: nobody is left waiting
                    uitkomsten = [await self._alleen(rij, opdracht) for opdracht in groep]
                wachtend.extendleft(reversed(groep[len(uitkomsten) :]))
                for opdracht, uitkomst in zip(groep, uitkomsten, strict=False):
                    _antwoord(opdracht, uitkomst)
                for onderwerp in frozenset().union(*(uitkomst.geraakt for uitkomst in uitkomsten)):
                    self.wek(onderwerp)
                    self.vertel(onderwerp)
        finally:
            del self._bezig[rij]

    async def _alleen(self, rij: Hashable, opdracht: Opdracht) -> Uitkomst:
        try:
            (uitkomst,) = await self._voer_uit(rij, [opdracht])
        except TransactieWeg as weg:
            oorzaak = weg.__cause__
            return Uitkomst(fout=oorzaak if isinstance(oorzaak, Exception) else weg)
        except Exception as fout:
            return Uitkomst(fout=fout)
        return uitkomst


def voer_groep_uit(
    tx: Connection,
    opdrachten: list[Opdracht],
    *,
    begin: Callable[..., object],
    commit: Callable[[], object],
    rollback: Callable[[], object],
    sql: Callable[..., object],
    leeft_nog: Callable[[Exception], bool],
) -> list[Uitkomst]:
    """Run functions in one transaction, each in its own savepoint; at most `MAX_SECONDEN` long.

    One that is alone needs no savepoint: what undoes it undoes all.

    Args:
        begin: begins, and runs statements.
        sql: runs statements; both in one go where that can be.

    Raises:
        TransactieWeg: with the database's error as cause.
    """
    uitkomsten: list[Uitkomst] = []
    alleen = len(opdrachten) == 1
    try:
        begin() if alleen else begin(_PUNT)
        tot = time.perf_counter() + MAX_SECONDEN
        for opdracht in opdrachten:
            if uitkomsten:
                if time.perf_counter() > tot:
                    break
                sql("RELEASE SAVEPOINT functie", _PUNT)
            try:
                uitkomsten.append(Uitkomst(opdracht.functie(tx)))
            except Exception as fout:  # whatever it is, it goes to who asked
                if not leeft_nog(fout):
                    raise
                uitkomsten.append(Uitkomst(fout=fout))
                if not alleen:
                    sql("ROLLBACK TO SAVEPOINT functie")
        geraakt = wekken.neem(tx)
        if alleen and uitkomsten[0].fout:
            rollback()
        else:
            commit()
    except Exception as fout:
        rollback()
        raise TransactieWeg from fout
    uitkomsten[-1].geraakt = geraakt
    return uitkomsten


def _antwoord(opdracht: Opdracht, uitkomst: Uitkomst) -> None:
    if opdracht.klaar.done():  # who asked was cancelled; the work stands
        return
    if uitkomst.fout is not None:
        opdracht.klaar.set_exception(uitkomst.fout)
    else:
        opdracht.klaar.set_result(uitkomst.waarde)
