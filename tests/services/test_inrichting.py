"""The start brings the database in line with the settings, and starting again changes nothing more."""

import secrets

import pytest
from sqlalchemy import Connection, select

from bot.config import Rollen, Settings, Wijk
from bot.rules.spelregels import Spelregels
from bot.services.inrichting import richt_in
from bot.storage import accounts
from bot.storage import tables as t


def begin(tx: Connection, settings: Settings) -> int:
    return richt_in(
        tx, settings, Spelregels(), [], [secrets.token_bytes(16) for _ in range(1 + len(settings.wijk.werkgroepen))]
    )


def test_starting_twice_is_starting_once(tx: Connection) -> None:
    settings = Settings(Wijk("Vogelbuurt", werkgroepen=("techniek", "klankbord")))
    assert begin(tx, settings) == begin(tx, settings)
    assert len(list(tx.scalars(select(t.wijk.c.id)))) == 1
    assert list(tx.scalars(select(t.werkgroep.c.naam).order_by(t.werkgroep.c.id))) == ["techniek", "klankbord"]
    assert list(tx.scalars(select(t.klok.c.verzet_seconden))) == [0]


def test_public_ids_stay_when_a_name_changes(tx: Connection) -> None:
    begin(tx, Settings(Wijk("Vogelbuurt", werkgroepen=("techniek",))))
    ids = select(t.wijk.c.publiek_id, t.werkgroep.c.publiek_id).join_from(t.wijk, t.werkgroep)
    voor = tx.execute(ids).one()
    begin(tx, Settings(Wijk("De Vogelbuurt", werkgroepen=("techniek",))))
    assert tx.execute(ids).one() == voor
    assert tx.scalar(select(t.wijk.c.naam)) == "De Vogelbuurt"


def test_a_new_werkgroep_is_added_and_one_that_left_the_settings_stays(tx: Connection) -> None:
    begin(tx, Settings(Wijk("Vogelbuurt", werkgroepen=("techniek",))))
    begin(tx, Settings(Wijk("Vogelbuurt", werkgroepen=("klankbord",))))
    assert set(tx.scalars(select(t.werkgroep.c.naam))) == {"techniek", "klankbord"}


def test_roles_are_those_of_the_settings_and_no_others(tx: Connection) -> None:
    wijk = begin(
        tx, Settings(Wijk("V"), rollen=Rollen(beheerder=("telegram:1", "telegram:1"), organisator=("telegram:1",)))
    )
    een_wie = accounts.maak(tx, wijk, "telegram", "1")
    assert een_wie.rollen == {"beheerder", "organisator"}
    begin(tx, Settings(Wijk("V"), rollen=Rollen(buurtbegeleider=("webchat:1", "telegram:a:b"))))
    na = accounts.wie(tx, wijk, "telegram", "1")
    assert na is not None
    assert na.rollen == frozenset()
    assert accounts.maak(tx, wijk, "webchat", "1").rollen == {"buurtbegeleider"}
    assert accounts.maak(tx, wijk, "telegram", "a:b").rollen == {"buurtbegeleider"}


@pytest.mark.parametrize("aantal", [0, 1])
def test_too_little_chance_is_a_fault_and_not_a_predictable_id(tx: Connection, aantal: int) -> None:
    with pytest.raises((IndexError, ValueError)):
        richt_in(
            tx,
            Settings(Wijk("V", werkgroepen=("a", "b"))),
            Spelregels(),
            [],
            [secrets.token_bytes(16) for _ in range(aantal)],
        )
