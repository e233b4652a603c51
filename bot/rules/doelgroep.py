"""Whom something is for: the whole wijk, the members of a werkgroep, or a street. Who is reached, storage knows."""

from dataclasses import dataclass
from typing import Literal

Soort = Literal["wijk", "werkgroep", "straat"]


@dataclass(frozen=True)
class Doelgroep:
    """Whom a meeting, a poll or a conversation is for.

    Args:
        bereik: publiek_id of the werkgroep, or name of the street; empty for the wijk.
    """

    soort: Soort = "wijk"
    bereik: str = ""


WIJK = Doelgroep()
