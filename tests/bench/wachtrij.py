"""A million messages that wait: what claiming the next few costs, beside a thousand that wait, and what else is asked.

Measured, on SQLite (synchronous=FULL) and on PostgreSQL (fsync on, over its socket), in a process of its own: a claim
of the next `per_keer` rows with its commit, as `OutboxSender` does it, over `gesloten` rows in all. Each row is then
ended as sent, and as many new ones are written, so that the queue stays as long and PostgreSQL gets its dead rows.
`verhouding` is the median with many rows over that with few; `geheugen_kb` the memory of that process after each
quarter.

`blok_ms`: one transaction of a meeting's announcement to 5,000 residents, 500 of them, with the long queue: who it is
for, what they want and had this week, and the rows; the writer is blocked for so long. `vragen_ms`: the other questions
that are asked of the long queue, the middle one of five; `voortgang` counts all of it, as for a broadcast to so many.

Not measured: more than one process that claims; a disk slower than this one; PostgreSQL over a network.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine

from bot.config import Verzending
from bot.rules.pacing import Baan
from bot.services import wekker
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, open_database, outbox, sqlalchemy_url, verzendingen, wachtrij, wekkers
from bot.storage.schema import migrate
from tests.bench._processen import drukte, proces, regel
from tests.bench._rijen import tel_uitzending, vul
from tests.builders import NU, een_bijeenkomst
from tests.postgres import draaiende_postgres, url_van

WIJK = 1
VRAGEN: dict[str, Callable[[Connection], object]] = {
    "vanaf": lambda tx: wachtrij.vanaf(tx, "telegram", list(Baan)),
    "verlopen_leases": lambda tx: outbox.verlopen_leases(tx, datetime.now(UTC)),
    "voortgang": tel_uitzending,
    "tel_mis": lambda tx: verzendingen.tel_mis(tx, 1),
}


def meet(veel: int = 1_000_000, weinig: int = 1000, gesloten: int = 20_000, per_keer: int = 8) -> dict[str, Any]:
    """Measure both databases, with few rows and with many."""
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_, draaiende_postgres() as postgres:
        with postgres.connect() as tx:
            for naam in ("weinig", "veel"):
                tx.exec_driver_sql(f"CREATE DATABASE {naam}")
        urls = {
            "sqlite": {naam: f"sqlite:///{Path(map_) / naam}.db" for naam in ("weinig", "veel")},
            "postgres": {naam: url_van(postgres, naam) for naam in ("weinig", "veel")},
        }
        uitkomst = {wat: _meet_een(per_aantal, veel, weinig, gesloten, per_keer) for wat, per_aantal in urls.items()}
    return {**uitkomst, "veel": veel, "weinig": weinig, "gesloten": gesloten, "per_keer": per_keer, "drukte": drukte()}


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'claim, ms':12}{'rows':>12}{'median':>10}{'p99':>10}{'longest':>10}   memory after each quarter, kB"]
    for wat in ("sqlite", "postgres"):
        for naam in ("weinig", "veel"):
            u = uitkomst[wat][naam]
            cijfers = f"{u['p50_ms']:>10}{u['p99_ms']:>10}{u['langste_ms']:>10}   {u['geheugen_kb']}"
            regels.append(f"{wat:12}{uitkomst[naam]:>12}{cijfers}")
        u = uitkomst[wat]
        regels.append(
            f"  many over few: {u['verhouding']}; 500 rows written: {u['blok_ms']} ms; asked: {u['vragen_ms']}"
        )
    return "\n".join([*regels, f"{uitkomst['per_keer']} rows a claim; load {uitkomst['drukte']}"])


def _meet_een(urls: dict[str, str], veel: int, weinig: int, gesloten: int, per_keer: int) -> dict[str, Any]:
    uitkomst: dict[str, Any] = {}
    for naam, hoeveel in (("weinig", weinig), ("veel", veel)):
        vul_seconden = _vul(urls[naam], hoeveel)
        with proces("_rijen", urls[naam], str(ceil(gesloten / per_keer)), str(per_keer)) as claimer:
            gemeten = json.loads(regel(claimer))
        uitkomst[naam] = {**_verdeling(gemeten["claims"]), "geheugen_kb": gemeten["geheugen_kb"]}
        uitkomst[naam]["vullen_seconden"] = vul_seconden
    uitkomst["verhouding"] = round(uitkomst["veel"]["p50_ms"] / uitkomst["weinig"]["p50_ms"], 2)
    return {**uitkomst, **asyncio.run(_vraag(urls["veel"]))}


def _vul(url: str, hoeveel: int) -> float:
    begin = time.perf_counter()
    migrate(url)
    engine = create_engine(sqlalchemy_url(url))
    with engine.begin() as tx:
        if engine.dialect.name == "sqlite":
            tx.exec_driver_sql("PRAGMA journal_mode = WAL")
            tx.exec_driver_sql("PRAGMA synchronous = OFF")
        vul(tx, hoeveel)
        if engine.dialect.name == "postgresql":
            tx.exec_driver_sql("ANALYZE")  # as PostgreSQL does by itself within a minute
    if engine.dialect.name == "sqlite":
        with engine.connect() as tx:
            tx.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return round(time.perf_counter() - begin, 1)


async def _vraag(url: str) -> dict[str, Any]:
    database = await open_database(url)
    bij = await database.write(WIJK, lambda tx: een_bijeenkomst(tx, WIJK, begin=NU + timedelta(days=9)))
    await database.write(WIJK, wekkers.zet, WIJK, "bijeenkomst_nieuw", bij.id, NU)
    blokken: list[float] = []
    while volgende := await database.read(wekkers.eerste, WIJK, NU):
        blokken.append(await _duur_ms(database, wekker.doe, WIJK, volgende.id, NU, AMSTERDAM, Verzending()))
    vragen = {naam: median([await _duur_ms(database, vraag) for _ in range(5)]) for naam, vraag in VRAGEN.items()}
    await database.close()
    return {
        "blok_ms": {"midden": round(median(blokken), 1), "langste": round(max(blokken), 1), "aantal": len(blokken)},
        "vragen_ms": {naam: round(ms, 1) for naam, ms in vragen.items()},
    }


async def _duur_ms(database: Database, functie: Callable[..., object], *args: Any) -> float:
    begin = time.perf_counter()
    await database.write(WIJK, functie, *args)
    return (time.perf_counter() - begin) * 1000


def _verdeling(seconden: list[float]) -> dict[str, float]:
    op_volgorde = sorted(seconden)

    def ms(deel: float) -> float:
        return round(op_volgorde[ceil(deel * len(op_volgorde)) - 1] * 1000, 2)

    return {"p50_ms": ms(0.5), "p99_ms": ms(0.99), "langste_ms": ms(1.0)}
