"""The schema: the migrations make what `bot.storage.tables` says, on both databases, and moments keep their zone."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, insert, select
from sqlalchemy.exc import OperationalError, StatementError

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url, tables
from bot.storage.gegevenskaart import KAART
from bot.storage.schema import is_current, maak, migrate
from tests.builders import een_account

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_the_migrations_make_exactly_the_tables_that_the_code_knows(database_url: str) -> None:
    engine = create_engine(sqlalchemy_url(database_url))
    with engine.connect() as tx:
        context = MigrationContext.configure(
            tx,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "target_metadata": tables.metadata,
                "include_object": lambda wat, *_: (
                    (voor := getattr(wat, "_ddl_if", None)) is None or voor.dialect == tx.dialect.name
                ),
            },
        )
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_check_constraints_are_there_too(tx: Connection) -> None:
    """Alembic does not compare these; each is broken once."""
    account = een_account(tx)
    for fout in (
        insert(tables.inbox).values(
            kanaal="t", bot="1", update_id=1, rij="r", staat="anders", ontvangen_op=datetime.now(UTC)
        ),
        insert(tables.codepoging).values(account=account + 999, op=datetime.now(UTC)),
    ):
        punt = tx.begin_nested()
        with pytest.raises(Exception, match=r"(?i)constraint"):
            tx.execute(fout)
        punt.rollback()


def test_migrating_twice_is_harmless_and_is_recognised(database_url: str) -> None:
    assert is_current(database_url)
    migrate(database_url)
    assert is_current(database_url)


def test_one_that_is_made_at_once_is_current_and_one_that_is_there_is_left_alone(tmp_path: Path) -> None:
    maak(f"sqlite:///{tmp_path}/nieuw.db")
    assert is_current(f"sqlite:///{tmp_path}/nieuw.db")
    with pytest.raises(OperationalError):
        maak(f"sqlite:///{tmp_path}/nieuw.db")


def test_an_empty_database_is_not_current(tmp_path: Path) -> None:
    assert not is_current(f"sqlite:///{tmp_path}/leeg.db")


def test_every_table_of_a_wijk_carries_it() -> None:
    """What belongs to no wijk: the wijk itself, accounts and what hangs on them, the inbox, the clock, backups,
    pictures that a chat network has, and what the processes of an installation share."""
    zonder = {naam for naam, tabel in tables.metadata.tables.items() if "wijk" not in tabel.c}
    hangt_aan_account = {"codepoging", "seintje", "toestelcode", "voorkeur"}
    hangt_aan_account |= {"webbericht", "webbestand", "websessie", "webstand", "tweedefactor", "herstelcode"}
    tussen_processen = {"proces", "alleenrecht", "oefenaar", "tempo", "chattempo"}
    van_allen = {"wijk", "klok", "account", "inbox", "tijdvak", "wissing", "netbestand"}
    assert zonder == van_allen | tussen_processen | hangt_aan_account


def test_of_every_column_it_is_written_down_what_it_is_for_and_whether_its_person_may_read_it() -> None:
    """A new table or column gets its place in bot/storage/gegevenskaart, and `python -m tests.avg` in docs/avg.md."""
    assert set(tables.metadata.tables) ^ set(KAART) == set(), "name these in bot/storage/gegevenskaart"
    anders = {naam: sorted(set(een.genoemd()) ^ set(een.tabel.c.keys())) for naam, een in KAART.items()}
    assert {naam: kolommen for naam, kolommen in anders.items() if kolommen} == {}, "name these in its table there"
    dubbel = {naam: een.genoemd() for naam, een in KAART.items() if len(set(een.genoemd())) < len(een.genoemd())}
    assert dubbel == {}


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 7, 1, 12, 30, 15, 123456, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM),
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1),
        datetime(1970, 1, 1, tzinfo=UTC),
    ],
)
def test_a_moment_comes_back_in_utc_as_it_went_in(tx: Connection, moment: datetime) -> None:
    account = een_account(tx)
    tx.execute(insert(tables.codepoging).values(account=account, op=moment))
    terug = tx.scalar(select(tables.codepoging.c.op))
    assert terug is not None
    assert terug == moment.astimezone(UTC)
    assert terug.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused(tx: Connection) -> None:
    account = een_account(tx)
    with pytest.raises(StatementError, match="without a time zone"):
        tx.execute(insert(tables.codepoging).values(account=account, op=datetime(2027, 1, 1)))  # noqa: DTZ001


def test_moments_sort_and_compare_as_moments(tx: Connection) -> None:
    account = een_account(tx)
    vroeg, laat = (
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM),
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1),
    )
    for moment in (laat, vroeg):
        tx.execute(insert(tables.codepoging).values(account=account, op=moment))
    vraag = select(tables.codepoging.c.op).order_by(tables.codepoging.c.op)
    assert list(tx.scalars(vraag)) == [vroeg.astimezone(UTC), laat.astimezone(UTC)]
    tussen = vroeg.astimezone(UTC) + timedelta(minutes=30)
    assert list(tx.scalars(vraag.where(tables.codepoging.c.op > tussen))) == [laat.astimezone(UTC)]


@pytest.mark.parametrize(
    ("gegeven", "driver"),
    [
        ("sqlite:///x.db", "sqlite:///x.db"),
        ("sqlite+aiosqlite:///x.db", "sqlite:///x.db"),
        ("postgresql://a:geheim@h/n", "postgresql+psycopg://a:geheim@h/n"),
        ("postgresql+asyncpg://a@h/n", "postgresql+psycopg://a@h/n"),
    ],
)
def test_the_driver_is_ours_whatever_the_address_says(gegeven: str, driver: str) -> None:
    assert sqlalchemy_url(gegeven) == driver


def test_a_refused_address_does_not_show_its_password() -> None:
    with pytest.raises(InvoerFout) as fout:
        sqlalchemy_url("mysql://ik:wachtwoord-van-mij@h/n")
    assert "wachtwoord-van-mij" not in str(fout.value)


def test_importing_the_storage_opens_nothing() -> None:
    klaar = subprocess.run(
        [sys.executable, "-c", "import bot.storage, bot.app, threading; print(threading.active_count())"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert re.fullmatch(r"1\s*", klaar.stdout)
