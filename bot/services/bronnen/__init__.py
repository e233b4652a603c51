"""Where the figures come from by which a condition is weighed. One file per source, found by its name: `BRON`.

Each has `lees(tx, vraag)`, which gives what `weeg` of such a condition takes. Not here: the weighing (bot.rules).
"""

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sqlalchemy import Connection

from bot.rules.drempels import Drempel
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Drempelstand
from bot.storage.bewijs import ALLES


@dataclass(frozen=True)
class Vraag:
    """What is asked of a source.

    Args:
        met_staf: also what staff recorded.
        na: cutoff id of the evidence: what came up to it counts for no version that was fixed.
        tot: the last evidence that counts.
    """

    wijk: int
    spelregels: Spelregels
    drempel: Drempel
    met_staf: bool = True
    na: int = 0
    tot: int = ALLES

    @property
    def vanaf_versie(self) -> int:
        """The first version under which what is no evidence must have been recorded: a concept takes all there is."""
        return min(self.spelregels.versie, 1)


BRONNEN: dict[str, Any] = {
    module.name: import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)
}
"""The module of each source by its name."""


def weeg(tx: Connection, vraag: Vraag) -> Drempelstand:
    """Return how a condition stands."""
    return vraag.drempel.weeg(BRONNEN[vraag.drempel.BRON].lees(tx, vraag))
