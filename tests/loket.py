"""Someone who taps everything: the real handling of updates on one SQLite connection, so that each step can be undone.

`Loket` takes an update of a person through python-telegram-bot, the conversations and the services, and says what was
answered and which tables changed. Nothing reaches a network.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, NullPool, create_engine, event, select, update
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from berichten import Bericht, Boodschap, Toon, render
from bot.channels.sender import Sender
from bot.config import Settings
from bot.storage import Database, inbox, tables
from bot.storage.inbox import Post
from handlers.verwerking import App, Omgeving, Verwerking
from tests.builders import NU, PEPER

P = ParamSpec("P")
T = TypeVar("T")
KANAAL = "telegram"
_SCHRIJFT = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)", re.IGNORECASE)
_ID = re.compile(r"(?<![\w-])[\w-]{22}(?![\w-])")
BOEKHOUDING = frozenset({"inbox", "gesprek", "opdrachtmenu", "account", "vraagconcept", "rolgebruik"})
"""What is of the tapper alone: what they are filling in, their menu, and that they were seen."""
GEWEIGERD = frozenset({"geweigerd", "onbegrepen", "menu", "help"})


def soort_van(data: str) -> str:
    """Return the kind of a button: what it carries, without which object and which number."""
    kaal = _ID.sub("#", data)
    return re.sub(r"(?<![a-z_])-?\d[\d-]*", "9", kaal)


def ids_in(data: str) -> list[str]:
    """Return the public ids in a button's data."""
    return _ID.findall(data)


class EenVerbinding(Database):
    """All reads and writes on one connection, each write in a savepoint."""

    def __init__(self, tx: Connection) -> None:
        super().__init__()
        self._tx = tx

    async def write(
        self, wijk: int | None, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """See `Database.write`."""
        self._tx.exec_driver_sql("SAVEPOINT schrijf")
        try:
            waarde = functie(self._tx, *args, **kwargs)
        except BaseException:
            self._tx.exec_driver_sql("ROLLBACK TO schrijf")
            raise
        finally:
            self._tx.exec_driver_sql("RELEASE schrijf")
        return waarde

    async def read(self, functie: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """See `Database.read`."""
        return functie(self._tx, *args, **kwargs)

    async def wis_resten(self) -> None:
        """Nothing was committed."""

    async def meet_tabellen(self) -> None:
        """Nothing was committed."""

    async def close(self) -> None:
        """The connection is whose it is."""

    async def _voer_uit(self, rij: Any, opdrachten: Any) -> Any:
        raise AssertionError("`write` does it at once")


class _Offline(BaseRequest):
    """A chat network that knows who the bot is, and has a small file for who asks for one."""

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...
    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if url.endswith("getMe"):
            bot = {"id": 42, "is_bot": True, "first_name": "Gehoord", "username": "GehoordBot"}
            return 200, json.dumps({"ok": True, "result": bot}).encode()
        if url.endswith("getFile"):
            stuk = {"file_id": "x", "file_unique_id": "x", "file_size": 9, "file_path": "stuk"}
            return 200, json.dumps({"ok": True, "result": stuk}).encode()
        if url.endswith("createChatInviteLink"):
            wie = {"id": 42, "is_bot": True, "first_name": "Gehoord"}
            link: dict[str, Any] = {"invite_link": "https://t.me/+AbCd", "creator": wie, "creates_join_request": True}
            return 200, json.dumps({"ok": True, "result": link | {"is_primary": False, "is_revoked": False}}).encode()
        return 200, b"%PDF-1.7\nstartxref\n0\n%%EOF\n"


async def een_application() -> App:
    """Make the application that handles updates, without a network."""
    bouwer = Application.builder().token("42:TEST").updater(None).request(_Offline())
    application = bouwer.get_updates_request(_Offline()).build()
    await application.initialize()
    return application


class _Klok:
    def __init__(self) -> None:
        self.nu = NU

    def now(self) -> datetime:
        return self.nu


@dataclass
class Antwoord:
    """What was said to someone, and which tables changed."""

    boodschappen: list[Boodschap]
    geschreven: frozenset[str]
    berichten: list[Bericht] = field(default_factory=list)

    @classmethod
    def van(cls, boodschappen: list[Boodschap], toon: Toon, geschreven: frozenset[str] = frozenset()) -> "Antwoord":
        """Return what was said, as it is read."""
        return cls(boodschappen, geschreven, [render(een, toon) for een in boodschappen])

    @property
    def soorten(self) -> list[str]:
        return [een.soort for een in self.boodschappen]

    @property
    def geweigerd(self) -> bool:
        return bool(self.boodschappen) and set(self.soorten) <= GEWEIGERD | {"groepschat.geweigerd"}

    @property
    def reden(self) -> str:
        return next((een.data["sleutel"] for een in self.boodschappen if "sleutel" in een.data), self.soorten[0])

    @property
    def scherm(self) -> str:
        """The kind of screen that it is: what is said, and which kinds of buttons stand under it."""
        return "+".join(self.soorten) + " " + " ".join(sorted({soort_van(data) for data in self.knoppen}))

    @property
    def knoppen(self) -> list[str]:
        return [k.data for bericht in self.berichten for rij in bericht.knoppen for k in rij if k.data is not None]


class Loket:
    """Takes updates of people, one at a time, on one connection."""

    def __init__(self, tx: Connection, wijk: int, verwerking: Verwerking, omgeving: Omgeving) -> None:
        self.tx, self.wijk, self.omgeving = tx, wijk, omgeving
        self.taal = "nl"
        self._verwerking = verwerking
        self._nummer = 0
        self.geschreven: set[str] = set()
        event.listen(tx, "after_cursor_execute", self._zie)

    @classmethod
    async def open(cls, tx: Connection, wijk: int, settings: Settings) -> "Loket":
        """Make the application that handles updates."""
        application = await een_application()
        omgeving = Omgeving(
            EenVerbinding(tx), _Klok(), settings, PEPER, wijk, settings.telegram.kanaal, settings.telegram.botlink
        )
        return cls(tx, wijk, Verwerking(application, cast(Sender, None), omgeving), omgeving)

    def _zie(self, tx: Any, cursor: Any, opdracht: str, *_: Any) -> None:
        if (raak := _SCHRIJFT.match(opdracht)) and ("RETURNING" in opdracht or cursor.rowcount != 0):  # not yet read
            self.geschreven.add(raak[1].strip('"'))

    def spreek(self, taal: str) -> None:
        """Let everyone read and write this language from now on."""
        self.taal = taal
        self.tx.execute(update(tables.account).values(taal=taal))

    async def tik(self, wie: int, data: str, **waar: Any) -> Antwoord:
        """Let someone tap a button with this data, whether or not they were shown one; `chat` is not their own."""
        bericht = {"message_id": 7, "date": 0, "chat": self._chat(wie), "text": "x"} | waar
        tik = {"id": "1", "from": self.van(wie), "chat_instance": "1", "message": bericht, "data": data}
        return await self.neem({"callback_query": tik})

    async def typ(self, wie: int, tekst: str, **waar: Any) -> Antwoord:
        """Let someone type a text or a command."""
        opmaak = []
        if tekst.startswith("/"):
            opmaak = [{"type": "bot_command", "offset": 0, "length": len(tekst.split()[0])}]
        return await self.stuur(wie, text=tekst, entities=opmaak, **waar)

    async def stuur(self, wie: int, **inhoud: Any) -> Antwoord:
        """Let someone send anything; `chat` is not their own."""
        kop = {"message_id": 8, "date": int(NU.timestamp()), "chat": self._chat(wie), "from": self.van(wie)}
        return await self.neem({"message": kop | inhoud})

    async def neem(self, update: dict[str, Any]) -> Antwoord:
        """Take any update."""
        self._nummer += 1
        ruw: dict[str, Any] = {"update_id": self._nummer, **update}
        (post,) = inbox.bewaar(self.tx, KANAAL, "42", [(self._nummer, "chat:1", json.dumps(ruw))], NU)
        self.geschreven.clear()
        gegeven = await self._verwerking.verwerk(Post(post.id, post.rij, post.inhoud))
        return self.als_antwoord(gegeven)

    def als_antwoord(self, gegeven: str | None) -> Antwoord:
        """Return what was committed as an answer, as it is read, with which tables changed for it."""
        boodschappen = [Boodschap(**een) for een in json.loads(gegeven)["boodschappen"]] if gegeven else []
        return Antwoord.van(boodschappen, self.omgeving.toon(self.taal), frozenset(self.geschreven))

    @contextmanager
    def even(self) -> Iterator[None]:
        """Undo all that happens in the block."""
        self._nummer += 1
        naam = f"even{self._nummer}"
        self.tx.exec_driver_sql(f"SAVEPOINT {naam}")
        try:
            yield
        finally:
            self.tx.exec_driver_sql(f"ROLLBACK TO {naam}")
            self.tx.exec_driver_sql(f"RELEASE {naam}")

    async def probeer(self, doe: Awaitable[Antwoord]) -> tuple[Antwoord, str]:
        """Do something and undo it; return what was said, and which tables changed that are not of the tapper alone."""
        with self.even():
            antwoord = await doe
            namen = antwoord.geschreven - BOEKHOUDING
            erna = self.inhoud(namen)
        voor = self.inhoud(namen)
        return antwoord, ",".join(sorted(naam for naam in namen if voor[naam] != erna[naam]))

    def inhoud(self, namen: frozenset[str]) -> dict[str, list[Any]]:
        """Return all rows of some tables."""
        return {naam: sorted(map(repr, self.tx.exec_driver_sql(f"SELECT * FROM {naam}"))) for naam in namen}

    def post(self, wie: int) -> list[Antwoord]:
        """Return what waits for someone that they did not ask for, of each kind one."""
        o, a = tables.outbox.c, tables.account.c
        vraag = select(o.soort, o.data).join(tables.account, a.id == o.account).where(a.extern_id == str(wie))
        wacht = vraag.where(o.uitzending.is_(None), o.staat == "wachtend")
        rijen = {rij.soort: rij.data for rij in self.tx.execute(wacht.order_by(o.id))}
        toon = self.omgeving.toon(self.taal)
        gevonden = [Boodschap(soort, data, wijze="nieuw") for soort, data in rijen.items()]
        return [Antwoord.van([een], toon) for een in gevonden]

    def gesprek(self, wie: int) -> tuple[str, str] | None:
        """Return the form that someone is filling in, and its step."""
        g, a = tables.gesprek.c, tables.account.c
        vraag = select(g.soort, g.stap).join(tables.account, a.id == g.account).where(a.extern_id == str(wie))
        rij = self.tx.execute(vraag).one_or_none()
        return (rij[0], rij[1]) if rij else None

    def _chat(self, wie: int) -> dict[str, Any]:
        return {"id": wie, "type": "private", "first_name": "X"}

    def van(self, wie: int) -> dict[str, Any]:
        """Return someone as the chat network writes them."""
        return {"id": wie, "is_bot": False, "first_name": "X", "language_code": self.taal}


@contextmanager
def verbinding(bestand: Path) -> Iterator[Connection]:
    """Open a database of which nothing is ever committed."""
    engine = create_engine(f"sqlite:///{bestand}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _(raw: Any, __: object) -> None:
        raw.isolation_level = None
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = OFF")

    @event.listens_for(engine, "begin")
    def _(tx: Connection) -> None:
        tx.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.connect() as tx:
        yield tx
    engine.dispose()
