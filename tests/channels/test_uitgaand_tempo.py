"""The outbox at its pace: lanes, pauses, groups, latency, a stop, a process that stood still, what comes after."""

import asyncio
import threading
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, select
from telegram import Bot

from berichten import Bericht, Bijlage, Boodschap, render
from bot.channels import uitgaand
from bot.channels.beurten import Beurten
from bot.channels.sender import TelegramSender
from bot.rules.pacing import Baan, Grenzen
from bot.storage import Database, open_database, outbox, wachtrij
from bot.storage import tables as t
from tests.builders import een_account, een_wijk
from tests.channels.botapi import KNIP_NA, BotApi, Gedrag, een_bot, fout
from tests.channels.conftest import tot
from tests.channels.zenden import draaiend, een_sender, ja, klaar, rijen, snel, snelheid, stuur_een


def _naar(tx: Connection, *chats: int, sleutel: str = "proef", baan: Baan = Baan.UITZENDING) -> None:
    wijk = een_wijk(tx)
    bekend = {rij.extern_id: rij.id for rij in tx.execute(select(t.account.c.extern_id, t.account.c.id))}
    accounts = [bekend.get(str(chat)) or een_account(tx, str(chat)) for chat in chats]
    outbox.schrijf(tx, wijk, sleutel, accounts, Boodschap("mislukt"), baan=baan)


async def staten(database: Database) -> dict[int, list[str]]:
    """Return the states of the rows of each chat."""

    def per_chat(tx: Connection) -> dict[int, list[str]]:
        vraag = select(t.account.c.extern_id, t.outbox.c.staat).join(t.outbox, t.outbox.c.account == t.account.c.id)
        gevonden = defaultdict(list)
        for chat, staat in tx.execute(vraag.order_by(t.outbox.c.id)):
            gevonden[int(chat)].append(staat)
        return dict(gevonden)

    return await database.read(per_chat)


async def alle_staten(database: Database) -> list[str]:
    return [rij.staat for rij in await rijen(database)]


async def _wachten_alle(database: Database) -> bool:
    return set(await alle_staten(database)) == {"wachtend"}


def gekregen(api: BotApi) -> list[int]:
    """Return to whom messages went, in order."""
    return [int(bericht["chat_id"]) for bericht in api.bezorgd]


async def test_what_else_waits_for_who_blocked_the_bot_is_no_longer_tried(
    database: Database, api: BotApi, bot: Bot
) -> None:
    api.chats[1] = fout(403, "Forbidden: bot was blocked by the user")
    for nummer in range(8):
        await database.write(1, _naar, 1, 2, sleutel=f"n{nummer}")
    async with draaiend(een_sender(database, bot, beurten=Beurten(Grenzen(10, vlaag=20)))):
        await tot(lambda: klaar(database))
    assert await staten(database) == {1: ["mislukt"] * 8, 2: ["verzonden"] * 8}
    assert api.roepen.count("sendMessage") <= 12  # a few may have been claimed by then


async def test_a_chat_that_must_wait_an_hour_holds_up_neither_others_nor_answers(
    database: Database, api: BotApi, bot: Bot
) -> None:
    api.chats[1] = fout(429, "Too Many Requests: retry after 3600", retry_after=3600)
    await database.write(1, _naar, *range(1, 31))
    beurten = snel()
    async with draaiend(een_sender(database, bot, beurten=beurten)):
        await TelegramSender(bot, beurten).stuur(99, Bericht("een antwoord"))
        await tot(lambda: ja(lambda: len(api.bezorgd) == 30))
        await database.write(1, _naar, 1, 40, sleutel="later", baan=Baan.DRINGEND)
        await tot(lambda: ja(lambda: 40 in gekregen(api)))
        await tot(lambda: _staan(database, 1, ["wachtend", "wachtend"]))
    gevonden = await staten(database)
    assert gevonden.pop(1) == ["wachtend", "wachtend"]
    assert {staat for lijst in gevonden.values() for staat in lijst} == {"verzonden"}
    assert api.roepen.count("sendMessage") == 32  # the hour was asked for once
    for rij in await rijen(database):
        assert rij.staat == "verzonden" or rij.niet_voor > datetime.now(UTC) + timedelta(minutes=59)


async def _staan(database: Database, chat: int, verwacht: list[str]) -> bool:
    return (await staten(database))[chat] == verwacht


async def test_when_another_quiet_chat_must_wait_too_all_waits_and_nothing_is_claimed(
    database: Database, api: BotApi, bot: Bot
) -> None:
    for chat, seconden in ((1, 3600), (2, 2)):
        api.chats[chat] = fout(429, "Too Many Requests", retry_after=seconden)
    await database.write(1, _naar, 1, 2, baan=Baan.DRINGEND)
    beurten = snelheid(20)
    async with draaiend(een_sender(database, bot, beurten=beurten)):
        await tot(lambda: ja(lambda: beurten.pauze() > 0))
        begin = asyncio.get_running_loop().time()
        del api.chats[2]
        await tot(lambda: _wachten_alle(database))  # what was refused is given back a moment after the pause began
        await database.write(1, _naar, *range(10, 30), sleutel="daarna")
        while beurten.pauze() > 1.3:  # a moment before its end what goes first is claimed
            gevonden, gezien = gekregen(api), set(await alle_staten(database))
            assert beurten.pauze() < 1.3 or (gevonden, gezien) == ([], {"wachtend"})
            await asyncio.sleep(0.1)
        await tot(lambda: ja(lambda: len(api.bezorgd) == 21))
    assert asyncio.get_running_loop().time() - begin > 1.5
    assert api.roepen.count("sendMessage") == 23


async def test_a_group_gets_no_more_than_a_minute_bears_and_the_rest_waits_as_rows(
    database: Database, api: BotApi, bot: Bot
) -> None:
    def naar_groep(tx: Connection) -> None:
        for nummer in range(12):
            outbox.schrijf(tx, een_wijk(tx), f"n{nummer}", [groep], Boodschap("mislukt"), baan=Baan.HERINNERING)
        _naar(tx, *range(1, 11))

    groep = await database.write(1, een_account, "-100")
    await database.write(1, naar_groep)
    beurten = Beurten(Grenzen(1000, chat_per_seconde=1000, groep_per_minuut=5))
    async with draaiend(een_sender(database, bot, beurten=beurten)):
        await tot(lambda: ja(lambda: len(api.bezorgd) == 15))
        await asyncio.sleep(0.3)
    assert sorted(gekregen(api)) == [-100] * 5 + list(range(1, 11))
    assert Counter((await staten(database))[-100]) == {"verzonden": 5, "wachtend": 7}
    for rij in await rijen(database):
        assert rij.staat == "verzonden" or rij.niet_voor > datetime.now(UTC) + timedelta(seconds=50)


async def test_latency_does_not_lower_the_rate(database: Database, api: BotApi) -> None:
    """One after another it would be a minute; what 80 ms cost is measured in tests/bench."""
    await database.write(1, _naar, *range(1, 57))
    async with een_bot(api.url, 40) as bot, draaiend(een_sender(database, bot, beurten=snelheid(28))):
        api.latentie = 1.0
        await tot(lambda: klaar(database))
    assert set(await alle_staten(database)) == {"verzonden"}


async def test_only_what_can_go_in_the_next_moment_is_claimed(database: Database, api: BotApi, bot: Bot) -> None:
    """A kill at any moment leaves no more than these uncertain."""
    await database.write(1, _naar, *range(1, 101))
    bezig = []
    async with draaiend(een_sender(database, bot, beurten=snelheid(28))):
        for _ in range(20):
            await asyncio.sleep(0.05)
            bezig.append((await alle_staten(database)).count("bezig"))
    assert 0 < max(bezig) <= 20  # seven ahead, and those whose answer is under way


async def test_what_is_urgent_goes_before_a_broadcast_that_was_claimed_already(
    database: Database, api: BotApi, bot: Bot
) -> None:
    await database.write(1, _naar, *range(1, 41))
    async with draaiend(een_sender(database, bot, beurten=snelheid(8))):
        await tot(lambda: ja(lambda: len(api.bezorgd) >= 2))
        await database.write(1, _naar, 100, 101, sleutel="afgelast", baan=Baan.DRINGEND)
        vooraf = len(api.bezorgd)
        await tot(lambda: ja(lambda: {100, 101} <= set(gekregen(api))))
    assert max(gekregen(api).index(chat) for chat in (100, 101)) < vooraf + 12  # not behind all of the broadcast


async def test_a_stop_does_not_wait_for_turns_and_puts_back_what_had_none(
    database: Database, api: BotApi, bot: Bot
) -> None:
    await database.write(1, _naar, *range(1, 41))
    beurten = snelheid(8)
    async with draaiend(een_sender(database, bot, beurten=beurten)):
        await tot(lambda: ja(lambda: len(api.bezorgd) >= 2))
        beurten.geweigerd(500, 3600)
        beurten.geweigerd(501, 3600)  # all waits for an hour
        await asyncio.sleep(0.1)
        begin = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - begin < 20
    gevonden = Counter(await alle_staten(database))
    assert gevonden == {"verzonden": len(api.bezorgd), "wachtend": 40 - len(api.bezorgd)}


@pytest.mark.parametrize("vergeven", [False, True], ids=["still ours", "given up by another process"])
async def test_a_process_that_was_stopped_past_its_leases_sends_nothing_more_by_them(
    database: Database, database_url: str, api: BotApi, bot: Bot, monkeypatch: pytest.MonkeyPatch, vergeven: bool
) -> None:
    """SIGSTOP: nothing in the process runs, while the clock and other processes go on."""
    lease = uitgaand.ROEP + timedelta(seconds=1)
    monkeypatch.setattr(wachtrij, "LEASE", lease)
    await database.write(1, _naar, *range(1, 5))

    async def geef_op() -> int:
        ander = await open_database(database_url)
        straks = datetime.now(UTC) + lease * 2
        gevonden = await ander.write(None, outbox.verlopen_leases, straks)
        await ander.close()
        return gevonden

    def sta_stil() -> None:
        ander_proces = threading.Thread(target=lambda: opgegeven.append(asyncio.run(geef_op())))
        if vergeven:
            ander_proces.start()
            ander_proces.join()
        time.sleep(1.2)

    opgegeven: list[int] = []
    async with draaiend(een_sender(database, bot, beurten=snelheid(2))):
        await tot(lambda: _twee_gingen(database))
        geclaimd = {rij.id: rij.lease_nr for rij in await rijen(database) if rij.staat == "bezig"}
        sta_stil()
        await tot(lambda: _zijn_los(database, geclaimd))
    for rij in await rijen(database):
        if rij.id in geclaimd:  # what was put back may have been claimed anew
            assert rij.staat == "onzeker" if vergeven else rij.staat != "onzeker"
            assert rij.staat != "verzonden" or rij.lease_nr > geclaimd[rij.id]
    assert opgegeven == ([len(geclaimd)] if vergeven else [])


async def _zijn_los(database: Database, geclaimd: dict[int, int]) -> bool:
    """Say whether no row is claimed by this number any more."""
    return not any(geclaimd.get(rij.id) == rij.lease_nr and rij.staat == "bezig" for rij in await rijen(database))


async def _twee_gingen(database: Database) -> bool:
    """Say whether two were sent, and others are claimed."""
    gevonden = Counter(await alle_staten(database))
    return gevonden["verzonden"] >= 2 and gevonden["bezig"] > 0


UUR = fout(429, "Too Many Requests", retry_after=3600)
PLEK = Bijlage("plek", "", {"latitude": 52.0, "longitude": 5.6, "title": "Buurthuis", "address": "Lindelaan 1"})


@pytest.fixture
def met_plek(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message of the outbox has a place after it."""
    monkeypatch.setattr(uitgaand, "render", lambda boodschap, toon: replace(render(boodschap, toon), bijlagen=(PLEK,)))


@pytest.mark.usefixtures("met_plek")
@pytest.mark.parametrize(
    ("gedrag", "keren", "plekken"),
    [
        ([], 1, 1),
        ([fout(429, "Too Many Requests", retry_after=1)], 2, 1),
        ([UUR], 1, 0),
        ([fout(400, "Bad Request: wrong place")], 1, 0),
        ([KNIP_NA], 1, 1),
    ],
    ids=["goed", "429", "429 of an hour", "400", "cut after"],
)
async def test_what_comes_after_a_message_may_fail_and_the_message_does_not_go_twice(
    database: Database,
    api: BotApi,
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
    gedrag: list[Gedrag],
    keren: int,
    plekken: int,
) -> None:
    if UUR in gedrag:
        monkeypatch.setattr(uitgaand, "BIJLAGE", timedelta(seconds=2))  # so long it waits for a turn
    api.straks["sendVenue"] = list(gedrag)
    rij = await stuur_een(database, bot)
    assert rij.staat == "verzonden"
    assert api.roepen.count("sendMessage") == 1
    assert api.roepen.count("sendVenue") == keren
    assert len(api.bezorgd) == 1 + plekken


@pytest.mark.parametrize(
    ("gedrag", "einde", "keren"),
    [
        (fout(429, "Too Many Requests", retry_after=1), "verzonden", 2),
        (UUR, "onzeker", 1),
        (fout(400, "Bad Request: message is too long"), "mislukt", 1),
    ],
    ids=["429", "429 of an hour", "400"],
)
async def test_a_picture_whose_text_comes_after_it_does_not_go_twice(
    database: Database, api: BotApi, bot: Bot, monkeypatch: pytest.MonkeyPatch, gedrag: Gedrag, einde: str, keren: int
) -> None:
    lang = Bericht("x" * 2000, media=Bijlage("file_id", "foto.jpg", {"file_id": "AgAC"}))
    monkeypatch.setattr(uitgaand, "render", lambda boodschap, toon: lang)
    if gedrag == UUR:
        monkeypatch.setattr(wachtrij, "LEASE", uitgaand.ROEP + timedelta(seconds=3))
    api.straks["sendMessage"] = [gedrag]
    assert (await stuur_een(database, bot)).staat == einde
    assert api.roepen.count("sendPhoto") == 1
    assert api.roepen.count("sendMessage") == keren
