"""One way to write data as bytes, so that two parties get the same hash (RFC 8785 for what we put in it)."""

import json
from collections.abc import Iterable
from typing import Any

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
