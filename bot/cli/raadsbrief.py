"""`gehoord raadsbrief`: the one page for the gemeenteraad as PDF."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.raadsbrief import bijlage
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.services import raadsbrief
from bot.services.publiek import Blik
from bot.services.rapport import schrijf_pdf

HELP = "Maak de raadsbrief van één bladzijde, als PDF."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="BESTAND", help="de PDF, zoals raadsbrief.pdf")


def doe(keuze: argparse.Namespace) -> int:
    """Write it."""
    settings = lees_settings(keuze)
    zone, now = ZoneInfo(settings.wijk.tijdzone), datetime.now(UTC)

    async def lees() -> dict[str, Any]:
        async with open_(settings) as database:
            return await database.read(raadsbrief.lees, Blik(await zoek_wijk(database, settings), now, zone))

    toon = Toon(vertaal("nl"), zone, settings.meedoen_url)
    schrijf_pdf(bijlage(toon, asyncio.run(lees())), keuze.uit)
    sys.stdout.write(f"{keuze.uit}\n")
    return 0
