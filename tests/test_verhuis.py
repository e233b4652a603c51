"""`gehoord verhuis` as it is typed: what it says and refuses, and a wijk that lived, killed at random."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.cli import main
from bot.storage import open_database
from bot.storage.schema import is_current
from tests.allesvol import vul_alles
from tests.loket import Loket
from tests.postgres import url_van
from tests.storage.test_verhuis import alles_van, open_tx
from tests.vollewijk import INSTELLINGEN, leef, vul

KILLS = 30
"""While it copies, each way; five more while it compares."""


@pytest.fixture
def oud(_sqlite_sjabloon: Path, tmp_path: Path) -> Path:
    """A database without rows."""
    return Path(shutil.copy(_sqlite_sjabloon, tmp_path / "oud.db"))


@pytest.fixture
def leeg(_postgres: Engine) -> Iterator[str]:
    """The address of a database on a server in which there is nothing, not even our tables."""
    with _postgres.connect() as tx:
        tx.exec_driver_sql("CREATE DATABASE verhuisd STRATEGY file_copy")
    yield url_van(_postgres, "verhuisd")
    with _postgres.connect() as tx:
        tx.exec_driver_sql("DROP DATABASE verhuisd WITH (FORCE)")


def test_it_says_what_was_moved_and_what_to_change(
    oud: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nieuw = tmp_path / "nieuw.db"
    with open_tx(f"sqlite:///{oud}") as tx:
        vul(tx)
    assert main(["verhuis", "--van", f"sqlite:///{oud}", "--naar", f"sqlite:///{nieuw}"]) == 0
    uit, fout = capsys.readouterr()
    assert [regel.split(":")[0] for regel in fout.splitlines()] == ["overzetten", "vergelijken"]  # no terminal, no bar
    assert "wijk: 2 rijen, gelijk" in uit
    assert "Bewijs van Vogelbuurt: " in uit
    assert f'\ndatabase = "sqlite:///{nieuw}"\n' in uit
    assert alles_van(nieuw) == alles_van(oud)


@pytest.mark.parametrize(
    ("van", "naar", "deel"),
    [
        ("weg.db", "nieuw.db", "--van: schrijf sqlite:///"),
        ("sqlite:///weg.db", "sqlite:///nieuw.db", "--van"),
        ("sqlite:///geen.db", "sqlite:///nieuw.db", "--van"),
        ("sqlite:///oud.db", "mysql://a:geheim9@b/c", "--naar: schrijf"),
        ("sqlite:///oud.db", "sqlite:///geen/map/nieuw.db", "--naar"),
        ("sqlite:///oud.db", "sqlite:///geen.db", "--naar"),
        ("sqlite:///oud.db", "sqlite:///oud.db", "dezelfde"),
        ("sqlite:///oud.db", "postgresql://ik:geheim9@127.0.0.1:1/n", "--naar"),
        ("sqlite:///vroeger.db", "sqlite:///nieuw.db", "gehoord migreer"),
        ("sqlite:///later.db", "sqlite:///nieuw.db", "gehoord migreer"),
        ("sqlite:///bezig.db", "sqlite:///nieuw.db", "nog een verhuizing bezig"),
        ("sqlite:///kapot.db", "sqlite:///nieuw.db", "zet een kopie terug"),
    ],
)
def test_what_cannot_be_moved_is_one_line(
    oud: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    van: str,
    naar: str,
    deel: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for naam, versie in (("vroeger", "0101"), ("later", "9999"), ("bezig", "verhuis")):
        shutil.copy(oud, f"{naam}.db")
        with sqlite3.connect(f"{naam}.db") as db:
            db.execute("UPDATE alembic_version SET version_num = ?", (versie,))
    Path("geen.db").write_text("dit is geen database, maar een tekst")
    heel = oud.read_bytes()
    with closing(sqlite3.connect(oud)) as db:
        (blad,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    Path("kapot.db").write_bytes(heel[: (blad - 1) * 4096] + b"\xff" * 4096 + heel[blad * 4096 :])
    assert main(["verhuis", "--van", van, "--naar", naar]) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert fout.startswith("gehoord: ")
    assert fout.count("\n") == 1
    assert deel in fout
    assert "geheim9" not in fout
    assert not Path("weg.db").exists()


@pytest.mark.zwaar
async def test_a_wijk_that_lived_is_moved_whole_however_often_it_is_killed(
    oud: Path, leeg: str, tmp_path: Path
) -> None:
    """All that people did in the wijk of the walkers, and odd rows beside it; there, and back again."""
    terug, kans = tmp_path / "terug.db", random.Random()
    with open_tx(f"sqlite:///{oud}") as tx:
        await leef(await Loket.open(tx, vul(tx), INSTELLINGEN), alles=True)
        vul_alles(tx, kans, rijen=20)
    voor = alles_van(oud)

    kills = 0
    for van, naar in ((f"sqlite:///{oud}", leeg), (leeg, f"sqlite:///{terug}")):
        for wanneer in [*kans.choices(["", "overzetten"], k=KILLS), *["vergelijken"] * 5, None]:
            kills += _draai(van, naar, wanneer, kans.uniform(0, 0.04 if wanneer else 1.2))
        assert is_current(naar)
    print(f"{kills} kills")
    assert kills > KILLS // 2
    assert alles_van(terug) == voor
    database = await open_database(leeg)  # as the program opens it
    await database.close()


_DRAAI = (
    "from bot.cli import main; from bot.storage.verhuis import rijen; rijen.MAX_RIJEN = 3; raise SystemExit(main())"
)


def _draai(van: str, naar: str, na: str | None, wacht: float) -> bool:
    """Run it, and kill it so many seconds after it said this (at once when empty); say whether it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _DRAAI, "verhuis", "--van", van, "--naar", naar],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as proces:
        assert proces.stderr is not None
        gezegd = []
        while na:
            gezegd.append(proces.stderr.readline())
            if gezegd[-1].startswith(na) or not gezegd[-1]:
                break
        if na is not None:
            time.sleep(wacht)
            proces.send_signal(signal.SIGKILL)
        gezegd.append(proces.stderr.read())
    assert proces.returncode in (0, -signal.SIGKILL) or "niet leeg" in "".join(gezegd), gezegd
    return proces.returncode == -signal.SIGKILL
