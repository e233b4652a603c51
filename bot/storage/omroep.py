"""Telling the other processes on a PostgreSQL database that there is something to look at: LISTEN and NOTIFY.

What is told here only wakes. Who hears nothing, because a line broke or who told it was killed, finds it by looking now
and then.
"""

import asyncio
import json
import logging
import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from bot.storage import wekken
from bot.storage.postgres import PostgresDatabase

if TYPE_CHECKING:
    import psycopg

log = logging.getLogger(__name__)

_KANAAL = "gehoord"
_OPNIEUW_SECONDEN = 1.0
_LANGST_SECONDEN = 30.0
_STUUR = text("SELECT pg_notify(:kanaal, wat) FROM unnest(CAST(:wat AS text[])) AS wat")


class Omroep:
    """What one process tells the others, and hears of them."""

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database
        self._ik = secrets.token_hex(4)
        self._oren: dict[str, Callable[[str | None], None]] = {}
        self._wachtend: dict[str, set[str]] = defaultdict(set)
        self._zender: asyncio.Task[None] | None = None
        self.alleen = False
        """Nobody else is there to hear it."""
        database.vertel = lambda onderwerp: self.zeg(onderwerp, "")
        self.hoor(wekken.OUTBOX, lambda _: database.wek(wekken.OUTBOX))

    def hoor(self, onderwerp: str, doe: Callable[[str | None], None]) -> None:
        """Call a function with what others tell about a subject; with None when something may have been missed."""
        self._oren[onderwerp] = doe

    def zeg(self, onderwerp: str, wat: str) -> None:
        """Tell the others, once what is to be seen is committed. What is told twice in a moment is told once."""
        if self.alleen:
            return
        self._wachtend[onderwerp].add(wat)
        if self._zender is None:
            self._zender = asyncio.create_task(self._zend())

    async def luister(self) -> None:
        """Listen until cancelled, over a connection of its own; one that breaks is made anew."""
        import psycopg  # at the top each start on SQLite would load it

        pauze = _OPNIEUW_SECONDEN
        while True:
            try:
                async with await self._verbind() as lijn:
                    await lijn.execute(f"LISTEN {_KANAAL}")
                    pauze = _OPNIEUW_SECONDEN
                    for doe in self._oren.values():
                        doe(None)
                    async for bericht in lijn.notifies():
                        self._verdeel(bericht.payload)
            except psycopg.Error as fout:
                log.warning("the line by which processes wake each other broke (%s), again in %.0f s", fout, pauze)
            await asyncio.sleep(pauze)
            pauze = min(2 * pauze, _LANGST_SECONDEN)

    async def stop(self) -> None:
        """Tell what was still to be told."""
        if self._zender is not None:
            await asyncio.gather(self._zender, return_exceptions=True)
        self.alleen = True  # what is still written, others find by looking

    async def _verbind(self) -> "psycopg.AsyncConnection[tuple[object, ...]]":
        import psycopg

        return await psycopg.AsyncConnection.connect(**self._database.verbinding(), autocommit=True)

    def _verdeel(self, ruw: str) -> None:
        try:
            van, onderwerp, wat = json.loads(ruw)
            if van != self._ik and onderwerp in self._oren:
                self._oren[onderwerp](wat)
        except (ValueError, TypeError):
            log.warning("somebody else uses the name %s to tell things in this database", _KANAAL)

    async def _zend(self) -> None:
        try:
            while self._wachtend:
                alles, self._wachtend = self._wachtend, defaultdict(set)
                regels = [json.dumps([self._ik, over, wat]) for over, veel in alles.items() for wat in sorted(veel)]
                await self._database.write(None, _stuur, regels)
        except Exception:
            log.exception("other processes were not woken: they find it by looking")
        finally:
            self._zender = None


def _stuur(tx: Connection, regels: Sequence[str]) -> None:
    tx.execute(_STUUR, {"kanaal": _KANAAL, "wat": list(regels)})
