"""What the report holds beside the counts, in parts that each fit a short read. One file per part, found by its name.

Each has `lees(tx, kader, na) -> Blok`: rows of data without words, which `berichten.rapport` says.
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.services.tellen import Kader


class Blok(NamedTuple):
    """What one read gave, as JSON-able rows, and after which key the next begins; None: this part is done."""

    rijen: list[dict[str, Any]]
    verder: int | None = None


Deel = Callable[[Connection, Kader, int], Blok]
DELEN: dict[str, Deel] = {
    module.name: import_module(f"{__name__}.{module.name}").lees for module in pkgutil.iter_modules(__path__)
}
"""The reader of each part by its name; each begins at key 0."""
