"""How the count of a condition grew, by the first evidence of who counts now. Reads only."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Subquery, case, func, select

from bot.storage.bewijs import ALLES, STOELEN
from bot.storage.tables import bewijs, bewijs_prive, bewoner, huishouden


def eerste_dag(tx: Connection, wijk: int, na: int) -> date | None:
    """Return the day of the first act after an id; None when there is none."""
    gevonden = _eerste(tx, wijk, na + 1)
    return gevonden and gevonden[1]


def tot_dag(tx: Connection, wijk: int, dag: date) -> int:
    """Return an id that parts the acts up to a day from those after it: what comes in later has a later day."""
    laatste = select(bewijs.c.id).where(_van(wijk)).order_by(bewijs.c.id.desc()).limit(1)
    laag, hoog = 0, (tx.scalar(laatste) or 0) + 1
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        gevonden = _eerste(tx, wijk, midden)
        if gevonden is None or gevonden[1] > dag:
            hoog = midden
        else:
            laag = gevonden[0]
    return laag


def _eerste(tx: Connection, wijk: int, vanaf: int) -> tuple[int, date] | None:
    """Return the first act from an id on, and its day; public leaves have none."""
    vraag = select(bewijs.c.id, bewijs.c.blad).where(_van(wijk), bewijs.c.id >= vanaf)
    rij = tx.execute(vraag.where(~bewijs.c.openbaar).order_by(bewijs.c.id).limit(1)).one_or_none()
    return None if rij is None else (rij.id, date.fromisoformat(json.loads(rij.blad)["dag"]))


def _van(wijk: int) -> ColumnElement[bool]:
    # A sum fits no index: by the one of a wijk all its acts would be put in order, where one is enough.
    return bewijs.c.wijk + 0 == wijk


def groei(
    tx: Connection, wijk: int, soorten: Iterable[str], eenheid: str, na: int, grenzen: Sequence[int]
) -> list[int]:
    """Return how many units that count now had their first evidence up to each of these ids.

    Args:
        na: evidence up to this id does not count.
        grenzen: ids, going up.
    """
    p = bewijs_prive.c
    eerste = func.min(p.bewijs)
    eenheden = select(eerste.label("eerste")).select_from(bewijs_prive).join(bewoner, bewoner.c.id == p.bewoner)
    eenheden = eenheden.join(huishouden, huishouden.c.id == bewoner.c.huishouden)
    eenheden = eenheden.where(p.wijk == wijk, p.soort.in_(sorted(soorten)), p.bewijs.between(na + 1, ALLES))
    eenheden = eenheden.where(~p.vervallen, bewoner.c.tot.is_(None))
    if eenheid == "eigenaren":
        eenheden = eenheden.where(huishouden.c.eigendom == "koop")
    if eenheid == "huishoudens":
        tellen = eenheden.group_by(huishouden.c.id).subquery()
        return _per_grens(tx, select(tellen.c.eerste).subquery(), grenzen)
    rang = func.row_number().over(partition_by=huishouden.c.id, order_by=eerste).label("rang")
    per = eenheden.add_columns(rang, STOELEN.label("stoelen")).group_by(bewoner.c.id, huishouden.c.id).subquery()
    return _per_grens(tx, select(per.c.eerste).where(per.c.rang <= per.c.stoelen).subquery(), grenzen)


def _per_grens(tx: Connection, wie: Subquery, grenzen: Sequence[int]) -> list[int]:
    kolommen = [func.coalesce(func.sum(case((wie.c.eerste <= grens, 1), else_=0)), 0) for grens in grenzen]
    return [int(aantal) for aantal in tx.execute(select(*kolommen)).one()] if kolommen else []
