"""Moments at the gemeenteraad: what is coming, and announcing one."""

from bot.services import formulier, mijlpaal
from handlers.beurt import Beurt, bladzij


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is coming."""
    await beurt.doe(mijlpaal.lijst, bladzij(invoer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, mijlpaal.FORMULIER)


COMMANDS = {"mijlpalen": lijst, "mijlpaal": maak}
TAPS = {"mijlpalen": lijst, "mijlpaal": maak}
