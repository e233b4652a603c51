"""Open pages of the chat in the browser on one process: how soon a message is there, and what a page costs.

Measured: `gehoord start` as a process of its own, with a database on disk (SQLite, synchronous=FULL) and a session for
each page; as many connections over loopback from a second process, each with the stream of a page open. This process
writes 200 messages a second to the outbox, each to the next account, and says in each when: the delay is from before
its commit until its page has it, over the outbox, the lanes, the chat's table and the stream. Each must come once.

First with a tenth of the pages, then with all: `verhouding` is the p99 of all over that of the tenth, at the same
200 a second. `kb_per_pagina` is what the memory of the server grew by for each page more (RSS, at rest; buffers of
the kernel are not in it). `rust_us_per_pagina` is the CPU time for a page on which nothing happens, per second.
The benchmark fails when a message is lost or comes twice.

Not measured: TLS and the proxy, a slow network, PostgreSQL, a page with the message that it draws. The machine's other
work disturbs it: with a `drukte` (load average) above the number of cores the milliseconds say little.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any
from urllib.error import URLError

from sqlalchemy import Connection, Engine, create_engine, event, insert, select

from bot.rules.pacing import Baan
from bot.services import websessie
from bot.services.websessie import Toeval
from bot.storage import outbox, sqlalchemy_url, tables
from bot.storage.schema import migrate
from bot.webinstellingen import KANAAL
from tests.bench._processen import drukte, proces, vraag, zeg
from tests.builders import een_publiek_id, een_wijk
from tests.wereld import vrije_poort

STAP_SECONDEN = 0.05
_RUST_VOORAF = 3.0
_GEDULD_SECONDEN = 30
_NUMMERS = count()
_TEKST = "Donderdag komt de wethouder langs in het buurthuis, om acht uur. U kunt dan alles vragen."
_INSTELLINGEN = """
[wijk]
naam = "Vogelbuurt"
[opslag]
database = "sqlite:///{map}/gehoord.db"
peper_bestand = "{map}/peper.txt"
pushsleutel_bestand = "{map}/pushsleutel.txt"
tijdvak_bestand = "{map}/tijdvak.txt"
sleutel_bestand = "{map}/sleutel.txt"
[web]
adres = "127.0.0.1:{poort}"
url = "http://127.0.0.1:{poort}"
[webchat]
aan = true
[verzending]
stil_van = "00:00"
stil_tot = "00:00"
"""


def meet(
    paginas: int = 2000, per_seconde: int = 200, seconden: float = 30.0, rust_seconden: float = 25.0
) -> dict[str, Any]:
    """Measure a tenth of the pages, then all.

    Raises:
        AssertionError: a message was lost or came twice, or a page was closed.
    """
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as naam_van_map:
        map_ = Path(naam_van_map)
        url = f"sqlite:///{map_ / 'gehoord.db'}"
        poort, geheimen = vrije_poort(), [f"geheim-{n}" for n in range(paginas)]
        (map_ / "gehoord.toml").write_text(_INSTELLINGEN.format(map=map_, poort=poort))
        migrate(url)
        engine = _engine(url)
        with _server(map_ / "gehoord.toml", poort) as server:
            leeg_kb = _rss_kb(server)
            with engine.begin() as tx:
                accounts = _sessies(tx, geheimen)
            with proces("_webpaginas", str(poort)) as lezer:
                delen, weinig = [], max(paginas // 10, 1)
                for van, tot in ((0, weinig), (weinig, paginas)):
                    (map_ / "geheimen.txt").write_text("\n".join(geheimen[van:tot]))
                    begin = time.perf_counter()
                    _zeg(lezer, f"open {map_ / 'geheimen.txt'}")
                    deel = {"geopend_s": round(time.perf_counter() - begin, 2)}
                    hoe = per_seconde, seconden, rust_seconden
                    delen.append(deel | _meet_deel(engine, server, lezer, accounts[:tot], *hoe))
        engine.dispose()
    een, veel = delen
    meer = veel["paginas"] - een["paginas"]
    return {
        "verhouding": round(veel["p99_ms"] / een["p99_ms"], 2),
        "p99_ms": veel["p99_ms"],
        "kb_per_pagina": round((veel["rust_kb"] - een["rust_kb"]) / meer, 1),
        "rust_us_per_pagina": round((veel["rust_us"] - een["rust_us"]) / meer, 1),
        "leeg_kb": leeg_kb,
        "delen": delen,
        "per_seconde": per_seconde,
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    kop = ("pages", "msgs", "p50 ms", "p99 ms", "longest", "CPU µs/msg", "open s", "RSS idle", "RSS after")
    velden = ("paginas", "berichten", "p50_ms", "p99_ms", "langste_ms", "cpu_us", "geopend_s", "rust_kb", "na_kb")
    regels = ["".join(f"{titel:>11}" for titel in kop)]
    regels += ["".join(f"{deel[veld]:>11}" for veld in velden) for deel in uitkomst["delen"]]
    u = uitkomst
    regels.append(
        f"{u['per_seconde']} a second; p99 of all pages over that of a tenth: {u['verhouding']}; a page more takes"
        f" {u['kb_per_pagina']} kB, and idle {u['rust_us_per_pagina']} µs of CPU a second;"
        f" RSS without pages {u['leeg_kb']} kB; load {u['drukte']}"
    )
    return "\n".join(regels)


@contextmanager
def _server(instellingen: Path, poort: int) -> Iterator[int]:
    """Run `gehoord start` until the block ends; give the id of its process."""
    opdracht = [sys.executable, "-m", "bot", "start", "--config", str(instellingen)]
    with (instellingen.parent / "log.txt").open("w") as log:
        gestart = subprocess.Popen(opdracht, stdout=log, stderr=log)
        try:
            for _ in range(600):
                try:
                    vraag(f"http://127.0.0.1:{poort}/healthz")
                    break
                except URLError:
                    time.sleep(0.1)
            yield gestart.pid
            gestart.terminate()
            assert gestart.wait(60) == 0, (instellingen.parent / "log.txt").read_text()
        finally:
            gestart.kill()
            gestart.wait()


def _engine(url: str) -> Engine:
    engine = create_engine(sqlalchemy_url(url), connect_args={"isolation_level": None, "timeout": 30})
    event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _sessies(tx: Connection, geheimen: list[str]) -> list[int]:
    """Sign somebody in for each secret; return their accounts."""
    wijk = tx.scalars(select(tables.wijk.c.id)).first() or een_wijk(tx)
    nu = datetime.now(UTC)
    for nummer, geheim in enumerate(geheimen):
        toeval = Toeval(str(2**40 + nummer), geheim, een_publiek_id())
        websessie.begin(tx, wijk, KANAAL, toeval, "Firefox, Linux", nu)
    vraag_ = select(tables.account.c.id).where(tables.account.c.kanaal == KANAAL).order_by(tables.account.c.id)
    return list(tx.scalars(vraag_))


def _meet_deel(
    engine: Engine,
    server: int,
    lezer: subprocess.Popen[str],
    accounts: list[int],
    per_seconde: int,
    seconden: float,
    rust_seconden: float,
) -> dict[str, Any]:
    """Leave the pages at rest for a while, then write messages at an even pace and see each come once."""
    time.sleep(_RUST_VOORAF)
    cpu, rust_kb = -_cpu_us(server), _rss_kb(server)
    time.sleep(rust_seconden)
    rust_us = (cpu + _cpu_us(server)) / rust_seconden
    cpu, hoeveel = -_cpu_us(server), ceil(per_seconde * seconden)
    _schrijf(engine, accounts, per_seconde, hoeveel)
    kwam = _zeg(lezer, f"wacht {hoeveel} {_GEDULD_SECONDEN}")
    ms = sorted(kwam["ms"])
    assert (len(ms), kwam["dubbel"], kwam["open"]) == (hoeveel, 0, len(accounts)), (hoeveel, len(ms), kwam["open"])
    return {
        "paginas": len(accounts),
        "berichten": hoeveel,
        "p50_ms": round(median(ms), 1),
        "p99_ms": round(ms[ceil(0.99 * hoeveel) - 1], 1),
        "langste_ms": round(ms[-1], 1),
        "cpu_us": round((cpu + _cpu_us(server)) / hoeveel),
        "rust_us": round(rust_us, 1),
        "rust_kb": rust_kb,
        "na_kb": _rss_kb(server),
    }


def _schrijf(engine: Engine, accounts: list[int], per_seconde: int, hoeveel: int) -> None:
    """Write so many messages at an even pace, to each account in turn."""
    geschreven, begin = 0, time.perf_counter()
    while geschreven < hoeveel:
        tot = min(int((time.perf_counter() - begin + STAP_SECONDEN) * per_seconde), hoeveel)
        if tot > geschreven:
            with engine.begin() as tx:
                wijk = tx.scalar(select(tables.wijk.c.id))
                rijen = [_rij(wijk, accounts[n % len(accounts)]) for n in range(geschreven, tot)]
                tx.execute(insert(tables.outbox), rijen)
            geschreven = tot
        time.sleep(max(begin + geschreven / per_seconde - time.perf_counter(), 0))


def _rij(wijk: int | None, account: int) -> dict[str, Any]:
    nummer = next(_NUMMERS)
    inhoud = {"html": f"{_TEKST} @{nummer}@{time.time():.6f}@", "plek": None, "file_id": None}
    van = {"rol": "buurtbegeleider", "bereik": None}
    return {
        "wijk": wijk,
        "account": account,
        "kanaal": KANAAL,
        "sleutel": f"bench:{nummer}",
        "soort": "uitzending",
        "data": {"talen": {"nl": inhoud}, "eigen_taal": "nl", "van": van, "id": een_publiek_id(), "hulp": True},
        "baan": int(Baan.UITZENDING),
        "staat": "wachtend",
        "niet_voor": outbox.DIRECT,
    }


def _zeg(lezer: subprocess.Popen[str], wat: str) -> dict[str, Any]:
    antwoord: dict[str, Any] = json.loads(zeg(lezer, wat))
    return antwoord


def _rss_kb(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def _cpu_us(pid: int) -> float:
    velden = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(velden[11]) + int(velden[12])) * 1_000_000 / os.sysconf("SC_CLK_TCK")
