"""What is claimed is counted in its commit and remembered outside the database before anything of it is sent."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.channels import tijdvak
from bot.channels.tijdvak import Gezien, Tijdvakbestand, Tijdvakwacht
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.storage import Database, outbox, tijdvakken
from bot.storage import tables as t
from bot.storage.tijdvakken import Stand, TijdvakVoorbij
from tests.builders import NU, een_account, een_wijk

MERK = "a" * 22
NEGEN = Stand(MERK, 9)


@contextmanager
def bestand(pad: Path) -> Iterator[Tijdvakbestand]:
    geopend = Tijdvakbestand(pad)
    yield geopend
    geopend.sluit()


def schrijf(pad: Path, stand: Stand = NEGEN) -> None:
    with bestand(pad) as open_:
        open_.schrijf(stand)


def lees(pad: Path) -> Gezien | None:
    with bestand(pad) as open_:
        return open_.lees()


def test_a_file_gives_back_what_was_written_last_however_much_longer_it_was_before(tmp_path: Path) -> None:
    pad = tmp_path / "tijdvak.txt"
    schrijf(pad, Stand("b" * 22, 10**15))
    schrijf(pad)
    assert lees(pad) == Gezien(NEGEN, gekopieerd=False)
    assert pad.stat().st_mode & 0o777 == 0o600


def test_of_the_processes_of_a_machine_it_says_how_far_the_furthest_came(tmp_path: Path) -> None:
    pad = tmp_path / "tijdvak.txt"
    with bestand(pad) as een, bestand(pad) as ander:
        een.schrijf(Stand(MERK, 11))
        ander.schrijf(Stand(MERK, 10))
    assert lees(pad) == Gezien(Stand(MERK, 11), gekopieerd=False)


@pytest.mark.parametrize("inhoud", [b"", b"\0" * 160, b"{", b"[]", b'{"tijdvak": "x"}', b'{"teller": "x"}', b"\xff"])
def test_a_file_that_says_nothing_is_as_no_file(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "tijdvak.txt").write_bytes(inhoud)
    assert lees(tmp_path / "tijdvak.txt") is None


def test_a_copy_of_the_file_knows_that_it_is_one(tmp_path: Path) -> None:
    """The whole folder put back: the file says what the database says, and so says nothing."""
    pad, kopie = tmp_path / "tijdvak.txt", tmp_path / "kopie.txt"
    schrijf(pad)
    shutil.copy2(pad, kopie)
    assert lees(kopie) == Gezien(NEGEN, gekopieerd=True)
    os.utime(pad, (1, 1))  # as a copy over the file itself, some time later
    assert lees(pad) == Gezien(NEGEN, gekopieerd=True)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match=r"\[opslag\] tijdvak_bestand: .*/weg/tijdvak.txt"):
        Tijdvakbestand(tmp_path / "weg" / "tijdvak.txt")


def _post(tx: Connection) -> Stand:
    outbox.schrijf(
        tx, een_wijk(tx), "p", [een_account(tx, str(n)) for n in range(3)], Boodschap("menu"), baan=Baan.UITZENDING
    )
    tijdvakken.nieuw(tx, MERK, NU)
    stand = tijdvakken.laatste(tx)
    assert stand is not None
    return stand


async def claim(wacht: Tijdvakwacht, database: Database) -> int:
    return len(await wacht.claim(database, "telegram", list(Baan), 2, datetime.now(UTC), NU))


async def staten(database: Database) -> list[str]:
    return await database.read(lambda tx: list(tx.scalars(select(t.outbox.c.staat).order_by(t.outbox.c.id))))


async def test_each_claim_counts_one_on_and_an_empty_one_none(database: Database) -> None:
    stand, onthouden = await database.write(None, _post), list[Stand]()
    wacht = Tijdvakwacht(stand, onthouden.append)
    assert [await claim(wacht, database) for _ in range(4)] == [2, 1, 0, 0]
    assert onthouden == [Stand(MERK, 1), Stand(MERK, 2)]
    assert await database.read(tijdvakken.laatste) == onthouden[-1]


async def test_two_processes_count_together_and_each_remembers_what_it_saw(database: Database) -> None:
    stand, een, ander = await database.write(None, _post), list[Stand](), list[Stand]()
    assert await claim(Tijdvakwacht(stand, een.append), database) == 2
    assert await claim(Tijdvakwacht(stand, ander.append), database) == 1
    assert (een, ander) == ([Stand(MERK, 1)], [Stand(MERK, 2)])


@pytest.mark.parametrize("wat", ["terug", "leeg", "nieuw tijdvak"])
async def test_a_database_that_was_put_back_under_a_running_bot_gives_it_nothing(database: Database, wat: str) -> None:
    stand = await database.write(None, _post)
    wacht = Tijdvakwacht(stand, lambda stand: None)
    assert await claim(wacht, database) == 2

    def verander(tx: Connection) -> None:
        if wat == "nieuw tijdvak":
            tijdvakken.nieuw(tx, "b" * 22, NU)
        elif wat == "leeg":
            tx.execute(t.tijdvak.delete())
        else:
            tx.execute(t.tijdvak.update().values(teller=0))

    await database.write(None, verander)
    with pytest.raises(TijdvakVoorbij, match="start de bot opnieuw"):
        await claim(wacht, database)
    assert await staten(database) == ["bezig", "bezig", "wachtend"]


async def test_what_cannot_be_remembered_is_not_sent(database: Database) -> None:
    def vol(stand: Stand) -> None:
        raise OSError(28, "No space left on device")

    stand = await database.write(None, _post)
    with pytest.raises(TijdvakVoorbij, match="kan niet schrijven"):
        await claim(Tijdvakwacht(stand, vol), database)


async def test_how_far_another_process_came_is_remembered_too(database: Database) -> None:
    stand, onthouden = await database.write(None, _post), list[Stand]()
    wacht = Tijdvakwacht(stand, onthouden.append)
    await wacht.kijk(database)
    assert onthouden == []
    await claim(Tijdvakwacht(stand, lambda stand: None), database)
    await wacht.kijk(database)
    assert onthouden == [Stand(MERK, 1)]
    await database.write(None, lambda tx: tx.execute(t.tijdvak.update().values(teller=0)))
    with pytest.raises(TijdvakVoorbij, match="start de bot opnieuw"):
        await wacht.volg(database)


async def test_a_database_that_is_away_for_a_moment_ends_no_process_and_a_full_disk_does_in_one_line(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tijdvak, "VOLG_SECONDEN", 0.0)
    lees, weg = tijdvakken.laatste, [True, True]

    def soms(tx: Connection) -> Stand | None:
        if weg:
            weg.pop()
            raise ConnectionError("the database is away")
        return lees(tx)

    def vol(stand: Stand) -> None:
        raise OSError(28, "No space left on device")

    stand = await database.write(None, _post)
    await claim(Tijdvakwacht(stand, lambda stand: None), database)
    monkeypatch.setattr(tijdvakken, "laatste", soms)
    with pytest.raises(TijdvakVoorbij, match="kan niet schrijven"):
        await asyncio.wait_for(Tijdvakwacht(stand, vol).volg(database), 20)
    assert weg == []
