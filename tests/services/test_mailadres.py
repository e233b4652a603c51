"""A resident's e-mail address: shown to be theirs, mailed once a day about what they did not see, and a way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.toestemming import VERSIE
from bot.services import (
    bewoner,
    mailadres,
    mailbundel,
    onboarding,
    terugkeer,
    toestel,
    wekker,
)
from bot.services.handeling import AMSTERDAM, ORGANISATOR, Handeling
from bot.storage import accounts, mailadressen, outbox, outboxmerk, webberichten, wekkers
from bot.storage import tables as t
from bot.webinstellingen import KANAAL as WEB
from tests import builders
from tests.builders import NU, PEPER, handeling

ANNA, NIEUW, ADRES = "2000", "3000", "Anna@voorbeeld.nl"


@dataclass
class Buurt:
    tx: Connection
    wijk: int
    huis: builders.Huishouden
    bewoner: int
    account: int

    def als(self, wie: str = ANNA, na: timedelta = timedelta(0), kanaal: str = WEB) -> Handeling:
        basis = handeling(self.wijk, wie, now=NU + na)
        return replace(basis, afzender=replace(basis.afzender, kanaal=kanaal))

    def geef(self, adres: str = ADRES, wie: str = ANNA, na: timedelta = timedelta(0)) -> Boodschap:
        mailadres.vraag(self.tx, self.als(wie, na), post=True)
        return mailadres.typ(self.tx, self.als(wie, na), adres, PEPER, post=True)

    def post(self, soort: str) -> list[Any]:
        p = t.postuit.c
        vraag = select(p.adres, p.data, p.bewoner).where(p.soort == soort, p.staat == "wachtend")
        return list(self.tx.execute(vraag.order_by(p.id)))

    def code(self) -> str:
        return f"mail-{self.post('mail_bevestig')[-1].data['code']}"

    def bevestig(self, code: str = "", wie: str = ANNA, na: timedelta = timedelta(0)) -> Boodschap:
        return mailadres.bevestig(self.tx, self.als(wie, na), code or self.code(), PEPER)

    def met_adres(self) -> "Buurt":
        self.geef()
        assert self.bevestig().melding == "mailadres.bevestigd"
        return self

    def adres(self) -> str | None:
        een = mailadressen.van(self.tx, self.bewoner)
        return een.adres if een else None

    def bericht(self, soort: str = "vraag.antwoord", tekst: str = "Een antwoord", nummer: int = 1) -> None:
        """Put what the outbox delivered in the chat."""
        outbox.schrijf(self.tx, self.wijk, f"k{nummer}", [self.account], Boodschap(soort, {}), baan=Baan.HERINNERING)
        o = t.outbox.c
        rij = self.tx.execute(select(o.id, o.sleutel).order_by(o.id.desc())).first()
        assert rij is not None
        self.tx.execute(t.outbox.update().where(o.id == rij.id).values(staat="verzonden"))
        sleutel = f"{outboxmerk.merk(rij.id, rij.sleutel)}:0"
        webberichten.zet(self.tx, self.account, {"tekst": tekst}, NU, van_bot=True, sleutel=sleutel)

    def avond(self, dagen: int = 0) -> list[Any]:
        """Let it be seven in the evening; return what was written."""
        for een in wekkers.komend(self.tx, self.wijk, (mailbundel.SOORT,), NU - timedelta(days=1)):
            wekker.doe(self.tx, self.wijk, een.id, een.moment, AMSTERDAM, Verzending())
        return self.post(mailbundel.MAIL)


def een_web(tx: Connection, wijk: int, extern_id: str, bewoner_id: int | None = None) -> int:
    wie = accounts.maak(tx, wijk, WEB, extern_id)
    if bewoner_id is not None:
        ja = {"toestemming_versie": VERSIE, "toestemming_op": NU}
        accounts.wijzig(tx, wie.account, bewoner=bewoner_id, taal="nl", **ja)
    return wie.account


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=1)
    anna = builders.een_bewoner(tx, wijk, huis.id)
    builders.een_account(tx, "anna", bewoner=anna)
    return Buurt(tx, wijk, huis, anna, een_web(tx, wijk, ANNA, anna))


def test_an_address_is_theirs_once_they_typed_the_code_that_went_there(buurt: Buurt) -> None:
    assert buurt.geef().soort == "mailadres.verstuurd"
    (brief,) = buurt.post("mail_bevestig")
    assert (brief.adres, buurt.adres()) == ("Anna@voorbeeld.nl", None)
    assert set(brief.data) == {"wijk", "code", "kanaal"}, "nothing personal"
    assert buurt.bevestig().melding == "mailadres.bevestigd"
    assert buurt.adres() == "Anna@voorbeeld.nl"
    gegevens = bewoner.mijn_gegevens(buurt.tx, buurt.als())
    assert gegevens.data["mailadres"] == "Anna@voorbeeld.nl"
    bestand = bewoner.bestand(buurt.tx, buurt.als()).data["bestand"]["onderdelen"]
    assert bestand["mailadres"]["rijen"][0]["adres"] == "Anna@voorbeeld.nl"


def test_the_link_opened_twice_says_that_it_is_done_and_a_stranger_who_opens_it_does_nothing(buurt: Buurt) -> None:
    buurt.geef()
    code = buurt.code()
    een_web(buurt.tx, buurt.wijk, NIEUW)
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        buurt.bevestig(code, NIEUW)
    assert buurt.adres() is None
    buurt.bevestig(code)
    assert buurt.bevestig(code).melding == "mailadres.al"


def test_a_neighbour_cannot_confirm_with_a_code_that_is_not_theirs(buurt: Buurt) -> None:
    bram = builders.een_bewoner(buurt.tx, buurt.wijk)
    een_web(buurt.tx, buurt.wijk, "4000", bram)
    buurt.geef()
    code = buurt.code()
    buurt.geef("bram@voorbeeld.nl", wie="4000")
    assert buurt.bevestig(code, "4000").data["sleutel"] == "mailadres.code_fout"
    assert mailadressen.van(buurt.tx, bram).adres is None  # type: ignore[union-attr]


@pytest.mark.parametrize("hoe", ["te oud", "geraden"])
def test_a_code_works_for_a_day_and_cannot_be_guessed(buurt: Buurt, hoe: str) -> None:
    buurt.geef()
    for _ in range(mailadres.MEEST_MIS if hoe == "geraden" else 0):
        assert buurt.bevestig("mail-2000-0000").data["sleutel"] == "mailadres.code_fout"
    na = timedelta(days=1) if hoe == "te oud" else timedelta(0)
    assert buurt.bevestig(na=na).data["sleutel"] == "mailadres.code_fout"
    assert buurt.adres() is None


@pytest.mark.parametrize(
    "adres",
    [
        "anna@voorbeeld.nl\nBcc: iedereen@voorbeeld.nl",
        "anna@voorbeeld.nl\r\n.\r\nMAIL FROM:<x@y.nl>",
        "a@b.nl, c@d.nl",
        "🙂@voorbeeld.nl",
        "a" * 5000 + "@voorbeeld.nl",
        "anna@voorbeeld",
        "anna@@voorbeeld.nl",
        "<anna@voorbeeld.nl>",
        "@",
    ],
)
def test_what_is_no_address_is_refused(buurt: Buurt, adres: str) -> None:
    with pytest.raises(Geweigerd, match=r"mailadres\.adres"):
        buurt.geef(adres)
    assert buurt.post("mail_bevestig") == []


def test_to_the_address_of_a_stranger_three_mails_a_day_go_whoever_asks(buurt: Buurt) -> None:
    for nummer in range(mailadres.MEEST_PER_ADRES):
        buur = builders.een_bewoner(buurt.tx, buurt.wijk)
        een_web(buurt.tx, buurt.wijk, f"50{nummer}", buur)
        buurt.geef("slachtoffer@voorbeeld.nl", wie=f"50{nummer}")
    with pytest.raises(Geweigerd, match=r"mailadres\.te_vaak"):
        buurt.geef("Slachtoffer@voorbeeld.nl")
    assert len(buurt.post("mail_bevestig")) == mailadres.MEEST_PER_ADRES
    assert buurt.geef("slachtoffer@voorbeeld.nl", na=timedelta(days=1, seconds=1)).soort == "mailadres.verstuurd"


def test_another_address_is_told_to_the_old_one_and_to_all_other_places_and_holds_only_when_confirmed(
    buurt: Buurt,
) -> None:
    buurt.met_adres()
    buurt.geef("nieuw@voorbeeld.nl")
    assert (buurt.adres(), buurt.post("mail_gewijzigd")) == ("Anna@voorbeeld.nl", [])
    buurt.bevestig()
    assert (buurt.adres(), buurt.post("mail_gewijzigd")[0].adres) == ("nieuw@voorbeeld.nl", "Anna@voorbeeld.nl")
    naar = buurt.tx.scalars(select(t.outbox.c.account).where(t.outbox.c.soort == "mailadres.erbij")).all()
    assert buurt.account not in naar
    assert len(naar) == 2


def test_what_no_page_showed_is_mailed_once_with_the_text_of_what_is_public_and_of_nothing_else(buurt: Buurt) -> None:
    buurt.bericht(nummer=9)
    buurt.met_adres()
    buurt.bericht("mijlpaal.nieuw", "De raad &amp; <b>het plan</b>", 1)
    buurt.bericht("vraag.antwoord", "GEHEIM antwoord", 2)
    buurt.bericht("tevredenheid.vraag", "GEHEIM vraag", 3)
    (brief,) = buurt.avond()
    assert brief.data["teksten"] == ["De raad & het plan"]
    assert (brief.data["antwoorden"], brief.data["andere"]) == (1, 1)
    assert "GEHEIM" not in str(brief.data)
    assert buurt.avond() == [brief], "not once more"
    buurt.bericht("vraag.antwoord", "nog een", 4)
    versie, _ = webberichten.stand(buurt.tx, buurt.account)
    webberichten.toonde(buurt.tx, {buurt.account: versie})
    assert buurt.avond() == [brief], "a page showed it"


def test_what_waits_for_a_mail_server_goes_once_and_what_came_meanwhile_with_the_next(buurt: Buurt) -> None:
    buurt.met_adres()
    buurt.bericht("mijlpaal.nieuw", "maandag", 1)
    (maandag,) = buurt.avond()
    buurt.bericht("mijlpaal.nieuw", "dinsdag", 2)
    assert buurt.avond() == [maandag], "that of monday still waits"
    buurt.bericht("mijlpaal.nieuw", "woensdag", 3)
    buurt.tx.execute(update(t.postuit).where(t.postuit.c.soort == mailbundel.MAIL).values(staat="verzonden"))
    (donderdag,) = buurt.avond()
    assert (maandag.data["teksten"], donderdag.data["teksten"]) == (["maandag"], ["dinsdag", "woensdag"])


def test_who_stops_by_the_link_gets_none_keeps_the_address_and_can_turn_it_on_again(buurt: Buurt) -> None:
    buurt.met_adres()
    geheim = mailadressen.van(buurt.tx, buurt.bewoner).geheim  # type: ignore[union-attr]
    buurt.bericht()
    buurt.avond()
    for _ in range(2):
        mailadres.stop(buurt.tx, buurt.wijk, geheim)
    assert buurt.post(mailbundel.MAIL) == [], "what waited does not go"
    assert mailadres.op_pagina(buurt.tx, buurt.wijk, geheim) == {"wijk": "Vogelbuurt", "dagmail": False, "taal": "nl"}
    buurt.bericht(nummer=2)
    assert buurt.avond() == []
    mailadres.zet_dagmail(buurt.tx, buurt.als(), "aan")
    buurt.bericht(nummer=3)
    assert len(buurt.avond()) == 1
    assert buurt.adres() == "Anna@voorbeeld.nl"
    assert mailadres.op_pagina(buurt.tx, buurt.wijk, "geen") is None


def test_the_link_that_stops_mail_does_nothing_on_the_pages_of_another_wijk(buurt: Buurt) -> None:
    buurt.met_adres()
    geheim = mailadressen.van(buurt.tx, buurt.bewoner).geheim  # type: ignore[union-attr]
    daar = builders.een_wijk(buurt.tx, "Daar")
    assert mailadres.op_pagina(buurt.tx, daar, geheim) is None
    mailadres.stop(buurt.tx, daar, geheim)
    hier = mailadres.op_pagina(buurt.tx, buurt.wijk, geheim)
    assert hier is not None
    assert hier["dagmail"]


def test_with_the_address_all_mail_that_waits_goes_and_so_it_does_with_erasing(buurt: Buurt) -> None:
    buurt.met_adres()
    buurt.bericht()
    buurt.avond()
    assert mailadres.verwijder(buurt.tx, buurt.als(), zeker=False).soort == "mailadres.zeker"
    mailadres.verwijder(buurt.tx, buurt.als(), zeker=True)
    assert buurt.tx.execute(select(t.postuit)).all() == buurt.tx.execute(select(t.mailadres)).all() == []
    buurt.geef(na=timedelta(days=2))


def vol(buurt: Buurt) -> str:
    """Let somebody scan the letter of a home in which all seats are taken, and say that they took part before."""
    een_web(buurt.tx, buurt.wijk, NIEUW)
    begin = onboarding.start(buurt.tx, buurt.als(NIEUW), buurt.huis.code, PEPER)
    assert (begin.soort, begin.data) == ("welkom.vol", {"al": True})
    return str(onboarding.al_mee(buurt.tx, buurt.als(NIEUW), post=True).data["mail"])


def test_with_the_letter_and_a_code_by_mail_who_lost_every_device_is_who_they_were(buurt: Buurt) -> None:
    buurt.met_adres()
    assert vol(buurt) == "True"
    assert terugkeer.vraag_mail(buurt.tx, buurt.als(NIEUW), post=True).soort == "terugkeer.mail"
    antwoord = terugkeer.typ(buurt.tx, buurt.als(NIEUW), "ANNA@VOORBEELD.NL", PEPER)
    assert antwoord.soort == "terugkeer.gemaild"
    (brief,) = buurt.post("mail_terug")
    assert brief.adres == "Anna@voorbeeld.nl"
    code = f"ook-{brief.data['code']}"
    assert toestel.toon(buurt.tx, buurt.als(NIEUW), code, PEPER).soort == "toestel.vraag"
    assert toestel.koppel(buurt.tx, buurt.als(NIEUW), code, PEPER) == ()


def _onbekend(buurt: Buurt) -> str:
    return "niemand@voorbeeld.nl"


def _van_buren(buurt: Buurt) -> str:
    buur = builders.een_bewoner(buurt.tx, buurt.wijk)
    een_web(buurt.tx, buurt.wijk, "4000", buur)
    mailadressen.zet(buurt.tx, buurt.wijk, buur, "g", adres="buur@voorbeeld.nl", bevestigd_op=NU)
    return "buur@voorbeeld.nl"


def _niet_bevestigd(buurt: Buurt) -> str:
    buurt.geef("straks@voorbeeld.nl")
    return "straks@voorbeeld.nl"


def _gedeeld(buurt: Buurt) -> str:
    huisgenoot = builders.een_bewoner(buurt.tx, buurt.wijk, buurt.huis.id)
    mailadressen.zet(buurt.tx, buurt.wijk, huisgenoot, "g", adres=ADRES, bevestigd_op=NU)
    return ADRES


def _met_taak(buurt: Buurt) -> str:
    builders.een_rol(buurt.tx, buurt.wijk, ORGANISATOR, ANNA)
    buurt.tx.execute(t.rol.update().where(t.rol.c.extern_id == ANNA).values(kanaal=WEB))
    return ADRES


@pytest.mark.parametrize("adres", [_onbekend, _van_buren, _niet_bevestigd, _gedeeld, _met_taak])
def test_who_asks_for_the_mail_hears_the_same_whatever_is_known_and_no_code_goes(
    buurt: Buurt, adres: Callable[[Buurt], str]
) -> None:
    buurt.met_adres()
    vol(buurt)
    terugkeer.vraag_mail(buurt.tx, buurt.als(NIEUW), post=True)
    antwoord = terugkeer.typ(buurt.tx, buurt.als(NIEUW), adres(buurt), PEPER)
    assert antwoord == Boodschap("terugkeer.gemaild")
    assert buurt.post("mail_terug") == []


def test_mail_to_come_back_is_asked_for_only_so_often_and_only_with_a_letter(buurt: Buurt) -> None:
    buurt.met_adres()
    for nummer in range(terugkeer.MEEST_GEKREGEN + 2):
        wie = f"60{nummer}"
        een_web(buurt.tx, buurt.wijk, wie)
        onboarding.start(buurt.tx, buurt.als(wie), buurt.huis.code, PEPER)
        terugkeer.vraag_mail(buurt.tx, buurt.als(wie), post=True)
        assert terugkeer.typ(buurt.tx, buurt.als(wie), ADRES, PEPER).soort == "terugkeer.gemaild"
    assert len(buurt.post("mail_terug")) == terugkeer.MEEST_GEKREGEN
    een_web(buurt.tx, buurt.wijk, "700")
    assert terugkeer.vraag_mail(buurt.tx, buurt.als("700"), post=True) == Boodschap("toestel.hoe", {"mail": False})
    assert terugkeer.vraag_mail(buurt.tx, buurt.als(NIEUW), post=False).soort == "toestel.hoe"


def test_without_a_mail_server_it_is_said_so(buurt: Buurt) -> None:
    with pytest.raises(Geweigerd, match="geen_post"):
        mailadres.toon(buurt.tx, buurt.als(), post=False)
