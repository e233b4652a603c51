"""`gehoord backup`: a copy of the database while the bot runs, checked and counted."""

import argparse
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot import instellingen, reservekopie
from bot.cli.gemeen import CONFIG

HELP = "Maak een reservekopie; de bot mag blijven draaien."
ALLE_WIJKEN = True
_WAT = "huishouden", "bewoner", "account", "bewijs", "stembiljet", "bijeenkomst"


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("map", type=Path, metavar="MAP", help="waar de kopie komt, liefst op een andere schijf")
    deel.add_argument("--bewaar", type=_aantal, default=0, metavar="AANTAL", help="zoveel blijven er, de nieuwste")
    deel.add_argument("--voor", metavar="SLEUTEL", help="versleutel voor deze age-sleutel (age1…)")


def doe(keuze: argparse.Namespace) -> int:
    """Make it; being told to stop is an orderly end too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    opslag = instellingen.lees_wijken(keuze.config or CONFIG)[0].opslag
    waar, feiten = reservekopie.maak(opslag, keuze.map, datetime.now(UTC), bewaar=keuze.bewaar, voor=keuze.voor)
    zonder = ", ".join([opslag.peper_bestand, opslag.sleutel_bestand, opslag.pushsleutel_bestand])
    sys.stdout.write(
        f"{waar}\n"
        f"Nagekeken en geteld: {reservekopie.samenvatting(feiten.tellingen, _WAT)}.\n"
        f"Erin: de hele database en de lijst van wie gewist is. Niet erin: {zonder}. Bewaar die ergens anders.\n"
    )
    return 0


def _aantal(tekst: str) -> int:
    if not tekst.isdigit() or not int(tekst):
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal; schrijf een getal zoals 14")
    return int(tekst)
