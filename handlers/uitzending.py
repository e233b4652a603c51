"""Messages to the neighbourhood: writing one, seeing how it stands, calling it off before or while it goes."""

from bot.services import formulier, opstellen, uitzending
from handlers.beurt import Beurt, met_ja


async def schrijf(beurt: Beurt, invoer: str) -> None:
    """Begin the form."""
    await beurt.doe(formulier.begin, opstellen.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show how one stands."""
    await beurt.doe(uitzending.toon, invoer)


async def zeg_af(beurt: Beurt, invoer: str) -> None:
    """Call one off, or stop it: asks first where there is time for that, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(uitzending.zeg_af, publiek_id, zeker=zeker)


COMMANDS = {"bericht": schrijf}
TAPS = {"bericht": schrijf, "uz": toon, "uzaf": zeg_af}
