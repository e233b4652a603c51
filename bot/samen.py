"""What of the bot runs in this process, and the processes beside it. On SQLite one does all, and none is beside it.

What runs in any number of processes is started by `start`, what runs in one of them at a time by `Samen.alleen`.
"""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from bot.channels.beurten import Beurten
from bot.channels.gedeelde_beurten import GedeeldeBeurten
from bot.channels.ploeg import Ploeg
from bot.errors import InvoerFout
from bot.rules.pacing import Grenzen
from bot.storage import Database
from bot.storage.omroep import Omroep
from bot.storage.postgres import PostgresDatabase

Deel = Callable[[], Coroutine[Any, Any, None]]
"""Something that runs until it is cancelled."""


class Procesrol(StrEnum):
    """What a process can do."""

    INTAKE = "intake"
    """Take updates of Telegram in."""
    WERK = "werk"
    """Handle updates, and answer them."""
    ZENDER = "zender"
    """Send what nobody asked for at this moment: messages, mail, signs; and keep what shows in groups."""
    PLAN = "plan"
    """Do what is due, and clear away."""
    WEB = "web"
    """Serve the pages, and the chat in the browser."""


ALLE = frozenset(Procesrol)


@dataclass(frozen=True)
class Samen:
    """The part of this process.

    Args:
        ploeg: this process among others; None where it is the only one.
    """

    rollen: frozenset[Procesrol] = ALLE
    ploeg: Ploeg | None = None

    @property
    def omroep(self) -> Omroep | None:
        """What other processes are told by, and heard."""
        return self.ploeg.omroep if self.ploeg else None

    def doet(self, *rollen: Procesrol) -> bool:
        """Say whether one of these roles is this process's."""
        return not self.rollen.isdisjoint(rollen)

    def alleen(self, stapel: AsyncExitStack, gestopt: asyncio.Future[None], naam: str, *delen: Deel) -> None:
        """Run parts until the stack closes, here or in another process: never in two."""
        if self.ploeg is not None:
            self.ploeg.alleen(naam, partial(_allemaal, delen))
            return
        for deel in delen:
            start(stapel, deel(), gestopt)

    def beurten(self, stapel: AsyncExitStack, grenzen: Grenzen, database: Database, bot: str) -> Beurten:
        """Return who gives the turns to send of a bot: as many as it may have in all processes together."""
        if self.ploeg is None:
            return Beurten(grenzen)
        gedeeld = GedeeldeBeurten(grenzen, database, bot)
        stapel.push_async_callback(gedeeld.stop)
        return gedeeld

    def begin(self, stapel: AsyncExitStack, gestopt: asyncio.Future[None]) -> None:
        """Begin what one process at a time does, now that all of it is known; and say from now on that it lives."""
        if self.ploeg is not None:
            stapel.push_async_callback(self.ploeg.staak)
            start(stapel, self.ploeg.werk(), gestopt)


ALLEEN = Samen()
"""One process that does all, and none beside it."""


async def maak_samen(
    stapel: AsyncExitStack, database: Database, rollen: Collection[Procesrol], gestopt: asyncio.Future[None]
) -> Samen:
    """Take a place among the processes on a database, until the stack closes.

    Raises:
        InvoerFout: it is SQLite, and not all roles are asked for.
    """
    if not isinstance(database, PostgresDatabase):
        if frozenset(rollen) != ALLE:
            raise InvoerFout("--rol: dat gaat alleen op PostgreSQL; laat --rol weg, dan doet dit proces alles")
        return ALLEEN
    ploeg = Ploeg(database, Omroep(database))
    await ploeg.begin()
    stapel.push_async_callback(ploeg.stop)
    start(stapel, ploeg.omroep.luister(), gestopt)
    return Samen(frozenset(rollen), ploeg)


def start(stapel: AsyncExitStack, deel: Coroutine[Any, Any, None], gestopt: asyncio.Future[None]) -> None:
    """Run a part until the stack closes; when it breaks down by itself, `gestopt` carries the reason."""
    taak = asyncio.create_task(deel)

    def gebroken(taak: asyncio.Task[None]) -> None:
        if not taak.cancelled() and (fout := taak.exception()) and not gestopt.done():
            gestopt.set_exception(fout)

    async def einde() -> None:
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)

    taak.add_done_callback(gebroken)
    stapel.push_async_callback(einde)


async def _allemaal(delen: Collection[Deel]) -> None:
    """Run parts until cancelled, or until one breaks down: then that is raised."""
    taken = [asyncio.create_task(deel()) for deel in delen]
    try:
        await asyncio.gather(*taken)
    finally:
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
