"""Rows for every table there is, also those of tomorrow: all that a column can hold, odd values first.

Not a wijk that could be: nothing fits together but what the database itself demands. For one that could, `vollewijk`.
"""

import random
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.storage.tables import UtcMoment, metadata

LETTERS = "abcÀéß'\"\\\t\n\r;,{}|€日本語🏠👩‍👧عربي\u200f\u00a0\\N\\.\x01\x7f"
_IN = re.compile(r"(\w+) (?:IN \(([^)]*)\)|= '([^']*)')")
POGINGEN = 400


def vul_alles(tx: Connection, kans: random.Random, rijen: int = 3) -> None:
    """Give each table so many rows more; then let rows of the tables that point to themselves point forward too."""
    for tabel in metadata.sorted_tables:
        for _ in range(rijen):
            _een(tx, tabel, kans)
    for tabel in metadata.sorted_tables:
        for kolom, naar in _verwijst(tabel).items():
            if naar.table is tabel and len(tabel.primary_key) == 1:
                eerste, laatste = (tx.scalars(select(naar).order_by(op)).first() for op in (naar, naar.desc()))
                tx.execute(update(tabel).where(naar == eerste).values({kolom: laatste}))


def _een(tx: Connection, tabel: Table, kans: random.Random) -> None:
    for _ in range(POGINGEN):
        punt = tx.begin_nested()
        try:
            tx.execute(insert(tabel).values(_waarden(tx, tabel, kans)))
        except IntegrityError:
            punt.rollback()
        else:
            punt.commit()
            return
    raise AssertionError(f"no row of {tabel.name} was taken: widen what this file tries")


def _waarden(tx: Connection, tabel: Table, kans: random.Random) -> dict[str, Any]:
    verwijst, keuzes = _verwijst(tabel), _keuzes(tabel)
    uit: dict[str, Any] = {}
    for kolom in tabel.c:
        if kolom is tabel.autoincrement_column:
            continue
        if kolom.nullable and kans.random() < 0.5:
            uit[kolom.name] = None
        elif kolom.name in verwijst:
            uit[kolom.name] = kans.choice([*tx.scalars(select(verwijst[kolom.name])), None])
        elif kolom.name in keuzes:
            uit[kolom.name] = kans.choice(keuzes[kolom.name])
        else:
            uit[kolom.name] = waarde(kolom, kans)
    return uit


def waarde(kolom: Column[Any], kans: random.Random) -> Any:
    """Return something that a column can hold."""
    soort = kolom.type
    if isinstance(soort, Boolean):
        return kans.random() < 0.5
    if isinstance(soort, Integer):
        bits = 15 if isinstance(soort, SmallInteger) else 63 if isinstance(soort, BigInteger) else 31
        return kans.choice([0, 1, 2, 3, kans.randrange(-(2**bits), 2**bits), 2**bits - 1])
    if isinstance(soort, Float):
        return kans.choice([0.0, 0.1, -1.5, 1e300, 5e-324, kans.random()])
    if isinstance(soort, UtcMoment):
        vroeg = datetime(1, 1, 2, tzinfo=UTC)
        return kans.choice([vroeg, vroeg + timedelta(microseconds=kans.randrange(3 * 10**17))])
    if isinstance(soort, Date):
        return kans.choice([date.min, date.max, date.fromordinal(kans.randrange(1, date.max.toordinal()))])
    if isinstance(soort, LargeBinary):
        return kans.randbytes(soort.length or kans.randrange(5_000))
    if isinstance(soort, JSON):
        return kans.choice(
            [{}, [], {"a": [None, True, 1.5, 2**60, _tekst(kans, 20)]}, _tekst(kans, 9), 7, 2.5, "", "5"]
        )
    assert isinstance(soort, String), soort
    return _tekst(kans, soort.length or 3_000)


def _tekst(kans: random.Random, lengte: int) -> str:
    return "".join(kans.choices(LETTERS, k=kans.choice([0, 1, lengte, kans.randrange(lengte + 1)])))


def _verwijst(tabel: Table) -> dict[str, Column[Any]]:
    sleutels = (een for een in tabel.constraints if isinstance(een, ForeignKeyConstraint))
    return {deel.parent.name: deel.column for een in sleutels for deel in een.elements}


def _keuzes(tabel: Table) -> dict[str, list[str]]:
    """Return the words that the checks of a table name, per column."""
    uit: dict[str, list[str]] = {}
    for een in tabel.constraints:
        if isinstance(een, CheckConstraint):
            for naam, rij, los in _IN.findall(str(een.sqltext)):
                uit.setdefault(naam, []).extend(re.findall(r"'([^']*)'", rij) or ([los] if los else []))
    return {naam: woorden for naam, woorden in uit.items() if woorden}
