"""Which messages go first, and how fast. Pure: history and `now` are arguments."""

from enum import IntEnum


class Baan(IntEnum):
    """A lane of messages: a lower one goes first."""

    ANTWOORD = 0
    """An answer, and what someone waits for at this moment."""
    DRINGEND = 1
    """What must be known in time, also at night, such as a cancelled meeting."""
    HERINNERING = 2
    """What is bound to a moment, and what one person must know."""
    UITZENDING = 3
    """What goes to many."""
