"""A question to the bewonersaanspreekpunt: confirmed, routed, answered, asked on, passed on, published, forgotten."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.bewaartermijnen import Bewaren
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels
from bot.services import bewaren, formulier, vraag, vraagbaak, vraagdraad, vraagpunt, vraagstop, wekker
from bot.services.handeling import AANSPREEKPUNT, AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.services.wissen import wis
from bot.storage import accounts, outbox, vragen
from bot.storage import tables as t
from bot.storage.outbox import Zending
from tests.builders import (
    een_account,
    een_bewoner,
    een_inhoud,
    een_publiek_id,
    een_rol,
    een_telling,
    een_wijk,
    handeling,
)

DINSDAG = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)
ANNA, BRAM, NOOR, IBRAHIM, PIET, TESS = "1", "2", "9001", "9002", "9003", "9004"
KOSTEN = "Wat kost een warmtepomp mij per maand?"


class Punt:
    """Residents with questions, and the team around them: Piet is the aanspreekpunt, Tess that of techniek."""

    def __init__(self, tx: Connection) -> None:
        self.tx, self.wijk = tx, een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
        for wie in (ANNA, BRAM):
            een_account(tx, wie, bewoner=een_bewoner(tx, self.wijk))
        self.account = {wie: een_account(tx, wie) for wie in (NOOR, IBRAHIM, PIET, TESS)}
        self.techniek = een_publiek_id()
        tx.execute(insert(t.werkgroep).values(wijk=self.wijk, publiek_id=self.techniek, naam="techniek"))
        self.now = DINSDAG

    def aanspreekpunten(self, *, groep: bool = False) -> None:
        een_rol(self.tx, self.wijk, AANSPREEKPUNT, PIET)
        if groep:
            een_rol(self.tx, self.wijk, AANSPREEKPUNT, TESS, bereik=self.techniek)

    def als(self, wie: str) -> Any:
        return handeling(self.wijk, wie, now=self.now)

    def stel(self, wie: str = ANNA, tekst: str = KOSTEN, over: str = "plan", groep: str = "") -> str:
        vraag.los(self.tx, self.als(wie), tekst)
        gestuurd = vraag.stuur(self.tx, self.als(wie), over, groep, 3)
        assert gestuurd.soort == "vraag.gestuurd", gestuurd
        return str(gestuurd.data["id"])

    def hoorde(self, soort: str = "vraag.nieuw") -> list[str]:
        """Return who was written a message of a kind and would still get it."""
        uit = select(t.account.c.extern_id).join(t.outbox, t.account.c.id == t.outbox.c.account)
        return sorted(self.tx.scalars(uit.where(t.outbox.c.soort == soort, t.outbox.c.staat == "wachtend")))

    def antwoord(self, id_: str, tekst: str = "Rond de 90 euro.", wie: str = PIET) -> Boodschap:
        return vraagpunt.antwoord_op(self.tx, self.als(wie), id_, tekst)

    def tik(self, now: datetime) -> None:
        """Let all happen that is due."""
        self.now = now
        due = select(t.wekker.c.id).where(t.wekker.c.gedaan_op.is_(None), t.wekker.c.moment <= now)
        for id_ in list(self.tx.scalars(due.order_by(t.wekker.c.moment))):
            wekker.doe(self.tx, self.wijk, id_, now, AMSTERDAM, Verzending())

    def gehoord(self, *ook: str) -> int:
        """Count who is heard by the rules that count this too; a question, unless others are named."""
        ook = ook or ("vraag",)
        return een_telling(self.tx, self.wijk, Spelregels(telt_ook=ook), "gehoord").teller_laag


@pytest.fixture
def punt(tx: Connection) -> Punt:
    return Punt(tx)


@pytest.mark.parametrize("tekst", ["hallo", "ok dank", "👍"])
def test_what_cannot_be_a_question_leads_to_the_menu(punt: Punt, tekst: str) -> None:
    assert vraag.los(punt.tx, punt.als(ANNA), tekst).soort == "onbegrepen"


def test_nothing_goes_to_the_team_before_its_writer_says_so(punt: Punt) -> None:
    punt.aanspreekpunten()
    gevraagd = vraag.los(punt.tx, punt.als(ANNA), KOSTEN)
    assert (gevraagd.soort, gevraagd.data["tekst"]) == ("vraag.bevestig", KOSTEN)
    assert punt.hoorde() == []
    vraag.laat(punt.tx, punt.als(ANNA))
    with pytest.raises(Geweigerd, match="geen_concept"):
        vraag.stuur(punt.tx, punt.als(ANNA), "plan", "", 3)
    assert punt.hoorde() == []


@pytest.mark.parametrize("wie", [NOOR, "nobody"])
def test_staff_and_strangers_who_write_something_get_the_menu(punt: Punt, wie: str) -> None:
    assert vraag.los(punt.tx, punt.als(wie), KOSTEN).soort == "onbegrepen"


def test_the_same_words_once_more_show_the_question_that_is_there(punt: Punt) -> None:
    id_ = punt.stel()
    punt.stel(tekst="Hoe luid is hij?")
    weer = vraag.los(punt.tx, punt.als(ANNA), f"  {KOSTEN.upper()}?? ")
    assert (weer.soort, [een["id"] for een in weer.data["vragen"]]) == ("vraag.al_gesteld", [id_])
    with pytest.raises(Geweigerd, match="geen_concept"):
        vraag.stuur(punt.tx, punt.als(ANNA), "plan", "", 3)
    punt.stel(BRAM)
    punt.antwoord(id_, wie=NOOR)
    assert vraag.los(punt.tx, punt.als(ANNA), KOSTEN).soort == "vraag.al_gesteld"
    vraag.geholpen(punt.tx, punt.als(ANNA), id_)
    punt.stel()


def test_it_goes_to_the_nearest_who_is_there(punt: Punt) -> None:
    punt.stel()
    assert punt.hoorde() == [NOOR], "without an aanspreekpunt the begeleiders"
    punt.aanspreekpunten(groep=True)
    vraag.los(punt.tx, punt.als(BRAM), "En mijn dak dan?")
    assert vraag.stuur(punt.tx, punt.als(BRAM), "anders", "", 3).soort == "vraag.groep"
    vraag.stuur(punt.tx, punt.als(BRAM), "anders", punt.techniek, 3)
    assert punt.hoorde() == [NOOR, TESS]
    punt.stel(BRAM, "Waar is het dan?", groep="-")
    assert punt.hoorde() == sorted([NOOR, TESS, PIET])


def test_who_answers_reads_nothing_of_who_asks(punt: Punt) -> None:
    punt.aanspreekpunten()
    punt.stel()
    data = punt.tx.scalar(select(t.outbox.c.data).where(t.outbox.c.soort == "vraag.nieuw"))
    assert data is not None
    assert {"naam", "adres", "bewoner", "account"}.isdisjoint(data)


def test_only_a_question_about_the_plan_counts_as_heard_and_only_where_the_rules_say_so(punt: Punt) -> None:
    punt.stel(ANNA, over="anders")
    assert punt.gehoord() == 0
    id_ = punt.stel(ANNA, "Wat kost het plan ons?")
    punt.stel(ANNA, "En wanneer begint het dan?")
    assert punt.gehoord() == 1, "one person once"
    assert punt.gehoord("gesprek") == 0
    vraag.trek_in(punt.tx, punt.als(ANNA), id_)
    assert punt.gehoord() == 1, "the other still stands"
    (over, *_) = [v for v in vragen.van_bewoner(punt.tx, bewoner_van(punt, ANNA)) if v.over_plan]
    vraag.trek_in(punt.tx, punt.als(ANNA), over.publiek_id)
    assert punt.gehoord() == 0


def bewoner_van(punt: Punt, wie: str) -> int:
    gevonden = accounts.wie(punt.tx, punt.wijk, "telegram", wie)
    assert gevonden is not None
    return gevonden.bewoner or 0


def test_answered_asked_on_answered_again_and_it_helped(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    assert punt.antwoord(id_).data["staat"] == "beantwoord"
    assert punt.hoorde() == [], "what waited for others does not go any more"
    assert punt.hoorde("vraag.antwoord") == [ANNA]
    vraag.begin_verder(punt.tx, punt.als(ANNA), id_)
    punt.now += timedelta(days=3)
    vraag.typ(punt.tx, punt.als(ANNA), "En in de zomer?", None, 3)
    assert punt.hoorde() == [PIET]
    weer = vragen.zoek(punt.tx, punt.wijk, publiek_id=id_)
    assert weer is not None
    assert (weer.staat, weer.open_sinds) == ("open", punt.now)
    vraagpunt.begin_antwoord(punt.tx, punt.als(PIET), id_)
    vraagpunt.typ(punt.tx, punt.als(PIET), "Dan bijna niets.")
    vraag.geholpen(punt.tx, punt.als(ANNA), id_)
    (gezien,) = vraag.eigen(punt.tx, punt.als(ANNA)).data["vragen"]
    assert [b["tekst"] for b in gezien["berichten"]] == [
        KOSTEN,
        "Rond de 90 euro.",
        "En in de zomer?",
        "Dan bijna niets.",
    ]
    assert gezien["staat"] == "klaar"


def test_what_was_asked_on_has_a_limit_and_taking_it_back_leaves_what_was_answered(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    punt.antwoord(id_)
    for nummer in range(vraag.MEEST):
        vraag.begin_verder(punt.tx, punt.als(ANNA), id_)
        vraag.typ(punt.tx, punt.als(ANNA), f"En dan {nummer}?", None, 3)
    with pytest.raises(Geweigerd, match="te_veel"):
        vraag.begin_verder(punt.tx, punt.als(ANNA), id_)
    (over,) = vraag.trek_in(punt.tx, punt.als(ANNA), id_).data["vragen"]
    assert ([b["tekst"] for b in over["berichten"]], over["staat"]) == ([KOSTEN, "Rond de 90 euro."], "beantwoord")
    assert (punt.hoorde(), punt.gehoord()) == ([], 1)


@pytest.mark.parametrize("soort", ["foto", "spraak"])
def test_a_photo_or_a_voice_goes_on_as_it_is(punt: Punt, soort: Any) -> None:
    vraag.los(punt.tx, punt.als(ANNA), "", een_inhoud(soort, "", "file-7"))
    vraag.stuur(punt.tx, punt.als(ANNA), "anders", "", 3)
    data = punt.tx.scalar(select(t.outbox.c.data).where(t.outbox.c.soort == "vraag.nieuw"))
    assert data is not None
    assert data["bestanden"] == [[soort, "file-7", ""]]


def test_a_reply_finds_its_question_and_a_reply_to_anything_else_does_not(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    rij = punt.tx.execute(select(t.outbox).where(t.outbox.c.soort == "vraag.nieuw")).one()
    punt.tx.execute(t.outbox.update().values(staat="bezig", lease_nr=1).where(t.outbox.c.id == rij.id))
    zending = Zending(rij.id, 1, punt.now, rij.account, PIET, "nl", Boodschap(rij.soort), 0, rij.baan)
    outbox.verzonden(punt.tx, zending, 77)

    def zoek(wie: str, bericht: int) -> str | None:
        return vraagpunt.zoek_beantwoord(punt.tx, punt.wijk, "telegram", wie, bericht)

    assert (zoek(PIET, 77), zoek(PIET, 78), zoek(NOOR, 77), zoek(ANNA, 77)) == (id_, None, None, None)


def test_nobody_answers_what_is_not_theirs(punt: Punt) -> None:
    punt.aanspreekpunten(groep=True)
    id_ = punt.stel(groep="-")
    een_rol(punt.tx, punt.wijk, AANSPREEKPUNT, ANNA)
    for wie, waarom in ((TESS, "buiten_bereik"), (ANNA, "buiten_bereik"), (BRAM, "rol_nodig")):
        for doe in (vraagpunt.toon, vraagpunt.begin_antwoord, vraagpunt.kies_ander, vraagpunt.naar_organisator):
            with pytest.raises(Geweigerd, match=waarom):
                doe(punt.tx, punt.als(wie), id_)
    for eigen in (vraag.begin_verder, vraag.geholpen, vraag.trek_in):
        with pytest.raises(Geweigerd, match="onbekend"):
            eigen(punt.tx, punt.als(BRAM), id_)
    punt.antwoord(id_)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        vraagpunt.publiceer(punt.tx, punt.als(PIET), id_)
    assert vraagpunt.lijst(punt.tx, punt.als(TESS)).data["vragen"] == []


def test_a_working_day_before_the_promise_a_reminder_and_after_it_the_organisator(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    gevonden = vragen.zoek(punt.tx, punt.wijk, publiek_id=id_)
    assert gevonden is not None
    assert gevonden.termijn.astimezone(AMSTERDAM).strftime("%A %H:%M") == "Friday 17:00"
    punt.tik(datetime(2027, 2, 4, 9, 0, tzinfo=UTC))
    assert punt.hoorde("vraag.herinner") == [PIET]
    punt.tik(datetime(2027, 2, 5, 16, 30, tzinfo=UTC))
    assert (punt.hoorde("vraag.hoger"), punt.hoorde("vraag.later")) == ([IBRAHIM], [ANNA])
    (regel,) = vraagpunt.lijst(punt.tx, punt.als(IBRAHIM)).data["vragen"]
    assert (regel["hoger"], regel["te_laat"]) == (True, True)
    punt.antwoord(id_, wie=IBRAHIM)
    punt.tik(datetime(2027, 3, 5, 16, 30, tzinfo=UTC))
    assert punt.hoorde("vraag.later") == [ANNA], "said once"


def test_what_was_answered_in_time_reminds_nobody(punt: Punt) -> None:
    punt.aanspreekpunten()
    punt.antwoord(punt.stel())
    punt.tik(datetime(2027, 3, 5, 16, 30, tzinfo=UTC))
    assert punt.hoorde("vraag.herinner") + punt.hoorde("vraag.hoger") + punt.hoorde("vraag.later") == []


def test_a_question_that_is_passed_on_keeps_its_promise_and_leaves_who_had_it(punt: Punt) -> None:
    punt.aanspreekpunten(groep=True)
    id_ = punt.stel(groep="-")
    voor = vragen.zoek(punt.tx, punt.wijk, publiek_id=id_)
    for _ in range(2):  # a second tap tells nobody anew
        vraagpunt.geef_door(punt.tx, punt.als(PIET), id_, punt.techniek)
    assert punt.hoorde() == [TESS]
    na = vragen.zoek(punt.tx, punt.wijk, publiek_id=id_)
    assert voor is not None
    assert na is not None
    assert (na.termijn, na.groepnaam, na.ronde) == (voor.termijn, "techniek", voor.ronde + 1)
    vraagpunt.naar_organisator(punt.tx, punt.als(TESS), id_)
    assert (punt.hoorde(), punt.hoorde("vraag.hoger")) == ([], [IBRAHIM])
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        vraagpunt.toon(punt.tx, punt.als(TESS), id_)


def test_a_good_answer_is_public_after_one_tap_without_who_asked(punt: Punt) -> None:
    id_ = punt.stel()
    gezien = punt.antwoord(id_, wie=NOOR)
    assert gezien.data["kan_openbaar"] is True
    punt.tx.execute(t.vraagbericht.update().where(t.vraagbericht.c.van == "team").values(taal="pl"))
    vraagpunt.publiceer(punt.tx, punt.als(NOOR), id_)
    (een,) = vraagbaak.lijst(punt.tx, punt.als(BRAM)).data["antwoorden"]
    assert (een["vraag"], een["antwoord"], een["taal"]) == (KOSTEN, "Rond de 90 euro.", "pl")
    with pytest.raises(Geweigerd, match="al_openbaar"):
        vraagpunt.publiceer(punt.tx, punt.als(NOOR), id_)


def test_the_same_in_other_words_finds_the_answer_and_nothing_goes_to_the_team(punt: Punt) -> None:
    id_ = punt.stel()
    punt.antwoord(id_, wie=NOOR)
    anders = "hoe duur is zo'n warmte pomp maandelijks"
    assert vraag.los(punt.tx, punt.als(BRAM), anders).soort == "vraag.bevestig", "it is not public yet"
    vraagpunt.publiceer(punt.tx, punt.als(NOOR), id_)
    voorstel = vraag.los(punt.tx, punt.als(BRAM), anders)
    ((gevonden, tekst),) = voorstel.data["vragen"]
    assert (voorstel.soort, tekst) == ("vraag.voorstel", KOSTEN)
    assert vraag.toon_antwoord(punt.tx, punt.als(BRAM), gevonden).data["antwoord"] == "Rond de 90 euro."
    assert vraag.bied_weer_aan(punt.tx, punt.als(BRAM)).data == voorstel.data
    assert vraag.geen_van_deze(punt.tx, punt.als(BRAM)).soort == "vraag.bevestig"
    vraag.gevonden(punt.tx, punt.als(BRAM))
    with pytest.raises(Geweigerd, match="geen_concept"):
        vraag.stuur(punt.tx, punt.als(BRAM), "plan", "", 3)
    vraagbaak.haal_weg(punt.tx, punt.als(NOOR), gevonden)
    with pytest.raises(Geweigerd, match="onbekend"):
        vraag.toon_antwoord(punt.tx, punt.als(BRAM), gevonden)
    assert vraag.los(punt.tx, punt.als(BRAM), anders).soort == "vraag.bevestig"


def test_what_names_somebody_is_published_in_other_words(punt: Punt) -> None:
    id_ = punt.stel(tekst="Mijn buurman Jan van nummer 3 heeft er al een. Is dat wel zo stil?")
    punt.antwoord(id_, wie=NOOR)
    gevraagd = vraagpunt.publiceer_anders(punt.tx, punt.als(NOOR), id_)
    assert "Jan" in gevraagd.data["over"]
    alle = {vraagbaak.PUBLICEREN.soort: vraagbaak.PUBLICEREN}
    formulier.typ(punt.tx, punt.als(NOOR), alle, "Is een warmtepomp stil?")
    formulier.kies(punt.tx, punt.als(NOOR), alle, "antwoord", vraagbaak.ZO)
    vraagpunt.publiceer_anders(punt.tx, punt.als(IBRAHIM), id_)
    formulier.typ(punt.tx, punt.als(IBRAHIM), alle, "Maakt een warmtepomp geluid?")
    formulier.kies(punt.tx, punt.als(IBRAHIM), alle, "antwoord", vraagbaak.ZO)
    formulier.bevestig(punt.tx, punt.als(NOOR), alle)
    with pytest.raises(Geweigerd, match="al_openbaar"):
        formulier.bevestig(punt.tx, punt.als(IBRAHIM), alle)
    (een,) = vraagbaak.lijst(punt.tx, punt.als(BRAM)).data["antwoorden"]
    assert (een["vraag"], een["antwoord"]) == ("Is een warmtepomp stil?", "Rond de 90 euro.")
    assert vraagpunt.toon(punt.tx, punt.als(NOOR), id_).data["openbaar"] is True


def test_who_takes_a_question_back_can_ask_another(punt: Punt) -> None:
    """On SQLite the id of a deleted row comes back; what was sent of the first is still in the outbox."""
    for tekst in (KOSTEN, "En wie betaalt dat dan?"):
        vraag.trek_in(punt.tx, punt.als(ANNA), punt.stel(tekst=tekst))
    punt.antwoord(punt.stel(), wie=NOOR)
    assert punt.hoorde("vraag.antwoord") == [ANNA]


def test_five_may_wait(punt: Punt) -> None:
    for nummer in range(vraag.MEEST):
        punt.stel(tekst=f"Vraag {nummer}?")
    with pytest.raises(Geweigerd, match="te_veel"):
        punt.stel()


def test_who_floods_asks_nothing_for_a_time_hears_why_and_may_object(punt: Punt) -> None:
    punt.aanspreekpunten()
    eerste = punt.stel()
    punt.stel(tekst="Stelletje dieven, wanneer houdt dit op?")
    for wie in (PIET, BRAM):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            vraagstop.stop(punt.tx, punt.als(wie), eerste, "7")
    assert vraagstop.stop(punt.tx, punt.als(NOOR), eerste, "9999").soort == "vraagstop.vraag"
    for _ in range(2):
        vraagstop.stop(punt.tx, punt.als(NOOR), eerste, "7")
    assert (punt.hoorde("vraag.gestopt"), punt.hoorde()) == ([ANNA], []), "what waited ends with it, and once"
    assert vraagpunt.lijst(punt.tx, punt.als(NOOR)).data["vragen"] == []
    assert punt.gehoord() == 1, "who spoke was heard"
    for doe in (lambda: punt.stel(), lambda: vraag.begin_verder(punt.tx, punt.als(ANNA), eerste)):
        with pytest.raises(Geweigerd, match="gestopt") as nee:
            doe()
        assert nee.value.onder == (
            "vraag.gestopt",
            {"tot": (DINSDAG + timedelta(days=7)).isoformat(), "bezwaar": False},
        )
    punt.stel(BRAM)
    vraagstop.begin_bezwaar(punt.tx, punt.als(ANNA))
    vraagstop.typ(punt.tx, punt.als(ANNA), "Ik was boos, sorry daarvoor.")
    assert punt.hoorde("vraagstop.nieuw") == [IBRAHIM]
    with pytest.raises(Geweigerd, match="niets_te_zeggen"):
        vraagstop.begin_bezwaar(punt.tx, punt.als(ANNA))
    (stop,) = punt.tx.scalars(select(t.vraagstop.c.publiek_id))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        vraagstop.hef_op(punt.tx, punt.als(NOOR), stop)
    vraagstop.hef_op(punt.tx, punt.als(IBRAHIM), stop)
    assert punt.hoorde("vraagstop.weer") == [ANNA]
    punt.stel(tekst="Dank u. Wanneer begint het dan?")


def test_nobody_lets_themselves_ask_again(punt: Punt) -> None:
    vraagstop.stop(punt.tx, punt.als(NOOR), punt.stel(), "7")
    een_rol(punt.tx, punt.wijk, ORGANISATOR, ANNA)
    (stop,) = punt.tx.scalars(select(t.vraagstop.c.publiek_id))
    with pytest.raises(Geweigerd, match="onbekend"):
        vraagstop.hef_op(punt.tx, punt.als(ANNA), stop)
    assert punt.tx.scalars(select(t.vraagstop.c.publiek_id)).all() == [stop]


def test_a_stop_is_over_by_itself(punt: Punt) -> None:
    vraagstop.stop(punt.tx, punt.als(NOOR), punt.stel(), "7")
    punt.now += timedelta(days=7)
    punt.stel()
    vraagdraad.ruim_op(punt.tx, punt.now)
    assert punt.tx.execute(select(t.vraagstop)).all() == []


def test_a_question_that_ended_without_an_answer_has_nothing_to_publish(punt: Punt) -> None:
    id_ = punt.stel()
    vraagstop.stop(punt.tx, punt.als(NOOR), id_, "7")
    assert not vraagpunt.toon(punt.tx, punt.als(NOOR), id_).data["kan_openbaar"]
    for doe in (vraagpunt.publiceer, vraagpunt.publiceer_anders):
        with pytest.raises(Geweigerd, match="onbekend"):
            doe(punt.tx, punt.als(NOOR), id_)


def test_what_somebody_found_not_in_order_goes_with_them(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    punt.antwoord(id_)
    vraagstop.meld_antwoord(punt.tx, punt.als(ANNA), id_)
    assert punt.hoorde("vraag.gemeld") == [IBRAHIM]
    wis(punt.tx, punt.als(ANNA))
    assert punt.hoorde("vraag.gemeld") == []
    (data,) = punt.tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "vraag.gemeld"))
    assert data == {}


def test_an_answer_that_is_not_in_order_reaches_the_organisatoren_once(punt: Punt) -> None:
    punt.aanspreekpunten()
    id_ = punt.stel()
    with pytest.raises(Geweigerd, match="onbekend"):
        vraagstop.meld_antwoord(punt.tx, punt.als(ANNA), id_)
    punt.antwoord(id_, "Zoek het lekker zelf uit.")
    vraag.begin_verder(punt.tx, punt.als(ANNA), id_)
    vraag.typ(punt.tx, punt.als(ANNA), "Wat zegt u daar tegen mij?", None, 3)
    for _ in range(2):  # also when one asked on
        vraagstop.meld_antwoord(punt.tx, punt.als(ANNA), id_)
    with pytest.raises(Geweigerd, match="onbekend"):
        vraagstop.meld_antwoord(punt.tx, punt.als(BRAM), id_)
    assert punt.hoorde("vraag.gemeld") == [IBRAHIM]


def test_who_is_erased_leaves_no_word_and_no_message_with_the_team(punt: Punt) -> None:
    punt.aanspreekpunten()
    punt.antwoord(punt.stel())
    punt.stel(tekst="En wie betaalt dat dan?")
    vraag.los(punt.tx, punt.als(ANNA), "Dit is nog niet verstuurd?")
    wis(punt.tx, punt.als(ANNA))
    for tabel in (t.vraag, t.vraagbericht, t.vraagconcept):
        assert punt.tx.execute(select(tabel)).all() == []
    assert punt.hoorde() == []


def test_old_threads_and_what_was_never_sent_are_forgotten(punt: Punt) -> None:
    punt.antwoord(punt.stel(), wie=NOOR)
    open_ = punt.stel(tekst="En wie betaalt dat dan?")
    vraag.los(punt.tx, punt.als(ANNA), "Dit is nog niet verstuurd?")
    vraagdraad.ruim_op(punt.tx, DINSDAG + timedelta(days=2))
    assert len(punt.tx.execute(select(t.vraag)).all()) == 2
    assert punt.tx.execute(select(t.vraagconcept)).all() == []
    over = bewaren.ruim_op(punt.tx, punt.wijk, DINSDAG + timedelta(days=181), Bewaren())
    assert over == {"vraag": 1, "vraagbericht": 2}
    assert list(punt.tx.scalars(select(t.vraag.c.publiek_id))) == [open_], "what waits is not forgotten"
