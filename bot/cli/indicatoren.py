"""`gehoord indicatoren`: hand in a file of figures."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.cli.gemeen import NAMENS, handeling_van, lees_bestand, lees_settings, namens, open_, zoek_wijk
from bot.errors import Geweigerd, InvoerFout
from bot.rules.indicatorbestand import GROOTST
from bot.services import indicatorinvoer

HELP = "Lever een bestand met cijfers in."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="CSV met de kolommen indicator, datum, waarde en bron")
    deel.add_argument(
        "--namens",
        required=True,
        metavar=NAMENS,
        help="wie het inlevert: een buurtbegeleider of organisator, zoals telegram:123456",
    )


def doe(keuze: argparse.Namespace) -> int:
    """Read the file and take it in, or ask a second person; a mistake writes nothing."""
    settings = lees_settings(keuze)
    van, inhoud = namens(keuze), lees_bestand(keuze.bestand, GROOTST)

    async def lever_in() -> tuple[int, bool]:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            handeling = handeling_van(settings, wijk, van)
            return await database.write(wijk, indicatorinvoer.bied_aan, handeling, inhoud, str(keuze.bestand))

    try:
        nieuw, wacht = asyncio.run(lever_in())
    except Geweigerd:
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': dit is geen buurtbegeleider of organisator") from None
    sys.stdout.write(f"Nieuwe cijfers: {nieuw}.\n")
    if wacht:
        sys.stdout.write("Iemand anders geeft nu akkoord in de chat, met /voorstellen.\n")
    return 0
