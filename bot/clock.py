"""The time that people see: meetings, reminders, closing times. Leases, backoff and pacing use the system's time."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Gives the present moment, always aware and in UTC."""

    def now(self) -> datetime:
        """Return the present moment."""
        ...


class SystemClock:
    """The clock of a live installation."""

    def now(self) -> datetime:
        """Return the system's time in UTC."""
        return datetime.now(UTC)


class VerzetbareClock:
    """A clock that runs with the system's, moved by an offset that the demo keeps as a row in the database.

    Args:
        verzet: offset from the system's time; the row is the truth, this is what was last read of it.
    """

    def __init__(self, verzet: timedelta = timedelta(0)) -> None:
        self.verzet = verzet

    def now(self) -> datetime:
        """Return the system's time plus the offset, in UTC."""
        return datetime.now(UTC) + self.verzet
