"""Work on rows that are due, in rounds: beside each other, each once at a time, and none waits for another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine
from functools import partial
from time import monotonic
from typing import Any

from bot.storage import kapot
from bot.tellers import MIS

log = logging.getLogger(__name__)


LANGST_SECONDEN = 60.0
"""So long at most waits what goes wrong each time: it may be about the moment, such as a database that was away."""


class Uitstel:
    """Which rows must wait before they are begun again, and how often each went wrong: ever longer, and told of once.

    Args:
        tabel: where the rows stand.
        deel: what the figure calls it; see `kapot.meld`.
    """

    def __init__(self, tabel: str, deel: str = "row") -> None:
        self._tabel = tabel
        self._deel = deel
        self._keren: dict[int, int] = {}
        self.niet_voor: dict[int, float] = {}

    def kan(self, rij: int) -> bool:
        """Say whether a row need not wait."""
        return monotonic() >= self.niet_voor.get(rij, 0.0)

    def wachtend(self) -> list[int]:
        """Return the rows that must wait."""
        return [rij for rij in self.niet_voor if not self.kan(rij)]

    def wacht(self, rij: int, seconden: float) -> None:
        """Let a row wait."""
        self.niet_voor[rij] = monotonic() + seconden

    def ging_mis(self, rij: int, fout: Exception, eerst: float = 1.0) -> None:
        """Tell of a row, and let it wait: twice as long each time.

        Args:
            eerst: so many seconds the first time.
        """
        kapot.meld(self._tabel, rij, fout, self._deel)
        self._keren[rij] = keer = min(self._keren.get(rij, -1) + 1, 8)
        self.wacht(rij, min(eerst * 2**keer, max(eerst, LANGST_SECONDEN)))

    def ging_goed(self, rij: int) -> None:
        """Forget that a row went wrong before."""
        self._keren.pop(rij, None)

    def klaar(self, rij: int) -> None:
        """Forget a row."""
        self.ging_goed(rij)
        self.niet_voor.pop(rij, None)

    def vergeet_anders_dan(self, rijen: Collection[int]) -> set[int]:
        """Forget until when rows wait that are not there any more, and return these."""
        weg = (self.niet_voor.keys() | self._keren.keys()) - set(rijen)
        for rij in weg:
            self.niet_voor.pop(rij, None)
            self._keren.pop(rij, None)
        return weg


class Rondes(Uitstel):
    """What is under way of one kind of row, by its id, and which rows must wait.

    Args:
        wat: what the rows are, for the log.
        rust: seconds between two rounds.
        tabel: where the rows stand.
        opnieuw: so many seconds waits what went wrong for the first time.
    """

    def __init__(self, wat: str, rust: float, tabel: str = "wijk", opnieuw: float = 5.0) -> None:
        super().__init__(tabel)
        self._wat = wat
        self._rust = rust
        self._opnieuw = opnieuw
        self.onderweg: dict[int, asyncio.Task[None]] = {}

    async def werk(self, ronde: Callable[[], Awaitable[None]]) -> None:
        """Make rounds until cancelled. What was under way then is done again at the next start."""
        try:
            while True:
                try:
                    await ronde()
                except Exception:
                    MIS.labels("round").inc()
                    log.exception("%s could not be read", self._wat)
                await asyncio.sleep(self._rust)
        finally:
            onderweg = list(self.onderweg.values())
            for taak in onderweg:
                taak.cancel()
            await asyncio.gather(*onderweg, return_exceptions=True)

    def kan(self, rij: int) -> bool:
        """Say whether a row is not under way and need not wait."""
        return rij not in self.onderweg and super().kan(rij)

    def begin(self, rij: int, doe: Coroutine[Any, Any, None]) -> None:
        """Begin with a row, without waiting for it; what goes wrong with it waits, and the others go on."""
        taak = asyncio.create_task(self._doe(rij, doe))
        self.onderweg[rij] = taak
        taak.add_done_callback(partial(self._klaar, rij, doe))

    async def _doe(self, rij: int, doe: Coroutine[Any, Any, None]) -> None:
        try:
            await doe
        except Exception as fout:
            self.ging_mis(rij, fout, self._opnieuw)
        else:
            self.ging_goed(rij)

    def _klaar(self, rij: int, doe: Coroutine[Any, Any, None], _: asyncio.Task[None]) -> None:
        doe.close()  # it may have been cancelled before it began
        del self.onderweg[rij]
