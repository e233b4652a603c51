"""Long polling: asks for updates and confirms them only after the intake has stored them."""

import asyncio
import json
import logging
from typing import Any

from telegram.error import NetworkError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.intake import Intake, heeft_id
from bot.channels.transport import AiohttpRequest

log = logging.getLogger(__name__)

SOORTEN = ["message", "callback_query", "my_chat_member"]
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
        except NetworkError as fout:
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


async def _haal(request: AiohttpRequest, basis: str, volgende: int) -> list[dict[str, Any]]:
    velden = {"offset": volgende, "timeout": WACHT_SECONDEN, "limit": 100, "allowed_updates": SOORTEN}
    data = RequestData([RequestParameter.from_input(naam, waarde) for naam, waarde in velden.items()])
    status, inhoud = await request.do_request(f"{basis}/getUpdates", "POST", data, read_timeout=WACHT_SECONDEN + 10)
    try:
        antwoord = json.loads(inhoud)
        if antwoord["ok"]:
            return list(antwoord["result"])
        reden = antwoord.get("description", "")
    except (ValueError, KeyError, TypeError):
        reden = "no answer of the Bot API"
    raise NetworkError(f"{status} {reden}")
