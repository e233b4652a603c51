"""Somebody of the team in a browser: until they confirm who they are nothing of their chat reaches it or is taken."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from playwright.async_api import Page, expect

from berichten import vertaal
from bot.channels import weblijnen
from bot.services.handeling import BEGELEIDER
from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.browser import Browsermens
from tests.web.chat.chromium import MET_CHROMIUM, Open, meegedaan, pagina_van, schermwereld
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.test_scherm import keur
from tests.wereld import ANNA, NU, Wereld, zin

__all__ = ["pagina_van", "schermwereld"]


async def krijgt_rol(wereld: Wereld) -> None:
    """Give everyone in a browser a role."""

    def geef(tx: Any) -> None:
        a = t.account.c
        for kanaal, extern_id in tx.execute(t.account.select().with_only_columns(a.kanaal, a.extern_id)).all():
            velden = {"wijk": wereld.wijk, "rol": BEGELEIDER, "kanaal": kanaal, "extern_id": extern_id, "bereik": ""}
            van = {"bron": "uitnodiging", "publiek_id": f"rol{extern_id}".ljust(22, "x"), "toegekend_op": NU}
            if kanaal == KANAAL:
                tx.execute(t.rol.insert().values(**velden, **van))

    await wereld.database.write(0, geef)


async def begeleider(wereld: Wereld, maak: Maak) -> Browsermens:
    mens = await doe_mee(wereld, maak(ANNA))
    await krijgt_rol(wereld)
    return mens


def csrf_op(html: str) -> str:
    gevonden = re.search(r'name="csrf" value="(\w+)"', html)
    assert gevonden is not None
    return gevonden[1]


def sleutel_op(html: str) -> str:
    """Return what stands on the page to be typed into an app."""
    gevonden = re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', html)
    assert gevonden is not None
    return gevonden[1].replace(" ", "")


async def stel_in(mens: Browsermens) -> tuple[pyotp.TOTP, str]:
    """Set the app up, and return it with the page that came."""
    await mens.post("/chat/bevestig/begin", {"csrf": csrf_op(await mens.html())})
    pagina = await mens.html()
    app = pyotp.TOTP(sleutel_op(pagina))
    antwoord = await mens.post("/chat/bevestig", {"csrf": csrf_op(pagina), "code": app.now()})
    return app, await antwoord.text()


async def verloopt(wereld: Wereld) -> None:
    """Let the hours of all browsers be over."""
    voorbij = t.websessie.update().values(bevestigd_tot=datetime.now(UTC) - timedelta(seconds=1))
    await wereld.database.write(0, lambda tx: tx.execute(voorbij) and None)


async def niets_komt_door(wereld: Wereld, mens: Browsermens, csrf: str) -> None:
    """Fail when anything of the chat reaches a browser, or it takes anything."""
    html = await mens.html()
    assert "bericht" not in re.sub("<style.*?</style>", "", html, flags=re.DOTALL).partition("<main")[2]
    assert zin("welkom.binnen") not in html
    assert await mens.html("/chat/stroom") == "event: uit\ndata: {}\n\n"
    er = await wereld.tel(t.inbox), await wereld.tel(t.webbericht)
    for pad, velden in (
        ("typ", {"tekst": "/agenda"}),
        ("tik", {"data": "agenda", "bericht": "1"}),
        ("plek", {"latitude": "52", "longitude": "5"}),
        ("werk/tik", {"data": "agenda", "terug": "/chat/werk/planning"}),
        ("seintje", {}),
    ):
        antwoord = await mens.post(f"/chat/{pad}", {"csrf": csrf, "keer": pad, **velden}, **{"X-Gehoord": "script"})
        assert antwoord.status == 401, pad
    for pad in ("bestand/1", "werk/planning"):
        assert zin("welkom.binnen") not in await mens.html(f"/chat/{pad}")
    assert (await wereld.tel(t.inbox), await wereld.tel(t.webbericht)) == er


async def test_from_the_role_to_an_open_browser_and_again_after_twelve_hours(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    mens = await doe_mee(chatwereld, browser_van(ANNA))
    csrf, koekje = csrf_op(await mens.html()), mens.koekje
    await krijgt_rol(chatwereld)
    await niets_komt_door(chatwereld, mens, csrf)
    app, pagina = await stel_in(mens)
    assert len(re.findall(r"<code>[a-z2-7]{5}-[a-z2-7]{5}</code>", pagina)) == 10
    assert koekje not in {"", mens.koekje}
    chat = await mens.html()
    assert zin("welkom.binnen") in chat
    assert "data-team" in chat
    assert (await mens.post("/chat/typ", {"csrf": csrf, "keer": "x", "tekst": "x"})).status == 403, "of the old session"
    mens.koekje, nieuw = koekje, mens.koekje
    assert 'name="start"' in await mens.html(), "the session of before is nobody's"
    mens.koekje = nieuw
    await verloopt(chatwereld)
    await niets_komt_door(chatwereld, mens, csrf_op(chat))
    vraag = await mens.html()
    assert "<svg" not in vraag
    antwoord = await mens.post("/chat/bevestig", {"csrf": csrf_op(vraag), "code": app.now()})
    assert (antwoord.status, zin("webkanaal.drempel_fout") in await antwoord.text()) == (403, True), "used already"
    later = app.at(datetime.now(UTC) + timedelta(seconds=30))
    await mens.post("/chat/bevestig", {"csrf": csrf_op(vraag), "code": later})
    assert zin("welkom.binnen") in await mens.html()


async def test_only_a_page_of_ours_sets_it_up_and_only_who_is_asked(chatwereld: Wereld, browser_van: Maak) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    for pad in ("bevestig", "bevestig/begin", "bevestig/uit"):
        assert (await anna.post(f"/chat/{pad}", {"csrf": csrf_op(await anna.html())})).status in {200, 303}
    assert await chatwereld.tel(t.tweedefactor) == 0
    assert zin("welkom.binnen") in await anna.html(), "a resident is asked nothing"
    await krijgt_rol(chatwereld)
    csrf = csrf_op(await anna.html())
    for velden, koppen in (({}, {}), ({"csrf": "x"}, {}), ({"csrf": csrf}, {"Origin": "https://elders.nl"})):
        for pad in ("bevestig", "bevestig/begin", "bevestig/uit"):
            assert (await anna.post(f"/chat/{pad}", velden, **koppen)).status == 403
    assert (await chatwereld.tel(t.tweedefactor), await chatwereld.tel(t.websessie)) == (0, 1)
    await anna.post("/chat/begin", {"start": "", "taal": "nl"})
    assert await chatwereld.tel(t.websessie) == 1, "who is asked begins nothing anew"
    uit = await anna.post("/chat/bevestig/uit", {"csrf": csrf})
    assert "cache" in uit.headers["Clear-Site-Data"]
    assert await chatwereld.tel(t.websessie) == 0


async def test_an_open_page_shows_nothing_more_once_its_hours_are_over(
    chatwereld: Wereld, browser_van: Maak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weblijnen, "_WAAK_SECONDEN", 0.05)
    await chatwereld.herstart()
    mens = await begeleider(chatwereld, browser_van)
    await stel_in(mens)
    async with mens._session.get(f"{mens.basis}/chat/stroom?na=0", headers=mens._koppen()) as stroom:
        assert (await stroom.content.readuntil(b"\n\n")).startswith(b"retry")
        assert b"html" in await stroom.content.readuntil(b"\n\n")
        await verloopt(chatwereld)
        rest = await stroom.content.read()
    assert rest.endswith(b"event: uit\ndata: {}\n\n")


class TestScherm:
    pytestmark = MET_CHROMIUM

    async def test_everyone_can_read_and_use_it_on_a_small_screen(self, schermwereld: Wereld, pagina_van: Open) -> None:
        for taal in ("nl", "ar"):
            t_ = vertaal(taal)
            page: Page = await pagina_van(taal, mag="403", viewport={"width": 320, "height": 640})
            await meegedaan(page, schermwereld, ANNA.id, taal)
            await krijgt_rol(schermwereld)
            await page.goto(schermwereld.settings.web.url + "/chat/")
            await keur(page, f"niets {taal}")
            await page.get_by_role("button", name=t_.plat("webkanaal.drempel_begin")).click()
            await keur(page, f"begonnen {taal}")
            app = pyotp.TOTP((await page.locator("code").inner_text()).replace(" ", ""))
            await page.locator("#code").fill("000000")
            await page.keyboard.press("Enter")
            await expect(page.get_by_role("alert")).to_have_text(t_.plat("webkanaal.drempel_fout"))
            await keur(page, f"fout {taal}")
            await page.locator("#code").fill(app.now())
            await page.keyboard.press("Enter")
            await expect(page.locator(".codes code")).to_have_count(10)
            await keur(page, f"codes {taal}")
            await page.get_by_role("link", name=t_.plat("webkanaal.drempel_verder")).click()
            await expect(page.locator("#berichten li").first).to_be_visible()
            await schermwereld.database.write(0, lambda tx: tx.execute(t.rol.delete()) and None)
