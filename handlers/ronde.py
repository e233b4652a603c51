"""A round past the doors: street, the way to walk it, one address at a time."""

from collections.abc import Callable
from typing import Any

from bot.services import bezoekkaart, ronde
from handlers.beurt import Beurt, Luisteraar, met, paar, zonder

_UITKOMST = {"n": "niet_thuis", "l": "later", "g": ronde.LIEVER_NIET}
_WIJZE = {"h": "heen_terug", "o": "om_en_om"}
_DEEL = {"a": "alles", "o": "oneven", "e": "even"}


async def herstel(beurt: Beurt, invoer: str) -> None:
    """Take back what was noted at an address today: `<huishouden>:<day>`."""
    huis, dag = paar(invoer)
    await beurt.doe(ronde.herstel, huis, dag)


async def kaartjes(beurt: Beurt, invoer: str) -> None:
    """Give the cards that a visit leaves, perhaps with a second language."""
    await beurt.doe(bezoekkaart.maak, beurt.settings.pagina_url, invoer)


def _bij(doe: Callable[..., Any], woorden: dict[str, str]) -> Luisteraar:
    """Return what does something at a household: `<huishouden>[:<letter of one of the words>]`."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        huis, letter = paar(invoer)
        await beurt.doe(doe, huis, woorden.get(letter, ""))

    return luister


COMMANDS: dict[str, Luisteraar] = {"ronde": zonder(ronde.begin)}
TAPS: dict[str, Luisteraar] = {
    "ronde": zonder(ronde.begin),
    "rn": met(ronde.begin),
    "rnt": _bij(ronde.straat, _WIJZE),
    "rnb": _bij(ronde.loop, _DEEL),
    "rnv": met(ronde.verder),
    "rno": _bij(ronde.nog_eens, _DEEL),
    "rna": met(ronde.adres),
    "rnu": _bij(ronde.uitkomst, _UITKOMST),
    "rnw": herstel,
    "rnc": kaartjes,
    "rnk": zonder(ronde.stop),
}
