"""Filling in a form, whichever it is: typed answers, buttons, back, stop, and the last yes."""

from bot.services import bijeenkomst, formulier, peiling, uitnodiging
from handlers.beurt import Beurt

FORMULIEREN = {f.soort: f for f in (bijeenkomst.FORMULIER, peiling.FORMULIER, uitnodiging.FORMULIER)}


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take a typed answer."""
    await beurt.doe(formulier.typ, FORMULIEREN, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Take a tapped answer: `veld:keuze`."""
    veld, _, keuze = invoer.partition(":")
    await beurt.doe(formulier.kies, FORMULIEREN, veld, keuze)


async def terug(beurt: Beurt, invoer: str) -> None:
    """Go back one question."""
    await beurt.doe(formulier.terug, FORMULIEREN)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Throw the form away."""
    await beurt.doe(formulier.stop, FORMULIEREN)


async def klaar(beurt: Beurt, invoer: str) -> None:
    """Do what the form was for."""
    await beurt.doe(formulier.bevestig, FORMULIEREN)


TAPS = {"fk": kies, "fterug": terug, "fstop": stop, "fklaar": klaar}
STAPPEN = dict.fromkeys(FORMULIEREN, getypt)
