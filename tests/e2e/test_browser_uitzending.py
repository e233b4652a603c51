"""In a real browser: a begeleider writes to a street, from the first question to what residents read.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

import re

from playwright.async_api import Browser
from sqlalchemy import Connection, update

from bot.demo.draaien import Draaiend
from bot.storage import tables as t
from bot.voorbeeldbuurt import IBRAHIM, NOOR
from tests.builders import een_account, een_bewoner, een_huishouden
from tests.e2e.test_browser import browser, demo, pytestmark
from tests.e2e.test_browser_rollen import scherm
from tests.wereld import knop, zin

__all__ = ["browser", "demo", "pytestmark"]


def _buren(tx: Connection, wijk: int) -> None:
    """Let twenty owners join, who have another chat network than this page."""
    for n in range(20):
        thuis = een_huishouden(tx, wijk, straat="Lindelaan", volwassenen=2).id
        tx.execute(update(t.huishouden).where(t.huishouden.c.id == thuis).values(eigendom="koop"))
        een_account(tx, f"buur {n}", bewoner=een_bewoner(tx, wijk, thuis))


async def test_a_begeleider_writes_and_sees_what_residents_will_get(demo: Draaiend, browser: Browser) -> None:
    await demo.omgeving.database.write(demo.omgeving.wijk, _buren, demo.omgeving.wijk)
    noor = await scherm(demo, browser, NOOR.id)
    await noor.ziet("Kies hieronder")
    await noor.typt("/bericht")
    await noor.ziet(zin("uitzending.inhoud.vraag"))
    await noor.foto("bericht-wat")
    await noor.typt("Kom morgen naar het café. We praten over warmte in onze straat, en u kunt alles vragen.")
    await noor.drukt("De hele wijk")
    await noor.ziet(zin("uitzending.wie.vraag"))
    await noor.foto("bericht-wie")
    await noor.drukt(knop("uitzending.wie.niet_gehoord"))
    await noor.drukt(knop("uitzending.wie.koop"))
    await noor.ziet("✓")
    await noor.foto("bericht-wie-gekozen")
    await noor.drukt(knop("knop.verder"))
    await noor.foto("bericht-taal")
    await noor.drukt("Nederlands")
    await noor.foto("bericht-wanneer")
    await noor.typt("morgen 19:30")
    await noor.ziet("Dit bericht komt van een buurtbegeleider", zin("uitzending.zo"))
    await noor.foto("bericht-voorbeeld")
    await noor.drukt("Vertaling: Engels")
    await noor.foto("bericht-vertaling")
    await noor.typt("Come to the café tomorrow.")
    await noor.foto("bericht-voorbeeld-en")
    await noor.drukt("Ja, naar ongeveer 20")
    await noor.ziet("Nog één akkoord nodig")
    await noor.foto("bericht-akkoord-nodig")
    ibrahim = await scherm(demo, browser, IBRAHIM.id)
    await ibrahim.typt("/voorstellen")
    await ibrahim.drukt(re.compile("^Bericht aan de wijk"))
    await ibrahim.foto("bericht-tweede")
    await ibrahim.drukt(knop("voorstel.knop_lees"))
    await ibrahim.ziet("Bent u akkoord?", "Come to the café tomorrow.")
    await ibrahim.foto("bericht-tweede-leest")
    await ibrahim.drukt(re.compile("^Akkoord$"))
    await ibrahim.ziet("Akkoord, dank u wel")
    await noor.ziet("Akkoord gekregen")
    await noor.foto("bericht-gekregen")
