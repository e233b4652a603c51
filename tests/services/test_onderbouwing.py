"""Recording a declaration, kaders, positions of partners and an offer: who may, what a second person reads."""

import re
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, update

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels import Drempel
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld
from bot.rules.drempels.intekening import Intekening
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Verklaring
from bot.rules.inhoud import Inhoud
from bot.rules.spelregels import Spelregels
from bot.services import (
    formulier,
    kader,
    onderbouwing,
    standpunt,
    stukken,
    verklaring,
    voorstel,
)
from bot.services.formulier import Formulier
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR
from bot.services.stand import bereken_stand
from bot.storage import accounts, kaders, standpunten, verklaringen
from bot.storage import stukken as opslag
from bot.storage import tables as t
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_inhoud,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
)

IBRAHIM, NOOR, KEES, ANNA = "9002", "9001", "9003", "1"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"
FORMS: dict[str, Formulier] = {
    f.soort: f
    for f in (
        *(verklaring.FORMULIER, verklaring.INTREKKEN, kader.FORMULIER),
        *(standpunt.FORMULIER, standpunt.INTREKKEN),
    )
}
DREMPELS: tuple[Drempel, ...] = (
    Verklaring("Fatma Yilmaz", "opbouwwerker", "Welzijn Noord"),
    GedeeldBeeld(Fraction(1, 2), ">", "Welke?", ("Ja",)),
    Kaders(("Betaalbaar", "Samen beslist")),
    Intekening(2),
)


def stel_vast(tx: Connection, wijk: int, *drempels: Drempel, versie: int = 1) -> None:
    regels = replace(Spelregels(), versie=versie, drempels=drempels)
    rij = {"wijk": wijk, "versie": versie, "inhoud": regels.canoniek(), "uit_instellingen": False}
    tx.execute(insert(t.spelregels).values(vastgesteld_op=NU, **rij))
    tx.execute(update(t.wijk).where(t.wijk.c.id == wijk).values(spelregels_versie=versie))


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (KERNGROEP, "telegram", KEES)]
    accounts.zet_rollen(tx, wijk, rollen)
    stel_vast(tx, wijk, *DREMPELS)
    return wijk


def een_pdf(naam: str = "verklaring.pdf") -> Inhoud:
    return een_inhoud("document", file_id="BQAC1", naam=naam)


def vul(tx: Connection, wijk: int, *antwoorden: Any, wie: str = IBRAHIM) -> Boodschap:
    """Answer the open form: a pair is a button, a text is typed, bytes are a document; return the last screen."""
    scherm = Boodschap("leeg")
    for antwoord in antwoorden:
        doe = handeling(wijk, wie)
        if isinstance(antwoord, tuple):
            scherm = formulier.kies(tx, doe, FORMS, *antwoord)
        elif isinstance(antwoord, bytes):
            scherm = formulier.stuur(tx, doe, FORMS, een_pdf(), antwoord)
        else:
            scherm = formulier.typ(tx, doe, FORMS, antwoord)
    return scherm


def bevestig(tx: Connection, wijk: int, wie: str = IBRAHIM) -> Boodschap:
    return formulier.bevestig(tx, handeling(wijk, wie), FORMS)


def ja(tx: Connection, wijk: int, wie: str = NOOR) -> Boodschap:
    welke = tx.scalars(select(t.voorstel.c.publiek_id).order_by(t.voorstel.c.id.desc())).first()
    assert welke is not None
    with tx.begin_nested():  # a refusal undoes all of it
        return voorstel.akkoord(tx, handeling(wijk, wie), welke)


def verdict(tx: Connection, wijk: int, soort: str) -> str:
    return next(d.verdict for d in bereken_stand(tx, wijk).drempels if d.soort == soort)


def verklaar(tx: Connection, wijk: int, uitspraak: str = "gehoord") -> Boodschap:
    verklaring.begin(tx, handeling(wijk, IBRAHIM))
    vul(tx, wijk, ("uitspraak", uitspraak), "Ik sprak met mensen 😀.", "1 februari 2027", ("rol", "nee"), PDF)
    return bevestig(tx, wijk)


def test_a_declaration_counts_after_a_second_person_read_it_with_its_document(tx: Connection, wijk: int) -> None:
    gemaakt = verklaar(tx, wijk)

    assert gemaakt.soort == "voorstel.gemaakt"
    assert verdict(tx, wijk, "verklaring") == "onbeslist"
    gelezen = voorstel.lees(tx, handeling(wijk, NOOR), gemaakt.data["id"])
    assert [een.soort for een in gelezen] == ["verklaring.lezen", "stuk", "voorstel.een"]
    assert gelezen[0].data["naam"] == "Fatma Yilmaz"
    ja(tx, wijk)
    assert verdict(tx, wijk, "verklaring") == "gehaald"
    (een,) = verklaringen.alle(tx, wijk)
    assert (een.naam, een.uitspraak, een.redenen, een.versie) == (
        *("Fatma Yilmaz", "gehoord", "Ik sprak met mensen 😀."),
        1,
    )
    assert een.stuk is not None
    assert opslag.inhoud(tx, wijk, een.stuk) == PDF
    assert stukken.stuur(tx, handeling(wijk, NOOR), een.stuk).data["sha256"] == een.sha256


def test_a_later_declaration_and_a_withdrawal_append(tx: Connection, wijk: int) -> None:
    gezien = []
    for uitspraak in ("gehoord", "niet_gehoord"):
        verklaar(tx, wijk, uitspraak)
        ja(tx, wijk)
        gezien.append(verdict(tx, wijk, "verklaring"))
    verklaring.begin_intrekken(tx, handeling(wijk, IBRAHIM))
    vul(tx, wijk, "Zij tekende het verkeerde blad.")
    bevestig(tx, wijk)
    assert verdict(tx, wijk, "verklaring") == "niet_gehaald"
    ja(tx, wijk)

    assert [*gezien, verdict(tx, wijk, "verklaring")] == ["gehaald", "niet_gehaald", "onbeslist"]
    assert len(verklaringen.alle(tx, wijk)) == 3
    with pytest.raises(Geweigerd, match=r"verklaring\.geen"):
        verklaring.begin_intrekken(tx, handeling(wijk, IBRAHIM))


def kies_mens(tx: Connection, wijk: int, extern_id: str) -> Boodschap:
    verklaring.begin(tx, handeling(wijk, IBRAHIM))
    scherm = vul(tx, wijk, ("uitspraak", "gehoord"), "Zo", "1-2-2027", ("rol", "ja"))
    merk = next(waarde for waarde, label in scherm.data["gehaald"] if extern_id in label)
    assert extern_id not in merk
    vul(tx, wijk, ("wie", merk), PDF)
    return bevestig(tx, wijk)


def test_an_organisator_cannot_declare_and_nobody_confirms_their_own(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match=r"verklaring\.organisator"):
        kies_mens(tx, wijk, IBRAHIM)
    een_account(tx, KEES)
    kies_mens(tx, wijk, KEES)
    with pytest.raises(Geweigerd, match=r"verklaring\.eigen"):
        ja(tx, wijk, KEES)
    ja(tx, wijk, NOOR)
    assert verdict(tx, wijk, "verklaring") == "gehaald"
    een_rol(tx, wijk, ORGANISATOR, KEES)
    assert verdict(tx, wijk, "verklaring") == "onbeslist"


def test_who_lost_their_role_or_rules_that_changed_stop_what_waits(tx: Connection, wijk: int) -> None:
    verklaar(tx, wijk)
    stel_vast(tx, wijk, Verklaring("Iemand anders", "x", "y"), versie=2)
    with pytest.raises(Geweigerd, match=r"onderbouwing\.niet_afgesproken"):
        ja(tx, wijk)
    stel_vast(tx, wijk, *DREMPELS, versie=3)
    tx.execute(update(t.rol).where(t.rol.c.extern_id == IBRAHIM).values(rol=BEGELEIDER))
    with pytest.raises(Geweigerd, match=r"voorstel\.maker_weg"):
        ja(tx, wijk)


def test_nothing_of_it_can_be_recorded_when_it_was_not_agreed(tx: Connection) -> None:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM)])
    for begin in (verklaring.begin, kader.begin):
        with pytest.raises(Geweigerd, match=r"onderbouwing\.niet_afgesproken"):
            begin(tx, handeling(wijk, IBRAHIM))
    assert onderbouwing.overzicht(tx, handeling(wijk, IBRAHIM)).data["drempels"] == []


@pytest.mark.parametrize("wie", [NOOR, KEES, ANNA])
def test_only_an_organisator_records(tx: Connection, wijk: int, wie: str) -> None:
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    for doe in (onderbouwing.overzicht, verklaring.begin, verklaring.begin_intrekken, kader.begin):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, wie), standpunt.FORMULIER)


@pytest.mark.parametrize(
    ("gestuurd", "inhoud", "sleutel"),
    [
        (een_pdf(), b"MZ\x90\x00" + b"\x00" * 99, "stuk.geen_pdf"),  # a program that is called .pdf
        (een_pdf(), b"%PDF-1.7 and then nothing", "stuk.geen_pdf"),
        (een_pdf(), b"GIF89a%PDF-1.7\nstartxref\n9\n%%EOF", "stuk.geen_pdf"),
        (een_pdf(), None, "stuk.te_groot"),
        (een_pdf(), b"", "stuk.weg"),
        (een_inhoud("foto", file_id="x"), b"", "stuk.geen_document"),
        (een_inhoud("tekst", "hallo"), b"", "stuk.geen_document"),
        (None, b"", "stuk.geen_document"),
    ],
)
def test_only_a_pdf_by_what_is_in_it_is_kept(
    tx: Connection, wijk: int, gestuurd: Inhoud | None, inhoud: bytes | None, sleutel: str
) -> None:
    verklaring.begin(tx, handeling(wijk, IBRAHIM))
    vul(tx, wijk, ("uitspraak", "gehoord"), "Zo", "1-2-2027", ("rol", "nee"))
    with pytest.raises(Geweigerd, match=re.escape(sleutel)) as nee:
        formulier.stuur(tx, handeling(wijk, IBRAHIM), FORMS, gestuurd, inhoud)
    assert nee.value.onder is not None
    with pytest.raises(Geweigerd, match=r"stuk\.geen_document"):
        vul(tx, wijk, "hallo 😀")
    assert tx.scalar(select(func.count()).select_from(t.stuk)) == 0
    assert vul(tx, wijk, PDF).soort == "verklaring.voorbeeld"


@pytest.mark.parametrize(
    ("naam", "bewaard"),
    [
        ("../../etc/brief.PDF", "brief.pdf"),
        ("C:\\map\\brief.exe", "brief.exe.pdf"),
        (None, "stuk.pdf"),
        ("  ", "stuk.pdf"),
        ("x" * 300, "x" * 96 + ".pdf"),
        ("😀.pdf", "😀.pdf"),
    ],
)
def test_a_name_is_kept_without_its_folders_and_its_length(
    tx: Connection, wijk: int, naam: str | None, bewaard: str
) -> None:
    wie = accounts.wie(tx, wijk, "telegram", IBRAHIM) or accounts.maak(tx, wijk, "telegram", IBRAHIM)
    gestuurd = een_inhoud("document", file_id="f", naam=naam)
    publiek_id = stukken.neem(tx, handeling(wijk, IBRAHIM), wie, gestuurd, PDF)
    gevonden = opslag.zoek(tx, wijk, publiek_id)
    assert gevonden is not None
    assert gevonden.naam == bewaard


def test_a_document_to_which_nothing_refers_is_shown_to_nobody_and_goes_after_a_week(tx: Connection, wijk: int) -> None:
    verklaar(tx, wijk)
    ja(tx, wijk)
    verklaar(tx, wijk)
    (gebruikt,) = [een.stuk for een in verklaringen.alle(tx, wijk)]
    los = tx.scalars(select(t.stuk.c.publiek_id).where(t.stuk.c.publiek_id != gebruikt)).one()
    for publiek_id in (los, een_publiek_id(), ""):
        with pytest.raises(Geweigerd, match=r"stuk\.onbekend"):
            stukken.stuur(tx, handeling(wijk, NOOR), publiek_id)
    opslag.ruim_op(tx, NU - stukken.BEWAAR)
    assert tx.scalar(select(func.count()).select_from(t.stuk)) == 2
    opslag.ruim_op(tx, NU + timedelta(seconds=1))
    assert tx.scalars(select(t.stuk.c.publiek_id)).all() == [gebruikt]
    with pytest.raises(Geweigerd, match=r"stuk\.weg"):
        ja(tx, wijk)


def test_5000_characters_and_a_day_that_is_still_to_come_are_refused(tx: Connection, wijk: int) -> None:
    verklaring.begin(tx, handeling(wijk, IBRAHIM))
    vul(tx, wijk, ("uitspraak", "gehoord"))
    with pytest.raises(Geweigerd, match=r"formulier\.te_lang"):
        vul(tx, wijk, "x" * 5000)
    vul(tx, wijk, "Zo")
    with pytest.raises(Geweigerd, match=r"onderbouwing\.dag_later"):
        vul(tx, wijk, "2 februari 2027")
    assert vul(tx, wijk, "1 februari 2027").data["veld"] == "rol"


def oordeel(tx: Connection, wijk: int, welk: int, hoe: str) -> None:
    scherm = kader.begin(tx, handeling(wijk, IBRAHIM))
    vul(tx, wijk, ("kader", scherm.data["gehaald"][welk][0]), ("oordeel", hoe), "Zie het besluit van maart.")
    bevestig(tx, wijk)
    ja(tx, wijk)


def test_each_kader_is_judged_with_its_evidence_and_the_last_judgement_holds(tx: Connection, wijk: int) -> None:
    gezien = []
    for welk, hoe in ((0, "voldaan"), (1, "niet_voldaan"), (1, "open"), (1, "voldaan")):
        oordeel(tx, wijk, welk, hoe)
        gezien.append(verdict(tx, wijk, "kaders"))

    assert gezien == ["onbeslist", "niet_gehaald", "onbeslist", "gehaald"]
    assert [een.oordeel for een in kaders.alle(tx, wijk)] == [*("voldaan", "niet_voldaan", "open", "voldaan")]


def test_a_kader_takes_a_page_and_a_document_and_a_forged_one_is_no_answer(tx: Connection, wijk: int) -> None:
    scherm = kader.begin(tx, handeling(wijk, IBRAHIM))
    assert vul(tx, wijk, ("kader", een_publiek_id())) == scherm
    vul(tx, wijk, ("kader", scherm.data["gehaald"][0][0]), ("oordeel", "voldaan"), "Zo")
    formulier.vraag_extra(tx, handeling(wijk, IBRAHIM), FORMS, "link")
    with pytest.raises(Geweigerd, match=r"formulier\.link"):
        vul(tx, wijk, "javascript:alert(1)")
    vul(tx, wijk, "https://gemeente.voorbeeld.nl/besluit")
    formulier.vraag_extra(tx, handeling(wijk, IBRAHIM), FORMS, "stuk")
    vul(tx, wijk, PDF)
    bevestig(tx, wijk)
    ja(tx, wijk)
    (een,) = kaders.alle(tx, wijk)
    assert (een.kader, een.link, een.stuknaam) == (
        *("Betaalbaar", "https://gemeente.voorbeeld.nl/besluit"),
        "verklaring.pdf",
    )


def zeg(tx: Connection, wijk: int, *antwoorden: str) -> Boodschap:
    vul(tx, wijk, *antwoorden)
    return bevestig(tx, wijk)


def test_a_position_is_listed_and_stays_when_it_is_replaced_or_withdrawn(tx: Connection, wijk: int) -> None:
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    formulier.begin(tx, handeling(wijk, IBRAHIM), standpunt.FORMULIER)
    zeg(tx, wijk, "Woonstad", "Wij doen mee 😀.", "5 januari 2027")
    formulier.begin(tx, handeling(wijk, IBRAHIM), standpunt.FORMULIER)
    lijst = zeg(tx, wijk, "Netbeheerder", "Het kan in 2030.", "6 januari 2027")
    netbeheer, woonstad = (een["id"] for een in lijst.data["standpunten"])
    standpunt.begin_vervangen(tx, handeling(wijk, IBRAHIM), woonstad)
    zeg(tx, wijk, "Wij wachten nog.", "7 januari 2027")
    standpunt.begin_intrekken(tx, handeling(wijk, IBRAHIM), netbeheer)
    zeg(tx, wijk, "Het was een vergissing.")

    gezien = standpunt.lijst(tx, handeling(wijk, ANNA)).data

    assert [(een["partner"], een["staat"]) for een in gezien["standpunten"]] == [
        ("Woonstad", "geldt"),
        ("Netbeheerder", "ingetrokken"),
        ("Woonstad", "vervangen"),
    ]
    assert not gezien["mag"]
    for publiek_id in (netbeheer, woonstad):
        with pytest.raises(Geweigerd, match=r"standpunt\.geldt_niet"):
            standpunt.begin_intrekken(tx, handeling(wijk, IBRAHIM), publiek_id)
    with pytest.raises(Geweigerd, match=r"standpunt\.onbekend"):
        standpunt.toon(tx, handeling(wijk, ANNA), een_publiek_id())
    with pytest.raises(Geweigerd, match="rol_nodig"):
        standpunt.begin_vervangen(tx, handeling(wijk, ANNA), gezien["standpunten"][0]["id"])
    assert len(standpunten.alle(tx, wijk)) == 3


def test_the_overview_shows_what_was_agreed_and_how_it_stands(tx: Connection, wijk: int) -> None:
    leeg = onderbouwing.overzicht(tx, handeling(wijk, IBRAHIM)).data
    assert [een["soort"] for een in leeg["drempels"]] == ["verklaring", "gedeeld_beeld", "kaders", "intekening"]
    assert not leeg["verklaard"]
    verklaar(tx, wijk)
    ja(tx, wijk)
    assert onderbouwing.overzicht(tx, handeling(wijk, IBRAHIM)).data["verklaard"]
