"""Taking ballots away, with what hangs on them: answers, groups, and the way back to who waits for an answer."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from bot.storage.tables import AAN_STEMBILJET, peiling, stembiljet


def verwijder_open(tx: Connection, sleutels: Collection[bytes]) -> None:
    """Delete those of some ballots whose poll is open; what joins them to their voters went before."""
    b = stembiljet.c
    nog_open = select(peiling.c.id).where(peiling.c.gesloten_op.is_(None))
    deze = b.sleutel.in_(sleutels), b.peiling.in_(nog_open)
    weg = list(tx.scalars(delete(stembiljet).where(*deze).returning(b.sleutel)))
    for tabel in AAN_STEMBILJET:
        tx.execute(delete(tabel).where(tabel.c.stembiljet.in_(weg)))
