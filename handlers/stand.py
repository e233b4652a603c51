"""How do we stand? One question, one answer: nothing is remembered in between."""

from bot.services.stand import lees_stand, toon_stand
from handlers.beurt import Beurt, Luisteraar


async def stand(beurt: Beurt, _rest: str) -> None:
    """Answer with how the conditions stand."""
    await beurt.doe(toon_stand, await beurt.lees(lees_stand))


COMMANDS: dict[str, Luisteraar] = {"stand": stand}
TAPS: dict[str, Luisteraar] = {"stand": stand}
