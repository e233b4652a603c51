"""What several ask at about the same moment, done in one go."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Bundel(Generic[T]):
    """Gathers what is asked while it is at work, and does that together next.

    Args:
        doe: does all of it or raises; what could not be done together is then tried one by one.
    """

    def __init__(self, doe: Callable[[list[T]], Awaitable[None]]) -> None:
        self._doe = doe
        self._gevraagd: list[tuple[Sequence[T], asyncio.Future[None]]] = []
        self._taak: asyncio.Task[None] | None = None

    async def erbij(self, dingen: Sequence[T]) -> None:
        """Return when these are done.

        Raises:
            Exception: why these, alone, could not be done.
        """
        gedaan = asyncio.get_running_loop().create_future()
        self._gevraagd.append((dingen, gedaan))
        if self._taak is None:
            self._taak = asyncio.create_task(self._werk())
        await gedaan

    async def stop(self, seconden: float) -> None:
        """Wait a while for what is being done."""
        if self._taak is not None:
            await asyncio.wait([self._taak], timeout=seconden)

    async def _werk(self) -> None:
        try:
            while self._gevraagd:
                await asyncio.sleep(0)  # let who is about to ask join
                samen, self._gevraagd = self._gevraagd, []
                await self._probeer(samen)
        finally:
            self._taak = None

    async def _probeer(self, samen: list[tuple[Sequence[T], asyncio.Future[None]]]) -> None:
        fout: Exception | None = None
        try:
            await self._doe([ding for dingen, _ in samen for ding in dingen])
        except Exception as gevangen:
            if len(samen) > 1:  # what is wrong with one keeps no other waiting
                await asyncio.gather(*(self._probeer([een]) for een in samen))
                return
            fout = gevangen
        for _, gedaan in samen:
            if gedaan.done():  # who asked is gone
                continue
            if fout is None:
                gedaan.set_result(None)
            else:
                gedaan.set_exception(fout)
