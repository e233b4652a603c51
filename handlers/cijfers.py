"""Series of figures: reading them, and staff who make a series, add or mend a figure, or hand in a file."""

from bot.rules.indicatorbestand import GROOTST
from bot.services import cijfer, gesprek, indicator, indicatorinvoer
from handlers.beurt import Beurt, begint, met, met_bladzij, met_ja, paar, zonder


async def verbeter(beurt: Beurt, invoer: str) -> None:
    """Ask which figure is wrong, or what it must be: `<reeks>` or `<reeks>:<begin>`."""
    welke, begin = paar(invoer)
    if begin:
        await beurt.doe(cijfer.begin_verbetering, welke, begin)
    else:
        await beurt.doe(cijfer.te_verbeteren, welke)


async def openbaar(beurt: Beurt, invoer: str) -> None:
    """Put one on the public page, or take it off: `<reeks>:<ja of nee>`."""
    welke, aan = paar(invoer)
    await beurt.doe(indicator.zet_openbaar, welke, aan=aan == "ja")


async def stop_bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, indicatorinvoer.BESTAND)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(indicatorinvoer.neem, await beurt.document(GROOTST))


COMMANDS = {"cijfers": met_bladzij(indicator.lijst)}
TAPS = {
    "cijfers": met_bladzij(indicator.lijst),
    "ci": met(indicator.toon),
    "cinieuw": begint(indicator.FORMULIER),
    "cip": met(cijfer.begin_punt),
    "civ": verbeter,
    "cio": openbaar,
    "cix": met_ja(indicator.stop),
    "cibestand": zonder(indicatorinvoer.wacht),
    "cistop": stop_bestand,
}
STAPPEN = {indicatorinvoer.BESTAND: gestuurd}
STAPPEN_GESTUURD = {indicatorinvoer.BESTAND: gestuurd}
