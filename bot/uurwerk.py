"""What an installation does by the clock, for each of its wijken: what is due now, and clearing away.

One look finds where something is due: where nothing is, a wijk costs nothing. A wijk in which something goes wrong, or
takes long, keeps none of the others waiting.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot import opruimen
from bot.channels.rondes import Uitstel
from bot.services import standtelling
from bot.storage import wekkers
from bot.tellers import MIS
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
        self._uitstel = Uitstel("wekker", "alarm")
        self._bezig: dict[int, asyncio.Task[None]] = {}
        """What is due, or waits for its turn, by its wijk."""
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
            planner.add_job(self._elk_uur, "interval", [een], hours=1, **altijd)
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
        try:
            await beeindig_leases(hier.database)
        except Exception as fout:
            self._mis("leases that ran out were not ended", fout)
        if ook_klein := monotonic() >= self._klein_op:
            self._klein_op = monotonic() + _KLEIN_SECONDEN
        try:
            waar = await hier.database.read(waar_iets_moet, list(self._beurten), hier.clock.now(), ook_klein=ook_klein)
        except Exception as fout:
            self._mis("where something is due could not be read: each wijk looks", fout)
            waar = set(self._beurten)
        for een in self._wijken:
            if een.wijk in waar and een.wijk not in self._bezig:
                self._bezig[een.wijk] = taak = asyncio.create_task(self._doe(een))
                taak.add_done_callback(partial(self._klaar, een.wijk))

    async def elke_nacht(self) -> None:
        """Clear away in each wijk, and then the traces of all."""
        hier = self._hier
        for een in self._wijken:
            waar, termijnen = (een.database, een.wijk, een.clock, een.zone), een.settings.bewaren
            try:
                await opruimen.elke_nacht(*waar, termijnen, resten=False, beurt=self._beurten[een.wijk])
            except Exception as fout:
                self._mis(f"{een.settings.wijk.naam} was not cleared away", fout, "clearing")
        try:
            await opruimen.stille_wijken(hier.database, hier.clock, hier.zone)
        except Exception as fout:
            self._mis("the wijken without settings were not cleared away", fout, "clearing")
        await hier.database.wis_resten()

    async def _elk_uur(self, een: Omgeving) -> None:
        await opruimen.elk_uur(een.database, een.wijk, een.clock, self._beurten[een.wijk])

    async def _doe(self, een: Omgeving) -> None:
        """Do what is due in one wijk, as soon as what clears away there is done with its piece."""
        async with self._beurten[een.wijk]:
            try:
                await doe_wat_moet(een, self._uitstel)
            except Exception as fout:
                self._mis(f"what was due in {een.settings.wijk.naam} could not be done", fout, "alarm")

    def _klaar(self, wijk: int, _: asyncio.Task[None]) -> None:
        del self._bezig[wijk]

    def _mis(self, wat: str, fout: Exception, deel: str = "tick") -> None:
        MIS.labels(deel).inc()
        log.error(wat, exc_info=fout)

    async def _maak_af(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._hier.einde.over()):
                for beurt in self._beurten.values():
                    await beurt.acquire()
        bezig = list(self._bezig.values())
        for taak in bezig:
            taak.cancel()
        await asyncio.gather(*bezig, return_exceptions=True)


def waar_iets_moet(tx: Connection, wijken: Sequence[int], now: datetime, *, ook_klein: bool) -> set[int]:
    """Return in which wijken something is due, or how things stand must be counted.

    Args:
        ook_klein: look at those of which no count is kept too.
    """
    return wekkers.met_iets(tx, wijken, now) | standtelling.zijn_toe(tx, wijken, now, ook_klein=ook_klein)
