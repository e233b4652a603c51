"""A neighbourhood of hundreds that hears of one meeting after another, while its bot is killed over and over."""

import asyncio
import json
import random
import re
import secrets
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, String, case, cast, func, insert, select

from bot import werk
from bot.config import Verzending
from bot.rules.selectie import Selectie
from bot.rules.toestemming import VERSIE
from bot.services import uitzending
from bot.services.handeling import Afzender, Handeling
from bot.storage import Database, aanmeldingen, accounts, wekkers
from bot.storage import tables as t
from bot.storage.aanmeldingen import Aanmelding
from bot.webchat import Demo, Persoon, Webchat
from tests.builders import een_bewoner, een_bijeenkomst
from tests.e2e.kweker import KANAAL, TOKEN, maak_settings
from tests.kweek import Maker
from tests.webchat.conftest import bedien

EERSTE_CHAT = 30_000
ORGANISATOR = EERSTE_CHAT - 1
SOORTEN = ("Uitzending", "Herinnering")
GEDULD_SECONDEN = 60.0
RUSTIG_SECONDEN = 240.0
"""At the end: what a kill left under lease becomes uncertain after a minute."""
_TITEL = re.compile(rf"({'|'.join(SOORTEN)}) \d+e ronde")
Sleutel = tuple[str, str]
"""A chat, and the title of a meeting: each message has its own."""
Einde = tuple[str, str | None, int | None]
"""State, reason, id of the message."""


class Kweker(Maker):
    """The process of tests/e2e/kweker.py, and the bot that it made last."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._gezegd: asyncio.Queue[str] = asyncio.Queue()
        self.op = asyncio.Event()
        super().__init__(proces)

    @classmethod
    async def maak(cls, map_: Path) -> "Kweker":
        """Start it."""
        kweker = await cls.begin("tests.e2e.kweker", map_, map_ / "bot.log")
        await kweker._wacht("klaar")
        return kweker

    async def go(self) -> None:
        """Make a bot."""
        self.op.clear()
        await self._zeg("go")

    async def wacht_op(self) -> None:
        """Wait until it runs."""
        async with asyncio.timeout(GEDULD_SECONDEN):
            await self.op.wait()

    async def dood(self) -> None:
        """Kill it; fail when it had ended by itself."""
        await self._zeg("dood")
        assert await self._wacht("weg") == "weg -9"

    async def stop(self) -> None:
        """End it in order."""
        await self._zeg("stop")
        assert await self._wacht("weg") == "weg 0"

    async def pauze(self) -> None:
        """Stop it where it is (SIGSTOP)."""
        await self._zeg("pauze")
        await self._wacht("pauze")

    async def door(self) -> None:
        """Let it go on (SIGCONT)."""
        await self._zeg("door")
        await self._wacht("door")

    async def _wacht(self, woord: str) -> str:
        async with asyncio.timeout(GEDULD_SECONDEN):
            gezegd = await self._gezegd.get()
        assert gezegd.startswith(woord), f"{gezegd!r} instead of {woord!r}"
        return gezegd

    def hoor(self, woorden: list[str]) -> None:
        """Take in what it says of the bot."""
        if woorden == ["op"]:
            self.op.set()
        else:
            self._gezegd.put_nowait(" ".join(woorden))


@dataclass
class Bestoking:
    """A web chat that stays up, a database, and a bot that is killed and followed up."""

    map_: Path
    url: str
    database: Database
    wijk: int
    bewoners: list[int]
    kweker: Kweker
    verzending: Verzending
    ronden: int = 0
    slagen: Counter[str] = field(default_factory=Counter)
    open_leases: set[tuple[int, int]] = field(default_factory=set)

    async def kill(self, keren: int, toeval: random.Random) -> None:
        """Kill the bot so many times: in its start, or at any moment while messages go out."""
        for _ in range(keren):
            if await self.wachtend() < len(self.bewoners):
                await self.database.write(self.wijk, self.ronde)
            await self.kweker.go()
            if toeval.random() < 0.15:
                await asyncio.sleep(0.3 * toeval.random())
            else:
                await self.kweker.wacht_op()
                await asyncio.sleep(toeval.random() * 0.5)
            self.slagen["in start"] += not self.kweker.op.is_set()
            await self.kweker.dood()
            eerder, self.open_leases = self.open_leases, await self.database.read(_leases)
            self.slagen["onderweg"] += bool(self.open_leases - eerder)
            self.slagen["kills"] += 1

    async def kom_tot_rust(self) -> None:
        """Let a last bot finish all, and stop it in order."""
        await self.kweker.go()
        await self.kweker.wacht_op()
        await self.klaar()
        await self.kweker.stop()

    async def klaar(self) -> None:
        """Wait until the bot that runs has sent all, and no lease is open."""
        tot = time.monotonic() + RUSTIG_SECONDEN
        while open_ := await self.database.read(open_werk):
            assert time.monotonic() < tot, f"after {RUSTIG_SECONDEN} s {open_} messages are still under way"
            await asyncio.sleep(0.1)

    async def wachtend(self) -> int:
        """Return how many messages wait, and alarms that are due."""
        return await self.database.read(_wachtend)

    def ronde(self, tx: Connection) -> None:
        """Send a broadcast to everyone, and remind everyone of a meeting."""
        self.ronden += 1
        schrijf_ronde(tx, self.wijk, self.ronden, self.bewoners, self.verzending, Afzender(KANAAL, str(ORGANISATOR)))

    async def geschreven(self) -> dict[Sleutel, Einde]:
        """Return how each message to residents ended."""
        return await self.database.read(einden)

    def aangekomen(self) -> dict[Sleutel, list[int]]:
        """Return which messages arrived, by the chat's own database: under each, the ids of what came."""
        gekomen: dict[Sleutel, list[int]] = {}
        with closing(sqlite3.connect(self.map_ / "webchat.db")) as db:
            van_bot = "SELECT chat, message_id, inhoud FROM bericht WHERE van_bot AND chat != ?"
            for chat, nummer, inhoud in db.execute(van_bot, (ORGANISATOR,)):
                if titel := titel_van(inhoud):
                    gekomen.setdefault((str(chat), titel), []).append(nummer)
        return gekomen


def schrijf_ronde(
    tx: Connection, wijk: int, nummer: int, bewoners: list[int], verzending: Verzending, wie: Afzender
) -> None:
    """Send a broadcast to everyone, and remind everyone of a meeting; their titles have the number."""
    titels = [f"{soort} {nummer}e ronde" for soort in SOORTEN]
    now = datetime.now(UTC)
    organisator = accounts.wie(tx, wijk, wie.kanaal, wie.extern_id)
    assert organisator is not None
    tekst = {"soort": "tekst", "html": titels[0], "file_id": None, "naam": None, "plek": None}
    van = {"rol": "organisator", "bereik": ""}
    uitzending.plaats(
        tx,
        Handeling(wijk, wie, now, secrets.token_bytes(32), verzending=verzending),
        organisator.account,
        inhoud={"van": van, "talen": {"nl": tekst}, "eigen_taal": "nl", "hulp": False},
        selectie=Selectie(),
        moment=None,
        aantal=len(bewoners),
    )
    herinnering = een_bijeenkomst(tx, wijk, titel=titels[1], begin=now + timedelta(hours=2))
    for bewoner in bewoners:
        aanmeldingen.bewaar(tx, wijk, herinnering.id, Aanmelding(bewoner, "ja", plek="in"))
    wekkers.zet(tx, wijk, "herinnering_uren", herinnering.id, herinnering.begin - timedelta(hours=2))


def einden(tx: Connection) -> dict[Sleutel, Einde]:
    """Return how each message to residents ended."""
    return {(wie, titel): (staat, reden, bericht) for wie, titel, staat, reden, bericht in _rijen(tx)}


def titel_van(tekst: str) -> str | None:
    """Return which message of ours it is that came."""
    gevonden = _TITEL.search(tekst)
    return gevonden[0] if gevonden else None


def open_werk(tx: Connection) -> int:
    """Return how many messages wait or are under way, and alarms that are due."""
    return _wachtend(tx) + len(_leases(tx))


def _leases(tx: Connection) -> set[tuple[int, int]]:
    vraag = select(t.outbox.c.id, t.outbox.c.lease_nr).where(t.outbox.c.staat == "bezig")
    return {(rij.id, rij.lease_nr) for rij in tx.execute(vraag)}


def _wachtend(tx: Connection) -> int:
    rijen = select(func.count()).select_from(t.outbox).where(t.outbox.c.staat == "wachtend")
    open_ = t.wekker.c.gedaan_op.is_(None), t.wekker.c.moment <= datetime.now(UTC)
    return (tx.scalar(rijen) or 0) + (tx.scalar(select(func.count()).select_from(t.wekker).where(*open_)) or 0)


def _rijen(tx: Connection) -> list[Any]:
    """Return what was written to residents: to whom, its title, how it ended."""
    o, bewoner = t.outbox.c, t.account.c.bewoner
    titel = case((o.uitzending.is_(None), t.bijeenkomst.c.titel), else_=cast(t.uitzending.c.inhoud, String))
    vraag = select(t.account.c.extern_id, titel, o.staat, o.reden, o.bericht_id)
    vraag = vraag.join_from(t.outbox, t.account, t.account.c.id == o.account).join(t.wekker, t.wekker.c.id == o.wekker)
    vraag = vraag.outerjoin(t.uitzending, t.uitzending.c.id == o.uitzending)
    vraag = vraag.outerjoin(t.bijeenkomst, t.bijeenkomst.c.id == t.wekker.c.onderwerp)
    rijen = [(_TITEL.search(rij[1]), rij) for rij in tx.execute(vraag.where(bewoner.is_not(None)))]
    return [(rij[0], gevonden[0], *rij[2:]) for gevonden, rij in rijen if gevonden]


def _vestig(tx: Connection, wijk: int, chats: int) -> list[int]:
    bewoners = [een_bewoner(tx, wijk) for _ in range(chats)]
    vast = {"kanaal": KANAAL, "taal": "nl", "toestemming_versie": VERSIE, "toestemming_op": datetime.now(UTC)}
    for nummer, bewoner in enumerate(bewoners):
        tx.execute(insert(t.account).values(**vast, extern_id=str(EERSTE_CHAT + nummer), bewoner=bewoner))
    tx.execute(insert(t.account).values(kanaal=KANAAL, taal="nl", extern_id=str(ORGANISATOR)))
    return bewoners


@asynccontextmanager
async def bestook(database_url: str, map_: Path, chats: int, per_seconde: int = 60) -> AsyncIterator[Bestoking]:
    """Settle so many residents with a chat each, and run a web chat; whatever happens, no bot outlives the block."""

    async def stil(_: timedelta) -> None: ...

    personen = [Persoon(EERSTE_CHAT + n, f"Buur {n}", "bewoner") for n in range(-1, chats)]
    async with AsyncExitStack() as stapel:
        webchat = await Webchat.open(map_ / "webchat.db", token=TOKEN, username="GehoordBot", naam="Gehoord")
        stapel.push_async_callback(webchat.close)
        demo = Demo(personen, lambda: datetime.now(UTC), stil)
        url = await stapel.enter_async_context(bedien(webchat.app(demo)))
        with closing(sqlite3.connect(map_ / "webchat.db")) as db, db:
            db.execute("UPDATE gebruiker SET gestart = 1")
        opgave = {"database": database_url, "adres": url, "organisator": ORGANISATOR}
        (map_ / "bot.json").write_text(json.dumps({**opgave, "per_seconde": per_seconde, "per_week": 10**6}))
        omgeving = await werk.maak_omgeving(stapel, maak_settings(map_), bytes(32))
        database, wijk = omgeving.database, omgeving.wijk
        bewoners = await database.write(wijk, _vestig, wijk, chats)
        kweker = await Kweker.maak(map_)
        stapel.push_async_callback(kweker.sluit)
        yield Bestoking(map_, url, database, wijk, bewoners, kweker, omgeving.settings.verzending)
