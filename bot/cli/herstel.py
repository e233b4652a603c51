"""`gehoord herstel`: a backup in the place of the database, or a database that was put back in another way."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot import herstel, instellingen, terugzetten
from bot.cli.gemeen import CONFIG, alle_wijken, open_, zoek_wijk
from bot.config import Settings
from bot.services.tijdvak import Begin

HELP = "Zet een reservekopie terug; de bot staat stil."
ALLE_WIJKEN = True


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument(
        "kopie",
        type=Path,
        nargs="?",
        metavar="KOPIE",
        help="een kopie van gehoord backup; zonder: de database is al op een andere manier teruggezet",
    )
    deel.add_argument("--over-nieuwer", action="store_true", help="ook als de database die er staat nieuwer is")
    deel.add_argument(
        "--sleutel", type=Path, metavar="BESTAND", help="de geheime age-sleutel, als de kopie versleuteld is"
    )


def doe(keuze: argparse.Namespace) -> int:
    """Put it back, erase again who was erased, and begin an epoch."""
    now = datetime.now(UTC)
    if keuze.kopie is None:
        sys.stdout.write(f"{herstel.verslag(asyncio.run(_begin(alle_wijken(keuze)[0], now)))}\n")
        return 0
    settings = instellingen.lees_wijken(keuze.config or CONFIG)[0]
    zet = terugzetten.zet_terug(settings, keuze.kopie, now, over_nieuwer=keuze.over_nieuwer, sleutel=keuze.sleutel)
    gedaan = asyncio.run(zet)
    if gedaan.begin:
        sys.stdout.write(f"{herstel.verslag(gedaan.begin)}\n")
    if gedaan.gemaakt:
        sys.stdout.write(f"De kopie is van {gedaan.gemaakt}. Wat daarna gebeurde, is weg.\n")
    if gedaan.oud:
        sys.stdout.write(f"De vorige database staat in {gedaan.oud}. Haal die weg zodra alles klopt.\n")
    return 0


async def _begin(settings: Settings, now: datetime) -> Begin:
    with terugzetten.zonder_bot(settings.opslag) as bestand:
        async with open_(settings) as database:
            begin = await herstel.hersteld(database, settings, await zoek_wijk(database, settings), now)
        bestand.schrijf(begin.stand)
        bestand.bewaar()
    return begin
