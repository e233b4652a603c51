"""Pictures of ours that a chat network has, by the id under which one bot sends them again.

Of a file that somebody sent in the browser that id stands with the file itself, and goes with it: `webbestanden`.
"""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.tables import netbestand

_n = netbestand.c
_SLEUTEL = ("bot", "merk")
_sqlite, _postgres = sqlite.insert(netbestand), postgresql.insert(netbestand)
_ZET = {
    "sqlite": _sqlite.on_conflict_do_update(
        index_elements=_SLEUTEL, set_={"file_id": _sqlite.excluded.file_id, "op": _sqlite.excluded.op}
    ),
    "postgresql": _postgres.on_conflict_do_update(
        index_elements=_SLEUTEL, set_={"file_id": _postgres.excluded.file_id, "op": _postgres.excluded.op}
    ),
}


def vind(tx: Connection, bot: str, merk: bytes) -> str | None:
    """Return the id of what this is the SHA-256 of; None when it must go up."""
    return tx.scalar(select(_n.file_id).where(_n.bot == bot, _n.merk == merk))


def onthoud(tx: Connection, bot: str, merk: bytes, file_id: str, now: datetime) -> None:
    """Remember it, in the place of an id that was there."""
    tx.execute(_ZET[tx.dialect.name], {"bot": bot, "merk": merk, "file_id": file_id, "op": now})


def ruim_op(tx: Connection, voor: datetime) -> int:
    """Forget what went up before a moment; return how many that were."""
    return tx.execute(delete(netbestand).where(_n.op < voor)).rowcount
