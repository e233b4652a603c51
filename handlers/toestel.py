"""Where a resident takes part, and going on elsewhere."""

from bot.services import toestel
from handlers.beurt import Beurt, zonder


async def maak_code(beurt: Beurt, invoer: str) -> None:
    """Give the code for elsewhere."""
    await beurt.doe_account(toestel.maak_code, beurt.peper)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Ask whether a code is one's own."""
    await beurt.doe_account(toestel.toon, invoer, beurt.peper)


async def koppel(beurt: Beurt, invoer: str) -> None:
    """Go on here."""
    await beurt.doe_account(toestel.koppel, invoer, beurt.peper)


async def meld_af(beurt: Beurt, invoer: str) -> None:
    """Sign a browser out."""
    await beurt.doe_account(toestel.meld_af, invoer)


async def maak_los(beurt: Beurt, invoer: str) -> None:
    """Let another chat network go."""
    await beurt.doe_account(toestel.maak_los, invoer)


async def hoor_op(beurt: Beurt, invoer: str) -> None:
    """Choose where messages go."""
    await beurt.doe_account(toestel.hoor_op, invoer)


COMMANDS = {"toestellen": zonder(toestel.lijst)}
TAPS = {
    "toestellen": zonder(toestel.lijst),
    "tscode": maak_code,
    "tsja": koppel,
    "tsaf": meld_af,
    "tslos": maak_los,
    "tshoor": hoor_op,
}
START = {"ook": toon}
TEKST = ((toestel.herken_code, toon),)
