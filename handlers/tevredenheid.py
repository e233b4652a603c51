"""What people thought of a meeting: two taps and perhaps a text, and the outcome for who ran it."""

from bot.services import gesprek, tevredenheid
from handlers.beurt import Beurt, bladzij, met, met_paar, paar


async def gehoord(beurt: Beurt, invoer: str) -> None:
    """Take whether one could ask one's question: `<id>:4:ja`."""
    publiek_id, rest = paar(invoer)
    await beurt.doe(tevredenheid.gehoord, publiek_id, *paar(rest))


async def stop(beurt: Beurt, invoer: str) -> None:
    """Write nothing after all."""
    await beurt.doe(gesprek.stop, tevredenheid.SOORT)


async def uitslag(beurt: Beurt, invoer: str) -> None:
    """Show the outcome: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(tevredenheid.uitslag, publiek_id, bladzij(nummer))


TAPS = {
    "tv": met_paar(tevredenheid.duidelijk),
    "tvg": gehoord,
    "tvt": met(tevredenheid.begin_tekst),
    "tvstop": stop,
    "tvu": uitslag,
}
EIGEN_WOORDEN = (tevredenheid.SOORT,)
STAPPEN = {tevredenheid.SOORT: met(tevredenheid.typ)}
