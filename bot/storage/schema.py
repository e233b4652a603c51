"""Bringing a database to the schema of this version, with Alembic."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import DBAPIError

from bot.errors import InvoerFout
from bot.storage import maak_bestand, sqlalchemy_url
from bot.storage.tables import metadata


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["url"] = sqlalchemy_url(url)
    return config


def migrate(url: str) -> None:
    """Bring the database to the newest schema; harmless when it is there already.

    Raises:
        InvoerFout: it cannot be reached, is no database, or is of a newer version of the program.
    """
    with _te_bereiken(url):
        maak_bestand(url)
        try:
            command.upgrade(_config(url), "head")
        except CommandError:
            naam = zonder_wachtwoord(url)
            raise InvoerFout(f"{naam}: deze database is van een nieuwere versie van gehoord; gebruik die") from None


def maak(url: str) -> None:
    """Make an SQLite database of the newest schema in one go, without its history; what is there already is an error.

    Much faster than `migrate`, for one that lives a day; that both give the same, tests/storage/test_schema.py sees.
    """
    maak_bestand(url)
    engine = create_engine(sqlalchemy_url(url), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as tx:
            tx.exec_driver_sql("BEGIN")
            metadata.create_all(tx, checkfirst=False)
            MigrationContext.configure(tx).stamp(ScriptDirectory.from_config(_config(url)), "head")
            tx.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Say whether the database has the schema that this version of the program needs.

    Raises:
        InvoerFout: it cannot be reached, or is no database.
    """
    return migratie(url) == ScriptDirectory.from_config(_config(url)).get_current_head()


def migratie(url: str) -> str:
    """Return the last migration of a database; empty when there is none.

    Raises:
        InvoerFout: it cannot be reached, or is no database.
    """
    engine = create_engine(sqlalchemy_url(url))
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
        return ""  # looking would make it
    try:
        with _te_bereiken(url), engine.connect() as tx:
            return MigrationContext.configure(tx).get_current_revision() or ""
    finally:
        engine.dispose()


@contextmanager
def _te_bereiken(url: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as fout:
        reden = str(fout.orig).strip().partition("\n")[0]
        raise InvoerFout(
            f"[opslag] database: {zonder_wachtwoord(url)} gaat niet open ({reden}); kijk of de map of de server er is"
        ) from None


def zonder_wachtwoord(url: str) -> str:
    """Return a database URL as it may be shown."""
    return make_url(url).render_as_string(hide_password=True)
