"""Offers per type of home: making them, saying yes in chat, on paper and by e-form, taking it back, and the counts."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, insert, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.drempels.intekening import Intekening
from bot.rules.inhoud import Inhoud
from bot.rules.spelregels import Spelregels
from bot.services import (
    aanbod,
    aanbodherinnering,
    aanbodpapier,
    eformulier,
    formulier,
    intekening,
    stukken,
    voorstel,
    wekker,
)
from bot.services import bewoner as bewoner_service
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.services.stand import bereken_stand
from bot.storage import aanbiedingen, accounts, huishoudens, intekeningen, verhuizingen
from bot.storage import tables as t
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_huishouden,
    een_inhoud,
    een_publiek_id,
    een_wijk,
    handeling,
    tellingen,
)

IBRAHIM, NOOR = "9002", "9001"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"
FORMS = {f.soort: f for f in (aanbod.FORMULIER, aanbodpapier.PAPIER)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    spreek_af(tx, wijk, Intekening(2))
    return wijk


def spreek_af(tx: Connection, wijk: int, drempel: Intekening, versie: int = 1) -> None:
    regels = replace(Spelregels(), versie=versie, drempels=(drempel,))
    rij = {"wijk": wijk, "versie": versie, "inhoud": regels.canoniek(), "uit_instellingen": False}
    tx.execute(insert(t.spelregels).values(vastgesteld_op=NU, **rij))
    tx.execute(update(t.wijk).where(t.wijk.c.id == wijk).values(spelregels_versie=versie))


def een_huis(
    tx: Connection, wijk: int, woningtype: str | None = None, eigendom: str | None = "koop", **velden: Any
) -> int:
    huis = een_huishouden(tx, wijk, volwassenen=2, **velden).id
    tx.execute(update(t.huishouden).where(t.huishouden.c.id == huis).values(woningtype=woningtype, eigendom=eigendom))
    return huis


def woont(tx: Connection, wijk: int, extern_id: str, huis: int) -> str:
    een_account(tx, extern_id, bewoner=een_bewoner(tx, wijk, huis))
    return extern_id


def vul(tx: Connection, wijk: int, *antwoorden: Any, wie: str = NOOR, now: datetime = NU) -> Boodschap:
    """Answer the open form: a pair is a button, a text is typed, bytes are a document; return the last screen."""
    scherm = Boodschap("leeg")
    for antwoord in antwoorden:
        doe = handeling(wijk, wie, now=now)
        if isinstance(antwoord, tuple):
            scherm = formulier.kies(tx, doe, FORMS, *antwoord)
        elif isinstance(antwoord, bytes):
            pdf: Inhoud = een_inhoud("document", file_id="BQAC1", naam="offerte.pdf")
            scherm = formulier.stuur(tx, doe, FORMS, pdf, antwoord)
        else:
            scherm = formulier.typ(tx, doe, FORMS, antwoord)
    return scherm


def ja(tx: Connection, wijk: int, wie: str = IBRAHIM, now: datetime = NU) -> Boodschap:
    welke = tx.scalars(select(t.voorstel.c.publiek_id).order_by(t.voorstel.c.id.desc())).first()
    assert welke is not None
    with tx.begin_nested():  # a refusal undoes all of it
        return voorstel.akkoord(tx, handeling(wijk, wie, now=now), welke)


def vul_in(
    tx: Connection, wijk: int, wat: str, titel: str, *woningen: str, bindend: str = "nee", wie: str = "iedereen"
) -> Boodschap:
    aanbod.begin(tx, handeling(wijk, NOOR))
    vul(tx, wijk, ("wat", wat))
    if aanbiedingen.woningtypen(tx, wijk):
        vul(tx, wijk, *(("woning", een) for een in woningen), ("woning", ""))
    if wat == "interesse":
        vul(tx, wijk, ("wie", wie))
    vul(tx, wijk, titel, "Een leiding", "4.000 tot 6.000", "200-400", "Het werk duurt twee dagen.", "Stopt in 2035")
    if wat != "interesse":
        vul(tx, wijk, ("bindend", bindend), "U betaalt dan de aanleg.", ("bedenktijd", "14"))
    return vul(tx, wijk, "9 februari 20:00", PDF if bindend == "ja" else ("stuk", ""))


def bied(tx: Connection, wijk: int, wat: str, titel: str, *woningen: str, **hoe: str) -> str:
    vul_in(tx, wijk, wat, titel, *woningen, **hoe)
    formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)
    ja(tx, wijk)
    return aanbiedingen.staande(tx, wijk)[-1].publiek_id


def zeg_ja(tx: Connection, wijk: int, wie: str, welk: str, now: datetime = NU) -> Boodschap:
    return intekening.teken_in(tx, handeling(wijk, wie, now=now), welk, zeker=True)


def stand(tx: Connection, wijk: int, *, met_staf: bool = True) -> tuple[str, int]:
    (drempel,) = bereken_stand(tx, wijk, met_staf=met_staf).drempels
    return drempel.verdict, drempel.teller


def test_an_offer_says_all_that_matters_and_two_people_see_it_first(tx: Connection, wijk: int) -> None:
    een_huis(tx, wijk, "rijwoning")
    een_huis(tx, wijk, "flat")
    voorbeeld = vul_in(tx, wijk, "inschrijving", "Isolatie", "rijwoning", bindend="ja")
    assert voorbeeld.soort == "aanbod.voorbeeld"
    vraag = formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)
    assert not aanbiedingen.alle(tx, wijk)
    gelezen = voorstel.lees(tx, handeling(wijk, IBRAHIM), vraag.data["id"])
    assert [een.soort for een in gelezen] == ["aanbod.lezen", "stuk", "voorstel.een"]
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        ja(tx, wijk, NOOR)
    ja(tx, wijk)

    (een,) = aanbiedingen.alle(tx, wijk)
    assert (een.woningtypen, een.wie, een.kosten_van, een.kosten_tot) == (("rijwoning",), "eigenaren", 4000, 6000)
    assert (een.opbrengst_van, een.opbrengst_tot, een.bedenktijd, een.bindend) == (200, 400, 14, True)
    assert een.stuk
    assert stukken.stuur(tx, handeling(wijk, NOOR), een.stuk).data["naam"] == "offerte.pdf"


def test_what_cannot_be_offered_is_refused_with_the_form_still_open(tx: Connection, wijk: int) -> None:
    een_huis(tx, wijk, "rijwoning")
    een_huis(tx, wijk, "flat")
    bied(tx, wijk, "inschrijving", "Isolatie", "rijwoning")
    for titel, woningen, bindend, waarom in (
        ("isolatie", ("flat",), "nee", "zelfde_titel"),
        ("Anders", (), "nee", "overlapt"),
        ("Anders", ("flat", "rijwoning"), "nee", "overlapt"),
    ):
        vul_in(tx, wijk, "inschrijving", titel, *woningen, bindend=bindend)
        with pytest.raises(Geweigerd, match=rf"aanbod\.{waarom}"):
            formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)
    vul_in(tx, wijk, "inschrijving", "Zonder stuk", "flat", bindend="ja")
    formulier.terug(tx, handeling(wijk, NOOR), FORMS)
    vul(tx, wijk, ("stuk", ""))
    with pytest.raises(Geweigerd, match=r"aanbod\.stuk_nodig"):
        formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)
    aanbod.begin(tx, handeling(wijk, NOOR))
    vul(tx, wijk, ("wat", "interesse"), ("woning", ""), ("wie", "iedereen"), "Titel", "Werk")
    with pytest.raises(Geweigerd, match=r"aanbod\.bedragen"):
        vul(tx, wijk, "ongeveer duizend")
    for doe in (aanbod.begin, eformulier.wacht):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, handeling(wijk, "404"))


def test_who_sees_which_offer_follows_from_the_home(tx: Connection, wijk: int) -> None:
    rij, flat, vreemd = (een_huis(tx, wijk, soort) for soort in ("rijwoning", "flat", None))
    anna, bram, daan = (woont(tx, wijk, *wie) for wie in (("1", rij), ("2", flat), ("3", vreemd)))
    assert intekening.lijst(tx, handeling(wijk, anna)).data == {"aanbiedingen": [], "beheer": False}
    voor_rij = bied(tx, wijk, "inschrijving", "Rijtjes", "rijwoning")
    voor_flat = bied(tx, wijk, "inschrijving", "Flats", "flat")
    assert intekening.lijst(tx, handeling(wijk, anna)).data["id"] == voor_rij
    assert intekening.lijst(tx, handeling(wijk, bram)).data["id"] == voor_flat
    for wie in (daan, NOOR):
        zien = intekening.lijst(tx, handeling(wijk, wie)).data["aanbiedingen"]
        assert [een["id"] for een in zien] == [voor_flat, voor_rij]
    with pytest.raises(Geweigerd, match=r"intekening\.ander_huis"):
        zeg_ja(tx, wijk, anna, voor_flat)
    zeg_ja(tx, wijk, daan, voor_rij)
    with pytest.raises(Geweigerd, match=r"intekening\.ander_aanbod"):  # one home, one offer of a kind
        zeg_ja(tx, wijk, daan, voor_flat)


def test_a_tenant_shows_interest_and_commits_nobody(tx: Connection, wijk: int) -> None:
    huur, koop, onbekend = (een_huis(tx, wijk, eigendom=eigendom) for eigendom in ("huur", "koop", None))
    huurder, eigenaar, wie_weet = (woont(tx, wijk, *w) for w in (("1", huur), ("2", koop), ("3", onbekend)))
    interesse = bied(tx, wijk, "interesse", "Meer weten")
    verklaring = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    assert zeg_ja(tx, wijk, huurder, interesse).soort == "intekening.klaar"
    with pytest.raises(Geweigerd, match=r"intekening\.huurder_lijst"):
        zeg_ja(tx, wijk, huurder, verklaring)
    assert zeg_ja(tx, wijk, eigenaar, verklaring).soort == "intekening.klaar"

    assert zeg_ja(tx, wijk, wie_weet, verklaring).soort == "intekening.eigenaar"
    doe = handeling(wijk, wie_weet)
    assert intekening.zeg_eigendom(tx, doe, verklaring, "huurder").data["mag"] == "huurder_zelf"
    with pytest.raises(Geweigerd, match=r"intekening\.huurder_zelf"):
        zeg_ja(tx, wijk, wie_weet, verklaring)
    assert intekening.zeg_eigendom(tx, doe, verklaring, "eigenaar").soort == "intekening.zeker"
    zeg_ja(tx, wijk, wie_weet, verklaring)
    assert stand(tx, wijk) == ("gehaald", 2), "interest is no commitment"
    with pytest.raises(Geweigerd, match="geen_aanbod"):
        intekening.zeg_eigendom(tx, doe, verklaring, "baas")
    # who says of a rented home that they own it changes nothing
    with pytest.raises(Geweigerd, match=r"intekening\.huurder_lijst"):
        intekening.zeg_eigendom(tx, handeling(wijk, huurder), verklaring, "eigenaar")


def test_an_address_says_yes_once_and_who_said_it_takes_it_back(tx: Connection, wijk: int) -> None:
    huis = een_huis(tx, wijk)
    anna, bram = (woont(tx, wijk, wie, huis) for wie in "12")
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    zeker = intekening.teken_in(tx, handeling(wijk, anna), welk, zeker=False)
    assert (zeker.soort, zeker.data["tot"]) == ("intekening.zeker", "2027-02-15")
    assert tx.scalar(select(func.count()).select_from(t.intekening)) == 0
    assert zeg_ja(tx, wijk, anna, welk).data["tot"] == "2027-02-15"
    assert zeg_ja(tx, wijk, anna, welk).data["staat"]["hoe"] == "zelf"
    gezien = zeg_ja(tx, wijk, bram, welk).data["staat"]
    assert gezien == {"hoe": "ander", "dag": "2027-02-01", "tot": None}
    assert stand(tx, wijk) == ("niet_gehaald", 1)
    for wie, titels in ((anna, [["deelnameverklaring", "Meedoen"]]), (bram, [])):
        assert bewoner_service.mijn_gegevens(tx, handeling(wijk, wie)).data["aanbod"] == titels

    with pytest.raises(Geweigerd, match=r"intekening\.van_ander"):
        intekening.teken_af(tx, handeling(wijk, bram), welk, zeker=True)
    assert intekening.teken_af(tx, handeling(wijk, anna), welk, zeker=False).soort == "intekening.weg"
    for _ in range(2):
        assert intekening.teken_af(tx, handeling(wijk, anna), welk, zeker=True).data["staat"] is None
    assert stand(tx, wijk) == ("niet_gehaald", 0)
    zeg_ja(tx, wijk, bram, welk)
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == 0, "what someone chose stands in no evidence"


@pytest.mark.parametrize(("dagen", "kan"), [(0, True), (9, True), (14, True), (15, False)])
def test_the_term_goes_on_after_closing_and_ends_with_its_day(tx: Connection, wijk: int, dagen: int, kan: bool) -> None:
    anna = woont(tx, wijk, "1", een_huis(tx, wijk))
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    zeg_ja(tx, wijk, anna, welk)
    later = handeling(wijk, anna, now=NU + timedelta(days=dagen))
    assert (intekening.toon(tx, later, welk).data["staat"]["tot"] is not None) is kan
    if kan:
        intekening.teken_af(tx, later, welk, zeker=True)
    else:
        with pytest.raises(Geweigerd, match=r"intekening\.te_laat"):
            intekening.teken_af(tx, later, welk, zeker=True)
    assert stand(tx, wijk)[1] == (0 if kan else 1)
    if dagen >= 9:
        with pytest.raises(Geweigerd, match=r"intekening\.geen_aanbod"):
            zeg_ja(tx, wijk, woont(tx, wijk, "2", een_huis(tx, wijk)), welk, later.now)


def test_a_forged_offer_and_the_wrong_person_do_nothing(tx: Connection, wijk: int) -> None:
    anna = woont(tx, wijk, "1", een_huis(tx, wijk))
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    for vals in (een_publiek_id(), "", welk[:-1]):
        for doe in (intekening.teken_in, intekening.teken_af):
            with pytest.raises(Geweigerd, match=r"intekening\.geen_aanbod"):
                doe(tx, handeling(wijk, anna), vals, zeker=True)
    for niemand in (NOOR, "404"):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            zeg_ja(tx, wijk, niemand, welk)
    for service in (aanbodpapier.begin, lambda tx, h, w: aanbod.vraag_intrekken(tx, h, w, zeker=True)):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            service(tx, handeling(wijk, anna), welk)


def test_an_offer_that_two_withdraw_counts_for_nobody_and_makes_room(tx: Connection, wijk: int) -> None:
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    for wie in "12":
        zeg_ja(tx, wijk, woont(tx, wijk, wie, een_huis(tx, wijk)), welk)
    assert aanbod.vraag_intrekken(tx, handeling(wijk, NOOR), welk, zeker=False).soort == "aanbod.zeker"
    aanbod.vraag_intrekken(tx, handeling(wijk, NOOR), welk, zeker=True)
    assert stand(tx, wijk) == ("gehaald", 2)
    ja(tx, wijk)
    assert stand(tx, wijk) == ("niet_gehaald", 0)
    assert bied(tx, wijk, "deelnameverklaring", "Meedoen") != welk


def op_papier(tx: Connection, wijk: int, welk: str, doet: str, adres: str, dag: str | None = None) -> Boodschap:
    aanbodpapier.begin(tx, handeling(wijk, NOOR), welk)
    scherm = vul(tx, wijk, ("doet", doet), adres)
    if doet == "erbij":
        scherm = vul(tx, wijk, dag or ("dag", "vandaag"))
    return scherm


def test_who_has_no_phone_counts_as_much_after_a_second_yes(tx: Connection, wijk: int) -> None:
    huis = een_huis(tx, wijk, straat="Lindelaan", huisnummer=12)
    een_huis(tx, wijk, straat="Lindelaan", huisnummer=14)
    een_huis(tx, wijk, eigendom="huur", straat="Lindelaan", huisnummer=16)
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    for adres in ("Lindelaan 12", "lindelaan 14"):
        assert op_papier(tx, wijk, welk, "erbij", adres).soort == "voorstel.gemaakt"
        ja(tx, wijk)
    assert (stand(tx, wijk), stand(tx, wijk, met_staf=False)) == (("gehaald", 2), ("niet_gehaald", 0))
    anna = woont(tx, wijk, "1", huis)
    assert intekening.toon(tx, handeling(wijk, anna), welk).data["staat"]["hoe"] == "papier"
    with pytest.raises(Geweigerd, match=r"intekening\.via_papier"):
        intekening.teken_af(tx, handeling(wijk, anna), welk, zeker=True)
    for adres, dag, waarom in (
        ("Lindelaan 12", None, r"intekening\.al_getekend"),
        ("Lindelaan 16", None, r"aanbodpapier\.huur"),
        ("Lindelaan 404", None, "huishouden"),
        ("Lindelaan 14", "2 februari 2027", r"aanbodpapier\.dag"),  # still to come
        ("Lindelaan 14", "31 januari 2027", r"aanbodpapier\.dag"),  # before there was an offer
    ):
        with pytest.raises(Geweigerd, match=waarom):
            op_papier(tx, wijk, welk, "erbij", adres, dag)
    op_papier(tx, wijk, welk, "eraf", "Lindelaan 12")
    ja(tx, wijk)
    assert stand(tx, wijk) == ("niet_gehaald", 1)
    with pytest.raises(Geweigerd, match=r"intekening\.niet_op_papier"):
        op_papier(tx, wijk, welk, "eraf", "Lindelaan 12")


def bestand(*regels: str) -> bytes:
    return "\n".join(["postcode;huisnummer;toevoeging;datum;aanbod", *regels]).encode()


def stuur(tx: Connection, wijk: int, *regels: str, now: datetime = NU) -> Boodschap:
    eformulier.wacht(tx, handeling(wijk, NOOR, now=now))
    return eformulier.neem(tx, handeling(wijk, NOOR, now=now), bestand(*regels))


def test_the_e_form_counts_after_a_second_yes_and_the_same_file_twice_is_once(tx: Connection, wijk: int) -> None:
    huizen = {n: een_huis(tx, wijk, huisnummer=n) for n in (101, 102, 103)}
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    zeg_ja(tx, wijk, woont(tx, wijk, "1", huizen[103]), welk)
    regels = [f"3511AB;{n};;2027-02-01;meedoen" for n in (101, 102, 103)] + [f"3511 ab;101;;1-2-2027;{welk}"]
    gemaakt = stuur(tx, wijk, *regels)
    assert gemaakt.data["velden"] == {"aantal": 2, "bekend": 2}
    assert stand(tx, wijk) == ("niet_gehaald", 1)
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        ja(tx, wijk, NOOR)
    ja(tx, wijk)
    assert (stand(tx, wijk), stand(tx, wijk, met_staf=False)) == (("gehaald", 3), ("niet_gehaald", 1))
    assert stuur(tx, wijk, *regels).soort == "eformulier.niets"

    anna = woont(tx, wijk, "2", huizen[101])
    assert intekening.toon(tx, handeling(wijk, anna), welk).data["staat"]["hoe"] == "eformulier"
    op_papier(tx, wijk, welk, "eraf", "Merelweg 101")
    ja(tx, wijk)
    verhuizingen.beeindig(tx, wijk, [s for s in huishoudens.sleutels(tx, wijk) if "|102|" in s], NU)
    assert stand(tx, wijk) == ("niet_gehaald", 1)
    assert stuur(tx, wijk, *regels).soort == "eformulier.niets", "taken back, and moved: the old file changes nothing"
    later = NU + timedelta(days=1)
    stuur(tx, wijk, "3511AB;101;;2027-02-02;Meedoen", now=later)
    ja(tx, wijk, now=later)
    assert stand(tx, wijk) == ("gehaald", 2), "but a new yes is one"


def test_of_a_file_with_a_mistake_nothing_is_written_and_each_is_named_by_its_line(tx: Connection, wijk: int) -> None:
    een_huis(tx, wijk, "flat", huisnummer=201)
    een_huis(tx, wijk, "rijwoning", eigendom="huur", huisnummer=202)
    een_huis(tx, wijk, "rijwoning", huisnummer=203)
    bied(tx, wijk, "deelnameverklaring", "Meedoen", "rijwoning")
    fout = stuur(
        tx,
        wijk,
        "3511AB;203;;2027-02-01;Meedoen",
        "3511AB;999;;2027-02-01;Meedoen",
        "3511AB;203;;2027-02-01;Iets anders",
        "3511AB;203;;2027-02-02;Meedoen",
        "3511AB;201;;2027-02-01;Meedoen",
        "3511AB;202;;2027-02-01;Meedoen",
    )
    assert fout.soort == "eformulier.fouten"
    assert [tuple(een) for een in fout.data["fouten"]] == [
        (3, "onbekend_adres", "3511AB 999"),
        (4, "onbekend_aanbod", "Iets anders"),
        (5, "dag", "2027-02-02"),
        (6, "ander_huis", "3511AB 201"),
        (7, "huur", "3511AB 202"),
    ]
    assert tx.scalar(select(func.count()).select_from(t.voorstel).where(t.voorstel.c.soort == "eformulier")) == 0
    with pytest.raises(Geweigerd, match=r"eformulier\.geen_bestand"):
        eformulier.neem(tx, handeling(wijk, NOOR), None)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        eformulier.neem(tx, handeling(wijk, "404"), bestand())
    with pytest.raises(Geweigerd, match="rol_nodig"):
        eformulier.bied_aan(tx, handeling(wijk, "404"), bestand())
    assert len(eformulier.bied_aan(tx, handeling(wijk, NOOR), bestand("3511AB;203;;2027-02-01;Meedoen")).rijen) == 1


def test_who_said_yes_while_the_second_person_waited_is_counted_once(tx: Connection, wijk: int) -> None:
    huizen = [een_huis(tx, wijk, huisnummer=n) for n in (301, 302)]
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    stuur(tx, wijk, *(f"3511AB;{n};;2027-02-01;Meedoen" for n in (301, 302)))
    zeg_ja(tx, wijk, woont(tx, wijk, "1", huizen[0]), welk)
    verhuizingen.beeindig(tx, wijk, [s for s in huishoudens.sleutels(tx, wijk) if "|302|" in s], NU)
    ja(tx, wijk)
    assert stand(tx, wijk) == ("niet_gehaald", 1)


def test_the_spelregels_say_which_homes_count_and_out_of_how_many(tx: Connection, wijk: int) -> None:
    rij, flat, vreemd = (een_huis(tx, wijk, soort) for soort in ("rijwoning", "flat", None))
    welk = {soort: bied(tx, wijk, "inschrijving", soort, soort) for soort in ("rijwoning", "flat")}
    for wie, huis, soort in (("1", rij, "rijwoning"), ("2", flat, "flat"), ("3", vreemd, "rijwoning")):
        zeg_ja(tx, wijk, woont(tx, wijk, wie, huis), welk[soort])
    for versie, drempel, verwacht in (
        (2, Intekening(2, "inschrijving", woningtypen=("rijwoning",)), ("onbeslist", 1)),
        (3, Intekening(2, "inschrijving", woningtypen=("rijwoning", "flat")), ("gehaald", 2)),
        (4, Intekening(3, "inschrijving"), ("gehaald", 3)),
        (5, Intekening(1, "deelnameverklaring"), ("niet_gehaald", 0)),
    ):
        spreek_af(tx, wijk, drempel, versie)
        assert stand(tx, wijk) == verwacht


def test_staff_see_how_many_and_of_a_part_of_the_wijk_only_about(tx: Connection, wijk: int) -> None:
    welk = bied(tx, wijk, "interesse", "Alle huizen")
    gezien = []
    for n in range(1, 6):
        zeg_ja(tx, wijk, woont(tx, wijk, str(n), een_huis(tx, wijk)), welk)
        gezien.append(intekening.toon(tx, handeling(wijk, NOOR), welk).data["aantal"])
    assert gezien == [["weinig", 5]] * 4 + [["precies", 5]]
    assert intekening.toon(tx, handeling(wijk, "1"), welk).data["aantal"] is None

    huizen = {soort: [een_huis(tx, wijk, soort) for _ in range(30)] for soort in ("rijwoning", "flat")}
    per_type = {soort: bied(tx, wijk, "inschrijving", soort, soort) for soort in huizen}
    for soort, aantal in (("rijwoning", 13), ("flat", 12)):
        for n, huis in enumerate(huizen[soort][:aantal]):
            zeg_ja(tx, wijk, woont(tx, wijk, f"{soort}{n}", huis), per_type[soort])
    zien = [intekening.toon(tx, handeling(wijk, NOOR), een).data["aantal"] for een in per_type.values()]
    assert zien == [["ongeveer", 15], ["ongeveer", 10]]


def test_before_an_offer_closes_who_showed_interest_hears_it_once(tx: Connection, wijk: int) -> None:
    rij, flat, al = (een_huis(tx, wijk, soort) for soort in ("rijwoning", "flat", "rijwoning"))
    anna, bram, daan = (woont(tx, wijk, *wie) for wie in (("1", rij), ("2", flat), ("3", al)))
    woont(tx, wijk, "4", een_huis(tx, wijk, "rijwoning"))
    interesse = bied(tx, wijk, "interesse", "Meer weten")
    for wie in (anna, bram, daan):
        zeg_ja(tx, wijk, wie, interesse)
    welk = bied(tx, wijk, "inschrijving", "Rijtjes", "rijwoning")
    zeg_ja(tx, wijk, daan, welk)
    (rij_,) = tx.execute(select(t.wekker).where(t.wekker.c.soort == aanbod.HERINNERING))
    assert rij_.moment == datetime(2027, 2, 8, 19, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for _ in range(2):
        wekker.doe(tx, wijk, rij_.id, rij_.moment, ZoneInfo("Europe/Amsterdam"), Verzending())
    gestuurd = tx.execute(select(t.outbox.c.account).where(t.outbox.c.soort == "aanbod.herinnering")).scalars().all()
    assert gestuurd == [tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == anna))]


def test_what_was_held_back_is_looked_at_anew_when_it_goes(tx: Connection, wijk: int) -> None:
    anna = woont(tx, wijk, "1", een_huis(tx, wijk))
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == anna)) or 0
    welk = bied(tx, wijk, "inschrijving", "Isolatie")
    vers = aanbodherinnering.ververs(tx, wijk, welk, [account], NU)
    assert vers is not None
    assert not vers.niet_meer
    zeg_ja(tx, wijk, anna, welk)
    vers = aanbodherinnering.ververs(tx, wijk, welk, [account], NU)
    assert vers is not None
    assert vers.niet_meer == {account}
    assert aanbodherinnering.ververs(tx, wijk, welk, [account], NU + timedelta(days=9)) is None
    aanbod.vraag_intrekken(tx, handeling(wijk, NOOR), welk, zeker=True)
    ja(tx, wijk)
    assert aanbodherinnering.ververs(tx, wijk, welk, [account], NU) is None


def test_the_export_has_each_offer_with_its_own_kind_and_hides_what_is_small(tx: Connection, wijk: int) -> None:
    huizen = {soort: [een_huis(tx, wijk, soort) for _ in range(40)] for soort in ("rijwoning", "flat", "hoek")}
    bied(tx, wijk, "inschrijving", "Oud", "flat")
    tx.execute(update(t.aanbod).values(sluit_op=NU))
    namen = {soort: f"Net {soort}" for soort in huizen}
    for (soort, naam), aantal in zip(namen.items(), (23, 12, 3), strict=True):
        welk = aanbiedingen.zoek(tx, wijk, bied(tx, wijk, "inschrijving", naam, soort))
        assert welk is not None
        for huis in huizen[soort][:aantal]:
            intekeningen.teken_in(tx, wijk, welk.id, een_bewoner(tx, wijk, huis), huis, 1, NU, NU.date())
    deel = {een.naam: een.metingen for een in tellingen(tx, wijk).onderdelen if een.onderdeel == "aanbod"}
    assert [deel[naam]["inschrijving"] for naam in namen.values()] == [25, 10, "minder dan 5"]
    assert deel["Oud"]["inschrijving"] == "niet getoond", "a newer one for the same homes counts"
    assert "interesse" not in deel["Oud"]


def test_of_who_erases_everything_and_of_who_moves_nothing_counts(tx: Connection, wijk: int) -> None:
    welk = bied(tx, wijk, "deelnameverklaring", "Meedoen")
    huis = een_huis(tx, wijk)
    zeg_ja(tx, wijk, woont(tx, wijk, "1", huis), welk)
    verhuizingen.beeindig(tx, wijk, sorted(huishoudens.sleutels(tx, wijk)), NU)
    assert stand(tx, wijk)[1] == 0
    zeg_ja(tx, wijk, woont(tx, wijk, "2", huis), welk)
    assert stand(tx, wijk)[1] == 1, "who comes to live there says yes anew"
    assert len(intekeningen.van_adres(tx, huis)) == 1
