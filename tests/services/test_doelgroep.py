"""For whom something is: who belongs to it gets it, and nobody else; a form can name it."""

import pytest
from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.services import doelgroep, formulier
from bot.services.formulier import Formulier
from bot.services.handeling import (
    BEGELEIDER,
    BEHEERDER,
    KERNGROEP,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
    mag_voor,
    wie_handelt,
)
from bot.storage import doelgroepen, huishoudens, werkgroepen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_huishouden, een_publiek_id, een_rol, een_wijk, handeling

TECHNIEK = "t" * 22
PROEF = Formulier("proef", doelgroep.VELDEN, (TREKKER, ORGANISATOR), lambda tx, zo, wie, data: Boodschap("klaar", data))


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna (1) in the Merelweg, in techniek; Bram (2) in the Lijsterlaan; Chris (3), in techniek, moved out."""
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("Techniek", TECHNIEK)])
    groep = werkgroepen.lijst(tx, wijk, 0)[0].id
    for extern_id, straat in (("1", "Merelweg"), ("2", "Lijsterlaan"), ("3", "Merelweg")):
        bewoner = een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat=straat).id)
        een_account(tx, extern_id, bewoner=bewoner)
        werkgroepen.zet_lid(tx, wijk, groep, bewoner, lid=extern_id != "2")
        if extern_id == "3":
            tx.execute(update(t.bewoner).where(t.bewoner.c.id == bewoner).values(tot=NU))
    return wijk


@pytest.mark.parametrize(
    ("groep", "wie"),
    [
        (WIJK, ["1", "2"]),
        (Doelgroep("straat", "Merelweg"), ["1"]),
        (Doelgroep("straat", "Spechtweg"), []),
        (Doelgroep("werkgroep", TECHNIEK), ["1"]),
        (Doelgroep("werkgroep", "verzonnen"), []),
    ],
)
def test_an_audience_is_who_belongs_to_it_now(tx: Connection, wijk: int, groep: Doelgroep, wie: list[str]) -> None:
    accounts = doelgroepen.accounts_van(tx, wijk, groep, 0, 9)
    gevonden = tx.execute(select(t.account.c.extern_id, t.account.c.bewoner).where(t.account.c.id.in_(accounts))).all()
    assert sorted(a.extern_id for a in gevonden) == wie
    for extern_id, bewoner in tx.execute(select(t.account.c.extern_id, t.account.c.bewoner)):
        assert doelgroepen.hoort_bij(tx, wijk, bewoner, groep) == (extern_id in wie)
        if extern_id != "3":
            assert (groep in doelgroepen.van_bewoner(tx, bewoner)) == (extern_id in wie)


def test_an_audience_comes_in_chunks_and_stays_in_its_wijk(tx: Connection, wijk: int) -> None:
    eerste, tweede = doelgroepen.accounts_van(tx, wijk, WIJK, 0, 9)
    assert doelgroepen.accounts_van(tx, wijk, WIJK, 0, 1) == [eerste]
    assert doelgroepen.accounts_van(tx, wijk, WIJK, eerste, 9) == [tweede]
    assert doelgroepen.accounts_van(tx, een_wijk(tx, "Elders"), WIJK, 0, 9) == []


def test_a_form_names_the_audience_by_ids_that_say_nothing(tx: Connection, wijk: int) -> None:
    straten = dict(huishoudens.straten(tx, wijk))
    zo = handeling(wijk)
    assert doelgroep.uit(tx, zo, {"voor": "wijk"}) == WIJK
    straat = doelgroep.uit(tx, zo, {"voor": "straat", "welke": straten["Merelweg"]})
    assert (straat, doelgroepen.naam(tx, wijk, straat)) == (Doelgroep("straat", "Merelweg"), "Merelweg")
    groep = doelgroep.uit(tx, zo, {"voor": "werkgroep", "welke": TECHNIEK})
    assert (groep.bereik, doelgroepen.naam(tx, wijk, groep)) == (TECHNIEK, "Techniek")
    for soort in ("straat", "werkgroep"):
        with pytest.raises(Geweigerd):
            doelgroep.uit(tx, zo, {"voor": soort, "welke": "verzonnen"})


def vul(tx: Connection, wijk: int, wie: str, *keuzes: str) -> Boodschap:
    """Answer the questions about the audience in a form of nothing else, and return what then is asked."""
    zo, alle = handeling(wijk, wie), {"proef": PROEF}
    antwoord = formulier.begin(tx, zo, PROEF)
    for veld, keuze in zip(("voor", "welke"), keuzes, strict=False):
        antwoord = formulier.kies(tx, zo, alle, veld, keuze)
    return antwoord


def test_a_trekker_chooses_from_the_wijk_and_their_own_werkgroep(tx: Connection, wijk: int) -> None:
    ander = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Communicatie", ander)])
    een_rol(tx, wijk, TREKKER, "1", bereik=TECHNIEK)
    een_rol(tx, wijk, ORGANISATOR, "2")
    assert vul(tx, wijk, "1").data["keuzes"] == ["wijk", "werkgroep"]
    assert vul(tx, wijk, "2").data["keuzes"] == ["wijk", "werkgroep", "straat"]
    assert vul(tx, wijk, "1", "straat").data["veld"] == "voor"
    assert vul(tx, wijk, "1", "werkgroep").data["gehaald"] == [[TECHNIEK, "Techniek"]]
    assert len(vul(tx, wijk, "2", "werkgroep").data["gehaald"]) == 2
    assert len(vul(tx, wijk, "2", "straat").data["gehaald"]) == 2
    assert vul(tx, wijk, "1", "werkgroep", ander).data["veld"] == "welke"
    assert vul(tx, wijk, "1", "werkgroep", TECHNIEK).soort == "proef.voorbeeld"


@pytest.mark.parametrize(
    ("rol", "bereik", "mag"),
    [
        (TREKKER, TECHNIEK, {"techniek"}),
        (STRAATCONTACT, "Merelweg", {"merelweg"}),
        (KERNGROEP, "", set()),
        (BEHEERDER, "", set()),
        (BEGELEIDER, "", {"wijk", "techniek", "merelweg"}),
        (ORGANISATOR, "", {"wijk", "techniek", "merelweg"}),
        (TREKKER, "Merelweg", set()),  # a scope of one kind is none of another
    ],
)
def test_whom_a_role_may_address_by_itself(tx: Connection, wijk: int, rol: str, bereik: str, mag: set[str]) -> None:
    een_rol(tx, wijk, rol, "1", bereik=bereik)
    wie = wie_handelt(tx, handeling(wijk, "1"))
    groepen = {"wijk": WIJK, "techniek": Doelgroep("werkgroep", TECHNIEK), "merelweg": Doelgroep("straat", "Merelweg")}
    assert {naam for naam, groep in groepen.items() if mag_voor(wie, groep)} == mag
    assert not mag_voor(wie, Doelgroep("werkgroep", "ander")) or rol in {BEGELEIDER, ORGANISATOR}
