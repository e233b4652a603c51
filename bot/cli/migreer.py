"""`gehoord migreer`: the database as this version wants it."""

import argparse
import sys

from bot.cli.gemeen import CONFIG
from bot.config import load
from bot.storage.schema import migrate

HELP = "Breng de database op de stand van deze versie."


def doe(keuze: argparse.Namespace) -> int:
    """Bring the database up to date."""
    settings = load(keuze.config or CONFIG)
    migrate(settings.opslag.database)
    sys.stdout.write("De database is bij.\n")
    return 0
