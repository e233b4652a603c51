"""Links of a school or vereniging beside a poll: who answers there, apart from everyone, and what is left of them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.peilingen import METHODEN
from bot.services import bewoner, formulier, peiling, peilingkopie, peilingsteun, school, stemmen, wekker, wissen
from bot.services.handeling import AMSTERDAM, BEGELEIDER, eis_rol
from bot.services.stand import bereken_stand
from bot.storage import accounts, peilingen, scholen, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_rol, een_wijk, handeling, rapport, tellingen

NOOR = "9001"
STELLINGEN = ["Warmte mag geld kosten", "<b>Zon</b> op elk dak"]
TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")
DICHT = NU + timedelta(days=4)
alleen_sqlite = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def open_(tx: Connection, wijk: int, methode: str = "stellingen", **velden: Any) -> str:
    """Open a poll; return its public id."""
    data = {"methode": methode, "vraag": "Wat vindt u?", f"{methode}.opties": STELLINGEN, "besluit": "nee"}
    data |= {"keuze.max_keuzes": "een", "voor": "wijk", "live": "nee"}
    data |= {"sluit_op": (NU + timedelta(days=3)).isoformat(), **velden}
    noor = handeling(wijk, NOOR)
    peiling.FORMULIER.klaar(tx, noor, eis_rol(tx, noor, BEGELEIDER), data)
    return str(tx.scalar(select(t.peiling.c.publiek_id).order_by(t.peiling.c.id.desc()).limit(1)))


def maak_link(tx: Connection, wijk: int, eigen: str, naam: str = "De Wilg", tot: str = "gelijk") -> str:
    """Fill in the form for a link; return what its QR names."""
    alle, noor = {"school": school.FORMULIER}, handeling(wijk, NOOR)
    school.begin(tx, noor, eigen)
    formulier.typ(tx, noor, alle, naam)
    if tot == "gelijk":
        return str(formulier.kies(tx, noor, alle, "tot", tot).data["id"])
    return str(formulier.typ(tx, noor, alle, tot).data["id"])


def antwoord(tx: Connection, wijk: int, link: str, wie: str, *daden: str) -> Boodschap:
    """Let someone open a link and tap."""
    boodschap = school.open_(tx, handeling(wijk, wie), link)
    for daad in daden:
        boodschap = stemmen.stem(tx, handeling(wijk, wie), link, daad)
    return boodschap


def toon(boodschap: Boodschap) -> Bericht:
    return render(boodschap, TOON)


def reden(service: Any, *wat: Any, **hoe: Any) -> str:
    with pytest.raises(Geweigerd) as nee:
        service(*wat, **hoe)
    return nee.value.sleutel


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def is_bekend(tx: Connection, wie: str) -> bool:
    return hoeveel(tx, t.account, t.account.c.extern_id == wie) > 0


def test_who_opens_a_link_gets_the_statements_one_sentence_and_nothing_else(tx: Connection, wijk: int) -> None:
    link = maak_link(tx, wijk, open_(tx, wijk))
    gezien = toon(antwoord(tx, wijk, link, "77"))
    assert not is_bekend(tx, "77"), "who only looks leaves nothing"
    tekst = gezien.tekst
    assert "De Wilg" in tekst
    assert "Stelling 1 van 2" in tekst
    assert TOON.t.tekst("school.bewaard") in tekst
    assert {knop.data.split(":")[0] for rij in gezien.knoppen for knop in rij if knop.data} == {"st", "uitleg"}
    na = antwoord(tx, wijk, link, "77", "0e", "1o", "1e")
    assert na.soort == "school.open"
    assert TOON.t.tekst("school.bewaard") not in toon(na).tekst, "said before the first answer"
    assert {knop.data.split(":")[0] for rij in toon(na).knoppen for knop in rij if knop.data} == {"st", "uitleg"}
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ['"ee"'], "one ballot per account"


def test_what_a_school_says_is_no_evidence_and_moves_no_teller(tx: Connection, wijk: int) -> None:
    eigen = open_(tx, wijk, besluit="ja")
    stemmen.stem(tx, handeling(wijk), eigen, "0e")
    voor = [(d.soort, d.teller, d.noemer) for d in bereken_stand(tx, wijk).drempels]
    bewijs = hoeveel(tx, t.bewijs), hoeveel(tx, t.bewijs_prive)
    link = maak_link(tx, wijk, eigen)
    for nummer in range(30):
        antwoord(tx, wijk, link, f"7{nummer}", "0o", "1o")
    wekker_tot(tx, wijk, DICHT)
    assert [(d.soort, d.teller, d.noemer) for d in bereken_stand(tx, wijk).drempels] == voor
    assert (hoeveel(tx, t.bewijs), hoeveel(tx, t.bewijs_prive)) == bewijs
    (vast,) = peilingsteun.genoemd(tx, wijk, "Wat vindt u?")
    assert (vast.publiek_id, peilingen.tel(tx, vast.id)) == (eigen, {'"e-"': 1})
    assert not tx.scalar(select(t.peiling.c.over_besluit).where(t.peiling.c.publiek_id == link))


def wekker_tot(tx: Connection, wijk: int, now: Any) -> None:
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())


@alleen_sqlite
def test_it_stands_apart_in_the_result_rounded_and_of_a_few_not_at_all(tx: Connection, wijk: int) -> None:
    eigen = open_(tx, wijk)
    groot, klein = maak_link(tx, wijk, eigen), maak_link(tx, wijk, eigen, "De <b>Club")
    for nummer in range(28):
        antwoord(tx, wijk, groot, f"7{nummer}", "0e" if nummer < 17 else "0o", "1p")
    for nummer in range(4):
        antwoord(tx, wijk, klein, f"8{nummer}", "0e")
    bewoner, noor = handeling(wijk, now=DICHT), handeling(wijk, NOOR, now=DICHT)
    uitslag = toon(stemmen.toon(tx, bewoner, eigen))
    assert "• De Wilg: ongeveer 30 mensen" in uitslag.tekst
    assert "• De &lt;b&gt;Club: minder dan 10 mensen" in uitslag.tekst
    assert TOON.t.tekst("peiling.te_weinig") in uitslag.tekst, "residents did not vote"
    assert f"p:{groot}" in {knop.data for rij in uitslag.knoppen for knop in rij}
    van_school = toon(stemmen.toon(tx, bewoner, groot))
    assert "Warmte mag geld kosten: <b>eens 15; oneens 10" in van_school.tekst
    assert TOON.t.tekst("school.uitslag", naam="De Wilg") in van_school.tekst
    assert "Ongeveer 30 mensen antwoordden." in van_school.tekst
    assert van_school.media is not None
    assert "Antwoorden van De Wilg, los van de buurt." in van_school.media.data["voet"]
    assert TOON.t.tekst("peiling.te_weinig") in toon(stemmen.toon(tx, bewoner, klein)).tekst
    assert "opnieuw" not in stemmen.toon(tx, noor, groot).data
    assert [p["id"] for p in peiling.lijst(tx, bewoner).data["peilingen"]] == [eigen]


@alleen_sqlite
def test_the_export_and_the_report_have_schools_apart_after_the_residents_closed(tx: Connection, wijk: int) -> None:
    eigen = open_(tx, wijk)
    link = maak_link(tx, wijk, eigen)
    for nummer in range(20):
        antwoord(tx, wijk, link, f"7{nummer}", "0e" if nummer < 10 else "0o")
    school.stop(tx, handeling(wijk, NOOR), link, zeker=True)

    def delen(naam: str) -> list[tuple[str, dict[str, Any]]]:
        return [(d.naam, dict(d.metingen)) for d in tellingen(tx, wijk).onderdelen if d.onderdeel == naam]

    assert delen("school") == [("De Wilg: Wat vindt u?", {"deelnemers": 20, "ingetrokken": "nee"})]
    assert delen("schoolantwoord") == [], "the residents still vote"
    stemmen.toon(tx, handeling(wijk, now=DICHT), eigen)
    assert delen("schoolantwoord")[:2] == [
        ("Warmte mag geld kosten: eens", {"antwoorden": 10}),
        ("Warmte mag geld kosten: oneens", {"antwoorden": 10}),
    ]
    assert [naam for naam, _ in delen("peiling")] == ["Wat vindt u?"]
    assert all(metingen == {"stemmen": "niet getoond"} for _, metingen in delen("optie"))
    blokken = json.dumps(render(Boodschap("rapport", rapport(tx, wijk)), TOON).bijlagen[0].data, ensure_ascii=False)
    assert "Scholen en verenigingen" in blokken
    assert "De Wilg: Wat vindt u?" in blokken


def test_when_it_closes_nobody_knows_who_answered_and_the_account_is_gone(tx: Connection, wijk: int) -> None:
    eigen = open_(tx, wijk)
    link = maak_link(tx, wijk, eigen)
    for wie in ("71", "72", "73"):
        antwoord(tx, wijk, link, wie, "0e")
    een_account(tx, "74")  # of whom something else is known
    antwoord(tx, wijk, link, "74", "0e")
    tx.execute(t.voorkeur.insert().values(account=select(func.max(t.account.c.id)).scalar_subquery()))
    peiling.sluit(tx, handeling(wijk, NOOR), eigen, zeker=True)
    assert hoeveel(tx, t.stemkoppeling) == 0
    assert hoeveel(tx, t.stembiljet) == 4
    assert [is_bekend(tx, wie) for wie in ("71", "72", "73", "74", "1", NOOR)] == [False] * 3 + [True] * 3
    assert reden(school.open_, tx, handeling(wijk, "71"), link) == "school.dicht"
    assert reden(stemmen.stem, tx, handeling(wijk, "72"), link, "0o") == "school.dicht"


@pytest.mark.parametrize("einde", ["stop", "tijd", "sluit", "trek_in"])
def test_a_link_ends_when_it_is_stopped_at_its_time_and_with_the_poll(tx: Connection, wijk: int, einde: str) -> None:
    eigen = open_(tx, wijk)
    link, noor = maak_link(tx, wijk, eigen, tot="2-2-2027 12:00"), handeling(wijk, NOOR)
    antwoord(tx, wijk, link, "71", "0e")
    if einde == "stop":
        assert school.stop(tx, noor, link, zeker=False).soort == "school.zeker"
        assert school.stop(tx, noor, link, zeker=True).soort == "school.voorbij"
        assert school.stop(tx, noor, link, zeker=True).soort == "school.voorbij"
    elif einde == "tijd":
        wekker_tot(tx, wijk, NU + timedelta(days=1))
    else:
        getattr(peiling, einde)(tx, noor, eigen, zeker=True)
    assert hoeveel(tx, t.stemkoppeling) == 0
    assert reden(stemmen.stem, tx, handeling(wijk, "72"), link, "0o") == "school.dicht"
    (een,) = scholen.naast(tx, peilingsteun.genoemd(tx, wijk, eigen)[0].id)
    assert (een.gesloten_op is not None, een.ingetrokken, een.biljetten) == (True, einde == "trek_in", 1)
    stemmen.toon(tx, handeling(wijk), eigen)  # the residents' own goes on, or has ended, as ever
    assert hoeveel(tx, t.outbox, t.outbox.c.soort == "school.open") == 0


@alleen_sqlite
def test_a_resident_is_brought_to_their_own_poll_and_the_team_does_not_answer(tx: Connection, wijk: int) -> None:
    eigen = open_(tx, wijk)
    link = maak_link(tx, wijk, eigen)
    binnen = school.open_(tx, handeling(wijk), link)
    assert f"p:{eigen}" in {knop.data for rij in toon(binnen).knoppen for knop in rij}
    assert reden(stemmen.stem, tx, handeling(wijk), link, "0e") == "school.eigen"
    assert reden(stemmen.toon, tx, handeling(wijk), link) == "school.eigen"
    een_account(tx, "77")
    een_rol(tx, wijk, "controleur", "77")
    for wie in (NOOR, "77"):  # also who is not of the team: a tap of theirs would be refused
        assert "rol in de wijk" in toon(school.open_(tx, handeling(wijk, wie), link)).tekst
    assert reden(stemmen.stem, tx, handeling(wijk, NOOR), link, "0e") == "nog_niet_binnen"
    assert reden(stemmen.stem, tx, handeling(wijk, "77"), eigen, "0e") == "nog_niet_binnen", "and not in theirs"
    assert hoeveel(tx, t.stembiljet) == 0


@alleen_sqlite
def test_who_answered_by_a_link_reads_what_is_kept_of_them_until_it_closes(tx: Connection, wijk: int) -> None:
    link = maak_link(tx, wijk, open_(tx, wijk))
    assert reden(bewoner.mijn_gegevens, tx, handeling(wijk, "77")) == "nog_niet_binnen"
    antwoord(tx, wijk, link, "77", "0e")
    tekst = toon(bewoner.mijn_gegevens(tx, handeling(wijk, "77"))).tekst
    assert "De Wilg" in tekst
    assert "/wissen" in tekst
    school.stop(tx, handeling(wijk, NOOR), link, zeker=True)
    assert reden(bewoner.mijn_gegevens, tx, handeling(wijk, "77")) == "nog_niet_binnen"


@alleen_sqlite
def test_what_staff_do_with_a_poll_of_residents_they_cannot_do_with_that_of_a_school(tx: Connection, wijk: int) -> None:
    link, noor = maak_link(tx, wijk, open_(tx, wijk)), handeling(wijk, NOOR)
    for service in (peiling.sluit, peiling.trek_in):
        assert reden(service, tx, noor, link, zeker=True) == "peiling.onbekend"
    for anders in (peilingkopie.neem_over, peilingkopie.pas_aan):
        assert reden(anders, tx, noor, link) == "peiling.onbekend"
    school.stop(tx, noor, link, zeker=True)
    assert reden(peiling.opnieuw, tx, noor, link) == "peiling.onbekend"
    assert hoeveel(tx, t.wekker, t.wekker.c.soort == "peiling_uitslag") == 0


def test_who_is_erased_takes_their_answers_along(tx: Connection, wijk: int) -> None:
    link = maak_link(tx, wijk, open_(tx, wijk))
    for wie in ("71", "72"):
        antwoord(tx, wijk, link, wie, "0e")
    wissen.wis(tx, handeling(wijk, "71"))
    assert not is_bekend(tx, "71")
    assert (hoeveel(tx, t.stembiljet), hoeveel(tx, t.stemkoppeling)) == (1, 1)


@alleen_sqlite
def test_only_staff_make_links_and_only_beside_what_may_be_asked_so(tx: Connection, wijk: int) -> None:
    eigen, kleur = open_(tx, wijk), open_(tx, wijk, "keuze")
    noor = handeling(wijk, NOOR)
    assert [naam for naam, methode in METHODEN.items() if methode.MET_LINK] == ["stellingen"]
    for wie, id_, nee in (
        ("1", eigen, "rol_nodig"),
        (NOOR, kleur, "peiling.onbekend"),
        (NOOR, "A" * 22, "peiling.onbekend"),
    ):
        for service in (school.lijst, school.begin):
            assert reden(service, tx, handeling(wijk, wie), id_) == nee
    link = maak_link(tx, wijk, eigen)
    for service in (school.toon, school.open_):
        assert reden(service, tx, noor, eigen) == "school.onbekend"
    assert reden(school.lijst, tx, noor, link) == "peiling.onbekend"
    assert reden(school.toon, tx, handeling(wijk), link) == "rol_nodig"
    assert reden(school.stop, tx, handeling(wijk), link, zeker=True) == "rol_nodig"
    assert stemmen.toon(tx, noor, eigen).data["met_link"]
    assert "met_link" not in stemmen.toon(tx, noor, kleur).data
    assert "met_link" not in stemmen.toon(tx, handeling(wijk), eigen).data
    assert reden(maak_link, tx, wijk, eigen, tot="9-2-2027 12:00") == "school.te_laat"
    for nummer in range(school.MEESTE - 1):
        maak_link(tx, wijk, eigen, f"Club {nummer}")
    assert reden(school.begin, tx, noor, eigen) == "school.te_veel"
    assert not school.lijst(tx, noor, eigen).data["nog_een"]
    peiling.sluit(tx, noor, eigen, zeker=True)
    assert reden(school.begin, tx, noor, eigen) == "peiling.gesloten"
