"""Fast time for a whole process: what it would only wait for is skipped, what it computes takes the time that it takes.

`python -m tests.bench._snelletijd module …` runs a module so, before anything keeps a clock for itself: `monotonic`,
`time` and `datetime.now` are then of this process. They go on with the CPU time of its threads, so that other work on
the machine does not show; and where nothing can happen before the next timer, and no thread is at work, they go there
at once. So each lease, pause, timeout and alarm of the program runs its full length by its own clock, and a day takes
as long as its work. Waiting for the disk takes no time at all.
"""

import asyncio
import ctypes
import gc
import runpy
import selectors
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")
_RUST_SECONDEN = 0.002
"""So long a real wait for a thread lasts before another look."""

_cpu, _muur = time.process_time, time.time()


class _Klok:
    """How far the clocks of this process are ahead of those of the machine, and what is at work in its threads."""

    def __init__(self) -> None:
        self.sprong = 0.0
        self.muur = 0.0
        self.bezig = 0

    def monotonic(self) -> float:
        return _cpu() + self.sprong

    def time(self) -> float:
        return _muur + self.monotonic() + self.muur

    @contextmanager
    def aan_het_werk(self) -> Iterator[None]:
        self.bezig += 1
        try:
            yield
        finally:
            self.bezig -= 1


KLOK = _Klok()


def zet(moment: datetime) -> None:
    """Let it be this moment; nothing that runs by the other clock notices."""
    KLOK.muur += moment.timestamp() - KLOK.time()


class _Springer(selectors.DefaultSelector):
    """Waits for a socket or a thread as usual, and for a timer not at all."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        er_is: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if er_is or timeout is None or timeout <= 0:
            return er_is if er_is or timeout is not None else super().select(None)
        if KLOK.bezig:
            return super().select(min(timeout, _RUST_SECONDEN))
        KLOK.sprong += timeout
        return []


class _Lus(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        super().__init__(_Springer())

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> asyncio.Future[T]:  # type: ignore[override]
        klaar = super().run_in_executor(executor, func, *args)
        KLOK.bezig += 1

        def af(_: object) -> None:
            KLOK.bezig -= 1

        klaar.add_done_callback(af)
        return klaar


def draai(werk: Coroutine[Any, Any, T]) -> T:
    """Run a program to its end in fast time."""
    with asyncio.Runner(loop_factory=_Lus) as lus:
        return lus.run(werk)


def _now(cls: type[datetime], tz: tzinfo | None = None) -> datetime:
    return cls.fromtimestamp(time.time(), tz)


def installeer() -> None:
    """Give this process its own clocks."""
    time.monotonic, time.time = KLOK.monotonic, KLOK.time
    eigen = gc.get_referents(datetime.__dict__)[0]  # the one type that all have, whatever name they imported it by
    eigen["now"] = classmethod(_now)
    eigen["utcnow"] = classmethod(lambda cls: cls.fromtimestamp(time.time(), UTC).replace(tzinfo=None))
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime))

    doe = aiosqlite.Connection._execute

    async def telt_mee(self: aiosqlite.Connection, fn: Any, *args: Any, **kwargs: Any) -> Any:
        with KLOK.aan_het_werk():
            return await doe(self, fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    aiosqlite.Connection._execute = telt_mee  # type: ignore[method-assign]


if __name__ == "__main__":
    from tests.bench import _snelletijd as snel

    snel.installeer()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__")
