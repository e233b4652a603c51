"""The sign-in sheet on paper: making it, and typing over the codes that have a cross."""

from bot.services import tekeninvoer, tekenlijst
from handlers.beurt import Beurt, paar


async def welke(beurt: Beurt, invoer: str) -> None:
    """Ask of which meeting."""
    await beurt.doe(tekenlijst.kies_bijeenkomst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what can be done with the sheet of a meeting."""
    await beurt.doe(tekenlijst.toon, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Ask for whom: `bijeenkomst:a` for all addresses, and a household in a street on the screen that is wanted."""
    publiek_id, rest = paar(invoer)
    wie, bij = paar(rest)
    await beurt.doe(tekenlijst.kies, publiek_id, alle=wie == "a", bij=bij)


async def kies_brief(beurt: Beurt, invoer: str) -> None:
    """Ask the same for an invitation per household."""
    publiek_id, rest = paar(invoer)
    wie, bij = paar(rest)
    await beurt.doe(tekenlijst.kies, publiek_id, alle=wie == "a", bij=bij, brief=True)


async def nodig_uit(beurt: Beurt, invoer: str) -> None:
    """Make the invitations: `bijeenkomst:a:huis`, without a household for all."""
    publiek_id, rest = paar(invoer)
    wie, huis = paar(rest)
    await beurt.doe(tekenlijst.nodig_uit, publiek_id, huis, beurt.peper, alle=wie == "a")


async def maak(beurt: Beurt, invoer: str) -> None:
    """Make the sheet: `bijeenkomst:a:huis`, without a household for all."""
    publiek_id, rest = paar(invoer)
    wie, huis = paar(rest)
    await beurt.doe(tekenlijst.maak, publiek_id, huis, beurt.peper, alle=wie == "a")


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Ask for codes."""
    await beurt.doe(tekeninvoer.vraag, invoer)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take codes."""
    await beurt.doe(tekeninvoer.typ, invoer, beurt.peper)


async def begin_opnieuw(beurt: Beurt, invoer: str) -> None:
    """Put all back that was typed."""
    await beurt.doe(tekeninvoer.begin_opnieuw, invoer)


async def tel(beurt: Beurt, invoer: str) -> None:
    """Let what was typed count."""
    await beurt.doe(tekeninvoer.tel, invoer)


COMMANDS = {"aanmeldlijst": welke}
TAPS = {
    "aanmeldlijst": welke,
    "tl": toon,
    "tlu": kies_brief,
    "tlv": nodig_uit,
    "tlm": kies,
    "tld": maak,
    "tlc": vraag,
    "tlx": begin_opnieuw,
    "tlt": tel,
}
STAPPEN = {tekeninvoer.SOORT: typ}
