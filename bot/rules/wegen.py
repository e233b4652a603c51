"""The exact arithmetic that conditions share: a share of a number that may not be known exactly. Integers decide."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

Verdict = Literal["gehaald", "niet_gehaald", "onbeslist"]
OPERATOREN = (">", ">=")


@dataclass(frozen=True)
class Aandeel:
    """A share as agreed: more than (`>`) or at least (`>=`) this part."""

    aandeel: Fraction
    operator: str

    def passeert(self, teller: int, noemer: int) -> bool:
        """Say whether `teller` of `noemer` is enough. Nobody out of nobody never is."""
        if noemer <= 0:
            return False
        links, rechts = teller * self.aandeel.denominator, noemer * self.aandeel.numerator
        return links > rechts if self.operator == ">" else links >= rechts

    def minimum(self, noemer: int) -> int:
        """Return the smallest whole number that is enough out of `noemer`; at least one."""
        precies = self.aandeel * noemer
        heel = -(-precies.numerator // precies.denominator)  # rounded up
        return max(1, heel + 1 if self.operator == ">" and heel == precies else heel)

    def bezwaar(self) -> str | None:
        """Return what is wrong with it and the mend; None when nothing is."""
        if self.operator not in OPERATOREN:
            return f"operator '{self.operator}' kan niet; schrijf > (meer dan) of >= (minstens)"
        if self.aandeel == 1 and self.operator == ">":
            return "meer dan iedereen kan niet; schrijf >= als operator"
        return None


@dataclass(frozen=True)
class Telling:
    """How many count out of how many (people, households or owners), each between a lower and an upper bound."""

    teller_laag: int
    teller_hoog: int
    noemer_laag: int
    noemer_hoog: int


@dataclass(frozen=True)
class Drempelstand:
    """How a condition stands.

    Args:
        teller: who count for certain; the same number as `ondergrens`.
        noemer: out of how many, strictly: whoever may belong to it is in it.
        drempel: the agreed share in lowest terms, such as `1/2`.
        nodig: how many more make it `gehaald` for certain; 0 when it is.
        ondergrens: fewest who may count.
        bovengrens: most who may count.
        noemer_laag: the fewest that the noemer may be: how many adults an address has is not always known.
        delen: how its parts stand, such as one characteristic, as data that JSON has.
    """

    soort: str
    verdict: Verdict
    teller: int
    noemer: int
    operator: str
    drempel: str
    nodig: int
    ondergrens: int
    bovengrens: int
    noemer_laag: int
    delen: tuple[dict[str, Any], ...] = ()


def weeg_aandeel(soort: str, aandeel: Aandeel, telling: Telling) -> Drempelstand:
    """Return how a share stands: `gehaald` when the worst case passes, `niet_gehaald` when the best case fails.

    Two cases are always `onbeslist`: a noemer of zero (nothing was counted yet) and more people than the noemer
    allows (the agreed number must be wrong, and a wrong number may not decide).
    """
    noemer = telling.noemer_hoog
    klopt = noemer > 0 and telling.teller_laag <= noemer
    beste_teller = min(telling.teller_hoog, noemer)
    verdict: Verdict = "onbeslist"
    if klopt and aandeel.passeert(telling.teller_laag, noemer):
        verdict = "gehaald"
    elif klopt and not aandeel.passeert(beste_teller, max(telling.noemer_laag, beste_teller, 1)):
        verdict = "niet_gehaald"
    return Drempelstand(
        soort=soort,
        verdict=verdict,
        teller=telling.teller_laag,
        noemer=noemer,
        operator=aandeel.operator,
        drempel=f"{aandeel.aandeel.numerator}/{aandeel.aandeel.denominator}",
        nodig=max(0, aandeel.minimum(noemer) - telling.teller_laag),
        ondergrens=telling.teller_laag,
        bovengrens=telling.teller_hoog,
        noemer_laag=telling.noemer_laag,
    )
