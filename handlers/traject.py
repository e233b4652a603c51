"""The traject: where we are, the plan for staff, and choosing one."""

from bot.services import formulier, traject
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show where we are; staff the plan."""
    await beurt.doe(traject.toon)


async def hier(beurt: Beurt, invoer: str) -> None:
    """Show where we are, as residents read it."""
    await beurt.doe(traject.hier)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Begin the form that chooses one."""
    await beurt.doe(formulier.begin, traject.FORMULIER)


COMMANDS = {"traject": toon}
TAPS = {"traject": toon, "trhier": hier, "trkies": kies}
