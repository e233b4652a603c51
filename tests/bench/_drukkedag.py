"""One busy day in fast time, printed as JSON: `… _snelletijd tests.bench._drukkedag map opgave`, see `Opgave`."""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Sequence
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
from bot.storage import tables
from bot.storage.schema import migrate
from handlers.verwerking import Omgeving
from tests.bench import _drukkewijk as wijk_
from tests.bench import _snelletijd as snel
from tests.bench._drukbotapi import Drukbotapi
from tests.bench._drukkemensen import BERICHT, PER_UUR, VRAAG, ZONE, Mensen
from tests.bench._drukkewijk import Buurt
from tests.bench._drukmeter import Meter
from tests.builders import PEPER


def _peil(tx: Connection, settings: Settings, wijk: int, buurt: Buurt, sluit_op: datetime) -> None:
    zo = wijk_.doet(settings, wijk, buurt.noor, datetime.now(UTC))
    data = {
        "vraag": buurt.noem(VRAAG),
        "keuze.opties": ["Een warmtenet", "Een warmtepomp"],
        "sluit_op": sluit_op.isoformat(),
    }
    data |= {"besluit": "ja", "keuze.max_keuzes": "een", "methode": "keuze", "voor": "wijk", "live": "nee"}
    peiling.FORMULIER.klaar(tx, zo, eis_rol(tx, zo, BEGELEIDER), data)


def _zend_uit(tx: Connection, settings: Settings, wijk: int, buurt: Buurt, aantal: int) -> None:
    zo = wijk_.doet(settings, wijk, buurt.noor, datetime.now(UTC))
    deel = {"soort": "tekst", "html": buurt.noem(BERICHT), "file_id": None, "naam": None, "plek": None}
    van = {"rol": "buurtbegeleider", "bereik": "", "naam": None}
    inhoud = {"van": van, "talen": {"nl": deel}, "eigen_taal": "nl", "hulp": True}
    maker = tx.execute(select(tables.account.c.id).where(tables.account.c.extern_id == str(buurt.noor))).scalar_one()
    uitzending.plaats(tx, zo, maker, inhoud=inhoud, selectie=Selectie(), moment=None, aantal=aantal)


def _deur(tx: Connection, buurt: Buurt) -> tuple[str, bytes, list[int]]:
    b, a = tables.bijeenkomst.c, tables.aanmelding.c
    rij = tx.execute(select(b.id, b.publiek_id, b.deurgeheim).where(b.titel == buurt.noem(wijk_.VANAVOND))).one()
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
        bewoners: so many in each wijk.
        wijken: so many in the installation; each has its day some minutes after the one before (`TUSSEN`).
        uren: how long it lasts, from noon on.
        datum: the day at the noon of which it begins.
        bericht_om: the hour at which the team writes to all.
    """

    bewoners: int
    wijken: int = 1
    uren: int = 24
    datum: str = "2027-03-10"
    bericht_om: int = 21


TUSSEN = timedelta(seconds=90)
"""So much later each wijk has its day than the one before, so that forty take an hour."""


class Verloop:
    """The order of the day in one wijk, by the clock on the wall."""

    def __init__(self, opgave: Opgave, mensen: Mensen, o: Omgeving) -> None:
        self.opgave, self.mensen, self.buurt = opgave, mensen, mensen.buurt
        self.database, self.settings, self.wijk = o.database, o.settings, o.wijk

    async def tot(self, uur: int, minuut: int = 0) -> None:
        """Wait for a moment on the wall, as it is in this wijk; the hours after midnight are 24 and on."""
        moment = op_de_muur(self.opgave, uur, minuut) + TUSSEN * self.buurt.nr
        await asyncio.sleep(max(0.0, moment.timestamp() - time.time()))

    async def ga(self) -> None:
        """Let the team do what it does today."""
        database, mensen, buurt = self.database, self.mensen, self.buurt
        settings, wijk, noor = self.settings, self.wijk, buurt.noor
        nu = datetime.now(UTC)
        await self.tot(12, 30)
        begin = nu + timedelta(days=20)
        await database.write(wijk, wijk_.plan, settings, wijk, buurt, wijk_.AANKONDIGING, begin, datetime.now(UTC))
        await self.tot(13, 30)
        sluit_op = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=4)
        mensen.sluit_op = time.monotonic() + (sluit_op - datetime.now(UTC)).total_seconds()
        await database.write(wijk, _peil, settings, wijk, buurt, sluit_op)
        await self.tot(16, 40)
        self._vol()
        await self.tot(19, 10)
        publiek_id, geheim, komers = await database.read(_deur, buurt)
        mensen.tik(noor, f"deur:{publiek_id}", 50_001)
        for wie in mensen.toeval.sample(komers, min(120, len(komers))):
            if wie not in mensen.weg:
                mensen.straks(mensen.toeval.uniform(1200, 4200), self._check_in, wie, publiek_id, geheim)
        for _ in range(3):
            await asyncio.sleep(1740)
            mensen.tik(noor, f"deur:{publiek_id}", 50_001)
        await self.tot(self.opgave.bericht_om)
        await database.write(wijk, _zend_uit, settings, wijk, buurt, mensen.bewoners)
        await self.tot(32, 10)
        self._vol()

    def _vol(self) -> None:
        """Let the server refuse everything for a while; it is one for all wijken."""
        if self.buurt.nr == 0:
            self.mensen.api.vol_tot = time.monotonic() + 45

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
    """Make the wijken, run the day and print what came of it."""
    rustig_aan()
    begin = op_de_muur(opgave, 12)
    snel.zet(begin - timedelta(hours=1))
    async with AsyncExitStack() as stapel:
        api = Drukbotapi()
        alle = [Mensen(opgave.bewoners, api, Buurt(nr, opgave.wijken == 1)) for nr in range(opgave.wijken)]
        runner = web.ServerRunner(web.Server(api.handel, access_log=None))
        await runner.setup()
        stapel.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        adres = f"http://127.0.0.1:{runner.addresses[0][1]}"
        settings = [wijk_.maak_settings(map_, adres, mensen.buurt) for mensen in alle]
        migrate(settings[0].opslag.database)
        await _richt_in(settings, opgave, alle)
        snel.zet(begin)
        nu = time.time() - time.monotonic()
        api.stil = tuple(op_de_muur(opgave, *uur).timestamp() - nu for uur in ((21, 30), (32, 0)))
        async with app.draai(settings, PEPER) as bot:
            meter = Meter(api, bot.omgeving.database, map_ / "gehoord.db")
            geheugen.laat_rusten()
            taken = [asyncio.create_task(mensen.leef(wat, opgave.uren)) for mensen in alle for wat in PER_UUR]
            for mensen, o in zip(alle, bot.wijken, strict=True):
                mensen.merk = o.merk
                taken.append(asyncio.create_task(Verloop(opgave, mensen, o).ga()))
            tot = time.monotonic()
            for _ in range(opgave.uren):
                tot += 3600
                await asyncio.sleep(tot - time.monotonic())
                await meter.kijk()
            for taak in taken:
                taak.cancel()
            assert not bot.gestopt.done()
            wijken = [{"wijk": o.wijk, **mensen.verslag()} for mensen, o in zip(alle, bot.wijken, strict=True)]
    dag = {"uren": meter.uren, "opgave": asdict(opgave), "tel": dict(api.tel), "open": api.open_(), "wijken": wijken}
    print(json.dumps(dag), flush=True)


async def _richt_in(settings: Sequence[Settings], opgave: Opgave, alle: Sequence[Mensen]) -> None:
    async with AsyncExitStack() as stapel:
        for mensen, o in zip(alle, await werk.maak_omgevingen(stapel, settings, PEPER), strict=True):
            nu, waar = datetime.now(UTC), (o.wijk, mensen.buurt)
            codes = max(20, mensen.bewoners // 50)
            mensen.codes = await o.database.write(o.wijk, wijk_.vul, *waar, mensen.bewoners, codes, nu)
            om = partial(op_de_muur, opgave)
            begin = {wijk_.VANAVOND: om(20), wijk_.MORGEN: om(44), wijk_.VOLGENDE_WEEK: om(188)}
            straks = {titel: moment + TUSSEN * mensen.buurt.nr for titel, moment in begin.items()}
            await o.database.write(o.wijk, wijk_.plan_vooraf, o.settings, *waar, straks, nu)


if __name__ == "__main__":
    logboek.richt_in("")
    logging.getLogger().setLevel(logging.WARNING)
    snel.draai(main(Path(sys.argv[1]), Opgave(**json.loads(sys.argv[2]))))
