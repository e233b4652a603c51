"""The busiest day of a busy week in a wijk of 50,000, in fast time: nothing drifts, leaks or piles up.

The program as `gehoord start` runs it, with its own database on disk, over HTTP to a Bot API server of ours that takes
80 ms per call and enforces Telegram's limits both ways (`_strenge_botapi.Grens`), refuses one call in 2,000 (429) and
twice everything for 45 s. From noon to noon by its own clock (`_snelletijd`): a meeting is announced to all, a poll on
the decision opens, reminds and closes with its result to all, three meetings remind who comes, of one the door is open
for 120 people, a message to all runs into the quiet hours and goes on in the morning, and the night seals and clears.
Residents vote, change their vote, sign up, ask, look at /stand, speak another language, join, stop and block the bot.

`meet` fails when at the end a queue is not empty, an update has no answer or a tap two, somebody got a message more
often than the outbox says or did not get what was for them, an alarm was later than its grace, more went in a second
than is allowed, what `gehoord stand` counts is not what people did, both verifiers do not take the log, or memory,
tasks, threads or open files go on growing: `per_uur` is the median slope over the hours after the night's work, from
five o'clock to noon.

Not measured: waiting for the disk, and other work on the machine (the clock goes on with the CPU time of the process);
latency that varies; TLS. What only looks whether there is anything looks less often than it does (`rustig_aan`).
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, create_engine, select, text

from bot import bewijsexport, cli
from bot.rules.herinneringen import GRATIE
from bot.storage import open_database, sqlalchemy_url, tables
from tests.bench._drukoordeel import van_wijk
from tests.bench._processen import drukte
from tests.verifiers import PAGINA

ZONE = ZoneInfo("Europe/Amsterdam")
MEESTE_PER_SECONDE = 30
_GROEI = {"rss_mb": 1.0, "taken": 0.2, "draden": 0.1, "bestanden": 1.0, "objecten": 500.0, "in_geheugen": 200.0}
"""By more than this an hour nothing may grow from then on; open lines come and go with who writes in the morning."""
_VANAF = 16
_STIL = ("15:00", "17:00", "20:00", "11:00")
"""By then all went of what was begun before, and nothing begins at that very moment."""
_KOLOMMEN = {
    "uur": 6,
    "updates": 8,
    "gestuurd": 9,
    "429": 6,
    "meeste_per_s": 13,
    "antwoord_p50": 13,
    "antwoord_p99": 13,
    "inbox_open": 11,
    "outbox_wacht": 13,
    "wekkers_te_laat": 16,
    "rss_mb": 8,
    "objecten": 9,
    "taken": 6,
    "draden": 7,
    "bestanden": 10,
    "in_geheugen": 12,
    "db_mb": 6,
    "cpu_s": 6,
}


def meet(bewoners: int = 50_000, **opgave: Any) -> dict[str, Any]:
    """Run the day and look at what came of it.

    Args:
        bewoners: so many in each wijk.
        opgave: what is other than in an ordinary day, see `_drukkedag.Opgave`.

    Raises:
        AssertionError: something is not as it must be.
    """
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-", dir="/var/tmp") as naam:
        map_, wat = Path(naam), json.dumps({"bewoners": bewoners, **opgave})
        opdracht = [sys.executable, "-m", "tests.bench._snelletijd", "tests.bench._drukkedag", naam, wat]
        with (map_ / "log").open("w") as log:
            gelopen = subprocess.run(opdracht, stdout=subprocess.PIPE, stderr=log, text=True, check=False)
        assert gelopen.returncode == 0, (map_ / "log").read_text()[-3000:]
        return beoordeel(json.loads(gelopen.stdout), map_)


def beoordeel(dag: dict[str, Any], map_: Path) -> dict[str, Any]:
    """Return the figures of a day that was run.

    Raises:
        AssertionError: something is not as it must be.
    """
    engine = create_engine(sqlalchemy_url(f"sqlite:///{map_ / 'gehoord.db'}"))
    fouten: list[str] = []
    with engine.connect() as tx:
        fouten += _post(tx, dag)
        for hier in dag["wijken"]:
            fouten += van_wijk(tx, dag, hier)
        te_laat = _te_laat(tx)
        vervallen = select(tables.wekker.c.soort).where(tables.wekker.c.afloop == "te_laat")
        fouten += [f"{soort} was too late and not done" for soort in tx.scalars(vervallen)]
        bladen = tx.scalar(select(text("count(*)")).select_from(tables.bewijs)) or 0
    engine.dispose()
    fouten += [f"{soort} came {laat:.0f} s late" for soort, laat in te_laat.items() if laat > _gratie(soort)]
    fouten += _logboek(dag, map_) + _uren(dag["uren"])
    groei = _groei(dag["uren"])
    fouten += [f"{wat} grows by {per_uur} an hour" for wat, per_uur in groei.items() if per_uur > _GROEI[wat]]
    assert not fouten, "; ".join(fouten) + "\n" + json.dumps(dag["uren"])
    return {
        "bewoners": dag["opgave"]["bewoners"],
        "wijken": dag["opgave"]["wijken"],
        "uren": dag["uren"],
        "te_laat_s": te_laat,
        "per_uur": groei,
        "tel": dag["tel"],
        "bladen": bladen,
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = ["".join(naam.rjust(breed) for naam, breed in _KOLOMMEN.items())]
    regels += ["".join(str(uur[naam]).rjust(breed) for naam, breed in _KOLOMMEN.items()) for uur in uitkomst["uren"]]
    for wat in ("te_laat_s", "per_uur", "tel"):
        regels.append(f"{wat}: " + ", ".join(f"{naam} {getal}" for naam, getal in uitkomst[wat].items()))
    wie = f"{uitkomst['wijken']} x {uitkomst['bewoners']} residents"
    return "\n".join([*regels, f"{wie}, {uitkomst['bladen']} leaves in the log"])


def _post(tx: Connection, dag: dict[str, Any]) -> list[str]:
    """Hold what the server accepted against what the outbox says of it."""
    fouten = []
    if dag["open"] != [0, 0]:
        fouten.append(f"taps and typed words without an answer: {dag['open']}")
    if dag["tel"].get("tik dubbel beëindigd"):
        fouten.append(f"{dag['tel']['tik dubbel beëindigd']} taps were ended twice")
    if dag["tel"].get("in de stilte"):
        fouten.append(f"{dag['tel']['in de stilte']} messages came in the quiet hours")
    inbox = _per_staat(tx, "inbox")
    if inbox != {"klaar": dag["tel"]["updates"]}:
        fouten.append(f"inbox {inbox}, updates {dag['tel']['updates']}")
    staten = _per_staat(tx, "outbox")
    if staten.keys() - {"verzonden", "mislukt"}:
        fouten.append(f"outbox {staten}")
    if dag["tel"].get("uit een andere wijk"):
        fouten.append(f"{dag['tel']['uit een andere wijk']} messages had something of another wijk")
    return fouten


def _per_staat(tx: Connection, tabel: str) -> dict[str, int]:
    rijen: dict[str, int] = dict(tx.execute(text(f"SELECT staat, count(*) FROM {tabel} GROUP BY staat")).tuples().all())
    return rijen


def _te_laat(tx: Connection) -> dict[str, float]:
    """Return for each kind of alarm by how much the latest was done later than its moment."""
    w, meest = tables.wekker.c, dict[str, float]()
    rijen = select(w.soort, w.moment, w.gedaan_op).where(w.gedaan_op.is_not(None), w.afloop.is_(None))
    for soort, moment, op in tx.execute(rijen):
        meest[soort] = max(meest.get(soort, 0.0), round((op - moment).total_seconds(), 1))
    return meest


def _gratie(soort: str) -> float:
    """Return how late it may be: within its grace, and in this day never an hour."""
    return min(GRATIE.get(soort, timedelta(minutes=10)), timedelta(minutes=10)).total_seconds()


def _logboek(dag: dict[str, Any], map_: Path) -> list[str]:
    """Export the log of each wijk and let both verifiers look."""

    async def schrijf() -> None:
        database = await open_database(f"sqlite:///{map_ / 'gehoord.db'}")
        for hier in dag["wijken"]:
            await bewijsexport.exporteer(database, hier["wijk"], _map(map_, hier), ZONE)
        await database.close()

    asyncio.run(schrijf())
    fouten = []
    for hier in dag["wijken"]:
        delen = {"--export": "bewijs.jsonl", "--ijkpunten": "ijkpunten", "--sleutel": "sleutel.pub"}
        argumenten = [deel for naam, bestand in delen.items() for deel in (naam, str(_map(map_, hier) / bestand))]
        if cli.main(["bewijs", "controleer", *argumenten]) != 0:
            fouten.append(f"our verifier does not take the log of wijk {hier['nr']}")
        pagina = [sys.executable, PAGINA.__file__, *argumenten]
        if subprocess.run(pagina, stdout=subprocess.DEVNULL, check=False).returncode:
            fouten.append(f"the page's verifier does not take the log of wijk {hier['nr']}")
    return fouten


def _map(map_: Path, hier: dict[str, Any]) -> Path:
    van = map_ / f"wijk-{hier['nr']}"
    van.mkdir(exist_ok=True)
    return van


def _uren(uren: list[dict[str, Any]]) -> list[str]:
    """Say in which hours more went than may, or something waited with nothing going out."""
    fouten = [f"{u['uur']}: {u['meeste_per_s']} in a second" for u in uren if u["meeste_per_s"] > MEESTE_PER_SECONDE]
    for wat in ("inbox_open", "wekkers_te_laat"):
        fouten += [f"{u['uur']}: {wat} {u[wat]}" for u in uren if u[wat] > 50]
    laatste = uren[-1]
    waar = [wat for wat in ("inbox_open", "outbox_wacht", "outbox_bezig", "wekkers_te_laat") if laatste[wat]]
    for uur in (u for u in uren if u["uur"] in _STIL):
        fouten += [f"{uur['uur']}: {uur['outbox_wacht']} messages still wait"] if uur["outbox_wacht"] else []
    return fouten + [f"at the end {wat} is {laatste[wat]}" for wat in waar]


def _groei(uren: list[dict[str, Any]]) -> dict[str, float]:
    """Return by how much each grows in an hour: the median of the slopes between any two of the last hours.

    One hour with more to do than the others is no growth; what leaks grows from each hour to the next.
    """
    deel = list(enumerate(uren[_VANAF:]))
    paren = list(combinations(deel, 2))
    return {wat: round(median((na[wat] - voor[wat]) / (n - m) for (m, voor), (n, na) in paren), 2) for wat in _GROEI}
