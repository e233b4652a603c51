"""`gehoord traject kies`: let the traject of a TOML file begin, towards a day of the gemeenteraad."""

import argparse
import asyncio
import secrets
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.errors import InvoerFout
from bot.rules.trajectvorm import uit_toml
from bot.services import traject
from bot.services.handeling import publiek_id
from bot.services.trajectplan import Gerekend

HELP = "Laat het traject van een bestand beginnen."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="TOML, zoals `gehoord traject toon` het schrijft")
    deel.add_argument("--besluit", required=True, metavar="DAG", help="wanneer de gemeenteraad beslist, als 2027-06-15")
    deel.add_argument("--vervang", action="store_true", help="stop het traject dat nu loopt")


def doe(keuze: argparse.Namespace) -> int:
    """Read the file, let it begin, and say whether it fits."""
    settings = lees_settings(keuze)
    try:
        inhoud = keuze.bestand.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{keuze.bestand}: kan het bestand niet lezen ({fout.strerror}); wijs een TOML aan") from None
    gekozen, now, zone = uit_toml(inhoud, str(keuze.bestand)), datetime.now(UTC), ZoneInfo(settings.wijk.tijdzone)
    besluit = _dag(keuze.besluit, now.astimezone(zone).date())

    async def schrijf() -> Gerekend:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            zaad = {label: publiek_id(secrets.token_bytes(16)) for label in traject.labels(gekozen)}
            return await database.write(
                wijk, traject.kies, wijk, gekozen, besluit, (now, zone), zaad.__getitem__, vervang=keuze.vervang
            )

    plan = asyncio.run(schrijf()).plan
    sys.stdout.write(f"Het traject is begonnen. De gemeenteraad beslist op {besluit.isoformat()}.\n")
    for regel in plan.regels:
        sys.stdout.write(f"{regel.fase}: {regel.van.isoformat()} tot en met {regel.tot.isoformat()}\n")
    if plan.past:
        sys.stdout.write(f"Dit past, met {plan.speling} dagen ruimte.\n")
        return 0
    sys.stdout.write(f"Dit past niet: er zijn {-(plan.speling or 0)} dagen te weinig. Kijk in de chat, met /traject.\n")
    return 1


def _dag(tekst: str, vandaag: date) -> date:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        raise InvoerFout(f"--besluit: {tekst!r} is geen dag; schrijf hem als 2027-06-15") from None
    if not vandaag < dag <= vandaag + traject.VERST:
        raise InvoerFout(f"--besluit: {tekst} kan niet; noem een dag die nog komt, binnen tien jaar")
    return dag
