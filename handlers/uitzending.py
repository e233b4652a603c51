"""Messages to the neighbourhood: writing one, seeing how it stands, calling it off, stopping it halfway."""

from bot.services import formulier, opstellen, uitzending, voortgang
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


async def stop(beurt: Beurt, invoer: str) -> None:
    """Let the rest not go of one that is on its way."""
    await beurt.doe(voortgang.stop, invoer)


COMMANDS = {"bericht": schrijf}
TAPS = {"bericht": schrijf, "uz": toon, "uzaf": zeg_af, "ustop": stop}
