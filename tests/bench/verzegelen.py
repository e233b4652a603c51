"""The log of a wijk, numbered for the first time: who counts becomes public leaves, all leaves get numbers and a root.

Measured on SQLite (synchronous=FULL), for logs of several sizes: ten acts per resident, two residents per address, all
after the first version of the rules. `us_per_blad`: the whole run over all leaves that it numbered, `cpu_us_per_blad`
the part of it that is computing; `langste_ms`: the longest transaction, for which other writers wait; `nacht_seconden`:
a run when nothing is new, which looks at every address; `verhouding`: computing per leaf of the largest log over that
of the smallest. The run fails when the log is not dense, its root not that of its leaves, or its tellers not those of
the count.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, insert

from bot import verzegeling
from bot.rules import merkle
from bot.rules.canoniek import canoniek
from bot.rules.spelregels import Spelregels
from bot.services.handeling import publiek_id
from bot.services.stand import bereken_stand
from bot.storage import Database, bewijslog, open_database, sqlalchemy_url, tables, telt
from bot.storage.schema import migrate
from tests.bench._processen import drukte
from tests.builders import NU

WIJK = 1
PER_BEWONER = 10
REGELS = Spelregels(versie=1)
_PER_KEER = 20_000
RECORD = "x" * 250


def meet(groottes: tuple[int, ...] = (10_000, 100_000, 1_000_000)) -> dict[str, Any]:
    """Measure each size in a database of its own."""
    uitkomst: dict[str, Any] = {}
    for grootte in groottes:
        with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
            url = f"sqlite:///{Path(map_) / 'log.db'}"
            _vul(url, grootte)
            uitkomst[str(grootte)] = asyncio.run(_meet_een(url))
    eerste, laatste = (uitkomst[str(groottes[i])]["cpu_us_per_blad"] for i in (0, -1))
    return {"groottes": uitkomst, "verhouding": round(laatste / eerste, 2), "drukte": drukte()}


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    kop = {"acts": 10, "leaves": 10, "us/leaf": 10, "cpu us": 8, "longest ms": 12, "nothing new, s": 16, "stand, s": 10}
    regels = ["".join(naam.rjust(breed) for naam, breed in kop.items())]
    for acts, u in uitkomst["groottes"].items():
        cellen = zip((acts, *u.values()), kop.values(), strict=True)
        regels.append("".join(str(cel).rjust(breed) for cel, breed in cellen))
    return "\n".join([*regels, f"largest over smallest: {uitkomst['verhouding']}; load {uitkomst['drukte']}"])


class _Gemeten:
    """A database that knows how long its longest transaction took."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.langste = 0.0

    async def read(self, *args: Any) -> Any:
        return await self._database.read(*args)

    async def write(self, *args: Any) -> Any:
        begin = time.perf_counter()
        try:
            return await self._database.write(*args)
        finally:
            self.langste = max(self.langste, time.perf_counter() - begin)


async def _meet_een(url: str) -> dict[str, Any]:
    database = await open_database(url)
    gemeten: Any = _Gemeten(database)
    cpu = time.process_time()
    eerste = await _duur(verzegeling.werk_bij(gemeten, WIJK))
    cpu, langste = time.process_time() - cpu, gemeten.langste
    nacht = await _duur(verzegeling.werk_bij(database, WIJK))
    stand = await _duur(database.read(bereken_stand, WIJK))
    bladen = await database.read(_controleer)
    await database.close()
    return {
        "bladen": bladen,
        "us_per_blad": round(eerste / bladen * 1e6, 1),
        "cpu_us_per_blad": round(cpu / bladen * 1e6, 1),
        "langste_ms": round(langste * 1000),
        "nacht_seconden": round(nacht, 2),
        "stand_seconden": round(stand, 2),
    }


async def _duur(werk: Any) -> float:
    begin = time.perf_counter()
    await werk
    return time.perf_counter() - begin


def _controleer(tx: Connection) -> int:
    boom, nu = merkle.Groei(), bewijslog.stand(tx, WIJK)
    for vanaf in range(0, nu.grootte, _PER_KEER):
        for regel in bewijslog.bladzij(tx, WIJK, vanaf, vanaf + _PER_KEER):
            assert regel.nummer == boom.grootte
            boom.voeg_toe(merkle.blad_hash(regel.blad.encode()))
    assert (boom.grootte, boom.wortel()) == (nu.grootte, nu.wortel())
    assert not bewijslog.ongenummerd(tx, WIJK, 0, 1)
    for drempel in bereken_stand(tx, WIJK).drempels:
        assert drempel.teller == telt.teller(tx, WIJK, REGELS.versie, drempel.soort)
    return boom.grootte


def _vul(url: str, handelingen: int) -> None:
    migrate(url)
    engine = create_engine(sqlalchemy_url(url))
    with engine.begin() as tx:
        tx.exec_driver_sql("PRAGMA journal_mode = WAL")
        tx.exec_driver_sql("PRAGMA synchronous = OFF")
        tx.execute(insert(tables.wijk).values(id=WIJK, publiek_id=_id(), naam="Vogelbuurt", spelregels_versie=1))
        vast = {"versie": 1, "inhoud": REGELS.canoniek(), "uit_instellingen": False, "vastgesteld_op": NU}
        tx.execute(insert(tables.spelregels).values(wijk=WIJK, na_bewijs=0, **vast))
        for tabel_, rijen in _rijen(handelingen // PER_BEWONER):
            if rijen:
                tx.execute(insert(tabel_), rijen)
    with engine.connect() as tx:
        tx.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _rijen(bewoners: int) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    huis = {"wijk": WIJK, "straat": "Merelweg", "toevoeging": "", "postcode": "3511AB", "volwassenen": 2}
    adressen = range(1, bewoners // 2 + 1)
    yield (
        tables.huishouden,
        [huis | {"id": n, "publiek_id": _id(), "sleutel": str(n), "huisnummer": n} for n in adressen],
    )
    wie = [(n, (n - 1) // 2 + 1, (n - 1) % 2 + 1) for n in range(1, 2 * len(adressen) + 1)]
    vast = {"wijk": WIJK, "sinds": NU}
    yield (
        tables.bewoner,
        [vast | {"id": n, "publiek_id": _id(), "huishouden": h, "stoel": stoel} for n, h, stoel in wie],
    )
    for ronde in range(PER_BEWONER):
        soort = "aanwezig_vragen" if ronde == 9 else "stem_besluit"
        for i in range(0, len(wie), _PER_KEER):
            deel = wie[i : i + _PER_KEER]
            eerste = ronde * len(wie) + i + 1
            yield tables.bewijs, [{"id": eerste + k, "wijk": WIJK, "blad": _blad(soort)} for k in range(len(deel))]
            prive = {"wijk": WIJK, "soort": soort, "onderwerp": f"o{ronde}", "methode": "knop"}
            yield (
                tables.bewijs_prive,
                [
                    prive
                    | {
                        "bewijs": eerste + k,
                        "bewoner": n,
                        "sleutel": secrets.token_bytes(32),
                        "record": "{}" + "x" * 200,
                    }
                    for k, (n, _, _) in enumerate(deel)
                ],
            )


def _id() -> str:
    return publiek_id(secrets.token_bytes(16))


def _blad(soort: str) -> str:
    vast = {"versie": 2, "log": "x" * 22, "soort": soort, "vervalt": False, "dag": "2027-02-01", "methode": "knop"}
    vast |= {"door": "bewoner", "spelregels": 1, "corrigeert": None}
    return canoniek(vast | {"id": _id(), "commitment": secrets.token_hex(32)})
