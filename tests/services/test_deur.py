"""The door at the level of the service: who checks in, with which code, and when."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules.deurcode import normaliseer_deurcode
from bot.services import aanmelding, bijeenkomst, deur
from bot.services.handeling import BEGELEIDER
from bot.storage import accounts
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_wijk, handeling

NOOR = "9001"
BEGIN = NU + timedelta(days=5)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def plan(tx: Connection, wijk: int, *, begin: datetime = BEGIN, vragen: bool = True) -> tuple[str, str]:
    """Plan a meeting; return its public id and its door code."""
    gemaakt = een_bijeenkomst(tx, wijk, begin=begin, ruimte_voor_vragen=vragen)
    return gemaakt.publiek_id, gemaakt.deurcode


def check_in(tx: Connection, wijk: int, code: str, wie: str = "1", *, now: datetime = BEGIN) -> str:
    """Check in and return what was answered: the kind, or why not."""
    try:
        boodschap = deur.check_in(tx, handeling(wijk, wie, now=now), code, 1)
    except Geweigerd as nee:
        return nee.sleutel
    return str(boodschap.data.get("sleutel", boodschap.soort))


def bewijzen(tx: Connection) -> list[str]:
    return list(tx.scalars(select(t.bewijs_prive.c.soort).order_by(t.bewijs_prive.c.bewijs)))


def test_coming_twice_is_once(tx: Connection, wijk: int) -> None:
    _, code = plan(tx, wijk)
    for _ in range(3):
        assert check_in(tx, wijk, code) == "bijeenkomst.ingecheckt"
    assert bewijzen(tx) == ["aanwezig_vragen"]


def test_without_room_for_questions_it_is_another_kind_of_evidence(tx: Connection, wijk: int) -> None:
    _, code = plan(tx, wijk, vragen=False)
    check_in(tx, wijk, code)
    assert bewijzen(tx) == ["aanwezig"]


@pytest.mark.parametrize("vorm", ["{}", "{0:.3} {1}", "{0:.3}-{1}", "  {}  "])
def test_a_code_may_be_typed_as_people_type(tx: Connection, wijk: int, vorm: str) -> None:
    _, code = plan(tx, wijk)
    assert check_in(tx, wijk, vorm.format(code, code[3:])) == "bijeenkomst.ingecheckt"


def test_letters_that_look_like_zero_are_zero() -> None:
    assert normaliseer_deurcode(" o1O-2o3 ") == "010203"


def test_saying_yes_is_not_being_there_and_being_there_needs_no_yes(tx: Connection, wijk: int) -> None:
    publiek_id, code = plan(tx, wijk)
    aanmelding.meld_aan(tx, handeling(wijk), publiek_id, "ja")
    assert bewijzen(tx) == []
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    check_in(tx, wijk, code, "2")
    assert bewijzen(tx) == ["aanwezig_vragen"]


@pytest.mark.parametrize(
    ("verschil", "uitkomst"),
    [
        (timedelta(hours=-1, microseconds=-1), "bijeenkomst.deur_nog_dicht"),
        (timedelta(hours=-1), "bijeenkomst.ingecheckt"),
        (timedelta(hours=6), "bijeenkomst.ingecheckt"),
        (timedelta(hours=6, microseconds=1), "bijeenkomst.deur_gesloten"),
    ],
)
def test_the_door_is_open_from_an_hour_before_to_six_hours_after(
    tx: Connection, wijk: int, verschil: timedelta, uitkomst: str
) -> None:
    _, code = plan(tx, wijk)
    assert check_in(tx, wijk, code, now=BEGIN + verschil) == uitkomst


def test_a_meeting_at_the_end_of_the_calendar_has_a_door_too(tx: Connection, wijk: int) -> None:
    begin = datetime(9999, 12, 31, 22, 59, tzinfo=UTC)  # the last that the form takes
    _, code = plan(tx, wijk, begin=begin)
    assert check_in(tx, wijk, code, now=begin) == "bijeenkomst.ingecheckt"


def test_who_has_not_joined_learns_nothing_about_codes(tx: Connection, wijk: int) -> None:
    _, code = plan(tx, wijk)
    een_account(tx, "2")
    for getypt in (code, "000000", ""):
        assert check_in(tx, wijk, getypt, "2") == "bijeenkomst.deur_eerst_meedoen"
    assert tx.scalar(select(func.count()).select_from(t.codepoging)) == 0


def test_a_code_of_another_neighbourhood_is_wrong_here(tx: Connection, wijk: int) -> None:
    ander = een_wijk(tx, "Elders")
    _, code = plan(tx, ander)
    assert check_in(tx, wijk, code) == "bijeenkomst.deurcode_fout"


def test_after_five_wrong_codes_an_hour_even_the_right_one_waits(tx: Connection, wijk: int) -> None:
    _, code = plan(tx, wijk)
    fout = "000000" if code != "000000" else "000001"
    assert [check_in(tx, wijk, fout) for _ in range(6)] == ["bijeenkomst.deurcode_fout"] * 5 + ["code_te_vaak"]
    assert check_in(tx, wijk, code) == "code_te_vaak"
    assert check_in(tx, wijk, code, now=BEGIN + timedelta(hours=1)) == "bijeenkomst.ingecheckt"


def test_the_door_code_is_shown_to_staff_only_and_stands_in_no_other_message(tx: Connection, wijk: int) -> None:
    publiek_id, code = plan(tx, wijk)
    assert deur.toon(tx, handeling(wijk, NOOR), publiek_id).data["deurcode"] == code
    with pytest.raises(Geweigerd, match="rol_nodig"):
        deur.toon(tx, handeling(wijk), publiek_id)
    for wie in ("1", NOOR):
        for boodschap in (
            bijeenkomst.toon(tx, handeling(wijk, wie), publiek_id),
            bijeenkomst.agenda(tx, handeling(wijk)),
        ):
            assert code not in str(boodschap.data)
