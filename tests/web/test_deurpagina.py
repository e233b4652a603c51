"""The page to project: whose it is, what it shows, what is kept of it, and that it renews itself in a browser."""

import html
import io
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from playwright.async_api import Browser, async_playwright, expect
from sqlalchemy import Connection, select

from berichten import talen
from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from bot.webinstellingen import Web
from tests.qr import lees_qr
from tests.web.conftest import haal
from tests.webchat.conftest import CHROMIUM
from tests.wereld import ANNA, NOOR, Wereld, knop, vrije_poort, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # 3 februari 20:00


@pytest.fixture
async def wereld(webwereld: Wereld) -> Wereld:
    await webwereld.plan_bijeenkomst()
    return webwereld


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("no Debian chromium here")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def vraag_pagina(wereld: Wereld) -> str:
    """Let Noor ask for the page, from the door or from where it says when that opens; return the address."""
    noor = wereld.mens(NOOR)
    een = await noor.druk(await noor.vraag("/agenda"), "Café", "Café")
    deur = await noor.druk(een, knop("knop.deur"), "Café", nieuw=False)
    deur = await noor.wacht(lambda b: knop("knop.deur_groot") in str(b.get("reply_markup")), "de deur") or deur
    gegeven = await noor.na(noor.tik(deur, knop("knop.deur_groot")))
    adres = re.search(r"http://\S+/deur/\S{22}", tekst_van(gegeven))
    assert adres is not None
    return adres[0]


def _publiek_id(tx: Connection) -> str:
    return str(tx.scalar(select(t.bijeenkomst.c.publiek_id)))


async def test_the_page_shows_what_the_door_shows_and_nobody_keeps_it(wereld: Wereld) -> None:
    wereld.klok.nu = BEGIN
    adres = await vraag_pagina(wereld)
    status, tekst, koppen = await haal(adres)
    code = await wereld.deurcode(await wereld.database.read(_publiek_id))
    assert status == 200
    assert f"{code[:3]} {code[3:]}" in tekst
    assert "Café" in tekst
    assert (koppen["Cache-Control"], koppen["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert koppen["X-Robots-Tag"] == "noindex"
    assert "default-src 'none'" in koppen["Content-Security-Policy"]
    status, _, koppen = await haal(adres + "/nu")
    assert (status, koppen["Cache-Control"]) == (200, "no-store")
    assert await vraag_pagina(wereld) == adres, "asked twice it is the same page"


async def test_both_ways_to_check_in_stand_there_in_every_language(wereld: Wereld) -> None:
    pagina = (await haal(await vraag_pagina(wereld)))[1]
    for taal in talen():
        for sleutel in ("deurpagina.scan", "deurpagina.typ"):
            assert html.escape(knop(sleutel, taal)) in pagina


@pytest.mark.parametrize("staart", ["x", "", "/nu", "/x", "/../../etc/passwd", "'", "%00"])
async def test_a_wrong_name_is_not_found_and_says_nothing(wereld: Wereld, staart: str) -> None:
    wereld.klok.nu = BEGIN
    adres = await vraag_pagina(wereld)
    anders = adres[:-1] + ("A" if adres[-1] != "A" else "B")
    for fout in (anders + staart, f"{adres.rpartition('/')[0]}/{staart}"):
        status, tekst, _ = await haal(fout)
        assert status == 404, fout
        assert "Café" not in tekst


async def test_before_its_hour_it_says_when_and_after_closing_it_is_gone(wereld: Wereld) -> None:
    adres = await vraag_pagina(wereld)
    status, tekst, _ = await haal(adres)
    assert status == 200
    assert "De deur gaat open op woensdag 3 februari" in tekst
    assert not re.search(r"\d{3} \d{3}<", tekst)
    wereld.klok.nu = BEGIN
    noor = wereld.mens(NOOR)
    scherm = await noor.druk(await noor.vraag("/deur"), "Café", zin("deur.scherm"))
    dicht = await noor.druk(scherm, knop("knop.deur_dicht"), zin("deur.dicht", titel="Café"))
    assert (await haal(adres))[0] == 404
    await noor.druk(dicht, knop("knop.deur_open"), zin("deur.scherm"))
    assert (await haal(adres))[0] == 404, "a page that was revoked does not come back"
    assert (await haal(await vraag_pagina(wereld)))[0] == 200


async def test_a_door_closes_by_itself_and_its_page_with_it(wereld: Wereld) -> None:
    wereld.klok.nu = BEGIN
    adres = await vraag_pagina(wereld)
    await wereld.ga_naar(BEGIN + timedelta(hours=6, seconds=1))
    assert (await haal(adres))[0] == 404
    assert await wereld.tel(t.bijeenkomst, t.bijeenkomst.c.deurpagina.is_not(None)) == 0
    assert await wereld.tel(t.bijeenkomst, t.bijeenkomst.c.deur_dicht_op.is_not(None)) == 1


async def test_with_the_webhook_the_page_stands_beside_it(wereld: Wereld) -> None:
    adres = f"127.0.0.1:{vrije_poort()}"
    url = f"http://{adres}/"
    haak = {"webhook_adres": adres, "webhook_url": url, "webhook_geheim": "een-geheim-van-ons-tweeen"}
    await wereld.stop()
    telegram = replace(wereld.settings.telegram, ontvangst="webhook", **haak)
    wereld.settings = replace(wereld.settings, web=Web(), telegram=telegram)
    await wereld.start()
    wereld.klok.nu = BEGIN
    pagina = await vraag_pagina(wereld)
    assert pagina.startswith(url)
    assert (await haal(pagina))[0] == 200
    assert (await haal(f"{url}gezond"))[0] == 200


async def test_in_a_browser_the_code_renews_itself_without_loading_the_page_again(
    wereld: Wereld, browser: Browser
) -> None:
    wereld.klok.nu = BEGIN + timedelta(seconds=29, milliseconds=700)
    adres = await vraag_pagina(wereld)
    anna = await wereld.bewoner(ANNA)
    pagina = await browser.new_page(viewport={"width": 1920, "height": 1080})
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.on("console", lambda regel: fouten.append(regel.text))
    await pagina.goto(adres)
    await pagina.evaluate("window.zelfde = true")
    eerste = await pagina.locator("path").get_attribute("d")
    assert eerste is not None
    wereld.klok.nu = BEGIN + timedelta(minutes=5)
    await expect(pagina.locator("path")).not_to_have_attribute("d", eerste, timeout=10_000)
    assert await pagina.evaluate("window.zelfde") is True
    (gelezen,) = lees_qr(Image.open(io.BytesIO(await pagina.screenshot())))
    await anna.vraag(f"/start {gelezen.text.partition('?start=')[2]}", zin("deur.binnen", titel="Café"))
    assert fouten == []


async def test_without_script_the_browser_fetches_it_anew(wereld: Wereld, browser: Browser) -> None:
    wereld.klok.nu = BEGIN
    adres = await vraag_pagina(wereld)
    pagina = await (await browser.new_context(java_script_enabled=False)).new_page()
    await pagina.goto(adres)
    assert await pagina.locator("noscript meta").count() <= 1
    assert lees_qr(Image.open(io.BytesIO(await pagina.screenshot())))
    assert 'http-equiv="refresh"' in await pagina.content()


async def test_on_a_phone_nothing_falls_off_the_screen(wereld: Wereld, browser: Browser) -> None:
    wereld.klok.nu = BEGIN
    adres = await vraag_pagina(wereld)
    for breed, hoog in ((320, 568), (390, 844), (844, 390), (1024, 768)):
        pagina = await browser.new_page(viewport={"width": breed, "height": hoog})
        await pagina.goto(adres)
        assert await pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), (breed, hoog)
        (gelezen,) = lees_qr(Image.open(io.BytesIO(await pagina.screenshot(full_page=True))))
        assert "?start=deur-" in gelezen.text
        await pagina.close()
