"""Asking to be visited or called: whom it reaches, who does it, and that nothing personal stays behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import deurgesprek, formulier, hulp, hulpvraag, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, BEHEERDER, ORGANISATOR, STRAATCONTACT, Handeling
from bot.storage import (
    accounts,
    gegevens,
    gesprekken,
    hulpvragen,
    kennismaking,
    outbox,
    peilingen,
    persoonlijk,
    verhuizingen,
    wachtrij,
)
from bot.storage import tables as t
from bot.storage.hulpvragen import Hulpvraag
from tests import builders
from tests.builders import NU, handeling

NUMMER = "06 12 34 56 78"
ANNA, BRAM, DAAN, NOOR, IBRAHIM = "anna", "bram", "daan", "noor", "ibrahim"


@dataclass(frozen=True)
class Buurt:
    tx: Connection
    wijk: int
    huis: int
    bewoner: int
    peiling: str

    def als(self, wie: str, na: timedelta = timedelta(0)) -> Handeling:
        return handeling(self.wijk, wie, now=NU + na)

    def langs(self, over: str = "vraag", onderwerp: str = "", wie: str = ANNA) -> Boodschap:
        return hulpvraag.kom_langs(self.tx, self.als(wie), over, onderwerp)

    def bel(self, tekst: str = NUMMER, wie: str = ANNA) -> Boodschap:
        hulpvraag.bel(self.tx, self.als(wie), "peiling", self.peiling)
        return hulpvraag.typ(self.tx, self.als(wie), tekst)

    def post(self, wat: str) -> dict[str, dict[str, Any]]:
        """Return what waits in the outbox of this kind, by person."""
        o, a = t.outbox.c, t.account.c
        vraag = select(a.extern_id, o.data).join(t.account, a.id == o.account).where(o.soort == f"hulpvraag.{wat}")
        return dict(self.tx.execute(vraag.where(o.staat == "wachtend")).all())

    def alle(self) -> list[Hulpvraag]:
        ids = self.tx.scalars(select(t.hulpvraag.c.id).order_by(t.hulpvraag.c.id)).all()
        return [v for n in ids if (v := hulpvragen.zoek(self.tx, self.wijk, id=n))]

    def tik(self, soort: str, now: datetime) -> None:
        """Let the alarms of a kind go off."""
        w = t.wekker.c
        for nummer in self.tx.scalars(select(w.id).where(w.soort == soort, w.moment <= now)).all():
            wekker.doe(self.tx, self.wijk, nummer, now, AMSTERDAM, Verzending())


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    """Anna lives in the Merelweg; Noor is begeleider, Ibrahim organisator."""
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, huisnummer=90012).id
    bewoner = builders.een_bewoner(tx, wijk, huis)
    builders.een_account(tx, ANNA, bewoner=bewoner)
    for wie, rol in ((NOOR, BEGELEIDER), (IBRAHIM, ORGANISATOR)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie)
    peiling = peilingen.zoek(tx, wijk, id=builders.een_peiling(tx, wijk, vraag="Warmtenet?"))
    assert peiling is not None
    return Buurt(tx, wijk, huis, bewoner, peiling.publiek_id)


def een_straatcontact(buurt: Buurt, straat: str = "Merelweg", wie: str = DAAN) -> int:
    bewoner = builders.een_bewoner(buurt.tx, buurt.wijk)
    builders.een_account(buurt.tx, wie, bewoner=bewoner)
    builders.een_rol(buurt.tx, buurt.wijk, STRAATCONTACT, wie, bereik=straat)
    return bewoner


def test_it_reaches_the_straatcontact_of_the_street_else_the_begeleider_else_the_organisator(buurt: Buurt) -> None:
    een_straatcontact(buurt, "Lijsterhof", "iemand")
    assert buurt.langs().data["rol"] == BEGELEIDER
    assert buurt.post("nieuw").keys() == {NOOR}
    een_straatcontact(buurt)
    assert buurt.langs("peiling", buurt.peiling).data["rol"] == STRAATCONTACT
    assert buurt.post("nieuw").keys() == {NOOR, DAAN}
    buurt.tx.execute(t.rol.delete().where(t.rol.c.rol != ORGANISATOR))
    assert buurt.langs("kennismaking").data["rol"] == ORGANISATOR
    assert buurt.post("nieuw").keys() == {NOOR, DAAN, IBRAHIM}


def test_who_asks_never_hears_their_own_question(buurt: Buurt) -> None:
    een_straatcontact(buurt, wie=BRAM)
    een_straatcontact(buurt, straat="Lijsterhof")
    builders.een_rol(buurt.tx, buurt.wijk, STRAATCONTACT, ANNA, bereik="Merelweg")
    buurt.langs()
    assert buurt.post("nieuw").keys() == {BRAM}
    (vraag,) = buurt.alle()
    with pytest.raises(Geweigerd, match=r"hulpvraag\.eigen"):
        hulp.neem(buurt.tx, buurt.als(ANNA), vraag.publiek_id)
    assert hulp.lijst(buurt.tx, buurt.als(ANNA)).data["vragen"] == []


def test_without_anybody_who_helps_nothing_is_asked(buurt: Buurt) -> None:
    buurt.tx.execute(t.rol.delete())
    for vraag in (hulpvraag.begin, hulpvraag.kom_langs, hulpvraag.bel):
        with pytest.raises(Geweigerd, match="niemand"):
            vraag(buurt.tx, buurt.als(ANNA), "vraag", "")


def test_who_helps_sees_what_the_help_needs_and_what_the_resident_gave(buurt: Buurt) -> None:
    buurt.langs("peiling", buurt.peiling)
    (langs,) = buurt.post("nieuw").values()
    assert (langs["adres"], langs["nummer"], langs["naam"]) == ("Merelweg 90012", None, None)
    assert langs["titel"] == "Warmtenet?"
    hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), buurt.alle()[0].publiek_id)
    kennismaking.zet(buurt.tx, buurt.wijk, buurt.bewoner, "naam", ["Anneke"])
    buurt.bel()
    (bel,) = buurt.post("nieuw").values()
    assert (bel["adres"], bel["nummer"], bel["naam"]) == (None, NUMMER, "Anneke")


def test_the_same_question_twice_is_one_and_three_at_once_is_the_most(buurt: Buurt) -> None:
    buurt.langs()
    assert buurt.langs().soort == "hulpvraag.eigen"
    assert hulpvraag.begin(buurt.tx, buurt.als(ANNA), "vraag").soort == "hulpvraag.eigen"
    assert hulpvraag.bel(buurt.tx, buurt.als(ANNA), "vraag", "").soort == "hulpvraag.eigen"
    buurt.langs("kennismaking")
    buurt.langs("peiling", buurt.peiling)
    assert len(buurt.alle()) == 3
    bij = builders.een_bijeenkomst(buurt.tx, buurt.wijk).publiek_id
    for antwoord in (buurt.langs("bijeenkomst", bij), hulpvraag.bel(buurt.tx, buurt.als(ANNA), "bijeenkomst", bij)):
        assert antwoord.soort == "hulpvraag.wat"
        assert antwoord.data["vol"]
        assert len(antwoord.data["al"]) == 3
    assert len(buurt.alle()) == 3


@pytest.mark.parametrize("getypt", ["12", "bel mij", "", "0900 12345678", "123456"])
def test_what_is_no_number_is_said_kindly_and_kept_nowhere(buurt: Buurt, getypt: str) -> None:
    antwoord = buurt.bel(getypt)
    assert antwoord.soort == "hulpvraag.nummer"
    assert antwoord.data["fout"] == ("deurcode" if getypt == "123456" else "nummer")
    assert buurt.alle() == []
    assert hulpvraag.typ(buurt.tx, buurt.als(ANNA), NUMMER).soort == "hulpvraag.eigen"
    assert buurt.tx.scalar(select(t.gesprek.c.soort)) is None


def test_a_form_that_is_open_is_not_thrown_away_for_a_number(buurt: Buurt) -> None:
    account = buurt.tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == ANNA)) or 0
    gesprekken.zet(buurt.tx, buurt.wijk, account, gesprekken.Gesprek("peiling", "vraag", {"vraag": "?"}))
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        hulpvraag.bel(buurt.tx, buurt.als(ANNA), "vraag", "")
    hulpvraag.niet(buurt.tx, buurt.als(ANNA))
    assert gesprekken.open_gesprek(buurt.tx, buurt.wijk, account) is not None
    with pytest.raises(Geweigerd, match="niets_open"):
        formulier.stop(buurt.tx, buurt.als(ANNA), {})
    assert formulier.stop(buurt.tx, buurt.als(ANNA), None).soort == "formulier.gestopt", (
        "the refusal has a button for it"
    )
    assert hulpvraag.bel(buurt.tx, buurt.als(ANNA), "vraag", "").soort == "hulpvraag.nummer"


def test_the_first_gets_it_and_all_hear_who(buurt: Buurt) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    helper = een_straatcontact(buurt, "Lijsterhof", "piet")
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, "piet")
    kennismaking.zet(buurt.tx, buurt.wijk, helper, "naam", ["Piet"])
    buurt.bel()
    buurt.tx.execute(t.outbox.update().where(t.outbox.c.soort == "hulpvraag.nieuw").values(staat="verzonden"))
    (vraag,) = buurt.alle()
    assert hulp.neem(buurt.tx, buurt.als("piet"), vraag.publiek_id).data["nummer"] == NUMMER
    te_laat = hulp.neem(buurt.tx, buurt.als(NOOR), vraag.publiek_id)
    assert te_laat.soort == "hulpvraag.door_ander"
    assert NUMMER not in str(te_laat.data)
    assert buurt.alle()[0].genomen_door == buurt.tx.scalar(
        select(t.account.c.id).where(t.account.c.extern_id == "piet")
    )
    assert buurt.post("genomen")[ANNA]["door"] == {"rol": BEGELEIDER, "bereik": "", "naam": "Piet"}
    assert buurt.post("door_ander").keys() == {NOOR, BRAM}
    assert NUMMER not in str(buurt.post("door_ander"))
    assert hulpvraag.toon(buurt.tx, buurt.als(ANNA), vraag.publiek_id).data["door"]["naam"] == "Piet"


def in_de_chat(buurt: Buurt) -> None:
    """Let all that waits arrive, each as a message of its own."""
    o = t.outbox.c
    buurt.tx.execute(t.outbox.update().where(o.staat == "wachtend").values(staat="verzonden", bericht_id=o.id + 100))


def verandert(buurt: Buurt) -> dict[str, dict[int, str]]:
    """Return which messages in whose chat become what."""
    o, a = t.outbox.c, t.account.c
    vraag = select(a.extern_id, o.bericht_id, o.soort).join(t.account, a.id == o.account)
    rijen: dict[str, dict[int, str]] = {}
    wachtend = vraag.where(o.staat == "wachtend", o.bericht_id.is_not(None)).order_by(o.id)
    for wie, bericht, soort in buurt.tx.execute(wachtend):
        rijen.setdefault(wie, {})[bericht] = soort
    return rijen


def test_what_others_read_changes_where_it_stands_once_it_is_taken_and_once_it_is_over(buurt: Buurt) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    buurt.bel()
    in_de_chat(buurt)
    (vraag,) = buurt.alle()
    hulp.neem(buurt.tx, buurt.als(NOOR), vraag.publiek_id)
    genomen = verandert(buurt)
    assert genomen.keys() == {BRAM}
    assert set(genomen[BRAM].values()) == {"hulpvraag.door_ander"}
    in_de_chat(buurt)
    getikt = buurt.tx.scalar(select(t.outbox.c.bericht_id).join(t.account).where(t.account.c.extern_id == NOOR))
    hulp.klaar(buurt.tx, buurt.als(NOOR), vraag.publiek_id, getikt)
    klaar = verandert(buurt)
    assert klaar.keys() == {BRAM}, "what Noor tapped changes by the answer"
    assert klaar[BRAM] == dict.fromkeys(genomen[BRAM], "hulpvraag.voorbij")


def test_only_the_message_that_was_tapped_is_left_to_the_answer_not_one_of_another_chat_with_its_number(
    buurt: Buurt,
) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    buurt.bel()
    buurt.tx.execute(t.outbox.update().values(staat="verzonden", bericht_id=7))  # each chat counts for itself
    hulp.klaar(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id, 7)
    assert verandert(buurt)[BRAM] == {7: "hulpvraag.voorbij"}
    assert NOOR not in verandert(buurt)


def test_an_account_and_a_message_with_the_same_id_do_not_keep_a_question_from_being_taken(buurt: Buurt) -> None:
    for wie in (BRAM, DAAN):
        builders.een_account(buurt.tx, wie)
        builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, wie)
    buurt.bel()
    van = {wie: select(t.account.c.id).where(t.account.c.extern_id == wie).scalar_subquery() for wie in (BRAM, DAAN)}
    gelezen = t.outbox.update().where(t.outbox.c.account == van[BRAM])
    buurt.tx.execute(gelezen.values(staat="verzonden", bericht_id=7, id=van[DAAN]))
    buurt.tx.execute(t.outbox.update().where(t.outbox.c.account == van[DAAN]).values(staat="bezig"))
    hulp.neem(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id)
    assert buurt.post("door_ander").keys() == {BRAM, DAAN}


@pytest.mark.parametrize("wat", ["ingetrokken", "genomen"])
def test_a_number_that_was_under_way_and_must_be_tried_again_does_not_go_any_more(buurt: Buurt, wat: str) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    buurt.bel()
    onderweg = wachtrij.claim(buurt.tx, "telegram", list(Baan), 9, NU, NU)
    if wat == "genomen":
        hulp.neem(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id)
    else:
        hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), buurt.alle()[0].publiek_id)
    for zending in onderweg:
        outbox.later(buurt.tx, zending, NU)
    gaat = wachtrij.claim(buurt.tx, "telegram", list(Baan), 9, NU + timedelta(minutes=1), NU)
    assert "hulpvraag.nieuw" not in {zending.boodschap.soort for zending in gaat}
    assert NUMMER not in str([zending.boodschap.data for zending in gaat])


@pytest.mark.parametrize("einde", ["ingetrokken", "verlopen"])
def test_what_ends_otherwise_leaves_no_number_in_any_chat(buurt: Buurt, einde: str) -> None:
    buurt.bel()
    in_de_chat(buurt)
    buurt.tik(hulp.WACHT, NU + hulp.GEDULD)
    in_de_chat(buurt)
    if einde == "verlopen":
        buurt.tik(hulp.VERLOOPT, NU + hulp.BEWAAR)
    else:
        hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), buurt.alle()[0].publiek_id)
    veranderd = verandert(buurt)
    assert {wie: list(berichten.values()) for wie, berichten in veranderd.items()} == {
        NOOR: ["hulpvraag.voorbij"] * 2,
        IBRAHIM: ["hulpvraag.voorbij"],
    }
    wachtend = select(t.outbox.c.data).where(t.outbox.c.staat == "wachtend")
    assert NUMMER not in str(buurt.tx.execute(wachtend).all())


def test_who_cannot_come_after_all_gives_it_back_and_the_others_and_the_resident_hear(buurt: Buurt) -> None:
    for wie in (DAAN, BRAM):
        een_straatcontact(buurt, wie=wie)
    buurt.bel()
    in_de_chat(buurt)
    (vraag,) = buurt.alle()
    hulp.neem(buurt.tx, buurt.als(DAAN), vraag.publiek_id)
    in_de_chat(buurt)
    na = timedelta(hours=30)
    gezegd = hulp.geef_terug(buurt.tx, buurt.als(DAAN, na), vraag.publiek_id)
    assert (gezegd.soort, gezegd.data) == ("hulpvraag.teruggegeven", {"anderen": True})
    assert buurt.post("nieuw").keys() == {BRAM}
    assert buurt.post("nieuw")[BRAM]["weer"]
    assert buurt.post("terug").keys() == {ANNA}
    assert set(verandert(buurt)[DAAN].values()) == {"hulpvraag.voorbij"}
    assert (buurt.alle()[0].staat, buurt.alle()[0].genomen_door) == ("open", None)
    hulp.geef_terug(buurt.tx, buurt.als(DAAN, na), vraag.publiek_id)
    assert buurt.alle()[0].teruggegeven == 1, "two taps are one"

    in_de_chat(buurt)
    buurt.tik(hulp.WACHT, NU + na + hulp.GEDULD - timedelta(seconds=1))
    assert buurt.post("wacht") == {}
    buurt.tik(hulp.WACHT, NU + na + hulp.GEDULD)
    assert buurt.post("wacht").keys() == {NOOR, IBRAHIM}
    hulp.neem(buurt.tx, buurt.als(BRAM), vraag.publiek_id)
    assert buurt.post("genomen").keys() == {ANNA}
    hulp.klaar(buurt.tx, buurt.als(BRAM), vraag.publiek_id)
    assert buurt.alle()[0].staat == "klaar"


def test_given_back_before_the_resident_heard_who_comes_they_hear_nothing(buurt: Buurt) -> None:
    buurt.langs()
    vraag = buurt.alle()[0].publiek_id
    hulp.neem(buurt.tx, buurt.als(NOOR), vraag)
    assert hulp.geef_terug(buurt.tx, buurt.als(NOOR), vraag).data["anderen"]
    assert buurt.post("genomen") == buurt.post("terug") == {}
    assert buurt.post("nieuw").keys() == {IBRAHIM}
    hulp.neem(buurt.tx, buurt.als(IBRAHIM), vraag)
    assert hulp.geef_terug(buurt.tx, buurt.als(NOOR), vraag).soort == "hulpvraag.door_ander", "not theirs any more"
    assert buurt.alle()[0].staat == "genomen"


def test_a_colleague_takes_over_from_who_fell_ill_and_all_three_know(buurt: Buurt) -> None:
    een_straatcontact(buurt)
    buurt.bel()
    in_de_chat(buurt)
    vraag = buurt.alle()[0].publiek_id
    hulp.neem(buurt.tx, buurt.als(DAAN), vraag)
    in_de_chat(buurt)
    assert hulp.toon(buurt.tx, buurt.als(NOOR), vraag).data["over_keer"] == 0
    gezegd = hulp.neem_over(buurt.tx, buurt.als(NOOR), vraag, 0)
    assert (gezegd.soort, gezegd.data["nummer"], gezegd.data["eigen"]) == ("hulpvraag.een", NUMMER, True)
    assert set(verandert(buurt)[DAAN].values()) == {"hulpvraag.voorbij"}, "the number leaves the chat of who is ill"
    assert buurt.post("overgenomen").keys() == {DAAN}
    assert NUMMER not in str(buurt.post("overgenomen"))
    assert buurt.post("genomen")[ANNA]["anders"]
    assert buurt.post("genomen")[ANNA]["door"]["rol"] == BEGELEIDER
    assert buurt.post("nieuw") == buurt.post("terug") == {}, "nobody is asked again"

    stand = buurt.alle()
    for wie, keer in ((DAAN, 1), (IBRAHIM, 0), (NOOR, 1), (IBRAHIM, -1)):  # a lesser role, old buttons, one's own
        hulp.neem_over(buurt.tx, buurt.als(wie), vraag, keer)
    assert buurt.alle() == stand
    assert hulp.toon(buurt.tx, buurt.als(DAAN), vraag).data["over_keer"] is None
    assert hulp.neem_over(buurt.tx, buurt.als(IBRAHIM), vraag, 1).data["eigen"]
    assert buurt.post("genomen")[ANNA] == {**buurt.post("genomen")[ANNA], "anders": False}, "she did not hear of Noor"
    hulp.klaar(buurt.tx, buurt.als(IBRAHIM), vraag)
    assert buurt.alle()[0].staat == "klaar"


def test_given_back_where_nobody_else_helps_it_stays_in_the_list(buurt: Buurt) -> None:
    buurt.tx.execute(t.rol.delete().where(t.rol.c.rol == ORGANISATOR))
    buurt.langs()
    vraag = buurt.alle()[0].publiek_id
    hulp.neem(buurt.tx, buurt.als(NOOR), vraag)
    assert not hulp.geef_terug(buurt.tx, buurt.als(NOOR), vraag).data["anderen"]
    assert len(hulp.lijst(buurt.tx, buurt.als(NOOR)).data["vragen"]) == 1


def test_a_shared_contact_is_read_when_it_is_ones_own(buurt: Buurt) -> None:
    hulpvraag.bel(buurt.tx, buurt.als(ANNA), "vraag", "")
    assert hulpvraag.typ(buurt.tx, buurt.als(ANNA), "", van_ander=True).data["fout"] == "contact"
    assert buurt.alle() == []
    assert hulpvraag.typ(buurt.tx, buurt.als(ANNA), "+31612345678").soort == "hulpvraag.eigen"
    assert buurt.alle()[0].nummer == "+31612345678"


def test_who_was_not_told_yet_is_not_told_once_it_is_taken(buurt: Buurt) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    buurt.bel()
    hulp.neem(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id)
    assert buurt.post("nieuw") == {}
    assert buurt.post("door_ander") == {}


def test_what_another_took_only_that_one_ends(buurt: Buurt) -> None:
    builders.een_account(buurt.tx, BRAM)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, BRAM)
    buurt.bel()
    hulp.neem(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id)
    for doe in (hulp.klaar, hulp.geef_terug):
        gezegd = doe(buurt.tx, buurt.als(BRAM), buurt.alle()[0].publiek_id)
        assert gezegd == hulp.toon(buurt.tx, buurt.als(BRAM), buurt.alle()[0].publiek_id), "says who does it"
        assert buurt.alle()[0].staat == "genomen"


@pytest.mark.parametrize("eerst_nemen", [True, False])
def test_done_leaves_nothing_personal_and_is_no_evidence(buurt: Buurt, eerst_nemen: bool) -> None:
    kennismaking.zet(buurt.tx, buurt.wijk, buurt.bewoner, "naam", ["Anneke"])
    buurt.bel()
    (vraag,) = buurt.alle()
    if eerst_nemen:
        hulp.neem(buurt.tx, buurt.als(NOOR), vraag.publiek_id)
    assert hulp.klaar(buurt.tx, buurt.als(NOOR), vraag.publiek_id).data["staat"] == "klaar"
    assert hulp.klaar(buurt.tx, buurt.als(NOOR), vraag.publiek_id).soort == "hulpvraag.klaar"
    (klaar,) = buurt.alle()
    assert (klaar.staat, klaar.bewoner, klaar.nummer, klaar.naam, klaar.huis) == ("klaar", None, None, None, None)
    assert NUMMER not in str(buurt.tx.execute(select(t.outbox.c.data)).all())
    assert buurt.tx.scalar(select(t.bewijs.c.id)) is None
    buurt.tik(hulp.WACHT, NU + timedelta(days=2))
    buurt.tik(hulp.VERLOOPT, NU + timedelta(days=20))
    assert buurt.post("wacht") == {}
    assert buurt.post("verlopen") == {}


def test_after_a_visit_the_conversation_can_be_recorded_and_only_that_is_evidence(buurt: Buurt) -> None:
    buurt.langs()
    huis = hulp.klaar(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id).data["huis"]
    assert buurt.tx.scalar(select(t.bewijs.c.id)) is None
    deurgesprek.leg_vast(buurt.tx, buurt.als(NOOR), huis, frozenset({1}), "deurgesprek")
    assert buurt.tx.scalar(select(t.bewijs_prive.c.soort)) == "gesprek"


def test_the_messages_about_it_are_emptied_when_they_end() -> None:
    personen = {soort for soort in persoonlijk.PERSOONLIJK if soort.startswith("hulpvraag.")}
    assert personen == {f"hulpvraag.{wat}" for wat in ("nieuw", "wacht", "genomen", "door_ander", "overgenomen", "weg")}


def test_a_message_whose_lease_ran_out_is_emptied_too(buurt: Buurt) -> None:
    buurt.bel()
    over = NU - timedelta(hours=1)
    buurt.tx.execute(t.outbox.update().values(staat="bezig", lease_tot=over))
    assert outbox.verlopen_leases(buurt.tx, NU) == 1
    assert buurt.tx.execute(select(t.outbox.c.staat, t.outbox.c.data)).all() == [("onzeker", {})]


def test_not_taken_within_a_day_the_team_hears_it_once_more(buurt: Buurt) -> None:
    een_straatcontact(buurt)
    buurt.bel()
    buurt.tik(hulp.WACHT, NU + hulp.GEDULD - timedelta(seconds=1))
    assert buurt.post("wacht") == {}
    buurt.tik(hulp.WACHT, NU + hulp.GEDULD)
    assert buurt.post("wacht").keys() == {NOOR, IBRAHIM}


def test_what_was_taken_is_not_asked_again(buurt: Buurt) -> None:
    buurt.langs()
    hulp.neem(buurt.tx, buurt.als(NOOR), buurt.alle()[0].publiek_id)
    buurt.tik(hulp.WACHT, NU + timedelta(days=2))
    assert buurt.post("wacht") == {}


@pytest.mark.parametrize("genomen", [True, False])
def test_after_two_weeks_it_is_over_and_who_was_never_answered_hears_so(buurt: Buurt, genomen: bool) -> None:
    buurt.bel()
    (vraag,) = buurt.alle()
    if genomen:
        hulp.neem(buurt.tx, buurt.als(NOOR), vraag.publiek_id)
    buurt.tik(hulp.VERLOOPT, NU + hulp.BEWAAR)
    (over,) = buurt.alle()
    assert (over.staat, over.bewoner, over.nummer) == ("verlopen", None, None)
    assert buurt.post("verlopen").keys() == (set() if genomen else {ANNA})
    assert NUMMER not in str(buurt.tx.execute(select(t.outbox.c.data)).all())


def test_withdrawn_who_may_have_read_it_hears_so_and_else_nobody(buurt: Buurt) -> None:
    buurt.langs()
    vraag = buurt.alle()[0].publiek_id
    hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), vraag)
    assert buurt.post("nieuw") == buurt.post("weg") == {}
    buurt.langs()
    buurt.tx.execute(t.outbox.update().where(t.outbox.c.staat == "wachtend").values(staat="verzonden"))
    hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), buurt.alle()[1].publiek_id)
    assert buurt.post("weg").keys() == {NOOR}
    for nog in (hulpvraag.trek_in, hulpvraag.toon, hulp.neem, hulp.toon):
        with pytest.raises(Geweigerd, match="voorbij"):
            nog(buurt.tx, buurt.als(ANNA if nog in {hulpvraag.trek_in, hulpvraag.toon} else NOOR), vraag)
    assert hulp.klaar(buurt.tx, buurt.als(NOOR), vraag).data["staat"] == "ingetrokken"


@pytest.mark.parametrize(
    ("rol", "bereik", "mag"),
    [
        (STRAATCONTACT, "Merelweg", True),
        (STRAATCONTACT, "Lijsterhof", False),
        (BEGELEIDER, "", True),
        (ORGANISATOR, "", True),
        (BEHEERDER, "", False),
        ("kerngroep", "", False),
        ("trekker", "Merelweg", False),
        (None, "", False),
    ],
)
def test_who_may_help_where(buurt: Buurt, rol: str | None, bereik: str, mag: bool) -> None:
    builders.een_account(buurt.tx, "x")
    if rol:
        builders.een_rol(buurt.tx, buurt.wijk, rol, "x", bereik=bereik)
    buurt.bel()
    (vraag,) = buurt.alle()
    for daad in (hulp.toon, hulp.neem, hulp.geef_terug, hulp.klaar):
        if mag:
            daad(buurt.tx, buurt.als("x"), vraag.publiek_id)
        else:
            with pytest.raises(Geweigerd, match=r"rol_nodig|buiten_bereik"):
                daad(buurt.tx, buurt.als("x"), vraag.publiek_id)
    assert buurt.alle()[0].staat == ("klaar" if mag else "open")


def test_a_straatcontact_lists_the_own_street_only(buurt: Buurt) -> None:
    een_straatcontact(buurt)
    een_straatcontact(buurt, "Lijsterhof", BRAM)
    buurt.langs()
    assert len(hulp.lijst(buurt.tx, buurt.als(DAAN)).data["vragen"]) == 1
    assert hulp.lijst(buurt.tx, buurt.als(BRAM)).data["vragen"] == []
    assert len(hulp.lijst(buurt.tx, buurt.als(NOOR)).data["vragen"]) == 1
    with pytest.raises(Geweigerd, match="rol_nodig"):
        hulp.lijst(buurt.tx, buurt.als(ANNA))


@pytest.mark.parametrize(
    ("over", "onderwerp"),
    [("peiling", "x" * 22), ("bijeenkomst", ""), ("uitzending", "x"), ("kennismaking", "x"), ("geheim", ""), ("", "")],
)
def test_a_forged_subject_is_refused(buurt: Buurt, over: str, onderwerp: str) -> None:
    for vraag in (hulpvraag.begin, hulpvraag.kom_langs, hulpvraag.bel):
        with pytest.raises(Geweigerd, match="onbekend"):
            vraag(buurt.tx, buurt.als(ANNA), over, onderwerp)


def test_under_a_broadcast_it_can_be_asked_too_and_own_data_say_what_is_kept(buurt: Buurt) -> None:
    publiek_id, inhoud = builders.een_publiek_id(), {"hulp": True}
    vast = {"wijk": buurt.wijk, "publiek_id": publiek_id, "inhoud": inhoud, "doelgroep": {}, "aantal": 1}
    maker = buurt.tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == NOOR))
    moment = {"gemaakt_door": maker, "gemaakt_op": NU, "moment": NU, "staat": "klaar"}
    buurt.tx.execute(t.uitzending.insert().values(**vast, **moment))
    assert buurt.langs("uitzending", publiek_id).soort == "hulpvraag.eigen"
    assert buurt.post("nieuw")[NOOR]["titel"] == ""
    buurt.bel()
    wie = accounts.wie(buurt.tx, buurt.wijk, "telegram", ANNA)
    assert wie is not None
    assert gegevens.van(buurt.tx, wie)["hulpvragen"] == [["langs", None], ["bel", NUMMER]]
    for vraag in buurt.alle():
        hulpvraag.trek_in(buurt.tx, buurt.als(ANNA), vraag.publiek_id)
    assert gegevens.van(buurt.tx, wie)["hulpvragen"] == []


def test_anothers_question_is_refused_as_one_that_is_not_there(buurt: Buurt) -> None:
    een_straatcontact(buurt, "Lijsterhof", BRAM)
    buurt.langs()
    vraag = buurt.alle()[0].publiek_id
    for daad in (hulpvraag.toon, hulpvraag.trek_in):
        with pytest.raises(Geweigerd, match="voorbij"):
            daad(buurt.tx, buurt.als(BRAM), vraag)
        with pytest.raises(Geweigerd, match="voorbij"):
            daad(buurt.tx, buurt.als(ANNA), "x" * 22)
    assert buurt.alle()[0].staat == "open"


def test_nobody_is_sent_to_a_home_that_moved(buurt: Buurt) -> None:
    buurt.langs()
    sleutel = buurt.tx.scalar(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == buurt.huis)) or ""
    verhuizingen.beeindig(buurt.tx, buurt.wijk, [sleutel], NU)
    (vraag,) = buurt.alle()
    assert (vraag.staat, vraag.bewoner) == ("ingetrokken", None)
    with pytest.raises(Geweigerd, match="voorbij"):
        hulp.neem(buurt.tx, buurt.als(NOOR), vraag.publiek_id)
