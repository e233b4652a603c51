"""An invitation to a role: one link, one person, 48 hours; each way in which it does not work has its own answer."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.rules.toestemming import VERSIE
from bot.services import formulier, rol, uitnodiging
from bot.services.handeling import (
    AANSPREEKPUNT,
    BEGELEIDER,
    BEHEERDER,
    KERNGROEP,
    ORGANISATOR,
    ROLLEN,
    STRAATCONTACT,
    TREKKER,
    wie_handelt,
)
from bot.storage import Database, huishoudens, roluitnodigingen, werkgroepen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_huishouden, een_rol, een_wijk, handeling

BAAS, LEIDER, ANNA, BRAM = "1", "2", "3", "4"
FORMULIEREN = {"uitnodiging": uitnodiging.FORMULIER}
GROEP = "g" * 22


def richt_in(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for wie in (BAAS, LEIDER, ANNA, BRAM):
        een_account(tx, wie)
    een_rol(tx, wijk, BEHEERDER, BAAS)
    een_rol(tx, wijk, ORGANISATOR, LEIDER)
    return wijk


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = richt_in(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", GROEP)])
    for straat in ("Merelweg", "Lindelaan"):
        een_huishouden(tx, wijk, straat=straat)
    return wijk


def nodig_uit(tx: Connection, wijk: int, soort: str, van: str = BAAS, *, waar: str | None = None) -> str:
    """Fill in the form as in the chat, and return what stands in the link."""
    zo = handeling(wijk, van)
    formulier.begin(tx, zo, uitnodiging.FORMULIER)
    antwoord = formulier.kies(tx, zo, FORMULIEREN, "rol", soort)
    if soort == AANSPREEKPUNT:
        antwoord = formulier.kies(tx, zo, FORMULIEREN, "voor", "wijk" if waar is None else "werkgroep")
    if waar is not None:
        antwoord = formulier.typ(tx, zo, FORMULIEREN, waar)
    assert antwoord.soort == "uitnodiging.link", antwoord
    return str(antwoord.data["geheim"])


@pytest.mark.parametrize("soort", ROLLEN)
def test_who_takes_the_link_and_says_yes_has_the_role_where_it_holds(tx: Connection, wijk: int, soort: str) -> None:
    waar = {STRAATCONTACT: "merelweg", TREKKER: "Techniek"}.get(soort)
    geheim = nodig_uit(tx, wijk, soort, waar=waar)
    gevraagd = uitnodiging.toon(tx, handeling(wijk, ANNA), geheim)
    assert (gevraagd.soort, gevraagd.data["rol"]) == ("uitnodiging.vraag", soort)
    assert not wie_handelt(tx, handeling(wijk, ANNA)).rollen  # looking is not taking
    welkom = uitnodiging.neem_aan(tx, handeling(wijk, ANNA), geheim)
    assert welkom.data["werkgroep"] == (GROEP if soort == TREKKER else None)
    anna = wie_handelt(tx, handeling(wijk, ANNA))
    assert anna.rollen == {soort}
    assert anna.straten == ({"Merelweg"} if soort == STRAATCONTACT else set())
    assert anna.trekt == ({GROEP} if soort == TREKKER else set())
    assert anna.aanspreekt == ({""} if soort == AANSPREEKPUNT else set())


def test_an_aanspreekpunt_can_be_that_of_one_werkgroep(tx: Connection, wijk: int) -> None:
    geheim = nodig_uit(tx, wijk, AANSPREEKPUNT, waar="Techniek")
    assert uitnodiging.toon(tx, handeling(wijk, ANNA), geheim).data["bereik"] == "techniek"
    uitnodiging.neem_aan(tx, handeling(wijk, ANNA), geheim)
    assert wie_handelt(tx, handeling(wijk, ANNA)).aanspreekt == {GROEP}


def test_a_resident_who_leads_a_werkgroep_is_in_it(tx: Connection, wijk: int) -> None:
    bewoner = een_bewoner(tx, wijk)
    tx.execute(
        t.account.update().where(t.account.c.extern_id == ANNA).values(bewoner=bewoner, toestemming_versie=VERSIE)
    )
    for wie in (ANNA, BRAM):
        uitnodiging.neem_aan(tx, handeling(wijk, wie), nodig_uit(tx, wijk, TREKKER, waar="techniek"))
    assert list(tx.scalars(select(t.werkgroeplid.c.bewoner))) == [bewoner]


def test_who_invited_hears_it_and_the_list_of_commands_follows(tx: Connection, wijk: int) -> None:
    uitnodiging.neem_aan(tx, handeling(wijk, ANNA), nodig_uit(tx, wijk, BEGELEIDER, LEIDER))
    naar = select(t.account.c.extern_id, t.outbox.c.soort).join(t.account, t.account.c.id == t.outbox.c.account)
    assert tx.execute(naar).all() == [(LEIDER, "uitnodiging.aangenomen")]
    menu = select(t.account.c.extern_id).join(t.opdrachtmenu, t.opdrachtmenu.c.account == t.account.c.id)
    assert list(tx.scalars(menu)) == [ANNA]
    wie = select(t.rol.c.toegekend_door, t.rol.c.toegekend_op).where(t.rol.c.extern_id == ANNA)
    leider = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == LEIDER))
    assert tx.execute(wie).one() == (leider, NU)


def test_what_stands_in_the_link_is_kept_nowhere(tx: Connection, wijk: int) -> None:
    geheim = nodig_uit(tx, wijk, KERNGROEP)
    assert len(geheim) == 22
    for tabel in (t.roluitnodiging, t.outbox, t.gesprek):
        assert geheim not in str([tuple(rij) for rij in tx.execute(select(tabel))])
    assert geheim not in str(uitnodiging.lijst(tx, handeling(wijk, BAAS)).data)


def test_a_role_does_not_need_residency_and_a_first_word_may_be_the_link(tx: Connection, wijk: int) -> None:
    geheim = nodig_uit(tx, wijk, BEGELEIDER)
    assert uitnodiging.neem_aan(tx, handeling(wijk, "nieuw"), geheim).soort == "uitnodiging.welkom"


def test_an_organisator_chooses_from_fewer_roles_and_cannot_forge_more(tx: Connection, wijk: int) -> None:
    zo = handeling(wijk, LEIDER)
    vraag = formulier.begin(tx, zo, uitnodiging.FORMULIER)
    assert vraag.data["keuzes"] == [
        *(STRAATCONTACT, TREKKER, KERNGROEP, AANSPREEKPUNT, BEGELEIDER),
        VERTEGENWOORDIGER,
    ]
    assert formulier.kies(tx, zo, FORMULIEREN, "rol", BEHEERDER) == vraag
    assert tx.scalar(select(t.roluitnodiging.c.id)) is None


def test_who_loses_the_right_halfway_the_form_invites_nobody(tx: Connection, wijk: int) -> None:
    zo = handeling(wijk, BAAS)
    formulier.begin(tx, zo, uitnodiging.FORMULIER)
    een_rol(tx, wijk, ORGANISATOR, BAAS)
    tx.execute(t.rol.delete().where(t.rol.c.rol == BEHEERDER))
    assert formulier.kies(tx, zo, FORMULIEREN, "rol", BEHEERDER).soort == "formulier.vraag"


def test_a_street_or_werkgroep_of_another_wijk_cannot_be_chosen(tx: Connection, wijk: int) -> None:
    ander = een_wijk(tx, "Elders")
    een_huishouden(tx, ander, straat="Elderslaan")
    eerste = dict(huishoudens.straten(tx, ander))["Elderslaan"]
    zo = handeling(wijk, BAAS)
    formulier.begin(tx, zo, uitnodiging.FORMULIER)
    formulier.kies(tx, zo, FORMULIEREN, "rol", STRAATCONTACT)
    assert formulier.kies(tx, zo, FORMULIEREN, "straat", eerste).data["veld"] == "straat"
    with pytest.raises(Geweigerd, match=r"formulier\.knop"):
        formulier.typ(tx, zo, FORMULIEREN, "Elderslaan")


# A link that does not work


def _gebruikt(tx: Connection, wijk: int) -> str:
    geheim = nodig_uit(tx, wijk, KERNGROEP)
    uitnodiging.neem_aan(tx, handeling(wijk, BRAM), geheim)
    return geheim


def _ingetrokken(tx: Connection, wijk: int) -> str:
    geheim = nodig_uit(tx, wijk, KERNGROEP)
    publiek_id = uitnodiging.lijst(tx, handeling(wijk, BAAS)).data["open"][0]["id"]
    assert uitnodiging.trek_in(tx, handeling(wijk, BAAS), publiek_id).data["open"] == []
    return geheim


def _van_elders(tx: Connection, wijk: int) -> str:
    ander = een_wijk(tx, "Elders")
    een_rol(tx, ander, BEHEERDER, BAAS)
    return nodig_uit(tx, ander, KERNGROEP)


def _van_wie_weg_is(tx: Connection, wijk: int) -> str:
    geheim = nodig_uit(tx, wijk, KERNGROEP, LEIDER)
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == LEIDER))
    return geheim


def _heeft_al(tx: Connection, wijk: int) -> str:
    een_rol(tx, wijk, KERNGROEP, ANNA)
    return nodig_uit(tx, wijk, KERNGROEP)


@pytest.mark.parametrize("doe", [uitnodiging.toon, uitnodiging.neem_aan])
@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (_gebruikt, "al_aangenomen"),
        (_ingetrokken, "al_ingetrokken"),
        (_van_elders, "onbekend"),
        (_van_wie_weg_is, "al_ingetrokken"),
        (_heeft_al, "heb_je_al"),
        (lambda tx, wijk: "A" * 22, "onbekend"),
        (lambda tx, wijk: "", "onbekend"),
        (lambda tx, wijk: nodig_uit(tx, wijk, KERNGROEP)[:-1], "onbekend"),
    ],
)
def test_each_link_that_does_not_work_has_its_own_answer(
    tx: Connection, wijk: int, doe: Any, maak: Any, reden: str
) -> None:
    geheim = maak(tx, wijk)
    eerst = wie_handelt(tx, handeling(wijk, ANNA)).rollen
    with pytest.raises(Geweigerd) as nee:
        doe(tx, handeling(wijk, ANNA), geheim)
    assert nee.value.sleutel == f"uitnodiging.{reden}"
    assert nee.value.velden == {}  # neither the role nor who invited
    assert wie_handelt(tx, handeling(wijk, ANNA)).rollen == eerst


def test_after_48_hours_it_works_no_more_and_after_a_month_it_is_forgotten(tx: Connection, wijk: int) -> None:
    geheim = nodig_uit(tx, wijk, KERNGROEP)
    straks = NU + timedelta(hours=48)
    uitnodiging.toon(tx, handeling(wijk, ANNA, now=straks - timedelta(seconds=1)), geheim)
    with pytest.raises(Geweigerd, match="verlopen"):
        uitnodiging.neem_aan(tx, handeling(wijk, ANNA, now=straks), geheim)
    assert uitnodiging.lijst(tx, handeling(wijk, BAAS, now=straks)).data == {"open": []}
    roluitnodigingen.vergeet(tx, straks)
    assert tx.scalar(select(t.roluitnodiging.c.id)) is not None
    roluitnodigingen.vergeet(tx, straks + timedelta(seconds=1))
    assert tx.scalar(select(t.roluitnodiging.c.id)) is None


def test_who_invited_cannot_take_it_also_not_with_a_second_account(tx: Connection, wijk: int) -> None:
    bewoner = een_bewoner(tx, wijk)
    samen = {"bewoner": bewoner, "toestemming_versie": VERSIE}
    tx.execute(t.account.update().where(t.account.c.extern_id.in_((BAAS, ANNA))).values(samen))
    geheim = nodig_uit(tx, wijk, KERNGROEP)
    for wie in (BAAS, ANNA):
        with pytest.raises(Geweigerd, match=r"uitnodiging\.eigen"):
            uitnodiging.neem_aan(tx, handeling(wijk, wie), geheim)
    uitnodiging.neem_aan(tx, handeling(wijk, BRAM), geheim)


def test_another_street_is_another_role(tx: Connection, wijk: int) -> None:
    for straat in ("Merelweg", "Lindelaan"):
        uitnodiging.neem_aan(tx, handeling(wijk, ANNA), nodig_uit(tx, wijk, STRAATCONTACT, waar=straat))
    assert wie_handelt(tx, handeling(wijk, ANNA)).straten == {"Merelweg", "Lindelaan"}
    with pytest.raises(Geweigerd, match="heb_je_al"):
        uitnodiging.neem_aan(tx, handeling(wijk, ANNA), nodig_uit(tx, wijk, STRAATCONTACT, waar="Merelweg"))


def test_an_organisator_neither_sees_nor_withdraws_what_is_the_beheerders(tx: Connection, wijk: int) -> None:
    nodig_uit(tx, wijk, BEHEERDER)
    (open_,) = uitnodiging.lijst(tx, handeling(wijk, BAAS)).data["open"]
    assert uitnodiging.lijst(tx, handeling(wijk, LEIDER)).data["open"] == []
    assert rol.overzicht(tx, handeling(wijk, LEIDER)).data["open"] == 0
    with pytest.raises(Geweigerd, match="onbekend"):
        uitnodiging.trek_in(tx, handeling(wijk, LEIDER), open_["id"])
    with pytest.raises(Geweigerd, match=r"uitnodiging\.onbekend"):  # the id of its button opens nothing
        uitnodiging.neem_aan(tx, handeling(wijk, LEIDER), open_["id"])


@pytest.mark.parametrize("wie", [ANNA, BRAM])
def test_who_gives_no_roles_sees_no_invitations(tx: Connection, wijk: int, wie: str) -> None:
    een_rol(tx, wijk, BEGELEIDER, BRAM)
    for doe in (uitnodiging.lijst, lambda tx, zo: uitnodiging.trek_in(tx, zo, "A" * 22)):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, wie), uitnodiging.FORMULIER)


async def test_of_two_who_accept_at_the_same_moment_one_gets_it(database: Database) -> None:
    def begin(tx: Connection) -> tuple[int, str]:
        wijk = richt_in(tx)
        return wijk, nodig_uit(tx, wijk, ORGANISATOR)

    wijk, geheim = await database.write(None, begin)
    wie = [ANNA, BRAM, *(f"k{n}" for n in range(8))]
    tikken = (database.write(wijk, uitnodiging.neem_aan, handeling(wijk, een), geheim) for een in wie)
    uitkomsten = await asyncio.gather(*tikken, return_exceptions=True)
    assert len([u for u in uitkomsten if isinstance(u, Boodschap)]) == 1
    assert {u.sleutel for u in uitkomsten if isinstance(u, Geweigerd)} == {"uitnodiging.al_aangenomen"}
    vraag = select(t.rol.c.extern_id).where(t.rol.c.rol == ORGANISATOR, t.rol.c.extern_id != LEIDER)
    assert len(await database.read(lambda tx: list(tx.scalars(vraag)))) == 1
