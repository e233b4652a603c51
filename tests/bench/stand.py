"""The verdict for a large wijk: how all conditions stand, from all evidence, beside one look through that evidence.

Measured on SQLite, with the spelregels as the settings begin (both conditions), through `Database.read` as `/stand`
does it: the middle of some runs, with ten pieces of evidence per resident. A tenth was recorded by staff; some people
left, some evidence was corrected, and some is about people without a name. `ten_opzichte_van_kijken` is that time over
one `count(*)` through all evidence in the same file; `per_rij_verhouding` the time per piece of evidence with many over
that with few: 1 is flat.

Not measured: a file that the system does not have in memory; other work on the machine disturbs the figures, so look
at the ratios first.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine, func, select

from bot.services.stand import bereken_stand
from bot.storage import Database, open_database, sqlalchemy_url, tables
from bot.storage.schema import migrate
from tests.bench._bewijzen import vul
from tests.bench._processen import drukte


def meet(bewijzen: tuple[int, ...] = (10_000, 100_000, 1_000_000), keren: int = 7) -> dict[str, Any]:
    """Measure with each number of pieces of evidence."""
    per_aantal = []
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        for aantal in bewijzen:
            url = f"sqlite:///{Path(map_) / str(aantal)}.db"
            wijk = _vul(url, aantal)
            per_aantal.append({"bewijzen": aantal, **asyncio.run(_meet_een(url, wijk, keren))})
    per_rij = [een["stand_ms"] / een["bewijzen"] for een in per_aantal]
    return {
        "per_aantal": per_aantal,
        "per_rij_verhouding": round(per_rij[-1] / per_rij[0], 2),
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'evidence':>12}{'residents':>12}{'verdict, ms':>14}{'without staff':>16}{'look, ms':>12}{'ratio':>10}"]
    for een in uitkomst["per_aantal"]:
        tijden = f"{een['stand_ms']:>14}{een['zonder_staf_ms']:>16}{een['kijken_ms']:>12}"
        regels.append(f"{een['bewijzen']:>12}{een['bewoners']:>12}{tijden}{een['ten_opzichte_van_kijken']:>10}")
    slot = f"time per piece of evidence, most over fewest: {uitkomst['per_rij_verhouding']}; load {uitkomst['drukte']}"
    return "\n".join([*regels, slot])


def _vul(url: str, aantal: int) -> int:
    migrate(url)
    engine = create_engine(sqlalchemy_url(url))
    with engine.begin() as tx:
        tx.exec_driver_sql("PRAGMA synchronous = OFF")
        wijk = vul(tx, aantal // 10, aantal)
    engine.dispose()
    return wijk


async def _meet_een(url: str, wijk: int, keren: int) -> dict[str, Any]:
    database = await open_database(url)
    try:
        stand, zonder, kijken = [], [], []
        for _ in range(keren):
            stand.append(await _ms(database, lambda tx: bereken_stand(tx, wijk)))
            zonder.append(await _ms(database, lambda tx: bereken_stand(tx, wijk, met_staf=False)))
            kijken.append(await _ms(database, _kijk))
        bewoners = await database.read(lambda tx: tx.scalar(select(func.count()).select_from(tables.bewoner)))
    finally:
        await database.close()
    return {
        "bewoners": bewoners,
        "stand_ms": round(median(stand), 2),
        "zonder_staf_ms": round(median(zonder), 2),
        "kijken_ms": round(median(kijken), 2),
        "ten_opzichte_van_kijken": round(median(stand) / median(kijken), 1),
    }


def _kijk(tx: Connection) -> object:
    return tx.exec_driver_sql("SELECT count(*) FROM bewijs_prive NOT INDEXED WHERE vervallen >= 0").scalar()


async def _ms(database: Database, functie: Any) -> float:
    begin = time.perf_counter()
    await database.read(functie)
    return (time.perf_counter() - begin) * 1000
