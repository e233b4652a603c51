"""The wide pages of the team on a phone and on a desk: axe, the keyboard, and a tick while there is no network."""

from datetime import UTC, datetime

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ViewportSize, expect
from sqlalchemy import Connection, select

from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.web.chat.chromium import *  # noqa: F403 (fixtures)
from tests.web.chat.chromium import MET_CHROMIUM, Open, meegedaan
from tests.web.chat.test_scherm import keur
from tests.web.chat.test_werk import BEGIN
from tests.web.test_publiek_browser import _ALLES
from tests.wereld import ANNA, NU, Wereld, knop, zin

DESK, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=320, height=640)


def _maak_organisator(tx: Connection, wijk: int) -> None:
    """Give who came in the browser last the role of organisator."""
    nieuwste = select(t.account.c.extern_id).where(t.account.c.kanaal == KANAAL).order_by(t.account.c.id.desc())
    velden = {"wijk": wijk, "rol": "organisator", "kanaal": KANAAL, "extern_id": tx.scalars(nieuwste).first()}
    van = {"bereik": "", "bron": "uitnodiging", "publiek_id": "x" * 22, "toegekend_op": NU}
    tx.execute(t.rol.insert().values(**velden, **van))
    tx.execute(t.websessie.update().values(bevestigd_tot=datetime(2100, 1, 1, tzinfo=UTC)))  # see test_drempel


@pytest.mark.parametrize("taal", ["nl", "ar"])
class TestWerkscherm:
    pytestmark = MET_CHROMIUM

    async def test_a_tick_without_network_goes_once_when_there_is_and_axe_finds_nothing_on_phone_or_desk(
        self, schermwereld: Wereld, pagina_van: Open, taal: str
    ) -> None:
        page = await meegedaan(await pagina_van(taal, viewport=PHONE), schermwereld, ANNA.id, taal)
        await schermwereld.database.write(0, _maak_organisator, schermwereld.wijk)
        await schermwereld.plan_bijeenkomst()
        await schermwereld.ga_naar(BEGIN)
        await page.reload()
        await page.click("header nav a")
        await page.locator("#werk h2").wait_for()
        await keur(page, f"deurlijst {taal}")
        await page.context.set_offline(True)
        knop_ = page.locator("button[aria-pressed=false]").first
        over = await knop_.get_attribute("data-over")
        await knop_.click()
        await expect(page.locator("#net")).to_have_text(zin("webkanaal.werk_bezig", taal))
        await page.locator(".staat:not(:empty)").wait_for()
        await page.context.set_offline(False)
        await expect(page.locator(f"button[data-over='{over}']")).to_have_attribute("aria-pressed", "true")
        await expect(page.locator("#net")).to_contain_text("Lindelaan")
        assert await page.evaluate("document.activeElement.getAttribute('data-over')") == over, (
            "the keyboard goes on there"
        )
        assert await schermwereld.tel(t.bewijs_prive, t.bewijs_prive.c.methode == "deurlijst") == 1
        assert "werk" not in str(
            await page.evaluate("caches.open('gehoord-chat').then(b => b.keys()).then(k => k.map(v => v.url))")
        )

        for pad in ("rolgebruik", "spelregels", "deurlijst"):
            await page.goto(f"{schermwereld.settings.web.url}/chat/werk/{pad}")
            await keur(page, f"{pad} {taal}")
        await page.set_viewport_size(DESK)
        await page.goto(f"{schermwereld.settings.web.url}/chat/werk/deurlijst")
        await page.locator(".bericht.bot button", has_text=knop("knop.lijst", taal)).last.wait_for()
        uitslag = await Axe().run(page, options=_ALLES)
        gevonden = [(een["id"], [plek["html"] for plek in een["nodes"]]) for een in uitslag.response["violations"]]
        assert gevonden == [], taal
        await page.click(".overzichten.breed a[href$=straten]")
        await page.click("#werk tbody th a")
        await page.locator("#werk button[value^='ad:']").first.click()
        await page.locator(".bericht.bot", has_text="Lindelaan").last.wait_for()
        assert "/chat/werk/straten/" in page.url, "on a desk what is opened stands beside the page"
        await page.emulate_media(media="print")
        assert await page.locator(".chatkolom:visible, .overzichten:visible").count() == 0
