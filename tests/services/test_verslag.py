"""After a meeting: what people thought of it, without a name and once; its report, and photos with consent."""

import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.deurcode import toont
from bot.services import aanmelding, afvinken, bijeenkomst, formulier, inchecken, plannen, tevredenheid, verslag, wekker
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import AMSTERDAM, BEGELEIDER, eis_rol
from bot.services.wissen import wis
from bot.storage import accounts, deuren, stukken, wekkers
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_huishouden, een_inhoud, een_wijk, handeling

BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)
ERVOOR, MORGEN = BEGIN - timedelta(days=9), datetime(2027, 2, 11, 9, 0, tzinfo=UTC)
DICHT = BEGIN + tevredenheid.TERMIJN
NOOR = "9001"
ALLE = {f.soort: f for f in (verslag.FORMULIER, verslag.FOTO)}
PDF = b"%PDF-1.7\nstartxref\n1\n%%EOF"


class Avond:
    """A meeting to which `1` and `2` come, `3` had signed up and stayed home, and `4` knows nothing of it."""

    def __init__(self, tx: Connection, soort: str = "energiecafe") -> None:
        self.tx, self.wijk = tx, een_wijk(tx)
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", NOOR)])
        for wie in ("1", "2", "3", "4"):
            een_account(tx, wie, bewoner=een_bewoner(tx, self.wijk))
        doet = self.als(NOOR, ERVOOR)
        data = {"soort": soort, "titel": "Warme avond", "begin": BEGIN.isoformat(), "plaats": "Hier"}
        self.id = str(plannen.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data).data["id"])
        aanmelding.meld_aan(tx, self.als("3", ERVOOR), self.id, "ja")
        for wie in ("1", "2"):
            self.kom_binnen(wie)

    def als(self, wie: str, now: datetime = MORGEN) -> Any:
        return handeling(self.wijk, wie, now=now)

    def kom_binnen(self, wie: str) -> None:
        deur = deuren.zoek(self.tx, self.wijk, self.id)
        assert deur is not None
        inchecken.met_code(self.tx, self.als(wie, BEGIN), toont(deur.geheim, deur.publiek_id, BEGIN).code)

    def tik(self, now: datetime) -> None:
        while (eerste := wekkers.eerste(self.tx, self.wijk, now)) is not None:
            wekker.doe(self.tx, self.wijk, eerste.id, now, AMSTERDAM, Verzending())

    def kregen(self, soort: str) -> list[str]:
        uit = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
        return sorted(self.tx.scalars(uit.where(t.outbox.c.soort == soort)))

    def schrijf(self, tekst: str = "We waren met velen.", stuk: bytes | None = None, now: datetime = MORGEN) -> Any:
        verslag.begin(self.tx, self.als(NOOR, now), self.id)
        formulier.typ(self.tx, self.als(NOOR, now), ALLE, tekst)
        if stuk is None:
            formulier.kies(self.tx, self.als(NOOR, now), ALLE, "stuk", "")
        else:
            document = een_inhoud("document", file_id="f", naam="dia's.pdf")
            formulier.stuur(self.tx, self.als(NOOR, now), ALLE, document, stuk)
        return formulier.bevestig(self.tx, self.als(NOOR, now), ALLE)

    def foto(self, file_id: str = "foto", toestemming: str = "ja") -> Any:
        verslag.begin_foto(self.tx, self.als(NOOR), self.id)
        formulier.stuur(self.tx, self.als(NOOR), ALLE, een_inhoud("foto", file_id=file_id))
        return formulier.kies(self.tx, self.als(NOOR), ALLE, "toestemming", toestemming)


@pytest.fixture
def avond(tx: Connection) -> Avond:
    return Avond(tx)


def test_who_was_there_is_asked_the_next_morning_and_nobody_else(avond: Avond) -> None:
    avond.tik(MORGEN - timedelta(minutes=1))
    assert avond.kregen("tevredenheid.vraag") == []
    avond.tik(MORGEN)
    assert avond.kregen("tevredenheid.vraag") == ["1", "2"]
    ongevraagd = select(func.count()).where(
        t.outbox.c.soort == "tevredenheid.vraag", t.outbox.c.ongevraagd_op.is_not(None)
    )
    assert avond.tx.scalar(ongevraagd) == 2


def test_a_meeting_that_moves_is_asked_about_the_morning_after_its_new_day(tx: Connection) -> None:
    avond = Avond(tx)
    doet = avond.als(NOOR, ERVOOR)
    plannen.zet_herinneringen(
        tx, doet, tx.scalar(select(t.bijeenkomst.c.id)) or 0, "energiecafe", BEGIN + timedelta(days=2)
    )
    nog = select(t.wekker.c.moment).where(t.wekker.c.soort == "tevredenheid", t.wekker.c.gedaan_op.is_(None))
    assert tx.scalars(nog).all() == [MORGEN + timedelta(days=2)]


def test_two_taps_are_kept_once_and_without_a_person(avond: Avond) -> None:
    stap = tevredenheid.duidelijk(avond.tx, avond.als("1"), avond.id, "4")
    assert stap.soort == "tevredenheid.gehoord"
    assert avond.tx.scalar(select(func.count()).select_from(t.tevredenheid)) == 0
    assert tevredenheid.gehoord(avond.tx, avond.als("1"), avond.id, "4", "ja").data["tekst"] is True
    with pytest.raises(Geweigerd, match="al_gedaan"):
        tevredenheid.gehoord(avond.tx, avond.als("1"), avond.id, "4", "ja")
    with pytest.raises(Geweigerd, match="al_gedaan"):
        tevredenheid.duidelijk(avond.tx, avond.als("1"), avond.id, "1")
    tevredenheid.begin_tekst(avond.tx, avond.als("1"), avond.id)
    tevredenheid.typ(avond.tx, avond.als("1"), "Meer koffie graag.")
    with pytest.raises(Geweigerd, match="al_gedaan"):
        tevredenheid.begin_tekst(avond.tx, avond.als("1"), avond.id)
    with pytest.raises(Geweigerd, match="al_gedaan"):
        tevredenheid.begin_tekst(avond.tx, avond.als("2"), avond.id)
    rijen = avond.tx.execute(select(t.tevredenheid.c.duidelijk, t.tevredenheid.c.tekst)).all()
    assert sorted(map(str, rijen)) == ["(4, None)", "(None, 'Meer koffie graag.')"]
    assert {k.name for k in t.tevredenheid.c} == {"sleutel", "wijk", "bijeenkomst", "duidelijk", "gehoord", "tekst"}
    wis(avond.tx, avond.als("1"))
    assert avond.tx.scalar(select(func.count()).select_from(t.tevredenheid_gedaan)) == 0
    assert avond.tx.scalar(select(func.count()).select_from(t.tevredenheid)) == 2


@pytest.mark.parametrize(
    ("wie", "now", "hoe", "reden"),
    [
        ("3", MORGEN, "4", "niet_erbij"),
        ("1", DICHT, "4", "voorbij"),
        ("1", MORGEN, "6", "onbekend"),
        (NOOR, MORGEN, "4", "nog_niet_binnen"),
    ],
)
def test_who_cannot_answer_hears_why(avond: Avond, wie: str, now: datetime, hoe: str, reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        tevredenheid.duidelijk(avond.tx, avond.als(wie, now), avond.id, hoe)


def test_without_room_for_questions_one_tap_is_enough(tx: Connection) -> None:
    avond = Avond(tx, "huizendag")
    assert tevredenheid.duidelijk(tx, avond.als("1"), avond.id, "5").soort == "tevredenheid.dank"
    with pytest.raises(Geweigerd, match="onbekend"):
        tevredenheid.gehoord(tx, avond.als("2"), avond.id, "5", "ja")


def test_the_outcome_is_rounded_from_ten_answers_on_and_comes_when_it_is_closed(avond: Avond) -> None:
    for nummer in range(10, 20):
        een_account(avond.tx, str(nummer), bewoner=een_bewoner(avond.tx, avond.wijk))
        avond.kom_binnen(str(nummer))
    for nummer in (*range(10, 19), 1):
        hoe = "5" if nummer > 1 else "1"
        tevredenheid.gehoord(avond.tx, avond.als(str(nummer)), avond.id, hoe, "ja")
        if nummer == 10:
            tevredenheid.begin_tekst(avond.tx, avond.als("10"), avond.id)
            tevredenheid.typ(avond.tx, avond.als("10"), "Meer koffie graag.")
    open_ = tevredenheid.uitslag(avond.tx, avond.als(NOOR), avond.id).data
    assert (open_["dicht"], open_["uitslag"], open_["teksten"]) == (False, None, [])
    dicht = tevredenheid.uitslag(avond.tx, avond.als(NOOR, DICHT), avond.id).data
    assert dicht["uitslag"]["aantal"] == 10
    assert "1" not in str([cel for _, cel in dicht["uitslag"]["duidelijk"]]).replace("10", "")
    assert dicht["teksten"] == ["Meer koffie graag."]
    with pytest.raises(Geweigerd, match="rol_nodig"):
        tevredenheid.uitslag(avond.tx, avond.als("1", DICHT), avond.id)


def test_of_nine_answers_nothing_is_shown(avond: Avond) -> None:
    for nummer in range(10, 19):
        een_account(avond.tx, str(nummer), bewoner=een_bewoner(avond.tx, avond.wijk))
        avond.kom_binnen(str(nummer))
        tevredenheid.gehoord(avond.tx, avond.als(str(nummer)), avond.id, "5", "ja")
    assert tevredenheid.uitslag(avond.tx, avond.als(NOOR, DICHT), avond.id).data["uitslag"] is None


def test_the_report_goes_once_to_who_was_there_and_can_be_read_by_who_had_signed_up(avond: Avond) -> None:
    with pytest.raises(Geweigerd, match="niet_voor_u"):
        verslag.toon(avond.tx, avond.als("1"), avond.id)
    avond.schrijf(stuk=PDF)
    assert avond.schrijf("Beter gezegd.", stuk=PDF).melding == "verslag.vernieuwd"
    avond.tik(MORGEN)
    assert avond.kregen("verslag.nieuw") == ["1", "2"]
    for wie in ("1", "3", NOOR):
        assert verslag.toon(avond.tx, avond.als(wie), avond.id).data["tekst"] == "Beter gezegd."
        assert verslag.stuk(avond.tx, avond.als(wie), avond.id).soort == "stuk"
        assert len(verslag.lijst(avond.tx, avond.als(wie)).data["bijeenkomsten"]) == 1
    with pytest.raises(Geweigerd, match="niet_voor_u"):
        verslag.stuk(avond.tx, avond.als("4"), avond.id)
    assert verslag.lijst(avond.tx, avond.als("4")).data["bijeenkomsten"] == []
    assert bijeenkomst.toon(avond.tx, avond.als("3"), avond.id).data["verslag"] == "lees"
    assert "verslag" not in bijeenkomst.toon(avond.tx, avond.als("4"), avond.id).data
    stukken.ruim_op(avond.tx, MORGEN + timedelta(days=99))
    assert verslag.stuk(avond.tx, avond.als("1"), avond.id).soort == "stuk"


def test_a_report_is_written_by_who_runs_the_meeting_once_it_began(avond: Avond) -> None:
    for wie, now, reden in (("1", MORGEN, "rol_nodig"), (NOOR, BEGIN - timedelta(hours=1), "nog_niet")):
        for doe in (verslag.begin, verslag.begin_foto):
            with pytest.raises(Geweigerd, match=reden):
                doe(avond.tx, avond.als(wie, now), avond.id)


def test_a_photo_is_kept_only_with_the_consent_of_all_on_it_and_is_for_who_was_there(avond: Avond) -> None:
    avond.schrijf()
    assert avond.foto(toestemming="nee").soort == "verslag.foto_niet"
    assert avond.tx.scalar(select(func.count()).select_from(t.verslagfoto)) == 0
    avond.foto("een")
    avond.foto("twee")
    rij = avond.tx.execute(select(t.verslagfoto)).first()
    assert rij is not None
    assert rij.toestemming_op == MORGEN
    noor = select(t.account.c.id).where(t.account.c.extern_id == NOOR)
    assert rij.toestemming_door == avond.tx.scalar(noor)
    assert verslag.foto(avond.tx, avond.als("1"), avond.id, 1).data["file_id"] == "twee"
    with pytest.raises(Geweigerd, match="voor_wie_er_was"):
        verslag.foto(avond.tx, avond.als("3"), avond.id)
    assert verslag.toon(avond.tx, avond.als("3"), avond.id).data["fotos"] == 0


def test_a_photo_that_is_withdrawn_can_be_opened_by_nobody_and_its_id_is_gone(avond: Avond) -> None:
    avond.schrijf()
    avond.foto("een")
    foto_id = verslag.foto(avond.tx, avond.als("1"), avond.id).data["foto"]
    with pytest.raises(Geweigerd, match="rol_nodig"):
        verslag.trek_foto_in(avond.tx, avond.als("1"), foto_id)
    assert verslag.trek_foto_in(avond.tx, avond.als(NOOR), foto_id).soort == "verslag.foto_weg"
    for wie in ("1", NOOR):
        with pytest.raises(Geweigerd, match="geen_foto"):
            verslag.foto(avond.tx, avond.als(wie), avond.id)
    with pytest.raises(Geweigerd, match="geen_foto"):
        verslag.trek_foto_in(avond.tx, avond.als(NOOR), foto_id)
    assert avond.tx.scalars(select(t.verslagfoto.c.file_id)).all() == [""]


def test_who_has_no_phone_was_there_too_and_nobody_is_asked_in_their_place(avond: Avond) -> None:
    huis = een_huishouden(avond.tx, avond.wijk, straat="Lindelaan", huisnummer=99008)
    publiek = avond.tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == huis.id)) or ""
    afvinken.vink_aan(avond.tx, avond.als(NOOR, BEGIN), avond.id, publiek, 1)
    avond.tik(MORGEN)
    assert avond.kregen("tevredenheid.vraag") == ["1", "2"]


def test_that_someone_answered_is_shown_to_them_and_forgotten_when_nobody_can_answer_any_more(avond: Avond) -> None:
    avond.tik(MORGEN)
    for hoe in ("4", "4"):
        with contextlib.suppress(Geweigerd):
            tevredenheid.gehoord(avond.tx, avond.als("1"), avond.id, hoe, "ja")
    assert mijn_gegevens(avond.tx, avond.als("1")).data["korte_vragen"] == 1
    avond.tik(DICHT)
    assert avond.tx.scalar(select(func.count()).select_from(t.tevredenheid_gedaan)) == 0
    assert avond.tx.scalar(select(func.count()).select_from(t.tevredenheid)) == 1, "what was answered has no person"
    with pytest.raises(Geweigerd, match=r"tevredenheid\.voorbij"):
        tevredenheid.duidelijk(avond.tx, avond.als("1", DICHT), avond.id, "1")
