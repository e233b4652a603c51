"""How an open poll went when it was last shown."""

from sqlalchemy import Connection, delete, insert, select

from bot.rules.kleine_cellen import Tussenstand
from bot.storage.peilingen import Peiling
from bot.storage.tables import tussenstand


def lees(tx: Connection, peiling_id: int) -> Tussenstand | None:
    """Return it, None when nothing was shown yet."""
    vraag = select(tussenstand.c.stemmen, tussenstand.c.delen).where(tussenstand.c.peiling == peiling_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Tussenstand(rij.stemmen, tuple(rij.delen))


def zet(tx: Connection, van: Peiling, nieuw: Tussenstand) -> None:
    """Replace how an open poll is shown."""
    tx.execute(delete(tussenstand).where(tussenstand.c.peiling == van.id))
    waarden = {"peiling": van.id, "wijk": van.wijk, "stemmen": nieuw.stemmen, "delen": list(nieuw.delen)}
    tx.execute(insert(tussenstand).values(**waarden))
