"""Joining, from the code on the letter to the consent. The states are drawn in bot/services/onboarding.py."""

from bot.rules.huishoudcode import lijkt_op_code
from bot.rules.kortecode import TOESTEL
from bot.services import inchecken, onboarding, toestel
from handlers.beurt import Beurt, met_account, met_code, zonder_account


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a typed code, of a letter or of another device, or any word of who stopped halfway."""
    service = toestel.toon if TOESTEL.herken(invoer) else onboarding.typ
    await beurt.doe_account(service, invoer, beurt.peper)


async def al_mee(beurt: Beurt, invoer: str) -> None:
    """Say how to come here as who one is on another device."""
    await beurt.doe_account(onboarding.al_mee, post=beurt.settings.mailt_bewoners)


def herken_code(tekst: str) -> bool:
    """Say whether typed text looks like a code, with or without a typing error."""
    return lijkt_op_code(tekst)


COMMANDS = {"start": met_code(onboarding.start)}
TAPS = {
    "welkom_taal": met_account(onboarding.kies),
    "welkom_ja": met_account(inchecken.doe_mee),
    "welkom_bekend": met_account(inchecken.was_bekend),
    "welkom_terug": zonder_account(onboarding.terug),
    "welkom_al": al_mee,
    "welkom_later": zonder_account(onboarding.later),
    "welkom_verder": zonder_account(onboarding.verder),
}
STAPPEN = {onboarding.SOORT: typ}
TEKST = ((herken_code, typ),)
