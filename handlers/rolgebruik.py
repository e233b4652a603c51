"""The audit trail in a chat: what the team looked at and did."""

from bot.services import rolgebruik
from handlers.beurt import Beurt, bladzij, met, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a page: `bladzij:what is looked for`."""
    nummer, zoek = paar(invoer)
    await beurt.doe(rolgebruik.toon, zoek, bladzij(nummer))


COMMANDS = {"rolgebruik": met(rolgebruik.toon)}
TAPS = {"rolgebruik": toon, "rgb": met(rolgebruik.bestand)}
