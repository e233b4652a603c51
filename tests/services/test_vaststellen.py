"""Fixing the spelregels: who may, in which state, what a second person reads, and what counts from then on."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.canoniek import canoniek
from bot.rules.spelregels import Spelregels, uit_json, uit_ruw
from bot.services import bewijslog, formulier, spelregels, vaststellen, voorstel
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import BEGELEIDER, BEHEERDER, KERNGROEP, ORGANISATOR
from bot.services.stand import bereken_stand
from bot.storage import accounts, voorkeuren
from bot.storage import spelregels as opslag
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_rol, een_wijk, handeling
from tests.services.test_wekker import bewoner, tik, verstuurd

IBRAHIM, NOOR, KAREL = "9002", "9001", "9003"
FORMULIEREN = {vaststellen.SOORT: vaststellen.FORMULIER}
LINK = "https://gemeente.voorbeeld.nl/besluit"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, wijk, rollen)
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    return wijk


def vul_in(tx: Connection, wijk: int, volgt: str = "ja") -> Boodschap:
    """Fill in who confirmed them, up to the preview."""
    vaststellen.begin(tx, handeling(wijk, IBRAHIM))
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "orgaan", "gemeenteraad")
    for antwoord in ("2027-014", "12 januari 2027", LINK):
        formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, antwoord)
    return formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "volgt", volgt)


def vraag(tx: Connection, wijk: int) -> str:
    """Ask a second person; return the id of the voorstel."""
    vul_in(tx, wijk)
    publiek_id: str = formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN).data["id"]
    return publiek_id


def stel_vast(tx: Connection, wijk: int) -> None:
    voorstel.akkoord(tx, handeling(wijk, NOOR), vraag(tx, wijk))


def test_a_second_person_fixes_exactly_what_was_shown_and_everybody_reads_it(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    gezien = vul_in(tx, wijk).data
    publiek_id = formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN).data["id"]
    assert spelregels.toon(tx, handeling(wijk, "1")).data["concept"]
    gelezen, knoppen = voorstel.lees(tx, handeling(wijk, NOOR), publiek_id)
    assert gelezen.data["regels"] == gezien["regels"] == Spelregels(versie=1).als_json()
    assert knoppen.soort == "voorstel.een"
    voorstel.akkoord(tx, handeling(wijk, NOOR), publiek_id)
    data = spelregels.toon(tx, handeling(wijk, "1")).data
    assert (data["concept"], data["versie"], data["hash"]) == (False, 1, gezien["hash"])
    assert data["hash"] == gelezen.data["hash"] == Spelregels(versie=1).hash()
    assert data["besluit"] == {
        "orgaan": "gemeenteraad",
        "besluitnummer": "2027-014",
        "besluit_op": "2027-01-12",
        "besluitlink": LINK,
        "volgt": True,
        "vastgesteld_op": NU.isoformat(),
    }
    assert bereken_stand(tx, wijk).spelregels.versie == 1


def test_rules_without_any_condition_are_not_fixed(tx: Connection, wijk: int) -> None:
    """All of none are met: that would be an outcome."""
    opslag.volg_instellingen(tx, wijk, replace(Spelregels(), drempels=()).canoniek())
    with pytest.raises(Geweigerd, match=r"vaststellen\.geen_voorwaarden"):
        vaststellen.begin(tx, handeling(wijk, IBRAHIM))


@pytest.mark.overal
def test_the_version_stands_in_the_log_after_what_was_recorded_before_it(tx: Connection, wijk: int) -> None:
    leg_vast(tx, handeling(wijk), een_bewoner(tx, wijk), Feit("stem_besluit", "p1", "knop"))
    stel_vast(tx, wijk)
    vraag_log = select(t.bewijs.c.blad, t.bewijs.c.openbaar).where(t.bewijs.c.wijk == wijk)
    daad, blad = tx.execute(vraag_log.order_by(t.bewijs.c.volgnummer)).all()
    assert (daad.openbaar, blad.openbaar) == (False, True)
    gelegd = json.loads(blad.blad)
    (versie,) = opslag.vastgestelde(tx, wijk)
    assert (gelegd["soort"], gelegd["spelregels"], gelegd["hash"]) == ("spelregels", 1, versie.hash)
    assert canoniek(gelegd["regels"]) == versie.inhoud
    assert (gelegd["orgaan"], gelegd["besluitnummer"], gelegd["volgt"]) == ("gemeenteraad", "2027-014", True)
    assert (gelegd["besluit_op"], gelegd["dag"], gelegd["besluitlink"]) == ("2027-01-12", "2027-02-01", LINK)
    assert tx.scalars(select(t.wekker.c.moment).where(t.wekker.c.soort == bewijslog.WEKKER)).all() == [NU]


@pytest.mark.parametrize(
    ("wie", "mag"),
    [(IBRAHIM, None), (NOOR, "rol_nodig"), (KAREL, "rol_nodig"), ("1", "rol_nodig"), ("99", "rol_nodig")],
)
def test_only_the_organisator_begins(tx: Connection, wijk: int, wie: str, mag: str | None) -> None:
    bewoner(tx, wijk, "1")
    if mag is None:
        assert vaststellen.begin(tx, handeling(wijk, wie)).soort == "formulier.vraag"
        return
    with pytest.raises(Geweigerd, match=mag):
        vaststellen.begin(tx, handeling(wijk, wie))


@pytest.mark.parametrize(
    ("wie", "nee"), [(NOOR, None), (KAREL, None), ("5", None), (IBRAHIM, "voorstel.eigen"), ("1", "rol_nodig")]
)
def test_a_second_person_always_confirms(tx: Connection, wijk: int, wie: str, nee: str | None) -> None:
    bewoner(tx, wijk, "1")
    een_account(tx, "5")
    een_rol(tx, wijk, KERNGROEP, "5")
    publiek_id = vraag(tx, wijk)
    if nee is None:
        voorstel.akkoord(tx, handeling(wijk, wie), publiek_id)
        assert len(opslag.vastgestelde(tx, wijk)) == 1
        return
    with pytest.raises(Geweigerd, match=nee):
        voorstel.akkoord(tx, handeling(wijk, wie), publiek_id)
    assert not opslag.vastgestelde(tx, wijk)


def test_who_lost_the_role_since_fixes_nothing_by_another_role(tx: Connection, wijk: int) -> None:
    publiek_id = vraag(tx, wijk)
    rollen = [(BEGELEIDER, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, wijk, rollen)
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, handeling(wijk, NOOR), publiek_id)
    assert not opslag.vastgestelde(tx, wijk)


def test_asked_twice_it_is_one_question_and_two_who_confirm_it_fix_one_version(tx: Connection, wijk: int) -> None:
    eerste, tweede = vraag(tx, wijk), vraag(tx, wijk)
    assert tweede == eerste
    voorstel.akkoord(tx, handeling(wijk, NOOR), eerste)
    with pytest.raises(Geweigerd, match="al_bevestigd"):
        voorstel.akkoord(tx, handeling(wijk, KAREL), tweede)
    with pytest.raises(Geweigerd, match="geen_concept"):
        vaststellen.begin(tx, handeling(wijk, IBRAHIM))
    assert [een.versie for een in opslag.vastgestelde(tx, wijk)] == [1]


@pytest.mark.parametrize("wanneer", ["voorbeeld", "klaar", "akkoord"])
def test_a_concept_that_changed_meanwhile_is_not_fixed(tx: Connection, wijk: int, wanneer: str) -> None:
    vaststellen.begin(tx, handeling(wijk, IBRAHIM))
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "orgaan", "college")
    for antwoord in ("2027-014", "12-1-2027", LINK):
        formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, antwoord)
    ander = uit_ruw({"naam": "Anders"}, "test").canoniek()

    def nu(stap: str) -> None:
        if stap == wanneer:
            opslag.volg_instellingen(tx, wijk, ander)

    def loop() -> None:
        nu("voorbeeld")
        formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "volgt", "nee")
        nu("klaar")
        publiek_id = formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN).data["id"]
        nu("akkoord")
        voorstel.akkoord(tx, handeling(wijk, NOOR), publiek_id)

    with pytest.raises(Geweigerd, match="intussen_gewijzigd"):
        loop()
    assert not opslag.vastgestelde(tx, wijk)


def test_the_settings_never_change_a_version_that_was_fixed(tx: Connection, wijk: int) -> None:
    stel_vast(tx, wijk)
    (voor,) = opslag.vastgestelde(tx, wijk)
    opslag.volg_instellingen(tx, wijk, uit_ruw({"eenheid": "huishoudens"}, "test").canoniek())
    assert opslag.vastgestelde(tx, wijk) == [voor]
    assert opslag.concept(tx, wijk) is None
    assert spelregels.geldend(tx, wijk) == uit_json(voor.inhoud)


def test_evidence_of_before_the_first_freeze_counts_for_no_version(tx: Connection, wijk: int) -> None:
    vroeg, laat = een_bewoner(tx, wijk), een_bewoner(tx, wijk)
    leg_vast(tx, handeling(wijk), vroeg, Feit("stem_besluit", "p1", "knop"))
    assert bereken_stand(tx, wijk).drempels[0].teller == 1
    stel_vast(tx, wijk)
    assert bereken_stand(tx, wijk).drempels[0].teller == 0
    leg_vast(tx, handeling(wijk), laat, Feit("stem_besluit", "p2", "knop"))
    leg_vast(tx, handeling(wijk), vroeg, Feit("stem_besluit", "p2", "knop"))
    assert bereken_stand(tx, wijk).drempels[0].teller == 2


def test_the_neighbourhood_hears_of_it_as_of_the_gemeenteraad(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), raad=False)
    stel_vast(tx, wijk)
    for later in (timedelta(0), timedelta(minutes=1)):
        tik(tx, wijk, NU + later)
    assert verstuurd(tx, "spelregels.vastgesteld") == ["1"]
    data: Any = tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "spelregels.vastgesteld")).one()
    assert data["besluit"]["besluitlink"] == LINK


@pytest.mark.parametrize(
    ("vraag_", "antwoord", "nee"),
    [
        ("besluitnummer", "x" * 61, "te_lang"),
        ("besluitnummer", "😀", "vaststellen.nummer"),
        ("besluit_op", "2 februari 2027", "vaststellen.later"),
        ("besluit_op", "1 februari", "moment.geen_jaar"),
        ("besluit_op", "31-2-2027", "moment.bestaat_niet"),
        ("besluit_op", "ooit een keer", "datum.onbekend"),
        ("besluitlink", "http://voorbeeld.nl", "formulier.link"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(
    tx: Connection, wijk: int, vraag_: str, antwoord: str, nee: str
) -> None:
    vaststellen.begin(tx, handeling(wijk, IBRAHIM))
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "orgaan", "college")
    for naam, goed in (("besluitnummer", "1"), ("besluit_op", "1 februari 2027"), ("besluitlink", LINK)):
        if naam == vraag_:
            with pytest.raises(Geweigerd, match=nee):
                formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, antwoord)
        stap = formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, goed)
    assert stap.data["veld"] == "volgt"


@pytest.mark.parametrize("welke", ["2", "0", "concept", "x", "-1", "１"])
def test_a_version_that_is_not_there_is_refused(tx: Connection, wijk: int, welke: str) -> None:
    bewoner(tx, wijk, "1")
    stel_vast(tx, wijk)
    for toon in (spelregels.toon, spelregels.letterlijk):
        with pytest.raises(Geweigerd, match=r"spelregels\.onbekend"):
            toon(tx, handeling(wijk, "1"), welke)


def test_who_is_not_in_reads_nothing(tx: Connection, wijk: int) -> None:
    for toon in (spelregels.toon, spelregels.letterlijk):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            toon(tx, handeling(wijk, "99"), "")


def test_the_exact_text_in_parts_is_what_the_hash_is_of(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    opslag.volg_instellingen(tx, wijk, uit_ruw({"bron": "<é&🏘️> " * 900}, "test").canoniek())
    delen = spelregels.letterlijk(tx, handeling(wijk, "1"), "")
    tekst = "".join(deel.data["tekst"] for deel in delen)
    assert len(delen) > 2
    assert uit_json(tekst).hash() == spelregels.toon(tx, handeling(wijk, "1")).data["hash"]
