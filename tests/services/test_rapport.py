"""The report: who gets it, that it says what the counts say, and that nobody can be picked out of it."""

import json
import re
import secrets
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from sqlalchemy import Connection, delete, insert, select, update

from berichten import Boodschap, Toon, render, talen, vertaal
from berichten.rapport.pen import Pen
from berichten.rapport.voorwaarden import naam
from bot import rapporteren
from bot.errors import Geweigerd, InvoerFout
from bot.exports import maak
from bot.rules.drempels import DREMPELS
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Verklaring
from bot.rules.spelregels import Spelregels
from bot.services import uitslagblad
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR
from bot.services.rapport import WEKKER, Gemaakt, lever, schrijf_rapport, vraag_rapport
from bot.storage import Database, accounts, kaders, standpunten, tables, verklaringen
from tests import builders
from tests.services.test_export import bewijs, bewoners, een_avond, een_organisator

ZONE = ZoneInfo("Europe/Amsterdam")
TOON = Toon(vertaal("nl"), ZONE, "")
PDF = b"%PDF-1.7\n%%EOF\n"


def rapport(tx: Connection, wijk: int) -> dict[str, Any]:
    """Return all that the report holds, every read in this transaction."""
    return builders.rapport(tx, wijk)


def gelezen(gegevens: dict[str, Any]) -> str:
    """Return the words of the PDF."""
    (bijlage,) = render(Boodschap("rapport", json.loads(json.dumps(gegevens))), TOON).bijlagen
    bladen = pypdfium2.PdfDocument(maak(bijlage.soort, bijlage.data))
    return " ".join(" ".join(blad.get_textpage().get_text_range() for blad in bladen).split())


def een_besluit(tx: Connection, wijk: int, stemmen: dict[str, int]) -> None:
    """Add a poll about the decision that has closed, with its ballots and their evidence."""
    mensen = bewoners(tx, wijk, sum(stemmen.values()))
    peiling = builders.een_peiling(tx, wijk, list(stemmen), over_besluit=True)
    tx.execute(update(tables.peiling).where(tables.peiling.c.id == peiling).values(gesloten_op=builders.NU))
    publiek_id = tx.scalar(select(tables.peiling.c.publiek_id).where(tables.peiling.c.id == peiling)) or ""
    for plaats, aantal in enumerate(stemmen.values()):
        for _ in range(aantal):
            biljet = {"sleutel": secrets.token_bytes(16), "wijk": wijk, "peiling": peiling, "inhoud": f"[{plaats}]"}
            tx.execute(insert(tables.stembiljet).values(**biljet))
            bewijs(tx, wijk, mensen.pop(), "stem_besluit", publiek_id)


def test_what_residents_wrote_with_a_vote_on_the_decision_stands_in_it_with_what_was_answered_and_added(
    tx: Connection,
) -> None:
    wijk = builders.een_wijk(tx)
    vast = {"methode": "deep_democracy", "gesloten_op": builders.NU}
    voorstel = {"voorstel": "Een <i>net</i>", "toegevoegd": [["rust", "Wij graven overdag"]]}
    peiling = builders.een_peiling(tx, wijk, (), **vast, instellingen=voorstel)
    sleutel = builders.een_inbreng(tx, wijk, peiling, "t", "=1+1 stilte", "Rust")
    antwoord = {"stembiljet": sleutel, "wijk": wijk, "peiling": peiling, "antwoord": "Begrepen", "blijft": False}
    tx.execute(insert(tables.weerwoord).values(**antwoord))
    anders = builders.een_peiling(tx, wijk, (), **vast, over_besluit=False, instellingen={"voorstel": "Iets anders"})
    builders.een_inbreng(tx, wijk, anders, "t", "iets heel anders")

    tekst = gelezen(rapport(tx, wijk))

    for deel in ("Een <i>net</i>", "Wij graven overdag", "“=1+1 stilte”", "de groep “Rust”", "antwoordde: “Begrepen”"):
        assert deel in tekst
    assert "iets heel anders" not in tekst


def stel_vast(tx: Connection, wijk: int, versie: int, **anders: Any) -> None:
    """Fix a version as it would be after a decision of the college."""
    vast = {"orgaan": "college", "besluitnummer": "B-12", "besluit_op": date(2027, 1, 12), "volgt": True}
    vast |= {"inhoud": Spelregels(versie=versie).canoniek(), "vastgesteld_op": builders.NU, "uit_instellingen": False}
    tx.execute(insert(tables.spelregels).values(wijk=wijk, versie=versie, **vast | anders))
    tx.execute(update(tables.wijk).where(tables.wijk.c.id == wijk).values(spelregels_versie=versie))


def test_it_says_the_verdicts_the_question_and_what_each_option_got(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_besluit(tx, wijk, {"Een warmtenet": 22, "Niets doen": 10, "Anders": 2})
    een_avond(tx, wijk)

    tekst = gelezen(rapport(tx, wijk))

    for deel in (
        "Er zijn 34 van de 34 bewoners gehoord. Meer dan de helft is nodig: dat is gehaald.",
        "Van de 2 afgesproken voorwaarden is er nu 1 gehaald.",
        "De gemeenteraad neemt het besluit.",
        "De spelregels zijn nog niet vastgesteld.",
        "Een warmtenet 20",
        "Niets doen 10",
        "Anders minder dan 5",
        "Bijeenkomst: Avond over warmte",
    ):
        assert deel in tekst, deel


def test_a_meeting_that_is_still_to_come_counts_as_none_that_was_held_and_one_is_written_as_one(
    tx: Connection,
) -> None:
    wijk = builders.een_wijk(tx)
    een_avond(tx, wijk)
    een_avond(tx, wijk, "later", titel="Wandeling", begin=builders.NU + timedelta(days=6))

    tekst = gelezen(rapport(tx, wijk))

    assert re.search(r"Bijeenkomst: Wandeling komt nog", tekst)
    assert re.search(r"\b1 bijeenkomst\b", tekst), tekst[:900]


def test_who_confirmed_each_version_what_it_gives_and_what_came_before_stand_apart(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_besluit(tx, wijk, {"ja": 16})
    stel_vast(tx, wijk, 1, na_bewijs=tx.scalar(select(tables.bewijs.c.id).order_by(tables.bewijs.c.id.desc())))
    een_besluit(tx, wijk, {"ja": 14})
    stel_vast(tx, wijk, 2, reden="Er kwam een straat bij.", orgaan="gemeenteraad", volgt=False)

    gegevens = rapport(tx, wijk)
    tekst = gelezen(gegevens)

    assert [versie["geeft"]["gehoord"]["teller"] for versie in gegevens["delen"]["versies"]] == [14, 14]
    assert gegevens["delen"]["versies"][0]["vooraf"] == {"gehoord": 16, "informatie": "minder dan 10"}
    for deel in (
        "Versie 2 van de spelregels geldt.",
        "De gemeenteraad bevestigde haar op 12 januari 2027. Dat is besluit B-12.",
        "De gemeenteraad beloofde niet vooraf om de uitkomst te volgen.",
        "Versie 2 kwam er om deze reden: Er kwam een straat bij.",
        "Voordat de spelregels vastlagen, gebeurde er ook al iets.",
    ):
        assert deel in tekst, deel


def test_the_declaration_the_kaders_and_positions_stand_with_their_date_and_document(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    door = builders.een_account(tx)
    wie: dict[str, Any] = {"naam": "A. de Vries", "functie": "opbouwwerker", "opdrachtgever": "Samen"}
    drempels = (*Spelregels().drempels, Verklaring(**wie), Kaders(("Niet duurder", "b")))
    stel_vast(tx, wijk, 1, inhoud=replace(Spelregels(versie=1), drempels=drempels).canoniek())
    stuk = {"naam": "ondertekend.pdf", "inhoud": b"x", "sha256": "ab" * 32, "file_id": "f", "gemaakt_door": door}
    tx.execute(insert(tables.stuk).values(wijk=wijk, publiek_id="s" * 22, gemaakt_op=builders.NU, **stuk))
    stuk_id = tx.scalar(select(tables.stuk.c.id))
    vast = {"versie": 1, "op": builders.NU, "gemaakt_door": door}
    wie |= {"uitspraak": "gehoord", "redenen": "Ik sprak wie stil is.", "dag": date(2027, 1, 20), "stuk": stuk_id}
    verklaringen.voeg_toe(tx, wijk, publiek_id="v" * 22, **vast, **wie)
    kader = {"kader": "Niet duurder", "oordeel": "voldaan", "toelichting": "Zie de doorrekening.", "stuk": stuk_id}
    kaders.voeg_toe(tx, wijk, publiek_id="k" * 22, **vast, **kader)
    partner = {"partner": "Netbeheerder", "standpunt": "Het kan vanaf 2031.", "dag": date(2027, 1, 9), "stuk": stuk_id}
    standpunten.voeg_toe(tx, wijk, publiek_id="p" * 22, op=builders.NU, gemaakt_door=door, **partner)

    tekst = gelezen(rapport(tx, wijk))

    for deel in (
        "A. de Vries verklaarde op 20 januari 2027 dat stille bewoners zijn gehoord. Dit zijn de redenen: Ik sprak wie",
        "Stuk: ondertekend.pdf.",
        "Niet duurder ja Zie de doorrekening. Stuk: ondertekend.pdf.",
        "b nog open Hierover is nog niets vastgelegd.",
        "Netbeheerder Het kan vanaf 2031. Standpunt van 9 januari 2027.",
    ):
        assert deel in tekst, deel


def test_without_anything_each_part_says_so_in_one_sentence(tx: Connection) -> None:
    tekst = gelezen(rapport(tx, builders.een_wijk(tx)))
    assert "Er is nog geen peiling over het besluit geweest." in tekst
    assert "Er zijn nog geen bijeenkomsten of peilingen geweest." in tekst
    assert "Er is nog geen uitslag van een peiling over het besluit." in tekst
    assert "De spelregels vragen niet om een afspiegeling van de wijk." in tekst
    assert "De spelregels vragen geen verklaring van een professional." in tekst
    assert "De spelregels noemen geen kaders van de gemeenteraad." in tekst
    assert "Er is geen traject met stappen gekozen." in tekst
    assert "Er is geen advies van een groep bewoners opgeschreven." in tekst
    assert "Partners gaven nog geen standpunt." in tekst
    assert "Er zijn geen vragen of bezwaren over de spelregels binnengekomen." in tekst


def test_nobody_is_named_and_no_id_account_or_address_comes_out(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_besluit(tx, wijk, {"ja": 14})
    bewoner = builders.een_bewoner(tx, wijk)
    builders.een_account(tx, "987654321", bewoner=bewoner)
    bewijs(tx, wijk, bewoner, "stem", "p1")
    geheim = [*tx.scalars(select(tables.bewoner.c.publiek_id)), *tx.scalars(select(tables.huishouden.c.publiek_id))]
    geheim += ["987654321", "Merelweg", *map(str, tx.scalars(select(tables.huishouden.c.sleutel)))]

    tekst = gelezen(rapport(tx, wijk))

    assert not [woord for woord in geheim if woord in tekst]


def test_the_same_evidence_gives_the_same_bytes(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_besluit(tx, wijk, {"ja": 14})
    een, twee = (render(Boodschap("rapport", rapport(tx, wijk)), TOON).bijlagen[0] for _ in range(2))
    assert maak(een.soort, een.data) == maak(twee.soort, twee.data)


def opgehaald(tx: Connection, wijk: int) -> list[Boodschap]:
    """Do what waits, twice as after a kill, and return the messages that it wrote."""
    for _ in range(2):
        for wekker in tx.scalars(select(tables.wekker.c.id).where(tables.wekker.c.soort == WEKKER)).all():
            lever(tx, wijk, wekker, Gemaakt(rapport(tx, wijk), PDF), builders.een_publiek_id(), builders.NU)
    return [Boodschap(soort, data) for soort, data in tx.execute(select(tables.outbox.c.soort, tables.outbox.c.data))]


@pytest.mark.parametrize("rol", [ORGANISATOR, BEHEERDER])
def test_an_organisator_hears_that_it_comes_and_gets_it_in_dutch_whatever_they_read(tx: Connection, rol: str) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk, rol)

    assert vraag_rapport(tx, builders.handeling(wijk)).soort == "rapport.bezig"

    (boodschap,) = opgehaald(tx, wijk)
    bijlagen = [render(boodschap, Toon(vertaal(taal), ZONE, "")).bijlagen[0] for taal in talen()]
    assert {bijlage.naam for bijlage in bijlagen} == {"tussenstand-2027-02-01.pdf"}
    assert len({json.dumps(bijlage.data) for bijlage in bijlagen}) == 1


def test_who_asks_twice_before_it_comes_gets_it_once(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk)
    for seconden in (0, 1):
        vraag_rapport(tx, builders.handeling(wijk, now=builders.NU + timedelta(seconds=seconden)))
    assert len(opgehaald(tx, wijk)) == 1


def test_who_is_no_organisator_or_is_it_no_longer_gets_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk, BEGELEIDER)
    with pytest.raises(Geweigerd):
        vraag_rapport(tx, builders.handeling(wijk))

    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", "1")])
    vraag_rapport(tx, builders.handeling(wijk))
    tx.execute(delete(tables.rol))
    assert opgehaald(tx, wijk) == []


async def test_the_chat_and_the_command_give_the_same_file(database: Database, tmp_path: Path) -> None:
    def begin(tx: Connection) -> int:
        wijk = builders.een_wijk(tx)
        een_besluit(tx, wijk, {"ja": 14})
        return wijk

    wijk = await database.write(0, begin)
    gegevens = await rapporteren.verzamel(database, wijk, builders.NU, ZONE)
    schrijf_rapport(gegevens, TOON, tmp_path / "uit" / "rapport.pdf")

    bijlage = render(Boodschap("rapport", gegevens), TOON).bijlagen[0]
    assert [pad.name for pad in (tmp_path / "uit").iterdir()] == ["rapport.pdf"]
    assert (tmp_path / "uit" / "rapport.pdf").read_bytes() == maak(bijlage.soort, bijlage.data)


def test_a_file_that_cannot_be_written_is_said_in_one_line(tx: Connection, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(InvoerFout, match="kies een ander bestand"):
        schrijf_rapport(rapport(tx, builders.een_wijk(tx)), TOON, tmp_path / "bestand" / "rapport.pdf")


def test_every_condition_has_a_name_of_one_or_two_words() -> None:
    namen = [naam(Pen(TOON), soort) for soort in DREMPELS]
    assert all(re.fullmatch(r"\w+( \w+)?", een) for een in namen), namen


def test_the_progress_per_week_is_drawn_and_tells_no_small_number(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_besluit(tx, wijk, {"ja": 14})

    gegevens = builders.rapport(tx, wijk, builders.NU + timedelta(days=14))

    weken = {rij["soort"]: rij["weken"] for rij in gegevens["delen"]["weken"]}
    assert weken["gehoord"][-1] == ["2027-02-15", 14]
    assert {teller for _, teller in weken["informatie"]} == {None}
    tekst = gelezen(gegevens)
    assert "Elke kolom is een week." in tekst
    assert "15 februari 2027 14 minder dan 10" in tekst


def test_what_several_asked_stands_once_with_the_answer_and_what_waits_is_counted(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    door = builders.een_account(tx)
    vast = {"wijk": wijk, "versie": 0, "op": builders.NU}
    antwoord = {"vraag": "Wat kost het?", "antwoord": "Dat staat in het plan.", "aantal": 10, "gemaakt_door": door}
    tx.execute(insert(tables.spelregelantwoord).values(publiek_id="a" * 22, **vast, **antwoord))
    bewoner = builders.een_bewoner(tx, wijk)
    reactie = {"bewoner": bewoner, "tekst": "Geheime vraag van een buur"}
    tx.execute(insert(tables.spelregelreactie).values(publiek_id="r" * 22, **vast, **reactie))

    tekst = gelezen(rapport(tx, wijk))

    assert "Wat kost het? Dat staat in het plan. Bewoners die dit vroegen: 10." in tekst
    assert "Reacties die nog op antwoord wachten: minder dan 5." in tekst
    assert "Geheime vraag" not in tekst


def test_a_report_after_the_closing_has_the_outcome_and_no_new_one(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, 1)
    mensen = bewoners(tx, wijk, 20)
    for bewoner in mensen[:12]:
        bewijs(tx, wijk, bewoner, "stem_besluit", "p1")
    ervoor = rapport(tx, wijk)
    uitslagblad.sluit_af(tx, wijk, builders.NU, ZONE, secrets.token_bytes(32))
    for bewoner in mensen[12:]:
        bewijs(tx, wijk, bewoner, "stem_besluit", "p1")
    na = rapport(tx, wijk)

    assert (ervoor["delen"]["afsluiting"], na["delen"]["afsluiting"]) == ([], [{"op": builders.NU.isoformat()}])
    for deel in ("voorwaarden", "versies"):
        assert json.dumps(na["delen"][deel]) == json.dumps(ervoor["delen"][deel])
    drempels = [deel["metingen"] for deel in na["tellingen"]["onderdelen"] if deel["onderdeel"] == "drempel"]
    assert [(deel["teller"], deel["afgesloten_op"]) for deel in drempels] == [
        (12, "2027-02-01"),
        ("minder dan 10", "2027-02-01"),
    ]
    tekst = gelezen(na)
    assert "Dit is de uitkomst bij het afsluiten op 1 februari 2027" in tekst
    assert "Er zijn 12 van de" in tekst
    assert "ussenstand" not in tekst
    assert "Dit is een tussenstand: het traject is nog niet afgesloten" in gelezen(ervoor)
