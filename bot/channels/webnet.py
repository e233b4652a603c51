"""The chat in the browser as a chat network: what people do there becomes updates, as the Bot API would bring them.

The handlers are those of Telegram. Nothing goes over a wire: python-telegram-bot only reads updates here.
"""

import hashlib
import json
from datetime import datetime
from typing import Any

from telegram.error import BadRequest, NetworkError
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from bot.channels.bestanden import BESTAND_MAX, Bestanden
from bot.channels.webzender import tik_id

Json = dict[str, Any]
BOT = {"id": 1, "is_bot": True, "first_name": "Gehoord", "username": "gehoord"}


async def maak_application(bestanden: Bestanden) -> Application[Any, Any, Any, Any, Any, Any]:
    """Return what chooses a handler; it reaches no network."""
    hier = _GeenNetwerk(bestanden)
    application = Application.builder().token("1:web").updater(None).request(hier).get_updates_request(hier).build()
    await application.initialize()
    return application


class _GeenNetwerk(BaseRequest):
    """Knows who the bot is, and the files that people sent; nothing else."""

    def __init__(self, bestanden: Bestanden) -> None:
        self._bestanden = bestanden

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...
    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            return 200, await self._lees(url.rpartition("/")[2])
        if url.endswith("/getMe"):
            return _antwoord(BOT)
        if url.endswith("/getFile") and request_data is not None:
            file_id = str(request_data.parameters["file_id"])
            if (grootte := len(await self._lees(file_id))) == 0:
                raise BadRequest("file is gone")
            uniek = {"file_id": file_id, "file_unique_id": file_id, "file_path": file_id}
            return _antwoord({**uniek, "file_size": grootte})
        raise NetworkError("the browser has no such method")

    async def _lees(self, file_id: str) -> bytes:
        return await self._bestanden.haal(file_id, BESTAND_MAX) or b""


def _antwoord(inhoud: Json) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": inhoud}).encode()


def update_nummer(sessie: str, keer: str) -> int:
    """Return the number of an update: the same for what a page sends again because it heard nothing.

    Args:
        keer: made by the page, for each thing that somebody does there.
    """
    return int.from_bytes(hashlib.sha256(f"{sessie}:{keer}".encode()).digest()[:8]) >> 1


def getypt(chat: int, taal: str, nummer: int, bericht: int, tekst: str, op: datetime, antwoord_op: int | None) -> Json:
    """Return the update of a typed text.

    Args:
        antwoord_op: the message of ours to which it is a reply.
    """
    waar, moment = _waar(chat), int(op.timestamp())
    inhoud: Json = {"message_id": bericht, "date": moment, "chat": waar, "from": _wie(chat, taal), "text": tekst}
    if tekst.startswith("/") and len(opdracht := tekst.split(maxsplit=1)[0]) > 1:
        inhoud["entities"] = [{"type": "bot_command", "offset": 0, "length": len(opdracht)}]
    if antwoord_op is not None:
        inhoud["reply_to_message"] = {"message_id": antwoord_op, "date": moment, "chat": waar, "from": BOT}
    return {"update_id": nummer, "message": inhoud}


def getikt(chat: int, taal: str, nummer: int, bericht: int, data: str, op: datetime) -> Json:
    """Return the update of a tap on a button."""
    waar = {"message_id": bericht, "date": int(op.timestamp()), "chat": _waar(chat), "from": BOT, "text": "-"}
    tik = {"id": tik_id(chat, nummer), "from": _wie(chat, taal), "message": waar, "chat_instance": "web", "data": data}
    return {"update_id": nummer, "callback_query": tik}


def gestuurd(chat: int, taal: str, nummer: int, bericht: int, tekst: str, op: datetime, velden: Json) -> Json:
    """Return the update of a file or a place, with the text under it."""
    inhoud: Json = {"message_id": bericht, "date": int(op.timestamp()), "chat": _waar(chat), "from": _wie(chat, taal)}
    return {"update_id": nummer, "message": {**inhoud, **velden, **({"caption": tekst} if tekst else {})}}


def bestandsvelden(vorm: str, file_id: str, naam: str, grootte: int) -> Json:
    """Return how the Bot API writes a file that somebody sent."""
    bestand: Json = {"file_id": file_id, "file_unique_id": file_id, "file_size": grootte}
    if vorm == "foto":
        return {"photo": [{**bestand, "width": 1, "height": 1}]}
    if vorm == "spraak":
        return {"voice": {**bestand, "duration": 1}}
    if vorm == "video":
        return {"video": {**bestand, "width": 1, "height": 1, "duration": 1}}
    return {"document": {**bestand, "file_name": naam}}


def _waar(chat: int) -> Json:
    return {"id": chat, "type": "private"}


def _wie(chat: int, taal: str) -> Json:
    return {"id": chat, "is_bot": False, "first_name": "-", "language_code": taal}
