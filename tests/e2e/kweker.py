"""A process that has imported all and makes bots by forking: `python -m tests.e2e.kweker MAP`.

It reads "go", "dood" (SIGKILL), "pauze" and "door" (SIGSTOP and SIGCONT) and "stop", each about the bot made last,
and says "op" once that runs and "weg" with its end.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from functools import partial
from pathlib import Path

from bot import app, logboek, opweb  # noqa: F401 (what a bot loads when it needs it, none has to load again)
from bot.config import Opslag, Rollen, Settings, Telegram, Verzending, Wijk
from bot.webinstellingen import Web, Webchat
from tests.e2e.proces import zeg, zeg_op_en_wacht
from tests.kweek import vork

KANAAL = "webchat"
TOKEN = "4242:TEST-token_of_no_one"


def maak_settings(map_: Path) -> Settings:
    """Return the settings that the test wrote down."""
    rest = json.loads((map_ / "bot.json").read_text())
    rest["stil_van"] = rest["stil_tot"] = Verzending().stil_van  # never quiet: the test runs at any hour
    bestanden = {"tijdvak_bestand": str(map_ / "tijdvak.txt"), "sleutel_bestand": str(map_ / "bewijssleutel.txt")}
    opslag = Opslag(rest.pop("database"), **bestanden)
    if web := rest.pop("web", None):  # the chat in the browser is all there is
        pagina, chat = Web(web, f"http://{web}"), Webchat(aan=True)
        wijk, verzending = Wijk("Vogelbuurt"), Verzending(**rest)
        return Settings(wijk, opslag, Telegram(""), web=pagina, webchat=chat, verzending=verzending)
    telegram = Telegram(TOKEN, "https://t.me/GehoordBot", rest.pop("adres"), KANAAL)
    rollen = Rollen(organisator=(f"{KANAAL}:{rest.pop('organisator')}",))
    return Settings(Wijk("Vogelbuurt"), opslag, telegram, rollen=rollen, verzending=Verzending(**rest))


async def draai(map_: Path) -> None:
    """Run a bot until its stdin ends."""
    async with app.draai([maak_settings(map_)], bytes(32)) as bot:
        einde = asyncio.create_task(zeg_op_en_wacht())
        await asyncio.wait([einde, bot.gestopt], return_when=asyncio.FIRST_COMPLETED)
        if bot.gestopt.done():
            bot.gestopt.result()


def main() -> None:
    map_ = Path(sys.argv[1])
    logboek.richt_in(niveau=logging.WARNING)
    kind, pijp = 0, -1
    zeg("klaar")
    for regel in sys.stdin:
        opdracht = regel.strip()
        if opdracht == "go":
            kind, pijp = vork(partial(draai, map_))
        elif opdracht in ("pauze", "door"):
            os.kill(kind, signal.SIGSTOP if opdracht == "pauze" else signal.SIGCONT)
            zeg(opdracht)
        else:
            if opdracht == "dood":
                os.kill(kind, signal.SIGKILL)
            os.close(pijp)
            zeg(f"weg {os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])}")


if __name__ == "__main__":
    main()
