"""What came out of a poll, as data: as it was counted, and as it may be shown. What may: peilinguitslag.py."""

from dataclasses import dataclass

from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.peilscherm import Woord, Zin


@dataclass(frozen=True)
class Regel:
    """A line of a result.

    Args:
        naam: text of the option: exports and conditions know it by that.
        aantallen: one count, or one per column.
        label: how people read it, when that is not its name (`knop`).
    """

    naam: str
    aantallen: tuple[int, ...]
    label: Woord | None = None


@dataclass(frozen=True)
class Uitslag:
    """What was counted; nobody sees it as it is.

    With columns each line is a question by itself: a ballot stands in one of its columns. Without, all lines together
    are one question.

    Args:
        stemmen: how many ballots.
        leeg: how many of them stand on no line.
        kolommen: names of the counts of a line (`kolom`).
        per_stem: without columns: on how many lines a ballot stands at most; 1: on one, or none; None: any number.
        punten: the lines hold points, so many of each ballot: shown as parts of the whole; 0: they hold ballots.
    """

    regels: tuple[Regel, ...]
    stemmen: int
    leeg: int = 0
    kolommen: tuple[str, ...] = ()
    per_stem: int | None = 1
    punten: int = 0


@dataclass(frozen=True)
class GetoondeRegel:
    """A line of a result as it may be shown: numbers, or `MINDER`, or `NIET_GETOOND`."""

    naam: str
    label: Woord
    cellen: tuple[Cel, ...]


@dataclass(frozen=True)
class Getoond:
    """A result as it may be shown; without lines when there are too few ballots.

    Args:
        procent: whether the cells are parts of the whole in percents, else ballots.
        exact: whether the numbers are as they were counted, else rounded.
        zinnen: what a reader should see in it (`zin`).
        momenten: ISO strings that came out best: who may plan makes a meeting of one.
        speling: a difference of no more than this says nothing: what differs so is level.
    """

    stemmen: Cel
    regels: tuple[GetoondeRegel, ...]
    kolommen: tuple[str, ...] = ()
    procent: bool = False
    exact: bool = False
    zinnen: tuple[Zin, ...] = ()
    momenten: tuple[str, ...] = ()
    speling: int = 0


def gelijk_bovenaan(getoond: Getoond) -> tuple[GetoondeRegel, ...]:
    """Return the lines that are on top together, as far as everyone can see; none when one is, or when nobody sees."""
    cellen = [regel.cellen[0] for regel in getoond.regels]
    hoogste = max((cel for cel in cellen if isinstance(cel, int)), default=0)
    gelijk = tuple(
        regel
        for regel in getoond.regels
        if isinstance(cel := regel.cellen[0], int) and hoogste - cel <= getoond.speling
    )
    return gelijk if len(gelijk) > 1 and NIET_GETOOND not in cellen else ()
