"""How an open poll went when it was last shown."""

from sqlalchemy import Connection, delete, func, insert, select

from bot.rules.kleine_cellen import Tussenstand
from bot.storage.peilingen import Peiling
from bot.storage.tables import stembiljet, tussenstand


def lees(tx: Connection, peiling_id: int) -> Tussenstand | None:
    """Return it, None when nothing was shown yet."""
    vraag = select(tussenstand.c.stemmen, tussenstand.c.delen).where(tussenstand.c.peiling == peiling_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Tussenstand(rij.stemmen, tuple(rij.delen))


def tel(tx: Connection, peiling_id: int) -> int:
    """Count the ballots that there are now."""
    return tx.scalar(select(func.count()).select_from(stembiljet).where(stembiljet.c.peiling == peiling_id)) or 0


def zet(tx: Connection, van: Peiling, nieuw: Tussenstand) -> None:
    """Replace how an open poll is shown."""
    tx.execute(delete(tussenstand).where(tussenstand.c.peiling == van.id))
    waarden = {"peiling": van.id, "wijk": van.wijk, "stemmen": nieuw.stemmen, "delen": list(nieuw.delen)}
    tx.execute(insert(tussenstand).values(**waarden))
