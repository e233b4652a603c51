"""The door of a meeting: its code for staff, and checking in with it."""

import re

from bot.rules.deurcode import normaliseer_deurcode
from bot.services import deur
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show staff the code of the door."""
    await beurt.doe(deur.toon, invoer)


async def check_in(beurt: Beurt, invoer: str) -> None:
    """Check in with a door code."""
    await beurt.doe(deur.check_in, invoer, beurt.settings.spelregels.versie)


def herken_deurcode(tekst: str) -> bool:
    """Say whether typed text looks like a door code: six digits."""
    return re.fullmatch(r"\d{6}", normaliseer_deurcode(tekst)) is not None


TAPS = {"deur": toon}
START = {"deur": check_in}
TEKST = ((herken_deurcode, check_in),)
