"""Killed while people tap and type in their browsers, the chat loses nothing and has nothing twice.

Each browser does as the script of the page: it sends one thing after another, each under a name of its own (`keer`),
and sends it again under that name until it hears that it was taken. GEHOORD_ZAAD=… draws the same moments.
"""

import asyncio
import json
import os
import random
import secrets
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import Connection, func, select

from bot import werk
from bot.rules.toestemming import VERSIE
from bot.services import websessie
from bot.services.websessie import Toeval
from bot.storage import Database, accounts
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from bot.webinstellingen import KANAAL
from tests.browser import Browsermens
from tests.builders import een_bewoner, een_peiling, een_publiek_id
from tests.e2e.bestoking import Kweker
from tests.e2e.kweker import maak_settings
from tests.wereld import vrije_poort

BUREN = 12
OPTIES = ("Warmtenet", "Warmtepomp", "Hybride")
RUSTIG_SECONDEN = 60.0


@dataclass
class Buur:
    """A neighbour with a browser, and what they did there."""

    session: aiohttp.ClientSession
    basis: str
    nummer: int
    geheim: str
    menu: int = 0
    csrf: str = ""
    getypt: list[str] = field(default_factory=list)
    tikken: int = 0
    stemmen: dict[str, int] = field(default_factory=dict)
    nog_eens: int = 0

    @property
    def mens(self) -> Browsermens:
        """Their browser as a page without script, to read what stands in it."""
        mens = Browsermens(self.session, self.basis, Rol(self.nummer, f"Buur {self.nummer}"))
        mens.koekje = self.geheim
        return mens

    async def begin(self) -> None:
        """Ask for the menu, under which they will tap."""
        pagina = await self.mens.pagina()
        self.csrf = next(velden["csrf"] for waar, velden in pagina.formulieren if waar == "/chat/typ")
        await self.typ("/menu")
        self.menu = (await self.mens.wacht(lambda b: "reply_markup" in b, "het menu"))["message_id"]

    async def leef(self, peilingen: list[str], toeval: random.Random, klaar: asyncio.Event) -> None:
        """Type and tap in turn until it is enough."""
        while not klaar.is_set():
            if toeval.random() < 0.5:
                await self.typ(f"Bericht {len(self.getypt)} van buur {self.nummer}", toeval)
            else:
                peiling, optie = toeval.choice(peilingen), toeval.randrange(len(OPTIES))
                await self.stuur("tik", {"bericht": str(self.menu), "data": f"st:{peiling}:{optie}"}, toeval)
                self.stemmen[peiling] = optie
                self.tikken += 1
            await asyncio.sleep(0.4 * toeval.random())

    async def typ(self, tekst: str, toeval: random.Random | None = None) -> None:
        """Type something."""
        await self.stuur("typ", {"tekst": tekst}, toeval)
        self.getypt.append(tekst)

    async def stuur(self, waar: str, velden: dict[str, str], toeval: random.Random | None = None) -> None:
        """Send something until it was taken; one in five also when the answer to that was lost on the way."""
        koppen = {"Cookie": f"__Host-gehoord={self.geheim}", "Origin": self.basis, "X-Gehoord": "script"}
        inhoud = {**velden, "csrf": self.csrf, "keer": secrets.token_hex(12)}
        keren = 2 if toeval and toeval.random() < 0.2 else 1
        self.nog_eens += keren - 1
        while keren:
            try:
                vraag = self.session.post(f"{self.basis}/chat/{waar}", data=inhoud, headers=koppen)
                async with asyncio.timeout(10), vraag as antwoord:
                    assert antwoord.status in {204, 429}, f"{waar} {velden}: {antwoord.status}"
                    keren -= antwoord.status == 204
            except (aiohttp.ClientError, TimeoutError):
                self.nog_eens += 1
            if keren:
                await asyncio.sleep(0.1)


@dataclass
class Straat:
    """A database, neighbours with browsers, and a bot that is killed and followed up."""

    database: Database
    buren: list[Buur]
    peilingen: list[str]
    kweker: Kweker
    slagen: Counter[str] = field(default_factory=Counter)

    async def kill(self, keren: int, toeval: random.Random) -> None:
        """Kill the bot so many times while people tap and type: in its start, or at any moment after it."""
        klaar = asyncio.Event()
        async with asyncio.TaskGroup() as samen:
            for buur in self.buren:
                samen.create_task(buur.leef(self.peilingen, random.Random(toeval.random()), klaar))
            for _ in range(keren):
                if toeval.random() < 0.15:
                    await asyncio.sleep(0.3 * toeval.random())
                else:
                    await self.kweker.wacht_op()
                    await asyncio.sleep(0.7 * toeval.random())
                self.slagen["in a start"] += not self.kweker.op.is_set()
                await self.kweker.dood()
                self.slagen["with updates under way"] += bool(await self.database.read(_open))
                await self.kweker.go()
            await self.kweker.wacht_op()
            klaar.set()

    async def rust(self) -> None:
        """Wait until all that came in is answered."""
        tot = time.monotonic() + RUSTIG_SECONDEN
        while open_ := await self.database.read(_open):
            assert time.monotonic() < tot, f"after {RUSTIG_SECONDEN} s {open_} updates are not done"
            await asyncio.sleep(0.1)


def _open(tx: Connection) -> int:
    staten = _staten(tx)
    return staten.get("ontvangen", 0) + staten.get("verwerkt", 0)


def _vestig(tx: Connection, wijk: int, geheimen: list[str]) -> list[str]:
    """Let neighbours be signed in, and open some polls; return the public ids of these."""
    nu = datetime.now(UTC)
    for nummer, geheim in enumerate(geheimen, 1):
        accounts.maak(tx, wijk, KANAAL, str(nummer))
        mee = {"bewoner": een_bewoner(tx, wijk), "taal": "nl", "toestemming_versie": VERSIE, "toestemming_op": nu}
        tx.execute(t.account.update().where(t.account.c.extern_id == str(nummer)).values(**mee))
        websessie.begin(tx, wijk, KANAAL, Toeval(str(nummer), geheim, geheim[:22]), "Firefox", nu)
    peilingen = [een_publiek_id() for _ in range(3)]
    for een in peilingen:
        een_peiling(tx, wijk, OPTIES, publiek_id=een, sluit_op=nu + timedelta(days=7))
    return peilingen


@asynccontextmanager
async def een_straat(database_url: str, map_: Path) -> AsyncIterator[Straat]:
    """Run a bot with the chat in the browser as its only network; whatever happens, none outlives the block."""
    adres = f"127.0.0.1:{vrije_poort()}"
    opgave = {"database": database_url, "web": adres, "per_seconde": 1000}
    (map_ / "bot.json").write_text(json.dumps(opgave))
    async with AsyncExitStack() as stapel:
        omgeving = await werk.maak_omgeving(stapel, maak_settings(map_), bytes(32))
        geheimen = [secrets.token_urlsafe(32) for _ in range(BUREN)]
        peilingen = await omgeving.database.write(0, _vestig, omgeving.wijk, geheimen)
        jar = aiohttp.DummyCookieJar()
        session = await stapel.enter_async_context(aiohttp.ClientSession(cookie_jar=jar))
        buren = [Buur(session, f"http://{adres}", nummer, geheim) for nummer, geheim in enumerate(geheimen, 1)]
        kweker = await Kweker.maak(map_)
        stapel.push_async_callback(kweker.sluit)
        await kweker.go()
        await kweker.wacht_op()
        await asyncio.gather(*(buur.begin() for buur in buren))
        yield Straat(omgeving.database, buren, peilingen, kweker)


@pytest.mark.zwaar
async def test_honderd_slagen_terwijl_mensen_tikken_en_typen_in_hun_browser(sjabloon: Path, tmp_path: Path) -> None:
    zaad, keren = os.environ.get("GEHOORD_ZAAD") or secrets.token_hex(4), int(os.environ.get("GEHOORD_KEREN", "100"))
    print(f"\nGEHOORD_ZAAD={zaad}")
    bestand, begin = tmp_path / "gehoord.db", time.monotonic()
    shutil.copy(sjabloon, bestand)
    async with een_straat(f"sqlite:///{bestand}", tmp_path) as straat:
        await straat.kill(keren, random.Random(zaad))
        seconden = time.monotonic() - begin
        await straat.rust()
        await oordeel(straat)
        await straat.kweker.stop()
    getypt, tikken, weer = (
        sum(hoeveel(buur) for buur in straat.buren)
        for hoeveel in (lambda buur: len(buur.getypt), lambda buur: buur.tikken, lambda buur: buur.nog_eens)
    )
    waar = ", ".join(f"{aantal} {wat}" for wat, aantal in sorted(straat.slagen.items()))
    print(f"{keren} SIGKILLs in {seconden:.0f} s ({waar}); {getypt} texts and {tikken} taps, tried again {weer} times")
    assert straat.slagen["with updates under way"]


async def oordeel(straat: Straat) -> None:
    """Hold what each chat shows and what the database counts against what was sent: each of it once."""
    for buur in straat.buren:
        chat = await straat.database.read(_chat, str(buur.nummer))
        assert [inhoud["getypt"] for van_bot, inhoud in chat if not van_bot] == buur.getypt, "each once, in order"
        assert sum(van_bot for van_bot, _ in chat) == len(buur.getypt), "one answer to each; a tap changes the menu"
        staart = [bericht for bericht in (await buur.mens.pagina()).berichten if not bericht["from"]["is_bot"]]
        laatste = buur.getypt[1:][-10:]  # the first is a button of the page
        assert [bericht["text"].strip() for bericht in staart][-len(laatste) :] == laatste, "the page shows them so"
    gedaan = sum(len(buur.getypt) + buur.tikken for buur in straat.buren)
    assert await straat.database.read(_staten) == {"klaar": gedaan}
    for peiling in straat.peilingen:
        gestemd = Counter(f"[{buur.stemmen[peiling]}]" for buur in straat.buren if peiling in buur.stemmen)
        assert await straat.database.read(_stemmen, peiling) == gestemd
    besloten = sum(len(buur.stemmen) for buur in straat.buren)
    assert await straat.database.read(_bewijs) == besloten, "evidence of each vote once, however often it changed"


def _chat(tx: Connection, extern_id: str) -> list[tuple[bool, dict[str, str]]]:
    b = t.webbericht.c
    vraag = select(b.van_bot, b.inhoud).join(t.account, t.account.c.id == b.account)
    hun = t.account.c.extern_id == extern_id, t.account.c.kanaal == KANAAL
    return [(rij[0], rij[1]) for rij in tx.execute(vraag.where(*hun).order_by(b.id))]


def _staten(tx: Connection) -> dict[str, int]:
    return dict(tx.execute(select(t.inbox.c.staat, func.count()).group_by(t.inbox.c.staat)).all())


def _stemmen(tx: Connection, peiling: str) -> Counter[str]:
    b = t.stembiljet.c
    vraag = select(b.inhoud).join(t.peiling, t.peiling.c.id == b.peiling).where(t.peiling.c.publiek_id == peiling)
    return Counter(tx.scalars(vraag))


def _bewijs(tx: Connection) -> int:
    b = t.bewijs_prive.c
    return tx.scalar(select(func.count()).select_from(t.bewijs_prive).where(b.soort == "stem_besluit")) or 0
