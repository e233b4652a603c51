"""How the messages fared, asked for by staff."""

from bot.services import verzending
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show the counts."""
    await beurt.doe(verzending.toon)


COMMANDS = {"verzending": toon}
TAPS = {"verzending": toon}
