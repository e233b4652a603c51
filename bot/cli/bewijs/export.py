"""`gehoord bewijs export`: the log as files that anyone can check, and what opens it for the auditor."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pyrage

from bot import bewijsexport, verzegeling
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.errors import InvoerFout

HELP = "Schrijf het bewijs als bestanden die iedereen kan controleren."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor het bewijs")
    deel.add_argument(
        "--accountant", metavar="SLEUTEL", help="age-sleutel van de accountant (age1…); die krijgt alles te lezen"
    )


def doe(keuze: argparse.Namespace) -> int:
    """Bring the log up to date, sign its head and write the files."""
    accountant = None if keuze.accountant is None else _lees(keuze.accountant)
    settings = lees_settings(keuze)
    zone, now = ZoneInfo(settings.wijk.tijdzone), datetime.now(UTC)

    async def schrijf() -> list[Path]:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            await verzegeling.verzegel(database, wijk, Path(settings.opslag.sleutel_bestand), now, zone)
            return await bewijsexport.exporteer(database, wijk, keuze.uit, zone, accountant)

    for pad in asyncio.run(schrijf()):
        sys.stdout.write(f"{pad}\n")
    return 0


def _lees(tekst: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(tekst.strip())
    except pyrage.RecipientError:
        raise InvoerFout(f"--accountant '{tekst[:80]}': dit is geen age-sleutel; hij begint met age1") from None
