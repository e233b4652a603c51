"""When many ask at once: one page at a time is made, for all who wait for it, and the rest is told to come back."""

import asyncio

import pytest

from berichten import vertaal
from bot.web.drukte import MEESTE, Drukte, TeDruk
from tests.web.site import Site


class Bakker:
    """Makes a page when it is let go, and counts."""

    def __init__(self) -> None:
        self.mag, self.begon = asyncio.Event(), asyncio.Event()
        self.gemaakt, self.tegelijk, self.meest = 0, 0, 0

    async def maak(self) -> int:
        self.tegelijk += 1
        self.begon.set()
        self.meest = max(self.meest, self.tegelijk)
        await self.mag.wait()
        self.tegelijk -= 1
        self.gemaakt += 1
        return self.gemaakt


async def test_who_waits_for_the_same_page_shares_it_and_never_gets_an_older_one() -> None:
    drukte, bakker = Drukte(), Bakker()
    eerste = asyncio.create_task(drukte.deel("a", bakker.maak))
    await bakker.begon.wait()
    later = [asyncio.create_task(drukte.deel("a", bakker.maak)) for _ in range(200)]
    ander = asyncio.create_task(drukte.deel("b", bakker.maak))
    await asyncio.sleep(0)
    bakker.mag.set()
    assert [await eerste, *await asyncio.gather(*later), await ander] == [1, *[2] * 200, 3]
    assert bakker.meest == 1


async def test_who_goes_away_takes_nobody_along_and_a_mistake_is_only_that_page() -> None:
    drukte, bakker = Drukte(), Bakker()

    async def kan_niet() -> int:
        raise ValueError("stuk")

    weg = asyncio.create_task(drukte.deel("a", bakker.maak))
    blijft = asyncio.create_task(drukte.deel("a", bakker.maak))
    await asyncio.sleep(0)
    weg.cancel()
    stuk = asyncio.create_task(drukte.deel("stuk", kan_niet))
    bakker.mag.set()
    assert await blijft == 1
    with pytest.raises(ValueError, match="stuk"):
        await stuk
    assert await drukte.deel("a", bakker.maak) == 2


async def test_when_too_many_pages_wait_one_is_told_to_come_back(site: Site) -> None:
    drukte, bakker = Drukte(), Bakker()
    wachten = [asyncio.create_task(drukte.deel(nummer, bakker.maak)) for nummer in range(MEESTE)]
    await asyncio.sleep(0)
    with pytest.raises(TeDruk):
        await drukte.deel("nog een", bakker.maak)
    bakker.mag.set()
    assert len(await asyncio.gather(*wachten)) == MEESTE

    gezien = await asyncio.gather(*(site.haal(f"/en/agenda/{nummer}/") for nummer in range(3 * MEESTE)))
    druk = [een for een in gezien if een.status == 503]
    assert {een.status for een in gezien} == {404, 503}
    assert (druk[0].koppen["Retry-After"], druk[0].koppen["Cache-Control"]) == ("5", "no-store")
    assert vertaal("en").plat("web.fout.503") in druk[0].tekst
    assert (await site.haal("/en/")).status == 200
