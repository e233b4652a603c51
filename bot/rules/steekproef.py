"""A random sample that anyone can draw again, and what came of it. Pure.

Each candidate is a leaf of the log. Those with the lowest SHA-256 of the root of a signed head and the hash of their
leaf are drawn: whoever knows both gets the same, and nobody chooses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

MINSTENS = 10
"""Of fewer no sample is drawn, and of fewer who were reached no share is said."""


def trek(wortel: bytes, hashes: Mapping[int, bytes], aantal: int) -> list[int]:
    """Return so many candidates, in the order of the draw.

    Args:
        wortel: root of a signed head, 32 bytes.
        hashes: the hash of the leaf of each candidate.
    """
    volgorde = sorted(hashes, key=lambda wie: (sha256(wortel + hashes[wie]).digest(), wie))
    return volgorde[:aantal]


@dataclass(frozen=True)
class Uitslag:
    """What came of a sample check.

    Args:
        omvang: out of how many was drawn.
        getrokken: how many were drawn.
        vervallen: of those, how many were corrected or erased before someone asked.
    """

    omvang: int
    getrokken: int
    klopt: int
    klopt_niet: int
    niet_bereikt: int
    vervallen: int

    @property
    def bereikt(self) -> int:
        """Of how many is known whether it is right."""
        return self.klopt + self.klopt_niet

    @property
    def fout(self) -> Fraction | None:
        """The share that is not right; None when fewer than ten were reached, which says too little."""
        return Fraction(self.klopt_niet, self.bereikt) if self.bereikt >= MINSTENS else None
