"""kaders: each condition that the gemeenteraad set is met, with the evidence for each (NPLW, besluit)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.rules.wegen import Drempelstand, Verdict

Oordeel = Literal["voldaan", "niet_voldaan", "open"]
OORDELEN: tuple[Oordeel, ...] = ("voldaan", "niet_voldaan", "open")
MEESTE = 20
LANGSTE = 300


@dataclass(frozen=True)
class Kaders:
    """The conditions of the gemeenteraad, in its words."""

    kaders: tuple[str, ...]

    soort: ClassVar[str] = "kaders"
    BRON: ClassVar[str] = "kaders"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    def bezwaar(self) -> str | None:
        """See `Drempel.bezwaar`."""
        if not 1 <= len(self.kaders) <= MEESTE:
            return f"kaders: schrijf 1 tot {MEESTE} kaders van de gemeenteraad"
        if not all(0 < len(kader.strip()) <= LANGSTE for kader in self.kaders):
            return f"kaders: een kader heeft 1 tot {LANGSTE} tekens"
        if len({kader.casefold() for kader in self.kaders}) < len(self.kaders):
            return "kaders: een kader staat er twee keer; haal er een weg"
        return None

    def weeg(self, gegevens: Mapping[str, Oordeel]) -> Drempelstand:
        """Return how they stand together; one that nobody judged is open.

        Args:
            gegevens: what holds of each, by its text.
        """
        oordelen = [gegevens.get(kader, "open") for kader in self.kaders]
        wel, niet, alle = oordelen.count("voldaan"), oordelen.count("niet_voldaan"), len(oordelen)
        verdict: Verdict = "niet_gehaald" if niet else "gehaald" if wel == alle else "onbeslist"
        return Drempelstand(
            soort=self.soort,
            verdict=verdict,
            teller=wel,
            noemer=alle,
            operator=">=",
            drempel="1/1",
            nodig=alle - wel,
            ondergrens=wel,
            bovengrens=alle - niet,
            noemer_laag=alle,
            delen=tuple({"kader": k, "oordeel": o} for k, o in zip(self.kaders, oordelen, strict=True)),
        )


DREMPEL = Kaders
