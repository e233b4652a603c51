"""Messages to the neighbourhood: writing one, seeing how it stands, calling it off."""

from bot.services import formulier, opstellen, uitzending
from handlers.beurt import Beurt


async def schrijf(beurt: Beurt, invoer: str) -> None:
    """Begin the form."""
    await beurt.doe(formulier.begin, opstellen.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show how one stands."""
    await beurt.doe(uitzending.toon, invoer)


async def zeg_af(beurt: Beurt, invoer: str) -> None:
    """Call one off that is still to go."""
    await beurt.doe(uitzending.zeg_af, invoer)


COMMANDS = {"bericht": schrijf}
TAPS = {"bericht": schrijf, "uz": toon, "uzaf": zeg_af}
