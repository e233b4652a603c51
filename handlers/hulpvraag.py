"""Asking to be visited or called, and doing so: the resident's taps and typed number, and the taps of who helps."""

from bot.services import hulp, hulpvraag
from handlers.beurt import Beurt, paar


async def begin(beurt: Beurt, invoer: str) -> None:
    """Ask what they want, below what they tapped: `<over>:<id>`."""
    await beurt.doe(hulpvraag.begin, *paar(invoer))


async def begin_zonder(beurt: Beurt, invoer: str) -> None:
    """The same about nothing in particular."""
    await beurt.doe(hulpvraag.begin, "vraag")


async def opnieuw(beurt: Beurt, invoer: str) -> None:
    """Come back from typing a number."""
    await beurt.doe(hulpvraag.begin, *paar(invoer), opnieuw=True)


async def kom_langs(beurt: Beurt, invoer: str) -> None:
    """Ask for a visit."""
    await beurt.doe(hulpvraag.kom_langs, *paar(invoer))


async def bel(beurt: Beurt, invoer: str) -> None:
    """Ask for a call: wait for the number."""
    await beurt.doe(hulpvraag.bel, *paar(invoer))


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take the typed number."""
    await beurt.doe(hulpvraag.typ, invoer)


async def gedeeld(beurt: Beurt, invoer: str) -> None:
    """Take the number of a shared contact; of anything else that was sent, ask to type."""
    await beurt.doe(hulpvraag.typ, beurt.nummer or "", van_ander=beurt.nummer == "")


async def niet(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(hulpvraag.niet)


async def eigen(beurt: Beurt, invoer: str) -> None:
    """Show one's own question."""
    await beurt.doe(hulpvraag.toon, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw it."""
    await beurt.doe(hulpvraag.trek_in, invoer)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show who helps what waits."""
    await beurt.doe(hulp.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one of these."""
    await beurt.doe(hulp.toon, invoer)


async def neem(beurt: Beurt, invoer: str) -> None:
    """Take it on."""
    await beurt.doe(hulp.neem, invoer)


async def klaar(beurt: Beurt, invoer: str) -> None:
    """Say that it is done."""
    await beurt.doe(hulp.klaar, invoer, beurt.bericht_id)


async def geef_terug(beurt: Beurt, invoer: str) -> None:
    """Give it back."""
    await beurt.doe(hulp.geef_terug, invoer, beurt.bericht_id)


COMMANDS = {"komlangs": begin_zonder, "hulpvragen": lijst}
TAPS = {
    "komlangs": begin_zonder,
    "hulpvragen": lijst,
    "hv": begin,
    "hvw": opnieuw,
    "hvl": kom_langs,
    "hvb": bel,
    "hvt": niet,
    "hvm": eigen,
    "hvi": trek_in,
    "hvx": toon,
    "hvn": neem,
    "hvk": klaar,
    "hvg": geef_terug,
}
STAPPEN = {hulpvraag.SOORT: getypt}
STAPPEN_GESTUURD = {hulpvraag.SOORT: gedeeld}
