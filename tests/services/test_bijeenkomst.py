"""Bijeenkomsten at the level of the service: planning, saying that you come, and the door."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import bijeenkomst
from bot.services.handeling import BEGELEIDER, ORGANISATOR, eis_rol
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


def plan(tx: Connection, wijk: int, *, begin: datetime = BEGIN, vragen: str = "ja", wie: str = NOOR) -> tuple[str, str]:
    """Plan a meeting; return its public id and its door code."""
    doet = handeling(wijk, wie)
    data = {"soort": "energiecafe", "titel": "Café", "begin": begin.isoformat(), "plaats": "Hier", "vragen": vragen}
    publiek_id = bijeenkomst.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data).data["id"]
    vraag = select(t.bijeenkomst.c.deurcode).where(t.bijeenkomst.c.publiek_id == publiek_id)
    return publiek_id, str(tx.scalar(vraag))


def check_in(tx: Connection, wijk: int, code: str, wie: str = "1", *, now: datetime = BEGIN) -> str:
    """Check in and return what was answered: the kind, or why not."""
    try:
        boodschap = bijeenkomst.check_in(tx, handeling(wijk, wie, now=now), code, 1)
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
    _, code = plan(tx, wijk, vragen="nee")
    check_in(tx, wijk, code)
    assert bewijzen(tx) == ["aanwezig"]


@pytest.mark.parametrize("vorm", ["{}", "{0:.3} {1}", "{0:.3}-{1}", "  {}  "])
def test_a_code_may_be_typed_as_people_type(tx: Connection, wijk: int, vorm: str) -> None:
    _, code = plan(tx, wijk)
    assert check_in(tx, wijk, vorm.format(code, code[3:])) == "bijeenkomst.ingecheckt"


def test_letters_that_look_like_zero_are_zero() -> None:
    assert bijeenkomst.normaliseer_deurcode(" o1O-2o3 ") == "010203"


def test_saying_yes_is_not_being_there_and_being_there_needs_no_yes(tx: Connection, wijk: int) -> None:
    publiek_id, code = plan(tx, wijk)
    bijeenkomst.meld_aan(tx, handeling(wijk), publiek_id, "ja")
    assert bewijzen(tx) == []
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    check_in(tx, wijk, code, "2")
    assert bewijzen(tx) == ["aanwezig_vragen"]


def test_the_last_answer_counts_and_there_is_one_per_resident(tx: Connection, wijk: int) -> None:
    publiek_id, _ = plan(tx, wijk)
    for antwoord in ("ja", "nee", "misschien", "misschien"):
        bijeenkomst.meld_aan(tx, handeling(wijk), publiek_id, antwoord)
    assert list(tx.scalars(select(t.aanmelding.c.antwoord))) == ["misschien"]


@pytest.mark.parametrize("antwoord", ["", "zeker", "JA", "ja "])
def test_an_answer_that_is_none_is_refused(tx: Connection, wijk: int, antwoord: str) -> None:
    publiek_id, _ = plan(tx, wijk)
    with pytest.raises(Geweigerd, match=r"bijeenkomst\.onbekend"):
        bijeenkomst.meld_aan(tx, handeling(wijk), publiek_id, antwoord)


def test_from_the_moment_it_begins_no_answer_is_taken(tx: Connection, wijk: int) -> None:
    publiek_id, _ = plan(tx, wijk)
    bijeenkomst.meld_aan(tx, handeling(wijk, now=BEGIN - timedelta(microseconds=1)), publiek_id, "ja")
    with pytest.raises(Geweigerd, match="begonnen"):
        bijeenkomst.meld_aan(tx, handeling(wijk, now=BEGIN), publiek_id, "nee")


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
    accounts.zet_rollen(tx, ander, [(BEGELEIDER, "telegram", "9002")])
    _, code = plan(tx, ander, wie="9002")
    assert check_in(tx, wijk, code) == "bijeenkomst.deurcode_fout"


def test_after_five_wrong_codes_an_hour_even_the_right_one_waits(tx: Connection, wijk: int) -> None:
    _, code = plan(tx, wijk)
    fout = "000000" if code != "000000" else "000001"
    assert [check_in(tx, wijk, fout) for _ in range(6)] == ["bijeenkomst.deurcode_fout"] * 5 + ["code_te_vaak"]
    assert check_in(tx, wijk, code) == "code_te_vaak"
    assert check_in(tx, wijk, code, now=BEGIN + timedelta(hours=1)) == "bijeenkomst.ingecheckt"


def test_no_two_meetings_have_the_same_door_code(tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A seed whose first code is taken goes on to its next."""
    monkeypatch.setattr("tests.builders.secrets.token_bytes", lambda _: bytes(32))
    _, eerste = plan(tx, wijk)
    tx.execute(t.bijeenkomst.update().values(publiek_id="x" * 22))
    _, tweede = plan(tx, wijk)
    assert eerste != tweede


def test_the_door_code_is_shown_to_staff_only_and_stands_in_no_other_message(tx: Connection, wijk: int) -> None:
    publiek_id, code = plan(tx, wijk)
    assert bijeenkomst.deur(tx, handeling(wijk, NOOR), publiek_id).data["deurcode"] == code
    with pytest.raises(Geweigerd, match="rol_nodig"):
        bijeenkomst.deur(tx, handeling(wijk), publiek_id)
    for wie in ("1", NOOR):
        for boodschap in (
            bijeenkomst.toon(tx, handeling(wijk, wie), publiek_id),
            bijeenkomst.agenda(tx, handeling(wijk)),
        ):
            assert code not in str(boodschap.data)


def test_only_staff_see_how_many_come(tx: Connection, wijk: int) -> None:
    publiek_id, _ = plan(tx, wijk)
    bijeenkomst.meld_aan(tx, handeling(wijk), publiek_id, "ja")
    assert bijeenkomst.toon(tx, handeling(wijk, NOOR), publiek_id).data["aanmeldingen"] == {"ja": 1}
    assert "aanmeldingen" not in bijeenkomst.toon(tx, handeling(wijk), publiek_id).data


def test_the_agenda_keeps_a_meeting_until_its_door_closes(tx: Connection, wijk: int) -> None:
    for dagen in range(1, bijeenkomst.IN_AGENDA + 3):
        plan(tx, wijk, begin=NU + timedelta(days=dagen))

    def aantal(now: datetime) -> int:
        return len(bijeenkomst.agenda(tx, handeling(wijk, now=now)).data["bijeenkomsten"])

    assert aantal(NU) == bijeenkomst.IN_AGENDA
    laatste = NU + timedelta(days=bijeenkomst.IN_AGENDA + 2)
    assert (aantal(laatste + bijeenkomst.DEUR_DICHT), aantal(laatste + timedelta(hours=7))) == (1, 0)


def test_who_may_plan_is_a_begeleider_or_an_organisator() -> None:
    assert set(bijeenkomst.FORMULIER.rollen) == {BEGELEIDER, ORGANISATOR}
