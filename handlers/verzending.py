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
    """Send one once more: asks first, and does so after `:ja:` and the how manieth time that is."""
    soort, _, rest = invoer.partition(":")
    publiek_id, _, antwoord = rest.partition(":")
    ja, _, keer = antwoord.partition(":")
    if ja == "ja":
        await beurt.doe(verzending.nog_eens, soort, publiek_id, keer)
    else:
        await beurt.doe(verzending.vraag_nog_eens, soort, publiek_id)


COMMANDS = {"verzending": toon}
TAPS = {"verzending": toon, "mis": een, "misn": nog_eens}
