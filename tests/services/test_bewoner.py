"""What people see and set about themselves: the menu, their data, their language, their id."""

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services import afvinken, bewoner, deurgesprek
from bot.services.handeling import BEGELEIDER
from bot.storage import accounts, doelgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_bijeenkomst, een_huishouden, een_wijk, handeling


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


def test_the_menu_knows_who_is_in_and_who_has_which_role(tx: Connection, wijk: int) -> None:
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "2")])
    gezien = {wie: bewoner.menu(tx, handeling(wijk, wie)).data for wie in ("1", "2", "3")}
    assert {wie: (data["bewoner"], data["rollen"]) for wie, data in gezien.items()} == {
        "1": (True, []),
        "2": (False, [BEGELEIDER]),
        "3": (False, []),
    }


def test_ones_data_are_ones_own_and_say_nothing_of_housemates(tx: Connection, wijk: int) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=2, straat="Merelweg")
    for wie in ("77101", "77202"):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk, huis.id))
    data = str(bewoner.mijn_gegevens(tx, handeling(wijk, "77101")).data)
    assert "Merelweg" in data
    assert "77202" not in data
    assert huis.code not in data


def test_what_staff_recorded_about_someone_is_theirs_to_see_with_day_and_role(tx: Connection, wijk: int) -> None:
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "9001")])
    een_account(tx, "9001")
    huis = een_huishouden(tx, wijk, volwassenen=2)
    for wie in ("1", "2"):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk, huis.id))
    huis_id = str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == huis.id)))
    avond = een_bijeenkomst(tx, wijk)
    noor = handeling(wijk, "9001")
    afvinken.vink_aan(tx, noor, avond.publiek_id, huis_id, 1)
    afvinken.vink_aan(tx, noor, avond.publiek_id, huis_id, 2)
    afvinken.vink_uit(tx, noor, avond.publiek_id, huis_id, 2)
    deurgesprek.leg_vast(tx, noor, huis_id, frozenset({1}), "keukentafel")
    een, ander = (bewoner.mijn_gegevens(tx, handeling(wijk, wie)).data for wie in ("1", "2"))
    dag = "2027-02-01"
    assert een["door_team"] == [
        {"soort": "gesprek", "dag": dag, "door": BEGELEIDER},
        {"soort": "aanwezig_vragen", "dag": dag, "door": BEGELEIDER},
    ]
    assert (een["gesprekken"], een["aanwezig"]) == (1, 1)
    assert (ander["door_team"], ander["gesprekken"], ander["aanwezig"]) == ([], 0, 0)


def test_who_is_not_in_has_no_data_to_show(tx: Connection, wijk: int) -> None:
    een_account(tx, "1")
    een_account(tx, "2", bewoner=een_bewoner(tx, een_wijk(tx, "Elders")))
    for wie in ("1", "3"):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            bewoner.mijn_gegevens(tx, handeling(wijk, wie))
    assert bewoner.mijn_gegevens(tx, handeling(wijk, "2")).soort == "gegevens.elders"


@pytest.mark.parametrize(
    ("gevraagd", "taal"), [("en", "en"), ("nl", "nl"), ("en-GB", "en"), ("xx", "nl"), ("", "nl"), ("../nl", "nl")]
)
def test_a_language_that_we_have_or_else_dutch(tx: Connection, wijk: int, gevraagd: str, taal: str) -> None:
    bewoner.zet_taal(tx, handeling(wijk), gevraagd)
    assert tx.scalar(select(t.account.c.taal)) == taal


def test_whoami_tells_the_id_as_the_settings_want_it(tx: Connection, wijk: int) -> None:
    assert bewoner.wie_ben_ik(tx, handeling(wijk, "123")).data == {"wie": "telegram:123", "rollen": []}


def test_blocking_and_coming_back_is_remembered_in_silence(tx: Connection, wijk: int) -> None:
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    assert bewoner.bereikbaar(tx, handeling(wijk), False) == ()
    assert doelgroepen.accounts_van(tx, wijk, WIJK, 0, 10) == []
    assert bewoner.bereikbaar(tx, handeling(wijk), True) == ()
    assert len(doelgroepen.accounts_van(tx, wijk, WIJK, 0, 10)) == 1


@pytest.mark.parametrize("doe", [bewoner.menu, bewoner.wie_ben_ik, bewoner.talen])
def test_nothing_of_it_happens_in_a_group(tx: Connection, wijk: int, doe: object) -> None:
    assert callable(doe)
    with pytest.raises(Geweigerd, match="alleen_prive"):
        doe(tx, handeling(wijk, prive=False))
    assert tx.execute(select(t.account)).first() is None
