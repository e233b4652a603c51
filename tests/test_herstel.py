"""The start of the program notices a restored backup, on both databases, and says so in the log."""

import logging
import shutil
from contextlib import AsyncExitStack, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot import herstel
from bot.config import Opslag, Settings, Wijk
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.storage import Database, outbox
from bot.storage import tables as t
from bot.storage.sqlite import SqliteDatabase
from bot.storage.tijdvakken import TijdvakVoorbij
from tests.builders import NU, een_account, een_wijk


def _post(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts = [een_account(tx, str(n)) for n in range(4)]
    outbox.schrijf(tx, wijk, "p", accounts, Boodschap("menu"), baan=Baan.UITZENDING)
    return wijk


class Installatie:
    """A database, its folder, and starts of the program on it."""

    def __init__(self, database: Database, wijk: int, map_: Path) -> None:
        self.database, self.wijk = database, wijk
        self.bestand = map_ / "tijdvak.txt"

    async def draai(self, keren: int = 1) -> int:
        """Start, claim so many times, and end; return how many messages were claimed."""
        settings = Settings(Wijk("Vogelbuurt"), Opslag(tijdvak_bestand=str(self.bestand)))
        async with AsyncExitStack() as stapel:
            wacht = await herstel.begin_tijdvak(stapel, self.database, settings, self.wijk, NU)
            geclaimd = 0
            for _ in range(keren):
                geclaimd += len(await wacht.claim(self.database, "telegram", list(Baan), 1, datetime.now(UTC), NU))
        return geclaimd

    async def teller(self) -> int:
        vraag = select(t.tijdvak.c.teller).order_by(t.tijdvak.c.nr.desc()).limit(1)
        return int(await self.database.read(lambda tx: tx.scalar(vraag)) or 0)

    async def zet_terug(self, teller: int) -> None:
        """Put back what a copy of this moment says of sending."""
        await self.database.write(None, lambda tx: tx.execute(update(t.tijdvak).values(teller=teller)))

    async def staten(self) -> list[str]:
        vraag = select(t.outbox.c.staat).order_by(t.outbox.c.id)
        return await self.database.read(lambda tx: list(tx.scalars(vraag)))


@pytest.fixture
async def installatie(database: Database, tmp_path: Path) -> Installatie:
    return Installatie(database, await database.write(0, _post), tmp_path)


async def test_starting_again_and_again_is_no_restore(
    installatie: Installatie, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert [await installatie.draai(keren) for keren in (1, 0, 1)] == [1, 0, 1]
    assert not caplog.records
    assert await installatie.staten() == ["bezig", "bezig", "wachtend", "wachtend"]


async def test_a_kill_between_the_commit_and_the_file_is_no_restore(installatie: Installatie) -> None:
    await installatie.draai()
    oud = installatie.bestand.read_bytes()
    await installatie.draai()
    with installatie.bestand.open("r+b") as bestand:
        bestand.write(oud)
    assert await installatie.draai() == 1


async def test_a_copy_of_before_the_last_claim_begins_an_epoch_once(
    installatie: Installatie, caplog: pytest.LogCaptureFixture
) -> None:
    await installatie.draai()
    kopie = await installatie.teller()
    await installatie.draai(2)
    await installatie.zet_terug(kopie)
    with caplog.at_level(logging.WARNING):
        assert await installatie.draai(2) == 0
    assert "reservekopie" in caplog.text
    assert await installatie.staten() == ["onzeker"] * 4
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        await installatie.draai()
    assert not caplog.records


async def test_a_folder_that_is_put_back_as_a_whole_is_seen_by_its_copied_file(installatie: Installatie) -> None:
    await installatie.draai()
    kopie = installatie.bestand.with_name("kopie.txt")
    shutil.copy2(installatie.bestand, kopie)
    shutil.move(kopie, installatie.bestand)
    assert await installatie.draai() == 0


async def test_without_the_file_it_goes_on_and_says_what_to_do(
    installatie: Installatie, caplog: pytest.LogCaptureFixture
) -> None:
    await installatie.draai()
    installatie.bestand.unlink()
    with caplog.at_level(logging.WARNING):
        assert await installatie.draai() == 1
    assert "gehoord herstel" in caplog.text


async def test_said_by_hand_it_is_a_restored_backup_and_a_bot_that_ran_on_ends(installatie: Installatie) -> None:
    settings = Settings(Wijk("Vogelbuurt"), Opslag(tijdvak_bestand=str(installatie.bestand)))
    async with AsyncExitStack() as stapel:
        wacht = await herstel.begin_tijdvak(stapel, installatie.database, settings, installatie.wijk, NU)
        begin = await herstel.hersteld(installatie.database, settings, installatie.wijk, NU)
        assert begin.onzeker == 4
        await installatie.database.write(0, _nog_een)
        with pytest.raises(TijdvakVoorbij):
            await wacht.claim(installatie.database, "telegram", list(Baan), 1, datetime.now(UTC), NU)
    assert await installatie.draai() == 1


def _nog_een(tx: Connection) -> None:
    account = tx.scalar(select(t.account.c.id).order_by(t.account.c.id).limit(1))
    wijk = int(tx.scalar(select(t.wijk.c.id)) or 0)
    outbox.schrijf(tx, wijk, "nieuw", [int(account or 0)], Boodschap("menu"), baan=Baan.UITZENDING)


async def test_on_sqlite_no_second_bot_starts_beside_the_first(installatie: Installatie) -> None:
    """Two that answer are what a service and someone by hand make; on PostgreSQL processes share the work."""
    settings = Settings(Wijk("Vogelbuurt"), Opslag(tijdvak_bestand=str(installatie.bestand)))
    sqlite = isinstance(installatie.database, SqliteDatabase)
    async with AsyncExitStack() as stapel:
        await herstel.begin_tijdvak(stapel, installatie.database, settings, installatie.wijk, NU)
        with pytest.raises(InvoerFout, match="draait nog") if sqlite else nullcontext():
            await installatie.draai()
    assert await installatie.draai() == 1
