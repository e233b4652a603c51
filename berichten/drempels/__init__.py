"""What people read of a condition: one file per source of its figures (`BRON`), found by its name.

Each has `alinea`, the paragraph of a condition, `balken`, its bars in the picture that says the same, and `afspraak`,
what the sentence that says what was agreed needs beside the fields of the condition as they are.
"""

import pkgutil
from importlib import import_module
from typing import Any, Protocol, cast

from berichten.beeld import Balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from bot.rules.drempels import DREMPELS


class Woorden(Protocol):
    """The words of a condition. `data` is all that `bot.services.stand.lees_stand` gives."""

    def alinea(self, toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
        """Return the paragraph."""

    def balken(self, toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
        """Return the bars; none where there is nothing to draw."""

    def afspraak(self, toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
        """Return placeholders of the sentence of what was agreed, in words; `drempel` is as the spelregels have it."""


def naam(toon: Toon, soort: str) -> str:
    """Return the name of a condition: the bold beginning of the sentence that says what was agreed."""
    return toon.t.patroon(f"spelregels.drempel.{soort}").partition("<b>")[2].partition(".</b>")[0]


_MODULES = {module.name: import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)}


def woorden(soort: str) -> Woorden:
    """Return the words of a kind of condition."""
    return cast(Woorden, _MODULES[DREMPELS[soort].BRON])
