"""What people thought of a meeting: two taps and perhaps a text, and the outcome for who ran it."""

from bot.services import gesprek, tevredenheid
from handlers.beurt import Beurt, bladzij, paar


async def duidelijk(beurt: Beurt, invoer: str) -> None:
    """Take how clear it was: `<id>:4`."""
    await beurt.doe(tevredenheid.duidelijk, *paar(invoer))


async def gehoord(beurt: Beurt, invoer: str) -> None:
    """Take whether one could ask one's question: `<id>:4:ja`."""
    publiek_id, rest = paar(invoer)
    await beurt.doe(tevredenheid.gehoord, publiek_id, *paar(rest))


async def tekst(beurt: Beurt, invoer: str) -> None:
    """Wait for a text."""
    await beurt.doe(tevredenheid.begin_tekst, invoer)


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take the text."""
    await beurt.doe(tevredenheid.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Write nothing after all."""
    await beurt.doe(gesprek.stop, tevredenheid.SOORT)


async def uitslag(beurt: Beurt, invoer: str) -> None:
    """Show the outcome: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(tevredenheid.uitslag, publiek_id, bladzij(nummer))


TAPS = {"tv": duidelijk, "tvg": gehoord, "tvt": tekst, "tvstop": stop, "tvu": uitslag}
EIGEN_WOORDEN = (tevredenheid.SOORT,)
STAPPEN = {tevredenheid.SOORT: getypt}
