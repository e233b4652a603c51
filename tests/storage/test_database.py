"""The shell around the synchronous core: shared commits, each function its own savepoint, nobody answered too early."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.errors import InvoerFout
from bot.storage import ACCOUNTS, Database, open_database
from bot.storage import database as schil
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from bot.storage.tables import klok, wijk
from tests.builders import een_wijk


def _tel(tx: Connection) -> int:
    return tx.scalar(select(func.count()).select_from(wijk)) or 0


def _zet_klok(tx: Connection) -> None:
    tx.execute(insert(klok).values(id=1, verzet_seconden=0))


def _lees_en_schrijf(tx: Connection) -> None:
    """Read a number, dawdle, and write one more: what loses counts when two do so at once."""
    nu = tx.scalar(select(klok.c.verzet_seconden)) or 0
    tx.execute(update(klok).values(verzet_seconden=nu + 1))


def _kwadraat(tx: Connection, n: int) -> int:
    return n * n


def _fout(tx: Connection, naam: str) -> int:
    een_wijk(tx, naam)
    raise ValueError(naam)


class Commits:
    """How many functions each commit held, seen by wrapping the one place where a group runs."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(schil, "MAX_SECONDEN", 60)  # a busy machine is no reason to split them
        self.groepen: list[int] = []
        echt = database._voer_uit

        async def kijk(rij: Any, opdrachten: list[schil.Opdracht]) -> list[schil.Uitkomst]:
            uitkomsten = await echt(rij, opdrachten)
            self.groepen.append(len(uitkomsten))
            return uitkomsten

        monkeypatch.setattr(database, "_voer_uit", kijk)


def _breek_commit(database: Database, monkeypatch: pytest.MonkeyPatch, keren: int, *, na: bool = False) -> None:
    """Make the next commits fail, before they do anything or (`na`) just after they have landed."""
    echt = schil.voer_groep_uit
    over = [keren]

    def gebroken(*args: Any, commit: Callable[[], object], **rest: Any) -> list[schil.Uitkomst]:
        def commit_of_niet() -> object:
            if over[0] == 0:
                return commit()
            over[0] -= 1
            if na:
                commit()
            raise ConnectionError("the line went dead at COMMIT")

        return echt(*args, commit=commit_of_niet, **rest)

    module = "sqlite" if isinstance(database, SqliteDatabase) else "postgres"
    monkeypatch.setattr(f"bot.storage.{module}.voer_groep_uit", gebroken)


async def test_writers_that_wait_together_share_one_commit_and_each_gets_its_own_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = Commits(database, monkeypatch)
    antwoorden = await asyncio.gather(*(database.write(1, _kwadraat, n) for n in range(20)))
    assert antwoorden == [n * n for n in range(20)]
    assert commits.groepen == [20]


async def test_a_function_that_raises_is_undone_alone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = Commits(database, monkeypatch)
    een, twee, drie = await asyncio.gather(
        database.write(1, een_wijk, "een"),
        database.write(1, _fout, "twee"),
        database.write(1, een_wijk, "drie"),
        return_exceptions=True,
    )
    assert isinstance(een, int)
    assert isinstance(twee, ValueError)
    assert isinstance(drie, int)
    assert sorted(await database.read(lambda tx: list(tx.scalars(select(wijk.c.naam))))) == ["drie", "een"]
    assert commits.groepen == [3]


async def test_a_constraint_that_fails_undoes_its_own_function_only(database: Database) -> None:
    def dubbel(tx: Connection) -> None:
        een_wijk(tx, "weg")
        rij = tx.execute(select(wijk)).first()
        assert rij is not None
        tx.execute(insert(wijk).values(publiek_id=rij.publiek_id, naam="nog eens"))

    uit = await asyncio.gather(
        database.write(1, een_wijk, "een"),
        database.write(1, dubbel),
        database.write(1, een_wijk, "twee"),
        return_exceptions=True,
    )
    assert isinstance(uit[1], IntegrityError)
    assert await database.read(_tel) == 2


async def test_after_a_destroyed_transaction_each_runs_once_more_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One function throws the shared transaction away under the others; nobody may be told that all is well."""
    commits = Commits(database, monkeypatch)
    gelopen: list[str] = []

    def goed(tx: Connection, naam: str) -> str:
        gelopen.append(naam)
        een_wijk(tx, naam)
        return naam

    def vernielt(tx: Connection) -> None:
        gelopen.append("vernielt")
        if gelopen.count("vernielt") > 1:
            return
        if isinstance(database, SqliteDatabase):
            tx.exec_driver_sql("ROLLBACK")  # as an I/O error or a full disk does by itself
        else:
            tx.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        raise RuntimeError("the transaction is gone")

    uit = await asyncio.gather(
        database.write(1, goed, "een"), database.write(1, vernielt), database.write(1, goed, "twee")
    )
    assert list(uit) == ["een", None, "twee"]
    assert gelopen == ["een", "vernielt", "een", "vernielt", "twee"]
    assert sorted(await database.read(lambda tx: list(tx.scalars(select(wijk.c.naam))))) == ["een", "twee"]
    assert commits.groepen == [1, 1, 1]


async def test_a_commit_that_fails_answers_nobody_and_runs_each_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _breek_commit(database, monkeypatch, keren=1)
    uit = await asyncio.gather(database.write(1, een_wijk, "een"), database.write(1, een_wijk, "twee"))
    assert len(set(uit)) == 2
    assert await database.read(_tel) == 2


async def test_a_commit_that_keeps_failing_is_told_to_each_and_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _breek_commit(database, monkeypatch, keren=3)
    uit = await asyncio.gather(
        database.write(1, een_wijk, "een"), database.write(1, een_wijk, "twee"), return_exceptions=True
    )
    assert [type(fout) for fout in uit] == [ConnectionError, ConnectionError]
    assert await database.read(_tel) == 0
    assert await database.write(1, een_wijk, "later") is not None


async def test_a_commit_that_landed_unseen_runs_again_which_the_function_can_tell(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is why each update's mark stands in the same transaction: the second run finds it."""
    _breek_commit(database, monkeypatch, keren=1, na=True)

    def eens(tx: Connection) -> str:
        if _tel(tx):
            return "was er al"
        een_wijk(tx)
        return "nieuw"

    assert await database.write(1, eens) == "was er al"
    assert await database.read(_tel) == 1


async def test_a_cancelled_waiter_does_not_cancel_its_function(database: Database) -> None:
    taak = asyncio.create_task(database.write(1, een_wijk, "toch"))
    await asyncio.sleep(0)
    taak.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taak
    await database.wacht_tot_leeg()
    assert await database.read(_tel) == 1


async def test_twenty_tasks_that_read_then_write_lose_nothing(database: Database) -> None:
    await database.write(1, _zet_klok)

    async def vijftig() -> None:
        for _ in range(50):
            await database.write(1, _lees_en_schrijf)

    await asyncio.gather(*(vijftig() for _ in range(20)))
    assert await database.read(lambda tx: tx.scalar(select(klok.c.verzet_seconden))) == 1000


@pytest.fixture
async def tweede(database: Database, database_url: str) -> AsyncIterator[Database]:
    """The same database as another process has it."""
    andere = await open_database(database_url)
    yield andere
    await andere.close()


async def test_two_processes_that_write_the_same_wijk_lose_nothing(database: Database, tweede: Database) -> None:
    """On PostgreSQL the advisory lock of the wijk sees to it, on SQLite its one writer at a time."""
    await database.write(1, _zet_klok)

    async def vijftig(van: Database) -> None:
        for _ in range(50):
            await van.write(1, _lees_en_schrijf)

    await asyncio.gather(*(vijftig(van) for van in (database, tweede) for _ in range(5)))
    assert await database.read(lambda tx: tx.scalar(select(klok.c.verzet_seconden))) == 500


async def test_on_postgresql_wijken_write_beside_each_other_and_one_wijk_in_turn(
    database: Database, tweede: Database
) -> None:
    if not isinstance(database, PostgresDatabase):
        pytest.skip("SQLite has one writer for all wijken")
    bezig, verder = threading.Event(), threading.Event()

    def houdt_vast(tx: Connection) -> str:
        bezig.set()
        assert verder.wait(60)
        return "eerst"

    eerst = asyncio.create_task(database.write(1, houdt_vast))
    await asyncio.to_thread(bezig.wait, 20)
    zelfde = asyncio.create_task(tweede.write(1, lambda tx: "daarna"))
    assert await asyncio.wait_for(tweede.write(2, lambda tx: "andere wijk"), 20) == "andere wijk"
    assert await asyncio.wait_for(tweede.write(ACCOUNTS, lambda tx: "accounts"), 20) == "accounts"
    assert await asyncio.wait_for(tweede.write(None, lambda tx: "wachtrij"), 20) == "wachtrij"
    await asyncio.sleep(0.05)
    assert not zelfde.done()
    verder.set()
    assert [await eerst, await zelfde] == ["eerst", "daarna"]


async def test_a_reader_sees_one_snapshot_while_others_write(database: Database) -> None:
    gelezen, geschreven = threading.Event(), threading.Event()

    def twee_keer(tx: Connection) -> tuple[int, int]:
        eerst = _tel(tx)
        gelezen.set()
        assert geschreven.wait(5)
        return eerst, _tel(tx)

    lezen = asyncio.create_task(database.read(twee_keer))
    await asyncio.to_thread(gelezen.wait, 5)
    await database.write(1, een_wijk)
    geschreven.set()
    assert await lezen == (0, 0)
    assert await database.read(_tel) == 1


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError):
        await database.read(een_wijk)
    assert await database.read(_tel) == 0


async def test_a_function_that_hides_an_error_of_the_database_is_not_told_that_all_is_well(database: Database) -> None:
    """After an error PostgreSQL answers a COMMIT as if it were one, and undoes all."""

    def hides(tx: Connection) -> None:
        een_wijk(tx)
        with suppress(DBAPIError):
            tx.exec_driver_sql("SELECT 1 FROM no_such_table")

    if isinstance(database, SqliteDatabase):  # only the statement itself is undone there
        await database.write(1, hides)
        assert await database.read(_tel) == 1
        return
    with pytest.raises(RuntimeError, match="went on"):
        await database.write(1, hides)
    assert await database.read(_tel) == 0


async def test_a_server_that_was_started_anew_is_noticed_by_nobody(database: Database) -> None:
    if not isinstance(database, PostgresDatabase):
        pytest.skip("SQLite has no server")
    await asyncio.gather(*(database.read(_tel) for _ in range(20)), *(database.write(n, een_wijk) for n in range(20)))

    def breekt_lijnen(tx: Connection) -> None:
        hun = "datname = current_database() AND pid != pg_backend_pid() AND backend_type = 'client backend'"
        tx.exec_driver_sql(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {hun}")

    await database.read(breekt_lijnen)
    assert await asyncio.gather(*(database.read(_tel) for _ in range(20))) == [20] * 20
    await database.read(breekt_lijnen)
    await asyncio.gather(*(database.write(n, een_wijk) for n in range(20)))
    assert await database.read(_tel) == 40


async def test_what_is_asked_often_the_server_has_prepared_after_reads_too(database: Database) -> None:
    if not isinstance(database, PostgresDatabase):
        pytest.skip("it is PostgreSQL's server that prepares")
    for _ in range(80):  # on each of its lines
        await database.read(_tel)
    zoek = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%wijk%%'"
    assert await database.read(lambda tx: tx.exec_driver_sql(zoek).scalar()) == 1


async def test_a_reader_that_raises_harms_no_later_one(database: Database) -> None:
    for _ in range(12):  # more than there are connections
        with pytest.raises(ZeroDivisionError):
            await database.read(lambda tx: 1 // 0)
    assert await database.read(_tel) == 0


async def test_a_group_holds_at_most_64_functions(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schil, "MAX_SECONDEN", 60.0)  # on a busy machine the 20 ms would be over first
    commits = Commits(database, monkeypatch)
    await asyncio.gather(*(database.write(1, lambda tx: None) for _ in range(150)))
    assert sum(commits.groepen) == 150
    assert max(commits.groepen) <= 64
    assert len(commits.groepen) <= 4


async def test_a_group_ends_after_20_milliseconds_and_the_rest_comes_in_order(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    na = schil.MAX_SECONDEN
    commits = Commits(database, monkeypatch)
    monkeypatch.setattr(schil, "MAX_SECONDEN", na)
    volgorde: list[int] = []

    def traag(tx: Connection, n: int) -> None:
        volgorde.append(n)
        time.sleep(0.008)

    await asyncio.gather(*(database.write(1, traag, n) for n in range(8)))
    assert volgorde == list(range(8))
    assert len(commits.groepen) >= 3
    assert max(commits.groepen) <= 4


async def test_closing_waits_for_what_was_asked(database_url: str) -> None:
    database = await open_database(database_url)
    taken = [asyncio.create_task(database.write(1, een_wijk)) for _ in range(5)]
    await asyncio.sleep(0)
    await database.close()
    assert len(set(await asyncio.gather(*taken))) == 5


async def test_writing_after_closing_fails_and_keeps_nobody_waiting(database_url: str) -> None:
    database = await open_database(database_url)
    await database.close()
    (uit,) = await asyncio.gather(asyncio.wait_for(database.write(1, een_wijk), 20), return_exceptions=True)
    assert isinstance(uit, Exception)
    assert not isinstance(uit, TimeoutError)


async def test_who_asks_from_within_an_answer_joins_the_next_group(database: Database) -> None:
    async def keten(naam: str) -> int:
        await database.write(1, een_wijk, naam)
        return await database.write(1, _tel)

    assert max(await asyncio.gather(keten("a"), keten("b"), keten("c"))) == 3


async def test_a_statement_of_a_function_is_durable_before_its_answer(database: Database, tweede: Database) -> None:
    await database.write(1, een_wijk, "zichtbaar")
    assert await tweede.read(_tel) == 1


async def test_sqlite_keeps_what_it_promises_on_every_connection(database: Database) -> None:
    if not isinstance(database, SqliteDatabase):
        pytest.skip("PRAGMAs are SQLite's")

    def pragma(tx: Connection) -> list[Any]:
        namen = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "query_only")
        return [tx.exec_driver_sql(f"PRAGMA {naam}").scalar() for naam in namen]

    assert await database.write(1, pragma) == ["wal", 2, 1, 1, 0]
    assert await database.read(pragma) == ["wal", 2, 1, 1, 1]


@pytest.mark.parametrize("url", ["", "mysql://a/b", "sqlite://", "gehoord.db", "postgres", "sqlite:////geen/map/x.db"])
async def test_an_address_that_cannot_be_a_database_is_one_clear_line(url: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        await open_database(url)
    assert "\n" not in str(fout.value)


async def test_foreign_keys_hold_on_both_databases(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await database.write(
            1, lambda tx: tx.execute(text("INSERT INTO werkgroep (wijk, publiek_id, naam) VALUES (99, 'x', 'y')"))
        )
