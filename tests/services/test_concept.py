"""Drafts of plans: made by one and published by two, reacted to per section, answered, and gathered in the nota."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules.conceptbestand import Conceptbestand, Tekstdeel
from bot.rules.spelregels import Spelregels
from bot.services import (
    concept,
    conceptantwoord,
    conceptpapier,
    conceptreactie,
    conceptvorm,
    formulier,
    voorstel,
    wissen,
)
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, concepten, conceptreacties
from bot.storage import bewijs as bewijzen
from bot.storage import tables as t
from tests.builders import NU, een_huishouden, een_publiek_id, een_wijk, handeling
from tests.services.test_wekker import bewoner, tik, verstuurd

IBRAHIM, NOOR = "9002", "9001"
TOT = NU + timedelta(days=30)
ALLE = (conceptvorm.FORMULIER, conceptvorm.TERM, conceptvorm.DEEL, conceptpapier.FORMULIER, conceptantwoord.FORMULIER)
FORMULIEREN = {f.soort: f for f in ALLE}
GEHOORD = Spelregels(telt_ook=("reactie",)).telt("gehoord")


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    for wie in ("1", "2"):
        bewoner(tx, wijk, wie)
    return wijk


def maak(tx: Connection, wijk: int, *titels: str, titel: str = "Buurtplan") -> str:
    """Let a file be the draft; return its id."""
    delen = tuple(Tekstdeel(kop, f"Tekst van {kop}.") for kop in titels or ("Warmte", "Straten"))
    ids = [een_publiek_id() for _ in range(len(delen) + 1)]
    return conceptvorm.uit_bestand(tx, wijk, Conceptbestand(titel, delen), ids, soort="buurtplan", tot=TOT).publiek_id


def publiceer(tx: Connection, wijk: int, publiek_id: str) -> None:
    vraag = conceptvorm.vraag_publicatie(tx, handeling(wijk, IBRAHIM), publiek_id)
    voorstel.akkoord(tx, handeling(wijk, NOOR), vraag.data["id"])


def gepubliceerd(tx: Connection, wijk: int, *titels: str) -> tuple[str, list[str]]:
    publiek_id = maak(tx, wijk, *titels)
    publiceer(tx, wijk, publiek_id)
    return publiek_id, delen(tx, wijk, publiek_id)


def delen(tx: Connection, wijk: int, publiek_id: str) -> list[str]:
    return [regel[0] for regel in concept.toon(tx, handeling(wijk, IBRAHIM), publiek_id).data["delen"]]


def reageer(tx: Connection, wijk: int, wie: str, deel: str, tekst: str = "Geen hout stoken.") -> str:
    conceptreactie.begin(tx, handeling(wijk, wie), deel)
    publiek_id: str = conceptreactie.typ(tx, handeling(wijk, wie), tekst).data["id"]
    return publiek_id


def vul_in(tx: Connection, wijk: int, wie: str, *antwoorden: tuple[str, str] | str) -> Any:
    """Answer the open form: a button as (question, choice), typed text as it is."""
    for antwoord in antwoorden:
        if isinstance(antwoord, str):
            scherm = formulier.typ(tx, handeling(wijk, wie), FORMULIEREN, antwoord)
        else:
            scherm = formulier.kies(tx, handeling(wijk, wie), FORMULIEREN, *antwoord)
    return scherm


def beantwoord(tx: Connection, wijk: int, deel: str, *antwoorden: tuple[str, str] | str) -> Any:
    conceptantwoord.begin(tx, handeling(wijk, NOOR), deel)
    vul_in(tx, wijk, NOOR, *antwoorden)
    return formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)


def gehoord(tx: Connection, wijk: int, *, met_staf: bool = True) -> int:
    return bewijzen.tel(tx, bewijzen.Telvraag(wijk, GEHOORD, "bewoners", met_staf=met_staf)).teller_laag


def geweigerd(doe: Any, *args: Any, **velden: Any) -> str:
    with pytest.raises(Geweigerd) as nee:
        doe(*args, **velden)
    return nee.value.sleutel


def test_it_is_made_in_chat_section_by_section_and_only_the_team_sees_it(tx: Connection, wijk: int) -> None:
    formulier.begin(tx, handeling(wijk, IBRAHIM), conceptvorm.FORMULIER)
    gemaakt = vul_in(tx, wijk, IBRAHIM, ("soort", "wup"), "Warmteplan", "31 maart 2027 20:00", ("stuk", ""))
    publiek_id = gemaakt.data["id"]
    for kop, tekst in (("Warmte", "Wat we kiezen."), ("Geld", "Wat het kost.")):
        conceptvorm.begin_deel(tx, handeling(wijk, IBRAHIM), publiek_id)
        scherm = vul_in(tx, wijk, IBRAHIM, kop, tekst)
    eerste, tweede = (regel[0] for regel in scherm.data["delen"])
    conceptvorm.begin_wijzigen(tx, handeling(wijk, IBRAHIM), tweede)
    vul_in(tx, wijk, IBRAHIM, "Kosten", "Wat het kost, per maand.")
    assert conceptvorm.haal_deel_weg(tx, handeling(wijk, IBRAHIM), eerste, zeker=False).soort == "concept.zeker_deel"
    over = conceptvorm.haal_deel_weg(tx, handeling(wijk, IBRAHIM), eerste, zeker=True)
    assert [regel[1:3] for regel in over.data["delen"]] == [[1, "Kosten"]]
    assert concept.lijst(tx, handeling(wijk, "1")).data["concepten"] == []
    assert geweigerd(concept.toon, tx, handeling(wijk, "1"), publiek_id) == "concept.onbekend"
    assert geweigerd(concept.deel, tx, handeling(wijk, "1"), tweede) == "concept.onbekend"
    assert geweigerd(conceptvorm.begin_deel, tx, handeling(wijk, NOOR), publiek_id) == "rol_nodig"


def test_a_second_person_publishes_what_was_asked_and_nothing_else(tx: Connection, wijk: int) -> None:
    publiek_id = maak(tx, wijk)
    vraag = conceptvorm.vraag_publicatie(tx, handeling(wijk, IBRAHIM), publiek_id).data["id"]
    inhoud, _ = voorstel.lees(tx, handeling(wijk, NOOR), vraag)
    assert (inhoud.soort, len(inhoud.data["delen"]), inhoud.data["bewerkt"]) == ("concept.een", 2, False)
    conceptvorm.begin_wijzigen(tx, handeling(wijk, IBRAHIM), delen(tx, wijk, publiek_id)[0])
    vul_in(tx, wijk, IBRAHIM, "Warmte", "Stiekem anders.")
    assert geweigerd(voorstel.akkoord, tx, handeling(wijk, IBRAHIM), vraag) == "voorstel.eigen"
    assert geweigerd(voorstel.akkoord, tx, handeling(wijk, NOOR), vraag) == "concept.intussen_gewijzigd"
    publiceer(tx, wijk, publiek_id)
    tik(tx, wijk, NU)
    assert verstuurd(tx, "concept.nieuw") == ["1", "2"]
    assert geweigerd(conceptvorm.begin_deel, tx, handeling(wijk, IBRAHIM), publiek_id) == "concept.al_gepubliceerd"
    leeg = maak(tx, wijk, titel="Ander plan")
    for deel in delen(tx, wijk, leeg):
        conceptvorm.haal_deel_weg(tx, handeling(wijk, IBRAHIM), deel, zeker=True)
    assert geweigerd(conceptvorm.vraag_publicatie, tx, handeling(wijk, IBRAHIM), leeg) == "concept.geen_delen"


def test_a_reaction_is_read_without_a_name_and_counts_once_per_person(tx: Connection, wijk: int) -> None:
    _, (warmte, straten) = gepubliceerd(tx, wijk)
    for deel in (warmte, straten, straten):
        reageer(tx, wijk, "1", deel)
    assert gehoord(tx, wijk) == 1
    assert bewijzen.tel(tx, bewijzen.Telvraag(wijk, Spelregels().telt("gehoord"), "bewoners")).teller_laag == 0
    gezien = conceptantwoord.lijst(tx, handeling(wijk, NOOR), straten).data
    assert gezien["teksten"] == ["Geen hout stoken."] * 2
    assert "bewoner" not in str(gezien)
    assert geweigerd(conceptantwoord.lijst, tx, handeling(wijk, "2"), straten) == "rol_nodig"
    assert mijn_gegevens(tx, handeling(wijk, "1")).data["conceptreacties"] == 3
    assert concept.toon(tx, handeling(wijk, "2"), gezien["concept"]).data["wacht"] == 0


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("👍", "formulier.woorden"),
        ("👩‍👩‍👧", "formulier.woorden"),
        (" ", "formulier.te_lang"),
        ("x" * 5000, "formulier.zoveel_te_lang"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_the_question_stays_open(
    tx: Connection, wijk: int, tekst: str, waarom: str
) -> None:
    _, (warmte, _) = gepubliceerd(tx, wijk)
    vraag = conceptreactie.begin(tx, handeling(wijk, "1"), warmte)
    with pytest.raises(Geweigerd, match=waarom) as nee:
        conceptreactie.typ(tx, handeling(wijk, "1"), tekst)
    assert nee.value.onder == (vraag.soort, vraag.data)
    assert conceptreactie.typ(tx, handeling(wijk, "1"), "x" * 1000).soort == "conceptreactie.bewaard"


def test_one_withdraws_ones_own_until_the_term_ends_and_then_counts_no_more(tx: Connection, wijk: int) -> None:
    _, (warmte, _) = gepubliceerd(tx, wijk)
    eerste, tweede = (reageer(tx, wijk, "1", warmte) for _ in range(2))
    assert geweigerd(conceptreactie.trek_in, tx, handeling(wijk, "2"), eerste) == "spelregelreactie.onbekend"
    conceptreactie.trek_in(tx, handeling(wijk, "1"), eerste)
    assert gehoord(tx, wijk) == 1
    assert geweigerd(conceptreactie.trek_in, tx, handeling(wijk, "1", now=TOT), tweede) == "concept.gesloten"
    conceptreactie.trek_in(tx, handeling(wijk, "1"), tweede)
    assert gehoord(tx, wijk) == 0
    assert geweigerd(conceptreactie.begin, tx, handeling(wijk, "1", now=TOT), warmte) == "concept.gesloten"


def test_no_more_than_five_of_one_wait_at_a_section(tx: Connection, wijk: int) -> None:
    _, (warmte, straten) = gepubliceerd(tx, wijk)
    for _ in range(conceptreactie.MEEST):
        reageer(tx, wijk, "1", warmte)
    assert geweigerd(conceptreactie.begin, tx, handeling(wijk, "1"), warmte) == "concept.te_veel"
    reageer(tx, wijk, "1", straten)


def test_without_a_phone_a_seat_is_heard_by_staff_and_someone_unnamed_counts_for_nobody(
    tx: Connection, wijk: int
) -> None:
    _, (warmte, _) = gepubliceerd(tx, wijk)
    een_huishouden(tx, wijk, volwassenen=2, straat="Uilenpad", huisnummer=7)
    conceptpapier.begin(tx, handeling(wijk, NOOR), warmte)
    vul_in(tx, wijk, NOOR, "Uilenpad 7", ("stoel", "2"), "Eerst isoleren.")
    formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)
    assert (gehoord(tx, wijk), gehoord(tx, wijk, met_staf=False)) == (1, 0)
    conceptpapier.begin(tx, handeling(wijk, NOOR), warmte)
    vul_in(tx, wijk, NOOR, ("adres", "niemand"), "Ik zeg niet wie ik ben.")
    formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)
    assert gehoord(tx, wijk) == 1
    assert len(conceptantwoord.lijst(tx, handeling(wijk, NOOR), warmte).data["teksten"]) == 2
    conceptpapier.begin(tx, handeling(wijk, NOOR), warmte)
    vul_in(tx, wijk, NOOR, "Nergens 1", ("stoel", "1"), "Hallo daar.")
    assert geweigerd(formulier.bevestig, tx, handeling(wijk, NOOR), FORMULIEREN) == "huishouden.schrijf_nummer"
    for volwassenen, eerste in ((1, "tekst"), (2, "stoel")):  # at a door; with one seat nobody asks which
        nieuw = een_huishouden(tx, wijk, volwassenen=volwassenen, straat="Uilenpad", huisnummer=10 + volwassenen).id
        huis = str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == nieuw)))
        assert conceptpapier.begin(tx, handeling(wijk, NOOR), warmte, huis).data["veld"] == eerste
    assert geweigerd(conceptpapier.begin, tx, handeling(wijk, "1"), warmte) == "rol_nodig"


def test_an_answer_goes_back_to_who_reacted_and_no_needs_a_reason(tx: Connection, wijk: int) -> None:
    publiek_id, (warmte, straten) = gepubliceerd(tx, wijk)
    welke = [reageer(tx, wijk, wie, warmte) for wie in ("1", "2")]
    conceptantwoord.begin(tx, handeling(wijk, NOOR), warmte)
    for een in welke:
        formulier.kies(tx, handeling(wijk, NOOR), FORMULIEREN, "welke", een)
    vul_in(tx, wijk, NOOR, ("welke", ""), "Stook geen hout.", ("oordeel", "niet"))
    assert formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN).data["veld"] == "reden"
    vul_in(tx, wijk, NOOR, "Hout is voor sommigen nu nog nodig.")
    formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)
    assert verstuurd(tx, "conceptreactie.antwoord") == ["1", "2"]
    (mijn,) = conceptreactie.eigen(tx, handeling(wijk, "1")).data["reacties"]
    assert (mijn["oordeel"], mijn["reden"]) == ("niet", "Hout is voor sommigen nu nog nodig.")
    reageer(tx, wijk, "1", straten)
    beantwoord(tx, wijk, straten, ("weergave", "zo"), ("oordeel", "overgenomen"), ("toelichting", ""))
    assert concept.toon(tx, handeling(wijk, NOOR), publiek_id).data["wacht"] == 0


def nota(tx: Connection, wijk: int, publiek_id: str, now: datetime = TOT) -> list[tuple[Any, ...]]:
    een = concepten.zoek(tx, wijk, publiek_id=publiek_id)
    assert een is not None
    if not conceptantwoord.is_compleet(tx, een, now):
        return []
    return [(r.nummer, r.tekst, r.aantal, r.oordeel) for r in conceptreacties.nota(tx, een.id)]


def test_the_nota_is_complete_after_the_term_when_nothing_waits_and_an_erased_text_is_gone_from_it(
    tx: Connection, wijk: int
) -> None:
    publiek_id, (warmte, straten) = gepubliceerd(tx, wijk)
    reageer(tx, wijk, "1", warmte, "Ik ben Piet van nummer 3.")
    reageer(tx, wijk, "1", straten, "Meer bomen.")
    beantwoord(tx, wijk, warmte, "Iemand vraagt om hulp.", ("oordeel", "deels"), "Dat kan niet overal.")
    assert nota(tx, wijk, publiek_id) == [], "one still waits"
    beantwoord(tx, wijk, straten, ("weergave", "zo"), ("oordeel", "overgenomen"), "Mooi!")
    assert nota(tx, wijk, publiek_id, NU) == [], "the term is not over"
    eigen = (1, "Iemand vraagt om hulp.", 1, "deels")
    assert nota(tx, wijk, publiek_id) == [eigen, (2, "Meer bomen.", 1, "overgenomen")]
    wissen.wis(tx, handeling(wijk, "1"))
    assert nota(tx, wijk, publiek_id) == [eigen, (2, None, 1, "overgenomen")]
    assert tx.scalar(select(func.count()).select_from(t.conceptreactie)) == 0


@pytest.mark.overal
def test_of_texts_with_one_answer_the_nota_does_not_tell_which_came_first(tx: Connection, wijk: int) -> None:
    publiek_id, (_, straten) = gepubliceerd(tx, wijk)
    welke = [reageer(tx, wijk, "1", straten, tekst) for tekst in ("Een.", "Twee.", "Drie.", "Vier.")]
    conceptantwoord.begin(tx, handeling(wijk, NOOR), straten)
    for een in welke:
        formulier.kies(tx, handeling(wijk, NOOR), FORMULIEREN, "welke", een)
    vul_in(tx, wijk, NOOR, ("welke", ""), ("weergave", "zo"), ("oordeel", "overgenomen"), "Mooi!")
    formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)
    c = t.conceptreactie.c
    op_toeval = tx.scalars(select(c.tekst).order_by(c.publiek_id)).all()
    assert [tekst for _, tekst, *_ in nota(tx, wijk, publiek_id)] == op_toeval


def test_a_new_version_says_per_section_what_changed_and_closes_the_old_one(tx: Connection, wijk: int) -> None:
    publiek_id, (warmte, *_) = gepubliceerd(tx, wijk, "Warmte", "Straten", "Geld")
    nieuw = conceptvorm.begin_versie(tx, handeling(wijk, IBRAHIM), publiek_id).data["id"]
    assert conceptvorm.begin_versie(tx, handeling(wijk, IBRAHIM), publiek_id).data["id"] == nieuw
    eerste, _, derde = delen(tx, wijk, nieuw)
    conceptvorm.begin_wijzigen(tx, handeling(wijk, IBRAHIM), eerste)
    vul_in(tx, wijk, IBRAHIM, "Warmte", "Nu zonder hout.")
    conceptvorm.haal_deel_weg(tx, handeling(wijk, IBRAHIM), derde, zeker=True)
    conceptvorm.begin_deel(tx, handeling(wijk, IBRAHIM), nieuw)
    vul_in(tx, wijk, IBRAHIM, "Bomen", "Er komen bomen.")
    publiceer(tx, wijk, nieuw)
    data = concept.toon(tx, handeling(wijk, "1"), nieuw).data
    assert [(regel[2], regel[4]) for regel in data["delen"]] == [
        ("Warmte", "anders"),
        ("Straten", None),
        ("Bomen", "nieuw"),
    ]
    assert (data["vervallen"], data["versie"]) == (["Geld"], 2)
    assert concept.deel(tx, handeling(wijk, "1"), eerste, oud=True).data["tekst"] == "Tekst van Warmte."
    assert concept.toon(tx, handeling(wijk, "1"), publiek_id).data["staat"] == "opgevolgd"
    assert geweigerd(conceptreactie.begin, tx, handeling(wijk, "1"), warmte) == "concept.gesloten"


def test_a_file_of_a_published_plan_is_its_next_version_and_replaces_what_was_not_published(
    tx: Connection, wijk: int
) -> None:
    gepubliceerd(tx, wijk, "Warmte", "Straten")
    maak(tx, wijk, "Warmte", "Iets anders")
    derde = maak(tx, wijk, "Warmte", "Bomen")
    alle = concept.lijst(tx, handeling(wijk, IBRAHIM)).data["concepten"]
    assert [(een["versie"], een["staat"]) for een in alle] == [(2, "kladversie"), (1, "open")]
    data = concept.toon(tx, handeling(wijk, IBRAHIM), derde).data
    assert [regel[4] for regel in data["delen"]] == [None, "nieuw"]
