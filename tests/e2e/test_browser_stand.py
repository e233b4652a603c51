"""In a real browser: how we stand, as a picture that a small phone can read and as text that says the same."""

import re

import pytest
from playwright.async_api import Browser, expect

from bot.demo.draaien import Draaiend
from tests.e2e.test_browser import Scherm, browser, demo, pytestmark

__all__ = ["browser", "demo", "pytestmark"]


@pytest.mark.parametrize("taal", ["Nederlands", "English"])
async def test_a_resident_sees_how_we_stand_before_and_after_a_vote(
    demo: Draaiend, browser: Browser, taal: str
) -> None:
    nederlands = taal == "Nederlands"
    page = await browser.new_page(viewport={"width": 320, "height": 640}, locale="nl-NL")
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    ik = Scherm(page)
    await page.goto(f"{demo.adres}/?start={demo.codes[2]}")
    await page.locator("#start").click()
    await ik.drukt(taal)
    await ik.drukt("Ja, ik doe mee" if nederlands else "Yes, I join")
    await ik.typt("/peilingen")
    await ik.drukt(re.compile("Welke warmte"))
    await ik.drukt("Een warmtenet")
    await ik.typt("/stand")
    gezegd = "Er zijn minder dan 10 bewoners gehoord" if nederlands else "Fewer than 10 residents have been heard"
    await ik.ziet(gezegd)

    beeld = page.locator("#berichten img").last
    await expect(beeld).to_have_js_property("naturalWidth", 1080)
    await expect(beeld).to_have_attribute("alt", re.compile(gezegd))  # who cannot see it hears the same
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await beeld.scroll_into_view_if_needed()
    await ik.foto(f"stand-{taal}")
    await ik.drukt("Menu")
    await ik.drukt("Hoe staan we ervoor?" if nederlands else "Where do we stand?")
    await ik.ziet(gezegd)
    assert fouten == []
