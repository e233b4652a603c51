"""Planning a meeting: for whom, with what nobody has to fill in, and a series announced as one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap, render, vertaal
from berichten.bericht import Toon
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.services import formulier, plannen, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, STRAATCONTACT, TREKKER, wie_handelt
from bot.storage import accounts, wekkers, werkgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_huishouden, een_inhoud, een_rol, een_wijk, handeling

NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday
BEGIN = datetime(2027, 2, 2, 19, 0, tzinfo=UTC)  # Tuesday at eight
NOOR, TESSA, STIJN = "9001", "9002", "9003"
TECHNIEK, FINANCIEN = "t" * 22, "f" * 22
ALLE = {"bijeenkomst": plannen.FORMULIER}
TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Resident 1 (Merelweg) is in techniek, resident 2 (Lindelaan) is not."""
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    werkgroepen.vul_aan(tx, wijk, [("Techniek", TECHNIEK), ("Financiën", FINANCIEN)])
    for wie, straat in (("1", "Merelweg"), ("2", "Lindelaan")):
        bewoner = een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat=straat).id)
        een_account(tx, wie, bewoner=bewoner)
        werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, bewoner, lid=wie == "1")
    for wie, rol, bereik in ((TESSA, TREKKER, TECHNIEK), (STIJN, STRAATCONTACT, "Merelweg")):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie, bereik=bereik)
    return wijk


class Maker:
    """Someone who fills in the form."""

    def __init__(self, tx: Connection, wijk: int, wie: str = NOOR) -> None:
        self.tx, self.wijk, self.wie = tx, wijk, wie

    def doet(self) -> Any:
        return handeling(self.wijk, self.wie, now=NU)

    def tot_wie(self) -> Any:
        formulier.begin(self.tx, self.doet(), plannen.FORMULIER)
        self.kies("soort", "workshop")
        for getypt in ("Koken", "2 februari 20:00"):
            self.typ(getypt)
        return self.typ("Buurthuis").data

    def tot_voorbeeld(self, voor: str = "wijk", welke: str = "") -> Any:
        self.tot_wie()
        self.kies("voor", voor)
        if welke:
            self.kies("welke", welke)
        return self.kies("capaciteit", "").data

    def typ(self, tekst: str) -> Any:
        return formulier.typ(self.tx, self.doet(), ALLE, tekst)

    def kies(self, veld: str, keuze: str) -> Any:
        return formulier.kies(self.tx, self.doet(), ALLE, veld, keuze)

    def extra(self, veld: str, *antwoorden: str) -> Any:
        formulier.vraag_extra(self.tx, self.doet(), ALLE, veld)
        for antwoord in antwoorden:
            laatste = self.kies(veld, antwoord) if veld in {"gasten", "herhaal"} else self.typ(antwoord)
            veld = "keer"
        return laatste

    def plaats(self) -> Any:
        return formulier.bevestig(self.tx, self.doet(), ALLE).data


def tik(tx: Connection, wijk: int, now: datetime) -> None:
    while volgende := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, volgende.id, now, AMSTERDAM, Verzending())


def aangekondigd(tx: Connection) -> list[tuple[str, int]]:
    """Return who had an announcement, and of how many days it speaks."""
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox, t.outbox.c.account == t.account.c.id)
    rijen = tx.execute(vraag.where(t.outbox.c.soort == "bijeenkomst.nieuw").order_by(t.account.c.extern_id))
    return [(wie, len(data["reeks"])) for wie, data in rijen]


@pytest.mark.parametrize(
    ("voor", "welke", "wie"), [("wijk", "", ["1", "2"]), ("werkgroep", TECHNIEK, ["1"]), ("werkgroep", FINANCIEN, [])]
)
def test_only_whom_it_is_for_hears_of_it(tx: Connection, wijk: int, voor: str, welke: str, wie: list[str]) -> None:
    noor = Maker(tx, wijk)
    noor.tot_voorbeeld(voor, welke)
    noor.plaats()
    tik(tx, wijk, NU)
    assert [naar for naar, _ in aangekondigd(tx)] == wie


def test_a_street_is_chosen_from_the_address_list(tx: Connection, wijk: int) -> None:
    noor = Maker(tx, wijk)
    noor.tot_wie()
    straten = {naam: waarde for waarde, naam in noor.kies("voor", "straat").data["gehaald"]}
    assert set(straten) == {"Merelweg", "Lindelaan"}
    noor.kies("welke", straten["Lindelaan"])
    assert noor.kies("capaciteit", "").data["voor"] == ["straat", "Lindelaan"]
    noor.plaats()
    tik(tx, wijk, NU)
    assert [naar for naar, _ in aangekondigd(tx)] == ["2"]


def test_a_trekker_chooses_from_their_own_werkgroepen_and_a_straatcontact_plans_none(tx: Connection, wijk: int) -> None:
    tessa = Maker(tx, wijk, TESSA)
    assert tessa.tot_wie()["keuzes"] == ["wijk", "werkgroep"]  # the whole wijk may need a second person
    assert [naam for _, naam in tessa.kies("voor", "werkgroep").data["gehaald"]] == ["Techniek"]
    assert tessa.kies("welke", FINANCIEN).data["veld"] == "welke", "another one's button does nothing"
    tessa.kies("welke", TECHNIEK)
    tessa.kies("capaciteit", "")
    assert "aanmeldingen" in tessa.plaats()
    with pytest.raises(Geweigerd, match="rol_nodig"):
        Maker(tx, wijk, STIJN).tot_wie()


@pytest.mark.parametrize("soort", SOORTEN)
def test_of_every_kind_a_trekker_asks_the_wijk_after_a_second_yes_to_the_whole_preview_and_the_own_group_by_themselves(
    tx: Connection, wijk: int, soort: str
) -> None:
    tessa = Maker(tx, wijk, TESSA)
    waar = {"link": "https://example.nl/kijk"} if SOORTEN[soort].online else {"plaats": "Buurthuis"}
    antwoorden = {"soort": soort, "titel": "Samen", "begin": BEGIN.isoformat(), **waar}
    for voor in ({"voor": "werkgroep", "welke": TECHNIEK}, {"voor": "wijk"}):
        met = replace(tessa.doet(), tweede_persoon=frozenset({"bericht"}))
        plannen.FORMULIER.klaar(tx, met, wie_handelt(tx, met), {**antwoorden, **voor})
    assert tx.scalars(select(t.bijeenkomst.c.doelgroep)).all() == ["werkgroep"]
    voorbeeld = tx.execute(select(t.voorstel.c.velden)).scalar_one()["voorbeeld"]
    tekst = render(Boodschap(voorbeeld["soort"], voorbeeld["data"]), TOON).tekst
    assert ("U kunt er vragen stellen." in tekst) == (SOORTEN[soort].vragen == "ja")


def test_what_nobody_has_to_fill_in_is_asked_from_the_preview_and_comes_back_there(tx: Connection, wijk: int) -> None:
    noor = Maker(tx, wijk)
    assert noor.tot_voorbeeld()["extra"] == ["eind", "capaciteit", "gasten", "kaart", "foto", "vragen", "herhaal"]
    assert noor.extra("eind", "22:30").soort == "bijeenkomst.voorbeeld"
    noor.extra("capaciteit", "30")
    noor.extra("gasten", "2")
    formulier.vraag_extra(tx, noor.doet(), ALLE, "kaart")
    formulier.stuur(tx, noor.doet(), ALLE, een_inhoud("plek", plek=[52090740, 5121420]))
    formulier.vraag_extra(tx, noor.doet(), ALLE, "foto")
    assert formulier.stuur(tx, noor.doet(), ALLE, een_inhoud("plek", plek=[1, 1])).data["veld"] == "foto", (
        "a place is no picture"
    )
    formulier.stuur(tx, noor.doet(), ALLE, een_inhoud("foto", file_id="AgACAg"))
    data = noor.plaats()
    assert data["eind"] == (BEGIN + timedelta(hours=2, minutes=30)).isoformat()
    assert (data["capaciteit"], data["gasten_max"], data["vrij"]) == (30, 2, 30)
    assert (data["kaart"], data["foto"]) == ([52090740, 5121420], "AgACAg")


def test_an_extra_question_can_be_left_by_back_and_emptied_by_skipping(tx: Connection, wijk: int) -> None:
    noor = Maker(tx, wijk)
    noor.tot_voorbeeld()
    noor.extra("capaciteit", "30")
    formulier.vraag_extra(tx, noor.doet(), ALLE, "capaciteit")
    assert formulier.terug(tx, noor.doet(), ALLE).data["capaciteit"] == 30
    formulier.vraag_extra(tx, noor.doet(), ALLE, "capaciteit")
    assert noor.kies("capaciteit", "").data["capaciteit"] is None


@pytest.mark.parametrize(
    ("veld", "getypt", "reden"),
    [
        ("eind", "straks", "moment.tijd_onbekend"),
        ("eind", "19:00", "moment.te_lang"),
        ("capaciteit", "0", "formulier.getal"),
        ("capaciteit", "veel", "formulier.getal"),
        ("capaciteit", "²", "formulier.getal"),
        ("capaciteit", "9" * 400, "formulier.getal"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(tx: Connection, wijk: int, veld: str, getypt: str, reden: str) -> None:
    noor = Maker(tx, wijk)
    noor.tot_voorbeeld()
    formulier.vraag_extra(tx, noor.doet(), ALLE, veld)
    punt = tx.begin_nested()
    with pytest.raises(Geweigerd, match=reden):
        noor.typ(getypt)
    punt.rollback()
    assert noor.typ("22:00" if veld == "eind" else "12").soort == "bijeenkomst.voorbeeld"


def test_a_series_is_made_at_once_announced_as_one_and_each_has_its_own_reminders(tx: Connection, wijk: int) -> None:
    noor = Maker(tx, wijk)
    noor.tot_voorbeeld()
    assert noor.extra("herhaal", "maand_weekdag", "4").data["reeks"] == [
        f"2027-{dag}+00:00" for dag in ("02-02T19:00:00", "03-02T19:00:00", "04-06T18:00:00", "05-04T18:00:00")
    ]
    noor.extra("eind", "22:00")
    noor.plaats()
    rijen = tx.execute(select(t.bijeenkomst).order_by(t.bijeenkomst.c.begin)).all()
    assert len({(r.reeks, r.titel) for r in rijen}) == 1
    assert len({r.publiek_id for r in rijen}) == len({r.deurgeheim for r in rijen}) == 4
    assert {r.eind - r.begin for r in rijen} == {timedelta(hours=2)}
    tik(tx, wijk, NU)
    assert aangekondigd(tx) == [("1", 4), ("2", 4)]
    herinneringen = select(t.wekker.c.onderwerp).where(t.wekker.c.soort == "herinnering_dag")
    assert len(set(tx.scalars(herinneringen))) == 4


def test_a_series_that_is_dropped_again_is_one_meeting(tx: Connection, wijk: int) -> None:
    noor = Maker(tx, wijk)
    noor.tot_voorbeeld()
    noor.extra("herhaal", "week", "3")
    formulier.vraag_extra(tx, noor.doet(), ALLE, "herhaal")
    assert noor.kies("herhaal", "").data["reeks"] == []
    noor.plaats()
    assert tx.scalars(select(t.bijeenkomst.c.reeks)).all() == [None]
