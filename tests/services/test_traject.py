"""The traject: chosen with the day of the gemeenteraad, shown to residents and staff, its stages as rows that stay."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.trajecten import PUBLIEK, TRAJECTEN
from bot.services import formulier, traject, trajectstand
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, trajecten
from tests.builders import NU, een_wijk, handeling
from tests.services.test_wekker import NOOR, bewoner

IBRAHIM = "9002"
FORMULIEREN = {"traject": traject.FORMULIER}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def kies(tx: Connection, wijk: int, sjabloon: str = "besluit", op: str = "15 juni 2028") -> Boodschap:
    ibrahim = handeling(wijk, IBRAHIM)
    formulier.begin(tx, ibrahim, traject.FORMULIER)
    formulier.kies(tx, ibrahim, FORMULIEREN, "sjabloon", sjabloon)
    formulier.typ(tx, ibrahim, FORMULIEREN, op)
    return formulier.bevestig(tx, ibrahim, FORMULIEREN)


def test_before_one_is_chosen_nobody_is_told_a_step(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    assert traject.toon(tx, handeling(wijk, "1")) == Boodschap("traject.geen", {"mag": False})
    assert traject.toon(tx, handeling(wijk, IBRAHIM)).data == {"mag": True}
    assert trajectstand.lees(tx, wijk) is None
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        traject.toon(tx, handeling(wijk, "99"))


def test_residents_see_the_stage_of_now_and_staff_the_plan(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    assert kies(tx, wijk).soort == "traject.plan"
    hier = traject.toon(tx, handeling(wijk, "1"))
    assert hier.soort == "traject.hier"
    assert [fase["fase"] for fase in hier.data["nu"]] == ["kaders"]
    assert [fase["fase"] for fase in hier.data["straks"]] == ["spelregels"]
    assert (hier.data["stap"], hier.data["stappen"]) == (1, 6)
    plan = traject.toon(tx, handeling(wijk, NOOR)).data
    assert [regel["staat"] for regel in plan["regels"]] == ["nu", *["straks"] * 5]
    assert (plan["mag"], plan["past"], plan["besluitdatum"]) == (False, True, "2028-06-15")
    assert traject.hier(tx, handeling(wijk, IBRAHIM)).data["staf"]
    gang = trajectstand.lees(tx, wijk).gang["besluit"]  # type: ignore[union-attr]
    assert gang.tot == date(2028, 6, 15), "as planned"


@pytest.mark.parametrize("sjabloon", TRAJECTEN)
def test_residents_are_told_nothing_of_an_audience_or_of_slack(tx: Connection, wijk: int, sjabloon: str) -> None:
    bewoner(tx, wijk, "1")
    kies(tx, wijk, sjabloon)
    gezegd = str(traject.toon(tx, handeling(wijk, "1")).data)
    assert not any(woord in gezegd for woord in (*PUBLIEK, "publiek", "speling", "kritiek"))


@pytest.mark.parametrize("op", ["1 februari 2027", "15 juni 2026", "15 juni 2038", "15 juni"])
def test_the_day_of_the_gemeenteraad_is_still_to_come_and_has_its_year(tx: Connection, wijk: int, op: str) -> None:
    with pytest.raises(Geweigerd):
        kies(tx, wijk, op=op)


def test_what_cannot_fit_is_said_before_it_begins_with_what_would(tx: Connection, wijk: int) -> None:
    ibrahim = handeling(wijk, IBRAHIM)
    formulier.begin(tx, ibrahim, traject.FORMULIER)
    formulier.kies(tx, ibrahim, FORMULIEREN, "sjabloon", "besluit")
    voorbeeld = formulier.typ(tx, ibrahim, FORMULIEREN, "15 december 2027").data
    # 50 weeks up to the decision are 350 days: from 1 February 2027 that is 16 January 2028
    assert (voorbeeld["past"], voorbeeld["haalbaar"], voorbeeld["speling"]) == (False, "2028-01-16", -32)
    assert sum(weken for _, weken in voorbeeld["korter"]) == 5, "32 days are more than four weeks"
    assert not voorbeeld["vervangt"]


@pytest.mark.parametrize("wie", [NOOR, "1"])
def test_only_the_organisator_chooses_one(tx: Connection, wijk: int, wie: str) -> None:
    bewoner(tx, wijk, "1")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, wie), traject.FORMULIER)


def test_a_second_one_takes_the_place_of_the_first_and_the_first_stays(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    eerste = trajecten.loopt(tx, wijk)
    kies(tx, wijk, op="1 september 2028")
    tweede = trajecten.loopt(tx, wijk)
    assert eerste is not None
    assert tweede is not None
    assert tweede.id != eerste.id
    assert trajecten.zoek(tx, wijk, id=eerste.id).gestopt_op == NU  # type: ignore[union-attr]
    assert [gang.sleutel for gang in trajecten.verloop(tx, eerste.id)] == ["kaders"]


def _gang(tx: Connection, wijk: int, sleutel: str) -> trajecten.Gang:
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    return stand.gang[sleutel]


def test_who_goes_back_to_a_stage_keeps_what_it_was(tx: Connection, wijk: int) -> None:
    kies(tx, wijk)
    for dagen, sleutel in enumerate(("kaders", "spelregels", "vaststellen"), 1):
        daad = handeling(wijk, IBRAHIM, now=NU + timedelta(days=dagen))
        (volgende,) = trajectstand.verder(tx, daad, _gang(tx, wijk, sleutel), "verder")
    assert volgende.naam == "tot_besluit"
    later = handeling(wijk, IBRAHIM, now=NU + timedelta(days=9))
    trajectstand.terug(tx, later, _gang(tx, wijk, "tot_besluit"), "spelregels", "terug")
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert [fase.naam for fase in stand.nu] == ["spelregels"]
    assert stand.geeindigd == {"kaders"}
    assert [(naam, gang.ronde) for naam, gang in stand.gang.items() if gang.ronde > 1] == [
        ("spelregels", 2),
        ("vaststellen", 2),
        ("tot_besluit", 2),
    ]
    geschiedenis = [(g.sleutel, g.ronde, g.uitkomst) for g in trajecten.verloop(tx, stand.loopt.id)]
    assert geschiedenis == [
        ("kaders", 1, "verder"),
        ("spelregels", 1, "verder"),
        ("vaststellen", 1, "verder"),
        ("tot_besluit", 1, "terug"),
        ("spelregels", 2, None),
    ]
    with pytest.raises(ValueError, match="does not come before"):
        trajectstand.terug(tx, later, _gang(tx, wijk, "spelregels"), "besluit", "terug")


def test_two_tracks_run_beside_each_other_and_who_goes_back_before_them_ends_both(tx: Connection, wijk: int) -> None:
    kies(tx, wijk, "taakdemocratie", "15 juni 2030")
    for sleutel in ("initiatief", "organisatie", "informatie"):
        trajectstand.verder(tx, handeling(wijk, IBRAHIM), _gang(tx, wijk, sleutel), "verder")
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert [fase.naam for fase in stand.nu] == ["raad_ontwikkeling", "wup_ontwikkeling"]
    assert [fase.naam for fase in stand.straks] == ["raad_uitvoering", "wup_uitvoering"]
    (volgende,) = trajectstand.verder(tx, handeling(wijk, IBRAHIM), stand.gang["raad_ontwikkeling"], "verder")
    assert volgende.naam == "raad_uitvoering"
    trajectstand.terug(tx, handeling(wijk, IBRAHIM), _gang(tx, wijk, "wup_ontwikkeling"), "informatie", "terug")
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert [fase.naam for fase in stand.nu] == ["informatie"]
    assert stand.geeindigd == {"initiatief", "organisatie"}


@pytest.mark.parametrize("sjabloon", TRAJECTEN)
def test_each_template_can_be_gone_through_to_its_end(tx: Connection, wijk: int, sjabloon: str) -> None:
    kies(tx, wijk, sjabloon, "15 juni 2032")
    dagen = 0
    while (stand := trajectstand.lees(tx, wijk)) is not None:
        dagen += 30
        daad = handeling(wijk, IBRAHIM, now=NU + timedelta(days=dagen))
        trajectstand.verder(tx, daad, stand.gang[stand.nu[0].naam], "verder")
    laatste = trajecten.laatste(tx, wijk)
    assert laatste is not None
    assert laatste.gestopt_op is not None
    assert all(gang.uitkomst == "verder" for gang in trajecten.fasen(tx, laatste.id).values())
    assert traject.toon(tx, handeling(wijk, IBRAHIM)).soort == "traject.geen"
