"""The stages of the traject: checklist, documents, the balance at the end, and the short questions after it."""

from bot.services import checklist, evaluatie, fase, fasebalans, fasestuk
from handlers.beurt import Beurt, bladzij, met_ja, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the stage that runs."""
    await beurt.doe(fase.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one stage."""
    await beurt.doe(fase.toon, invoer)


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


async def eigen_taak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a task of one's own."""
    await beurt.doe(checklist.begin_eigen, invoer)


async def documenten(beurt: Beurt, invoer: str) -> None:
    """Show a page of the documents of the traject."""
    await beurt.doe(fasestuk.lijst, bladzij(invoer))


async def document(beurt: Beurt, invoer: str) -> None:
    """Send a document."""
    await beurt.doe(fasestuk.stuur, invoer)


async def stukken(beurt: Beurt, invoer: str) -> None:
    """Show the documents of one stage."""
    await beurt.doe(fasestuk.van_fase, invoer)


async def stuk_erbij(beurt: Beurt, invoer: str) -> None:
    """Begin the form to attach one."""
    await beurt.doe(fasestuk.begin, invoer)


async def openbaar(beurt: Beurt, invoer: str) -> None:
    """Make one public: asks first, and does so after `:ja`."""
    welk, zeker = met_ja(invoer)
    await beurt.doe(fasestuk.maak_openbaar, welk, zeker=zeker)


async def stuk_weg(beurt: Beurt, invoer: str) -> None:
    """Withdraw one: asks first, and does so after `:ja`."""
    welk, zeker = met_ja(invoer)
    await beurt.doe(fasestuk.trek_in, welk, zeker=zeker)


async def balans(beurt: Beurt, invoer: str) -> None:
    """Begin the form that ends a stage."""
    await beurt.doe(fasebalans.begin, invoer)


async def beantwoord(beurt: Beurt, invoer: str) -> None:
    """Answer the short questions: `<questions>[:<digits so far>]`."""
    await beurt.doe(evaluatie.antwoord, *paar(invoer))


async def uitkomst(beurt: Beurt, invoer: str) -> None:
    """Show the team what came of them."""
    await beurt.doe(evaluatie.van_fase, invoer)


async def les(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a lesson."""
    await beurt.doe(evaluatie.begin_les, invoer)


COMMANDS = {"fase": lijst}
TAPS = {
    "fase": lijst,
    "fs": toon,
    "fc": taken,
    "fv": vink,
    "fcl": logboek,
    "fcn": eigen_taak,
    "fdl": documenten,
    "fds": document,
    "fd": stukken,
    "fdn": stuk_erbij,
    "fdo": openbaar,
    "fdx": stuk_weg,
    "fb": balans,
    "ev": beantwoord,
    "evf": uitkomst,
    "evl": les,
}
