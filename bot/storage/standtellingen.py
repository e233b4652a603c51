"""How the conditions of a large wijk stood when that was last counted, so that who asks does not count again.

What is kept, and when it is counted: bot.services.standtelling.
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select

from bot.storage import kapot
from bot.storage.tables import bewijs, bewijs_prive, bewoner, huishouden, standtelling, teltdoor


class Standtelling(NamedTuple):
    """What was counted.

    Args:
        duur: how many milliseconds it took.
        nieuwste: the newest act then that had no number in the log; 0: none.
        merk: a mark of all that people are counted by (`merk`).
        inhoud: `bot.services.stand.tel`.
    """

    op: datetime
    duur: int
    nieuwste: int
    merk: str
    inhoud: dict[str, Any]


class Toen(NamedTuple):
    """When was counted, without what; see `Standtelling`."""

    op: datetime
    duur: int
    nieuwste: int


def wanneer(tx: Connection, wijken: Collection[int]) -> dict[int, Toen]:
    """Return of those of some wijken of which a count is kept when that was."""
    vraag = select(standtelling.c.wijk, *(standtelling.c[naam] for naam in Toen._fields))
    vraag, hier = vraag.where(standtelling.c.wijk.in_(wijken)), standtelling.c.wijk
    return dict(kapot.lees(tx, vraag, hier, lambda rij: (rij.wijk, Toen(rij.op, rij.duur, rij.nieuwste))))


def laatste(tx: Connection, wijk: int) -> Standtelling | None:
    """Return what was counted last; None of a wijk of which nothing is kept, or nothing that can be read."""
    vraag = select(*(standtelling.c[naam] for naam in Standtelling._fields)).where(standtelling.c.wijk == wijk)
    return next(iter(kapot.lees(tx, vraag, standtelling.c.wijk, Standtelling._make)), None)


def zet(tx: Connection, wijk: int, telling: Standtelling) -> None:
    """Keep a count in place of the last one."""
    vergeet(tx, wijk)
    tx.execute(insert(standtelling).values(wijk=wijk, **telling._asdict()))


def vergeet(tx: Connection, wijk: int) -> None:
    """Keep none."""
    tx.execute(delete(standtelling).where(standtelling.c.wijk == wijk))


def nieuwste(tx: Connection, wijk: int) -> int:
    """Return the newest act that has no number in the log; 0 when each has one."""
    zonder = bewijs.c.wijk == wijk, bewijs.c.volgnummer.is_(None)
    return tx.scalar(select(bewijs.c.id).where(*zonder).order_by(bewijs.c.id.desc()).limit(1)) or 0


def heeft_meer_dan(tx: Connection, wijk: int, hoeveel: int) -> bool:
    """Say whether a wijk has more than so many pieces of evidence."""
    vraag = select(bewijs_prive.c.bewijs).where(bewijs_prive.c.wijk == wijk).limit(1).offset(hoeveel)
    return tx.execute(vraag).first() is not None


def merk(tx: Connection, wijk: int) -> str:
    """Return a mark of all that people are counted by: it is another one when any of that changed. It reads all."""
    p, b, h, m = bewijs_prive.c, bewoner.c, huishouden.c, teltdoor.c
    koop = case((h.eigendom == "koop", h.id), else_=0)
    onbekend = case((h.eigendom.is_(None), h.id), else_=0)
    delen: list[tuple[ColumnElement[Any], ...]] = [
        (p.wijk, p.bewijs, case((p.vervallen, p.bewijs), else_=0), func.coalesce(p.vastlegger, 0), p.bewoner),
        (b.wijk, b.id, b.huishouden * 7 + b.stoel, case((b.tot.is_(None), b.id), else_=0)),
        (h.wijk, h.id, h.volwassenen * h.id, h.volwassenen, h.na_bewijs, koop, onbekend),
        (m.wijk, m.bewoner * 31 + m.versie, case((m.zelf, m.bewoner), else_=0), case((m.laat, m.bewoner), else_=0)),
    ]
    gevonden = []
    for waar, *sommen in delen:
        vraag = select(func.count(), *(func.coalesce(func.sum(som), 0) for som in sommen)).where(waar == wijk)
        gevonden += [int(aantal) for aantal in tx.execute(vraag).one()]
    # by itself: of who has a name all of the above stands in an index
    zonder_naam = select(func.coalesce(func.sum(p.aantal * p.bewijs), 0)).where(p.wijk == wijk, p.bewoner.is_(None))
    gevonden.append(int(tx.execute(zonder_naam).scalar_one()))
    return sha256(repr(gevonden).encode()).hexdigest()
