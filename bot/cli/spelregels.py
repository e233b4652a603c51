"""`gehoord spelregels`: make a TOML file the concept of the spelregels."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.errors import InvoerFout
from bot.rules.spelregels import uit_toml
from bot.services.spelregels import zoals_vast
from bot.services.spelregelvorm import zet_concept
from bot.storage.spelregels import Versie

HELP = "Maak van een bestand het concept van de spelregels."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="TOML met een tabel [spelregels], zoals in de instellingen")
    deel.add_argument("--reden", help="waarom er een nieuwe versie komt; nodig als de spelregels al vaststaan")


def doe(keuze: argparse.Namespace) -> int:
    """Read the file, write the concept, and say its hash."""
    settings = lees_settings(keuze)
    try:
        inhoud = keuze.bestand.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{keuze.bestand}: kan het bestand niet lezen ({fout.strerror}); wijs een TOML aan") from None
    regels = uit_toml(inhoud, str(keuze.bestand))

    async def schrijf() -> Versie:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            return await database.write(wijk, zet_concept, wijk, regels, keuze.reden)

    nieuw = asyncio.run(schrijf())
    hash_ = zoals_vast(nieuw).hash()
    sys.stdout.write(f"Dit is nu het concept van versie {nieuw.versie}. Stel het vast in de chat, met /spelregels.\n")
    sys.stdout.write(f"Vingerafdruk, als het zo wordt vastgesteld: {hash_}\n")
    return 0
