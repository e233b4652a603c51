"""Roles: who has which, inviting someone, taking one away, and the link that an invited person opens."""

from bot.services import bewoner, formulier, rol, uitnodiging
from handlers.beurt import Beurt, bladzij


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show who has which role; a tap may name the page."""
    await beurt.doe(rol.overzicht, bladzij(invoer))


async def nieuw(beurt: Beurt, invoer: str) -> None:
    """Begin an invitation."""
    await beurt.doe(formulier.begin, uitnodiging.FORMULIER)


async def open_(beurt: Beurt, invoer: str) -> None:
    """Show the open invitations."""
    await beurt.doe(uitnodiging.lijst)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw an invitation."""
    await beurt.doe(uitnodiging.trek_in, invoer)


async def weg(beurt: Beurt, invoer: str) -> None:
    """Ask whether a role must be taken away."""
    await beurt.doe(rol.toon, invoer)


async def zeker(beurt: Beurt, invoer: str) -> None:
    """Take a role away."""
    await beurt.doe(rol.neem_weg, invoer)


async def link(beurt: Beurt, invoer: str) -> None:
    """Open the link of an invitation."""
    await beurt.doe(uitnodiging.toon, invoer)


async def neem(beurt: Beurt, invoer: str) -> None:
    """Take on the role of an invitation."""
    await beurt.doe(uitnodiging.neem_aan, invoer)


async def niet(beurt: Beurt, invoer: str) -> None:
    """Leave an invitation for what it is."""
    await beurt.doe(bewoner.menu, "uitnodiging.niet")


COMMANDS = {"rol": overzicht}
TAPS = {
    "rol": overzicht,
    "rolnieuw": nieuw,
    "roluit": open_,
    "roluitweg": trek_in,
    "rolweg": weg,
    "rolja": zeker,
    "rolneem": neem,
    "rolniet": niet,
}
START = {"rol": link}
