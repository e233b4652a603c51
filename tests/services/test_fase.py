"""A stage of the traject: its checklist, documents, the balance with a second person, and what residents hear of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import (
    checklist,
    evaluatie,
    fase,
    fasebalans,
    fasenieuws,
    fasestuk,
    formulier,
    peiling,
    stukken,
    traject,
    trajectstand,
    voorstel,
    wekker,
)
from bot.services.handeling import AMSTERDAM, BEGELEIDER, KERNGROEP, ORGANISATOR, STRAATCONTACT
from bot.storage import fasebalansen, trajecten
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_inhoud, een_rol, een_wijk, handeling

IBRAHIM, NOOR, KEES, SAM, ANNA, BRAM = "9002", "9001", "9003", "9004", "1", "2"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"
FORMS = {
    f.soort: f
    for f in (
        *(traject.FORMULIER, checklist.FORMULIER, fasebalans.FORMULIER),
        *(fasestuk.FORMULIER, evaluatie.LES, peiling.FORMULIER),
    )
}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for rol, wie in ((ORGANISATOR, IBRAHIM), (BEGELEIDER, NOOR), (KERNGROEP, KEES), (STRAATCONTACT, SAM)):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie)
    for naam in (ANNA, BRAM):
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
    kies(tx, wijk, "besluit")
    return wijk


def kies(tx: Connection, wijk: int, sjabloon: str) -> None:
    formulier.begin(tx, handeling(wijk, IBRAHIM), traject.FORMULIER)
    vul(tx, wijk, ("sjabloon", sjabloon), "15 juni 2028")
    formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS)


def vul(tx: Connection, wijk: int, *antwoorden: str | tuple[str, str] | bytes, wie: str = IBRAHIM) -> Boodschap:
    """Answer the open form: a pair is a button, a text is typed, bytes are a document; return the last screen."""
    scherm = Boodschap("leeg")
    for antwoord in antwoorden:
        doe = handeling(wijk, wie)
        if isinstance(antwoord, tuple):
            scherm = formulier.kies(tx, doe, FORMS, *antwoord)
        elif isinstance(antwoord, bytes):
            pdf = een_inhoud("document", file_id="BQAC1", naam="kaders.pdf")
            scherm = formulier.stuur(tx, doe, FORMS, pdf, antwoord)
        else:
            scherm = formulier.typ(tx, doe, FORMS, antwoord)
    return scherm


def nu(tx: Connection, wijk: int) -> str:
    """Return the public id of the first stage that runs."""
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    return stand.gang[stand.nu[0].naam].publiek_id


def stel_voor(tx: Connection, wijk: int, *antwoorden: str | tuple[str, str]) -> Boodschap:
    fasebalans.begin(tx, handeling(wijk, IBRAHIM), nu(tx, wijk))
    vul(tx, wijk, *antwoorden)
    return formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS)


def ja(tx: Connection, wijk: int, wie: str = NOOR) -> Boodschap:
    welke = tx.scalars(select(t.voorstel.c.publiek_id).order_by(t.voorstel.c.id.desc())).first()
    assert welke is not None
    with tx.begin_nested():  # a refusal undoes all of it
        return voorstel.akkoord(tx, handeling(wijk, wie), welke)


VERDER = (("uitkomst", "verder"), "30 januari 2027", "Alles is besproken.", ("eigen", ""))


def rond_af(tx: Connection, wijk: int, *antwoorden: str | tuple[str, str]) -> None:
    stel_voor(tx, wijk, *(antwoorden or VERDER))
    ja(tx, wijk)


def gekregen(tx: Connection, wijk: int, soort: str = "fase.nieuws") -> dict[str, dict[str, Any]]:
    """Let the news of stages go; return what each account got of this kind."""
    waar = t.wekker.c.soort == fasenieuws.WEKKER, t.wekker.c.gedaan_op.is_(None)
    for een in tx.scalars(select(t.wekker.c.id).where(*waar)).all():
        wekker.doe(tx, wijk, een, NU, AMSTERDAM, Verzending())
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account)
    return {rij.extern_id: rij.data for rij in tx.execute(vraag.where(t.outbox.c.soort == soort))}


def test_staff_tick_and_untick_and_who_did_what_when_stays(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    scherm = checklist.vink(tx, handeling(wijk, NOOR), welke, 1, gedaan=True)
    checklist.vink(tx, handeling(wijk, NOOR), welke, 1, gedaan=True)  # a second tap
    assert scherm.data["taken"][1]["wie"] == [BEGELEIDER, ""]
    assert [taak["gedaan"] for taak in scherm.data["taken"]] == [False, True, False, False, False, False]
    later = handeling(wijk, IBRAHIM, now=NU + timedelta(days=1))
    checklist.vink(tx, later, welke, 1, gedaan=False)
    regels = checklist.logboek(tx, handeling(wijk, NOOR), welke).data["regels"]
    assert [(regel["gedaan"], regel["wie"][0]) for regel in regels] == [(False, ORGANISATOR), (True, BEGELEIDER)]
    assert fase.lijst(tx, handeling(wijk, NOOR)).data["gedaan"] == 0


def test_a_task_of_ones_own_joins_the_list_and_stays_when_one_comes_back(tx: Connection, wijk: int) -> None:
    checklist.begin_eigen(tx, handeling(wijk, NOOR), nu(tx, wijk))
    scherm = vul(tx, wijk, "Bel de woningcorporatie", wie=NOOR)
    assert (scherm.data["alle"], scherm.data["bladzij"]) == (7, 1)
    assert scherm.data["taken"][0]["tekst"] == "Bel de woningcorporatie"
    checklist.vink(tx, handeling(wijk, NOOR), nu(tx, wijk), 6, gedaan=True)
    rond_af(tx, wijk)
    rond_af(tx, wijk, ("uitkomst", "terug"), ("naar", "kaders"), "30 januari 2027", "Nog niet goed.", ("eigen", ""))
    terug = checklist.toon(tx, handeling(wijk, NOOR), nu(tx, wijk), 1)
    assert (terug.data["ronde"], terug.data["taken"][0]["gedaan"]) == (2, False)


def test_residents_and_others_see_no_checklist_and_a_forged_tap_does_nothing(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    daden: tuple[tuple[Callable[..., Boodschap], dict[str, Any]], ...] = (
        (checklist.toon, {}),
        (checklist.vink, {"nummer": 0, "gedaan": True}),
        (checklist.begin_eigen, {}),
        (fasebalans.begin, {}),
        (fasestuk.begin, {}),
    )
    for wie in (ANNA, SAM, KEES):
        for doe, velden in daden:
            with pytest.raises(Geweigerd, match="rol_nodig"):
                doe(tx, handeling(wijk, wie), welke, **velden)
        with pytest.raises(Geweigerd, match="rol_nodig"):
            fase.lijst(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd, match="rol_nodig"):  # the balance is the organisator's
        fasebalans.begin(tx, handeling(wijk, NOOR), welke)
    with pytest.raises(Geweigerd, match="taak_weg"):
        checklist.vink(tx, handeling(wijk, NOOR), welke, 99, gedaan=True)
    buren = een_wijk(tx, "Elders")
    een_rol(tx, buren, ORGANISATOR, IBRAHIM)
    with pytest.raises(Geweigerd, match=r"fase\.onbekend"):
        checklist.toon(tx, handeling(buren, IBRAHIM), welke)


def test_a_stage_ends_when_a_second_person_agrees_and_what_was_open_is_kept(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    checklist.vink(tx, handeling(wijk, NOOR), welke, 0, gedaan=True)
    gevraagd = stel_voor(tx, wijk, *VERDER[:-1], "De kaders zijn duidelijk.")
    assert gevraagd.soort == "voorstel.gemaakt"
    assert nu(tx, wijk) == welke
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        ja(tx, wijk, IBRAHIM)
    ja(tx, wijk)
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert [een.naam for een in stand.nu] == ["spelregels"]
    balans = fasebalansen.zoek(tx, wijk, fase=stand.gang["kaders"].id)
    assert balans is not None
    assert [een["naam"] for een in balans.open_taken] == [taak.naam for taak in stand.traject.fase("kaders").taken][1:]
    assert (balans.beslist, balans.naar, balans.dag.isoformat()) == ("gemeenteraad", ["spelregels"], "2027-01-30")
    nieuws = gekregen(tx, wijk)
    assert set(nieuws) == {ANNA, BRAM}
    assert (nieuws[ANNA]["eigen"], nieuws[ANNA]["straks"][0]["fase"]) == ("De kaders zijn duidelijk.", "spelregels")
    assert set(gekregen(tx, wijk, "evaluatie.uitnodiging")) == {IBRAHIM, NOOR, KEES}
    with pytest.raises(Geweigerd, match="niet_bezig"):
        checklist.vink(tx, handeling(wijk, NOOR), welke, 1, gedaan=True)


def test_of_two_balances_of_one_stage_only_the_first_is_carried_out(tx: Connection, wijk: int) -> None:
    stel_voor(tx, wijk, *VERDER)
    eerste = tx.scalars(select(t.voorstel.c.publiek_id)).one()
    stel_voor(tx, wijk, ("uitkomst", "stop"), "30 januari 2027", "Het lukt niet.", "Er is geen geld meer voor.")
    voorstel.akkoord(tx, handeling(wijk, NOOR), eerste)
    with pytest.raises(Geweigerd, match="niet_bezig"):
        ja(tx, wijk)
    assert trajecten.loopt(tx, wijk) is not None


def test_a_stop_ends_the_traject_and_tells_residents_why(tx: Connection, wijk: int) -> None:
    fasebalans.begin(tx, handeling(wijk, IBRAHIM), nu(tx, wijk))
    vul(tx, wijk, ("uitkomst", "stop"), "30 januari 2027", "Het lukt niet.")
    assert formulier.kies(tx, handeling(wijk, IBRAHIM), FORMS, "eigen", "").data["veld"] == "waarom_stop"
    vul(tx, wijk, "Er is geen geld meer voor.")
    formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS)
    ja(tx, wijk)
    assert trajecten.loopt(tx, wijk) is None
    nieuws = gekregen(tx, wijk)[ANNA]
    assert (nieuws["uitkomst"], nieuws["eigen"], nieuws["straks"]) == ("stop", "Er is geen geld meer voor.", [])


def test_who_lost_the_role_stops_what_waits(tx: Connection, wijk: int) -> None:
    stel_voor(tx, wijk, *VERDER)
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == IBRAHIM))
    een_rol(tx, wijk, BEGELEIDER, IBRAHIM)
    with pytest.raises(Geweigerd, match="maker_weg"):
        ja(tx, wijk)


def test_a_first_stage_has_none_to_go_back_to(tx: Connection, wijk: int) -> None:
    fasebalans.begin(tx, handeling(wijk, IBRAHIM), nu(tx, wijk))
    assert vul(tx, wijk, ("uitkomst", "terug")).data["fasen"] == []
    assert vul(tx, wijk, ("naar", "besluit")).soort == "fasebalans.naar"  # forged


def test_a_document_is_the_teams_until_it_is_public_and_then_everyone_reads_it(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    fasestuk.begin(tx, handeling(wijk, IBRAHIM), welke)
    vul(tx, wijk, PDF, "De kaders", ("openbaar", "nee"))
    stuk = formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS).data["stukken"][0]
    rauw = tx.scalars(select(t.stuk.c.publiek_id)).one()
    assert fasestuk.lijst(tx, handeling(wijk, ANNA)).data["stukken"] == []
    for lees, welk in ((fasestuk.stuur, stuk["stuk"]), (stukken.stuur, rauw)):
        with pytest.raises(Geweigerd, match=r"stuk\.onbekend"):
            lees(tx, handeling(wijk, ANNA), welk)
    assert fasestuk.stuur(tx, handeling(wijk, KEES), stuk["stuk"]).data["naam"] == "kaders.pdf"
    rond_af(tx, wijk)  # an outcome may become public later
    assert fasestuk.maak_openbaar(tx, handeling(wijk, IBRAHIM), stuk["stuk"], zeker=False).soort.endswith("zeker")
    for _ in range(2):
        fasestuk.maak_openbaar(tx, handeling(wijk, IBRAHIM), stuk["stuk"], zeker=True)
    assert [een["titel"] for een in fasestuk.lijst(tx, handeling(wijk, ANNA)).data["stukken"]] == ["De kaders"]
    assert fasestuk.stuur(tx, handeling(wijk, ANNA), stuk["stuk"]).soort == "stuk"
    assert traject.hier(tx, handeling(wijk, ANNA)).data["stukken"]
    fasestuk.trek_in(tx, handeling(wijk, IBRAHIM), stuk["stuk"], zeker=True)
    for lees, welk in ((fasestuk.stuur, stuk["stuk"]), (stukken.stuur, rauw)):
        with pytest.raises(Geweigerd, match=r"stuk\.onbekend"):
            lees(tx, handeling(wijk, ANNA), welk)


def test_a_poll_on_the_decision_before_its_stage_says_why(tx: Connection, wijk: int) -> None:
    def stel_op(opent: str = "") -> Boodschap:
        formulier.begin(tx, handeling(wijk, NOOR), peiling.FORMULIER)
        scherm = vul(tx, wijk, ("methode", "keuze"), "Doen we het?", "ja\nnee", ("keuze.max_keuzes", "1"), wie=NOOR)
        while scherm.data.get("veld") not in {"voor", None}:
            scherm = vul(tx, wijk, (scherm.data["veld"], [*scherm.data["keuzes"], ""][0]), wie=NOOR)
        vul(tx, wijk, ("voor", "wijk"), "10 februari 2027 20:00", ("live", "nee"), ("besluit", "ja"), wie=NOOR)
        if opent:
            formulier.vraag_extra(tx, handeling(wijk, NOOR), FORMS, "opent_op")
            vul(tx, wijk, opent, wie=NOOR)
        return formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)

    vraag = stel_op()
    assert vraag.data["veld"] == "vooruit"
    assert tx.scalar(select(func.count()).select_from(t.peiling)) == 0
    vul(tx, wijk, "De gemeenteraad vroeg erom.", wie=NOOR)
    geplaatst = formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)
    assert geplaatst.data["vooruit"] == "De gemeenteraad vroeg erom."
    loopt = trajecten.loopt(tx, wijk)
    assert loopt is not None
    gang = trajecten.fasen(tx, loopt.id)["tot_besluit"]
    trajecten.zet_fase(tx, gang.id, van=date(2027, 2, 6))
    assert stel_op("5 februari 2027 20:00").data["veld"] == "vooruit", "it opens before residents choose"
    assert stel_op("6 februari 2027 20:00").soort == geplaatst.soort, "by the plan they choose by then"
    for _ in range(3):  # residents choose in `tot_besluit`, before the gemeenteraad decides
        rond_af(tx, wijk)
    assert stel_op().soort == geplaatst.soort
    trajecten.stop(tx, loopt.id, NU)
    assert stel_op().soort == geplaatst.soort
    assert tx.scalar(select(func.count()).select_from(t.peiling)) == 4
