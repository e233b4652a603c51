"""In a real browser: a begeleider ticks people at the door and goes past the doors of a long street.

With BEELDEN=map the steps are kept as screenshots, to look at.
"""

import re

from playwright.async_api import Browser, expect
from sqlalchemy import Connection

from bot.demo.draaien import Draaiend
from bot.rules.adressen import Adres
from bot.storage import huishoudens
from bot.voorbeeldbuurt import NOOR
from tests.builders import NU, een_publiek_id
from tests.e2e.test_browser import Scherm, browser, demo, pytestmark
from tests.e2e.test_browser_rollen import scherm
from tests.wereld import knop

__all__ = ["browser", "demo", "pytestmark"]

LAAN = "Burgemeester van Heemstralaan"


async def met_een_lange_straat(demo: Draaiend) -> None:
    """Give the demo a street of 60 numbers with long additions."""

    def voeg_toe(tx: Connection) -> None:
        adressen = [Adres(LAAN, n, ("bis", "", "A-12")[n % 3], "3901AD", volwassenen=n % 5 + 1) for n in range(1, 61)]
        nieuwe = [huishoudens.NieuwHuishouden(a, een_publiek_id(), a.sleutel.encode()) for a in adressen]
        huishoudens.voeg_toe(tx, demo.omgeving.wijk, nieuwe, NU)

    await demo.omgeving.database.write(demo.omgeving.wijk, voeg_toe)


async def breedte(noor: Scherm) -> None:
    """No button may stick out of a narrow phone."""
    assert await noor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_door_list_and_the_conversations_on_a_small_phone(demo: Draaiend, browser: Browser) -> None:
    await met_een_lange_straat(demo)
    noor = await scherm(demo, browser, NOOR.id)
    await noor.typt("/deurlijst")
    await noor.ziet("0 bewoners op de lijst")
    await noor.foto("lijst")
    await noor.drukt("Merelstraat")
    await noor.ziet("Kies een nummer")
    await noor.foto("straat")
    await noor.drukt(re.compile("^3$"))
    await noor.ziet("Tik aan wie er is")
    await noor.drukt(re.compile("☐ Bewoner 2"))
    await expect(noor.page.get_by_role("button", name=re.compile("✓ Bewoner 2")).last).to_be_visible()
    await noor.drukt("+1, weet niet wie")
    await noor.ziet("Van dit adres is nog 1 persoon binnen")
    await noor.foto("adres")
    await noor.drukt(knop("knop.lijst"))
    await noor.drukt(LAAN)
    await noor.ziet(LAAN)
    await breedte(noor)
    await noor.foto("lange-straat")
    await noor.drukt("Volgende ›")
    await expect(noor.page.get_by_role("button", name="60bis").last).to_be_visible()
    await noor.foto("lange-straat-twee")
    await noor.typt("59")
    await noor.ziet(f"{LAAN} 59A-12")
    await noor.drukt(re.compile("☐ Bewoner 4"))
    await noor.foto("groot-huis")
    await noor.drukt(knop("knop.lijst"))
    await noor.drukt(knop("knop.gast_erbij"))
    await noor.drukt(knop("knop.hoofden"))
    await noor.ziet("Hoeveel mensen zitten er in de zaal?")
    await noor.foto("hoofden")
    await noor.typt("12")
    await noor.ziet("Kijk nog eens")
    await noor.foto("kijk-nog-eens")
    await noor.drukt(knop("knop.papierlijst"))
    await noor.ziet("Typ de papieren lijst over")
    await noor.foto("papier")
    await noor.typt("Merelstraat 1: 5, 99: 1, Lijsterhof 2: een")
    await noor.ziet("Dit kan nog niet kloppen")
    await noor.foto("papier-fouten")
    await noor.typt("Merelstraat 1: 2, 7a: 1; Lijsterhof 2: 1, 4: 2")
    await noor.ziet("Klopt dit?")
    await noor.foto("papier-klopt")
    await noor.drukt(knop("knop.papier_klopt"))
    await noor.ziet("Een papieren deurlijst van")
    await noor.foto("papier-voorstel")

    await noor.typt("/deurgesprek")
    await noor.ziet("In welke straat bent u?")
    await noor.foto("gesprek-straten")
    await noor.drukt(LAAN)
    await noor.ziet("Bij welk nummer bent u?")
    await noor.foto("gesprek-straat")
    await noor.drukt(re.compile("^3bis$"))
    await noor.ziet("Tik aan wie er was")
    await noor.foto("gesprek-adres")
    await noor.drukt(re.compile("☐ Bewoner 1"))
    await noor.ziet("Aangetikt: 1 persoon")
    await noor.drukt(re.compile("☐ Bewoner 2"))
    await noor.ziet("Aangetikt: 2 mensen")
    await breedte(noor)
    await noor.foto("gesprek-gekozen")
    await noor.drukt(knop("knop.verteld_deur"))
    await noor.ziet("Vastgelegd: 2 mensen spraken met u.")
    await noor.foto("gesprek-klaar")
    await noor.drukt(re.compile("Volgende: nummer 4"))
    await noor.drukt(knop("knop.niet_thuis"))
    await noor.ziet("Genoteerd: niet thuis")
    await noor.foto("gesprek-niet-thuis")
    await noor.drukt(knop("knop.ander_nummer"))
    await noor.ziet("✓ gesproken")
    await noor.foto("gesprek-straat-erna")
