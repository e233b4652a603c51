"""What may be told of opinion groups, for readers who know the result too. Pure.

A reader knows how many voted, exactly; of each statement the counts as they are shown; of each group its size, rounded,
and that it is ten at least; and with which statements most of it agrees or disagrees. A count of a group below five
must still be able to be 0, 1, 2, 3 and 4 for them, one by one; so must it be of those who are in no group.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product

from bot.rules.kleine_cellen import KLEINSTE, NIET_GETOOND, Cel, grenzen, klasse
from bot.rules.opiniegroepen import KLEINSTE_GROEP, Groep, vind

Grens = tuple[int, int]
Rij = tuple[int, ...]
Plek = tuple[int, int]
GENOEMD = 3
"""So many statements are told of a group, and of all groups together, at most."""


@dataclass(frozen=True)
class Groepsbeeld:
    """A group as it may be told: about how many people, and which statements set it apart, by their numbers."""

    ongeveer: int
    eens: Rij
    oneens: Rij


@dataclass(frozen=True)
class Beeld:
    """The groups, the largest first, and with which statements most of each group agree or disagree alike."""

    groepen: tuple[Groepsbeeld, ...]
    eens: Rij
    oneens: Rij


@lru_cache(16)
def vertel(
    biljetten: tuple[tuple[str, int], ...], totalen: tuple[Rij, ...], getoond: tuple[tuple[Cel, ...], ...]
) -> Beeld | None:
    """Return what may be told of the groups; None when there are none, or none that may be told.

    Args:
        biljetten: which answers were given how often, see `opiniegroepen.vind`.
        totalen: per statement how many agree, disagree and did neither.
        getoond: the same as everyone sees it.
    """
    groepen = vind(dict(biljetten))
    stil = verzwegen(groepen, totalen, getoond, sum(aantal for _, aantal in biljetten)) if groepen else None
    if stil is None:
        return None
    nummers = [nummer for nummer in range(len(totalen)) if nummer not in stil]
    kanten = [[_kant(groep, nummer) for groep in groepen] for nummer in range(len(totalen))]
    beelden = []
    for g, groep in enumerate(groepen):
        apart = [n for n in nummers if kanten[n][g] is not None and any(k != kanten[n][g] for k in kanten[n])]
        apart.sort(key=lambda n: (-_verschil(groepen, g, n, kanten[n][g] or 0), n))
        noem = apart[:GENOEMD]
        if not noem:
            return None
        eens, oneens = (tuple(n for n in noem if kanten[n][g] == kant) for kant in (0, 1))
        beelden.append(Groepsbeeld(int(klasse(groep.mensen).getoond), eens, oneens))
    samen = [n for n in nummers if kanten[n][0] is not None and len(set(kanten[n])) == 1]
    samen.sort(key=lambda n: (-min(_aandeel(groep, n, kanten[n][0] or 0) for groep in groepen), n))
    noem = samen[:GENOEMD]
    eens, oneens = (tuple(n for n in noem if kanten[n][0] == kant) for kant in (0, 1))
    return Beeld(tuple(beelden), eens, oneens)


def meeste(mensen: int) -> int:
    """Return how many of a group are most of it: three in five."""
    return -(-3 * mensen // 5)


def _kant(groep: Groep, nummer: int) -> int | None:
    """Return what most of a group answered: 0 agree, 1 disagree; None when neither is most."""
    return next((k for k in (0, 1) if groep.antwoorden[nummer][k] >= meeste(groep.mensen)), None)


def _aandeel(groep: Groep, nummer: int, kant: int) -> Fraction:
    return Fraction(groep.antwoorden[nummer][kant], groep.mensen)


def _verschil(groepen: Sequence[Groep], eigen: int, nummer: int, kant: int) -> Fraction:
    """Return how far a group is from the others on a statement, together."""
    anderen = [groep for g, groep in enumerate(groepen) if g != eigen]
    return sum((_aandeel(groepen[eigen], nummer, kant) - _aandeel(een, nummer, kant) for een in anderen), Fraction(0))


def verzwegen(
    groepen: Sequence[Groep], totalen: Sequence[Rij], getoond: Sequence[Sequence[Cel]], stemmen: int
) -> set[int] | None:
    """Return of which statements nothing may be said per group; None when the groups may not be told at all."""
    groottes = _groottes(groepen, stemmen)
    stil = set()
    for nummer, (totaal, cellen) in enumerate(zip(totalen, getoond, strict=True)):
        rijen: list[Rij] = [groep.antwoorden[nummer] for groep in groepen]
        rijen.append(tuple(alle - sum(rij[n] for rij in rijen) for n, alle in enumerate(totaal)))
        kolommen = _kolommen(cellen, stemmen)
        if not _verhult(rijen, groottes, kolommen, gezegd=False):
            return None
        if not _verhult(rijen, groottes, kolommen, gezegd=True):
            stil.add(nummer)
    return stil


def _verhult(rijen: Sequence[Rij], groottes: Sequence[Rij], kolommen: Sequence[Grens], *, gezegd: bool) -> bool:
    """Say whether each small count can still be all that is small.

    A count that cannot be all that is small must be large, or the groups would not be told: so a reader knows that.

    Args:
        rijen: the counts per group; the last row is who is in none.
        groottes: how large the rows can be.
        gezegd: whether it is said what most of each group agree or disagree with.
    """
    groot: set[Plek] = set()
    plekken = {(r, k) for r, rij in enumerate(rijen) for k in range(len(rij))}
    while True:
        erbij = {een for een in plekken - groot if not _blijft(rijen, groottes, kolommen, een, groot, gezegd=gezegd)}
        if any(rijen[r][k] < KLEINSTE for r, k in erbij):
            return False
        if not erbij:
            return True
        groot |= erbij


def _blijft(
    rijen: Sequence[Rij],
    groottes: Sequence[Rij],
    kolommen: Sequence[Grens],
    plek: Plek,
    groot: set[Plek],
    *,
    gezegd: bool,
) -> bool:
    """Say whether a count can be all that is small."""
    hoogstens = max(maten[plek[0]] for maten in groottes)
    kennis = [(maten, _kennis(rijen, maten, groot, gezegd=gezegd)) for maten in groottes]
    return all(
        any(kan(maten, _als(weet, plek, aantal), kolommen) for maten, weet in kennis)
        for aantal in range(min(KLEINSTE, hoogstens + 1))
    )


def _kennis(rijen: Sequence[Rij], maten: Rij, groot: Iterable[Plek], *, gezegd: bool) -> list[list[Grens]]:
    """Return what a reader knows of each count when the rows are so large."""
    weet = [[(KLEINSTE if (r, k) in groot else 0, maten[r]) for k in range(len(rij))] for r, rij in enumerate(rijen)]
    if gezegd:
        for r, rij in enumerate(rijen[:-1]):
            for k in (0, 1):
                if rij[k] >= meeste(sum(rij)):
                    weet[r][k] = (meeste(maten[r]), maten[r])
    return weet


def _als(weet: Sequence[Sequence[Grens]], plek: Plek, aantal: int) -> list[list[Grens]]:
    """Return the same when one count would be this."""
    cellen = [list(rij) for rij in weet]
    laag, hoog = cellen[plek[0]][plek[1]]
    cellen[plek[0]][plek[1]] = (max(laag, aantal), min(hoog, aantal))
    return cellen


def _groottes(groepen: Sequence[Groep], stemmen: int) -> list[Rij]:
    """Return some of how large the groups can be for a reader, and those in none; as it is first.

    Those left out could only make more possible.
    """
    eigen = tuple(groep.mensen for groep in groepen)
    klassen = [klasse(n) for n in eigen]
    ruimte = [(n, max(k.laag, KLEINSTE_GROEP), k.hoog) for n, k in zip(eigen, klassen, strict=True)]
    maten = dict.fromkeys(maten for maten in product(*ruimte) if sum(maten) <= stemmen)
    return [(*een, stemmen - sum(een)) for een in maten]


def _kolommen(cellen: Sequence[Cel], stemmen: int) -> tuple[Grens, ...]:
    """Return what a reader knows of the counts of all; what is left out is no smaller than what is shown."""
    bekend = [None if cel == NIET_GETOOND else grenzen(cel) for cel in cellen]
    minstens = max((KLEINSTE, *(grens[0] for grens in bekend if grens))) if any(bekend) else 0
    return tuple(grens or (minstens, stemmen) for grens in bekend)


def kan(rijen: Rij, cellen: Sequence[Sequence[Grens]], kolommen: Sequence[Grens]) -> bool:
    """Say whether there is a table of whole numbers with these sums of rows, and all else within these bounds.

    There is when for each choice of columns the rows need no more there than fits, and can fill what is needed there:
    what rows can put in columns is a generalized polymatroid, and bounds per column are a box.
    """
    for rij, grens in zip(rijen, cellen, strict=True):
        if not sum(laag for laag, _ in grens) <= rij <= sum(hoog for _, hoog in grens):
            return False
        if any(laag > hoog for laag, hoog in grens):
            return False
    for keuze in product((False, True), repeat=len(kolommen)):
        erin = [n for n, ja in enumerate(keuze) if ja]
        eruit = [n for n, ja in enumerate(keuze) if not ja]
        minst = meest = 0
        for rij, grens in zip(rijen, cellen, strict=True):
            minst += max(sum(grens[n][0] for n in erin), rij - sum(grens[n][1] for n in eruit))
            meest += min(sum(grens[n][1] for n in erin), rij - sum(grens[n][0] for n in eruit))
        if minst > sum(kolommen[n][1] for n in erin) or meest < sum(kolommen[n][0] for n in erin):
            return False
    return True
