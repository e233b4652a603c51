"""Can everyone use the page of the chat? Judged by axe, by keyboard, without script, and by its weight."""

import json
import re
from datetime import UTC, datetime

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect
from sqlalchemy import Connection, select

from berichten import vertaal
from bot.storage import tables as t
from bot.storage import webberichten
from tests.web.chat.chromium import MET_CHROMIUM, Open, meegedaan, pagina_van, schermwereld, zie
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.test_publiek_browser import _ALLES, _UIT_BEELD
from tests.wereld import ANNA, Wereld, zin

__all__ = ["pagina_van", "schermwereld"]
HOOGSTENS = 100_000
BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)
_KLEIN = """() => [...document.querySelectorAll("button, .knop, textarea, input:not([type=hidden]), summary, .talen a")]
  .filter((e) => e.checkVisibility() && Math.min(e.offsetWidth, e.offsetHeight) < 44).map((e) => e.outerHTML)"""


async def vul(wereld: Wereld, hoeveel: int) -> None:
    """Put messages of every form in the chat of whoever began last."""
    tekst = (
        "Een lang bericht, <b>vet</b>: <a href='https://voorbeeld.nl/een/lang/adres/dat/niet/past/op/een/smal/scherm'>"
        "https://voorbeeld.nl/een/lang/adres/dat/niet/past/op/een/smal/scherm</a>\n<blockquote>citaat</blockquote>"
        "<code>ook-1234</code><pre>DEUR   NAAM   TIJD   12-A   een regel die niet past op een smal scherm</pre>"
    )
    knoppen = [
        [{"tekst": "Ja", "data": "x:1", "url": None}, {"tekst": "Liever een andere keer", "data": "x:2", "url": None}]
    ]
    knoppen.append([{"tekst": "Openen", "data": None, "url": "https://voorbeeld.nl/"}])

    def zet(tx: Connection) -> None:
        wie = tx.scalars(select(t.account.c.id).where(t.account.c.kanaal == "web").order_by(t.account.c.id.desc()))
        account, nu = wie.first() or 0, wereld.klok.now()
        for nummer in range(hoeveel // 2):
            webberichten.zet(
                tx, account, {"getypt": f"Hallo {nummer}, kan ik hier ook vragen stellen?"}, nu, van_bot=False
            )
            webberichten.zet(tx, account, {"tekst": tekst, "knoppen": knoppen}, nu, van_bot=True)

    await wereld.database.write(0, zet)


async def keur(page: Page, wat: str) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320, wat
    assert await page.evaluate(_UIT_BEELD) == [], wat
    assert await page.evaluate(_KLEIN) == [], wat
    uitslag = await Axe().run(page, options=_ALLES)
    gevonden = [(een["id"], [plek["html"] for plek in een["nodes"]]) for een in uitslag.response["violations"]]
    assert gevonden == [], wat


@pytest.mark.parametrize("taal", ["nl", "ar"])
class TestScherm:
    pytestmark = MET_CHROMIUM

    async def test_axe_finds_nothing_and_nothing_is_out_of_view_where_one_begins_and_in_the_chat(
        self, schermwereld: Wereld, pagina_van: Open, taal: str
    ) -> None:
        page = await pagina_van(taal, viewport={"width": 320, "height": 640})
        await keur(page, f"begin {taal}")
        await meegedaan(page, schermwereld, ANNA.id, taal)
        await vul(schermwereld, 4)
        await page.reload()
        await page.locator("text=ook-1234").last.wait_for()
        await keur(page, f"chat {taal}")
        await page.click("#letters")
        await page.click("#letters")
        await page.reload()
        await page.emulate_media(color_scheme="dark")
        assert await page.evaluate("getComputedStyle(document.documentElement).fontSize") == "26px", "it is remembered"
        await keur(page, f"chat {taal}, donker, groot")
        await page.emulate_media(media="print")
        await expect(page.locator("#berichten")).to_contain_text(zin("welkom.binnen", taal))
        assert await page.locator("button:visible, textarea:visible").count() == 0


class TestToetsen:
    pytestmark = MET_CHROMIUM

    async def test_who_uses_only_the_keyboard_gets_to_every_button_and_goes_on_at_what_came_of_it(
        self, schermwereld: Wereld, pagina_van: Open
    ) -> None:
        page = await meegedaan(await pagina_van(viewport={"width": 390, "height": 500}), schermwereld, ANNA.id)
        await page.locator(".knoppen button").first.focus()
        namen = []
        for _ in range(12):
            await page.keyboard.press("Tab")
            namen.append(await page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
            if namen[-1] == "typ":
                break
        assert namen[-1] == "typ"
        await page.keyboard.type("Ik schrijf nog")
        await page.locator(".knoppen button").first.focus()
        await page.keyboard.press("Enter")
        await page.wait_for_function("document.activeElement.closest('#berichten')")
        assert await page.input_value("#typ") == "Ik schrijf nog"
        await page.focus("#typ")
        await schermwereld.plan_peiling()
        await zie(page, "Welke?")
        assert await page.evaluate("document.activeElement.id") == "typ", "who writes is left where they write"
        rood = page.locator("button", has_text="Rood")
        await rood.scroll_into_view_if_needed()
        eerst = await rood.bounding_box()
        await rood.click()
        await expect(rood).to_have_text("✓ Rood")
        daarna = await rood.bounding_box()
        assert eerst, "what takes a vote away comes right below it: no other button may come under the finger"
        assert daarna
        assert abs(eerst["y"] - daarna["y"]) < 2


class TestZonderScript:
    pytestmark = MET_CHROMIUM

    async def test_who_has_no_script_joins_votes_checks_in_and_stops(
        self, schermwereld: Wereld, pagina_van: Open
    ) -> None:
        page = await meegedaan(await pagina_van(java_script_enabled=False), schermwereld, ANNA.id)
        bijeenkomst = await schermwereld.plan_bijeenkomst()
        await schermwereld.plan_peiling()
        await page.goto(page.url)
        await zie(page, "Welke?")
        await page.locator("button", has_text="Rood").last.click()
        await expect(page.locator("#melding")).to_have_text(zin("peiling.gestemd"))
        await expect(page.locator("button", has_text="✓ Rood")).to_be_in_viewport()
        await schermwereld.rust()
        assert await schermwereld.tel(t.stemkoppeling) == 1
        for _ in range(2):  # at the same address a browser would only scroll
            await page.click(".ververs a")
        await vul(schermwereld, 2)
        await page.click(".ververs a")
        await expect(page.locator(".bericht", has_text="ook-1234")).to_be_in_viewport()
        schermwereld.klok.nu = BEGIN
        await zeg(page, await schermwereld.deurcode(bijeenkomst), zin("deur.binnen", titel="Café"))
        await zeg(page, "/stop", zin("voorkeur.gestopt"))


async def zeg(page: Page, tekst: str, verwacht: str) -> None:
    await page.fill("#typ", tekst)
    await page.click(".typ button")
    await zie(page, verwacht)


@pytest.mark.parametrize("taal", ["nl", "ar"])
async def test_a_page_of_sixty_messages_with_all_that_it_asks_for_weighs_less_than_100_kb(
    chatwereld: Wereld, browser_van: Maak, taal: str
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    await vul(chatwereld, 60)
    await chatwereld.database.write(0, lambda tx: tx.execute(t.account.update().values(taal=taal)))
    html = await anna.html()
    assert vertaal(taal).plat("webkanaal.stuur") in html
    delen = re.findall(r'(?:src|href)="(/chat/(?:manifest\.|[\w]+-[0-9a-f]{12}\.(?:css|js))[^"]*)"', html)
    assert len(delen) == 4
    gewicht = {"html": len(html.encode())} | {deel: len((await anna.html(deel)).encode()) for deel in delen}
    gewicht["werker"] = len((await anna.html("/chat/werker.js")).encode())
    assert sum(gewicht.values()) < HOOGSTENS, gewicht
    manifest = json.loads(await anna.html(next(deel for deel in delen if "manifest" in deel)))
    assert (manifest["lang"], manifest["dir"]) == (taal, "rtl" if taal == "ar" else "ltr")
    for icoon in manifest["icons"]:
        async with anna._session.get(anna.basis + icoon["src"]) as antwoord:
            kop = await antwoord.read()
            assert (antwoord.content_type, kop[:4]) == ("image/png", b"\x89PNG"), icoon
            assert f"{int.from_bytes(kop[16:20], 'big')}x{int.from_bytes(kop[20:24], 'big')}" == icoon["sizes"]
