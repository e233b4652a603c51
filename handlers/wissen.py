"""Erasing one's data, asked twice; for someone without a phone; and who came to sit on an erased seat."""

from bot.services import gewisteplek, wissen
from handlers.beurt import Beurt, met, met_paar, paar, zonder


async def wis(beurt: Beurt, invoer: str) -> None:
    """Erase who is sure, in whichever wijk they are."""
    await beurt.doe_in(await beurt.lees(wissen.waar), wissen.wis)


async def voor_iemand(beurt: Beurt, invoer: str) -> None:
    """Ask a second person to erase one of them: `<address>:<seat>`."""
    huis, stoel = paar(invoer)
    await beurt.doe(wissen.stel_voor, huis, int(stoel) if stoel.isascii() and stoel.isdigit() and len(stoel) < 3 else 0)


async def plekken(beurt: Beurt, invoer: str) -> None:
    """Show who came to sit on an erased seat: one of them, or all."""
    if invoer:
        await beurt.doe(gewisteplek.toon, invoer)
    else:
        await beurt.doe(gewisteplek.lijst)


COMMANDS = {"wissen": zonder(wissen.vraag), "vergeetmij": zonder(wissen.vraag), "gewisteplekken": plekken}
TAPS = {
    "wis": zonder(wissen.vraag),
    "wisz": zonder(wissen.vraag_weer),
    "wisja": wis,
    "wisd": met(wissen.zonder_telefoon),
    "wisk": voor_iemand,
    "gp": plekken,
    "gpa": met_paar(gewisteplek.beantwoord),
}
