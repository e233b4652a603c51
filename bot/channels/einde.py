"""The end of the process: once it has begun nothing new is taken up, and all parts together wait so long and no longer.

What is then still under way is broken off as by a kill: it loses nothing, and what may have gone is called uncertain.
"""

from time import monotonic

SECONDEN = 3.0
"""All waits together; closing what is open comes on top of it."""
_ALTIJD = 0.05
"""Who is asked last gets so long, to see that nothing of theirs is under way."""


class Einde:
    """Whether this process is ending, and how long its parts may still take over it."""

    def __init__(self) -> None:
        self._tot: float | None = None

    def begin(self) -> None:
        """Begin to end; a second time changes nothing."""
        if self._tot is None:
            self._tot = monotonic() + SECONDEN

    @property
    def begonnen(self) -> bool:
        """Whether nothing new may be taken up."""
        return self._tot is not None

    def over(self) -> float:
        """Return how many seconds there are; all of them for a part that ends alone."""
        return SECONDEN if self._tot is None else max(self._tot - monotonic(), _ALTIJD)
