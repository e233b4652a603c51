"""What came out of mijlpalen, in plain words. Nothing is changed: the last row of one holds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.tables import mijlpaal_uitslag

NIVEAUS = ("mij", "woning", "buurt", "wereld")
"""The four levels on which residents read what it means; at least one of them is said."""


@dataclass(frozen=True)
class Uitslag:
    """What came out of a mijlpaal.

    Args:
        buurt: the level of the wijk.
        vieren: it is good news.
    """

    id: int
    mijlpaal: int
    uitkomst: str
    mij: str | None
    woning: str | None
    buurt: str | None
    wereld: str | None
    vieren: bool
    link: str | None
    op: datetime


_KOLOMMEN = [mijlpaal_uitslag.c[naam] for naam in Uitslag.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Append one and return its id."""
    rij = insert(mijlpaal_uitslag).values(wijk=wijk, **velden).returning(mijlpaal_uitslag.c.id)
    nieuw: int = tx.execute(rij).scalar_one()
    return nieuw


def alle(tx: Connection, wijk: int, mijlpalen: Collection[int]) -> dict[int, list[Uitslag]]:
    """Return what was written down of each of some mijlpalen, the oldest first; nothing of one without."""
    u = mijlpaal_uitslag.c
    vraag = select(*_KOLOMMEN).where(u.wijk == wijk, u.mijlpaal.in_(mijlpalen)).order_by(u.id)
    gevonden: dict[int, list[Uitslag]] = {}
    for rij in tx.execute(vraag):
        een = Uitslag(*rij)
        gevonden.setdefault(een.mijlpaal, []).append(een)
    return gevonden


def mijlpaal_van(tx: Connection, wijk: int, uitslag_id: int) -> int:
    """Return of which mijlpaal one is."""
    u = mijlpaal_uitslag.c
    gevonden: int = tx.execute(select(u.mijlpaal).where(u.wijk == wijk, u.id == uitslag_id)).scalar_one()
    return gevonden
