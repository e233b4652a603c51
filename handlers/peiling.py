"""Polls: the list, making one, voting."""

from bot.services import formulier, peiling
from handlers.beurt import Beurt


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the polls."""
    await beurt.doe(peiling.lijst)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new poll."""
    await beurt.doe(formulier.begin, peiling.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one poll."""
    await beurt.doe(peiling.toon, invoer)


async def stem(beurt: Beurt, invoer: str) -> None:
    """Vote for the option that was tapped."""
    await beurt.doe(peiling.stem, invoer, beurt.settings.spelregels.versie)


COMMANDS = {"peilingen": lijst, "peiling": maak}
TAPS = {"peilingen": lijst, "peiling": maak, "p": toon, "st": stem}
