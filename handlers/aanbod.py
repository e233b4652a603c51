"""Offers: reading and taking one; making and withdrawing one, on paper, and by the municipality's e-form."""

from bot.rules.eformulier import GROOTST
from bot.services import aanbod, aanbodpapier, eformulier, gesprek, intekening
from handlers.beurt import Beurt, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show which offers there are."""
    await beurt.doe(intekening.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(intekening.toon, invoer)


async def verder(beurt: Beurt, invoer: str) -> None:
    """Show the rest of its conditions."""
    await beurt.doe(intekening.toon, invoer, verder=True)


async def teken_in(beurt: Beurt, invoer: str) -> None:
    """Take an offer: says first what that means, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(intekening.teken_in, publiek_id, zeker=zeker)


async def eigendom(beurt: Beurt, invoer: str) -> None:
    """Take whether one owns the home: `<aanbod>:<eigenaar or huurder>`."""
    await beurt.doe(intekening.zeg_eigendom, *paar(invoer))


async def teken_af(beurt: Beurt, invoer: str) -> None:
    """Take that back: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(intekening.teken_af, publiek_id, zeker=zeker)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for an offer."""
    await beurt.doe(aanbod.begin)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw an offer: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(aanbod.vraag_intrekken, publiek_id, zeker=zeker)


async def papier(beurt: Beurt, invoer: str) -> None:
    """Begin the form for an address that took an offer on paper: `<aanbod>[:<huishouden>]`."""
    await beurt.doe(aanbodpapier.begin, *paar(invoer))


async def eform(beurt: Beurt, invoer: str) -> None:
    """Wait for the file of the e-form."""
    await beurt.doe(eformulier.wacht)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, eformulier.SOORT)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(eformulier.neem, await beurt.document(GROOTST))


COMMANDS = {"intekening": lijst}
TAPS = {
    "intekening": lijst,
    "in": toon,
    "inv": verder,
    "inj": teken_in,
    "ine": eigendom,
    "inx": teken_af,
    "aanbod": maak,
    "aax": trek_in,
    "aapapier": papier,
    "aaeform": eform,
    "aaestop": stop,
}
STAPPEN = {eformulier.SOORT: gestuurd}
STAPPEN_GESTUURD = {eformulier.SOORT: gestuurd}
