"""Cards of what a heat solution means: making and publishing them, who sees which, comparing, and who understands."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.services import bewoner as bewoner_service
from bot.services import formulier, voorstel, warmtekaart, warmtekaartvorm
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, warmtekaarten
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_huishouden, een_publiek_id, een_wijk, handeling, rapport
from tests.rules.test_warmtekaarten import KAART, TOML

IBRAHIM, NOOR = "9002", "9001"
FORMS = {warmtekaartvorm.FORMULIER.soort: warmtekaartvorm.FORMULIER}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def een_bewoner_in(tx: Connection, wijk: int, naam: str, woningtype: str | None) -> int:
    huis = een_huishouden(tx, wijk).id
    tx.execute(update(t.huishouden).where(t.huishouden.c.id == huis).values(woningtype=woningtype))
    bewoner = een_bewoner(tx, wijk, huis)
    een_account(tx, naam, bewoner=bewoner)
    return bewoner


def plaats(tx: Connection, wijk: int, oplossing: str = "Warmtenet", woningtype: str = "", **anders: Any) -> str:
    """Publish a card as if two persons did; return its public id."""
    door = een_account(tx, een_publiek_id())
    publiek, sleutel = een_publiek_id(), (oplossing.casefold(), woningtype)
    vast = {"publiek_id": publiek, "oplossing": oplossing, "woningtype": woningtype, "op": NU, "gemaakt_door": door}
    versie = warmtekaarten.laatste_versie(tx, wijk, sleutel) + 1
    inhoud = replace(KAART.inhoud, **anders)
    warmtekaarten.voeg_toe(tx, wijk, inhoud, versie=versie, bevestigd_door=door, **vast)
    return publiek


def akkoord(tx: Connection, wijk: int, gevraagd: Boodschap) -> None:
    voorstel.akkoord(tx, handeling(wijk, NOOR), gevraagd.data["id"])


def vul_in(tx: Connection, wijk: int, *antwoorden: str) -> Boodschap:
    formulier.begin(tx, handeling(wijk, IBRAHIM), warmtekaartvorm.FORMULIER)
    for antwoord in antwoorden:
        if ":" in antwoord and not antwoord.startswith("https"):
            formulier.kies(tx, handeling(wijk, IBRAHIM), FORMS, *antwoord.split(":"))
        else:
            formulier.typ(tx, handeling(wijk, IBRAHIM), FORMS, antwoord)
    return formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS)


def namen(boodschap: Boodschap) -> list[str]:
    return [kaart["oplossing"] for kaart in boodschap.data["kaarten"]]


def test_the_form_makes_a_card_that_residents_read_once_a_second_person_agreed(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", "rijwoning")
    antwoorden = ["Warmtenet", "woning:rijwoning", "gas:stopt", "in 2035", "4.000 tot 6.000", "Rekenblad"]
    antwoorden += ["https://warmte.example/rekenblad", "15-1-2027", "90-120", "zelfde:ja", "In 2030."]
    rest = [f"{naam}:" for naam in ("gezondheid", "huurders", "uiterlijk", "ruimte", "onderhoud", "wijk", "co2")]
    gevraagd = vul_in(tx, wijk, *antwoorden, *rest)
    assert gevraagd.soort == "voorstel.gemaakt"
    assert warmtekaart.lijst(tx, handeling(wijk, "anna")).data["kaarten"] == []
    assert voorstel.lees(tx, handeling(wijk, NOOR), gevraagd.data["id"])[0].data["oplossing"] == "Warmtenet"
    akkoord(tx, wijk, gevraagd)
    (een,) = warmtekaarten.geldend(tx, wijk)
    assert een.inhoud.maandelijks.bron == een.inhoud.eenmalig.bron == "Rekenblad"
    assert (een.versie, een.inhoud.wanneer, een.inhoud.co2) == (1, "In 2030.", "")
    assert namen(warmtekaart.lijst(tx, handeling(wijk, "anna"))) == ["Warmtenet"]


def test_a_change_is_a_new_version_and_an_old_button_shows_it(tx: Connection, wijk: int) -> None:
    oud = plaats(tx, wijk, co2="Iets minder.")
    voorbeeld = warmtekaartvorm.begin_nieuw(tx, handeling(wijk, IBRAHIM), oud)
    assert voorbeeld.soort == "warmtekaart.voorbeeld"
    assert formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS).soort == "warmtekaart.niets_nieuws"
    warmtekaartvorm.begin_nieuw(tx, handeling(wijk, IBRAHIM), oud)
    formulier.vraag_extra(tx, handeling(wijk, IBRAHIM), FORMS, "co2")
    formulier.typ(tx, handeling(wijk, IBRAHIM), FORMS, "Veel minder.")
    akkoord(tx, wijk, formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS))
    een_bewoner_in(tx, wijk, "anna", "flat")
    getoond = warmtekaart.toon(tx, handeling(wijk, "anna"), oud, "wereld").data
    assert (getoond["versie"], getoond["inhoud"]["co2"], getoond["laag"]) == (2, "Veel minder.", "wereld")
    assert tx.scalar(select(func.count()).select_from(t.warmtekaart)) == 2


def test_a_file_publishes_what_is_new_and_twice_is_once(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", "Rijwoning")
    inhoud = TOML + TOML.replace("Warmtenet", "Warmtepomp").replace('woningtype = "rijwoning"', "")
    warmtekaartvorm.wacht(tx, handeling(wijk, IBRAHIM))
    with pytest.raises(Geweigerd, match=r"warmtekaart\.fout") as nee:
        warmtekaartvorm.neem(tx, handeling(wijk, IBRAHIM), b"[[kaart]]")
    assert nee.value.velden["regel"] == "dit bestand: kaart 1: oplossing: ontbreekt; vul dit veld in"
    assert nee.value.onder == ("warmtekaart.bestand", {})
    gevraagd = warmtekaartvorm.neem(tx, handeling(wijk, IBRAHIM), inhoud.encode())
    assert gevraagd.data["velden"]["aantal"] == 2
    akkoord(tx, wijk, gevraagd)
    assert warmtekaartvorm.neem(tx, handeling(wijk, IBRAHIM), inhoud.encode()).soort == "warmtekaart.niets_nieuws"
    nog_eens = warmtekaartvorm.neem(tx, handeling(wijk, IBRAHIM), inhoud.replace("6.000", "6.500").encode())
    assert nog_eens.data["velden"]["aantal"] == 2
    akkoord(tx, wijk, nog_eens)
    assert [een.versie for een in warmtekaarten.geldend(tx, wijk)] == [2, 2]


def test_someone_sees_the_cards_of_their_own_home_and_can_choose_another(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", "rijwoning")
    plaats(tx, wijk, "Warmtenet", "rijwoning")
    flat = plaats(tx, wijk, "Warmtenet", "flat")
    plaats(tx, wijk, "Hybride", "flat")
    plaats(tx, wijk, "Warmtepomp")
    eigen = warmtekaart.lijst(tx, handeling(wijk, "anna"))
    assert (namen(eigen), eigen.data["woningtype"]) == (["Warmtenet", "Warmtepomp"], "rijwoning")
    keuze = warmtekaart.lijst(tx, handeling(wijk, "anna"), kies=True)
    ((id_, naam),) = keuze.data["soorten"]
    assert naam == "flat"
    assert namen(warmtekaart.lijst(tx, handeling(wijk, "anna"), id_)) == ["Hybride", "Warmtenet", "Warmtepomp"]
    assert namen(warmtekaart.lijst(tx, handeling(wijk, "anna"), flat)) == ["Hybride", "Warmtenet", "Warmtepomp"]


@pytest.mark.parametrize("woningtype", [None, "vrijstaand"])
def test_whose_home_has_no_card_is_asked_and_nothing_is_kept(tx: Connection, wijk: int, woningtype: str | None) -> None:
    een_bewoner_in(tx, wijk, "anna", woningtype)
    flat = plaats(tx, wijk, "Warmtenet", "flat")
    vraag = warmtekaart.lijst(tx, handeling(wijk, "anna"))
    assert (vraag.soort, vraag.data["soorten"]) == ("warmtekaart.soorten", [[flat, "flat"]])
    assert namen(warmtekaart.lijst(tx, handeling(wijk, "anna"), flat)) == ["Warmtenet"]
    assert tx.scalar(select(func.count()).select_from(t.kennismaking)) == 0


def test_where_all_cards_are_for_all_homes_nobody_is_asked(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", None)
    plaats(tx, wijk)
    assert namen(warmtekaart.lijst(tx, handeling(wijk, "anna"))) == ["Warmtenet"]


def test_two_solutions_for_one_home_stand_beside_each_other(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", "flat")
    net, pomp = plaats(tx, wijk, "Warmtenet", "flat"), plaats(tx, wijk, "Warmtepomp")
    anna = handeling(wijk, "anna")
    for een, ander in ((net, pomp), (pomp, net)):  # the card for all homes has that of one's own home beside it
        naast = warmtekaart.vergelijk(tx, anna, een)
        assert [kaart["id"] for kaart in naast.data["kaarten"]] == [een, ander]
    plaats(tx, wijk, "Hybride")
    assert len(warmtekaart.vergelijk(tx, anna, net).data["keuzes"]) == 2
    assert warmtekaart.vergelijk(tx, anna, net, pomp, "woning").data["laag"] == "woning"
    assert warmtekaart.vergelijk(tx, anna, net, pomp, "maan").data["laag"] == "mij"
    with pytest.raises(Geweigerd, match=r"warmtekaart\.geen_andere"):
        warmtekaart.vergelijk(tx, anna, net, net)


def antwoord(tx: Connection, wijk: int, kaart: str, antwoorden: str) -> None:
    """Let one resident each answer: `j`, `b` or `v`."""
    voluit = {wat[0]: wat for wat in ("ja", "beetje", "vraag")}
    for wat in antwoorden:
        naam = een_publiek_id()
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
        warmtekaart.zeg(tx, handeling(wijk, naam), kaart, voluit[wat])


def test_an_answer_counts_once_per_version_and_hangs_on_nobody(tx: Connection, wijk: int) -> None:
    bewoner = een_bewoner_in(tx, wijk, "anna", None)
    kaart = plaats(tx, wijk)
    anna = handeling(wijk, "anna")
    assert warmtekaart.toon(tx, anna, kaart).data["mag_zeggen"]
    assert warmtekaart.zeg(tx, anna, kaart, "vraag").soort == "warmtekaart.vragen"
    warmtekaart.zeg(tx, anna, kaart, "ja")
    (een,) = warmtekaarten.geldend(tx, wijk)
    assert warmtekaarten.aantallen(tx, een.id) == (0, 0, 1)
    assert tuple(tx.execute(select(t.warmtekaart_gezegd)).one()) == (een.id, bewoner, wijk)
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == 0
    assert bewoner_service.mijn_gegevens(tx, anna).data["warmtekaarten"] == 1
    assert not warmtekaart.toon(tx, anna, kaart).data["mag_zeggen"]
    plaats(tx, wijk, co2="Minder.")
    assert warmtekaart.toon(tx, anna, kaart).data["mag_zeggen"]


def test_staff_see_from_ten_answers_on_about_how_many_understand_it_in_steps(tx: Connection, wijk: int) -> None:
    kaart = plaats(tx, wijk)
    gezien = []
    for antwoorden in ("jjjjjbbbb", "b", "vvvv", "j", "j"):
        antwoord(tx, wijk, kaart, antwoorden)
        standen = warmtekaart.toon(tx, handeling(wijk, NOOR), kaart).data["standen"]
        gezien.append([(een["stemmen"], een["delen"]) for een in standen])
    assert gezien[0] == []
    assert gezien[1] == gezien[2]
    assert [stemmen for stemmen, _ in gezien[1]] == [10]
    assert [stemmen for stemmen, _ in gezien[3]] == [10, 15]
    assert gezien[4] == gezien[3]
    assert all(deel in (MINDER, NIET_GETOOND) or deel % 5 == 0 for _, delen in gezien[4] for deel in delen)
    een_bewoner_in(tx, wijk, "anna", None)
    assert warmtekaart.toon(tx, handeling(wijk, "anna"), kaart).data["standen"] is None


def test_the_report_says_what_residents_read_and_about_how_many_understood_it(tx: Connection, wijk: int) -> None:
    kaart = plaats(tx, wijk)
    antwoord(tx, wijk, kaart, "jbv" * 5)
    (een,) = rapport(tx, wijk)["delen"]["warmtekaarten"]
    assert (een["oplossing"], een["versie"], een["inhoud"]["eenmalig"]["bron"]) == ("Warmtenet", 1, "Rekenblad")
    assert een["standen"][-1] == {"op": "2027-02-01", "stemmen": 15, "delen": [35, 35, 35]}


def test_a_card_that_was_taken_away_is_gone_with_its_older_versions(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", None)
    oud, _ = plaats(tx, wijk), plaats(tx, wijk, co2="Minder.")
    ibrahim = handeling(wijk, IBRAHIM)
    assert warmtekaartvorm.vraag_intrekken(tx, ibrahim, oud, zeker=False).soort == "warmtekaart.zeker"
    akkoord(tx, wijk, warmtekaartvorm.vraag_intrekken(tx, ibrahim, oud, zeker=True))
    assert warmtekaarten.geldend(tx, wijk) == []
    assert not warmtekaarten.zijn_er(tx, wijk)
    for doe in (warmtekaart.toon, warmtekaart.vergelijk):
        with pytest.raises(Geweigerd, match=r"warmtekaart\.weg"):
            doe(tx, handeling(wijk, "anna"), oud)
    plaats(tx, wijk)
    assert [een.versie for een in warmtekaarten.geldend(tx, wijk)] == [3]


def test_who_may_not_is_refused(tx: Connection, wijk: int) -> None:
    een_bewoner_in(tx, wijk, "anna", None)
    kaart = plaats(tx, wijk)
    ander = plaats(tx, een_wijk(tx, "Elders"))
    anna, noor = handeling(wijk, "anna"), handeling(wijk, NOOR)
    for wie in (anna, noor):
        for doe in (warmtekaartvorm.begin_nieuw, warmtekaartvorm.neem):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                doe(tx, wie, kaart)  # type: ignore[arg-type]
        with pytest.raises(Geweigerd, match="rol_nodig"):
            warmtekaartvorm.vraag_intrekken(tx, wie, kaart, zeker=True)
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        warmtekaart.zeg(tx, noor, kaart, "ja")
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        warmtekaart.lijst(tx, handeling(wijk, "niemand"))
    for vals in (ander, "", "x" * 22):
        with pytest.raises(Geweigerd, match=r"warmtekaart\.weg"):
            warmtekaart.toon(tx, anna, vals)
    with pytest.raises(Geweigerd, match=r"warmtekaart\.weg"):
        warmtekaart.zeg(tx, anna, kaart, "misschien")
