"""Polls: the list, making one, voting, ending one before its time."""

import asyncio

from bot.services import (
    datumplan,
    groepering,
    peiling,
    stemgroepen,
    stemmen,
    stemresultaat,
    stemterug,
    terugweg,
    weerwoord,
)
from handlers.beurt import Beurt, begint, bladzij, met, met_bladzij, met_ja, met_paar, paar


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


async def opiniegroepen(beurt: Beurt, invoer: str) -> None:
    """Show which groups of people answered alike; finding them takes a while."""
    stapel = await beurt.lees(stemgroepen.lees, invoer)
    await beurt.doe(stemgroepen.toon, invoer, await asyncio.to_thread(stemgroepen.zoek, stapel))


COMMANDS = {"peilingen": met_bladzij(peiling.lijst), "peiling": begint(peiling.FORMULIER)}
TAPS = {
    "peilingen": met_bladzij(peiling.lijst),
    "peiling": begint(peiling.FORMULIER),
    "p": met(stemmen.toon),
    "st": met_paar(stemmen.stem),
    "psluit": met_ja(peiling.sluit),
    "pweg": met_ja(peiling.trek_in),
    "pterug": met_ja(stemterug.haal_weg),
    "popnieuw": met(peiling.opnieuw),
    "pwie": wie_wat,
    "pplan": plan,
    "pinbreng": inbreng,
    "pvorige": met(stemmen.toon),
    "pantw": met(weerwoord.open_vorm),
    "pgroep": met_paar(groepering.zet),
    "pgnieuw": met(groepering.open_naam),
    "pgroepen": met(groepering.lijst),
    "pgtoe": met(groepering.open_toevoeging),
    "plater": met_paar(terugweg.wissel),
    "popinie": opiniegroepen,
}
STAPPEN = {stemmen.SOORT: met(stemmen.typ)}
START = {"p": met(stemmen.toon)}
