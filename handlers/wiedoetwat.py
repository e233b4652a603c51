"""Who does what, what the decision is about, and the partners at the table with what they tell."""

from bot.services import partner, wiedoetwat
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show all of it in short."""
    await beurt.doe(wiedoetwat.toon)


async def kaders(beurt: Beurt, invoer: str) -> None:
    """Show what the decision is and is not about."""
    await beurt.doe(wiedoetwat.kaders)


async def rollen(beurt: Beurt, invoer: str) -> None:
    """Show who decides what."""
    await beurt.doe(wiedoetwat.rollen)


async def beheer(beurt: Beurt, invoer: str) -> None:
    """Show the organisator every part."""
    await beurt.doe(wiedoetwat.beheer)


async def eerder(beurt: Beurt, invoer: str) -> None:
    """Show a page of who wrote what when."""
    await beurt.doe(wiedoetwat.eerder, bladzij(invoer))


async def schrijf(beurt: Beurt, invoer: str) -> None:
    """Open the form to write a part."""
    await beurt.doe(wiedoetwat.begin, invoer)


async def haal_weg(beurt: Beurt, invoer: str) -> None:
    """Take a part away: asks first, and does so after `:ja`."""
    onderdeel, zeker = met_ja(invoer)
    await beurt.doe(wiedoetwat.haal_weg, onderdeel, zeker=zeker)


async def partners(beurt: Beurt, invoer: str) -> None:
    """Show a page of who is at the table."""
    await beurt.doe(partner.lijst, bladzij(invoer))


async def een_partner(beurt: Beurt, invoer: str) -> None:
    """Show one with a page of what it told: `id` or `id:bladzij`."""
    publiek_id, welke = paar(invoer)
    await beurt.doe(partner.toon, publiek_id, bladzij(welke))


async def maak_partner(beurt: Beurt, invoer: str) -> None:
    """Open the form for a partner, a new one when none is named."""
    await beurt.doe(partner.begin, invoer)


async def stop_partner(beurt: Beurt, invoer: str) -> None:
    """Take one from the table: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(partner.stop, publiek_id, zeker=zeker)


async def plaats_nieuws(beurt: Beurt, invoer: str) -> None:
    """Open the form for what a partner tells."""
    await beurt.doe(partner.begin_nieuws, invoer)


async def nieuws(beurt: Beurt, invoer: str) -> None:
    """Show what was told."""
    await beurt.doe(partner.toon_nieuws, invoer)


async def trek_nieuws_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw what was told."""
    await beurt.doe(partner.trek_in, invoer)


COMMANDS = {"wiedoetwat": toon, "partners": partners}
TAPS = {
    "wiedoetwat": toon,
    "wdk": kaders,
    "wdr": rollen,
    "wdb": beheer,
    "wdh": eerder,
    "wds": schrijf,
    "wdx": haal_weg,
    "partners": partners,
    "pa": een_partner,
    "paw": maak_partner,
    "pax": stop_partner,
    "pan": plaats_nieuws,
    "panb": nieuws,
    "panx": trek_nieuws_in,
}
