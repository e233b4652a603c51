"""Afspiegeling out of the evidence: by the address list, by the age that people gave, and as people read it."""

from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert, update

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot.rules.drempels.afspiegeling import Afspiegeling, Kenmerk
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Drempelstand
from bot.services.bewijs import Feit, leg_vast
from bot.services.bronnen import Vraag, weeg
from bot.services.handeling import BEGELEIDER
from bot.services.stand import lees_stand
from bot.storage import accounts, spelregels, tables
from tests import builders

LEEFTIJD = Kenmerk("leeftijd", {"tot_35": 30, "vanaf_70": 30}, "CBS 2027")


def drempel(*kenmerken: Kenmerk, **velden: Any) -> Afspiegeling:
    return Afspiegeling(kenmerken, Fraction(1, 10), **{"minimum_deelnemers": 10, **velden})


def bewoners(tx: Connection, wijk: int, aantal: int, leeftijd: str | None = None, **adres: Any) -> list[int]:
    """Add residents who live alone and were heard."""
    gemaakt = []
    for _ in range(aantal):
        thuis = builders.een_huishouden(tx, wijk, volwassenen=1).id
        if adres:
            tx.execute(update(tables.huishouden).where(tables.huishouden.c.id == thuis).values(**adres))
        gemaakt.append(builders.een_bewoner(tx, wijk, thuis))
        leg_vast(tx, builders.handeling(wijk), gemaakt[-1], Feit("stem_besluit", "p1", "knop"))
        if leeftijd:
            antwoord = {"bewoner": gemaakt[-1], "wijk": wijk, "vraag": "leeftijd", "antwoord": leeftijd}
            tx.execute(insert(tables.kennismaking).values(antwoord))
    return gemaakt


def gewogen(tx: Connection, wijk: int, van: Afspiegeling, eenheid: str = "bewoners", **velden: Any) -> Drempelstand:
    return weeg(tx, Vraag(wijk, Spelregels(eenheid=eenheid), van, **velden))


def niet_gehoord(tx: Connection, wijk: int, aantal: int, **adres: Any) -> None:
    for _ in range(aantal):
        thuis = builders.een_huishouden(tx, wijk, volwassenen=1).id
        tx.execute(update(tables.huishouden).where(tables.huishouden.c.id == thuis).values(**adres))


@pytest.mark.parametrize("kenmerk", ["eigendom", "woningtype", "buurtdeel"])
def test_the_set_is_compared_with_what_the_address_list_says(tx: Connection, kenmerk: str) -> None:
    wijk = builders.een_wijk(tx)
    bewoners(tx, wijk, 12, **{kenmerk: "koop"})
    niet_gehoord(tx, wijk, 12, **{kenmerk: "huur"})

    stand = gewogen(tx, wijk, drempel(Kenmerk(kenmerk)))

    assert (stand.verdict, stand.teller, stand.noemer, stand.nodig) == ("niet_gehaald", 12, 24, 8)
    assert stand.delen[0]["groepen"] == [
        {"groep": "huur", "aantal": "minder dan 5", "wijk": 10, "tekort": True, "erbij": 8},
        {"groep": "koop", "aantal": 10, "wijk": 10, "tekort": False, "erbij": 0},
    ]


def test_capitals_in_the_list_make_no_other_group(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for naam in ("Flat", "flat"):
        bewoners(tx, wijk, 5, woningtype=naam)
    assert gewogen(tx, wijk, drempel(Kenmerk("woningtype"))).verdict == "gehaald"


@pytest.mark.parametrize(
    ("jong", "oud", "zonder", "verdict"),
    [(6, 6, 0, "gehaald"), (7, 4, 1, "onbeslist"), (9, 2, 1, "niet_gehaald"), (6, 5, 2, "onbeslist")],
)
def test_age_is_what_people_told_and_the_wijk_is_a_table(
    tx: Connection, jong: int, oud: int, zonder: int, verdict: str
) -> None:
    wijk = builders.een_wijk(tx)
    bewoners(tx, wijk, jong, "tot_35")
    bewoners(tx, wijk, oud, "vanaf_70")
    bewoners(tx, wijk, zonder)
    assert gewogen(tx, wijk, drempel(LEEFTIJD)).verdict == verdict


@pytest.mark.parametrize(("eenheid", "bekend"), [("bewoners", 100), ("eigenaren", 100), ("huishoudens", 0)])
def test_a_household_has_no_age(tx: Connection, eenheid: str, bekend: int) -> None:
    wijk = builders.een_wijk(tx)
    bewoners(tx, wijk, 10, "tot_35", eigendom="koop")
    (deel,) = gewogen(tx, wijk, drempel(LEEFTIJD), eenheid).delen
    assert (deel["bekend"], deel["beslist"]) == (bekend, bekend == 100)


def test_the_set_is_the_one_that_the_spelregels_name(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    mensen = bewoners(tx, wijk, 12, eigendom="koop")
    for mens in mensen[:3]:
        leg_vast(tx, builders.handeling(wijk), mens, Feit("aanwezig_vragen", "b1", "deurcode"))
    assert gewogen(tx, wijk, drempel(Kenmerk("eigendom"))).teller == 12
    assert gewogen(tx, wijk, drempel(Kenmerk("eigendom"), verzameling="informatie")).teller == 3


def een_scheve_wijk(tx: Connection) -> int:
    """Make a wijk where it was agreed and where tenants are short; account 1 is a resident of it."""
    wijk = builders.een_wijk(tx)
    regels = Spelregels(drempels=(drempel(Kenmerk("eigendom"), LEEFTIJD),))
    spelregels.volg_instellingen(tx, wijk, regels.canoniek())
    mensen = bewoners(tx, wijk, 20, eigendom="koop")
    bewoners(tx, wijk, 5, eigendom="huur")
    niet_gehoord(tx, wijk, 25, eigendom="huur")
    builders.een_account(tx, "1", bewoner=mensen[0])
    return wijk


def bericht(tx: Connection, wijk: int) -> Bericht:
    data = lees_stand(tx, builders.handeling(wijk))
    assert data is not None
    return render(Boodschap("stand", data), Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/x"))


def test_people_read_how_many_of_a_hundred_would_come_from_another_group(tx: Connection) -> None:
    gezegd = bericht(tx, een_scheve_wijk(tx))

    assert "goede afspiegeling van de wijk? Nee, nog niet. Met nog 15 bewoners uit de juiste groepen" in gezegd.tekst
    assert "40 van de 100 deelnemers zouden uit een andere groep moeten komen. Afgesproken is: hoogstens 10." in (
        gezegd.tekst
    )
    assert "Meer mensen nodig uit: huurwoning." in gezegd.tekst
    assert "<b>Leeftijd.</b> Dit weten we van te weinig mensen." in gezegd.tekst
    assert gezegd.media is not None
    (balk,) = gezegd.media.data["balken"]
    assert (balk["zeker"], balk["hoogstens"], balk["grens"]["aantal"]) == (40, 40, 10)


def test_too_few_people_is_said_and_nothing_is_drawn(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    spelregels.volg_instellingen(tx, wijk, Spelregels(drempels=(drempel(Kenmerk("eigendom")),)).canoniek())
    builders.een_account(tx, "1", bewoner=bewoners(tx, wijk, 1, eigendom="koop")[0])
    gezegd = bericht(tx, wijk)
    assert "Er deden nog te weinig mensen mee." in gezegd.tekst
    assert "100" not in gezegd.tekst
    assert gezegd.media is not None
    assert gezegd.media.data["balken"] == []


def test_it_is_also_weighed_without_what_staff_recorded(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    mensen = bewoners(tx, wijk, 10, eigendom="koop")
    niet_gehoord(tx, wijk, 1, eigendom="koop")
    builders.een_account(tx, "2")
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "2")])
    staf = accounts.wie(tx, wijk, "telegram", "2")
    for mens in mensen:
        leg_vast(tx, builders.handeling(wijk, "2"), mens, Feit("aanwezig_vragen", "b1", "lijst", staf))
    van = drempel(Kenmerk("eigendom"), verzameling="informatie")
    assert gewogen(tx, wijk, van).verdict == "gehaald"
    assert gewogen(tx, wijk, van, met_staf=False).verdict == "onbeslist"
