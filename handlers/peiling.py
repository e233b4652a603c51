"""Polls: the list, making one, voting, ending one before its time."""

import asyncio

from bot.services import (
    datumplan,
    formulier,
    groepering,
    peiling,
    stemgroepen,
    stemmen,
    stemresultaat,
    stemterug,
    terugweg,
    weerwoord,
)
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of the polls; what stands behind the button is its number."""
    await beurt.doe(peiling.lijst, bladzij(invoer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new poll."""
    await beurt.doe(formulier.begin, peiling.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one poll."""
    await beurt.doe(stemmen.toon, invoer)


async def stem(beurt: Beurt, invoer: str) -> None:
    """Vote with what was tapped: `peiling:daad`."""
    await beurt.doe(stemmen.stem, *paar(invoer))


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take what a voter typed."""
    await beurt.doe(stemmen.typ, invoer)


async def sluit(beurt: Beurt, invoer: str) -> None:
    """Close a poll now: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(peiling.sluit, publiek_id, zeker=zeker)


async def opnieuw(beurt: Beurt, invoer: str) -> None:
    """Open the form to ask the same again."""
    await beurt.doe(peiling.opnieuw, invoer)


async def plan(beurt: Beurt, invoer: str) -> None:
    """Open the form of a meeting at a moment that suits: `peiling:nummer`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(datumplan.plan, publiek_id, bladzij(nummer))


async def wie_wat(beurt: Beurt, invoer: str) -> None:
    """Show who chose what, where that was said beforehand: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(stemresultaat.wie_wat, publiek_id, bladzij(blad))


async def inbreng(beurt: Beurt, invoer: str) -> None:
    """Show what voters wrote to be read by all: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(weerwoord.lees, publiek_id, bladzij(blad))


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Open the form to answer what stands on a ballot."""
    await beurt.doe(weerwoord.open_vorm, invoer)


async def groep(beurt: Beurt, invoer: str) -> None:
    """Put what stands on a ballot in a group: `biljet:groep`."""
    await beurt.doe(groepering.zet, *paar(invoer))


async def nieuwe_groep(beurt: Beurt, invoer: str) -> None:
    """Open the form for a new group, with what stands on a ballot to put in it."""
    await beurt.doe(groepering.open_naam, invoer)


async def groepen(beurt: Beurt, invoer: str) -> None:
    """Show the groups, with what the next round adds for each."""
    await beurt.doe(groepering.lijst, invoer)


async def toevoeging(beurt: Beurt, invoer: str) -> None:
    """Open the form to say what the next round adds for a group."""
    await beurt.doe(groepering.open_toevoeging, invoer)


async def later(beurt: Beurt, invoer: str) -> None:
    """Choose to hear an answer also after the closing, or take that back."""
    await beurt.doe(terugweg.wissel, invoer)


async def opiniegroepen(beurt: Beurt, invoer: str) -> None:
    """Show which groups of people answered alike; finding them takes a while."""
    stapel = await beurt.lees(stemgroepen.lees, invoer)
    await beurt.doe(stemgroepen.toon, invoer, await asyncio.to_thread(stemgroepen.zoek, stapel))


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw a poll: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(peiling.trek_in, publiek_id, zeker=zeker)


async def haal_weg(beurt: Beurt, invoer: str) -> None:
    """Take one's own vote away: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(stemterug.haal_weg, publiek_id, zeker=zeker)


COMMANDS = {"peilingen": lijst, "peiling": maak}
TAPS = {
    "peilingen": lijst,
    "peiling": maak,
    "p": toon,
    "st": stem,
    "psluit": sluit,
    "pweg": trek_in,
    "pterug": haal_weg,
    "popnieuw": opnieuw,
    "pwie": wie_wat,
    "pplan": plan,
    "pinbreng": inbreng,
    "pvorige": toon,
    "pantw": antwoord,
    "pgroep": groep,
    "pgnieuw": nieuwe_groep,
    "pgroepen": groepen,
    "pgtoe": toevoeging,
    "plater": later,
    "popinie": opiniegroepen,
}
STAPPEN = {stemmen.SOORT: typ}
START = {"p": toon}
