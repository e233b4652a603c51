"""A yes to the privacy statement: asked anew when that changes, taken back at will, and what each means."""

import hashlib
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from berichten.catalogus import vertaal
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.toestemming import INGETROKKEN, VERSIE
from bot.services import (
    aandragen,
    aanmelding,
    afvinken,
    agenda,
    bewijs,
    bewoner,
    deurgesprek,
    inchecken,
    kennismaking,
    mijnbijdrage,
    stemmen,
    terugweg,
    toestemming,
    voorkeur,
    wissen,
)
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER, eis_bewoner, eis_binnen
from bot.storage import accounts, doelgroepen, peilingen, voorkeuren
from bot.storage import tables as t
from bot.storage.stemmers import Kiezer
from tests import builders
from tests.builders import NU, handeling

ANNA = "anna"
TEKSTEN = {2: "bf152b3ac0d3cd57"}
"""Of each version the hash of its Dutch text."""


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna said yes to an earlier text; she voted, told her name, signed up and was recorded."""
    wijk = builders.een_wijk(tx)
    anna = builders.een_bewoner(tx, wijk)
    builders.een_account(tx, ANNA, bewoner=anna)
    zelf = handeling(wijk, ANNA)
    peiling = builders.een_peiling(tx, wijk)
    peilingen.stem(tx, wijk, peiling, Kiezer("bewoner", anna), "[0]", b"k" * 16)
    bewijs.leg_vast(tx, zelf, anna, Feit("stem_besluit", "p", "knop"))
    kennismaking.typ_naam(tx, zelf)
    kennismaking.typ(tx, zelf, "Anna Zeldzaam")
    avond = builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=1), capaciteit=1)
    aanmelding.meld_aan(tx, zelf, avond.publiek_id, "ja")
    tx.execute(update(t.account).where(t.account.c.extern_id == ANNA).values(toestemming_versie=VERSIE - 1))
    return wijk


def versie(tx: Connection) -> int | None:
    return tx.scalar(select(t.account.c.toestemming_versie).where(t.account.c.extern_id == ANNA))


def in_plaats(tx: Connection, wijk: int) -> str:
    """Return what she reads in the place of what she asked for."""
    with pytest.raises(Geweigerd) as nee:
        mijnbijdrage.lijst(tx, handeling(wijk, ANNA))
    assert nee.value.in_plaats is not None
    return nee.value.in_plaats[0]


def test_a_change_of_what_the_text_says_is_a_new_version() -> None:
    """Of a new version write the hash here, and in `toestemming.anders` what changed."""
    tekst = vertaal("nl").tekst("welkom.toestemming", sinds="x")
    assert hashlib.sha256(tekst.encode()).hexdigest()[:16] == TEKSTEN[VERSIE]


def test_whose_yes_is_to_an_older_text_is_asked_before_anything_else(tx: Connection, wijk: int) -> None:
    assert in_plaats(tx, wijk) == "toestemming.nieuw"
    alles: Any = (eis_bewoner, eis_binnen, bewoner.menu, agenda.toon, partial(stemmen.toon, publiek_id="x"))
    for doe in alles:
        with pytest.raises(Geweigerd, match="toestemming_nodig"):
            doe(tx, handeling(wijk, ANNA))
    toegestaan = (bewoner.mijn_gegevens, bewoner.bestand, bewoner.talen, voorkeur.stop, wissen.vraag)
    assert [doe(tx, handeling(wijk, ANNA)).soort for doe in toegestaan] == [
        "gegevens",
        "gegevens.bestand",
        "taal.kies",
        "voorkeur.gestopt",
        "wissen.vraag",
    ]


def test_a_yes_to_the_new_text_goes_on_and_one_to_an_old_button_asks_again(tx: Connection, wijk: int) -> None:
    for oud in (str(VERSIE - 1), "", "99"):
        assert toestemming.zeg_ja(tx, handeling(wijk, ANNA), oud).soort == "toestemming.nieuw"
    assert versie(tx) == VERSIE - 1
    assert toestemming.zeg_ja(tx, handeling(wijk, ANNA), str(VERSIE)).soort == "menu"
    assert versie(tx) == VERSIE
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).soort == "bijdrage.lijst"


def test_who_says_no_loses_no_vote_and_no_evidence_and_hears_nothing_any_more(tx: Connection, wijk: int) -> None:
    stemmen_ervoor = tx.execute(select(t.stembiljet.c.inhoud)).all()
    for _ in range(2):
        assert toestemming.trek_in(tx, handeling(wijk, ANNA)).soort == "toestemming.ingetrokken"
    assert versie(tx) == INGETROKKEN
    assert tx.execute(select(t.stembiljet.c.inhoud)).all() == stemmen_ervoor
    assert len(tx.execute(select(t.stemkoppeling)).all()) == 1
    assert len(tx.execute(select(t.bewijs_prive).where(~t.bewijs_prive.c.vervallen)).all()) == 1
    for weg in (t.kennismaking, t.aanmelding, t.gesprek):
        assert tx.execute(select(weg)).all() == [], weg.name
    assert tx.scalar(select(t.wekker.c.id).where(t.wekker.c.soort == "aanbod_verloopt")), "who waits may come in"
    (account,) = tx.scalars(select(t.account.c.id).where(t.account.c.extern_id == ANNA))
    assert not voorkeuren.gehoord(tx, [account], NU)[account].woont_er, "hears nothing"
    assert in_plaats(tx, wijk) == "toestemming.ingetrokken"
    assert bewoner.mijn_gegevens(tx, handeling(wijk, ANNA)).soort == "toestemming.ingetrokken"


def test_the_ideas_of_who_withdrew_are_of_nobody_any_more_and_what_waited_goes(tx: Connection, wijk: int) -> None:
    anna = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA))
    for staat in ("wacht", "nieuw"):
        velden = {"publiek_id": builders.een_publiek_id(), "tekst": staat, "taal": "nl", "op": NU, "staat": staat}
        tx.execute(t.idee.insert().values(wijk=wijk, bewoner=anna, foto="AgAC", **velden))
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    assert tx.execute(select(t.idee.c.tekst, t.idee.c.bewoner, t.idee.c.foto)).all() == [("nieuw", None, None)]


def test_who_withdrew_may_come_back_and_hears_again_what_they_chose(tx: Connection, wijk: int) -> None:
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    assert toestemming.vraag(tx, handeling(wijk, ANNA)).data == {"versie": VERSIE}
    assert toestemming.zeg_ja(tx, handeling(wijk, ANNA), str(VERSIE)).soort == "menu"
    assert bewoner.mijn_gegevens(tx, handeling(wijk, ANNA)).soort == "gegevens"
    assert len(doelgroepen.accounts_van(tx, wijk, WIJK, 0, 9)) == 1


def test_a_stop_from_before_holds_after_a_yes_again_which_is_for_all_their_chats(tx: Connection, wijk: int) -> None:
    anna = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA))
    ander = builders.een_account(tx, "anna2", bewoner=anna)
    (account,) = tx.scalars(select(t.account.c.id).where(t.account.c.extern_id == ANNA))
    voorkeur.stop(tx, handeling(wijk, ANNA))
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    assert toestemming.zeg_ja(tx, handeling(wijk, ANNA), str(VERSIE)).soort == "menu"
    assert [voorkeuren.van(tx, een).gestopt for een in (account, ander)] == [True, False]
    gehoord = voorkeuren.gehoord(tx, [account, ander], NU)
    assert [gehoord[een].woont_er for een in (account, ander)] == [True, True]


def test_what_they_asked_goes_with_the_yes_and_a_stop_on_asking_keeps_no_word_of_theirs(
    tx: Connection, wijk: int
) -> None:
    anna = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA))
    staf = builders.een_account(tx, "staf")
    avond = tx.scalar(select(t.bijeenkomst.c.id))
    id_, tekst = builders.een_publiek_id, {"tekst": "Wat kost het?", "op": NU, "bewoner": anna, "wijk": wijk}
    tx.execute(t.bijeenkomstvraag.insert().values(publiek_id=id_(), bijeenkomst=avond, samen=id_(), **tekst))
    tx.execute(t.spelregelreactie.insert().values(publiek_id=id_(), versie=1, **tekst))
    stop = {"publiek_id": id_(), "tot": NU + timedelta(days=9), "gemaakt_door": staf, "op": NU}
    tx.execute(t.vraagstop.insert().values(wijk=wijk, bewoner=anna, bezwaar="Dat was ik niet", **stop))
    bewijs_id = tx.scalar(select(t.bewijs_prive.c.bewijs))
    verzoek = {"bewijs": bewijs_id, "wat": "anders", "bron": "bewoner", "gevraagd_op": NU, "staat": "open"}
    tx.execute(
        t.correctieverzoek.insert().values(wijk=wijk, publiek_id=id_(), bewoner=anna, tekst="Niet waar", **verzoek)
    )
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    for weg in (t.bijeenkomstvraag, t.spelregelreactie):
        assert tx.execute(select(weg)).all() == [], weg.name
    assert tx.execute(select(t.vraagstop.c.bezwaar)).all() == [(None,)]
    c = t.correctieverzoek.c
    assert tx.execute(select(c.bewoner, c.tekst, c.staat)).all() == [(None, None, "vervallen")]


def test_staff_record_nothing_of_who_withdrew_and_do_not_read_why(tx: Connection, wijk: int) -> None:
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    h, b = t.huishouden.c, t.bewoner.c
    rij = select(h.publiek_id, b.stoel, h.id).join(t.bewoner, b.huishouden == h.id).join(t.account)
    huis, stoel, nummer = tx.execute(rij.where(t.account.c.extern_id == ANNA)).one()
    tx.execute(update(t.huishouden).where(h.id == nummer).values(volwassenen=2))
    builders.een_rol(tx, wijk, BEGELEIDER, "noor")
    builders.een_account(tx, "noor")
    noor = handeling(wijk, "noor")
    avond = builders.een_bijeenkomst(tx, wijk).publiek_id
    ervoor = tx.scalar(select(func.count()).select_from(t.bewijs))
    nee: Any = (
        partial(afvinken.vink_aan, publiek_id=avond, huis_id=huis, stoel=stoel),
        partial(deurgesprek.leg_vast, huis_id=huis, gekozen=frozenset({stoel}), methode="deurgesprek"),
        partial(
            bewijs.leg_vast,
            bewoner=tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA)) or 0,
            feit=Feit("niet_mee", avond, "deurgesprek", accounts.wie(tx, wijk, "telegram", "noor")),
        ),
    )
    for doe in nee:
        with pytest.raises(Geweigerd, match="niets_vast"):
            doe(tx, noor)
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == ervoor
    afvinken.tel_naamloos(tx, noor, avond, huis, 0, 1)
    with pytest.raises(Geweigerd, match="niets_vast"):
        afvinken.tel_naamloos(tx, noor, avond, huis, 1, 1)
    afvinken.vraag_hoofden(tx, noor, avond)
    assert afvinken.typ(tx, noor, "2").data["hoofden"] == 2, "the heads in the room are of nobody"
    assert deurgesprek.leg_vast(tx, noor, huis, frozenset({1, 2}), "deurgesprek").data["aantal"] == 1


def test_who_withdrew_may_still_be_erased_and_then_nothing_is_left(tx: Connection, wijk: int) -> None:
    toestemming.trek_in(tx, handeling(wijk, ANNA))
    assert wissen.wis(tx, handeling(wijk, ANNA)).soort == "wissen.klaar"
    assert tx.execute(select(t.bewijs_prive)).all() == []


def test_what_someone_does_for_others_does_not_wait_for_their_own_yes(tx: Connection, wijk: int) -> None:
    builders.een_rol(tx, wijk, BEGELEIDER, ANNA)
    assert eis_binnen(tx, handeling(wijk, ANNA)).rollen == {BEGELEIDER}
    assert bewoner.menu(tx, handeling(wijk, ANNA)).soort == "menu"
    assert in_plaats(tx, wijk) == "toestemming.nieuw", "as a resident they are asked"


def test_a_role_does_not_stand_for_their_own_yes_where_they_act_for_themselves(tx: Connection, wijk: int) -> None:
    builders.een_rol(tx, wijk, BEGELEIDER, ANNA)
    eigen: Any = (
        partial(stemmen.stem, publiek_id="x", daad="0"),
        partial(stemmen.typ, tekst="tegen"),
        partial(terugweg.wissel, publiek_id="x"),
        partial(aandragen.begin, publiek_id="x"),
        partial(inchecken.met_code, getypt="123456"),
        partial(inchecken.met_qr, token="x" * 40),
    )
    for doe in eigen:
        with pytest.raises(Geweigerd, match="toestemming_nodig"):
            doe(tx, handeling(wijk, ANNA))
    with pytest.raises(Geweigerd, match="onbekend"):
        stemmen.toon(tx, handeling(wijk, ANNA), "x")


def test_who_is_no_resident_has_nothing_to_withdraw(tx: Connection, wijk: int) -> None:
    for doe in (toestemming.vraag, toestemming.begin_intrekken, toestemming.trek_in):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            doe(tx, handeling(wijk, "niemand"))
        with pytest.raises(Geweigerd, match="alleen_prive"):
            doe(tx, handeling(wijk, ANNA, prive=False))
