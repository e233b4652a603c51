"""Seats of the geledingen and of what is made up from them: how many there are, and what is asked of who sits there.

In taakdemocratie the geledingen are of equal size; the presidium has one of each and an independent voorzitter, the
campagneteam one of each. A seat without anyone stays vacant and never lapses, so there never come to be fewer.
"""

from collections.abc import Collection, Iterator

from bot.rules.geleding import GELEDINGEN

GELEDING, PRESIDIUM, CAMPAGNETEAM = "geleding", "presidium", "campagneteam"
ORGANEN = (GELEDING, PRESIDIUM, CAMPAGNETEAM)
VOORZITTER = "voorzitter"
"""Of no geleding: who sits there has no other seat."""
MEESTE = 3
"""So many seats has each geleding at most: our choice."""
PROFIEL = ("groep", "duurzaam", "politiek", "vernieuwen", "schrijven", "energie", "achterban", "praten", "verbinden")
"""What may be asked of a candidate, after the profiles of the guide (4.2.1)."""
WIJZEN = ("loting", "stemming", "raad")
"""How one of several candidates is chosen, said beforehand: by lot, by vote of the geleding, by the wijk/dorpsraad."""


LICHAMEN = (PRESIDIUM, CAMPAGNETEAM)
"""What is made up from the geledingen."""
_SPOOR = {"raad": (PRESIDIUM,), "wup": (CAMPAGNETEAM,)}


def werkt_aan(spoor: str) -> tuple[str, ...]:
    """Return which of them work on a stage of the traject, by its track; on one without a track both."""
    return _SPOOR.get(spoor, LICHAMEN)


def plekken(orgaan: str, per_geleding: int = 1) -> Iterator[tuple[str, int]]:
    """Give each seat that there should be: of which geleding (or `VOORZITTER`), and its number there."""
    for van in GELEDINGEN:
        yield from ((van, nummer) for nummer in range(1, per_geleding + 1 if orgaan == GELEDING else 2))
    if orgaan == PRESIDIUM:
        yield VOORZITTER, 1


def bezwaar(orgaan: str, van: str, geleding: str | None, zit: Collection[tuple[str, str]]) -> str | None:
    """Say why someone cannot be a candidate for a seat, None when they can.

    Args:
        van: geleding of the seat, or `VOORZITTER`.
        geleding: for which they vote; None for who only works here.
        zit: the seats that they have: (orgaan, van).
    """
    if van == VOORZITTER:
        return "niet_onafhankelijk" if zit else None
    if any(al == orgaan or plek == VOORZITTER for al, plek in zit):
        return "al_zetel"
    return None if geleding == van else "andere_geleding"
