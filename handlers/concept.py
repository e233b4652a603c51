"""Drafts of plans: reading them, reacting to a section, making one, and answering reactions."""

from bot.services import concept, conceptantwoord, conceptpapier, conceptreactie, conceptvorm
from handlers.beurt import Beurt, begint, bladzij, met, met_bladzij, met_ja, met_paar, zonder


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one, perhaps another page of its sections: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(concept.toon, publiek_id, bladzij(nummer))


async def deel_oud(beurt: Beurt, invoer: str) -> None:
    """Show a section as it was in the version before."""
    await beurt.doe(concept.deel, invoer, oud=True)


async def reacties(beurt: Beurt, invoer: str) -> None:
    """Show what waits for an answer at a section: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(conceptantwoord.lijst, publiek_id, bladzij(nummer))


async def nota(beurt: Beurt, invoer: str) -> None:
    """Show the reactienota: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(conceptantwoord.nota, publiek_id, bladzij(nummer))


COMMANDS = {"concepten": met_bladzij(concept.lijst)}
TAPS = {
    "concepten": met_bladzij(concept.lijst),
    "cc": toon,
    "cd": met(concept.deel),
    "cdo": deel_oud,
    "cr": met(conceptreactie.begin),
    "crstop": zonder(conceptreactie.stop),
    "crx": met(conceptreactie.trek_in),
    "cceigen": met_bladzij(conceptreactie.eigen),
    "cn": met_paar(conceptpapier.begin),
    "ca": reacties,
    "cab": met(conceptantwoord.begin),
    "ccnota": nota,
    "ccmaak": begint(conceptvorm.FORMULIER),
    "ccv": met(conceptvorm.begin_versie),
    "ccd": met(conceptvorm.begin_deel),
    "cdw": met(conceptvorm.begin_wijzigen),
    "cdx": met_ja(conceptvorm.haal_deel_weg),
    "cct": met(conceptvorm.begin_term),
    "ccp": met(conceptvorm.vraag_publicatie),
    "ccx": met_ja(conceptvorm.gooi_weg),
}
EIGEN_WOORDEN = (conceptreactie.SOORT,)
STAPPEN = {conceptreactie.SOORT: met(conceptreactie.typ)}
