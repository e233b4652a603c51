"""The queue of updates: confirming, waiting, two readers, a restart, and delivery to a webhook."""

import asyncio
import contextlib
import json
import sqlite3
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramConflictError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.webchat.conftest import ANNA, Chat, bedien, open_chat


async def test_update_ids_count_up_by_one_and_an_offset_confirms(chat: Chat) -> None:
    for i in range(5):
        await chat.schrijf(f"bericht {i}")
    updates = await chat.bot.get_updates()
    begin = updates[0].update_id
    assert [u.update_id - begin for u in updates] == [0, 1, 2, 3, 4]
    assert [u.update_id - begin for u in await chat.bot.get_updates(limit=2)] == [0, 1]
    assert [u.update_id - begin for u in await chat.bot.get_updates(offset=begin + 3)] == [3, 4]
    assert [u.update_id - begin for u in await chat.bot.get_updates()] == [3, 4]
    assert [u.update_id - begin for u in await chat.bot.get_updates(offset=-1)] == [4]
    assert len(await chat.bot.get_updates()) == 1


async def test_a_long_poll_ends_when_something_happens(chat: Chat) -> None:
    wacht = asyncio.create_task(chat.bot.get_updates(timeout=50))
    await asyncio.sleep(0.1)
    assert not wacht.done()
    await chat.schrijf("hoi")
    updates = await asyncio.wait_for(wacht, 20)
    assert updates[0].message is not None
    assert updates[0].message.text == "hoi"


async def test_a_long_poll_without_news_returns_nothing(chat: Chat) -> None:
    begin = time.monotonic()
    assert await chat.bot.get_updates(timeout=1) == []
    assert time.monotonic() - begin > 0.9


async def test_a_second_reader_ends_the_first(chat: Chat) -> None:
    eerste = asyncio.create_task(chat.bot.get_updates(timeout=50))
    await asyncio.sleep(0.1)
    tweede = asyncio.create_task(chat.bot.get_updates(timeout=50))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await asyncio.wait_for(eerste, 20)
    await chat.schrijf("hoi")
    assert len(await asyncio.wait_for(tweede, 20)) == 1


async def test_closing_ends_a_long_poll_with_an_empty_answer(chat: Chat) -> None:
    wacht = asyncio.create_task(chat.bot.get_updates(timeout=50))
    await asyncio.sleep(0.1)
    await chat.webchat.close()
    assert await asyncio.wait_for(wacht, 20) == []


async def test_only_the_kinds_that_the_bot_asked_for_are_kept_and_the_wish_lasts(chat: Chat) -> None:
    await chat.schrijf("/start")
    bericht = await chat.bot.send_message(ANNA, "x")
    updates = await chat.bot.get_updates(allowed_updates=["callback_query"])
    await chat.bot.get_updates(offset=updates[-1].update_id + 1)
    await chat.schrijf("niet voor de bot")
    await chat.tik(bericht.message_id, "ja")
    assert [u.event_type for u in await chat.bot.get_updates()] == ["callback_query"]


async def test_updates_are_kept_for_24_hours(chat: Chat) -> None:
    await chat.schrijf("hoi")
    echt = time.time
    chat.webchat._systeemklok = lambda: echt() + 24 * 3600 - 60
    assert len(await chat.bot.get_updates()) == 1
    chat.webchat._systeemklok = lambda: echt() + 24 * 3600 + 60
    assert await chat.bot.get_updates() == []


async def test_a_restart_loses_nothing(tmp_path: Path) -> None:
    bestand = tmp_path / "chat.db"
    async with open_chat(bestand) as chat:
        await chat.schrijf("/start")
        bericht = await chat.bot.send_message(ANNA, "Doe je mee?")
        tik = await chat.tik(bericht.message_id, "ja")
        updates = await chat.bot.get_updates()
        await chat.stuur("personen", naam="Cor", id=77)
    async with open_chat(bestand) as chat:
        assert await chat.bot.get_updates() == updates
        await chat.schrijf("nog een")
        assert (await chat.bot.get_updates())[-1].update_id == updates[-1].update_id + 1
        assert [b["message_id"] for b in await chat.haal(f"personen/{ANNA}/berichten")] == [1, 2, 3]
        assert await chat.bot.answer_callback_query(tik)
        assert [p["naam"] for p in await chat.haal("personen")] == ["Anna", "Bram", "Cor"]


async def test_what_was_acknowledged_is_in_the_file(tmp_path: Path) -> None:
    bestand = tmp_path / "chat.db"
    async with open_chat(bestand) as chat:
        await chat.schrijf("/start")
        for i in range(20):
            await chat.bot.send_message(ANNA, str(i))
            with contextlib.closing(sqlite3.connect(bestand)) as ander:
                assert ander.execute("SELECT count(*) FROM bericht").fetchone() == (i + 2,)


async def test_many_at_once_lose_nothing_and_share_no_id(chat: Chat) -> None:
    await chat.schrijf("/start")
    berichten = await asyncio.gather(
        *(chat.bot.send_message(ANNA, f"van de bot {i}") for i in range(50)),
        *(chat.schrijf(f"van Anna {i}") for i in range(50)),
    )
    ids = [b["message_id"] if isinstance(b, dict) else b.message_id for b in berichten]
    assert sorted(ids) == list(range(2, 102))
    updates = await chat.bot.get_updates(limit=100)
    assert [u.update_id - updates[0].update_id for u in updates] == list(range(51))


class Ontvanger:
    """A webhook that answers what the test tells it to."""

    def __init__(self, *standen: int) -> None:
        self.standen = list(standen)
        self.gezien: list[tuple[dict[str, Any], str | None]] = []
        self.antwoord = b""
        self.app = Starlette(routes=[Route("/hook", self.ontvang, methods=["POST"])])

    async def ontvang(self, request: Request) -> Response:
        self.gezien.append((await request.json(), request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return Response(self.antwoord, self.standen.pop(0) if self.standen else 200)


async def tot(waar: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(20):
        while not await waar():  # noqa: ASYNC110 - it asks over HTTP, where there is no event to wait for
            await asyncio.sleep(0.02)


async def test_a_webhook_gets_updates_with_its_secret_until_it_says_yes(chat: Chat) -> None:
    hook = Ontvanger(500, 302)
    async with bedien(hook.app) as url:
        assert await chat.bot.set_webhook(f"{url}/hook", secret_token="geheim_1")
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await chat.bot.get_updates()
        await chat.schrijf("hoi")

        async def bezorgd() -> bool:
            return (await chat.bot.get_webhook_info()).pending_update_count == 0

        await tot(bezorgd)
        assert [geheim for _, geheim in hook.gezien] == ["geheim_1"] * 3
        assert len({update["update_id"] for update, _ in hook.gezien}) == 1
        info = await chat.bot.get_webhook_info()
        assert info.url == f"{url}/hook"
        assert info.last_error_message is not None
        assert await chat.bot.delete_webhook()
    assert await chat.bot.get_updates() == []


async def test_a_webhook_may_answer_with_a_call(chat: Chat) -> None:
    hook = Ontvanger()
    hook.antwoord = json.dumps({"method": "sendMessage", "chat_id": ANNA, "text": "Dag!"}).encode()
    async with bedien(hook.app) as url:
        await chat.bot.set_webhook(f"{url}/hook")
        await chat.schrijf("hoi")

        async def beantwoord() -> bool:
            return [b["text"] for b in await chat.haal(f"personen/{ANNA}/berichten")] == ["hoi", "Dag!"]

        await tot(beantwoord)


async def test_pending_updates_can_be_dropped_and_wait_out_a_webhook_that_is_down(chat: Chat) -> None:
    await chat.schrijf("een")
    await chat.bot.set_webhook("http://127.0.0.1:9/hook")  # the discard port: nobody answers

    async def geprobeerd() -> bool:
        return (await chat.bot.get_webhook_info()).last_error_message is not None

    await tot(geprobeerd)
    assert (await chat.bot.get_webhook_info()).pending_update_count == 1
    await chat.bot.delete_webhook()
    assert len(await chat.bot.get_updates()) == 1
    await chat.bot.delete_webhook(drop_pending_updates=True)
    assert await chat.bot.get_updates() == []


async def test_a_webhook_survives_a_restart(tmp_path: Path) -> None:
    hook = Ontvanger()
    async with bedien(hook.app) as url:
        async with open_chat(tmp_path / "chat.db") as chat:
            await chat.bot.set_webhook("http://127.0.0.1:9/hook")
            await chat.schrijf("hoi")
            await chat.bot.set_webhook(f"{url}/hook")
        async with open_chat(tmp_path / "chat.db") as chat:

            async def bezorgd() -> bool:
                return bool(hook.gezien)

            await tot(bezorgd)
    assert hook.gezien[0][0]["message"]["text"] == "hoi"
