"""How the conditions stand: the data for staff, the sentences for residents, and who may ask."""

from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection

from berichten import Bericht, Boodschap, Toon, render, talen, vertaal
from bot.errors import Geweigerd
from bot.rules.drempels import TELBAAR
from bot.rules.spelregels import EENHEDEN, Spelregels
from bot.services.bewijs import Feit, leg_aantal_vast, leg_vast
from bot.services.handeling import BEGELEIDER
from bot.services.stand import bereken_stand, lees_stand, toon_stand
from bot.storage import accounts
from tests import builders

REGELS = Spelregels()


def bericht(data: dict[str, Any], taal: str = "nl") -> Bericht:
    return render(Boodschap("stand", data), Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/x"))


def tekst(data: dict[str, Any], taal: str = "nl") -> str:
    return bericht(data, taal).tekst


def beeld(data: dict[str, Any], taal: str = "nl") -> dict[str, Any]:
    foto = bericht(data, taal).media
    assert foto is not None
    return foto.data


def een_drempel(**velden: Any) -> dict[str, Any]:
    vast = {"soort": "gehoord", "verdict": "gehaald", "teller": 207, "noemer": 412, "operator": ">", "drempel": "1/2"}
    return vast | {"nodig": 0, "ondergrens": 207, "bovengrens": 207} | velden


def een_stand(eenheid: str = "bewoners", **velden: Any) -> dict[str, Any]:
    drempel = een_drempel(**velden)
    extra = {"geteld_op": "2027-02-01T19:00:00+00:00", "noemer_laag": drempel["noemer"], "zonder_team": {}}
    extra["vertrokken"] = {drempel["soort"]: 0}
    extra |= {"verloop": {}, "raad": None, "achter": None, "mag_schrijven": False}
    return {"wijk": "Vogelbuurt", "spelregels": regels(eenheid), "drempels": [drempel], **extra}


def regels(eenheid: str = "bewoners", **velden: Any) -> dict[str, Any]:
    return {"eenheid": eenheid, "aantal": None, "bron": "", "versie": 1, **velden}


def gevraagd(tx: Connection, wijk: int, extern_id: str = "1", *, prive: bool = True) -> Boodschap:
    """Ask as the conversation does: first read, then answer."""
    handeling = builders.handeling(wijk, extern_id, prive=prive)
    return toon_stand(tx, handeling, lees_stand(tx, handeling))


def test_the_stand_as_data_has_exactly_the_agreed_fields(tx: Connection) -> None:
    wijk = builders.een_wijk(tx, "Vogelbuurt")
    huishouden = builders.een_huishouden(tx, wijk, volwassenen=2).id
    for bewoner in (builders.een_bewoner(tx, wijk, huishouden), builders.een_bewoner(tx, wijk, huishouden)):
        leg_vast(tx, builders.handeling(wijk), bewoner, Feit("stem_besluit", "p1", "knop"))

    stand = bereken_stand(tx, wijk).als_json()

    assert stand == {
        "wijk": "Vogelbuurt",
        "spelregels": {**REGELS.als_json(), "hash": REGELS.hash()},
        "drempels": [
            {
                "soort": "gehoord",
                "verdict": "gehaald",
                "teller": 2,
                "noemer": 2,
                "operator": ">",
                "drempel": "1/2",
                "nodig": 0,
                "ondergrens": 2,
                "bovengrens": 2,
                "noemer_laag": 2,
                "delen": (),
            },
            {
                "soort": "informatie",
                "verdict": "niet_gehaald",
                "teller": 0,
                "noemer": 2,
                "operator": ">=",
                "drempel": "1/3",
                "nodig": 1,
                "ondergrens": 0,
                "bovengrens": 0,
                "noemer_laag": 2,
                "delen": (),
            },
        ],
        "vertrokken": {"gehoord": 0, "informatie": 0},
    }


def test_a_resident_sees_it_and_so_does_staff(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk))
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "2")])

    for wie in ("1", "2"):
        assert gevraagd(tx, wijk, wie).soort == "stand"


def test_who_is_not_in_does_not_see_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)

    with pytest.raises(Geweigerd) as nee:
        gevraagd(tx, wijk, "3")

    assert nee.value.sleutel == "nog_niet_binnen"


def test_for_who_may_not_see_it_nothing_is_counted(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk))
    builders.een_account(tx, "2")

    for extern_id, prive in (("2", True), ("3", True), ("1", False)):
        handeling = builders.handeling(wijk, extern_id, prive=prive)
        assert lees_stand(tx, handeling) is None
        with pytest.raises(Geweigerd):
            toon_stand(tx, handeling, None)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Er zijn 207 van de 412 bewoners gehoord. Meer dan de helft is nodig: dat is gehaald."),
        (
            {"verdict": "niet_gehaald", "teller": 204, "nodig": 3},
            "Er zijn 204 van de 412 bewoners gehoord. Meer dan de helft is nodig: nog 3 bewoners te gaan.",
        ),
        (
            {"verdict": "onbeslist", "teller": 206, "nodig": 1, "eenheid": "huishoudens"},
            "Er zijn 206 van de 412 huishoudens gehoord. Meer dan de helft is nodig: dat is nog niet te zeggen."
            " Met nog 1 huishouden erbij is het zeker.",
        ),
        (
            {"soort": "informatie", "operator": ">=", "drempel": "3/5", "eenheid": "eigenaren"},
            "207 van de 412 eigenaren waren bij een bijeenkomst met ruimte voor vragen."
            " Minstens 60% is nodig: dat is gehaald.",
        ),
        ({"verdict": "onbeslist", "noemer": 0, "nodig": 1}, "De aantallen kloppen nog niet."),
        ({"verdict": "onbeslist", "teller": 413, "nodig": 0}, "De aantallen kloppen nog niet."),
    ],
)
def test_people_read_each_condition_in_plain_sentences(velden: dict[str, Any], zin: str) -> None:
    assert zin in tekst(een_stand(**velden))


def test_the_gemeenteraad_decides_and_a_button_leads_back(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk))
    concept = gevraagd(tx, wijk).data
    gezegd = bericht(concept | {"spelregels": concept["spelregels"] | {"versie": 1}})

    assert "afgesproken voorwaarden" in gezegd.tekst
    assert "gemeenteraad" in gezegd.tekst
    assert "afgesproken" not in bericht(concept).tekst  # nothing is agreed as long as it is a concept
    assert [rij[0].data for rij in gezegd.knoppen] == ["spelregels", "menu"]


@pytest.mark.parametrize("taal", talen())
@pytest.mark.parametrize("soort", TELBAAR)
def test_every_condition_has_words_in_every_language(taal: str, soort: str) -> None:
    verdicten, delen = ("gehaald", "niet_gehaald", "onbeslist"), ("1/4", "1/3", "1/2", "2/3", "3/4", "3/5")
    for eenheid, verdict, operator, drempel in product(EENHEDEN, verdicten, (">", ">="), delen):
        assert tekst(een_stand(eenheid, soort=soort, verdict=verdict, operator=operator, drempel=drempel), taal)


def test_the_picture_says_what_counts_what_is_needed_and_how_much_more() -> None:
    data = een_stand(verdict="niet_gehaald", teller=204, ondergrens=204, bovengrens=204, nodig=3)
    (balk,) = beeld(data)["balken"]
    assert (balk["tekst"], balk["waarde"]) == ("Gehoord", "204 van de 412 bewoners")
    assert (balk["zeker"], balk["hoogstens"], balk["van"]) == (204, 204, 412)
    assert balk["grens"] == {"aantal": 207, "tekst": "nodig: 207"}
    assert balk["oordeel"] == {"soort": "niet_gehaald", "tekst": "Nog niet gehaald", "uitleg": "Nog 3 bewoners nodig."}
    assert beeld(data)["legenda"] == []


def test_at_least_a_third_of_411_is_marked_at_137_and_met_there() -> None:
    (balk,) = beeld(een_stand(soort="informatie", operator=">=", drempel="1/3", teller=137, noemer=411))["balken"]
    assert balk["grens"]["aantal"] == 137
    assert balk["oordeel"] == {"soort": "gehaald", "tekst": "Gehaald", "uitleg": ""}


def test_people_of_whom_it_is_not_known_who_they_are_are_drawn_apart_and_told() -> None:
    data = een_stand(verdict="onbeslist", teller=190, ondergrens=190, bovengrens=230, nodig=17)
    plaat = beeld(data)
    (balk,) = plaat["balken"]
    assert (balk["zeker"], balk["hoogstens"]) == (190, 230)
    assert balk["oordeel"]["tekst"] == "Nog niet te zeggen"
    assert balk["oordeel"]["uitleg"] == "Met nog 17 bewoners erbij is het zeker."
    assert [regel["soort"] for regel in plaat["legenda"]] == ["zeker", "misschien"]
    for gezegd in (tekst(data), " ".join(plaat["voet"])):
        assert "Van sommige mensen weten we niet precies wie het zijn. Zij tellen misschien mee." in gezegd
    assert "Er zijn 190 van de 412 bewoners gehoord. Misschien zijn het er 230." in tekst(data)


def test_where_the_size_of_households_is_not_known_that_is_said() -> None:
    data = een_stand() | {"noemer_laag": 300}
    for gezegd in (tekst(data), " ".join(beeld(data)["voet"])):
        assert "We weten niet van elk adres hoeveel bewoners er wonen." in gezegd
        assert "Het zijn er samen 300 tot 412. We rekenen met 412." in gezegd
    assert "niet van elk adres" not in tekst(een_stand())


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Het aantal bewoners komt van de adressenlijst."),
        ({"aantal": 412}, "Het aantal bewoners is vooraf afgesproken."),
        ({"aantal": 412, "bron": "CBS <2027>"}, "is vooraf afgesproken. Het komt van CBS &lt;2027&gt;."),
    ],
)
def test_it_says_when_it_was_counted_and_where_the_number_comes_from(velden: dict[str, Any], zin: str) -> None:
    gezegd = tekst(een_stand() | {"spelregels": regels(**velden)})
    assert "Geteld op maandag 1 februari 2027 om 20:00\u00a0uur, volgens versie 1 van de spelregels." in gezegd
    assert zin in gezegd


@pytest.mark.parametrize(("aantal", "gezegd"), [(0, False), (1, False), (4, False), (5, True)])
def test_who_moved_away_is_told_apart_unless_they_are_few(aantal: int, gezegd: bool) -> None:
    data = een_stand() | {"vertrokken": {"gehoord": aantal}}
    zin = f"{aantal} mensen die eerder meetelden, zijn verhuisd."
    assert (zin in tekst(data)) is gezegd
    assert (zin in beeld(data)["balken"][0]["oordeel"]["uitleg"]) is gezegd


@pytest.mark.parametrize("velden", [{"noemer": 0, "nodig": 1, "teller": 0}, {"teller": 413, "nodig": 0}])
def test_numbers_that_cannot_be_right_are_not_judged_in_the_picture_either(velden: dict[str, Any]) -> None:
    (balk,) = beeld(een_stand(verdict="onbeslist", **velden))["balken"]
    assert "grens" not in balk
    assert balk["oordeel"]["uitleg"] == "De aantallen kloppen nog niet."


def een_gesprek_van_het_team(tx: Connection) -> int:
    """Make a wijk of two adults, of whom one voted and the other was recorded by staff; return it."""
    wijk = builders.een_wijk(tx)
    thuis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    zelf, ander = (builders.een_bewoner(tx, wijk, thuis) for _ in range(2))
    builders.een_account(tx, "1", bewoner=zelf)
    builders.een_account(tx, "2")
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "2")])
    staf = accounts.wie(tx, wijk, "telegram", "2")
    leg_vast(tx, builders.handeling(wijk), zelf, Feit("stem_besluit", "p1", "knop"))
    leg_vast(tx, builders.handeling(wijk, "2"), ander, Feit("stem_besluit", "p1", "gesprek", staf))
    return wijk


def test_staff_hear_which_condition_would_stand_otherwise_without_what_they_recorded(tx: Connection) -> None:
    data = gevraagd(tx, een_gesprek_van_het_team(tx), "2").data
    zin = "Zonder wat het team zelf invulde, is dit nog niet gehaald."

    assert data["zonder_team"] == {"gehoord": "niet_gehaald"}
    assert tekst(data).count(zin) == 1
    assert [zin in balk["oordeel"]["uitleg"] for balk in beeld(data)["balken"]] == [True, False]


def test_a_resident_does_not_hear_what_staff_recorded(tx: Connection) -> None:
    assert gevraagd(tx, een_gesprek_van_het_team(tx)).data["zonder_team"] == {}


def test_heads_without_a_name_that_would_tip_it_leave_it_open_in_words_and_picture(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    mensen = [builders.een_bewoner(tx, wijk, builders.een_huishouden(tx, wijk, volwassenen=1).id) for _ in range(36)]
    builders.een_account(tx, "1", bewoner=mensen[0])
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "1")])
    staf = accounts.wie(tx, wijk, "telegram", "1")
    leg_aantal_vast(tx, builders.handeling(wijk), Feit("aanwezig_vragen", "b1", "deurlijst", staf), 2)
    for mens in mensen[:11]:  # of fewer than ten nothing would be drawn
        leg_vast(tx, builders.handeling(wijk), mens, Feit("aanwezig_vragen", "b2", "deurcode"))

    data = gevraagd(tx, wijk).data

    (balk,) = (balk for balk in beeld(data)["balken"] if balk["hoogstens"])
    assert (balk["zeker"], balk["hoogstens"], balk["van"]) == (11, 13, 36)
    assert balk["oordeel"]["tekst"] == "Nog niet te zeggen"
    assert "dat is nog niet te zeggen" in tekst(data)
