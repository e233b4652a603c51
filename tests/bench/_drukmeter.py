"""What is looked at each hour of a busy day: queues, memory, tasks, threads, files, and how fast answers come."""

import asyncio
import gc
import json
import resource
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from bot.exports import tekenaar
from bot.storage import Database
from tests.bench._drukbotapi import Drukbotapi
from tests.bench._drukkemensen import ZONE


class Meter:
    """What is looked at each hour."""

    def __init__(self, api: Drukbotapi, database: Database, bestand: Path) -> None:
        self.api, self.database, self.bestand = api, database, bestand
        self.uren: list[dict[str, Any]] = []
        self.delen = [een for een in gc.get_objects() if _van_ons(str(type(een).__module__))]
        self._was = dict(api.tel)
        self._echt, self._cpu = time.perf_counter(), time.process_time()

    async def kijk(self) -> None:
        """Write down how it stands now."""
        api = self.api
        gc.collect()
        rijen = await self.database.read(_rijen, datetime.now(UTC))
        tijden, api.antwoordtijden = sorted(api.antwoordtijden), []
        tel, meeste, api.meeste = dict(api.tel), api.meeste, 0
        echt, cpu = time.perf_counter(), time.process_time()

        def erbij(*namen: str) -> int:
            return sum(tel.get(naam, 0) - self._was.get(naam, 0) for naam in namen)

        groot = self.grootste()
        tekenaar.sluit()  # in some hours it would be there, in others not
        self.uren.append(
            {
                "uur": datetime.now(UTC).astimezone(ZONE).strftime("%H:%M"),
                "updates": erbij("updates"),
                "gestuurd": erbij("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageMedia"),
                "429": erbij("429 alles", "429 zomaar", "429 te snel"),
                "meeste_per_s": meeste,
                "antwoord_p50": round(tijden[len(tijden) // 2], 2) if tijden else 0,
                "antwoord_p99": round(tijden[len(tijden) * 99 // 100], 2) if tijden else 0,
                **rijen,
                "rss_mb": round(_rss() / 1e6, 1),
                "objecten": len(gc.get_objects()),
                "taken": len(asyncio.all_tasks()),
                "draden": threading.active_count(),
                "bestanden": _bestanden(),
                "in_geheugen": sum(groot.values()),
                "grootste": dict(sorted(groot.items(), key=lambda een: -een[1])[:4]),
                "db_mb": round(self.bestand.stat().st_size / 1e6),
                "wal_mb": round(_wal(self.bestand) / 1e6),
                "echt_s": round(echt - self._echt),
                "cpu_s": round(cpu - self._cpu),
            }
        )
        self._was, self._echt, self._cpu = tel, echt, cpu
        print(json.dumps(self.uren[-1]), file=sys.stderr, flush=True)

    def grootste(self) -> dict[str, int]:
        """Return how much each part of the program holds in its own dicts, lists and sets."""
        groot: dict[str, int] = {}
        for een in self.delen:
            for naam, waarde in (getattr(een, "__dict__", None) or {}).items():
                if isinstance(waarde, dict | list | set) or type(waarde).__name__ == "deque":
                    sleutel = f"{type(een).__name__}.{naam}"
                    groot[sleutel] = groot.get(sleutel, 0) + len(waarde)
        return groot


def _rijen(tx: Connection, nu: datetime) -> dict[str, int]:
    op = nu.strftime("%Y-%m-%d %H:%M:%S.%f")
    vragen = {
        "inbox_open": "SELECT count(*) FROM inbox WHERE staat IN ('ontvangen', 'verwerkt')",
        "outbox_wacht": f"SELECT count(*) FROM outbox WHERE staat = 'wachtend' AND niet_voor <= '{op}'",
        "outbox_bezig": "SELECT count(*) FROM outbox WHERE staat = 'bezig'",
        "wekkers_te_laat": f"SELECT count(*) FROM wekker WHERE gedaan_op IS NULL AND moment <= '{op}'",
    }
    return {naam: tx.scalar(text(vraag)) or 0 for naam, vraag in vragen.items()}


def _van_ons(module: str) -> bool:
    return module.startswith(("bot.", "handlers.")) and not module.startswith("bot.webchat.")  # that is the server's


def _rss() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _wal(bestand: Path) -> int:
    wal = Path(f"{bestand}-wal")
    return wal.stat().st_size if wal.exists() else 0


def _bestanden() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
