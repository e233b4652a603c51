"""A bot with the chat in the browser, beside Telegram."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import aiohttp
import pytest

from bot.voorbeeldbuurt import Rol
from bot.webinstellingen import Webchat
from tests.browser import Browsermens
from tests.wereld import Wereld, knop, zin

Maak = Callable[[Rol], Browsermens]


async def doe_mee(wereld: Wereld, mens: Browsermens) -> Browsermens:
    """Let someone join with the code on their letter."""
    await mens.begin(wereld.codes[mens.wie.id])
    welke = await mens.wacht(lambda b: zin("welkom.taal") in b["text"], "welkom")
    toestemming = await mens.druk(welke, "Nederlands", zin("welkom.toestemming"))
    await mens.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.binnen"))
    return mens


@pytest.fixture
async def chatwereld(webwereld: Wereld) -> Wereld:
    await webwereld.stop()
    webwereld.settings = replace(webwereld.settings, webchat=Webchat(aan=True))
    await webwereld.start()
    return webwereld


@pytest.fixture
async def browser_van(chatwereld: Wereld) -> AsyncIterator[Maak]:
    """Make the browser of someone."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        yield lambda wie: Browsermens(http, chatwereld.settings.web.url, wie)
