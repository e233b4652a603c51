"""Meetings: the agenda, planning one, saying that you come."""

from bot.services import aanmelding, bijeenkomst, formulier
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
    await beurt.doe(aanmelding.meld_aan, publiek_id, gekozen)


async def gasten(beurt: Beurt, invoer: str) -> None:
    """Say how many guests come along: `2:<id>`."""
    aantal, _, publiek_id = invoer.partition(":")
    await beurt.doe(aanmelding.zet_gasten, publiek_id, aantal)


COMMANDS = {"agenda": agenda, "bijeenkomst": plan}
TAPS = {"agenda": agenda, "bijeenkomst": plan, "b": toon, "ba": antwoord, "bg": gasten}
