"""A bot with the chat in the browser, and Chromium to open it in: both live in the loop of the session."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.webinstellingen import Web, Webchat
from tests.webchat.conftest import CHROMIUM
from tests.wereld import Wereld, een_wereld, knop, vrije_poort, zin

__all__ = ["MET_CHROMIUM", "meegedaan", "pagina_van", "schermwereld", "zie"]
MET_CHROMIUM = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.asyncio(loop_scope="session"),  # where the browser is
]
Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def schermwereld(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Wereld]:
    """A neighbourhood with the chat in the browser on."""
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    async with een_wereld(f"sqlite:///{tmp_path}/gehoord.db", tmp_path) as wereld:
        await wereld.stop()
        adres = f"127.0.0.1:{vrije_poort()}"
        wereld.settings = replace(wereld.settings, web=Web(adres, f"http://{adres}"), webchat=Webchat(aan=True))
        await wereld.start()
        yield wereld


@pytest_asyncio.fixture(loop_scope="session")
async def pagina_van(_browser: Browser, schermwereld: Wereld) -> AsyncIterator[Open]:
    """Open the chat in a browser of its own, in a language; an error in its scripts fails the test."""
    fouten: list[str] = []
    open_: list[Page] = []
    mogen = ["net::ERR_", "401"]  # no network, or signed out

    async def open_pagina(taal: str = "nl", pad: str = "/chat/", mag: str = "", **hoe: Any) -> Page:
        hoe = {"viewport": {"width": 390, "height": 844}, "locale": taal} | hoe
        page = await (await _browser.new_context(**hoe)).new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
        open_.append(page)
        mogen.extend([mag] if mag else [])
        await page.goto(schermwereld.settings.web.url + pad)
        return page

    yield open_pagina
    for page in open_:
        await page.context.close()
    rest = [fout for fout in fouten if not any(wat in fout for wat in mogen)]
    assert rest == [], rest


async def meegedaan(page: Page, wereld: Wereld, wie: int, taal: str = "nl") -> Page:
    """Let somebody join in the browser, with the code of their letter and with taps, script or none."""
    await page.fill("#code", wereld.codes[wie])
    await page.click(".begin form button")
    for tekst in ({"nl": "Nederlands", "ar": "العربية"}[taal], knop("welkom.knop_ja", taal)):
        druk, ververs = page.locator("button", has_text=tekst), page.locator(".ververs a")
        while await ververs.count() and not await druk.count():  # without script one looks whether there is an answer
            await ververs.click()
        await druk.last.click()
    await zie(page, zin("welkom.binnen", taal))
    return page


async def zie(page: Page, tekst: str) -> None:
    """Wait until the bot says something; without script by looking again."""
    gezegd, ververs = page.locator(".bericht.bot").filter(has_text=tekst), page.locator(".ververs a")
    while await ververs.count() and not await gezegd.count():
        await ververs.click()
    await gezegd.last.wait_for()
