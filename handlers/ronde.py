"""A round past the doors: street, the way to walk it, one address at a time."""

from bot.services import ronde
from handlers.beurt import Beurt

_UITKOMST = {"n": "niet_thuis", "l": "later", "g": ronde.LIEVER_NIET}
_WIJZE = {"h": "heen_terug", "o": "om_en_om"}
_DEEL = {"a": "alles", "o": "oneven", "e": "even"}


async def begin(beurt: Beurt, invoer: str) -> None:
    """Offer the streets."""
    await beurt.doe(ronde.begin)


async def blader(beurt: Beurt, invoer: str) -> None:
    """Show the screen of streets on which the one of a household stands."""
    await beurt.doe(ronde.begin, invoer)


async def straat(beurt: Beurt, invoer: str) -> None:
    """Show a street, perhaps walked otherwise from now on: `<huishouden>[:<h|o>]`."""
    huis, _, wijze = invoer.partition(":")
    await beurt.doe(ronde.straat, huis, _WIJZE.get(wijze, ""))


async def loop(beurt: Beurt, invoer: str) -> None:
    """Begin: `<huishouden>:<a|o|e>`."""
    huis, _, deel = invoer.partition(":")
    await beurt.doe(ronde.loop, huis, _DEEL.get(deel, ""))


async def verder(beurt: Beurt, invoer: str) -> None:
    """Go to the next address after a household."""
    await beurt.doe(ronde.verder, invoer)


async def nog_eens(beurt: Beurt, invoer: str) -> None:
    """Go once more where nobody was home: `<huishouden>:<a|o|e>`."""
    huis, _, deel = invoer.partition(":")
    await beurt.doe(ronde.nog_eens, huis, _DEEL.get(deel, ""))


async def adres(beurt: Beurt, invoer: str) -> None:
    """Go to one address."""
    await beurt.doe(ronde.adres, invoer)


async def uitkomst(beurt: Beurt, invoer: str) -> None:
    """Keep what came of an address: `<huishouden>:<n|l|g>`."""
    huis, _, wat = invoer.partition(":")
    await beurt.doe(ronde.uitkomst, huis, _UITKOMST.get(wat, ""))


async def herstel(beurt: Beurt, invoer: str) -> None:
    """Take back what was noted at an address today: `<huishouden>:<day>`."""
    huis, _, dag = invoer.partition(":")
    await beurt.doe(ronde.herstel, huis, dag)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Stop for today."""
    await beurt.doe(ronde.stop)


COMMANDS = {"ronde": begin}
TAPS = {
    "ronde": begin,
    "rn": blader,
    "rnt": straat,
    "rnb": loop,
    "rnv": verder,
    "rno": nog_eens,
    "rna": adres,
    "rnu": uitkomst,
    "rnw": herstel,
    "rnk": stop,
}
