"""A bot with the chat in the browser, beside Telegram."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import aiohttp
import pytest

from bot.voorbeeldbuurt import Rol
from bot.webinstellingen import Webchat
from tests.browser import Browsermens
from tests.wereld import Wereld

Maak = Callable[[Rol], Browsermens]


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
