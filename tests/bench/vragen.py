"""Finding answered questions: how long a resident waits for the three that are nearest, with 2,000 to choose from.

Measured on SQLite, through `Database.read` as the chat does it, over the paraphrases on which the matcher was tuned:
the middle and the slowest. `ten_opzichte_van_kijken` is the middle over one `count` through the index in
the same file; `veel_over_weinig` the middle with all questions over that with a tenth of them. `gevonden` says of how
many paraphrases a right answer was among the three. What is held out is not measured here.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine, func, insert, select

from bot.services import vraagindex
from bot.storage import Database, open_database, sqlalchemy_url, tables
from bot.storage.schema import migrate
from tests.bench._processen import drukte
from tests.builders import NU, een_account, een_publiek_id, een_wijk
from tests.vraagbaak import parafrases, vragen


def meet(aantallen: tuple[int, ...] = (200, 2000), keren: int = 2) -> dict[str, Any]:
    """Measure with so many answered questions."""
    per_aantal = []
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        for aantal in aantallen:
            url = f"sqlite:///{Path(map_) / str(aantal)}.db"
            migrate(url)
            engine = create_engine(sqlalchemy_url(url))
            with engine.begin() as tx:
                begin = time.perf_counter()
                wijk, namen = vul(tx, aantal)
                duur = time.perf_counter() - begin
            engine.dispose()
            per_aantal.append(asyncio.run(_meet_een(url, wijk, namen, keren)) | {"indexeren_s": round(duur, 2)})
    return {
        "per_aantal": per_aantal,
        "veel_over_weinig": round(per_aantal[-1]["zoeken_ms"] / per_aantal[0]["zoeken_ms"], 2),
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [
        f"{'questions':>10}{'search, ms':>12}{'slowest':>10}{'look, ms':>10}{'ratio':>8}{'found':>10}{'index, s':>10}"
    ]
    for een in uitkomst["per_aantal"]:
        tijden = f"{een['zoeken_ms']:>12}{een['traagste_ms']:>10}{een['kijken_ms']:>10}"
        rest = f"{een['ten_opzichte_van_kijken']:>8}{een['gevonden']:>10}{een['indexeren_s']:>10}"
        regels.append(f"{een['vragen']:>10}{tijden}{rest}")
    return "\n".join([*regels, f"most over fewest: {uitkomst['veel_over_weinig']}; load {uitkomst['drukte']}"])


def vul(tx: Connection, aantal: int | None = None) -> tuple[int, dict[str, str]]:
    """Publish the first answered questions of the set; return the wijk, and their ids there by those of the set."""
    wijk = een_wijk(tx)
    velden = {"wijk": wijk, "hoe": "later", "aantal": 1, "gemaakt_door": een_account(tx, "9001"), "op": NU}
    deze = vragen()[:aantal]
    namen = {een.id: een_publiek_id() for een in deze}
    rijen = [
        {**velden, "publiek_id": namen[een.id], "vraag": een.vraag, "antwoord": een.antwoord, "gepubliceerd_op": NU}
        for een in deze
    ]
    tx.execute(insert(tables.vraagbaak), rijen)
    vraagindex.werk_alles_bij(tx, wijk)
    return wijk, namen


def is_gevonden(tx: Connection, wijk: int, namen: dict[str, str], tekst: str, goed: set[str]) -> bool:
    """Say whether a right answer is among those that are offered."""
    return bool({namen.get(id_) for id_ in goed} & {een.publiek_id for een in vraagindex.zoek(tx, wijk, tekst)})


async def _meet_een(url: str, wijk: int, namen: dict[str, str], keren: int) -> dict[str, Any]:
    database = await open_database(url)
    try:
        zoeken, kijken, gevonden = [], [], 0
        for keer in range(keren):
            for tekst, goed in parafrases():
                begin = time.perf_counter()
                raak = await database.read(is_gevonden, wijk, namen, tekst, goed)
                zoeken.append((time.perf_counter() - begin) * 1000)
                gevonden += raak if keer == 0 else 0
                kijken.append(await _kijk(database))
    finally:
        await database.close()
    return {
        "vragen": len(namen),
        "zoeken_ms": round(median(zoeken), 2),
        "traagste_ms": round(max(zoeken), 2),
        "kijken_ms": round(median(kijken), 2),
        "ten_opzichte_van_kijken": round(median(zoeken) / median(kijken), 2),
        "gevonden": f"{gevonden} of {len(parafrases())}",
    }


async def _kijk(database: Database) -> float:
    begin = time.perf_counter()
    await database.read(lambda tx: tx.scalar(select(func.count(tables.vraagstam.c.gewicht))))
    return (time.perf_counter() - begin) * 1000
