"""`gehoord indicatoren`: hand in a file of figures."""

import argparse
import sys
from pathlib import Path

from bot.cli.gemeen import AKKOORD, lever_in, vraag_namens
from bot.rules.indicatorbestand import GROOTST
from bot.services import indicatorinvoer

HELP = "Lever een bestand met cijfers in."
_WIE = "buurtbegeleider of organisator"


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="CSV met de kolommen indicator, datum, waarde en bron")
    vraag_namens(deel, _WIE)


def doe(keuze: argparse.Namespace) -> int:
    """Read the file and take it in, or ask a second person; a mistake writes nothing."""
    bron = str(keuze.bestand)
    nieuw, wacht = lever_in(keuze, GROOTST, lambda tx, h, inhoud: indicatorinvoer.bied_aan(tx, h, inhoud, bron), _WIE)
    sys.stdout.write(f"Nieuwe cijfers: {nieuw}.\n{AKKOORD if wacht else ''}")
    return 0
