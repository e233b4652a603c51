"""Questions that are asked of the outbox all the time are answered by an index, however many rows wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, select

from bot.rules.pacing import Baan
from bot.storage import (
    opdrachtmenus,
    outbox,
    postuit,
    volgers,
    voorkeuren,
    voortgangen,
    wachtrij,
    wekkers,
)
from bot.storage import tables as t
from tests.bench._rijen import vul
from tests.builders import NU, een_publiek_id, een_wijk


@pytest.mark.parametrize(
    ("vraag", "index"),
    [
        (lambda tx: wachtrij.vanaf(tx, "telegram", list(Baan)), "ix_outbox_wachtend"),
        (lambda tx: wachtrij.claim(tx, "telegram", list(Baan), 8, NU, NU), "ix_outbox_wachtend"),
        (lambda tx: outbox.laat_vallen_van(tx, 7, "blocked"), "ix_outbox_account"),
        (lambda tx: outbox.verlopen_leases(tx, NU), "ix_outbox_bezig"),
        (lambda tx: voorkeuren.gehoord(tx, [1, 2, 3], NU), "ix_outbox_ongevraagd"),
    ],
    ids=["vanaf", "claim", "laat_vallen", "verlopen_leases", "gehoord"],
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


def _vol_verleden(tx: Connection) -> int:
    """Return a wijk in which much was done, and little is still to be."""
    wijk = een_wijk(tx)
    tx.execute(insert(t.account), [{"kanaal": "telegram", "extern_id": str(n)} for n in range(2000)])
    accounts = list(tx.scalars(select(t.account.c.id)))
    van = {"wijk": wijk, "volger": _een_volger(tx, wijk), "soort": "nieuws", "data": {}, "op": NU, "niet_voor": NU}
    brieven = [{**van, "sleutel": str(n), "staat": "wachtend" if n < 9 else "verzonden"} for n in range(2000)]
    tx.execute(insert(t.postuit), brieven)
    van = {"wijk": wijk, "inhoud": {}, "doelgroep": [], "aantal": 1, "gemaakt_op": NU, "moment": NU}
    van |= {"gemaakt_door": accounts[0], "staat": "klaar", "klaar_op": NU}
    tx.execute(insert(t.uitzending), [{**van, "publiek_id": een_publiek_id()} for _ in range(2000)])
    gezet = {"wijk": wijk, "gewenst": 1, "gezet": 1, "niet_voor": NU}
    tx.execute(insert(t.opdrachtmenu), [{**gezet, "account": account} for account in accounts])
    af = {"wijk": wijk, "soort": "herinnering", "moment": NU, "gedaan_op": NU}
    tx.execute(insert(t.wekker), [{**af, "onderwerp": n} for n in range(2000)])
    return wijk


def _een_volger(tx: Connection, wijk: int) -> int:
    velden = {"publiek_id": een_publiek_id(), "geheim": een_publiek_id(), "rol": "griffie", "bevestigd_op": NU}
    return volgers.voeg_toe(tx, wijk, naam="Griffie", adres="griffie@ede.voorbeeld.nl", taal="nl", **velden)


@pytest.mark.parametrize(
    ("vraag", "tabel"),
    [
        (lambda tx, wijk: voortgangen.te_doen(tx, [wijk, 7], "telegram"), "uitzending"),
        (lambda tx, wijk: opdrachtmenus.te_doen(tx, [wijk, 7], "telegram", 20, NU), "opdrachtmenu"),
        (lambda tx, wijk: postuit.met_post(tx, [wijk, 7], NU), "postuit"),
        (lambda tx, wijk: postuit.claim(tx, wijk, NU, NU), "postuit"),
        (lambda tx, wijk: postuit.verlopen(tx, NU), "postuit"),
        (lambda tx, wijk: wekkers.met_iets(tx, [wijk, 7], NU), "wekker"),
    ],
    ids=["voortgangen", "opdrachtmenus", "met_post", "claim", "verlopen", "wekkers"],
)
def test_what_is_looked_for_every_second_is_found_without_looking_through_what_is_over(
    tx: Connection, vraag: Callable[[Connection, int], object], tabel: str
) -> None:
    wijk = _vol_verleden(tx)
    tx.exec_driver_sql("ANALYZE")

    plannen = _plannen(tx, lambda tx: vraag(tx, wijk))

    assert plannen
    assert not [plan for plan in plannen if f"SCAN {tabel}\n" in f"{plan}\n" or f"Seq Scan on {tabel}" in plan]


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
