"""Bringing something in to a poll, and letting it through."""

from bot.services import aandragen, toelaten
from handlers.beurt import Beurt, bladzij, met, met_ja, paar


async def lees(beurt: Beurt, invoer: str) -> None:
    """Show what waits: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(toelaten.lijst, publiek_id, bladzij(blad))


TAPS = {
    "aan": met(aandragen.begin),
    "aanterug": met(aandragen.niet),
    "aanlees": lees,
    "aanerbij": met_ja(toelaten.erbij),
    "aanniet": met(toelaten.open_niet),
    "aansamen": met(toelaten.open_samen),
}
EIGEN_WOORDEN = (aandragen.SOORT,)
STAPPEN = {aandragen.SOORT: met(aandragen.typ)}
