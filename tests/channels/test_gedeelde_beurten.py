"""Turns that processes share: together they go as fast as one may, no faster, and a refusal of one is heeded by all."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from bot.channels.beurten import GeenBeurt
from bot.channels.gedeelde_beurten import GedeeldeBeurten
from bot.rules.pacing import Baan, Grenzen
from bot.storage import Database, open_database

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
A, D, H, U = Baan


async def _processen(stapel: AsyncExitStack, url: str, hoeveel: int, grenzen: Grenzen) -> list[GedeeldeBeurten]:
    bases: list[Database] = [await open_database(url) for _ in range(hoeveel)]
    alle = [GedeeldeBeurten(grenzen, database, "42") for database in bases]
    for database, beurten in zip(bases, alle, strict=True):
        stapel.push_async_callback(database.close)
        stapel.push_async_callback(beurten.stop)
    return alle


async def test_three_processes_together_send_at_the_rate_of_one(database_url: str) -> None:
    gegaan: list[float] = []

    async def stuur(beurten: GedeeldeBeurten, chat: int) -> None:
        await beurten.beurt(U, chat)
        gegaan.append(monotonic())

    async with AsyncExitStack() as stapel:
        alle = await _processen(stapel, database_url, 3, Grenzen(50.0))
        begin = monotonic()
        await asyncio.gather(*(stuur(alle[chat % 3], chat) for chat in range(90)))
        duur = monotonic() - begin
    assert duur > 88 / 50 - 0.1
    assert all(een - gegaan[n - 60] > 0.95 for n, een in enumerate(gegaan) if n >= 60), "a second holds 50, and a few"


async def test_one_chat_gets_no_more_of_two_processes_than_of_one(database_url: str) -> None:
    async with AsyncExitStack() as stapel:
        een, ander = await _processen(stapel, database_url, 2, Grenzen(1000.0))
        begin = monotonic()
        await asyncio.gather(*(wie.beurt(A, 7) for wie in (een, ander, een, ander, een)))
        assert monotonic() - begin > 1.9, "three at once, and then one a second"


async def test_a_refusal_of_one_process_holds_the_others_back(database_url: str) -> None:
    async with AsyncExitStack() as stapel:
        een, ander = await _processen(stapel, database_url, 2, Grenzen(50.0))
        een.geweigerd(7, 3600)
        await asyncio.gather(*een._taken)
        with pytest.raises(GeenBeurt):
            await ander.beurt(A, 7, datetime.now(UTC) + timedelta(seconds=0.5))
        assert ander.wacht(7) > 3500
        await ander.beurt(A, 8)


async def test_an_answer_goes_before_a_broadcast_of_another_process(database_url: str) -> None:
    """Turns are booked only a little ahead, so that what is urgent elsewhere comes in between."""
    async with AsyncExitStack() as stapel:
        een, ander = await _processen(stapel, database_url, 2, Grenzen(20.0))
        uitzending = [asyncio.create_task(een.beurt(U, chat)) for chat in range(100, 200)]
        await asyncio.sleep(0.5)
        begin = monotonic()
        await ander.beurt(A, 7)
        assert monotonic() - begin < 1.0, "not behind the hundred"
        for taak in uitzending:
            taak.cancel()


async def test_who_stops_waiting_costs_nobody_a_turn(database_url: str) -> None:
    async with AsyncExitStack() as stapel:
        (een,) = await _processen(stapel, database_url, 1, Grenzen(20.0))
        taken = [asyncio.create_task(een.beurt(U, chat)) for chat in range(40)]
        await asyncio.sleep(0)
        for taak in taken[3:]:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        begin = monotonic()
        await een.beurt(U, 99)
        assert monotonic() - begin < 1.0
