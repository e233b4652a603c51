"""In a real browser: a resident asks about a concept, the organisator answers, changes and fixes it, and all read it.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

import re

from playwright.async_api import Browser

from bot.demo.draaien import Draaiend
from bot.voorbeeldbuurt import IBRAHIM, NOOR
from tests.e2e.test_browser import browser, demo, pytestmark
from tests.e2e.test_browser_rollen import scherm
from tests.wereld import knop, zin

__all__ = ["browser", "demo", "pytestmark"]


async def test_the_spelregels_are_composed_and_fixed_and_a_phone_shows_them_well(
    demo: Draaiend, browser: Browser
) -> None:
    ibrahim, noor = await scherm(demo, browser, IBRAHIM.id), await scherm(demo, browser, NOOR.id)
    await noor.typt("/menu")
    await ibrahim.typt("/spelregels")
    await ibrahim.ziet(zin("spelregels.concept"), zin("spelregels.nodig"))
    await ibrahim.foto("spelregels-concept")
    await ibrahim.drukt(knop("spelregels.knop_aanpassen"))
    await ibrahim.ziet(zin("spelregelvorm.wat.vraag"))
    await ibrahim.foto("spelregels-aanpassen")
    await ibrahim.drukt(knop("spelregelvorm.wat.orgaan"))
    await ibrahim.drukt(knop("spelregelvorm.orgaan.gemeenteraad"))
    await ibrahim.ziet("bevestigd door de gemeenteraad")
    await ibrahim.drukt(knop("spelregels.knop_vast"))
    await ibrahim.drukt(knop("vaststellen.orgaan.gemeenteraad"))
    await ibrahim.ziet(zin("vaststellen.besluitnummer.vraag"))
    for antwoord in ("2027-014", "12 januari 2026", "https://gemeente.voorbeeld.nl/besluit-2027-014"):
        await ibrahim.typt(antwoord)
    await ibrahim.drukt(knop("vaststellen.volgt.ja"))
    await ibrahim.ziet(zin("vaststellen.voorbeeld"))
    await ibrahim.foto("spelregels-vaststellen")
    await ibrahim.drukt(knop("vaststellen.knop_klaar"))
    await ibrahim.ziet(zin("voorstel.gemaakt"))
    await noor.ziet(zin("voorstel.vraag"))
    await noor.drukt(knop("voorstel.knop_lees"))
    await noor.ziet(zin("spelregels.lezen"))
    await noor.drukt(re.compile(f"^{knop('voorstel.knop_ja')}$"))
    await noor.ziet(zin("voorstel.klaar_bevestigd"))
    await noor.foto("spelregels-tweede-persoon")
    await noor.typt("/spelregels")
    await noor.ziet("2027-014")
    await noor.foto("spelregels-vast")
    await noor.drukt(knop("spelregels.knop_alles"))
    await noor.ziet(zin("spelregels.vingerafdruk"), zin("spelregels.volgt"))
    await noor.foto("spelregels-alles")
    await ibrahim.typt("/spelregels")
    await ibrahim.drukt(knop("spelregels.knop_nieuw"))
    await ibrahim.typt("De gemeenteraad wil ook zonder gesprekken kunnen tellen.")
    await ibrahim.drukt(knop("spelregels.knop_aanpassen"))
    await ibrahim.drukt(knop("spelregelvorm.wat.gesprek"))
    await ibrahim.drukt(knop("spelregelvorm.gesprek.nee"))
    await ibrahim.ziet(zin("spelregels.gesprek_telt_niet"), zin("spelregels.rest"))
    await ibrahim.foto("spelregels-naast-elkaar")
