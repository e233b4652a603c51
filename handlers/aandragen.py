"""Bringing something in to a poll, and letting it through."""

from bot.services import aandragen, toelaten
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def begin(beurt: Beurt, invoer: str) -> None:
    """Ask what someone brings in."""
    await beurt.doe(aandragen.begin, invoer)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take what was typed."""
    await beurt.doe(aandragen.typ, invoer)


async def terug(beurt: Beurt, invoer: str) -> None:
    """Bring nothing in after all."""
    await beurt.doe(aandragen.niet, invoer)


async def lees(beurt: Beurt, invoer: str) -> None:
    """Show what waits: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(toelaten.lijst, publiek_id, bladzij(blad))


async def erbij(beurt: Beurt, invoer: str) -> None:
    """Let a text through: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(toelaten.erbij, publiek_id, zeker=zeker)


async def niet(beurt: Beurt, invoer: str) -> None:
    """Open the form that says why not."""
    await beurt.doe(toelaten.open_niet, invoer)


async def samen(beurt: Beurt, invoer: str) -> None:
    """Open the form that makes one of several."""
    await beurt.doe(toelaten.open_samen, invoer)


TAPS = {
    "aan": begin,
    "aanterug": terug,
    "aanlees": lees,
    "aanerbij": erbij,
    "aanniet": niet,
    "aansamen": samen,
}
EIGEN_WOORDEN = (aandragen.SOORT,)
STAPPEN = {aandragen.SOORT: typ}
