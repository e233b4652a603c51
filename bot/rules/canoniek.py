"""One way to write data as bytes, so that two parties get the same hash (RFC 8785 for what we put in it)."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

schrijf = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
"""Write again what was read as canonical: there is no float in it."""
_HOUDERS = (dict, list, tuple)
DIEPTE = 64
"""Objects and arrays stand at most so deep in each other, so that every verifier can read them."""


def canoniek(data: dict[str, Any]) -> str:
    """Return canonical JSON: sorted keys, no spaces, plain UTF-8.

    Equals RFC 8785 as long as keys are ASCII and numbers are integers below 2**53; floats are refused.

    Raises:
        ValueError: the data holds a float.
    """
    if _heeft_float(data.values()):
        raise ValueError("a float has no canonical form here: write an integer or a fraction as text")
    return schrijf(data)


def is_te_controleren(data: Any, diepte: int = DIEPTE) -> bool:
    """Say whether every verifier reads it as we do: integers below 2**53, and no key with a character above U+FFFF.

    Args:
        diepte: how deep objects and arrays may still go.
    """
    if isinstance(data, _HOUDERS):
        namen, delen = (data, data.values()) if isinstance(data, dict) else ((), data)
        return diepte > 0 and all(map(is_sleutel, namen)) and all(is_te_controleren(d, diepte - 1) for d in delen)
    return not isinstance(data, int) or abs(data) < 2**53


def is_sleutel(naam: str) -> bool:
    """Say whether a key sorts the same by code point as by UTF-16."""
    return max(naam, default="") <= "\uffff"


def _heeft_float(waarden: Iterable[Any]) -> bool:
    for waarde in waarden:
        if isinstance(waarde, float):
            return True
        if isinstance(waarde, _HOUDERS) and _heeft_float(waarde.values() if isinstance(waarde, dict) else waarde):
            return True
    return False


def lees_canoniek(regel: bytes) -> Any:
    """Return what canonical JSON says; None when it is none."""
    try:
        tekst = regel.decode()
        data = _lees(tekst)
        gewoon = tekst.isascii() and tekst.count("{") + tekst.count("[") <= DIEPTE  # most are, and need no second look
        return data if schrijf(data) == tekst and (gewoon or is_te_controleren(data)) else None
    except (ValueError, RecursionError):
        return None


def _weiger(tekst: str) -> NoReturn:
    raise ValueError(f"{tekst} has no canonical form here")


def _geheel(tekst: str) -> int:
    waarde = int(tekst)
    if abs(waarde) >= 2**53:
        _weiger(tekst[:20])
    return waarde


_lees = json.JSONDecoder(parse_float=_weiger, parse_constant=_weiger, parse_int=_geheel).decode
