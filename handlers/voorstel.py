"""Co-confirming: what waits for a second person, and the tap of that person."""

from bot.services import voorstel
from handlers.beurt import Beurt


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show what waits."""
    await beurt.doe(voorstel.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(voorstel.toon, invoer)


async def lees(beurt: Beurt, invoer: str) -> None:
    """Show what it is about, as those for whom it is will get it."""
    await beurt.doe(voorstel.lees, invoer)


async def akkoord(beurt: Beurt, invoer: str) -> None:
    """Confirm."""
    await beurt.doe(voorstel.akkoord, invoer)


async def niet_akkoord(beurt: Beurt, invoer: str) -> None:
    """Refuse."""
    await beurt.doe(voorstel.niet_akkoord, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one's own."""
    await beurt.doe(voorstel.trek_in, invoer)


COMMANDS = {"voorstellen": lijst}
TAPS = {"voorstellen": lijst, "v": toon, "vz": lees, "vja": akkoord, "vnee": niet_akkoord, "vweg": trek_in}
