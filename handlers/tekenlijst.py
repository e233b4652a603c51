"""The sign-in sheet on paper: making it, and typing over the codes that have a cross."""

from bot.services import tekeninvoer, tekenlijst
from handlers.beurt import Beurt, met, paar, zonder


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


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take codes."""
    await beurt.doe(tekeninvoer.typ, invoer, beurt.peper)


COMMANDS = {"aanmeldlijst": zonder(tekenlijst.kies_bijeenkomst)}
TAPS = {
    "aanmeldlijst": zonder(tekenlijst.kies_bijeenkomst),
    "tl": met(tekenlijst.toon),
    "tlu": kies_brief,
    "tlv": nodig_uit,
    "tlm": kies,
    "tld": maak,
    "tlc": met(tekeninvoer.vraag),
    "tlx": met(tekeninvoer.begin_opnieuw),
    "tlt": met(tekeninvoer.tel),
}
STAPPEN = {tekeninvoer.SOORT: typ}
