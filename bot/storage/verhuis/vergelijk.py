"""Whether two databases hold the same: each row of each table, and the root over each log, made anew on both."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Table, select

from bot.rules.merkle import Groei, blad_hash
from bot.storage.tables import bewijs, logstand, wijk
from bot.storage.verhuis.rijen import Rij, lees, sleutel


class Boom(NamedTuple):
    """The log of a wijk.

    Args:
        klopt: the root that the database keeps is the one that its leaves make.
    """

    wijk: str
    bladen: int
    wortel: str
    klopt: bool


def verschillen(bron: Connection, doel: Connection, tabel: Table) -> Iterator[str | None]:
    """Go through a table on both sides: for each row None, or in what it differs."""
    for een, ander in zip_longest(lees(bron, tabel), lees(doel, tabel)):
        if een is None or ander is None or sleutel(tabel, een) != sleutel(tabel, ander):
            yield f"{tabel.name}: niet dezelfde rijen"
            return
        yield None if een == ander else _waarin(tabel, een, ander)


def bomen(tx: Connection) -> list[Boom]:
    """Return the log of each wijk, its root made anew from its leaves."""
    wijken = tx.execute(select(wijk.c.id, wijk.c.naam).order_by(wijk.c.id)).all()
    return [_boom(tx, *rij) for rij in wijken]


def _boom(tx: Connection, wijk_id: int, naam: str) -> Boom:
    boom, b = Groei(), bewijs.c
    vraag = select(b.volgnummer, b.blad).where(b.wijk == wijk_id, b.volgnummer.is_not(None)).order_by(b.volgnummer)
    opeen = True
    for nummer, blad in tx.execute(vraag, execution_options={"yield_per": 1_000}):
        opeen = opeen and nummer == boom.grootte
        boom.voeg_toe(blad_hash(blad.encode()))
    bewaard = tx.execute(select(logstand.c.grootte, logstand.c.toppen).where(logstand.c.wijk == wijk_id)).one_or_none()
    klopt = opeen and tuple(bewaard or (0, b"")) == (boom.grootte, b"".join(boom.toppen))
    return Boom(naam, boom.grootte, boom.wortel().hex(), klopt)


def _waarin(tabel: Table, een: Rij, ander: Rij) -> str | None:
    """Name the columns that differ; JSON may be written in another way."""
    anders = [
        kolom.name
        for kolom, links, rechts in zip(tabel.c, een, ander, strict=True)
        if links != rechts and not (isinstance(kolom.type, JSON) and _zelfde_json(links, rechts))
    ]
    return f"{tabel.name}: {', '.join(anders)}" if anders else None


def _zelfde_json(links: Any, rechts: Any) -> bool:
    if links is None or rechts is None:
        return False
    zelfde: bool = json.loads(links) == json.loads(rechts)
    return zelfde
