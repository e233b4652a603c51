"""Bringing a database to the schema of this version, with Alembic. Who only looks does not load it: each start does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from bot.errors import InvoerFout
from bot.storage import maak_bestand, sqlalchemy_url
from bot.storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIES = Path(__file__).parent / "migrations"
VERHUIST = "verhuis"
"""The version of a database that is being moved to (`gehoord verhuis`): nothing else opens it until all is there."""


def _config(url: str) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIES).replace("%", "%%"))
    config.attributes["url"] = sqlalchemy_url(url)
    return config


def migrate(url: str) -> None:
    """Bring the database to the newest schema; harmless when it is there already.

    Raises:
        InvoerFout: it cannot be reached, is no database, or is of a newer version of the program.
    """
    from alembic import command
    from alembic.util import CommandError

    with _te_bereiken(url):
        maak_bestand(url)
        try:
            command.upgrade(_config(url), "head")
        except CommandError:
            naam = zonder_wachtwoord(url)
            is_current(url)  # one that is being moved to says so
            raise InvoerFout(f"{naam}: deze database is van een nieuwere versie van gehoord; gebruik die") from None


def maak(url: str) -> None:
    """Make an SQLite database of the newest schema in one go, without its history; what is there already is an error.

    Much faster than `migrate`, for one that lives a day; that both give the same, tests/storage/test_schema.py sees.
    """
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

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
        InvoerFout: it cannot be reached, is no database, or is being moved to.
    """
    nu = migratie(url)
    if nu == VERHUIST:
        mend = "geef die opdracht nog eens, tot zij klaar is"
        raise InvoerFout(f"{zonder_wachtwoord(url)}: `gehoord verhuis` is hier begonnen en nog niet klaar; {mend}")
    return nu == hoofd()


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
            return stand(tx)
    finally:
        engine.dispose()


def hoofd() -> str:
    """Return the last migration that this program has: their files begin with their number, one after the other."""
    return max(een.name for een in (_MIGRATIES / "versions").glob("[0-9]*.py")).partition("_")[0]


def stand(tx: Connection) -> str:
    """Return the last migration of an open database; empty when there is none."""
    if not inspect(tx).has_table("alembic_version"):
        return ""
    return str(tx.scalar(text("SELECT version_num FROM alembic_version")) or "")


def zet_stand(tx: Connection, versie: str) -> None:
    """Write down another migration as the last, without changing anything."""
    tx.execute(text("UPDATE alembic_version SET version_num = :versie"), {"versie": versie})


@contextmanager
def _te_bereiken(url: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as fout:
        reden = str(fout.orig).strip().partition("\n")[0]
        mend = "maak ruimte" if " full" in reden else "kijk of de map of de server er is"
        raise InvoerFout(f"[opslag] database: {zonder_wachtwoord(url)} gaat niet open ({reden}); {mend}") from None


def zonder_wachtwoord(url: str) -> str:
    """Return a database URL as it may be shown."""
    return make_url(url).render_as_string(hide_password=True)
