"""The participation counts: who signed up apart from who came, each person once, no names, no small cells."""

import io
import json
import secrets
import zipfile
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from berichten import Boodschap, Toon, render, talen, vertaal
from bot import exporteren
from bot.errors import Geweigerd, InvoerFout
from bot.exports import maak
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, Cel
from bot.rules.spelregels import Spelregels
from bot.services import publicatie, tellen
from bot.services.bewijs import Bewijssoort, Feit, leg_aantal_vast, leg_vast, trek_in
from bot.services.export import SOORTEN, WEKKER, lever, schrijf_export, vraag_export
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR
from bot.services.tellen import Tellingen
from bot.storage import ACCOUNTS, Database, accounts, kennismaking, tables
from tests import builders

REGELS = Spelregels()
VANDAAG = "2027-02-01"
ZONE = ZoneInfo("Europe/Amsterdam")
NAMEN = ["tellingen.xlsx", "tellingen-excel.csv", "tellingen.csv", "tellingen.json", "manifest.json"]


def voeg_toe(tx: Connection, tabel: Any, **waarden: Any) -> int:
    nieuw: int = tx.execute(insert(tabel).values(**waarden).returning(tabel.c.id)).scalar_one()
    return nieuw


def tel(tx: Connection, wijk: int) -> dict[tuple[str, str], dict[str, Any]]:
    delen = builders.tellingen(tx, wijk).onderdelen
    assert len({(deel.onderdeel, deel.naam) for deel in delen}) == len(delen)
    return {(deel.onderdeel, deel.naam): deel.metingen for deel in delen}


def bewoners(tx: Connection, wijk: int, aantal: int, straat: str = "Merelweg") -> list[int]:
    thuis = builders.een_huishouden(tx, wijk, volwassenen=aantal, straat=straat).id
    return [builders.een_bewoner(tx, wijk, thuis) for _ in range(aantal)]


def bewijs(tx: Connection, wijk: int, bewoner: int, soort: Bewijssoort, onderwerp: str) -> None:
    handeling = builders.handeling(wijk)
    leg_vast(tx, handeling, bewoner, Feit(soort, onderwerp, "knop"))


def een_avond(tx: Connection, wijk: int, publiek_id: str = "avond", **anders: Any) -> int:
    vast = {"soort": "informatieavond", "titel": "Avond over warmte", "begin": builders.NU, "plaats": "Buurthuis"}
    van_wie = builders.een_account(tx, secrets.token_hex(4))
    vast |= {"ruimte_voor_vragen": True, "deurgeheim": bytes(32), "gemaakt_door": van_wie, "publiek_id": publiek_id}
    return voeg_toe(tx, tables.bijeenkomst, wijk=wijk, **vast | anders)


def een_peiling(tx: Connection, wijk: int, stemmen: dict[str, int], *, gesloten: bool) -> None:
    vast = {"wijk": wijk, "publiek_id": builders.een_publiek_id()}
    peiling = voeg_toe(
        tx,
        tables.peiling,
        **vast,
        vraag="Welke avond?",
        over_besluit=False,
        instellingen={"max_keuzes": 1},
        sluit_op=builders.NU,
        gesloten_op=builders.NU if gesloten else None,
        gemaakt_door=builders.een_account(tx, secrets.token_hex(4)),
    )
    for plaats, (tekst, aantal) in enumerate(stemmen.items()):
        vast = {"wijk": wijk, "peiling": peiling, "publiek_id": builders.een_publiek_id()}
        voeg_toe(tx, tables.peiling_optie, **vast, volgorde=plaats, tekst=tekst)
        for _ in range(aantal):
            sleutel = secrets.token_bytes(16)
            waarden = {"sleutel": sleutel, "wijk": wijk, "peiling": peiling, "inhoud": f"[{plaats}]"}
            tx.execute(insert(tables.stembiljet).values(**waarden))


def test_signing_up_and_waiting_are_counted_apart_from_being_there(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    mensen = bewoners(tx, wijk, 13)
    avond = een_avond(tx, wijk)
    plekken = (*("in",) * 8, "wacht", "aangeboden", None, None, "verlopen")
    antwoorden = (*("ja",) * 10, "misschien", "nee", "misschien")
    for bewoner, antwoord, plek in zip(mensen, antwoorden, plekken, strict=True):
        waarden = {"bijeenkomst": avond, "bewoner": bewoner, "wijk": wijk, "antwoord": antwoord, "plek": plek}
        tx.execute(insert(tables.aanmelding).values(**waarden, gasten=3 if plek in ("in", "wacht") else 0))
    bewijs(tx, wijk, mensen[11], "aanwezig_vragen", "avond")

    assert tel(tx, wijk)["bijeenkomst", "Avond over warmte"] == {
        "doelgroep": "wijk",
        "aangemeld_ja": 10,
        "aangemeld_misschien": MINDER,
        "aangemeld_nee": MINDER,
        "aangemeld_aan_deur": NIET_GETOOND,
        "wachtlijst": MINDER,
        "aanwezig": "minder dan 10",
        "gasten_gemeld": 25,
        "gasten": MINDER,
        "afgelast": "nee",
    }


def test_the_options_of_a_poll_are_shown_after_closing_only_and_not_when_small(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 26, "woensdag": 12, "donderdag": 2, "nooit": 0}, gesloten=True)

    tellingen = tel(tx, wijk)

    assert tellingen["peiling", "Welke avond?"]["stemmers"] == 40
    dagen = ("dinsdag", "woensdag", "donderdag", "nooit")
    assert [tellingen["optie", dag]["stemmen"] for dag in dagen] == [25, 10, MINDER, MINDER]


@pytest.mark.parametrize(("op_papier", "getoond"), [(None, 0), (12, 10), (3, NIET_GETOOND), (38, NIET_GETOOND)])
def test_what_was_said_of_a_poll_beforehand_stands_beside_it_and_about_how_many_voted_on_paper(
    tx: Connection, op_papier: int | None, getoond: Cel
) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 26, "woensdag": 14}, gesloten=True)
    tx.execute(update(tables.peiling).values(per_adres=True, minste_stemmen=30, op_papier=op_papier))

    peiling = tel(tx, wijk)["peiling", "Welke avond?"]

    assert (peiling["per_adres"], peiling["minste_stemmen"], peiling["op_papier"]) == ("ja", 30, getoond)


def test_of_a_poll_with_few_voters_no_option_tells_even_that_nobody_chose_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 9, "nooit": 0}, gesloten=True)

    tellingen = tel(tx, wijk)

    assert tellingen["peiling", "Welke avond?"]["stemmers"] == "minder dan 10"
    assert tellingen["optie", "dinsdag"] == tellingen["optie", "nooit"] == {"stemmen": NIET_GETOOND}


def test_a_ballot_with_more_choices_is_one_voter_and_a_vote_for_each_option(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 6, "woensdag": 0}, gesloten=True)
    tx.execute(update(tables.peiling).values(instellingen={"max_keuzes": None}))
    for inhoud in ("[0,1]",) * 5 + ("[]",) * 6:
        peiling = tx.scalar(select(tables.peiling.c.id))
        waarden = {"sleutel": secrets.token_bytes(16), "wijk": wijk, "peiling": peiling, "inhoud": inhoud}
        tx.execute(insert(tables.stembiljet).values(**waarden))

    tellingen = tel(tx, wijk)

    assert tellingen["peiling", "Welke avond?"]["stemmers"] == 15
    assert [tellingen["optie", dag]["stemmen"] for dag in ("dinsdag", "woensdag")] == [10, 5]


def test_a_poll_that_was_withdrawn_tells_how_many_took_part_and_no_more(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 16}, gesloten=True)
    tx.execute(tables.peiling.update().values(ingetrokken=True))

    tellingen = tel(tx, wijk)

    assert tellingen["peiling", "Welke avond?"]["stemmers"] == 15
    assert not any(onderdeel == "optie" for onderdeel, _ in tellingen)


def test_an_open_poll_tells_how_many_voted_and_not_what(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_peiling(tx, wijk, {"dinsdag": 16}, gesloten=False)

    tellingen = tel(tx, wijk)

    assert tellingen["peiling", "Welke avond?"]["stemmers"] == 15
    assert not any(onderdeel == "optie" for onderdeel, _ in tellingen)


def test_what_people_wrote_stands_in_it_by_itself_with_its_group_and_its_answer(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    vast = {"methode": "deep_democracy", "instellingen": {"voorstel": "Een net"}, "gesloten_op": builders.NU}
    peiling = builders.een_peiling(tx, wijk, (), **vast)
    for tekst, groep in (("=1+1 stilte", "Rust"), ("nog stiller", "Rust"), ("geld", "")):
        builders.een_inbreng(tx, wijk, peiling, "t", tekst, groep)

    tellingen = tel(tx, wijk)

    assert tellingen["inbrenggroep", "Rust"] == {"teksten": 2, "toegevoegd": ""}
    assert tellingen["inbreng", "=1+1 stilte"] == {"groep": "Rust", "antwoord": "", "blijft": "nee", "later": "nee"}
    assert tellingen["inbreng", "geld"]["groep"] == ""
    assert tellingen["optie", "tegen"] == {"stemmen": NIET_GETOOND}, "which side somebody is on is not with a text"


def test_a_resident_on_two_channels_counts_once_in_the_total(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for bewoner in bewoners(tx, wijk, 5):
        for kanaal in ("telegram", "webchat"):
            tx.execute(insert(tables.account).values(kanaal=kanaal, extern_id=str(bewoner), bewoner=bewoner))

    tellingen = tel(tx, wijk)

    assert tellingen["kanaal", "telegram"] == tellingen["kanaal", "webchat"] == {"bewoners": 5, "bewoners_op": VANDAAG}
    assert next(cellen for (onderdeel, _), cellen in tellingen.items() if onderdeel == "wijk")["bewoners"] == 5


def test_a_street_shows_who_counts_in_round_numbers_and_hides_small_groups(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for straat, aantal, anderen in (("Merelweg", 20, 30), ("Lijsterhof", 21, 10), ("Uilenpad", 3, 9), ("Hof", 0, 9)):
        for bewoner in bewoners(tx, wijk, aantal, straat):
            bewijs(tx, wijk, bewoner, "stem_besluit", "p1")
            bewijs(tx, wijk, bewoner, "stem_besluit", "p2")
        builders.een_huishouden(tx, wijk, straat=straat, volwassenen=anderen)

    tellingen = tel(tx, wijk)

    niets = {"adressen": 2, "informatie": NIET_GETOOND, "informatie_op": ""}
    vandaag = {"gehoord_op": VANDAAG}
    assert tellingen["straat", "Merelweg"] == {**niets, "volwassenen": 50, "gehoord": 20, **vandaag}
    assert tellingen["straat", "Lijsterhof"] == {**niets, "volwassenen": 31, "gehoord": 20, **vandaag}
    assert tellingen["straat", "Uilenpad"] == {**niets, "volwassenen": 12, "gehoord": MINDER, **vandaag}
    leeg = {"volwassenen": "minder dan 10", "gehoord": NIET_GETOOND}
    assert tellingen["straat", "Hof"] == {**niets, **leeg, **vandaag}


def test_what_residents_say_of_themselves_is_counted_without_names_and_small_numbers_are_hidden(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    bewoners = [builders.een_bewoner(tx, wijk) for _ in range(7)]
    for bewoner in bewoners:
        kennismaking.zet(tx, wijk, bewoner, "naam", ["Geheime Naam"])
        kennismaking.zet(
            tx, wijk, bewoner, "talent", ["regelaar", "techneut"] if bewoner == bewoners[0] else ["regelaar"]
        )
        kennismaking.zet(tx, wijk, bewoner, "hulp", [])
    tx.execute(update(tables.bewoner).where(tables.bewoner.c.id == bewoners[6]).values(tot=builders.NU))
    delen = [d for d in builders.tellingen(tx, wijk).onderdelen if d.onderdeel == "kennismaking"]
    assert {d.naam: d.metingen["bewoners"] for d in delen} == {
        "talent: regelaar": 5,
        "talent: techneut": MINDER,
    }


def test_an_idea_tells_what_came_of_it_and_its_support_as_it_is_shown_and_of_whom_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    vast = {"wijk": wijk, "taal": "nl", "plek": "voor nummer 12", "bewoner": builders.een_bewoner(tx, wijk)}
    groep = voeg_toe(tx, tables.werkgroep, wijk=wijk, publiek_id=builders.een_publiek_id(), naam="techniek")
    hofje = {"staat": "gelukt", "werkgroep": groep, "steun": 15, "reden": "Het staat er."}
    for tekst, rest in (("Een bank", {"staat": "nieuw"}), ("Een hofje", hofje), ("Wacht", {"staat": "wacht"})):
        publiek_id = builders.een_publiek_id()
        voeg_toe(tx, tables.idee, **vast, publiek_id=publiek_id, tekst=tekst, op=builders.NU, **rest)
    ideeen = {naam: metingen for (soort, naam), metingen in tel(tx, wijk).items() if soort == "idee"}
    assert ideeen == {
        "Een bank": {"staat": "nieuw", "steun": MINDER, "werkgroep": "", "reden": ""},
        "Een hofje": {"staat": "gelukt", "steun": 15, "werkgroep": "techniek", "reden": "Het staat er."},
    }


def test_a_werkgroep_shows_its_members_unless_they_are_few(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for naam, aantal in (("techniek", 5), ("communicatie", 4), ("financiën", 0)):
        groep = voeg_toe(tx, tables.werkgroep, wijk=wijk, publiek_id=builders.een_publiek_id(), naam=naam)
        for bewoner in bewoners(tx, wijk, aantal) if aantal else ():
            tx.execute(insert(tables.werkgroeplid).values(werkgroep=groep, bewoner=bewoner, wijk=wijk))

    tellingen = tel(tx, wijk)

    assert [tellingen["werkgroep", naam]["leden"] for naam in ("techniek", "communicatie", "financiën")] == [
        5,
        MINDER,
        MINDER,
    ]


@pytest.mark.parametrize(
    ("hoeveel", "teller", "nodig"), [(9, "minder dan 10", NIET_GETOOND), (10, 10, 11), (20, 20, 1), (21, 21, 0)]
)
def test_the_conditions_are_exact_from_ten_people_on(tx: Connection, hoeveel: int, teller: Any, nodig: Any) -> None:
    wijk = builders.een_wijk(tx)
    for bewoner in bewoners(tx, wijk, 40)[:hoeveel]:
        bewijs(tx, wijk, bewoner, "stem_besluit", "p1")

    verdict = "gehaald" if hoeveel > 20 else "niet_gehaald"
    assert tel(tx, wijk)["drempel", "gehoord"] == {
        "verdict": verdict,
        "teller": teller,
        "noemer": 40,
        "operator": ">",
        "drempel": "1/2",
        "nodig": nodig,
        "ondergrens": teller,
        "bovengrens": teller,
        "verdict_zonder_team": verdict,
        "vertrokken": MINDER,
        "afgesloten_op": "",
    }


def test_no_person_account_or_other_wijk_is_in_the_files(tx: Connection) -> None:
    wijk, ander = builders.een_wijk(tx), builders.een_wijk(tx, "Andere wijk")
    bewoner = builders.een_bewoner(tx, wijk)
    builders.een_account(tx, "987654321", bewoner=bewoner)
    bewijs(tx, wijk, bewoner, "stem", "p1")
    een_peiling(tx, ander, {"geheim": 9}, gesloten=True)
    geheim = [*tx.scalars(select(tables.bewoner.c.publiek_id)), *tx.scalars(select(tables.huishouden.c.publiek_id))]

    data = builders.tellingen(tx, wijk).als_json()

    for soort in SOORTEN:
        inhoud = leesbaar(maak(soort, data))
        assert "Merelweg" in inhoud
        assert not [woord for woord in (*geheim, "987654321", "geheim", "Andere wijk") if woord in inhoud]


def leesbaar(inhoud: bytes) -> str:
    """Return a file as text, what is packed in it unpacked."""
    if not inhoud.startswith(b"PK"):
        return inhoud.decode()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bundel:
        return "".join(bundel.read(naam).decode() for naam in bundel.namelist())


def een_organisator(tx: Connection, wijk: int, rol: str = ORGANISATOR) -> int:
    account = builders.een_account(tx)
    accounts.zet_rollen(tx, wijk, [(rol, "telegram", "1")])
    return account


def opgehaald(tx: Connection, wijk: int) -> list[Boodschap]:
    """Do what waits, twice as after a kill, and return the messages that it wrote."""
    for _ in range(2):
        for wekker in tx.scalars(select(tables.wekker.c.id).where(tables.wekker.c.soort == WEKKER)).all():
            sleutel = builders.een_publiek_id()
            lever(tx, wijk, wekker, builders.tellingen(tx, wijk), sleutel, builders.NU)
    return [Boodschap(soort, data) for soort, data in tx.execute(select(tables.outbox.c.soort, tables.outbox.c.data))]


@pytest.mark.parametrize("rol", [ORGANISATOR, BEHEERDER])
def test_an_organisator_hears_that_they_come_and_gets_all_files_in_any_language(tx: Connection, rol: str) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk, rol)

    assert vraag_export(tx, builders.handeling(wijk)).soort == "export.bezig"

    (boodschap,) = opgehaald(tx, wijk)
    for taal in talen():
        bijlagen = render(boodschap, Toon(vertaal(taal), ZONE, "")).bijlagen
        assert [bijlage.naam for bijlage in bijlagen] == NAMEN
        assert all(maak(bijlage.soort, json.loads(json.dumps(bijlage.data))) for bijlage in bijlagen)


def test_who_asks_twice_before_they_come_gets_them_once_and_later_again(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk)
    for seconden in (0, 1):
        vraag_export(tx, builders.handeling(wijk, now=builders.NU + timedelta(seconds=seconden)))
    assert len(opgehaald(tx, wijk)) == 1

    vraag_export(tx, builders.handeling(wijk))  # at the very same moment as the first
    assert len(opgehaald(tx, wijk)) == 2


def test_who_lost_the_role_in_the_meantime_gets_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk)
    vraag_export(tx, builders.handeling(wijk))
    tx.execute(delete(tables.rol))

    assert opgehaald(tx, wijk) == []


def test_the_chat_and_the_folder_give_the_same_files_and_the_manifest_fits(tx: Connection, tmp_path: Path) -> None:
    wijk = builders.een_wijk(tx)
    bewoners(tx, wijk, 6)
    een_organisator(tx, wijk)
    vraag_export(tx, builders.handeling(wijk))

    (boodschap,) = opgehaald(tx, wijk)
    bijlagen = render(boodschap, Toon(vertaal("nl"), ZONE, "")).bijlagen
    paden = schrijf_export(builders.tellingen(tx, wijk), tmp_path)

    assert [(b.naam, maak(b.soort, b.data)) for b in bijlagen] == [(pad.name, pad.read_bytes()) for pad in paden]
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert [regel["naam"] for regel in manifest["bestanden"]] == NAMEN[:-1]
    for regel in manifest["bestanden"]:
        inhoud = (tmp_path / regel["naam"]).read_bytes()
        assert (regel["bytes"], regel["sha256"]) == (len(inhoud), sha256(inhoud).hexdigest())


def test_who_is_no_organisator_gets_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_organisator(tx, wijk, BEGELEIDER)

    with pytest.raises(Geweigerd):
        vraag_export(tx, builders.handeling(wijk))


@pytest.mark.parametrize(
    ("zelf", "team", "deel"), [(12, 8, "40%"), (11, 8, NIET_GETOOND), (20, 4, NIET_GETOOND), (4, 20, NIET_GETOOND)]
)
def test_which_part_of_the_evidence_staff_recorded_unless_that_is_few_people(
    tx: Connection, zelf: int, team: int, deel: str
) -> None:
    wijk = builders.een_wijk(tx)
    een_avond(tx, wijk)
    een_organisator(tx, wijk, BEGELEIDER)
    noor = accounts.wie(tx, wijk, "telegram", "1")
    handeling = builders.handeling(wijk)
    for nummer, bewoner in enumerate(bewoners(tx, wijk, zelf + team)):
        feit = Feit("aanwezig_vragen", "avond", *(("deurcode",) if nummer < zelf else ("deurlijst", noor)))
        leg_vast(tx, handeling, bewoner, feit)
    leg_aantal_vast(tx, handeling, Feit("gasten", "avond", "deurlijst", noor), 7)

    tellingen = tel(tx, wijk)

    avond = tellingen["bijeenkomst", "Avond over warmte"]
    assert (avond["aanwezig"], avond["gasten"]) == ((zelf + team + 2) // 5 * 5, 5)
    assert tellingen["bewijs", "aanwezig_vragen"] == {"door_team": deel}


def test_what_was_corrected_counts_nowhere(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_avond(tx, wijk)
    (bewoner,) = bewoners(tx, wijk, 1)
    bewijs(tx, wijk, bewoner, "aanwezig_vragen", "avond")
    trek_in(tx, builders.handeling(wijk), bewoner, Feit("aanwezig_vragen", "avond", "deurlijst"))

    tellingen = tel(tx, wijk)

    assert tellingen["drempel", "informatie"]["teller"] == "minder dan 10"
    assert not any(onderdeel == "bewijs" for onderdeel, _ in tellingen)


def test_of_a_meeting_for_a_street_or_a_werkgroep_small_numbers_are_hidden_too(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    groep = builders.een_publiek_id()
    voeg_toe(tx, tables.werkgroep, wijk=wijk, publiek_id=groep, naam="techniek")
    een_avond(tx, wijk, titel="Straat", doelgroep="straat", doelgroep_bereik="Merelweg")
    een_avond(tx, wijk, "b", titel="Groep", doelgroep="werkgroep", doelgroep_bereik=groep, afgelast_op=builders.NU)
    for bewoner in bewoners(tx, wijk, 2):
        bewijs(tx, wijk, bewoner, "aanwezig_vragen", "avond")

    tellingen = tel(tx, wijk)

    straat, werkgroep = tellingen["bijeenkomst", "Straat"], tellingen["bijeenkomst", "Groep"]
    assert (straat["doelgroep"], straat["aanwezig"], straat["afgelast"]) == ("straat Merelweg", "minder dan 10", "nee")
    assert (werkgroep["doelgroep"], werkgroep["aanwezig"], werkgroep["afgelast"]) == (
        "werkgroep techniek",
        "minder dan 10",
        "ja",
    )


def test_what_comes_after_the_count_began_is_in_no_part_of_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    een_avond(tx, wijk)
    mensen = bewoners(tx, wijk, 13)
    for bewoner in mensen[:10]:
        bewijs(tx, wijk, bewoner, "aanwezig_vragen", "avond")
    kader = tellen.begin(tx, wijk, builders.NU, ZONE)
    for bewoner in mensen[10:]:
        bewijs(tx, wijk, bewoner, "aanwezig_vragen", "avond")

    def metingen(deel: Any, na: int = 0) -> dict[str, Any]:
        return dict(deel(tx, kader, na).onderdelen[0].metingen)

    assert metingen(tellen._bijeenkomsten)["aanwezig"] == 10
    assert metingen(tellen._drempels, 1)["teller"] == 10
    assert metingen(tellen._straten)["informatie"] == publicatie.Uitsplitsing(10, 13)


def test_more_meetings_and_polls_than_fit_one_read_are_each_counted_once(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for nummer in range(2 * tellen.BLOK + 1):
        een_avond(tx, wijk, f"b{nummer}", titel=f"Avond {nummer}")
    for nummer in range(tellen.BLOK):
        builders.een_peiling(tx, wijk, vraag=f"Vraag {nummer}?")

    namen = [deel.naam for deel in builders.tellingen(tx, wijk).onderdelen if deel.onderdeel == "bijeenkomst"]

    assert namen == [f"Avond {nummer}" for nummer in range(2 * tellen.BLOK + 1)]
    assert len([naam for onderdeel, naam in tel(tx, wijk) if onderdeel == "peiling"]) == tellen.BLOK


async def test_counting_publishes_once_a_week_and_repeats_that_in_between(database: Database) -> None:
    wijk = await database.write(ACCOUNTS, builders.een_wijk)
    getoond = []
    for dag in (0, 6, 7):
        for _ in range(4):
            await database.write(wijk, builders.een_bewoner, wijk)
        tellingen = await exporteren.tel(database, wijk, builders.NU + timedelta(days=dag), ZONE)
        getoond.append(tellingen.onderdelen[0].metingen)

    assert getoond == [
        {"adressen": 4, "bewoners": MINDER, "bewoners_op": "2027-02-01"},
        {"adressen": 8, "bewoners": MINDER, "bewoners_op": "2027-02-01"},
        {"adressen": 12, "bewoners": 10, "bewoners_op": "2027-02-08"},
    ]


@pytest.fixture
def leeg() -> Tellingen:
    return Tellingen("Vogelbuurt", "2027-02-01T20:00+01:00", {**REGELS.als_json(), "hash": REGELS.hash()}, ())


def test_the_files_are_written_whole_and_again(leeg: Tellingen, tmp_path: Path) -> None:
    for _ in range(2):
        paden = schrijf_export(leeg, tmp_path / "uit")

    assert sorted((tmp_path / "uit").iterdir()) == sorted(paden)
    assert [pad.name for pad in paden] == NAMEN
    assert json.loads(paden[3].read_text())["wijk"] == "Vogelbuurt"


def test_a_folder_that_cannot_be_written_is_said_in_one_line(leeg: Tellingen, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")

    with pytest.raises(InvoerFout, match="kies een andere map"):
        schrijf_export(leeg, tmp_path / "bestand")
