"""Files: data in, bytes out. One module per kind (`als_<kind>.py` with `maak(data) -> bytes`), found by itself."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

_PREFIX = "als_"
_MODULES = {
    module.name.removeprefix(_PREFIX): import_module(f"{__name__}.{module.name}")
    for module in pkgutil.iter_modules(__path__)
    if module.name.startswith(_PREFIX)
}
MAKERS: dict[str, Callable[[dict[str, Any]], bytes]] = {soort: module.maak for soort, module in _MODULES.items()}
RIJEN: dict[str, Callable[[dict[str, Any]], int]] = {
    soort: module.rijen for soort, module in _MODULES.items() if hasattr(module, "rijen")
}
"""Of each kind that can stand in a manifest: how many rows it holds, headings not counted."""


def maak(soort: str, data: dict[str, Any]) -> bytes:
    """Return the bytes of a file.

    Raises:
        KeyError: there is no file of this kind, or the data lacks a field.
    """
    return MAKERS[soort](data)
