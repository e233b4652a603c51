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
    """A clock that runs with another, moved by an offset that the demo and a practice keep as a row in the database.

    Args:
        verzet: offset from the other's time; the row is the truth, this is what was last read of it.
        van: that other clock.
    """

    def __init__(self, verzet: timedelta = timedelta(0), van: Clock | None = None) -> None:
        self.verzet = verzet
        self._van = van or SystemClock()

    def now(self) -> datetime:
        """Return the other's time plus the offset, in UTC."""
        return self._van.now() + self.verzet
