"""What was recorded about me, and the file that proves it."""

from bot.services import mijnbijdrage
from handlers.beurt import Beurt, bladzij


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show what is recorded about me; a tap may name the page."""
    await beurt.doe(mijnbijdrage.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one thing."""
    await beurt.doe(mijnbijdrage.toon, invoer)


async def bewijs(beurt: Beurt, invoer: str) -> None:
    """Ask for its file."""
    await beurt.doe(mijnbijdrage.vraag_bewijs, invoer)


COMMANDS = {"mijnbijdrage": lijst}
TAPS = {"mijnbijdrage": lijst, "mb": toon, "mbp": bewijs}
