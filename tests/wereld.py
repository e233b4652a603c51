"""The whole bot in one loop: the web chat as Bot API, `app.draai` on a real database, and people with phones.

Every request that the bot makes is kept, and checked against aiogram's models when the world ends.
"""

import asyncio
import html
import re
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import aiohttp
import pytest
from sqlalchemy import Connection, func, select
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from berichten import vertaal
from bot import app, werk
from bot.config import Opslag, Rollen, Settings, Telegram, Verzending
from bot.config import Wijk as WijkInstelling
from bot.demo.telefoon import Bericht, knoppen
from bot.rules.deurcode import Toont, toont
from bot.rules.pacing import Baan
from bot.rules.stilte import Stilte
from bot.services import tweedefactor, websessie
from bot.storage import Database, accounts, deuren
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from bot.webchat import Demo, Persoon, Tempo, Webchat
from bot.webinstellingen import KANAAL as WEB
from bot.webinstellingen import Web
from bot.webinstellingen import Webchat as WebchatInstelling
from handlers.verwerking import Omgeving
from tests.browser import Browsermens
from tests.builders import PEPER, een_huishouden, een_publiek_id
from tests.mens import GEDULD as GEDULD
from tests.mens import Mens as Mens
from tests.verzoeken import Verzoek, controleer
from tests.webchat.conftest import bedien

TOKEN = "4242:TEST-token_of_no_one"
KANAAL = "webchat"
Netnaam = Literal["telegram", "web"]
"""How people talk with the bot: on Telegram (our Bot API server stands for it), or in its own chat in the browser."""
SNEL = Verzending(per_seconde=1000)
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
NOOR, IBRAHIM = Rol(9001, "Noor", rol="buurtbegeleider"), Rol(9002, "Ibrahim", rol="organisator")
ANNA, BRAM, MARIA, DAAN = Rol(1, "Anna"), Rol(2, "Bram"), Rol(3, "Maria", taal="en"), Rol(4, "Daan")
IEDEREEN = (ANNA, BRAM, MARIA, DAAN, NOOR, IBRAHIM)


class Klok:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.nu = NU

    def now(self) -> datetime:
        return self.nu

    async def verzet(self, duur: timedelta) -> None:
        self.nu += duur


class Meekijker:
    """Keeps every request to the Bot API on its way to the web chat, and fails as the network may.

    Args:
        storing: `weg`: nothing reaches the chat; `na`: it does, but no answer comes back.
    """

    def __init__(self, binnen: ASGIApp, verzoeken: list[Verzoek]) -> None:
        self._binnen = binnen
        self._verzoeken = verzoeken
        self.storing: Literal["", "weg", "na"] = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/bot"):
            await self._binnen(scope, receive, send)
            return
        lichaam = b""

        async def hoor() -> Message:
            nonlocal lichaam
            bericht = await receive()
            if bericht["type"] == "http.request":
                lichaam += bericht.get("body", b"")
                if not bericht.get("more_body", False):
                    soort = dict(scope["headers"]).get(b"content-type", b"").decode()
                    self._verzoeken.append(Verzoek(scope["path"].rpartition("/")[2], soort, lichaam))
            return bericht

        verloren = self.storing == "weg"

        async def antwoord(bericht: Message) -> None:
            nonlocal verloren
            verloren = verloren or self.storing != ""
            if not verloren:
                await send(bericht)

        if not verloren:
            await self._binnen(scope, hoor, antwoord)
        if verloren:
            weg = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
            await JSONResponse(weg, 502)(scope, receive, send)


class Wereld:
    """A neighbourhood with a bot that can be restarted, people with phones, and a clock."""

    def __init__(
        self, settings: Settings, url: str, session: aiohttp.ClientSession, klok: Klok, net: Netnaam = "telegram"
    ) -> None:
        self.net = net
        self.settings = settings
        self.url = url
        self.klok = klok
        self.verzoeken: list[Verzoek] = []
        self.begrens: Callable[[Tempo | None], None]
        self.lijn: Meekijker
        self.andere_wijken: tuple[Settings, ...] = ()
        """The settings of each wijk, where there are more."""
        self.codes: dict[int, str] = {}
        self.wijk = 0
        self.mensen: dict[str, Mens] = {}
        """Who took part, by name."""
        self.door_elkaar: set[str] = set()
        """Among whom chance decides: of them is compared what they read together."""
        self._session = session
        self._stapel = AsyncExitStack()
        self._bot: app.Draaiend | None = None

    @property
    def kanaal(self) -> str:
        """The name of people's accounts."""
        return WEB if self.net == "web" else KANAAL

    @property
    def gewist(self) -> str:
        """The word with which one hears to be erased: of a chat in the browser nothing stays."""
        return zin("webkanaal.gewist" if self.net == "web" else "wissen.klaar")

    @property
    def bot(self) -> app.Draaiend:
        assert self._bot is not None
        return self._bot

    @property
    def omgeving(self) -> Omgeving:
        return self.bot.omgeving

    @property
    def database(self) -> Database:
        return self.omgeving.database

    async def start(self) -> None:
        """Start the bot."""
        wijken = (self.settings, *self.andere_wijken)
        self._bot = await self._stapel.enter_async_context(app.draai(wijken, PEPER, self.klok))

    async def stop(self) -> None:
        """Stop the bot as an operator does."""
        await self._stapel.aclose()

    async def herstart(self) -> None:
        """Stop the bot and start it again on the same database."""
        await self.stop()
        await self.start()

    async def zonder_bot(self, *doen: Awaitable[None]) -> None:
        """Let people do something while the bot is not there, and start it: what waited for it comes.

        On Telegram the network keeps it; a browser sends it again until somebody answers.
        """
        await self.stop()
        taken = [asyncio.ensure_future(doe) for doe in doen]
        await asyncio.wait(taken, timeout=1)
        await self.start()
        await asyncio.gather(*taken)

    def mens(self, wie: Rol) -> Mens:
        """Return someone's phone, or browser."""
        mens = self.browser(wie) if self.net == "web" else Mens(self._session, self.url, wie)
        return self.mensen.setdefault(f"{wie.naam} {wie.id}", mens)

    def browser(self, wie: Rol) -> Browsermens:
        """Return someone's browser."""
        return Browsermens(self._session, self.settings.web.url, wie, self._sessie)

    async def _sessie(self, wie: Rol, *, begin: bool) -> str:
        """Return what a browser keeps of its session; empty when the bot knows nobody here and nothing begins."""
        geheim = f"{wie.id}".zfill(43)
        toeval = websessie.Toeval(str(wie.id), geheim, een_publiek_id())

        def zoek(tx: Connection) -> bool:
            if websessie.ook_dicht(tx, geheim) is not None:
                return True
            if begin or accounts.wie(tx, self.wijk, WEB, str(wie.id)) is not None:
                websessie.begin(tx, self.wijk, WEB, toeval, "Firefox", datetime.now(UTC))
                if (sessie := websessie.ook_dicht(tx, geheim)) is not None:  # the second factor has tests of its own
                    tweedefactor.open_(tx, sessie, toeval, datetime(2100, 1, 1, tzinfo=UTC))
                return True
            return False

        return geheim if await self.database.write(0, zoek) else ""

    def alleen_telegram(self, wat: str) -> None:
        """Skip what only Telegram has."""
        if self.net != "telegram":
            pytest.skip(f"alleen Telegram: {wat}")

    async def nieuw_persoon(self, wie: Rol) -> None:
        """Add someone to the network."""
        if self.net == "web":
            return
        nieuw = {"naam": wie.naam, "taal": wie.taal, "id": wie.id}
        async with self._session.post(f"{self.url}/chat/api/personen", json=nieuw) as antwoord:
            antwoord.raise_for_status()

    async def bewoner(self, wie: Rol, taal: str = "Nederlands") -> Mens:
        """Let someone join with the code on their letter, and return their phone."""
        mens = self.mens(wie)
        code = "en" if taal == "English" else "nl"
        welke = await mens.vraag(f"/start {self.codes[wie.id]}", zin("welkom.taal", wie.taal))
        toestemming = await mens.druk(welke, taal, zin("welkom.toestemming", code))
        await mens.druk(toestemming, knop("welkom.knop_ja", code), zin("welkom.binnen", code))
        return mens

    async def rust(self) -> None:
        """Wait until all updates have come in and are answered, all that is due is done, and no message may go now.

        What is due would be done within a second, in the middle of whatever a test does next.
        """
        await self._tot_niets_open_is()
        if await self.tel(t.wekker, t.wekker.c.gedaan_op.is_(None), t.wekker.c.moment <= self.klok.nu):
            await self._tik()
        await self._tot_niets_open_is()  # the bot's own tick may have been first

    async def _tik(self) -> None:
        for een in self.bot.wijken:
            await werk.tik(een)

    async def _tot_niets_open_is(self) -> None:
        verzending = self.settings.verzending
        stil = Stilte(verzending.stil_van, verzending.stil_tot).geldt(self.klok.nu, self.omgeving.zone)

        def open_(tx: Connection) -> int:
            in_ = select(func.count()).select_from(t.inbox).where(t.inbox.c.staat.in_(("ontvangen", "verwerkt")))
            uit = select(func.count()).select_from(t.outbox).where(t.outbox.c.staat.in_(("wachtend", "bezig")))
            if stil:
                uit = uit.where(t.outbox.c.baan <= Baan.DRINGEND)
            return (tx.scalar(in_) or 0) + (tx.scalar(uit) or 0)

        async def onderweg() -> int:
            async with self._session.get(f"{self.url}/bot{TOKEN}/getWebhookInfo") as antwoord:
                in_de_wachtrij: int = (await antwoord.json())["result"]["pending_update_count"]
            return in_de_wachtrij or await self.database.read(open_)

        async with asyncio.timeout(GEDULD):
            while await onderweg():  # noqa: ASYNC110 (what is waited for are rows in a database)
                await asyncio.sleep(0.02)

    async def ga_naar(self, moment: datetime) -> None:
        """Move the clock, and let all happen that is due then."""
        self.klok.nu = moment
        await self._tik()
        await self.rust()

    async def groep(self, *wie: Rol) -> int:
        """Make a group of the bot and these people."""
        self.alleen_telegram("een groep")
        inhoud = {"titel": "Straatapp", "leden": [mens.id for mens in wie]}
        async with self._session.post(f"{self.url}/chat/api/groepen", json=inhoud) as antwoord:
            return int((await antwoord.json())["id"])

    async def tik_in_groep(self, wie: Rol, groep: int, bericht: Bericht, knop: str) -> tuple[str, bool]:
        """Let someone tap under a message in a group; return what they read over it, and whether that stays."""
        data = next(k["callback_data"] for rij in knoppen(bericht) for k in rij if k["text"] == knop)
        return await self.vervals_in_groep(wie, groep, bericht["message_id"], data)

    async def vervals_in_groep(self, wie: Rol, groep: int, message_id: int, data: str) -> tuple[str, bool]:
        """The same with data that perhaps no button has."""
        adres, wat = f"{self.url}/chat/api/personen/{wie.id}/tik", {"bericht": message_id, "data": data, "chat": groep}
        async with self._session.post(adres, json=wat) as antwoord:
            tik = (await antwoord.json())["tik"]
        async with asyncio.timeout(GEDULD):
            while True:
                async with self._session.get(f"{adres}/{tik}") as antwoord:
                    stand = await antwoord.json()
                if stand["beantwoord"]:
                    return stand["tekst"] or "", stand["alert"]
                await asyncio.sleep(0.02)

    async def wacht_in_groep(self, wie: Rol, groep: int, klopt: Callable[[Bericht], bool]) -> Bericht:
        """Return the newest message of the bot in a group that fits, as soon as there is one."""
        async with asyncio.timeout(GEDULD):
            while True:
                alle = await self.groepsberichten(wie, groep)
                if (gevonden := next((b for b in reversed(alle) if klopt(b)), None)) is not None:
                    return gevonden
                await asyncio.sleep(0.05)

    async def wijzig_groep(self, wie: Rol, groep: int, wat: str, **inhoud: Any) -> Any:
        """Let someone change a group: `bot` with `aan`, `supergroep`, or `onderwerp` with `naam`."""
        adres = f"{self.url}/chat/api/personen/{wie.id}/groepen/{groep}/{wat}"
        async with self._session.post(adres, json=inhoud) as antwoord:
            antwoord.raise_for_status()
            return await antwoord.json()

    async def treed_toe(self, wie: Rol, link: str) -> Any:
        """Let someone follow a link into a group."""
        async with self._session.post(
            f"{self.url}/chat/api/personen/{wie.id}/toetreden", json={"link": link}
        ) as antwoord:
            antwoord.raise_for_status()
            return await antwoord.json()

    async def chats(self, wie: Rol) -> Any:
        """Return the chats that someone is in."""
        async with self._session.get(f"{self.url}/chat/api/personen/{wie.id}/chats") as antwoord:
            return await antwoord.json()

    async def in_groep(self, wie: Rol, groep: int, tekst: str, onderwerp: int | None = None) -> None:
        """Write in a group, perhaps in one of its topics."""
        adres = f"{self.url}/chat/api/personen/{wie.id}/tekst"
        inhoud = {"tekst": tekst, "chat": groep, "onderwerp": onderwerp}
        async with self._session.post(adres, json=inhoud) as antwoord:
            assert antwoord.status == 200

    async def groepsberichten(self, wie: Rol, groep: int) -> list[Bericht]:
        """Return what the bot wrote in a group."""
        adres = f"{self.url}/chat/api/personen/{wie.id}/berichten?chat={groep}"
        async with self._session.get(adres) as antwoord:
            return [b for b in await antwoord.json() if b["from"]["is_bot"]]

    async def lever(self, **update: Any) -> None:
        """Hand the intake an update that the web chat cannot make, as the network would send it."""
        self.alleen_telegram("een update van het netwerk zelf")
        await self.bot.intake.ontvang([{"update_id": secrets.randbelow(2**31) + 2**31, **update}])

    async def plan_bijeenkomst(self, titel: str = "Café", wanneer: str = "3 februari 20:00", vragen: str = "ja") -> str:
        """Let Noor plan a meeting in the chat; return its public id."""
        noor = self.mens(NOOR)
        soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
        await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
        await noor.vraag(titel, zin("bijeenkomst.begin.vraag"))
        await noor.vraag(wanneer, zin("bijeenkomst.plaats.vraag"))
        voorbeeld = await noor.vraag("Buurthuis", zin("formulier.voorbeeld"))
        if vragen != "ja":
            vraag = await noor.druk(voorbeeld, knop("bijeenkomst.knop.vragen"), zin("bijeenkomst.vragen.vraag"))
            voorbeeld = await noor.druk(vraag, knop(f"bijeenkomst.vragen.{vragen}"), zin("formulier.voorbeeld"))
        await noor.tik(voorbeeld, knop("knop.klaar"))
        await self.rust()
        return await self._nieuwste(t.bijeenkomst)

    async def plan_peiling(
        self,
        vraag: str = "Welke?",
        opties: Sequence[str] = ("Rood", "Blauw"),
        besluit: str = "ja",
        keuzes: str = "een",
        live: str = "nee",
        straat: str | None = None,
        sluit: str = "5 februari 20:00",
    ) -> str:
        """Let Noor open a poll in the chat; return its public id."""
        noor = self.mens(NOOR)
        voorbeeld = await self.vul_peiling(noor, vraag, opties, besluit, keuzes, live, straat, sluit)
        await noor.tik(voorbeeld, knop("knop.klaar"))
        await self.rust()
        return await self._nieuwste(t.peiling)

    async def vul_peiling(
        self,
        mens: Mens,
        vraag: str = "Welke?",
        opties: Sequence[str] = ("Rood", "Blauw"),
        besluit: str = "nee",
        keuzes: str = "een",
        live: str = "nee",
        straat: str | None = None,
        sluit: str = "5 februari 20:00",
    ) -> Bericht:
        """Let someone fill in the form for a poll; return the preview."""
        hoe = await mens.vraag("/peiling", zin("peiling.hoe"))
        await mens.druk(hoe, knop("peiling.methode.keuze"), zin("peiling.vraag.vraag"))
        await mens.vraag(vraag, zin("methode.keuze.opties.vraag"))
        stap = await mens.vraag("\n".join(opties), zin("methode.keuze.max_keuzes.vraag"))
        hoeveel = keuzes if keuzes.isdigit() else knop(f"methode.keuze.max_keuzes.{keuzes}")
        stap = await mens.druk(stap, hoeveel, zin("doelgroep.voor.vraag"))
        if straat is not None:
            stap = await mens.druk(stap, knop("doelgroep.voor.straat"), zin("doelgroep.welke.vraag"))
        await mens.druk(stap, straat or knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
        stap = await mens.vraag(sluit, zin("peiling.live.vraag"))
        stap = await mens.druk(stap, knop(f"peiling.live.{live}"), zin("peiling.besluit.vraag"))
        return await mens.druk(stap, knop(f"peiling.besluit.{besluit}"), zin("formulier.voorbeeld"))

    async def deur(self, publiek_id: str) -> Toont:
        """Return what stands at a door at this moment: its typed code, and what its QR carries."""
        deur = await self.database.read(deuren.zoek, self.wijk, publiek_id)
        assert deur is not None
        return toont(deur.geheim, publiek_id, self.klok.nu)

    async def deurcode(self, publiek_id: str) -> str:
        """Return the six digits at the door at this moment."""
        return (await self.deur(publiek_id)).code

    async def tel(self, tabel: Any, *waar: Any) -> int:
        """Count rows."""
        vraag = select(func.count()).select_from(tabel).where(*waar)
        return await self.database.read(lambda tx: tx.scalar(vraag) or 0)

    async def _nieuwste(self, tabel: Any) -> str:
        vraag = select(tabel.c.publiek_id).order_by(tabel.c.id.desc()).limit(1)
        return str(await self.database.read(lambda tx: tx.scalar(vraag)))


def _brieven(tx: Connection, wijk: int) -> dict[int, str]:
    """Anna and Bram share a letter; Maria and Daan have their own."""
    samen, maria, daan = (een_huishouden(tx, wijk, volwassenen=n, straat="Lindelaan") for n in (2, 1, 1))
    return {ANNA.id: samen.code, BRAM.id: samen.code, MARIA.id: maria.code, DAAN.id: daan.code}


@asynccontextmanager
async def een_wereld(
    database_url: str,
    map_: Path,
    wie: Sequence[Rol] = IEDEREEN,
    verzending: Verzending = SNEL,
    net: Netnaam = "telegram",
    erbij: Rollen | None = None,
    **telegram: Any,
) -> AsyncIterator[Wereld]:
    """Run a neighbourhood until the block ends.

    Args:
        wie: the people; only the usual ones have letters.
        verzending: how fast and when messages go; by default fast, for a test that does not measure it.
        erbij: who has which role in a second wijk, Bloemenbuurt; without it there is one.
        telegram: settings of `[telegram]` that differ.
    """
    klok, verzoeken = Klok(), list[Verzoek]()
    webchat = await Webchat.open(map_ / "webchat.db", token=TOKEN, username="GehoordBot", naam="Gehoord")
    personen = [Persoon(mens.id, mens.naam, mens.rol or "bewoner", mens.taal) for mens in wie]
    chat_app = Meekijker(webchat.app(Demo(personen, klok.now, klok.verzet)), verzoeken)
    async with (
        bedien(chat_app) as url,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
    ):
        kanaal = WEB if net == "web" else KANAAL
        settings = Settings(
            wijk=WijkInstelling("Vogelbuurt"),
            opslag=Opslag(
                database_url,
                tijdvak_bestand=str(map_ / "tijdvak.txt"),
                sleutel_bestand=str(map_ / "bewijssleutel.txt"),
                pushsleutel_bestand=str(map_ / "pushsleutel.txt"),
            ),
            telegram=replace(Telegram(TOKEN, f"{url}/", url, KANAAL), **telegram),
            verzending=verzending,
            rollen=Rollen(organisator=(f"{kanaal}:{IBRAHIM.id}",), buurtbegeleider=(f"{kanaal}:{NOOR.id}",)),
        )
        wereld = Wereld(_in_de_browser(settings) if net == "web" else settings, url, session, klok, net)
        wereld.verzoeken, wereld.lijn = verzoeken, chat_app
        if erbij is not None:
            wereld.settings = replace(wereld.settings, sleutel="vogelbuurt")
            ander = replace(wereld.settings, sleutel="bloemenbuurt", wijk=WijkInstelling("Bloemenbuurt"), rollen=erbij)
            wereld.andere_wijken = (ander,)
        wereld.begrens = webchat.begrens
        try:
            await wereld.start()
            wereld.wijk = wereld.omgeving.wijk
            if wie is IEDEREEN:
                wereld.codes = await wereld.database.write(0, _brieven, wereld.wijk)
            yield wereld
            await wereld.rust()
        finally:
            await wereld.stop()
            await webchat.close()
    for verzoek in verzoeken:
        controleer(verzoek)


def _in_de_browser(settings: Settings) -> Settings:
    """Leave Telegram out: the chat on the bot's own pages is all there is."""
    adres = f"127.0.0.1:{vrije_poort()}"
    zonder, pagina = replace(settings.telegram, token=""), Web(adres, f"http://{adres}")
    return replace(settings, telegram=zonder, web=pagina, webchat=WebchatInstelling(aan=True))


def vrije_poort() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as even:
        even.bind(("127.0.0.1", 0))
        return int(even.getsockname()[1])


def zin(sleutel: str, taal: str = "nl", **velden: Any) -> str:
    """Return how a text of the catalog reads on a phone; without its fields the longest part that has none.

    The wording may change in the catalog without a change in a test.
    """
    t = vertaal(taal)
    if velden:
        gelezen = re.sub(r"<[^>]+>", "", t.tekst(sleutel, **velden))
    else:
        gelezen = max(re.split(r"<[^>]+>|\{\w+\}|\n", t.patroon(sleutel, 2)), key=len).strip()
    return html.unescape(gelezen).replace("\u00a0", " ")


def knop(sleutel: str, taal: str = "nl") -> str:
    """Return the label of a button."""
    return vertaal(taal).plat(sleutel)


def labels(bericht: Bericht) -> list[str]:
    """Return the labels of the buttons under a message."""
    return [knop["text"] for rij in knoppen(bericht) for knop in rij]
