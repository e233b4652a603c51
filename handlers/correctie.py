"""This is not right: what a resident says of it, and who looks at it."""

from bot.services import bulkcorrectie, correctie, formulier, rechtzetten
from handlers.beurt import Beurt, paar


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Ask what is wrong."""
    await beurt.doe(correctie.vraag, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Say what is wrong: `<what>:<id>`."""
    await beurt.doe(correctie.kies, *paar(invoer))


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take what was typed."""
    await beurt.doe(correctie.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Type nothing after all."""
    await beurt.doe(correctie.stop, invoer)


async def neem_terug(beurt: Beurt, invoer: str) -> None:
    """Take back what one did oneself."""
    await beurt.doe(correctie.neem_terug, invoer)


async def blijf_erbij(beurt: Beurt, invoer: str) -> None:
    """Stay with it after the answer."""
    await beurt.doe(correctie.blijf_erbij, invoer)


async def laat_zo(beurt: Beurt, invoer: str) -> None:
    """Leave it as it is."""
    await beurt.doe(correctie.laat_zo, invoer)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show who looks at it what waits."""
    await beurt.doe(rechtzetten.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one of these."""
    await beurt.doe(rechtzetten.toon, invoer)


async def accepteer(beurt: Beurt, invoer: str) -> None:
    """Agree."""
    await beurt.doe(rechtzetten.accepteer, invoer, beurt.bericht_id)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Begin an answer."""
    await beurt.doe(rechtzetten.antwoord, invoer)


async def getypt_antwoord(beurt: Beurt, invoer: str) -> None:
    """Take the answer."""
    await beurt.doe(rechtzetten.typ, invoer)


async def stop_antwoord(beurt: Beurt, invoer: str) -> None:
    """Give no answer after all."""
    await beurt.doe(rechtzetten.stop)


async def alles(beurt: Beurt, invoer: str) -> None:
    """Begin correcting a whole meeting."""
    await beurt.doe(formulier.begin, bulkcorrectie.FORMULIER)


COMMANDS = {"correcties": lijst}
TAPS = {
    "correcties": lijst,
    "mbk": vraag,
    "mbw": kies,
    "mbs": stop,
    "mbt": neem_terug,
    "cob": blijf_erbij,
    "col": laat_zo,
    "co": toon,
    "coja": accepteer,
    "coa": antwoord,
    "cos": stop_antwoord,
    "coalles": alles,
}
STAPPEN = {correctie.SOORT: getypt, rechtzetten.SOORT: getypt_antwoord}
