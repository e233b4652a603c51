"""Werkgroepen: joining and leaving, as often as one likes, each for oneself."""

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import werkgroep
from bot.storage import tables as t
from bot.storage import werkgroepen
from tests.builders import een_account, een_bewoner, een_publiek_id, een_wijk, handeling


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", een_publiek_id()), ("klankbord", een_publiek_id())])
    for wie in ("1", "2"):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    return wijk


def id_van(tx: Connection, naam: str) -> str:
    return str(tx.scalar(select(t.werkgroep.c.publiek_id).where(t.werkgroep.c.naam == naam)))


def lid_van(tx: Connection, wijk: int, wie: str = "1") -> list[str]:
    return [g["naam"] for g in werkgroep.toon(tx, handeling(wijk, wie)).data["werkgroepen"] if g["lid"]]


def test_joining_and_leaving_twice_is_once(tx: Connection, wijk: int) -> None:
    techniek = id_van(tx, "techniek")
    for keuze in ("in", "in"):
        werkgroep.kies(tx, handeling(wijk), techniek, keuze)
    assert lid_van(tx, wijk) == ["techniek"]
    assert tx.scalar(select(func.count()).select_from(t.werkgroeplid)) == 1
    for keuze in ("uit", "uit"):
        werkgroep.kies(tx, handeling(wijk), techniek, keuze)
    assert lid_van(tx, wijk) == []


def test_what_one_does_changes_nothing_for_another(tx: Connection, wijk: int) -> None:
    for wie in ("1", "2"):
        werkgroep.kies(tx, handeling(wijk, wie), id_van(tx, "techniek"), "in")
    werkgroep.kies(tx, handeling(wijk, "1"), id_van(tx, "techniek"), "uit")
    assert (lid_van(tx, wijk, "1"), lid_van(tx, wijk, "2")) == ([], ["techniek"])


@pytest.mark.parametrize("keuze", ["", "weg", "IN"])
def test_a_choice_that_is_none_is_refused(tx: Connection, wijk: int, keuze: str) -> None:
    with pytest.raises(Geweigerd, match="onbekend"):
        werkgroep.kies(tx, handeling(wijk), id_van(tx, "techniek"), keuze)


def test_a_werkgroep_of_another_neighbourhood_is_unknown_here(tx: Connection, wijk: int) -> None:
    ander = een_wijk(tx, "Elders")
    werkgroepen.vul_aan(tx, ander, [("elders", een_publiek_id())])
    with pytest.raises(Geweigerd, match="onbekend"):
        werkgroep.kies(tx, handeling(wijk), id_van(tx, "elders"), "in")


def test_who_has_not_joined_is_told_how(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        werkgroep.toon(tx, handeling(wijk, "9"))
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        werkgroep.kies(tx, handeling(wijk, "9"), id_van(tx, "techniek"), "in")
