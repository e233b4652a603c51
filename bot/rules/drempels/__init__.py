"""Conditions of the spelregels and the exact arithmetic that they share. One file per condition, found by itself.

A condition file says in `TELT` which kinds of evidence count for it, and may say in `ALS_AFGESPROKEN` which count too
when the spelregels say so. Integers and fractions decide.
"""

import pkgutil
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from typing import Literal

Verdict = Literal["gehaald", "niet_gehaald", "onbeslist"]

_MODULES = {module.name: import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)}

TELT: dict[str, frozenset[str]] = {naam: module.TELT for naam, module in _MODULES.items()}
"""Per condition the kinds of evidence that count for it."""

ALS_AFGESPROKEN: dict[str, dict[str, frozenset[str]]] = {
    naam: getattr(module, "ALS_AFGESPROKEN", {}) for naam, module in _MODULES.items()
}
"""Per condition, and then per yes-or-no of the spelregels, the kinds that count for it when that says yes."""

OPERATOREN = (">", ">=")


@dataclass(frozen=True)
class Drempel:
    """A condition as agreed: more than (`>`) or at least (`>=`) this share."""

    soort: str
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


def weeg(drempel: Drempel, telling: Telling) -> Drempelstand:
    """Return how a condition stands: `gehaald` when the worst case passes, `niet_gehaald` when the best case fails.

    Two cases are always `onbeslist`: a noemer of zero (nothing was counted yet) and more people than the noemer
    allows (the agreed number must be wrong, and a wrong number may not decide).
    """
    noemer = telling.noemer_hoog
    klopt = noemer > 0 and telling.teller_laag <= noemer
    beste_teller = min(telling.teller_hoog, noemer)
    verdict: Verdict = "onbeslist"
    if klopt and drempel.passeert(telling.teller_laag, noemer):
        verdict = "gehaald"
    elif klopt and not drempel.passeert(beste_teller, max(telling.noemer_laag, beste_teller, 1)):
        verdict = "niet_gehaald"
    return Drempelstand(
        soort=drempel.soort,
        verdict=verdict,
        teller=telling.teller_laag,
        noemer=noemer,
        operator=drempel.operator,
        drempel=f"{drempel.aandeel.numerator}/{drempel.aandeel.denominator}",
        nodig=max(0, drempel.minimum(noemer) - telling.teller_laag),
        ondergrens=telling.teller_laag,
        bovengrens=telling.teller_hoog,
    )
