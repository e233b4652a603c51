"""The clock of several wijken: one look for all, and what goes wrong in one keeps none of the others waiting."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot import uurwerk, werk
from bot.channels.rondes import Uitstel
from bot.clock import SystemClock
from bot.config import Opslag, Settings, Wijk
from bot.storage import tables as t
from bot.storage import wekkers
from bot.uurwerk import Uurwerk
from handlers.verwerking import Omgeving
from tests.bench.stilstand import blikken
from tests.builders import een_peiling

WEKKER = "peiling_sluit"


@pytest.fixture
async def wijken(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Omgeving, ...]]:
    opslag = Opslag(database_url, *(str(tmp_path / naam) for naam in ("peper", "tijdvak", "sleutel", "pushsleutel")))
    alle = [Settings(Wijk(f"Buurt {n}"), opslag, sleutel=f"buurt-{n}") for n in range(5)]
    async with AsyncExitStack() as stapel:
        yield await werk.maak_omgevingen(stapel, alle, bytes(32))


async def _post() -> None: ...


def _peiling_is_voorbij(tx: Connection, wijk: int, nu: datetime) -> None:
    wekkers.zet(tx, wijk, WEKKER, een_peiling(tx, wijk), nu)


async def _tik(klok: Uurwerk) -> float:
    """Return how many looks a tick took, with all that it began."""
    voor = blikken()
    await klok.tik()
    await asyncio.gather(*klok._bezig.values())
    return blikken() - voor


async def test_wijken_in_which_nothing_is_due_take_as_many_looks_together_as_one(wijken: tuple[Omgeving, ...]) -> None:
    keer = {}
    for deze in (wijken[:1], wijken):
        klok = Uurwerk(deze, _post)
        await _tik(klok)  # at a start something is
        keer[len(deze)] = await _tik(klok)
    assert keer[1] == keer[5] == 2


async def test_what_is_due_is_done_in_each_wijk_also_where_another_breaks_down(
    wijken: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    hier, daar = wijken[:2]
    nu, database = SystemClock().now(), hier.database
    for een in (hier, daar):
        await database.write(een.wijk, _peiling_is_voorbij, een.wijk, nu)
    gedaan: list[int] = []

    async def soms(omgeving: Omgeving, uitstel: Uitstel) -> None:
        gedaan.append(omgeving.wijk)
        if omgeving.wijk == hier.wijk:
            raise ConnectionError("the database is away")
        await werk.doe_wat_moet(omgeving, uitstel)

    monkeypatch.setattr(uurwerk, "doe_wat_moet", soms)
    klok = Uurwerk(wijken, _post)
    await _tik(klok)
    await _tik(klok)
    assert gedaan == [hier.wijk, daar.wijk, hier.wijk], "where it went wrong it is tried again, and nothing else"
    open_ = select(t.wekker.c.wijk).where(t.wekker.c.gedaan_op.is_(None), t.wekker.c.soort == WEKKER)
    assert await database.read(lambda tx: list(tx.scalars(open_))) == [hier.wijk]


async def test_what_takes_long_in_one_wijk_is_begun_once_and_holds_up_no_other(
    wijken: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen, door = [], asyncio.Event()

    async def lang(omgeving: Omgeving, _: Uitstel) -> None:
        begonnen.append(omgeving.wijk)
        if omgeving is wijken[0]:
            await door.wait()

    monkeypatch.setattr(uurwerk, "doe_wat_moet", lang)
    monkeypatch.setattr(uurwerk, "waar_iets_moet", lambda *_, **__: {een.wijk for een in wijken[:2]})
    klok = Uurwerk(wijken, _post)
    for _ in range(3):
        await klok.tik()
        await asyncio.sleep(0)
    door.set()
    await asyncio.gather(*klok._bezig.values())
    assert sorted(begonnen) == [wijken[0].wijk, *[wijken[1].wijk] * 3]
