"""The file of a message in the chat in the browser, made or fetched when somebody opens it."""

import asyncio
from collections import OrderedDict
from typing import Any
from urllib.parse import quote

from bot import exports
from bot.channels.bestanden import BESTAND_MAX, Bestanden
from bot.exports.letters import LettersOntbreken
from bot.storage import Database, webberichten
from bot.web.chat.toegang import Wie

_ONTHOUDEN = 16_000_000
_BEELD = (
    *((b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif")),
    *((b"RIFF", "image/webp"), (b"OggS", "audio/ogg"), (b"%PDF-", "application/pdf")),
)
"""What a browser may show or play; all else it only keeps."""
_KOPPEN = {"Content-Security-Policy": "default-src 'none'; sandbox"}


class Bestandsluik:
    """Gives the file of a message, and remembers the last ones: a page asks for its pictures again and again."""

    def __init__(self, database: Database, bestanden: Bestanden) -> None:
        self._database = database
        self._bestanden = bestanden
        self._gemaakt: OrderedDict[tuple[int, int, int], bytes] = OrderedDict()
        self._beurt = asyncio.Semaphore(2)

    async def geef(self, wie: Wie, nummer: int) -> tuple[bytes, dict[str, str]] | None:
        """Return the bytes of the file of a message in someone's own chat, and how to serve them; None without one."""
        account = wie.sessie.account
        een = await self._database.read(webberichten.een, account, nummer)
        gegevens = await self._database.read(webberichten.gegevens, account, nummer)
        if een is None or een.inhoud is None or gegevens is None:
            return None
        bijlage = een.inhoud["bijlage"]
        sleutel = account, nummer, een.versie
        if (inhoud := self._gemaakt.get(sleutel)) is None:
            async with self._beurt:
                inhoud = await self._maak(bijlage["soort"], gegevens)
            self._onthoud(sleutel, inhoud)
        return (inhoud, koppen(bijlage["naam"], inhoud)) if inhoud else None

    async def _maak(self, soort: str, gegevens: dict[str, Any]) -> bytes:
        if soort == "file_id":
            return await self._bestanden.haal(gegevens["file_id"], BESTAND_MAX) or b""
        try:
            return await asyncio.to_thread(exports.maak, soort, gegevens)
        except LettersOntbreken:  # the text under a picture says the same
            return b""

    def _onthoud(self, sleutel: tuple[int, int, int], inhoud: bytes) -> None:
        self._gemaakt[sleutel] = inhoud
        while sum(map(len, self._gemaakt.values())) > _ONTHOUDEN:
            self._gemaakt.popitem(last=False)


def koppen(naam: str, inhoud: bytes) -> dict[str, str]:
    """Return how a file is served: shown only when by its own bytes it can do no harm, else kept."""
    soort = next((soort for begin, soort in _BEELD if inhoud.startswith(begin)), "application/octet-stream")
    soort = "video/mp4" if inhoud[4:8] == b"ftyp" else soort
    hoe = "inline" if soort.startswith(("image/", "audio/", "video/")) else "attachment"
    return {**_KOPPEN, "Content-Type": soort, "Content-Disposition": f"{hoe}; filename*=UTF-8''{quote(naam, safe='')}"}
