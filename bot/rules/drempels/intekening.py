"""intekening: enough commitments for a feasible offer (Zaanstad). Interest is no commitment, and neither a purchase."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar, NamedTuple

from bot.rules.aanbod import WATTEN
from bot.rules.wegen import Aandeel, Drempelstand, Telling, Verdict, weeg_aandeel

VAN_WIE = ("huishoudens", "eigenaren")
ADRESSEN = "adressen"
"""Beside the three: how many addresses there are."""


class Ingetekend(NamedTuple):
    """How many addresses said one of the three.

    Args:
        huishoudens: all of them, of the types of home that count.
        koop: of these, that are owned for certain.
        misschien_koop: that may be owned beside those: of which that, or the type of home, is not known.
        misschien: that may count beside `huishoudens`: of which the type of home is not known.
    """

    huishoudens: int = 0
    koop: int = 0
    misschien_koop: int = 0
    misschien: int = 0

    @classmethod
    def van(cls, huizen: Iterable[tuple[str | None, str | None]], woningtypen: Collection[str]) -> "Ingetekend":
        """Count addresses, each by its tenure and type of home as the list has them."""
        zeker = koop = misschien_koop = misschien = 0
        for eigendom, woningtype in huizen:
            if woningtypen and woningtype is None:
                misschien += 1
                misschien_koop += eigendom != "huur"
            elif not woningtypen or woningtype in woningtypen:
                zeker += 1
                koop += eigendom == "koop"
                misschien_koop += eigendom is None
        return cls(zeker, koop, misschien_koop, misschien)

    def grenzen(self, van: str) -> tuple[int, int]:
        """Return the fewest and the most that count."""
        if van == "huishoudens":
            return self.huishoudens, self.huishoudens + self.misschien
        return self.koop, self.koop + self.misschien_koop


@dataclass(frozen=True)
class Intekening:
    """How many are needed, and of what; each address counts once.

    Args:
        minimum: a number of addresses; 0 when a share was agreed.
        wat: which of the three counts.
        van: `huishoudens`, or `eigenaren`: addresses that are owned.
        woningtypen: only these types of home; empty: all.
        aandeel: at least this share of the addresses that can count; 0 when a number was agreed.
    """

    minimum: int
    wat: str = "deelnameverklaring"
    van: str = "huishoudens"
    woningtypen: tuple[str, ...] = ()
    aandeel: Fraction = Fraction(0)

    soort: ClassVar[str] = "intekening"
    BRON: ClassVar[str] = "intekening"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()
    LATER: ClassVar[tuple[str, ...]] = ("woningtypen", "aandeel")

    def bezwaar(self) -> str | None:
        """See `Drempel.bezwaar`."""
        if self.aandeel and self.minimum:
            return "minimum: schrijf 0 als u een aandeel afspreekt, en anders geen aandeel"
        if self.minimum < 1 and not self.aandeel:
            return "minimum: schrijf hoeveel er nodig zijn, minstens 1"
        if self.wat not in WATTEN:
            return f"wat: '{self.wat}' kan niet; kies uit {', '.join(WATTEN)}"
        if self.van not in VAN_WIE:
            return f"van: '{self.van}' kan niet; kies uit {', '.join(VAN_WIE)}"
        if not all(self.woningtypen) or len(set(self.woningtypen)) < len(self.woningtypen):
            return "woningtypen: schrijf elk woningtype één keer, zoals op de adressenlijst"
        return None

    def weeg(self, gegevens: Mapping[str, Ingetekend]) -> Drempelstand:
        """Return how it stands. What is unknown of an address only widens the bounds.

        Args:
            gegevens: what was said, by which of the three it is; and `ADRESSEN`: how many there are.
        """
        laag, hoog = gegevens.get(self.wat, Ingetekend()).grenzen(self.van)
        alle = gegevens.get(ADRESSEN, Ingetekend()).grenzen(self.van)
        aandeel = Aandeel(self.aandeel, ">=")
        nodig = aandeel.minimum(alle[1]) if self.aandeel else self.minimum
        eigen = {"telt": self.van, "nodig": nodig, "adressen": alle[1], **self._alleen()}
        delen = tuple(
            {"wat": wat, "huishoudens": gegevens.get(wat, Ingetekend()).huishoudens}
            | (eigen if wat == self.wat else {})
            for wat in WATTEN
        )
        if self.aandeel:
            return replace(weeg_aandeel(self.soort, aandeel, Telling(laag, hoog, *alle)), delen=delen)
        verdict: Verdict = "onbeslist"
        if laag >= self.minimum:
            verdict = "gehaald"
        elif hoog < self.minimum:
            verdict = "niet_gehaald"
        return Drempelstand(
            soort=self.soort,
            verdict=verdict,
            teller=laag,
            noemer=self.minimum,
            operator=">=",
            drempel="1/1",
            nodig=max(0, self.minimum - laag),
            ondergrens=laag,
            bovengrens=hoog,
            noemer_laag=self.minimum,
            delen=delen,
        )

    def _alleen(self) -> dict[str, list[str]]:
        return {"woningtypen": list(self.woningtypen)} if self.woningtypen else {}


DREMPEL = Intekening
