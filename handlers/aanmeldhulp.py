"""Signing up at the door who has no phone: meeting, person, guests."""

from bot.services import aanmeldhulp
from handlers.beurt import Beurt, bladzij, met, paar

_MEEST_CIJFERS = 2


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show who comes: `<bijeenkomst>:<huishouden>`."""
    bij, _, huis = invoer.partition(":")
    await beurt.doe(aanmeldhulp.toon, bij, huis)


async def zet(beurt: Beurt, invoer: str) -> None:
    """Keep who comes: `<bijeenkomst>:<huishouden>:<stoel>:<gasten, or x for nobody>`."""
    bij, huis, stoel, gasten = ([*invoer.split(":"), "", "", ""])[:4]
    aantal = None if gasten == "x" else _getal(gasten)
    await beurt.doe(aanmeldhulp.zet, bij, huis, _getal(stoel), aantal)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the addresses of who was signed up at the door: `<bijeenkomst>[:<page>]`."""
    bij, nummer = paar(invoer)
    await beurt.doe(aanmeldhulp.lijst, bij, bladzij(nummer))


def _getal(getypt: str) -> int:
    return int(getypt) if getypt.isascii() and getypt.isdigit() and len(getypt) <= _MEEST_CIJFERS else -1


COMMANDS: dict[str, object] = {}
TAPS = {"aw": met(aanmeldhulp.kies), "awb": toon, "awp": zet, "awl": lijst, "awc": met(aanmeldhulp.bestand)}
