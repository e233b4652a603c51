"""Drafts of plans: reading them, reacting to a section, making one, and answering reactions."""

from bot.services import concept, conceptantwoord, conceptpapier, conceptreactie, conceptvorm, formulier
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of the drafts."""
    await beurt.doe(concept.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one, perhaps another page of its sections: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(concept.toon, publiek_id, bladzij(nummer))


async def deel(beurt: Beurt, invoer: str) -> None:
    """Show a section."""
    await beurt.doe(concept.deel, invoer)


async def deel_oud(beurt: Beurt, invoer: str) -> None:
    """Show a section as it was in the version before."""
    await beurt.doe(concept.deel, invoer, oud=True)


async def reageer(beurt: Beurt, invoer: str) -> None:
    """Begin to type a reaction to a section."""
    await beurt.doe(conceptreactie.begin, invoer)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a typed reaction."""
    await beurt.doe(conceptreactie.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Say nothing after all."""
    await beurt.doe(conceptreactie.stop)


async def eigen(beurt: Beurt, invoer: str) -> None:
    """Show what I reacted."""
    await beurt.doe(conceptreactie.eigen, bladzij(invoer))


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one's own."""
    await beurt.doe(conceptreactie.trek_in, invoer)


async def namens(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a reaction of who has no phone: `<deel>[:<huishouden>]`."""
    await beurt.doe(conceptpapier.begin, *paar(invoer))


async def reacties(beurt: Beurt, invoer: str) -> None:
    """Show what waits for an answer at a section: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(conceptantwoord.lijst, publiek_id, bladzij(nummer))


async def beantwoord(beurt: Beurt, invoer: str) -> None:
    """Begin the form to answer."""
    await beurt.doe(conceptantwoord.begin, invoer)


async def nota(beurt: Beurt, invoer: str) -> None:
    """Show the reactienota: `<id>[:<page>]`."""
    publiek_id, _, nummer = invoer.partition(":")
    await beurt.doe(conceptantwoord.nota, publiek_id, bladzij(nummer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, conceptvorm.FORMULIER)


async def versie(beurt: Beurt, invoer: str) -> None:
    """Begin the next version."""
    await beurt.doe(conceptvorm.begin_versie, invoer)


async def deel_erbij(beurt: Beurt, invoer: str) -> None:
    """Begin the form for one more section."""
    await beurt.doe(conceptvorm.begin_deel, invoer)


async def deel_wijzig(beurt: Beurt, invoer: str) -> None:
    """Begin the form to change a section."""
    await beurt.doe(conceptvorm.begin_wijzigen, invoer)


async def deel_weg(beurt: Beurt, invoer: str) -> None:
    """Take a section out: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(conceptvorm.haal_deel_weg, publiek_id, zeker=zeker)


async def term(beurt: Beurt, invoer: str) -> None:
    """Begin the form for another term."""
    await beurt.doe(conceptvorm.begin_term, invoer)


async def publiceer(beurt: Beurt, invoer: str) -> None:
    """Ask a second person to publish it."""
    await beurt.doe(conceptvorm.vraag_publicatie, invoer)


async def gooi_weg(beurt: Beurt, invoer: str) -> None:
    """Throw it away: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(conceptvorm.gooi_weg, publiek_id, zeker=zeker)


COMMANDS = {"concepten": lijst}
TAPS = {
    "concepten": lijst,
    "cc": toon,
    "cd": deel,
    "cdo": deel_oud,
    "cr": reageer,
    "crstop": stop,
    "crx": trek_in,
    "cceigen": eigen,
    "cn": namens,
    "ca": reacties,
    "cab": beantwoord,
    "ccnota": nota,
    "ccmaak": maak,
    "ccv": versie,
    "ccd": deel_erbij,
    "cdw": deel_wijzig,
    "cdx": deel_weg,
    "cct": term,
    "ccp": publiceer,
    "ccx": gooi_weg,
}
EIGEN_WOORDEN = (conceptreactie.SOORT,)
STAPPEN = {conceptreactie.SOORT: typ}
