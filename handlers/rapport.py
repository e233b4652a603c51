"""The report for the gemeenteraad: asked for by an organisator, and put on the public page."""

from bot.services import rapportpublicatie
from bot.services.rapport import vraag_rapport
from handlers.beurt import Beurt, Luisteraar, bladzij, met_ja


async def rapport(beurt: Beurt, _rest: str) -> None:
    """Answer that it comes."""
    await beurt.doe(vraag_rapport)


async def zet_op(beurt: Beurt, invoer: str) -> None:
    """Put one on the public page: asks first, and does so after `:ja`."""
    welk, zeker = met_ja(invoer)
    await beurt.doe(rapportpublicatie.zet_op, welk, zeker=zeker)


async def haal_af(beurt: Beurt, invoer: str) -> None:
    """Take one off: asks first, and does so after `:ja`."""
    welk, zeker = met_ja(invoer)
    await beurt.doe(rapportpublicatie.haal_af, welk, zeker=zeker)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is on the public page."""
    await beurt.doe(rapportpublicatie.lijst, bladzij(invoer))


COMMANDS: dict[str, Luisteraar] = {"rapport": rapport}
TAPS: dict[str, Luisteraar] = {"rapport": rapport, "rap": zet_op, "rapx": haal_af, "rapl": lijst}
