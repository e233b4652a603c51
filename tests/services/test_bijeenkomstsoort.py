"""Kinds of meeting: what the form does not ask because the kind says it, and what holds whatever was filled in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.services import aanmelding, bijeenkomst, deur, formulier, inchecken, plannen, wijziging
from bot.services.handeling import BEGELEIDER
from bot.storage import aanmeldingen, accounts, bijeenkomsten, werkgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_bijeenkomst, een_wijk, handeling

NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)  # at eight, here
NOOR, ANNA, BRAM = "9001", "1", "2"
ALLE = {"bijeenkomst": plannen.FORMULIER, "wijziging": wijziging.WIJZIGING}
LINK = "https://meet.example.nl/wijk"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    werkgroepen.vul_aan(tx, wijk, [("Techniek", "t" * 22)])
    for wie in (ANNA, BRAM):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    return wijk


def vul_in(tx: Connection, wijk: int, soort: str, *antwoorden: tuple[str, str]) -> dict[str, Any]:
    """Answer what is asked until the preview: each answer as (question, answer); return what the preview shows."""
    doet = handeling(wijk, NOOR, now=NU)
    formulier.begin(tx, doet, plannen.FORMULIER)
    stap = formulier.kies(tx, doet, ALLE, "soort", soort)
    for vraag, antwoord in (("titel", "Koken"), ("begin", "10 februari 20:00"), *antwoorden):
        assert stap.data["veld"] == vraag
        if stap.data["keuzes"] or stap.data["gehaald"] or not antwoord:
            stap = formulier.kies(tx, doet, ALLE, vraag, antwoord)
        else:
            stap = formulier.typ(tx, doet, ALLE, antwoord)
    assert stap.soort == "bijeenkomst.voorbeeld"
    return stap.data


def plaats(tx: Connection, wijk: int) -> str:
    return str(formulier.bevestig(tx, handeling(wijk, NOOR, now=NU), ALLE).data["id"])


HIER = ("plaats", "Buurthuis")


@pytest.mark.parametrize(
    ("soort", "antwoorden", "vragen", "eind"),
    [
        ("energiecafe", [HIER], True, "21:00"),
        ("informatieavond", [HIER], True, "21:00"),
        ("warmtewandeling", [HIER, ("voor", "wijk"), ("capaciteit", "20")], False, "20:30"),
        ("dakdaten", [HIER, ("voor", "wijk"), ("capaciteit", "")], False, "20:30"),
        ("workshop", [HIER, ("voor", "wijk"), ("capaciteit", "20")], False, "21:00"),
        ("huizendag", [HIER], False, "23:00"),
        ("werkgroepoverleg", [HIER, ("welke", "t" * 22)], False, "21:00"),
        ("dorpsberaad", [HIER], True, "21:00"),
        ("raadsvergadering", [HIER], False, None),
        ("webinar", [("link", LINK)], True, "20:00"),
        ("viering", [HIER], False, "22:00"),
    ],
)
def test_a_kind_says_what_the_form_does_not_ask(
    tx: Connection, wijk: int, soort: str, antwoorden: list[tuple[str, str]], vragen: bool, eind: str | None
) -> None:
    gezien = vul_in(tx, wijk, soort, *antwoorden)
    assert gezien["vragen"] == vragen
    assert (gezien["eind"] and gezien["eind"][11:16]) == eind
    assert gezien["plaats"] == ("Online" if soort == "webinar" else "Buurthuis")
    bij = bijeenkomsten.zoek(tx, wijk, publiek_id=plaats(tx, wijk))
    assert bij is not None
    assert (bij.ruimte_voor_vragen, bij.doelgroep) == (vragen, "werkgroep" if soort == "werkgroepoverleg" else "wijk")
    gezet = set(tx.scalars(select(t.wekker.c.soort).where(t.wekker.c.onderwerp == bij.id)))
    assert {s for s in gezet if s.startswith("herinnering_")} == set(SOORTEN[soort].herinneringen)


def test_the_organiser_may_choose_otherwise(tx: Connection, wijk: int) -> None:
    vul_in(tx, wijk, "energiecafe", HIER)
    doet = handeling(wijk, NOOR, now=NU)
    for veld, keuzes in (("vragen", ["nee"]), ("voor", ["werkgroep", "t" * 22])):
        formulier.vraag_extra(tx, doet, ALLE, veld)
        for naam, keuze in zip((veld, "welke"), keuzes, strict=False):
            stap = formulier.kies(tx, doet, ALLE, naam, keuze)
            if stap.data.get("veld") == "welke":  # going back halfway leaves it as it was
                assert formulier.terug(tx, doet, ALLE).data["voor"] == ["wijk", ""]
                formulier.vraag_extra(tx, doet, ALLE, "welke")
    formulier.vraag_extra(tx, doet, ALLE, "eind")
    formulier.kies(tx, doet, ALLE, "eind", "")
    bij = bijeenkomsten.zoek(tx, wijk, publiek_id=plaats(tx, wijk))
    assert bij is not None
    assert (bij.ruimte_voor_vragen, bij.doelgroep, bij.doelgroep_bereik, bij.eind) == (
        False,
        "werkgroep",
        "t" * 22,
        None,
    )


@pytest.mark.parametrize("soort", ["raadsvergadering", "viering"])
def test_what_is_no_information_meeting_never_informs_whatever_a_phone_sends(
    tx: Connection, wijk: int, soort: str
) -> None:
    assert "vragen" not in vul_in(tx, wijk, soort, HIER)["extra"]
    doet = handeling(wijk, NOOR, now=NU)
    formulier.vraag_extra(tx, doet, ALLE, "vragen")
    formulier.kies(tx, doet, ALLE, "vragen", "ja")
    bij = bijeenkomsten.zoek(tx, wijk, publiek_id=plaats(tx, wijk))
    assert bij is not None
    assert not bij.ruimte_voor_vragen


def test_a_meeting_of_the_council_has_no_door(tx: Connection, wijk: int) -> None:
    raad = een_bijeenkomst(tx, wijk, soort="raadsvergadering", ruimte_voor_vragen=False, begin=BEGIN)
    toen = handeling(wijk, NOOR, now=BEGIN)
    assert bijeenkomst.toon(tx, toen, raad.publiek_id).data["deur"] is False
    with pytest.raises(Geweigerd, match="onbekend"):
        deur.toon(tx, toen, raad.publiek_id, 1)
    with pytest.raises(Geweigerd, match="geen_open"):
        inchecken.met_code(tx, handeling(wijk, ANNA, now=BEGIN), "123456")


def test_a_celebration_that_was_planned_with_questions_stays_as_it_was(tx: Connection, wijk: int) -> None:
    viering = een_bijeenkomst(tx, wijk, soort="viering", begin=BEGIN)
    assert bijeenkomst.toon(tx, handeling(wijk, ANNA, now=NU), viering.publiek_id).data["vragen"] is True
    assert deur.toon(tx, handeling(wijk, NOOR, now=BEGIN), viering.publiek_id, 1).soort.startswith("deur")


def test_the_link_of_a_webinar_is_for_who_signed_up_and_shortly_before(tx: Connection, wijk: int) -> None:
    vul_in(tx, wijk, "webinar", ("link", LINK))
    publiek_id = plaats(tx, wijk)
    aanmelding.meld_aan(tx, handeling(wijk, ANNA, now=NU), publiek_id, "ja")

    def ziet(wie: str, nog: timedelta) -> str | None:
        return bijeenkomst.toon(tx, handeling(wijk, wie, now=BEGIN - nog), publiek_id).data.get("link")

    assert ziet(ANNA, timedelta(hours=3)) is None
    assert ziet(ANNA, timedelta(hours=2)) == LINK
    assert ziet(NOOR, timedelta(hours=2)) == LINK
    assert ziet(BRAM, timedelta(hours=1)) is None
    aanmelding.meld_aan(tx, handeling(wijk, BRAM, now=BEGIN - timedelta(minutes=5)), publiek_id, "misschien")
    assert ziet(BRAM, -timedelta(minutes=5)) == LINK
    aanmelding.meld_aan(tx, handeling(wijk, ANNA, now=BEGIN - timedelta(minutes=4)), publiek_id, "nee")
    assert ziet(ANNA, -timedelta(minutes=5)) is None
    assert ziet(BRAM, -timedelta(days=1)) is None


def test_another_link_is_told_without_the_link_itself(tx: Connection, wijk: int) -> None:
    vul_in(tx, wijk, "webinar", ("link", ""))
    publiek_id = plaats(tx, wijk)
    doet = handeling(wijk, NOOR, now=NU)
    assert "plaats" not in wijziging.begin(tx, doet, publiek_id).data["extra"]
    formulier.vraag_extra(tx, doet, ALLE, "link")
    formulier.typ(tx, doet, ALLE, LINK)
    formulier.bevestig(tx, doet, ALLE)
    velden = tx.scalars(select(t.bijeenkomst_wijziging.c.data)).one()["velden"]
    assert velden == [["link", None, True]]
    bij = bijeenkomsten.zoek(tx, wijk, publiek_id=publiek_id)
    assert bij is not None
    assert bij.link == LINK
    assert aanmeldingen.tel(tx, bij.id)["ja"] == 0
