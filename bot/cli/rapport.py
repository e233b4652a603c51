"""`gehoord rapport`: the report for the gemeenteraad as PDF."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from bot import rapporteren
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.services.rapport import schrijf_rapport

HELP = "Maak het rapport voor de gemeenteraad, als PDF."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="BESTAND", help="de PDF, zoals rapport.pdf")


def doe(keuze: argparse.Namespace) -> int:
    """Write the report."""
    settings = lees_settings(keuze)
    zone, now = ZoneInfo(settings.wijk.tijdzone), datetime.now(UTC)

    async def maak() -> dict[str, Any]:
        async with open_(settings) as database:
            sleutel = Path(settings.opslag.sleutel_bestand)
            return await rapporteren.maak(database, await zoek_wijk(database, settings), sleutel, now, zone)

    schrijf_rapport(asyncio.run(maak()), Toon(vertaal("nl"), zone, settings.meedoen_url), keuze.uit)
    sys.stdout.write(f"{keuze.uit}\n")
    return 0
