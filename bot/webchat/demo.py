"""What a demo hands to the web chat: its people and its clock. No behaviour lives here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Persoon:
    """Someone who can be played in the demo.

    Attributes:
        id: the user id that the bot sees, and the id of the private chat.
        naam: first name.
        rol: short Dutch text for the demo bar, such as "bewoner, Lindelaan 4".
        taal: language code of the phone, "nl" or "en".
        startcode: the deep link payload of their letter, at most 64 of `A-Za-z0-9_-`.
    """

    id: int
    naam: str
    rol: str
    taal: str = "nl"
    startcode: str | None = None


@dataclass(frozen=True)
class Demo:
    """The people of a demo and its clock.

    Attributes:
        personen: created as users of the chat when the app starts.
        klok: the demo's now, timezone aware.
        verzet: moves the demo's clock forward by a positive duration.
    """

    personen: Sequence[Persoon]
    klok: Callable[[], datetime]
    verzet: Callable[[timedelta], Awaitable[None]]
