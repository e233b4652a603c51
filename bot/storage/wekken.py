"""Telling, once it is committed, that rows of a kind came which something waits for: it looks at once, not soon.

What is told here only wakes. Who hears nothing finds the rows by looking now and then.
"""

from sqlalchemy import Connection

OUTBOX = "outbox"
"""The subject under which the senders are woken."""
_GERAAKT = "gehoord.geraakt"


def wek(tx: Connection, onderwerp: str) -> None:
    """Wake who waits for a subject when this transaction is committed; see `Database.hoor`."""
    tx.info.setdefault(_GERAAKT, set()).add(onderwerp)


def neem(tx: Connection) -> frozenset[str]:
    """Return whom to wake, once."""
    return frozenset(tx.info.pop(_GERAAKT, ()))
