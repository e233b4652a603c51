"""A web chat on a free loopback port, in the loop of the test, and the clients that drive both of its sides."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import uvicorn
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from starlette.types import ASGIApp

from bot.webchat import Demo, Persoon, Webchat

TOKEN = "4242:TEST-token_of_no_one"
ANNA, BRAM = 1001, 1002


class Server(uvicorn.Server):
    """uvicorn that leaves the signals of the test process alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def bedien(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on a free loopback port and yield its address."""
    stopcontact = socket.socket()
    stopcontact.bind(("127.0.0.1", 0))
    instellingen = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
    server = Server(instellingen)
    taak = asyncio.create_task(server.serve(sockets=[stopcontact]))
    while not server.started:
        await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{stopcontact.getsockname()[1]}"
    finally:
        server.should_exit = True
        await taak
        stopcontact.close()


@dataclass
class Klok:
    """A demo clock that stands still until it is moved."""

    nu: datetime = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu

    async def verzet(self, duur: timedelta) -> None:
        self.nu += duur


@dataclass
class Chat:
    """A served web chat and its two sides."""

    webchat: Webchat
    url: str
    bot: Bot
    http: aiohttp.ClientSession
    klok: Klok

    async def roep(self, methode: str, **parameters: Any) -> dict[str, Any]:
        """Call the Bot API with JSON and return the envelope."""
        async with self.http.post(f"{self.url}/bot{TOKEN}/{methode}", json=parameters) as antwoord:
            envelop: dict[str, Any] = await antwoord.json()
        assert envelop.get("error_code", 200) == antwoord.status
        return envelop

    async def haal(self, pad: str) -> Any:
        """GET from the people's side."""
        async with self.http.get(f"{self.url}/chat/api/{pad}") as antwoord:
            assert antwoord.status == 200, await antwoord.text()
            return await antwoord.json()

    async def stuur(self, pad: str, verwacht: int = 200, **inhoud: Any) -> Any:
        """POST to the people's side."""
        async with self.http.post(f"{self.url}/chat/api/{pad}", json=inhoud) as antwoord:
            assert antwoord.status == verwacht, await antwoord.text()
            return await antwoord.json()

    async def schrijf(self, tekst: str, wie: int = ANNA, **rest: Any) -> Any:
        """Have a person write."""
        return await self.stuur(f"personen/{wie}/tekst", tekst=tekst, **rest)

    async def tik(self, bericht: int, data: str, wie: int = ANNA) -> str:
        """Have a person press a button."""
        antwoord = await self.stuur(f"personen/{wie}/tik", bericht=bericht, data=data)
        return str(antwoord["tik"])


@contextlib.asynccontextmanager
async def open_chat(bestand: Path) -> AsyncIterator[Chat]:
    """Open a web chat with Anna, who has a letter, and Bram."""
    webchat = await Webchat.open(bestand, token=TOKEN, username="gehoord_bot", naam="Gehoord")
    klok = Klok()
    personen = [
        Persoon(ANNA, "Anna", "bewoner, Lindelaan 4", startcode="BRIEF-4"),
        Persoon(BRAM, "Bram", "buurtbegeleider", taal="en"),
    ]
    app = webchat.app(Demo(personen, klok, klok.verzet))
    try:
        async with bedien(app) as url, aiohttp.ClientSession() as http:
            bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(url)))
            try:
                yield Chat(webchat, url, bot, http, klok)
            finally:
                await webchat.close()  # ends long polls and streams, which would hold up the server
                if bot.session._session is not None:  # its own close() also waits 250 ms for TLS, which is not used
                    await bot.session._session.close()
    finally:
        await webchat.close()


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with open_chat(tmp_path / "chat.db") as geopend:
        yield geopend
