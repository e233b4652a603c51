"""How far a set of people is from a fair reflection of the wijk, when the group of some is not known. Pure and exact.

The distance is the total variation distance: half the sum over the groups of |share of the set - share of the wijk|,
which is the part of the set that would have to come from another group. It is computed as a sum of excesses in whole
numbers: n_h * N - N_h * n, as far as that is more than nought.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

MEESTE_GROEPEN = 12
"""Beyond so many groups the widest distance takes too long, and no table has them."""


class Groep(NamedTuple):
    """One group of a characteristic.

    Args:
        bekend: people of the set who are known to belong to it.
        wijk: people of the wijk who belong to it.
        minimum: so many of the set must belong to it.
    """

    bekend: int
    wijk: int
    minimum: int = 0


class Grenzen(NamedTuple):
    """What holds for every way in which those of unknown group may be spread over the groups.

    Args:
        laag: the smallest distance.
        hoog: the largest one.
        kan: the smallest distance at which each group has its minimum; None when that cannot be.
        zeker: each group has its minimum however they are spread.
    """

    laag: Fraction
    hoog: Fraction
    kan: Fraction | None
    zeker: bool


def grenzen(groepen: Sequence[Groep], onbekend: int) -> Grenzen:
    """Return the bounds of the distance and of the minimums.

    A group holds no more people of the set than of the wijk, unless more are known to be in it.

    Raises:
        ValueError: nobody in the set or in the wijk, too many groups, or more people of unknown group than fit.
    """
    allen, wijk = sum(g.bekend for g in groepen) + onbekend, sum(g.wijk for g in groepen)
    ruimte = [max(g.wijk - g.bekend, 0) for g in groepen]
    if not (allen and wijk) or len(groepen) > MEESTE_GROEPEN or sum(ruimte) < onbekend:
        raise ValueError(f"no bounds over {len(groepen)} groups, {allen} people of {wijk} and {onbekend} unknown")
    al = [Fraction(g.bekend * wijk - g.wijk * allen, wijk * allen) for g in groepen]
    stap = Fraction(1, allen)
    tekort = [max(g.minimum - g.bekend, 0) for g in groepen]
    past = sum(tekort) <= onbekend and all(t <= r for t, r in zip(tekort, ruimte, strict=True))
    verdeeld = [a + t * stap for a, t in zip(al, tekort, strict=True)]
    over = [r - t for r, t in zip(ruimte, tekort, strict=True)]
    return Grenzen(
        laag=_kleinste(al, ruimte, onbekend, stap),
        hoog=_grootste(al, ruimte, onbekend, stap),
        kan=_kleinste(verdeeld, over, onbekend - sum(tekort), stap) if past else None,
        zeker=all(
            g.bekend + max(onbekend - (sum(ruimte) - r), 0) >= g.minimum for g, r in zip(groepen, ruimte, strict=True)
        ),
    )


def _kleinste(al: Sequence[Fraction], ruimte: Sequence[int], hoeveel: int, stap: Fraction) -> Fraction:
    """Spread so many people where they add least: into what is short first, each group's last one partly."""
    boven = sum((max(a, Fraction(0)) for a in al), Fraction(0))
    delen = []
    for over, plaats in zip(al, ruimte, strict=True):
        gratis = min(max(-over, Fraction(0)) // stap, plaats)
        hoeveel -= gratis
        if gratis < plaats:
            delen.append((max(over + (gratis + 1) * stap, Fraction(0)) - max(over, Fraction(0)), plaats - gratis - 1))
    if hoeveel <= 0:
        return boven
    delen.sort()
    for eerste, _ in delen[:hoeveel]:
        boven += eerste
    return boven + max(hoeveel - len(delen), 0) * stap


def _grootste(al: Sequence[Fraction], ruimte: Sequence[int], hoeveel: int, stap: Fraction) -> Fraction:
    """Fill some groups wholly and at most one partly: the distance is convex, so its largest value is at a corner."""
    meest = Fraction(-1)
    for vol in product((False, True), repeat=len(al)):
        rest = hoeveel - sum(r for r, v in zip(ruimte, vol, strict=True) if v)
        if rest < 0:
            continue
        delen = [max(a + r * stap * v, Fraction(0)) for a, r, v in zip(al, ruimte, vol, strict=True)]
        som = sum(delen, Fraction(0))
        if rest == 0:
            meest = max(meest, som)
            continue
        for nummer, (a, r, v) in enumerate(zip(al, ruimte, vol, strict=True)):
            if not v and r >= rest:
                meest = max(meest, som - delen[nummer] + max(a + rest * stap, Fraction(0)))
    return meest
