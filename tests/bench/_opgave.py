"""What contenders and server share; it imports nothing of ours, so that nobody carries another's modules along."""

from dataclasses import dataclass, field
from typing import Any

TOKEN = "424242:bench-bench-bench-bench-bench-bench"
BOT = {"id": 424242, "is_bot": True, "first_name": "Gehoord", "username": "GehoordBot"}
EERSTE_UPDATE = 880_000_000
MAKER = "1"
"""Chat of who writes the broadcast, and sees there how it goes."""


@dataclass(frozen=True)
class Opgave:
    """What is asked of every contender.

    Args:
        updates: the taps, as the Bot API hands them out.
        schermen: for each button, the text and keyboard that a contender without a database answers with.
        melding: the notice that ends a tap.
        chats: who gets the broadcast.
        uitzending: what stands in each message of the broadcast, and in nothing else.
        per_seconde: so many updates a second.
        latentie_ms: how long each call takes.
    """

    updates: list[dict[str, Any]]
    schermen: dict[str, dict[str, Any]]
    melding: str
    chats: list[int] = field(default_factory=list)
    uitzending: str = ""
    per_seconde: float = 2.0
    latentie_ms: float = 80.0
