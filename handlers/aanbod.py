"""Offers: reading and taking one; making and withdrawing one, on paper, and by the municipality's e-form."""

from bot.rules.eformulier import GROOTST
from bot.services import aanbod, aanbodpapier, eformulier, gesprek, intekening
from handlers.beurt import Beurt, met, met_ja, met_paar, zonder


async def verder(beurt: Beurt, invoer: str) -> None:
    """Show the rest of its conditions."""
    await beurt.doe(intekening.toon, invoer, verder=True)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, eformulier.SOORT)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(eformulier.neem, await beurt.document(GROOTST))


COMMANDS = {"intekening": zonder(intekening.lijst)}
TAPS = {
    "intekening": zonder(intekening.lijst),
    "in": met(intekening.toon),
    "inv": verder,
    "inj": met_ja(intekening.teken_in),
    "ine": met_paar(intekening.zeg_eigendom),
    "inx": met_ja(intekening.teken_af),
    "aanbod": zonder(aanbod.begin),
    "aax": met_ja(aanbod.vraag_intrekken),
    "aapapier": met_paar(aanbodpapier.begin),
    "aaeform": zonder(eformulier.wacht),
    "aaestop": stop,
}
STAPPEN = {eformulier.SOORT: gestuurd}
STAPPEN_GESTUURD = {eformulier.SOORT: gestuurd}
