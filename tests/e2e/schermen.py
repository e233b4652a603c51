"""People with a real browser and people on Telegram, with `gehoord start` as it is run between them.

With BEELDEN=map each `foto` is kept as a screenshot, to look at.
"""

import asyncio
import csv
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import aiohttp
from playwright.async_api import Browser, Locator, Page, expect
from playwright.async_api import Error as PlaywrightError

from bot.voorbeeldbuurt import ADRESSEN, BEWONERS, IBRAHIM, Rol
from bot.webchat import Demo, Persoon, Webchat
from tests.mens import Mens
from tests.webchat.conftest import bedien
from tests.wereld import knop, vrije_poort, zin

TOKEN = "1:e2e-token_of_no_one"
GEDULD = 30.0
_INSTELLINGEN = """
[wijk]
naam = "Vogelbuurt"
[opslag]
database = "sqlite:///{map}/gehoord.db"
peper_bestand = "{map}/peper.txt"
tijdvak_bestand = "{map}/tijdvak.txt"
sleutel_bestand = "{map}/sleutel.txt"
[telegram]
token = "{token}"
api_url = "{telegram}"
botlink = "{telegram}/"
[web]
adres = "127.0.0.1:{poort}"
url = "http://127.0.0.1:{poort}"
[webchat]
aan = true
[rollen]
organisator = ["telegram:{ibrahim}"]
[verzending]
stil_van = "00:00"
stil_tot = "00:00"
per_week = 10
"""


@dataclass
class Scherm:
    """The chat in the browser of one person, seen as that person sees it, with script or without.

    Args:
        taal: the language that they choose; the browser is in Dutch.
    """

    wie: Rol
    page: Page
    fouten: list[str]
    taal: str = "nl"
    _beelden: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    async def open(cls, browser: Browser, wie: Rol, taal: str = "nl", **hoe: Any) -> "Scherm":
        """Give someone a browser of their own."""
        page = await (await browser.new_context(locale="nl", **hoe)).new_page()
        page.set_default_timeout(1000 * GEDULD)
        fouten: list[str] = []
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
        return cls(wie, page, fouten, taal)

    async def zie(self, *delen: str) -> Locator:
        """Wait until the bot says this, in one message."""
        gezegd = self.page.locator(".bericht.bot")
        for deel in delen:
            gezegd = gezegd.filter(has_text=deel)
        await self._tot(gezegd)
        return gezegd.last

    async def druk(self, label: str | re.Pattern[str], *delen: str) -> None:
        """Tap the lowest button with a label, and see what comes of it."""
        heel = re.compile(rf"^\s*{re.escape(label)}\s*$") if isinstance(label, str) else label
        druk = self.page.locator(".bericht.bot button").filter(has_text=heel)
        await self._tot(druk)
        await druk.last.click()
        await self.zie(*delen)

    async def typ(self, tekst: str, *delen: str) -> None:
        """Type a text, send it, and see the answer."""
        await self.page.fill("#typ", tekst)
        await self.page.click(".typ button")
        await self.zie(*delen)

    async def doe_mee(self, link: str) -> None:
        """Follow the link of a letter, and take part."""
        await self.page.goto(link)
        await self.foto("brief")
        await self.page.locator("form button", has_text=knop("webkanaal.begin")).click()
        await self.druk({"nl": "Nederlands", "en": "English"}[self.taal], zin("welkom.toestemming", self.taal))
        await self.foto("toestemming")
        await self.druk(knop("welkom.knop_ja", self.taal), zin("welkom.binnen", self.taal))
        await expect(self.page.locator("html")).to_have_attribute("lang", self.taal)

    async def foto(self, naam: str) -> None:
        """Keep a screenshot when asked to."""
        if map_ := os.environ.get("BEELDEN"):
            await self.page.wait_for_timeout(600)
            await self.page.screenshot(path=Path(map_) / f"{self.wie.naam}-{next(self._beelden):02}-{naam}.png")

    async def _tot(self, wat: Locator) -> None:
        ververs = self.page.locator(".ververs a")
        try:
            async with asyncio.timeout(GEDULD):
                while await ververs.count() and not await wat.count():  # without script one looks by oneself
                    await ververs.click()
                await wat.last.wait_for()
        except (TimeoutError, PlaywrightError) as fout:
            gezien = await self.page.locator(".bericht.bot").all_inner_texts()
            raise AssertionError(f"{self.wie.naam}: {wat} came not; last seen: {gezien[-2:]}") from fout


@dataclass
class Buurt:
    """The neighbourhood: our process, who is on Telegram, and the letters."""

    map_: Path
    http: aiohttp.ClientSession
    telegram: str
    links: list[str]

    def mobiel(self, wie: Rol) -> Mens:
        """Return someone's phone with Telegram."""
        return Mens(self.http, self.telegram, wie)

    def link(self, wie: Rol) -> str:
        """Return the link on someone's letter."""
        return self.links[wie.adres or 0]

    def gehoord(self, *opdracht: str) -> None:
        """Give a command on the server."""
        klaar = subprocess.run(_opdracht(self.map_, *opdracht), capture_output=True, text=True, check=False)
        assert klaar.returncode == 0, klaar.stderr


def _opdracht(map_: Path, *opdracht: str) -> list[str]:
    return [sys.executable, "-m", "bot", *opdracht, "--config", str(map_ / "gehoord.toml")]


@asynccontextmanager
async def een_buurt(map_: Path) -> AsyncIterator[Buurt]:
    """Make the letters and run `gehoord start`, with our Bot API server in the place of Telegram."""
    poort = vrije_poort()
    mensen = [Persoon(een.id, een.naam, een.rol or "bewoner", een.taal) for een in (*BEWONERS, IBRAHIM)]
    webchat = await Webchat.open(map_ / "webchat.db", token=TOKEN, username="GehoordBot", naam="Gehoord")
    async with AsyncExitStack() as stapel:
        demo = Demo(mensen, lambda: datetime.now(UTC), lambda duur: asyncio.sleep(0))
        telegram = await stapel.enter_async_context(bedien(webchat.app(demo)))
        stapel.push_async_callback(webchat.close)
        http = await stapel.enter_async_context(aiohttp.ClientSession())
        velden = {"map": map_, "token": TOKEN, "telegram": telegram, "poort": poort}
        (map_ / "gehoord.toml").write_text(_INSTELLINGEN.format(**velden, ibrahim=IBRAHIM.id))
        (map_ / "adressen.csv").write_text(ADRESSEN)
        buurt = Buurt(map_, http, telegram, [])
        await asyncio.to_thread(buurt.gehoord, "migreer")
        adressen = "--adressen", str(map_ / "adressen.csv")
        await asyncio.to_thread(buurt.gehoord, "brieven", *adressen, "--uit", str(map_ / "brieven"))
        with next((map_ / "brieven").glob("*.csv")).open(encoding="utf-8-sig") as brieven:
            buurt.links = [rij["link"] for rij in csv.DictReader(brieven)]
        log = stapel.enter_context((map_ / "log.txt").open("w"))
        gestart = await asyncio.create_subprocess_exec(*_opdracht(map_, "start"), stdout=log, stderr=log)
        stapel.push_async_callback(_stop, gestart)
        await asyncio.to_thread(_wacht_op, f"http://127.0.0.1:{poort}/healthz")
        yield buurt
    assert gestart.returncode == 0
    assert " ERROR " not in (map_ / "log.txt").read_text()


async def _stop(proces: asyncio.subprocess.Process) -> None:
    if proces.returncode is None:
        proces.terminate()
    await asyncio.wait_for(proces.wait(), 60)


def _wacht_op(adres: str) -> None:
    for _ in range(300):
        try:
            urlopen(adres, timeout=5).close()
            return
        except URLError:
            time.sleep(0.1)
    raise AssertionError("it did not start")
