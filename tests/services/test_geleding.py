"""Geledingen: who joins one by invitation votes for it, and counts for no condition and no evidence of residents."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN, Doelgroep
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.rules.toestemming import VERSIE
from bot.services import (
    aandragen,
    bewoner,
    formulier,
    geleding,
    oproep,
    peiling,
    peilingkopie,
    peilingsteun,
    rol,
    stemmen,
    stemterug,
    stemvel,
    toelaten,
    uitnodiging,
    wissen,
)
from bot.services.bezorging import Geval
from bot.services.handeling import AMSTERDAM, BEGELEIDER, KERNGROEP, ORGANISATOR, is_binnen, wie_handelt
from bot.storage import doelgroepen, geledingen, peilingen, verhuizingen, wekkers
from bot.storage import tables as t
from bot.storage.accounts import kenmerk
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
    tellingen,
)
from tests.services.test_aandragen import wacht
from tests.services.test_peilingextra import doe_wekkers

LEIDER, GEMEENTE, BAKKER, ANNA = "1", "2", "3", "4"
OPTIES = ("isoleren", "warmtenet", "ouderen")
FORMULIEREN = {"uitnodiging": uitnodiging.FORMULIER, "peiling": peiling.FORMULIER}
SLUIT = NU + timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    een_account(tx, LEIDER)
    een_rol(tx, wijk, ORGANISATOR, LEIDER)
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    return wijk


def nodig_uit(tx: Connection, wijk: int, naar: str = "bedrijven", namens: str = "Bakkerij <b>=1") -> str:
    """Make an invitation as in the chat, from /geleding; return what stands in the link."""
    zo = handeling(wijk, LEIDER)
    geleding.nodig_uit(tx, zo)
    formulier.kies(tx, zo, FORMULIEREN, "geleding", naar)
    return str(formulier.typ(tx, zo, FORMULIEREN, namens).data["geheim"])


def word_lid(tx: Connection, wijk: int, wie: str, naar: str = "bedrijven") -> None:
    uitnodiging.neem_aan(tx, handeling(wijk, wie), nodig_uit(tx, wijk, naar))


def kwesties(tx: Connection, wijk: int, weging: str = "geleding", **velden: Any) -> str:
    publiek_id = een_publiek_id()
    vast = {"instellingen": {"hoeveel": 3, "geschud": True}, "doelgroep": "geleding", "weging": weging}
    een_peiling(tx, wijk, OPTIES, methode="kwesties", publiek_id=publiek_id, **{**vast, **velden})
    return publiek_id


def stem(tx: Connection, wijk: int, wie: str, publiek_id: str, volgorde: Sequence[int]) -> Boodschap:
    for optie in volgorde:
        antwoord = stemmen.stem(tx, handeling(wijk, wie), publiek_id, str(optie))
    return antwoord


def burgers(tx: Connection, wijk: int, publiek_id: str, aantal: int, volgorde: Sequence[int]) -> None:
    """Let so many other residents vote."""
    for _ in range(aantal):
        wie = een_publiek_id()
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
        stem(tx, wijk, wie, publiek_id, volgorde)


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def gesloten(tx: Connection, wijk: int, publiek_id: str, wie: str = LEIDER) -> dict[str, Any]:
    return dict(stemmen.toon(tx, handeling(wijk, wie, now=SLUIT), publiek_id).data)


def test_a_guest_votes_without_evidence_and_is_told_beforehand_that_it_can_be_recognised(
    tx: Connection, wijk: int
) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk, over_besluit=True)
    vooraf = stemmen.toon(tx, handeling(wijk, BAKKER), publiek_id).data
    assert (vooraf["namens"], vooraf["gast"], vooraf["bewoner"]) == (["bedrijven", "Bakkerij <b>=1"], True, True)
    stem(tx, wijk, BAKKER, publiek_id, (2, 0, 1))
    assert hoeveel(tx, t.bewijs) == hoeveel(tx, t.bewijs_prive) == 0
    assert tx.execute(select(t.stembiljet.c.geleding, t.stembiljet.c.inhoud)).all() == [("bedrijven", "[2,0,1]")]
    stem(tx, wijk, ANNA, publiek_id, (0,))
    assert hoeveel(tx, t.bewijs_prive, t.bewijs_prive.c.soort == "stem_besluit") == 1
    assert "namens" not in stemmen.toon(tx, handeling(wijk, ANNA), publiek_id).data


def test_a_guest_changes_no_number_of_residents(tx: Connection, wijk: int) -> None:
    publiek_id = kwesties(tx, wijk, over_besluit=True)
    burgers(tx, wijk, publiek_id, 11, (0, 1, 2))
    eerst = {(d.onderdeel, d.naam): d.metingen for d in tellingen(tx, wijk).onderdelen}
    word_lid(tx, wijk, BAKKER)
    word_lid(tx, wijk, GEMEENTE, "overheid")
    for wie in (BAKKER, GEMEENTE):
        stem(tx, wijk, wie, publiek_id, (2, 1, 0))
    assert {(d.onderdeel, d.naam): d.metingen for d in tellingen(tx, wijk).onderdelen} == eerst
    assert hoeveel(tx, t.telt) == 0


def test_where_each_vote_weighs_the_same_the_export_counts_the_voters_that_the_chat_counts(
    tx: Connection, wijk: int
) -> None:
    publiek_id = kwesties(tx, wijk, weging="ieder")
    burgers(tx, wijk, publiek_id, 11, (0, 1, 2))
    for wie, voor in ((BAKKER, "bedrijven"), (GEMEENTE, "overheid")):
        word_lid(tx, wijk, wie, voor)
        stem(tx, wijk, wie, publiek_id, (2, 1, 0))
    (nummer,) = tx.scalars(select(t.peiling.c.id))
    peilingen.sluit(tx, nummer, NU)
    chat = stemmen.toon(tx, handeling(wijk, ANNA), publiek_id).data["stemmen"]
    (export,) = [d.metingen["stemmers"] for d in tellingen(tx, wijk).onderdelen if d.onderdeel == "peiling"]
    assert chat == export == 15


@pytest.mark.overal
def test_a_guest_sees_and_does_only_what_is_of_the_geledingen(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    van_wijk = een_publiek_id()
    een_peiling(tx, wijk, publiek_id=van_wijk)
    open_ = kwesties(tx, wijk)
    zo = handeling(wijk, BAKKER)
    assert [p["id"] for p in peiling.lijst(tx, zo).data["peilingen"]] == [open_]
    with pytest.raises(Geweigerd, match="andere_groep"):
        stemmen.toon(tx, zo, van_wijk)
    with pytest.raises(Geweigerd, match="wie_hier_woont"):
        stemmen.stem(tx, zo, van_wijk, "0")
    assert not is_binnen(wie_handelt(tx, zo))
    for vorm in (peiling.FORMULIER, uitnodiging.FORMULIER):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            formulier.begin(tx, zo, vorm)
    menu = bewoner.menu(tx, zo)
    assert menu.data["rollen"] == [VERTEGENWOORDIGER]
    assert bewoner.mijn_gegevens(tx, zo) == geleding.toon(tx, zo)


def test_a_resident_who_is_invited_votes_for_that_geleding_and_not_twice(tx: Connection, wijk: int) -> None:
    publiek_id = kwesties(tx, wijk)
    stem(tx, wijk, ANNA, publiek_id, (0, 1, 2))
    word_lid(tx, wijk, ANNA)
    assert tx.scalar(select(t.stembiljet.c.geleding)) == "burgers"  # that is how they voted, until they change it
    stemmen.stem(tx, handeling(wijk, ANNA), publiek_id, "-3")
    assert tx.execute(select(t.stembiljet.c.geleding, t.stembiljet.c.inhoud)).all() == [("bedrijven", "[0,1]")]
    assert hoeveel(tx, t.bewijs_prive) == 1


def test_who_comes_to_live_here_takes_their_ballot_along(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk)
    stem(tx, wijk, BAKKER, publiek_id, (0, 1, 2))
    thuis = een_bewoner(tx, wijk)
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == BAKKER)) or 0
    geledingen.neem_mee(tx, wijk, account, thuis)
    tx.execute(t.account.update().where(t.account.c.id == account).values(bewoner=thuis, toestemming_versie=VERSIE))
    stemmen.stem(tx, handeling(wijk, BAKKER), publiek_id, "-3")
    assert tx.execute(select(t.stembiljet.c.geleding, t.stembiljet.c.inhoud)).all() == [("bedrijven", "[0,1]")]


def test_who_leaves_the_wijk_and_still_represents_a_geleding_goes_on_with_the_same_ballot(
    tx: Connection, wijk: int
) -> None:
    publiek_id = kwesties(tx, wijk)
    word_lid(tx, wijk, ANNA)
    stem(tx, wijk, ANNA, publiek_id, (0, 1, 2))
    verhuizingen.beeindig(tx, wijk, list(tx.scalars(select(t.huishouden.c.sleutel))), NU)
    stemmen.stem(tx, handeling(wijk, ANNA), publiek_id, "-3")
    assert tx.execute(select(t.stembiljet.c.geleding, t.stembiljet.c.inhoud)).all() == [("bedrijven", "[0,1]")]
    stemterug.haal_weg(tx, handeling(wijk, ANNA), publiek_id, zeker=True)
    stem(tx, wijk, ANNA, publiek_id, (2,))
    assert tx.execute(select(t.stemkoppeling.c.bewoner)).all() == [(None,)], "from then on it is a guest's"


def test_a_guest_takes_their_vote_away_by_the_button_that_they_see(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk)
    assert stem(tx, wijk, BAKKER, publiek_id, (0, 1, 2)).data["heeft_stem"]
    assert stemterug.haal_weg(tx, handeling(wijk, BAKKER), publiek_id, zeker=True).melding == "peiling.stem_weg"
    assert hoeveel(tx, t.stembiljet) == hoeveel(tx, t.stemkoppeling) == 0


@pytest.mark.parametrize("hoe", ["weg", "zelf", "gewist"])
def test_who_represents_it_no_more_has_no_vote_there_and_the_seat_is_vacant(
    tx: Connection, wijk: int, hoe: str
) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk)
    stem(tx, wijk, BAKKER, publiek_id, (0, 1, 2))
    lid = geledingen.leden(tx, wijk)[0].publiek_id or ""
    if hoe == "gewist":
        wissen.wis(tx, handeling(wijk, BAKKER))
    else:
        rol.neem_weg(tx, handeling(wijk, LEIDER if hoe == "weg" else BAKKER), lid)
    assert hoeveel(tx, t.stembiljet) == hoeveel(tx, t.stemkoppeling) == 0
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        stemmen.toon(tx, handeling(wijk, BAKKER), publiek_id)
    assert geleding.toon(tx, handeling(wijk, LEIDER)).data["beheer"]["vacant"] == [
        *("kennis", "overheid", "bedrijven", "voorzieningen")
    ]
    assert BAKKER not in set(tx.scalars(select(t.rol.c.extern_id)))


def test_one_person_is_in_one_geleding(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, ANNA)
    tweede = nodig_uit(tx, wijk, "kennis")
    een_account(tx, "anna thuis", bewoner=tx.scalar(select(t.account.c.bewoner).filter_by(extern_id=ANNA)))
    for wie in (ANNA, "anna thuis"):
        with pytest.raises(Geweigerd, match="al_in_geleding"):
            uitnodiging.toon(tx, handeling(wijk, wie), tweede)
    eigen = geleding.toon(tx, handeling(wijk, "anna thuis")).data["eigen"]
    assert (eigen["geleding"], eigen["id"]) == ("bedrijven", None)


def test_only_organisatoren_see_who_is_in_it_and_who_only_works_here_has_nothing_to_see(
    tx: Connection, wijk: int
) -> None:
    word_lid(tx, wijk, BAKKER)
    een_rol(tx, wijk, BEGELEIDER, "noor")
    een_rol(tx, wijk, KERNGROEP, "onbekend")
    beheer = geleding.toon(tx, handeling(wijk, LEIDER)).data["beheer"]
    assert [(lid["bereik"], lid["namens"]) for lid in beheer["leden"]] == [("bedrijven", "Bakkerij <b>=1")]
    assert geleding.toon(tx, handeling(wijk, ANNA)).data["beheer"] is None
    for ander in ("noor", "onbekend"):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            geleding.toon(tx, handeling(wijk, ander))


def test_the_question_reaches_residents_and_guests_once_each(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    word_lid(tx, wijk, ANNA, "kennis")
    naar = doelgroepen.accounts_van(tx, wijk, ALLE_GELEDINGEN, 0, 10)
    wie = dict(tx.execute(select(t.account.c.id, t.account.c.extern_id)).all())
    assert [wie[een] for een in naar] == [ANNA, BAKKER]
    assert doelgroepen.accounts_van(tx, wijk, ALLE_GELEDINGEN, naar[0], 10) == naar[1:]


def test_a_weighed_result_has_both_readings_and_says_who_is_vacant_and_why(tx: Connection, wijk: int) -> None:
    for wie, naar in ((BAKKER, "bedrijven"), (GEMEENTE, "overheid"), ("leraar", "kennis")):
        word_lid(tx, wijk, wie, naar)
    publiek_id = kwesties(tx, wijk)
    burgers(tx, wijk, publiek_id, 12, (0, 1, 2))
    stem(tx, wijk, BAKKER, publiek_id, (2, 0, 1))
    stem(tx, wijk, GEMEENTE, publiek_id, (2, 1, 0))
    data = gesloten(tx, wijk, publiek_id)
    assert hoeveel(tx, t.stemkoppeling) == 0
    assert [(regel["tekst"][1]["optie"], regel["cellen"]) for regel in data["regels"]] == [
        ("ouderen", [23]),
        ("isoleren", [20]),
        ("warmtenet", [17]),
    ]
    weging = data["weging"]
    assert [regel["cellen"] for regel in weging["verdeeld"]] == [[38], [33], [28]]
    assert weging["vacant"] == [["kennis", "geen_stem"], ["voorzieningen", "niemand"]]
    assert weging["kleiner"]
    word_lid(tx, wijk, "zorg", "voorzieningen")  # who comes later was not there then
    assert gesloten(tx, wijk, publiek_id)["weging"] == weging
    geteld = {(d.onderdeel, d.naam): d.metingen for d in tellingen(tx, wijk).onderdelen}
    assert geteld["optie", "ouderen"] == {"stemmen": "23%", "stemmen_verdeeld": "38%"}
    assert geteld["peiling", "Doen we het?"]["vacant"] == "kennis (geen_stem); voorzieningen (niemand)"
    assert [naam for soort, naam in geteld if soort == "optie"] == ["ouderen", "isoleren", "warmtenet"]


def test_with_too_few_burgers_there_is_no_weighed_result_in_chat_or_export(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk)
    burgers(tx, wijk, publiek_id, 9, (0, 1, 2))
    stem(tx, wijk, BAKKER, publiek_id, (2, 0, 1))
    data = gesloten(tx, wijk, publiek_id)
    assert (data["regels"], data["stemmen"], data["weging"]) == ([], "minder dan 10", {"vacant": [], "te_weinig": True})
    geteld = {(d.onderdeel, d.naam): d.metingen for d in tellingen(tx, wijk).onderdelen}
    assert set(geteld["optie", "ouderen"].values()) == {"niet getoond"}


def test_how_votes_weigh_is_asked_and_fixed_and_a_next_round_keeps_it(tx: Connection, wijk: int) -> None:
    zo = handeling(wijk, LEIDER)
    formulier.begin(tx, zo, peiling.FORMULIER)
    formulier.kies(tx, zo, FORMULIEREN, "methode", "kwesties")
    for getypt in ("Wat eerst?", "a\nb\nc\nd"):
        formulier.typ(tx, zo, FORMULIEREN, getypt)
    for naam, keuze in (("kwesties.hoeveel", "3"), ("voor", "geleding"), ("weging", "geleding")):
        formulier.kies(tx, zo, FORMULIEREN, naam, keuze)
    vraag = formulier.typ(tx, zo, FORMULIEREN, "5-2-2027 20:00")
    assert vraag.data["veld"] == "besluit"  # no standing in between where the geledingen weigh
    voorbeeld = formulier.kies(tx, zo, FORMULIEREN, "besluit", "nee")
    assert not {"per_adres", "uitslag_naar"} & set(voorbeeld.data["extra"])
    publiek_id = str(formulier.bevestig(tx, zo, FORMULIEREN).data["id"])
    gemaakt = peilingen.zoek(tx, wijk, publiek_id=publiek_id)
    assert gemaakt is not None
    assert (gemaakt.voor, gemaakt.weging, gemaakt.live) == (ALLE_GELEDINGEN, "geleding", False)
    burgers(tx, wijk, publiek_id, 12, (3, 2, 1))
    straks = handeling(wijk, LEIDER, now=NU + timedelta(days=9))
    stemmen.toon(tx, straks, publiek_id)
    vraag = peiling.opnieuw(tx, straks, publiek_id)
    assert [keuze for keuze, _ in vraag.data["gehaald"]] == ["3", "4"]
    formulier.kies(tx, straks, FORMULIEREN, "kwesties.door", "3")
    formulier.typ(tx, straks, FORMULIEREN, "15-2-2027 20:00")
    formulier.kies(tx, straks, FORMULIEREN, "besluit", "nee")
    tweede = peilingen.zoek(tx, wijk, publiek_id=str(formulier.bevestig(tx, straks, FORMULIEREN).data["id"]))
    assert tweede is not None
    assert [optie.tekst for optie in peilingen.opties(tx, tweede.id)] == ["d", "c", "b"]
    assert (tweede.weging, tweede.vervolg_op) == ("geleding", gemaakt.id)


def test_issues_are_sent_in_by_residents_and_guests_until_voting_opens_and_are_voted_on_then(
    tx: Connection, wijk: int
) -> None:
    word_lid(tx, wijk, BAKKER)
    zo, vormen = handeling(wijk, LEIDER), {toelaten.SAMEN.soort: toelaten.SAMEN}
    data: dict[str, Any] = {"methode": "kwesties", "vraag": "Wat eerst?", "kwesties.opties": list(OPTIES)}
    data |= {"kwesties.hoeveel": "alle", "kwesties.aandragen": "ja", "voor": "geleding", "weging": "geleding"}
    data |= {"sluit_op": SLUIT.isoformat(), "besluit": "nee"}
    with pytest.raises(Geweigerd, match="wanneer_insturen"):
        peiling.FORMULIER.klaar(tx, zo, wie_handelt(tx, zo), data)
    open_ = NU + timedelta(hours=2)
    data["opent_op"] = open_.isoformat()
    publiek_id = str(peiling.FORMULIER.klaar(tx, zo, wie_handelt(tx, zo), data).data["id"])
    for wie, tekst in ((ANNA, "groen"), (BAKKER, "laden en lossen"), (BAKKER, "vrachtverkeer")):
        aandragen.begin(tx, handeling(wijk, wie), publiek_id)
        aandragen.typ(tx, handeling(wijk, wie), tekst)
    groen, laden, vracht = (
        wacht(tx, wijk, publiek_id, tekst, LEIDER) for tekst in ("groen", "laden en lossen", "vrachtverkeer")
    )
    toelaten.erbij(tx, zo, groen, zeker=True)
    toelaten.open_samen(tx, zo, laden)
    for keuze in (f"w{vracht}", ""):
        formulier.kies(tx, zo, vormen, "met", keuze)
    formulier.typ(tx, handeling(wijk, LEIDER), vormen, "ruimte voor vracht")
    doe_wekkers(tx, wijk, open_)
    gemaakt = peilingen.zoek_met_opties(tx, wijk, publiek_id)
    assert gemaakt is not None
    assert [optie.tekst for optie in gemaakt[1]] == [*OPTIES, "groen", "ruimte voor vracht"]
    anna, bakker = (handeling(wijk, wie, now=open_ + timedelta(minutes=1)) for wie in (ANNA, BAKKER))
    for plek in (4, 3, 2, 1, 0):
        stemmen.stem(tx, bakker, publiek_id, str(plek))
    assert len(stemmen.toon(tx, bakker, publiek_id).data["scherm"]["regels"]) == 5
    with pytest.raises(Geweigerd, match="niet"):
        aandragen.begin(tx, anna, publiek_id)
    anders = peilingkopie.pas_aan(tx, handeling(wijk, LEIDER, now=open_ + timedelta(minutes=2)), publiek_id)
    vormen = {"peiling": peiling.FORMULIER}
    later = [handeling(wijk, LEIDER, now=open_ + timedelta(minutes=minuten)) for minuten in (3, 4)]
    assert anders.data["veld"] == "wijziging"
    formulier.typ(tx, later[0], vormen, "De vraag is nu duidelijker.")
    assert formulier.bevestig(tx, later[1], vormen).soort == "peiling.open", "a version needs no new moment"


def test_who_may_have_voted_for_a_geleding_hears_that_the_poll_was_withdrawn(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = kwesties(tx, wijk)
    stem(tx, wijk, ANNA, publiek_id, (0,))
    stem(tx, wijk, BAKKER, publiek_id, (0,))
    peiling.trek_in(tx, handeling(wijk, LEIDER), publiek_id, zeker=True)
    rij = select(t.wekker.c.id).where(t.wekker.c.soort == "peiling_ingetrokken")
    (alarm,) = wekkers.van_ids(tx, wijk, [tx.scalar(rij) or 0])
    naar = oproep.ingetrokken(tx, Geval(wijk, alarm, NU, AMSTERDAM, Verzending()), 10).naar
    assert [kenmerk(tx, account)[1] for account in naar] == [ANNA, BAKKER]


def _maak_voor(tx: Connection, wijk: int, welke: str) -> str:
    """Ask one geleding by the form; return the id of the poll."""
    zo = handeling(wijk, LEIDER)
    formulier.begin(tx, zo, peiling.FORMULIER)
    formulier.kies(tx, zo, FORMULIEREN, "methode", "keuze")
    for getypt in ("Wie gaat?", "Jansen\nDe Wit"):
        formulier.typ(tx, zo, FORMULIEREN, getypt)
    for naam, keuze in (("keuze.max_keuzes", "een"), ("voor", "een_geleding"), ("geleding", welke)):
        formulier.kies(tx, zo, FORMULIEREN, naam, keuze)
    formulier.typ(tx, zo, FORMULIEREN, "5-2-2027 20:00")
    voorbeeld = formulier.kies(tx, zo, FORMULIEREN, "live", "nee")
    assert voorbeeld.soort == "peiling.voorbeeld", "it is asked of no decision"
    assert not {"per_adres", "uitslag_naar"} & set(voorbeeld.data["extra"])
    return str(formulier.bevestig(tx, zo, FORMULIEREN).data["id"])


@pytest.mark.overal
def test_a_poll_of_one_geleding_is_seen_voted_in_and_read_by_its_members_and_the_team_only(
    tx: Connection, wijk: int
) -> None:
    with pytest.raises(Geweigerd, match="geleding_vacant"):
        _maak_voor(tx, wijk, "voorzieningen")
    word_lid(tx, wijk, BAKKER)
    word_lid(tx, wijk, GEMEENTE, "overheid")
    een_account(tx, "buur", bewoner=een_bewoner(tx, wijk))
    word_lid(tx, wijk, "buur")  # lives here, and votes for a company
    publiek_id = _maak_voor(tx, wijk, "bedrijven")
    een = peilingen.zoek(tx, wijk, publiek_id=publiek_id)
    assert een is not None
    assert (een.voor, een.weging, een.over_besluit) == (Doelgroep("geleding", "bedrijven"), "ieder", False)
    assert not peilingsteun.kan_tellen(replace(een, over_besluit=True), "bewoners"), "it speaks for no whole"
    naar = doelgroepen.accounts_van(tx, wijk, een.voor, 0, 10)
    assert [kenmerk(tx, account)[1] for account in naar] == [BAKKER, "buur"]
    for wie, namens in ((BAKKER, True), ("buur", False)):
        gezien = stemmen.toon(tx, handeling(wijk, wie), publiek_id).data
        assert (gezien["groep"], gezien["gast"]) == (["geleding", "bedrijven"], namens)
        assert publiek_id in {p["id"] for p in peiling.lijst(tx, handeling(wijk, wie)).data["peilingen"]}
        stem(tx, wijk, wie, publiek_id, (0,))
    for wie in (ANNA, GEMEENTE):
        assert peiling.lijst(tx, handeling(wijk, wie)).data["peilingen"] == []
        with pytest.raises(Geweigerd):
            stemmen.toon(tx, handeling(wijk, wie), publiek_id)
        with pytest.raises(Geweigerd):
            stem(tx, wijk, wie, publiek_id, (0,))
    with pytest.raises(Geweigerd, match="andere_groep"):  # who is in it has an account: nobody votes on paper
        stemvel.toon(tx, handeling(wijk, LEIDER), publiek_id)
    assert hoeveel(tx, t.bewijs_prive, t.bewijs_prive.c.soort == "stem_besluit") == 0
    for wie in (LEIDER, BAKKER):
        data = stemmen.toon(tx, handeling(wijk, wie, now=NU + timedelta(days=9)), publiek_id).data
        assert ([regel["cellen"] for regel in data["regels"]], data["exact"]) == ([[2], [0]], True)
        assert data["geleding"] == "bedrijven"
    assert "optie" not in {d.onderdeel for d in tellingen(tx, wijk).onderdelen if d.metingen.get("stemmen") == 2}


def test_the_burgers_too_can_be_asked_by_themselves_by_the_rules_of_small_numbers(tx: Connection, wijk: int) -> None:
    word_lid(tx, wijk, BAKKER)
    publiek_id = _maak_voor(tx, wijk, "burgers")
    stem(tx, wijk, ANNA, publiek_id, (0,))
    with pytest.raises(Geweigerd):
        stem(tx, wijk, BAKKER, publiek_id, (0,))
    for wie in (LEIDER, ANNA):
        data = stemmen.toon(tx, handeling(wijk, wie, now=NU + timedelta(days=9)), publiek_id).data
        assert (data["regels"], data["stemmen"], data["geleding"]) == ([], "minder dan 10", "burgers")
