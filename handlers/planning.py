"""What will go out when: looking, moving and cancelling."""

from bot.services import planning
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is planned."""
    await beurt.doe(planning.toon, bladzij(invoer))


async def te_laat(beurt: Beurt, invoer: str) -> None:
    """Show a page of what came too late to go."""
    await beurt.doe(planning.te_laat, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one: `soort:id`."""
    await beurt.doe(planning.een, *paar(invoer))


async def verzet(beurt: Beurt, invoer: str) -> None:
    """Ask to which moment one goes: `soort:id`."""
    await beurt.doe(planning.begin_verzetten, *paar(invoer))


async def zeg_af(beurt: Beurt, invoer: str) -> None:
    """Cancel one: asks first, and does so after `:ja`."""
    welke, zeker = met_ja(invoer)
    await beurt.doe(planning.zeg_af, *paar(welke), zeker=zeker)


COMMANDS = {"planning": lijst}
TAPS = {"planning": lijst, "pllaat": te_laat, "pl": toon, "plv": verzet, "plx": zeg_af}
