""" "Ik doe niet mee": saying it, taking it back, and recording it at the door."""

from bot.services import geenbezoek, nietmee
from handlers.beurt import Beurt, begint, met_paar, zonder


async def deur(beurt: Beurt, invoer: str) -> None:
    """Record it of people at an address: `<huishouden>:<stoelen>[:ja]`."""
    huis, stoelen, zeker = ([*invoer.split(":"), "", ""])[:3]
    await beurt.doe(nietmee.deur, huis, _stoelen(stoelen), zeker=zeker == "ja")


async def deur_weer(beurt: Beurt, invoer: str) -> None:
    """Take it back of people at an address: `<huishouden>:<stoelen>`."""
    huis, _, stoelen = invoer.partition(":")
    await beurt.doe(nietmee.deur_terug, huis, _stoelen(stoelen))


def _stoelen(getypt: str) -> frozenset[int]:
    """Return the seats of a button: a hexadecimal number with a bit for each; 99 is the most that a list can name."""
    kan = getypt.isascii() and getypt.isalnum() and len(getypt) <= 25
    try:
        masker = int(getypt, 16) if kan else 0
    except ValueError:
        masker = 0
    return frozenset(n for n in range(1, masker.bit_length() + 1) if masker >> (n - 1) & 1)


COMMANDS = {"nietmee": zonder(nietmee.toon)}
TAPS = {
    "nietmee": zonder(nietmee.toon),
    "nmja": zonder(nietmee.zeg),
    "nmweer": zonder(nietmee.terug),
    "nmtekst": begint(nietmee.FORMULIER),
    "nmd": deur,
    "nmdw": deur_weer,
}
TAPS |= {"gbz": zonder(geenbezoek.zeg), "gbw": met_paar(geenbezoek.terug)}
