"""A filled real wijk with the door of the program in front of it, and a chat network that only remembers."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest
from sqlalchemy import Connection

from berichten import Bericht, Bijlage
from bot.channels.herkomst import rij_van
from bot.channels.ploeg import Ploeg
from bot.channels.sender import ALS_ANTWOORD, Weg
from bot.oefenen.deur import Oefendeur
from bot.oefenen.oefeningen import Oefeningen
from bot.storage import Database, inbox, open_database, tables
from bot.storage.inbox import Post
from handlers.verwerking import Omgeving, Verwerking
from tests.builders import NU, PEPER
from tests.loket import KANAAL, een_application
from tests.vollewijk import INSTELLINGEN, vul

BOT = "42"


@dataclass
class Verzonden:
    """A message that went out, or was changed, in a chat."""

    chat: int
    bericht: Bericht
    verandert: int | None = None


@dataclass
class Netwerk:
    """A chat network that remembers what went where."""

    alles: list[Verzonden] = field(default_factory=list)
    bestanden: list[tuple[int, Bijlage]] = field(default_factory=list)
    weg: Weg = ALS_ANTWOORD

    def op(self, weg: Weg) -> Self:
        return replace(self, weg=weg)

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        self.alles.append(Verzonden(chat, bericht))
        if self.weg.bij_bericht is not None:
            self.weg.bij_bericht(len(self.alles))
        return len(self.alles)

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        self.bestanden.append((chat, bijlage))

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        self.alles.append(Verzonden(chat, bericht, message_id))

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        self.alles.append(Verzonden(chat, bericht, message_id))

    async def verwijder(self, chat: int, message_ids: list[int]) -> None: ...

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None: ...


class Stilstaand:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NU


class Ingang:
    """The door of the program: people type and tap, and what is said back is kept in `netwerk`."""

    def __init__(self, echt: Omgeving, verwerking: Verwerking, netwerk: Netwerk, ploeg: Ploeg | None = None) -> None:
        self.echt, self.netwerk = echt, netwerk
        self._verwerking = verwerking
        self._ploeg = ploeg
        self._nummer = 0
        self.herstart()

    @property
    def oefenmap(self) -> Path:
        """Where the practices are."""
        return Path(self.echt.settings.opslag.tijdvak_bestand).parent / "oefenen" / KANAAL

    def herstart(self) -> None:
        """Forget all that is in memory, as a killed process does."""
        self.oefeningen = Oefeningen(self._verwerking, self.echt, self.netwerk, BOT, self._ploeg)
        self.deur = Oefendeur(self._verwerking, self.oefeningen, BOT)

    async def typ(self, wie: int, tekst: str, chat: dict[str, Any] | None = None) -> list[Bericht]:
        """Type something, in one's own chat or another; return what came of it."""
        opmaak = []
        if tekst.startswith("/"):
            opmaak = [{"type": "bot_command", "offset": 0, "length": len(tekst.split()[0])}]
        kop = {"message_id": 8, "date": int(NU.timestamp()), "chat": chat or _chat(wie), "from": _van(wie)}
        return await self.neem({"message": {**kop, "text": tekst, "entities": opmaak}})

    async def tik(self, wie: int, data: str, chat: dict[str, Any] | None = None) -> list[Bericht]:
        """Tap a button with this data, whether or not there was one."""
        bericht = {"message_id": 7, "date": 0, "chat": chat or _chat(wie), "text": "x"}
        tik = {"id": "1", "from": _van(wie), "chat_instance": "1", "message": bericht, "data": data}
        return await self.neem({"callback_query": tik})

    async def neem(self, update: dict[str, Any]) -> list[Bericht]:
        """Handle an update as the intake does, and answer it."""
        post = await self.bewaar(update)
        al = len(self.netwerk.alles)
        antwoord = await self.deur.verwerk(post)
        if antwoord is not None:
            await self.deur.antwoord(post, antwoord)
        return [een.bericht for een in self.netwerk.alles[al:]]

    async def bewaar(self, update: dict[str, Any]) -> Post:
        """Keep an update in the real inbox."""
        self._nummer += 1
        ruw = {"update_id": self._nummer, **update}
        rij = [(self._nummer, rij_van(ruw), json.dumps(ruw))]
        return (await self.echt.database.write(None, inbox.bewaar, KANAAL, BOT, rij, NU))[0]

    async def inhoud(self, behalve: frozenset[str] = frozenset({"inbox"})) -> dict[str, list[str]]:
        """Return all rows of the real wijk."""
        namen = sorted(set(tables.metadata.tables) - behalve)

        def lees(tx: Connection) -> dict[str, list[str]]:
            return {naam: sorted(map(repr, tx.exec_driver_sql(f"SELECT * FROM {naam}"))) for naam in namen}

        return await self.echt.database.read(lees)


def _chat(wie: int) -> dict[str, Any]:
    return {"id": wie, "type": "private", "first_name": "X"}


def _van(wie: int) -> dict[str, Any]:
    return {"id": wie, "is_bot": False, "first_name": "X", "language_code": "nl"}


@asynccontextmanager
async def een_ingang(sjabloon: Path, map_: Path) -> AsyncIterator[Ingang]:
    """Open a filled real wijk in a folder until the block ends."""
    bestand = shutil.copy(sjabloon, map_ / "gehoord.db")
    url = f"sqlite:///{bestand}"
    database = await open_database(url)
    try:
        wijk = await database.write(0, vul)
        ingang = await ingang_op(database, url, wijk, map_, Netwerk())
        try:
            yield ingang
        finally:
            await ingang.oefeningen.sluit()
    finally:
        await database.close()


async def ingang_op(
    database: Database, url: str, wijk: int, map_: Path, netwerk: Netwerk, ploeg: Ploeg | None = None
) -> Ingang:
    """Return the door of a program on a filled database, with its files in a folder."""
    opslag = replace(INSTELLINGEN.opslag, database=url, tijdvak_bestand=str(map_ / "tijdvak.txt"))
    settings = replace(INSTELLINGEN, opslag=opslag)
    echt = Omgeving(database, Stilstaand(), settings, PEPER, wijk, KANAAL, "https://t.me/ProefBot")
    return Ingang(echt, Verwerking(await een_application(), netwerk, echt), netwerk, ploeg)


@pytest.fixture
def sjabloon(_sqlite_sjabloon: Path) -> Path:
    """An empty database."""
    return _sqlite_sjabloon


@pytest.fixture
async def ingang(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Ingang]:
    async with een_ingang(_sqlite_sjabloon, tmp_path) as ingang:
        yield ingang
