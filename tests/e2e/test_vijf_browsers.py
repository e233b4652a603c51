"""The whole line with `gehoord start` as it is run: five browsers at once, neighbours on Telegram, one on both."""

import asyncio
import json
import re
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pyotp
import pytest
from playwright.async_api import async_playwright

from bot.demo.telefoon import tekst_van
from bot.demo.verteller import heeft_knop
from bot.services.handeling import AMSTERDAM
from bot.voorbeeldbuurt import BEWONERS, IBRAHIM, NOOR
from tests.e2e.schermen import Buurt, Scherm, een_buurt
from tests.mens import Mens
from tests.webchat.conftest import MET_VENSTERS
from tests.wereld import knop, zin

ANNEKE, WIM, FATMA, JEROEN, MARIA, SIETSKE, *BUREN = BEWONERS
CAFE, PEILING, OPTIES = "Energiecafé in De Nestkast", "Welke warmte past bij ons?", ("Een warmtenet", "Een warmtepomp")
TELEFOON, SMAL, BUREAU = ({"width": b, "height": h} for b, h in ((390, 844), (320, 640), (1280, 800)))


@pytest.mark.zwaar
@pytest.mark.skipif(not MET_VENSTERS.exists(), reason="needs Debian's chromium at /usr/bin/chromium")
async def test_five_browsers_and_telegram_take_part_together_and_who_uses_both_counts_once(tmp_path: Path) -> None:
    """From the letter's code to the export's count; without script, in English, beside Telegram, and of the team."""
    async with een_buurt(tmp_path) as buurt, async_playwright() as speler:
        chromium = await speler.chromium.launch(executable_path=str(MET_VENSTERS), args=["--no-sandbox"])
        schermen = await asyncio.gather(
            Scherm.open(chromium, ANNEKE, viewport=TELEFOON),
            Scherm.open(chromium, WIM, viewport=SMAL, java_script_enabled=False),
            Scherm.open(chromium, MARIA, "en", viewport=TELEFOON),
            Scherm.open(chromium, FATMA, viewport=BUREAU),
            Scherm.open(chromium, NOOR, viewport=BUREAU),
        )
        *met_brief, laptop, noor = schermen
        mobiel = [buurt.mobiel(wie) for wie in (FATMA, JEROEN, SIETSKE, *BUREN)]
        ibrahim = buurt.mobiel(IBRAHIM)
        await samen(
            begin_als_begeleider(ibrahim, noor),
            *(een.doe_mee(buurt.link(een.wie)) for een in met_brief),
            *(doe_mee(een, buurt) for een in mobiel),
        )
        await kom_erbij(mobiel[0], laptop, buurt)
        await samen(*(kies_groep(een) for een in met_brief if een.taal == "nl"))
        await bijeenkomst(noor, met_brief, mobiel, laptop)
        await peiling(noor, met_brief, mobiel, laptop)
        stand = await ibrahim.vraag("/stand", "10 van de 18 bewoners gehoord")
        assert "10 van de 18 bewoners waren" in tekst_van(stand)
        await asyncio.to_thread(buurt.gehoord, "export", "--uit", str(tmp_path / "export"))
        geteld = json.loads((tmp_path / "export" / "tellingen.json").read_text())
        controleer(geteld)
        assert [een.fouten for een in schermen] == [[]] * 5
        await chromium.close()


async def samen(*doen: Awaitable[Any]) -> None:
    """Let people act at the same moment."""
    await asyncio.gather(*doen)


async def doe_mee(wie: Mens, buurt: Buurt) -> None:
    """Take part on Telegram with the code of the letter."""
    taal = await wie.vraag(f"/start {buurt.link(wie.wie).partition('=')[2]}", zin("welkom.taal"))
    toestemming = await wie.druk(taal, "Nederlands", zin("welkom.toestemming"))
    await wie.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.binnen"))


async def kom_erbij(mobiel: Mens, laptop: Scherm, buurt: Buurt) -> None:
    """Go on in a browser with the code that one makes on Telegram."""
    lijst = await mobiel.vraag("/toestellen", zin("toestel.kop"))
    bericht = await mobiel.na(mobiel.tik(lijst, knop("toestel.knop_erbij")))
    code = next(woord for woord in tekst_van(bericht).split() if woord.startswith("ook-"))
    await laptop.page.goto(buurt.link(mobiel.wie).partition("?")[0])
    await laptop.foto("begin")
    await laptop.page.fill("#code", code)
    await laptop.page.locator("form button", has_text=knop("webkanaal.begin")).click()
    await laptop.druk(knop("toestel.knop_ja"), zin("toestel.welkom"))
    await laptop.foto("erbij")


async def begin_als_begeleider(ibrahim: Mens, noor: Scherm) -> None:
    """Take up a role in a browser by the link that the organisator made, and set up the second factor."""
    overzicht = await ibrahim.vraag("/rol", zin("rol.overzicht"))
    vraag = await ibrahim.druk(overzicht, knop("rol.knop_nieuw"), zin("uitnodiging.rol.vraag"))
    link = await ibrahim.druk(vraag, knop("uitnodiging.rol.buurtbegeleider"), zin("uitnodiging.link"))
    gevonden = re.search(r"https?://\S+start=rol-[\w-]{22}", tekst_van(link))
    assert gevonden, tekst_van(link)
    await noor.page.goto(gevonden[0])
    await noor.page.locator("form button", has_text=knop("webkanaal.begin")).click()
    await noor.zie(zin("rol.uitleg.buurtbegeleider"))
    await noor.page.locator(".bericht.bot button", has_text=knop("uitnodiging.knop_ja")).click()
    await noor.page.click("form[action='/chat/bevestig/begin'] button")
    sleutel = await noor.page.locator("code[dir=ltr]").inner_text()
    await noor.foto("tweede-factor")
    await noor.page.fill("#code", pyotp.TOTP(sleutel.replace(" ", "")).now())
    await noor.page.click("form[action='/chat/bevestig'] button")
    await noor.page.locator(".codes").wait_for()
    await noor.foto("codes")
    await noor.page.click("a.knop[href='/chat/']")
    await noor.zie("U bent nu buurtbegeleider")
    await noor.foto("begeleider")


async def kies_groep(wie: Scherm) -> None:
    """Join a werkgroep from the menu."""
    await wie.druk("Werkgroepen")
    await wie.druk("techniek")
    await wie.druk("Ik doe mee", "U doet mee")
    await wie.foto("werkgroep")


async def bijeenkomst(noor: Scherm, browsers: list[Scherm], mobiel: list[Mens], laptop: Scherm) -> None:
    """Noor plans an evening that begins soon; all read of it, say that they come, and come in with its code."""
    begin = datetime.now(UTC).astimezone(AMSTERDAM) + timedelta(minutes=40)
    await noor.typ("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.typ(CAFE, zin("bijeenkomst.begin.vraag"))
    await noor.typ(f"{begin:%d-%m-%Y %H:%M}", zin("bijeenkomst.plaats.vraag"))
    await noor.typ("De Nestkast", zin("formulier.voorbeeld"))
    await noor.foto("voorbeeld")
    await noor.druk(knop("knop.klaar"), "Zeggen dat ze komen")

    async def komt(wie: Scherm) -> None:
        await wie.zie(CAFE)
        await wie.foto("aankondiging")
        await wie.druk({"nl": "Ja", "en": "Yes"}[wie.taal], {"nl": "U komt", "en": "You are coming"}[wie.taal])

    async def komt_mobiel(wie: Mens) -> None:
        aankondiging = await wie.wacht(lambda b: CAFE in tekst_van(b) and heeft_knop("Ja", b), CAFE)
        await wie.druk(aankondiging, "Ja", "U komt")

    await samen(*map(komt, browsers), *map(komt_mobiel, mobiel))
    await noor.typ("/agenda")
    await noor.druk(re.compile(CAFE), "Zeggen dat ze komen")
    await noor.druk("Code voor de deur")
    deur = await (await noor.zie("Code voor de deur:")).inner_text()
    await noor.foto("deur")
    code = "".join(teken for teken in deur.partition("deur:")[2][:9] if teken.isdigit())
    binnen = {taal: zin("deur.binnen", taal, titel=CAFE) for taal in ("nl", "en")}
    await samen(
        *(wie.typ(code, binnen[wie.taal]) for wie in browsers), *(wie.vraag(code, binnen["nl"]) for wie in mobiel)
    )
    await laptop.typ(code, zin("deur.al_binnen", titel=CAFE))
    await samen(*(wie.foto("binnen") for wie in [*browsers, laptop]))


async def peiling(noor: Scherm, browsers: list[Scherm], mobiel: list[Mens], laptop: Scherm) -> None:
    """Noor asks; everyone votes with the button under the question, Fatma on Telegram and then on her laptop."""
    dag = datetime.now(UTC).astimezone(AMSTERDAM) + timedelta(days=3)
    await noor.typ("/peiling", "Nieuwe peiling")
    await noor.druk(re.compile("Kiezen uit antwoorden"), "Typ de vraag")
    await noor.typ(PEILING, "Waaruit kunnen mensen kiezen")
    await noor.typ("\n".join(OPTIES), "Hoeveel antwoorden")
    await noor.druk(re.compile("Eén"), "Voor wie")
    await noor.druk("De hele wijk", "Tot wanneer")
    await noor.typ(f"{dag:%d-%m-%Y} 20:00", "Wanneer ziet men de uitslag")
    await noor.druk(re.compile("Pas na afloop"), "over het besluit over de warmte")
    await noor.druk(re.compile("Ja, over het besluit"), "Klopt het?", PEILING)
    await noor.druk(knop("knop.klaar"), PEILING, "Stemmen kan tot")

    async def stem(wie: Scherm) -> None:
        await wie.zie(PEILING)
        await wie.foto("peiling")
        await wie.druk(OPTIES[0], {"nl": "Uw stem", "en": "Your vote"}[wie.taal])
        await wie.foto("gestemd")

    async def stem_mobiel(wie: Mens) -> None:
        vraag = await wie.wacht(partial(heeft_knop, OPTIES[1]), PEILING)
        await wie.druk(vraag, OPTIES[1], f"Uw stem: {OPTIES[1]}")

    await samen(*map(stem, browsers), *map(stem_mobiel, mobiel))
    await laptop.typ("/peilingen")
    await laptop.druk(f"✓ Gestemd: {PEILING}", f"Uw stem: {OPTIES[1]}")
    await laptop.druk(OPTIES[0], f"Uw stem: {OPTIES[0]}")
    await laptop.foto("gestemd")
    await noor.druk(knop("peiling.knop_sluit"))
    await noor.druk(knop("peiling.knop_sluit_ja"))
    await samen(*(wie.zie({"nl": "Uitslag: ", "en": "Result: "}[wie.taal] + PEILING) for wie in browsers))
    await samen(*(wie.foto("uitslag") for wie in browsers))


def controleer(geteld: dict[str, Any]) -> None:
    """Ten residents on eleven devices are ten everywhere."""
    delen = {(een["onderdeel"], een["naam"]): een["metingen"] for een in geteld["onderdelen"]}
    for soort in ("gehoord", "informatie"):
        assert (delen["drempel", soort]["teller"], delen["drempel", soort]["noemer"]) == (10, 18)
    assert delen["bijeenkomst", CAFE]["aanwezig"] == 10
    assert delen["peiling", PEILING]["stemmers"] == 10
