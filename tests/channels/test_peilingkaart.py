"""Messages about polls in groups: sent once, changed when something changed, seldom, and what follows when it fails."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import ColumnElement, Connection, Table, func, select
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError, TimedOut

from berichten import Bericht, Bijlage, Toon, vertaal
from bot.channels import rondes
from bot.channels.peilingkaart import HOOGSTENS, OPNIEUW_SECONDEN, Peilingkaarten
from bot.channels.sender import Weg
from bot.channels.transport import NietVerzonden
from bot.config import Verzending
from bot.services import peilingkaart
from bot.storage import Database, groepschats, kapot, peilingen, werkgroepen
from bot.storage import tables as t
from bot.storage.peilingkaarten import Kaart, Taak
from bot.storage.stemmers import Kiezer
from tests.builders import NU, een_account, een_bewoner, een_peiling, een_publiek_id, een_wijk

GROEP, TUSSEN = -100, 5.0
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What stands in the rows is tested on both databases, in tests/services/test_peilingkaart.py."""


class Klok:
    def __init__(self) -> None:
        self.nu = NU

    def now(self) -> datetime:
        return self.nu


class Groepen:
    """A Sender that keeps what it sends and changes in groups, and fails as told."""

    def __init__(self) -> None:
        self.gestuurd: list[tuple[int, Bericht]] = []
        self.gewijzigd: list[tuple[int, int, Bericht]] = []
        self.fout: TelegramError | None = None
        self.hangt: dict[int, asyncio.Event] = {}

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        self.gestuurd.append((chat, bericht))
        if chat in self.hangt:
            await self.hangt[chat].wait()
        if self.fout:
            raise self.fout
        return len(self.gestuurd)

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        if self.fout:
            raise self.fout
        self.gewijzigd.append((chat, message_id, bericht))

    def op(self, weg: Weg) -> "Groepen":
        raise AssertionError("the lane is chosen already")

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        raise AssertionError("no attachments")

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        raise AssertionError("this sends a new message when one is gone")

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        raise AssertionError("nothing is deleted")

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        raise AssertionError("nobody tapped")


class Opstelling:
    def __init__(self, database: Database, tijd: list[float]) -> None:
        self.database, self.groepen, self._tijd = database, Groepen(), tijd
        self.klok, self.wijk = Klok(), 0
        self.kaarten = self.nieuw()

    def nieuw(self) -> Peilingkaarten:
        """Return the part of the bot as it starts."""
        toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
        wat = self.database, "telegram", peilingkaart, self.groepen, {self.wijk: toon}, self.klok, TUSSEN
        self.kaarten = Peilingkaarten(*wat, toon.zone, Verzending())
        return self.kaarten

    async def ronde(self, na: float = TUSSEN) -> tuple[int, int]:
        """Let so many seconds pass; return how often a message went and how often one was changed."""
        self._tijd[0] += na
        await self.kaarten.ronde()
        async with asyncio.timeout(20):
            await asyncio.gather(*self.kaarten._rondes.onderweg.values())
        return len(self.groepen.gestuurd), len(self.groepen.gewijzigd)

    async def peiling(self) -> int:
        """Open a poll for the werkgroep that shows how many voted."""

        def maak(tx: Connection) -> int:
            bereik = tx.scalar(select(t.werkgroep.c.publiek_id))
            return een_peiling(tx, self.wijk, doelgroep="werkgroep", doelgroep_bereik=bereik, live=True)

        return await self.database.write(self.wijk, maak)

    async def stem(self, peiling: int, aantal: int) -> None:
        """Let so many more people vote."""

        def stem(tx: Connection) -> None:
            for _ in range(aantal):
                wie = Kiezer("bewoner", een_bewoner(tx, self.wijk))
                peilingen.stem(tx, self.wijk, peiling, wie, "[0]", een_publiek_id().encode()[:16])

        await self.database.write(self.wijk, stem)

    async def sluit(self, peiling: int) -> None:
        await self.database.write(self.wijk, peilingen.sluit, peiling, NU)

    async def gezegd(self) -> list[str]:
        """Return what was told to who joined the group."""
        return await self.database.read(lambda tx: list(tx.scalars(select(t.outbox.c.soort))))

    async def tel(self, tabel: Table, *waar: ColumnElement[bool]) -> int:
        vraag = select(func.count()).select_from(tabel).where(*waar)
        return await self.database.read(lambda tx: tx.scalar(vraag) or 0)


@pytest.fixture
async def opstelling(database: Database, monkeypatch: pytest.MonkeyPatch) -> Opstelling:
    tijd = [100.0]
    monkeypatch.setattr(rondes, "monotonic", lambda: tijd[0])
    opstelling = Opstelling(database, tijd)

    def begin(tx: Connection) -> int:
        wijk = een_wijk(tx)
        werkgroepen.vul_aan(tx, wijk, [("techniek", een_publiek_id())])
        groep = werkgroepen.lijst(tx, wijk, 0)[0]
        groepschats.koppel(tx, wijk, groep.id, "telegram", GROEP, "Straatapp", een_account(tx))
        return wijk

    opstelling.wijk = await database.write(None, begin)
    opstelling.nieuw()
    return opstelling


async def test_a_poll_is_one_message_that_changes_into_its_result(opstelling: Opstelling) -> None:
    peiling = await opstelling.peiling()
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 0)] * 3
    await opstelling.stem(peiling, 10)
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 1)] * 3
    await opstelling.sluit(peiling)
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 2)] * 3
    assert {(chat, nummer) for chat, nummer, _ in opstelling.groepen.gewijzigd} == {(GROEP, 1)}
    assert await opstelling.tel(t.peilingkaart) == 0


async def test_many_votes_at_once_are_one_change_and_a_group_is_left_alone_after_it(opstelling: Opstelling) -> None:
    peiling, ander = await opstelling.peiling(), await opstelling.peiling()
    assert await opstelling.ronde() == (1, 0)
    assert await opstelling.ronde(TUSSEN - 0.1) == (1, 0)
    assert await opstelling.ronde(0.2) == (2, 0)
    for aantal in range(6):
        await opstelling.stem(peiling, 5)
        await opstelling.stem(ander, 5)
        assert await opstelling.ronde(0) == (2, 0), aantal
    assert [await opstelling.ronde() for _ in range(4)] == [(2, 1), (2, 2), (2, 2), (2, 2)]


async def test_at_night_nothing_new_comes_and_what_is_there_still_changes(opstelling: Opstelling) -> None:
    eerste = await opstelling.peiling()
    await opstelling.ronde()
    opstelling.klok.nu = NU.replace(hour=23)
    await opstelling.peiling()
    assert await opstelling.ronde() == (1, 0)
    await opstelling.sluit(eerste)
    assert [await opstelling.ronde() for _ in range(2)] == [(1, 1)] * 2
    opstelling.klok.nu = NU + timedelta(hours=23)
    assert await opstelling.ronde() == (2, 1)


async def test_a_restart_sends_nothing_again(opstelling: Opstelling) -> None:
    peiling = await opstelling.peiling()
    await opstelling.ronde()
    opstelling.nieuw()
    assert await opstelling.ronde() == (1, 0)
    await opstelling.stem(peiling, 10)
    opstelling.nieuw()
    assert await opstelling.ronde() == (1, 1)


async def test_a_kill_while_a_message_goes_costs_one_more_and_a_group_that_hangs_keeps_no_other_waiting(
    opstelling: Opstelling,
) -> None:
    await opstelling.peiling()

    def nog_een(tx: Connection) -> None:
        werkgroepen.vul_aan(tx, opstelling.wijk, [("klankbord", een_publiek_id())])
        groep = werkgroepen.lijst(tx, opstelling.wijk, 0)[1]
        groepschats.koppel(tx, opstelling.wijk, groep.id, "telegram", -200, "Nog een", een_account(tx, "2"))
        voor = {"doelgroep": "werkgroep", "doelgroep_bereik": groep.publiek_id}
        een_peiling(tx, opstelling.wijk, ["a", "b"], **voor)

    await opstelling.database.write(opstelling.wijk, nog_een)
    opstelling.groepen.hangt[GROEP] = asyncio.Event()
    eerste = opstelling.kaarten
    async with asyncio.timeout(20):
        while await opstelling.tel(t.peilingkaart, t.peilingkaart.c.bericht_id.is_not(None)) == 0:
            await eerste.ronde()
            await asyncio.sleep(0.01)
    assert sorted(chat for chat, _ in opstelling.groepen.gestuurd) == [-200, GROEP]
    for taak in list(eerste._rondes.onderweg.values()):
        taak.cancel()
    opstelling.groepen.hangt.clear()
    opstelling.nieuw()
    assert [await opstelling.ronde() for _ in range(3)] == [(3, 0)] * 3
    assert opstelling.groepen.gestuurd[-1][0] == GROEP


async def test_a_message_that_someone_took_away_comes_once_more_and_is_then_given_up(opstelling: Opstelling) -> None:
    peiling = await opstelling.peiling()
    await opstelling.ronde()
    for keer in range(HOOGSTENS):
        await opstelling.stem(peiling, 10)
        opstelling.groepen.fout = BadRequest("Message to edit not found")
        await opstelling.ronde()
        opstelling.groepen.fout = None
        assert await opstelling.ronde() == (min(keer + 2, HOOGSTENS), 0)
    await opstelling.stem(peiling, 10)
    assert await opstelling.ronde() == (HOOGSTENS, 0)
    assert await opstelling.gezegd() == ["peilingkaart.lukt_niet"]


async def test_a_poll_that_cannot_be_shown_keeps_no_other_of_its_group_waiting(
    opstelling: Opstelling, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stuk, _ = await opstelling.peiling(), await opstelling.peiling()
    echt = peilingkaart.taak

    def taak(tx: Connection, kaart: Kaart, now: datetime) -> Taak | None:
        if kaart.peiling == stuk:
            raise LookupError(str(kaart.chat))
        return echt(tx, kaart, now)

    monkeypatch.setattr(kapot, "_verteld", {})
    monkeypatch.setattr(peilingkaart, "taak", taak)
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 0)] * 3
    assert caplog.text.count("peilingkaart row") == 1
    assert str(GROEP) not in caplog.text
    monkeypatch.setattr(peilingkaart, "taak", echt)
    assert await opstelling.ronde(60) == (2, 0)


async def test_of_a_closed_poll_whose_message_is_gone_nothing_more_comes(opstelling: Opstelling) -> None:
    peiling = await opstelling.peiling()
    await opstelling.ronde()
    await opstelling.sluit(peiling)
    opstelling.groepen.fout = BadRequest("Message to edit not found")
    assert [await opstelling.ronde() for _ in range(2)] == [(1, 0)] * 2
    assert (await opstelling.tel(t.peilingkaart), await opstelling.gezegd()) == (0, [])


async def test_where_the_bot_may_not_write_it_tries_once_and_says_so(opstelling: Opstelling) -> None:
    await opstelling.peiling()
    opstelling.groepen.fout = BadRequest("Not enough rights to send text messages to the chat")
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 0)] * 3
    assert await opstelling.gezegd() == ["peilingkaart.lukt_niet"]


@pytest.mark.parametrize("later", [False, True], ids=["at first", "at a change"])
async def test_a_group_from_which_the_bot_was_taken_is_let_go(opstelling: Opstelling, later: bool) -> None:
    peiling = await opstelling.peiling()
    if later:
        await opstelling.ronde()
        await opstelling.stem(peiling, 10)
    opstelling.groepen.fout = Forbidden("Forbidden: bot was kicked from the group chat")
    assert [await opstelling.ronde() for _ in range(3)] == [(1, 0)] * 3
    assert await opstelling.gezegd() == ["groepschat.weg"]
    assert (await opstelling.tel(t.groepschat), await opstelling.tel(t.peilingkaart)) == (0, 0)


@pytest.mark.parametrize(
    ("fout", "gaat"),
    [(RetryAfter(7), 3), (NietVerzonden("no connection"), 3), (TimedOut(), 2)],
    ids=["429", "not sent", "perhaps sent"],
)
async def test_what_was_not_sent_goes_later_and_what_perhaps_was_goes_once_more(
    opstelling: Opstelling, fout: TelegramError, gaat: int
) -> None:
    await opstelling.peiling()
    opstelling.groepen.fout = fout
    assert await opstelling.ronde() == (1, 0)
    assert await opstelling.ronde(OPNIEUW_SECONDEN - 0.1) == (1, 0)
    for _ in range(2):
        await opstelling.ronde(8)
    assert len(opstelling.groepen.gestuurd) == gaat
    opstelling.groepen.fout = None
    await opstelling.ronde(8)
    assert await opstelling.gezegd() == (["peilingkaart.lukt_niet"] if gaat == 2 else [])


async def test_a_change_that_did_not_arrive_is_made_later(opstelling: Opstelling) -> None:
    peiling = await opstelling.peiling()
    await opstelling.ronde()
    await opstelling.stem(peiling, 10)
    for fout in (TimedOut(), RetryAfter(3)):
        opstelling.groepen.fout = fout
        assert await opstelling.ronde() == (1, 0)
    opstelling.groepen.fout = None
    assert await opstelling.ronde() == (1, 1)


@pytest.mark.parametrize("later", [False, True], ids=["at first", "at a change"])
async def test_a_group_that_turns_out_to_have_another_id_is_followed(opstelling: Opstelling, later: bool) -> None:
    peiling = await opstelling.peiling()
    if later:
        await opstelling.ronde()
        await opstelling.stem(peiling, 10)
    opstelling.groepen.fout = ChatMigrated(-1000)
    await opstelling.ronde()
    opstelling.groepen.fout = None
    await opstelling.ronde()
    assert opstelling.groepen.gestuurd[-1][0] == -1000
    assert await opstelling.gezegd() == []
