"""What several ask at once is done in one go, and what is wrong with one is told to that one only."""

import asyncio

import pytest

from bot.channels.bundel import Bundel


async def test_what_is_asked_while_it_is_at_work_is_done_together_and_in_order() -> None:
    gedaan: list[list[int]] = []

    async def doe(dingen: list[int]) -> None:
        await asyncio.sleep(0)
        gedaan.append(dingen)

    bundel = Bundel(doe)
    await asyncio.gather(*(bundel.erbij([n, n]) for n in range(3)))
    assert gedaan == [[0, 0, 1, 1, 2, 2]]


async def test_one_that_cannot_be_done_keeps_no_other_out() -> None:
    gedaan: list[int] = []

    async def doe(dingen: list[int]) -> None:
        if 13 in dingen:
            raise ValueError("13")
        gedaan.extend(dingen)

    bundel = Bundel(doe)
    uit = await asyncio.gather(*(bundel.erbij([n]) for n in (12, 13, 14)), return_exceptions=True)
    assert [type(een) for een in uit] == [type(None), ValueError, type(None)]
    assert gedaan == [12, 14]


async def test_who_left_takes_nothing_away_and_stopping_waits_for_what_is_done() -> None:
    gedaan: list[int] = []
    verder = asyncio.Event()

    async def doe(dingen: list[int]) -> None:
        await verder.wait()
        gedaan.extend(dingen)

    bundel = Bundel(doe)
    vragers = [asyncio.create_task(bundel.erbij([n])) for n in range(2)]
    await asyncio.sleep(0.01)
    vragers[0].cancel()
    await asyncio.sleep(0)
    verder.set()
    await bundel.stop(5)
    assert gedaan == [0, 1]
    with pytest.raises(asyncio.CancelledError):
        await vragers[0]
    await vragers[1]
