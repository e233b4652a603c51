"""What makes a database the begun target of a move, and what makes it the installation itself."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

import psycopg
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    NullPool,
    Table,
    Text,
    cast,
    create_engine,
    func,
    insert,
    inspect,
    literal,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import AddConstraint, CreateTable, DropTable

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url, tijdvakken
from bot.storage.schema import VERHUIST, hoofd, maak, migrate, stand, zet_stand, zonder_wachtwoord
from bot.storage.tables import UtcMoment, metadata

_BEGONNEN = Table("verhuis", MetaData(), Column("bron", Text), Column("begonnen_op", UtcMoment))
"""One row, while it lasts: what is moved here."""


def merk(tx: Connection, aantallen: Mapping[str, int]) -> str:
    """Return by what a source is known again: its sizes, and how often the bot started and sent."""
    waar = tijdvakken.laatste(tx)
    feiten = [waar and waar.merk, waar and waar.teller, sorted(aantallen.items())]
    return hashlib.sha256(json.dumps(feiten).encode()).hexdigest()


def maak_klaar(url: str) -> None:
    """Give an empty database our tables; one that a move began in is left alone.

    Raises:
        InvoerFout: there is something in it, or it cannot be reached.
    """
    engine = create_engine(sqlalchemy_url(url), poolclass=NullPool)
    try:
        with engine.connect() as tx:
            staat = stand(tx)
            nieuw = not inspect(tx).get_table_names()
            if staat != VERHUIST:
                _eis_leeg(tx, url)
    except DBAPIError as fout:
        reden = str(fout.orig).strip().partition("\n")[0]
        raise InvoerFout(f"--naar {zonder_wachtwoord(url)}: gaat niet open ({reden})") from None
    finally:
        engine.dispose()
    if nieuw and engine.dialect.name == "sqlite":
        maak(url)  # at once or not at all: Alembic does not undo half of its work there
    elif staat != VERHUIST:
        migrate(url)


def begin(tx: Connection, url: str, bron: str) -> None:
    """Mark the target as the one of this source, or see that it is.

    Raises:
        InvoerFout: it is of another source, or the source changed since.
    """
    with tx.begin():
        if stand(tx) == VERHUIST:
            if tx.scalar(select(_BEGONNEN.c.bron)) != bron:
                waarom = "hier is een verhuizing van een andere database begonnen, of de bron is sindsdien veranderd"
                raise InvoerFout(f"--naar {zonder_wachtwoord(url)}: {waarom}; begin opnieuw met een lege database")
            return
        _eis_leeg(tx, url)
        tx.execute(CreateTable(_BEGONNEN))
        tx.execute(insert(_BEGONNEN).values(bron=bron, begonnen_op=datetime.now(UTC)))
        zet_stand(tx, VERHUIST)
        if tx.dialect.name == "postgresql":  # a row may come before what it points to
            for tabel, sleutels in inspect(tx).get_multi_foreign_keys().items():
                for een in sleutels:
                    quote = tx.dialect.identifier_preparer.quote
                    tx.exec_driver_sql(f"ALTER TABLE {quote(tabel[1])} DROP CONSTRAINT {quote(een['name'] or '')}")


def einde(tx: Connection, url: str, nummers: Mapping[str, int]) -> None:
    """Make the target the installation: all references hold, new rows get new numbers, and it has our version.

    Args:
        nummers: the last number that each table gave out, by its name.

    Raises:
        InvoerFout: something points to what is not there.
    """
    with tx.begin():
        if tx.dialect.name == "sqlite":
            los = tx.exec_driver_sql("PRAGMA foreign_key_check").first()
            if los:
                raise _los(los[0], los[2])
        else:
            _verwijs(tx)
            _tel_door(tx, nummers)
        tx.execute(DropTable(_BEGONNEN))
        zet_stand(tx, hoofd())
    with tx.begin():
        tx.exec_driver_sql("ANALYZE")  # the first plans are right then


def nummers(tx: Connection) -> dict[str, int]:
    """Return the last number that each table gave out, also when that row is gone."""
    uit = {}
    for tabel in metadata.sorted_tables:
        kolom = tabel.autoincrement_column
        if kolom is not None:
            uit[tabel.name] = tx.scalar(select(func.max(kolom))) or 0
            reeks = _reeks(tx, tabel.name, kolom.name) if tx.dialect.name == "postgresql" else None
            if reeks:
                gaf: int | None = tx.scalar(select(func.pg_sequence_last_value(cast(reeks, REGCLASS))))
                uit[tabel.name] = max(uit[tabel.name], gaf or 0)
    return uit


def _eis_leeg(tx: Connection, url: str) -> None:
    for naam in inspect(tx).get_table_names():
        if naam != "alembic_version" and tx.execute(select(literal(1)).select_from(table(naam)).limit(1)).first():
            raise InvoerFout(f"--naar {zonder_wachtwoord(url)}: is niet leeg; wijs een lege database aan")


def _los(tabel: str, naar: str) -> InvoerFout:
    return InvoerFout(f"--van: een rij van {tabel} wijst naar een rij van {naar} die er niet is; herstel die eerst")


def _verwijs(tx: Connection) -> None:
    for tabel in metadata.sorted_tables:
        for sleutel in tabel.foreign_key_constraints:
            try:
                tx.execute(AddConstraint(sleutel, isolate_from_table=False))
            except DBAPIError as fout:
                if not isinstance(fout.orig, psycopg.errors.ForeignKeyViolation):
                    raise
                raise _los(tabel.name, sleutel.referred_table.name) from None


def _tel_door(tx: Connection, nummers: Mapping[str, int]) -> None:
    for naam, laatste in nummers.items():
        kolom = metadata.tables[naam].autoincrement_column
        reeks = _reeks(tx, naam, kolom.name) if kolom is not None else None
        if reeks:
            tx.execute(select(func.setval(cast(reeks, REGCLASS), max(laatste, 1), laatste > 0)))


def _reeks(tx: Connection, tabel: str, kolom: str) -> str | None:
    gequoot = tx.dialect.identifier_preparer.quote(tabel)
    reeks: str | None = tx.scalar(select(func.pg_get_serial_sequence(gequoot, kolom)))
    return reeks
