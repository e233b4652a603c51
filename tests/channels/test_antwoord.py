"""Answers over a bad network: each until it has arrived or certainly never will."""

import asyncio

import pytest
from telegram import Bot

from berichten import Boodschap, Toon, vertaal
from bot.channels.antwoord import stuur_antwoord
from bot.channels.sender import TelegramSender
from tests.channels.botapi import (
    GOED,
    HALF,
    KNIP_NA,
    KNIP_VOOR,
    RAAR,
    TRAAG,
    BotApi,
    Gedrag,
    fout,
)
from tests.channels.zenden import (
    ZONE,
    snel,
)


class Antwoorden:
    """The answer to one update, sent as the handling does."""

    def __init__(self, bot: Bot) -> None:
        self.sender = TelegramSender(bot, snel())
        self.toon = Toon(vertaal("nl"), ZONE, "")

    async def __call__(self, *, tik: str | None = None, message_id: int | None = None) -> None:
        boodschap = Boodschap("menu", {"bewoner": True, "rollen": []}, melding="taal.gezet")
        await stuur_antwoord(self.sender, self.toon, [boodschap], chat=5, tik=tik, message_id=message_id)


@pytest.mark.parametrize("gedrag", [TRAAG, KNIP_VOOR, HALF, RAAR, fout(500, "oeps")])
async def test_an_answer_is_sent_until_it_certainly_arrived(api: BotApi, bot: Bot, gedrag: Gedrag) -> None:
    api.straks["sendMessage"] = [gedrag, GOED]
    await Antwoorden(bot)()
    assert api.roepen.count("sendMessage") == 2


@pytest.mark.parametrize(
    "weigering", [fout(403, "Forbidden: bot was blocked"), fout(400, "Bad Request: chat not found")]
)
async def test_an_answer_that_can_never_arrive_is_let_go(api: BotApi, bot: Bot, weigering: Gedrag) -> None:
    api.straks["sendMessage"] = [weigering]
    await Antwoorden(bot)()
    assert api.bezorgd == []


async def test_a_message_that_is_so_already_is_fine(api: BotApi, bot: Bot) -> None:
    api.straks["editMessageText"] = [fout(400, "Bad Request: message is not modified: specified new message content")]
    await Antwoorden(bot)(tik="1", message_id=9)
    assert "sendMessage" not in api.roepen


@pytest.mark.parametrize("reden", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
async def test_a_message_that_can_no_longer_change_is_answered_with_a_new_one(
    api: BotApi, bot: Bot, reden: str
) -> None:
    api.straks["editMessageText"] = [fout(400, f"Bad Request: {reden}")]
    await Antwoorden(bot)(tik="1", message_id=9)
    assert len(api.bezorgd) == 1
    assert api.roepen.count("sendMessage") == 1


@pytest.mark.parametrize(
    "gedrag", [fout(400, "Bad Request: query is too old"), fout(429, "Too Many", retry_after=900), KNIP_NA]
)
async def test_a_tap_that_cannot_be_ended_does_not_keep_the_answer(api: BotApi, bot: Bot, gedrag: Gedrag) -> None:
    api.straks["answerCallbackQuery"] = [gedrag]
    await asyncio.wait_for(Antwoorden(bot)(tik="1", message_id=9), 20)
    assert len(api.bezorgd) == 1
