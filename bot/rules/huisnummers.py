"""House numbers as people type and read them: `12a`, `12 A`, `12-2`, perhaps with the street before it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_TUSSEN = re.compile(r"[ ./-]")
_NA_CIJFERS = 10**10  # an addition has ten characters at most
_STUK = re.compile(r"[0-9]+|[^0-9]+")
_GETYPT = re.compile(r"([0-9]{1,5})(?![0-9])[ ./-]*([A-Za-z0-9 ./-]{0,10})")


class Huisnummer(NamedTuple):
    """A number with its addition in the form in which two are compared."""

    nummer: int
    toevoeging: str


def huisnummer(nummer: int, toevoeging: str) -> Huisnummer:
    """Return a number of the address list in the form in which two are compared."""
    return Huisnummer(nummer, _TUSSEN.sub("", toevoeging).upper())


def loopsleutel(nummer: int, toevoeging: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Return by what to sort doors as one walks past them: 12, 12-2, 12-10, 12A, 12B, 12BIS."""
    stukken = _STUK.findall(huisnummer(nummer, toevoeging).toevoeging)
    return nummer, tuple((int(s), "") if s.isascii() and s.isdigit() else (_NA_CIJFERS, s) for s in stukken)


def schrijf(nummer: int, toevoeging: str) -> str:
    """Return a number as it stands on a door: `12A`, and `12-2` where the addition is a number."""
    return f"{nummer}-{toevoeging}" if toevoeging[:1].isdigit() else f"{nummer}{toevoeging}"


def lees_nummer(getypt: str) -> Huisnummer | None:
    """Return the number that someone typed, None when it is none."""
    delen = _GETYPT.fullmatch(getypt.strip())
    return None if delen is None else huisnummer(int(delen[1]), delen[2])


def lees_adres(getypt: str, straten: Iterable[str]) -> tuple[str | None, Huisnummer | None]:
    """Return the street (None: none was typed) and the number of `12a` or `Merelweg 12a`."""
    schoon = " ".join(getypt.split())
    for straat in sorted(straten, key=len, reverse=True):
        if schoon.casefold().startswith(f"{straat.casefold()} "):
            return straat, lees_nummer(schoon[len(straat) :])
    return None, lees_nummer(schoon)
