"""Long polling: asks for updates and confirms them only after the intake has stored them."""

import asyncio
import logging
from typing import Any

from telegram.error import NetworkError, TelegramError

from bot.channels.herkomst import heeft_id
from bot.channels.intake import Intake
from bot.channels.transport import AiohttpRequest, roep

log = logging.getLogger(__name__)

SOORTEN = ["message", "callback_query", "my_chat_member", "chat_join_request"]
WACHT_SECONDEN = 25
BEGIN_PAUZE = 0.5
MAX_PAUZE = 30.0


async def poll(request: AiohttpRequest, basis: str, intake: Intake) -> None:
    """Ask for updates until cancelled.

    Args:
        basis: address of the bot's methods, `https://…/bot<token>`.
    """
    volgende = 0
    pauze = BEGIN_PAUZE
    while True:
        await intake.ruimte()
        try:
            updates = await _haal(request, basis, volgende)
            if updates:
                await intake.ontvang(updates)
        except TelegramError as fout:
            log.warning("no updates (%s), again in %.1f s", fout, pauze)
        except Exception:  # the database, most likely: nothing was confirmed, so nothing is lost
            log.exception("updates could not be kept, again in %.1f s", pauze)
        else:
            nummers = [update["update_id"] for update in updates if heeft_id(update)]
            if nummers or not updates:
                volgende = max(nummers, default=volgende - 1) + 1
                pauze = BEGIN_PAUZE
                continue
        await asyncio.sleep(pauze)
        pauze = min(pauze * 2, MAX_PAUZE)


async def _haal(request: AiohttpRequest, basis: str, volgende: int) -> list[Any]:
    velden = {"offset": volgende, "timeout": WACHT_SECONDEN, "limit": 100, "allowed_updates": SOORTEN}
    updates = await roep(request, f"{basis}/getUpdates", velden, WACHT_SECONDEN + 10)
    if not isinstance(updates, list):
        raise NetworkError("no answer of the Bot API")
    return updates
