"""`gehoord lessen`: what the team learned in each stage, as a file for the next wijk."""

import argparse
import asyncio
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.lessen import als_markdown
from bot.cli.gemeen import lees, lees_settings
from bot.errors import InvoerFout
from bot.services import lessen

HELP = "Schrijf op wat het team per stap leerde, voor een volgende wijk."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--uit", type=Path, required=True, help="het bestand, zoals lessen.md")


def doe(keuze: argparse.Namespace) -> int:
    """Write the file and say how many lessons it has."""
    settings = lees_settings(keuze)
    data = asyncio.run(lees(settings, lessen.lees))
    toon = Toon(vertaal("nl"), ZoneInfo(settings.wijk.tijdzone), settings.meedoen_url)
    try:
        keuze.uit.write_text(als_markdown(toon, data), "utf-8")
    except OSError as fout:
        raise InvoerFout(
            f"--uit {keuze.uit}: kan hier niet schrijven ({fout.strerror}); kies een ander bestand"
        ) from None
    sys.stdout.write(f"Lessen: {sum(len(fase['lessen']) for fase in data['fasen'])}. Het bestand: {keuze.uit}\n")
    return 0
