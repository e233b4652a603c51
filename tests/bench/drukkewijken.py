"""Forty wijken of 250 residents in one process for a day: each has the day of `drukkedag`, 90 s after the one before.

All is judged per wijk as there, and nothing of one may come in a chat of another: no name, no button, no message.
"""

from typing import Any

from tests.bench import drukkedag
from tests.bench.drukkedag import tabel

__all__ = ["meet", "tabel"]


def meet(bewoners: int = 250, wijken: int = 40, **opgave: Any) -> dict[str, Any]:
    """Run the day in all of them and look at what came of it; see `drukkedag.meet`.

    Args:
        bewoners: so many in each wijk.
    """
    return drukkedag.meet(bewoners, wijken=wijken, **opgave)
