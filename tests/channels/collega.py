"""A process beside others on one PostgreSQL database, as far as channels know it: several live in one test."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channels.ploeg import Ploeg
from bot.storage import open_database
from bot.storage.omroep import Omroep
from bot.storage.postgres import PostgresDatabase


@dataclass
class Collega:
    """What one process has."""

    database: PostgresDatabase
    omroep: Omroep
    ploeg: Ploeg
    taken: list[asyncio.Task[None]]

    async def valt_weg(self) -> None:
        """End as a killed process does: nothing is said, nothing put back."""
        for taak in self.taken:
            taak.cancel()
        await asyncio.gather(*self.taken, return_exceptions=True)
        await self.ploeg.staak()


@asynccontextmanager
async def collega(url: str) -> AsyncIterator[Collega]:
    """Begin, and stop in order."""
    database = await open_database(url)
    assert isinstance(database, PostgresDatabase)
    omroep = Omroep(database)
    ploeg = Ploeg(database, omroep)
    await ploeg.begin()
    taken = [asyncio.create_task(omroep.luister()), asyncio.create_task(ploeg.werk())]
    zelf = Collega(database, omroep, ploeg, taken)
    try:
        yield zelf
    finally:
        await zelf.valt_weg()
        await ploeg.stop()
        await database.close()
