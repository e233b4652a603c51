"""The short codes of a sign-in sheet, one for each adult of an address, and what cannot be of those that were typed.

Three random Crockford characters and a check character, `K7M4`: short enough to type forty of them in a minute, and
one wrong character is always noticed. Which seat a code is for only the page for who stands at the door says.
"""

import hashlib
import hmac
import re
from collections.abc import Collection, Container, Mapping
from typing import Literal, NamedTuple

from bot.rules.huishoudcode import ALFABET, controleteken, genormaliseerd

LENGTE = 4
MEEST = 16_384
"""So many codes a wijk may have at a time: half of what there are, so that one that nobody printed is seen as such."""
_TUSSEN = re.compile(r"[\s,;:./|+]+")

Reden = Literal["typefout", "onbekend", "andere", "dubbel", "ander", "op_lijst", "te_veel"]


class Plek(NamedTuple):
    """A seat for which a code was printed.

    Args:
        hier: whether it was for this meeting.
        van_ander: whether another member of staff typed it over, and it does not count yet.
    """

    huishouden: int
    stoel: int
    hier: bool = True
    van_ander: bool = False


class Thuis(NamedTuple):
    """What is known of a household at a meeting.

    Args:
        stoelen: the seats that it has.
        op_lijst: those of whom it is known that they were there.
        aantal: how many of its people were there, known or not.
        getypt: the seats of which a code was typed over and does not count yet.
    """

    stoelen: Collection[int]
    op_lijst: Container[int] = ()
    aantal: int = 0
    getypt: Collection[int] = ()


class Fout(NamedTuple):
    """A code that cannot be taken, as it was typed, and why."""

    reden: Reden
    getypt: str


def maak(willekeurig: bytes) -> str:
    """Return the code for at least two random bytes, of which 15 bits are used."""
    getal = int.from_bytes(willekeurig[:2]) >> 1
    tekens = "".join(ALFABET[getal >> (5 * plaats) & 31] for plaats in (2, 1, 0))
    return tekens + controleteken(tekens)


def lees(getypt: str) -> str | None:
    """Return the code that was typed; None when a character, the length or the check is wrong."""
    code = genormaliseerd(getypt)
    goed = len(code) == LENGTE and set(code) <= set(ALFABET) and controleteken(code[:-1]) == code[-1]
    return code if goed else None


def splits(getypt: str) -> list[str]:
    """Return what stands between spaces, commas and ends of lines."""
    return [deel for deel in _TUSSEN.split(getypt) if deel]


def hmac_van(code: str, peper: bytes) -> bytes:
    """Return what the database keeps of a code: 32 bytes that say nothing without the pepper."""
    return hmac.digest(peper, b"gehoord: aanmeldlijst/" + code.encode(), hashlib.sha256)


def weeg(getypt: list[str], plekken: Mapping[str, Plek], huizen: Mapping[int, Thuis]) -> tuple[list[str], list[Fout]]:
    """Return the codes that can be taken, in order, and every other one with what is wrong.

    Args:
        getypt: as `splits` gives it.
        plekken: of each code that was printed, its seat.
        huizen: each household of those.
    """
    goed: dict[str, Plek] = {}
    fouten: list[Fout] = []
    for deel in getypt:
        code = lees(deel)
        plek = plekken.get(code) if code else None
        reden = _reden(code, plek, goed, huizen)
        if reden:
            fouten.append(Fout(reden, deel[:20]))
        elif code and plek:
            goed[code] = plek
    return list(goed), fouten


def _reden(code: str | None, plek: Plek | None, goed: dict[str, Plek], huizen: Mapping[int, Thuis]) -> Reden | None:
    if code is None:
        return "typefout"
    if plek is None:
        return "onbekend"
    if not plek.hier:
        return "andere"
    if plek.van_ander:
        return "ander"
    thuis = huizen[plek.huishouden]
    getypt = {*thuis.getypt, *(een.stoel for een in goed.values() if een.huishouden == plek.huishouden)}
    if plek.stoel in getypt:
        return "dubbel"
    if plek.stoel in thuis.op_lijst:
        return "op_lijst"
    vol = thuis.aantal + len(getypt) >= len(thuis.stoelen)
    return "te_veel" if vol or plek.stoel not in thuis.stoelen else None
