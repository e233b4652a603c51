"""Series of figures: reading them, and staff who make a series, add or mend a figure, or hand in a file."""

from bot.rules.indicatorbestand import GROOTST
from bot.services import cijfer, formulier, gesprek, indicator, indicatorinvoer
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of the series."""
    await beurt.doe(indicator.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(indicator.toon, invoer)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a series."""
    await beurt.doe(formulier.begin, indicator.FORMULIER)


async def erbij(beurt: Beurt, invoer: str) -> None:
    """Ask for the next figure of one."""
    await beurt.doe(cijfer.begin_punt, invoer)


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


async def stop(beurt: Beurt, invoer: str) -> None:
    """Show one no more: asks first, and does so after `:ja`."""
    welke, zeker = met_ja(invoer)
    await beurt.doe(indicator.stop, welke, zeker=zeker)


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for a file of figures."""
    await beurt.doe(indicatorinvoer.wacht)


async def stop_bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, indicatorinvoer.BESTAND)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(indicatorinvoer.neem, await beurt.document(GROOTST))


COMMANDS = {"cijfers": lijst}
TAPS = {
    "cijfers": lijst,
    "ci": toon,
    "cinieuw": maak,
    "cip": erbij,
    "civ": verbeter,
    "cio": openbaar,
    "cix": stop,
    "cibestand": bestand,
    "cistop": stop_bestand,
}
STAPPEN = {indicatorinvoer.BESTAND: gestuurd}
STAPPEN_GESTUURD = {indicatorinvoer.BESTAND: gestuurd}
