"""Rows of an outbox, and a process that claims and ends them: `python -m tests.bench._rijen url rounds batch`.

It prints the seconds of each claim with its commit, and how much memory the process had after each quarter.
"""

import asyncio
import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Connection, String, cast, func, insert, literal, select

from bot.rules.pacing import Baan
from bot.rules.toestemming import VERSIE
from bot.storage import open_database, outbox, tables, voortgangen, wachtrij
from tests.builders import NU, een_account, een_publiek_id, een_wijk

BEWONERS = 5000


def vul(tx: Connection, hoeveel: int) -> int:
    """Make a wijk with `BEWONERS`, and so many messages of a broadcast that wait for them in turn; return the wijk."""
    wijk = een_wijk(tx)
    nummers = range(1, BEWONERS + 1)
    thuis = {"wijk": wijk, "straat": "Merelweg", "toevoeging": "", "postcode": "3511AB"}
    huizen = [{**thuis, "publiek_id": een_publiek_id(), "sleutel": str(n), "huisnummer": n} for n in nummers]
    tx.execute(insert(tables.huishouden), huizen)
    huis = select(tables.huishouden.c.id).order_by(tables.huishouden.c.id)
    vast = {"wijk": wijk, "stoel": 1, "sinds": NU}
    tx.execute(
        insert(tables.bewoner), [{**vast, "publiek_id": een_publiek_id(), "huishouden": h} for h in tx.scalars(huis)]
    )
    wie = select(tables.bewoner.c.id).order_by(tables.bewoner.c.id)
    vast = {"kanaal": "telegram", "taal": "nl", "toestemming_versie": VERSIE, "toestemming_op": NU}
    van_wie = [{**vast, "extern_id": str(b), "bewoner": b} for b in tx.scalars(wie)]
    tx.execute(insert(tables.account), van_wie)
    tx.execute(
        insert(tables.uitzending).values(
            wijk=wijk,
            publiek_id=een_publiek_id(),
            inhoud={"talen": {"nl": {"html": "Kom langs."}}},
            doelgroep=[],
            aantal=hoeveel,
            gemaakt_door=een_account(tx, "begeleider"),
            gemaakt_op=NU,
            moment=NU,
            staat="bezig",
        )
    )
    schrijf(tx, wijk, hoeveel)
    return wijk


def schrijf(tx: Connection, wijk: int, hoeveel: int) -> None:
    """Write so many more rows, all in one statement."""
    na = tx.scalar(select(func.coalesce(func.max(tables.outbox.c.id), 0))) or 0
    eerste = tx.scalar(select(func.min(tables.account.c.id))) or 0
    een = select(literal(na + 1).label("n")).cte("rij", recursive=True)
    rij = een.union_all(select(een.c.n + 1).where(een.c.n < na + hoeveel))
    waarden = {
        "wijk": literal(wijk),
        "account": eerste + rij.c.n % BEWONERS,
        "kanaal": literal("telegram"),
        "sleutel": literal("uitzending:1:") + cast(rij.c.n, String),
        "soort": literal("uitzending"),
        "data": literal({}, JSON),
        "uitzending": select(func.max(tables.uitzending.c.id)).scalar_subquery(),
        "ongevraagd_op": literal(outbox.DIRECT, tables.UtcMoment),
        "baan": literal(int(Baan.UITZENDING)),
        "staat": literal("wachtend"),
        "niet_voor": literal(outbox.DIRECT, tables.UtcMoment),
    }
    tx.execute(insert(tables.outbox).from_select(list(waarden), select(*waarden.values()), include_defaults=False))


def tel_uitzending(tx: Connection) -> object:
    """Count how the broadcast fares, as its maker sees it."""
    (deze,) = voortgangen.te_doen(tx, list(tx.scalars(select(tables.wijk.c.id))), "telegram")
    return voortgangen.lees(tx, deze)


async def claim_en_eindig(url: str, rondes: int, per_keer: int) -> dict[str, Any]:
    """Claim so many rows so many times, end each as the sender does, and write as many anew."""
    database = await open_database(url)
    claims: list[float] = []
    geheugen_kb: list[int] = []
    for ronde in range(1, rondes + 1):
        begin = time.perf_counter()
        nu = datetime.now(UTC)
        zendingen = await database.write(None, wachtrij.claim, "telegram", list(Baan), per_keer, nu, nu)
        claims.append(time.perf_counter() - begin)
        assert len(zendingen) == per_keer
        await asyncio.gather(*(database.write(None, outbox.verzonden, zending, zending.id) for zending in zendingen))
        await database.write(None, schrijf, 1, per_keer)
        if ronde % (rondes // 4) == 0:
            geheugen_kb.append(_geheugen_kb())
    await database.close()
    return {"claims": claims, "geheugen_kb": geheugen_kb}


def _geheugen_kb() -> int:
    bladzijden = int(Path("/proc/self/statm").read_text().split()[1])
    return bladzijden * os.sysconf("SC_PAGE_SIZE") // 1024


if __name__ == "__main__":
    adres, hoe_vaak, hoeveel = sys.argv[1:]
    print(json.dumps(asyncio.run(claim_en_eindig(adres, int(hoe_vaak), int(hoeveel)))), flush=True)
