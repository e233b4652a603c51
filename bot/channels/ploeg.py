"""This process among those that work side by side on one PostgreSQL database: whether it lives, and what it alone does.

One process on SQLite has none of this.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from time import monotonic
from typing import Any

from bot.storage import processen
from bot.storage.omroep import Omroep
from bot.storage.postgres import PostgresDatabase

log = logging.getLogger(__name__)

SLAG_SECONDEN = 1.5
"""So often it says that it lives; see `processen.LEASE`."""
_MARGE_SECONDEN = 0.5
_KIJK_SECONDEN = 0.1
_ONDERWERP = "ploeg"
"""The subject under which a process says that it begins or stops."""


class Ploeg:
    """This process, by the number that it has while it lives.

    One that was away for too long, such as a stopped one, is dead to the others: what it had is theirs. It forgets all
    that and begins anew, under another number.
    """

    def __init__(self, database: PostgresDatabase, omroep: Omroep) -> None:
        self._database = database
        self.omroep = omroep
        self.nr = 0
        self._tot = 0.0
        self._wil: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {}
        self._bezig: dict[str, asyncio.Task[None]] = {}
        self._bij_dood: list[Callable[[], Awaitable[None]]] = []
        self._nu = asyncio.Event()
        omroep.hoor(_ONDERWERP, self._iets_nieuws)

    def leeft(self) -> bool:
        """Say whether what it took certainly is still its own."""
        return monotonic() < self._tot

    async def zeker(self) -> None:
        """Wait until what it took certainly is its own. Where others took it over, `bij_dood` comes first."""
        while not self.leeft():  # noqa: ASYNC110 (it ends by time passing)
            await asyncio.sleep(_KIJK_SECONDEN)

    def alleen(self, naam: str, doe: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Let something run here while no other process has the right to it; it ends when that is lost."""
        self._wil[naam] = doe

    def bij_dood(self, doe: Callable[[], Awaitable[None]]) -> None:
        """Forget in this way what it had, when others took that over."""
        self._bij_dood.append(doe)

    async def begin(self) -> None:
        """Begin to live."""
        begonnen = monotonic()
        self.nr = await self._database.write(processen.PLOEG, processen.begin)
        self._reken(begonnen)
        self.omroep.alleen = False
        self.omroep.zeg(_ONDERWERP, "er")

    async def werk(self) -> None:
        """Say that it lives until cancelled, and run what it alone may do.

        Raises:
            Exception: what it alone did broke down.
        """
        while True:
            self._nu.clear()
            try:
                await self._slag()
            except Exception:
                log.exception("this process could not say that it lives")
            self._kijk_na()
            with suppress(TimeoutError):
                async with asyncio.timeout(SLAG_SECONDEN):
                    await self._nu.wait()

    async def staak(self) -> None:
        """Stop what it alone did."""
        await self._staak(list(self._bezig))

    async def stop(self) -> None:
        """Let the others have at once all that it had."""
        try:
            await self._database.write(processen.PLOEG, processen.einde, self.nr)
        except Exception:
            log.exception("the others find out by themselves that this process stopped")
        self.omroep.zeg(_ONDERWERP, "weg")
        await self.omroep.stop()

    def _iets_nieuws(self, _: str | None) -> None:
        self.omroep.alleen = False  # until it is known better
        self._nu.set()

    async def _slag(self) -> None:
        begonnen = monotonic()
        stand = await self._database.write(processen.PLOEG, processen.leef, self.nr, list(self._wil))
        if not stand.leeft:
            await self._sterf()
            await self.begin()
            return
        self._reken(begonnen)
        self.omroep.alleen = stand.samen == 1
        await self._staak([naam for naam in self._bezig if naam not in stand.rechten])
        for naam in stand.rechten - self._bezig.keys():
            self._bezig[naam] = asyncio.create_task(self._wil[naam](), name=naam)

    def _reken(self, begonnen: float) -> None:
        self._tot = begonnen + processen.LEASE.total_seconds() - _MARGE_SECONDEN

    def _kijk_na(self) -> None:
        for taak in list(self._bezig.values()):
            if taak.done():  # what has nothing to do here ends at once
                taak.result()

    async def _sterf(self) -> None:
        log.warning("this process was away for too long: others took over what it had, and it begins anew")
        await self._staak(list(self._bezig))
        for doe in self._bij_dood:
            await doe()

    async def _staak(self, namen: list[str]) -> None:
        taken = [self._bezig.pop(naam) for naam in namen]
        for taak in taken:
            taak.cancel()
        for naam, uit in zip(namen, await asyncio.gather(*taken, return_exceptions=True), strict=True):
            if isinstance(uit, Exception):
                log.error("%s did not stop in order", naam, exc_info=uit)
