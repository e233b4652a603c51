"""What no chat can bring is told at a door: who gets it to tell, in which street, and that each thing is told once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.errors import Geweigerd
from bot.services import aanmeldhulp, adres, bijeenkomst, brengen, formulier, vraagdeur, vraagpunt, wijziging
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT
from bot.storage import aanmeldingen, accounts, verhuizingen
from bot.storage import tables as t
from bot.storage.aanmeldingen import Aanmelding
from handlers.formulier import FORMULIEREN
from tests import builders
from tests.builders import NU, handeling

NOOR, IBRAHIM, STIEN = "9001", "9002", "9003"


class Buurt:
    """Three doors without a phone in two streets, and who goes past them."""

    def __init__(self, tx: Connection) -> None:
        self.tx, self.wijk = tx, builders.een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
        for wie in (NOOR, IBRAHIM, STIEN):
            builders.een_account(tx, wie)
        builders.een_rol(tx, self.wijk, STRAATCONTACT, STIEN, bereik="Merelweg")
        for straat, nummer in (("Merelweg", 2), ("Merelweg", 10), ("Lindelaan", 5)):
            builders.een_huishouden(tx, self.wijk, straat=straat, huisnummer=nummer, volwassenen=2)
        h = t.huishouden.c
        self.huis: dict[int, str] = dict(tx.execute(select(h.huisnummer, h.publiek_id)).all())
        self.bij = builders.een_bijeenkomst(tx, self.wijk, begin=NU + timedelta(days=3))

    def als(self, wie: str = NOOR, **velden: Any) -> Any:
        return handeling(self.wijk, wie, **velden)

    def meld_aan(self, nummer: int, stoel: int = 1) -> None:
        aanmeldhulp.zet(self.tx, self.als(), self.bij.publiek_id, self.huis[nummer], stoel, 0)

    def gelast_af(self) -> None:
        wijziging.begin_afgelasten(self.tx, self.als(), self.bij.publiek_id)
        formulier.bevestig(self.tx, self.als(), FORMULIEREN)

    def verzet(self, tekst: str) -> None:
        wijziging.begin(self.tx, self.als(), self.bij.publiek_id)
        formulier.vraag_extra(self.tx, self.als(), FORMULIEREN, "begin")
        formulier.typ(self.tx, self.als(), FORMULIEREN, tekst)
        formulier.bevestig(self.tx, self.als(), FORMULIEREN)

    def vraag(self, nummer: int, over: str = "plan") -> str:
        """Write a question down at a door and return the thread."""
        vraagdeur.begin(self.tx, self.als(), self.huis[nummer], 3)
        formulier.kies(self.tx, self.als(), FORMULIEREN, "stoel", "1")
        formulier.typ(self.tx, self.als(), FORMULIEREN, "Wanneer komt de warmte bij ons?")
        klaar = formulier.kies(self.tx, self.als(), FORMULIEREN, "over", over)
        assert klaar.melding == "vraagdeur.bewaard"
        return str(self.tx.scalar(select(t.vraag.c.publiek_id).order_by(t.vraag.c.id.desc()).limit(1)))

    def te_vertellen(self, wie: str = NOOR, **velden: Any) -> list[tuple[str, str]]:
        data = brengen.lijst(self.tx, self.als(wie, **velden)).data
        return [(een["adres"], een["soort"]) for een in data["taken"]]

    def id(self, nummer: int = 0) -> str:
        return str(brengen.lijst(self.tx, self.als()).data["taken"][nummer]["id"])

    def gehoord(self) -> Iterator[str]:
        """Return whom the bot told that there is something to tell."""
        wie = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
        yield from self.tx.scalars(wie.where(t.outbox.c.soort == "brengen.nieuw").order_by(t.account.c.extern_id))


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    return Buurt(tx)


def test_a_meeting_that_changes_is_told_once_at_each_door_in_walking_order(buurt: Buurt) -> None:
    for nummer, stoel in ((10, 1), (2, 1), (2, 2), (5, 1)):
        buurt.meld_aan(nummer, stoel)
    buurt.verzet("5 maart 2027 20:00")
    deuren = ("Lindelaan 5", "Merelweg 2", "Merelweg 10")
    assert buurt.te_vertellen() == [(deur, "gewijzigd") for deur in deuren]
    assert buurt.te_vertellen(STIEN) == [("Merelweg 2", "gewijzigd"), ("Merelweg 10", "gewijzigd")]
    assert list(buurt.gehoord()) == [NOOR, STIEN], "the organisator only where there is no begeleider"
    scherm = brengen.gebracht(buurt.tx, buurt.als(STIEN), buurt.id(1))
    assert scherm.data["gebracht"]
    assert buurt.te_vertellen() == [("Lindelaan 5", "gewijzigd"), ("Merelweg 10", "gewijzigd")], "both of number 2"
    buurt.gelast_af()
    assert buurt.te_vertellen() == [(deur, "afgelast") for deur in deuren]
    assert buurt.tx.scalar(select(func.count()).where(t.brengtaak.c.gebracht_op.is_(None))) == 4
    assert buurt.te_vertellen(now=NU + timedelta(days=60)) == [], "it is over"


def test_a_tick_twice_is_once_and_taken_back_it_waits_again(buurt: Buurt) -> None:
    buurt.meld_aan(2)
    buurt.gelast_af()
    taak = buurt.id()
    for wie in (NOOR, STIEN):
        assert brengen.gebracht(buurt.tx, buurt.als(wie), taak).data["gebracht"]
    door = select(t.account.c.extern_id).join(t.brengtaak, t.brengtaak.c.gebracht_door == t.account.c.id)
    assert buurt.tx.scalar(door) == NOOR
    for _ in range(2):
        assert not brengen.nog_niet(buurt.tx, buurt.als(), taak).data["gebracht"]
    assert buurt.te_vertellen() == [("Merelweg 2", "afgelast")]


def test_a_tick_taken_back_brings_nothing_back_of_which_something_later_waits(buurt: Buurt) -> None:
    buurt.meld_aan(2)
    buurt.verzet("5 maart 2027 20:00")
    oud = buurt.id()
    brengen.gebracht(buurt.tx, buurt.als(), oud)
    buurt.gelast_af()
    assert brengen.nog_niet(buurt.tx, buurt.als(), oud).data["gebracht"], "it stays told"
    assert buurt.te_vertellen() == [("Merelweg 2", "afgelast")]


def test_an_answer_to_a_question_at_the_door_is_brought_by_staff_and_counts_as_one_in_the_chat(buurt: Buurt) -> None:
    tx, draad = buurt.tx, buurt.vraag(2)
    b = t.bewijs_prive.c
    assert tx.execute(select(b.soort, b.onderwerp)).all() == [("vraag", draad)]
    assert buurt.te_vertellen() == []
    (wacht,) = vraagpunt.lijst(tx, buurt.als(IBRAHIM)).data["vragen"]
    assert "Merelweg" not in str(wacht), "who answers does not read who asks"
    vraagpunt.antwoord_op(tx, buurt.als(IBRAHIM), draad, "In 2030.")
    assert buurt.te_vertellen() == [("Merelweg 2", "antwoord")]
    assert buurt.te_vertellen(STIEN) == [], "a neighbour does not read what one asked"
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        brengen.toon(tx, buurt.als(STIEN), buurt.id())
    getoond = brengen.toon(tx, buurt.als(), buurt.id()).data
    assert getoond["inhoud"] == {"vraag": "Wanneer komt de warmte bij ons?", "antwoord": "In 2030."}
    assert (getoond["stoel"], adres.toon(tx, buurt.als(), buurt.huis[2]).data["brengen"]) == (1, 1)
    brengen.gebracht(tx, buurt.als(), buurt.id())
    assert adres.toon(tx, buurt.als(), buurt.huis[2]).data["brengen"] == 0


def test_a_question_about_something_else_is_no_evidence_and_enough_is_enough(buurt: Buurt) -> None:
    buurt.vraag(2, "anders")
    assert buurt.tx.scalar(select(func.count()).select_from(t.bewijs)) == 0
    for _ in range(4):
        buurt.vraag(2, "anders")
    with pytest.raises(Geweigerd, match="te_veel"):
        buurt.vraag(2, "anders")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        vraagdeur.begin(buurt.tx, buurt.als(STIEN), buurt.huis[2], 3)


def test_who_has_a_phone_reads_it_there_and_who_moves_or_is_erased_is_told_nothing(buurt: Buurt) -> None:
    for nummer in (2, 10, 5):
        buurt.meld_aan(nummer)
    h = t.huishouden.c
    thuis = buurt.tx.scalar(select(h.id).where(h.publiek_id == buurt.huis[2]))
    met_telefoon = builders.een_bewoner(buurt.tx, buurt.wijk, thuis)
    builders.een_account(buurt.tx, "1", bewoner=met_telefoon)
    buurt.tx.execute(update(t.account).where(t.account.c.extern_id == "1").values(bereikbaar=False))
    assert not brengen.zet_klaar(buurt.tx, buurt.als(), "afgelast", buurt.bij.publiek_id, [met_telefoon])
    buurt.gelast_af()
    assert len(buurt.te_vertellen()) == 3
    sleutel = buurt.tx.scalar(select(h.sleutel).where(h.publiek_id == buurt.huis[5]))
    verhuizingen.beeindig(buurt.tx, buurt.wijk, [str(sleutel)], NU)
    assert [adres_ for adres_, _ in buurt.te_vertellen()] == ["Merelweg 2", "Merelweg 10"]
    assert buurt.tx.scalar(select(func.count()).select_from(t.brengtaak)) == 2
    buurt.tx.execute(update(t.bijeenkomst).values(begin=NU - timedelta(minutes=1)))
    assert buurt.te_vertellen() == []


def test_staff_read_who_was_signed_up_at_the_door_and_who_must_still_hear_something(buurt: Buurt) -> None:
    tx, bij = buurt.tx, buurt.bij.publiek_id
    assert not bijeenkomst.toon(tx, buurt.als(), bij).data["aan_de_deur"]
    for nummer, stoel in ((10, 1), (2, 1), (2, 2)):
        buurt.meld_aan(nummer, stoel)
    met_telefoon = builders.een_bewoner(tx, buurt.wijk)
    builders.een_account(tx, "1", bewoner=met_telefoon)
    aanmeldingen.bewaar(tx, buurt.wijk, buurt.bij.id, Aanmelding(met_telefoon, "ja", plek="in"))
    assert bijeenkomst.toon(tx, buurt.als(), bij).data["aan_de_deur"]
    buurt.verzet("5 maart 2027 20:00")
    brengen.gebracht(tx, buurt.als(), buurt.id())
    regels = aanmeldhulp.lijst(tx, buurt.als(IBRAHIM), bij).data["regels"]
    gezien = [(een["adres"], een["personen"], een["gasten"], een["vertellen"]) for een in regels]
    assert gezien == [("Merelweg 2", 2, 0, False), ("Merelweg 10", 1, 0, True)]
    assert aanmeldhulp.bestand(tx, buurt.als(), bij).data["regels"] == regels
    for doe in (aanmeldhulp.lijst, aanmeldhulp.bestand):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, buurt.als(STIEN), bij)
