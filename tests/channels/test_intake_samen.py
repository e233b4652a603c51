"""Several processes on one inbox: any takes an update in, one at a time handles a chat, a dead one is followed up."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.channels import intake, ploeg
from bot.channels.intake import GREEP, Intake
from bot.storage import Database, postverdeling, processen
from bot.storage.inbox import Post
from bot.storage.tables import inbox as tabel
from tests.channels.collega import Collega, collega
from tests.channels.conftest import bericht, tot
from tests.channels.verwerker import Bot

pytestmark = [
    pytest.mark.usefixtures("ongeduldig"),
    pytest.mark.parametrize("database_url", ["postgres"], indirect=True),
]


CHATS = 80
"""More than one process has in hand."""


class Proces:
    """A process that takes updates in and handles them."""

    def __init__(self, zelf: Collega, seconden: float) -> None:
        self.zelf = zelf
        self.bot = Bot(zelf.database)
        self.seconden = seconden
        self.bot.tijdens = self._duurt
        self.intake: Intake = self.bot.intake(ploeg=zelf.ploeg)
        zelf.taken.append(asyncio.create_task(self.intake.haal()))

    async def _duurt(self, post: Post) -> None:
        await asyncio.sleep(self.seconden)

    async def valt_weg(self) -> None:
        """End as a killed process does."""
        await self.zelf.valt_weg()
        await self.intake._laat_vallen()


@asynccontextmanager
async def proces(url: str, seconden: float = 0.0) -> AsyncIterator[Proces]:
    async with collega(url) as zelf:
        hier = Proces(zelf, seconden)
        yield hier
        await hier.intake.stop()


async def _klaar(database: Database) -> int:
    return await database.read(lambda tx: tx.scalar(select(func.count()).where(tabel.c.staat == "klaar")) or 0)


def _in_orde(effecten: list[str], chat: int) -> list[int]:
    return [int(tekst.split(":")[1]) for tekst in effecten if tekst.startswith(f"{chat}:")]


async def test_whoever_takes_it_in_both_handle_it_each_chat_in_order(database_url: str) -> None:
    async with proces(database_url, 0.01) as een, proces(database_url, 0.01) as ander:
        for begin in range(0, 400, 20):
            wie = een if begin % 40 else ander
            await wie.intake.ontvang([bericht(n, f"{n % CHATS}:{n}", van=n % CHATS) for n in range(begin, begin + 20)])
        await tot(lambda: _is(een, 400), 60)
        assert min(len(een.bot.effecten), len(ander.bot.effecten)) > 0, "both take part"
        assert Counter(een.bot.effecten + ander.bot.effecten) == Counter(f"{n % CHATS}:{n}" for n in range(400))
        for wie in (een, ander):
            for chat in range(CHATS):
                assert _in_orde(wie.bot.effecten, chat) == sorted(_in_orde(wie.bot.effecten, chat))


async def _is(van: Proces, hoeveel: int) -> bool:
    return await _klaar(van.zelf.database) == hoeveel


async def test_what_a_killed_process_had_in_hand_another_does_and_no_effect_comes_twice(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processen, "LEASE", timedelta(seconds=2.0))
    monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 0.1)
    monkeypatch.setattr(ploeg, "_MARGE_SECONDEN", 0.1)
    async with proces(database_url, 0.02) as een:
        await een.intake.ontvang([bericht(n, f"{n % 4}:{n}", van=n % 4) for n in range(100)])
        await tot(lambda: _is_bezig(een))  # before there is another, which could be first for all
        async with proces(database_url, 0.0) as ander:
            await een.valt_weg()
            await tot(lambda: _is(ander, 100), 60)
            assert Counter(een.bot.effecten + ander.bot.effecten).most_common(1)[0][1] == 1
            gezegd = [tekst.removeprefix("op ") for tekst in een.bot.gezegd + ander.bot.gezegd]
            assert set(gezegd) == {f"{n % 4}:{n}" for n in range(100)}, "also of what was done just before the kill"
            for chat in range(4):
                assert _in_orde(gezegd, chat) == sorted(_in_orde(gezegd, chat))


async def _is_bezig(van: Proces) -> bool:
    return 0 < len(van.bot.effecten) < 100


async def test_one_that_was_stopped_for_long_gives_no_old_answers(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it stood still, others took over what it had: it finds that out before it says anything."""
    monkeypatch.setattr(processen, "LEASE", timedelta(seconds=2.0))
    monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 0.1)
    monkeypatch.setattr(ploeg, "_MARGE_SECONDEN", 0.1)
    async with proces(database_url) as een:
        stil = asyncio.Event()

        async def wacht(post: Post) -> None:
            await stil.wait()

        een.bot.tijdens = wacht
        await een.intake.ontvang([bericht(1, "1:1"), bericht(2, "1:2")])
        await tot(lambda: _heeft(een))
        for taak in een.zelf.taken:
            taak.cancel()  # it says no more that it lives
        async with proces(database_url) as ander:
            await tot(lambda: _is(ander, 2), 60)
            stil.set()
            een.zelf.taken.append(asyncio.create_task(een.zelf.ploeg.werk()))
            await asyncio.wait_for(een.zelf.ploeg.zeker(), 20)
            await asyncio.sleep(0.1)
            assert (een.bot.gezegd, ander.bot.gezegd) == ([], ["op 1:1", "op 1:2"])
            assert een.bot.effecten + ander.bot.effecten == ["1:1", "1:2"]


async def _heeft(van: Proces) -> bool:
    return van.intake._wachtend == 2


async def test_a_process_takes_no_more_than_it_can_lose(database_url: str) -> None:
    async with proces(database_url) as een:
        stil = asyncio.Event()

        async def wacht(post: Post) -> None:
            await stil.wait()

        een.bot.tijdens = wacht
        await een.intake.ontvang([bericht(n, van=n) for n in range(3 * GREEP)])
        await tot(lambda: _vol(een))
        await asyncio.sleep(0.1)
        assert een.intake._wachtend == GREEP
        stil.set()
        await tot(lambda: _is(een, 3 * GREEP))


async def _vol(van: Proces) -> bool:
    return van.intake._wachtend == GREEP


async def test_an_update_of_which_nothing_was_heard_is_found_by_looking(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "KIJK_SECONDEN", 0.1)
    async with proces(database_url) as een, collega(database_url) as ander:
        ander.omroep.zeg = lambda *_: None  # type: ignore[method-assign]
        alleen_in = Bot(ander.database).intake(ploeg=ander.ploeg)
        await alleen_in.ontvang([bericht(1)])
        await tot(lambda: _is(een, 1))


async def test_what_was_taken_without_hearing_of_it_is_taken_once_more(database_url: str) -> None:
    """The commit landed, and the line broke before that was heard: nobody else may take it."""
    async with proces(database_url) as een:
        schrijf, gebroken = een.zelf.database.write, list[int]()

        async def breekt(wijk: Any, functie: Any, *args: Any) -> Any:
            uit = await schrijf(wijk, functie, *args)
            if functie is postverdeling.neem and uit and not gebroken:
                gebroken.extend(post.id for post in uit)
                raise ConnectionError("the line to the database broke")
            return uit

        een.zelf.database.write = breekt  # type: ignore[method-assign, assignment]
        await een.intake.ontvang([bericht(1, "1:1"), bericht(2, "1:2")])
        await tot(lambda: _is(een, 2))
        assert (len(gebroken), een.bot.gezegd) == (2, ["op 1:1", "op 1:2"])


async def test_what_is_taken_while_it_is_unknown_whether_others_took_over_is_not_begun(database_url: str) -> None:
    async with proces(database_url) as een:
        zegt_dat_het_leeft = een.zelf.taken[1]
        zegt_dat_het_leeft.cancel()
        een.zelf.ploeg._tot = 0.0
        await een.intake.ontvang([bericht(1, "1:1")])
        await asyncio.sleep(0.3)
        assert een.intake._wachtend == 0
        een.zelf.taken.append(asyncio.create_task(een.zelf.ploeg.werk()))
        await tot(lambda: _is(een, 1))
        assert een.bot.gezegd == ["op 1:1"]
