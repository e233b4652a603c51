"""Conversations at the door at the level of the service: only who spoke counts, once, and the rules say for what."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, insert, select, update

from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Telling
from bot.services import deurgesprek
from bot.services.handeling import BEGELEIDER, STRAATCONTACT
from bot.storage import accounts, huishoudens
from bot.storage import tables as t
from bot.storage.huishoudens import Huishouden
from tests import builders
from tests.builders import NU, een_telling, handeling

NOOR, SJORS = "9001", "9003"
"""A begeleider, and the straatcontact of the Merelweg."""


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_buurt(tx)


def een_buurt(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    straat = {
        "rol": STRAATCONTACT,
        "bereik": "Merelweg",
        "bron": "uitnodiging",
        "publiek_id": builders.een_publiek_id(),
    }
    tx.execute(insert(t.rol).values(wijk=wijk, kanaal="telegram", extern_id=SJORS, **straat))
    return wijk


def huis(tx: Connection, wijk: int, volwassenen: int | None = 2, **velden: Any) -> Huishouden:
    gemaakt = builders.een_huishouden(tx, wijk, volwassenen=volwassenen, **velden)
    publiek_id = tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == gemaakt.id))
    gevonden = huishoudens.zoek(tx, wijk, publiek_id or "")
    assert gevonden is not None
    return gevonden


def sprak(tx: Connection, wijk: int, h: Huishouden, *stoelen: int, wie: str = NOOR, **nu: Any) -> dict[str, Any]:
    wat = handeling(wijk, wie, **nu)
    return deurgesprek.leg_vast(tx, wat, h.publiek_id, frozenset(stoelen), "deurgesprek").data


def gehoord(tx: Connection, wijk: int, *, telt: bool = True, met_staf: bool = True) -> Telling:
    regels = Spelregels(telt_ook=("gesprek",) if telt else ())
    return een_telling(tx, wijk, regels, "gehoord", met_staf=met_staf)


def uitkomsten(tx: Connection) -> list[str]:
    return list(tx.scalars(select(t.bezoek.c.uitkomst).order_by(t.bezoek.c.id)))


def rijen(tx: Connection) -> int:
    return tx.scalar(select(func.count()).select_from(t.bewijs)) or 0


def test_who_spoke_is_heard_once_however_often_it_is_recorded(tx: Connection, wijk: int) -> None:
    h = huis(tx, wijk)
    for _ in range(2):
        assert sprak(tx, wijk, h, 1, 2)["aantal"] == 2
    assert (rijen(tx), uitkomsten(tx)) == (2, ["gesproken"])
    sprak(tx, wijk, h, 1, now=NU + timedelta(days=1))
    assert (rijen(tx), uitkomsten(tx)) == (3, ["gesproken", "gesproken"])
    assert gehoord(tx, wijk) == Telling(2, 2, 2, 2)
    assert gehoord(tx, wijk, met_staf=False) == Telling(0, 0, 2, 2)


@pytest.mark.parametrize("telt", [True, False])
def test_it_counts_only_when_the_spelregels_say_so(tx: Connection, wijk: int, telt: bool) -> None:
    sprak(tx, wijk, huis(tx, wijk), 1)
    assert gehoord(tx, wijk, telt=telt).teller_hoog == telt


@pytest.mark.parametrize("methode", deurgesprek.METHODEN)
def test_the_leaf_says_how_and_by_which_role_and_of_whom_nothing(tx: Connection, wijk: int, methode: str) -> None:
    h = huis(tx, wijk)
    builders.een_account(tx, SJORS)
    tx.execute(update(t.wijk).values(spelregels_versie=7))
    deurgesprek.leg_vast(tx, handeling(wijk, SJORS), h.publiek_id, frozenset({2}), methode)
    blad = json.loads(tx.execute(select(t.bewijs.c.blad)).scalar_one())
    assert (blad["soort"], blad["methode"], blad["door"], blad["spelregels"]) == (
        "gesprek",
        methode,
        "straatcontact",
        7,
    )
    (bewoner,) = huishoudens.personen(tx, h.id)
    assert (bewoner.stoel, bewoner.met_account) == (2, False)
    assert not {bewoner.publiek_id, h.publiek_id, SJORS} & set(str(blad).split("'"))


@pytest.mark.parametrize("uitkomst", deurgesprek.UITKOMSTEN)
def test_a_door_that_stays_shut_keeps_the_address_the_outcome_and_the_day(
    tx: Connection, wijk: int, uitkomst: str
) -> None:
    h = huis(tx, wijk)
    deurgesprek.niet_gesproken(tx, handeling(wijk, NOOR), h.publiek_id, uitkomst)
    assert (rijen(tx), uitkomsten(tx), huishoudens.personen(tx, h.id)) == (0, [uitkomst], [])
    assert gehoord(tx, wijk).teller_hoog == 0
    assert {kolom.name for kolom in t.bezoek.c} == {"id", "wijk", "publiek_id", "huishouden", "dag", "uitkomst"}
    deurgesprek.niet_gesproken(tx, handeling(wijk, NOOR), h.publiek_id, "later")
    assert uitkomsten(tx) == ["later"], "the last of a day holds"
    sprak(tx, wijk, h, 1)
    deurgesprek.niet_gesproken(tx, handeling(wijk, NOOR), h.publiek_id, uitkomst)
    assert uitkomsten(tx) == ["gesproken"], "who spoke stays spoken to"


def test_what_was_recorded_by_mistake_is_taken_back_that_day_by_who_did_it(tx: Connection, wijk: int) -> None:
    h = huis(tx, wijk, 3)
    builders.een_account(tx, SJORS)
    sprak(tx, wijk, h, 1)
    sprak(tx, wijk, h, 2, wie=SJORS)
    scherm = deurgesprek.herstel(tx, handeling(wijk, SJORS), h.publiek_id).data
    assert [persoon["al"] for persoon in scherm["mensen"]] == [True, False, False]
    assert (gehoord(tx, wijk).teller_laag, uitkomsten(tx)) == (1, ["gesproken"])
    deurgesprek.herstel(tx, handeling(wijk, NOOR, now=NU + timedelta(days=1)), h.publiek_id)
    assert gehoord(tx, wijk).teller_laag == 1, "of another day"
    deurgesprek.herstel(tx, handeling(wijk, NOOR), h.publiek_id)
    assert (gehoord(tx, wijk).teller_hoog, uitkomsten(tx)) == (0, [])
    sprak(tx, wijk, h, 1)
    assert gehoord(tx, wijk).teller_laag == 1


def test_a_straatcontact_goes_past_the_doors_of_their_own_street_only(tx: Connection, wijk: int) -> None:
    eigen, ander = huis(tx, wijk, straat="Merelweg"), huis(tx, wijk, straat="Lijsterhof")
    sjors = handeling(wijk, SJORS)
    assert deurgesprek.begin(tx, sjors).data["straat"] == "Merelweg", "one street is no question"
    assert len(deurgesprek.begin(tx, handeling(wijk, NOOR)).data["straten"]) == 2
    for doe in (
        lambda: deurgesprek.straat(tx, sjors, ander.publiek_id),
        lambda: deurgesprek.adres(tx, sjors, ander.publiek_id),
        lambda: sprak(tx, wijk, ander, 1, wie=SJORS),
        lambda: deurgesprek.niet_gesproken(tx, sjors, ander.publiek_id, "later"),
        lambda: deurgesprek.herstel(tx, sjors, ander.publiek_id),
        lambda: deurgesprek.typ(tx, sjors, f"Lijsterhof {ander.huisnummer}"),
    ):
        with pytest.raises(Geweigerd, match="buiten_bereik"):
            doe()
    assert (rijen(tx), uitkomsten(tx)) == (0, [])
    assert deurgesprek.typ(tx, sjors, str(eigen.huisnummer)).data["huis"] == eigen.publiek_id


def test_no_role_no_wijk_no_seat_and_not_at_home(tx: Connection, wijk: int) -> None:
    thuis = huis(tx, wijk)
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk, thuis.id))
    builders.een_account(tx, NOOR, bewoner=builders.een_bewoner(tx, wijk, thuis.id))
    ander, vreemd = huis(tx, wijk), huis(tx, builders.een_wijk(tx, "Elders"))
    for h, stoelen, wie, waarom in (
        (ander, (1,), "1", "rol_nodig"),
        (vreemd, (1,), NOOR, r"huishouden\.onbekend"),
        (ander, (3,), NOOR, r"huishouden\.onbekend"),
        (ander, (99,), NOOR, r"huishouden\.onbekend"),
        (thuis, (1,), NOOR, "eigen_adres"),
    ):
        punt = tx.begin_nested()
        with pytest.raises(Geweigerd, match=waarom):
            sprak(tx, wijk, h, *stoelen, wie=wie)
        punt.rollback()
    assert sprak(tx, wijk, ander)["mensen"], "nobody chosen: the people are shown"
    assert deurgesprek.leg_vast(tx, handeling(wijk, NOOR), ander.publiek_id, frozenset({1}), "app").data["mensen"]
    assert (rijen(tx), uitkomsten(tx)) == (0, [])


def test_the_next_address_is_the_next_door_where_nobody_said_no_or_spoke(tx: Connection, wijk: int) -> None:
    een, twee, drie, vier = (huis(tx, wijk) for _ in range(4))

    def volgend(h: Huishouden) -> Any:
        scherm = deurgesprek.adres(tx, handeling(wijk, NOOR), h.publiek_id).data["volgend"]
        return scherm[1] if scherm else None

    assert [volgend(h) for h in (een, vier)] == [twee.publiek_id, een.publiek_id]
    deurgesprek.niet_gesproken(tx, handeling(wijk, NOOR), twee.publiek_id, "geweigerd")
    deurgesprek.niet_gesproken(tx, handeling(wijk, NOOR), drie.publiek_id, "niet_thuis")
    assert volgend(een) == drie.publiek_id
    assert sprak(tx, wijk, vier, 1)["volgend"][1] == een.publiek_id
    sprak(tx, wijk, drie, 1)
    assert volgend(een) is None
    nummers = deurgesprek.straat(tx, handeling(wijk, NOOR), een.publiek_id).data["nummers"]
    assert [n[2] for n in nummers] == [None, "geweigerd", "gesproken", "gesproken"]


_STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(["sprak", "niet", "herstel"]),
        st.integers(0, 2),
        st.frozensets(st.integers(1, 3)),
        st.sampled_from([NOOR, SJORS]),
        st.integers(0, 2),
    ),
    max_size=20,
)


@pytest.mark.parametrize("tx", ["sqlite", pytest.param("postgres", marks=pytest.mark.zwaar)], indirect=True)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STAPPEN)
def test_whatever_is_recorded_nobody_is_heard_twice(
    tx: Connection, stappen: list[tuple[str, int, frozenset[int], str, int]]
) -> None:
    punt = tx.begin_nested()
    wijk = een_buurt(tx)
    huizen = [huis(tx, wijk, n) for n in (1, 2, None)]
    for soort, waar, stoelen, wie, dag in stappen:
        h, wat = huizen[waar], handeling(wijk, wie, now=NU + timedelta(days=dag))
        binnen = tx.begin_nested()
        try:
            if soort == "sprak":
                deurgesprek.leg_vast(tx, wat, h.publiek_id, stoelen, "keukentafel")
            elif soort == "niet":
                deurgesprek.niet_gesproken(tx, wat, h.publiek_id, "niet_thuis")
            else:
                deurgesprek.herstel(tx, wat, h.publiek_id)
            binnen.commit()
        except Geweigerd:
            binnen.rollback()
        telling = gehoord(tx, wijk)
        assert 0 <= telling.teller_laag <= telling.teller_hoog <= telling.noemer_hoog == 7
        assert telling.teller_laag <= sum(len(huishoudens.personen(tx, h.id)) for h in huizen)
    punt.rollback()
