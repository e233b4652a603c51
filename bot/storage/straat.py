"""Streets in a question: only one of them, or all; and in which street some households stand."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select, true

from bot.storage.tables import huishouden

_BROK = 500  # stays below every limit on the parameters of one statement


def in_een(straat: str | None) -> ColumnElement[bool]:
    """Return what keeps a question to the households of one street; None: to none."""
    return true() if straat is None else huishouden.c.straat == straat


def van(tx: Connection, huishoudens: Iterable[int]) -> dict[int, str]:
    """Return the street of each of some households."""
    gevraagd, gevonden = list(huishoudens), dict[int, str]()
    for begin in range(0, len(gevraagd), _BROK):
        deze = huishouden.c.id.in_(gevraagd[begin : begin + _BROK])
        gevonden |= {rij.id: rij.straat for rij in tx.execute(select(huishouden.c.id, huishouden.c.straat).where(deze))}
    return gevonden
