"""Turns as those who send get them: by lane, never twice, and no cancelled one keeps another waiting."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.beurten import Beurten, GeenBeurt
from bot.rules.pacing import Baan, Grenzen
from tests.channels.zenden import snelheid

A, D, H, U = Baan


class Klok:
    """A monotonic clock that is moved."""

    def __init__(self) -> None:
        self.nu = 0.0

    def __call__(self) -> float:
        return self.nu


class Rij:
    """Those who wait, and in which order they came to their turn."""

    def __init__(self, beurten: Beurten) -> None:
        self.beurten = beurten
        self.gegaan: list[int] = []

    def wacht(self, baan: Baan, chat: int) -> asyncio.Task[None]:
        return asyncio.create_task(self._wacht(baan, chat))

    async def _wacht(self, baan: Baan, chat: int) -> None:
        await self.beurten.beurt(baan, chat)
        self.gegaan.append(chat)


async def test_turns_come_by_lane_at_the_rate_that_is_set() -> None:
    rij = Rij(snelheid(10))
    begin = asyncio.get_running_loop().time()
    await asyncio.gather(*(rij.wacht(baan, chat) for chat, baan in enumerate([U, U, U, U, H, D, A])))
    assert asyncio.get_running_loop().time() - begin >= 5 / 10
    assert rij.gegaan == [0, 1, 6, 5, 4, 2, 3]  # two at once: the interval that a late timer may make up for


async def test_who_stops_waiting_costs_nobody_a_turn() -> None:
    rij = Rij(snelheid(20))
    taken = [rij.wacht(U, chat) for chat in range(6)]
    await asyncio.sleep(0)
    for taak in taken[2:5]:
        taak.cancel()
    await asyncio.gather(*taken, return_exceptions=True)
    assert rij.gegaan == [0, 1, 5]


async def test_who_is_cancelled_in_the_very_moment_of_their_turn_breaks_nothing() -> None:
    klok = Klok()
    rij = Rij(Beurten(Grenzen(1), klok))
    eerste = [rij.wacht(U, 1), rij.wacht(U, 2)]
    await asyncio.gather(*eerste)
    weg, blijft = rij.wacht(U, 3), rij.wacht(U, 4)
    await asyncio.sleep(0)
    klok.nu = 5.0
    weg.cancel()
    rij.beurten.geweigerd(9, 1)  # deals out turns before the cancelled one knows
    klok.nu = 10.0
    await rij.beurten.beurt(U, 5)
    await asyncio.wait_for(blijft, 20)
    assert rij.gegaan == [1, 2, 4]


async def test_no_turn_comes_when_it_is_too_late() -> None:
    beurten = snelheid(28)
    beurten.geweigerd(1, 3600)
    with pytest.raises(GeenBeurt):
        await beurten.beurt(U, 1, datetime.now(UTC) + timedelta(seconds=0.05))
    with pytest.raises(GeenBeurt):
        await beurten.beurt(U, 2, datetime.now(UTC) - timedelta(seconds=1))
    await beurten.beurt(U, 3, datetime.now(UTC) + timedelta(seconds=1))


async def test_an_hour_for_one_chat_is_no_hour_for_another_and_it_ends() -> None:
    klok = Klok()
    rij = Rij(Beurten(Grenzen(), klok))
    rij.beurten.geweigerd(7, 3600)
    wacht = rij.wacht(A, 7)
    await rij.wacht(U, 8)
    assert rij.beurten.wacht(7) == 3600
    assert rij.beurten.pauze() == 0
    klok.nu = 3600.0
    await rij.wacht(U, 9)
    await wacht
    assert sorted(rij.gegaan) == [7, 8, 9]


async def test_who_has_a_turn_and_did_not_begin_yet_is_not_counted_as_one_more() -> None:
    klok = Klok()
    beurten = Beurten(Grenzen(1, vlaag=2), klok)
    await asyncio.gather(beurten.beurt(U, 1), beurten.beurt(U, 2))
    eerste = asyncio.create_task(beurten.beurt(U, 7))
    await asyncio.sleep(0)
    klok.nu = 5.0
    beurten.geweigerd(9, 1)  # deals out the turn that is due
    assert not eerste.done()
    assert beurten.wacht(7, 1) == 0  # of a burst of two one is left, and that is for who stands behind the first
    await eerste
    assert beurten.wacht(7) == 0
    assert beurten.wacht(7, 1) > 0


async def test_a_pause_of_all_is_known_beforehand() -> None:
    klok = Klok()
    beurten = Beurten(Grenzen(), klok)
    beurten.geweigerd(7, 3600)
    beurten.geweigerd(8, 30)
    assert beurten.pauze() == 30
    klok.nu = 31.0
    assert beurten.pauze() == 0
