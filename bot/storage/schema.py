"""Bringing a database to the schema of this version, with Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from bot.storage import sqlalchemy_url


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = sqlalchemy_url(url)
    return config


def migrate(url: str) -> None:
    """Bring the database to the newest schema; harmless when it is there already."""
    command.upgrade(_config(url), "head")


def is_current(url: str) -> bool:
    """Say whether the database has the schema that this version of the program needs."""
    engine = create_engine(sqlalchemy_url(url))
    try:
        with engine.connect() as tx:
            heads = MigrationContext.configure(tx).get_current_heads()
    finally:
        engine.dispose()
    return set(heads) == set(ScriptDirectory.from_config(_config(url)).get_heads())
