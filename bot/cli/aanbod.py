"""`gehoord aanbod`: hand in the file of the municipality's e-form; a second person agrees in the chat."""

import argparse
import asyncio
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.aanbod import eformulierfouten
from berichten.bericht import zonder_opmaak
from bot.cli.gemeen import lees_settings, open_, zoek_wijk
from bot.errors import Geweigerd, InvoerFout
from bot.rules.eformulier import GROOTST
from bot.services import eformulier
from bot.services.eformulier import Gelezen
from bot.services.handeling import Afzender, Handeling

HELP = "Lever het bestand van het e-formulier in; iemand anders geeft akkoord in de chat."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="CSV met de kolommen postcode, huisnummer, toevoeging, datum, aanbod")
    deel.add_argument(
        "--namens",
        required=True,
        metavar="KANAAL:NUMMER",
        help="wie het inlevert: een buurtbegeleider of organisator, zoals telegram:123456",
    )


def doe(keuze: argparse.Namespace) -> int:
    """Read the file, ask a second person, and say how many; or each mistake with its line, and nothing is written."""
    settings = lees_settings(keuze)
    kanaal, streep, nummer = keuze.namens.partition(":")
    if not (kanaal and streep and nummer):
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': schrijf het kanaal en het nummer, zoals telegram:123456")
    try:
        inhoud = keuze.bestand.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{keuze.bestand}: kan het bestand niet lezen ({fout.strerror}); wijs een CSV aan") from None
    if len(inhoud) > GROOTST:
        raise InvoerFout(f"{keuze.bestand}: is groter dan {GROOTST} bytes; knip het in stukken")
    zone = ZoneInfo(settings.wijk.tijdzone)

    async def lever_in() -> Gelezen:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            van = Afzender(kanaal, nummer)
            handeling = Handeling(wijk, van, datetime.now(UTC), secrets.token_bytes(32), zone)
            return await database.write(wijk, eformulier.bied_aan, handeling, inhoud)

    try:
        gelezen = asyncio.run(lever_in())
    except Geweigerd:
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': dit is geen buurtbegeleider of organisator") from None
    if gelezen.fouten:
        toon = Toon(vertaal("nl"), zone, settings.telegram.botlink)
        regels = [zonder_opmaak(regel) for regel in eformulierfouten(toon, [list(fout) for fout in gelezen.fouten])]
        raise InvoerFout("\n".join(f"{keuze.bestand}: {regel}" for regel in regels))
    sys.stdout.write(f"Nieuwe adressen: {len(gelezen.rijen)}. Al bekend: {gelezen.bekend}.\n")
    if gelezen.rijen:
        sys.stdout.write("Iemand anders geeft nu akkoord in de chat, met /voorstellen.\n")
    return 0
