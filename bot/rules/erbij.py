"""How many more people, and from which groups, make a set a fair reflection for certain. Pure and exact."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.rules.verdeling import Groep, Onbekend, delen, grenzen, plaats

_MEESTE_POGINGEN = 400
"""From where it may be enough, a few tries find it: only rounding to whole people is left. Then there is no number."""


class Verdeling(NamedTuple):
    """One characteristic: its groups, and whose group is not known."""

    groepen: Sequence[Groep]
    onbekend: Onbekend


def zoek(verdelingen: Sequence[Verdeling], afstand: Fraction, minstens: int = 0) -> tuple[int, list[list[int]]] | None:
    """Return with how many people more all characteristics pass for certain, and from which groups.

    The number suffices. It is sought from below, yet where groups are unknown a smaller one may be enough too.

    Args:
        afstand: the largest distance that was agreed.
        minstens: so many must be added in any case.

    Returns:
        The number, and per characteristic how many of each group; None when no number will do.
    """
    begin = max([minstens, *(_ondergrens(deel, afstand) for deel in verdelingen)])
    meest = min((sum(plaats(*deel)) for deel in verdelingen), default=-1)
    for aantal in range(begin, min(meest, begin + _MEESTE_POGINGEN) + 1):
        gevonden = [_verdeel(deel, afstand, aantal) for deel in verdelingen]
        goed = [erbij for erbij in gevonden if erbij is not None]
        if len(goed) == len(gevonden):
            return aantal, goed
    return None


def _ondergrens(deel: Verdeling, afstand: Fraction) -> int:
    """Return a number below which it cannot be enough: some groups have too much, or a minimum is short."""
    groepen, onbekend = deel
    allen = sum(g.bekend for g in groepen) + onbekend.zeker + onbekend.misschien
    nodig = [sum(max(g.minimum - g.bekend, 0) for g in groepen) - onbekend.zeker, 0]
    nodig += [-(-d.meest // (afstand + d.wijk)) - allen for d in delen(groepen, onbekend)]
    return max(nodig)


def _verdeel(deel: Verdeling, afstand: Fraction, aantal: int) -> list[int] | None:
    """Add so many people where the set is shortest of them; None when that is not enough."""
    groepen, onbekend = deel
    ruimte = plaats(*deel)
    erbij = [min(max(g.minimum - g.bekend, 0), r) for g, r in zip(groepen, ruimte, strict=True)]
    rest = aantal - sum(erbij)
    if rest < 0:
        erbij, rest = [0] * len(groepen), aantal  # the minimums are there for certain, or this is too few
    schaal = sum(2 * g.wijk + g.misschien for g in groepen)
    allen = sum(g.bekend for g in groepen) + onbekend.zeker + aantal
    allen += min(onbekend.misschien, max(sum(ruimte) - onbekend.zeker - aantal, 0))
    over = [(g.bekend + e) * schaal - (2 * g.wijk + g.misschien) * allen for g, e in zip(groepen, erbij, strict=True)]
    vrij = [r - e for r, e in zip(ruimte, erbij, strict=True)]

    def tot(peil: int) -> list[int]:
        return [min(max((peil - o) // schaal, 0), v) for o, v in zip(over, vrij, strict=True)]

    laag, hoog = min(over), max(over) + schaal * (rest + 1)
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        laag, hoog = (midden, hoog) if sum(tot(midden)) <= rest else (laag, midden)
    vul = tot(laag)
    kortste = sorted((o + v * schaal, nr) for nr, (o, v) in enumerate(zip(over, vul, strict=True)) if v < vrij[nr])
    for _, nummer in kortste[: rest - sum(vul)]:
        vul[nummer] += 1
    erbij = [e + v for e, v in zip(erbij, vul, strict=True)]
    nieuw = [g._replace(bekend=g.bekend + e) for g, e in zip(groepen, erbij, strict=True)]
    if sum(erbij) != aantal or sum(plaats(nieuw, onbekend)) < onbekend.zeker:
        return None
    uit = grenzen(nieuw, onbekend)
    return erbij if uit.hoog <= afstand and uit.zeker else None
