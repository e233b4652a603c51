"""Remembering: SQLAlchemy Core over SQLite or PostgreSQL, one file per noun. Functions take `tx`, never commit."""

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import InvoerFout
from bot.storage.database import ACCOUNTS, Database
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase

__all__ = ["ACCOUNTS", "Database", "maak_bestand", "open_database", "sqlalchemy_url"]


def sqlalchemy_url(url: str) -> str:
    """Check a database URL and name the driver that we use.

    Raises:
        InvoerFout: when it is neither SQLite nor PostgreSQL.
    """
    try:
        delen = make_url(url)
    except ArgumentError:
        delen = None
    if delen is not None and delen.get_backend_name() == "sqlite" and delen.database:
        return delen.set(drivername="sqlite").render_as_string(hide_password=False)
    if delen is not None and delen.get_backend_name() in {"postgresql", "postgres"}:
        return delen.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    raise InvoerFout(
        "[opslag] database: schrijf sqlite:///pad/naar/gehoord.db of postgresql://gebruiker:wachtwoord@host/naam"
    )


def maak_bestand(url: str) -> None:
    """Make the file of an SQLite database that is not there yet, for its owner's eyes only; its log files follow."""
    naam = make_url(sqlalchemy_url(url)).database
    if sqlalchemy_url(url).startswith("sqlite") and naam and Path(naam).parent.is_dir():
        Path(naam).touch(mode=0o600)


async def open_database(url: str) -> Database:
    """Open the database of this URL; the schema must be there (`bot.storage.schema`)."""
    volledig = sqlalchemy_url(url)
    if volledig.startswith("sqlite"):
        bestand = Path(make_url(volledig).database or "")
        if not bestand.parent.is_dir():
            raise InvoerFout(f"[opslag] database: de map {bestand.parent} bestaat niet; maak die eerst")
        return await SqliteDatabase.open(bestand)
    return await PostgresDatabase.open(volledig)
