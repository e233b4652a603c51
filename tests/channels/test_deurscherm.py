"""Screens of the door: which are renewed, when, and that what fails at one keeps nothing else waiting."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut

from berichten import Bericht, Bijlage
from bot.channels import rondes
from bot.channels.deurscherm import Deurschermen
from bot.channels.sender import Weg
from bot.rules.deurcode import toont
from bot.services import deur
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import Database, accounts, deuren, deurschermen
from bot.storage import tables as t
from tests.builders import NU, een_bijeenkomst, een_wijk, handeling
from tests.channels.zenden import toon

NOOR, IBRAHIM = "9001", "9002"
HALF = timedelta(seconds=30)


class Klok:
    def __init__(self) -> None:
        self.nu = NU

    def now(self) -> datetime:
        return self.nu


class Telefoons:
    """A Sender that keeps what each message shows, fails as told, and may hang."""

    def __init__(self) -> None:
        self.beelden: list[tuple[int, int, Bericht]] = []
        self.fout: dict[int, TelegramError] = {}
        self.hangt: dict[int, asyncio.Event] = {}

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        if chat in self.hangt:
            await self.hangt[chat].wait()
        if chat in self.fout:
            raise self.fout[chat]
        self.beelden.append((chat, message_id, bericht))

    def op(self, weg: Weg) -> "Telefoons":
        raise AssertionError("the lane is chosen already")

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        raise AssertionError("no attachments")

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        raise AssertionError("no new messages")

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        raise AssertionError("this sends a new message when one is gone")

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        raise AssertionError("nothing is deleted")

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        raise AssertionError("nobody tapped")


class Opstelling:
    def __init__(self, database: Database) -> None:
        self.database, self.klok, self.telefoons = database, Klok(), Telefoons()
        self.wijk = 0
        self.publiek_id = ""

    def nieuw(self) -> Deurschermen:
        """Return the part of the bot as it starts."""
        waar = self.database, [self.wijk], "telegram"
        return Deurschermen(*waar, deur.ROLLEN, self.telefoons, toon, self.klok)

    async def tik(self, wie: str, bericht_id: int) -> None:
        doet = handeling(self.wijk, wie, now=self.klok.nu)
        await self.database.write(self.wijk, deur.toon, doet, self.publiek_id, bericht_id)

    async def ronde(self, schermen: Deurschermen, na: timedelta = timedelta(0)) -> list[tuple[int, int]]:
        """Move the clock on; return which messages got a picture."""
        self.klok.nu += na
        voor = len(self.telefoons.beelden)
        await schermen.ronde()
        async with asyncio.timeout(20):
            await asyncio.gather(*schermen._rondes.onderweg.values())
        return [(chat, bericht) for chat, bericht, _ in self.telefoons.beelden[voor:]]

    async def rijen(self) -> int:
        return await self.database.read(lambda tx: len(tx.execute(t.deurscherm.select()).all()))


@pytest.fixture
async def opstelling(database: Database) -> Opstelling:
    opstelling = Opstelling(database)

    def begin(tx: Connection) -> tuple[int, str]:
        wijk = een_wijk(tx)
        accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
        return wijk, een_bijeenkomst(tx, wijk).publiek_id

    opstelling.wijk, opstelling.publiek_id = await database.write(None, begin)
    return opstelling


async def test_each_half_minute_brings_a_new_picture_with_the_code_of_that_moment(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    schermen = opstelling.nieuw()
    assert await opstelling.ronde(schermen) == []
    assert await opstelling.ronde(schermen, HALF - timedelta(milliseconds=1)) == []
    for _ in range(3):
        assert await opstelling.ronde(schermen, HALF) == [(9001, 5)]
        assert await opstelling.ronde(schermen) == []
        gevonden = await opstelling.database.read(deuren.zoek, opstelling.wijk, opstelling.publiek_id)
        assert gevonden is not None
        wat = toont(gevonden.geheim, gevonden.publiek_id, opstelling.klok.nu)
        foto = opstelling.telefoons.beelden[-1][2].media
        assert foto is not None
        assert foto.data["link"].endswith(wat.token)
        assert foto.data["code"].replace(" ", "") == wat.code


async def test_it_ends_after_half_an_hour_unless_someone_keeps_it_on(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    schermen = opstelling.nieuw()
    await opstelling.ronde(schermen, timedelta(minutes=25))
    await opstelling.tik(NOOR, 5)
    assert await opstelling.ronde(schermen, timedelta(minutes=10)) == [(9001, 5)]
    assert await opstelling.rijen() == 1
    assert await opstelling.ronde(schermen, timedelta(minutes=20)) == [(9001, 5)]
    laatste = opstelling.telefoons.beelden[-1][2].media
    assert laatste is not None
    assert laatste.data["link"] == ""
    assert await opstelling.rijen() == 0
    assert await opstelling.ronde(schermen, HALF) == []


async def test_a_restart_goes_on_where_it_was(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.ronde(opstelling.nieuw(), HALF)
    assert await opstelling.ronde(opstelling.nieuw()) == []
    assert await opstelling.ronde(opstelling.nieuw(), HALF) == [(9001, 5)]


async def test_two_begeleiders_each_have_a_screen_and_a_newer_message_takes_over(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.tik(IBRAHIM, 6)
    await opstelling.tik(NOOR, 7)
    schermen = opstelling.nieuw()
    assert sorted(await opstelling.ronde(schermen, HALF)) == [(9001, 5), (9001, 7), (9002, 6)]  # 5 for the last time
    assert sorted(await opstelling.ronde(schermen, HALF)) == [(9001, 7), (9002, 6)]


@pytest.mark.parametrize(
    "fout", [BadRequest("Message to edit not found"), Forbidden("bot was blocked by the user")], ids=["gone", "blocked"]
)
async def test_a_message_that_is_gone_ends_quietly_and_the_other_goes_on(
    opstelling: Opstelling, fout: TelegramError
) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.tik(IBRAHIM, 6)
    opstelling.telefoons.fout[9001] = fout
    schermen = opstelling.nieuw()
    assert await opstelling.ronde(schermen, HALF) == [(9002, 6)]
    assert await opstelling.rijen() == 1


@pytest.mark.parametrize("fout", [RetryAfter(7), TimedOut()], ids=["429", "network"])
async def test_a_network_that_fails_for_a_while_is_waited_for_and_then_the_newest_is_shown(
    opstelling: Opstelling, fout: TelegramError, monkeypatch: pytest.MonkeyPatch
) -> None:
    tijd = [100.0]
    monkeypatch.setattr(rondes, "monotonic", lambda: tijd[0])
    await opstelling.tik(NOOR, 5)
    schermen = opstelling.nieuw()
    opstelling.telefoons.fout[9001] = fout
    assert await opstelling.ronde(schermen, HALF) == []
    del opstelling.telefoons.fout[9001]
    tijd[0] += 2.9
    assert await opstelling.ronde(schermen, timedelta(seconds=3)) == []
    tijd[0] += 4.2
    assert await opstelling.ronde(schermen, timedelta(seconds=4)) == [(9001, 5)]
    assert await opstelling.rijen() == 1


async def test_a_call_that_hangs_keeps_nobody_else_waiting(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.tik(IBRAHIM, 6)
    opstelling.telefoons.hangt[9001] = asyncio.Event()
    schermen = opstelling.nieuw()
    async with asyncio.timeout(20):
        opstelling.klok.nu += HALF
        await schermen.ronde()
        while not opstelling.telefoons.beelden:
            await schermen.ronde()
            await asyncio.sleep(0.01)
    assert [chat for chat, _, _ in opstelling.telefoons.beelden] == [9002]
    opstelling.telefoons.hangt[9001].set()
    await asyncio.gather(*schermen._rondes.onderweg.values())
    assert [chat for chat, _, _ in opstelling.telefoons.beelden] == [9002, 9001]


async def test_who_lost_the_role_sees_no_more_codes(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.database.write(None, accounts.zet_rollen, opstelling.wijk, [])
    schermen = opstelling.nieuw()
    assert await opstelling.ronde(schermen, HALF) == [(9001, 5)]
    foto = opstelling.telefoons.beelden[-1][2].media
    assert foto is not None
    assert foto.data["link"] == ""
    assert await opstelling.rijen() == 0


async def test_closing_the_door_takes_the_code_off_every_screen(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    await opstelling.tik(IBRAHIM, 6)
    doet = handeling(opstelling.wijk, NOOR, now=opstelling.klok.nu)
    await opstelling.database.write(opstelling.wijk, deur.sluit, doet, opstelling.publiek_id)
    assert sorted(await opstelling.ronde(opstelling.nieuw())) == [(9001, 5), (9002, 6)]
    assert {beeld.media.data["link"] for _, _, beeld in opstelling.telefoons.beelden if beeld.media} == {""}
    assert await opstelling.rijen() == 0


async def test_a_tap_that_keeps_it_on_wins_from_an_ending_under_way(opstelling: Opstelling) -> None:
    await opstelling.tik(NOOR, 5)
    opstelling.klok.nu += deur.SCHERM
    (scherm,) = await opstelling.database.read(
        deurschermen.te_doen, [opstelling.wijk], "telegram", deur.ROLLEN, opstelling.klok.nu
    )
    await opstelling.tik(NOOR, 5)
    await opstelling.database.write(None, deurschermen.weg, scherm)
    assert await opstelling.rijen() == 1
