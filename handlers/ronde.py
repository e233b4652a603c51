"""A round past the doors: street, the way to walk it, one address at a time."""

from collections.abc import Callable
from typing import Any

from bot.services import bezoekkaart, ronde
from handlers.beurt import Beurt, Luisteraar, paar

_UITKOMST = {"n": "niet_thuis", "l": "later", "g": ronde.LIEVER_NIET}
_WIJZE = {"h": "heen_terug", "o": "om_en_om"}
_DEEL = {"a": "alles", "o": "oneven", "e": "even"}


async def begin(beurt: Beurt, invoer: str) -> None:
    """Offer the streets."""
    await beurt.doe(ronde.begin)


async def blader(beurt: Beurt, invoer: str) -> None:
    """Show the screen of streets on which the one of a household stands."""
    await beurt.doe(ronde.begin, invoer)


async def verder(beurt: Beurt, invoer: str) -> None:
    """Go to the next address after a household."""
    await beurt.doe(ronde.verder, invoer)


async def adres(beurt: Beurt, invoer: str) -> None:
    """Go to one address."""
    await beurt.doe(ronde.adres, invoer)


async def herstel(beurt: Beurt, invoer: str) -> None:
    """Take back what was noted at an address today: `<huishouden>:<day>`."""
    huis, dag = paar(invoer)
    await beurt.doe(ronde.herstel, huis, dag)


async def kaartjes(beurt: Beurt, invoer: str) -> None:
    """Give the cards that a visit leaves, perhaps with a second language."""
    await beurt.doe(bezoekkaart.maak, beurt.settings.pagina_url, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Stop for today."""
    await beurt.doe(ronde.stop)


def _bij(doe: Callable[..., Any], woorden: dict[str, str]) -> Luisteraar:
    """Return what does something at a household: `<huishouden>[:<letter of one of the words>]`."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        huis, letter = paar(invoer)
        await beurt.doe(doe, huis, woorden.get(letter, ""))

    return luister


COMMANDS: dict[str, Luisteraar] = {"ronde": begin}
TAPS: dict[str, Luisteraar] = {
    "ronde": begin,
    "rn": blader,
    "rnt": _bij(ronde.straat, _WIJZE),
    "rnb": _bij(ronde.loop, _DEEL),
    "rnv": verder,
    "rno": _bij(ronde.nog_eens, _DEEL),
    "rna": adres,
    "rnu": _bij(ronde.uitkomst, _UITKOMST),
    "rnw": herstel,
    "rnc": kaartjes,
    "rnk": stop,
}
