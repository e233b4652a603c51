"""The own reminders of a werkgroep: the list, making one, changing and stopping it."""

from bot.services import formulier, herinnering
from handlers.beurt import Beurt, bladzij, met_ja


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of the reminders."""
    await beurt.doe(herinnering.lijst, bladzij(invoer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, herinnering.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(herinnering.toon, invoer)


async def wijzig(beurt: Beurt, invoer: str) -> None:
    """Open the form to change one."""
    await beurt.doe(herinnering.begin_wijzigen, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Stop one: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(herinnering.stop, publiek_id, zeker=zeker)


COMMANDS = {"herinner": lijst}
TAPS = {"herinner": lijst, "hrnieuw": maak, "hr": toon, "hrw": wijzig, "hrx": stop}
