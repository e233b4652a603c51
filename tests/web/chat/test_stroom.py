"""What an open page gets and what it costs: a change is one look at the database, and nothing happening is none."""

import asyncio
import json
import resource
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.channels import weblijnen
from bot.channels.weblijnen import Weblijnen
from bot.services import websessie
from bot.services.websessie import Toeval
from bot.storage import Database, accounts, open_database, webberichten, websessies
from bot.web.chat import stroom
from bot.web.chat.stroom import ADEM, ANDERS, BEGIN, UIT, Stroom
from bot.web.chat.toegang import Wie
from bot.web.grens import gun_verbindingen
from bot.webinstellingen import KANAAL
from tests.builders import NU, een_publiek_id, een_wijk

CHAT = 2**40


class Open:
    """One open page, and how often anything asked the database."""

    def __init__(self, database: Database, wie: Wie) -> None:
        self.database, self.wie, self.lijnen, self.gelezen = database, wie, Weblijnen(), 0
        lees = database.read

        async def tel(*args: Any) -> Any:
            self.gelezen += 1
            return await lees(*args)

        database.read = tel  # type: ignore[method-assign, assignment]
        self.nieuws = Stroom(database, ZoneInfo("Europe/Amsterdam"), self.lijnen).nieuws(wie, 0)

    async def zet(self, tekst: str, *, hoorbaar: bool = True) -> int:
        """Put a message in the chat, as a sender does."""
        nummer = await self.database.write(
            None, lambda tx: webberichten.zet(tx, self.wie.sessie.account, {"tekst": tekst}, NU, van_bot=True)
        )
        if hoorbaar:
            self.lijnen.wek(CHAT)
        return nummer


@pytest.fixture
async def page(_sqlite_sjabloon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    monkeypatch.setattr(stroom, "_ADEM_SECONDEN", 0.02)
    monkeypatch.setattr(weblijnen, "_WAAK_SECONDEN", 0.02)
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    database = await open_database(f"sqlite:///{tmp_path}/gehoord.db")
    wijk = await database.write(None, een_wijk)
    toeval = Toeval(str(CHAT), "geheim", een_publiek_id())
    await database.write(0, websessie.begin, wijk, KANAAL, toeval, "Firefox, Linux", datetime.now(UTC))
    sessie = await database.read(websessie.wie, "geheim", datetime.now(UTC))
    assert sessie is not None
    yield Open(database, Wie(sessie, "geheim", "nl"))
    await database.close()


def getoond(stuk: str) -> list[int]:
    """Return which messages an event shows."""
    return [een["id"] for een in json.loads(stuk.partition("data: ")[2])["berichten"]]


async def test_a_page_on_which_nothing_happens_asks_nothing_and_a_message_is_one_question(page: Open) -> None:
    assert [await anext(page.nieuws) for _ in range(4)] == [BEGIN, ADEM, ADEM, ADEM]
    assert page.gelezen == 1
    nummer = await page.zet("Dag")
    while (stuk := await anext(page.nieuws)) == ADEM:
        pass
    assert getoond(stuk) == [nummer]
    assert [await anext(page.nieuws) for _ in range(3)] == [ADEM] * 3
    assert page.gelezen == 2


async def test_what_comes_while_a_page_looks_is_sent_once_and_in_order(page: Open) -> None:
    gemaakt = asyncio.gather(*(page.zet(str(nummer)) for nummer in range(300)))
    kwam: list[int] = []
    async for stuk in page.nieuws:
        kwam += getoond(stuk) if stuk.startswith("id:") else []
        if len(kwam) >= 300:
            break
    assert Counter(kwam) == Counter(await gemaakt)
    assert kwam == sorted(kwam)


@pytest.mark.parametrize("hoe", ["signed out", "written by another process"])
async def test_one_look_for_all_pages_together_finds_what_changed_unheard(page: Open, hoe: str) -> None:
    waak = asyncio.create_task(page.lijnen.waak(page.database))
    assert [await anext(page.nieuws) for _ in range(8)] == [BEGIN, *[ADEM] * 7], "nothing happened"
    if hoe == "signed out":
        van = page.wie.sessie.account, page.wie.sessie.publiek_id
        await page.database.write(0, websessies.eindig, *van)
    else:
        await page.zet("Dag", hoorbaar=False)
    while (stuk := await anext(page.nieuws)) == ADEM:
        pass
    assert stuk == UIT if hoe == "signed out" else len(getoond(stuk)) == 1
    waak.cancel()


async def test_who_chooses_another_language_gets_a_page_in_it(page: Open) -> None:
    assert await anext(page.nieuws) == BEGIN
    await page.database.write(0, lambda tx: accounts.wijzig(tx, page.wie.sessie.account, taal="ar"))
    await page.zet("أهلا")
    assert [stuk async for stuk in page.nieuws] == [ANDERS]


def test_as_many_pages_may_be_open_as_the_machine_allows() -> None:
    zacht, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(zacht, 256), hard))
        gun_verbindingen()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (zacht, hard))
