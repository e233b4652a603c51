"""A list that people see a page at a time."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def blader(haal: Callable[[int, int], Sequence[T]], bladzij: int, hoeveel: int) -> tuple[Sequence[T], dict[str, Any]]:
    """Return what stands on a page, and what a message says of it: its number, and whether there is more.

    Args:
        haal: gives at most so many, after leaving out so many.
        bladzij: number of the page; the first is 0.
        hoeveel: how many fit.
    """
    gevonden = haal(hoeveel + 1, bladzij * hoeveel)
    return gevonden[:hoeveel], {"bladzij": bladzij, "meer": len(gevonden) > hoeveel}


def blader_in(alle: Sequence[T], bladzij: int, hoeveel: int) -> tuple[Sequence[T], dict[str, Any]]:
    """Do as `blader`, in a list that is there whole."""
    return blader(lambda zoveel, na: alle[na : na + zoveel], bladzij, hoeveel)
