"""Works in the street told ahead to who lives there; a resident's own plan, seen by nobody else, answered in time."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import formulier, koppelkans, natuurlijkmoment, nietmee, wissen
from bot.services import gepland as bericht_gepland
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import AMSTERDAM, BEGELEIDER
from bot.storage import accounts, voorkeuren, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_huishouden, een_wijk, handeling
from tests.services.test_wekker import NOOR, tik, verstuurd

FORMULIEREN = {koppelkans.SOORT: koppelkans.FORMULIER}
ANNA, BRAM, CAS = "1", "2", "3"


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna lives in the Merelweg, Bram in the Uilenpad, Cas in the Zwanenlaan."""
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for wie, straat in ((ANNA, "Merelweg"), (BRAM, "Uilenpad"), (CAS, "Zwanenlaan")):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat=straat).id))
    return wijk


def meld(tx: Connection, wijk: int, *straten: str, van: str = "1 mei 2027", tot: str = "1 juli 2027") -> str:
    """Let the begeleider report works; return their id."""
    noor = handeling(wijk, NOOR)
    formulier.begin(tx, noor, koppelkans.FORMULIER)
    formulier.kies(tx, noor, FORMULIEREN, "soort", "riolering")
    scherm = formulier.typ(tx, noor, FORMULIEREN, "Nieuwe riolering")
    per_naam = {naam: waarde for waarde, naam in scherm.data["gehaald"]}
    for straat in straten:
        formulier.kies(tx, noor, FORMULIEREN, "straten", per_naam[straat])
    formulier.kies(tx, noor, FORMULIEREN, "straten", "")
    for antwoord in (van, tot, "de gemeente", "De straat gaat open."):
        formulier.typ(tx, noor, FORMULIEREN, antwoord)
    lijst = formulier.bevestig(tx, noor, FORMULIEREN)
    publiek_id: str = lijst.data["kansen"][-1]["id"]
    return publiek_id


def test_works_are_told_six_weeks_ahead_to_who_lives_in_those_streets(tx: Connection, wijk: int) -> None:
    meld(tx, wijk, "Merelweg", "Uilenpad")
    op = datetime.fromisoformat("2027-03-20T10:00+01:00")
    tik(tx, wijk, op - timedelta(seconds=1))
    assert verstuurd(tx, "koppelkans.straks") == []
    tik(tx, wijk, op)
    assert verstuurd(tx, "koppelkans.straks") == [ANNA, BRAM]
    (een,) = koppelkans.lijst(tx, handeling(wijk, CAS)).data["kansen"]
    assert (een["straten"], een["van"], een["door"]) == (["Merelweg", "Uilenpad"], "2027-05-01", "de gemeente")


def test_works_without_streets_are_for_all_and_follow_what_one_wants_to_hear(tx: Connection, wijk: int) -> None:
    anna = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == ANNA)) or 0
    voorkeuren.zet(tx, anna, buurt=False)
    nietmee.zeg(tx, handeling(wijk, BRAM))
    meld(tx, wijk, van="10 februari 2027")
    tik(tx, wijk, NU)
    assert verstuurd(tx, "koppelkans.straks") == [BRAM, CAS], "works happen to who does not take part too"


def test_what_is_withdrawn_is_told_to_nobody_and_only_the_team_reports_it(tx: Connection, wijk: int) -> None:
    een = meld(tx, wijk, "Merelweg")
    assert koppelkans.trek_in(tx, handeling(wijk, NOOR), een, zeker=False).soort == "koppelkans.zeker"
    for wie, waarom in ((ANNA, "rol_nodig"), ("77", "rol_nodig")):
        with pytest.raises(Geweigerd, match=waarom):
            koppelkans.trek_in(tx, handeling(wijk, wie), een, zeker=True)
    koppelkans.trek_in(tx, handeling(wijk, NOOR), een, zeker=True)
    tik(tx, wijk, NU + timedelta(days=80))
    assert verstuurd(tx, "koppelkans.straks") == []
    with pytest.raises(Geweigerd, match=r"koppelkans\.onbekend"):
        koppelkans.toon(tx, handeling(wijk, ANNA), een)
    with pytest.raises(Geweigerd, match=r"koppelkans\.volgorde"):
        meld(tx, wijk, van="1 juli 2027", tot="1 mei 2027")


@pytest.mark.parametrize(
    ("straten", "waar"), [((), "wijk"), (("Merelweg",), "Merelweg"), (("Merelweg", "Uilenpad"), "")]
)
def test_the_team_sees_in_the_planning_whom_works_are_told_to(
    tx: Connection, wijk: int, straten: tuple[str, ...], waar: str
) -> None:
    meld(tx, wijk, *straten)
    komend = wekkers.komend(tx, wijk, [koppelkans.WEKKER], NU)
    gevonden = [deze for een in komend if (deze := bericht_gepland.van(tx, wijk, een, AMSTERDAM))]
    assert [deze.voor.bereik or deze.voor.soort for deze in gevonden] == [waar] * bool(waar)


def gepland(tx: Connection, wijk: int, wie: str) -> list[Any]:
    return [[een["wat"], een["jaren"]] for een in natuurlijkmoment.toon(tx, handeling(wijk, wie)).data["gepland"]]


def test_a_plan_is_its_owners_only_and_the_team_sees_rounded_numbers(tx: Connection, wijk: int) -> None:
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verbouwen", "volgend_jaar")
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verbouwen", "later")
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verhuizen", "dit_jaar")
    assert gepland(tx, wijk, ANNA) == [["verbouwen", [2029, 2032]], ["verhuizen", [2027, 2027]]]
    assert gepland(tx, wijk, BRAM) == []
    assert mijn_gegevens(tx, handeling(wijk, ANNA)).data["momenten"] == [
        ["verbouwen", 2029, 2032],
        ["verhuizen", 2027, 2027],
    ]
    plannen = koppelkans.lijst(tx, handeling(wijk, NOOR)).data["plannen"]
    assert {regel[2] for regel in plannen} == {"minder dan 5"}
    assert koppelkans.lijst(tx, handeling(wijk, BRAM)).data["plannen"] == []
    with pytest.raises(Geweigerd, match=r"natuurlijkmoment\.onbekend"):
        natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "stoken", "later")
    wissen.wis(tx, handeling(wijk, ANNA))
    assert tx.scalar(select(func.count()).select_from(t.natuurlijkmoment)) == 0


def uitgenodigd(tx: Connection) -> list[dict[str, Any]]:
    return list(tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "natuurlijkmoment.uitnodiging")))


def test_the_invitation_comes_half_a_year_before_with_what_fits_then(tx: Connection, wijk: int) -> None:
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verbouwen", "volgend_jaar")
    meld(tx, wijk, "Merelweg", van="1 april 2028", tot="1 mei 2028")
    meld(tx, wijk, "Uilenpad", van="1 april 2028", tot="1 mei 2028")
    een_bijeenkomst(tx, wijk, titel="DAKdag", begin=datetime.fromisoformat("2027-09-01T20:00+02:00"))
    op = datetime.fromisoformat("2027-07-03T10:00+02:00")
    tik(tx, wijk, op - timedelta(seconds=1))
    assert uitgenodigd(tx) == []
    for _ in range(2):
        tik(tx, wijk, op)
    (een,) = uitgenodigd(tx)
    assert (een["wat"], een["jaren"], een["kansen"]) == ("verbouwen", [2028, 2028], ["Nieuwe riolering"])
    assert [avond[1] for avond in een["bijeenkomsten"]] == ["DAKdag"]
    assert verstuurd(tx, "natuurlijkmoment.uitnodiging") == [ANNA]


@pytest.mark.parametrize("hoe", ["weg", "anders", "niet_mee", "gestopt", "gewist"])
def test_no_invitation_comes_for_a_plan_that_is_no_more(tx: Connection, wijk: int, hoe: str) -> None:
    anna = handeling(wijk, ANNA)
    natuurlijkmoment.noteer(tx, anna, "verbouwen", "dit_jaar")
    if hoe == "weg":
        natuurlijkmoment.haal_weg(tx, anna, "verbouwen")
    elif hoe == "anders":
        natuurlijkmoment.noteer(tx, anna, "verbouwen", "later")
    elif hoe == "niet_mee":
        nietmee.zeg(tx, anna)
    elif hoe == "gestopt":
        voorkeuren.zet(tx, tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == ANNA)) or 0, gestopt=True)
    else:
        wissen.wis(tx, anna)
    tik(tx, wijk, NU + timedelta(days=20))
    assert uitgenodigd(tx) == []


def test_works_that_are_over_are_listed_no_more(tx: Connection, wijk: int) -> None:
    meld(tx, wijk, "Merelweg", van="10 februari 2027", tot="20 februari 2027")
    later = handeling(wijk, ANNA, now=NU + timedelta(days=19))
    assert len(koppelkans.lijst(tx, later).data["kansen"]) == 1
    assert koppelkans.lijst(tx, handeling(wijk, ANNA, now=NU + timedelta(days=20))).data["kansen"] == []
    assert date(2027, 2, 20) == (NU + timedelta(days=19)).date()
