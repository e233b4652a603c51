"""What organisatoren hear of the plan: each Monday, when a stage runs late, and what a slip costs in days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.rules.terugrekenen import Periode
from bot.services import formulier, traject, trajectbestand, trajectstand, trajectweek
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.storage import accounts, gesprekken, trajecten
from bot.storage import tables as t
from tests.builders import NU, een_wijk, handeling
from tests.services.test_traject import IBRAHIM, kies
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

FATIMA = "9003"
FORMULIEREN = {f.soort: f for f in (traject.FORMULIER, traject.DATUM, trajectweek.FORMULIER)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (ORGANISATOR, "telegram", FATIMA), (BEGELEIDER, "telegram", NOOR)]
    accounts.zet_rollen(tx, wijk, rollen)
    for wie in (IBRAHIM, FATIMA, NOOR):
        accounts.maak(tx, wijk, "telegram", wie)
    bewoner(tx, wijk, "1")
    return wijk


def gezegd(tx: Connection, soort: str) -> list[dict[str, Any]]:
    return [
        dict(d) for d in tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == soort).order_by(t.outbox.c.id))
    ]


@pytest.mark.parametrize(
    ("now", "maandag"),
    [
        ("2027-02-01T19:00:00+00:00", "2027-02-08T08:00:00+00:00"),  # on a Monday evening: the next
        ("2027-02-08T07:59:59+00:00", "2027-02-08T08:00:00+00:00"),
        ("2027-02-08T08:00:00+00:00", "2027-02-15T08:00:00+00:00"),
        ("2027-03-27T12:00:00+00:00", "2027-03-29T07:00:00+00:00"),  # the clock goes forward on the 28th
        ("2027-10-30T12:00:00+00:00", "2027-11-01T08:00:00+00:00"),  # and back on the 31st
        ("2027-12-31T23:30:00+00:00", "2028-01-03T08:00:00+00:00"),
    ],
)
def test_monday_at_nine_is_nine_on_the_wall(now: str, maandag: str) -> None:
    assert trajectweek.volgende_maandag(datetime.fromisoformat(now), AMSTERDAM) == datetime.fromisoformat(maandag)


def test_organisatoren_hear_every_monday_how_it_stands_and_nobody_else_does(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    for dag in (8, 15):
        tik(tx, wijk, datetime(2027, 2, dag, 7, 59, tzinfo=UTC))
        tik(tx, wijk, datetime(2027, 2, dag, 8, 0, tzinfo=UTC))
        tik(tx, wijk, datetime(2027, 2, dag, 8, 1, tzinfo=UTC))
    assert verstuurd(tx, "traject.week") == [IBRAHIM, IBRAHIM, FATIMA, FATIMA]
    eerste = gezegd(tx, "traject.week")[0]
    assert [fase["fase"] for fase in eerste["nu"]] == ["kaders"]
    assert eerste["kritiek"]["fase"] == "kaders"
    assert eerste["speling"] == (date(2028, 6, 15) - date(2028, 1, 16)).days, "it began on 1 February"
    tik(tx, wijk, datetime(2027, 3, 24, 8, 0, tzinfo=UTC))
    assert len(gezegd(tx, "traject.week")) == 6, "after a long sleep it is said once"


def test_a_stage_that_is_open_after_its_last_day_is_told_with_what_it_means(tx: Connection, wijk: int) -> None:
    """50 weeks up to 17 January 2028 begin on 2 February 2027; kaders ends on 29 March at the latest."""
    kies(tx, wijk, op="17 januari 2028")
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert stand.gang["kaders"].tot == date(2027, 3, 29)
    tik(tx, wijk, datetime(2027, 3, 30, 6, 59, tzinfo=UTC))
    assert verstuurd(tx, "traject.te_laat") == []
    tik(tx, wijk, datetime(2027, 3, 30, 7, 0, tzinfo=UTC))
    tik(tx, wijk, datetime(2027, 3, 30, 7, 1, tzinfo=UTC))
    assert verstuurd(tx, "traject.te_laat") == [IBRAHIM, FATIMA]
    data = gezegd(tx, "traject.te_laat")[0]
    assert (data["over"]["fase"], data["tot"], data["speling"], data["haalbaar"]) == (
        "kaders",
        "2027-03-29",
        -1,
        "2028-01-18",
    )
    assert [(fase["fase"], weken) for fase, weken in data["korter"]] == [("tot_besluit", 1)]


def test_a_stage_that_ended_in_time_is_not_called_late(tx: Connection, wijk: int) -> None:
    kies(tx, wijk, op="17 januari 2028")
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    trajectstand.verder(tx, handeling(wijk, IBRAHIM, now=NU + timedelta(days=40)), stand.gang["kaders"], "verder")
    tik(tx, wijk, datetime(2027, 3, 30, 9, 0, tzinfo=UTC))
    assert verstuurd(tx, "traject.te_laat") == []


def _uitloop(tx: Connection, wijk: int, tot: str) -> dict[str, Any]:
    ibrahim = handeling(wijk, IBRAHIM)
    gang = trajectstand.lees(tx, wijk).gang["kaders"]  # type: ignore[union-attr]
    trajectweek.loopt_uit(tx, ibrahim, gang.publiek_id)
    return formulier.typ(tx, ibrahim, FORMULIEREN, tot).data


def test_who_says_that_a_stage_takes_longer_hears_what_it_costs_and_so_do_the_others(tx: Connection, wijk: int) -> None:
    """Kaders takes until 28 March as it began; until 28 April is 31 days more than that, and there were 151."""
    kies(tx, wijk)
    data = _uitloop(tx, wijk, "28 april 2027")
    assert (data["was"], data["speling"], data["past"]) == (151, 120, True)
    assert verstuurd(tx, "traject.uitloop") == [FATIMA]
    assert not _uitloop(tx, wijk, "1 oktober 2027")["past"]
    assert _uitloop(tx, wijk, "28 maart 2027")["speling"] == 151, "and back again"
    tik(tx, wijk, datetime(2027, 9, 1, 9, 0, tzinfo=UTC))
    assert verstuurd(tx, "traject.te_laat") == [IBRAHIM, FATIMA]


@pytest.mark.parametrize("tot", ["31 januari 2027", "1 maart 2033", "straks"])
def test_a_stage_ends_today_or_later(tx: Connection, wijk: int, tot: str) -> None:
    kies(tx, wijk)
    with pytest.raises(Geweigerd):
        _uitloop(tx, wijk, tot)


def test_another_persons_button_or_one_of_what_ended_does_nothing(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    eerste = stand.gang["kaders"].publiek_id
    for wie in (NOOR, "1"):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            trajectweek.loopt_uit(tx, handeling(wijk, wie), eerste)
    ander = een_wijk(tx, "Elders")
    accounts.zet_rollen(tx, ander, [(ORGANISATOR, "telegram", "77")])
    for publiek_id in (eerste, "x" * 22, ""):
        with pytest.raises(Geweigerd, match=r"traject\.niet_bezig"):
            trajectweek.loopt_uit(tx, handeling(ander, "77"), publiek_id)
    with pytest.raises(Geweigerd, match=r"traject\.niet_bezig"):
        trajectweek.loopt_uit(tx, handeling(wijk, IBRAHIM), stand.gang["besluit"].publiek_id)
    kies(tx, wijk)
    with pytest.raises(Geweigerd, match=r"traject\.niet_bezig"):
        trajectweek.loopt_uit(tx, handeling(wijk, IBRAHIM), eerste)


def test_another_day_of_the_gemeenteraad_reckons_anew(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    ibrahim = handeling(wijk, IBRAHIM)
    formulier.begin(tx, ibrahim, traject.DATUM)
    voorbeeld = formulier.typ(tx, ibrahim, FORMULIEREN, "16 januari 2028")
    assert (voorbeeld.soort, voorbeeld.data["speling"]) == ("traject_datum.voorbeeld", 0)
    assert formulier.bevestig(tx, ibrahim, FORMULIEREN).melding == "traject.opnieuw"
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert stand.loopt.besluitdatum == date(2028, 1, 16)
    assert stand.gang["kaders"].tot == date(2027, 3, 28)


def test_days_that_do_not_count_move_the_plan_and_are_said_of_the_day_itself(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    voor = trajectstand.lees(tx, wijk).gang["kaders"].tot  # type: ignore[union-attr]
    reces = Periode("reces", date(2028, 6, 1), date(2028, 6, 20))
    assert trajecten.zet_vrije_perioden(tx, wijk, [reces])
    assert not trajecten.zet_vrije_perioden(tx, wijk, [reces])
    plan = trajectstand.herplan(tx, wijk, NU, AMSTERDAM)
    assert plan is not None
    assert plan.vrij == "reces"
    assert trajectstand.lees(tx, wijk).gang["kaders"].tot == voor - timedelta(days=15)  # type: ignore[union-attr]


def test_a_file_in_the_chat_asks_for_the_day_and_a_mistake_in_it_is_said(tx: Connection, wijk: int) -> None:
    ibrahim = handeling(wijk, IBRAHIM)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        trajectbestand.wacht(tx, handeling(wijk, NOOR))
    trajectbestand.wacht(tx, ibrahim)
    for inhoud, reden in ((None, "traject.geen_bestand"), (b"sjabloon = 3", "traject.fout")):
        with pytest.raises(Geweigerd) as nee:
            trajectbestand.lees(tx, ibrahim, inhoud)
        assert nee.value.sleutel == reden
    bestand = b'sjabloon = "besluit"\ntitel = "Vechtzoom"\n[[fasen]]\nnaam = "besluit"\nweken = 4\n'
    assert trajectbestand.lees(tx, ibrahim, bestand).data["veld"] == "besluitdatum"
    formulier.typ(tx, ibrahim, FORMULIEREN, "15 juni 2027")
    plan = formulier.bevestig(tx, ibrahim, FORMULIEREN).data
    assert (plan["titel"], [regel["fase"] for regel in plan["regels"]]) == ("Vechtzoom", ["besluit"])
    wie = accounts.wie(tx, wijk, "telegram", IBRAHIM)
    assert wie is not None
    assert gesprekken.open_gesprek(tx, wie.wijk, wie.account) is None
