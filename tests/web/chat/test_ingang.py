"""The way in and out: a code of a link stays in no address and no log, and who signs out leaves nothing behind."""

import logging

import aiohttp
import pytest
from playwright.async_api import Page

from bot.storage import tables as t
from tests.browser import Browsermens
from tests.web.chat.chromium import MET_CHROMIUM, Open, meegedaan, pagina_van, schermwereld
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.test_aanvallen import velden_van
from tests.wereld import ANNA, BRAM, Wereld, zin

__all__ = ["pagina_van", "schermwereld"]


async def haal(mens: Browsermens, pad: str) -> tuple[int, str, list[str]]:
    """Ask for an address as it is; return the status, where it leads, and the cookies."""
    async with (
        aiohttp.ClientSession() as http,
        http.get(mens.basis + pad, headers=mens._koppen(), allow_redirects=False) as antwoord,
    ):
        return antwoord.status, antwoord.headers.get("Location", ""), antwoord.headers.getall("Set-Cookie", [])


async def test_the_code_of_a_link_leaves_the_address_at_once_and_waits_in_a_cookie_for_its_form(
    chatwereld: Wereld, browser_van: Maak, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    anna, code = browser_van(ANNA), chatwereld.codes[ANNA.id]
    status, naar, koekjes = await haal(anna, f"/chat/?start={code}&taal=ar")
    assert (status, naar, len(koekjes)) == (303, "/chat/?taal=ar", 1)
    assert koekjes == [f"__Host-gehoord-start={code}; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax"]
    html = await anna.html(f"/chat/?start={code}")
    assert f'name="start" value="{code}"' in html
    assert f"?start={code}" not in html.replace(f"{chatwereld.settings.telegram.botlink}?start={code}", "")
    assert 'dir="rtl"' in await anna.html("/chat/?taal=ar"), "another language, and the code is there still"
    assert f'value="{code}"' in await anna.html("/chat/?taal=ar")
    await anna.begin(code)
    assert anna.start == ""
    assert code not in caplog.text
    assert anna.koekje not in caplog.text


async def test_what_no_link_of_ours_brings_is_dropped_and_leads_nowhere_else(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = browser_van(ANNA)
    for start in ("%0d%0aX:1", "a" * 65, "<script>", ";%20Domain=voorbeeld.nl", "%00", ""):
        for taal in ("//voorbeeld.nl", "%0d%0aX:1", "xx", ""):
            status, naar, koekjes = await haal(anna, f"/chat/?start={start}&taal={taal}")
            assert (status, naar) == (303, "/chat/")
            assert koekjes == ["__Host-gehoord-start=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"]


async def test_who_is_signed_in_goes_on_with_a_link_or_opens_their_chat_again_without(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    assert 'value="/start abc"' in await anna.html("/chat/?start=abc")
    assert anna.start == ""
    assert "/start abc" not in await anna.html()


@pytest.mark.parametrize("script", [False, True])
async def test_who_signs_out_is_out_for_good_and_the_browser_is_told_to_forget_all_of_this_site(
    chatwereld: Wereld, browser_van: Maak, script: bool
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    was, html = anna.koekje, await anna.html()
    assert zin("webkanaal.afmelden_uitleg").split(".")[0] in html
    velden = {"csrf": (await velden_van(anna))["csrf"]}
    antwoord = await anna.post("/chat/uit", velden, **({"X-Gehoord": "script"} if script else {}))
    assert antwoord.status == (204 if script else 303)
    assert antwoord.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert anna.koekje == ""
    anna.koekje = was
    assert 'action="/chat/begin"' in await anna.html()
    assert (await anna.post("/chat/typ", velden | {"tekst": "x", "keer": "y"})).status == 303
    assert await chatwereld.tel(t.websessie) == 0
    assert await chatwereld.tel(t.bewoner) == 1, "what they did stays"


class TestInChromium:
    pytestmark = MET_CHROMIUM

    @pytest.mark.parametrize("script", [True, False])
    async def test_who_signs_out_in_a_browser_sees_where_one_begins_and_nothing_of_theirs_is_left(
        self, schermwereld: Wereld, pagina_van: Open, script: bool
    ) -> None:
        page: Page = await pagina_van(pad=f"/chat/?start={schermwereld.codes[BRAM.id]}", java_script_enabled=script)
        assert page.url.endswith("/chat/")
        await page.goto(page.url + "?start=")
        await meegedaan(page, schermwereld, ANNA.id)
        await page.locator("summary", has_text=zin("webkanaal.afmelden")).click()
        await page.locator("button", has_text=zin("webkanaal.afmelden_knop")).click()
        await page.locator("#code").wait_for()
        assert await page.context.cookies() == []
        if script:
            over = "async () => [(await caches.keys()).length, localStorage.length]"
            assert await page.evaluate(over) == [0, 0]
