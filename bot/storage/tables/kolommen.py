"""What every table is made of: the one metadata, moments in UTC, and columns and indexes that return.

Integers are ids inside; `publiek_id` (22 characters, 128 random bits) is what a button, a link or an export may show.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC. Naive values are refused: SQLite would drop the offset without a word."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC, in the form that the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Nummer = BigInteger().with_variant(Integer, "sqlite")


def eigen_id() -> Column[int]:
    """Return the column of a row's own number, which only the inside knows."""
    return Column("id", Nummer, primary_key=True)


def publiek_id() -> Column[str]:
    """Return the column of the id that people may see."""
    return Column("publiek_id", String(22), nullable=False, unique=True)


def van_wijk() -> Column[int]:
    """Return the column that says of which wijk a row is."""
    return Column("wijk", ForeignKey("wijk.id"), nullable=False)


def verwijzing(tabel: str, *, naam: str | None = None, **opties: Any) -> Column[int]:
    """Return a column that points to a row of a table, by the name of that table."""
    return Column(naam or tabel, ForeignKey(f"{tabel}.id"), **{"nullable": False, **opties})


def spoor() -> Column[str]:
    """Return the column that says what wrote a row, as the log names it (`bot.logboek`), until it is done."""
    return Column("spoor", String(24))


def doelgroepkolommen() -> list[Column[str]]:
    """Return the columns that say for whom something is (`bot.rules.doelgroep`)."""
    return [
        Column("doelgroep", String(10), nullable=False, default="wijk"),
        Column("doelgroep_bereik", String(100), nullable=False, default=""),
    ]


def kiezerkolommen() -> list[Any]:
    """Who has something in a poll, once: a resident, or an account without a home here."""
    return [
        verwijzing("peiling"),
        verwijzing("bewoner", nullable=True),
        verwijzing("account", nullable=True),
        UniqueConstraint("peiling", "bewoner"),
        UniqueConstraint("peiling", "account"),
        CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="kiezer"),
    ]


def een_tegelijk(*kolommen: str, zolang: str) -> Index:
    """Return an index that lets there be one row at a time for which `zolang` (SQL) holds."""
    return Index(None, *kolommen, unique=True, sqlite_where=text(zolang), postgresql_where=text(zolang))


def index_zolang(naam: str, *kolommen: str, zolang: str, uniek: bool = False) -> Index:
    """Return an index over the rows for which `zolang` (SQL) holds."""
    return Index(naam, *kolommen, unique=uniek, sqlite_where=text(zolang), postgresql_where=text(zolang))
