"""`gehoord publiceer`: the public page as files, for a site of others."""

import argparse
import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.bericht import wie_te_bellen
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.clock import VerzetbareClock
from bot.errors import InvoerFout
from bot.storage import wekkers
from bot.web import statisch
from bot.web.publiek import Publiek

HELP = "Schrijf de openbare pagina als bestanden, voor een andere website."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="een lege map, of die van de vorige keer")
    deel.add_argument("--basis", default="", metavar="ADRES", help="waar de bestanden komen, zoals https://…/wijk")


def doe(keuze: argparse.Namespace) -> int:
    """Write the files."""
    if keuze.basis and not keuze.basis.startswith(("https://", "http://")):
        raise InvoerFout(f"--basis: '{keuze.basis}' kan niet; schrijf een adres dat met https:// begint")
    settings = lees_settings(keuze)
    wijk = settings.wijk
    contact = wie_te_bellen(wijk.contact_naam, wijk.contact_telefoon)
    toon = Toon(vertaal("nl"), ZoneInfo(wijk.tijdzone), settings.meedoen_url, contact)

    async def maak() -> dict[str, bytes]:
        async with open_(settings) as database:
            clock = VerzetbareClock(timedelta(seconds=await database.read(wekkers.verzet)))  # of the demo
            van = Publiek(database, await zoek_wijk(database, settings), clock, toon, keuze.basis)
            return await statisch.verzamel(van)

    statisch.schrijf(asyncio.run(maak()), keuze.uit)
    sys.stdout.write(f"{keuze.uit}\n")
    return 0
