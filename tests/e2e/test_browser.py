"""In a real browser: a newcomer becomes a resident from the letter's link, and sees their own evidence move the count.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.demo.draaien import Draaiend, draai_demo
from bot.voorbeeldbuurt import NOOR
from tests.webchat.conftest import CHROMIUM

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no chromium: apt install chromium to run browser tests")
KLEINE_TELEFOON: ViewportSize = {"width": 390, "height": 844}
BUREAU: ViewportSize = {"width": 1200, "height": 800}


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


class Scherm:
    """The phone page of one person, seen as that person sees it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._nummer = 0

    async def ziet(self, *teksten: str) -> None:
        """Wait until the newest bubble that holds the first text holds all."""
        bubbel = self.page.locator("#berichten").get_by_text(teksten[0]).last
        await expect(bubbel).to_be_visible()
        for tekst in teksten[1:]:
            await expect(self.page.locator("#berichten")).to_contain_text(tekst)

    async def drukt(self, knop: str | re.Pattern[str]) -> None:
        """Tap the lowest button with this label."""
        await self.page.locator("#berichten").get_by_role("button", name=knop).last.click()

    async def typt(self, tekst: str) -> None:
        """Type and send with Enter."""
        await self.page.locator("#tekst").fill(tekst)
        await self.page.locator("#tekst").press("Enter")

    async def foto(self, naam: str) -> None:
        """Keep a screenshot when asked to."""
        self._nummer += 1
        if map_ := os.environ.get("BEELDEN"):
            await expect(self.page.locator("#toast")).to_be_hidden(timeout=15_000)
            await self.page.wait_for_timeout(1500)
            await self.page.screenshot(path=Path(map_) / f"{self._nummer:02}-{naam}.png")


async def test_a_resident_goes_from_the_letter_to_a_count_that_moved(demo: Draaiend, browser: Browser) -> None:
    """Letter's link → language → consent → werkgroep → yes to the energiecafé → door code → vote → /stand has moved."""
    page = await browser.new_page(viewport=KLEINE_TELEFOON, locale="nl-NL")
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    ik = Scherm(page)

    await page.goto(f"{demo.adres}/?start={demo.codes[2]}")
    await ik.foto("brief")
    await page.locator("#start").click()
    await ik.ziet("Welke taal leest u het liefst?")
    await ik.foto("taal")
    await ik.drukt("Nederlands")
    await ik.ziet("Doet u mee?")
    await ik.foto("toestemming")
    await ik.drukt("Ja, ik doe mee")
    await ik.ziet("Welkom, u doet mee!")
    await ik.foto("welkom")

    await ik.drukt("Werkgroepen")
    await ik.drukt("techniek")
    await ik.drukt("Ik doe mee")
    await ik.ziet("✓ U doet mee.")
    await ik.foto("werkgroepen")
    await ik.drukt("Menu")
    await ik.drukt("Hoe staan we ervoor?")
    await ik.ziet("Er zijn minder dan 10 bewoners gehoord", "Minder dan 10 bewoners waren bij een bijeenkomst")
    await ik.foto("stand-vooraf")

    await ik.typt("/agenda")
    await ik.drukt(re.compile("Energiecafé"))
    await ik.drukt("Ja")
    await ik.ziet("U komt. Fijn!")
    maten = await page.evaluate("[document.scrollingElement.scrollHeight, innerHeight]")
    assert maten[0] == maten[1], (
        "the page is longer than the screen: a tap low in the chat pushes the head out of sight"
    )
    await ik.foto("energiecafe")

    noor = Scherm(await browser.new_page(viewport=KLEINE_TELEFOON, locale="nl-NL"))
    await noor.page.goto(f"{demo.adres}/?als={NOOR.id}")
    await noor.page.locator("#start").click()
    await noor.typt("/agenda")
    await noor.drukt(re.compile("Energiecafé"))
    await noor.ziet("Zeggen dat ze komen:")  # the menu above it has a button of the same name
    await noor.drukt("Code voor de deur")
    deur = noor.page.locator("#berichten").get_by_text("Code voor de deur:").last
    await expect(deur).to_be_visible()
    await expect(noor.page.locator("#berichten img").last).to_be_visible()
    code = re.search(r"(\d{3}) (\d{3})", await deur.inner_text())
    assert code is not None
    await noor.foto("deur")

    await ik.typt(f"{code[1]} {code[2]}")
    await ik.ziet("Welkom bij", "we weten nu dat u er bent")
    await ik.foto("ingecheckt")
    await ik.typt("/peilingen")
    await ik.drukt(re.compile("Welke warmte"))
    await ik.drukt("Een warmtenet")
    await ik.ziet("Uw stem:")
    await ik.foto("gestemd")
    await ik.typt("/stand")
    await ik.ziet("Er zijn minder dan 10 bewoners gehoord", "Minder dan 10 bewoners waren bij een bijeenkomst")
    await ik.foto("stand-erna")
    assert fouten == []


async def test_the_begeleider_plans_a_meeting_and_the_clock_brings_the_reminder(
    demo: Draaiend, browser: Browser
) -> None:
    """What Noor plans in her chat reaches a resident, and a reminder follows when the demo's clock is moved on."""
    page = await browser.new_page(viewport=BUREAU, locale="nl-NL")
    scherm = Scherm(page)
    await page.goto(f"{demo.adres}/?start={demo.codes[4]}&als=1005")
    await page.locator("#start").click()
    await scherm.drukt("English")
    await scherm.drukt("Yes, I join")
    await scherm.ziet("Welcome, you are in!")

    await page.goto(f"{demo.adres}/?als={NOOR.id}")
    await page.locator("#start").click()
    await scherm.typt("/bijeenkomst")
    await scherm.drukt("Workshop")
    await scherm.typt("Inductiekoken <proberen> & proeven 🍳")
    await scherm.ziet("Wanneer begint het?")
    await scherm.typt("overmorgen 19:30")
    await scherm.ziet("Waar is het?")
    await scherm.typt("Lijsterhof 4")
    await scherm.drukt("De hele wijk")
    await scherm.ziet("Hoeveel mensen")
    await scherm.drukt("Overslaan")
    await scherm.ziet("Klopt het?", "Inductiekoken <proberen> & proeven 🍳")
    await scherm.foto("voorbeeld")
    await scherm.drukt("Ja, plaatsen")
    await scherm.ziet("Zeggen dat ze komen: 0")
    await scherm.foto("geplaatst")

    await page.goto(f"{demo.adres}/?als=1005")
    await scherm.ziet("There will be a meeting", "Inductiekoken <proberen> & proeven 🍳")
    await scherm.drukt("Yes")
    await scherm.ziet("You are coming. Good!")
    await page.locator("#morgen").click()
    for _ in range(11):
        await page.locator("#uur").click()
    await scherm.ziet("Do you remember?")
    await scherm.foto("herinnering")
