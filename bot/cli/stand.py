"""`gehoord stand`: how the conditions stand."""

import argparse
import asyncio
import json
import sys
from typing import Any

from sqlalchemy import Connection

from bot.cli.gemeen import lees, lees_settings
from bot.services.stand import bereken_stand, stand_van_ervoor, standen_per_versie

HELP = "Zeg hoe de afgesproken voorwaarden ervoor staan."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--json", action="store_true", help="als JSON")


def doe(keuze: argparse.Namespace) -> int:
    """Print how the conditions stand."""
    settings = lees_settings(keuze)
    stand = asyncio.run(lees(settings, _lees))
    if keuze.json:
        sys.stdout.write(json.dumps(stand, ensure_ascii=False, indent=2) + "\n")
        return 0
    for d in stand["drempels"]:
        regel = f"{d['soort']}: {d['teller']} van {d['noemer']}, nodig {d['operator']} {d['drempel']}: {d['verdict']}"
        sys.stdout.write(f"{regel}" + (f", nog {d['nodig']}\n" if d["nodig"] else "\n"))
    return 0


def _lees(tx: Connection, wijk: int) -> dict[str, Any]:
    """Return how they stand now, what each version that was fixed gives, and what came before the first."""
    ervoor = stand_van_ervoor(tx, wijk)
    versies = [stand.als_json() for stand in standen_per_versie(tx, wijk)]
    return bereken_stand(tx, wijk).als_json() | {"versies": versies, "ervoor": ervoor and ervoor.als_json()}
