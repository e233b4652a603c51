"""The public page for a large wijk: how long the server is at work on each page, beside the smallest page there can be.

Measured on SQLite through `Publiek.pagina`, as a browser asks for it: one read and one template, without the network.
The middle of some runs. The wijk has residents with ten pieces of evidence each, and a poll that closed with a ballot
of every resident. `ten_opzichte_van_leeg` is that time over a read of nothing and the page that says there is none.

Not measured: many readers at once. Other work on the machine disturbs the figures, so look at the ratios first.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine, delete, insert, select

from berichten import Toon, vertaal
from bot.services import standpublicatie
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, open_database, peilingen, sqlalchemy_url, tables
from bot.storage.schema import migrate
from bot.web import sjabloon
from bot.web.publiek import Publiek
from tests.bench._bewijzen import vul
from tests.bench._processen import drukte
from tests.builders import NU, een_peiling
from tests.web.site import Klok
from tests.web.vulling import vul_wijk

TAAL = "nl"


def meet(bewoners: int = 10_000, keren: int = 41) -> dict[str, Any]:
    """Measure each page."""
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        url = f"sqlite:///{Path(map_) / 'publiek.db'}"
        wijk, peiling = _vul(url, bewoners)
        paginas = asyncio.run(_meet(url, wijk, peiling, keren))
    leeg = paginas.pop("leeg")
    per_pagina = {
        naam: {"ms": ms, "bytes": lengte, "ten_opzichte_van_leeg": round(ms / leeg[0], 1)}
        for naam, (ms, lengte) in paginas.items()
    }
    return {"bewoners": bewoners, "leeg_ms": leeg[0], "paginas": per_pagina, "drukte": drukte()}


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'page':<24}{'ms':>10}{'ratio':>10}{'bytes':>10}"]
    for naam, een in uitkomst["paginas"].items():
        regels.append(f"{naam:<24}{een['ms']:>10}{een['ten_opzichte_van_leeg']:>10}{een['bytes']:>10}")
    slot = f"{uitkomst['bewoners']} residents; the smallest page takes {uitkomst['leeg_ms']} ms"
    return "\n".join([*regels, f"{slot}; load {uitkomst['drukte']}"])


def _vul(url: str, bewoners: int) -> tuple[int, str]:
    migrate(url)
    engine = create_engine(sqlalchemy_url(url))
    with engine.begin() as tx:
        tx.exec_driver_sql("PRAGMA synchronous = OFF")
        wijk = vul(tx, bewoners, 10 * bewoners)
        tx.execute(delete(tables.spelregels))  # two versions come instead
        vul_wijk(tx, wijk)
        peiling = een_peiling(tx, wijk, ("Ja", "Nee", "Ik weet het nog niet"), vraag="Wat vindt u van dit plan?")
        biljetten = [
            {"wijk": wijk, "peiling": peiling, "inhoud": f"[{nummer % 3}]", "sleutel": secrets.token_bytes(16)}
            for nummer in range(bewoners)
        ]
        tx.execute(insert(tables.stembiljet), biljetten)
        peilingen.sluit(tx, peiling, NU)
        standpublicatie.breng_uit(tx, wijk, standpublicatie.stel_op(tx, wijk, NU, AMSTERDAM))
        gesloten = tx.scalar(select(tables.peiling.c.publiek_id).where(tables.peiling.c.id == peiling))
    engine.dispose()
    return wijk, str(gesloten)


async def _meet(url: str, wijk: int, peiling: str, keren: int) -> dict[str, tuple[float, int]]:
    database = await open_database(url)
    try:
        toon = Toon(vertaal(TAAL), AMSTERDAM, "https://t.me/GehoordBot")
        van = Publiek(database, wijk, Klok(), toon, "https://wijk.voorbeeld.nl")
        adressen = ["", "agenda", "traject", "mijlpalen", "archief", "uitslagen", "aankondigingen", "spelregels"]
        uit = {"leeg": await _middelste(lambda: _leeg(database), keren)}
        for deel in [*adressen, "controle", "meedoen"]:
            uit[deel or "home"] = await _middelste(lambda deel=deel: van.pagina(TAAL, deel), keren)  # type: ignore[misc]
        uit["one result"] = await _middelste(lambda: van.pagina(TAAL, "uitslagen", peiling), keren)
        uit["calendar"] = await _middelste(lambda: van.kalender(TAAL), keren)
        uit["news"] = await _middelste(lambda: van.nieuws(TAAL), keren)
        return uit
    finally:
        await database.close()


async def _leeg(database: Database) -> bytes:
    await database.read(_niets)
    return sjabloon.fout(TAAL, 404, 0)


def _niets(tx: Connection) -> None:
    tx.execute(select(1))


async def _middelste(doe: Callable[[], Awaitable[bytes | None]], keren: int) -> tuple[float, int]:
    """Return the middle time in ms, the first two left out, and how long the page is."""
    tijden = []
    for _ in range(keren + 2):
        begin = time.perf_counter()
        inhoud = await doe()
        tijden.append(1000 * (time.perf_counter() - begin))
        assert inhoud
    return round(median(tijden[2:]), 2), len(inhoud or b"")
