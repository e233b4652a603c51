"""Rows that cannot be read or used: told of once each, so that one of them keeps none of the others waiting.

What is said of one is its table, its number and where it went wrong: never what stands in it.
"""

import logging
import traceback
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select
from sqlalchemy.exc import DBAPIError

from bot.tellers import MIS

T = TypeVar("T")

log = logging.getLogger(__name__)

_ONS = ("/bot/", "/berichten/", "/handlers/")
_ZWIJG_SECONDEN = 86_400.0
"""So long nothing more is said of a row in the log; the figure goes on counting."""
_MEEST = 20
"""Of so many rows of a table it is said: a broken broadcast may stand behind a thousand messages."""
_verteld: dict[tuple[str, int], float] = {}
"""When each row was told of; in memory, as nothing but the length of the log hangs on it."""


def lees(
    tx: Connection,
    vraag: Select[Any],
    sleutel: ColumnElement[int],
    maak: Callable[[Row[Any]], T],
    waarden: Mapping[str, Any] | None = None,
    hoogstens: int | None = None,
) -> list[T]:
    """Return what is made of the rows of a question; one of which nothing can be made is told of and left out.

    Args:
        sleutel: the number of a row, by which its table is known too.
        waarden: for the parameters of the question.
        hoogstens: so many at most.

    Raises:
        DBAPIError: the database did not answer; that is no row's fault.
    """
    waarden = waarden or {}
    try:
        return [maak(rij) for rij in tx.execute(vraag.limit(hoogstens) if hoogstens else vraag, waarden).all()]
    except DBAPIError:
        raise
    except Exception as fout:  # which of them it was is found out below
        log.debug("one by one, for a %s", type(fout).__name__)
    goed: list[T] = []
    for nummer in tx.scalars(vraag.with_only_columns(sleutel), waarden).all():
        try:
            goed += [maak(rij) for rij in tx.execute(vraag.where(sleutel == nummer), waarden).all()]
        except DBAPIError:
            raise
        except Exception as fout:
            meld(_tabel(sleutel), nummer, fout)
        if len(goed) == hoogstens:
            break
    return goed


def meld(tabel: str, rij: int, fout: BaseException, deel: str = "row") -> None:
    """Say which row it is, once a day, and count each time.

    Args:
        deel: the part of the work that it is about, as the figure names it.
    """
    MIS.labels(deel).inc()
    nu = monotonic()
    if nu - _verteld.get((tabel, rij), -_ZWIJG_SECONDEN) < _ZWIJG_SECONDEN:
        return
    hoeveel = sum(welke == tabel for welke, _ in _verteld)
    if hoeveel >= _MEEST:
        return
    _verteld[tabel, rij] = nu
    mend = 'What to do: docs/meten.md, "Een rij die niet klopt"'
    verder = ". Of more rows of this table nothing is said" if hoeveel == _MEEST - 1 else ""
    log.error("%s row %d cannot be used: %s. The others go on without it. %s%s", tabel, rij, plek(fout), mend, verder)


def plek(fout: BaseException) -> str:
    """Return what kind of error it is and where in our code it came from, without its words: those may be of people."""
    lagen = traceback.extract_tb(fout.__traceback__)
    ons = [
        f"{laag.filename.rpartition('/')[2]}:{laag.lineno}" for laag in lagen if any(o in laag.filename for o in _ONS)
    ]
    return " < ".join([type(fout).__name__, *reversed(ons[-4:])])


def _tabel(sleutel: ColumnElement[int]) -> str:
    return str(getattr(getattr(sleutel, "table", None), "name", "?"))
