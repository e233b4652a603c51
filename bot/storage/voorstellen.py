"""Voorstellen: what waits for a second person. Its content is kept only as long as it waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import voorstel


@dataclass(frozen=True)
class Voorstel:
    """Something that a second person must confirm.

    Args:
        data: what is needed to do it.
        velden: what people read about it.
        staat: open, bevestigd, afgewezen, ingetrokken or verlopen.
    """

    id: int
    publiek_id: str
    soort: str
    data: dict[str, Any]
    velden: dict[str, Any]
    gemaakt_door: int
    gemaakt_op: datetime
    verloopt_op: datetime
    staat: str


_KOLOMMEN = [voorstel.c[naam] for naam in Voorstel.__dataclass_fields__]


def voeg_toe(
    tx: Connection,
    wijk: int,
    *,
    publiek_id: str,
    soort: str,
    data: Mapping[str, Any],
    velden: Mapping[str, Any],
    gemaakt_door: int,
    gemaakt_op: datetime,
    verloopt_op: datetime,
) -> int:
    """Add one and return its id."""
    rij = insert(voorstel).values(
        wijk=wijk,
        publiek_id=publiek_id,
        soort=soort,
        data=dict(data),
        velden=dict(velden),
        gemaakt_door=gemaakt_door,
        gemaakt_op=gemaakt_op,
        verloopt_op=verloopt_op,
        staat="open",
    )
    nieuw: int = tx.execute(rij.returning(voorstel.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Voorstel | None:
    """Return one of a wijk by `id` or `publiek_id`."""
    vraag = select(*_KOLOMMEN).where(voorstel.c.wijk == wijk).filter_by(**sleutel)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Voorstel(*rij)


def open_(tx: Connection, wijk: int, now: datetime, hoeveel: int | None = None) -> list[Voorstel]:
    """Return those that wait, the oldest first; all of them unless it says how many."""
    vraag = select(*_KOLOMMEN).where(voorstel.c.wijk == wijk, voorstel.c.staat == "open", voorstel.c.verloopt_op > now)
    return [Voorstel(*rij) for rij in tx.execute(vraag.order_by(voorstel.c.id).limit(hoeveel))]


def eindig(tx: Connection, voorstel_id: int, staat: str, door: int | None, now: datetime) -> bool:
    """End one that is open and forget its content; say whether it was open.

    Args:
        door: the account that decided, None for who let it lapse.
    """
    open_is = voorstel.c.id == voorstel_id, voorstel.c.staat == "open"
    einde: dict[str, Any] = {"staat": staat, "besloten_door": door, "besloten_op": now, "data": {}, "velden": {}}
    return tx.execute(update(voorstel).where(*open_is).values(**einde)).rowcount == 1
