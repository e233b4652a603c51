"""Roles: who has which, inviting someone, taking one away, and the link that an invited person opens."""

from bot.services import bewoner, rol, uitnodiging
from handlers.beurt import Beurt, begint, met, met_bladzij, zonder


async def niet(beurt: Beurt, invoer: str) -> None:
    """Leave an invitation for what it is."""
    await beurt.doe(bewoner.menu, "uitnodiging.niet")


COMMANDS = {"rol": met_bladzij(rol.overzicht)}
TAPS = {
    "rol": met_bladzij(rol.overzicht),
    "rolnieuw": begint(uitnodiging.FORMULIER),
    "roluit": zonder(uitnodiging.lijst),
    "roluitweg": met(uitnodiging.trek_in),
    "rolweg": met(rol.toon),
    "rolja": met(rol.neem_weg),
    "rolneem": met(uitnodiging.neem_aan),
    "rolniet": niet,
}
START = {"rol": met(uitnodiging.toon)}
