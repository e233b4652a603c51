"""What tells a row of the outbox from each other that ever was, and by that which kind a message in a chat is."""

import hashlib

from sqlalchemy import Connection, select

from bot.storage.tables import outbox

_LAATSTE = 200


def merk(rij: int, sleutel: str) -> str:
    """Return the mark of a row: one that went may leave its id to a later one."""
    return "uit:" + hashlib.sha256(f"{rij}:{sleutel}".encode()).hexdigest()[:32]


def gestuurd_als(tx: Connection, account_id: int) -> dict[str, tuple[str, int | None]]:
    """Return by its mark which kind each of the last messages to an account was, and of which broadcast."""
    kolommen = outbox.c.id, outbox.c.sleutel, outbox.c.soort, outbox.c.uitzending
    vraag = select(*kolommen).where(outbox.c.account == account_id, outbox.c.staat == "verzonden")
    rijen = tx.execute(vraag.order_by(outbox.c.id.desc()).limit(_LAATSTE))
    return {merk(rij.id, rij.sleutel): (rij.soort, rij.uitzending) for rij in rijen}
