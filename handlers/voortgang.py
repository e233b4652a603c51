"""A broadcast that goes: stopping it."""

from bot.services import voortgang
from handlers.beurt import Beurt


async def stop(beurt: Beurt, invoer: str) -> None:
    """Let the rest of it not go."""
    await beurt.doe(voortgang.stop, invoer)


TAPS = {"ustop": stop}
