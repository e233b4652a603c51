"""`gehoord export`: the counts as files."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import exporteren
from bot.cli.gemeen import lees_wijken, open_, zoek_wijk
from bot.config import Settings
from bot.services.export import schrijf_export
from bot.services.tellen import Tellingen

HELP = "Schrijf de tellingen als CSV en JSON, zonder namen."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de tellingen")


def doe(keuze: argparse.Namespace) -> int:
    """Write the counts as files; of each wijk in a folder of its own where there are more and none is named."""
    wijken, now = lees_wijken(keuze), datetime.now(UTC)

    async def tel(settings: Settings) -> Tellingen:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            return await exporteren.tel(database, wijk, now, ZoneInfo(settings.wijk.tijdzone))

    for settings in wijken:
        waar = keuze.uit / settings.sleutel if len(wijken) > 1 else keuze.uit
        for pad in schrijf_export(asyncio.run(tel(settings)), waar):
            sys.stdout.write(f"{pad}\n")
    return 0
