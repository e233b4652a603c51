"""The file of /mijngegevens: all that is kept of who asks, nothing of anybody else, no key, and no column unasked."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.exports import maak
from bot.services import bewijs, bewoner, bijeenkomstvraag, kennismaking, natuurlijkmoment, nietmee
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER
from bot.storage import accounts, peilingen
from bot.storage import tables as t
from bot.storage.gegevenskaart import KAART
from bot.storage.stemmers import Kiezer
from tests import builders
from tests.builders import NU, handeling

ANNA, BRAM, NOOR = "zeldzaam-nummer-van-anna", "zeldzaam-nummer-van-bram", "zeldzaam-nummer-van-noor"


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna and Bram share a home and do the same; a begeleider recorded both."""
    wijk = builders.een_wijk(tx)
    thuis = builders.een_huishouden(tx, wijk, volwassenen=2, straat="Lindelaan").id
    builders.een_account(tx, NOOR)
    builders.een_rol(tx, wijk, BEGELEIDER, NOOR)
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    peiling = builders.een_peiling(tx, wijk)
    avond = builders.een_bijeenkomst(tx, wijk, titel="Avond over warmte", begin=NU + timedelta(days=1)).publiek_id
    for nummer, wie in enumerate((ANNA, BRAM)):
        deze, zelf = builders.een_bewoner(tx, wijk, thuis), handeling(wijk, wie)
        builders.een_account(tx, wie, bewoner=deze)
        kennismaking.typ_naam(tx, zelf)
        kennismaking.typ(tx, zelf, f"Naam {wie}")
        bijeenkomstvraag.begin(tx, zelf, avond)
        bijeenkomstvraag.typ(tx, zelf, f"Vraag {wie}")
        natuurlijkmoment.noteer(tx, zelf, "verhuizen", "later")
        nietmee.zeg(tx, zelf)
        peilingen.stem(tx, wijk, peiling, Kiezer("bewoner", deze), f"[{nummer}]", bytes([nummer]) * 16)
        bewijs.leg_vast(tx, handeling(wijk, NOOR), deze, Feit("gesprek", f"g{nummer}", "deurgesprek", noor))
    return wijk


def bestand(tx: Connection, wijk: int, wie: str) -> dict[str, Any]:
    """Return the file as it is sent."""
    data = bewoner.bestand(tx, handeling(wijk, wie)).data
    gelezen: dict[str, Any] = json.loads(maak("gegevens", data["bestand"]))
    return gelezen


def test_the_file_says_all_of_who_asks_in_words_that_people_know(tx: Connection, wijk: int) -> None:
    delen = bestand(tx, wijk, ANNA)["onderdelen"]
    assert delen["account"]["rijen"][0]["extern_id"] == ANNA
    assert delen["huishouden"]["rijen"][0]["straat"] == "Lindelaan"
    assert delen["kennismaking"]["rijen"] == [{"vraag": "naam", "antwoord": f"Naam {ANNA}"}]
    (vraag,) = delen["bijeenkomstvraag"]["rijen"]
    assert (vraag["bijeenkomst"], vraag["tekst"]) == ("Avond over warmte", f"Vraag {ANNA}")
    assert [rij["inhoud"] for rij in delen["stembiljet"]["rijen"]] == ["[0]"]
    assert [rij["soort"] for rij in delen["bewijs_prive"]["rijen"]].count("gesprek") == 1
    assert {"natuurlijkmoment", "nietmee", "bewijs", "bewoner", "stemkoppeling"} <= set(delen)
    assert all(deel["waarvoor"] for deel in delen.values())


def test_nothing_of_a_housemate_of_staff_or_of_a_key_stands_in_it(tx: Connection, wijk: int) -> None:
    tekst = json.dumps(bestand(tx, wijk, ANNA), ensure_ascii=False)
    sleutels = [bytes(sleutel).hex() for sleutel in tx.scalars(select(t.bewijs_prive.c.sleutel))]
    hmacs = [bytes(hmac).hex() for hmac in tx.scalars(select(t.huishoudcode.c.hmac))]
    assert [waarde for waarde in (BRAM, NOOR, "[1]", *sleutels, *hmacs) if waarde in tekst] == []
    assert BRAM in json.dumps(bestand(tx, wijk, BRAM))


def test_who_is_no_resident_reads_nothing_of_what_is_of_nobody(tx: Connection, wijk: int) -> None:
    """A row may be without its resident: of who has no phone, erased, of the wijk, or a vote by an account."""
    vreemd = "zomaar-iemand"
    builders.een_account(tx, vreemd)
    vertegenwoordiger = builders.een_account(tx, "namens de woningcorporatie")
    peiling = builders.een_peiling(tx, wijk)
    peilingen.stem(tx, wijk, peiling, Kiezer("account", vertegenwoordiger), "[1]", b"v" * 16)
    zaal = Feit("aanwezig_vragen", "avond", "deurlijst", accounts.wie(tx, wijk, "telegram", NOOR))
    bewijs.leg_aantal_vast(tx, handeling(wijk, NOOR), zaal, 3)
    velden = {"wijk": wijk, "publiek_id": builders.een_publiek_id(), "tekst": "Een bankje", "taal": "nl", "op": NU}
    tx.execute(t.idee.insert().values(bewoner=None, **velden))
    for wie in (vreemd, NOOR):
        delen = bestand(tx, wijk, wie)["onderdelen"]
        assert set(delen) <= {"account", "rol", "outbox", *(["vastlegger"] if wie == NOOR else [])}, delen


def test_no_column_stands_in_it_that_the_map_does_not_allow(tx: Connection, wijk: int) -> None:
    for naam, deel in bestand(tx, wijk, ANNA)["onderdelen"].items():
        een = KAART[naam]
        assert {kolom for rij in deel["rijen"] for kolom in rij} <= {*een.toon.split(), *een.eigen.split()}


def test_who_has_a_role_reads_what_they_recorded_as_a_number_and_nothing_of_whom(tx: Connection, wijk: int) -> None:
    van_noor = bestand(tx, wijk, NOOR)
    assert van_noor["door_u_gemaakt"] == {"bewijs_prive": 2}
    assert {"account", "rol"} <= set(van_noor["onderdelen"])
    assert "bewijs_prive" not in van_noor["onderdelen"]
    assert not {ANNA, BRAM} & set(json.dumps(van_noor).split('"'))


def test_half_a_form_is_in_the_file_of_a_resident_and_not_in_that_of_staff(tx: Connection, wijk: int) -> None:
    kennismaking.typ_naam(tx, handeling(wijk, ANNA))
    assert "data" in bestand(tx, wijk, ANNA)["onderdelen"]["gesprek"]["rijen"][0]
    builders.een_rol(tx, wijk, BEGELEIDER, ANNA)
    assert "data" not in bestand(tx, wijk, ANNA)["onderdelen"]["gesprek"]["rijen"][0]


def test_of_who_was_never_here_there_is_no_file_and_in_a_group_nobody_gets_one(tx: Connection, wijk: int) -> None:
    voor = tx.scalars(select(t.account.c.id)).all()
    assert bewoner.bestand(tx, handeling(wijk, "nooit gezien")).soort == "wissen.niets"
    assert tx.scalars(select(t.account.c.id)).all() == voor
    with pytest.raises(Geweigerd, match="alleen_prive"):
        bewoner.bestand(tx, handeling(wijk, ANNA, prive=False))
