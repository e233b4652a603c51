"""A way back for who lost every device. The steps are drawn in bot/services/terugkeer.py."""

from bot.rules.kortecode import TOESTEL
from bot.services import terugkeer, toestel, toestelcode
from handlers.beurt import Beurt, bladzij, met, paar, zonder_account


async def geef(beurt: Beurt, invoer: str) -> None:
    """Give a resident a code: `<huishouden>:<stoel>`."""
    huis, stoel = paar(invoer)
    await beurt.doe_account(terugkeer.geef, huis, bladzij(stoel), beurt.peper)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take the code of a letter, an e-mail address, or once more the code that was given."""
    doe = toestel.toon if TOESTEL.herken(invoer) else terugkeer.typ
    await beurt.doe_account(doe, invoer, beurt.peper)


async def vraag_mail(beurt: Beurt, invoer: str) -> None:
    """Ask for the e-mail address of who comes back."""
    await beurt.doe_account(terugkeer.vraag_mail, post=beurt.settings.mailt_bewoners)


TAPS = {"tkw": met(terugkeer.kies), "tkg": geef, "tkmail": vraag_mail, "tkniet": zonder_account(terugkeer.weiger)}
STAPPEN = {toestelcode.MET_BRIEF: typ}
