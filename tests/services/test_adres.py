"""One screen per address: what it shows, to whom, and where its buttons lead without asking the address again."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.errors import Geweigerd
from bot.services import aanmeldhulp, adres, deurgesprek, formulier, geenbezoek, hulp, hulpdeur, ronde, vraagdeur
from bot.services.handeling import BEGELEIDER, STRAATCONTACT
from bot.storage import accounts, huishoudens, rondes
from bot.storage import tables as t
from handlers.formulier import FORMULIEREN
from tests import builders
from tests.builders import NU, handeling

NOOR, OMAR, STIEN = "9001", "9002", "9003"


class Straat:
    """Two doors in a street and one elsewhere, two begeleiders and a straatcontact."""

    def __init__(self, tx: Connection) -> None:
        self.tx, self.wijk = tx, builders.een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", wie) for wie in (NOOR, OMAR)])
        for wie in (NOOR, OMAR, STIEN):
            builders.een_account(tx, wie)
        builders.een_rol(tx, self.wijk, STRAATCONTACT, STIEN, bereik="Merelweg")
        plekken = (("Merelweg", 1), ("Merelweg", 3), ("Lindelaan", 5))
        self.id = {
            nr: builders.een_huishouden(tx, self.wijk, straat=straat, huisnummer=nr, volwassenen=2).id
            for straat, nr in plekken
        }
        h = t.huishouden.c
        self.huis: dict[int, str] = dict(tx.execute(select(h.huisnummer, h.publiek_id)).all())

    def als(self, wie: str = NOOR, **velden: Any) -> Any:
        return handeling(self.wijk, wie, **velden)

    def toon(self, nummer: int = 1, wie: str = NOOR) -> dict[str, Any]:
        return adres.toon(self.tx, self.als(wie), self.huis[nummer]).data

    def vul(self, *keuzes: str, wie: str = NOOR) -> Any:
        """Answer the questions of the open form, by button."""
        for keuze in keuzes:
            veld, _, waarde = keuze.partition("=")
            scherm = formulier.kies(self.tx, self.als(wie), FORMULIEREN, veld, waarde)
        return scherm


@pytest.fixture
def straat(tx: Connection) -> Straat:
    return Straat(tx)


def test_it_shows_how_an_address_stands_and_only_what_can_be_done_there_now(straat: Straat) -> None:
    tx = straat.tx
    leeg = straat.toon()
    assert (leeg["bereikt"], leeg["laatst"], leeg["hulp"]) == (False, None, 0)
    assert leeg["kan"] == ["gesprek", "vraag", "hulp"]
    bij = builders.een_bijeenkomst(tx, straat.wijk, begin=NU + timedelta(days=1))
    builders.een_bijeenkomst(tx, straat.wijk, begin=NU - timedelta(hours=1))
    builders.een_peiling(tx, straat.wijk)
    assert straat.toon()["kan"] == ["gesprek", "aanmelden", "vraag", "hulp", "biljet", "erbij"]
    assert "erbij" not in straat.toon(wie=STIEN)["kan"], "the door list is of the begeleiders"
    aanmeldhulp.zet(tx, straat.als(), bij.publiek_id, straat.huis[1], 1, 0)
    assert straat.toon()["kan"][-1] == "wissen"
    assert not straat.toon()["bereikt"], "who signed up spoke to nobody yet"
    deurgesprek.leg_vast(tx, straat.als(), straat.huis[1], frozenset({1}), "deurgesprek")
    assert straat.toon()["bereikt"]
    assert not straat.toon(3)["bereikt"]


def test_it_is_for_who_goes_past_the_doors_in_their_own_street_and_not_of_one_s_own_home(straat: Straat) -> None:
    bewoner = builders.een_bewoner(straat.tx, straat.wijk, straat.id[1])
    straat.tx.execute(update(t.account).where(t.account.c.extern_id == OMAR).values(bewoner=bewoner))
    eigen = straat.toon(wie=OMAR)
    assert (eigen["eigen"], eigen["kan"]) == (True, [])
    assert straat.toon(wie=STIEN)["kan"][0] == "gesprek"
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        straat.toon(5, STIEN)
    builders.een_account(straat.tx, "1")
    for doe in (adres.begin, lambda tx, h: adres.toon(tx, h, straat.huis[1])):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(straat.tx, straat.als("1"))


def test_an_address_is_typed_behind_the_command_or_after_it_and_a_number_is_of_the_open_street(straat: Straat) -> None:
    def typ(getypt: str) -> str:
        return str(adres.typ(straat.tx, straat.als(), getypt).data["adres"])

    assert adres.begin(straat.tx, straat.als(), "merelweg 3").data["adres"] == "Merelweg 3"
    assert typ("1") == "Merelweg 1"
    assert typ("Lindelaan 5") == "Lindelaan 5"
    assert adres.begin(straat.tx, straat.als()).soort == "adres.straten"
    gevraagd = adres.typ(straat.tx, straat.als(), "3")
    assert gevraagd.data["niet"]["sleutel"] == "huishouden.schrijf_nummer", "no street is open"
    assert adres.begin(straat.tx, straat.als(STIEN)).soort == "adres.straat", "one street: its numbers at once"


def test_a_language_is_that_of_the_next_letter_and_only_one_that_there_is(straat: Straat) -> None:
    def in_brief() -> str | None:
        h = t.huishouden.c
        (sleutel,) = straat.tx.scalars(select(h.sleutel).where(h.id == straat.id[1]))
        return huishoudens.adressen(straat.tx, straat.wijk, [sleutel])[0].taal

    scherm = adres.zet_taal(straat.tx, straat.als(), straat.huis[1], "pl")
    assert (scherm.data["taal"], in_brief()) == ("pl", "pl")
    assert adres.zet_taal(straat.tx, straat.als(), straat.huis[1], "xx").soort == "adres.taal"
    assert in_brief() == "pl"
    adres.zet_taal(straat.tx, straat.als(), straat.huis[1], "nl")
    assert in_brief() is None


def test_an_old_button_does_not_open_a_door_that_asked_for_no_visit_since(straat: Straat) -> None:
    def tot(scherm: Any) -> str | None:
        gezegd: str | None = scherm.data["liever_niet"]
        return gezegd

    eerst = tot(adres.zet_bezoek(straat.tx, straat.als(), straat.huis[1], ""))
    assert eerst is not None
    later = straat.als(now=NU + timedelta(days=30))
    nieuw = tot(adres.zet_bezoek(straat.tx, later, straat.huis[1], ""))
    assert tot(adres.zet_bezoek(straat.tx, later, straat.huis[1], eerst)) == nieuw
    assert tot(adres.zet_bezoek(straat.tx, later, straat.huis[1], str(nieuw))) is None
    assert rondes.geen_bezoek(straat.tx, straat.wijk, "Merelweg") == {}


def test_what_was_done_at_the_door_and_still_waits_stands_there_as_counts(straat: Straat) -> None:
    """Not of who has a phone, not of what was; and of questions a straatcontact, who is a neighbour, reads nothing."""
    tx, zo, huis = straat.tx, straat.als(), straat.huis[3]
    bij = builders.een_bijeenkomst(tx, straat.wijk, begin=NU + timedelta(days=3))
    for stoel in (1, 2):
        aanmeldhulp.zet(tx, zo, bij.publiek_id, huis, stoel, 0)
    vraagdeur.begin(tx, zo, huis, 3)
    straat.vul("stoel=1")
    formulier.typ(tx, zo, FORMULIEREN, "Wanneer komt de warmte bij ons?")
    straat.vul("over=plan")

    def telt(nummer: int = 3, wie: str = NOOR, **velden: Any) -> tuple[int, int]:
        data = adres.toon(tx, straat.als(wie, **velden), straat.huis[nummer]).data
        return data["aangemeld"], data["vragen"]

    assert [telt(), telt(wie=STIEN), telt(1), telt(now=NU + timedelta(days=4))] == [(2, 1), (2, 0), (0, 0), (0, 1)]
    stoel_een = select(t.bewoner.c.id).where(t.bewoner.c.huishouden == straat.id[3], t.bewoner.c.stoel == 1)
    tx.execute(update(t.account).where(t.account.c.extern_id == OMAR).values(bewoner=stoel_een.scalar_subquery()))
    assert telt() == (1, 0), "who has a phone by now does it themselves"
    assert telt(wie=OMAR) == (0, 0), "nobody reads of who they live with"


@pytest.mark.parametrize(
    ("getypt", "waarom", "straten"),
    [
        ("Meerelweg 1", "huishouden.schrijf_nummer", ["Merelweg"]),
        ("Merelweg 99", "huishouden.nummer_onbekend", ["Merelweg"]),
        ("hallo", "huishouden.schrijf_nummer", ["Lindelaan", "Merelweg"]),
    ],
)
def test_an_address_that_is_on_no_list_is_asked_again_with_the_streets_it_looks_like(
    straat: Straat, getypt: str, waarom: str, straten: list[str]
) -> None:
    for doe in (adres.begin, adres.typ):  # behind the command, and where it is waited for
        gevraagd = doe(straat.tx, straat.als(), getypt)
        assert (gevraagd.soort, gevraagd.data["niet"]["sleutel"]) == ("adres.straten", waarom)
        assert [naam for naam, _ in gevraagd.data["straten"]] == straten
    assert adres.typ(straat.tx, straat.als(), "Merelweg 3").soort == "adres", "another try is waited for"
    with pytest.raises(Geweigerd, match="rol_nodig"):
        adres.begin(straat.tx, straat.als("1"), getypt)


def test_help_asked_at_the_door_reaches_a_colleague_and_who_did_it_sees_the_address(straat: Straat) -> None:
    hulpdeur.begin(straat.tx, straat.als(), straat.huis[3])
    scherm = straat.vul("stoel=2", "wijze=langs")
    assert (scherm.melding, scherm.data["hulp"]) == ("hulpdeur.bewaard", 1)
    hulpdeur.begin(straat.tx, straat.als(), straat.huis[3])
    assert straat.vul("stoel=2", "wijze=langs").melding == "hulpdeur.al", "the same waits already"
    (open_,) = hulp.lijst(straat.tx, straat.als(OMAR)).data["vragen"]
    assert open_["adres"] == "Merelweg 3"
    o = t.outbox.c
    namen = select(t.account.c.extern_id).join(t.outbox, o.account == t.account.c.id)
    assert list(straat.tx.scalars(namen.where(o.sleutel.like("hulpvraag:%")))) == [STIEN], "nearest first"
    hulp.neem(straat.tx, straat.als(OMAR), open_["id"])
    hulp.klaar(straat.tx, straat.als(OMAR), open_["id"])
    assert straat.toon(3)["hulp"] == 0
    hulpdeur.begin(straat.tx, straat.als(), straat.huis[3])
    straat.vul("stoel=1", "wijze=bel")
    formulier.typ(straat.tx, straat.als(), FORMULIEREN, "0343 123 456")
    assert straat.toon(3)["hulp"] == 0, "a call is not about the address"
    assert hulp.lijst(straat.tx, straat.als(OMAR)).data["vragen"][0]["nummer"] == "0343 123 456"


def test_who_has_a_phone_is_not_offered_and_a_button_of_before_is_refused(straat: Straat) -> None:
    hulpdeur.begin(straat.tx, straat.als(), straat.huis[3])
    straat.vul("stoel=1")
    bewoner = builders.een_bewoner(straat.tx, straat.wijk, straat.id[3])
    straat.tx.execute(update(t.account).where(t.account.c.extern_id == OMAR).values(bewoner=bewoner))
    with pytest.raises(Geweigerd, match="telefoon"):
        straat.vul("wijze=langs")
    assert straat.tx.scalar(select(func.count()).select_from(t.hulpvraag)) == 0
    begin = hulpdeur.begin(straat.tx, straat.als(), straat.huis[3])
    assert begin.data["veld"] == "wijze", "one seat is left: nobody asks which"


def test_at_a_door_with_one_seat_nobody_asks_which(straat: Straat) -> None:
    tx, zo = straat.tx, straat.als()
    nieuw = builders.een_huishouden(tx, straat.wijk, straat="Lindelaan", huisnummer=7, volwassenen=1)
    alleen = str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == nieuw.id)))
    for huis, eerste in ((alleen, ["wijze", "tekst"]), (straat.huis[5], ["stoel", "stoel"])):
        vragen = hulpdeur.begin(tx, zo, huis), vraagdeur.begin(tx, zo, huis, 3)
        assert [vraag.data["veld"] for vraag in vragen] == eerste
    hulpdeur.begin(tx, zo, alleen)
    assert straat.vul("wijze=langs").melding == "hulpdeur.bewaard"


def test_from_the_round_one_comes_back_to_the_same_door(straat: Straat) -> None:
    assert not straat.toon()["ronde"]
    ronde.adres(straat.tx, straat.als(), straat.huis[1])
    assert straat.toon()["ronde"]
    assert not straat.toon(3)["ronde"]


def test_a_resident_says_it_in_the_chat_and_taking_it_back_leaves_what_a_housemate_said(straat: Straat) -> None:
    tx = straat.tx
    for wie in ("1", "2"):
        builders.een_account(tx, wie, bewoner=builders.een_bewoner(tx, straat.wijk, straat.id[1]))

    def tot() -> Any:
        return rondes.geen_bezoek(tx, straat.wijk, "Merelweg").get(straat.id[1])

    geenbezoek.zeg(tx, straat.als("1"))
    van_huisgenoot = tot()
    later = straat.als("2", now=NU + timedelta(days=7))
    gezegd = geenbezoek.zeg(tx, later).data
    assert tot().isoformat() == gezegd["tot"] == straat.toon()["liever_niet"]
    assert straat.toon(3)["liever_niet"] is None
    geenbezoek.terug(tx, later, "2027-01-01", "-")
    assert tot().isoformat() == gezegd["tot"], "a button of another day"
    geenbezoek.terug(tx, later, gezegd["tot"], gezegd["was"])
    assert tot() == van_huisgenoot
    geenbezoek.terug(tx, straat.als("1"), van_huisgenoot.isoformat(), "9999-12-31")
    assert tot() == van_huisgenoot, "never longer than it was"
    geenbezoek.terug(tx, straat.als("1"), van_huisgenoot.isoformat(), "-")
    assert tot() is None
    builders.een_account(tx, "3")
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        geenbezoek.zeg(tx, straat.als("3"))
