"""How the conditions grow: coverage per week, when they are reached, which streets lag, and one tap to write there."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert, update

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels
from bot.services import opstellen
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM, BEGELEIDER, BEHEERDER, STRAATCONTACT
from bot.services.stand import lees_stand
from bot.services.verloop import Week, per_week
from bot.storage import huishoudens, mijlpalen, spelregels, tables
from tests import builders

NU = datetime(2027, 2, 24, 19, tzinfo=AMSTERDAM)  # a Wednesday
ZONDAGEN = [date(2027, 1, 31), date(2027, 2, 7), date(2027, 2, 14), date(2027, 2, 21)]


def hoor(
    tx: Connection, wijk: int, aantal: int, wanneer: datetime = NU, straat: str = "Merelweg", **adres: Any
) -> None:
    """Let so many residents who live alone be heard at a moment."""
    for _ in range(aantal):
        thuis = woon(tx, wijk, 1, straat, **adres)[0]
        leg_vast(
            tx,
            builders.handeling(wijk, now=wanneer),
            builders.een_bewoner(tx, wijk, thuis),
            Feit("stem_besluit", "p1", "knop"),
        )


def woon(tx: Connection, wijk: int, aantal: int, straat: str = "Merelweg", **adres: Any) -> list[int]:
    gemaakt = [builders.een_huishouden(tx, wijk, volwassenen=1, straat=straat).id for _ in range(aantal)]
    if adres:
        tx.execute(update(tables.huishouden).where(tables.huishouden.c.id.in_(gemaakt)).values(**adres))
    return gemaakt


def een_groeiende_wijk(tx: Connection, raad: datetime | None = None) -> int:
    """Make a wijk of 100 with 12, 20 and 30 heard at the end of three weeks, and 33 now; account 1 lives there."""
    wijk = builders.een_wijk(tx, "Vogelbuurt")
    for aantal, dagen in ((12, 22), (8, 15), (10, 8), (3, 0)):
        hoor(tx, wijk, aantal, NU - timedelta(days=dagen))
    ik = builders.een_bewoner(tx, wijk, woon(tx, wijk, 67)[0])
    builders.een_account(tx, "1", bewoner=ik)
    if raad:
        vast = {"publiek_id": builders.een_publiek_id(), "titel": "Besluit", "uitleg": "", "link": None}
        van = builders.een_account(tx, "2")
        mijlpalen.voeg_toe(tx, wijk, bij="gemeenteraad", moment=raad, gemaakt_door=van, **vast)
    return wijk


def gelezen(tx: Connection, wijk: int, wie: str = "1") -> dict[str, Any]:
    data = lees_stand(tx, replace(builders.handeling(wijk, wie), now=NU))
    assert data is not None
    return data


def bericht(data: dict[str, Any]) -> Bericht:
    return render(Boodschap("stand", data), Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/x"))


def test_coverage_per_week_is_that_of_the_first_time_and_fewer_than_ten_are_not_told(tx: Connection) -> None:
    wijk = een_groeiende_wijk(tx)
    tweede = builders.een_bewoner(tx, wijk, woon(tx, wijk, 1)[0])
    for dagen, peiling in ((15, "p2"), (1, "p3")):
        wanneer = builders.handeling(wijk, now=NU - timedelta(days=dagen))
        leg_vast(tx, wanneer, tweede, Feit("gesprek", peiling, "gesprek"))

    weken = per_week(tx, wijk, NU, AMSTERDAM)

    # recorded after the others, so that it falls in the week in which it came in
    assert [week.tot for week in weken["gehoord"]] == [*ZONDAGEN, NU.date()]
    assert weken["gehoord"][0] == Week(ZONDAGEN[0], None)
    assert [week.teller for week in weken["gehoord"][1:]] == [12, 20, 30, 34]
    assert {week.teller for week in weken["informatie"]} == {None}


def test_an_address_never_counts_beyond_its_seats_and_who_left_counts_in_no_week(tx: Connection) -> None:
    wijk = een_groeiende_wijk(tx)
    thuis = woon(tx, wijk, 1)[0]
    for _ in range(3):
        leg_vast(
            tx,
            builders.handeling(wijk, now=NU),
            builders.een_bewoner(tx, wijk, thuis),
            Feit("stem_besluit", "p1", "knop"),
        )
    weg = builders.een_bewoner(tx, wijk, woon(tx, wijk, 1)[0])
    leg_vast(tx, builders.handeling(wijk, now=NU), weg, Feit("stem_besluit", "p1", "knop"))
    tx.execute(update(tables.bewoner).where(tables.bewoner.c.id == weg).values(tot=NU))
    assert per_week(tx, wijk, NU, AMSTERDAM)["gehoord"][-1].teller == 34
    assert gelezen(tx, wijk)["drempels"][0]["teller"] == 34


@pytest.mark.parametrize(("eenheid", "teller"), [("huishoudens", 34), ("eigenaren", 11)])
def test_households_and_owners_are_counted_as_such(tx: Connection, eenheid: str, teller: int) -> None:
    wijk = een_groeiende_wijk(tx)
    spelregels.volg_instellingen(tx, wijk, Spelregels(eenheid=eenheid).canoniek())
    samen = woon(tx, wijk, 1)[0]
    tx.execute(update(tables.huishouden).where(tables.huishouden.c.id == samen).values(volwassenen=2))
    for _ in range(2):
        mens = builders.een_bewoner(tx, wijk, samen)
        leg_vast(tx, builders.handeling(wijk, now=NU), mens, Feit("stem_besluit", "p1", "knop"))
    if eenheid == "eigenaren":
        hoor(tx, wijk, 11, eigendom="koop")
    assert per_week(tx, wijk, NU, AMSTERDAM)["gehoord"][-1].teller == teller


@pytest.mark.parametrize(
    ("raad", "uitkomst", "zinnen"),
    [
        (None, "zonder_dag", ["rond 9 maart 2027 gehaald", "Wanneer de gemeenteraad vergadert, is nog niet bekend."]),
        (datetime(2027, 4, 1, 19, tzinfo=AMSTERDAM), "op_tijd", ["dan is het rond", "vergadert op 1 april 2027"]),
        (datetime(2027, 3, 3, 19, tzinfo=AMSTERDAM), "te_laat", ["pas rond", "zijn er 18 per week nodig"]),
    ],
)
def test_people_read_when_it_is_reached_and_what_it_takes(
    tx: Connection, raad: datetime | None, uitkomst: str, zinnen: list[str]
) -> None:
    wijk = een_groeiende_wijk(tx, raad)
    data = gelezen(tx, wijk)
    assert data["drempels"][0]["nodig"] == 18
    assert data["verloop"]["gehoord"]["uitkomst"] == uitkomst
    assert data["verloop"]["gehoord"]["tempo"] == 10
    gezegd = bericht(data)
    for zin in ("De laatste weken kwamen er 10 per week bij.", *zinnen):
        assert zin in gezegd.tekst
    assert gezegd.media is not None
    verloop = gezegd.media.data["balken"][0]["verloop"]
    assert [week["aantal"] for week in verloop["weken"]] == [0, 12, 20, 30, 33]
    assert verloop["grens"]["aantal"] == 51
    assert verloop["weken"][-1]["tekst"] == "nu"


def test_of_fewer_than_ten_neither_the_number_nor_the_pace_is_told(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    hoor(tx, wijk, 9, NU - timedelta(days=20))
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk, woon(tx, wijk, 91)[0]))
    data = gelezen(tx, wijk)
    gezegd = bericht(data)
    assert data["verloop"] == {}
    assert (
        "Er zijn minder dan 10 bewoners gehoord. Meer dan de helft is nodig: dat is nog niet gehaald." in gezegd.tekst
    )
    assert gezegd.media is not None
    balk = gezegd.media.data["balken"][0]
    assert (balk["zeker"], balk["hoogstens"], balk["waarde"]) == (0, 0, "minder dan 10 bewoners")
    assert not any(woord in str(balk) for woord in ("42", "'9", " 9"))


def een_wijk_met_straten(tx: Connection) -> int:
    """Make a wijk where the Lijsterhof lags; 1 lives there, 2 is begeleider, 3 straatcontact and 4 beheerder."""
    wijk = builders.een_wijk(tx)
    hoor(tx, wijk, 12, straat="Merelweg", eigendom="koop")
    hoor(tx, wijk, 6, straat="Lijsterhof", eigendom="huur")
    hoor(tx, wijk, 2, straat="Mezenpad", eigendom="huur")
    woon(tx, wijk, 8, "Merelweg", eigendom="koop")
    leeg = woon(tx, wijk, 24, "Lijsterhof", eigendom="huur") + woon(tx, wijk, 18, "Mezenpad")
    woon(tx, wijk, 9, "Spechtlaan")
    builders.een_account(tx, "1", bewoner=builders.een_bewoner(tx, wijk, leeg[0]))
    for nummer, rol, bereik in (("2", BEGELEIDER, ""), ("3", STRAATCONTACT, "Lijsterhof"), ("4", BEHEERDER, "")):
        builders.een_account(tx, nummer)
        builders.een_rol(tx, wijk, rol, nummer, bereik=bereik)
    return wijk


def test_a_group_is_named_as_the_list_wrote_it_with_what_it_is(tx: Connection) -> None:
    wijk = een_wijk_met_straten(tx)
    delen = {"Merelweg": "Noord", "Lijsterhof": "Zuid", "Mezenpad": "Zuid"}
    for straat, deel in delen.items():
        tx.execute(tables.huishouden.update().where(tables.huishouden.c.straat == straat).values(buurtdeel=deel))
    achter = gelezen(tx, wijk, "2")["achter"]
    assert [een["groep"] for een in achter["groepen"] if een["kenmerk"] == "buurtdeel"] == ["Zuid"]
    assert "• Zuid (deel van de wijk): " in bericht(gelezen(tx, wijk, "2")).tekst


def test_staff_see_which_streets_and_groups_lag_and_nobody_else_does(tx: Connection) -> None:
    wijk = een_wijk_met_straten(tx)
    achter = gelezen(tx, wijk, "2")["achter"]
    assert [(een["straat"], een["dekking"]) for een in achter["straten"]] == [("Mezenpad", None), ("Lijsterhof", 20)]
    assert achter["groepen"] == [{"kenmerk": "eigendom", "groep": "huur", "dekking": 25}]
    gezegd = bericht(gelezen(tx, wijk, "2"))
    assert "• Lijsterhof: ongeveer 20%" in gezegd.tekst
    assert "• Mezenpad: minder dan 5 mensen" in gezegd.tekst
    assert "Spechtlaan" not in gezegd.tekst
    assert [rij[0].tekst for rij in gezegd.knoppen[:2]] == ["✉️ Bericht aan Mezenpad", "✉️ Bericht aan Lijsterhof"]
    for wie in ("1", "3"):
        assert gelezen(tx, wijk, wie)["achter"] is None
    assert "Bericht aan" not in str(bericht(gelezen(tx, wijk, "4")).knoppen)


def test_a_tap_begins_a_message_to_who_is_not_heard_in_that_street_and_the_forged_is_refused(tx: Connection) -> None:
    wijk = een_wijk_met_straten(tx)
    straten = dict(huishoudens.straten(tx, wijk))
    lijsterhof = straten["Lijsterhof"]
    with pytest.raises(Geweigerd, match=r"uitzending\.geen_contact"):  # before a word is typed
        opstellen.voor_straat(tx, builders.handeling(wijk, "2"), straten["Mezenpad"], "gehoord")
    begonnen = opstellen.voor_straat(tx, builders.handeling(wijk, "2"), lijsterhof, "gehoord")
    assert (begonnen.soort, begonnen.data["veld"]) == ("formulier.vraag", "inhoud")
    assert begonnen.melding == "uitzending.voor_straat.niet_gehoord"
    for wie, straat, drempel in (
        ("1", lijsterhof, "gehoord"),
        ("3", lijsterhof, "gehoord"),
        ("4", lijsterhof, "gehoord"),
        ("2", builders.een_publiek_id(), "gehoord"),
        ("2", lijsterhof, "afspiegeling"),
        ("2", lijsterhof, ""),
    ):
        with pytest.raises(Geweigerd):
            opstellen.voor_straat(tx, builders.handeling(wijk, wie), straat, drempel)


def test_nothing_that_was_done_before_the_first_version_is_in_it(tx: Connection) -> None:
    wijk = een_groeiende_wijk(tx)
    na = tx.execute(tables.bewijs.select().order_by(tables.bewijs.c.id)).all()[19].id
    vast = {"wijk": wijk, "versie": 1, "uit_instellingen": False, "inhoud": Spelregels(versie=1).canoniek()}
    tx.execute(insert(tables.spelregels).values(**vast, vastgesteld_op=NU, na_bewijs=na))
    weken = per_week(tx, wijk, NU, AMSTERDAM)["gehoord"]
    assert [(week.tot, week.teller) for week in weken] == [(ZONDAGEN[2], None), (ZONDAGEN[3], 10), (NU.date(), 13)]
