"""A number of people in a table as people read it: the number, that it is fewer than a few, or that it is not shown."""

from berichten.bericht import Toon
from bot.rules.kleine_cellen import KLEINSTE, MINDER, NIET_GETOOND, Cel


def hoeveel(toon: Toon, cel: Cel) -> str:
    """Return what may be shown of a number, in the language of who reads it."""
    if cel == NIET_GETOOND:
        return toon.t.plat("cel.niet_getoond")
    return toon.t.plat("cel.minder", aantal=KLEINSTE) if cel == MINDER else toon.t.getal(int(cel))
