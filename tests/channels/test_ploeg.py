"""Processes beside each other: one does what one must do alone, they wake each other, and a dead one is followed up."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.channels import ploeg
from bot.storage import processen
from bot.storage.postgres import VERBINDINGEN
from tests.channels.collega import Collega, collega

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
GENOEG_SECONDEN = 60.0
LUISTERT = "query = 'LISTEN gehoord' AND state = 'idle' AND datname = current_database()"


@pytest.fixture
def kort(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who says nothing for two seconds is dead."""
    monkeypatch.setattr(processen, "LEASE", timedelta(seconds=2.0))
    monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 0.1)
    monkeypatch.setattr(ploeg, "_MARGE_SECONDEN", 0.1)


class Werk:
    """What only one may do, and who is doing it."""

    def __init__(self) -> None:
        self.bezig: list[str] = []

    def van(self, wie: str) -> Callable[[], Coroutine[Any, Any, None]]:
        async def doe() -> None:
            self.bezig.append(wie)
            try:
                await asyncio.Event().wait()
            finally:
                self.bezig.remove(wie)

        return doe

    async def is_van(self, *wie: str) -> None:
        async with asyncio.timeout(GENOEG_SECONDEN):
            while tuple(self.bezig) != wie:  # noqa: ASYNC110
                await asyncio.sleep(0.01)


async def test_one_does_it_and_when_it_stops_another_at_once(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processen, "LEASE", timedelta(hours=1))
    monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 0.2)
    werk = Werk()
    async with collega(database_url) as ander:
        async with collega(database_url) as een:
            een.ploeg.alleen("tik", werk.van("een"))
            await werk.is_van("een")
            ander.ploeg.alleen("tik", werk.van("ander"))
            await asyncio.sleep(0.5)
            assert werk.bezig == ["een"]
            monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 3600.0)  # only what it is told wakes it
            await asyncio.sleep(0.5)
        await werk.is_van("ander")


@pytest.mark.usefixtures("kort")
async def test_of_a_dead_one_all_is_taken_over_and_it_begins_anew_when_it_turns_out_to_live(database_url: str) -> None:
    werk, vergeten = Werk(), []
    async with collega(database_url) as een, collega(database_url) as ander:

        async def vergeet() -> None:
            vergeten.append(een.ploeg.nr)

        een.ploeg.bij_dood(vergeet)
        een.ploeg.alleen("tik", werk.van("een"))
        await werk.is_van("een")
        eerst = een.ploeg.nr
        await een.valt_weg()
        ander.ploeg.alleen("tik", werk.van("ander"))
        await werk.is_van("ander")
        assert not een.ploeg.leeft()
        een.taken.append(asyncio.create_task(een.ploeg.werk()))
        async with asyncio.timeout(GENOEG_SECONDEN):
            await een.ploeg.zeker()
        assert (vergeten, een.ploeg.nr > eerst, werk.bezig) == ([eerst], True, ["ander"])


@pytest.mark.usefixtures("kort")
async def test_what_breaks_down_ends_the_process(database_url: str) -> None:
    async def breekt() -> None:
        raise ZeroDivisionError

    async with collega(database_url) as een:
        een.ploeg.alleen("tik", breekt)
        with pytest.raises(ZeroDivisionError):
            await asyncio.wait_for(een.taken[1], GENOEG_SECONDEN)


class Oor:
    """What a process heard."""

    def __init__(self, van: Collega) -> None:
        self.gehoord: list[str | None] = []
        van.omroep.hoor("web", self.gehoord.append)

    async def hoort(self, *wat: str | None) -> None:
        async with asyncio.timeout(GENOEG_SECONDEN):
            while sorted(map(str, self.gehoord)) != sorted(map(str, wat)):  # noqa: ASYNC110
                await asyncio.sleep(0.01)


async def test_all_others_hear_what_one_tells_once_and_look_for_themselves_after_a_broken_line(
    database_url: str,
) -> None:
    async with collega(database_url) as een, collega(database_url) as ander, collega(database_url) as derde:
        await _luisteren(een, 3)
        oren = [Oor(wie) for wie in (een, ander, derde)]
        async with asyncio.timeout(GENOEG_SECONDEN):
            while een.omroep.alleen:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        for wat in ("7", "7", "8"):
            een.omroep.zeg("web", wat)
        een.omroep.zeg("iets anders", "9")
        await oren[1].hoort("7", "8")
        await oren[2].hoort("7", "8")
        assert oren[0].gehoord == []
        oren[1].gehoord.clear()
        lijnen = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {LUISTERT}"
        await een.database.write(None, lambda tx: tx.execute(text(lijnen)).all())
        await oren[1].hoort(None)


async def test_who_is_alone_tells_nobody(database_url: str) -> None:
    async with collega(database_url) as een:
        async with asyncio.timeout(GENOEG_SECONDEN):
            while not een.omroep.alleen:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        een.omroep.zeg("web", "7")
        assert een.omroep._zender is None


async def test_what_is_told_that_means_nothing_to_us_ends_nothing(database_url: str) -> None:
    vreemd = ["", "5", '["een", "web"]', '["een", ["web"], "7"]', '["een", "ploeg", 7]']
    async with collega(database_url) as een, collega(database_url) as ander:
        await _luisteren(een, 2)
        oor = Oor(een)
        stuur = text("SELECT pg_notify('gehoord', wat) FROM unnest(CAST(:wat AS text[])) AS wat")
        await ander.database.write(None, lambda tx: tx.execute(stuur, {"wat": vreemd}).all())
        ander.omroep.alleen = False
        ander.omroep.zeg("web", "7")
        await oor.hoort("7")


async def _luisteren(wie: Collega, hoeveel: int) -> None:
    luisteraars = f"SELECT count(*) FROM pg_stat_activity WHERE {LUISTERT}"
    async with asyncio.timeout(GENOEG_SECONDEN):
        while await wie.database.read(lambda tx: tx.scalar(text(luisteraars))) != hoeveel:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.mark.usefixtures("kort")
async def test_a_process_of_which_everything_waits_for_the_database_still_says_that_it_lives(
    database_url: str,
) -> None:
    """As in the night, when tables are written anew: each of its lines stands before a lock."""
    async with collega(database_url) as een:
        nr = een.ploeg.nr
        slaap = "SELECT pg_sleep(2.5)"
        wachten = [een.database.read(lambda tx: tx.exec_driver_sql(slaap).all()) for _ in range(VERBINDINGEN)]
        bezig = asyncio.gather(*wachten)
        while not bezig.done():
            await asyncio.sleep(0.1)
            assert een.ploeg.leeft()
        assert een.ploeg.nr == nr
