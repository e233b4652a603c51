"""A round past the doors at the level of the service: who was reached is passed by, and no door is rung at twice."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.errors import Geweigerd
from bot.rules.ronde import TERMIJN
from bot.services import deurgesprek, ronde
from bot.services.handeling import BEGELEIDER
from bot.storage import accounts, bezoeken, nietmee, rondes, verhuizingen
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, handeling

NOOR, OMAR = "9001", "9002"
MORGEN = NU + timedelta(days=1)


class Straat:
    """A street of six doors, and who walks it."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx
        self.wijk = builders.een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", wie) for wie in (NOOR, OMAR)])
        for wie in (NOOR, OMAR):
            builders.een_account(tx, wie)
        self.id = {
            n: builders.een_huishouden(tx, self.wijk, straat="Merelweg", huisnummer=n, volwassenen=2).id
            for n in range(1, 7)
        }
        h = t.huishouden.c
        self.huis: dict[int, str] = dict(tx.execute(select(h.huisnummer, h.publiek_id)).all())

    def als(self, wie: str = NOOR, **velden: Any) -> Any:
        return handeling(self.wijk, wie, **velden)

    def begin(self, wie: str = NOOR, deel: str = "alles", **velden: Any) -> Any:
        return ronde.loop(self.tx, self.als(wie, **velden), self.huis[3], deel)

    def zeg(self, nummer: int, wat: str, wie: str = NOOR, **velden: Any) -> Any:
        return ronde.uitkomst(self.tx, self.als(wie, **velden), self.huis[nummer], wat)


@pytest.fixture
def straat(tx: Connection) -> Straat:
    return Straat(tx)


def waar(boodschap: Any) -> str:
    """Return at which door one stands, or that the round is done."""
    return str(boodschap.data["adres"]).rpartition(" ")[2] if boodschap.soort == "ronde.adres" else boodschap.soort


def test_a_round_passes_by_who_joined_was_recorded_or_takes_no_part_and_tells_nobody_why(straat: Straat) -> None:
    tx, bewoner = straat.tx, builders.een_bewoner(straat.tx, straat.wijk, straat.id[1])
    tx.execute(update(t.account).where(t.account.c.extern_id == OMAR).values(bewoner=bewoner))
    deurgesprek.leg_vast(tx, straat.als(), straat.huis[3], frozenset({1}), "deurgesprek")
    for stoel in (1, 2):
        nietmee.zeg(
            tx, straat.wijk, builders.een_bewoner(tx, straat.wijk, straat.id[5]), f"{stoel:022}", NU, vastlegger=None
        )
    builders.een_bewoner(tx, straat.wijk, straat.id[6])  # known, and nothing recorded that holds
    gewist = builders.een_bewoner(tx, straat.wijk, straat.id[4])
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == gewist).values(gewist=True))
    tellen = ronde.straat(tx, straat.als(), straat.huis[1]).data["telling"]
    assert tellen == {"alle": 6, "bereikt": 3, "niet": 1, "bezet": 0, "straks": 0, "te_gaan": 2}
    assert [waar(straat.begin()), waar(straat.zeg(6, "later")), waar(straat.zeg(2, "niet_thuis"))] == [
        "6",
        "2",
        "ronde.rond",
    ]
    deurgesprek.herstel(tx, straat.als(), straat.huis[3])
    assert waar(straat.begin()) == "3", "what was taken back reached nobody"


def test_no_visit_is_kept_for_the_address_and_its_term_only_and_goes_with_who_said_it(straat: Straat) -> None:
    tx, h = straat.tx, t.huishouden.c
    straat.zeg(1, "geen_bezoek")
    tot = tx.scalar(select(h.geen_bezoek_tot).where(h.id == straat.id[1]))
    assert tot == NU.date() + TERMIJN
    assert [tx.scalar(select(func.count()).select_from(tabel)) for tabel in (t.bezoek, t.bewijs, t.bewoner)] == [
        0,
        0,
        0,
    ]
    scherm = deurgesprek.adres(tx, straat.als(), straat.huis[1]).data
    assert scherm["liever_niet"] == tot.isoformat()
    assert scherm["volgend"][0] == "2"
    assert deurgesprek.niet_gesproken(tx, straat.als(), straat.huis[6], "later").data["volgend"][0] == "2"
    assert deurgesprek.straat(tx, straat.als(), straat.huis[1]).data["nummers"][0][2] == "niet_mee"
    assert waar(straat.begin(now=MORGEN)) == "3"
    assert waar(straat.begin(now=NU + TERMIJN + timedelta(days=1))) == "1"
    oud, nieuw = NU.date().isoformat(), MORGEN.date().isoformat()
    assert ronde.herstel(tx, straat.als(now=MORGEN), straat.huis[1], oud).data["geen_bezoek"], "an old button"
    assert ronde.herstel(tx, straat.als(now=MORGEN), straat.huis[1], nieuw).data["geen_bezoek"] is None
    straat.zeg(1, "geen_bezoek")
    sleutel = tx.scalar(select(h.sleutel).where(h.id == straat.id[1]))
    rondes.zet_taal(tx, straat.id[1], "pl")
    verhuizingen.beeindig(tx, straat.wijk, [str(sleutel)], NU)
    assert tx.execute(select(h.geen_bezoek_tot, h.taal).where(h.id == straat.id[1])).one() == (None, None)


def test_two_in_one_street_never_stand_at_one_door_and_a_door_that_was_left_is_free_again(straat: Straat) -> None:
    assert waar(straat.begin(NOOR)) == "1"
    assert waar(straat.begin(OMAR)) == "3"
    assert waar(straat.zeg(1, "later", NOOR)) == "5"
    assert waar(straat.zeg(3, "niet_thuis", OMAR)) == "6"
    with pytest.raises(Geweigerd, match="collega"):
        ronde.adres(straat.tx, straat.als(OMAR), straat.huis[5])
    ronde.stop(straat.tx, straat.als(NOOR))
    assert waar(ronde.adres(straat.tx, straat.als(OMAR), straat.huis[5])) == "5"
    assert waar(straat.begin(NOOR)) == "6", "who went on let go of the door before"
    laat = NU + ronde.BEZET
    assert waar(straat.begin(NOOR, now=laat)) == "5", "who fell silent holds no door"


def test_a_tap_that_comes_twice_changes_nothing_the_second_time(straat: Straat) -> None:
    straat.begin()
    eerst = straat.zeg(1, "niet_thuis").data
    assert straat.zeg(1, "niet_thuis").data == eerst
    straat.zeg(3, "later")
    assert waar(straat.zeg(1, "niet_thuis")) == "5", "an old tap brings one to where the round is"
    assert straat.tx.scalar(select(func.count()).select_from(t.bezoek)) == 2
    deurgesprek.leg_vast(straat.tx, straat.als(), straat.huis[5], frozenset({1}), "deurgesprek")
    straat.zeg(5, "niet_thuis")
    vandaag = bezoeken.zoek(straat.tx, straat.id[5], NU.date())
    assert vandaag is not None
    assert vandaag.uitkomst == "gesproken"


def test_after_the_round_one_goes_again_where_nobody_was_home_and_tomorrow_they_are_to_go(straat: Straat) -> None:
    for nummer in (1, 3, 5):
        straat.begin(deel="oneven")
        scherm = straat.zeg(nummer, "niet_thuis" if nummer < 5 else "geen_bezoek")
    assert scherm.soort == "ronde.rond"
    assert scherm.data["telling"] == {"alle": 3, "bereikt": 0, "niet": 1, "bezet": 0, "straks": 2, "te_gaan": 0}
    langs = ronde.nog_eens(straat.tx, straat.als(), straat.huis[5], "oneven")
    assert waar(langs) == "1"
    assert waar(straat.zeg(1, "later")) == "ronde.rond"
    assert waar(ronde.nog_eens(straat.tx, straat.als(), straat.huis[1], "oneven")) == "3"
    assert waar(straat.begin(deel="oneven", now=MORGEN)) == "1"


def test_the_way_to_walk_a_street_is_chosen_once_for_all(straat: Straat) -> None:
    assert ronde.straat(straat.tx, straat.als(), straat.huis[1]).data["wijze"] is None
    ronde.straat(straat.tx, straat.als(), straat.huis[1], "om_en_om")
    assert ronde.straat(straat.tx, straat.als(OMAR), straat.huis[1], "onzin").data["wijze"] == "om_en_om"
    straat.begin()
    assert waar(straat.zeg(1, "later")) == "2"
    ronde.straat(straat.tx, straat.als(), straat.huis[1], "heen_terug")
    assert waar(ronde.verder(straat.tx, straat.als(), straat.huis[2])) == "3", "round to where the odd side goes on"


def test_at_night_goes_who_stood_where_and_what_is_over(straat: Straat) -> None:
    straat.begin()
    straat.zeg(1, "geen_bezoek")
    rondes.ruim_op(straat.tx, straat.wijk, NU + TERMIJN)
    assert straat.tx.scalar(select(func.count()).select_from(t.ronde)) == 0
    assert list(rondes.geen_bezoek(straat.tx, straat.wijk, "Merelweg")) == [straat.id[1]]
    rondes.ruim_op(straat.tx, straat.wijk, NU + TERMIJN + timedelta(days=1))
    assert rondes.geen_bezoek(straat.tx, straat.wijk, "Merelweg") == {}


def test_from_a_conversation_one_goes_on_with_the_round(straat: Straat) -> None:
    straat.begin(deel="oneven")
    klaar = deurgesprek.leg_vast(straat.tx, straat.als(), straat.huis[1], frozenset({2}), "deurgesprek").data
    assert klaar["ronde"]
    assert waar(ronde.verder(straat.tx, straat.als(), straat.huis[1])) == "3"
    assert not deurgesprek.niet_gesproken(straat.tx, straat.als(OMAR), straat.huis[6], "later").data["ronde"]


def test_the_page_of_all_streets_counts_for_each_what_the_chat_counts_for_one(straat: Straat) -> None:
    builders.een_huishouden(straat.tx, straat.wijk, straat="Lindelaan", huisnummer=41, volwassenen=1)
    deurgesprek.leg_vast(straat.tx, straat.als(), straat.huis[3], frozenset({1}), "deurgesprek")
    straat.zeg(1, "niet_thuis")
    straat.zeg(2, ronde.LIEVER_NIET)
    straat.begin(OMAR)
    alle = {een["straat"]: een for een in ronde.straten(straat.tx, straat.als())}
    assert {naam: een["telling"] for naam, een in alle.items()} == {
        naam: ronde.straat(straat.tx, straat.als(), een["huis"]).data["telling"] for naam, een in alle.items()
    }
    een = ronde.adressen(straat.tx, straat.als(), straat.huis[1])
    assert een["telling"] == alle["Merelweg"]["telling"]
    assert {rij["nummer"]: rij["stand"] for rij in een["adressen"]} == {
        "1": "straks",
        "2": "niet",
        "3": "bereikt",
        "4": "te_gaan",
        "5": "te_gaan",
        "6": "te_gaan",
    } | {rij["nummer"]: "bezet" for rij in een["adressen"] if rij["stand"] == "bezet"}
