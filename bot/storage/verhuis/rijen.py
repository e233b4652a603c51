"""Rows as they are read on the one side and written on the other: the same values, whichever database it is.

JSON goes as the text that it is; moments, days, truth and bytes as Python knows them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, cast

import psycopg
from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    literal,
    select,
    tuple_,
)
from sqlalchemy import (
    cast as als,
)
from sqlalchemy.exc import DataError, IntegrityError, StatementError

from bot.errors import InvoerFout

Rij = tuple[Any, ...]

MAX_RIJEN = 5_000
MAX_TEKENS = 8 * 2**20
"""A block: so many rows at most, or so many bytes and characters, whichever comes first."""


def tel(tx: Connection, tabel: Table) -> int:
    """Return how many rows a table has."""
    return tx.execute(select(func.count()).select_from(tabel)).scalar_one()


def lees(tx: Connection, tabel: Table, na: Rij | None = None) -> Iterator[Rij]:
    """Return the rows in the order of their key, after one; never many at once in memory."""
    volgorde = _volgorde(tx, tabel)
    vraag = select(*(als(kolom, Text) if _json(kolom) else kolom for kolom in tabel.c)).order_by(*volgorde)
    if na is not None:
        sleutel = (literal(waarde, kolom.type) for waarde, kolom in zip(na, tabel.primary_key, strict=True))
        vraag = vraag.where(tuple_(*volgorde) > tuple_(*sleutel))
    groot = any(isinstance(kolom.type, LargeBinary) and kolom.type.length is None for kolom in tabel.c)
    for rij in tx.execute(vraag, execution_options={"yield_per": 10 if groot else 1_000}):
        yield tuple(rij)


def blokken(rijen: Iterator[Rij]) -> Iterator[list[Rij]]:
    """Cut rows into blocks that fit in memory, and in one transaction."""
    blok: list[Rij] = []
    tekens = 0
    for rij in rijen:
        blok.append(rij)
        tekens += sum(len(waarde) for waarde in rij if isinstance(waarde, str | bytes))
        if len(blok) >= MAX_RIJEN or tekens >= MAX_TEKENS:
            yield blok
            blok, tekens = [], 0
    if blok:
        yield blok


def laatste(tx: Connection, tabel: Table) -> Rij | None:
    """Return the key of the last row, None when there is none."""
    vraag = select(*tabel.primary_key).order_by(*(kolom.desc() for kolom in _volgorde(tx, tabel))).limit(1)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else tuple(rij)


def sleutel(tabel: Table, rij: Rij) -> Rij:
    """Return the key of a row."""
    return tuple(rij[plek] for plek in _plekken(tabel))


def schrijf(tx: Connection, tabel: Table, blok: Sequence[Rij]) -> None:
    """Add a block in a transaction of its own.

    Raises:
        InvoerFout: a value that the new database does not take; it names the row, and does not quote it.
    """
    try:
        _voeg_toe(tx, tabel, blok)
    except _WEIGERT:
        rij, fout = _eerste_geweigerd(tx, tabel, blok)
        welke = f"{tabel.name} {', '.join(_toon(deel) for deel in sleutel(tabel, rij))}"
        soort = type(getattr(fout, "orig", None) or fout).__name__
        waarom = f"de rij {welke} past niet in de nieuwe database ({soort})"
        raise InvoerFout(f"--van: {waarom}; verbeter die eerst") from None


_WEIGERT = (psycopg.DataError, psycopg.IntegrityError, DataError, IntegrityError, StatementError, UnicodeError)


def _voeg_toe(tx: Connection, tabel: Table, blok: Sequence[Rij]) -> None:
    with tx.begin():
        if tx.dialect.name == "postgresql":
            zet = tx.dialect.identifier_preparer.quote
            kolommen = ", ".join(zet(kolom.name) for kolom in tabel.c)
            vul = f"COPY {zet(tabel.name)} ({kolommen}) FROM STDIN"
            raw = cast(psycopg.Connection[Any], tx.connection.dbapi_connection)
            with raw.cursor() as cursor, cursor.copy(vul) as in_:
                for rij in blok:
                    in_.write_row(rij)
        else:
            namen = tabel.c.keys()
            tx.execute(insert(_met_json_als_tekst(tabel)), [dict(zip(namen, rij, strict=True)) for rij in blok])


def _eerste_geweigerd(tx: Connection, tabel: Table, blok: Sequence[Rij]) -> tuple[Rij, Exception]:
    """Return the first row that is refused and why, by halving; what was taken stays, as it is in order."""
    vanaf, tot, reden = 0, len(blok), Exception()
    while tot - vanaf > 1:
        midden = (vanaf + tot) // 2
        try:
            _voeg_toe(tx, tabel, blok[vanaf:midden])
            vanaf = midden
        except _WEIGERT:
            tot = midden
    try:
        _voeg_toe(tx, tabel, blok[vanaf:tot])
    except _WEIGERT as fout:
        reden = fout
    return blok[vanaf], reden


def _toon(deel: Any) -> str:
    return deel.hex() if isinstance(deel, bytes) else str(deel)


@cache
def _plekken(tabel: Table) -> tuple[int, ...]:
    namen = tabel.c.keys()
    return tuple(namen.index(kolom.name) for kolom in tabel.primary_key)


def _volgorde(tx: Connection, tabel: Table) -> list[ColumnElement[Any]]:
    """Return what sorts alike on both: texts by their bytes, not as a language has it."""
    bytes_ = tx.dialect.name == "postgresql"
    return [kolom.collate("C") if bytes_ and isinstance(kolom.type, String) else kolom for kolom in tabel.primary_key]


@cache
def _met_json_als_tekst(tabel: Table) -> Table:
    """Return a table by which JSON is written as the text that it is already."""
    return Table(
        tabel.name, MetaData(), *(Column(kolom.name, Text if _json(kolom) else kolom.type) for kolom in tabel.c)
    )


def _json(kolom: Column[Any]) -> bool:
    return isinstance(kolom.type, JSON)
