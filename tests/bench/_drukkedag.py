"""One busy day in fast time, printed as JSON: `… _snelletijd tests.bench._drukkedag map opgave`, see `Opgave`."""

import asyncio
import json
import logging
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as klokslag
from functools import partial
from pathlib import Path

from aiohttp import web
from sqlalchemy import Connection, select

from bot import app, geheugen, logboek, werk
from bot.channels import chatwissing, deurscherm, opdrachtmenu, peilingkaart, uitgaand, voortgang
from bot.config import Settings
from bot.rules.deurcode import toont
from bot.rules.selectie import Selectie
from bot.services import peiling, uitzending
from bot.services.handeling import BEGELEIDER, eis_rol
from bot.storage import Database, tables
from bot.storage.schema import migrate
from tests.bench import _drukkewijk as wijk_
from tests.bench import _snelletijd as snel
from tests.bench._drukkemensen import BERICHT, PER_UUR, VRAAG, ZONE, Mensen
from tests.bench._drukkewijk import NOOR
from tests.bench._drukmeter import Meter
from tests.builders import PEPER


def _peil(tx: Connection, settings: Settings, wijk: int, sluit_op: datetime) -> None:
    zo = wijk_.doet(settings, wijk, NOOR, datetime.now(UTC))
    data = {"vraag": VRAAG, "keuze.opties": ["Een warmtenet", "Een warmtepomp"], "sluit_op": sluit_op.isoformat()}
    data |= {"besluit": "ja", "keuze.max_keuzes": "een", "methode": "keuze", "voor": "wijk", "live": "nee"}
    peiling.FORMULIER.klaar(tx, zo, eis_rol(tx, zo, BEGELEIDER), data)


def _zend_uit(tx: Connection, settings: Settings, wijk: int, aantal: int) -> None:
    zo = wijk_.doet(settings, wijk, NOOR, datetime.now(UTC))
    deel = {"soort": "tekst", "html": BERICHT, "file_id": None, "naam": None, "plek": None}
    van = {"rol": "buurtbegeleider", "bereik": "", "naam": None}
    inhoud = {"van": van, "talen": {"nl": deel}, "eigen_taal": "nl", "hulp": True}
    maker = tx.execute(select(tables.account.c.id).where(tables.account.c.extern_id == str(NOOR))).scalar_one()
    uitzending.plaats(tx, zo, maker, inhoud=inhoud, selectie=Selectie(), moment=None, aantal=aantal)


def _deur(tx: Connection) -> tuple[str, bytes, list[int]]:
    b, a = tables.bijeenkomst.c, tables.aanmelding.c
    rij = tx.execute(select(b.id, b.publiek_id, b.deurgeheim).where(b.titel == wijk_.VANAVOND)).one()
    komers = (
        select(tables.account.c.extern_id)
        .join(tables.aanmelding, a.bewoner == tables.account.c.bewoner)
        .where(a.bijeenkomst == rij.id)
    )
    return rij.publiek_id, rij.deurgeheim, [int(wie) for wie in tx.scalars(komers)]


@dataclass(frozen=True)
class Opgave:
    """Which day it is.

    Args:
        bewoners: so many.
        uren: how long it lasts, from noon on.
        datum: the day at the noon of which it begins.
        bericht_om: the hour at which the team writes to all.
    """

    bewoners: int
    uren: int = 24
    datum: str = "2027-03-10"
    bericht_om: int = 21


class Verloop:
    """The order of the day, by the clock on the wall."""

    def __init__(self, opgave: Opgave, mensen: Mensen, database: Database, settings: Settings, wijk: int) -> None:
        self.opgave, self.mensen, self.database, self.settings, self.wijk = opgave, mensen, database, settings, wijk

    async def tot(self, uur: int, minuut: int = 0) -> None:
        """Wait for a moment on the wall; the hours after midnight are 24 and on."""
        await asyncio.sleep(max(0.0, op_de_muur(self.opgave, uur, minuut).timestamp() - time.time()))

    async def ga(self) -> None:
        """Let the team do what it does today."""
        database, settings, wijk, mensen = self.database, self.settings, self.wijk, self.mensen
        nu = datetime.now(UTC)
        await self.tot(12, 30)
        await database.write(
            wijk, wijk_.plan, settings, wijk, wijk_.AANKONDIGING, nu + timedelta(days=20), datetime.now(UTC)
        )
        await self.tot(13, 30)
        sluit_op = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=4)
        mensen.sluit_op = time.monotonic() + (sluit_op - datetime.now(UTC)).total_seconds()
        await database.write(wijk, _peil, settings, wijk, sluit_op)
        await self.tot(16, 40)
        mensen.api.vol_tot = time.monotonic() + 45
        await self.tot(19, 10)
        publiek_id, geheim, komers = await database.read(_deur)
        mensen.api.tik(NOOR, f"deur:{publiek_id}", 50_001)
        for wie in mensen.toeval.sample(komers, min(120, len(komers))):
            if wie not in mensen.weg:
                mensen.straks(mensen.toeval.uniform(1200, 4200), self._check_in, wie, publiek_id, geheim)
        for _ in range(3):
            await asyncio.sleep(1740)
            mensen.api.tik(NOOR, f"deur:{publiek_id}", 50_001)
        await self.tot(self.opgave.bericht_om)
        await database.write(wijk, _zend_uit, settings, wijk, mensen.bewoners)
        await self.tot(32, 10)
        mensen.api.vol_tot = time.monotonic() + 45

    def _check_in(self, wie: int, publiek_id: str, geheim: bytes) -> None:
        if wie not in self.mensen.weg:
            self.mensen.binnen.add(wie)
            self.mensen.api.zeg(wie, toont(geheim, publiek_id, datetime.now(UTC)).code)


def rustig_aan() -> None:
    """Let what only looks whether there is anything look less often: most of a day is looking at nothing."""
    uitgaand.RUST_SECONDEN = 1.0
    for deel in (chatwissing, deurscherm, opdrachtmenu, peilingkaart, voortgang):
        deel.RUST_SECONDEN = 5.0  # type: ignore[attr-defined]


def op_de_muur(opgave: Opgave, uur: int, minuut: int = 0) -> datetime:
    """Return a moment of that day, or of the days after it: their hours are 24 and on."""
    dag = date.fromisoformat(opgave.datum) + timedelta(days=uur // 24)
    return datetime.combine(dag, klokslag(uur % 24, minuut), ZONE).astimezone(UTC)


async def main(map_: Path, opgave: Opgave) -> None:
    """Make the wijk, run the day and print what came of it."""
    rustig_aan()
    begin = op_de_muur(opgave, 12)
    snel.zet(begin - timedelta(hours=1))
    async with AsyncExitStack() as stapel:
        mensen = Mensen(opgave.bewoners)
        runner = web.ServerRunner(web.Server(mensen.api.handel, access_log=None))
        await runner.setup()
        stapel.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        settings = wijk_.maak_settings(map_, f"http://127.0.0.1:{runner.addresses[0][1]}")
        migrate(settings.opslag.database)
        await _richt_in(settings, opgave, mensen)
        snel.zet(begin)
        nu = time.time() - time.monotonic()
        mensen.api.stil = tuple(op_de_muur(opgave, *uur).timestamp() - nu for uur in ((21, 30), (32, 0)))
        async with app.draai([settings], PEPER) as bot:
            database, wijk = bot.omgeving.database, bot.omgeving.wijk
            meter = Meter(mensen, database, map_ / "gehoord.db")
            geheugen.laat_rusten()
            verloop = Verloop(opgave, mensen, database, settings, wijk)
            taken = [asyncio.create_task(mensen.leef(wat, opgave.uren)) for wat in PER_UUR]
            taken.append(asyncio.create_task(verloop.ga()))
            tot = time.monotonic()
            for _ in range(opgave.uren):
                tot += 3600
                await asyncio.sleep(tot - time.monotonic())
                await meter.kijk()
            for taak in taken:
                taak.cancel()
            assert not bot.gestopt.done()
    print(json.dumps({"uren": meter.uren, "wijk": wijk, "opgave": asdict(opgave), **mensen.verslag()}), flush=True)


async def _richt_in(settings: Settings, opgave: Opgave, mensen: Mensen) -> None:
    async with AsyncExitStack() as stapel:
        o = await werk.maak_omgeving(stapel, settings, PEPER)
        nu = datetime.now(UTC)
        mensen.codes = await o.database.write(
            o.wijk, wijk_.vul, o.wijk, mensen.bewoners, max(20, mensen.bewoners // 50), nu
        )

        om = partial(op_de_muur, opgave)
        begin = {wijk_.VANAVOND: om(20), wijk_.MORGEN: om(44), wijk_.VOLGENDE_WEEK: om(188)}
        await o.database.write(o.wijk, wijk_.plan_vooraf, settings, o.wijk, begin, nu)


if __name__ == "__main__":
    logboek.richt_in("")
    logging.getLogger().setLevel(logging.WARNING)
    snel.draai(main(Path(sys.argv[1]), Opgave(**json.loads(sys.argv[2]))))
