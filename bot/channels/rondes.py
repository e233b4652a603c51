"""Work on rows that are due, in rounds: beside each other, each once at a time, and none waits for another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine
from functools import partial
from time import monotonic
from typing import Any

log = logging.getLogger(__name__)


class Rondes:
    """What is under way of one kind of row, by its id, and which rows must wait.

    Args:
        wat: what the rows are, for the log.
        rust: seconds between two rounds.
    """

    def __init__(self, wat: str, rust: float) -> None:
        self._wat = wat
        self._rust = rust
        self.onderweg: dict[int, asyncio.Task[None]] = {}
        self.niet_voor: dict[int, float] = {}

    async def werk(self, ronde: Callable[[], Awaitable[None]]) -> None:
        """Make rounds until cancelled. What was under way then is done again at the next start."""
        try:
            while True:
                try:
                    await ronde()
                except Exception:
                    log.exception("%s could not be read", self._wat)
                await asyncio.sleep(self._rust)
        finally:
            onderweg = list(self.onderweg.values())
            for taak in onderweg:
                taak.cancel()
            await asyncio.gather(*onderweg, return_exceptions=True)

    def kan(self, rij: int) -> bool:
        """Say whether a row is not under way and need not wait."""
        return rij not in self.onderweg and monotonic() >= self.niet_voor.get(rij, 0.0)

    def begin(self, rij: int, doe: Coroutine[Any, Any, None]) -> None:
        """Begin with a row, without waiting for it."""
        taak = asyncio.create_task(doe)
        self.onderweg[rij] = taak
        taak.add_done_callback(partial(self._klaar, rij))

    def wacht(self, rij: int, seconden: float) -> None:
        """Let a row wait before it is begun again."""
        self.niet_voor[rij] = monotonic() + seconden

    def vergeet_anders_dan(self, rijen: Collection[int]) -> set[int]:
        """Forget until when rows wait that are not there any more, and return these."""
        weg = self.niet_voor.keys() - set(rijen)
        for rij in weg:
            del self.niet_voor[rij]
        return weg

    def _klaar(self, rij: int, _: asyncio.Task[None]) -> None:
        del self.onderweg[rij]
