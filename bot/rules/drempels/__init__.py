"""Conditions of the spelregels. One file per condition, found by itself: its name is the kind, `DREMPEL` its class.

A condition is a frozen dataclass: its fields are what was agreed, and `bot.velden` reads them. The shell gathers the
figures that it names in `BRON` and hands them to `weeg`. Not here: where those figures come from.
"""

import pkgutil
from importlib import import_module
from typing import Any, ClassVar, Protocol, cast

from bot.errors import InvoerFout
from bot.rules.wegen import Drempelstand
from bot.velden import als_ruw, lees


class Drempel(Protocol):
    """A condition as agreed."""

    soort: ClassVar[str]
    BRON: ClassVar[str]
    """Which figures it is weighed by."""
    TELT: ClassVar[frozenset[str]]
    """The kinds of evidence that always count for it, when it counts people."""
    MAG_TELLEN: ClassVar[frozenset[str]]
    """The kinds that count for it when the spelregels say so."""

    def bezwaar(self) -> str | None:
        """Return what is wrong with what was agreed and the mend; None when nothing is."""

    def weeg(self, gegevens: Any) -> Drempelstand:
        """Return how it stands, by the figures of its `BRON`."""


_MODULES = {module.name: import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)}

DREMPELS: dict[str, type[Drempel]] = {naam: module.DREMPEL for naam, module in _MODULES.items()}
"""The class of each condition by its kind."""

TELBAAR = tuple(soort for soort, klasse in DREMPELS.items() if klasse.BRON == "telling")
"""The kinds that count people, households or owners."""


def uit_ruw(ruw: Any, bron: str, pad: tuple[str, ...]) -> Drempel:
    """Return the condition that a table of TOML or JSON describes.

    Args:
        bron: what a mistake is said to stand in.
        pad: names of the tables around it.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    plek = f"{bron}: [{'.'.join(pad)}]"
    soort = str(ruw.get("soort", "")) if isinstance(ruw, dict) else str(ruw)
    if soort not in DREMPELS:
        raise InvoerFout(f"{plek} soort: '{soort}' kan niet; kies uit {', '.join(DREMPELS)}")
    velden = {naam: waarde for naam, waarde in ruw.items() if naam != "soort"}
    drempel = cast(Drempel, lees(DREMPELS[soort], velden, bron, pad))
    if bezwaar := drempel.bezwaar():
        raise InvoerFout(f"{plek} {soort}: {bezwaar}")
    return drempel


def naar_ruw(drempel: Drempel) -> dict[str, Any]:
    """Return a condition as `uit_ruw` takes it; what it can have only since later, such as `LATER`, where it has it.

    So that rules that were fixed before keep their hash.
    """
    leeg = {naam for naam in getattr(drempel, "LATER", ()) if not getattr(drempel, naam)}
    return {"soort": drempel.soort, **{n: waarde for n, waarde in als_ruw(drempel).items() if n not in leeg}}
