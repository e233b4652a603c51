"""How the messages fared, asked for by staff, and sending some of them once more."""

from bot.services import verzending
from handlers.beurt import Beurt, met_bladzij, met_paar, paar


async def nog_eens(beurt: Beurt, invoer: str) -> None:
    """Send one once more: asks first, and does so after `:ja:` and which time it is."""
    welke, ja, keer = invoer.partition(":ja:")
    if ja:
        await beurt.doe(verzending.nog_eens, *paar(welke), keer)
    else:
        await beurt.doe(verzending.vraag_nog_eens, *paar(welke))


COMMANDS = {"verzending": met_bladzij(verzending.toon)}
TAPS = {"verzending": met_bladzij(verzending.toon), "mis": met_paar(verzending.een), "misn": nog_eens}
