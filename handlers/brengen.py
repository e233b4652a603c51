"""Telling at a door what no chat can bring: the list, one of it, and the tick."""

from bot.services import brengen
from handlers.beurt import Beurt, bladzij, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is to be told."""
    await beurt.doe(brengen.lijst, bladzij(invoer))


async def bij_huis(beurt: Beurt, invoer: str) -> None:
    """Show what is to be told at a household: `<huishouden>[:<page>]`."""
    huis, nummer = paar(invoer)
    await beurt.doe(brengen.lijst, bladzij(nummer), huis)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what is to be told, and to whom."""
    await beurt.doe(brengen.toon, invoer)


async def gebracht(beurt: Beurt, invoer: str) -> None:
    """Note that it was told."""
    await beurt.doe(brengen.gebracht, invoer)


async def nog_niet(beurt: Beurt, invoer: str) -> None:
    """Note that it was not told after all."""
    await beurt.doe(brengen.nog_niet, invoer)


COMMANDS = {"brengen": lijst}
TAPS = {"brengen": lijst, "brh": bij_huis, "brt": toon, "brg": gebracht, "brw": nog_niet}
