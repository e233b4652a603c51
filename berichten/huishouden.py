"""Buttons with which staff find a household: streets, and the numbers of a street. What a tap does, the caller says."""

from collections.abc import Sequence
from typing import Any

from berichten.bericht import Knop, Toon

_NUMMERS_IN_RIJ = 4
_KORT = 16

Rijen = list[tuple[Knop, ...]]


def straatknoppen(toon: Toon, data: dict[str, Any], kies: str, blader: str) -> Rijen:
    """Return the streets on a screen, two in a row when their names are short.

    Args:
        kies: what stands in a button before the publiek_id, such as `dls:<bijeenkomst>:`.
        blader: the same of a button that leads to the screen before or after.
    """
    straten = data["straten"]
    in_rij = 2 if all(len(naam) <= _KORT for naam, _ in straten) else 1
    return in_rijen([Knop(naam, kies + wie) for naam, wie in straten], in_rij) + bladeren(toon, data, blader)


def nummerknoppen(toon: Toon, data: dict[str, Any], labels: Sequence[str], kies: str, blader: str) -> Rijen:
    """Return the numbers on a screen, four in a row, under these labels; otherwise as `straatknoppen`."""
    knoppen = [Knop(label, kies + nummer[1]) for label, nummer in zip(labels, data["nummers"], strict=True)]
    return in_rijen(knoppen, _NUMMERS_IN_RIJ) + bladeren(toon, data, blader)


def in_rijen(knoppen: Sequence[Knop], in_rij: int) -> Rijen:
    """Return buttons in rows of so many."""
    return [tuple(knoppen[i : i + in_rij]) for i in range(0, len(knoppen), in_rij)]


def bladeren(toon: Toon, data: dict[str, Any], blader: str) -> Rijen:
    """Return the row that leads to the screen before or after, when there is one."""
    kanten = [(naam, data[naam]) for naam in ("vorige", "volgende")]
    rij = tuple(Knop(toon.t.plat(f"knop.{naam}"), f"{blader}{wie}") for naam, wie in kanten if wie)
    return [rij] if rij else []
