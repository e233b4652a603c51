"""When a table may be published whose cells add up to a number that is known, after what was published before. Pure.

Two conditions, both about what is published only, so that the answer itself tells nothing of what is behind it:

1. Within one publication: with the classes of all cells and the exact total, each small cell can still be 0, 1, 2, 3
   and 4, and in a cell of nearly everyone so can those who are missing (`kleine_cellen.verhult`).
2. From one publication to the next: as many people came into the count as all cells that went up a class could have
   gained, and as many left it as all that went down could have lost. How many left, the log tells everyone.

Why that is enough. Take any way in which the cells can be at one publication. At the next, a cell of the same class can
stay as it was, and one of another class can go to its nearest bound: together that is at most what came and what left
(2); whoever else left can come again in the same cell. So the cells go on to the next publication; backward it is the
same with the other bounds. Whatever is possible at one publication by (1) is therefore possible with all others too,
also with those still to come. A total that is known at other moments changes nothing: the cells move in between one by
one. The tests hold it against all ways on small tables, and attack whole neighbourhoods as an integer program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE, NIET_GETOOND, Cel, Klasse, klasse, verhult

TUSSENTIJD = timedelta(days=7)
"""A table is published at most once in so long; in between the last one stands."""
_LEEG = Klasse(0, 0, NIET_GETOOND)


@dataclass(frozen=True)
class Uitgave:
    """A table as published.

    Args:
        totaal: what the cells add up to; whoever attacks is thought to know it.
        cellen: the class of each.
        versie: of the spelregels by which was counted.
        eraf: how often, under that version, the log said that one fewer counts.
    """

    totaal: int
    cellen: Mapping[str, Klasse]
    versie: int = 0
    eraf: int = 0

    def als_json(self) -> dict[str, Any]:
        """Return it as data to keep."""
        cellen = {naam: list(k) for naam, k in self.cellen.items()}
        return {"totaal": self.totaal, "cellen": cellen, "versie": self.versie, "eraf": self.eraf}

    @staticmethod
    def uit_json(data: Mapping[str, Any]) -> "Uitgave":
        """Return what `als_json` gave."""
        cellen = {naam: Klasse(*k) for naam, k in data["cellen"].items()}
        return Uitgave(data["totaal"], cellen, data.get("versie", 0), data.get("eraf", 0))

    def getoond(self, naam: str) -> Cel:
        """Return what is shown of a cell."""
        return self.cellen.get(naam, _LEEG).getoond


def uitgave(aantallen: Mapping[str, int], plafonds: Mapping[str, int] | None = None) -> Uitgave:
    """Return a table of these numbers as it would be published.

    Args:
        plafonds: how many there could be at most in a cell, where everyone knows that.
    """
    hoogstens = plafonds or {}
    cellen = {naam: klasse(aantal, hoogstens.get(naam)) for naam, aantal in aantallen.items()}
    return Uitgave(sum(aantallen.values()), cellen)


def mag_uit(vorige: Uitgave | None, nieuw: Uitgave) -> bool:
    """Say whether a table may be published after the last one that was.

    Of fewer than ten people none is. A next one comes when the total changed by five at least: else that it does not
    come would tell that someone made a cell change class.
    """
    if nieuw.totaal < EXACT_VANAF or not verhult(nieuw.cellen.values(), nieuw.totaal):
        return False
    return vorige is None or _stap_verhult(vorige, nieuw)


def _stap_verhult(vorige: Uitgave, nieuw: Uitgave) -> bool:
    groei = nieuw.totaal - vorige.totaal
    eraf = max(nieuw.eraf - vorige.eraf if nieuw.versie == vorige.versie else 0, -groei, 0)
    erbij = groei + eraf
    namen = vorige.cellen.keys() | nieuw.cellen.keys()
    paren = [(vorige.cellen.get(naam, _LEEG), nieuw.cellen.get(naam, _LEEG)) for naam in namen]
    per_grens = ([na.laag - voor.laag for voor, na in paren], [na.hoog - voor.hoog for voor, na in paren])
    omhoog = max(sum(max(stap, 0) for stap in stappen) for stappen in per_grens)
    omlaag = max(sum(max(-stap, 0) for stap in stappen) for stappen in per_grens)
    return abs(groei) >= KLEINSTE and omhoog <= erbij and omlaag <= eraf
