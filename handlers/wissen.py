"""Erasing one's data, asked twice; for someone without a phone; and who came to sit on an erased seat."""

from bot.services import gewisteplek, wissen
from handlers.beurt import Beurt, paar


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Say what goes and what stays."""
    await beurt.doe(wissen.vraag)


async def zeker(beurt: Beurt, invoer: str) -> None:
    """Ask once more."""
    await beurt.doe(wissen.vraag_weer)


async def wis(beurt: Beurt, invoer: str) -> None:
    """Erase who tapped."""
    await beurt.doe(wissen.wis)


async def zonder_telefoon(beurt: Beurt, invoer: str) -> None:
    """Show who has no phone at an address."""
    await beurt.doe(wissen.zonder_telefoon, invoer)


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


async def beantwoord(beurt: Beurt, invoer: str) -> None:
    """Say whether it is another person."""
    await beurt.doe(gewisteplek.beantwoord, *paar(invoer))


COMMANDS = {"wissen": vraag, "vergeetmij": vraag, "gewisteplekken": plekken}
TAPS = {
    "wis": vraag,
    "wisz": zeker,
    "wisja": wis,
    "wisd": zonder_telefoon,
    "wisk": voor_iemand,
    "gp": plekken,
    "gpa": beantwoord,
}
