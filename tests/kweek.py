"""A maker of bots: a process that has imported all and makes them by forking, and how a test talks with it.

A bot so made costs milliseconds instead of seconds, and ends when its maker does: its stdin is a pipe of the maker.
"""

import asyncio
import logging
import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, Self

WORTEL = Path(__file__).parent.parent


def vork(draai: Callable[[], Coroutine[Any, Any, None]], anderen: Iterable[int] = ()) -> tuple[int, int]:
    """Fork a bot; return its process and the pipe that keeps it alive.

    Args:
        anderen: the pipes of other bots, which are not for this one.
    """
    leest, schrijft = os.pipe()
    kind = os.fork()
    if kind:
        os.close(leest)
        return kind, schrijft
    for pijp in (schrijft, *anderen):
        os.close(pijp)
    os.dup2(leest, 0)
    uit = 1
    try:
        asyncio.run(draai())
        uit = 0
    except BaseException:
        logging.getLogger(__name__).exception("the bot ended by itself")
    finally:
        os._exit(uit)  # nothing of the maker is to be finished here


class Maker(ABC):
    """The process of a maker, as its test sees it: it is told a line, and says one."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._proces = proces
        self._lezer = asyncio.create_task(self._lees())

    @classmethod
    async def begin(cls, module: str, waarmee: Path, uitvoer: Path) -> Self:
        """Start it; what it and its bots write to stderr goes to a file."""
        with uitvoer.open("ab") as uit:
            proces = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, str(waarmee)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=uit,
                cwd=WORTEL,
            )
        return cls(proces)

    async def sluit(self) -> None:
        """End the maker, and with it what it made."""
        if self._proces.returncode is None:
            self._proces.kill()
        await self._proces.wait()
        await self._lezer

    @abstractmethod
    def hoor(self, woorden: list[str]) -> None:
        """Take in what it says."""

    async def _zeg(self, *woorden: str) -> None:
        assert self._proces.stdin is not None
        self._proces.stdin.write((" ".join(woorden) + "\n").encode())
        await self._proces.stdin.drain()

    async def _lees(self) -> None:
        assert self._proces.stdout is not None
        while woorden := (await self._proces.stdout.readline()).decode().split():
            self.hoor(woorden)
