"""Geledingen: who is in which, and inviting someone."""

from bot.services import geleding
from handlers.beurt import Beurt, bladzij


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show the geledingen, or one's own; a tap may name the page."""
    await beurt.doe(geleding.toon, bladzij(invoer))


async def nodig_uit(beurt: Beurt, invoer: str) -> None:
    """Begin an invitation."""
    await beurt.doe(geleding.nodig_uit)


COMMANDS = {"geleding": toon}
TAPS = {"geleding": toon, "geledingnieuw": nodig_uit}
