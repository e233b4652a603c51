"""Moments at the gemeenteraad and elsewhere: what is coming and what was, changing one, speaking there, the outcome."""

from bot.services import formulier, inspreken, mijlpaal, mijlpaaluitslag, mijlpaalwijziging
from handlers.beurt import Beurt, bladzij, met_ja, paar


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


async def geweest(beurt: Beurt, invoer: str) -> None:
    """Show a page of what was, and what came out."""
    await beurt.doe(mijlpaaluitslag.lijst, bladzij(invoer))


async def uitslag(beurt: Beurt, invoer: str) -> None:
    """Open the form for what came out, or to correct it."""
    await beurt.doe(mijlpaaluitslag.begin, invoer)


async def herinner_mij(beurt: Beurt, invoer: str) -> None:
    """Switch the reminder to register for speaking: `id:aan` or `id:uit`."""
    await beurt.doe(inspreken.herinner_mij, *paar(invoer))


async def agendabestand(beurt: Beurt, invoer: str) -> None:
    """Give one as a file for one's own calendar."""
    await beurt.doe(mijlpaalwijziging.agendabestand, invoer)


COMMANDS = {"mijlpalen": lijst, "mijlpaal": maak}
TAPS = {
    "mijlpalen": lijst,
    "mijlpaal": maak,
    "ml": toon,
    "mlw": wijzig,
    "mlx": trek_in,
    "mlwas": geweest,
    "mlu": uitslag,
    "mlh": herinner_mij,
    "mlics": agendabestand,
}
