"""Joining, from the code on the letter to the consent. The states are drawn in bot/services/onboarding.py."""

from bot.rules.huishoudcode import lijkt_op_code
from bot.services import inchecken, onboarding, toestel
from handlers.beurt import Beurt


async def start(beurt: Beurt, invoer: str) -> None:
    """Begin or go on, perhaps with the code of a letter's link."""
    await beurt.doe_account(onboarding.start, invoer, beurt.peper)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a typed code, of a letter or of another device, or any word of who stopped halfway."""
    if toestel.herken_code(invoer):
        await beurt.doe_account(toestel.toon, invoer, beurt.peper)
        return
    await beurt.doe_account(onboarding.typ, invoer, beurt.peper)


async def kies_taal(beurt: Beurt, invoer: str) -> None:
    """Choose a language."""
    await beurt.doe_account(onboarding.kies, invoer)


async def ja(beurt: Beurt, invoer: str) -> None:
    """Consent to the text whose version the button carries."""
    await beurt.doe_account(inchecken.doe_mee, invoer)


async def bekend(beurt: Beurt, invoer: str) -> None:
    """Say whether a begeleider recorded one before: `ja`, `nee` or `weet_niet`."""
    await beurt.doe_account(inchecken.was_bekend, invoer)


async def terug(beurt: Beurt, invoer: str) -> None:
    """Go back one step."""
    await beurt.doe_account(onboarding.terug)


async def al_mee(beurt: Beurt, invoer: str) -> None:
    """Say how to come here as who one is on another device."""
    await beurt.doe_account(onboarding.al_mee)


async def later(beurt: Beurt, invoer: str) -> None:
    """Stop for now."""
    await beurt.doe_account(onboarding.later)


async def verder(beurt: Beurt, invoer: str) -> None:
    """Go on after "later"."""
    await beurt.doe_account(onboarding.verder)


def herken_code(tekst: str) -> bool:
    """Say whether typed text looks like a code, with or without a typing error."""
    return lijkt_op_code(tekst)


COMMANDS = {"start": start}
TAPS = {
    "welkom_taal": kies_taal,
    "welkom_ja": ja,
    "welkom_bekend": bekend,
    "welkom_terug": terug,
    "welkom_al": al_mee,
    "welkom_later": later,
    "welkom_verder": verder,
}
STAPPEN = {onboarding.SOORT: typ}
TEKST = ((herken_code, typ),)
