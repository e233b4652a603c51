"""The traject: where we are, the plan for staff, and choosing one."""

from bot.rules import trajectvorm
from bot.services import gesprek, traject, trajectbestand, trajectweek
from handlers.beurt import Beurt, begint, met, zonder


async def stop_bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for no file any more."""
    await beurt.doe(gesprek.stop, trajectbestand.SOORT)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(trajectbestand.lees, await beurt.document(trajectvorm.GROOTST))


COMMANDS = {"traject": zonder(traject.toon)}
TAPS = {
    "traject": zonder(traject.toon),
    "trhier": zonder(traject.hier),
    "trkies": begint(traject.FORMULIER),
    "trdatum": begint(traject.DATUM),
    "truit": met(trajectweek.loopt_uit),
    "trbest": zonder(trajectbestand.wacht),
    "trbstop": stop_bestand,
}
STAPPEN = {trajectbestand.SOORT: gestuurd}
STAPPEN_GESTUURD = {trajectbestand.SOORT: gestuurd}
