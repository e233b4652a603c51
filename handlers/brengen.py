"""Telling at a door what no chat can bring: the list, one of it, and the tick."""

from bot.services import brengen
from handlers.beurt import Beurt, bladzij, met, met_bladzij, paar


async def bij_huis(beurt: Beurt, invoer: str) -> None:
    """Show what is to be told at a household: `<huishouden>[:<page>]`."""
    huis, nummer = paar(invoer)
    await beurt.doe(brengen.lijst, bladzij(nummer), huis)


COMMANDS = {"brengen": met_bladzij(brengen.lijst)}
TAPS = {
    "brengen": met_bladzij(brengen.lijst),
    "brh": bij_huis,
    "brt": met(brengen.toon),
    "brg": met(brengen.gebracht),
    "brw": met(brengen.nog_niet),
}
