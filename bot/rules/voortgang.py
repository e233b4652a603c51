"""How a broadcast fares, and what may be shown of it: nobody may be picked out of a small or chosen audience. Pure."""

from typing import Literal, NamedTuple

from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.selectie import STAP, Selectie

BLOKKEN = 10


class Tellingen(NamedTuple):
    """Messages of one broadcast.

    Args:
        wachtend: still to go, with those that are under way.
        gestopt: not sent because someone stopped it, or it was too late.
        bewaard: held back for people who heard enough this week.
    """

    wachtend: int = 0
    verzonden: int = 0
    mislukt: int = 0
    onzeker: int = 0
    gestopt: int = 0
    bewaard: int = 0


Getal = tuple[int, Literal["precies", "ongeveer", "minder"]]
"""A number as it is shown: as it is, rounded down, or "minder dan 5"."""


def is_ruw(selectie: Selectie) -> bool:
    """Say whether numbers are rounded: something was asked of who gets it, or it is for a part of the wijk."""
    return bool(selectie.eisen) or selectie.groep.soort != "wijk"


def getal(aantal: int, *, ruw: bool) -> Getal:
    """Return a number as it may be shown; each is rounded by itself, so that nothing can be subtracted."""
    if not ruw or aantal <= 0:
        return max(aantal, 0), "precies"
    return (KLEINSTE, "minder") if aantal < KLEINSTE else (aantal // STAP * STAP, "ongeveer")


def blokken(klaar: int, geheel: int) -> int:
    """Return how many of the ten parts of the bar are full: all of them only at the end."""
    return BLOKKEN if klaar >= geheel else klaar * BLOKKEN // geheel


def seconden_over(nog: int, gegaan: int, in_seconden: float, per_seconde: int) -> int:
    """Return in how many seconds the rest is gone.

    Args:
        gegaan: how many went lately.
        in_seconden: in so long.
        per_seconde: how many may go, as long as nothing was measured.
    """
    tempo = gegaan / in_seconden if gegaan > 0 and in_seconden > 0 else float(per_seconde)
    return round(nog / tempo)
