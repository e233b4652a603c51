"""Bijeenkomsten at the level of the service: planning and saying that you come."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.services import aanmelding, bijeenkomst, plannen
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, eis_rol
from bot.storage import accounts
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling

NOOR = "9001"
BEGIN = NU + timedelta(days=5)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def plan(tx: Connection, wijk: int, *, begin: datetime = BEGIN, vragen: str = "ja", wie: str = NOOR) -> str:
    """Plan a meeting; return its public id."""
    doet = handeling(wijk, wie)
    data = {"soort": "energiecafe", "titel": "Café", "begin": begin.isoformat(), "plaats": "Hier", "vragen": vragen}
    return str(plannen.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data).data["id"])


def test_the_last_answer_counts_and_there_is_one_per_resident(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk)
    for antwoord in ("ja", "nee", "misschien", "misschien"):
        aanmelding.meld_aan(tx, handeling(wijk), publiek_id, antwoord)
    assert list(tx.scalars(select(t.aanmelding.c.antwoord))) == ["misschien"]


@pytest.mark.parametrize("antwoord", ["", "zeker", "JA", "ja "])
def test_an_answer_that_is_none_is_refused(tx: Connection, wijk: int, antwoord: str) -> None:
    publiek_id = plan(tx, wijk)
    with pytest.raises(Geweigerd, match=r"bijeenkomst\.onbekend"):
        aanmelding.meld_aan(tx, handeling(wijk), publiek_id, antwoord)


def test_from_the_moment_it_begins_no_answer_is_taken(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk)
    aanmelding.meld_aan(tx, handeling(wijk, now=BEGIN - timedelta(microseconds=1)), publiek_id, "ja")
    with pytest.raises(Geweigerd, match="begonnen"):
        aanmelding.meld_aan(tx, handeling(wijk, now=BEGIN), publiek_id, "nee")


def test_only_staff_see_how_many_come(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk)
    aanmelding.meld_aan(tx, handeling(wijk), publiek_id, "ja")
    assert bijeenkomst.toon(tx, handeling(wijk, NOOR), publiek_id).data["aanmeldingen"]["ja"] == 1
    assert "aanmeldingen" not in bijeenkomst.toon(tx, handeling(wijk), publiek_id).data


def test_who_may_plan_is_a_trekker_a_begeleider_or_an_organisator() -> None:
    assert set(plannen.FORMULIER.rollen) == {TREKKER, BEGELEIDER, ORGANISATOR}
