"""Open pages of the chat in the browser, as many as asked: `python -m tests.bench._webpaginas port`.

It reads commands and answers each with a line of JSON: `open FILE` opens a page for each secret in a file, `wacht N
SECONDS` waits until so many messages came since the last time, and tells of each for how long it was under way.
"""

import asyncio
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.web.chat.toegang import KOEKJE
from bot.web.grens import gun_verbindingen

MERK = re.compile(rb"@(\d+)@(\d+\.\d+)@")
"""In each message: its number, and when it was written (`time.time`)."""
BEGIN = b"retry:"
_TEGELIJK = 100


class Paginas:
    """All that came in over the streams since it was last asked for."""

    def __init__(self) -> None:
        self.open = 0
        self.gesloten = 0
        self.kwam: Counter[int] = Counter()
        self.ms: list[float] = []
        self.iets = asyncio.Event()

    def bericht(self, nummer: int, geschreven: float) -> None:
        """Take in a message."""
        self.kwam[nummer] += 1
        self.ms.append(1000 * (time.time() - geschreven))
        self.iets.set()


class _Pagina(asyncio.Protocol):
    def __init__(self, alle: Paginas, vraag: bytes) -> None:
        self._alle, self._vraag, self._rest = alle, vraag, b""
        self.begonnen = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        transport.write(self._vraag)

    def data_received(self, data: bytes) -> None:
        stuk = self._rest + data
        if not self.begonnen.done() and BEGIN in stuk:
            self.begonnen.set_result(None)
            self._alle.open += 1
        einde = 0
        for gevonden in MERK.finditer(stuk):
            self._alle.bericht(int(gevonden[1]), float(gevonden[2]))
            einde = gevonden.end()
        self._rest = stuk[max(einde, len(stuk) - 100) :]

    def connection_lost(self, exc: Exception | None) -> None:
        self._alle.gesloten += 1


async def _open(alle: Paginas, poort: int, geheimen: list[str]) -> None:
    rij = asyncio.Semaphore(_TEGELIJK)

    async def een(geheim: str) -> None:
        koppen = f"Host: 127.0.0.1:{poort}\r\nCookie: {KOEKJE}={geheim}\r\nAccept: text/event-stream"
        vraag = f"GET /chat/stroom?na=0 HTTP/1.1\r\n{koppen}\r\n\r\n".encode()
        async with rij:
            lus = asyncio.get_running_loop()
            _, pagina = await lus.create_connection(lambda: _Pagina(alle, vraag), "127.0.0.1", poort)
            await pagina.begonnen

    await asyncio.gather(*map(een, geheimen))


async def _wacht(alle: Paginas, hoeveel: int, seconden: float) -> dict[str, Any]:
    try:
        async with asyncio.timeout(seconden):
            while alle.kwam.total() < hoeveel:
                alle.iets.clear()
                await alle.iets.wait()
    except TimeoutError:
        pass
    uit = {"ms": alle.ms, "dubbel": sum(n > 1 for n in alle.kwam.values()), "gesloten": alle.gesloten}
    alle.ms, alle.kwam = [], Counter()
    return uit


async def werk(poort: int) -> None:
    """Do what is asked until the input ends."""
    alle, lus = Paginas(), asyncio.get_running_loop()
    while regel := await lus.run_in_executor(None, sys.stdin.readline):
        wat, *rest = regel.split()
        uit: dict[str, Any] = {}
        if wat == "open":
            await _open(alle, poort, Path(rest[0]).read_text().split())  # noqa: ASYNC240 (nothing else runs)
        else:
            uit = await _wacht(alle, int(rest[0]), float(rest[1]))
        print(json.dumps({**uit, "open": alle.open - alle.gesloten}), flush=True)


if __name__ == "__main__":
    gun_verbindingen()
    asyncio.run(werk(int(sys.argv[1])))
