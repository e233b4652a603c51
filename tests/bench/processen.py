"""Votes per CPU-second of the bot with two processes on one PostgreSQL database, beside one; and how fast they go.

Residents tap a button of a poll, brought by webhook as Telegram does: of one chat one after another, 48 chats at a
time; the kernel spreads the connections over the processes. A vote is: stored, taken by one of them, handled, committed
with its evidence and its answer, its turn to send booked, and answered by two calls. All processes have all roles.
CPU is that of the bots alone, user and system, from the first vote of a span until all are answered. After every span
the database and the chats must hold what they must, each update handled once and in order: else the benchmark fails.

`verhouding_cpu` is the median of one process over that of two: 1 where a second process costs nothing. Which of both
goes first changes each round. `snelheid` is the ratio of votes a second; `bezet` says how many cores the bots, the
database and the server of the bench kept busy, out of `kernen`: where that is all of them, nothing goes faster.

Not measured: more than one wijk (votes of one wijk wait for each other in the database), machines beside each other,
the network between them, and limits on sending: the pace is set out of reach, though each turn is booked.
"""

import asyncio
import os
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine

from bot.storage.schema import migrate
from tests.bench._processen import drukte
from tests.postgres import draaiende_postgres, url_van
from tests.vloot.vloot import cpu_van, vloot

AANTALLEN = (1, 2)


def meet(stemmen: int = 3000, bewoners: int = 500, rondes: int = 5, opwarmen: int = 500) -> dict[str, Any]:
    """Run one and two processes in turn, and return the medians.

    Raises:
        AssertionError: an update was not handled once, in order, and answered.
    """
    gemeten: dict[int, list[dict[str, float]]] = {aantal: [] for aantal in AANTALLEN}
    with draaiende_postgres() as engine:
        with engine.connect() as tx:
            tx.exec_driver_sql("CREATE DATABASE sjabloon")
        migrate(url_van(engine, "sjabloon"))
        for ronde in range(rondes):
            for aantal in AANTALLEN if ronde % 2 else reversed(AANTALLEN):
                gemeten[aantal].append(asyncio.run(_span(engine, aantal, stemmen, bewoners, opwarmen)))
    per_aantal = {
        str(aantal): {naam: round(median(een[naam] for een in spannen), 3) for naam in spannen[0]}
        for aantal, spannen in gemeten.items()
    }
    een, twee = (gemeten[aantal] for aantal in AANTALLEN)
    verhoudingen = sorted(a["cpu_us"] / b["cpu_us"] for a, b in zip(een, twee, strict=True))
    return {
        "verhouding_cpu": round(per_aantal["1"]["cpu_us"] / per_aantal["2"]["cpu_us"], 2),
        "verhouding_cpu_per_ronde": [round(een, 2) for een in verhoudingen],
        "snelheid": round(per_aantal["2"]["per_seconde"] / per_aantal["1"]["per_seconde"], 2),
        "per_aantal": per_aantal,
        "stemmen": stemmen,
        "bewoners": bewoners,
        "rondes": rondes,
        "kernen": os.cpu_count() or 1,
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    kop = f"{'processes':>10}{'votes/s':>10}{'CPU µs/vote':>14}{'busy: bots':>13}{'database':>11}{'bench':>8}"
    regels = [kop]
    for aantal, u in uitkomst["per_aantal"].items():
        bezet = f"{u['bezet_bots']:>13.2f}{u['bezet_database']:>11.2f}{u['bezet_bench']:>8.2f}"
        regels.append(f"{aantal:>10}{u['per_seconde']:>10.0f}{u['cpu_us']:>14.0f}{bezet}")
    regels.append(
        f"votes per CPU-second with two: {uitkomst['verhouding_cpu']:.2f} of one; {uitkomst['snelheid']:.2f} times as "
        f"fast; {uitkomst['kernen']} cores, wanted by {uitkomst['drukte']}"
    )
    return "\n".join(regels)


async def _span(engine: Engine, aantal: int, stemmen: int, bewoners: int, opwarmen: int) -> dict[str, float]:
    with engine.connect() as tx:
        tx.exec_driver_sql("DROP DATABASE IF EXISTS ronde WITH (FORCE)")
        tx.exec_driver_sql("CREATE DATABASE ronde TEMPLATE sjabloon")
    wie = range(aantal)
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        async with vloot(url_van(engine, "ronde"), Path(map_), stemmen=stemmen, bewoners=bewoners) as alle:
            for nummer in wie:
                await alle.start(nummer)
            await alle.breng(opwarmen)
            pids = [pid for (pid,) in alle.lees("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")]
            voor = alle.cpu(*wie), sum(map(cpu_van, pids)), cpu_van(alle.server)
            seconden = await alle.breng(stemmen)
            na = alle.cpu(*wie), sum(map(cpu_van, pids)), cpu_van(alle.server)
            for nummer in wie:
                await alle.kweker.einde(nummer, "stop")
            fout = [*alle.fouten(stemmen), *(await alle.antwoorden(stemmen))[1]]
            assert not fout, "; ".join(fout)
    bots, database, bench = (b - a for a, b in zip(voor, na, strict=True))
    gemeten = stemmen - opwarmen
    return {
        "per_seconde": gemeten / seconden,
        "cpu_us": bots / gemeten * 1e6,
        "bezet_bots": bots / seconden,
        "bezet_database": database / seconden,
        "bezet_bench": bench / seconden,
    }
