"""Questions that are asked of the outbox all the time are answered by an index, however many rows wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.rules.pacing import Baan
from bot.storage import outbox, voorkeuren, wachtrij
from tests.bench._rijen import vul
from tests.builders import NU


@pytest.mark.parametrize(
    ("vraag", "index"),
    [
        (lambda tx: wachtrij.te_doen(tx, "telegram", list(Baan), NU), "ix_outbox_wachtend"),
        (lambda tx: wachtrij.claim(tx, "telegram", list(Baan), 8, NU, NU), "ix_outbox_wachtend"),
        (lambda tx: outbox.laat_vallen_van(tx, 7, "blocked"), "ix_outbox_account"),
        (lambda tx: outbox.verlopen_leases(tx, NU), "ix_outbox_bezig"),
        (lambda tx: voorkeuren.gehoord(tx, [1, 2, 3], NU), "ix_outbox_ongevraagd"),
    ],
    ids=["te_doen", "claim", "laat_vallen", "verlopen_leases", "gehoord"],
)
def test_what_is_asked_all_the_time_comes_from_an_index_in_its_order(
    tx: Connection, vraag: Callable[[Connection], object], index: str
) -> None:
    vul(tx, 5000)  # of a small table PostgreSQL rightly reads all
    tx.exec_driver_sql("ANALYZE")

    plannen = _plannen(tx, vraag)

    assert not [plan for plan in plannen if "SCAN outbox" in plan or "Seq Scan on outbox" in plan]
    met_index = [plan for plan in plannen if index in plan]
    assert met_index
    assert not [plan for plan in met_index if "Sort" in plan or "TEMP B-TREE" in plan]


def _plannen(tx: Connection, functie: Callable[[Connection], object]) -> list[str]:
    """Run a function and return how the database goes about each of its statements."""
    with _opgevangen(tx) as opdrachten:
        functie(tx)
    uitleg = "EXPLAIN QUERY PLAN " if tx.dialect.name == "sqlite" else "EXPLAIN "
    return [
        "\n".join(str(rij[-1]) for rij in tx.exec_driver_sql(uitleg + opdracht, waarden))
        for opdracht, waarden in opdrachten
    ]


@contextmanager
def _opgevangen(tx: Connection) -> Iterator[list[tuple[str, Any]]]:
    opdrachten: list[tuple[str, Any]] = []

    def onthoud(_tx: Any, _cursor: Any, opdracht: str, waarden: Any, *rest: Any) -> None:
        opdrachten.append((opdracht, waarden))

    event.listen(tx, "before_cursor_execute", onthoud)
    try:
        yield opdrachten
    finally:
        event.remove(tx, "before_cursor_execute", onthoud)
