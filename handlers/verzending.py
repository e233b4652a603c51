"""How the messages fared, asked for by staff, and sending some of them once more."""

from bot.services import verzending
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a page of what did not arrive, or perhaps not."""
    await beurt.doe(verzending.toon, bladzij(invoer))


async def een(beurt: Beurt, invoer: str) -> None:
    """Show one: `soort:id`."""
    await beurt.doe(verzending.een, *paar(invoer))


async def nog_eens(beurt: Beurt, invoer: str) -> None:
    """Send one once more: asks first, and does so after `:ja`."""
    welke, zeker = met_ja(invoer)
    await beurt.doe(verzending.nog_eens, *paar(welke), zeker=zeker)


COMMANDS = {"verzending": toon}
TAPS = {"verzending": toon, "mis": een, "misn": nog_eens}
