"""A picture for many goes up once, over real HTTP: then by its id, until that is refused or another bot comes.

Our own Bot API server knows ids as Telegram does; the other one refuses as it is told.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import Connection, delete, select, text
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram import Bot
from telegram.error import BadRequest

from berichten import Bericht, Bijlage, Boodschap, Toon, render, vertaal
from bot import exports
from bot.channels.bestanden import Bestanden
from bot.channels.netbestanden import Netbestanden
from bot.channels.sender import TelegramSender
from bot.channels.transport import AiohttpRequest
from bot.rules.pacing import Baan
from bot.storage import Database, netbestanden, outbox, webbestanden
from bot.storage import tables as t
from bot.webchat import Demo, Persoon, Webchat
from tests.berichten.voorbeelden_uitslag import UITSLAG
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk
from tests.channels.botapi import HALF, KNIP_NA, TRAAG, BotApi, Gedrag, fout
from tests.channels.conftest import tot
from tests.channels.zenden import ZONE, draaiend, een_sender, klaar, rijen, snel
from tests.webchat.conftest import Klok, bedien, png

alleen_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Where the SQL differs is tested in tests/storage."""

MENSEN = range(1001, 1016)
RESULTAAT = UITSLAG["peiling.uitslag"][2]
TOON = Toon(vertaal("nl"), ZONE, "https://t.me/GehoordBot")


class Teller:
    """Keeps which calls that show something carried bytes, and which did not."""

    def __init__(self, binnen: ASGIApp) -> None:
        self._binnen = binnen
        self.omhoog: list[str] = []
        self.met_id: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        methode = scope.get("path", "").rpartition("/")[2]
        if methode.startswith("send") or methode == "editMessageMedia":
            vol = dict(scope["headers"]).get(b"content-type", b"").startswith(b"multipart")
            (self.omhoog if vol else self.met_id).append(methode)
        await self._binnen(scope, receive, send)


class Telegram:
    """Our Bot API server with some people, one bot of python-telegram-bot, and a database that knows what went up."""

    def __init__(self, adres: str, webchat: Webchat, teller: Teller, bot: Bot, http: aiohttp.ClientSession) -> None:
        self.bot, self.teller = bot, teller
        self._adres, self._webchat, self._http = adres, webchat, http

    async def fotos(self, wie: int) -> list[bytes]:
        """Return the pictures in the chat of someone."""
        basis = f"{self._adres}/chat/api/personen/{wie}"
        async with self._http.get(f"{basis}/berichten") as antwoord:
            ids = [b["photo"][-1]["file_id"] for b in await antwoord.json() if "photo" in b]
        return [await (await self._http.get(f"{basis}/bestand/{een}")).read() for een in ids]

    def vergeet(self) -> None:
        """Know no id any more."""
        self._webchat._opslag.doe(lambda tx: tx.doe("UPDATE bestand SET file_id = 'oud' || file_id"))

    def nieuw(self) -> tuple[int, int]:
        """Return how many went up and how many by their id, since the last time."""
        geteld = len(self.teller.omhoog), len(self.teller.met_id)
        self.teller.omhoog.clear()
        self.teller.met_id.clear()
        return geteld


@asynccontextmanager
async def telegram(map_: Path, nummer: int = 4242) -> AsyncIterator[Telegram]:
    """Serve a bot in the chats of `MENSEN`."""
    token = f"{nummer}:van-niemand"
    webchat = await Webchat.open(map_ / "chat.db", token=token, username="gehoord_bot", naam="Gehoord")
    klok = Klok()
    teller = Teller(webchat.app(Demo([Persoon(wie, f"M{wie}", "") for wie in MENSEN], klok, klok.verzet)))
    async with bedien(teller) as adres, aiohttp.ClientSession() as http:
        webchat._opslag.doe(lambda tx: tx.doe("UPDATE gebruiker SET gestart = 1"))
        transport = AiohttpRequest(), AiohttpRequest()
        try:
            async with Bot(
                token, base_url=f"{adres}/bot", request=transport[0], get_updates_request=transport[1]
            ) as bot:
                yield Telegram(adres, webchat, teller, bot, http)
        finally:
            await webchat.close()


async def schrijf(database: Database, mensen: Sequence[int] = MENSEN, talen: Sequence[str] = ("nl",)) -> None:
    """Put the result of a poll in the outbox for each of them."""

    def doe(tx: Connection) -> None:
        wijk = een_wijk(tx)
        for nummer, wie in enumerate(mensen):
            bewoner = een_bewoner(tx, wijk)
            account = een_account(tx, str(wie), bewoner=bewoner, taal=talen[nummer % len(talen)])
            outbox.schrijf(tx, wijk, "p", [account], Boodschap("peiling.uitslag", RESULTAAT), baan=Baan.UITZENDING)

    await database.write(1, doe)


async def verstuur(database: Database, bot: Bot) -> list[str]:
    """Let a process that begins now send all that waits; return how each row ended."""
    async with draaiend(een_sender(database, bot, eerder=Netbestanden(database, bot))):
        await tot(lambda: klaar(database))
    return [rij.staat for rij in await rijen(database)]


def beeld(wat: str = "x") -> Bericht:
    media = Bijlage("qr", "x.png", {"inhoud": wat}, voor_velen=True)
    return Bericht("Kijk", media=media)


@alleen_sqlite
async def test_a_result_goes_up_once_per_language_and_by_its_id_after_a_restart_but_not_to_another_bot(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "ander").mkdir()
    async with telegram(tmp_path) as net, telegram(tmp_path / "ander", 4343) as ander:
        await schrijf(database, MENSEN[:2], ("nl", "uk"))
        assert await verstuur(database, net.bot) == ["verzonden"] * 2
        assert net.nieuw() == (2, 0)
        await schrijf(database, MENSEN[2:], ("nl", "uk"))
        assert await verstuur(database, net.bot) == ["verzonden"] * len(MENSEN)
        assert net.nieuw() == (0, len(MENSEN) - 2)
        gezien = [await net.fotos(wie) for wie in MENSEN]
        assert [len(een) for een in gezien] == [1] * len(MENSEN)
        assert {een[0] for een in gezien[0::2]} ^ {een[0] for een in gezien[1::2]} == {gezien[0][0], gezien[1][0]}
        await TelegramSender(ander.bot, snel(), eerder=Netbestanden(database, ander.bot)).stuur(1001, beeld())
        await TelegramSender(net.bot, snel(), eerder=Netbestanden(database, net.bot)).stuur(1001, beeld())
        assert (ander.nieuw(), net.nieuw()) == ((1, 0), (1, 0)), "each bot knows its own"


@alleen_sqlite
async def test_of_many_at_once_none_is_lost_or_doubled_and_a_tapped_message_takes_the_id_too(
    database: Database, tmp_path: Path
) -> None:
    async with telegram(tmp_path) as net:
        sender = TelegramSender(net.bot, snel(), eerder=Netbestanden(database, net.bot))
        nummers = await asyncio.gather(*(sender.stuur(wie, beeld()) for wie in MENSEN))
        assert 1 <= net.nieuw()[0] <= len(MENSEN)
        assert [len(await net.fotos(wie)) for wie in MENSEN] == [1] * len(MENSEN)
        for bericht in (beeld("anders"), beeld()):
            await sender.bewerk(MENSEN[0], nummers[0], bericht)
            await sender.bewerk(MENSEN[0], nummers[0], bericht)  # the same once more
        assert net.nieuw() == (1, 3)
        eigen = Bericht("Van u", media=Bijlage("qr", "mijn-code.png", {"inhoud": "van mij"}))
        for _ in range(2):
            await sender.stuur(MENSEN[1], eigen)
        assert net.nieuw() == (2, 0), "what is someone's own goes up each time"
        assert await database.read(lambda tx: len(tx.execute(select(t.netbestand)).all())) == 2


@alleen_sqlite
async def test_an_id_that_is_refused_gives_way_to_the_bytes_and_everyone_has_the_picture_once(
    database: Database, tmp_path: Path
) -> None:
    async with telegram(tmp_path) as net:
        sender = TelegramSender(net.bot, snel(), eerder=Netbestanden(database, net.bot))
        bericht = await sender.stuur(MENSEN[0], beeld())
        net.vergeet()
        net.nieuw()
        await sender.bewerk(MENSEN[0], bericht, replace(beeld(), tekst="Anders"))
        assert net.nieuw() == (1, 1)
        net.vergeet()
        for wie in MENSEN[1:]:
            await sender.stuur(wie, beeld())
        assert net.nieuw() == (1, len(MENSEN) - 1)
        alle = [await net.fotos(wie) for wie in MENSEN]
        assert [len(een) for een in alle[1:]] == [1] * (len(MENSEN) - 1)
        assert len({een[0] for een in alle[1:]}) == 1


@pytest.mark.parametrize(
    ("gedrag", "staat", "roepen"),
    [
        (fout(400, "Bad Request: wrong file identifier/HTTP URL specified"), "verzonden", 2),
        (fout(400, "Bad Request: wrong remote file identifier specified: Wrong padding in the string"), "verzonden", 2),
        (fout(400, "Bad Request: can't use file of type Document as Photo"), "verzonden", 2),
        (fout(400, "Bad Request: FILE_REFERENCE_EXPIRED"), "verzonden", 2),
        (fout(400, "Bad Request: MEDIA_EMPTY"), "verzonden", 2),
        (fout(429, "Too Many Requests: retry after 1", retry_after=1), "verzonden", 2),
        (fout(403, "Forbidden: bot was blocked by the user"), "mislukt", 1),
        (fout(500, "Internal Server Error"), "onzeker", 1),
        (TRAAG, "onzeker", 1),
        (KNIP_NA, "onzeker", 1),
        (HALF, "onzeker", 1),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else None,
)
@alleen_sqlite
async def test_only_what_was_certainly_not_sent_goes_once_more_with_its_bytes(
    database: Database, api: BotApi, bot: Bot, gedrag: Gedrag, staat: str, roepen: int
) -> None:
    await schrijf(database, MENSEN[:1])
    media = render(Boodschap("peiling.uitslag", RESULTAAT), TOON).media
    assert media is not None
    merk = hashlib.sha256(b"foto\0" + exports.maak(media.soort, media.data)).digest()
    await database.write(None, netbestanden.onthoud, "4242", merk, "AgAC-van-eerder", NU)
    api.straks["sendPhoto"] = [gedrag]
    assert await verstuur(database, bot) == [staat]
    assert api.roepen.count("sendPhoto") == roepen
    assert len(api.bezorgd) == (staat == "verzonden" or gedrag in (TRAAG, KNIP_NA, HALF))


@alleen_sqlite
async def test_what_is_refused_with_its_bytes_too_fails_once_and_the_id_stays(
    database: Database, api: BotApi, bot: Bot
) -> None:
    """Such as a chat that is gone: that says nothing about the picture."""
    eerder, weg = Netbestanden(database, bot), fout(400, "Bad Request: chat not found")
    media = beeld().media
    assert media is not None
    merk = hashlib.sha256(b"foto\0" + exports.maak(media.soort, media.data)).digest()
    await database.write(None, netbestanden.onthoud, "4242", merk, "AgAC-van-eerder", NU)
    api.straks["sendPhoto"] = [weg, weg]
    sender = TelegramSender(bot, snel(), eerder=eerder)
    with pytest.raises(BadRequest, match="not found"):
        await sender.stuur(1, beeld())
    await sender.stuur(2, beeld())
    assert (api.roepen.count("sendPhoto"), [een["photo"] for een in api.bezorgd]) == (3, ["AgAC-van-eerder"])


async def test_an_id_of_another_bot_is_as_unknown_as_one_that_never_was(tmp_path: Path) -> None:
    async with telegram(tmp_path) as net:
        file_id = (await net.bot.send_photo(1001, png(30, 20))).photo[-1].file_id
        await net.bot.send_photo(1002, file_id)
    async with telegram(tmp_path, 4343) as net:
        for onbekend in (file_id, "AgAC-verzonnen"):
            with pytest.raises(BadRequest, match=r"(?i)wrong remote file identifier"):
                await net.bot.send_photo(1001, onbekend)


@alleen_sqlite
async def test_a_photo_from_a_browser_goes_up_once_and_not_at_all_once_it_is_erased(
    database: Database, tmp_path: Path
) -> None:
    async with telegram(tmp_path) as net:

        def bewaar(tx: Connection) -> str:
            maker = een_account(tx, "noor")
            return webbestanden.bewaar(tx, maker, een_publiek_id(), "foto.jpg", png(30, 20), NU)

        file_id = await database.write(1, bewaar)
        kast = Bijlage("file_id", "foto.jpg", {"file_id": file_id}, als="foto", voor_velen=True)
        bestanden, eerder = Bestanden(database, net.bot), Netbestanden(database, net.bot)
        sender = TelegramSender(net.bot, snel(), bestanden=bestanden, eerder=eerder)
        for wie in MENSEN[:3]:
            await sender.stuur(wie, Bericht("Kom", media=kast))
            assert await net.fotos(wie) == [png(30, 20)]
        assert net.nieuw() == (1, 2)
        for wie in MENSEN[:2]:
            await sender.stuur_bijlage(wie, replace(kast, voor_velen=False))
        assert net.nieuw() == (2, 0), "what someone sent to the team alone"
        await database.write(1, lambda tx: tx.execute(delete(t.webbestand)))
        with pytest.raises(BadRequest, match="gone"):
            await sender.stuur(MENSEN[3], Bericht("Kom", media=kast))
        assert (net.nieuw(), await net.fotos(MENSEN[3])) == ((0, 0), [])


@alleen_sqlite
async def test_a_database_that_does_not_answer_loses_and_doubles_no_picture(database: Database, tmp_path: Path) -> None:
    async with telegram(tmp_path) as net:
        await database.write(None, lambda tx: tx.execute(text("DROP TABLE netbestand")))
        sender = TelegramSender(net.bot, snel(), eerder=Netbestanden(database, net.bot))
        for wie in MENSEN[:2]:
            await sender.stuur(wie, beeld())
            assert len(await net.fotos(wie)) == 1
