"""Several processes on one inbox: each queue with one of them at a time, in order; what a dead one had, others take."""

import asyncio
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select, text, update

from bot.storage import Database, inbox, open_database, postverdeling, processen
from bot.storage.inbox import Post
from bot.storage.tables import inbox as tabel
from bot.storage.tables import proces

VAN = "telegram", "42"
PROCESSEN, RIJEN = 3, 3


def _komt(tx: Connection, nummer: int, rij: str) -> Post:
    return inbox.bewaar(tx, *VAN, [(nummer, rij, "{}")], datetime.now(UTC))[0]


@st.composite
def _verloop(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    wat = st.sampled_from(["komt", "komt", "neem", "neem", "neemt onwetend", "klaar", "klaar", "sterft"])
    return draw(st.lists(st.tuples(wat, st.integers(0, PROCESSEN - 1), st.integers(1, 4)), max_size=40))


class Inbox:
    """Some processes, and what each has in hand: none knows of another but by the database."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx
        self.nrs = [processen.begin(tx) for _ in range(PROCESSEN)]
        self.in_hand: dict[int, list[Post]] = defaultdict(list)
        self.gedaan: dict[str, list[int]] = defaultdict(list)
        self.gekomen: dict[str, list[int]] = defaultdict(list)

    def doe(self, wat: str, wie: int, hoeveel: int) -> None:
        nr = self.nrs[wie]
        if wat == "komt":
            rij = f"chat:{hoeveel % RIJEN}"
            self.gekomen[rij].append(_komt(self.tx, sum(map(len, self.gekomen.values())), rij).id)
        elif wat == "neem":
            genomen = postverdeling.neem(self.tx, *VAN, nr, hoeveel, [post.id for post in self.in_hand[nr]])
            assert len(genomen) <= hoeveel
            assert [post.id for post in genomen] == sorted(post.id for post in genomen)
            self.in_hand[nr] += genomen
            self.klopt()
        elif wat == "neemt onwetend":  # the answer of the database never came
            postverdeling.neem(self.tx, *VAN, nr, hoeveel, [post.id for post in self.in_hand[nr]])
        elif wat == "klaar" and self.in_hand[nr]:
            post = self.in_hand[nr].pop(0)
            self.gedaan[post.rij].append(post.id)
            assert inbox.verwerkt(self.tx, post.id, "ja")
            inbox.klaar(self.tx, {post.id: []})
        elif wat == "sterft":
            processen.einde(self.tx, nr)
            self.in_hand.pop(nr, None)
            self.nrs[wie] = processen.begin(self.tx)

    def klopt(self) -> None:
        bij = defaultdict(set)
        for nr in self.nrs:
            for post in self.in_hand[nr]:
                bij[post.rij].add(nr)
        assert all(len(nrs) == 1 for nrs in bij.values()), "one queue with two processes"
        for rij, (nr,) in bij.items():
            over = [id_ for id_ in self.gekomen[rij] if id_ not in self.gedaan[rij]]
            hier = [post.id for post in self.in_hand[nr] if post.rij == rij]
            assert hier == over[: len(hier)], "the first of the queue, without a gap"


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(verloop=_verloop())
def test_each_queue_is_with_one_living_process_and_done_in_order(
    tx: Connection, verloop: list[tuple[str, int, int]]
) -> None:
    punt = tx.begin_nested()
    wereld = Inbox(tx)
    for wat, wie, hoeveel in verloop:
        wereld.doe(wat, wie, hoeveel)
    for wie in range(PROCESSEN - 1):
        wereld.doe("sterft", wie, 1)
    for _ in range(sum(map(len, wereld.gekomen.values()))):
        wereld.doe("neem", PROCESSEN - 1, 4)
        wereld.doe("klaar", PROCESSEN - 1, 1)
    assert wereld.gedaan == wereld.gekomen
    punt.rollback()


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
def test_what_was_decided_and_not_sent_comes_with_its_answer(tx: Connection) -> None:
    eerste, tweede = processen.begin(tx), processen.begin(tx)
    _komt(tx, 1, "chat:1")
    (post,) = postverdeling.neem(tx, *VAN, eerste, 10, ())
    inbox.verwerkt(tx, post.id, "het antwoord")
    assert postverdeling.neem(tx, *VAN, tweede, 10, ()) == []
    processen.einde(tx, eerste)
    assert [post.antwoord for post in postverdeling.neem(tx, *VAN, tweede, 10, ())] == ["het antwoord"]


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
def test_one_network_or_bot_takes_nothing_of_another(tx: Connection) -> None:
    nr = processen.begin(tx)
    _komt(tx, 1, "chat:1")
    assert postverdeling.neem(tx, "web", "42", nr, 10, ()) == []
    assert postverdeling.neem(tx, "telegram", "43", nr, 10, ()) == []
    assert len(postverdeling.neem(tx, *VAN, nr, 10, ())) == 1


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
def test_however_much_waits_each_row_is_looked_at_once(tx: Connection) -> None:
    """Of few chats, of which others have a part: what is asked of one row is not asked of its whole queue again."""
    nrs = [processen.begin(tx) for _ in range(PROCESSEN)]
    inbox.bewaar(tx, *VAN, [(n, f"chat:{n % 20}", "{}") for n in range(2000)], datetime.now(UTC))
    for nr in nrs[1:]:
        postverdeling.neem(tx, *VAN, nr, 9, ())
    neem = postverdeling._NEEM.compile(dialect=tx.dialect)
    waarden = {"k": VAN[0], "b": VAN[1], "ik": nrs[0], "hoeveel": 9, "in_hand": []}
    uitleg = tx.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {neem}", neem.construct_params(waarden)).scalar_one()
    assert _rijen(uitleg[0]["Plan"]) < 5 * 2000


def _rijen(plan: Any) -> float:
    """Return how many rows a plan and all below it looked at."""
    weg = sum(aantal for naam, aantal in plan.items() if naam.startswith("Rows Removed"))
    eigen = (plan["Actual Rows"] + weg) * plan["Actual Loops"]
    return float(eigen + sum(_rijen(deel) for deel in plan.get("Plans", ())))


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_server_looks_whether_who_asked_is_still_there(database_url: str) -> None:
    database = await open_database(database_url)
    hoe = await database.read(lambda tx: tx.scalar(text("SHOW client_connection_check_interval")))
    await database.close()
    assert hoe == "2s"


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_those_who_take_at_the_same_moment_never_take_of_one_queue(database_url: str) -> None:
    bases: list[Database] = [await open_database(database_url) for _ in range(3)]
    nrs = [await database.write(processen.PLOEG, processen.begin) for database in bases]
    posten = [(n, f"chat:{n % 7}", "{}") for n in range(210)]
    await bases[0].write(None, inbox.bewaar, *VAN, posten, datetime.now(UTC))
    genomen: dict[int, list[Post]] = defaultdict(list)

    async def neem(database: Database, nr: int) -> None:
        while True:
            van = *VAN, nr, 5, [post.id for post in genomen[nr]]
            if not (zij := await database.write(postverdeling.VERDELING, postverdeling.neem, *van)):
                return
            genomen[nr] += zij
            await asyncio.sleep(0)

    await asyncio.gather(*map(neem, bases, nrs))
    for database in bases:
        await database.close()
    assert sum(map(len, genomen.values())) == 210
    rijen = [{post.rij for post in zij} for zij in genomen.values()]
    assert sum(map(len, rijen)) == 7, "no queue is with two"


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
def test_who_is_late_with_saying_that_it_lives_is_dead_from_then_on(tx: Connection) -> None:
    stil, levend = processen.begin(tx), processen.begin(tx)
    assert processen.leef(tx, stil, ["tik"]).rechten == {"tik"}
    assert processen.leef(tx, levend, ["tik"]) == processen.Stand(leeft=True, samen=2)
    tx.execute(
        update(proces).where(proces.c.id == stil).values(leeft_tot=func.clock_timestamp() - timedelta(seconds=1))
    )
    assert processen.leef(tx, levend, ["tik", "post"]) == processen.Stand(True, 1, frozenset({"tik"} | {"post"}))
    assert not processen.leef(tx, stil, ["tik"]).leeft
    assert processen.begin(tx) > levend, "a number never comes back"


@pytest.mark.parametrize("tx", ["postgres"], indirect=True)
def test_who_is_late_but_was_not_missed_goes_on(tx: Connection) -> None:
    nr = processen.begin(tx)
    tx.execute(update(proces).values(leeft_tot=func.clock_timestamp() - timedelta(hours=1)))
    assert processen.leef(tx, nr, []).leeft
    assert tx.scalar(select(func.count()).select_from(tabel)) == 0
