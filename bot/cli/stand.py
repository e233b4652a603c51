"""`gehoord stand`: how the conditions stand."""

import argparse
import asyncio
import json
import sys

from bot.cli.gemeen import lees, lees_settings
from bot.services.stand import bereken_stand

HELP = "Zeg hoe de afgesproken voorwaarden ervoor staan."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--json", action="store_true", help="als JSON")


def doe(keuze: argparse.Namespace) -> int:
    """Print how the conditions stand."""
    settings = lees_settings(keuze)
    stand = asyncio.run(lees(settings, bereken_stand)).als_json()
    if keuze.json:
        sys.stdout.write(json.dumps(stand, ensure_ascii=False, indent=2) + "\n")
        return 0
    for d in stand["drempels"]:
        regel = f"{d['soort']}: {d['teller']} van {d['noemer']}, nodig {d['operator']} {d['drempel']}: {d['verdict']}"
        sys.stdout.write(f"{regel}" + (f", nog {d['nodig']}\n" if d["nodig"] else "\n"))
    return 0
