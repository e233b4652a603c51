"""`gehoord doctor`: what works and what does not, and what to do about it."""

import argparse
import asyncio
import sys
import textwrap

from bot.cli.gemeen import CONFIG
from bot.doctor import Regel, onderzoek
from bot.doctor.regel import FOUT, OK
from bot.instellingen import bestanden, lees_wijken

HELP = "Kijk na of alles werkt, en zeg wat er te doen is."
ALLE_WIJKEN = True
_OP_DE_REGEL = 3
_IN = " " * 8


def doe(keuze: argparse.Namespace) -> int:
    """Print a line for each thing that was looked at, as it comes; 1 when something must be mended."""
    bron = keuze.config or CONFIG
    wijken = lees_wijken(bron)

    async def kijk() -> int:
        fouten = 0
        async for regel in onderzoek(wijken, bestanden(bron)):
            fouten += regel.hoe == FOUT
            sys.stdout.write(toon(regel, len(wijken)))
            sys.stdout.flush()
        return fouten

    fouten = asyncio.run(kijk())
    sys.stdout.write(
        "Er is niets dat niet werkt.\n" if not fouten else f"Eerst te doen: {fouten}, zie fout hierboven.\n"
    )
    return 1 if fouten else 0


def toon(regel: Regel, aantal: int) -> str:
    """Return what is printed of a line; the names of many wijken stand below it, when there is something to do.

    Args:
        aantal: how many wijken there are.
    """
    hoe, wat, tekst, wijken = regel
    namen, eronder = ", ".join(wijken), ""
    if len(wijken) == aantal > 1:
        namen = f"alle {aantal} wijken"
    elif len(wijken) > _OP_DE_REGEL:
        eronder = "" if hoe == OK else textwrap.indent(textwrap.fill(namen, 92, break_on_hyphens=False) + "\n", _IN)
        namen = f"{len(wijken)} van de {aantal} wijken"
    return f"{hoe:8}{wat}{f' ({namen})' if namen else ''}: {tekst}\n{eronder}"
