"""Conversations at the door: street, number, who spoke, next address."""

from bot.services import deurgesprek
from handlers.beurt import Beurt, met, zonder

_UITKOMST = {"g": "geweigerd", "n": "niet_thuis", "l": "later"}
_METHODE = {"d": "deurgesprek", "k": "keukentafel"}


async def nieuwe_straat(beurt: Beurt, invoer: str) -> None:
    """Show the first numbers of the street of a household."""
    await beurt.doe(deurgesprek.straat, invoer, vooraan=True)


async def adres(beurt: Beurt, invoer: str) -> None:
    """Show an address, with who is chosen: `<huishouden>[:<stoelen>[:<stoel>]]`."""
    huis, stoelen, bij = ([*invoer.split(":"), "", ""])[:3]
    await beurt.doe(deurgesprek.adres, huis, _stoelen(stoelen), _stoel(bij))


async def tik(beurt: Beurt, invoer: str) -> None:
    """Choose a person, or not any more: `<huishouden>:<stoelen after it>:<stoel>`."""
    huis, stoelen, stoel = ([*invoer.split(":"), "", ""])[:3]
    await beurt.doe(deurgesprek.tik, huis, _stoelen(stoelen), _stoel(stoel))


async def leg_vast(beurt: Beurt, invoer: str) -> None:
    """Record who spoke: `<huishouden>:<stoelen>:<d|k>`."""
    huis, stoelen, methode = ([*invoer.split(":"), "", ""])[:3]
    wie, hoe = _stoelen(stoelen), _METHODE.get(methode, "")
    await beurt.doe(deurgesprek.leg_vast, huis, wie, hoe)


async def niet_gesproken(beurt: Beurt, invoer: str) -> None:
    """Keep that nobody spoke: `<huishouden>:<g|n|l>`."""
    huis, _, uitkomst = invoer.partition(":")
    await beurt.doe(deurgesprek.niet_gesproken, huis, _UITKOMST.get(uitkomst, ""))


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Go to the address that was typed."""
    await beurt.doe(deurgesprek.typ, invoer)


def _stoel(getypt: str) -> int:
    return int(getypt) if getypt.isascii() and getypt.isdigit() and len(getypt) <= _MEEST_CIJFERS else 1


def _stoelen(getypt: str) -> frozenset[int]:
    """Return the seats of a button: a hexadecimal number with a bit for each."""
    try:
        masker = int(getypt, 16) if 0 < len(getypt) <= _MEEST_TEKENS else 0
    except ValueError:
        masker = 0
    return (
        frozenset(n for n in range(1, masker.bit_length() + 1) if masker >> (n - 1) & 1) if masker > 0 else frozenset()
    )


_MEEST_TEKENS = 25  # 99 seats, the most that an address list can name
_MEEST_CIJFERS = 2

COMMANDS = {"deurgesprek": zonder(deurgesprek.begin)}
TAPS = {
    "deurgesprek": zonder(deurgesprek.begin),
    "dg": met(deurgesprek.begin),
    "dgs": met(deurgesprek.straat),
    "dgt": nieuwe_straat,
    "dgh": adres,
    "dgp": tik,
    "dgv": leg_vast,
    "dgb": niet_gesproken,
    "dgw": met(deurgesprek.herstel),
    "dgk": zonder(deurgesprek.stop),
}
STAPPEN = {deurgesprek.SOORT: getypt}
