"""Moments at the gemeenteraad, the college or a commissie that everybody may know of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.tables import mijlpaal


@dataclass(frozen=True)
class Mijlpaal:
    """A milestone.

    Args:
        bij: gemeenteraad, college or commissie.
        link: address of a page about it.
    """

    id: int
    publiek_id: str
    bij: str
    titel: str
    moment: datetime
    uitleg: str
    link: str | None


_KOLOMMEN = [mijlpaal.c[naam] for naam in Mijlpaal.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one and return its id."""
    nieuw: int = tx.execute(insert(mijlpaal).values(wijk=wijk, **velden).returning(mijlpaal.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, mijlpaal_id: int) -> Mijlpaal | None:
    """Return one by id."""
    rij = tx.execute(select(*_KOLOMMEN).where(mijlpaal.c.wijk == wijk, mijlpaal.c.id == mijlpaal_id)).one_or_none()
    return None if rij is None else Mijlpaal(*rij)


def vanaf(tx: Connection, wijk: int, moment: datetime, hoeveel: int, sla_over: int) -> list[Mijlpaal]:
    """Return the first of a wijk from a moment on."""
    vraag = select(*_KOLOMMEN).where(mijlpaal.c.wijk == wijk, mijlpaal.c.moment >= moment)
    vraag = vraag.order_by(mijlpaal.c.moment, mijlpaal.c.id).limit(hoeveel).offset(sla_over)
    return [Mijlpaal(*rij) for rij in tx.execute(vraag)]
