"""The harness of the kill tests: a web chat and a bot as processes of their own, and a killer that keeps count."""

import asyncio
import json
import random
import shutil
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.clock import VerzetbareClock
from bot.demo.draaien import HOST, maak_settings, personen, richt_in
from bot.web.server import bind
from bot.webchat import Persoon
from tests.kweek import WORTEL

START_SECONDEN = 60.0
"""A process must be up within this time, on a busy machine too."""
RUSTIG_SECONDEN = 120.0
"""So long the bot may take to finish all: the lease of a killed sender runs for 60 s."""
LANGST_SECONDEN = 0.4
"""A kill comes at most this long after the update it waits for."""
_OPEN = """
SELECT 'inbox ' || staat, count(*) FROM inbox WHERE staat IN ('ontvangen', 'verwerkt') GROUP BY staat
UNION ALL SELECT 'outbox ' || staat, count(*) FROM outbox WHERE staat IN ('wachtend', 'bezig') GROUP BY staat
"""
_TE_DOEN = """
SELECT count(*) FROM wekker
WHERE gedaan_op IS NULL AND moment <= datetime('now', (SELECT verzet_seconden || ' seconds' FROM klok))
"""


def lees(bestand: Path, sql: str, *waarden: Any) -> list[tuple[Any, ...]]:
    """Query a database file from outside, read-only."""
    with closing(sqlite3.connect(f"file:{bestand}?mode=ro", uri=True, timeout=10)) as db:
        return db.execute(sql, waarden).fetchall()


class Proces:
    """A process of tests/e2e/proces.py, from its imports to its end."""

    def __init__(self, proces: asyncio.subprocess.Process, soort: str, logboek: Path) -> None:
        self._proces = proces
        self._soort = soort
        self._logboek = logboek
        self._op = asyncio.create_task(self._wacht_op())

    @classmethod
    async def maak(cls, soort: str, map_: Path, adres: str, *, fd: int | None = None) -> "Proces":
        """Start it; it does nothing until `go`."""
        logboek = map_ / f"{soort}.log"
        with logboek.open("ab") as uit:
            proces = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.e2e.proces", soort, str(map_), adres, str(fd)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=uit,
                pass_fds=() if fd is None else (fd,),
                cwd=WORTEL,
            )
        return cls(proces, soort, logboek)

    async def go(self) -> None:
        """Let it run."""
        assert self._proces.stdin is not None
        self._proces.stdin.write(b"go\n")
        await self._proces.stdin.drain()

    @property
    def is_op(self) -> bool:
        """Whether it said that it runs."""
        return self._op.done()

    async def op(self) -> None:
        """Wait until it runs."""
        async with asyncio.timeout(START_SECONDEN):
            await asyncio.shield(self._op)
        self.leeft()

    def leeft(self) -> None:
        """Fail when it ended by itself."""
        if self._proces.returncode is not None:
            log = self._logboek.read_text()[-3000:]
            raise AssertionError(f"{self._soort} ended by itself, with {self._proces.returncode}:\n{log}")

    async def dood(self) -> None:
        """SIGKILL; returns when the process is gone."""
        if self._proces.returncode is None:
            self._proces.kill()
        await self._proces.wait()
        self._op.cancel()

    async def stop(self) -> int:
        """End it in order and return its exit code."""
        assert self._proces.stdin is not None
        self._proces.stdin.close()
        async with asyncio.timeout(START_SECONDEN):
            return await self._proces.wait()

    async def _wacht_op(self) -> None:
        assert self._proces.stdout is not None
        if not await self._proces.stdout.readline():
            await self._proces.wait()


@dataclass(frozen=True)
class Slag:
    """One kill: after how many updates, what it left unfinished in the database, and whether the bot still started."""

    update: int
    open: dict[str, int]
    in_start: bool


@dataclass
class Opstelling:
    """A web chat that stays up, and a bot that is killed and followed up."""

    map_: Path
    basis: str
    codes: Sequence[str]
    soort: str
    bot: Proces
    reserve: Proces
    slagen: list[Slag] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._begin = self._laatste_update()
        self._oude_leases: set[tuple[Any, ...]] = set()

    @property
    def database(self) -> Path:
        return self.map_ / "gehoord.db"

    @property
    def chat(self) -> Path:
        return self.map_ / "webchat.db"

    def updates(self) -> int:
        """Return how many updates people caused until now."""
        return self._laatste_update() - self._begin

    def open_werk(self) -> dict[str, int]:
        """Return what is unfinished in the bot's database, by state."""
        return dict(lees(self.database, _OPEN))

    def wachtrij(self) -> int:
        """Return how many updates the bot did not confirm yet."""
        return int(lees(self.chat, "SELECT count(*) FROM wachtrij")[0][0])

    def _laatste_update(self) -> int:
        rijen = lees(self.chat, "SELECT waarde FROM meta WHERE sleutel = 'update_id'")
        return int(rijen[0][0]) if rijen else 0

    async def jaag(self, punten: Sequence[int], toeval: random.Random) -> None:
        """Kill the bot at each of these update counts, a random while later, and start the next at once.

        One in three, by chance, does not wait for its update when messages begin to go out: these go in short bursts,
        which kills at updates alone would mostly miss.
        """
        for punt in punten:
            let_op_outbox = toeval.random() < 1 / 3
            while self.updates() < punt:
                if let_op_outbox and "outbox wachtend" in self.open_werk():
                    break
                await asyncio.sleep(0.003)
            await asyncio.sleep(self._wanneer(toeval))
            self.bot.leeft()
            in_start = not self.bot.is_op
            oude_leases = self._oude_leases
            await self.bot.dood()
            self._oude_leases = set(lees(self.database, "SELECT id, lease_nr FROM outbox WHERE staat = 'bezig'"))
            open_werk = self.open_werk()
            if self._oude_leases <= oude_leases:  # left by an earlier kill: a lease takes its time to run out
                open_werk.pop("outbox bezig", None)
            self.slagen.append(Slag(self.updates(), open_werk, in_start))
            await self.start_reserve(nog_een=len(self.slagen) < len(punten))

    def _wanneer(self, toeval: random.Random) -> float:
        """Return how long to let it live yet: anywhere in its start, or mostly while the update is under way."""
        return LANGST_SECONDEN * (toeval.random() ** 3 if self.bot.is_op else toeval.random())

    async def start_reserve(self, *, nog_een: bool) -> None:
        """Let the spare take over, and prepare another if there is to be one."""
        self.bot = self.reserve
        await self.bot.go()
        if nog_een:
            self.reserve = await Proces.maak(self.soort, self.map_, self.basis)

    async def kom_tot_rust(self) -> None:
        """Wait until our bot has fetched, handled and sent everything."""
        await self.bot.op()
        tot = time.monotonic() + RUSTIG_SECONDEN
        while self.wachtrij() or lees(self.database, _TE_DOEN) != [(0,)] or self.open_werk():  # in order of flow
            self.bot.leeft()
            over = f"after {RUSTIG_SECONDEN} s {self.wachtrij()} updates wait, and in the database {self.open_werk()}"
            assert time.monotonic() < tot, over
            await asyncio.sleep(0.1)

    def fouten(self) -> list[str]:
        """Return the lines in the log of our bot that report an error."""
        return [r for r in (self.map_ / f"{self.soort}.log").read_text().splitlines() if " ERROR " in r]


@asynccontextmanager
async def stel_op(
    map_: Path, soort: str = "gehoord", *, agenda: bool = False, sjabloon: Path | None = None
) -> AsyncIterator[Opstelling]:
    """Make the letters, start the web chat and a bot of this kind; whatever happens, no process outlives the block.

    Args:
        sjabloon: an empty database to begin with; else it is made step by step.
    """
    async with AsyncExitStack() as stapel:
        stekker = stapel.enter_context(bind(HOST, 0))
        basis = f"http://{HOST}:{stekker.getsockname()[1]}"
        map_.mkdir(parents=True)  # noqa: ASYNC240 (nothing else runs yet)
        if sjabloon is not None:
            shutil.copy(sjabloon, map_ / "gehoord.db")
        (map_ / "token.txt").write_text("1:e2e-token_of_no_one")
        settings = maak_settings(map_, basis, "1:e2e-token_of_no_one")
        codes, _ = await richt_in(settings, map_, VerzetbareClock(), agenda=agenda)
        wie = [asdict(persoon) for persoon in [*personen(codes), *voorbijgangers()]]
        (map_ / "personen.json").write_text(json.dumps(wie))

        chat = await Proces.maak("webchat", map_, basis, fd=stekker.fileno())
        stapel.push_async_callback(chat.dood)
        await chat.go()
        await chat.op()
        bot, reserve = await Proces.maak(soort, map_, basis), await Proces.maak(soort, map_, basis)
        opstelling = Opstelling(map_, basis, codes, soort, bot, reserve)

        async def ruim_op() -> None:
            await asyncio.gather(opstelling.bot.dood(), opstelling.reserve.dood())

        stapel.push_async_callback(ruim_op)
        await opstelling.bot.go()
        await opstelling.bot.op()
        yield opstelling


def voorbijgangers(aantal: int = 1000) -> list[Persoon]:
    """Return people without a letter, of whom each will say one thing."""
    return [Persoon(20_000 + nummer, f"Buur {nummer}", "voorbijganger") for nummer in range(aantal)]


def punten(toeval: random.Random, aantal: int, updates: int) -> list[int]:
    """Draw so many different moments out of a story of so many updates."""
    return sorted(toeval.sample(range(1, updates + 1), aantal))


def tel_slagen(slagen: Sequence[Slag]) -> Counter[str]:
    """Count in how many kills something was unfinished, by state; `iets` counts each such kill once."""
    telling: Counter[str] = Counter()
    for slag in slagen:
        telling.update(slag.open.keys())
        telling["in start"] += slag.in_start
        telling["iets"] += bool(slag.open)
    return telling
