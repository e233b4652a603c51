""" "Ik doe niet mee": saying it, taking it back, and recording it at the door."""

from bot.services import formulier, geenbezoek, nietmee
from handlers.beurt import Beurt, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what it means."""
    await beurt.doe(nietmee.toon)


async def zeg(beurt: Beurt, invoer: str) -> None:
    """Say it."""
    await beurt.doe(nietmee.zeg)


async def weer(beurt: Beurt, invoer: str) -> None:
    """Take it back."""
    await beurt.doe(nietmee.terug)


async def tekst(beurt: Beurt, invoer: str) -> None:
    """Open the form for what it means here."""
    await beurt.doe(formulier.begin, nietmee.FORMULIER)


async def geen_bezoek(beurt: Beurt, invoer: str) -> None:
    """Say that one rather has no visit at the door."""
    await beurt.doe(geenbezoek.zeg)


async def weer_bezoek(beurt: Beurt, invoer: str) -> None:
    """Take that back: `<until when it was said>:<until when it stood before>`."""
    await beurt.doe(geenbezoek.terug, *paar(invoer))


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


COMMANDS = {"nietmee": toon}
TAPS = {"nietmee": toon, "nmja": zeg, "nmweer": weer, "nmtekst": tekst, "nmd": deur, "nmdw": deur_weer}
TAPS |= {"gbz": geen_bezoek, "gbw": weer_bezoek}
