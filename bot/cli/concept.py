"""`gehoord concept`: make a Markdown or TOML file a draft of a plan, to be published in chat."""

import argparse
import asyncio
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten.leeswoorden import leeswoorden
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.errors import InvoerFout
from bot.rules.conceptbestand import lees
from bot.rules.momenten import MomentOnduidelijk, lees_moment
from bot.services.conceptvorm import SOORTEN, uit_bestand
from bot.services.handeling import publiek_id
from bot.storage.concepten import Concept

HELP = "Maak van een bestand een concept van een plan, waarop bewoners per deel reageren."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="Markdown (.md) of TOML (.toml)")
    deel.add_argument("--soort", choices=SOORTEN, default="buurtplan", help="wat voor plan het is")
    deel.add_argument("--tot", required=True, help="tot wanneer bewoners reageren, zoals '31 maart 2027 20:00'")


def doe(keuze: argparse.Namespace) -> int:
    """Read the file and write the draft."""
    settings = lees_settings(keuze)
    try:
        inhoud = keuze.bestand.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise InvoerFout(f"{keuze.bestand}: kan het bestand niet lezen; wijs een tekstbestand in UTF-8 aan") from None
    bestand = lees(inhoud, str(keuze.bestand), toml=keuze.bestand.suffix == ".toml")
    tot = _moment(keuze.tot, ZoneInfo(settings.wijk.tijdzone))
    ids = [publiek_id(secrets.token_bytes(16)) for _ in range(len(bestand.delen) + 1)]

    async def schrijf() -> Concept:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            return await database.write(
                wijk, lambda tx: uit_bestand(tx, wijk, bestand, ids, soort=keuze.soort, tot=tot)
            )

    nieuw = asyncio.run(schrijf())
    wat = f"'{nieuw.titel}', versie {nieuw.versie}, met {len(bestand.delen)} delen"
    sys.stdout.write(f"Klaar om te lezen: {wat}. Publiceer het in de chat, met /concepten.\n")
    return 0


def _moment(getypt: str, zone: ZoneInfo) -> datetime:
    try:
        return lees_moment(getypt, datetime.now(UTC), zone, leeswoorden())
    except MomentOnduidelijk:
        raise InvoerFout(
            f"--tot: '{getypt}' is geen moment dat nog komt; schrijf zoals '31 maart 2027 20:00'"
        ) from None
