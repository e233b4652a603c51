"""A neighbourhood on PostgreSQL, a Bot API server that brings its votes, and processes of the bot beside each other."""

import asyncio
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import Engine, create_engine, select, text

from berichten import Boodschap, Toon, render, vertaal
from bot import werk
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import scherm_als_data
from bot.services.handeling import Afzender
from bot.storage import sqlalchemy_url
from bot.storage import tables as t
from handlers.verwerking import Omgeving
from tests.bench import _buurt
from tests.bench._opgave import EERSTE_UPDATE, MAKER
from tests.e2e.bestoking import open_werk, schrijf_ronde
from tests.kweek import WORTEL, Maker
from tests.vloot.kweker import maak_settings
from tests.wereld import vrije_poort

GEDULD_SECONDEN = 120.0
GEHEIM = "x" * 32
_SPOOR = """
CREATE TABLE spoor (nr bigserial, post bigint, rij text);
CREATE FUNCTION spoor() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN INSERT INTO spoor (post, rij) VALUES (new.id, new.rij); RETURN new; END';
CREATE TRIGGER spoor AFTER UPDATE OF staat ON inbox FOR EACH ROW
  WHEN (old.staat = 'ontvangen' AND new.staat = 'verwerkt') EXECUTE FUNCTION spoor();
"""
"""What was handled, in which order, written by the database itself."""


class Kweker(Maker):
    """The process of kweker.py, and the bots that it made."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._op: dict[str, asyncio.Future[int]] = {}
        self._weg: dict[str, asyncio.Future[int]] = {}
        self._klaar = asyncio.Event()
        super().__init__(proces)

    @classmethod
    async def maak(cls, map_: Path) -> "Kweker":
        kweker = await cls.begin("tests.vloot.kweker", map_ / "settings.json", map_ / "bots.log")
        await asyncio.wait_for(kweker._klaar.wait(), GEDULD_SECONDEN)
        return kweker

    async def go(self, nummer: int, *rollen: str) -> None:
        """Make a bot; do not wait for it."""
        lus = asyncio.get_running_loop()
        self._op[str(nummer)], self._weg[str(nummer)] = lus.create_future(), lus.create_future()
        await self._zeg("go", str(nummer), *rollen)

    async def op(self, nummer: int) -> int:
        """Wait until a bot runs; return its process id."""
        return await asyncio.wait_for(asyncio.shield(self._op[str(nummer)]), GEDULD_SECONDEN)

    def is_op(self, nummer: int) -> bool:
        """Say whether a bot got so far that it runs."""
        return self._op[str(nummer)].done()

    async def einde(self, nummer: int, hoe: str) -> tuple[int, float]:
        """End a bot by `dood` or `stop`; return its exit code and the seconds that it took."""
        begin = time.monotonic()
        await self._zeg(hoe, str(nummer))
        code = await asyncio.wait_for(self._weg[str(nummer)], GEDULD_SECONDEN)
        return code, time.monotonic() - begin

    def hoor(self, woorden: list[str]) -> None:
        """Take in which bot runs, or ended."""
        if woorden[0] == "klaar":
            self._klaar.set()
        elif not (deze := (self._op if woorden[0] == "op" else self._weg)[woorden[1]]).done():
            deze.set_result(int(woorden[2]))


@dataclass
class Vloot:
    """What a test or bench drives."""

    map_: Path
    engine: Engine
    kweker: Kweker
    api: str
    taps: list[tuple[int, str]]
    schermen: dict[str, str]
    omgeving: Omgeving
    bewoners: list[int]
    server: int
    _sessie: aiohttp.ClientSession
    pids: dict[int, int] = field(default_factory=dict)
    ronden: int = 0

    def met_onderhoud(self) -> None:
        """Let the server count and clean its tables, as any server does: for short tests that is off."""
        with self.engine.connect() as tx:
            tx.exec_driver_sql("ALTER SYSTEM RESET autovacuum")
            tx.exec_driver_sql("SELECT pg_reload_conf()")

    async def start(self, nummer: int, *rollen: str) -> None:
        """Make a bot, and wait until it runs."""
        await self.kweker.go(nummer, *rollen)
        self.pids[nummer] = await self.kweker.op(nummer)

    async def breng(self, tot: int) -> float:
        """Have the first so many votes brought; return in how many seconds all of them were answered."""
        return float(await self._vraag(str(tot)))

    async def zend_uit(self) -> None:
        """Send a broadcast to everyone, and remind everyone of a meeting."""
        self.ronden += 1
        van = self.ronden, self.bewoners, self.omgeving.settings.verzending, Afzender("telegram", MAKER)
        await self.omgeving.database.write(self.omgeving.wijk, schrijf_ronde, self.omgeving.wijk, *van)

    async def kom_tot_rust(self) -> None:
        """Wait until all that was to be sent has gone, or has become uncertain."""
        tot = time.monotonic() + GEDULD_SECONDEN
        while open_ := await self.omgeving.database.read(open_werk):
            assert time.monotonic() < tot, f"{open_} messages are still under way"
            await asyncio.sleep(0.2)

    async def verslag(self) -> dict[str, Any]:
        """Return what the bots wrote in chats."""
        uit: dict[str, Any] = await self._vraag("verslag")
        return uit

    async def _vraag(self, wat: str) -> Any:
        async with self._sessie.get(f"{self.api}/{wat}") as antwoord:
            return await antwoord.json()

    def lees(self, vraag: str) -> list[Any]:
        """Return what a query gives."""
        with self.engine.connect() as tx:
            return [tuple(rij) for rij in tx.execute(text(vraag))]

    def cpu(self, *nummers: int) -> float:
        """Return how many seconds of CPU some bots took until now."""
        return sum(cpu_van(self.pids[nummer]) for nummer in nummers)

    def fouten(self, hoeveel: int) -> list[str]:
        """Return what is not as it must be after the first so many votes: ballots, evidence, inbox, order."""
        laatste = dict(self.taps[:hoeveel])
        gevonden = _buurt.afwijkingen(self.lees, laatste, hoeveel)
        gedaan = self.lees("SELECT rij, post FROM spoor ORDER BY nr")
        if len(gedaan) != hoeveel or len(set(gedaan)) != hoeveel:
            gevonden.append(f"{len(gedaan)} effects of {len(set(gedaan))} updates, not {hoeveel}")
        per_rij: dict[str, list[int]] = defaultdict(list)
        for rij, post in gedaan:
            per_rij[rij].append(post)
        verkeerd = [rij for rij, posten in per_rij.items() if posten != sorted(posten)]
        if verkeerd:
            gevonden.append(f"out of order: {verkeerd[:5]}")
        return gevonden

    async def antwoorden(self, hoeveel: int) -> tuple[int, list[str]]:
        """Return how many answers came more than once, and what is not as it must be: each came, in order."""
        verslag = await self.verslag()
        keer = Counter(verslag["meldingen"])
        gevonden = [] if len(keer) == hoeveel else [f"{len(keer)} updates answered of {hoeveel}"]
        begin = 3_000_000_000_000_000_000 + EERSTE_UPDATE
        per_chat: dict[int, list[int]] = defaultdict(list)
        for melding in dict.fromkeys(verslag["meldingen"]):
            nummer = int(melding) - begin
            per_chat[self.taps[nummer][0]].append(nummer)
        if any(nummers != sorted(nummers) for nummers in per_chat.values()):
            gevonden.append("an answer came before the one before it")
        laatste = dict(self.taps[:hoeveel])
        oud = [chat for chat, optie in laatste.items() if verslag["schermen"][str(chat)] != self.schermen[optie]]
        if oud:
            gevonden.append(f"{len(oud)} chats show an old choice")
        return sum(keer.values()) - len(keer), gevonden


def cpu_van(pid: int) -> float:
    """Return how many seconds of CPU a process took until now."""
    velden = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(velden[11]) + int(velden[12])) / 100


@asynccontextmanager
async def vloot(
    database_url: str, map_: Path, *, stemmen: int, bewoners: int, per_seconde: int = 100_000
) -> AsyncIterator[Vloot]:
    """Make a neighbourhood and its votes; no bot runs yet, and none outlives the block."""
    async with AsyncExitStack() as stapel:
        adres = f"127.0.0.1:{vrije_poort()}"
        wat: dict[str, Any] = {
            "map": str(map_),
            "database": database_url,
            "adres": adres,
            "geheim": GEHEIM,
            "api": "http://127.0.0.1:1",
        }
        wat["per_seconde"] = per_seconde
        engine = create_engine(sqlalchemy_url(database_url), isolation_level="AUTOCOMMIT")
        stapel.callback(engine.dispose)
        with engine.connect() as tx:
            tx.exec_driver_sql(_SPOOR)
        omgeving = await werk.maak_omgeving(stapel, maak_settings(wat), bytes(32))
        opties, uitnodiging = await omgeving.database.write(omgeving.wijk, _buurt.vul, omgeving.wijk, bewoners)
        toon = Toon(vertaal("nl"), omgeving.zone, "https://t.me/GehoordBot")
        toeval = random.Random(20270201)
        chats = [_buurt.EERSTE_CHAT + n % bewoners for n in range(stemmen)]
        toeval.shuffle(chats)
        taps = [(chat, toeval.choice(opties)) for chat in chats]
        opdracht = {"taps": taps, "haak": f"http://{adres}/telegram", "geheim": GEHEIM}
        (map_ / "opdracht.json").write_text(
            json.dumps({**opdracht, "scherm": _buurt.scherm_van(render(uitnodiging, toon))})
        )
        server = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.vloot.botapi", str(map_ / "opdracht.json")),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=WORTEL,
        )
        stapel.push_async_callback(_stop, server)
        assert server.stdout is not None
        api = f"http://127.0.0.1:{(await server.stdout.readline()).decode().strip()}"
        (map_ / "settings.json").write_text(json.dumps({**wat, "api": api}))
        kweker = await Kweker.maak(map_)
        stapel.push_async_callback(kweker.sluit)
        sessie = await stapel.enter_async_context(aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2 * 3600)))
        schermen = {}
        for nummer, optie in enumerate(opties):
            zo = scherm_als_data(METHODEN["keuze"].scherm(_buurt.OPZET, f"[{nummer}]", range(len(opties))))
            getoond = render(Boodschap("peiling.open", uitnodiging.data | {"scherm": zo}), toon)
            schermen[optie] = getoond.tekst  # it says which choice it is
        zoek = select(t.bewoner.c.id).where(t.bewoner.c.wijk == omgeving.wijk)
        wie = await omgeving.database.read(lambda tx: list(tx.scalars(zoek)))
        yield Vloot(map_, engine, kweker, api, taps, schermen, omgeving, wie, server.pid, sessie)


async def _stop(proces: asyncio.subprocess.Process) -> None:
    if proces.returncode is None:
        proces.kill()
    await proces.wait()
