"""Advice of residents: who records it, the answer with its reason, who hears it; and whom staff go to when stuck."""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap, Toon, vertaal
from berichten.rapport import adviezen as rapportadviezen
from berichten.rapport.pen import Pen
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import advies, adviesantwoord, escalatie, formulier, voorkeur, wekker
from bot.services.handeling import (
    AMSTERDAM,
    BEGELEIDER,
    BEHEERDER,
    KERNGROEP,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
)
from bot.services.stand import lees_stand
from bot.storage import tables as t
from bot.storage import werkgroepen
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling, rapport

IBRAHIM, NOOR, KEES, TRUUS, ANNA, BRAM = "9002", "9001", "9003", "9004", "1", "2"
FORMS = {f.soort: f for f in (advies.FORMULIER, advies.INTREKKEN, adviesantwoord.FORMULIER, escalatie.FORMULIER)}
UITLEG = "Een warmtenet is hier te duur, zegt het onderzoek."


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for rol, wie in ((ORGANISATOR, IBRAHIM), (BEGELEIDER, NOOR), (KERNGROEP, KEES), (TREKKER, TRUUS)):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie)
    for naam in (ANNA, BRAM):
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
    werkgroepen.vul_aan(tx, wijk, [("Techniek", een_publiek_id())])
    return wijk


def vul(tx: Connection, wijk: int, wie: str, *antwoorden: str | tuple[str, str]) -> Boodschap:
    """Answer the open form: a pair is a button, a text is typed; return the last screen."""
    scherm = Boodschap("leeg")
    for antwoord in antwoorden:
        doe = handeling(wijk, wie)
        if isinstance(antwoord, tuple):
            scherm = formulier.kies(tx, doe, FORMS, *antwoord)
        else:
            scherm = formulier.typ(tx, doe, FORMS, antwoord)
    return scherm


def klaar(tx: Connection, wijk: int, wie: str) -> Boodschap:
    return formulier.bevestig(tx, handeling(wijk, wie), FORMS)


def een_advies(tx: Connection, wijk: int, wie: str = KEES, van: str = "kerngroep", aan: str = "college") -> str:
    formulier.begin(tx, handeling(wijk, wie), advies.FORMULIER)
    antwoorden = ("Begin bij de huurders", "Zij wachten al lang.", "30 januari 2027")
    vul(tx, wijk, wie, ("van", van), ("aan", aan), *antwoorden)
    publiek: str = klaar(tx, wijk, wie).data["id"]
    return publiek


def geef_antwoord(tx: Connection, wijk: int, welk: str, oordeel: str, uitleg: str = UITLEG) -> Boodschap:
    adviesantwoord.begin(tx, handeling(wijk, IBRAHIM), welk)
    vul(tx, wijk, IBRAHIM, ("oordeel", oordeel), uitleg)
    return klaar(tx, wijk, IBRAHIM)


def vertel(tx: Connection, wijk: int) -> dict[str, dict[str, Any]]:
    """Let the alarms of answers go off; return what each account got of it."""
    open_ = select(t.wekker.c.id).where(t.wekker.c.soort == adviesantwoord.WEKKER, t.wekker.c.gedaan_op.is_(None))
    for een in tx.scalars(open_).all():
        wekker.doe(tx, wijk, een, NU, AMSTERDAM, Verzending())
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account)
    rijen = tx.execute(vraag.where(t.outbox.c.soort == "advies.antwoord").order_by(t.outbox.c.id))
    return {rij.extern_id: rij.data for rij in rijen}


def test_an_advice_is_open_until_it_is_answered_and_all_residents_hear_the_answer(tx: Connection, wijk: int) -> None:
    welk = een_advies(tx, wijk)
    lijst = advies.lijst(tx, handeling(wijk, ANNA)).data
    assert (lijst["open"], lijst["mag"], lijst["adviezen"][0]["staat"]) == (1, False, "open")
    assert "adviezen" in (lees_stand(tx, handeling(wijk, ANNA)) or {})["ook"]
    scherm = geef_antwoord(tx, wijk, welk, "nee")
    assert scherm.data["staat"] == "nee"
    assert advies.lijst(tx, handeling(wijk, ANNA)).data["open"] == 0
    gekregen = vertel(tx, wijk)
    assert set(gekregen) == {ANNA, BRAM}
    assert gekregen[ANNA]["antwoorden"][-1]["reden"] == UITLEG


@pytest.mark.parametrize("oordeel", ["nee", "deels"])
def test_what_is_not_or_partly_taken_gets_a_reason_that_says_something(tx: Connection, wijk: int, oordeel: str) -> None:
    adviesantwoord.begin(tx, handeling(wijk, IBRAHIM), een_advies(tx, wijk))
    vul(tx, wijk, IBRAHIM, ("oordeel", oordeel))
    for uitleg in ("Nee.", "Kan echt niet", "👎👎"):
        with pytest.raises(Geweigerd):
            vul(tx, wijk, IBRAHIM, uitleg)
    assert formulier.kies(tx, handeling(wijk, IBRAHIM), FORMS, "reden", "").data["veld"] == "reden"  # no way past it
    assert advies.lijst(tx, handeling(wijk, ANNA)).data["open"] == 1


def test_the_report_has_what_waits_first_and_each_answer_with_its_reason(tx: Connection, wijk: int) -> None:
    geef_antwoord(tx, wijk, een_advies(tx, wijk), "nee")
    een_advies(tx, wijk, van="bewoners", aan="gemeenteraad")
    blokken = rapportadviezen.blokken(Pen(Toon(vertaal("nl"), AMSTERDAM, "")), rapport(tx, wijk))
    tekst = " ".join(str(blok["tekst"]) for blok in blokken)
    assert "1 advies wacht nog op antwoord." in tekst
    assert tekst.index("Op dit advies is nog geen antwoord.") < tekst.index(
        f"Niet overgenomen (1 februari 2027). De uitleg: {UITLEG}"
    )


def test_an_advice_that_is_taken_needs_no_explanation(tx: Connection, wijk: int) -> None:
    welk = een_advies(tx, wijk)
    adviesantwoord.begin(tx, handeling(wijk, IBRAHIM), welk)
    vul(tx, wijk, IBRAHIM, ("oordeel", "ja"), ("wat_nu", ""))
    assert klaar(tx, wijk, IBRAHIM).data["antwoorden"][0]["reden"] is None


def test_a_later_answer_holds_and_the_earlier_one_stays_and_is_told_once(tx: Connection, wijk: int) -> None:
    welk = een_advies(tx, wijk)
    geef_antwoord(tx, wijk, welk, "nee")
    scherm = geef_antwoord(tx, wijk, welk, "deels", "Het college doet het nu bij de flats.")
    assert [een["oordeel"] for een in scherm.data["antwoorden"]] == ["nee", "deels"]
    assert vertel(tx, wijk)[ANNA]["staat"] == "deels"  # what was answered before it says nobody anything any more
    assert len(tx.execute(select(t.outbox.c.id).where(t.outbox.c.soort == "advies.antwoord")).all()) == 2


@pytest.mark.parametrize(("aan", "uit"), [("gemeenteraad", "raad"), ("college", "raad"), ("team", "werkgroepen")])
def test_who_does_not_want_to_hear_of_it_gets_no_answer(tx: Connection, wijk: int, aan: str, uit: str) -> None:
    voorkeur.schakel(tx, handeling(wijk, ANNA), uit, "uit")
    geef_antwoord(tx, wijk, een_advies(tx, wijk, aan=aan), "nee")
    assert set(vertel(tx, wijk)) == {BRAM}


def test_a_werkgroep_advises_by_its_name_and_nobody_types_a_name(tx: Connection, wijk: int) -> None:
    techniek = werkgroepen.lijst(tx, wijk, 0)[0].publiek_id
    welk = een_advies(tx, wijk, van=techniek)
    assert advies.toon(tx, handeling(wijk, BRAM), welk).data["werkgroep"] == "Techniek"
    formulier.begin(tx, handeling(wijk, KEES), advies.FORMULIER)
    with pytest.raises(Geweigerd, match=r"formulier\.knop"):
        vul(tx, wijk, KEES, "Mevrouw Jansen")


def test_kerngroep_and_staff_record_and_only_the_organisator_answers(tx: Connection, wijk: int) -> None:
    welk = een_advies(tx, wijk)
    for wie, rol in (("70", STRAATCONTACT), ("71", BEHEERDER), (TRUUS, TREKKER), (ANNA, None)):
        if wie.startswith("7"):
            een_account(tx, wie)
            een_rol(tx, wijk, str(rol), wie)
        with pytest.raises(Geweigerd):
            formulier.begin(tx, handeling(wijk, wie), advies.FORMULIER)
    for wie in (KEES, NOOR, TRUUS, ANNA):
        for doe in (adviesantwoord.begin, advies.begin_intrekken):
            with pytest.raises(Geweigerd):
                doe(tx, handeling(wijk, wie), welk)
    for wie in (KEES, NOOR, IBRAHIM):
        een_advies(tx, wijk, wie)
    assert advies.lijst(tx, handeling(wijk, ANNA)).data["open"] == 4


def test_one_that_was_withdrawn_stays_with_its_reason_and_gets_no_answer(tx: Connection, wijk: int) -> None:
    welk, buren = een_advies(tx, wijk), een_wijk(tx, "Elders")
    advies.begin_intrekken(tx, handeling(wijk, IBRAHIM), welk)
    vul(tx, wijk, IBRAHIM, "Dubbel ingevoerd")
    klaar(tx, wijk, IBRAHIM)
    lijst = advies.lijst(tx, handeling(wijk, ANNA)).data
    assert (lijst["open"], lijst["adviezen"][0]["reden"]) == (0, "Dubbel ingevoerd")
    with pytest.raises(Geweigerd, match=r"advies\.ingetrokken"):
        adviesantwoord.begin(tx, handeling(wijk, IBRAHIM), welk)
    een_rol(tx, buren, ORGANISATOR, IBRAHIM)
    with pytest.raises(Geweigerd, match=r"advies\.onbekend"):
        advies.toon(tx, handeling(buren, IBRAHIM), welk)


def test_the_steps_when_stuck_stand_by_their_days_for_who_has_a_role(tx: Connection, wijk: int) -> None:
    for wie, dagen in (("de wethouder", "14"), ("de trekker", "0"), ("het gemeentelijk aanspreekpunt", "5")):
        escalatie.begin(tx, handeling(wijk, IBRAHIM))
        scherm = vul(tx, wijk, IBRAHIM, wie, ("bereik", ""), dagen)
    gezien = escalatie.toon(tx, handeling(wijk, TRUUS)).data
    assert [stap[0] for stap in gezien["stappen"]] == ["de trekker", "het gemeentelijk aanspreekpunt", "de wethouder"]
    assert (gezien["weg"], gezien["mag"]) == ([], False)
    weg = scherm.data["weg"][0][0]
    for _ in range(2):  # the second tap finds it gone
        assert len(escalatie.haal_weg(tx, handeling(wijk, IBRAHIM), weg).data["stappen"]) == 2
    for wie, doe in ((ANNA, escalatie.toon), (TRUUS, escalatie.begin)):
        with pytest.raises(Geweigerd):
            doe(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd):
        escalatie.haal_weg(tx, handeling(wijk, TRUUS), weg)
