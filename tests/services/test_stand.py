"""How the conditions stand: the data for staff, the sentences for residents, and who may ask."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection

from berichten import Boodschap, Toon, render, talen, vertaal
from bot.config import SpelregelsInstelling
from bot.errors import Geweigerd
from bot.rules.drempels import TELT
from bot.rules.spelregels import EENHEDEN, Spelregels
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import BEGELEIDER
from bot.services.stand import bereken_stand, toon_stand
from bot.storage import accounts
from tests import builders

REGELS = Spelregels.uit(SpelregelsInstelling())


def tekst(data: dict[str, Any], taal: str = "nl") -> str:
    return render(Boodschap("stand", data), Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/x")).tekst


def een_drempel(**velden: Any) -> dict[str, Any]:
    vast = {"soort": "gehoord", "verdict": "gehaald", "teller": 207, "noemer": 412, "operator": ">", "drempel": "1/2"}
    return vast | {"nodig": 0, "ondergrens": 207, "bovengrens": 207} | velden


def een_stand(eenheid: str = "bewoners", **velden: Any) -> dict[str, Any]:
    return {"wijk": "Vogelbuurt", "spelregels": {"eenheid": eenheid}, "drempels": [een_drempel(**velden)]}


def test_the_stand_as_data_has_exactly_the_agreed_fields(tx: Connection) -> None:
    wijk = builders.een_wijk(tx, "Vogelbuurt")
    huishouden = builders.een_huishouden(tx, wijk, volwassenen=2).id
    for bewoner in (builders.een_bewoner(tx, wijk, huishouden), builders.een_bewoner(tx, wijk, huishouden)):
        leg_vast(tx, builders.handeling(wijk), bewoner, Feit("stem_besluit", "p1", "knop", 1))

    stand = bereken_stand(tx, wijk, REGELS).als_json()

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
            },
        ],
    }


def test_a_resident_sees_it_and_so_does_staff(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk))
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "2")])

    for wie in ("1", "2"):
        assert toon_stand(tx, builders.handeling(wijk, wie), REGELS).soort == "stand"


def test_who_is_not_in_does_not_see_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)

    with pytest.raises(Geweigerd) as nee:
        toon_stand(tx, builders.handeling(wijk, "3"), REGELS)

    assert nee.value.sleutel == "nog_niet_binnen"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Er zijn 207 van de 412 bewoners gehoord. Meer dan de helft is nodig: dat is gehaald."),
        (
            {"verdict": "niet_gehaald", "teller": 204, "nodig": 3},
            "Er zijn 204 van de 412 bewoners gehoord. Meer dan de helft is nodig: nog 3 mensen te gaan.",
        ),
        (
            {"verdict": "onbeslist", "teller": 1, "nodig": 1, "eenheid": "huishoudens"},
            "Er is 1 van de 412 huishoudens gehoord. Meer dan de helft is nodig: dat is nog niet te zeggen."
            " Met nog 1 huishouden erbij is het zeker.",
        ),
        (
            {"soort": "informatie", "operator": ">=", "drempel": "3/5", "eenheid": "eigenaren"},
            "207 van de 412 eigenaren waren bij een bijeenkomst met ruimte voor vragen."
            " Minstens 3/5 deel is nodig: dat is gehaald.",
        ),
        ({"verdict": "onbeslist", "noemer": 0, "nodig": 1}, "De aantallen kloppen nog niet."),
        ({"verdict": "onbeslist", "teller": 413, "nodig": 0}, "De aantallen kloppen nog niet."),
    ],
)
def test_people_read_each_condition_in_plain_sentences(velden: dict[str, Any], zin: str) -> None:
    assert zin in tekst(een_stand(**velden))


def test_the_gemeenteraad_decides_and_a_button_leads_back(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    boodschap = Boodschap("stand", bereken_stand(tx, wijk, REGELS).als_json())
    bericht = render(boodschap, Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), ""))

    assert "afgesproken voorwaarden" in bericht.tekst
    assert "gemeenteraad" in bericht.tekst
    assert bericht.knoppen[0][0].data == "menu"


@pytest.mark.parametrize("taal", talen())
@pytest.mark.parametrize("soort", TELT)
@pytest.mark.parametrize("eenheid", EENHEDEN)
@pytest.mark.parametrize("verdict", ["gehaald", "niet_gehaald", "onbeslist"])
@pytest.mark.parametrize("operator", [">", ">="])
def test_every_condition_has_words_in_every_language(
    taal: str, soort: str, eenheid: str, verdict: str, operator: str
) -> None:
    for drempel in ("1/4", "1/3", "1/2", "2/3", "3/4", "3/5"):
        assert tekst(een_stand(eenheid, soort=soort, verdict=verdict, operator=operator, drempel=drempel), taal)
