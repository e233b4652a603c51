"""What stands on a ballot on paper, as data: a method gives it one sheet shows it. Its words are in the catalogs."""

from dataclasses import dataclass
from typing import Literal

from bot.rules.peilscherm import Woord, Zin


@dataclass(frozen=True)
class Vel:
    """What someone with a pen sees under the question.

    Args:
        rijen: what is answered, a line each (`knop`): options, statements, moments.
        kolommen: what stands above the boxes of a line (`knop`); without them a line has one box.
        vak: a box to tick, or one for a number.
        regels: what it is about, before the lines (`zin`).
        zinnen: how to fill it in (`zin`).
        lijnen: so many lines to write on; 0: nothing is written.
        schrijf: what to write there (`zin`); None: the sheet says it in general words.
        genummerd: whether the lines have numbers of their own.
    """

    rijen: tuple[Woord, ...]
    kolommen: tuple[Woord, ...] = ()
    vak: Literal["kruis", "getal"] = "kruis"
    regels: tuple[Woord, ...] = ()
    zinnen: tuple[Zin, ...] = ()
    lijnen: int = 0
    schrijf: Zin | None = None
    genummerd: bool = True
