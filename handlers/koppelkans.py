"""Works in the street, and what a resident plans with their own home."""

from bot.services import formulier, koppelkans, natuurlijkmoment
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of what is coming."""
    await beurt.doe(koppelkans.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(koppelkans.toon, invoer)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, koppelkans.FORMULIER)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(koppelkans.trek_in, publiek_id, zeker=zeker)


async def momenten(beurt: Beurt, invoer: str) -> None:
    """Show what I plan."""
    await beurt.doe(natuurlijkmoment.toon)


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Ask when I plan it."""
    await beurt.doe(natuurlijkmoment.vraag, invoer)


async def noteer(beurt: Beurt, invoer: str) -> None:
    """Note it: `<wat>:<wanneer>`."""
    await beurt.doe(natuurlijkmoment.noteer, *paar(invoer))


async def haal_weg(beurt: Beurt, invoer: str) -> None:
    """Take it away."""
    await beurt.doe(natuurlijkmoment.haal_weg, invoer)


COMMANDS = {"koppelkansen": lijst}
TAPS = {
    "koppelkansen": lijst,
    "kk": toon,
    "kkmaak": maak,
    "kkx": trek_in,
    "momenten": momenten,
    "mo": vraag,
    "mon": noteer,
    "mox": haal_weg,
}
