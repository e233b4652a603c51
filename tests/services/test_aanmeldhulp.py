"""Signing up at the door: with guests, on the places kept for who has no phone, and never on a waiting list."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.errors import Geweigerd
from bot.services import aanmeldhulp, aanmelding
from bot.services.handeling import BEGELEIDER
from bot.storage import aanmeldingen, accounts, bijeenkomsten
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, handeling

NOOR = "9001"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


def een_huis(tx: Connection, wijk: int) -> tuple[int, str]:
    gemaakt = builders.een_huishouden(tx, wijk, volwassenen=3).id
    return gemaakt, str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == gemaakt)))


def komt(tx: Connection, wijk: int, bij: Any, huis: str, stoel: int, gasten: int | None) -> list[int | None]:
    wat = aanmeldhulp.zet(tx, handeling(wijk, NOOR), bij.publiek_id, huis, stoel, gasten)
    return [persoon["gasten"] for persoon in wat.data["mensen"]]


def test_the_places_kept_are_used_first_and_nobody_without_a_phone_waits(tx: Connection, wijk: int) -> None:
    velden = {"begin": NU + timedelta(days=1), "capaciteit": 5, "zonder_telefoon": 3, "gasten_max": 2}
    bij = builders.een_bijeenkomst(tx, wijk, **velden)
    _, huis = een_huis(tx, wijk)
    assert aanmeldhulp.kies(tx, handeling(wijk, NOOR), huis).data["bijeenkomsten"][0]["id"] == bij.publiek_id
    assert aanmeldingen.vrij(tx, bij) == 2
    for _ in range(2):  # the same tap twice
        assert komt(tx, wijk, bij, huis, 1, 2) == [2, None, None]
    assert aanmeldingen.vrij(tx, bij) == 2, "they were kept for them"
    assert komt(tx, wijk, bij, huis, 2, 1) == [2, 1, None]
    assert aanmeldingen.vrij(tx, bij) == 0
    with pytest.raises(Geweigerd, match="vol"):
        komt(tx, wijk, bij, huis, 3, 0)
    with pytest.raises(Geweigerd, match="gasten_te_veel"):
        komt(tx, wijk, bij, huis, 1, 3)
    assert komt(tx, wijk, bij, huis, 2, 0) == [2, 0, None]
    assert komt(tx, wijk, bij, huis, 2, None) == [2, None, None]
    assert aanmeldingen.vrij(tx, bij) == 2
    bijeenkomsten.zet(tx, bij.id, capaciteit=1)
    assert komt(tx, wijk, bij, huis, 1, 1) == [1, None, None], "fewer fit, however few places there are by now"
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == 0, "it is no attendance"


def test_a_place_that_comes_free_at_the_door_is_offered_to_who_waits(tx: Connection, wijk: int) -> None:
    bij = builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=10), capaciteit=2, gasten_max=1)
    _, huis = een_huis(tx, wijk)
    assert komt(tx, wijk, bij, huis, 1, 1) == [1, None, None]
    builders.een_account(tx, "9100", bewoner=builders.een_bewoner(tx, wijk))
    aanmelding.meld_aan(tx, handeling(wijk, "9100"), bij.publiek_id, "ja")
    wacht = select(t.aanmelding.c.plek).where(t.aanmelding.c.plek != "in")
    assert tx.scalars(wacht).all() == ["wacht"]
    assert komt(tx, wijk, bij, huis, 1, 0) == [0, None, None]
    assert tx.scalars(wacht).all() == ["aangeboden"]


def test_it_is_for_who_has_no_phone_and_takes_part_and_for_a_meeting_that_is_theirs(tx: Connection, wijk: int) -> None:
    bij = builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=1))
    huis_nr, huis = een_huis(tx, wijk)
    bewoner = builders.een_bewoner(tx, wijk, huis_nr)
    builders.een_account(tx, "9100")
    tx.execute(update(t.account).where(t.account.c.extern_id == "9100").values(bewoner=bewoner))
    for stoel in (1, 9, -1):
        with pytest.raises(Geweigerd, match="onbekend"):
            komt(tx, wijk, bij, huis, stoel, 0)
    elders = builders.een_bijeenkomst(
        tx, wijk, begin=NU + timedelta(days=1), doelgroep="straat", doelgroep_bereik="Lindelaan"
    )
    with pytest.raises(Geweigerd, match="onbekend"):
        komt(tx, wijk, elders, huis, 2, 0)
    bijeenkomsten.zet(tx, bij.id, begin=NU)
    with pytest.raises(Geweigerd, match="begonnen"):
        komt(tx, wijk, bij, huis, 2, 0)
    builders.een_account(tx, "9101")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        aanmeldhulp.kies(tx, handeling(wijk, "9101"), huis)
