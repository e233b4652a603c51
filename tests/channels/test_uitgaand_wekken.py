"""What is written in the outbox goes at once, in whichever process it was written; a sender at rest hardly looks."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from telegram import Bot

from bot.channels import uitgaand
from bot.storage import Database, wekken
from bot.storage import tables as t
from tests.bench.stilstand import blikken
from tests.channels.botapi import BotApi
from tests.channels.collega import collega
from tests.channels.conftest import tot
from tests.channels.zenden import draaiend, een_sender, klaar, post


@pytest.fixture(autouse=True)
def nooit_vanzelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is not woken finds nothing."""
    monkeypatch.setattr(uitgaand, "KIJK_SECONDEN", 3600.0)


async def test_what_is_written_wakes_the_sender_and_at_rest_it_does_not_look(
    database: Database, api: BotApi, bot: Bot
) -> None:
    async with draaiend(een_sender(database, bot)):
        await asyncio.sleep(0.3)
        voor = blikken()
        await asyncio.sleep(0.5)
        assert blikken() == voor
        await database.write(1, post, 1)
        await tot(lambda: klaar(database))
    assert len(api.bezorgd) == 1


async def test_what_is_to_go_later_goes_at_its_moment(database: Database, api: BotApi, bot: Bot) -> None:
    await database.write(1, post, 1)
    straks = datetime.now(UTC) + timedelta(seconds=1)
    await database.write(1, lambda tx: tx.execute(update(t.outbox).values(niet_voor=straks)))
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert datetime.now(UTC) >= straks
    assert len(api.bezorgd) == 1


async def test_only_who_writes_in_the_outbox_wakes_and_only_once_it_is_committed(database: Database) -> None:
    gewekt: list[str] = []
    database.hoor(wekken.OUTBOX, lambda: gewekt.append("hier"))
    database.vertel = gewekt.append
    await database.write(1, lambda tx: None)
    assert gewekt == []
    await database.write(1, post, 3)
    assert gewekt == ["hier", wekken.OUTBOX]


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_what_another_process_writes_wakes_it_too(database_url: str, bot: Bot) -> None:
    async with collega(database_url) as een, collega(database_url) as ander:
        async with asyncio.timeout(20):
            while een.omroep.alleen or ander.omroep.alleen:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        async with draaiend(een_sender(een.database, bot)):
            await asyncio.sleep(0.5)
            await ander.database.write(1, post, 1)
            await tot(lambda: klaar(een.database))
