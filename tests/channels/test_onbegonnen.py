"""What was claimed and not begun goes again at once after a kill; what was begun never does."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Connection, update
from telegram import Bot

from bot.channels.onbegonnen import Onbegonnen
from bot.errors import InvoerFout
from bot.storage import Database, outbox
from bot.storage import tables as t
from tests.channels.botapi import BotApi
from tests.channels.conftest import tot
from tests.channels.zenden import draaiend, een_sender, post, rijen, snelheid


def test_the_next_process_reads_what_the_one_before_had_not_begun(tmp_path: Path) -> None:
    bestand = Onbegonnen(tmp_path / "rij")
    bestand.schrijf([(n, 1) for n in range(500)])
    bestand.schrijf([(7, 1), (9, 2)])
    bestand.sluit()
    assert Onbegonnen(tmp_path / "rij").lees() == [(7, 1), (9, 2)]


def test_processes_beside_each_other_each_have_their_own_and_the_next_reads_that_of_who_is_gone(tmp_path: Path) -> None:
    eerste, tweede = Onbegonnen(tmp_path / "rij"), Onbegonnen(tmp_path / "rij")
    eerste.schrijf([(7, 1)])
    tweede.schrijf([(8, 1)])
    assert (eerste.lees(), tweede.lees()) == ([(7, 1)], [(8, 1)])
    tweede.sluit()
    assert Onbegonnen(tmp_path / "rij").lees() == [(8, 1)]


def test_one_process_too_many_remembers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.onbegonnen._MEESTE", 1)
    eerste, tweede = Onbegonnen(tmp_path / "rij"), Onbegonnen(tmp_path / "rij")
    eerste.schrijf([(7, 1)])
    tweede.schrijf([(8, 1)])
    assert (eerste.lees(), tweede.lees()) == ([(7, 1)], [])


@pytest.mark.parametrize("inhoud", [b"", b"\0" * 99, b"5 [", b"x", b"\xff\n", b'1 ["",[[1,1]]]\n'])
def test_what_is_no_file_of_ours_says_nothing(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "rij").write_bytes(inhoud)
    assert Onbegonnen(tmp_path / "rij").lees() == []


def test_after_a_start_of_the_machine_it_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page cache went with the machine: an older version may stand on the disk."""
    bestand = Onbegonnen(tmp_path / "rij")
    bestand.schrijf([(7, 1)])
    bestand.sluit()
    (tmp_path / "boot_id").write_text("een andere start")
    monkeypatch.setattr("bot.channels.onbegonnen._OPGEKOMEN", tmp_path / "boot_id")
    assert Onbegonnen(tmp_path / "rij").lees() == []


def test_a_full_disk_makes_it_forget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = Onbegonnen(tmp_path / "rij")
    bestand.schrijf([(7, 1)])

    def vol(*args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", vol)
    bestand.schrijf([])
    monkeypatch.undo()
    bestand.schrijf([(8, 1)])
    assert bestand.lees() == []


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match=r"\[opslag\] tijdvak_bestand: .*/weg/rij"):
        Onbegonnen(tmp_path / "weg" / "rij")


async def test_what_has_gone_does_not_stand_in_the_file_and_what_waits_for_its_turn_does(
    database: Database, bot: Bot, api: BotApi, tmp_path: Path
) -> None:
    await database.write(1, post, 6)
    bestand = Onbegonnen(tmp_path / "rij")

    async def halverwege() -> bool:
        gegaan = {rij.id for rij in await rijen(database) if rij.staat == "verzonden"}
        wacht = {id_ for id_, _ in bestand.lees()}
        assert not gegaan & wacht
        return bool(gegaan and wacht)

    async with draaiend(een_sender(database, bot, beurten=snelheid(4), onbegonnen=bestand)):
        await tot(halverwege)
    assert bestand.lees() == []


def test_only_what_is_still_under_way_by_that_very_lease_waits_again(tx: Connection) -> None:
    post(tx, 4)
    eerste, tweede, derde, vierde = (rij.id for rij in tx.execute(t.outbox.select().order_by(t.outbox.c.id)))
    for nummer, staat in ((eerste, "bezig"), (tweede, "bezig"), (derde, "verzonden"), (vierde, "onzeker")):
        tx.execute(update(t.outbox).where(t.outbox.c.id == nummer).values(staat=staat, lease_nr=2))
    outbox.terug_na_kill(tx, [(eerste, 2), (tweede, 1), (derde, 2), (vierde, 2)])
    staten = list(tx.scalars(t.outbox.select().with_only_columns(t.outbox.c.staat).order_by(t.outbox.c.id)))
    assert staten == ["wachtend", "bezig", "verzonden", "onzeker"]
    outbox.terug_na_kill(tx, [])
