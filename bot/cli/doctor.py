"""`gehoord doctor`: what works and what does not, and what to do about it."""

import argparse
import asyncio
import sys

from bot.cli.gemeen import CONFIG
from bot.doctor import onderzoek
from bot.doctor.regel import FOUT
from bot.instellingen import lees_wijken

HELP = "Kijk na of alles werkt, en zeg wat er te doen is."
ALLE_WIJKEN = True


def doe(keuze: argparse.Namespace) -> int:
    """Print a line for each thing that was looked at, as it comes; 1 when something must be mended."""
    bron = keuze.config or CONFIG
    settings = lees_wijken(bron)[0]

    async def kijk() -> int:
        fouten = 0
        async for hoe, wat, tekst in onderzoek(settings, bron):
            fouten += hoe == FOUT
            sys.stdout.write(f"{hoe:8}{wat}: {tekst}\n")
            sys.stdout.flush()
        return fouten

    fouten = asyncio.run(kijk())
    sys.stdout.write(
        "Er is niets dat niet werkt.\n" if not fouten else f"Eerst te doen: {fouten}, zie fout hierboven.\n"
    )
    return 1 if fouten else 0
