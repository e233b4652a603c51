"""How the messages fared, asked for by staff, and sending some of them once more."""

from bot.services import verzending
from handlers.beurt import Beurt, bladzij


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a page of what did not arrive, or perhaps not."""
    await beurt.doe(verzending.toon, bladzij(invoer))


async def een(beurt: Beurt, invoer: str) -> None:
    """Show one: `soort:id`."""
    soort, _, publiek_id = invoer.partition(":")
    await beurt.doe(verzending.een, soort, publiek_id)


async def nog_eens(beurt: Beurt, invoer: str) -> None:
    """Send one once more: asks first, and does so after `:ja`."""
    soort, _, rest = invoer.partition(":")
    publiek_id, _, antwoord = rest.partition(":")
    await beurt.doe(verzending.nog_eens, soort, publiek_id, zeker=antwoord == "ja")


COMMANDS = {"verzending": toon}
TAPS = {"verzending": toon, "mis": een, "misn": nog_eens}
