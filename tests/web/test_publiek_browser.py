"""Can everyone read the public page? All of it at once, judged by axe in both languages, light and dark, at 320 px."""

import itertools
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from berichten import talen
from tests.web.site import Site, een_site
from tests.web.vulling import vul_alles
from tests.webchat.conftest import CHROMIUM

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.asyncio(loop_scope="session"),  # where the browser is
]
FIRST_PAGE_MAX = 50_000


@pytest_asyncio.fixture(loop_scope="session")
async def volle_site(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Site]:
    async with een_site(_sqlite_sjabloon, tmp_path) as site:
        await vul_alles(site)
        yield site


async def _paden(site: Site) -> list[str]:
    """Return every page of the site below its language, and one that is not there."""
    te_doen, gezien = [""], {""}
    while te_doen:
        tekst = (await site.haal(f"/nl/{te_doen.pop()}")).tekst
        nieuw = set(re.findall(r'href="[./]+/nl/([^"#]*/)"', tekst)) - gezien
        te_doen += nieuw
        gezien |= nieuw
    return [*sorted(gezien), "weg/"]


_UIT_BEELD = """() => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility()
  && !e.closest(".sla-over") && !e.parentElement.closest("svg") && e.getBoundingClientRect().width
  && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
  .map((e) => e.tagName + "." + e.className)"""


_ALLES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_VORMEN: list[tuple[str, Literal["light", "dark"]]] = [(taal, kleur) for taal in talen() for kleur in ("light", "dark")]


async def _keur(scherm: Page, site: Site, pad: str, taal: str, kleur: Literal["light", "dark"]) -> None:
    await scherm.emulate_media(color_scheme=kleur)
    await scherm.goto(f"{site.url}/{taal}/{pad}")
    assert await scherm.evaluate("document.documentElement.scrollWidth") <= 320, (taal, pad)
    assert await scherm.evaluate(_UIT_BEELD) == [], (taal, pad)
    uitslag = await Axe().run(scherm, options=_ALLES)
    assert uitslag.violations_count == 0, (taal, pad, kleur, uitslag.generate_report())


@pytest_asyncio.fixture(loop_scope="session")
async def scherm(_browser: Browser) -> AsyncIterator[Page]:
    """A screen of 1280 pixels that is zoomed in to 400%, or an old phone: 320 of CSS."""
    page = await _browser.new_page(viewport={"width": 320, "height": 900})
    yield page
    await page.close()


async def test_axe_finds_nothing_and_nothing_is_out_of_view_on_any_page(volle_site: Site, scherm: Page) -> None:
    """Each page in one language and light or dark, by turns; all of them: the heavy test."""
    paden = await _paden(volle_site)
    assert len(paden) >= 14
    for pad, vorm in zip(paden, itertools.cycle(_VORMEN)):
        await _keur(scherm, volle_site, pad, *vorm)


async def test_the_navigation_leaves_most_of_an_old_phone_to_what_one_came_for(volle_site: Site, scherm: Page) -> None:
    await scherm.goto(f"{volle_site.url}/nl/")
    assert await scherm.evaluate("document.querySelector('.kop').getBoundingClientRect().height") <= 640 / 3
    await scherm.click(".talen summary")
    assert await scherm.locator(".talen a:visible").count() == len(talen())
    assert await scherm.evaluate(_UIT_BEELD) == []


@pytest.mark.zwaar
async def test_axe_finds_nothing_on_any_page_in_any_language_light_or_dark(volle_site: Site, scherm: Page) -> None:
    for pad in await _paden(volle_site):
        for vorm in _VORMEN:
            await _keur(scherm, volle_site, pad, *vorm)


async def test_the_first_page_is_small_with_all_that_it_asks_for(volle_site: Site) -> None:
    thuis = await volle_site.haal("/nl/")
    (stijl,) = re.findall(r'rel="stylesheet" href="\.\./([^"]+)"', thuis.tekst)
    assert not re.search("<img|<script|@import|url\\(", thuis.tekst)
    samen = len(thuis.tekst.encode()) + len((await volle_site.haal(f"/{stijl}")).tekst.encode())
    assert samen < FIRST_PAGE_MAX
