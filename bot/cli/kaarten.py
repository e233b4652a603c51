"""`gehoord kaarten`: hand in a file of warmtekaarten; a second person publishes them in the chat."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.cli.gemeen import NAMENS, handeling_van, lees_bestand, lees_settings, namens, open_, zoek_wijk
from bot.errors import Geweigerd, InvoerFout
from bot.rules.kaartbestand import GROOTST
from bot.services import warmtekaartvorm

HELP = "Lever een bestand met warmtekaarten in; iemand anders geeft akkoord in de chat."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument(
        "bestand", type=Path, help="TOML met een blok [[kaart]] per kaart, of CSV met een regel per kaart"
    )
    deel.add_argument(
        "--namens", required=True, metavar=NAMENS, help="wie het inlevert: een organisator, zoals telegram:123456"
    )


def doe(keuze: argparse.Namespace) -> int:
    """Read the file and ask a second person to publish what is new in it; a mistake writes nothing."""
    settings = lees_settings(keuze)
    van, inhoud = namens(keuze), lees_bestand(keuze.bestand, GROOTST)

    async def lever_in() -> int:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            handeling = handeling_van(settings, wijk, van)
            return await database.write(wijk, warmtekaartvorm.bied_aan, handeling, inhoud, str(keuze.bestand))

    try:
        nieuw = asyncio.run(lever_in())
    except Geweigerd:
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': dit is geen organisator") from None
    sys.stdout.write(f"Nieuwe of gewijzigde kaarten: {nieuw}.\n")
    if nieuw:
        sys.stdout.write("Iemand anders geeft nu akkoord in de chat, met /voorstellen.\n")
    return 0
