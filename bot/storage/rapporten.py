"""What only the report reads: which polls were about the decision, and the newest head of the log."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from bot.storage.tables import ijkpunt, peiling, wijk


class Besluitpeiling(NamedTuple):
    """A poll that was about the decision, as was said beforehand."""

    publiek_id: str
    vraag: str
    meer_keuzes: bool


class Kop(NamedTuple):
    """The newest head of a log, whose id is `log`; `notitie` is None until it is signed."""

    log: str
    grootte: int
    wortel: bytes
    dag: date
    notitie: str | None


def over_besluit(tx: Connection, wijk_id: int) -> list[Besluitpeiling]:
    """Return the polls about the decision that were not withdrawn, in order."""
    p = peiling.c
    vraag = select(p.publiek_id, p.vraag, p.max_keuzes).where(p.wijk == wijk_id, p.over_besluit, ~p.ingetrokken)
    return [Besluitpeiling(id_, tekst, keuzes != 1) for id_, tekst, keuzes in tx.execute(vraag.order_by(p.id))]


def kop(tx: Connection, wijk_id: int) -> Kop | None:
    """Return the newest head of the log; None when there is none."""
    i = ijkpunt.c
    vraag = select(wijk.c.publiek_id, i.grootte, i.wortel, i.dag, i.notitie).join(wijk, wijk.c.id == i.wijk)
    rij = tx.execute(vraag.where(i.wijk == wijk_id).order_by(i.grootte.desc(), i.dag.desc()).limit(1)).first()
    return None if rij is None else Kop(*rij)
