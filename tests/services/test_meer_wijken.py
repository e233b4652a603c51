"""Which wijk of the settings is which of the database: never another, with all that is in it."""

import pytest
from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.storage import outbox, wachtrij, wijken
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk

VOGELS, BLOEMEN = "Vogelbuurt", "Bloemenbuurt"


@pytest.fixture
def daar(tx: Connection) -> list[int]:
    """Two wijken, each with its file."""
    ids = [een_wijk(tx, VOGELS), een_wijk(tx, BLOEMEN)]
    for nummer, sleutel in zip(ids, ("vogels", "bloemen"), strict=True):
        tx.execute(update(t.wijk).where(t.wijk.c.id == nummer).values(sleutel=sleutel))
    return ids


def test_a_wijk_that_was_alone_goes_on_under_the_file_with_its_name(tx: Connection) -> None:
    alleen = een_wijk(tx, VOGELS)
    with pytest.raises(InvoerFout, match="Vogelbuurt staat al in de database"):
        wijken.koppel(tx, {"bloemen": BLOEMEN})
    wijken.koppel(tx, {"bloemen": BLOEMEN, "vogels": VOGELS})
    assert wijken.zorg_voor(tx, VOGELS, een_publiek_id(), "vogels") == alleen
    assert wijken.zorg_voor(tx, BLOEMEN, een_publiek_id(), "bloemen") != alleen


def test_by_its_file_a_wijk_may_get_another_name(tx: Connection, daar: list[int]) -> None:
    wijken.koppel(tx, {"vogels": "Vogelwijk", "bloemen": BLOEMEN})
    assert wijken.zorg_voor(tx, "Vogelwijk", een_publiek_id(), "vogels") == daar[0]
    assert list(tx.scalars(select(t.wijk.c.naam).order_by(t.wijk.c.id))) == ["Vogelwijk", BLOEMEN]


def test_a_file_that_was_renamed_is_refused_and_one_that_is_gone_leaves_all_as_it_was(
    tx: Connection, daar: list[int]
) -> None:
    with pytest.raises(InvoerFout, match=r"mussen\.toml.*was altijd vogels\.toml"):
        wijken.koppel(tx, {"mussen": VOGELS, "bloemen": BLOEMEN})
    wijken.koppel(tx, {"bloemen": BLOEMEN})
    wijken.zet_stil(tx, [daar[1]], NU)
    assert [een.naam for een in wijken.stille(tx)] == [VOGELS]


def test_one_file_for_all_must_name_a_wijk_that_is_there(tx: Connection, daar: list[int]) -> None:
    with pytest.raises(InvoerFout, match="Vogelbuurt, Bloemenbuurt"):
        wijken.koppel(tx, {"": "Bomenbuurt"})
    wijken.koppel(tx, {"": BLOEMEN})
    assert wijken.zorg_voor(tx, BLOEMEN, een_publiek_id()) == daar[1]


def test_what_waits_in_a_wijk_without_a_file_waits_on_and_goes_when_the_file_is_back(
    tx: Connection, daar: list[int]
) -> None:
    for wijk in daar:
        wie = een_account(tx, f"van {wijk}", bewoner=een_bewoner(tx, wijk))
        outbox.schrijf(tx, wijk, f"proef{wijk}", [wie], Boodschap("mislukt"), baan=Baan.HERINNERING)

    def gaan() -> list[int]:
        zendingen = wachtrij.claim(tx, "telegram", [Baan.HERINNERING], 10, NU, NU)
        for een in zendingen:
            outbox.terug(tx, een, NU)
        return [een.wijk for een in zendingen]

    wachtrij.parkeer(tx, [daar[1]])
    assert gaan() == [daar[1]]
    wachtrij.parkeer(tx, daar)
    assert sorted(gaan()) == daar
