"""`gehoord export`: the counts as files."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import exporteren
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.services.export import schrijf_export
from bot.services.tellen import Tellingen

HELP = "Schrijf de tellingen als CSV en JSON, zonder namen."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de tellingen")


def doe(keuze: argparse.Namespace) -> int:
    """Write the counts as files."""
    settings = lees_settings(keuze)
    zone, now = ZoneInfo(settings.wijk.tijdzone), datetime.now(UTC)

    async def tel() -> Tellingen:
        async with open_(settings) as database:
            return await exporteren.tel(database, await zoek_wijk(database, settings), now, zone)

    for pad in schrijf_export(asyncio.run(tel()), keuze.uit):
        sys.stdout.write(f"{pad}\n")
    return 0
