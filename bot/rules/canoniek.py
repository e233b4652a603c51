"""One way to write data as bytes, so that two parties get the same hash (RFC 8785 for what we put in it)."""

import json
from collections.abc import Mapping
from typing import Any


def canoniek(data: Mapping[str, Any]) -> str:
    """Return canonical JSON: sorted keys, no spaces, plain UTF-8.

    Equals RFC 8785 as long as keys are ASCII and numbers are integers below 2**53; floats are refused.

    Raises:
        ValueError: the data holds a float.
    """
    if _heeft_float(data):
        raise ValueError("a float has no canonical form here: write an integer or a fraction as text")
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _heeft_float(waarde: Any) -> bool:
    if isinstance(waarde, Mapping):
        return any(_heeft_float(deel) for deel in waarde.values())
    if isinstance(waarde, list | tuple):
        return any(_heeft_float(deel) for deel in waarde)
    return isinstance(waarde, float)
