"""An installation goes to another database and back, and is the same: `gehoord verhuis` and what it stands on."""

import json
import random
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    Engine,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    create_engine,
    event,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.schema import CreateTable, DropTable

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url, tables
from bot.storage.schema import is_current, migrate
from bot.storage.verhuis import Uitkomst, gang, kanten, rijen, vergelijk, verhuis
from tests.allesvol import vul_alles
from tests.builders import NU, een_account, een_wijk
from tests.postgres import url_van

Rijen = dict[str, list[tuple[Any, ...]]]


def stil(*_: object) -> None:
    """Hear how far it is."""


@contextmanager
def open_tx(url: str) -> Iterator[Connection]:
    engine = create_engine(sqlalchemy_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    with engine.begin() as tx:
        yield tx
    engine.dispose()


def alles_van(bestand: Path) -> Rijen:
    """Return what an SQLite file holds, as it stands there: no code of ours in between."""
    db = sqlite3.connect(bestand)
    vraag = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"  # its own: how many
    namen = [naam for (naam,) in db.execute(vraag)]
    uit: Rijen = {}
    for naam in namen:
        kolommen = sorted(kolom for _, kolom, *_ in db.execute(f"PRAGMA table_info({naam})"))
        uit[naam] = sorted(db.execute(f"SELECT {', '.join(kolommen)} FROM {naam}").fetchall(), key=repr)
    db.close()
    return uit


@pytest.fixture
def bestand(_sqlite_sjabloon: Path, tmp_path: Path) -> Path:
    """A database without rows."""
    return Path(shutil.copy(_sqlite_sjabloon, tmp_path / "oud.db"))


@pytest.fixture(scope="session")
def _alles(_sqlite_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    bestand = Path(shutil.copy(_sqlite_sjabloon, tmp_path_factory.mktemp("verhuis") / "alles.db"))
    with open_tx(f"sqlite:///{bestand}") as tx:
        vul_alles(tx, random.Random(secrets.randbits(64)))
    return bestand


@pytest.fixture
def oud(_alles: Path, tmp_path: Path) -> Path:
    """A database with rows in every table."""
    return Path(shutil.copy(_alles, tmp_path / "oud.db"))


@pytest.fixture(scope="session")
def server(_postgres_proef: Engine) -> Engine:
    """A database on a server with a table of its own to try."""
    return _postgres_proef


@pytest.fixture
def leeg(_postgres: Engine) -> Iterator[str]:
    """The address of an empty database on a server."""
    with _postgres.connect() as tx:
        naam = f"verhuis_{tx.scalar(text('SELECT count(*) FROM pg_database'))}_{id(tx)}"
        tx.exec_driver_sql(f"CREATE DATABASE {naam} TEMPLATE sjabloon STRATEGY file_copy")
    yield url_van(_postgres, naam)
    with _postgres.connect() as tx:
        tx.exec_driver_sql(f"DROP DATABASE {naam} WITH (FORCE)")


def test_there_and_back_each_row_of_each_table_is_the_same(oud: Path, leeg: str, tmp_path: Path) -> None:
    heen = verhuis(f"sqlite:///{oud}", leeg, stil)
    assert heen.verschillen == []
    assert set(heen.rijen) == set(tables.metadata.tables)
    assert min(heen.rijen.values()) >= 3, "a table that was not tried"

    terug = verhuis(leeg, f"sqlite:///{tmp_path}/terug.db", stil)
    assert terug.rijen == heen.rijen
    assert terug.bomen == heen.bomen
    assert alles_van(tmp_path / "terug.db") == alles_van(oud)
    with closing(sqlite3.connect(tmp_path / "terug.db")) as db:
        geteld = db.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'bewoner'").fetchall()
    assert max(int(stat.split()[0]) for (stat,) in geteld) == terug.rijen["bewoner"], "the first plans fit"


def test_what_was_moved_is_as_if_it_had_always_been_there(oud: Path, leeg: str) -> None:
    """The schema has all its references again, and the next row gets the next number."""
    verhuis(f"sqlite:///{oud}", leeg, stil)
    assert is_current(leeg)
    migrate(leeg)
    with open_tx(leeg) as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": True, "target_metadata": tables.metadata})
        assert compare_metadata(context, tables.metadata) == []
        hoogste = tx.scalar(select(func.max(tables.wijk.c.id)))
        assert hoogste is not None
        assert een_wijk(tx) == hoogste + 1
    with open_tx(leeg) as tx:
        kapot = insert(tables.codepoging).values(account=10**9, op=NU)
        with pytest.raises(Exception, match="foreign key"):
            tx.execute(kapot)


def test_a_number_that_was_given_out_is_not_given_out_again(leeg: str, tmp_path: Path) -> None:
    """PostgreSQL remembers numbers of rows that are gone; so does the next PostgreSQL."""
    with open_tx(leeg) as tx:
        weg = een_account(tx)
        tx.execute(text("DELETE FROM account"))
    assert verhuis(leeg, f"sqlite:///{tmp_path}/tussen.db", stil).verschillen == []
    with open_tx(leeg) as tx:
        assert een_account(tx) == weg + 1


class Gedood(BaseException):
    """As a kill would: nothing of ours may catch it."""


def gedood_na(keren: int) -> gang.Melder:
    """Break off after so many blocks and tables."""
    over = iter(range(keren))

    def meld(*_: object) -> None:
        if next(over, None) is None:
            raise Gedood

    return meld


def test_broken_off_wherever_it_goes_on_and_doubles_nothing(
    oud: Path, leeg: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rijen, "MAX_RIJEN", 2)
    for naar, breuken in ((leeg, (0, 51, 200, 400)), (f"sqlite:///{tmp_path}/nieuw.db", (1, 300))):
        for keren in breuken:
            with pytest.raises(Gedood):
                verhuis(f"sqlite:///{oud}", naar, gedood_na(keren))
            with pytest.raises(InvoerFout, match="gehoord verhuis"):
                is_current(naar)
            with pytest.raises(InvoerFout, match="gehoord verhuis"):
                migrate(naar)
        assert verhuis(f"sqlite:///{oud}", naar, stil).verschillen == []
        assert is_current(naar)
    assert alles_van(tmp_path / "nieuw.db") == alles_van(oud)


def weigert(van: str, naar: str, *delen: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        verhuis(van, naar, stil)
    for deel in delen:
        assert deel in str(fout.value)
    assert "\n" not in str(fout.value)


def test_a_target_with_something_in_it_is_refused_and_left_alone(oud: Path, leeg: str, tmp_path: Path) -> None:
    with open_tx(leeg) as tx:
        een_wijk(tx)
    weigert(f"sqlite:///{oud}", leeg, "--naar", "niet leeg")
    ander = tmp_path / "ander.db"
    with sqlite3.connect(ander) as db:
        db.execute("CREATE TABLE recepten (naam)")
        db.execute("INSERT INTO recepten VALUES ('appeltaart')")
    weigert(f"sqlite:///{oud}", f"sqlite:///{ander}", "niet leeg")
    assert alles_van(ander) == {"recepten": [("appeltaart",)]}
    weigert(f"sqlite:///{oud}", f"sqlite:///{oud}", "dezelfde")
    assert is_current(f"sqlite:///{oud}")


@pytest.mark.parametrize("wat", ["een rij erbij", "de bot draaide"])
def test_a_source_that_changed_since_it_began_is_refused(oud: Path, tmp_path: Path, wat: str) -> None:
    naar = f"sqlite:///{tmp_path}/nieuw.db"
    with pytest.raises(Gedood):
        verhuis(f"sqlite:///{oud}", naar, gedood_na(60))
    with open_tx(f"sqlite:///{oud}") as tx:
        if wat == "een rij erbij":
            een_wijk(tx)
        else:
            tx.execute(text("UPDATE tijdvak SET teller = teller - 1 WHERE nr = (SELECT max(nr) FROM tijdvak)"))
    weigert(f"sqlite:///{oud}", naar, "--naar", "veranderd", "lege database")


def test_what_changed_without_being_noticed_is_found_by_comparing(oud: Path, tmp_path: Path) -> None:
    naar = f"sqlite:///{tmp_path}/nieuw.db"
    with pytest.raises(Gedood):
        verhuis(f"sqlite:///{oud}", naar, gedood_na(400))
    with open_tx(f"sqlite:///{oud}") as tx:
        tx.execute(text("UPDATE wijk SET naam = 'Elders' WHERE id = (SELECT min(id) FROM wijk)"))
    uitkomst = verhuis(f"sqlite:///{oud}", naar, stil)
    assert [verschil for verschil in uitkomst.verschillen if verschil.startswith("wijk: ")] == ["wijk: naam"]
    with pytest.raises(InvoerFout):
        is_current(naar)


def test_while_something_has_the_source_open_nothing_is_moved(
    oud: Path, leeg: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kanten, "GEDULD_SECONDEN", 0.3)
    for van, naar in ((f"sqlite:///{oud}", leeg), (leeg, f"sqlite:///{tmp_path}/nieuw.db")):
        engine = create_engine(sqlalchemy_url(van), isolation_level="AUTOCOMMIT")
        with engine.connect() as tx:
            if tx.dialect.name == "sqlite":
                tx.exec_driver_sql("PRAGMA journal_mode = WAL")
            tx.execute(select(tables.wijk))
            weigert(van, naar, "in gebruik", "stop de bot")
        engine.dispose()


def test_while_it_is_moved_nothing_else_writes_in_the_source(oud: Path, leeg: str, tmp_path: Path) -> None:
    tegen: list[str] = []

    def schrijf(url: str) -> Callable[..., None]:
        def probeer(*_: object) -> None:
            if tegen:
                return
            engine = create_engine(sqlalchemy_url(url), isolation_level="AUTOCOMMIT", connect_args=_kort(url))
            try:
                with engine.connect() as tx:
                    if tx.dialect.name == "postgresql":
                        tx.exec_driver_sql("SET lock_timeout = '100ms'")
                    tx.execute(text("UPDATE wijk SET naam = 'Elders'"))
            except Exception as fout:
                tegen.append(str(fout))
            engine.dispose()

        return probeer

    assert verhuis(f"sqlite:///{oud}", leeg, schrijf(f"sqlite:///{oud}")).verschillen == []
    assert "locked" in tegen.pop()
    assert verhuis(leeg, f"sqlite:///{tmp_path}/terug.db", schrijf(leeg)).verschillen == []
    assert "lock timeout" in tegen.pop()


def _kort(url: str) -> dict[str, Any]:
    return {"timeout": 0.1} if url.startswith("sqlite") else {}


@pytest.mark.parametrize("tekst", ["a\0b", "x" * 101])
def test_a_value_that_the_new_database_does_not_take_is_named_by_its_row_and_not_quoted(
    bestand: Path, leeg: str, tekst: str
) -> None:
    with open_tx(f"sqlite:///{bestand}") as tx:
        wijken = [een_wijk(tx, naam) for naam in (*"abcdefg", tekst, *"hij")]
    weigert(f"sqlite:///{bestand}", leeg, f"de rij wijk {wijken[7]} past niet")
    with open_tx(f"sqlite:///{bestand}") as tx:
        tx.execute(text("UPDATE wijk SET naam = 'goed' WHERE id = :id"), {"id": wijken[7]})
    assert verhuis(f"sqlite:///{bestand}", leeg, stil).verschillen == []


def test_a_reference_to_nothing_is_said_before_the_target_is_the_installation(
    oud: Path, leeg: str, tmp_path: Path
) -> None:
    with sqlite3.connect(oud) as db:  # without foreign keys, as nothing of ours opens it
        db.execute("UPDATE codepoging SET account = 987654")
    for naar in (leeg, f"sqlite:///{tmp_path}/nieuw.db"):
        weigert(f"sqlite:///{oud}", naar, "codepoging", "account", "niet is")


def test_large_files_go_in_blocks_that_fit(bestand: Path, tmp_path: Path) -> None:
    foto = bytes(range(256)) * 4096
    grootst = 0

    def meld(_wat: str, tabel: str, hoeveel: int, _totaal: int) -> None:
        nonlocal grootst
        if tabel == "webbestand" and _wat == "overzetten":
            grootst = max(grootst, hoeveel)

    with open_tx(f"sqlite:///{bestand}") as tx:
        account = een_account(tx)
        for nummer in range(20):
            waarden = {"account": account, "inhoud": foto, "naam": "", "op": NU, "publiek_id": f"p{nummer:021}"}
            tx.execute(insert(tables.webbestand).values(waarden))
    assert verhuis(f"sqlite:///{bestand}", f"sqlite:///{tmp_path}/nieuw.db", meld).verschillen == []
    assert grootst <= 8


def test_it_says_how_far_it_is(oud: Path, tmp_path: Path) -> None:
    gedaan: dict[str, int] = {}
    totalen = set()

    def meld(wat: str, _tabel: str, hoeveel: int, totaal: int) -> None:
        gedaan[wat] = gedaan.get(wat, 0) + hoeveel
        totalen.add(totaal)

    uitkomst: Uitkomst = verhuis(f"sqlite:///{oud}", f"sqlite:///{tmp_path}/nieuw.db", meld)
    (totaal,) = totalen
    assert gedaan == {"overzetten": totaal, "vergelijken": totaal}
    assert totaal == sum(uitkomst.rijen.values())


_PROEF = Table(
    "proef",
    MetaData(),
    Column("a", tables.Nummer, primary_key=True),
    Column("b", String(20), primary_key=True),
    Column("sleutel", LargeBinary(16), primary_key=True),
    Column("tekst", Text),
    Column("data", JSON),
    Column("waar", Boolean),
    Column("dag", Date),
    Column("moment", tables.UtcMoment),
    Column("klein", SmallInteger),
)
_WOORD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False),
    lambda deel: st.lists(deel | st.text(), max_size=3) | st.dictionaries(st.text(max_size=5), deel, max_size=3),
    max_leaves=8,
)
_RIJ = st.tuples(
    st.integers(-(2**63), 2**63 - 1) | st.integers(0, 3),
    _WOORD,
    st.binary(max_size=16),
    st.none() | _WOORD,
    st.none() | _JSON.map(json.dumps),
    st.none() | st.booleans(),
    st.none() | st.dates(),
    st.none() | st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29), timezones=st.timezones()),  # noqa: DTZ001
    st.none() | st.integers(-(2**15), 2**15 - 1),
)


@given(st.lists(_RIJ, unique_by=lambda rij: rij[:3], max_size=12), st.integers(1, 5))
def test_whatever_a_row_holds_it_reads_the_same_on_both_and_in_the_same_order(
    server: Engine, gegeven: list[rijen.Rij], per_blok: int
) -> None:
    """The order of the key too, texts and bytes in it: by that a move goes on where it was."""
    sqlite = create_engine("sqlite://")
    postgres = create_engine(server.url)
    with sqlite.connect() as een, postgres.connect() as ander:
        for tx in (een, ander):
            tx.execute(CreateTable(_PROEF))
            tx.commit()
        try:
            for nummer in range(0, len(gegeven), per_blok):
                rijen.schrijf(een, _PROEF, gegeven[nummer : nummer + per_blok])
            gelezen = list(rijen.lees(een, _PROEF))
            een.rollback()
            rijen.schrijf(ander, _PROEF, gelezen)
            assert list(vergelijk.verschillen(een, ander, _PROEF)) == [None] * len(gegeven)
            terug = list(rijen.lees(ander, _PROEF))
            assert sorted(map(repr, gelezen)) == sorted(map(repr, terug))
            for plek, rij in enumerate(terug):
                for tx in (een, ander):
                    assert [rijen.sleutel(_PROEF, na) for na in rijen.lees(tx, _PROEF, rijen.sleutel(_PROEF, rij))] == [
                        rijen.sleutel(_PROEF, na) for na in terug[plek + 1 :]
                    ]
        finally:
            ander.rollback()
            ander.execute(DropTable(_PROEF))
            ander.commit()
    for engine in (sqlite, postgres):
        engine.dispose()
