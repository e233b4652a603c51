"""In which wijk something belongs: what a code or link names, else what is being filled in, else where someone is."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Connection, update

from bot.rules import huishoudcode
from bot.rules.deurcode import eigen_token, toont
from bot.services import groepschat, toestel, uitnodiging, wijkkeuze
from bot.services.handeling import wie_handelt
from bot.services.wijkkeuze import Waar
from bot.storage import accounts, deuren, gesprekken, groepschats, huishoudens, opdrachtmenus, peilingen, wijken
from bot.storage import tables as t
from bot.storage.gesprekken import Gesprek
from handlers import luisteraars
from tests import builders
from tests.builders import NU, PEPER, een_publiek_id, handeling

WIE = "7"


@dataclass(frozen=True)
class Twee:
    """Two wijken, and someone whose chat it is."""

    tx: Connection
    hier: int
    daar: int

    def waar(self, getypt: str = "", wie: str = WIE) -> Waar:
        return wijkkeuze.waar(self.tx, "telegram", wie, getypt, PEPER, NU)

    def woont(self, wijk: int) -> int:
        return builders.een_account(self.tx, WIE, bewoner=builders.een_bewoner(self.tx, wijk))

    def helpt(self, wijk: int) -> None:
        builders.een_rol(self.tx, wijk, "buurtbegeleider", WIE)

    def vult_in(self, wijk: int) -> None:
        account = accounts.maak(self.tx, wijk, "telegram", WIE).account
        gesprekken.zet(self.tx, wijk, account, Gesprek("bijeenkomst", "titel", {}))

    def koos(self, wijk: int) -> None:
        accounts.wijzig(self.tx, accounts.maak(self.tx, wijk, "telegram", WIE).account, gekozen_wijk=wijk)


@pytest.fixture
def twee(tx: Connection) -> Twee:
    return Twee(tx, builders.een_wijk(tx, "Hier"), builders.een_wijk(tx, "Daar"))


def links(twee: Twee) -> dict[str, str]:
    """Return a link of each kind to what is there."""
    tx, daar = twee.tx, twee.daar
    builders.een_account(tx, "baas")
    builders.een_rol(tx, daar, "organisator", "baas")
    baas = handeling(daar, "baas")
    groep = een_publiek_id()
    tx.execute(t.werkgroep.insert().values(wijk=daar, publiek_id=groep, naam="techniek"))
    bewoner = builders.een_bewoner(tx, daar)
    builders.een_account(tx, "buur", bewoner=bewoner)
    avond = builders.een_bijeenkomst(tx, daar, begin=NU)
    deur = deuren.zoek(tx, daar, avond.publiek_id)
    peiling = peilingen.zoek(tx, daar, id=builders.een_peiling(tx, daar))
    assert deur is not None
    assert peiling is not None
    rol = uitnodiging.maak(tx, baas, wie_handelt(tx, baas), "kerngroep", "").data["geheim"]
    return {
        "": builders.een_huishouden(tx, daar).code,
        "b": avond.publiek_id,
        "er": avond.publiek_id,
        "deur": toont(deur.geheim, avond.publiek_id, NU).token,
        "p": peiling.publiek_id,
        "school": peiling.publiek_id,
        "ik": eigen_token(PEPER, huishoudens.bewoner_publiek_id(tx, bewoner), NU.date()),
        "rol": str(rol),
        "koppel": str(groepschat.vraag_code(tx, baas, groep).data["geheim"]),
        "ook": str(toestel.maak_code(tx, handeling(daar, "buur"), PEPER).data["code"]),
    }


def test_every_link_leads_to_the_wijk_of_what_it_is_for(twee: Twee) -> None:
    alle = links(twee)
    assert luisteraars("START").keys() - alle.keys() == {"mail"}, "a new kind of link names its wijk in wijkkeuze"
    twee.woont(twee.hier)
    for soort, inhoud in alle.items():
        payload = f"{soort}-{inhoud}" if soort else inhoud
        assert twee.waar(f"/start {payload}") == Waar(twee.daar), soort
        assert twee.waar(f"/start {payload}", wie="vreemd") == Waar(twee.daar, te_onthouden=True), soort
    assert twee.waar("/start mail-7K3MQ9XR") == Waar(twee.hier), "a code that came by mail is of where one lives"
    assert twee.waar(alle[""]) == twee.waar(f"ook-{alle['ook']}") == Waar(twee.daar), "typed it is the same"
    assert twee.waar("/start p-onzin") == twee.waar("/start ") == Waar(twee.hier)


@pytest.mark.parametrize(
    ("doet", "getypt", "uit"),
    [
        ("", "hallo", None),
        ("woont hier", "hallo", "hier"),
        ("helpt daar", "/menu", "daar"),
        ("woont hier, helpt daar", "/menu", "hier"),
        ("woont hier, helpt daar, koos daar", "/menu", "daar"),
        ("woont hier, koos daar", "/menu", "hier"),  # had a role there, once
        ("koos daar", "hallo", "daar"),  # followed a link
        ("woont hier, helpt daar, vult_in daar", "een titel", "daar"),
        ("woont hier, helpt daar, vult_in daar", "/menu", "hier"),
        ("woont hier, helpt daar, vult_in daar, vult_in hier", "een titel", "hier"),
        ("woont hier, vult_in daar", "een titel", "hier"),  # left over from joining
        ("woont hier, helpt daar, koos daar", "123 456", "hier"),  # one comes in at a door where one lives
    ],
)
def test_what_someone_types_is_of_the_wijk_where_they_are(twee: Twee, doet: str, getypt: str, uit: str | None) -> None:
    for wat, waar in (een.split() for een in doet.split(", ") if een):
        getattr(twee, wat)(getattr(twee, waar))
    assert twee.waar(getypt).wijk == (uit and getattr(twee, uit))


def test_a_code_without_a_digit_leads_to_its_letter_too_and_a_word_of_that_form_nowhere(twee: Twee) -> None:
    """One code in ninety has none, and the link of a letter has no dashes."""
    code, huis = "KBQMPCWWGVHY", builders.een_huishouden(twee.tx, twee.daar).id
    van = t.huishoudcode.c.huishouden == huis
    twee.tx.execute(update(t.huishoudcode).where(van).values(hmac=huishoudcode.hmac_van(code, PEPER)))
    twee.woont(twee.hier)
    for getypt in (f"/start {code}", code, code.lower(), "kbqm-pcww-gvhy"):
        assert twee.waar(getypt) == Waar(twee.daar), getypt
    assert huishoudcode.lees("energielabel")
    assert twee.waar("energielabel") == Waar(twee.hier)


def test_a_home_that_was_left_is_none(twee: Twee) -> None:
    account = twee.woont(twee.hier)
    twee.tx.execute(update(t.bewoner).values(tot=NU - timedelta(days=1)))
    assert account
    assert twee.waar("hallo").wijk is None


def test_a_group_is_of_the_wijk_of_its_werkgroep_and_a_code_to_join_it_goes_before_that(twee: Twee) -> None:
    tx = twee.tx
    groep = tx.execute(
        t.werkgroep.insert()
        .values(wijk=twee.hier, publiek_id=een_publiek_id(), naam="techniek")
        .returning(t.werkgroep.c.id)
    ).scalar_one()
    wie = builders.een_account(tx, "trekker")
    assert wijkkeuze.van_groep(tx, "telegram", -5, "/koppel") is None
    groepschats.koppel(tx, twee.hier, groep, "telegram", -5, "Straatapp", wie)
    code = links(twee)["koppel"]
    for getypt in (f"/koppel {code}", f"/start koppel-{code}", f"/koppel@GehoordBot {code}"):
        assert wijkkeuze.van_groep(tx, "telegram", -5, getypt) == twee.daar, getypt
    for getypt in ("", "/ontkoppel", "/koppel onzin"):
        assert wijkkeuze.van_groep(tx, "telegram", -5, getypt) == twee.hier, getypt


def test_nobody_is_in_a_wijk_without_settings_and_nothing_leads_there(twee: Twee) -> None:
    alle = links(twee)
    wijken.zet_stil(twee.tx, [twee.hier], NU)
    for soort, inhoud in alle.items():
        payload = f"{soort}-{inhoud}" if soort else inhoud
        assert twee.waar(f"/start {payload}", wie="vreemd") == Waar(None), soort
    assert wijkkeuze.van_groep(twee.tx, "telegram", -5, f"/koppel {alle['koppel']}") is None
    account = twee.woont(twee.daar)
    assert twee.waar("hallo") == Waar(None)
    twee.koos(twee.daar)
    twee.vult_in(twee.daar)
    twee.helpt(twee.daar)
    assert twee.waar("een titel") == Waar(None)
    twee.helpt(twee.hier)
    assert twee.waar("een titel") == twee.waar(f"/start b-{alle['b']}") == Waar(twee.hier)
    assert wijkkeuze.toon(twee.tx, handeling(twee.hier, WIE)).data["anders"] == []
    opdrachtmenus.wens(twee.tx, twee.hier, [account])
    (wens,) = [een for een in opdrachtmenus.te_doen(twee.tx, [twee.hier], "telegram", 9, NU) if een.extern_id == WIE]
    assert (wens.bewoner, wens.meer_wijken) == (False, False)
    wijken.zet_stil(twee.tx, [twee.hier, twee.daar], NU)
    assert twee.waar("een titel") == Waar(twee.daar)
