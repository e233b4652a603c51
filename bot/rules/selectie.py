"""Which residents of an audience a message is for, and what may be said of how many they are. Pure.

The number must not tell about one person: who counts an audience with and without a condition may not subtract.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple

from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.kleine_cellen import KLEINSTE

Eissoort = Literal["koop", "huur", "niet_gehoord", "niet_geinformeerd", "komt", "niet_gestemd", "was_er"]
EISEN: tuple[Eissoort, ...] = ("koop", "huur", "niet_gehoord", "niet_geinformeerd", "komt", "niet_gestemd")
"""What can be asked of who gets it, in the order in which it is offered; `was_er` nobody can choose."""

STAP = 5
"""A number is rounded down to this wherever something was asked of who gets the message."""

KLEINSTE_GROEP = 2 * KLEINSTE
"""In a smaller audience either those who fit or the others are always a small cell."""


@dataclass(frozen=True)
class Eis:
    """Something that holds for everyone who gets the message.

    Args:
        onderwerp: publiek_id of the meeting or the poll that it is about.
        telt: kinds of evidence that counted under the spelregels when it was asked.
    """

    soort: Eissoort
    onderwerp: str = ""
    telt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selectie:
    """Whom a message is for: those of an audience for whom all of this holds.

    Args:
        doorgeven: it goes to the straatcontacten, who pass it on; no resident gets it from us.
    """

    groep: Doelgroep = WIJK
    eisen: tuple[Eis, ...] = field(default=())
    doorgeven: bool = False

    def als_json(self) -> dict[str, Any]:
        """Return it as data to keep."""
        eisen = [[eis.soort, eis.onderwerp, list(eis.telt)] for eis in self.eisen]
        return {"groep": [self.groep.soort, self.groep.bereik], "eisen": eisen, "doorgeven": self.doorgeven}

    @staticmethod
    def uit_json(data: dict[str, Any]) -> "Selectie":
        """Return what `als_json` gave."""
        eisen = tuple(Eis(soort, onderwerp, tuple(telt)) for soort, onderwerp, telt in data["eisen"])
        return Selectie(Doelgroep(*data["groep"]), eisen, data["doorgeven"])

    def over(self, soort: Eissoort) -> str | None:
        """Return the meeting or poll that it asks something about, None when it does not."""
        return next((eis.onderwerp for eis in self.eisen if eis.soort == soort), None)


def tik(gekozen: Sequence[str], keuze: str) -> list[str]:
    """Return what is chosen after one more tap: owner and tenant take each other's place."""
    if keuze in gekozen:
        return [eis for eis in gekozen if eis != keuze]
    weg = {"koop": "huur", "huur": "koop"}.get(keuze)
    return [*(eis for eis in gekozen if eis != weg), keuze]


class Aantal(NamedTuple):
    """How many there are, as it may be shown.

    Args:
        te_klein: fewer than five, or so near to it that one could work it out: we send these people nothing.
        aantal: what is shown; 0 when `te_klein`.
        ongeveer: whether it was rounded.
    """

    te_klein: bool
    aantal: int
    ongeveer: bool


def aantal(met: int, zonder: Sequence[int] = (), gezegd: Sequence[int] | None = None) -> Aantal:
    """Return what may be shown of how many residents a selection has.

    Where nothing was asked the number is that of the audience itself. Else it is rounded down, and where all but a
    few of an audience fit, the number shown is the same for none to four others: nobody learns more of them than that
    they are fewer than five.

    Args:
        met: how many there are.
        zonder: for each thing that was asked, how many there would be without it.
        gezegd: what is shown of each of these, where that is not the number itself.
    """
    gezegd = zonder if gezegd is None else gezegd
    if met < KLEINSTE or any(groep < KLEINSTE_GROEP for groep in gezegd):
        return Aantal(te_klein=True, aantal=0, ongeveer=bool(zonder))
    bijna = [toon for groep, toon in zip(zonder, gezegd, strict=True) if groep - met < KLEINSTE]
    getoond = min(bijna, default=met)
    return Aantal(te_klein=False, aantal=getoond // STAP * STAP if zonder else met, ongeveer=bool(zonder))


def aantal_in(cellen: Mapping[tuple[bool, ...], int], eisen: int) -> Aantal:
    """Return what may be shown of how many residents meet all that was asked.

    Of each of them with one thing less the maker can be shown the number too. Where the two differ by a few, the same
    is shown of both: else asking something that holds for everyone would uncover what rounding hides.

    Args:
        cellen: how many residents there are by which of the things hold for them.
        eisen: how many things were asked.
    """

    @cache
    def tel(wat: frozenset[int]) -> int:
        return sum(hoeveel for geldt, hoeveel in cellen.items() if all(geldt[n] for n in wat))

    @cache
    def zie(wat: frozenset[int]) -> Aantal:
        minder = [wat - {een} for een in sorted(wat)]
        return aantal(tel(wat), [tel(groep) for groep in minder], [zie(groep).aantal for groep in minder])

    return zie(frozenset(range(eisen)))


def ruw(mensen: int) -> int:
    """Return a number of people as one says it roughly: down to tens, 0 for fewer than ten."""
    return max(0, mensen) // 10 * 10
