"""informatie: residents came to a meeting where they could ask questions (NPLW, besluit: at least a third)."""

from dataclasses import dataclass
from typing import ClassVar

from bot.rules.wegen import Aandeel, Drempelstand, Telling, weeg_aandeel


@dataclass(frozen=True)
class Informatie(Aandeel):
    """The share of the residents that must have been at such a meeting."""

    soort: ClassVar[str] = "informatie"
    BRON: ClassVar[str] = "telling"
    TELT: ClassVar[frozenset[str]] = frozenset({"aanwezig_vragen"})
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    def weeg(self, gegevens: Telling) -> Drempelstand:
        """Return how it stands."""
        return weeg_aandeel(self.soort, self, gegevens)


DREMPEL = Informatie
