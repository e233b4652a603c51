"""What a poll can have beside its question: an opening later than its making."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import peiling, planning, stemmen, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER
from bot.storage import accounts, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling
from tests.services.test_peiling import NOOR, kenmerk, open_, tel, tik

OPENT = NU + timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def doe_wekkers(tx: Connection, wijk: int, now: Any) -> None:
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())


def soorten_in_outbox(tx: Connection) -> list[str]:
    return list(tx.scalars(select(t.outbox.c.soort).order_by(t.outbox.c.id)))


# Opening later


def test_until_it_opens_a_poll_is_looked_at_and_a_tap_is_answered_kindly(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, opent_op=OPENT.isoformat())
    doe_wekkers(tx, wijk, NU)
    assert soorten_in_outbox(tx) == [], "it is announced when one can vote"
    gezien = stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data
    assert (gezien["komt"], gezien["bewoner"]) == (OPENT.isoformat(), False)
    assert [r["staat"] for r in peiling.lijst(tx, handeling(wijk)).data["peilingen"]] == ["komt"]
    tikt = tik(tx, handeling(wijk, now=OPENT - timedelta(microseconds=1)), rood)
    assert (tikt.melding, tel(tx, "stembiljet"), tel(tx, "bewijs_prive")) == ("peiling.nog_niet_open", 0, 0)


def test_its_alarm_opens_it_and_then_one_can_vote(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, opent_op=OPENT.isoformat())
    doe_wekkers(tx, wijk, OPENT)
    assert soorten_in_outbox(tx) == ["peiling.open"]
    assert "komt" not in tik(tx, handeling(wijk, now=OPENT), rood).data
    assert tel(tx, "stembiljet") == 1


@pytest.mark.parametrize("eind", [peiling.sluit, peiling.trek_in])
def test_what_ends_before_it_opens_is_withdrawn_and_nobody_hears_of_it(tx: Connection, wijk: int, eind: Any) -> None:
    open_(tx, wijk, opent_op=OPENT.isoformat())
    assert eind(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=False).data["daad"] == "weg"
    assert eind(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True).soort == "peiling.ingetrokken"
    doe_wekkers(tx, wijk, NU + timedelta(days=9))
    assert soorten_in_outbox(tx) == []


@pytest.mark.parametrize("opent", [timedelta(days=3), timedelta(days=4)])
def test_a_poll_opens_before_it_closes(tx: Connection, wijk: int, opent: timedelta) -> None:
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, opent_op=(NU + opent).isoformat())
    assert nee.value.sleutel == "peiling.opent_na_sluiten"


@pytest.mark.parametrize("opent", [None, NU.isoformat(), (NU - timedelta(hours=1)).isoformat()])
def test_a_moment_that_is_past_when_it_is_placed_opens_it_at_once(tx: Connection, wijk: int, opent: str | None) -> None:
    rood, *_ = open_(tx, wijk, opent_op=opent)
    assert tik(tx, handeling(wijk), rood).melding == "peiling.gestemd"


def test_the_moment_of_opening_is_seen_in_planning_and_not_moved_there(tx: Connection, wijk: int) -> None:
    open_(tx, wijk, opent_op=OPENT.isoformat())
    with pytest.raises(Geweigerd) as nee:
        planning.begin_verzetten(tx, handeling(wijk, NOOR), "peiling_nieuw", kenmerk(tx))
    assert nee.value.sleutel == "planning.vast"
