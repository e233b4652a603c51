"""`gehoord traject toon`: a template as TOML to adapt, its words as comments."""

import argparse
import sys

from berichten import vertaal
from bot.rules.trajecten import TRAJECTEN
from bot.rules.trajectvorm import naar_toml

HELP = "Schrijf een sjabloon als TOML, om aan te passen."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("sjabloon", choices=TRAJECTEN, help="welke gids: " + ", ".join(TRAJECTEN))


def doe(keuze: argparse.Namespace) -> int:
    """Write the template."""
    teksten = vertaal("nl").patronen(f"traject.{keuze.sjabloon}.")

    def zeg(fase: str, deel: str) -> str:
        naam = "document" if deel == "documentnaam" else deel
        return teksten.get(f"traject.{keuze.sjabloon}.{fase}.{naam}", "")

    sys.stdout.write(naar_toml(TRAJECTEN[keuze.sjabloon], zeg))
    return 0
