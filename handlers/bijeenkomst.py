"""Meetings: the agenda, planning one, saying that you come, and the door."""

import re

from bot.services import bijeenkomst, formulier
from handlers.beurt import Beurt


async def agenda(beurt: Beurt, invoer: str) -> None:
    """Show what is coming."""
    await beurt.doe(bijeenkomst.agenda)


async def plan(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new meeting."""
    await beurt.doe(formulier.begin, bijeenkomst.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one meeting."""
    await beurt.doe(bijeenkomst.toon, invoer)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Come, perhaps or not: `ja:<id>`."""
    gekozen, _, publiek_id = invoer.partition(":")
    await beurt.doe(bijeenkomst.meld_aan, publiek_id, gekozen)


async def deur(beurt: Beurt, invoer: str) -> None:
    """Show staff the code of the door."""
    await beurt.doe(bijeenkomst.deur, invoer)


async def check_in(beurt: Beurt, invoer: str) -> None:
    """Check in with a door code."""
    await beurt.doe(bijeenkomst.check_in, invoer, beurt.settings.spelregels.versie)


def herken_deurcode(tekst: str) -> bool:
    """Say whether typed text looks like a door code: six digits."""
    return re.fullmatch(r"\d{6}", bijeenkomst.normaliseer_deurcode(tekst)) is not None


COMMANDS = {"agenda": agenda, "bijeenkomst": plan}
TAPS = {"agenda": agenda, "bijeenkomst": plan, "b": toon, "ba": antwoord, "deur": deur}
START = {"deur": check_in}
TEKST = ((herken_deurcode, check_in),)
