"""How large the tables are is known once many rows came at once: to who has the database open too."""

from itertools import count
from pathlib import Path

from sqlalchemy import Connection, insert

from bot.storage import open_database
from bot.storage import tables as t
from tests import builders


def _adressen(tx: Connection, hoeveel: int) -> None:
    wijk = builders.een_wijk(tx)
    adres = {"wijk": wijk, "straat": "Laan", "toevoeging": "", "postcode": "3511AB"}
    rijen = [{**adres, "publiek_id": f"p{nr}", "sleutel": f"s{nr}", "huisnummer": nr} for nr in range(hoeveel)]
    tx.execute(insert(t.huishouden), rijen)


async def test_after_many_rows_came_the_server_knows_how_many(database_url: str) -> None:
    database = await open_database(database_url)
    await database.write(0, _adressen, 700)
    await database.meet_tabellen()
    vraag = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'huishouden'"
    if database_url.startswith("postgresql"):
        vraag = "SELECT reltuples FROM pg_class WHERE relname = 'huishouden'"
    weet = await database.read(lambda tx: tx.exec_driver_sql(vraag).scalars().first())
    assert str(weet).split()[0].removesuffix(".0") == "700"
    await database.close()


async def test_a_bot_that_has_the_file_open_goes_by_what_a_command_found(tmp_path: Path) -> None:
    """Of the same question it takes another index: the one by which fewer rows are read now."""
    url = f"sqlite:///{tmp_path / 'x.db'}"
    bot, opdracht = await open_database(url), await open_database(url)

    def maak(tx: Connection) -> None:
        tx.exec_driver_sql("CREATE TABLE proef (a INTEGER, b INTEGER, c INTEGER)")
        for kolom in ("a", "b"):
            tx.exec_driver_sql(f"CREATE INDEX ix_{kolom} ON proef ({kolom})")

    def vul(tx: Connection, a: str, b: str) -> None:
        tx.exec_driver_sql("DELETE FROM proef")
        reeks = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 500)"
        tx.exec_driver_sql(f"INSERT INTO proef {reeks} SELECT {a}, {b}, 1 FROM r")

    anders = count()

    def weg(tx: Connection) -> str:
        tx.exec_driver_sql("SELECT a FROM proef WHERE c = 5").all()  # a look at the plan alone reads nothing anew
        vraag = f"EXPLAIN QUERY PLAN SELECT c AS c{next(anders)} FROM proef WHERE a = 1 AND b = 1"  # none that it kept
        return str(tx.exec_driver_sql(vraag).all()[0][3])

    await opdracht.write(0, maak)
    for a, b, wordt in (("1", "n", "ix_b"), ("n", "1", "ix_a"), ("1", "n", "ix_b")):
        await opdracht.write(0, vul, a, b)
        await opdracht.meet_tabellen()
        assert wordt in await bot.read(weg)
        assert wordt in await bot.write(0, weg)
    await bot.close()
    await opdracht.close()
