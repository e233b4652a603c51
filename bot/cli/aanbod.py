"""`gehoord aanbod`: hand in the file of the municipality's e-form; a second person agrees in the chat."""

import argparse
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from berichten import Toon, vertaal
from berichten.aanbod import eformulierfouten
from berichten.bericht import zonder_opmaak
from bot.cli.gemeen import AKKOORD, lees_settings, lever_in, vraag_namens
from bot.errors import InvoerFout
from bot.rules.eformulier import GROOTST
from bot.services import eformulier

HELP = "Lever het bestand van het e-formulier in; iemand anders geeft akkoord in de chat."
_WIE = "buurtbegeleider of organisator"


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("bestand", type=Path, help="CSV met de kolommen postcode, huisnummer, toevoeging, datum, aanbod")
    vraag_namens(deel, _WIE)


def doe(keuze: argparse.Namespace) -> int:
    """Read the file, ask a second person, and say how many; or each mistake with its line, and nothing is written."""
    gelezen = lever_in(keuze, GROOTST, eformulier.bied_aan, _WIE)
    if gelezen.fouten:
        settings = lees_settings(keuze)
        toon = Toon(vertaal("nl"), ZoneInfo(settings.wijk.tijdzone), settings.meedoen_url)
        regels = [zonder_opmaak(regel) for regel in eformulierfouten(toon, [list(fout) for fout in gelezen.fouten])]
        raise InvoerFout("\n".join(f"{keuze.bestand}: {regel}" for regel in regels))
    akkoord = AKKOORD if gelezen.rijen else ""
    sys.stdout.write(f"Nieuwe adressen: {len(gelezen.rijen)}. Al bekend: {gelezen.bekend}.\n{akkoord}")
    return 0
