"""`gehoord kaarten`: hand in a file of warmtekaarten; a second person publishes them in the chat."""

import argparse
import sys
from pathlib import Path

from bot.cli.gemeen import AKKOORD, lever_in, vraag_namens
from bot.rules.kaartbestand import GROOTST
from bot.services import warmtekaartvorm

HELP = "Lever een bestand met warmtekaarten in; iemand anders geeft akkoord in de chat."
_WIE = "organisator"


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument(
        "bestand", type=Path, help="TOML met een blok [[kaart]] per kaart, of CSV met een regel per kaart"
    )
    vraag_namens(deel, _WIE)


def doe(keuze: argparse.Namespace) -> int:
    """Read the file and ask a second person to publish what is new in it; a mistake writes nothing."""
    bron = str(keuze.bestand)
    nieuw = lever_in(keuze, GROOTST, lambda tx, h, inhoud: warmtekaartvorm.bied_aan(tx, h, inhoud, bron), _WIE)
    sys.stdout.write(f"Nieuwe of gewijzigde kaarten: {nieuw}.\n{AKKOORD if nieuw else ''}")
    return 0
