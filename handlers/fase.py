"""The stages of the traject: checklist, documents, the balance at the end, and the short questions after it."""

from bot.services import checklist, evaluatie, fase, fasebalans, fasestuk
from handlers.beurt import Beurt, bladzij, met, met_bladzij, met_ja, met_paar, paar, zonder


async def taken(beurt: Beurt, invoer: str) -> None:
    """Show a page of a checklist: `<stage>[:<page>]`."""
    welke, nummer = paar(invoer)
    await beurt.doe(checklist.toon, welke, bladzij(nummer))


async def vink(beurt: Beurt, invoer: str) -> None:
    """Tick or untick a task: `<stage>:<number>:<0 or 1>`."""
    welke, rest = paar(invoer)
    nummer, gedaan = paar(rest)
    await beurt.doe(checklist.vink, welke, bladzij(nummer), gedaan=gedaan == "1")


async def logboek(beurt: Beurt, invoer: str) -> None:
    """Show a page of who did what when."""
    welke, nummer = paar(invoer)
    await beurt.doe(checklist.logboek, welke, bladzij(nummer))


COMMANDS = {"fase": zonder(fase.lijst)}
TAPS = {
    "fase": zonder(fase.lijst),
    "fs": met(fase.toon),
    "fc": taken,
    "fv": vink,
    "fcl": logboek,
    "fcn": met(checklist.begin_eigen),
    "fdl": met_bladzij(fasestuk.lijst),
    "fds": met(fasestuk.stuur),
    "fd": met(fasestuk.van_fase),
    "fdn": met(fasestuk.begin),
    "fdo": met_ja(fasestuk.maak_openbaar),
    "fdx": met_ja(fasestuk.trek_in),
    "fb": met(fasebalans.begin),
    "ev": met_paar(evaluatie.antwoord),
    "evf": met(evaluatie.van_fase),
    "evl": met(evaluatie.begin_les),
}
