"""`gehoord aanbod`: hand in the file of the municipality's e-form; a second person agrees in the chat."""

import argparse
import asyncio
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.aanbod import eformulierfouten
from berichten.bericht import zonder_opmaak
from bot.cli.gemeen import NAMENS, handeling_van, lees_bestand, lees_settings, namens, open_, zoek_wijk
from bot.errors import Geweigerd, InvoerFout
from bot.rules.eformulier import GROOTST
from bot.services import eformulier
from bot.services.eformulier import Gelezen

HELP = "Lever het bestand van het e-formulier in; iemand anders geeft akkoord in de chat."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="CSV met de kolommen postcode, huisnummer, toevoeging, datum, aanbod")
    deel.add_argument(
        "--namens",
        required=True,
        metavar=NAMENS,
        help="wie het inlevert: een buurtbegeleider of organisator, zoals telegram:123456",
    )


def doe(keuze: argparse.Namespace) -> int:
    """Read the file, ask a second person, and say how many; or each mistake with its line, and nothing is written."""
    settings = lees_settings(keuze)
    van, inhoud, zone = namens(keuze), lees_bestand(keuze.bestand, GROOTST), ZoneInfo(settings.wijk.tijdzone)

    async def lever_in() -> Gelezen:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            return await database.write(wijk, eformulier.bied_aan, handeling_van(settings, wijk, van), inhoud)

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
