"""Publishing week by week: what stands when a new table may not come, and what is kept of it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select, update

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.rules.tabellen import PER_ONDERDEEL
from bot.services.publicatie import Geteld, Ruw, Uitsplitsing, geef_uit, te_publiceren
from bot.storage import tables
from tests import builders

STRATEN = ("Merelweg", "Lijsterhof", "Uilenpad")


def dag(nummer: int) -> datetime:
    return builders.NU + timedelta(days=nummer)


def uit(tx: Connection, wijk: int, now: datetime, *aantallen: int, telt_op: bool = True) -> list[object]:
    """Count the streets, publish what may be, and return what is shown, with the day of it."""
    ruw = Ruw(telt_op, dict(zip(STRATEN, aantallen, strict=True)))
    gepubliceerd = geef_uit(tx, wijk, {"straat.gehoord": ruw}, now)["straat.gehoord"]
    moment = gepubliceerd.moment
    return [(moment - builders.NU).days if moment else None, *(gepubliceerd.cel(straat) for straat in STRATEN)]


def test_a_table_that_tells_too_much_waits_and_the_one_before_stands(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    niets = [None, NIET_GETOOND, NIET_GETOOND, NIET_GETOOND]
    assert uit(tx, wijk, dag(0), 5, 2, 2) == niets  # nine people
    assert uit(tx, wijk, dag(7), 18, 18, 1) == niets  # at most one is left for the third
    eerste = [14, 20, 20, MINDER]
    assert uit(tx, wijk, dag(14), 19, 20, 3) == eerste
    assert uit(tx, wijk, dag(20), 30, 30, 30) == eerste  # within the week
    assert uit(tx, wijk, dag(21), 20, 21, 5) == eerste  # four more, of whom some took the third to five
    assert uit(tx, wijk, dag(22), 21, 22, 7) == [22, 20, 20, 5]  # eight more, and one step of five


def test_cells_that_add_up_to_nothing_known_come_every_week(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    assert uit(tx, wijk, dag(0), 4, 0, 7, telt_op=False) == [0, MINDER, MINDER, 5]
    assert uit(tx, wijk, dag(6), 5, 1, 8, telt_op=False) == [0, MINDER, MINDER, 5]
    assert uit(tx, wijk, dag(7), 5, 1, 8, telt_op=False) == [7, 5, MINDER, 10]


def test_a_street_that_is_new_on_the_list_is_shown_with_the_next_table(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    uit(tx, wijk, dag(0), 20, 21, 24)
    ruw = Ruw(True, {"Merelweg": 20, "Vinkstraat": 30})
    gepubliceerd = geef_uit(tx, wijk, {"straat.gehoord": ruw}, dag(1))["straat.gehoord"]
    assert [gepubliceerd.cel(straat) for straat in ("Merelweg", "Vinkstraat")] == [20, NIET_GETOOND]


def test_each_wijk_and_each_table_has_its_own_weeks(tx: Connection) -> None:
    een, ander = builders.een_wijk(tx), builders.een_wijk(tx, "Andere wijk")
    uit(tx, een, dag(0), 20, 21, 24)
    assert uit(tx, ander, dag(1), 20, 21, 24)[0] == 1
    ruw = Ruw(True, dict.fromkeys(STRATEN, 30))
    assert geef_uit(tx, een, {"straat.informatie": ruw}, dag(2))["straat.informatie"].moment == dag(2)


def test_what_is_kept_of_a_publication_holds_no_small_number(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    uit(tx, wijk, dag(0), 19, 20, 3)
    (inhoud,) = tx.scalars(select(tables.publicatie.c.inhoud))
    assert inhoud["cellen"]["Uilenpad"] == [0, 4, MINDER]
    assert inhoud["totaal"] == 42  # which is the teller


def test_a_restart_or_a_second_export_at_once_publishes_nothing_anew(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    assert uit(tx, wijk, dag(0), 19, 20, 3) == uit(tx, wijk, dag(0), 19, 20, 3)
    assert tx.scalar(select(func.count()).select_from(tables.publicatie)) == 1
    tx.execute(update(tables.publicatie).values(moment=dag(30)))  # the clock went back
    assert uit(tx, wijk, dag(20), 40, 40, 40) == [30, 20, 20, MINDER]


@pytest.mark.parametrize("onderdeel", ["straat", "kanaal"])
def test_only_cells_that_add_up_wait_for_the_rule(onderdeel: str) -> None:
    geteld = [Geteld(onderdeel, "a", {"bewoners": Uitsplitsing(3, 12)}), Geteld(onderdeel, "b", {"adressen": 3})]
    assert te_publiceren(geteld) == {f"{onderdeel}.bewoners": Ruw(onderdeel == "straat", {"a": 3}, {"a": 12})}


def test_all_that_is_published_stands_in_the_fixed_list(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    builders.een_huishouden(tx, wijk)
    assert {deel.onderdeel for deel in builders.tellingen(tx, wijk).onderdelen} <= set(PER_ONDERDEEL)
