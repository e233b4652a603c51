"""How Alembic reaches the database: all or nothing, one at a time; on SQLite with foreign keys off, checked after."""

from sqlite3 import Connection as Sqlite

from alembic import context
from sqlalchemy import Connection, NullPool, create_engine, event

from bot.storage.tables import metadata

engine = create_engine(context.config.attributes["url"], poolclass=NullPool)  # a migration that fails stays nowhere
sqlite = engine.dialect.name == "sqlite"
if sqlite:

    @event.listens_for(engine, "connect")
    def _zelf_beginnen(raw: Sqlite, _: object) -> None:
        raw.isolation_level = None  # the driver begins no transaction before DDL: a kill would leave half of it
        raw.execute("PRAGMA busy_timeout = 60000")
        raw.execute("PRAGMA foreign_keys = OFF")  # with them on, rebuilding a parent table deletes its children

    @event.listens_for(engine, "begin")
    def _begin(tx: Connection) -> None:
        tx.exec_driver_sql("BEGIN IMMEDIATE")


with engine.begin() as tx:
    if not sqlite:
        tx.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('gehoord migreer'))")
    context.configure(connection=tx, target_metadata=metadata, render_as_batch=sqlite)
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and (broken := tx.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            raise RuntimeError(f"the migration left broken references: {broken[:3]}")
engine.dispose()
