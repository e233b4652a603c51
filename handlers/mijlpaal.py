"""Moments at the gemeenteraad: what is coming, announcing one, changing and withdrawing it."""

from bot.services import formulier, mijlpaal, mijlpaalwijziging
from handlers.beurt import Beurt, bladzij, met_ja


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is coming."""
    await beurt.doe(mijlpaal.lijst, bladzij(invoer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, mijlpaal.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(mijlpaalwijziging.toon, invoer)


async def wijzig(beurt: Beurt, invoer: str) -> None:
    """Open the form to change one."""
    await beurt.doe(mijlpaalwijziging.begin, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(mijlpaalwijziging.trek_in, publiek_id, zeker=zeker)


COMMANDS = {"mijlpalen": lijst, "mijlpaal": maak}
TAPS = {"mijlpalen": lijst, "mijlpaal": maak, "ml": toon, "mlw": wijzig, "mlx": trek_in}
