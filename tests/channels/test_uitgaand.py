"""The outbox over a bad network: each row ends as sent, failed or uncertain, and none goes twice by itself."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, select
from telegram import Bot

from berichten import Boodschap, vertaal
from bot.rules.pacing import Baan
from bot.storage import Database, open_database, outbox, wachtrij
from bot.storage import tables as t
from bot.storage.veranderingen import verander
from tests.builders import een_wijk
from tests.channels.botapi import (
    GOED,
    HALF,
    KNIP_NA,
    KNIP_VOOR,
    LAAT,
    RAAR,
    TRAAG,
    BotApi,
    Gedrag,
    bedien,
    een_bot,
    fout,
)
from tests.channels.conftest import tot
from tests.channels.zenden import (
    draaiend,
    een_sender,
    ja,
    klaar,
    post,
    rijen,
    stuur_een,
)


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


@pytest.mark.parametrize(
    "gedrag",
    [
        fout(429, "Too Many Requests: retry later"),
        fout(429, "Too Many Requests", retry_after=0),
        fout(429, "Too Many Requests", retry_after=-5),
        fout(429, "Too Many Requests", retry_after="7"),
        fout(429, "Too Many Requests", retry_after=None),
        fout(429, "Too Many Requests", retry_after=10**400),
        (429, {}),
    ],
)
async def test_a_429_that_does_not_say_how_long_was_not_sent_for_certain(
    database: Database, api: BotApi, bot: Bot, gedrag: Gedrag
) -> None:
    """Such as that of a proxy: the row goes again later, and is not listed as perhaps sent."""
    api.straks["sendMessage"] = [gedrag]
    assert await _gaat_later(database, bot) > timedelta(seconds=3)


async def test_an_endless_wait_is_kept_as_a_row_and_not_as_a_lease(database: Database, api: BotApi, bot: Bot) -> None:
    """Hours are possible; a number that no calendar holds may not leave the row in between either."""
    api.straks["sendMessage"] = [fout(429, "Too Many Requests", retry_after=10**12)]
    assert await _gaat_later(database, bot) > timedelta(hours=1)


async def _gaat_later(database: Database, bot: Bot) -> timedelta:
    """Let one message go that is refused, and return in how much time it goes again."""
    await database.write(1, post, 1)

    async def terug() -> bool:
        (rij,) = await rijen(database)
        return bool(rij.staat == "wachtend" and rij.pogingen == 1)

    async with draaiend(een_sender(database, bot)):
        await tot(terug)
    (rij,) = await rijen(database)
    nog: timedelta = rij.niet_voor - datetime.now(UTC)
    return nog


async def test_a_server_that_is_not_there_yet_is_tried_again_until_it_is(database: Database) -> None:
    async with bedien() as eerst:
        url = eerst.url
    async with bedien() as api:
        async with een_bot(api.url) as bot:
            goed = bot._base_url
            bot._base_url = goed.replace(api.url, url)  # nobody listens there any more
            await database.write(1, post, 1)

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
        accounts = post(tx, 1)
        outbox.schrijf(tx, een_wijk(tx, "andere"), "stuk", accounts, Boodschap("bestaat_niet"), baan=Baan.UITZENDING)

    await database.write(1, vul)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert [rij.staat for rij in await rijen(database)] == ["verzonden", "mislukt"]
    assert api.roepen.count("sendMessage") == 1


async def test_each_reads_their_own_language(database: Database, api: BotApi, bot: Bot) -> None:
    await database.write(1, post, 1, "en")
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert api.bezorgd[0]["text"] == vertaal("en").tekst("menu.mislukt")


async def test_a_stop_in_the_middle_of_a_fan_out_leaves_nothing_uncertain(
    database: Database, api: BotApi, bot: Bot
) -> None:
    """A stop may fall while rows are being claimed: they are sent, and the next start sends the rest."""
    await database.write(1, post, 60)
    for _ in range(12):
        async with draaiend(een_sender(database, bot)):
            await asyncio.sleep(0)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    assert {rij.staat for rij in await rijen(database)} == {"verzonden"}
    assert len(api.bezorgd) == 60


async def test_what_is_of_another_channel_stays(database: Database, api: BotApi, bot: Bot) -> None:
    await database.write(1, post, 1)
    async with draaiend(een_sender(database, bot, "webchat")):
        await asyncio.sleep(0.1)
    assert [rij.staat for rij in await rijen(database)] == ["wachtend"]


async def test_two_senders_never_send_the_same_row_twice(database: Database, database_url: str, api: BotApi) -> None:
    await database.write(1, post, 60)
    tweede = await open_database(database_url)
    async with een_bot(api.url, 5) as bot, draaiend(een_sender(database, bot), een_sender(tweede, bot)):
        await tot(lambda: klaar(database))
    await tweede.close()
    assert sorted(int(b["chat_id"]) for b in api.bezorgd) == [1000 + n for n in range(60)]
    assert {rij.staat for rij in await rijen(database)} == {"verzonden"}
    assert {rij.lease_nr for rij in await rijen(database)} == {1}


async def test_a_late_answer_turns_uncertain_into_sent(database: Database, api: BotApi) -> None:
    """The process hung past its lease while the call was under way; then the answer came."""
    api.straks["sendMessage"] = [LAAT]
    await database.write(1, post, 1)
    async with een_bot(api.url, 5) as bot, draaiend(een_sender(database, bot)):
        await tot(lambda: ja(lambda: len(api.bezorgd) == 1))
        await database.write(None, outbox.verlopen_leases, datetime.now(UTC) + wachtrij.LEASE * 2)
        assert [rij.staat for rij in await rijen(database)] == ["onzeker"]
    assert [rij.staat for rij in await rijen(database)] == ["verzonden"]


async def test_what_went_to_somebody_while_they_were_erased_is_taken_back(database: Database, api: BotApi) -> None:
    api.straks["sendMessage"] = [LAAT]
    await database.write(1, post, 1)
    async with een_bot(api.url, 5) as bot, draaiend(een_sender(database, bot)):
        await tot(lambda: ja(lambda: len(api.bezorgd) == 1))
        await database.write(None, lambda tx: tx.execute(delete(t.outbox)))
        await tot(lambda: ja(lambda: "deleteMessages" in api.roepen))
    assert await rijen(database) == []


@pytest.mark.parametrize(
    ("gedrag", "roepen", "staat"),
    [
        (GOED, ["editMessageText"], "verzonden"),
        (fout(400, "Bad Request: message is not modified: the same"), ["editMessageText"], "verzonden"),
        (fout(400, "Bad Request: message to edit not found"), ["editMessageText", "sendMessage"], "verzonden"),
        (fout(429, "Too Many Requests", retry_after=1), ["editMessageText"] * 2, "verzonden"),
        (TRAAG, ["editMessageText"] * 2, "verzonden"),  # to change it once more does no harm
    ],
)
async def test_what_no_longer_holds_is_changed_where_it_stands(
    database: Database, api: BotApi, bot: Bot, gedrag: Gedrag, roepen: list[str], staat: str
) -> None:
    eerste = await stuur_een(database, bot)

    def verander_(tx: Connection) -> set[int]:
        return verander(tx, ["proef"], "weg", [eerste.account], Boodschap("antwoord_weg"), baan=Baan.HERINNERING)

    assert await database.write(1, verander_) == {eerste.account}
    api.roepen.clear()
    api.straks["editMessageText"] = [gedrag]
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    _, *_, tweede = await rijen(database)
    assert api.roepen == roepen
    assert (tweede.staat, tweede.bericht_id) == (staat, eerste.bericht_id)
