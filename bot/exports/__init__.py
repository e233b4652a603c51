"""Files: data in, bytes out. One module per kind (`als_<kind>.py` with `maak(data) -> bytes`), found by itself.

A kind is loaded when the first file of it is made: what makes workbooks, calendars and drawings takes much memory.
"""

import pkgutil
from importlib import import_module
from typing import Any

_PREFIX = "als_"
SOORTEN = frozenset(
    module.name.removeprefix(_PREFIX) for module in pkgutil.iter_modules(__path__) if module.name.startswith(_PREFIX)
)


def maak(soort: str, data: dict[str, Any]) -> bytes:
    """Return the bytes of a file.

    Raises:
        KeyError: there is no file of this kind, or the data lacks a field.
    """
    gemaakt: bytes = _module(soort).maak(data)
    return gemaakt


def rijen(soort: str, data: dict[str, Any]) -> int:
    """Return how many rows a file holds that can stand in a manifest, headings not counted.

    Raises:
        KeyError: there is no file of this kind.
    """
    hoeveel: int = _module(soort).rijen(data)
    return hoeveel


def _module(soort: str) -> Any:
    if soort not in SOORTEN:
        raise KeyError(soort)
    return import_module(f"{__name__}.{_PREFIX}{soort}")
