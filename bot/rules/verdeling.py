"""How far a set of people is from a fair reflection of the wijk, when not all is known. Pure and exact.

The distance is the total variation distance: half the sum over the groups of |share of the set - share of the wijk|,
which is the part of the set that would have to come from another group. It is also the largest excess that any of the
groups together have, and that is how its bounds are found. What counts more than so many people: bot.rules.erbij.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

MEESTE_GROEPEN = 12
"""Beyond so many groups the widest distance takes too long, and no table has them."""
_NUL = Fraction(0)


class Groep(NamedTuple):
    """One group of a characteristic.

    Args:
        bekend: people of the set who are known to belong to it.
        wijk: people of the wijk who belong to it.
        minimum: so many of the set must belong to it.
        misschien: so many people of the wijk beyond those may belong to it: not every address has a known size.
    """

    bekend: int
    wijk: int
    minimum: int = 0
    misschien: int = 0


class Onbekend(NamedTuple):
    """Whose group is not known.

    Args:
        zeker: people who are in the set.
        misschien: people who may be in it: nobody wrote down who they are.
        wijk: people of the wijk, as far as the groups do not have them already.
    """

    zeker: int = 0
    misschien: int = 0
    wijk: int = 0


class Grenzen(NamedTuple):
    """What holds for every way in which those of unknown group may be spread over the groups.

    Args:
        laag: the smallest distance; where more is unknown than groups, no distance is smaller.
        hoog: the largest one.
        kan: as `laag`, where each group has its minimum; None when that cannot be.
        zeker: each group has its minimum however they are spread.
    """

    laag: Fraction
    hoog: Fraction
    kan: Fraction | None
    zeker: bool


def grenzen(groepen: Sequence[Groep], onbekend: Onbekend) -> Grenzen:
    """Return the bounds of the distance and of the minimums.

    A group holds no more people of the set than may be in it in the wijk, unless more are known to be in it.

    Raises:
        ValueError: nobody in the set or in the wijk, too many groups, or more people of unknown group than fit.
    """
    leeg = not sum(g.bekend for g in groepen) + onbekend.zeker or not sum(g.wijk for g in groepen)
    ruimte = plaats(groepen, onbekend)
    if leeg or len(groepen) > MEESTE_GROEPEN or sum(ruimte) < onbekend.zeker:
        raise ValueError(f"no bounds over {groepen} with {onbekend}")
    tekort = [max(g.minimum - g.bekend, 0) for g in groepen]
    past = sum(tekort) <= onbekend.zeker + onbekend.misschien
    kan = None
    if past and all(t <= r for t, r in zip(tekort, ruimte, strict=True)):
        gevuld = [g._replace(bekend=g.bekend + t) for g, t in zip(groepen, tekort, strict=True)]
        uit_zeker = min(sum(tekort), onbekend.zeker)
        rest = onbekend._replace(
            zeker=onbekend.zeker - uit_zeker, misschien=onbekend.misschien - (sum(tekort) - uit_zeker)
        )
        kan = _laagste(gevuld, rest)
    buiten = [sum(ruimte) - r for r in ruimte]
    return Grenzen(
        laag=_laagste(groepen, onbekend),
        hoog=max((Fraction(d.meest, d.van) - d.wijk for d in delen(groepen, onbekend)), default=_NUL),
        kan=kan,
        zeker=all(g.bekend + max(onbekend.zeker - b, 0) >= g.minimum for g, b in zip(groepen, buiten, strict=True)),
    )


def plaats(groepen: Sequence[Groep], onbekend: Onbekend) -> list[int]:
    """Return how many more of the set each group may hold."""
    return [max(g.wijk + g.misschien + onbekend.wijk - g.bekend, 0) for g in groepen]


def variatie(groepen: Sequence[Groep]) -> Fraction:
    """Return the square of the coefficient of variation of the coverage, each group weighed by its people.

    Of those whose group is known: the coverage of a group is its people of the set over its people of the wijk.

    Raises:
        ValueError: nobody in the set or in the wijk.
    """
    allen, wijk = sum(g.bekend for g in groepen), sum(g.wijk for g in groepen)
    if not (allen and wijk):
        raise ValueError("no coverage of nobody")
    dekking = Fraction(allen, wijk)
    som = sum((g.wijk * (Fraction(g.bekend, g.wijk) - dekking) ** 2 for g in groepen if g.wijk), _NUL)
    return som / wijk / dekking**2


class Deel(NamedTuple):
    """Any of the groups together.

    Args:
        meest: the most people of the set that may be in them.
        van: how many the set has then.
        wijk: their smallest share of the wijk.
    """

    meest: int
    van: int
    wijk: Fraction


def delen(groepen: Sequence[Groep], onbekend: Onbekend) -> Iterator[Deel]:
    """Give all ways to take some of the groups together, and none of them."""
    ruimte = plaats(groepen, onbekend)
    allen = sum(g.bekend for g in groepen) + onbekend.zeker
    for welke in product((False, True), repeat=len(groepen)):
        if all(welke):
            continue  # all people are in them, of the set as of the wijk
        binnen = [(g, r) for g, r, hoort in zip(groepen, ruimte, welke, strict=True) if hoort]
        # who may not be in the set at all is in it as far as there is room here
        erbij = min(sum(r for _, r in binnen), onbekend.zeker + onbekend.misschien)
        wijk = sum(g.wijk for g, _ in binnen)
        buiten = sum(g.wijk + g.misschien for g, hoort in zip(groepen, welke, strict=True) if not hoort)
        yield Deel(
            meest=sum(g.bekend for g, _ in binnen) + erbij,
            van=allen + max(erbij - onbekend.zeker, 0),
            wijk=Fraction(wijk, wijk + buiten + onbekend.wijk) if wijk else _NUL,
        )


def _laagste(groepen: Sequence[Groep], onbekend: Onbekend) -> Fraction:
    if onbekend.misschien or onbekend.wijk or any(g.misschien for g in groepen):
        return max((d.wijk - Fraction(d.meest, d.van) for d in delen(groepen, onbekend)), default=_NUL)
    allen, wijk = sum(g.bekend for g in groepen) + onbekend.zeker, sum(g.wijk for g in groepen)
    al = [Fraction(g.bekend * wijk - g.wijk * allen, wijk * allen) for g in groepen]
    return _kleinste(al, plaats(groepen, onbekend), onbekend.zeker, Fraction(1, allen))


def _kleinste(al: Sequence[Fraction], ruimte: Sequence[int], hoeveel: int, stap: Fraction) -> Fraction:
    """Spread so many people where they add least: into what is short first, each group's last one partly."""
    boven = sum((max(a, _NUL) for a in al), _NUL)
    kosten = []
    for over, plek in zip(al, ruimte, strict=True):
        gratis = min(max(-over, _NUL) // stap, plek)
        hoeveel -= gratis
        if gratis < plek:
            kosten.append((max(over + (gratis + 1) * stap, _NUL) - max(over, _NUL), plek - gratis - 1))
    if hoeveel <= 0:
        return boven
    kosten.sort()
    for eerste, _ in kosten[:hoeveel]:
        boven += eerste
    return boven + max(hoeveel - len(kosten), 0) * stap
