"""What only the report reads: which polls were about the decision."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from bot.storage.tables import peiling


class Besluitpeiling(NamedTuple):
    """A poll that was about the decision, as was said beforehand."""

    publiek_id: str
    vraag: str
    meer_keuzes: bool


def over_besluit(tx: Connection, wijk_id: int) -> list[Besluitpeiling]:
    """Return the polls about the decision that were not withdrawn, in order."""
    p = peiling.c
    vraag = select(p.publiek_id, p.vraag, p.max_keuzes).where(p.wijk == wijk_id, p.over_besluit, ~p.ingetrokken)
    return [Besluitpeiling(id_, tekst, keuzes != 1) for id_, tekst, keuzes in tx.execute(vraag.order_by(p.id))]
