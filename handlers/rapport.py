"""The report for the gemeenteraad, asked for by an organisator."""

from bot.services.rapport import vraag_rapport
from handlers.beurt import Beurt, Luisteraar


async def rapport(beurt: Beurt, _rest: str) -> None:
    """Answer that it comes."""
    await beurt.doe(vraag_rapport)


COMMANDS: dict[str, Luisteraar] = {"rapport": rapport}
TAPS: dict[str, Luisteraar] = {"rapport": rapport}
