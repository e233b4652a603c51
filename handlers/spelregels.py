"""The spelregels: reading them, and fixing them with a second person."""

from bot.services import spelregels, vaststellen
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show the rules that hold, or those that a tap names."""
    await beurt.doe(spelregels.toon, invoer)


async def lees(beurt: Beurt, _invoer: str) -> None:
    """Show the rules that hold, after a command."""
    await beurt.doe(spelregels.toon)


async def letterlijk(beurt: Beurt, invoer: str) -> None:
    """Show the text over which the hash goes."""
    await beurt.doe(spelregels.letterlijk, invoer)


async def stel_vast(beurt: Beurt, invoer: str) -> None:
    """Open the form to fix the concept."""
    await beurt.doe(vaststellen.begin)


COMMANDS = {"spelregels": lees}
TAPS = {"spelregels": toon, "srtekst": letterlijk, "srvast": stel_vast}
