"""What an installation does by the clock, for each of its wijken: what is due now, and clearing away.

A wijk in which something goes wrong, or takes long, keeps none of the others waiting.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import opruimen
from bot.werk import TIK_SECONDEN, tik
from handlers.verwerking import Omgeving

log = logging.getLogger(__name__)


async def loop_uurwerk(wijken: Sequence[Omgeving], post: Callable[[], Awaitable[object]]) -> None:
    """Look now and every second which rows are due; clear away old ones every hour, and their traces every night.

    It runs until it is cancelled; what is under way then is finished.

    Args:
        post: clears away updates that cannot come again.
    """
    planner = AsyncIOScheduler(timezone="UTC")
    beurten = {een.wijk: asyncio.Lock() for een in wijken}

    async def na_elkaar(omgeving: Omgeving, werk: Callable[[Omgeving], Awaitable[None]]) -> None:
        async with beurten[omgeving.wijk]:
            await werk(omgeving)

    async def elke_nacht() -> None:
        """Clear away in each wijk, and then the traces of all."""
        for een in wijken:
            try:
                await na_elkaar(een, opruimen_elke_nacht)
            except Exception:
                log.exception("what was kept long enough in %s was not cleared away", een.settings.wijk.naam)
        een = wijken[0]
        await opruimen.stille_wijken(een.database, een.clock, een.zone)
        await een.database.wis_resten()

    async def einde() -> None:
        planner.pause()
        for beurt in beurten.values():
            with suppress(TimeoutError):  # APScheduler breaks off what is under way then
                await asyncio.wait_for(beurt.acquire(), wijken[0].einde.over())
        planner.shutdown(wait=False)

    altijd: dict[str, Any] = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    meteen = datetime.now(UTC)  # a bot that keeps being restarted must get to its reminders too
    nacht: dict[str, Any] = {"hour": 3, "minute": 30, "timezone": wijken[0].zone}
    for een in wijken:
        planner.add_job(na_elkaar, "interval", [een, tik], seconds=TIK_SECONDEN, next_run_time=meteen, **altijd)
        planner.add_job(na_elkaar, "interval", [een, opruimen_elk_uur], hours=1, **altijd)
    planner.add_job(elke_nacht, "cron", **nacht, **altijd)
    planner.add_job(post, "interval", hours=1, **altijd)
    planner.start()
    try:
        await asyncio.Event().wait()
    finally:
        await einde()


async def opruimen_elk_uur(o: Omgeving) -> None:
    """Clear away in one wijk what has served its purpose."""
    await opruimen.elk_uur(o.database, o.wijk, o.clock)


async def opruimen_elke_nacht(o: Omgeving) -> None:
    """Delete in one wijk what was kept long enough."""
    await opruimen.elke_nacht(o.database, o.wijk, o.clock, o.zone, o.settings.bewaren, resten=False)
