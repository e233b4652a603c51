"""What a process costs in which nothing happens: CPU and looks in its database a second, with one wijk and with forty.

Measured, on each database: a bot on Telegram (webhook) and in the browser, all of its parts, for some seconds after its
start, in which nobody says anything and nothing is due. CPU is of that process alone, user and system, all threads; a
look is a transaction, reading or writing. `verhouding` is the CPU with the most wijken over that with the fewest.

Not measured: what the database itself takes (PostgreSQL is another process), mail, several processes.
"""

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Any

from aiohttp import web as aioweb

from bot import app, tellers
from bot.config import Opslag, Settings, Telegram, Wijk
from bot.storage.schema import migrate
from bot.webinstellingen import Web, Webchat
from tests.bench._botapi import Botapi
from tests.bench._processen import drukte
from tests.postgres import draaiende_postgres, url_van
from tests.wereld import vrije_poort

WIJKEN = (1, 40)


def meet(seconden: float = 10.0, rondes: int = 3, wijken: tuple[int, ...] = WIJKEN) -> dict[str, Any]:
    """Measure each number of wijken in turn, on both databases."""
    gemeten: dict[str, dict[int, list[tuple[float, float]]]] = {"sqlite": {}, "postgres": {}}
    with draaiende_postgres() as engine, tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        for ronde in range(rondes):
            for hoeveel in wijken:
                naam = f"stil_{ronde}_{hoeveel}"
                with engine.connect() as tx:
                    tx.exec_driver_sql(f"CREATE DATABASE {naam}")
                urls = {"sqlite": f"sqlite:///{map_}/{naam}.db", "postgres": url_van(engine, naam)}
                for soort, url in urls.items():
                    migrate(url)
                    uit = asyncio.run(_rust(url, Path(map_), hoeveel, seconden))
                    gemeten[soort].setdefault(hoeveel, []).append(uit)
    uitkomst: dict[str, Any] = {"seconden": seconden, "rondes": rondes, "drukte": drukte()}
    for soort, per_aantal in gemeten.items():
        cijfers = {
            str(hoeveel): {
                "cpu_ms_per_s": round(median(cpu for cpu, _ in spannen), 1),
                "blikken_per_s": round(median(keer for _, keer in spannen), 1),
            }
            for hoeveel, spannen in per_aantal.items()
        }
        meeste, minste = (cijfers[str(n)]["cpu_ms_per_s"] for n in (max(wijken), min(wijken)))
        uitkomst[soort] = {"verhouding": round(meeste / minste, 2), "wijken": cijfers}
    return uitkomst


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'':>10}{'wijken':>8}{'CPU ms/s':>10}{'looks/s':>9}"]
    for soort in ("sqlite", "postgres"):
        for hoeveel, u in uitkomst[soort]["wijken"].items():
            regels.append(f"{soort:>10}{hoeveel:>8}{u['cpu_ms_per_s']:>10}{u['blikken_per_s']:>9}")
    regels.append(f"medians of {uitkomst['rondes']} times {uitkomst['seconden']:.0f} s; load {uitkomst['drukte']}")
    return "\n".join(regels)


async def _rust(url: str, map_: Path, wijken: int, seconden: float) -> tuple[float, float]:
    async with AsyncExitStack() as stapel:
        runner = aioweb.ServerRunner(aioweb.Server(Botapi([]).handel))
        await runner.setup()
        stapel.push_async_callback(runner.cleanup)
        await aioweb.TCPSite(runner, "127.0.0.1", 0).start()
        pagina, haak = (f"127.0.0.1:{vrije_poort()}" for _ in range(2))
        telegram = Telegram(
            "4242:TEST-token_of_no_one",
            "https://t.me/GehoordBot",
            f"http://127.0.0.1:{runner.addresses[0][1]}",
            ontvangst="webhook",
            webhook_url="https://gehoord.invalid",
            webhook_geheim="x" * 32,
            webhook_adres=haak,
        )
        bestanden = (str(map_ / naam) for naam in ("peper.txt", "tijdvak.txt", "bewijssleutel.txt", "pushsleutel.txt"))
        opslag = Opslag(url, *bestanden)
        alle = [
            Settings(
                Wijk(f"Buurt {nummer}"),
                opslag,
                telegram,
                Web(pagina, f"http://{pagina}"),
                Webchat(aan=True),
                sleutel=f"buurt-{nummer}" if wijken > 1 else "",
            )
            for nummer in range(wijken)
        ]
        (map_ / "tijdvak.txt").unlink(missing_ok=True)
        await stapel.enter_async_context(app.draai(alle, bytes(32)))
        await asyncio.sleep(seconden / 2)  # what is due at a start is done
        cpu, voor, begin = time.process_time(), blikken(), time.perf_counter()
        await asyncio.sleep(seconden)
        duur = time.perf_counter() - begin
        return (time.process_time() - cpu) / duur * 1000, (blikken() - voor) / duur


def blikken() -> float:
    """Return how many transactions this process had until now."""
    return sum(
        monster.value
        for teller in (tellers.GELEZEN, tellers.GESCHREVEN)
        for familie in teller.collect()
        for monster in familie.samples
        if monster.name.endswith("_count")
    )
