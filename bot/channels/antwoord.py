"""Answers out: each part of an answer until it has arrived or certainly never will."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from telegram.error import TelegramError

from berichten import Boodschap, Toon, render
from berichten.bericht import OP_TIK, inkorten
from bot.channels.duiding import duid, wachttijd
from bot.channels.sender import Sender
from bot.rules.inhoud import leesbaar

log = logging.getLogger(__name__)


async def met_geduld(stuur: Callable[[], Awaitable[object]]) -> bool:
    """Send a part of an answer until it has arrived or certainly never will, and say which. It may arrive twice.

    After a 429 the turn that it waits for comes no sooner than the chat network asked.
    """
    pogingen = 0
    while True:
        try:
            await stuur()
            return True
        except TelegramError as fout:
            mislukking = duid(fout, pogingen)
            if mislukking.soort == "mislukt":
                log.warning("an answer could not be delivered: %s", mislukking.reden)
                return False
            if mislukking.reden != "429":
                await asyncio.sleep(mislukking.seconden or wachttijd(pogingen))
            pogingen += 1


async def stuur_antwoord(
    sender: Sender,
    toon: Toon,
    boodschappen: list[Boodschap],
    *,
    chat: int,
    tik: str | None,
    message_id: int | None,
    onderwerp: int | None = None,
) -> bool:
    """Send the answer to an update: end the tap, change the tapped message or send new ones.

    Args:
        tik: id of the tap, None when something was typed.
        message_id: the tapped message when it can be changed.
        onderwerp: the topic of the group in which something was typed.

    Returns:
        Whether all of it arrived.
    """
    if tik is not None and (alleen := next((b for b in boodschappen if b.wijze == "tik"), None)):
        await sender.meld(tik, inkorten(leesbaar(render(alleen, toon).tekst), OP_TIK), venster=True)
        return True
    melding = next((b.melding for b in boodschappen if b.melding), None)

    async def spreek() -> bool:
        for boodschap in boodschappen:
            bericht = render(boodschap, toon)
            delen: list[Callable[[], Awaitable[object]]] = [partial(sender.stuur, chat, bericht, onderwerp)]
            if message_id is not None and boodschap.wijze == "bewerk":
                delen = [partial(sender.bewerk, chat, message_id, bericht)]
            delen += [partial(sender.stuur_bijlage, chat, bijlage) for bijlage in bericht.bijlagen]
            for deel in delen:  # one by one: what arrived does not go again for what did not
                if not await met_geduld(deel):
                    return False
        return True

    if tik is None:
        return await spreek()
    # at the same time: the person sees the answer one round trip sooner
    _, bezorgd = await asyncio.gather(sender.meld(tik, toon.t.plat(melding) if melding else None), spreek())
    return bezorgd
