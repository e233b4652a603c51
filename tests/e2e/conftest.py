"""A running neighbourhood for each test, on SQLite; the story and the counts run on PostgreSQL too."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from bot.demo.draaien import Draaiend, draai_demo
from tests.wereld import Wereld, een_wereld

CHROMIUM = shutil.which("chromium")


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Draaiend]:
    async with draai_demo(tmp_path, 0, agenda=True) as demo:
        yield demo


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    stil = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
    async with async_playwright() as speler:
        browser = await speler.chromium.launch(executable_path=CHROMIUM, args=stil)
        yield browser
        await browser.close()


@pytest.fixture
async def wereld(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Wereld]:
    bestand = tmp_path / "gehoord.db"
    shutil.copy(_sqlite_sjabloon, bestand)
    async with een_wereld(f"sqlite:///{bestand}", tmp_path) as wereld:
        yield wereld


@pytest.fixture
async def wereld_overal(database_url: str, tmp_path: Path) -> AsyncIterator[Wereld]:
    """The same on both databases."""
    async with een_wereld(database_url, tmp_path) as wereld:
        yield wereld
