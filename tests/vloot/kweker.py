"""A process that has imported all and makes bots by forking: `python -m tests.vloot.kweker SETTINGS`.

It reads a line each: `go N roles`, `dood N` (SIGKILL), `stop N`; and says `op N pid` and `weg N code`.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from datetime import time
from functools import partial
from pathlib import Path
from typing import Any

import psycopg  # noqa: F401 (what a bot loads when it needs it, none has to load again)

from berichten import talen, vertaal
from bot import app, geheugen, logboek, opweb  # noqa: F401
from bot.config import Opslag, Rollen, Settings, Telegram, Verzending, Wijk
from bot.samen import Procesrol
from tests.bench._opgave import MAKER, TOKEN
from tests.kweek import vork


def maak_settings(wat: dict[str, Any]) -> Settings:
    """Return the settings that a test wrote down: never quiet, as it runs at any hour, and at the pace that it says."""
    map_ = Path(wat["map"])
    opslag = Opslag(
        wat["database"],
        tijdvak_bestand=str(map_ / "tijdvak.txt"),
        sleutel_bestand=str(map_ / "bewijssleutel.txt"),
        pushsleutel_bestand=str(map_ / "pushsleutel.txt"),
    )
    telegram = Telegram(
        TOKEN,
        "https://t.me/GehoordBot",
        wat["api"],
        ontvangst="webhook",
        webhook_url="https://gehoord.invalid",
        webhook_geheim=wat["geheim"],
        webhook_adres=wat["adres"],
    )
    verzending = Verzending(wat["per_seconde"], time(0), time(0), 10**6)
    rollen = Rollen(organisator=(f"telegram:{MAKER}",))
    return Settings(Wijk("Vogelbuurt"), opslag, telegram, rollen=rollen, verzending=verzending)


async def draai(wat: dict[str, Any], nummer: str, rollen: list[Procesrol]) -> None:
    """Run a bot until its stdin ends."""
    async with app.draai([maak_settings(wat)], bytes(32), rollen=rollen) as bot:
        lezer = asyncio.StreamReader()
        lus = asyncio.get_running_loop()
        await lus.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lezer), sys.stdin)
        geheugen.laat_rusten()
        zeg(f"op {nummer} {os.getpid()}")
        einde: asyncio.Future[bytes] = asyncio.ensure_future(lezer.read())
        await asyncio.wait((einde, bot.gestopt), return_when=asyncio.FIRST_COMPLETED)
        if bot.gestopt.done():
            bot.gestopt.result()


def zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")
    sys.stdout.flush()


def main() -> None:
    wat = json.loads(Path(sys.argv[1]).read_text())
    logboek.richt_in(niveau=logging.WARNING)
    levend: dict[str, tuple[int, int]] = {}
    for taal in talen():
        vertaal(taal)
    zeg("klaar")
    for regel in sys.stdin:
        opdracht, nummer, *rollen = regel.split()
        if opdracht == "go":
            anderen = [pijp for _, pijp in levend.values()]
            doet = [Procesrol(rol) for rol in rollen] or list(Procesrol)
            levend[nummer] = vork(partial(draai, wat, nummer, doet), anderen)
            continue
        kind, pijp = levend.pop(nummer)
        if opdracht == "dood":
            os.kill(kind, signal.SIGKILL)
        os.close(pijp)
        zeg(f"weg {nummer} {os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])}")


if __name__ == "__main__":
    main()
