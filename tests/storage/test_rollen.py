"""Roles: where they hold, where they come from, and that the settings replace only their own."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.exc import IntegrityError

from bot.services.handeling import BEGELEIDER, KERNGROEP, STRAATCONTACT, TREKKER
from bot.storage import accounts
from bot.storage.schema import _config, migrate
from bot.storage.tables import rol
from tests.builders import een_account, een_rol, een_wijk


def test_someone_has_streets_as_straatcontact_and_werkgroepen_as_trekker(tx: Connection) -> None:
    wijk = een_wijk(tx)
    een_account(tx, "1")
    for straat in ("Merelweg", "Lindelaan"):
        een_rol(tx, wijk, STRAATCONTACT, bereik=straat)
    een_rol(tx, wijk, TREKKER, bereik="A" * 22)
    een_rol(tx, wijk, KERNGROEP)
    wie = accounts.wie(tx, wijk, "telegram", "1")
    assert wie is not None
    assert wie.rollen == {STRAATCONTACT, TREKKER, KERNGROEP}
    assert wie.straten == {"Merelweg", "Lindelaan"}
    assert wie.trekt == {"A" * 22}


def test_a_role_of_another_wijk_counts_for_nothing(tx: Connection) -> None:
    wijk, ander = een_wijk(tx), een_wijk(tx, "Bloemenbuurt")
    een_account(tx, "1")
    een_rol(tx, ander, STRAATCONTACT, bereik="Merelweg")
    wie = accounts.wie(tx, wijk, "telegram", "1")
    assert wie is not None
    assert (wie.rollen, wie.straten) == (frozenset(), frozenset())


def test_the_settings_replace_their_own_roles_and_leave_those_of_an_invitation(tx: Connection) -> None:
    wijk = een_wijk(tx)
    een_account(tx, "1")
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "1")])
    een_rol(tx, wijk, BEGELEIDER)  # invited too: losing the one does not lose the other
    een_rol(tx, wijk, STRAATCONTACT, bereik="Merelweg")
    accounts.zet_rollen(tx, wijk, [])
    assert set(tx.execute(select(rol.c.rol, rol.c.bron)).all()) == {
        (BEGELEIDER, "uitnodiging"),
        (STRAATCONTACT, "uitnodiging"),
    }


def test_the_same_role_from_the_same_source_is_there_once(tx: Connection) -> None:
    wijk = een_wijk(tx)
    een_rol(tx, wijk, KERNGROEP)
    with pytest.raises(IntegrityError):
        een_rol(tx, wijk, KERNGROEP)


def test_a_role_from_before_this_version_becomes_one_of_the_settings(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/oud.db"
    command.upgrade(_config(url), "0001")
    engine = create_engine(url)
    with engine.begin() as tx:
        tx.execute(text("INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'a', 'Vogelbuurt')"))
        tx.execute(text("INSERT INTO rol (wijk, kanaal, extern_id, rol) VALUES (1, 'telegram', '7', 'organisator')"))
    migrate(url)
    with engine.connect() as tx:
        assert tx.execute(select(rol.c.rol, rol.c.extern_id, rol.c.bereik, rol.c.bron)).all() == [
            ("organisator", "7", "", "instelling")
        ]
    engine.dispose()
