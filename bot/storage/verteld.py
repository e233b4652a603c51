"""What alarms told people, as it stands in the outbox: who may have read it, and changing what still waits."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Update, select, text, update

from bot.storage.tables import outbox
from bot.storage.veranderingen import INGETROKKEN


def lazen(tx: Connection, alarmen: Sequence[int], accounts: Iterable[int]) -> set[int]:
    """Return which of some accounts may have read a message that came from one of these alarms."""
    sleutels = [f"wekker:{alarm}:{naar}" for naar in accounts for alarm in alarmen]
    gezegd = outbox.c.sleutel.in_(sleutels), outbox.c.staat.in_(("bezig", "verzonden", "onzeker"))
    return set(tx.scalars(select(outbox.c.account).where(*gezegd)))


def trek_in(tx: Connection, alarmen: Sequence[int]) -> None:
    """Send no more what waits of some alarms, and empty it; what is under way now is not tried again."""
    tx.execute(_van(alarmen).values(INGETROKKEN))


def herschrijf(tx: Connection, alarmen: Sequence[int], data: dict[str, Any], niet_na: datetime | None) -> None:
    """Let what waits of some alarms say this, also what is under way now when it is tried again."""
    tx.execute(_van(alarmen).values(data=data, niet_na=niet_na))


def _van(alarmen: Sequence[int]) -> Update:
    """It is one statement for both states: it also meets what is claimed or put back meanwhile."""
    return update(outbox).where(text("(staat = 'wachtend' OR staat = 'bezig')"), outbox.c.wekker.in_(alarmen))
