"""Making pages when many are asked for: one at a time, each for all who wait for it, so that the bot is not held up."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

MEESTE = 60
"""So many different pages may wait to be made."""


class TeDruk(Exception):  # noqa: N818 (no mistake: it is what is said)
    """So many pages wait already that who asks had better come back later."""


class Drukte:
    """Takes turns. What is read is as new as the request for it: nobody gets what was begun before they asked."""

    def __init__(self) -> None:
        self._beurt = asyncio.Lock()
        self._wacht: dict[Hashable, asyncio.Future[Any]] = {}
        self._taken: set[asyncio.Task[None]] = set()

    async def deel(self, sleutel: Hashable, maak: Callable[[], Awaitable[T]]) -> T:
        """Return what `maak` gives; who asks for the same before it is begun gets the same.

        Raises:
            TeDruk: too many others wait.
        """
        klaar = self._wacht.get(sleutel)
        if klaar is None:
            if len(self._wacht) >= MEESTE:
                raise TeDruk
            klaar = self._wacht[sleutel] = asyncio.get_running_loop().create_future()
            taak = asyncio.create_task(self._maak(sleutel, klaar, maak))
            self._taken.add(taak)
            taak.add_done_callback(self._taken.discard)
        gemaakt: T = await asyncio.shield(klaar)
        return gemaakt

    async def _maak(self, sleutel: Hashable, klaar: asyncio.Future[Any], maak: Callable[[], Awaitable[Any]]) -> None:
        async with self._beurt:
            del self._wacht[sleutel]
            begin = time.perf_counter()
            try:
                klaar.set_result(await maak())
            except Exception as fout:
                klaar.set_exception(fout)
            await asyncio.sleep(time.perf_counter() - begin)  # the bot has at least half of the time
