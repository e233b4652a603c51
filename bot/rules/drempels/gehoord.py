"""gehoord: residents have been heard (NPLW, besluit: more than half). Choosing an evening is not being heard."""

from dataclasses import dataclass
from typing import ClassVar

from bot.rules.wegen import Aandeel, Drempelstand, Telling, weeg_aandeel


@dataclass(frozen=True)
class Gehoord(Aandeel):
    """The share of the residents that must have been heard."""

    soort: ClassVar[str] = "gehoord"
    BRON: ClassVar[str] = "telling"
    TELT: ClassVar[frozenset[str]] = frozenset({"stem_besluit"})
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset({"gesprek", "reactie", "niet_mee", "vraag"})

    def weeg(self, gegevens: Telling) -> Drempelstand:
        """Return how it stands."""
        return weeg_aandeel(self.soort, self, gegevens)


DREMPEL = Gehoord
