"""A draw that anyone can do again: who is in it stands in the log before the number exists that decides it. Pure.

The leaf `loting` names the candidates, by random ids, and a day. The first head of a later day decides that has more
leaves than any head of that day: nobody could know its root before. Exactly: docs/bewijs.md.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Protocol, TypeVar

_ID = re.compile(r"[A-Za-z0-9_-]{22}")


class Hoofd(Protocol):
    """What decides of a head: how many leaves it is over, and its day."""

    @property
    def grootte(self) -> int:
        """How many leaves."""

    @property
    def dag(self) -> date:
        """Local day on which it was made."""


H = TypeVar("H", bound=Hoofd)


def beslist(hoofden: Iterable[H], nummer: int, dag: date) -> H | None:
    """Return the head that decides a draw; None while there is none.

    The first head over its leaf shows the list. What heads of that day show is known: who can ask for them could go on
    until one suits, and then let nothing more happen. So the one that decides is of a later day, and larger than these.
    """
    over = sorted((een for een in hoofden if een.grootte > nummer), key=lambda een: (een.grootte, een.dag))
    if not over:
        return None
    toen = max(dag, over[0].dag)
    bekend = max(een.grootte for een in over if een.dag <= toen)
    return next((een for een in over if een.dag > toen and een.grootte > bekend), None)


def volgorde(wortel: bytes, loting: str, kandidaten: Sequence[str]) -> list[str]:
    """Return the candidates in the order of the draw; the first one gets it, or the next who still can.

    Args:
        wortel: root of the head that decides, 32 bytes.
        loting: id of the leaf.
        kandidaten: their ids, in whatever order.
    """
    return sorted(kandidaten, key=lambda wie: sha256(wortel + loting.encode() + wie.encode()).digest())


def is_loting(zetel: Any, kandidaten: Any) -> bool:
    """Say whether a leaf names a seat and two candidates or more, in order, none twice."""
    if not isinstance(kandidaten, list) or not all(_is_id(een) for een in (zetel, *kandidaten)):
        return False
    return len(kandidaten) > 1 and kandidaten == sorted(set(kandidaten))


def _is_id(waarde: Any) -> bool:
    return isinstance(waarde, str) and _ID.fullmatch(waarde) is not None
