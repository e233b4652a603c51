"""Which groups lag behind: their coverage, said so roughly that it tells of nobody. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from bot.rules.kleine_cellen import KLEINSTE

MINSTE_MENSEN = 10
"""Of a smaller group nothing is said."""
MEESTE = 3
_STAP = 5


class Deel(NamedTuple):
    """A street or a group: how many of it count, and how many it has."""

    naam: str
    teller: int
    noemer: int


@dataclass(frozen=True)
class Achterblijver:
    """One that lags behind.

    Args:
        dekking: how many of a hundred count, to five; None when one to four people do.
    """

    naam: str
    dekking: int | None


def achterblijvers(delen: Sequence[Deel]) -> list[Achterblijver]:
    """Return those of which a smaller part counts than of all together, the smallest part first."""
    teller, noemer = sum(deel.teller for deel in delen), sum(deel.noemer for deel in delen)
    samen = Fraction(teller, noemer or 1)
    groot = [deel for deel in delen if deel.noemer >= MINSTE_MENSEN]
    achter = [(_deel(deel), deel.naam, deel) for deel in groot if Fraction(deel.teller, deel.noemer) < samen]
    achter.sort(key=lambda een: (een[0] or 0, een[1]))
    return [Achterblijver(deel.naam, dekking) for dekking, _, deel in achter[:MEESTE]]


def _deel(deel: Deel) -> int | None:
    if 0 < deel.teller < KLEINSTE:
        return None
    return (200 * deel.teller + _STAP * deel.noemer) // (2 * _STAP * deel.noemer) * _STAP
