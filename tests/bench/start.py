"""From `gehoord start` to its first answer, beside what python-telegram-bot alone takes to be imported; and memory.

Measured, each round both, one after the other: the seconds from the start of a process until the answer to an update
that waited at the Bot API arrives there (`gehoord`), of a process that only imports `telegram.ext` (`kaal`), and of one
that imports what `gehoord start` does (`laden`). `verhouding` is the median of the first over that of the second; `cpu`
is the CPU time of the first, which says more where others want the cores too. `geheugen_mb` is what is resident after
the answer, `later_mb` when the commands of every language are set. With more residents (`bewoners`) the same once more,
and once with pages and the chat in the browser (`web`). What each import costs (`imports`) is of one start more:
Python's own times, which make it slower.

The packages that only developers have and libraries take when they find them (rich, pygments, click) are counted too.
Not measured: a first start without compiled modules; a disk that is not in the page cache; drawing.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import IO, Any

from aiohttp import web
from sqlalchemy import Connection, create_engine, insert

from berichten import talen
from bot.storage import tables as t
from bot.storage.schema import maak
from tests.bench._laden import AANZETTEN, Deel, delen
from tests.bench._processen import drukte
from tests.builders import NU, een_publiek_id, een_wijk

TOKEN, IEMAND = "4242:TEST-token_of_no_one", 77
INSTELLINGEN = '[wijk]\nnaam = "Vogelbuurt"\n[telegram]\ntoken = "{token}"\napi_url = "{api}"\nbotlink = "{api}/"\n'
WEB = '[web]\nadres = "127.0.0.1:0"\nurl = "https://gehoord.invalid"\n[webchat]\naan = true\n'
BLOK = 10_000
TOON_VANAF_MS = 3


class Botapi:
    """Has one message for whoever asks, and knows when it is answered."""

    def __init__(self) -> None:
        self.antwoord, self.alle_talen = asyncio.Event(), asyncio.Event()
        self._menus = 0

    async def roep(self, verzoek: web.Request) -> web.Response:
        methode = verzoek.match_info["methode"]
        velden = await verzoek.json() if verzoek.can_read_body else {}
        uit: Any = True
        if methode == "getMe":
            uit = {"id": 4242, "is_bot": True, "first_name": "G", "username": "GehoordBot"}
        elif methode == "getUpdates":
            chat, wie = {"id": IEMAND, "type": "private"}, {"id": IEMAND, "is_bot": False, "first_name": "X"}
            bericht = {"message_id": 1, "date": int(time.time()), "chat": chat, "from": wie, "text": "hallo"}
            uit = [] if velden.get("offset", 0) > 1 else [{"update_id": 1, "message": bericht}]
            if not uit:
                await asyncio.sleep(1)
        elif methode == "setMyCommands":
            self._menus += 1
            if self._menus == len(talen()):
                self.alle_talen.set()
        elif methode == "sendMessage":
            self.antwoord.set()
            uit = {"message_id": 2, "date": 0, "chat": {"id": IEMAND, "type": "private"}, "text": "x"}
        return web.json_response({"ok": True, "result": uit})


def meet(rondes: int = 5, bewoners: tuple[int, ...] = (0, 100_000)) -> dict[str, Any]:
    """Measure, with so many residents each."""
    uitkomst: dict[str, Any] = {str(n): asyncio.run(_meet(rondes, n)) for n in bewoners}
    uitkomst["web"] = asyncio.run(_meet(rondes, 0, WEB))
    return uitkomst | {"imports": delen(wat_laadt()), "drukte": drukte(), "rondes": rondes}


def wat_laadt() -> str:
    """Return what a start without residents says of its imports, up to its first answer."""
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as naam:
        _vul(Path(naam) / "vol.db", 0)
        with (Path(naam) / "stderr").open("w+") as stderr:
            asyncio.run(_start(Path(naam), stderr))
            stderr.seek(0)
            return stderr.read()


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    kolommen = ("gehoord", "cpu", "laden", "kaal", "verhouding", "geheugen_mb", "later_mb")
    koppen = ("first answer s", "CPU s", "imports s", "bare s", "ratio", "resident MB", "later MB")
    regels = ["".join([f"{'residents':>10}", *(f"{kop:>16}" for kop in koppen)])]
    for naam, u in uitkomst.items():
        if isinstance(u, dict):
            regels.append("".join([f"{naam:>10}", *(f"{u[kolom]:>16}" for kolom in kolommen)]))
    imports = [Deel(*deel) for deel in uitkomst["imports"]]
    regels += ["", f"{'imports ms':>10}{'modules':>9}  package ({sum(d.ms for d in imports):.0f} ms in all)"]
    regels += [f"{deel.ms:>10}{deel.modules:>9}  {deel.naam}" for deel in imports if deel.ms >= TOON_VANAF_MS]
    return "\n".join([*regels, f"medians of {uitkomst['rondes']}; load {uitkomst['drukte']}"])


async def _meet(rondes: int, bewoners: int, ook: str = "") -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as naam:
        map_ = Path(naam)
        _vul(map_ / "vol.db", bewoners)
        gemeten: dict[str, list[float]] = {}
        for ronde in range(rondes + 1):
            nu = {"kaal": _laad("telegram.ext"), "laden": _laad("bot.cli.start"), **await _start(map_, ook=ook)}
            if ronde:  # the first fills the page cache and compiles
                for wat, waarde in nu.items():
                    gemeten.setdefault(wat, []).append(waarde)
        midden = {wat: median(alle) for wat, alle in gemeten.items()}
        verhouding = round(midden["gehoord"] / midden["kaal"], 1)
        return {wat: round(waarde, 0 if wat.endswith("mb") else 2) for wat, waarde in midden.items()} | {
            "verhouding": verhouding
        }


def _omgeving() -> dict[str, str]:
    """As an installation has it: compiled modules are kept."""
    zonder = ("GEHOORD_", "PYTHONDONTWRITEBYTECODE")
    return {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(zonder)}


def _laad(module: str) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True, env=_omgeving())
    return time.perf_counter() - begin


async def _start(map_: Path, stderr: IO[str] | None = None, ook: str = "") -> dict[str, float]:
    """Return after how many seconds a new process answered, its CPU seconds then, and its memory then and later.

    Args:
        stderr: gets what its imports took; it is a moment later then.
        ook: more settings.
    """
    _vers(map_)
    api, app = Botapi(), web.Application()
    app.router.add_route("*", "/bot{token}/{methode}", api.roep)
    server = web.AppRunner(app)
    await server.setup()
    plek = web.TCPSite(server, "127.0.0.1", 0)
    await plek.start()
    adres = f"http://127.0.0.1:{server.addresses[0][1]}"
    (map_ / "gehoord.toml").write_text(INSTELLINGEN.format(token=TOKEN, api=adres) + ook)
    omgeving = _omgeving() | (AANZETTEN if stderr else {})
    begin = time.perf_counter()
    start = sys.executable, "-m", "bot", "start"
    uit = stderr or asyncio.subprocess.DEVNULL
    proces = await asyncio.create_subprocess_exec(*start, cwd=map_, env=omgeving, stderr=uit)
    try:
        async with asyncio.timeout(120):
            await api.antwoord.wait()
            gemeten = {"gehoord": time.perf_counter() - begin, "cpu": _cpu(proces.pid)}
            gemeten["geheugen_mb"] = _geheugen_mb(proces.pid)
            if stderr is None:
                await api.alle_talen.wait()  # the last that it does by itself
        return gemeten | {"later_mb": _geheugen_mb(proces.pid)}
    finally:
        proces.terminate()
        await proces.wait()
        await server.cleanup()


def _vers(map_: Path) -> None:
    """Put the database back as it was before any start."""
    for rest in (*map_.glob("gehoord.db*"), *map_.glob("tijdvak.txt*")):
        rest.unlink()
    shutil.copyfile(map_ / "vol.db", map_ / "gehoord.db")


def _cpu(proces: int) -> float:
    tikken = Path(f"/proc/{proces}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, tikken)) / os.sysconf("SC_CLK_TCK")


def _geheugen_mb(proces: int) -> float:
    kilobytes = next(r for r in Path(f"/proc/{proces}/status").read_text().splitlines() if "VmRSS" in r)
    return int(kilobytes.split()[1]) / 1024


def _vul(bestand: Path, bewoners: int) -> None:
    maak(f"sqlite:///{bestand}")
    engine = create_engine(f"sqlite:///{bestand}")
    with engine.begin() as tx:
        wijk = een_wijk(tx)
        for eerste in range(1, bewoners + 1, BLOK):
            _schrijf(tx, wijk, range(eerste, min(eerste + BLOK, bewoners + 1)))
    engine.dispose()


def _schrijf(tx: Connection, wijk: int, wie: range) -> None:
    """Write residents, each at an address of their own and with an account."""
    adres = {"wijk": wijk, "straat": "Merelweg", "toevoeging": "", "postcode": "3511AB", "volwassenen": 1}
    huizen = [{**adres, "id": n, "publiek_id": een_publiek_id(), "sleutel": str(n), "huisnummer": n} for n in wie]
    tx.execute(insert(t.huishouden), huizen)
    vast = {"wijk": wijk, "stoel": 1, "sinds": NU}
    tx.execute(insert(t.bewoner), [{**vast, "id": n, "huishouden": n, "publiek_id": een_publiek_id()} for n in wie])
    tx.execute(insert(t.account), [{"kanaal": "telegram", "extern_id": str(10**6 + n), "bewoner": n} for n in wie])
