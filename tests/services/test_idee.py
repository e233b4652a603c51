"""Ideas of residents: read by the team first, supported by nobody that one can see, and heard of until the end."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.services import formulier, idee, ideebeheer, ideenieuws, wissen
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import AMSTERDAM, BEGELEIDER, TREKKER
from bot.services.publiek import Blik
from bot.services.publiek import ideeen as publiek
from bot.storage import accounts, ideeen, voorkeuren, werkgroepen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling
from tests.services.test_wekker import NOOR, tik, verstuurd

TIES, TOOS, ANNA, BRAM = "9002", "9003", "1", "2"
_VAN_TEAM = (ideebeheer.NAMENS, ideebeheer.NIET, ideebeheer.SAMEN, ideebeheer.OP, ideebeheer.AF)
FORMULIEREN = {f.soort: f for f in (idee.FORMULIER, *_VAN_TEAM)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Noor is begeleider, Ties leads the werkgroep groen and Toos geld; Anna, Bram and Ties live here."""
    wijk = een_wijk(tx)
    groen, geld = een_publiek_id(), een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("groen", groen), ("geld", geld)])
    rollen = [(BEGELEIDER, "telegram", NOOR)]
    accounts.zet_rollen(tx, wijk, rollen)
    for wie in (ANNA, BRAM, TIES):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    een_account(tx, TOOS)
    een_account(tx, NOOR)
    for wie, groep in ((TIES, groen), (TOOS, geld)):
        van = {"wijk": wijk, "rol": TREKKER, "kanaal": "telegram", "extern_id": wie, "bereik": groep}
        tx.execute(t.rol.insert().values(**van, bron="uitnodiging", publiek_id=een_publiek_id(), toegekend_op=NU))
    return wijk


def breng_in(tx: Connection, wijk: int, tekst: str = "Een bankje op het plein", wie: str = ANNA, **extra: str) -> str:
    """Let a resident bring one in; return its id."""
    doet = handeling(wijk, wie)
    idee.begin(tx, doet)
    formulier.typ(tx, doet, FORMULIEREN, tekst)
    for naam, waarde in extra.items():
        formulier.vraag_extra(tx, doet, FORMULIEREN, naam)
        if naam == "foto":
            foto: Any = {"soort": "foto", "html": "", "file_id": waarde, "naam": None, "plek": None}
            formulier.stuur(tx, doet, FORMULIEREN, foto)
        else:
            formulier.typ(tx, doet, FORMULIEREN, waarde)
    assert formulier.bevestig(tx, doet, FORMULIEREN).soort == "idee.ontvangen"
    return str(tx.scalar(select(t.idee.c.publiek_id).order_by(t.idee.c.id.desc()).limit(1)))


def test_a_photo_with_words_under_it_is_an_idea_with_its_photo(tx: Connection, wijk: int) -> None:
    doet = handeling(wijk, ANNA)
    foto: Any = {
        "soort": "foto",
        "html": "Een <b>bankje</b> &amp; een boom",
        "file_id": "AgAC",
        "naam": None,
        "plek": None,
    }
    zonder: Any = {**foto, "html": ""}
    idee.begin(tx, doet)
    assert formulier.stuur(tx, doet, FORMULIEREN, zonder).soort == "formulier.vraag", "no words yet"
    assert formulier.stuur(tx, doet, FORMULIEREN, foto).data["foto"] is True
    formulier.bevestig(tx, doet, FORMULIEREN)
    assert tx.execute(select(t.idee.c.tekst, t.idee.c.foto)).one() == ("Een bankje & een boom", "AgAC")


def openbaar(tx: Connection, wijk: int, tekst: str = "Een bankje op het plein", wie: str = ANNA) -> str:
    een = breng_in(tx, wijk, tekst, wie)
    ideebeheer.laat_door(tx, handeling(wijk, NOOR), een, zonder=False)
    return een


def vul(tx: Connection, wijk: int, wie: str, *antwoorden: tuple[str, str] | str, af: bool = True) -> Any:
    """Answer the open form: a tap is a pair, typed text is not; return the last message."""
    doet, scherm = handeling(wijk, wie), None
    for antwoord in antwoorden:
        if isinstance(antwoord, str):
            scherm = formulier.typ(tx, doet, FORMULIEREN, antwoord)
        else:
            scherm = formulier.kies(tx, doet, FORMULIEREN, *antwoord)
    return formulier.bevestig(tx, doet, FORMULIEREN) if af else scherm


def stappen(tx: Connection, wie: str) -> list[str]:
    """Return what who brought one in heard, in order."""
    vraag = select(t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account).order_by(t.outbox.c.id)
    waar = t.account.c.extern_id == wie, t.outbox.c.soort == "idee.stap"
    return [data["staat"] for data in tx.scalars(vraag.where(*waar))]


def test_the_team_reads_an_idea_before_all_others_and_not_who_brought_it_in(tx: Connection, wijk: int) -> None:
    een = breng_in(tx, wijk, plek="bij de school", foto="AgAC")
    breng_in(tx, wijk, "Nog een")
    assert verstuurd(tx, "idee.wacht") == [NOOR], "once, as long as something waits"
    for dag in (0, 1, 6, 7, 8, 14):
        ideenieuws.tel(tx, wijk, NU + timedelta(days=dag, hours=8))
    assert verstuurd(tx, "idee.wacht") == [NOOR] * 3, "and once a week"
    for wie, leest in ((ANNA, True), (NOOR, True), (TIES, True), (BRAM, False)):
        if leest:
            assert idee.toon(tx, handeling(wijk, wie), een).data["staat"] == "wacht"
        else:
            with pytest.raises(Geweigerd, match=r"idee\.onbekend"):
                idee.toon(tx, handeling(wijk, wie), een)
    wachtrij = ideebeheer.wachtrij(tx, handeling(wijk, NOOR)).data
    assert (wachtrij["een"]["tekst"], wachtrij["aantal"]) == ("Een bankje op het plein", 2)
    assert "bewoner" not in wachtrij["een"]
    ideebeheer.laat_door(tx, handeling(wijk, NOOR), een, zonder=True)
    gezien = idee.lijst(tx, handeling(wijk, BRAM)).data["ideeen"]
    assert [(g["id"], g["plek"], g["foto"]) for g in gezien] == [(een, None, False)]
    assert stappen(tx, ANNA) == ["nieuw"]
    with pytest.raises(Geweigerd, match=r"idee\.al_beoordeeld"):
        ideebeheer.laat_door(tx, handeling(wijk, NOOR), een, zonder=False)


def test_who_lives_elsewhere_or_has_no_role_does_none_of_it_and_nobody_judges_their_own(
    tx: Connection, wijk: int
) -> None:
    een, van_ties = breng_in(tx, wijk), breng_in(tx, wijk, "Van Ties", TIES)
    team = (ideebeheer.open_niet, ideebeheer.open_samen, ideebeheer.open_op, ideebeheer.open_af)
    for doe in team:
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, handeling(wijk, BRAM), een)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        ideebeheer.laat_door(tx, handeling(wijk, ANNA), een, zonder=False)
    with pytest.raises(Geweigerd, match=r"idee\.eigen"):
        ideebeheer.laat_door(tx, handeling(wijk, TIES), van_ties, zonder=False)
    for wie in ("77", NOOR):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            idee.begin(tx, handeling(wijk, wie))
    with pytest.raises(Geweigerd, match=r"idee\.onbekend"):
        idee.trek_in(tx, handeling(wijk, BRAM), een, zeker=True)
    for tekst in ("Twee", "Drie"):
        breng_in(tx, wijk, tekst)
    with pytest.raises(Geweigerd, match=r"idee\.genoeg"):
        idee.begin(tx, handeling(wijk, ANNA))
    idee.trek_in(tx, handeling(wijk, ANNA), een, zeker=True)
    assert ideeen.zoek(tx, wijk, publiek_id=een) is None


def test_what_is_refused_or_put_together_is_told_kindly_and_leaves_no_row(tx: Connection, wijk: int) -> None:
    ander = openbaar(tx, wijk, "Meer bankjes", BRAM)
    over_iemand, dubbel = breng_in(tx, wijk, "Jan moet weg"), breng_in(tx, wijk)
    ideebeheer.open_niet(tx, handeling(wijk, TIES), over_iemand)
    vul(tx, wijk, TIES, ("reden", "over_iemand"), af=False)
    ideebeheer.open_samen(tx, handeling(wijk, NOOR), dubbel)
    vul(tx, wijk, NOOR, ("met", ander), af=False)
    assert stappen(tx, ANNA) == ["geweigerd", "samen"]
    assert tx.scalars(select(t.idee.c.publiek_id)).all() == [ander]
    assert idee.toon(tx, handeling(wijk, ANNA), ander).data["steunt"], "and so hears what becomes of it"
    ideebeheer.open_niet(tx, handeling(wijk, NOOR), ander)
    vul(tx, wijk, NOOR, "Het plein gaat dicht.", af=False)
    assert (stappen(tx, BRAM), tx.scalars(select(t.idee_steun.c.idee)).all()) == (["nieuw", "geweigerd"], [])


def test_who_brought_in_the_same_twice_does_not_support_themselves(tx: Connection, wijk: int) -> None:
    eerst, dubbel = openbaar(tx, wijk), breng_in(tx, wijk)
    ideebeheer.open_samen(tx, handeling(wijk, NOOR), dubbel)
    vul(tx, wijk, NOOR, ("met", eerst), af=False)
    assert tx.scalars(select(t.idee.c.publiek_id)).all() == [eerst]
    assert tx.scalars(select(t.idee_steun.c.idee)).all() == []


def test_who_leads_another_werkgroep_by_now_takes_nothing_up_for_the_old_one(tx: Connection, wijk: int) -> None:
    een = openbaar(tx, wijk)
    per_naam = {g.naam: g.publiek_id for g in werkgroepen.lijst(tx, wijk, 0)}
    ideebeheer.open_op(tx, handeling(wijk, TIES), een)
    vul(tx, wijk, TIES, ("werkgroep", per_naam["groen"]), "We meten eerst het plein.", af=False)
    tx.execute(t.rol.update().where(t.rol.c.extern_id == TIES).values(bereik=per_naam["geld"]))
    assert formulier.bevestig(tx, handeling(wijk, TIES), FORMULIEREN).data["sleutel"] == "buiten_bereik"
    assert tx.scalars(select(t.idee.c.staat)).all() == ["nieuw"]


def test_staff_write_down_the_idea_of_who_has_no_phone_and_it_goes_the_same_way(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="rol_nodig"):
        ideebeheer.begin_namens(tx, handeling(wijk, TIES))
    ideebeheer.begin_namens(tx, handeling(wijk, NOOR))
    wacht = vul(tx, wijk, NOOR, "Een bankje bij de flat", af=False).data["een"]
    ideebeheer.laat_door(tx, handeling(wijk, TIES), wacht["id"], zonder=False)
    assert [een["tekst"] for een in idee.lijst(tx, handeling(wijk, ANNA)).data["ideeen"]] == ["Een bankje bij de flat"]
    assert tx.scalars(select(t.outbox.c.id).where(t.outbox.c.soort == "idee.stap")).all() == []


def test_support_is_counted_at_night_in_fives_and_nobody_sees_whose_it_is(tx: Connection, wijk: int) -> None:
    een = openbaar(tx, wijk)
    for nummer in range(5):
        een_account(tx, f"buur {nummer}", bewoner=een_bewoner(tx, wijk))
        for _ in range(2):  # twice is once
            gezien = idee.steun(tx, handeling(wijk, f"buur {nummer}"), een, aan=True)
        assert (gezien.data["steunt"], gezien.data["steun"]) == (True, 0)
    with pytest.raises(Geweigerd, match=r"idee\.geen_steun"):
        idee.steun(tx, handeling(wijk, ANNA), een, aan=True)
    ideenieuws.tel(tx, wijk, NU)
    ideenieuws.tel(tx, wijk, NU)
    gezien = idee.toon(tx, handeling(wijk, NOOR), een)
    assert (gezien.data["steun"], gezien.data["staat"]) == (5, "gesteund")
    assert stappen(tx, ANNA) == ["nieuw", "gesteund"]
    idee.steun(tx, handeling(wijk, "buur 0"), een, aan=False)
    ideenieuws.tel(tx, wijk, NU + timedelta(days=1))
    assert idee.toon(tx, handeling(wijk, BRAM), een).data["steun"] == 5, "one neighbour fewer is not seen"
    nieuwer = openbaar(tx, wijk, "Nieuwer", BRAM)
    assert [g["id"] for g in idee.lijst(tx, handeling(wijk, ANNA)).data["ideeen"]] == [nieuwer, een]
    assert [g["id"] for g in idee.lijst(tx, handeling(wijk, ANNA), 0, "steun").data["ideeen"]] == [een, nieuwer]


def test_a_trekker_takes_it_up_for_the_own_werkgroep_and_those_who_wait_hear_the_end(tx: Connection, wijk: int) -> None:
    een = openbaar(tx, wijk)
    for nummer in range(3):
        account = een_account(tx, f"buur {nummer}", bewoner=een_bewoner(tx, wijk))
        idee.steun(tx, handeling(wijk, f"buur {nummer}"), een, aan=True)
        voorkeuren.zet(tx, account, buurt=nummer != 0)
    idee.steun(tx, handeling(wijk, "buur 2"), een, aan=False)
    per_naam = {g.naam: g.publiek_id for g in werkgroepen.lijst(tx, wijk, 0)}
    ideebeheer.open_op(tx, handeling(wijk, TIES), een)
    vul(tx, wijk, TIES, ("werkgroep", per_naam["geld"]), af=False)
    gezien = vul(tx, wijk, TIES, ("werkgroep", per_naam["groen"]), "We meten eerst het plein.").data
    assert (gezien["staat"], gezien["groep"], gezien["reden"]) == ("opgepakt", "groen", "We meten eerst het plein.")
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        ideebeheer.open_af(tx, handeling(wijk, TOOS), een)
    with pytest.raises(Geweigerd, match=r"idee\.al_opgepakt"):
        ideebeheer.open_op(tx, handeling(wijk, TOOS), een)
    tik(tx, wijk, NU)
    assert verstuurd(tx, "idee.nieuws") == ["buur 1"], "not who does not want to hear of the buurt, or took it back"
    ideebeheer.open_af(tx, handeling(wijk, TIES), een)
    vul(tx, wijk, TIES, ("afloop", "gelukt"), "Er staat een bankje.")
    assert stappen(tx, ANNA) == ["nieuw", "opgepakt", "gelukt"]
    tik(tx, wijk, NU + timedelta(seconds=1), per_week=9)
    assert verstuurd(tx, "idee.nieuws") == ["buur 1", "buur 1"], "each step once"
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        ideebeheer.open_af(tx, handeling(wijk, NOOR), een)


def test_what_a_trekker_answers_after_another_was_first_ends_the_form_and_changes_nothing(
    tx: Connection, wijk: int
) -> None:
    een = breng_in(tx, wijk)
    ideebeheer.open_niet(tx, handeling(wijk, TIES), een)
    ideebeheer.laat_door(tx, handeling(wijk, NOOR), een, zonder=False)
    antwoord = vul(tx, wijk, TIES, ("reden", "past_niet"), af=False)
    assert (antwoord.soort, antwoord.data["sleutel"]) == ("geweigerd", "idee.al_beoordeeld")
    assert tx.scalars(select(t.gesprek.c.soort)).all() == []
    assert idee.toon(tx, handeling(wijk, BRAM), een).data["staat"] == "nieuw"


def test_who_is_erased_leaves_the_words_that_others_read_and_nothing_else(tx: Connection, wijk: int) -> None:
    blijft = breng_in(tx, wijk, plek="achter mijn huis", foto="AgAC")
    ideebeheer.laat_door(tx, handeling(wijk, NOOR), blijft, zonder=False)
    breng_in(tx, wijk, "Wacht nog")
    idee.steun(tx, handeling(wijk, ANNA), openbaar(tx, wijk, "Van Bram", BRAM), aan=True)
    eigen = mijn_gegevens(tx, handeling(wijk, ANNA)).data
    assert (eigen["ideeen"], eigen["gesteund"]) == (2, 1)
    wissen.wis(tx, handeling(wijk, ANNA))
    rijen = tx.execute(select(t.idee.c.tekst, t.idee.c.plek, t.idee.c.foto, t.idee.c.punt).order_by(t.idee.c.id)).all()
    assert rijen == [("Een bankje op het plein", None, None, None), ("Van Bram", None, None, None)]
    assert tx.scalars(select(t.idee_steun.c.bewoner)).all() == []
    ideebeheer.open_af(tx, handeling(wijk, NOOR), blijft)
    vul(tx, wijk, NOOR, ("afloop", "kan_niet"), "Het plein is te klein.")
    assert stappen(tx, ANNA) == []


def test_the_public_page_shows_what_was_let_through_without_people_photos_or_maps(tx: Connection, wijk: int) -> None:
    blik = Blik(wijk, NU, AMSTERDAM)
    breng_in(tx, wijk, "Wacht nog")
    assert publiek.DEEL.pagina is not None
    assert publiek.DEEL.pagina(tx, blik) is None
    assert not publiek.DEEL.bestaat(tx, blik)
    openbaar(tx, wijk, "Van Bram", BRAM)
    gezien = publiek.DEEL.pagina(tx, blik)
    assert gezien is not None
    (een,) = gezien["ideeen"]
    assert een == {
        "tekst": "Van Bram",
        "taal": "nl",
        "plek": None,
        "staat": "nieuw",
        "reden": None,
        "groep": None,
        "steun": 0,
    }


@pytest.mark.parametrize("getypt", ["999999999,5", "-5,-999999999"])
def test_numbers_that_are_no_place_on_the_map_are_read_as_words(tx: Connection, wijk: int, getypt: str) -> None:
    een = breng_in(tx, wijk, plek=getypt)
    gevonden = ideeen.zoek(tx, wijk, publiek_id=een)
    assert gevonden is not None
    assert (gevonden.plek, gevonden.punt) == (getypt, None)
