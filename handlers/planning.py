"""What will go out when: looking, moving and cancelling."""

from bot.services import planning
from handlers.beurt import Beurt, met_bladzij, met_paar, paar


async def zeg_af(beurt: Beurt, invoer: str) -> None:
    """Cancel one: asks first, and does so after the moment at which it would go: `<kind>:<id>[:<moment>]`."""
    soort, rest = paar(invoer)
    await beurt.doe(planning.zeg_af, soort, *paar(rest))


COMMANDS = {"planning": met_bladzij(planning.toon)}
TAPS = {
    "planning": met_bladzij(planning.toon),
    "pllaat": met_bladzij(planning.te_laat),
    "pl": met_paar(planning.een),
    "plv": met_paar(planning.begin_verzetten),
    "plx": zeg_af,
}
