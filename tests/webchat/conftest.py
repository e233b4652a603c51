"""A web chat on a free loopback port, in the loop of the test, and the clients that drive both of its sides."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import zlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
import uvicorn
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from playwright.async_api import Browser, Page, async_playwright, expect
from starlette.types import ASGIApp

from bot.webchat import Demo, Persoon, Webchat

TOKEN = "4242:TEST-token_of_no_one"
ANNA, BRAM = 1001, 1002
MET_VENSTERS = Path("/usr/bin/chromium")
"""Debian's, as people have it: it makes a window for each page, which nobody sees here."""
_ZONDER_VENSTERS = Path("/usr/bin/chromium-headless-shell")
CHROMIUM = _ZONDER_VENSTERS if _ZONDER_VENSTERS.exists() else MET_VENSTERS
"""The same engine without windows, where it is: a page takes it a third of the work."""

expect.set_options(timeout=20_000)  # a busy machine is slow


def vergelijk(model: Any, rauw: Any, waar: str) -> None:
    """Fail on a field that the model does not know; the models themselves let extra fields pass."""
    if isinstance(rauw, list):
        for i, (deel_model, deel) in enumerate(zip(model, rauw, strict=True)):
            vergelijk(deel_model, deel, f"{waar}[{i}]")
    elif isinstance(rauw, dict):
        velden = {veld.alias or naam: naam for naam, veld in type(model).model_fields.items()}
        for naam, deel in rauw.items():
            assert naam in velden, f"{waar} ({type(model).__name__}) has no field {naam}"
            vergelijk(getattr(model, velden[naam]), deel, f"{waar}.{naam}")


class StrengeSessie(AiohttpSession):
    """aiogram's session, which also refuses an answer with fields that aiogram's models do not have."""

    def check_response(self, bot: Bot, method: Any, status_code: int, content: str) -> Any:
        antwoord = super().check_response(bot, method, status_code, content)
        vergelijk(antwoord.result, json.loads(content)["result"], method.__api_method__)
        return antwoord


class Server(uvicorn.Server):
    """uvicorn that leaves the signals of the test process alone and stops at once instead of at its next tick."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.klaar = asyncio.Event()

    async def main_loop(self) -> None:
        await self.klaar.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for luisteraar in self.servers:
            luisteraar.close()
        for verbinding in list(self.server_state.connections):
            verbinding.shutdown()
        await self.lifespan.shutdown()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def bedien(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on a free loopback port and yield its address."""
    # asyncio switches Nagle's algorithm off only where the protocol is named: without this each answer takes 44 ms.
    stopcontact = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    stopcontact.bind(("127.0.0.1", 0))
    instellingen = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1, timeout_keep_alive=30)
    server = Server(instellingen)
    taak = asyncio.create_task(server.serve(sockets=[stopcontact]))
    while not server.started:  # noqa: ASYNC110 - uvicorn has a flag, not an event
        await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{stopcontact.getsockname()[1]}"
    finally:
        server.should_exit = True
        server.klaar.set()
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
            sessie = StrengeSessie(api=TelegramAPIServer.from_base(url))
            bot = Bot(TOKEN, sessie)
            try:
                yield Chat(webchat, url, bot, http, klok)
            finally:
                await webchat.close()  # ends long polls and streams, which would hold up the server
                await (await sessie.create_session()).close()  # its own close() also waits 250 ms for TLS
    finally:
        await webchat.close()


async def open_pagina(pagina: Page, chat: Chat, wie: int) -> None:
    """Open a person's chat, until the page shows it and listens: what comes and goes is not kept for later."""
    async with pagina.expect_response(f"**/personen/{wie}/stroom"):
        await pagina.goto(f"{chat.url}/?als={wie}")
    await pagina.locator("body.klaar").wait_for()


def png(breedte: int = 3, hoogte: int = 2) -> bytes:
    """A green picture."""

    def blok(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", breedte, hoogte, 8, 2, 0, 0, 0)
    regels = (b"\0" + b"\x0f\x76\x6e" * breedte) * hoogte
    return b"\x89PNG\r\n\x1a\n" + blok(b"IHDR", kop) + blok(b"IDAT", zlib.compress(regels)) + blok(b"IEND", b"")


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with open_chat(tmp_path / "chat.db") as geopend:
        yield geopend


@contextlib.asynccontextmanager
async def start_browser(wat: Path) -> AsyncIterator[Browser]:
    """Run Debian's chromium, with windows or without."""
    async with async_playwright() as p:
        browser = await p.chromium.launch(executable_path=wat, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def _browser() -> AsyncIterator[Browser]:
    """Starting one takes longer than what most tests do with it, so there is one for each process."""
    async with start_browser(CHROMIUM) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def pagina(_browser: Browser) -> AsyncIterator[Page]:
    """A phone-sized page that remembers nothing of others; an error in its scripts fails the test.

    It lives in the loop of the browser: its tests, and their chat, are of `loop_scope="session"`.
    """
    fouten: list[str] = []
    page = await _browser.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(20_000)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
    yield page
    await page.close()  # with the context that is its own
    assert [fout for fout in fouten if "ERR_INTERNET_DISCONNECTED" not in fout] == []
