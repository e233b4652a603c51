"""Being told on a device, in a real browser: asked for by a tap, shown by the service worker, switched off again."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.channels import seiner
from bot.storage import tables as t
from bot.web.chat import scherm
from bot.webinstellingen import Webchat
from tests.web.chat.chromium import Open, meegedaan, pagina_van, schermwereld, zie
from tests.web.chat.pushdienst import Toestel, een_pushdienst
from tests.web.chat.test_seintje import gekomen, zeg
from tests.webchat.conftest import MET_VENSTERS, start_browser
from tests.wereld import ANNA, Wereld, zin

pytestmark = [
    pytest.mark.skipif(not MET_VENSTERS.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.asyncio(loop_scope="session"),  # where the browser is
]
__all__ = ["pagina_van", "schermwereld"]

# Chromium on its own has no push service to ask for an address: this is what one gives a browser.
_NEP = """(velden) => {
  const er = () => localStorage.getItem("nep") ? {
    endpoint: velden.adres, options: {}, unsubscribe: async () => { localStorage.removeItem("nep"); return true; },
    toJSON: () => ({ endpoint: velden.adres, keys: { p256dh: velden.punt, auth: velden.geheim } }),
  } : null;
  PushManager.prototype.getSubscription = async () => er();
  PushManager.prototype.subscribe = async (hoe) => {
    if (!hoe.userVisibleOnly || hoe.applicationServerKey.length !== 65) throw new Error("hoe");
    localStorage.setItem("nep", "ja");
    return er();
  };
}"""
# No script can tap a notification: the worker's own answer to a tap, among windows that are open.
_TIK = """async ([bron, vensters]) => {
  const op = {}, gedaan = [], wacht = [];
  const clients = {
    matchAll: async () => vensters.map((url) => ({ url, focus: () => gedaan.push("focus " + url) })),
    openWindow: (url) => gedaan.push("open " + url),
  };
  new Function("self", bron)({ clients, addEventListener: (wat, doe) => { op[wat] = doe; } });
  op.notificationclick({ notification: { close: () => gedaan.push("weg") }, waitUntil: (tot) => wacht.push(tot) });
  await Promise.all(wacht);
  return gedaan;
}"""
_VERBERG = """(weg) => {
  Object.defineProperty(document, "hidden", { value: weg, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
_GETOOND = """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(
  (een) => [een.title, een.body, een.tag, een.lang])"""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def _browser() -> AsyncIterator[Browser]:
    """One that has notifications: without windows there are none."""
    async with start_browser(MET_VENSTERS) as browser:
        yield browser


async def lever_af(context: BrowserContext, page: Page, inhoud: dict[str, Any]) -> None:
    """Give the service worker of a page a push message, as the browser does when its push service brings one."""
    cdp, gezien = await context.new_cdp_session(page), asyncio.Queue[str]()

    def onthoud(gebeurtenis: dict[str, Any]) -> None:
        for een in gebeurtenis["registrations"]:
            if een["scopeURL"].endswith("/chat/"):
                gezien.put_nowait(een["registrationId"])

    cdp.on("ServiceWorker.workerRegistrationUpdated", onthoud)
    await cdp.send("ServiceWorker.enable")
    wie = {"origin": page.url.rpartition("/chat/")[0], "registrationId": await asyncio.wait_for(gezien.get(), 20)}
    await cdp.send("ServiceWorker.deliverPushMessage", {**wie, "data": json.dumps(inhoud)})


async def toont(page: Page, *verwacht: list[str]) -> None:
    """Wait until the device shows these notifications, and no other."""
    for _ in range(100):
        if (getoond := await page.evaluate(_GETOOND)) == list(verwacht):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(getoond)


async def test_who_taps_for_it_is_told_on_the_device_and_until_then_nothing_is_asked(
    schermwereld: Wereld, pagina_van: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seiner, "GEDULD_SECONDEN", 0.2)
    async with een_pushdienst() as dienst:
        await schermwereld.stop()
        met = Webchat(aan=True, pushdiensten=(dienst.url,))
        schermwereld.settings = replace(schermwereld.settings, webchat=met)
        await schermwereld.start()
        toestel = Toestel(f"{dienst.url}/anna")
        page = await pagina_van()
        await page.context.add_init_script(f"({_NEP})({json.dumps(toestel.velden)})")
        await page.clock.install()
        await page.goto(page.url)
        await meegedaan(page, schermwereld, ANNA.id)
        regel = page.locator("#seintje")
        await expect(regel.locator("summary")).to_have_text(zin("webkanaal.seintje"))
        assert await page.evaluate("Notification.permission") != "granted", "nothing was asked by itself"
        await page.context.grant_permissions(["notifications"], origin=schermwereld.settings.web.url)
        await regel.locator("summary").click()
        await expect(regel.locator("p")).to_have_text(zin("webkanaal.seintje_uitleg"))
        await regel.locator("button").click()
        await expect(regel.locator("summary")).to_have_text(zin("webkanaal.seintje_aan"))
        assert await schermwereld.tel(t.seintje) == 1
        await page.reload()
        await expect(regel.locator("summary")).to_have_text(zin("webkanaal.seintje_aan"))
        await page.evaluate(_VERBERG, True)
        await page.clock.fast_forward(31_000)  # nobody looks at it: its stream is let go
        await zeg(schermwereld, "een")
        [een] = await gekomen(dienst, 1)
        await page.evaluate(_VERBERG, False)
        await zie(page, "toestellen")
        await lever_af(page.context, page, toestel.lees(een.lichaam))
        await toont(page, ["Vogelbuurt", zin("webkanaal.seintje_tekst"), "bericht", "nl"])
        await page.reload()
        await expect(page.locator("#seintje summary")).to_have_text(zin("webkanaal.seintje_aan"))
        await toont(page)  # who is here has seen it
        await page.locator("#seintje summary").click()
        await page.locator("#seintje button").click()
        await expect(page.locator("#seintje summary")).to_have_text(zin("webkanaal.seintje"))
        assert await schermwereld.tel(t.seintje) == 0


@pytest.mark.parametrize(
    ("vensters", "doet"),
    [
        ([], "open /chat/"),
        (["https://wijk.nl/chat/werker.js", "https://wijk.nl/chat/werk/deur"], "focus https://wijk.nl/chat/werk/deur"),
        (
            ["https://wijk.nl/nl/", "https://wijk.nl/chat/?start=x#laatste"],
            "focus https://wijk.nl/chat/?start=x#laatste",
        ),
    ],
)
async def test_a_tap_on_it_leads_to_the_chat_that_is_open_or_opens_it(
    _browser: Browser,  # noqa: PT019 (its value is used)
    vensters: list[str],
    doet: str,
) -> None:
    page = await _browser.new_page()
    bron = (Path(scherm.__file__).parent / "static" / "werker.js").read_text()
    assert await page.evaluate(_TIK, [bron, vensters]) == ["weg", doet]
    await page.close()
