"""intekening: enough commitments for a feasible offer (Zaanstad). Interest is no commitment, and neither a purchase."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from bot.rules.wegen import Drempelstand, Verdict

WATTEN = ("interesse", "deelnameverklaring", "inschrijving")
VAN_WIE = ("huishoudens", "eigenaren")


class Ingetekend(NamedTuple):
    """How many addresses said one of the three.

    Args:
        huishoudens: all of them.
        koop: of these, that are owned for certain.
        misschien_koop: of these, of which that is not known.
    """

    huishoudens: int = 0
    koop: int = 0
    misschien_koop: int = 0


@dataclass(frozen=True)
class Intekening:
    """How many are needed, and of what; each address counts once.

    Args:
        wat: which of the three counts.
        van: `huishoudens`, or `eigenaren`: addresses that are owned.
    """

    minimum: int
    wat: str = "deelnameverklaring"
    van: str = "huishoudens"

    soort: ClassVar[str] = "intekening"
    BRON: ClassVar[str] = "intekening"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    def bezwaar(self) -> str | None:
        """See `Drempel.bezwaar`."""
        if self.minimum < 1:
            return "minimum: schrijf hoeveel er nodig zijn, minstens 1"
        if self.wat not in WATTEN:
            return f"wat: '{self.wat}' kan niet; kies uit {', '.join(WATTEN)}"
        if self.van not in VAN_WIE:
            return f"van: '{self.van}' kan niet; kies uit {', '.join(VAN_WIE)}"
        return None

    def weeg(self, gegevens: Mapping[str, Ingetekend]) -> Drempelstand:
        """Return how it stands. What is unknown of an address only widens the bounds.

        Args:
            gegevens: what was said, by which of the three it is.
        """
        geteld = gegevens.get(self.wat, Ingetekend())
        laag = geteld.huishoudens if self.van == "huishoudens" else geteld.koop
        hoog = laag if self.van == "huishoudens" else geteld.koop + geteld.misschien_koop
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
            delen=tuple(
                {"wat": wat, "huishoudens": gegevens.get(wat, Ingetekend()).huishoudens}
                | ({"telt": self.van} if wat == self.wat else {})
                for wat in WATTEN
            ),
        )


DREMPEL = Intekening
