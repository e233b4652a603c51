"""The list of commands in a chat: set after the change, coalesced, tried again, and quiet where it is refused."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, select, update
from telegram import Bot

from bot.channels.opdrachtmenu import Menuzetter
from bot.channels.transport import AiohttpRequest
from bot.services import bewoner
from bot.services.handeling import BEGELEIDER
from bot.storage import Database, accounts, opdrachtmenus
from bot.storage import tables as t
from tests.builders import een_account, een_rol, een_wijk, handeling
from tests.channels.botapi import GOED, KNIP_NA, KNIP_VOOR, RAAR, TOKEN, TRAAG, BotApi, Gedrag, bedien, fout

ROEP = "setMyCommands"


class Opstelling:
    """A wijk with one begeleider, and what sets the lists."""

    def __init__(self, database: Database, api: BotApi, bot: Bot, wijk: int, account: int) -> None:
        self.database = database
        self.api = api
        self.wijk = wijk
        self.account = account
        self.zetter = Menuzetter(database, [wijk], "telegram", bot, kan=())

    async def wens(self) -> None:
        await self.database.write(self.wijk, opdrachtmenus.wens, self.wijk, [self.account])

    async def haast(self) -> None:
        """Let a wish that waits for its next try be due now."""
        nu = update(t.opdrachtmenu).values(niet_voor=opdrachtmenus.DIRECT)
        await self.database.write(self.wijk, lambda tx: tx.execute(nu))

    async def staat(self) -> tuple[int, int, bool]:
        """Return the wish, what was carried out, and whether the list is known."""
        vraag = select(t.opdrachtmenu.c.gewenst, t.opdrachtmenu.c.gezet, t.opdrachtmenu.c.inhoud.is_not(None))
        rij = await self.database.read(lambda tx: tx.execute(vraag).one())
        return rij[0], rij[1], bool(rij[2])


@pytest.fixture
async def op(database: Database) -> AsyncIterator[Opstelling]:
    def begin(tx: Connection) -> tuple[int, int]:
        wijk = een_wijk(tx)
        account = een_account(tx, "7")
        een_rol(tx, wijk, BEGELEIDER, "7")
        return wijk, account

    wijk, account = await database.write(None, begin)
    async with bedien() as api:
        request = AiohttpRequest(0.2), AiohttpRequest(0.2)
        async with Bot(TOKEN, base_url=f"{api.url}/bot", request=request[0], get_updates_request=request[1]) as bot:
            yield Opstelling(database, api, bot, wijk, account)


async def test_many_wishes_are_one_call_and_the_same_list_is_not_set_again(op: Opstelling) -> None:
    for _ in range(5):
        await op.wens()
    await op.zetter.ronde()
    assert op.api.roepen.count(ROEP) == 1
    assert await op.staat() == (5, 5, True)
    await op.wens()
    await op.zetter.ronde()
    assert op.api.roepen.count(ROEP) == 1
    assert await op.staat() == (6, 6, True)


@pytest.mark.parametrize(
    "wijzig",
    [
        lambda tx, op: accounts.wijzig(tx, op.account, taal="en"),
        lambda tx, op: tx.execute(t.rol.delete()),
        lambda tx, op: een_rol(tx, op.wijk, "organisator", "7"),
    ],
    ids=["language", "role lost", "role got"],
)
async def test_another_language_or_role_is_another_list(
    op: Opstelling, wijzig: Callable[[Connection, Opstelling], object]
) -> None:
    await op.wens()
    await op.zetter.ronde()
    await op.database.write(op.wijk, lambda tx: wijzig(tx, op))
    await op.wens()
    await op.zetter.ronde()
    assert op.api.roepen.count(ROEP) == 2


@pytest.mark.parametrize("gedrag", [KNIP_VOOR, KNIP_NA, TRAAG, RAAR, fout(502, "Bad Gateway")], ids=str)
async def test_what_may_not_have_arrived_is_set_again(op: Opstelling, gedrag: Gedrag) -> None:
    op.api.straks[ROEP] = [gedrag, GOED]
    await op.wens()
    await op.zetter.ronde()
    assert (await op.staat())[1] == 0
    await op.haast()
    await op.zetter.ronde()
    assert await op.staat() == (1, 1, True)


async def test_a_429_rests_as_long_as_it_asks(op: Opstelling) -> None:
    op.api.straks[ROEP] = [fout(429, "Too Many Requests: retry after 7", retry_after=7)]
    await op.wens()
    assert await op.zetter.ronde() == 7.0
    vraag = select(t.opdrachtmenu.c.niet_voor)
    niet_voor = await op.database.read(lambda tx: tx.scalar(vraag))
    assert niet_voor is not None
    assert 5 < (niet_voor - datetime.now(UTC)).total_seconds() <= 7


@pytest.mark.parametrize(
    "nee",
    [fout(403, "Forbidden: bot was blocked by the user"), fout(400, "Bad Request: chat not found")],
    ids=["blocked", "never began"],
)
async def test_a_refusal_ends_it_quietly_and_coming_back_tries_again(op: Opstelling, nee: Gedrag) -> None:
    op.api.straks[ROEP] = [nee]
    await op.wens()
    await op.zetter.ronde()
    assert await op.staat() == (1, 1, False)
    await op.zetter.ronde()
    assert op.api.roepen.count(ROEP) == 1
    await op.database.write(op.wijk, bewoner.bereikbaar, handeling(op.wijk, "7"), True)
    await op.zetter.ronde()
    assert await op.staat() == (2, 2, True)


async def test_a_wish_that_comes_while_one_is_carried_out_is_not_lost(op: Opstelling) -> None:
    await op.wens()
    (wens,) = await op.database.read(opdrachtmenus.te_doen, [op.wijk], "telegram", 9, datetime.now(UTC))
    await op.wens()
    await op.database.write(op.wijk, opdrachtmenus.gezet, wens, "oud")
    assert await op.staat() == (2, 1, True)
    await op.zetter.ronde()
    assert await op.staat() == (2, 2, True)


async def test_a_resident_who_speaks_the_language_of_their_phone_needs_no_list_of_their_own(op: Opstelling) -> None:
    def kies(tx: Connection) -> None:
        for wie, taal in (("8", "nl"), ("9", "en")):
            een_account(tx, wie)
            bewoner.zet_taal(tx, handeling(op.wijk, wie, taalcode="nl"), taal)

    await op.database.write(op.wijk, kies)
    open_ = await op.database.read(opdrachtmenus.te_doen, [op.wijk], "telegram", 9, datetime.now(UTC))
    assert [(w.extern_id, w.taal) for w in open_] == [("9", "en")]


async def test_the_start_wishes_it_for_all_with_a_role_or_a_list(op: Opstelling) -> None:
    await op.database.write(op.wijk, opdrachtmenus.wens_rollen, op.wijk)
    assert await op.staat() == (1, 0, False)
    await op.database.write(op.wijk, lambda tx: tx.execute(t.rol.delete()))
    await op.database.write(op.wijk, opdrachtmenus.wens_rollen, op.wijk)
    assert await op.staat() == (2, 0, False)
