"""Coming into a group of the chat network: making and revoking the link by which one asks, and answering who asks."""

import asyncio
import logging
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from berichten import Boodschap, Toon, render
from bot.channels.antwoord import met_geduld
from bot.channels.duiding import gevraagde_wacht
from bot.channels.sender import Sender

log = logging.getLogger(__name__)

AL_BESLIST = ("HIDE_REQUESTER_MISSING", "USER_ALREADY_PARTICIPANT")
"""What the chat network says of a request that waits no longer."""


async def maak_link(bot: Bot, chat: int) -> str | None:
    """Return a new link by which one asks to come into a group; None when the bot may not make one there.

    Raises:
        TelegramError: the network cannot be reached, or is busy: it can be tried again.
    """
    try:
        return (await bot.create_chat_invite_link(chat, creates_join_request=True)).invite_link
    except (BadRequest, Forbidden) as fout:
        log.info("no link to a group could be made (%s)", fout.message)
        return None


async def trek_in(bot: Bot, chat: int, link: str) -> None:
    """Let nobody ask by a link any more; where the bot may not say so, the link stays as it is."""
    try:
        await bot.revoke_chat_invite_link(chat, link)
    except RetryAfter as fout:
        await asyncio.sleep(gevraagde_wacht(fout))
        raise
    except (BadRequest, Forbidden) as fout:
        log.info("a link to a group could not be revoked (%s)", fout.message)


async def antwoord(
    bot: Bot, sender: Sender, toon: Toon, boodschappen: list[Boodschap], verzoek: dict[str, Any]
) -> bool:
    """Answer who asks to come in: let them in and say so, or say why not and then decline, so that they can ask again.

    Who never started the bot can be written to as long as their request waits (Bot API, ChatJoinRequest): so that comes
    before it is declined.
    """
    for boodschap in boodschappen:
        erin = boodschap.wijze == "toelaten"
        if erin:
            await met_geduld(lambda: _beslis(bot, verzoek, erin=True))
        try:
            await sender.stuur(verzoek["user_chat_id"], render(boodschap, toon))
        except TelegramError as fout:
            log.info("who asked to come into a group could not be written to (%s)", fout.message)
        if not erin:
            await met_geduld(lambda: _beslis(bot, verzoek, erin=False))
    return True


async def _beslis(bot: Bot, verzoek: dict[str, Any], *, erin: bool) -> None:
    """Let in who asks, or not; one of whom that was decided already is fine. It is no message: it needs no turn."""
    doe = bot.approve_chat_join_request if erin else bot.decline_chat_join_request
    try:
        await doe(verzoek["chat"]["id"], verzoek["from"]["id"])
    except RetryAfter as fout:
        await asyncio.sleep(gevraagde_wacht(fout))
        raise
    except BadRequest as fout:
        if not any(al in fout.message for al in AL_BESLIST):
            raise
