"""In a real browser: an organisator invites a resident as trekker, who then asks the whole wijk with a second yes.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

import re

from playwright.async_api import Browser, expect

from bot.demo.draaien import Draaiend
from bot.voorbeeldbuurt import IBRAHIM, NOOR
from tests.e2e.test_browser import KLEINE_TELEFOON, Scherm, browser, demo, pytestmark
from tests.wereld import knop

__all__ = ["browser", "demo", "pytestmark"]


async def scherm(demo: Draaiend, browser: Browser, wie: int, start: str = "") -> Scherm:
    """Open someone's phone, and press Start."""
    page = await browser.new_page(viewport=KLEINE_TELEFOON, locale="nl-NL")
    await page.goto(f"{demo.adres}/?als={wie}{start}")
    await page.locator("#start").click()
    return Scherm(page)


async def test_an_invitation_makes_a_trekker_who_needs_a_second_yes_for_the_wijk(
    demo: Draaiend, browser: Browser
) -> None:
    noor = await scherm(demo, browser, NOOR.id)
    await noor.ziet("Kies hieronder")
    await noor.foto("noor-menu")
    ibrahim = await scherm(demo, browser, IBRAHIM.id)
    await ibrahim.typt("/rol")
    await ibrahim.ziet("Wie heeft welke taak?", "organisator")
    await ibrahim.foto("overzicht")
    await ibrahim.drukt("Iemand uitnodigen")
    await ibrahim.ziet("Voor welke taak?")
    await ibrahim.foto("welke-taak")
    await ibrahim.drukt("Trekker")
    await ibrahim.drukt("communicatie")
    await ibrahim.ziet("De uitnodiging is klaar", "trekker (communicatie)")
    await ibrahim.foto("link")
    tekst = await ibrahim.page.locator("#berichten").inner_text()
    link = re.findall(r"\?start=(rol-[\w-]{22})", tekst)[-1]

    anneke = await scherm(demo, browser, 1001, f"&start={demo.codes[0]}")
    await anneke.drukt("Nederlands")
    await anneke.drukt("Ja, ik doe mee")
    await anneke.ziet("Welkom, u doet mee!")
    await anneke.typt(f"/start {link}")
    await anneke.ziet("U bent gevraagd als trekker")
    await anneke.foto("gevraagd")
    await anneke.drukt("Ja, dat doe ik")
    await anneke.ziet("U bent nu trekker")
    await anneke.drukt("Menu")
    await anneke.ziet("Kies hieronder")
    await anneke.foto("trekker-menu")

    await anneke.drukt("Nieuw maken")
    await anneke.drukt("Nieuwe peiling")
    await anneke.ziet("Hoe wilt u het vragen?")
    await anneke.foto("hoe")
    await anneke.drukt("Kiezen uit antwoorden")
    await anneke.typt("Komt u naar het straatfeest?")
    await anneke.ziet("Waaruit kunnen mensen kiezen?")
    await anneke.typt("Ja\nNee")
    await anneke.drukt(knop("methode.keuze.max_keuzes.een"))
    await anneke.ziet("Voor wie is dit?")
    await anneke.foto("voor-wie")
    await anneke.drukt("De hele wijk")
    await anneke.typt("morgen 20:00")
    await anneke.drukt(knop("peiling.live.nee"))
    await anneke.drukt(knop("peiling.besluit.nee"))
    await anneke.drukt("Ja, plaatsen")
    await anneke.ziet("Nog één akkoord nodig")
    await anneke.foto("nog-een-akkoord")

    await noor.ziet("Bent u akkoord?", "straatfeest")
    await noor.foto("akkoord")
    await noor.drukt(re.compile("^Akkoord$"))
    await noor.ziet("Akkoord, dank u wel")
    await anneke.ziet("Akkoord gekregen")
    await anneke.foto("gekregen")
    await ibrahim.typt("/rol")
    await ibrahim.ziet("Wie heeft welke taak?", "trekker (communicatie)")
    await ibrahim.foto("overzicht-erna")
    await ibrahim.drukt(re.compile("Weghalen: trekker"))
    await ibrahim.ziet("echt weghalen")
    await ibrahim.foto("zeker")
    await ibrahim.drukt("Ja, weghalen")
    await anneke.ziet("niet langer trekker")
    await anneke.foto("kwijt")
    await expect(ibrahim.page.get_by_role("button", name=re.compile("Weghalen: trekker"))).to_have_count(0)
