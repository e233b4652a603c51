"""By a voter's own choice: which account reads an answer to what stands on a ballot, also after the closing."""

from sqlalchemy import Connection, delete, insert, select

from bot.storage.stemmers import Kiezer
from bot.storage.tables import stemkoppeling, terugweg


def biljet_van(tx: Connection, peiling_id: int, kiezer: Kiezer) -> bytes | None:
    """Return the key of somebody's ballot in an open poll."""
    deze = stemkoppeling.c.peiling == peiling_id, stemkoppeling.c[kiezer.soort] == kiezer.id
    return tx.scalar(select(stemkoppeling.c.stembiljet).where(*deze))


def account_van(tx: Connection, sleutel: bytes) -> int | None:
    """Return the account that reads an answer to this ballot."""
    return tx.scalar(select(terugweg.c.account).where(terugweg.c.stembiljet == sleutel))


def wacht(tx: Connection, peiling_id: int, account: int) -> bool:
    """Say whether an account kept a way to be answered in a poll."""
    deze = terugweg.c.peiling == peiling_id, terugweg.c.account == account
    return tx.scalar(select(terugweg.c.account).where(*deze).limit(1)) is not None


def zet(tx: Connection, wijk: int, peiling_id: int, sleutel: bytes, account: int) -> None:
    """Keep a way to answer this ballot."""
    tx.execute(insert(terugweg).values(wijk=wijk, peiling=peiling_id, stembiljet=sleutel, account=account))


def weg(tx: Connection, sleutel: bytes) -> None:
    """Forget the way to answer this ballot."""
    tx.execute(delete(terugweg).where(terugweg.c.stembiljet == sleutel))


def weg_van(tx: Connection, peiling_id: int, account: int) -> None:
    """Forget the ways to answer an account in a poll."""
    tx.execute(delete(terugweg).where(terugweg.c.peiling == peiling_id, terugweg.c.account == account))
