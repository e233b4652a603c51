"""A million residents: what /stand, a vote, the exports and the log take, beside ten thousand in another database.

One database of 1,000,000 residents at 400,000 addresses in 40 wijken, with over ten million pieces of evidence that
have their number in the log, and one of 10,000 in one wijk, made by the database itself (`tests/groot.py`): on SQLite
and, after it, on PostgreSQL.
`stand_p99_ms`: /stand by random residents of all wijken, of which the counts are kept as the tick keeps them (`tel_s`:
one such count); `stem_verhouding`: the middle vote, with its commit, over that in the small database, in turns, and
`herstem_verhouding` the same of changing it. Memory is the peak of a process of its own that writes an export of one
wijk. `nummer_us`: an act of a day gets its number in the log; `bewijs_ms`: the proof of a random leaf.

Not measured: databases that the system does not have in memory.
"""

import asyncio
import json
import random
import secrets
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import Connection, create_engine, insert, select

from bot.rules.merkle import STAP, Groei, blad_hash
from bot.services import bewijslog, standtelling, stemmen
from bot.services.handeling import AMSTERDAM
from bot.services.stand import lees_stand, toon_stand
from bot.storage import Database, open_database, peilingen, sqlalchemy_url, tables
from bot.storage import bewijslog as opslag
from bot.storage.schema import migrate
from tests.bench._processen import drukte, proces, regel
from tests.builders import NU, een_peiling, een_wijk, handeling
from tests.groot import EERSTE_NUMMER, VERTROKKEN, Maat, vul
from tests.postgres import draaiende_postgres, url_van

KLEIN = Maat(10_000, 4_000, bewijzen=17, ander=False)
MILJOEN = Maat(1_000_000, 400_000, 40, bewijzen=17, ander=False)


def meet(groot: Maat = MILJOEN, klein: Maat = KLEIN, keren: int = 300) -> dict[str, Any]:
    """Make the databases and measure, the one kind after the other."""
    maten = {"groot": groot, "klein": klein}
    uit: dict[str, Any] = {"bewoners": groot.bewoners, "bewijzen": groot.bewijzen * groot.actief}
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-", dir="/var/tmp") as map_:
        uit["sqlite"] = _meet_op({naam: f"sqlite:///{Path(map_) / naam}.db" for naam in maten}, maten, keren)
    with draaiende_postgres() as server:
        with server.connect() as tx:
            for naam in maten:
                tx.exec_driver_sql(f"CREATE DATABASE {naam}")
        uit["postgres"] = _meet_op({naam: url_van(server, naam) for naam in maten}, maten, keren)
    return uit | {"drukte": drukte()}


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{naam:22}{waarde}" for naam, waarde in uitkomst.items() if naam not in ("sqlite", "postgres")]
    for op in ("sqlite", "postgres"):
        regels += [op, *(f"  {naam:20}{waarde}" for naam, waarde in uitkomst[op].items())]
    return "\n".join(regels)


def _meet_op(urls: dict[str, str], maten: dict[str, Maat], keren: int) -> dict[str, Any]:
    begin = time.perf_counter()
    gevuld = {naam: _maak(urls[naam], maat) for naam, maat in maten.items()}
    seconden = time.perf_counter() - begin
    grootte = {naam: _grootte(url) for naam, url in urls.items()}
    uit = asyncio.run(_meet(urls, maten, gevuld, keren))
    return {
        "maak_s": round(seconden),
        "grootte_mb": grootte["groot"],
        **uit,
        "export": {wat: _schrijf(urls["groot"], wat) for wat in ("tellingen", "bewijs")},
        "alles_s": round(time.perf_counter() - begin),
    }


def _grootte(url: str) -> int:
    """Return how large a database is, in MB."""
    engine = create_engine(sqlalchemy_url(url))
    vraag = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    if engine.dialect.name == "postgresql":
        vraag = "SELECT pg_database_size(current_database())"
    with engine.connect() as tx:
        bytes_: int = tx.exec_driver_sql(vraag).scalar_one()
    engine.dispose()
    return round(bytes_ / 1e6)


def _maak(url: str, maat: Maat) -> str:
    """Fill a database; return the poll in the first wijk."""
    migrate(url)
    engine = create_engine(sqlalchemy_url(url))
    with engine.begin() as tx:
        if tx.dialect.name == "sqlite":
            tx.exec_driver_sql("PRAGMA synchronous = OFF")
            tx.exec_driver_sql("PRAGMA analysis_limit = 1000")
        for nummer in range(maat.wijken):
            een_wijk(tx, f"Wijk {nummer + 1}")
        vul(tx, maat, zonder_indexen=maat.bewoners > 100_000)
        peiling = een_peiling(tx, 1, sluit_op=NU + timedelta(days=9))
        _stem_vooraf(tx, peiling, maat.bewoners // maat.wijken // 2 - 1)
        _zet_logstand(tx, 1)
        tx.exec_driver_sql("ANALYZE")
        gevonden = peilingen.zoek(tx, 1, id=peiling)
        assert gevonden is not None
    engine.dispose()
    return gevonden.publiek_id


def _stem_vooraf(tx: Connection, peiling: int, hoeveel: int) -> None:
    sleutels = [secrets.token_bytes(16) for _ in range(hoeveel)]
    vast = {"wijk": 1, "peiling": peiling}
    tx.execute(insert(tables.stembiljet), [{**vast, "sleutel": sleutel, "inhoud": "[0]"} for sleutel in sleutels])
    paren = enumerate(sleutels, 1)
    tx.execute(insert(tables.stemkoppeling), [{**vast, "stembiljet": s, "bewoner": 2 * n} for n, s in paren])


def _zet_logstand(tx: Connection, wijk: int) -> None:
    """Make the tree over the leaves of a wijk, as if it had grown night by night."""
    b, boom = tables.bewijs.c, Groei(stap=STAP)
    bladen = select(b.blad).where(b.wijk == wijk).order_by(b.volgnummer)
    for blad in tx.scalars(bladen, execution_options={"yield_per": 10_000}):
        boom.voeg_toe(blad_hash(blad.encode()))
    opslag.zet_stand(tx, wijk, boom)


async def _meet(urls: dict[str, str], maten: dict[str, Maat], peiling: dict[str, str], keren: int) -> dict[str, Any]:
    banken = {naam: await open_database(url) for naam, url in urls.items()}
    try:
        stand = await _stand(banken["groot"], maten["groot"], keren)
        stem = await _stem(banken, maten, peiling, keren)
        return stand | stem | await _log(banken, keren)
    finally:
        for database in banken.values():
            await database.close()


async def _ms(doe: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    await doe()
    return (time.perf_counter() - begin) * 1000


async def _stand(database: Database, maat: Maat, keren: int) -> dict[str, Any]:
    tellen, toeval = [], random.Random(1)
    for wijk in range(1, maat.wijken + 1):
        telling = await database.read(standtelling.tel, wijk, NU, AMSTERDAM)
        tellen.append(telling.duur / 1000)
        await database.write(wijk, standtelling.bewaar, wijk, telling)
    per_wijk, tijden = maat.bewoners // maat.wijken, []
    for _ in range(5 * keren):
        wijk = toeval.randrange(maat.wijken) + 1
        doet = handeling(wijk, str(EERSTE_NUMMER + (wijk - 1) * per_wijk + 1 + toeval.randrange(per_wijk // 50) * 50))

        async def kijk(doet: Any = doet) -> None:
            gelezen = await database.read(lees_stand, doet)
            assert gelezen is not None
            await database.write(doet.wijk, toon_stand, doet, gelezen)

        tijden.append(await _ms(kijk))
    deel = quantiles(tijden, n=100)
    return {"tel_s": round(median(tellen), 2), "stand_p50_ms": round(deel[49], 2), "stand_p99_ms": round(deel[98], 2)}


async def _stem(
    banken: dict[str, Database], maten: dict[str, Maat], peiling: dict[str, str], keren: int
) -> dict[str, Any]:
    tijden: dict[str, dict[str, list[float]]] = {naam: {"stem": [], "herstem": []} for naam in banken}
    stemmers = [n for n in range(1, 3 * keren, 2) if n % 50 != VERTROKKEN][:keren]
    for nummer in stemmers:
        for naam, database in banken.items():
            wie = str(EERSTE_NUMMER + nummer)
            for daad, soort in (("0", "stem"), ("1", "herstem")):
                doet = handeling(1, wie)
                duur = await _ms(lambda: database.write(1, stemmen.stem, doet, peiling[naam], daad))  # noqa: B023
                tijden[naam][soort].append(duur)
    midden = {naam: {soort: median(alle) for soort, alle in per.items()} for naam, per in tijden.items()}
    return {
        f"{soort}_ms": {naam: round(midden[naam][soort], 3) for naam in banken} for soort in ("stem", "herstem")
    } | {
        f"{soort}_verhouding": round(midden["groot"][soort] / midden["klein"][soort], 2)
        for soort in ("stem", "herstem")
    }


async def _log(banken: dict[str, Database], keren: int) -> dict[str, Any]:
    uit: dict[str, Any] = {"log_bladen": {}, "nummer_us": {}, "bewijs_ms": {}}
    for naam, database in banken.items():
        grootte = (await database.read(opslag.stand, 1)).grootte
        vrij = await database.read(opslag.ongenummerd, 1, 0, 1_000)
        begin = time.perf_counter()
        await database.write(1, bewijslog.nummer, 1, vrij)
        uit["nummer_us"][naam] = round((time.perf_counter() - begin) / max(1, len(vrij)) * 1e6)
        toeval = random.Random(2)
        nummers = [toeval.randrange(grootte) for _ in range(keren // 3)]
        tijden = [await _ms(lambda: database.read(bewijslog.pad, 1, nr, grootte)) for nr in nummers]  # noqa: B023
        uit["bewijs_ms"][naam], uit["log_bladen"][naam] = round(median(tijden), 2), grootte
    return uit


def _schrijf(url: str, wat: str) -> dict[str, Any]:
    with proces("_uitvoer", url, "1", wat) as gestart:
        uit: dict[str, Any] = json.loads(regel(gestart))
    return uit
