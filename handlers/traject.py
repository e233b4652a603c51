"""The traject: where we are, the plan for staff, and choosing one."""

from bot.rules import trajectvorm
from bot.services import formulier, gesprek, traject, trajectbestand, trajectweek
from handlers.beurt import Beurt


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show where we are; staff the plan."""
    await beurt.doe(traject.toon)


async def hier(beurt: Beurt, invoer: str) -> None:
    """Show where we are, as residents read it."""
    await beurt.doe(traject.hier)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Begin the form that chooses one."""
    await beurt.doe(formulier.begin, traject.FORMULIER)


async def datum(beurt: Beurt, invoer: str) -> None:
    """Begin the form that changes the day of the gemeenteraad."""
    await beurt.doe(formulier.begin, traject.DATUM)


async def loopt_uit(beurt: Beurt, invoer: str) -> None:
    """Begin the form that says that a stage takes longer."""
    await beurt.doe(trajectweek.loopt_uit, invoer)


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for a file."""
    await beurt.doe(trajectbestand.wacht)


async def stop_bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for no file any more."""
    await beurt.doe(gesprek.stop, trajectbestand.SOORT)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(trajectbestand.lees, await beurt.document(trajectvorm.GROOTST))


COMMANDS = {"traject": toon}
TAPS = {
    "traject": toon,
    "trhier": hier,
    "trkies": kies,
    "trdatum": datum,
    "truit": loopt_uit,
    "trbest": bestand,
    "trbstop": stop_bestand,
}
STAPPEN = {trajectbestand.SOORT: gestuurd}
STAPPEN_GESTUURD = {trajectbestand.SOORT: gestuurd}
