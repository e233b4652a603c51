"""Which tables a use case wrote to: what the audit trail calls a change, and not a look."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, event
from sqlalchemy.sql.dml import UpdateBase

_PLEK = "gehoord_geschreven"


@contextmanager
def let_op(tx: Connection) -> Iterator[set[str]]:
    """Give a set to which the name of each table comes in which a row changes, as long as this lasts."""
    waarin: set[str] = set()
    tx.info[_PLEK] = waarin
    try:
        yield waarin
    finally:
        del tx.info[_PLEK]


def _na(tx: Connection, opdracht: Any, _1: object, _2: object, _3: object, uitkomst: CursorResult[Any]) -> None:
    if not isinstance(opdracht, UpdateBase) or (waarin := tx.info.get(_PLEK)) is None:
        return
    if opdracht.is_insert or uitkomst.returns_rows or uitkomst.rowcount:  # of rows given back SQLite counts none yet
        waarin.add(str(opdracht.table))


event.listen(Engine, "after_execute", _na)
