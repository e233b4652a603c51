"""The e-mail address of a resident."""

from bot.rules.kortecode import MAIL
from bot.services import mailadres
from handlers.beurt import Beurt, lees_ja, met_account, met_code


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show which address they gave."""
    await beurt.doe_account(mailadres.toon, post=beurt.settings.mailt_bewoners)


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Ask for an address."""
    await beurt.doe_account(mailadres.vraag, post=beurt.settings.mailt_bewoners)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take an address, or the code that went there."""
    await beurt.doe_account(mailadres.typ, invoer, beurt.peper, post=beurt.settings.mailt_bewoners)


async def verwijder(beurt: Beurt, invoer: str) -> None:
    """Take the address away: asks first, and does so after `:ja`."""
    await beurt.doe_account(mailadres.verwijder, zeker=lees_ja(f":{invoer}")[1])


bevestig = met_code(mailadres.bevestig)
COMMANDS = {"email": toon}
TAPS = {
    "email": toon,
    "emvraag": vraag,
    "emdag": met_account(mailadres.zet_dagmail),
    "emweg": verwijder,
}
START = {MAIL.woord: bevestig}
STAPPEN = {mailadres.SOORT: typ}
TEKST = ((MAIL.herken, bevestig),)
