"""Werkgroepen: looking at them, joining and leaving, and what who leads one does from its screen."""

from bot.services import werkgroep, werkgroepbeheer
from handlers.beurt import Beurt, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the werkgroepen."""
    await beurt.doe(werkgroep.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one werkgroep."""
    await beurt.doe(werkgroep.toon, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Join or leave: `in:id` or `uit:id`."""
    keuze, publiek_id = paar(invoer)
    await beurt.doe(werkgroep.kies, publiek_id, keuze)


async def tekst(beurt: Beurt, invoer: str) -> None:
    """Write what it says of itself."""
    await beurt.doe(werkgroepbeheer.begin_tekst, invoer)


async def naam(beurt: Beurt, invoer: str) -> None:
    """Show who leads it by a name."""
    await beurt.doe(werkgroepbeheer.begin_naam, invoer)


async def zonder_naam(beurt: Beurt, invoer: str) -> None:
    """Show who leads it by no name."""
    await beurt.doe(werkgroepbeheer.zonder_naam, invoer)


async def werk(beurt: Beurt, invoer: str) -> None:
    """Begin something for it: `wat:id`."""
    await beurt.doe(werkgroepbeheer.begin_werk, *paar(invoer))


COMMANDS = {"werkgroepen": lijst}
TAPS = {
    "werkgroepen": lijst,
    "wgt": toon,
    "wg": kies,
    "wgtekst": tekst,
    "wgnaam": naam,
    "wgnaamx": zonder_naam,
    "wgmaak": werk,
}
