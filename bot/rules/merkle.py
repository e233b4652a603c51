"""The Merkle tree over the leaves of a log: hashes, roots and proofs (RFC 9162, sections 2.1.1 to 2.1.3). Pure.

Hashes are 32 bytes. A tree of n leaves is kept as its peaks: the roots of its whole subtrees, the largest first.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

STAP = 8
LEEG = sha256(b"").digest()
"""The root of a tree without leaves."""


def blad_hash(blad: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + blad).digest()


def knoop_hash(links: bytes, rechts: bytes) -> bytes:
    """Return the hash of a node over its two children."""
    return sha256(b"\x01" + links + rechts).digest()


class Knoop(NamedTuple):
    """The root of a whole subtree: over the 2**hoogte leaves from number plek * 2**hoogte on."""

    hoogte: int
    plek: int
    hash: bytes


class Groei:
    """A tree that leaves are added to, in memory that grows with the logarithm of its size.

    Args:
        grootte: how many leaves it has.
        toppen: the roots of its whole subtrees, the largest first: one per bit of `grootte`.
        stap: at each so many levels a root is for keeping (`Boom`); 0: none is.
    """

    def __init__(self, grootte: int = 0, toppen: Iterable[bytes] = (), stap: int = 0) -> None:
        self.grootte = grootte
        self.toppen = list(toppen)
        self.nieuw: list[Knoop] = []
        """The roots for keeping of the subtrees that became whole since it was made."""
        self._stap = stap
        if len(self.toppen) != grootte.bit_count():
            raise ValueError(f"a tree of {grootte} leaves has {grootte.bit_count()} peaks, not {len(self.toppen)}")

    def voeg_toe(self, hash_: bytes) -> None:
        """Add the hash of a leaf."""
        deel, hoogte = self.grootte, 0
        while deel & 1:
            hash_ = knoop_hash(self.toppen.pop(), hash_)
            deel >>= 1
            hoogte += 1
            if self._stap and hoogte % self._stap == 0:
                self.nieuw.append(Knoop(hoogte, deel, hash_))
        self.toppen.append(hash_)
        self.grootte += 1

    def wortel(self) -> bytes:
        """Return the root."""
        if not self.toppen:
            return LEEG
        wortel = self.toppen[-1]
        for top in reversed(self.toppen[:-1]):
            wortel = knoop_hash(top, wortel)
        return wortel


def wortel(bladen: Iterable[bytes]) -> bytes:
    """Return the root over hashes of leaves."""
    boom = Groei()
    for blad in bladen:
        boom.voeg_toe(blad)
    return boom.wortel()


class Boom:
    """A tree that proves: it reads the roots that were kept of it, and at the bottom leaves, in groups of 2**stap.

    However large it is, a proof takes two groups for each `stap` levels.

    Args:
        lees: gives the hashes of at most so many whole subtrees of a height (0: of leaves), from a place on.
    """

    def __init__(self, lees: Callable[[int, int, int], Sequence[bytes]], stap: int = STAP) -> None:
        self._lees, self._stap = lees, stap
        self._groepen: dict[tuple[int, int], list[Sequence[bytes]]] = {}

    def wortel(self, grootte: int) -> bytes:
        """Return the root over the first leaves."""
        return self._over(0, grootte) if grootte else LEEG

    def insluiting(self, nummer: int, grootte: int) -> list[bytes]:
        """Return the proof that a leaf stands at this number among the first leaves, from the leaf upwards."""
        return self._pad(nummer, 0, grootte)

    def _over(self, van: int, tot: int) -> bytes:
        aantal = tot - van
        if aantal & (aantal - 1) == 0 and van % aantal == 0:
            return self._heel(aantal.bit_length() - 1, van)
        midden = van + _deling(aantal)
        return knoop_hash(self._over(van, midden), self._over(midden, tot))

    def _heel(self, hoogte: int, van: int) -> bytes:
        boven = hoogte % self._stap
        groep, plek = divmod(van >> (hoogte - boven), 1 << self._stap)
        return self._groep(hoogte - boven, groep)[boven][plek >> boven]

    def _groep(self, hoogte: int, groep: int) -> list[Sequence[bytes]]:
        """Return the hashes of a group, and those of the subtrees over them, level by level."""
        if (hoogte, groep) not in self._groepen:
            lagen = [self._lees(hoogte, groep << self._stap, 1 << self._stap)]
            for _ in range(1, self._stap):
                paren = zip(lagen[-1][::2], lagen[-1][1::2], strict=False)
                lagen.append([knoop_hash(links, rechts) for links, rechts in paren])
            self._groepen[hoogte, groep] = lagen
        return self._groepen[hoogte, groep]

    def _pad(self, nummer: int, van: int, tot: int) -> list[bytes]:
        if tot - van == 1:
            return []
        midden = van + _deling(tot - van)
        if nummer < midden:
            return [*self._pad(nummer, van, midden), self._over(midden, tot)]
        return [*self._pad(nummer, midden, tot), self._over(van, midden)]


def _deling(aantal: int) -> int:
    """Return the largest power of two below a number of leaves."""
    return int(1 << (aantal - 1).bit_length() - 1)


def wortel_uit_insluiting(blad: bytes, nummer: int, grootte: int, pad: Sequence[bytes]) -> bytes | None:
    """Return the root that a proof of inclusion leads to; None when it fits no tree of this size."""
    if not 0 <= nummer < grootte:
        return None
    hier, laatste, hash_ = nummer, grootte - 1, blad
    for stap in pad:
        if laatste == 0:
            return None
        if hier & 1 or hier == laatste:
            hash_ = knoop_hash(stap, hash_)
            while not hier & 1 and hier:
                hier, laatste = hier >> 1, laatste >> 1
        else:
            hash_ = knoop_hash(hash_, stap)
        hier, laatste = hier >> 1, laatste >> 1
    return hash_ if laatste == 0 else None
