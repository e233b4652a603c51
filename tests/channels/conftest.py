"""Updates as the network sends them, and small ways to wait."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot

from bot.channels import intake
from tests.channels.botapi import BotApi, bedien, een_bot

Update = dict[str, Any]


def bericht(update_id: int, tekst: str = "hoi", *, van: int = 1, chat: int | None = None) -> Update:
    """A text, typed in the private chat of `van` or in another chat."""
    waar = van if chat is None else chat
    soort = "private" if waar == van else "group"
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_800_000_000,
            "chat": {"id": waar, "type": soort, "first_name": "A", "title": "Groep"},
            "from": {"id": van, "is_bot": False, "first_name": "A", "language_code": "nl"},
            "text": tekst,
        },
    }


async def tot(klopt: Callable[[], Awaitable[Any]], seconden: float = 20.0) -> None:
    """Wait until something holds, at most so long: a busy machine is slow.

    Raises:
        TimeoutError: it did not come about in time.
    """
    async with asyncio.timeout(seconden):
        while not await klopt():  # noqa: ASYNC110 (what is waited for is a row in a database)
            await asyncio.sleep(0.01)


@pytest.fixture
def ongeduldig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once instead of after a second and a half."""
    monkeypatch.setattr(intake, "WACHT_SECONDEN", 0.0)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bedien() as api:
        yield api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with een_bot(api.url) as bot:
        yield bot
