"""How Alembic reaches the database: one transaction, on SQLite with foreign keys off and checked afterwards."""

from alembic import context
from sqlalchemy import NullPool, create_engine

from bot.storage.tables import metadata

engine = create_engine(context.config.attributes["url"], poolclass=NullPool)  # a migration that fails stays nowhere
with engine.connect() as tx:
    sqlite = tx.dialect.name == "sqlite"
    if sqlite:  # with them on, rebuilding a parent table deletes its children
        tx.exec_driver_sql("PRAGMA foreign_keys = OFF")
        tx.commit()
    context.configure(connection=tx, target_metadata=metadata, render_as_batch=sqlite)
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and (broken := tx.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            raise RuntimeError(f"the migration left broken references: {broken[:3]}")
    tx.commit()
engine.dispose()
