"""The chats of who was erased: what is of two days goes, in few calls, and nothing of it is kept longer than needed."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.chatwissing import Chatwissers
from bot.storage import Database, chatwissingen, inbox
from bot.storage import tables as t
from tests.builders import NU, een_account, een_wijk

alleen_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CHAT = 9001


class Chat:
    """Of a Sender only deleting: messages below an id are too old, and one of them keeps a whole call."""

    def __init__(self, te_oud: int = 0, fout: TelegramError | None = None) -> None:
        self.te_oud, self.fout = te_oud, fout
        self.weg: list[int] = []
        self.roepen = 0

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        assert chat == CHAT
        assert 1 <= len(message_ids) <= 100
        self.roepen += 1
        if self.fout is not None:
            raise self.fout
        if min(message_ids) < self.te_oud:
            raise BadRequest("Message can't be deleted")
        self.weg += message_ids


async def rij(database: Database, berichten: list[int], kanaal: str = "telegram") -> int:
    def schrijf(tx: Connection) -> int:
        wijk = een_wijk(tx)
        waarden = {"wijk": wijk, "kanaal": kanaal, "extern_id": str(CHAT), "berichten": berichten, "op": NU}
        tx.execute(insert(t.chatwissing).values(**waarden))
        return wijk

    return await database.write(0, schrijf)


def nieuw(database: Database, wijk: int, chat: Any) -> Chatwissers:
    """Return the part of the bot as it starts."""
    return Chatwissers(database, [wijk], "telegram", chat)


async def ronde(wissers: Chatwissers) -> None:
    await wissers.ronde()
    async with asyncio.timeout(20):
        await asyncio.gather(*wissers._rondes.onderweg.values())


async def over(database: Database) -> int:
    return len(await database.read(lambda tx: tx.execute(select(t.chatwissing)).all()))


@alleen_sqlite
@pytest.mark.parametrize("te_oud", [0, 1, 2, 101, 299, 300, 350])
async def test_exactly_what_is_not_too_old_goes_in_few_calls(database: Database, te_oud: int) -> None:
    berichten = list(range(300, 0, -1))
    wijk, chat = await rij(database, berichten), Chat(te_oud)
    await ronde(nieuw(database, wijk, chat))
    assert sorted(chat.weg) == [nummer for nummer in sorted(berichten) if nummer >= te_oud]
    assert chat.roepen <= 16
    assert await over(database) == 0, "the ids are gone with the call"


@alleen_sqlite
@pytest.mark.parametrize(
    ("fout", "blijft"),
    [
        (NetworkError("no network"), True),
        (TimedOut(), True),
        (RetryAfter(7), True),
        (Forbidden("Forbidden: bot was blocked by the user"), False),
        (BadRequest("Chat not found"), False),
    ],
)
async def test_what_cannot_be_done_now_is_tried_after_a_restart_and_what_never_can_is_forgotten(
    database: Database, fout: TelegramError, blijft: bool
) -> None:
    wijk, stuk, goed = await rij(database, [5, 4]), Chat(fout=fout), Chat()
    wissers = nieuw(database, wijk, stuk)
    for _ in range(2):
        await ronde(wissers)
    assert await over(database) == int(blijft)
    assert stuk.roepen < 8, "it waits before it tries again"
    await ronde(nieuw(database, wijk, goed))
    assert (goed.weg, await over(database)) == ([5, 4] if blijft else [], 0)


@alleen_sqlite
async def test_what_is_of_another_channel_stays_and_after_two_days_nothing_does(database: Database) -> None:
    wijk, chat = await rij(database, [5], "webchat"), Chat()
    await ronde(nieuw(database, wijk, chat))
    assert (chat.roepen, await over(database)) == (0, 1)
    await database.write(wijk, chatwissingen.ruim_op, wijk, NU)
    assert await over(database) == 1
    await database.write(wijk, chatwissingen.ruim_op, wijk, NU + timedelta(seconds=1))
    assert await over(database) == 0


def test_only_what_the_outbox_or_the_inbox_knew_to_be_in_that_chat_is_kept_and_without_any_nothing(
    tx: Connection,
) -> None:
    wijk = een_wijk(tx)
    anna, bram = een_account(tx, "1"), een_account(tx, "2")
    vast = {"wijk": wijk, "soort": "s", "data": {}, "kanaal": "telegram", "baan": 1, "niet_voor": NU}
    for nr, (wie, bericht) in enumerate([(anna, 7), (anna, 12), (anna, 12), (anna, None), (bram, 9)]):
        staat = "verzonden" if bericht else "wachtend"
        een = {"account": wie, "bericht_id": bericht, "sleutel": str(nr), "staat": staat}
        tx.execute(insert(t.outbox).values(**vast, **een))
    eigen = {"kanaal": "telegram", "bot": "b", "ontvangen_op": NU}
    bezig, tik = {"message": {"message_id": 20}}, {"callback_query": {"message": {"message_id": 18}}}
    rijen: list[dict[str, Any]] = [
        {"rij": "chat:1", "staat": "klaar", "berichten": [14, 15, 12]},
        {"rij": "chat:1", "staat": "ontvangen", "inhoud": json.dumps(bezig)},
        {"rij": "chat:1", "staat": "mislukt", "inhoud": json.dumps(tik)},
        {"rij": "persoon:1", "staat": "mislukt", "inhoud": json.dumps({"message": {"message_id": 30}})},
        {"rij": "chat:2", "staat": "klaar", "berichten": [16]},
    ]
    for nr, rij in enumerate(rijen):
        tx.execute(insert(t.inbox).values(**eigen, **rij, update_id=nr))
    chatwissingen.onthoud(tx, wijk, anna, NU)
    chatwissingen.onthoud(tx, wijk, een_account(tx, "3"), NU)
    inbox.vergeet(tx, "telegram", "1")
    inbox.klaar(tx, {2: [20, 21]})
    over = [*tx.execute(select(t.inbox.c.rij, t.inbox.c.berichten).where(t.inbox.c.rij != "chat:2"))]
    assert over == [("", None)] * 4, "what is answered after the erasing says no more whose it was"
    assert [(een.extern_id, een.berichten) for een in chatwissingen.te_doen(tx, [wijk], "telegram")] == [
        ("1", [20, 18, 15, 14, 12, 7])
    ]
