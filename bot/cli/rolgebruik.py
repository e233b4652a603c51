"""`gehoord rolgebruik`: what the team looked at and did in a role, as a file."""

import argparse
import asyncio
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import exports
from bot.cli.gemeen import lees, lees_settings
from bot.errors import InvoerFout
from bot.services import rolgebruik

HELP = "Schrijf op wat het team in een rol bekeek of deed."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, help="het bestand, zoals rolgebruik.csv")
    deel.add_argument("--sinds", metavar="DAG", help="vanaf welke dag, zoals 2026-11-01; anders alles")


def doe(keuze: argparse.Namespace) -> int:
    """Write the file and say how many lines it has."""
    settings = lees_settings(keuze)
    sinds = None
    if keuze.sinds is not None:
        try:
            sinds = datetime.strptime(keuze.sinds, "%Y-%m-%d").replace(tzinfo=ZoneInfo(settings.wijk.tijdzone))
        except ValueError:
            raise InvoerFout(f"--sinds '{keuze.sinds[:20]}': schrijf een dag, zoals 2026-11-01") from None
    regels = asyncio.run(lees(settings, lambda tx, wijk: rolgebruik.alles(tx, wijk, sinds)))
    try:
        keuze.uit.write_bytes(exports.maak("rolgebruik", {"regels": regels}))
    except OSError as fout:
        raise InvoerFout(
            f"--uit {keuze.uit}: kan hier niet schrijven ({fout.strerror}); kies een ander bestand"
        ) from None
    sys.stdout.write(f"Regels: {len(regels)}. Het bestand: {keuze.uit}\n")
    return 0
