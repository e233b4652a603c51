"""A bot that serves its pages for a browser, and one browser for all tests of a process."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from multidict import CIMultiDictProxy

from bot.webinstellingen import Web
from tests.web.site import Site, een_site
from tests.webchat.conftest import _browser
from tests.wereld import Wereld, een_wereld, vrije_poort

__all__ = ["_browser"]


@pytest.fixture
async def webwereld(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Wereld]:
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    async with een_wereld(f"sqlite:///{tmp_path}/gehoord.db", tmp_path) as wereld:
        adres = f"127.0.0.1:{vrije_poort()}"
        await wereld.stop()
        wereld.settings = replace(wereld.settings, web=Web(adres, f"http://{adres}"))
        await wereld.start()
        yield wereld


async def haal(adres: str) -> tuple[int, str, CIMultiDictProxy[str]]:
    async with aiohttp.ClientSession() as http, http.get(adres) as antwoord:
        return antwoord.status, await antwoord.text(), antwoord.headers


@pytest.fixture
async def site(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Site]:
    async with een_site(_sqlite_sjabloon, tmp_path) as een:
        yield een
