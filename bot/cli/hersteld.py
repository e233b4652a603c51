"""`gehoord hersteld`: the database is a backup that was put back."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime

from bot import herstel
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.services.tijdvak import Begin

HELP = "Zeg dat de database een teruggezette reservekopie is; de bot staat stil."


def doe(keuze: argparse.Namespace) -> int:
    """Begin an epoch by hand."""
    settings = lees_settings(keuze)

    async def zeg() -> Begin:
        async with open_(settings) as database:
            return await herstel.hersteld(database, settings, await zoek_wijk(database, settings), datetime.now(UTC))

    sys.stdout.write(f"{herstel.verslag(asyncio.run(zeg()))}\n")
    return 0
