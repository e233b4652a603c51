"""Poll methods, one file each, found by itself. A method gives what a voter sees and what came out of it as data.

So one handler, one renderer and one picture serve all. What stands on a ballot (`inhoud`) only its method reads.
"""

import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast


@dataclass(frozen=True)
class Scherm:
    """What a voter sees under the question.

    Args:
        knoppen: (number of the option, what a tap does, whether it is chosen now), a button each.
        zinnen: (which sentence, its number if it has one), in their order; the method's `ZINNEN` names all of them.
    """

    knoppen: tuple[tuple[int, str, bool], ...]
    zinnen: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True)
class Uitslag:
    """A result.

    Args:
        regels: (text, votes) in the order of the options.
        stemmen: how many people voted.
        leeg: how many of them left everything open.
    """

    regels: tuple[tuple[str, int], ...]
    stemmen: int
    leeg: int = 0


class TeVeel(ValueError):  # noqa: N818 (it is no fault: one taps a choice more than may be)
    """One choice more than may be; the ballot stays as it is."""


class Methode(Protocol):
    """What the file of a poll method has. Options are numbers from 0, in their order."""

    ZINNEN: tuple[str, ...]

    def scherm(self, opties: int, max_keuzes: int | None, inhoud: str | None) -> Scherm:
        """Return what someone sees who has this ballot, or None yet."""

    def stem(self, inhoud: str | None, optie: int, daad: str, max_keuzes: int | None) -> str | None:
        """Return the ballot after a tap, None when the tap changes nothing.

        Raises:
            TeVeel: one choice more than may be.
        """

    def tel(self, opties: Sequence[str], biljetten: Mapping[str, int]) -> Uitslag:
        """Count ballots: how often each content was cast."""


METHODEN: dict[str, Methode] = {
    module.name: cast(Methode, import_module(f"{__name__}.{module.name}")) for module in pkgutil.iter_modules(__path__)
}
"""The poll methods by name."""
