"""Where a resident takes part, and going on elsewhere."""

from bot.rules.kortecode import TOESTEL
from bot.services import toestel
from handlers.beurt import Beurt, met_account, met_code, zonder

toon = met_code(toestel.toon)


async def maak_code(beurt: Beurt, invoer: str) -> None:
    """Give the code for elsewhere."""
    await beurt.doe_account(toestel.maak_code, beurt.peper)


COMMANDS = {"toestellen": zonder(toestel.lijst)}
TAPS = {
    "toestellen": zonder(toestel.lijst),
    "tscode": maak_code,
    "tsja": met_code(toestel.koppel),
    "tsaf": met_account(toestel.meld_af),
    "tsrest": met_account(toestel.meld_anderen_af),
    "tslos": met_account(toestel.maak_los),
    "tshoor": met_account(toestel.hoor_op),
}
START = {TOESTEL.woord: toon}
TEKST = ((TOESTEL.herken, toon),)
