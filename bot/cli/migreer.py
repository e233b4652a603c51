"""`gehoord migreer`: the database as this version wants it."""

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

from bot.cli.gemeen import CONFIG
from bot.instellingen import lees_wijken
from bot.storage.schema import is_current, migrate
from bot.terugzetten import zonder_bot

HELP = "Breng de database op de stand van deze versie."
ALLE_WIJKEN = True


def doe(keuze: argparse.Namespace) -> int:
    """Bring the database up to date, unless a bot of an earlier version works on it."""
    opslag = lees_wijken(keuze.config or CONFIG)[0].opslag
    if not is_current(opslag.database):
        with zonder_bot(opslag) if Path(opslag.tijdvak_bestand).exists() else nullcontext():
            migrate(opslag.database)
    sys.stdout.write("De database is bij.\n")
    return 0
