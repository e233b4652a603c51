"""`gehoord migreer`: the database as this version wants it."""

import argparse
import sys

from bot.cli.gemeen import CONFIG
from bot.instellingen import lees_wijken
from bot.storage.schema import migrate

HELP = "Breng de database op de stand van deze versie."
ALLE_WIJKEN = True


def doe(keuze: argparse.Namespace) -> int:
    """Bring the database up to date."""
    settings = lees_wijken(keuze.config or CONFIG)[0]
    migrate(settings.opslag.database)
    sys.stdout.write("De database is bij.\n")
    return 0
