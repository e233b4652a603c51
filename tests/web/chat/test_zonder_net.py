"""The chat on a phone with a bad network: what was read stays there, and what was tapped goes once, in order."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.channels.intake import Intake
from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.browser import Browsermens
from tests.web.chat.chromium import MET_CHROMIUM, Open, meegedaan, pagina_van, schermwereld
from tests.wereld import ANNA, Wereld, knop, zin

pytestmark = MET_CHROMIUM
__all__ = ["pagina_van", "schermwereld"]
_BEWAARD = (
    "async () => { const oud = await (await caches.open('gehoord-chat')).match('/chat/'); return oud && oud.text(); }"
)


Kwam = dict[int, tuple[str, str]]


@pytest.fixture
def kwam(monkeypatch: pytest.MonkeyPatch) -> Kwam:
    """What came in from the browser, in order, by its number: `typ` with the text, `tik` with the data."""
    ontvang, gezien = Intake.ontvang, Kwam()

    async def kijk_mee(self: Intake, updates: Sequence[Any]) -> None:
        for u in updates:
            wat = ("typ", u["message"]["text"]) if "message" in u else ("tik", u["callback_query"]["data"])
            gezien.setdefault(u["update_id"], wat)
        await ontvang(self, updates)

    monkeypatch.setattr(Intake, "ontvang", kijk_mee)
    return gezien


async def kwam_binnen(wereld: Wereld) -> int:
    """Return how many updates from the browser were taken."""
    await wereld.rust()
    return await wereld.tel(t.inbox, t.inbox.c.kanaal == KANAAL)


async def bewaard(page: Page, tekst: str) -> None:
    """Wait until the page as it is kept on the device has a text."""
    for _ in range(200):
        if tekst in (await page.evaluate(_BEWAARD) or ""):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"not kept: {tekst}")


async def typ(page: Page, tekst: str) -> None:
    await page.fill("#typ", tekst)
    await page.press("#typ", "Enter")


async def test_what_is_tapped_and_typed_without_network_goes_once_in_order_and_what_was_read_can_be_read(
    schermwereld: Wereld, pagina_van: Open, kwam: Kwam
) -> None:
    page = await meegedaan(await pagina_van(), schermwereld, ANNA.id)
    await page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    welkom = zin("welkom.binnen")
    await bewaard(page, welkom)
    voor = await kwam_binnen(schermwereld)
    kwam.clear()
    await page.context.set_offline(True)
    antwoord = await page.goto(page.url)
    assert antwoord is not None
    assert "trusted-types gehoord" in (await antwoord.all_headers())["content-security-policy"]
    await expect(page.locator("#berichten")).to_contain_text(welkom)
    await page.locator(".knoppen button").last.click()
    await page.locator(".knoppen button").last.click()
    for tekst in ("een", "twee"):
        await typ(page, tekst)
    await expect(page.locator("#wachtend > li")).to_have_count(3)
    await page.reload()
    await expect(page.locator("#wachtend > li")).to_have_count(3)
    await expect(page.locator("#staat")).to_have_text(zin("webkanaal.geen_verbinding"))
    await expect(page.locator("#staat")).to_be_in_viewport()  # and not above a long chat
    await page.context.set_offline(False)
    await expect(page.locator("#wachtend > li")).to_have_count(0)
    await expect(page.locator("#staat")).to_be_empty()
    assert await kwam_binnen(schermwereld) == voor + 3
    assert [soort for soort, _ in kwam.values()] == ["tik", "typ", "typ"]
    assert list(kwam.values())[1:] == [("typ", "een"), ("typ", "twee")]
    await expect(page.locator("#berichten .bericht.ik .tekst").filter(has_text="een")).to_have_count(1)
    await afgemeld(page, schermwereld)
    assert await kwam_binnen(schermwereld) == voor + 3


async def afgemeld(page: Page, wereld: Wereld) -> None:
    """Sign a browser out while its page cannot hear it, with something that waits: nothing stays on the device."""
    await page.context.set_offline(True)
    await typ(page, "drie")
    await wereld.database.write(0, lambda tx: tx.execute(t.websessie.delete()))
    await page.context.set_offline(False)
    await page.locator("#code").wait_for()
    for _ in range(100):
        over = await page.evaluate("async () => [await caches.has('gehoord-chat'), JSON.stringify({...localStorage})]")
        if not over[0]:
            break
        await asyncio.sleep(0.1)
    assert over == [False, "{}"]


async def test_what_waits_goes_once_when_the_browser_became_somebody_s_on_another_page_meanwhile(
    schermwereld: Wereld, pagina_van: Open, kwam: Kwam
) -> None:
    page = await pagina_van()
    await page.click(".begin form button")
    await page.locator("#berichten .bericht").first.wait_for()
    (koekje,) = await page.context.cookies()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        ander = Browsermens(http, schermwereld.settings.web.url, ANNA)
        ander.koekje = koekje["value"]
        await page.context.set_offline(True)
        for tekst in ("een", "twee"):
            await typ(page, tekst)
        await expect(page.locator("#wachtend > li")).to_have_count(2)
        welke = await ander.vraag(schermwereld.codes[ANNA.id], zin("welkom.taal"))
        toestemming = await ander.druk(welke, "Nederlands", zin("welkom.toestemming"))
        await ander.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.binnen"))
        await ander.html()
        assert ander.koekje != koekje["value"]
        nieuw: Any = {**koekje, "value": ander.koekje}  # all pages of a browser have the same
        await page.context.add_cookies([nieuw])
    kwam.clear()
    await page.context.set_offline(False)
    await expect(page.locator("#wachtend > li")).to_have_count(0)
    await expect(page.locator("#berichten")).to_contain_text(zin("welkom.binnen"))
    await schermwereld.rust()
    assert list(kwam.values()) == [("typ", "een"), ("typ", "twee")]


async def test_a_server_that_is_killed_between_a_message_and_its_answer_loses_nothing_and_takes_nothing_twice(
    schermwereld: Wereld, pagina_van: Open, kwam: Kwam, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await meegedaan(await pagina_van(mag="status of 500"), schermwereld, ANNA.id)
    voor, ontvang, genomen = await kwam_binnen(schermwereld), Intake.ontvang, asyncio.Event()
    kwam.clear()

    async def neem_en_zwijg(self: Intake, updates: Sequence[Any]) -> None:
        await ontvang(self, updates)
        genomen.set()
        await asyncio.sleep(3600)

    with monkeypatch.context() as even:
        even.setattr(Intake, "ontvang", neem_en_zwijg)
        await typ(page, "een")
        await typ(page, "twee")
        await asyncio.wait_for(genomen.wait(), 20)
        await schermwereld.stop()
    await schermwereld.start()
    await expect(page.locator("#wachtend > li")).to_have_count(0)
    assert await kwam_binnen(schermwereld) == voor + 2
    assert list(kwam.values()) == [("typ", "een"), ("typ", "twee")]
    await expect(page.locator("#berichten .bericht.ik .tekst").filter(has_text="een")).to_have_count(1)
