"""How the messages fared, asked for by staff, and sending some of them once more."""

from bot.services import verzending
from handlers.beurt import Beurt, bladzij, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a page of what did not arrive, or perhaps not."""
    await beurt.doe(verzending.toon, bladzij(invoer))


async def een(beurt: Beurt, invoer: str) -> None:
    """Show one: `soort:id`."""
    await beurt.doe(verzending.een, *paar(invoer))


async def nog_eens(beurt: Beurt, invoer: str) -> None:
    """Send one once more: asks first, and does so after `:ja:` and which time it is."""
    welke, ja, keer = invoer.partition(":ja:")
    if ja:
        await beurt.doe(verzending.nog_eens, *paar(welke), keer)
    else:
        await beurt.doe(verzending.vraag_nog_eens, *paar(welke))


COMMANDS = {"verzending": toon}
TAPS = {"verzending": toon, "mis": een, "misn": nog_eens}
