"""What the audit trail costs: a turn in which a role is used, and one of a resident, with it and without.

Measured on SQLite with commits, through `_in_een_keer` of the handlers: the mark on the inbox row, the service, the
answer and the trail, CPU time of the process. `met` is as it runs; `zonder` has neither the row of the trail nor the
ear that hears what was written. Interleaved, the middle of so many rounds; `verhouding` is met over zonder.

Not measured: the way of an update through the intake, PostgreSQL.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, Engine, event, insert, select

from bot.services import bewoner, rolgebruik, verzending
from bot.services.handeling import BEGELEIDER, Afzender, Handeling
from bot.storage import Database, geschreven, open_database
from bot.storage import tables as t
from bot.storage.schema import migrate
from handlers import lopend
from handlers.beurt import Antwoord
from tests.bench._processen import drukte
from tests.builders import NU, een_account, een_rol, een_wijk

Service = Callable[[Connection, Handeling], Antwoord]
_WIE = "11"
BEURTEN: dict[str, Service] = {"a role": verzending.toon, "a resident": bewoner.menu}


def meet(rondes: int = 5, beurten: int = 1000) -> dict[str, Any]:
    """Let each turn be taken so many times a round, with the trail and without."""
    return asyncio.run(_meet(rondes, beurten))


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'a turn of':14}{'with, µs':>10}{'without':>10}{'ratio':>8}"]
    for naam, uit in uitkomst["beurten"].items():
        regels.append(f"{naam:14}{uit['met_us']:>10}{uit['zonder_us']:>10}{uit['verhouding']:>8}")
    return "\n".join([*regels, f"load {uitkomst['drukte']}"])


async def _meet(rondes: int, beurten: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        url = f"sqlite:///{Path(map_) / 'gehoord.db'}"
        migrate(url)
        database = await open_database(url)
        wijk = await database.write(0, _begin)
        tijden: dict[str, dict[bool, list[float]]] = {naam: {True: [], False: []} for naam in BEURTEN}
        for _ in range(rondes):
            for naam, service in BEURTEN.items():
                for met in (False, True):
                    with _spoor(met) as spoor:
                        tijden[naam][met].append(await _ronde(database, wijk, service, spoor, beurten))
        rijen = await database.read(lambda tx: len(tx.execute(select(t.rolgebruik.c.id)).all()))
        await database.close()
    assert rijen == rondes * beurten, "a row for each turn in which the role was used, and none for the resident's"
    uit = {naam: {met: median(van[met]) for met in (True, False)} for naam, van in tijden.items()}
    return {
        "beurten": {
            naam: {
                "met_us": round(van[True]),
                "zonder_us": round(van[False]),
                "verhouding": round(van[True] / van[False], 3),
            }
            for naam, van in uit.items()
        },
        "drukte": drukte(),
    }


def _begin(tx: Connection) -> int:
    wijk = een_wijk(tx)
    een_account(tx, _WIE)
    een_rol(tx, wijk, BEGELEIDER, _WIE)
    return wijk


@contextmanager
def _spoor(met: bool) -> Iterator[lopend.Spoor]:
    """Give what writes the trail; without it nothing listens to what is written either."""
    if met:
        yield partial(rolgebruik.leg_vast, onderwerp=None, geweigerd=None)
        return
    event.remove(Engine, "after_execute", geschreven._na)
    try:
        yield lambda *_, **__: None
    finally:
        event.listen(Engine, "after_execute", geschreven._na)


async def _ronde(database: Database, wijk: int, service: Service, spoor: lopend.Spoor, beurten: int) -> float:
    """Return the CPU time of a turn, in microseconds."""
    nummers = await database.write(None, _posten, beurten)
    begin = time.process_time()
    for nummer in nummers:
        handeling = Handeling(wijk, Afzender("telegram", _WIE, prive=True), NU, secrets.token_bytes(32))
        handeling.gebruik.wat = "bench"
        await database.write(wijk, lopend._in_een_keer, nummer, service, handeling, True, spoor, "")
    return (time.process_time() - begin) / beurten * 1e6


def _posten(tx: Connection, hoeveel: int) -> list[int]:
    er_al = len(tx.execute(select(t.inbox.c.id)).all())
    vast = {"kanaal": "telegram", "bot": "1", "rij": "chat:11", "ontvangen_op": NU, "inhoud": "{}"}
    tx.execute(insert(t.inbox), [{**vast, "update_id": er_al + n, "staat": "ontvangen"} for n in range(hoeveel)])
    return list(tx.scalars(select(t.inbox.c.id).order_by(t.inbox.c.id.desc()).limit(hoeveel)))
