"""The code of a household on its letter: 11 random Crockford characters and a check character. Keeping it: storage."""

import hashlib
import hmac
import re

from bot.rules.leeswoorden import met_cijfers

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 characters. His check symbols do not fit a start payload, so Luhn mod 32 checks with the same 32."""

LENGTE = 12
_GELEZEN_ALS = str.maketrans("OIL", "011")
_NIET_GETELD = re.compile(r"[\s\u002D\u2010-\u2015\u2212\u200e\u200f\u2066-\u2069]+")
"""A phone may turn a dash into a longer one, and a text that runs from right to left has marks around a code."""
_MERK = b"gehoord: merk van de peper"


def maak(willekeurig: bytes) -> str:
    """Return the code for some random bytes.

    Args:
        willekeurig: at least 7 bytes of a CSPRNG; 55 bits of them are used, so every code is as likely.
    """
    if len(willekeurig) < 7:
        raise ValueError("a household code needs 7 random bytes")
    getal = int.from_bytes(willekeurig[:7]) >> 1
    tekens = "".join(ALFABET[getal >> (5 * plaats) & 31] for plaats in reversed(range(LENGTE - 1)))
    return tekens + controleteken(tekens)


def lees(getypt: str) -> str | None:
    """Return the code that someone typed, None when a character, the length or the check is wrong."""
    code = genormaliseerd(getypt)
    if not _heeft_vorm(code) or controleteken(code[:-1]) != code[-1]:
        return None
    return code


def lijkt_op_code(getypt: str) -> bool:
    """Say whether a text is meant as a code, with or without a typing error.

    Twelve fitting letters are a word more often than a code ("energielabel", which even passes the check): where no
    form asks for a code, one without a digit is only known by its dashes.
    """
    if re.search("[0-9]", getypt):
        return _heeft_vorm(genormaliseerd(getypt))
    return "-" in getypt and lees(getypt) is not None


def schrijf(code: str) -> str:
    """Write a code as people read it: XXXX-XXXX-XXXX."""
    return "-".join(code[begin : begin + 4] for begin in range(0, LENGTE, 4))


def hmac_van(code: str, peper: bytes) -> bytes:
    """Return what the database keeps of a code: 32 bytes that say nothing without the pepper."""
    return hmac.digest(peper, code.encode(), hashlib.sha256)


def merk_van(peper: bytes) -> bytes:
    """Return the mark of a pepper, by which a lost or exchanged one is noticed."""
    return hmac.digest(peper, _MERK, hashlib.sha256)


def genormaliseerd(getypt: str) -> str:
    """Return what was typed as its characters are meant: in capitals, without dashes, O and I and L as figures."""
    return _NIET_GETELD.sub("", met_cijfers(getypt)).upper().translate(_GELEZEN_ALS)


def _heeft_vorm(code: str) -> bool:
    return len(code) == LENGTE and set(code) <= set(ALFABET)


def controleteken(tekens: str) -> str:
    """Return the check by Luhn mod N: from the right every other value is doubled, its base-32 digits added up."""
    som = 0
    for plaats, teken in enumerate(reversed(tekens)):
        waarde = ALFABET.index(teken) * (2 if plaats % 2 == 0 else 1)
        som += waarde // 32 + waarde % 32
    return ALFABET[-som % 32]
