"""Series of figures of a wijk, and their points: a correction is a later point of the same period, and all stay."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, exists, insert, select, update

from bot.rules.indicatoren import Soort, schrijf
from bot.storage.tables import indicator, indicatorpunt


@dataclass(frozen=True)
class Indicator:
    """A series.

    Args:
        soort: over what each figure is: a day, a month, a quarter or a year.
        openbaar: whether it is on the public page too.
        gestopt_op: since when it is shown no more.
    """

    id: int
    publiek_id: str
    naam: str
    eenheid: str
    uitleg: str
    soort: Soort
    openbaar: bool
    gestopt_op: datetime | None


@dataclass(frozen=True)
class Punt:
    """A figure.

    Args:
        begin: the first day of its period.
        waarde: None: the figure of this period was taken away.
        reden: why it came in the place of an earlier one.
    """

    id: int
    indicator: int
    begin: date
    waarde: Decimal | None
    bron: str
    reden: str | None
    op: datetime


_KOLOMMEN = [indicator.c[naam] for naam in Indicator.__dataclass_fields__]
_PUNT = [indicatorpunt.c[naam] for naam in Punt.__dataclass_fields__]


def maak(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add a series and return its id."""
    nieuw: int = tx.execute(insert(indicator).values(wijk=wijk, **velden).returning(indicator.c.id)).scalar_one()
    return nieuw


def alle(tx: Connection, wijk: int, *, openbaar: bool = False) -> list[Indicator]:
    """Return the series that are shown, oldest first.

    Args:
        openbaar: only those of the public page.
    """
    vraag = select(*_KOLOMMEN).where(indicator.c.wijk == wijk, indicator.c.gestopt_op.is_(None))
    if openbaar:
        vraag = vraag.where(indicator.c.openbaar)
    return [Indicator(*rij) for rij in tx.execute(vraag.order_by(indicator.c.id))]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Indicator | None:
    """Return a series that is shown."""
    i = indicator.c
    vraag = select(*_KOLOMMEN).where(i.wijk == wijk, i.publiek_id == publiek_id, i.gestopt_op.is_(None))
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Indicator(*rij)


def zet(tx: Connection, indicator_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(indicator).where(indicator.c.id == indicator_id).values(**velden))


def zijn_er(tx: Connection, wijk: int) -> bool:
    """Say whether there is any series with a figure."""
    heeft = exists().where(indicatorpunt.c.indicator == indicator.c.id)
    vraag = select(indicator.c.id).where(indicator.c.wijk == wijk, indicator.c.gestopt_op.is_(None), heeft)
    return tx.scalar(vraag.limit(1)) is not None


def voeg_toe(tx: Connection, wijk: int, indicator_id: int, waarde: Decimal | None, **velden: Any) -> None:
    """Add a figure; one of a period that had one takes its place."""
    tekst = None if waarde is None else schrijf(waarde)
    tx.execute(insert(indicatorpunt).values(wijk=wijk, indicator=indicator_id, waarde=tekst, **velden))


def punten(tx: Connection, indicatoren: Collection[int]) -> dict[int, list[Punt]]:
    """Return per series every figure that was ever recorded, in the order of recording."""
    gevonden: dict[int, list[Punt]] = {welke: [] for welke in indicatoren}
    vraag = select(*_PUNT).where(indicatorpunt.c.indicator.in_(gevonden)).order_by(indicatorpunt.c.id)
    for rij in tx.execute(vraag):
        velden = dict(rij._mapping)
        waarde = None if rij.waarde is None else Decimal(rij.waarde)
        gevonden[rij.indicator].append(Punt(**{**velden, "waarde": waarde}))
    return gevonden


def geldend(geschreven: Collection[Punt]) -> dict[date, Punt]:
    """Return the figure of each period that holds, oldest period first."""
    laatste = {punt.begin: punt for punt in geschreven}
    return {begin: laatste[begin] for begin in sorted(laatste) if laatste[begin].waarde is not None}
