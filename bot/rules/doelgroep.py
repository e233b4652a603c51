"""Whom something is for: the wijk or part of it, or the geledingen. Who is reached, storage knows."""

from dataclasses import dataclass
from typing import Literal

Soort = Literal["wijk", "werkgroep", "straat", "koop", "huur", "geleding"]
EIGENDOM = {"koop": "eigenaar", "huur": "huurder"}
"""Audiences by tenure: the word of the address list, and what residents say of themselves."""


@dataclass(frozen=True)
class Doelgroep:
    """Whom a meeting, a poll or a conversation is for.

    Args:
        bereik: publiek_id of the werkgroep, name of the street, or which geleding when it is for one; else empty.
    """

    soort: Soort = "wijk"
    bereik: str = ""


WIJK = Doelgroep()
ALLE_GELEDINGEN = Doelgroep("geleding")
"""All five together: who lives here, and who represents something."""
