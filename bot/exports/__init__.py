"""Files: data in, bytes out. One module per kind (`als_<kind>.py` with `maak(data) -> bytes`), found by itself."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

_PREFIX = "als_"
MAKERS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    module.name.removeprefix(_PREFIX): import_module(f"{__name__}.{module.name}").maak
    for module in pkgutil.iter_modules(__path__)
    if module.name.startswith(_PREFIX)
}


def maak(soort: str, data: dict[str, Any]) -> bytes:
    """Return the bytes of a file.

    Raises:
        KeyError: there is no file of this kind, or the data lacks a field.
    """
    return MAKERS[soort](data)
