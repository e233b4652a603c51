"""Questions at a meeting: asking before it and from inside, putting together, answering, and the vraagbaak."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import toont
from bot.rules.spelregels import Spelregels
from bot.services import afvinken, bijeenkomstvraag, formulier, inchecken, vraagbaak, zaalvragen
from bot.services.handeling import BEGELEIDER, TREKKER
from bot.services.wissen import wis
from bot.storage import accounts, bijeenkomstvragen, deuren
from bot.storage import tables as t
from bot.storage.bijeenkomsten import Bijeenkomst
from tests.builders import (
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_huishouden,
    een_rol,
    een_telling,
    een_wijk,
    handeling,
)

BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)
ERVOOR, TIJDENS, ERNA = BEGIN - timedelta(days=1), BEGIN + timedelta(minutes=40), BEGIN + timedelta(days=1)
NOOR, ANNA, BRAM, TESSA = "9001", "1", "2", "9002"
ALLE = {f.soort: f for f in (zaalvragen.NAMENS, vraagbaak.ANTWOORD, vraagbaak.PUBLICEREN)}


class Avond:
    """A meeting with questions, and the people around it."""

    def __init__(self, tx: Connection) -> None:
        self.tx, self.wijk = tx, een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", NOOR)])
        for wie in (ANNA, BRAM):
            een_account(tx, wie, bewoner=een_bewoner(tx, self.wijk))
        self.bij = een_bijeenkomst(tx, self.wijk, titel="Warme avond", begin=BEGIN)

    def als(self, wie: str, now: datetime = ERVOOR) -> Any:
        return handeling(self.wijk, wie, now=now)

    def stel(self, wie: str, tekst: str, now: datetime = ERVOOR) -> Boodschap:
        bijeenkomstvraag.begin(self.tx, self.als(wie, now), self.bij.publiek_id)
        return bijeenkomstvraag.typ(self.tx, self.als(wie, now), tekst)

    def lijst(self, bij: Bijeenkomst | None = None) -> list[dict[str, Any]]:
        publiek_id = (bij or self.bij).publiek_id
        return zaalvragen.lijst(self.tx, self.als(NOOR), publiek_id).data["vragen"]  # type: ignore[no-any-return]

    def kom_binnen(self, wie: str, now: datetime = BEGIN) -> None:
        deur = deuren.zoek(self.tx, self.wijk, self.bij.publiek_id)
        assert deur is not None
        inchecken.met_code(self.tx, self.als(wie, now), toont(deur.geheim, deur.publiek_id, now).code)

    def vul_in(self, *antwoorden: tuple[str, str], now: datetime = ERNA) -> Boodschap:
        """Answer an open form of Noor; a question that ends in `!` is tapped."""
        for veld, antwoord in antwoorden:
            if veld.endswith("!"):
                formulier.kies(self.tx, self.als(NOOR, now), ALLE, veld[:-1], antwoord)
            else:
                formulier.typ(self.tx, self.als(NOOR, now), ALLE, antwoord)
        return formulier.bevestig(self.tx, self.als(NOOR, now), ALLE)

    def beantwoord(self, vraag: str, antwoord: str = "Dat weten we in mei.", hoe: str = "later") -> Boodschap:
        vraagbaak.begin_antwoord(self.tx, self.als(NOOR, ERNA), vraag)
        return self.vul_in(("hoe!", hoe), ("antwoord", antwoord))

    def verteld(self) -> list[tuple[str, str]]:
        """Return what was sent to whom: external id and the question that was theirs."""
        uit = select(t.account.c.extern_id, t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account)
        rijen = self.tx.execute(uit.where(t.outbox.c.soort == "bijeenkomstvraag.antwoord"))
        return sorted((wie, data["vraag"]) for wie, data in rijen)


@pytest.fixture
def avond(tx: Connection) -> Avond:
    return Avond(tx)


def test_a_question_before_the_meeting_is_on_the_list_of_who_runs_it_without_a_name(avond: Avond) -> None:
    avond.stel(ANNA, "Wat kost het?")
    (een,) = avond.lijst()
    assert een == {"id": een["id"], "tekst": "Wat kost het?", "aantal": 1}
    gezien = zaalvragen.toon(avond.tx, avond.als(NOOR), een["id"]).data
    assert gezien["langs"] == []
    assert gezien["vragen"][0]["vooraf"] is True


def test_during_the_meeting_only_who_is_inside_asks(avond: Avond) -> None:
    with pytest.raises(Geweigerd, match="eerst_binnen"):
        avond.stel(ANNA, "Wat kost het?", TIJDENS)
    avond.kom_binnen(ANNA)
    assert avond.stel(ANNA, "Wat kost het?", TIJDENS).data["begonnen"] is True
    with pytest.raises(Geweigerd, match="voorbij"):
        avond.stel(ANNA, "En dan?", ERNA)


@pytest.mark.parametrize(
    ("velden", "reden"), [({"ruimte_voor_vragen": False}, "zonder_vragen"), ({"afgelast_op": ERVOOR}, "afgelast")]
)
def test_where_nobody_can_ask_a_button_that_was_kept_says_why(avond: Avond, velden: dict[str, Any], reden: str) -> None:
    avond.bij = een_bijeenkomst(avond.tx, avond.wijk, begin=BEGIN, **velden)
    with pytest.raises(Geweigerd, match=reden):
        avond.stel(ANNA, "Wat kost het?")


def test_five_questions_may_wait_and_one_that_is_taken_back_makes_room(avond: Avond) -> None:
    for nummer in range(bijeenkomstvraag.MEEST):
        avond.stel(ANNA, f"Vraag {nummer}?")
    with pytest.raises(Geweigerd, match="te_veel"):
        avond.stel(ANNA, "Nog een?")
    eigen = bijeenkomstvraag.eigen(avond.tx, avond.als(ANNA)).data["vragen"][0]["id"]
    with pytest.raises(Geweigerd, match="onbekend"):
        bijeenkomstvraag.trek_in(avond.tx, avond.als(BRAM), eigen)
    bijeenkomstvraag.trek_in(avond.tx, avond.als(ANNA), eigen)
    avond.stel(ANNA, "Nog een?")


def test_questions_that_say_the_same_get_one_answer_and_each_asker_reads_it_once(avond: Avond) -> None:
    avond.stel(ANNA, "Wat kost het?")
    avond.stel(BRAM, "Hoe duur wordt het?")
    avond.stel(BRAM, "En de kosten?")
    avond.stel(BRAM, "Wanneer begint het?")
    eerste, tweede, derde, _ = (een["id"] for een in avond.lijst())
    for ander in (tweede, derde, derde):
        zaalvragen.voeg_samen(avond.tx, avond.als(NOOR), ander, eerste)
    assert [een["aantal"] for een in avond.lijst()] == [3, 1]
    zaalvragen.haal_uiteen(avond.tx, avond.als(NOOR), derde)
    assert len(avond.lijst()) == 4
    for ander in (tweede, derde):
        zaalvragen.voeg_samen(avond.tx, avond.als(NOOR), ander, eerste)
    assert avond.beantwoord(derde).melding == "vraagbaak.beantwoord"
    assert avond.verteld() == [(ANNA, "Wat kost het?"), (BRAM, "Hoe duur wordt het?")]
    assert [een["tekst"] for een in avond.lijst()] == ["Wanneer begint het?"]
    assert avond.tx.scalars(select(t.vraagbaak.c.aantal)).all() == [2]
    with pytest.raises(Geweigerd, match="al_beantwoord"):
        vraagbaak.begin_antwoord(avond.tx, avond.als(NOOR), eerste)
    (eigen,) = bijeenkomstvraag.eigen(avond.tx, avond.als(ANNA)).data["vragen"]
    assert (eigen["antwoord"], eigen["hoe"]) == ("Dat weten we in mei.", "later")
    with pytest.raises(Geweigerd, match="onbekend"):
        bijeenkomstvraag.trek_in(avond.tx, avond.als(ANNA), eerste)


def test_a_question_of_another_meeting_is_not_put_with_one_of_this(avond: Avond) -> None:
    avond.stel(ANNA, "Wat kost het?")
    deze, avond.bij = avond.bij, een_bijeenkomst(avond.tx, avond.wijk, begin=BEGIN)
    avond.stel(ANNA, "Wanneer?")
    with pytest.raises(Geweigerd, match="onbekend"):
        zaalvragen.voeg_samen(avond.tx, avond.als(NOOR), avond.lijst()[0]["id"], avond.lijst(deze)[0]["id"])


def test_nothing_is_for_everyone_until_staff_put_it_in_their_own_words(avond: Avond) -> None:
    avond.stel(ANNA, "Krijgt mijn man Piet met COPD wel warme kamers?")
    avond.beantwoord(avond.lijst()[0]["id"], "Ja, elke kamer. Dat geldt ook voor Piet.")
    assert vraagbaak.lijst(avond.tx, avond.als(BRAM)).data["antwoorden"] == []
    (wacht,) = vraagbaak.wachtrij(avond.tx, avond.als(NOOR)).data["antwoorden"]
    vraagbaak.begin_publiceren(avond.tx, avond.als(NOOR, ERNA), wacht["id"])
    avond.vul_in(("vraag", "Worden alle kamers warm?"), ("antwoord", "Ja, elke kamer."))
    (een,) = vraagbaak.lijst(avond.tx, avond.als(BRAM)).data["antwoorden"]
    assert (een["vraag"], een["antwoord"]) == ("Worden alle kamers warm?", "Ja, elke kamer.")
    assert "Piet" not in str(vraagbaak.lijst(avond.tx, avond.als(BRAM)).data)
    (eigen,) = bijeenkomstvraag.eigen(avond.tx, avond.als(ANNA)).data["vragen"]
    assert eigen["antwoord"].endswith("Piet.")
    vraagbaak.haal_weg(avond.tx, avond.als(NOOR), een["id"])
    assert vraagbaak.lijst(avond.tx, avond.als(BRAM)).data["antwoorden"] == []
    vraagbaak.begin_publiceren(avond.tx, avond.als(NOOR, ERNA), een["id"])
    avond.vul_in(("vraag", "Worden alle kamers warm?"), ("antwoord!", vraagbaak.ZO))
    assert len(vraagbaak.lijst(avond.tx, avond.als(BRAM)).data["antwoorden"]) == 1


def test_staff_may_answer_what_nobody_asked(avond: Avond) -> None:
    vraagbaak.begin_publiceren(avond.tx, avond.als(NOOR, ERNA))
    avond.vul_in(("vraag", "Moet ik van het gas af?"), ("antwoord", "Niet voor 2032."))
    (een,) = vraagbaak.lijst(avond.tx, avond.als(BRAM)).data["antwoorden"]
    assert (een["titel"], een["ongeveer"]) == (None, None)


def test_who_has_no_phone_asks_by_the_hand_of_staff_who_bring_the_answer(avond: Avond) -> None:
    huis = een_huishouden(avond.tx, avond.wijk, straat="Lindelaan", huisnummer=99007)
    publiek = avond.tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == huis.id)) or ""
    afvinken.vink_aan(avond.tx, avond.als(NOOR, TIJDENS), avond.bij.publiek_id, publiek, 1)
    avond.kom_binnen(ANNA)
    (wie,) = bijeenkomstvragen.zonder_telefoon(avond.tx, avond.wijk, avond.bij.publiek_id)
    for van in (wie.sleutel, "niemand"):
        zaalvragen.begin_namens(avond.tx, avond.als(NOOR, TIJDENS), avond.bij.publiek_id)
        formulier.typ(avond.tx, avond.als(NOOR, TIJDENS), ALLE, "Wat kost het?")
        formulier.kies(avond.tx, avond.als(NOOR, TIJDENS), ALLE, "van", van)
    eerste, tweede = (een["id"] for een in avond.lijst())
    assert zaalvragen.toon(avond.tx, avond.als(NOOR), eerste).data["langs"] == ["Lindelaan 99007"]
    zaalvragen.voeg_samen(avond.tx, avond.als(NOOR), tweede, eerste)
    assert avond.beantwoord(eerste, hoe="zaal").melding == "vraagbaak.beantwoord_langs"
    assert avond.verteld() == []
    assert avond.tx.scalars(select(t.vraagbaak.c.aantal)).all() == [2]
    soorten = set(avond.tx.scalars(select(t.bewijs_prive.c.soort).where(t.bewijs_prive.c.bewoner == wie.bewoner)))
    assert soorten == {"aanwezig_vragen", "vraag"}
    telling = een_telling(avond.tx, avond.wijk, replace(Spelregels(), telt_ook=("vraag",)), "gehoord")
    assert telling.teller_laag == 1, "who has no phone is heard by a question as much as who has one, and once"


@pytest.mark.overal
def test_whose_a_question_is_is_not_asked_when_nobody_without_a_phone_is_there(avond: Avond) -> None:
    zaalvragen.begin_namens(avond.tx, avond.als(NOOR, TIJDENS), avond.bij.publiek_id)
    klaar = formulier.typ(avond.tx, avond.als(NOOR, TIJDENS), ALLE, "Wat kost het?")
    assert (klaar.melding, len(avond.lijst())) == ("zaalvragen.genoteerd", 1)


def test_who_may_not_run_the_meeting_does_not_see_what_is_asked(avond: Avond) -> None:
    avond.stel(ANNA, "Wat kost het?")
    vraag = avond.lijst()[0]["id"]
    een_account(avond.tx, TESSA)
    een_rol(avond.tx, avond.wijk, TREKKER, TESSA, bereik="t" * 22)
    for wie, reden in ((ANNA, "rol_nodig"), (TESSA, "buiten_bereik")):
        for doe in (zaalvragen.toon, vraagbaak.begin_antwoord, zaalvragen.haal_uiteen):
            with pytest.raises(Geweigerd, match=reden):
                doe(avond.tx, avond.als(wie), vraag)
        with pytest.raises(Geweigerd, match=reden):
            zaalvragen.lijst(avond.tx, avond.als(wie), avond.bij.publiek_id)
        with pytest.raises(Geweigerd, match="rol_nodig"):
            vraagbaak.wachtrij(avond.tx, avond.als(wie))


def test_a_question_in_ones_own_chat_is_heard_where_the_spelregels_say_so_and_once(avond: Avond) -> None:
    def gehoord(*ook: str) -> tuple[int, int]:
        telling = een_telling(avond.tx, avond.wijk, replace(Spelregels(), telt_ook=ook), "gehoord")
        return telling.teller_laag, telling.teller_hoog

    niemand = gehoord("vraag")
    for tekst in ("Wat kost het?", "En wanneer?"):
        avond.stel(ANNA, tekst)
    assert gehoord("gesprek") == niemand
    assert gehoord("vraag") == (niemand[0] + 1, niemand[1] + 1)
    for een in avond.lijst():
        bijeenkomstvraag.trek_in(avond.tx, avond.als(ANNA), een["id"])
    assert gehoord("vraag") == niemand


def test_who_is_erased_takes_their_question_along_and_the_answer_stays(avond: Avond) -> None:
    avond.stel(ANNA, "Wat kost het?")
    avond.stel(BRAM, "Wat kost het nou?")
    eerste, tweede = (een["id"] for een in avond.lijst())
    zaalvragen.voeg_samen(avond.tx, avond.als(NOOR), tweede, eerste)
    wis(avond.tx, avond.als(ANNA))
    assert [een["tekst"] for een in avond.lijst()] == ["Wat kost het nou?"]
    avond.beantwoord(tweede)
    wis(avond.tx, avond.als(BRAM))
    (wacht,) = vraagbaak.wachtrij(avond.tx, avond.als(NOOR)).data["antwoorden"]
    assert wacht["gevraagd"] == []
