"""In a real browser: a mijlpaal is announced, a werkgroep gets a reminder of its own, and the planning shows both.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

from playwright.async_api import Browser

from bot.demo.draaien import Draaiend
from bot.voorbeeldbuurt import IBRAHIM, NOOR
from tests.e2e.test_browser import browser, demo, pytestmark
from tests.e2e.test_browser_rollen import scherm
from tests.wereld import knop, zin

__all__ = ["browser", "demo", "pytestmark"]


async def test_the_planning_shows_what_goes_out_and_a_phone_shows_it_well(demo: Draaiend, browser: Browser) -> None:
    ibrahim = await scherm(demo, browser, IBRAHIM.id)
    await ibrahim.typt("/mijlpaal")
    await ibrahim.drukt(knop("mijlpaal.bij.gemeenteraad"))
    for antwoord in ("Besluit over het warmteplan", "overmorgen 19:30"):
        await ibrahim.typt(antwoord)
    await ibrahim.ziet(zin("mijlpaal.uitleg.vraag"))
    await ibrahim.foto("mijlpaal-vraag")
    await ibrahim.typt("De gemeenteraad beslist over ons warmteplan. Inspreken kan tot morgen 12 uur.")
    await ibrahim.drukt(knop("mijlpaal.knop_inspreken_hoe"))
    for antwoord in ("Bel de griffie: 0318 12 34 56", "morgen 12:00", "overmorgen 19:30"):
        await ibrahim.typt(antwoord)
    await ibrahim.drukt(knop("mijlpaal.knop_plaats"))
    await ibrahim.typt("Gemeentehuis, raadzaal")
    await ibrahim.drukt(knop("mijlpaal.knop_link"))
    await ibrahim.typt("https://gemeente.voorbeeld.nl/warmteplan")
    await ibrahim.ziet(zin("formulier.voorbeeld"), "Lees meer")
    await ibrahim.foto("mijlpaal-voorbeeld")
    await ibrahim.drukt(knop("knop.klaar"))
    await ibrahim.ziet(zin("mijlpaal.geplaatst"))
    await ibrahim.drukt(knop("knop.mijlpalen"))
    await ibrahim.ziet(zin("mijlpaal.lijst"))
    await ibrahim.foto("mijlpalen")

    noor = await scherm(demo, browser, NOOR.id)
    await noor.typt("/herinner")
    await noor.ziet(zin("herinnering.lijst_leeg"))
    await noor.drukt(knop("herinnering.knop_nieuw"))
    await noor.drukt("techniek")
    await noor.typt("Vanavond is ons overleg. Neem de notulen mee.")
    await noor.ziet(zin("herinnering.moment.vraag"))
    await noor.foto("herinner-vraag")
    await noor.typt("elke eerste dinsdag 19:30")
    await noor.ziet("elke eerste dinsdag van de maand om 19:30 uur")
    await noor.foto("herinner-voorbeeld")
    await noor.drukt(knop("herinnering.knop_bewaar"))
    await noor.ziet(zin("herinnering.volgende"))
    await noor.foto("herinner-klaar")
    await noor.drukt(knop("knop.herinner"))
    await noor.foto("herinner-lijst")

    await noor.typt("/planning")
    await noor.ziet(zin("planning.kop"), "Besluit over het warmteplan", "Neem de notulen mee")
    await noor.foto("planning")
    await noor.drukt("Besluit over het")
    await noor.ziet(knop("planning.knop_verzet"))
    await noor.foto("planning-een")
    await noor.drukt(knop("planning.knop_af"))
    await noor.ziet(zin("planning.zeker"))
    await noor.foto("planning-zeker")
    await noor.drukt(knop("planning.knop_af_ja"))
    await noor.ziet(zin("planning.kop"))
    await noor.foto("planning-daarna")
