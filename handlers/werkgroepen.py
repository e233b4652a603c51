"""Werkgroepen: look, join, leave."""

from bot.services import werkgroep
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show the werkgroepen."""
    await beurt.doe(werkgroep.toon)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Join or leave: `in:<id>` or `uit:<id>`."""
    keuze, _, publiek_id = invoer.partition(":")
    await beurt.doe(werkgroep.kies, publiek_id, keuze)


COMMANDS = {"werkgroepen": toon}
TAPS = {"werkgroepen": toon, "wg": kies}
