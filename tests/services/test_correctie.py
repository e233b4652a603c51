"""This is not right: who hears it, whose word decides, and what a correction leaves in the log."""

import json
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from bot.errors import Geweigerd
from bot.services import bewijs, bulkcorrectie, correctie, formulier, mijnbijdrage, rechtzetten, uitslagblad, voorstel
from bot.services.bewijs import Feit
from bot.services.handeling import AANSPREEKPUNT, AMSTERDAM, KERNGROEP, ORGANISATOR
from bot.storage import accounts, peilingen
from bot.storage import tables as t
from bot.storage.stemmers import Kiezer
from handlers.formulier import FORMULIEREN
from tests import builders
from tests.builders import handeling
from tests.services.test_mijnbijdrage import ANNA, BRAM, NOOR, een_buurt, leg_vast

IBRAHIM, FATMA = "ibrahim", "fatma"


@pytest.fixture
def buurt(tx: Connection) -> tuple[int, int]:
    wijk, anna = een_buurt(tx)
    for wie, rol in ((IBRAHIM, ORGANISATOR), (FATMA, AANSPREEKPUNT)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie)
    return wijk, anna


def post(tx: Connection, soort: str) -> dict[str, dict[str, Any]]:
    """Return what waits in the outbox of a kind, by person."""
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account)
    return dict(tx.execute(vraag.where(t.outbox.c.soort == soort, t.outbox.c.staat == "wachtend")).all())


def staat(tx: Connection) -> list[tuple[str, str | None, int | None]]:
    v = t.correctieverzoek.c
    return [(rij[0], rij[1], rij[2]) for rij in tx.execute(select(v.staat, v.tekst, v.bewoner).order_by(v.id))]


def verzoek(tx: Connection) -> str:
    return str(tx.scalar(select(t.correctieverzoek.c.publiek_id).order_by(t.correctieverzoek.c.id.desc())))


def sluit_af(tx: Connection, wijk: int) -> None:
    """Close the process, as far as a correction sees it."""
    uitslagblad.sluit_af(tx, wijk, builders.NU, AMSTERDAM, bytes(32))


def test_what_staff_recorded_reaches_the_aanspreekpunt_who_corrects_it(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    assert correctie.kies(tx, handeling(wijk, ANNA), "niet", een).soort == "correctie.gevraagd"
    assert correctie.kies(tx, handeling(wijk, ANNA), "niet", een).soort == "correctie.loopt", "twice is once"
    gevraagd = post(tx, "correctie.een")
    assert gevraagd.keys() == {FATMA}
    assert ANNA not in json.dumps(gevraagd)
    assert rechtzetten.accepteer(tx, handeling(wijk, FATMA), verzoek(tx)).data["hoe"] == "rechtgezet"
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"] == []
    assert post(tx, "correctie.is_rechtgezet").keys() == {ANNA}
    assert post(tx, "correctie.een") == {}, "what was not sent yet goes no more"
    assert staat(tx) == [("rechtgezet", None, None)]
    blad, record = tx.execute(
        select(t.bewijs.c.blad, t.bewijs_prive.c.record).join(t.bewijs_prive).order_by(t.bewijs.c.id.desc()).limit(1)
    ).one()
    assert json.loads(record)["reden"] == "dit klopt niet: niet"
    assert json.loads(blad)["vervalt"]
    assert json.loads(blad)["door"] == AANSPREEKPUNT
    with pytest.raises(Geweigerd, match=r"correctie\.voorbij"):
        rechtzetten.accepteer(tx, handeling(wijk, FATMA), verzoek(tx))


@pytest.mark.parametrize(("getikt", "elders"), [(7, 0), (8, 1), (None, 1)])
def test_what_who_corrected_it_reads_in_place_of_the_question_stays(
    tx: Connection, buurt: tuple[int, int], getikt: int | None, elders: int
) -> None:
    wijk, anna = buurt
    correctie.kies(tx, handeling(wijk, ANNA), "niet", leg_vast(tx, wijk, anna, "gesprek", door=NOOR))
    gevraagd = update(t.outbox).where(t.outbox.c.soort == "correctie.een")
    tx.execute(gevraagd.values(staat="verzonden", bericht_id=7))
    rechtzetten.accepteer(tx, handeling(wijk, FATMA), verzoek(tx), getikt)
    assert len(post(tx, "correctie.voorbij")) == elders


def test_without_an_aanspreekpunt_it_reaches_the_organisatoren(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    builders.een_account(tx, IBRAHIM)
    builders.een_rol(tx, wijk, ORGANISATOR, IBRAHIM)
    correctie.kies(tx, handeling(wijk, ANNA), "ander", leg_vast(tx, wijk, anna, "gesprek", door=NOOR))
    assert post(tx, "correctie.een").keys() == {IBRAHIM}


@pytest.mark.parametrize("blijft", [True, False])
def test_after_an_answer_the_word_of_the_resident_decides(tx: Connection, buurt: tuple[int, int], blijft: bool) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    assert correctie.kies(tx, handeling(wijk, ANNA), "anders", een).soort == "correctie.typ"
    assert correctie.typ(tx, handeling(wijk, ANNA), "  Dat was   mijn zus. ").soort == "correctie.gevraagd"
    assert post(tx, "correctie.een")[FATMA]["tekst"] == "Dat was mijn zus."
    rechtzetten.antwoord(tx, handeling(wijk, FATMA), verzoek(tx))
    rechtzetten.typ(tx, handeling(wijk, FATMA), "Noor weet zeker dat u het was.")
    assert post(tx, "correctie.antwoord")[ANNA]["antwoord"] == "Noor weet zeker dat u het was."
    assert correctie.vraag(tx, handeling(wijk, ANNA), een).data["antwoord"] is not None
    doe = correctie.blijf_erbij if blijft else correctie.laat_zo
    with pytest.raises(Geweigerd, match=r"correctie\.voorbij"):
        doe(tx, handeling(wijk, BRAM), verzoek(tx))
    doe(tx, handeling(wijk, ANNA), verzoek(tx))
    assert len(mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"]) == (0 if blijft else 1)
    assert staat(tx) == [("rechtgezet" if blijft else "vervallen", None, None)]
    with pytest.raises(Geweigerd, match=r"correctie\.voorbij"):
        doe(tx, handeling(wijk, ANNA), verzoek(tx))


def test_what_one_did_oneself_one_may_always_take_back_with_the_vote_in_an_open_poll(
    tx: Connection, buurt: tuple[int, int]
) -> None:
    wijk, anna = buurt
    peiling = peilingen.zoek(tx, wijk, id=builders.een_peiling(tx, wijk))
    assert peiling is not None
    peilingen.stem(tx, wijk, peiling.id, Kiezer("bewoner", anna), "[0]", b"k" * 16)
    een = leg_vast(tx, wijk, anna, "stem_besluit", onderwerp=peiling.publiek_id)
    assert correctie.neem_terug(tx, handeling(wijk, ANNA), een).soort == "correctie.rechtgezet"
    assert peilingen.tel(tx, peiling.id) == {}
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"] == []
    with pytest.raises(Geweigerd, match=r"bijdrage\.onbekend"):
        correctie.neem_terug(tx, handeling(wijk, ANNA), een)
    door_staf = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    with pytest.raises(Geweigerd, match=r"correctie\.niet_zelf"):
        correctie.neem_terug(tx, handeling(wijk, ANNA), door_staf)


def test_after_an_outcome_was_fixed_a_second_person_confirms_every_correction(
    tx: Connection, buurt: tuple[int, int]
) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "stem_besluit")
    sluit_af(tx, wijk)
    assert correctie.neem_terug(tx, handeling(wijk, ANNA), een).soort == "correctie.gevraagd"
    gevraagd = rechtzetten.accepteer(tx, handeling(wijk, FATMA), verzoek(tx))
    assert gevraagd.soort == "voorstel.gemaakt"
    assert len(mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"]) == 1
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        voorstel.akkoord(tx, handeling(wijk, FATMA), gevraagd.data["id"])
    voorstel.akkoord(tx, handeling(wijk, IBRAHIM), gevraagd.data["id"])
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"] == []
    record = tx.scalar(select(t.bewijs_prive.c.record).order_by(t.bewijs_prive.c.bewijs.desc()).limit(1))
    assert json.loads(record or "{}")["vastlegger"] == builders.pseudoniem(tx, FATMA), "who asked it, recorded it"


def test_whom_it_is_about_is_not_the_second_person(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "stem_besluit")
    sluit_af(tx, wijk)
    correctie.neem_terug(tx, handeling(wijk, ANNA), een)
    builders.een_rol(tx, wijk, KERNGROEP, ANNA)
    gevraagd = rechtzetten.accepteer(tx, handeling(wijk, FATMA), verzoek(tx))
    with pytest.raises(Geweigerd, match=r"correctie\.eigen"):
        voorstel.akkoord(tx, handeling(wijk, ANNA), gevraagd.data["id"])
    assert len(mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"]) == 1


def test_who_was_typing_about_what_fell_meanwhile_can_stop(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    correctie.kies(tx, handeling(wijk, ANNA), "anders", een)
    correctie.stop(tx, handeling(wijk, ANNA), een)
    correctie.kies(tx, handeling(wijk, ANNA), "anders", een)
    gevonden = mijnbijdrage.eigen(tx, handeling(wijk, ANNA), een)[1]
    rechtzetten.zet_recht(tx, handeling(wijk, ANNA), gevonden, "niet", None)
    assert correctie.stop(tx, handeling(wijk, ANNA), een).soort == "bijdrage.lijst"
    with pytest.raises(Geweigerd, match="niets_open"):
        correctie.typ(tx, handeling(wijk, ANNA), "Dat was ik niet.")


def test_who_stays_with_it_after_an_outcome_was_fixed_is_looked_at_again(
    tx: Connection, buurt: tuple[int, int]
) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    sluit_af(tx, wijk)
    correctie.kies(tx, handeling(wijk, ANNA), "niet", een)
    for _ in range(2):
        rechtzetten.antwoord(tx, handeling(wijk, FATMA), verzoek(tx))
        rechtzetten.typ(tx, handeling(wijk, FATMA), "Nee.")
        assert correctie.blijf_erbij(tx, handeling(wijk, ANNA), verzoek(tx)).soort == "correctie.gevraagd"
        assert staat(tx)[0][0] == "open"


def test_nobody_judges_what_they_recorded_or_what_is_about_them(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=FATMA)
    correctie.kies(tx, handeling(wijk, ANNA), "niet", een)
    builders.een_rol(tx, wijk, ORGANISATOR, ANNA)
    fatma = builders.een_bewoner(tx, wijk)
    tx.execute(update(t.account).where(t.account.c.extern_id == FATMA).values(bewoner=fatma))
    builders.een_account(tx, "fatma op haar werk", bewoner=fatma)
    builders.een_rol(tx, wijk, ORGANISATOR, "fatma op haar werk")
    for wie in (FATMA, "fatma op haar werk", ANNA):
        for doe in (rechtzetten.toon, rechtzetten.accepteer, rechtzetten.antwoord):
            with pytest.raises(Geweigerd, match=r"correctie\.eigen"):
                doe(tx, handeling(wijk, wie), verzoek(tx))
    assert rechtzetten.toon(tx, handeling(wijk, IBRAHIM), verzoek(tx)).soort == "correctie.een"


def test_the_wrong_role_and_a_forged_button_are_refused(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    correctie.kies(tx, handeling(wijk, ANNA), "niet", een)
    builders.een_account(tx, "kern")
    builders.een_rol(tx, wijk, KERNGROEP, "kern")
    for wie in (NOOR, "kern", BRAM, "niemand"):
        for doe in (rechtzetten.toon, rechtzetten.accepteer, rechtzetten.antwoord):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                doe(tx, handeling(wijk, wie), verzoek(tx))
        with pytest.raises(Geweigerd, match="rol_nodig"):
            rechtzetten.lijst(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd, match=r"correctie\.voorbij"):
        rechtzetten.accepteer(tx, handeling(wijk, FATMA), "AbCdEfGhIjKlMnOpQrStUv")
    with pytest.raises(Geweigerd, match=r"bijdrage\.onbekend"):
        correctie.kies(tx, handeling(wijk, BRAM), "niet", een)
    assert correctie.kies(tx, handeling(wijk, ANNA), "iets", een).soort == "correctie.loopt"


def test_what_holds_no_more_is_not_in_the_list_and_an_open_form_is_not_thrown_away(
    tx: Connection, buurt: tuple[int, int]
) -> None:
    wijk, anna = buurt
    een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    correctie.kies(tx, handeling(wijk, ANNA), "niet", een)
    assert len(rechtzetten.lijst(tx, handeling(wijk, FATMA)).data["verzoeken"]) == 1
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    bewijs.trek_in(tx, handeling(wijk, NOOR), anna, Feit("gesprek", "p", "deurgesprek", noor))
    assert rechtzetten.lijst(tx, handeling(wijk, FATMA)).data["verzoeken"] == []
    nog_een = leg_vast(tx, wijk, anna, "gesprek", door=NOOR, onderwerp="q")
    formulier.begin(tx, handeling(wijk, IBRAHIM), bulkcorrectie.FORMULIER)
    correctie.kies(tx, handeling(wijk, ANNA), "niet", nog_een)
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        rechtzetten.antwoord(tx, handeling(wijk, IBRAHIM), verzoek(tx))


def test_a_whole_meeting_is_corrected_with_a_reason_and_a_second_person(tx: Connection, buurt: tuple[int, int]) -> None:
    wijk, anna = buurt
    bijeenkomst = builders.een_bijeenkomst(tx, wijk)
    leg_vast(tx, wijk, anna, "aanwezig_vragen", door=NOOR, onderwerp=bijeenkomst.publiek_id)
    fatma = handeling(wijk, FATMA)
    formulier.begin(tx, fatma, bulkcorrectie.FORMULIER)
    formulier.kies(tx, fatma, FORMULIEREN, "bijeenkomst", bijeenkomst.publiek_id)
    gevraagd = formulier.typ(tx, fatma, FORMULIEREN, "De lijst was van een andere avond.")
    assert gevraagd.soort == "voorstel.gemaakt"
    assert len(mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"]) == 1
    voorstel.akkoord(tx, handeling(wijk, IBRAHIM), gevraagd.data["id"])
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"] == []
    record = tx.scalar(select(t.bewijs_prive.c.record).order_by(t.bewijs_prive.c.bewijs.desc()).limit(1))
    assert json.loads(record or "{}")["reden"] == "De lijst was van een andere avond."
    for wie in (NOOR, ANNA):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            formulier.begin(tx, handeling(wijk, wie), bulkcorrectie.FORMULIER)


def test_the_aanspreekpunt_of_one_werkgroep_corrects_no_meeting_of_the_wijk(
    tx: Connection, buurt: tuple[int, int]
) -> None:
    wijk, anna = buurt
    bijeenkomst = builders.een_bijeenkomst(tx, wijk)
    leg_vast(tx, wijk, anna, "aanwezig_vragen", door=NOOR, onderwerp=bijeenkomst.publiek_id)
    builders.een_account(tx, "77")
    builders.een_rol(tx, wijk, "aanspreekpunt", "77", bereik=builders.een_publiek_id())
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        formulier.begin(tx, handeling(wijk, "77"), bulkcorrectie.FORMULIER)
