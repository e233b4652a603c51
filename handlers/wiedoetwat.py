"""Who does what, what the decision is about, and the partners at the table with what they tell."""

from bot.services import partner, wiedoetwat
from handlers.beurt import Beurt, bladzij, met, met_bladzij, met_ja, paar, zonder


async def een_partner(beurt: Beurt, invoer: str) -> None:
    """Show one with a page of what it told: `id` or `id:bladzij`."""
    publiek_id, welke = paar(invoer)
    await beurt.doe(partner.toon, publiek_id, bladzij(welke))


COMMANDS = {"wiedoetwat": zonder(wiedoetwat.toon), "partners": met_bladzij(partner.lijst)}
TAPS = {
    "wiedoetwat": zonder(wiedoetwat.toon),
    "wdk": zonder(wiedoetwat.kaders),
    "wdr": zonder(wiedoetwat.rollen),
    "wdb": zonder(wiedoetwat.beheer),
    "wdh": met_bladzij(wiedoetwat.eerder),
    "wds": met(wiedoetwat.begin),
    "wdx": met_ja(wiedoetwat.haal_weg),
    "partners": met_bladzij(partner.lijst),
    "pa": een_partner,
    "paw": met(partner.begin),
    "pax": met_ja(partner.stop),
    "pan": met(partner.begin_nieuws),
    "panb": met(partner.toon_nieuws),
    "panx": met(partner.trek_in),
}
