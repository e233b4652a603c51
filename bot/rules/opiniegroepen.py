"""Opinion groups: people who gave about the same answers to statements. Pure, and the same for the same ballots.

Each group has ten people at least, or there are none. A group is told by about how many it has and by what most of it
agree or disagree with; what that may give away of a few people is weighed in groepskennis.py. Found by k-modes: from
several fixed beginnings people go to the group whose most given answers are most like theirs, until nobody moves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

KLEINSTE_GROEP = 10
MINSTE_STELLINGEN = 6
"""Of fewer statements groups come out of chance."""
PAST = Fraction(4, 5)
"""So much of what people answered is what most of their group answered."""
WINST = Fraction(3, 20)
"""So much better it fits than all people as one group; and a third group so much better than two."""
WINST_DERDE = Fraction(7, 100)
GEPLAATST = Fraction(2, 3)
"""So many of all who voted are in a group."""
HELFT_GELIJK = Fraction(9, 10)
"""So many are in the same group when only half of the people make the groups."""
_BEGINNEN = 8
_RONDES = 25


class Midden(NamedTuple):
    """What most of a group answered: the statements that it agrees with, and that it disagrees with, as bits."""

    eens: int
    oneens: int


@dataclass(frozen=True)
class Groep:
    """A group as it was counted: how many people, and per statement how many agree, disagree, and did neither."""

    mensen: int
    antwoorden: tuple[tuple[int, ...], ...]


class _Mensen:
    """Who answered enough: each person is a bit, and so is each statement in what a person answered."""

    def __init__(self, antwoorden: Sequence[str]) -> None:
        self.van = [Midden(_bits(a, "e"), _bits(a, "o")) for a in antwoorden]
        self.allen = (1 << len(antwoorden)) - 1
        self.stellingen = len(antwoorden[0]) if antwoorden else 0
        self.eens, self.oneens = (
            [_bits([a[n] for a in antwoorden], letter) for n in range(self.stellingen)] for letter in "eo"
        )

    def midden(self, groep: int) -> Midden:
        """Return what most of a group answered; where it is even, nothing."""
        eens = oneens = 0
        for n in range(self.stellingen):
            voor, tegen = (self.eens[n] & groep).bit_count(), (self.oneens[n] & groep).bit_count()
            eens |= (voor > tegen) << n
            oneens |= (voor < tegen) << n
        return Midden(eens, oneens)

    def verdeel(self, middens: Sequence[Midden]) -> tuple[int, ...]:
        """Return who is most like which; who is as much like two is in neither."""
        groepen = [0] * len(middens)
        gezien: dict[Midden, int] = {}
        for nummer, wie in enumerate(self.van):
            if wie not in gezien:
                lijkt = [_lijkt(wie, midden) for midden in middens]
                gezien[wie] = lijkt.index(max(lijkt)) if lijkt.count(max(lijkt)) == 1 else -1
            if gezien[wie] >= 0:
                groepen[gezien[wie]] |= 1 << nummer
        return tuple(groepen)

    def past(self, groepen: Iterable[int]) -> Fraction:
        """Return which part of all answers is what most of a group answered; of who is in none no answer is."""
        raak = sum(
            max((self.eens[n] & groep).bit_count(), (self.oneens[n] & groep).bit_count())
            for groep in groepen
            for n in range(self.stellingen)
        )
        alle = sum(wie.bit_count() for wie in (*self.eens, *self.oneens))
        return Fraction(raak, alle) if alle else Fraction(0)

    def zoek(self, middens: Sequence[Midden]) -> tuple[int, ...]:
        """Return the groups in which nobody moves any more."""
        groepen = self.verdeel(middens)
        for _ in range(_RONDES):
            nieuw = self.verdeel([self.midden(groep) for groep in groepen])
            if nieuw == groepen:
                break
            groepen = nieuw
        return groepen


def vind(biljetten: Mapping[str, int]) -> tuple[Groep, ...]:
    """Return the groups that there are, the largest first; none when they are too small, too vague or not stable.

    Args:
        biljetten: how often which answers were given, all of one length; a letter per statement: `e` agrees, `o`
            disagrees, anything else is neither.
    """
    return _vind(tuple(sorted(biljetten.items())))


@lru_cache(16)
def _vind(biljetten: tuple[tuple[str, int], ...]) -> tuple[Groep, ...]:
    alle = [antwoorden for antwoorden, aantal in biljetten for _ in range(aantal)]
    if len(alle) < 2 * KLEINSTE_GROEP or len(alle[0]) < MINSTE_STELLINGEN:
        return ()
    genoeg = [a for a in alle if 2 * sum(letter in "eo" for letter in a) >= len(a)]
    mensen = _Mensen(genoeg)
    twee = _beste(mensen, _twee(mensen))
    drie = _beste(mensen, _drie(mensen, twee)) if twee else ()
    gevonden: tuple[int, ...] = ()
    if _goed(mensen, twee, len(alle)) and _vast(genoeg, mensen, twee):
        gevonden = twee
    if _goed(mensen, drie, len(alle)) and _scherper(mensen, drie, twee) and _vast(genoeg, mensen, drie):
        gevonden = drie
    groepen = [_tel(mensen, groep) for groep in gevonden]
    return tuple(sorted(groepen, key=lambda groep: (-groep.mensen, groep.antwoorden)))


def _goed(mensen: _Mensen, groepen: Sequence[int], stemmen: int) -> bool:
    if not groepen or min(groep.bit_count() for groep in groepen) < KLEINSTE_GROEP:
        return False
    if sum(groep.bit_count() for groep in groepen) < GEPLAATST * stemmen:
        return False
    return mensen.past(groepen) >= max(PAST, mensen.past([mensen.allen]) + WINST)


def _scherper(mensen: _Mensen, drie: Sequence[int], twee: Sequence[int]) -> bool:
    return mensen.past(drie) >= mensen.past(twee) + WINST_DERDE


def _vast(genoeg: Sequence[str], mensen: _Mensen, groepen: Sequence[int]) -> bool:
    """Say whether each half of the people makes the same groups of all of them; the halves are every second one."""
    for begin in (0, 1):
        helft = _Mensen(genoeg[begin::2])
        twee = _beste(helft, _twee(helft))
        zelf = twee if len(groepen) == 2 else _beste(helft, _drie(helft, twee)) if twee else ()
        if len(zelf) != len(groepen):
            return False
        anders = mensen.verdeel([helft.midden(groep) for groep in zelf])
        gelijk = max(
            sum((een & ander).bit_count() for een, ander in zip(groepen, volgorde, strict=True))
            for volgorde in permutations(anders)
        )
        if gelijk < HELFT_GELIJK * sum(groep.bit_count() for groep in groepen):
            return False
    return True


def _twee(mensen: _Mensen) -> Iterator[Sequence[Midden]]:
    """Yield beginnings: who agrees with one statement, and who disagrees, for those that divide most."""
    for n in _verdeeld(mensen):
        yield [mensen.midden(mensen.eens[n]), mensen.midden(mensen.oneens[n])]


def _drie(mensen: _Mensen, twee: Sequence[int]) -> Iterator[Sequence[Midden]]:
    """Yield beginnings: one of two groups parted by one statement."""
    for n in _verdeeld(mensen):
        for een, ander in (twee, tuple(reversed(twee))):
            delen = een & mensen.eens[n], een & mensen.oneens[n], ander
            if all(delen):
                yield [mensen.midden(deel) for deel in delen]


def _verdeeld(mensen: _Mensen) -> list[int]:
    minste = [min(mensen.eens[n].bit_count(), mensen.oneens[n].bit_count()) for n in range(mensen.stellingen)]
    volgorde = sorted(range(mensen.stellingen), key=lambda n: (-minste[n], n))
    return [n for n in volgorde[:_BEGINNEN] if minste[n]]


def _beste(mensen: _Mensen, beginnen: Iterable[Sequence[Midden]]) -> tuple[int, ...]:
    """Return the groups that fit best; the first of those that fit as well."""
    beste: tuple[int, ...] = ()
    hoogst = Fraction(-1)
    for middens in beginnen:
        groepen = mensen.zoek(middens)
        if all(groepen) and (hoog := mensen.past(groepen)) > hoogst:
            beste, hoogst = groepen, hoog
    return beste


def _tel(mensen: _Mensen, groep: int) -> Groep:
    aantal = groep.bit_count()
    antwoorden = []
    for n in range(mensen.stellingen):
        voor, tegen = (mensen.eens[n] & groep).bit_count(), (mensen.oneens[n] & groep).bit_count()
        antwoorden.append((voor, tegen, aantal - voor - tegen))
    return Groep(aantal, tuple(antwoorden))


def _lijkt(wie: Midden, midden: Midden) -> int:
    gelijk = (wie.eens & midden.eens).bit_count() + (wie.oneens & midden.oneens).bit_count()
    return gelijk - (wie.eens & midden.oneens).bit_count() - (wie.oneens & midden.eens).bit_count()


def _bits(letters: Iterable[str], letter: str) -> int:
    return sum(1 << n for n, deze in enumerate(letters) if deze == letter)
