"""Bijeenkomsten. Who said to come stands in aanmeldingen.py; being there is evidence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from bot.storage.tables import bijeenkomst


@dataclass(frozen=True)
class Bijeenkomst:
    """A meeting as it stands in the agenda; its columns stand in tables.py."""

    id: int
    publiek_id: str
    soort: str
    titel: str
    begin: datetime
    plaats: str
    ruimte_voor_vragen: bool
    gemaakt_door: int
    eind: datetime | None
    capaciteit: int | None
    gasten_max: int
    zonder_telefoon: int
    breedtegraad: int | None
    lengtegraad: int | None
    foto: str | None
    reeks: str | None
    versie: int
    afgelast_op: datetime | None
    afgelast_reden: str | None


_KOLOMMEN = [bijeenkomst.c[naam] for naam in Bijeenkomst.__dataclass_fields__]


def _uit(rij: RowMapping) -> Bijeenkomst:
    return Bijeenkomst(**rij)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add a meeting and return its id."""
    invoegen = insert(bijeenkomst).values(wijk=wijk, **velden).returning(bijeenkomst.c.id)
    nieuw: int = tx.execute(invoegen).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Bijeenkomst | None:
    """Return the newest meeting of a wijk with this value in a column, such as `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = select(*_KOLOMMEN).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c[kolom] == gezocht)
    rij = tx.execute(vraag.order_by(bijeenkomst.c.begin.desc()).limit(1)).mappings().one_or_none()
    return None if rij is None else _uit(rij)


def vanaf(tx: Connection, wijk: int, moment: datetime, hoeveel: int) -> list[Bijeenkomst]:
    """Return the first meetings of a wijk that begin at or after a moment."""
    vraag = select(*_KOLOMMEN).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.begin >= moment)
    return [_uit(r) for r in tx.execute(vraag.order_by(bijeenkomst.c.begin).limit(hoeveel)).mappings()]
