"""A process that writes what it is asked and says how much memory that took: `… _uitvoer url wijk tellingen|bewijs`."""

import asyncio
import json
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot import bewijsexport, exporteren, verzegeling
from bot.services.export import schrijf_export
from bot.services.handeling import AMSTERDAM
from bot.storage import open_database


async def schrijf(url: str, wijk: int, wat: str, map_: Path) -> None:
    """Write it."""
    database, now = await open_database(url), datetime.now(UTC)
    if wat == "tellingen":
        schrijf_export(await exporteren.tel(database, wijk, now, AMSTERDAM), map_)
    else:
        await verzegeling.verzegel(database, wijk, map_ / "geheim", now, AMSTERDAM)
        await bewijsexport.exporteer(database, wijk, map_, AMSTERDAM)
    await database.close()


if __name__ == "__main__":
    adres, nummer, welke = sys.argv[1:]
    begin_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as waar:
        asyncio.run(schrijf(adres, int(nummer), welke, Path(waar)))
        bytes_ = sum(bestand.stat().st_size for bestand in Path(waar).rglob("*") if bestand.is_file())
    uit = {
        "seconden": round(time.perf_counter() - begin, 1),
        "mb": round(bytes_ / 1e6, 1),
        "begin_mb": begin_kb // 1024,
        "piek_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(uit), flush=True)
