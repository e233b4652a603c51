"""The audit trail: what becomes a row, what does not, and who reads it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from bot.bewaartermijnen import Bewaren
from bot.errors import Geweigerd
from bot.exports import maak
from bot.rules.doelgroep import Doelgroep
from bot.services import bewaren, bewoner, rolgebruik
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    STAF,
    STRAATCONTACT,
    Handeling,
    eis_bereik,
    eis_rol,
    met_rol,
    wie_handelt,
)
from bot.storage import geschreven, wissen
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, handeling

NOOR, IBRAHIM, ANNA = "11", "22", "33"
ID = "AbCdEfGhIjKlMnOpQrStUv"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    for wie, rollen in ((NOOR, [BEGELEIDER]), (IBRAHIM, [BEGELEIDER, ORGANISATOR]), (ANNA, [])):
        builders.een_account(tx, wie)
        for rol in rollen:
            vast = {"wijk": wijk, "kanaal": "telegram", "extern_id": wie, "rol": rol, "bron": "instelling"}
            tx.execute(insert(t.rol).values(**vast))
    return wijk


def leg_vast(tx: Connection, doet: Handeling, wat: str = "deurlijst.toon", **meer: Any) -> None:
    doet.gebruik.wat = wat
    rolgebruik.leg_vast(tx, doet, **meer)


def rijen(tx: Connection) -> list[Any]:
    return list(tx.execute(select(t.rolgebruik).order_by(t.rolgebruik.c.id)).mappings())


@pytest.mark.overal
def test_a_row_says_who_used_which_role_when_where_and_for_what(tx: Connection, wijk: int) -> None:
    doet = handeling(wijk, NOOR)
    eis_rol(tx, doet, *STAF)
    leg_vast(tx, doet, waarin={"gesprek", "deur"}, onderwerp=ID)
    (rij,) = rijen(tx)
    assert (rij["op"], rij["kanaal"], rij["rol"]) == (NU, "telegram", BEGELEIDER)
    assert (rij["wat"], rij["onderwerp"], rij["wijzigt"], rij["geweigerd"]) == ("deurlijst.toon", ID, True, None)


@pytest.mark.parametrize(
    ("geeist", "rol"),
    [
        ([[BEGELEIDER, ORGANISATOR]], BEGELEIDER),
        ([[ORGANISATOR]], ORGANISATOR),
        ([[BEGELEIDER], [ORGANISATOR], [BEGELEIDER]], ORGANISATOR),
    ],
)
def test_the_role_is_the_least_that_was_enough_and_of_several_the_highest(
    tx: Connection, wijk: int, geeist: list[list[str]], rol: str
) -> None:
    doet = handeling(wijk, IBRAHIM)
    for rollen in geeist:
        eis_rol(tx, doet, *rollen)
    leg_vast(tx, doet)
    assert [rij["rol"] for rij in rijen(tx)] == [rol]


def test_what_one_does_as_a_resident_leaves_no_row_and_neither_does_a_stranger(tx: Connection, wijk: int) -> None:
    for wie in (IBRAHIM, ANNA, "nieuw"):
        doet = handeling(wijk, wie)
        met_rol(doet, wie_handelt(tx, doet), STRAATCONTACT)
        leg_vast(tx, doet, "stemmen.kies", waarin={"stembiljet"}, onderwerp=ID)
    assert rijen(tx) == []


@pytest.mark.parametrize(("wie", "rijen_"), [(NOOR, [("", "rol_nodig")]), (ANNA, []), ("nieuw", [])])
def test_a_refusal_is_kept_of_who_has_a_role_and_of_nobody_else(
    tx: Connection, wijk: int, wie: str, rijen_: list[Any]
) -> None:
    doet = handeling(wijk, wie)
    with pytest.raises(Geweigerd) as nee:
        eis_rol(tx, doet, ORGANISATOR)
    leg_vast(tx, doet, geweigerd=nee.value.sleutel)
    assert [(rij["rol"], rij["geweigerd"]) for rij in rijen(tx)] == rijen_


def test_a_role_that_holds_elsewhere_is_refused_and_said(tx: Connection, wijk: int) -> None:
    vast = {"wijk": wijk, "kanaal": "telegram", "extern_id": ANNA, "rol": STRAATCONTACT, "bron": "instelling"}
    tx.execute(insert(t.rol).values(**vast, bereik="Merelstraat"))
    doet = handeling(wijk, ANNA)
    with pytest.raises(Geweigerd) as nee:
        eis_bereik(tx, doet, Doelgroep("straat", "Vinkstraat"))
    leg_vast(tx, doet, geweigerd=nee.value.sleutel)
    assert [(rij["rol"], rij["geweigerd"]) for rij in rijen(tx)] == [(STRAATCONTACT, "buiten_bereik")]


@pytest.mark.parametrize(
    ("data", "onderwerp"),
    [
        (ID, ID),
        (f"{ID}:3:ja", ID),
        (f"merelstraat:{ID}", ID),
        ("", None),
        ("Van Heeswijk woont hier", None),
        (ID[1:], None),
    ],
)
def test_of_a_tap_only_a_public_id_is_kept(data: str, onderwerp: str | None) -> None:
    assert rolgebruik.onderwerp_van(data) == onderwerp


@pytest.mark.overal
def test_a_look_that_only_moves_the_conversation_changes_nothing_and_a_write_does(tx: Connection, wijk: int) -> None:
    with geschreven.let_op(tx) as waarin:
        tx.execute(select(t.account))
        tx.execute(t.gesprek.delete())
    assert waarin == set()
    with geschreven.let_op(tx) as waarin:
        builders.een_huishouden(tx, wijk)
    assert "huishouden" in waarin
    builders.een_huishouden(tx, wijk)  # nobody listens any more
    assert "huishouden" in waarin


def _vul(tx: Connection, wijk: int) -> None:
    for dag, (wie, wat) in enumerate(
        [
            (NOOR, "deurlijst.toon"),
            (NOOR, "formulier bericht"),
            (IBRAHIM, "deurlijst.noteer"),
            (IBRAHIM, "rol.neem_weg"),
        ]
    ):
        doet = handeling(wijk, wie, now=NU + timedelta(days=dag))
        eis_rol(tx, doet, BEGELEIDER)
        leg_vast(tx, doet, wat)


@pytest.mark.parametrize(
    ("zoek", "wat"),
    [
        ("", ["rol.neem_weg", "deurlijst.noteer", "formulier bericht", "deurlijst.toon"]),
        (NOOR, ["formulier bericht", "deurlijst.toon"]),
        ("Deurlijst", ["deurlijst.noteer", "deurlijst.toon"]),
        ("deurlijst.toon", ["deurlijst.toon"]),
        ("deur", []),
        (f"{NU + timedelta(days=1):%d-%m-%Y}", ["formulier bericht"]),
    ],
)
def test_an_organisator_finds_it_by_day_number_or_subject(tx: Connection, wijk: int, zoek: str, wat: list[str]) -> None:
    _vul(tx, wijk)
    gezien = rolgebruik.toon(tx, handeling(wijk, IBRAHIM), zoek)
    assert [regel["wat"] for regel in gezien.data["regels"]] == wat


@pytest.mark.parametrize("zoek", ["14-13-2026", "wie o wie", "x" * 41])
def test_what_cannot_be_looked_for_is_said(tx: Connection, wijk: int, zoek: str) -> None:
    with pytest.raises(Geweigerd):
        rolgebruik.toon(tx, handeling(wijk, IBRAHIM), zoek)


def test_nobody_else_reads_it_in_any_form(tx: Connection, wijk: int) -> None:
    for lees in (rolgebruik.toon, rolgebruik.bestand, lambda tx, doet: rolgebruik.rijen(tx, doet, "", 10)):
        for wie in (NOOR, ANNA):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                lees(tx, handeling(wijk, wie))


def test_the_list_turns_its_pages_and_the_file_has_all(tx: Connection, wijk: int) -> None:
    for _ in range(3):
        _vul(tx, wijk)
    doet = handeling(wijk, IBRAHIM)
    eerste, tweede = rolgebruik.toon(tx, doet), rolgebruik.toon(tx, doet, "", 1)
    assert [len(eerste.data["regels"]), len(tweede.data["regels"])] == [8, 4]
    assert (eerste.data["meer"], tweede.data["meer"]) == (True, False)
    regels = maak("rolgebruik", {"regels": rolgebruik.bestand(tx, doet).data["regels"]}).decode().split("\r\n")
    assert regels[0] == "op,wie,rol,wat,onderwerp,daad,waarom"
    assert len(regels) == 14


def test_who_is_erased_stays_in_it_as_nobody(tx: Connection, wijk: int) -> None:
    _vul(tx, wijk)
    noor = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == NOOR)) or 0
    wissen.vergeet_account(tx, noor, "een-ander")
    regels = rolgebruik.rijen(tx, handeling(wijk, IBRAHIM), "", 10)
    assert [(regel["wie"], regel["gewist"]) for regel in regels[2:]] == [("telegram:een-ander", True)] * 2
    assert NOOR not in str(regels)


def test_rows_go_after_their_term(tx: Connection, wijk: int) -> None:
    _vul(tx, wijk)
    later = NU + timedelta(days=Bewaren().rolgebruik + 2)
    assert bewaren.ruim_op(tx, wijk, later, Bewaren()) == {"rolgebruik": 2}


def test_a_resident_reads_when_the_team_looked_and_in_which_role_but_not_who(tx: Connection, wijk: int) -> None:
    vast = builders.een_bewoner(tx, wijk)
    builders.een_account(tx, "44", bewoner=vast)
    huis = tx.execute(select(t.huishouden.c.publiek_id)).scalars().first()
    for onderwerp in (huis, ID):
        doet = handeling(wijk, NOOR)
        eis_rol(tx, doet, BEGELEIDER)
        leg_vast(tx, doet, "adres.toon", onderwerp=onderwerp)
    inhoud = bewoner.bestand(tx, handeling(wijk, "44")).data["bestand"]
    assert inhoud["team"] == [
        {"dag": NU.date().isoformat(), "rol": BEGELEIDER, "wat": "adres.toon", "gewijzigd": False}
    ]
