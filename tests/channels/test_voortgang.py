"""The message that shows how a broadcast goes: one, changed while it goes, and the report at the end."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select, update
from telegram.error import BadRequest, RetryAfter, TelegramError, TimedOut

from berichten import Bericht
from berichten.bericht import MAKERS
from berichten.voortgang import VOL
from bot.channels import voortgang as module
from bot.channels.voortgang import Voortgangen
from bot.config import Verzending
from bot.services import uitzending
from bot.services.handeling import BEGELEIDER
from bot.storage import Database, accounts, kapot
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_uitzending, een_wijk, handeling
from tests.channels.zenden import ZONE, toon
from tests.wereld import Klok, zin

NOOR = "9001"


class Telefoon:
    """A Sender that keeps what the message showed, fails as told, and may hang."""

    def __init__(self) -> None:
        self.teksten: list[str] = []
        self.fout: TelegramError | None = None
        self.hangt: asyncio.Event | None = None

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        assert (chat, message_id) == (9001, 55)
        if self.hangt:
            await self.hangt.wait()
        if self.fout:
            raise self.fout
        self.teksten.append(bericht.tekst)


class Opstelling:
    def __init__(self, database: Database) -> None:
        self.database, self.telefoon, self.klok = database, Telefoon(), Klok()
        self.wijk = 0
        self.id = ""
        self.voortgangen = self.nieuw()

    def nieuw(self) -> Voortgangen:
        """Return the part of the bot as it starts."""
        telefoon: Any = self.telefoon
        waar = self.database, [self.wijk], "telegram"
        return Voortgangen(*waar, telefoon, toon, self.klok, ZONE, Verzending())

    async def ronde(self) -> list[str]:
        """Let one round come, whenever the last was; return what the message showed since."""
        voor = len(self.telefoon.teksten)
        self.voortgangen._rondes.niet_voor.clear()
        await self.voortgangen.ronde()
        async with asyncio.timeout(20):
            await asyncio.gather(*self.voortgangen._rondes.onderweg.values())
        return self.telefoon.teksten[voor:]

    async def doe(self, functie: Callable[[Connection], Any]) -> Any:
        return await self.database.write(self.wijk, functie)

    async def zet(self, staat: str, hoeveel: int) -> None:
        """Let some of those that wait end."""

        def zet(tx: Connection) -> None:
            wachtend = select(t.outbox.c.id).where(t.outbox.c.uitzending.is_not(None), t.outbox.c.staat == "wachtend")
            ids = list(tx.scalars(wachtend.order_by(t.outbox.c.id).limit(hoeveel)))
            tx.execute(update(t.outbox).where(t.outbox.c.id.in_(ids)).values(staat=staat))

        await self.doe(zet)

    async def maker_heeft(self) -> list[Any]:
        """Return what the maker was sent, apart from changes."""
        vraag = select(t.outbox.c.soort, t.outbox.c.data).where(t.outbox.c.uitzending.is_(None))
        rijen: list[Any] = await self.doe(lambda tx: list(tx.execute(vraag.order_by(t.outbox.c.id))))
        return rijen


@pytest.fixture
async def opstelling(database: Database) -> Opstelling:
    """A broadcast to ten neighbours, whose maker has the message."""
    opstelling = Opstelling(database)

    def begin(tx: Connection) -> tuple[int, str]:
        wijk = een_wijk(tx)
        accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
        naar = [een_account(tx, str(100 + n), bewoner=een_bewoner(tx, wijk)) for n in range(10)]
        return wijk, een_uitzending(tx, wijk, een_account(tx, NOOR), naar)

    opstelling.wijk, opstelling.id = await database.write(None, begin)
    opstelling.voortgangen = opstelling.nieuw()
    assert await opstelling.ronde() == []
    eerste = update(t.outbox).where(t.outbox.c.soort == "uitzending.voortgang")
    await opstelling.doe(lambda tx: tx.execute(eerste.values(staat="verzonden", bericht_id=55)))
    return opstelling


async def test_the_message_follows_how_it_goes_and_ends_as_the_report(opstelling: Opstelling) -> None:
    (begin,) = await opstelling.ronde()
    assert zin("voortgang.verzonden", verzonden=0, geheel=10) in begin
    assert await opstelling.ronde() == [], "nothing changed: nothing is sent"
    await opstelling.zet("verzonden", 4)
    (half,) = await opstelling.ronde()
    assert (half.count(VOL), zin("voortgang.verzonden", verzonden=4, geheel=10) in half) == (4, True)
    await opstelling.zet("onzeker", 1)
    await opstelling.zet("verzonden", 5)
    (verslag,) = await opstelling.ronde()
    assert zin("voortgang.kop.klaar") in verslag
    assert zin("voortgang.onzeker", aantal=1) in verslag
    assert await opstelling.ronde() == []
    assert len(await opstelling.maker_heeft()) == 1


async def test_at_night_it_says_when_it_goes_on(opstelling: Opstelling) -> None:
    opstelling.klok.nu = NU.replace(hour=22)
    (stil,) = await opstelling.ronde()
    assert "2 februari 2027 om 08:00" in stil
    assert zin("voortgang.over") not in stil


async def test_a_restart_goes_on_in_the_same_message(opstelling: Opstelling) -> None:
    await opstelling.ronde()
    opstelling.voortgangen = opstelling.nieuw()
    await opstelling.zet("verzonden", 10)
    opstelling.telefoon.fout = TimedOut()
    assert await opstelling.ronde() == []
    opstelling.voortgangen = opstelling.nieuw()
    opstelling.telefoon.fout = None
    (verslag,) = await opstelling.ronde()
    assert zin("voortgang.kop.klaar") in verslag
    assert len(await opstelling.maker_heeft()) == 1


@pytest.mark.parametrize("fout", [RetryAfter(3600), TimedOut()])
async def test_what_cannot_be_shown_now_is_tried_later_and_not_at_once(
    opstelling: Opstelling, fout: TelegramError
) -> None:
    opstelling.telefoon.fout = fout
    assert await opstelling.ronde() == []
    opstelling.telefoon.fout = None
    await opstelling.voortgangen.ronde()
    assert opstelling.voortgangen._rondes.onderweg == {}
    assert len(await opstelling.ronde()) == 1


async def test_who_deleted_the_message_gets_the_report_as_a_new_one(opstelling: Opstelling) -> None:
    opstelling.telefoon.fout = BadRequest("Message to edit not found")
    assert await opstelling.ronde() == []
    assert len(await opstelling.maker_heeft()) == 1
    await opstelling.zet("verzonden", 10)
    await opstelling.ronde()
    _, verslag = await opstelling.maker_heeft()
    assert (verslag.soort, verslag.data["klaar"]) == ("uitzending.voortgang", True)
    await opstelling.ronde()
    assert len(await opstelling.maker_heeft()) == 2


async def test_it_is_changed_every_two_seconds_at_most(opstelling: Opstelling) -> None:
    await opstelling.ronde()
    await opstelling.zet("verzonden", 1)
    await opstelling.voortgangen.ronde()
    assert opstelling.voortgangen._rondes.onderweg == {}
    assert module.TUSSEN_SECONDEN == 2.0


async def test_one_that_hangs_is_not_begun_twice_and_stopping_does_not_wait_for_it(opstelling: Opstelling) -> None:
    opstelling.telefoon.hangt = asyncio.Event()
    opstelling.voortgangen._rondes.niet_voor.clear()
    await opstelling.voortgangen.ronde()
    (taak,) = opstelling.voortgangen._rondes.onderweg.values()
    opstelling.voortgangen._rondes.niet_voor.clear()
    await opstelling.voortgangen.ronde()
    assert list(opstelling.voortgangen._rondes.onderweg.values()) == [taak]
    noor = handeling(opstelling.wijk, NOOR, now=NU)
    gestopt = await opstelling.database.write(
        opstelling.wijk, lambda tx: uitzending.zeg_af(tx, noor, opstelling.id, zeker=False)
    )
    assert gestopt.data["staat"] == "gestopt"
    opstelling.telefoon.hangt.set()
    await taak
    (laatste,) = await opstelling.ronde()
    assert zin("voortgang.kop.gestopt") in laatste
    assert zin("voortgang.gestopt", aantal=10) in laatste


async def test_what_cannot_be_rendered_does_not_end_the_loop(
    opstelling: Opstelling, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kapot, "_verteld", {})
    monkeypatch.delitem(MAKERS, "uitzending.voortgang")
    assert await opstelling.ronde() == []
    assert "uitzending row" in caplog.text
    monkeypatch.undo()
    assert len(await opstelling.ronde()) == 1
