"""Messages out over a bad network: each ends as sent, failed or uncertain, and none goes twice by itself."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, select, update
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from berichten import Bericht, Bijlage, Boodschap, Knop, Toon, kies_taal, vertaal
from bot import logboek
from bot.channels.antwoord import stuur_antwoord
from bot.channels.beurten import Beurten
from bot.channels.duiding import duid, wachttijd
from bot.channels.sender import TelegramSender
from bot.channels.tijdvak import Tijdvakwacht
from bot.channels.transport import AiohttpRequest, NietVerzonden
from bot.channels.uitgaand import OutboxSender
from bot.config import Verzending
from bot.rules.pacing import Baan, Grenzen
from bot.storage import Database, open_database, outbox, wachtrij
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_wijk
from tests.channels.botapi import (
    GOED,
    HALF,
    KNIP_NA,
    KNIP_VOOR,
    LAAT,
    RAAR,
    TOKEN,
    TRAAG,
    BotApi,
    Gedrag,
    bedien,
    fout,
)
from tests.channels.conftest import tot

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
EINDE = ("verzonden", "mislukt", "onzeker")


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bedien() as api:
        yield api


@asynccontextmanager
async def een_bot(url: str, timeout: float = 0.2) -> AsyncIterator[Bot]:
    """The real bot of python-telegram-bot over our own transport."""
    bot = Bot(
        TOKEN,
        base_url=f"{url}/bot",
        request=AiohttpRequest(timeout),
        get_updates_request=AiohttpRequest(timeout),
    )
    async with bot:
        yield bot


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with een_bot(api.url) as bot:
        yield bot


class Klok:
    """The time of people: a morning on which it is not quiet, until it is moved."""

    def __init__(self, nu: datetime = NU) -> None:
        self.nu = nu

    def now(self) -> datetime:
        return self.nu


def toon(taal: str | None) -> Toon:
    return Toon(vertaal(kies_taal(taal)), ZONE, "https://t.me/GehoordBot")


WACHT = Tijdvakwacht(None, lambda stand: None)


def snel() -> Beurten:
    """Turns at a pace that no test waits for."""
    return Beurten(Grenzen.bij(1000))


def een_sender(database: Database, bot: Bot, kanaal: str = "telegram", beurten: Beurten | None = None) -> OutboxSender:
    beurten = beurten or snel()
    sender = TelegramSender(bot, beurten)
    return OutboxSender(database, kanaal, sender, toon, WACHT, beurten, Klok(), ZONE, Verzending())


@asynccontextmanager
async def draaiend(*senders: OutboxSender) -> AsyncIterator[None]:
    """Let senders drain the outbox while the block runs."""
    taken = [asyncio.create_task(sender.leeg()) for sender in senders]
    try:
        yield
    finally:
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        await asyncio.gather(*(sender.stop() for sender in senders))


def _post(tx: Connection, hoeveel: int, taal: str = "nl") -> list[int]:
    wijk = een_wijk(tx)
    accounts = [een_account(tx, str(1000 + n), bewoner=een_bewoner(tx, wijk), taal=taal) for n in range(hoeveel)]
    outbox.schrijf(tx, wijk, "proef", accounts, Boodschap("mislukt"), baan=Baan.UITZENDING)
    return accounts


async def rijen(database: Database) -> list[Any]:
    return await database.read(lambda tx: list(tx.execute(select(t.outbox).order_by(t.outbox.c.id))))


async def klaar(database: Database) -> bool:
    return all(rij.staat in EINDE for rij in await rijen(database))


async def stuur_een(database: Database, bot: Bot) -> Any:
    """Put one message in the outbox, let it go, and return its row when it has ended."""
    await database.write(1, _post, 1)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    (rij,) = await rijen(database)
    assert rij.lease_tot is None
    return rij


@pytest.mark.parametrize(
    ("gedrag", "staat", "reden", "bezorgd"),
    [
        (GOED, "verzonden", "", 1),
        (TRAAG, "onzeker", "Timed out", 1),
        (KNIP_VOOR, "onzeker", "ServerDisconnectedError", 0),
        (KNIP_NA, "onzeker", "", 1),
        (HALF, "onzeker", "ClientPayloadError", 1),
        (RAAR, "onzeker", "", 1),
        (fout(500, "Internal Server Error"), "onzeker", "Internal", 0),
        (fout(502, "Bad Gateway"), "onzeker", "Bad Gateway", 0),
        (fout(403, "Forbidden: bot was blocked by the user"), "mislukt", "blocked", 0),
        (fout(400, "Bad Request: chat not found"), "mislukt", "not found", 0),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else None,
)
async def test_each_message_ends_as_exactly_one_of_sent_failed_or_uncertain(
    database: Database, api: BotApi, bot: Bot, gedrag: Gedrag, staat: str, reden: str, bezorgd: int
) -> None:
    api.straks["sendMessage"] = [gedrag]
    rij = await stuur_een(database, bot)
    assert rij.staat == staat
    assert reden in (rij.reden or "")
    assert (rij.bericht_id is not None) == (staat == "verzonden")
    assert len(api.bezorgd) == bezorgd
    assert api.roepen.count("sendMessage") == 1  # what is uncertain is never tried again by itself


async def test_who_blocked_the_bot_is_not_written_to_again(database: Database, api: BotApi, bot: Bot) -> None:
    api.straks["sendMessage"] = [fout(403, "Forbidden: bot was blocked by the user")]
    await stuur_een(database, bot)
    assert await database.read(lambda tx: list(tx.scalars(select(t.account.c.bereikbaar)))) == [False]


@pytest.mark.parametrize("gedrag", [fout(400, "Bad Request: chat not found"), fout(500, "oeps"), TRAAG])
async def test_another_failure_says_nothing_about_who_can_be_reached(
    database: Database, api: BotApi, bot: Bot, gedrag: Gedrag
) -> None:
    api.straks["sendMessage"] = [gedrag]
    await stuur_een(database, bot)
    assert await database.read(lambda tx: list(tx.scalars(select(t.account.c.bereikbaar)))) == [True]


async def test_what_telegram_asks_to_send_later_waits_so_long_and_is_then_sent(
    database: Database, api: BotApi, bot: Bot
) -> None:
    api.straks["sendMessage"] = [fout(429, "Too Many Requests: retry after 1", retry_after=1)]
    begin = asyncio.get_running_loop().time()
    rij = await stuur_een(database, bot)
    assert rij.staat == "verzonden"
    assert rij.pogingen == 1
    assert asyncio.get_running_loop().time() - begin >= 1
    assert len(api.bezorgd) == 1


async def test_an_endless_wait_is_kept_as_a_row_and_not_as_a_lease(database: Database, api: BotApi, bot: Bot) -> None:
    """Hours are possible; a number that no calendar holds may not leave the row in between either."""
    api.straks["sendMessage"] = [fout(429, "Too Many Requests", retry_after=10**12)]
    await database.write(1, _post, 1)

    async def terug() -> bool:
        (rij,) = await rijen(database)
        return bool(rij.staat == "wachtend" and rij.pogingen == 1)

    async with draaiend(een_sender(database, bot)):
        await tot(terug)
    (rij,) = await rijen(database)
    assert rij.niet_voor > datetime.now(UTC) + timedelta(hours=1)


async def test_a_server_that_is_not_there_yet_is_tried_again_until_it_is(database: Database) -> None:
    async with bedien() as eerst:
        url = eerst.url
    async with bedien() as api:
        async with een_bot(api.url) as bot:
            goed = bot._base_url
            bot._base_url = goed.replace(api.url, url)  # nobody listens there any more
            await database.write(1, _post, 1)

            async def twee_keer() -> bool:
                (rij,) = await rijen(database)
                return bool(rij.pogingen >= 2)

            async with draaiend(een_sender(database, bot)):
                await tot(twee_keer)
                bot._base_url = goed
                await tot(lambda: klaar(database))
        (rij,) = await rijen(database)
        assert rij.staat == "verzonden"
        assert len(api.bezorgd) == 1


async def test_a_message_that_cannot_be_written_ends_as_failed_and_the_next_goes_on(
    database: Database, api: BotApi, bot: Bot
) -> None:
    def vul(tx: Connection) -> None:
        accounts = _post(tx, 1)
        outbox.schrijf(tx, een_wijk(tx, "andere"), "stuk", accounts, Boodschap("bestaat_niet"), baan=Baan.UITZENDING)

    await database.write(1, vul)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert [rij.staat for rij in await rijen(database)] == ["verzonden", "mislukt"]
    assert api.roepen.count("sendMessage") == 1


async def test_each_reads_their_own_language(database: Database, api: BotApi, bot: Bot) -> None:
    await database.write(1, _post, 1, "en")
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert api.bezorgd[0]["text"] == vertaal("en").tekst("menu.mislukt")


async def test_a_stop_in_the_middle_of_a_fan_out_leaves_nothing_uncertain(
    database: Database, api: BotApi, bot: Bot
) -> None:
    """A stop may fall while rows are being claimed: they are sent, and the next start sends the rest."""
    await database.write(1, _post, 60)
    for _ in range(12):
        async with draaiend(een_sender(database, bot)):
            await asyncio.sleep(0)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert {rij.staat for rij in await rijen(database)} == {"verzonden"}
    assert len(api.bezorgd) == 60


async def test_what_is_of_another_channel_stays(database: Database, api: BotApi, bot: Bot) -> None:
    await database.write(1, _post, 1)
    async with draaiend(een_sender(database, bot, "webchat")):
        await asyncio.sleep(0.1)
    assert [rij.staat for rij in await rijen(database)] == ["wachtend"]


async def test_two_senders_never_send_the_same_row_twice(database: Database, database_url: str, api: BotApi) -> None:
    await database.write(1, _post, 60)
    tweede = await open_database(database_url)
    async with een_bot(api.url, 5) as bot, draaiend(een_sender(database, bot), een_sender(tweede, bot)):
        await tot(lambda: klaar(database), 20)
    await tweede.close()
    assert sorted(int(b["chat_id"]) for b in api.bezorgd) == [1000 + n for n in range(60)]
    assert {rij.staat for rij in await rijen(database)} == {"verzonden"}
    assert {rij.lease_nr for rij in await rijen(database)} == {1}


def _claim(tx: Connection, now: datetime) -> outbox.Zending:
    _post(tx, 1)
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
    return zending


def _staat(tx: Connection) -> tuple[str, int | None]:
    rij = tx.execute(select(t.outbox)).one()
    return rij.staat, rij.bericht_id


def test_a_row_is_claimed_once(tx: Connection) -> None:
    now = datetime.now(UTC)
    assert _claim(tx, now).lease_nr == 1
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU) == []


def test_a_lease_that_ran_out_is_uncertain_and_never_pending_again(tx: Connection) -> None:
    now = datetime.now(UTC)
    _claim(tx, now)
    assert outbox.verlopen_leases(tx, now + wachtrij.LEASE - timedelta(seconds=1)) == 0
    assert outbox.verlopen_leases(tx, now + wachtrij.LEASE + timedelta(seconds=1)) == 1
    assert _staat(tx) == ("onzeker", None)
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now + timedelta(days=1), NU) == []


def test_a_process_that_was_paused_past_its_lease_can_still_say_that_it_was_sent(tx: Connection) -> None:
    now = datetime.now(UTC)
    zending = _claim(tx, now)
    outbox.verlopen_leases(tx, now + wachtrij.LEASE * 2)
    outbox.verzonden(tx, zending, 77)
    assert _staat(tx) == ("verzonden", 77)


def test_a_process_that_was_paused_past_its_lease_cannot_put_it_back_or_fail_it(tx: Connection) -> None:
    now = datetime.now(UTC)
    zending = _claim(tx, now)
    outbox.verlopen_leases(tx, now + wachtrij.LEASE * 2)
    outbox.later(tx, zending, now)
    outbox.eindig(tx, zending, "mislukt", "te laat")
    assert _staat(tx) == ("onzeker", None)


@pytest.mark.parametrize("einde", ["onzeker", "bezig"])
def test_only_the_lease_of_the_row_can_end_it(tx: Connection, einde: str) -> None:
    """The answer to an older lease says nothing about the try of a later one."""
    now = datetime.now(UTC)
    oud = _claim(tx, now)
    outbox.later(tx, oud, now)
    (nieuw,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
    assert nieuw.lease_nr == 2
    tx.execute(update(t.outbox).values(staat=einde))
    outbox.verzonden(tx, oud, 1)
    assert _staat(tx) == (einde, None)
    outbox.verzonden(tx, nieuw, 2)
    assert _staat(tx) == ("verzonden", 2)


def test_what_ended_stays_ended(tx: Connection) -> None:
    zending = _claim(tx, datetime.now(UTC))
    outbox.eindig(tx, zending, "mislukt", "chat not found")
    outbox.verzonden(tx, zending, 5)
    assert _staat(tx) == ("mislukt", None)


def test_writing_the_same_message_twice_is_refused(tx: Connection) -> None:
    (account,) = _post(tx, 1)
    punt = tx.begin_nested()
    with pytest.raises(Exception, match=r"(?i)unique"):
        outbox.schrijf(tx, 1, "proef", [account], Boodschap("mislukt"), baan=Baan.UITZENDING)
    punt.rollback()
    assert tx.scalar(select(func.count()).select_from(t.outbox)) == 1


def test_a_very_long_reason_fits(tx: Connection) -> None:
    zending = _claim(tx, datetime.now(UTC))
    outbox.eindig(tx, zending, "mislukt", "é" * 5000)
    assert _staat(tx)[0] == "mislukt"


async def test_a_late_answer_turns_uncertain_into_sent(database: Database, api: BotApi) -> None:
    """The process hung past its lease while the call was under way; then the answer came."""
    api.straks["sendMessage"] = [LAAT]
    await database.write(1, _post, 1)
    async with een_bot(api.url, 5) as bot, draaiend(een_sender(database, bot)):
        await tot(lambda: _ja(lambda: len(api.bezorgd) == 1))
        await database.write(None, outbox.verlopen_leases, datetime.now(UTC) + wachtrij.LEASE * 2)
        assert [rij.staat for rij in await rijen(database)] == ["onzeker"]
    assert [rij.staat for rij in await rijen(database)] == ["verzonden"]


async def _ja(klopt: Callable[[], bool]) -> bool:
    return klopt()


@pytest.mark.parametrize(
    ("mislukt", "soort"),
    [
        (TimedOut(), "onzeker"),
        (NetworkError("ServerDisconnectedError"), "onzeker"),
        (NetworkError("Bad Gateway"), "onzeker"),
        (NietVerzonden("ClientConnectorError"), "opnieuw"),
        (RetryAfter(7), "opnieuw"),
        (InvalidToken(), "opnieuw"),
        (Forbidden("bot was blocked by the user"), "mislukt"),
        (BadRequest("chat not found"), "mislukt"),
        (ChatMigrated(-100), "mislukt"),
        (Conflict("terminated"), "mislukt"),
        (TelegramError("Invalid server response"), "onzeker"),
    ],
)
def test_what_each_failure_means(mislukt: TelegramError, soort: str) -> None:
    assert duid(mislukt, 0).soort == soort


def test_waiting_doubles_to_a_minute_and_never_overflows() -> None:
    assert [wachttijd(n) for n in (0, 1, 2, 6, 7, 8, 5000)] == [0.5, 1, 2, 32, 60, 60, 60]
    assert duid(NietVerzonden("x"), 100_000).seconden == 60


class Antwoorden:
    """The answer to one update, sent as the handling does."""

    def __init__(self, bot: Bot) -> None:
        self.sender = TelegramSender(bot, snel())
        self.toon = Toon(vertaal("nl"), ZONE, "")

    async def __call__(self, *, tik: str | None = None, message_id: int | None = None) -> None:
        boodschap = Boodschap("menu", {"bewoner": True, "rollen": []}, melding="taal.gezet")
        await stuur_antwoord(self.sender, self.toon, [boodschap], chat=5, tik=tik, message_id=message_id)


@pytest.mark.parametrize("gedrag", [TRAAG, KNIP_VOOR, HALF, RAAR, fout(500, "oeps")])
async def test_an_answer_is_sent_until_it_certainly_arrived(api: BotApi, bot: Bot, gedrag: Gedrag) -> None:
    api.straks["sendMessage"] = [gedrag, GOED]
    await Antwoorden(bot)()
    assert api.roepen.count("sendMessage") == 2


@pytest.mark.parametrize(
    "weigering", [fout(403, "Forbidden: bot was blocked"), fout(400, "Bad Request: chat not found")]
)
async def test_an_answer_that_can_never_arrive_is_let_go(api: BotApi, bot: Bot, weigering: Gedrag) -> None:
    api.straks["sendMessage"] = [weigering]
    await Antwoorden(bot)()
    assert api.bezorgd == []


async def test_a_message_that_is_so_already_is_fine(api: BotApi, bot: Bot) -> None:
    api.straks["editMessageText"] = [fout(400, "Bad Request: message is not modified: specified new message content")]
    await Antwoorden(bot)(tik="1", message_id=9)
    assert "sendMessage" not in api.roepen


@pytest.mark.parametrize("reden", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
async def test_a_message_that_can_no_longer_change_is_answered_with_a_new_one(
    api: BotApi, bot: Bot, reden: str
) -> None:
    api.straks["editMessageText"] = [fout(400, f"Bad Request: {reden}")]
    await Antwoorden(bot)(tik="1", message_id=9)
    assert len(api.bezorgd) == 1
    assert api.roepen.count("sendMessage") == 1


@pytest.mark.parametrize(
    "gedrag", [fout(400, "Bad Request: query is too old"), fout(429, "Too Many", retry_after=900), KNIP_NA]
)
async def test_a_tap_that_cannot_be_ended_does_not_keep_the_answer(api: BotApi, bot: Bot, gedrag: Gedrag) -> None:
    api.straks["answerCallbackQuery"] = [gedrag]
    await asyncio.wait_for(Antwoorden(bot)(tik="1", message_id=9), 5)
    assert len(api.bezorgd) == 1


@pytest.mark.parametrize("gedrag", [TRAAG, KNIP_VOOR, RAAR, fout(500, "oeps"), fout(401, "Unauthorized"), "weg"])
@pytest.mark.usefixtures("logboek_terug")
async def test_no_exception_and_no_line_in_the_log_holds_the_token(
    api: BotApi, bot: Bot, gedrag: Gedrag, capfd: pytest.CaptureFixture[str]
) -> None:
    if gedrag == "weg":
        bot._base_url = "http://127.0.0.1:1/bot" + TOKEN
    else:
        api.straks["sendMessage"] = [gedrag]
    logboek.richt_in(niveau=logging.DEBUG)
    try:
        await bot.send_message(5, "hoi")
    except TelegramError as gevangen:
        logging.getLogger("proef").exception("mis")
        keten: BaseException | None = gevangen
        while keten is not None:
            assert TOKEN not in f"{keten!r} {keten}"
            keten = keten.__cause__ or keten.__context__
    else:
        pytest.fail("this call had to fail")
    gelogd = capfd.readouterr().err
    assert "mis" in gelogd
    assert TOKEN not in gelogd
    assert TOKEN.partition(":")[2] not in gelogd


FOTO = Bijlage("qr", "deur.png", {"inhoud": "hallo"})
KNOP = ((Knop("Menu", "menu"),),)


@pytest.mark.parametrize(
    ("tekst", "methoden"),
    [
        ("<b>Kort</b>", ["sendPhoto"]),
        ("<b>" + "é" * 1024 + "</b>", ["sendPhoto"]),
        ("x" * 1025, ["sendPhoto", "sendMessage"]),
    ],
)
async def test_a_picture_has_its_text_under_it_or_else_after_it(
    api: BotApi, bot: Bot, tekst: str, methoden: list[str]
) -> None:
    api.roepen.clear()
    await TelegramSender(bot, snel()).stuur(1, Bericht(tekst, KNOP, foto=FOTO))
    assert api.roepen == methoden


async def test_a_tapped_message_becomes_a_picture_and_where_that_cannot_be_a_new_one_comes(
    api: BotApi, bot: Bot
) -> None:
    api.roepen.clear()
    sender, bericht = TelegramSender(bot, snel()), Bericht("Kort", KNOP, foto=FOTO)
    await sender.bewerk(1, 7, bericht)
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message is not modified: same content"))
    await sender.bewerk(1, 7, bericht)
    assert api.roepen == ["editMessageMedia"] * 2
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message can't be edited"))
    await sender.bewerk(1, 7, bericht)
    await sender.bewerk(1, 7, replace(bericht, tekst="x" * 1025))
    assert api.roepen[2:] == ["editMessageMedia", "sendPhoto", "sendPhoto", "sendMessage"]


async def test_a_file_that_the_network_has_goes_by_its_id(api: BotApi, bot: Bot) -> None:
    foto = Bijlage("file_id", "foto.jpg", {"file_id": "AgAC-van-Telegram"})
    await TelegramSender(bot, snel()).stuur(1, Bericht("Kort", foto=foto))
    assert api.bezorgd[-1]["photo"] == "AgAC-van-Telegram"
