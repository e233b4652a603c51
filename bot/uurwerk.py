"""What an installation does by the clock, for each of its wijken: what is due now, and clearing away.

One look finds where something is due: where nothing is, a wijk costs nothing. A wijk in which something goes wrong, or
takes long, keeps none of the others waiting.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot import opruimen
from bot.services import standtelling
from bot.storage import wekkers
from bot.werk import TIK_SECONDEN, beeindig_leases, doe_wat_moet, lees_klok
from handlers.verwerking import Omgeving

log = logging.getLogger(__name__)

_KLEIN_SECONDEN = 60.0
"""So often a wijk of which no count is kept is looked at: it may have grown."""


class Uurwerk:
    """The clock of all wijken.

    Args:
        post: clears away updates that cannot come again.
    """

    def __init__(self, wijken: Sequence[Omgeving], post: Callable[[], Awaitable[object]]) -> None:
        self._wijken = wijken
        self._hier = wijken[0]
        self._post = post
        self._beurten = {een.wijk: asyncio.Lock() for een in wijken}
        self._bezig: set[asyncio.Task[None]] = set()
        self._klein_op = 0.0

    async def loop(self) -> None:
        """Look now and every second what is due; clear away every hour what is old, and every night its traces.

        It runs until it is cancelled; what is under way then is finished, if that is soon.
        """
        planner = AsyncIOScheduler(timezone="UTC")
        altijd: dict[str, Any] = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        meteen = datetime.now(UTC)  # a bot that keeps being restarted must get to its reminders too
        nacht: dict[str, Any] = {"hour": 3, "minute": 30, "timezone": self._hier.zone}
        planner.add_job(self.tik, "interval", seconds=TIK_SECONDEN, next_run_time=meteen, **altijd)
        for een in self._wijken:
            planner.add_job(self._na_elkaar, "interval", [een, opruimen_elk_uur], hours=1, **altijd)
        planner.add_job(self.elke_nacht, "cron", **nacht, **altijd)
        planner.add_job(self._post, "interval", hours=1, **altijd)
        planner.start()
        try:
            await asyncio.Event().wait()
        finally:
            planner.pause()
            await self._maak_af()
            planner.shutdown(wait=False)  # it breaks off what is under way then

    async def tik(self) -> None:
        """Begin with what is due, where nothing is under way; wait for none of it."""
        hier = self._hier
        await lees_klok(hier)
        await beeindig_leases(hier.database)
        if ook_klein := monotonic() >= self._klein_op:
            self._klein_op = monotonic() + _KLEIN_SECONDEN
        waar = await hier.database.read(waar_iets_moet, list(self._beurten), hier.clock.now(), ook_klein=ook_klein)
        for een in self._wijken:
            if een.wijk in waar and not self._beurten[een.wijk].locked():
                taak = asyncio.create_task(self._na_elkaar(een, doe_of_meld))
                self._bezig.add(taak)
                taak.add_done_callback(self._bezig.discard)

    async def elke_nacht(self) -> None:
        """Clear away in each wijk, and then the traces of all."""
        for een in self._wijken:
            try:
                await self._na_elkaar(een, opruimen_elke_nacht)
            except Exception:
                log.exception("what was kept long enough in %s was not cleared away", een.settings.wijk.naam)
        hier = self._hier
        await opruimen.stille_wijken(hier.database, hier.clock, hier.zone)
        await hier.database.wis_resten()

    async def _na_elkaar(self, omgeving: Omgeving, werk: Callable[[Omgeving], Awaitable[None]]) -> None:
        async with self._beurten[omgeving.wijk]:
            await werk(omgeving)

    async def _maak_af(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._hier.einde.over()):
                for beurt in self._beurten.values():
                    await beurt.acquire()
        for taak in self._bezig:
            taak.cancel()
        await asyncio.gather(*self._bezig, return_exceptions=True)


def waar_iets_moet(tx: Connection, wijken: Sequence[int], now: datetime, *, ook_klein: bool) -> set[int]:
    """Return in which wijken something is due, or how things stand must be counted.

    Args:
        ook_klein: look at those of which no count is kept too.
    """
    return wekkers.met_iets(tx, wijken, now) | standtelling.zijn_toe(tx, wijken, now, ook_klein=ook_klein)


async def doe_of_meld(o: Omgeving) -> None:
    """Do what is due in one wijk; what goes wrong is logged, and tried again at the next tick."""
    try:
        await doe_wat_moet(o)
    except Exception:
        log.exception("what was due in %s could not be done", o.settings.wijk.naam)


async def opruimen_elk_uur(o: Omgeving) -> None:
    """Clear away in one wijk what has served its purpose."""
    await opruimen.elk_uur(o.database, o.wijk, o.clock)


async def opruimen_elke_nacht(o: Omgeving) -> None:
    """Delete in one wijk what was kept long enough."""
    await opruimen.elke_nacht(o.database, o.wijk, o.clock, o.zone, o.settings.bewaren, resten=False)
