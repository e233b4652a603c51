"""A Bot API on loopback that misbehaves as told: each call of a method takes the next behaviour from a list."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from telegram import Bot

from bot.channels.transport import AiohttpRequest

TOKEN = "4242:geheim-dat-nergens-mag-staan"
GOED = "goed"
TRAAG = "traag"  # takes the message, and keeps silent for too long
LAAT = "laat"  # takes the message, and answers well after the client gave up
KNIP_VOOR = "knip voor"  # closes the connection without taking the message
KNIP_NA = "knip na"  # takes the message, then closes the connection
HALF = "half"  # takes the message, and breaks off halfway its answer
RAAR = "raar"  # takes the message, and a proxy answers in its place

BERICHTEN = {"sendMessage", "sendPhoto", "sendVideo", "sendVoice", "sendDocument", "sendLocation", "sendVenue"}
BERICHTEN |= {"editMessageText", "editMessageMedia"}

Gedrag = str | tuple[int, dict[str, Any] | str]
"""One of these, or a status with an answer in JSON or a page in its place."""


def fout(code: int, tekst: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    """An error in Telegram's envelope."""
    return code, {"ok": False, "error_code": code, "description": tekst, "parameters": parameters}


class BotApi:
    """What came in, and how to answer next."""

    def __init__(self) -> None:
        self.straks: defaultdict[str, list[Gedrag]] = defaultdict(list)
        self.bezorgd: list[dict[str, Any]] = []
        """The messages that were taken, in order: what a person sees, whatever the bot was told."""
        self.roepen: list[str] = []
        self.latentie = 0.0
        """Seconds that each call takes."""
        self.chats: dict[int, Gedrag] = {}
        """Chats in which every message meets the same."""
        self.url = ""
        self.einde = asyncio.Event()

    async def antwoord(self, request: web.Request) -> web.StreamResponse:
        methode = request.match_info["methode"]
        self.roepen.append(methode)
        velden = await _velden(request)
        gedrag = self.straks[methode].pop(0) if self.straks[methode] else GOED
        gedrag = self.chats.get(int(velden.get("chat_id", 0)), gedrag)
        await asyncio.sleep(self.latentie)
        assert request.transport is not None
        if isinstance(gedrag, tuple):
            status, inhoud = gedrag
            if isinstance(inhoud, str):
                return web.Response(text=inhoud, status=status, content_type="text/html")
            return web.json_response(inhoud, status=status)
        if gedrag == KNIP_VOOR:
            request.transport.abort()
            return web.Response()
        if methode in BERICHTEN:
            self.bezorgd.append(velden)
        if gedrag == TRAAG:
            await self.einde.wait()
        if gedrag == LAAT:
            await asyncio.sleep(0.5)
        if gedrag == KNIP_NA:
            request.transport.abort()
        if gedrag == RAAR:
            return web.Response(text="<html>Even geduld</html>", content_type="text/html")
        if gedrag == HALF:
            half = web.StreamResponse(headers={"Content-Length": "500"})
            await half.prepare(request)
            await half.write(b'{"ok": true, "res')
            request.transport.abort()
            return half
        return web.json_response({"ok": True, "result": self._resultaat(methode, velden)})

    def _resultaat(self, methode: str, velden: dict[str, Any]) -> Any:
        if methode == "getMe":
            return {"id": 4242, "is_bot": True, "first_name": "Gehoord", "username": "GehoordBot"}
        if methode in BERICHTEN:
            chat = {"id": int(velden["chat_id"]), "type": "private", "first_name": "A"}
            return {"message_id": len(self.bezorgd), "date": 1_800_000_000, "chat": chat, "text": velden.get("text")}
        return True


async def _velden(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        gelezen: dict[str, Any] = await request.json()
        return gelezen
    if request.content_type == "multipart/form-data":
        return dict(await request.post())
    return dict(parse_qsl((await request.read()).decode(errors="replace")))


@asynccontextmanager
async def bedien() -> AsyncIterator[BotApi]:
    """Serve one on a free port."""
    api = BotApi()
    app = web.Application()
    app.router.add_post("/bot{token}/{methode}", api.antwoord)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    poort = runner.addresses[0][1]
    api.url = f"http://127.0.0.1:{poort}"
    try:
        yield api
    finally:
        api.einde.set()
        await runner.cleanup()


@asynccontextmanager
async def een_bot(url: str, timeout: float = 1.0) -> AsyncIterator[Bot]:
    """The real bot of python-telegram-bot over our own transport."""
    bot = Bot(
        TOKEN,
        base_url=f"{url}/bot",
        request=AiohttpRequest(timeout),
        get_updates_request=AiohttpRequest(timeout),
    )
    async with bot:
        yield bot
