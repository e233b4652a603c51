"""Small cells: what may be shown of a number of people, so that nobody can be picked out of a table. Pure.

A number is shown as its class: 0-4 as "minder dan 5", the others rounded once to 5. Which class a number has depends on
nothing but the number and how many there could be, so that a class says no more than its bounds. What a table may show
at a time, and after what it showed before: publicatie.py. Poll results: uitslag below, and in steps `Tussenstand`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

KLEINSTE = 5
EXACT_VANAF = 10
"""From so many people on a number of the whole wijk is exact, and there may be percentages."""
TUSSENSTAND_VANAF = 10
TUSSENSTAND_STAP = 5
MINDER = f"minder dan {KLEINSTE}"
NIET_GETOOND = "niet getoond"
Cel = int | str


class Klasse(NamedTuple):
    """What may be shown of a number.

    Args:
        laag: the fewest that it may be for who reads it.
        hoog: the most.
        getoond: what is shown: a multiple of five, `MINDER` or `NIET_GETOOND`.
    """

    laag: int
    hoog: int
    getoond: Cel


def klasse(aantal: int, plafond: int | None = None) -> Klasse:
    """Return the class of a number of people.

    Of a group in which all but at most four did the same nothing is shown: neither that all did, nor how many did not.
    Of a group of fewer than ten nothing is shown at all, for either those who did or the others are few.

    Args:
        plafond: how many there could be at most, where everyone knows that; such as the adults of a street.
    """
    if plafond is None:
        return _rond(aantal)
    if plafond < EXACT_VANAF:
        return Klasse(0, max(plafond, aantal), NIET_GETOOND)
    bijna_allen = _rond(plafond - KLEINSTE + 1).laag
    return _rond(aantal) if aantal < bijna_allen else Klasse(bijna_allen, max(plafond, aantal), NIET_GETOOND)


def _rond(aantal: int) -> Klasse:
    if aantal < KLEINSTE:
        return Klasse(0, KLEINSTE - 1, MINDER)
    rond = (aantal + 2) // 5 * 5
    return Klasse(max(rond - 2, KLEINSTE), rond + 2, rond)


def grenzen(getoond: Cel, exact: bool = False) -> tuple[int, int]:
    """Return the fewest and the most that a shown number can be; of one that is not shown nothing is known here."""
    if getoond == MINDER:
        return 0, KLEINSTE - 1
    aantal = int(getoond)
    return (aantal, aantal) if exact else (max(aantal - 2, KLEINSTE), aantal + 2)


def ongeveer(cellen: Sequence[Cel], geheel: int, *, exact: bool = False) -> tuple[int, ...]:
    """Return about what numbers that add up to a whole are, by what is shown; what is not shown is the rest."""
    bekend = [0 if een == NIET_GETOOND else sum(grenzen(een, exact)) // 2 for een in cellen]
    weg = list(cellen).count(NIET_GETOOND)
    rest = max(geheel - sum(bekend), 0) // weg if weg else 0
    return tuple(rest if een == NIET_GETOOND else n for een, n in zip(cellen, bekend, strict=True))


def cel(aantal: int) -> Cel:
    """Return a cell as it may be shown when nothing adds up to it or from it."""
    return _rond(aantal).getoond


def exact(aantal: int) -> Cel:
    """Return a number of the whole wijk as it may be shown: as it is from ten people on."""
    return aantal if aantal >= EXACT_VANAF else f"minder dan {EXACT_VANAF}"


def opkomst_van(aantal: int) -> Cel:
    """Return how many took part in one meeting or poll as it may be shown: rounded, from ten people on."""
    return cel(aantal) if aantal >= EXACT_VANAF else exact(aantal)


def aandeel(deel: int, rest: int) -> Cel:
    """Return a part of a whole as a percentage in fives; of fewer than twenty, or where either is small, none."""
    geheel = deel + rest
    if min(deel, rest) < KLEINSTE or geheel < 2 * EXACT_VANAF:
        return NIET_GETOOND
    return f"{(40 * deel + geheel) // (2 * geheel) * 5}%"


def verhult(klassen: Collection[Klasse], totaal: int) -> bool:
    """Say whether cells that add up to a total, which is known exactly, leave open what they must leave open.

    Each small cell can still be 0, 1, 2, 3 and 4; and in a cell of nearly everyone so can those who are missing.
    """
    laag, hoog = sum(k.laag for k in klassen), sum(k.hoog for k in klassen)
    return all(
        laag - k.laag + meeste <= totaal <= hoog - k.hoog + minste
        for k in klassen
        for minste, meeste in _moet_kunnen(k)
    )


def _moet_kunnen(k: Klasse) -> Iterator[tuple[int, int]]:
    """Yield from which to which number a cell must stay possible."""
    if k.laag == 0 and k.hoog:
        yield 0, min(KLEINSTE - 1, k.hoog)
    if k.getoond == NIET_GETOOND and k.laag:
        yield k.hoog - KLEINSTE + 1, k.hoog


def zonder_deel(geheel: int, zonder: int) -> Cel:
    """Return how many there are without a part, such as what staff recorded, beside the exact whole."""
    klassen = [klasse(zonder), klasse(geheel - zonder)]
    return klassen[0].getoond if verhult(klassen, geheel) else NIET_GETOOND


def uitslag(aantallen: Sequence[int], stemmen: int, max_keuzes: int | None) -> tuple[Cel, ...] | None:
    """Return what may be shown of the votes per option of a closed poll; None of fewer than ten ballots.

    Whoever knows how many ballots there were subtracts. Where that would tell of a small option, the largest is not
    shown, nor what comes within a step of it: a reader knows that what is left out is no smaller than what is shown.
    Where that still tells, no option is. Of ballots with more choices, what nearly everyone chose is not shown either.

    Args:
        max_keuzes: how many options a ballot may have, None for any number.
    """
    if stemmen < EXACT_VANAF:
        return None
    if max_keuzes == 1:
        return tuple(k.getoond for k in _een_keuze([klasse(aantal) for aantal in aantallen], stemmen))
    klassen = [klasse(aantal, stemmen) for aantal in aantallen]
    ruimte = stemmen * (max_keuzes or len(klassen))
    while min(k.laag for k in klassen) == 0 and sum(k.laag for k in klassen) + KLEINSTE - 1 > ruimte:
        klassen = _zonder_grootste(klassen)
    return tuple(k.getoond for k in klassen)


def _een_keuze(klassen: list[Klasse], stemmen: int) -> list[Klasse]:
    if verhult(klassen, stemmen):
        return klassen
    over = _zonder_grootste(klassen)
    minstens = max(KLEINSTE, *(k.laag for k in over))  # what a reader knows of an option that is left out
    laag = sum(minstens if k.getoond == NIET_GETOOND else k.laag for k in over)
    te_weinig = laag + KLEINSTE - 1 > stemmen
    return [Klasse(0, k.hoog, NIET_GETOOND) for k in klassen] if te_weinig else over


def _zonder_grootste(klassen: Sequence[Klasse]) -> list[Klasse]:
    """Leave out the largest and what comes within a step of it; when all are small, all of them."""
    grootste = max(k.laag for k in klassen)
    vanaf = max(grootste - KLEINSTE, min(grootste, 1))
    return [Klasse(0, k.hoog, NIET_GETOOND) if k.laag >= vanaf else k for k in klassen]


@dataclass(frozen=True)
class Tussenstand:
    """How an open poll goes, as it may be shown.

    Args:
        stemmen: how many ballots it was made of.
        delen: per option what is shown of it as a percentage of them, in fives; or `MINDER` or `NIET_GETOOND`.
    """

    stemmen: int
    delen: tuple[Cel, ...]


def tussenstand(vorige: Tussenstand | None, delen: Sequence[Cel] | None, stemmen: int) -> Tussenstand | None:
    """Return what may be shown after the one that was shown before: the same until enough more people have voted.

    Args:
        vorige: what was shown last, None when nothing was.
        delen: what may be shown now, as percentages; None while there are too few.
        stemmen: how many ballots there are now.
    """
    return vorige if stemmen < volgende_stand(vorige) or delen is None else Tussenstand(stemmen, tuple(delen))


def volgende_stand(vorige: Tussenstand | None) -> int:
    """Return with how many ballots it may change: five more, of many one in a hundred more."""
    return TUSSENSTAND_VANAF if vorige is None else vorige.stemmen + max(TUSSENSTAND_STAP, vorige.stemmen // 100)


def in_vijfjes(deel: int, geheel: int) -> int:
    """Return a part of a whole as a percentage in fives, at most 100."""
    return min((40 * deel + geheel) // (2 * geheel) * 5, 100)
