"""A million messages that wait: what claiming the next few costs, beside a thousand that wait, and what else is asked.

Measured, on SQLite (synchronous=FULL) and on PostgreSQL (fsync on, over its socket), in a process of its own: a claim
of the next `per_keer` rows with its commit, as `OutboxSender` does it, over `gesloten` rows in all. Each row is then
ended as sent, and as many new ones are written, so that the queue stays as long and PostgreSQL gets its dead rows.
`verhouding` is the median with many rows over that with few; `geheugen_kb` the memory of that process after each
quarter.

`blok_ms`: one transaction that writes 500 rows of a broadcast (`outbox.schrijf`) into the long queue; the writer is
blocked for so long. `vragen_ms`: the other questions that are asked of the long queue, the middle one of five.

Not measured: more than one process that claims; a disk slower than this one; PostgreSQL over a network.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine, select

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.services.wekker import BLOK
from bot.storage import Database, open_database, outbox, sqlalchemy_url, tables
from bot.storage.schema import migrate
from tests.bench._processen import drukte, proces, regel
from tests.bench._rijen import ACCOUNTS, vul
from tests.postgres import draaiende_postgres, url_van

VRAGEN: dict[str, Callable[[Connection], object]] = {
    "verlopen_leases": lambda tx: outbox.verlopen_leases(tx, datetime.now(UTC)),
    "tel_staten": lambda tx: outbox.tel_staten(tx, 1),
    "tel_onzeker": lambda tx: outbox.tel_onzeker(tx, 1),
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
    if engine.dialect.name == "sqlite":
        with engine.connect() as tx:
            tx.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return round(time.perf_counter() - begin, 1)


async def _vraag(url: str) -> dict[str, Any]:
    database = await open_database(url)
    blokken = [await _duur_ms(database, _schrijf_blok, str(nummer)) for nummer in range(10)]
    vragen = {
        naam: round(median([await _duur_ms(database, vraag) for _ in range(5)]), 1) for naam, vraag in VRAGEN.items()
    }
    await database.close()
    return {"blok_ms": {"midden": round(median(blokken), 1), "langste": round(max(blokken), 1)}, "vragen_ms": vragen}


async def _duur_ms(database: Database, functie: Callable[..., object], *args: Any) -> float:
    begin = time.perf_counter()
    await database.write(1, functie, *args)
    return (time.perf_counter() - begin) * 1000


def _schrijf_blok(tx: Connection, nummer: str) -> None:
    accounts = tx.scalars(
        select(tables.account.c.id).order_by(tables.account.c.id).offset(int(nummer) * BLOK % ACCOUNTS).limit(BLOK)
    )
    boodschap = Boodschap("uitzending", {})
    outbox.schrijf(tx, 1, f"blok:{nummer}", accounts, boodschap, baan=Baan.UITZENDING, uitzending=1)


def _verdeling(seconden: list[float]) -> dict[str, float]:
    op_volgorde = sorted(seconden)

    def ms(deel: float) -> float:
        return round(op_volgorde[ceil(deel * len(op_volgorde)) - 1] * 1000, 2)

    return {"p50_ms": ms(0.5), "p99_ms": ms(0.99), "langste_ms": ms(1.0)}
