"""The statements that handlers really run, each once, and which of them read much where there are many residents."""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, event

from tests.groot import GROOT

_RIJ = re.compile(r"\(\?(?:, \?)+\)")
_STAP = re.compile(
    r"^(SCAN|SEARCH) (\w+)"
    r"(?: USING (?:AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?(?:INDEX (\w+)|(INTEGER PRIMARY KEY)))?(?: \((.*)\))?"
)
_NAAM = re.compile(r'(\w+) AS "?(\w+)"?')
_GELIJK = re.compile(r"=\?|ANY\(")
_LEEST = ("SELECT", "UPDATE", "DELETE", "WITH")
_VAN_ALLE = frozenset({"database", "sqlite", "postgres"})


class Opdracht(NamedTuple):
    """A statement as SQLite ran it, and which function of bot/storage (else of bot) asked for it."""

    wie: str
    sql: str
    waarden: Any
    opdracht: Any
    gegeven: Any


class Gelezen(NamedTuple):
    """Who asked, and what a step of its plan does with a large table."""

    wie: str
    stap: str
    sql: str


@contextmanager
def verzamel(tx: Connection) -> Iterator[dict[str, Opdracht]]:
    """Keep each statement of `bot` that a connection runs, once; what a test itself asks is left out."""
    gevonden: dict[str, Opdracht] = {}
    laatste: list[Any] = [None, None]

    def onthoud(_tx: Connection, opdracht: Any, veel: Any, een: Any, _: Any) -> None:
        laatste[:] = opdracht, (veel or [een])[0]

    def zie(_tx: Connection, _cursor: Any, sql: str, waarden: Any, _context: Any, _veel: bool) -> None:
        sleutel = _RIJ.sub("(…)", sql)
        if sleutel not in gevonden and sql.startswith(_LEEST) and (wie := _wie()):
            eerste = waarden[0] if isinstance(waarden, list) and waarden else waarden
            gevonden[sleutel] = Opdracht(wie, sql, eerste, *laatste)

    event.listen(tx, "before_execute", onthoud)
    event.listen(tx, "before_cursor_execute", zie)
    try:
        yield gevonden
    finally:
        event.remove(tx, "before_cursor_execute", zie)
        event.remove(tx, "before_execute", onthoud)


def _wie() -> str:
    frame, beste = sys._getframe(2), ""
    while frame is not None:
        pad = Path(frame.f_code.co_filename)
        naam = f"{pad.stem}.{frame.f_code.co_name}"
        if pad.parent.name == "storage" and pad.stem not in _VAN_ALLE and not naam.endswith(">"):
            return naam
        if "bot" in pad.parts and ".venv" not in pad.parts:
            beste = beste or naam
        frame = frame.f_back  # type: ignore[assignment]
    return beste


def leest_veel_sqlite(tx: Connection, opdrachten: Mapping[str, Opdracht], veel: int) -> list[Gelezen]:
    """Return the steps that go past a whole large table, or past more than so many rows of it for each key.

    How many, the statistics say: rows by each first columns of an index.
    """
    rijen = tx.exec_driver_sql("SELECT tbl, idx, stat FROM sqlite_stat1").all()
    per_index = {idx or tbl: [int(deel) for deel in stat.split() if deel.isdigit()] for tbl, idx, stat in rijen}
    fout = []
    for een in opdrachten.values():
        namen = {kort: lang for lang, kort in _NAAM.findall(een.sql) if lang in GROOT}
        for rij in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {een.sql}", een.waarden):
            raak = _STAP.match(str(rij[-1]))
            if raak and namen.get(raak[2], raak[2]) in GROOT and _is_veel(raak, per_index, veel):
                fout.append(Gelezen(een.wie, raak[0], een.sql))
    return fout


def _is_veel(stap: re.Match[str], per_index: Mapping[str, list[int]], veel: int) -> bool:
    gelijk = len(_GELIJK.findall(stap[5] or ""))
    if stap[1] == "SCAN" or (stap[4] and not gelijk):
        return True
    tellen = per_index.get(stap[3] or "")
    return tellen is not None and tellen[min(gelijk, len(tellen) - 1)] > veel


def leest_veel_postgres(url: str, opdrachten: Mapping[str, Opdracht], veel: int) -> list[Gelezen]:
    """Return the steps that go past a whole large table, or find more than so many rows of it and need them all."""
    fout: list[Gelezen] = []
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with _uitleg(engine) as plannen:
        with engine.connect() as tx:
            groot = {r[0] for r in tx.exec_driver_sql(f"SELECT relname FROM pg_class WHERE reltuples > {10 * veel}")}
        for een in opdrachten.values():
            plannen.clear()
            with engine.connect() as tx, suppress(_Uitgelegd):
                tx.execute(een.opdracht, een.gegeven)
            for plan in plannen:
                fout += [Gelezen(een.wie, stap, een.sql) for stap in _stappen(plan, GROOT & groot, veel)]
    engine.dispose()
    return fout


def _stappen(plan: Any, groot: frozenset[str], veel: int, weinig: bool = False) -> Iterator[str]:
    tabel, weinig = plan.get("Relation Name"), weinig or plan["Node Type"] == "Limit"
    heel = plan["Node Type"] == "Seq Scan"
    if tabel in groot and (heel or (plan["Plan Rows"] > veel and not weinig)):
        yield f"{plan['Node Type']} {tabel} {plan['Plan Rows']}"
    for deel in plan.get("Plans", ()):
        yield from _stappen(deel, groot, veel, weinig)


class _Uitgelegd(Exception):  # noqa: N818 - it is no error
    """It was explained: that is all that was asked."""


@contextmanager
def _uitleg(engine: Engine) -> Iterator[list[Any]]:
    plannen: list[Any] = []

    def leg_uit(_tx: Connection, cursor: Any, sql: str, waarden: Any, context: Any, _veel: bool) -> None:
        if context.compiled is not None:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", waarden)
            plannen.extend(deel["Plan"] for deel in cursor.fetchone()[0])
            raise _Uitgelegd

    event.listen(engine, "before_cursor_execute", leg_uit)
    try:
        yield plannen
    finally:
        event.remove(engine, "before_cursor_execute", leg_uit)
