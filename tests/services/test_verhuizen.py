"""Who moved: no seat, no messages and no count any more, kind answers, and welcome at a new address."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.doelgroep import WIJK
from bot.services import aanmelding, bewijs, bewoner, brieven, kennismaking, onboarding, wekker
from bot.services.bewijs import Feit
from bot.services.handeling import AMSTERDAM, eis_bewoner
from bot.services.stand import bereken_stand
from bot.storage import (
    aanmeldingen,
    accounts,
    bezoeken,
    doelgroepen,
    gesprekken,
    huishoudens,
    tables,
    verhuizingen,
    wekkers,
    werkgroepen,
)
from bot.storage.huishoudens import NieuweCode
from tests import builders
from tests.builders import NU, PEPER, Huishouden, een_account, een_huishouden, een_wijk, handeling

NIEUW = huishoudcode.maak(b"nieuwer")
LATER = NU + timedelta(days=30)


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


@pytest.fixture
def huis(tx: Connection, wijk: int) -> Huishouden:
    return een_huishouden(tx, wijk, volwassenen=1)


def kom_binnen(tx: Connection, wijk: int, code: str, extern_id: str = "1") -> str:
    """Join as a person does, and return how it ended."""
    onboarding.start(tx, handeling(wijk, extern_id), code, PEPER)
    onboarding.kies(tx, handeling(wijk, extern_id), "nl")
    return onboarding.stem_in(tx, handeling(wijk, extern_id), str(onboarding.TOESTEMMING_VERSIE)).soort


def verhuis(tx: Connection, wijk: int, huis: Huishouden) -> None:
    sleutel = tx.scalar(select(tables.huishouden.c.sleutel).where(tables.huishouden.c.id == huis.id))
    nieuw = NieuweCode(str(sleutel), huishoudcode.hmac_van(NIEUW, PEPER))
    brieven.verhuis(tx, wijk, [nieuw], huishoudcode.merk_van(PEPER), LATER)


def wie(tx: Connection, wijk: int, extern_id: str = "1") -> accounts.Wie:
    gevonden = accounts.wie(tx, wijk, "telegram", extern_id)
    assert gevonden is not None
    return gevonden


def test_who_moved_is_told_kindly_wherever_they_ask(tx: Connection, wijk: int, huis: Huishouden) -> None:
    kom_binnen(tx, wijk, huis.code)
    verhuis(tx, wijk, huis)
    adres = wie(tx, wijk).woonde_op
    assert adres is not None
    assert adres.startswith("Merelweg ")
    with pytest.raises(Geweigerd) as nee:
        eis_bewoner(tx, handeling(wijk))
    assert (nee.value.sleutel, nee.value.velden) == ("verhuisd", {"adres": adres})
    assert bewoner.menu(tx, handeling(wijk)).data["woonde_op"] == adres
    assert onboarding.start(tx, handeling(wijk), "", PEPER).soort == "welkom.verhuisd"
    assert onboarding.start(tx, handeling(wijk), huis.code, PEPER).soort == "welkom.ingetrokken"


def test_the_seat_is_free_for_who_comes_and_who_left_may_join_at_a_new_address(
    tx: Connection, wijk: int, huis: Huishouden
) -> None:
    ander = een_huishouden(tx, wijk, volwassenen=1)
    kom_binnen(tx, wijk, huis.code)
    eerst = wie(tx, wijk).bewoner
    assert onboarding.start(tx, handeling(wijk, "2"), huis.code, PEPER).soort == "welkom.vol"
    kennismaking.typ_naam(tx, handeling(wijk))
    verhuis(tx, wijk, huis)
    assert gesprekken.open_soort(tx, wijk, "telegram", "1") is None, "the code that they type next is no name"
    assert kom_binnen(tx, wijk, NIEUW, "2") == "welkom.binnen"
    assert kom_binnen(tx, wijk, ander.code) == "welkom.binnen"
    nu = wie(tx, wijk)
    assert (nu.huishouden, nu.woonde_op) == (ander.id, None)
    assert nu.bewoner != eerst
    assert [p.stoel for p in huishoudens.personen(tx, huis.id)] == [1]


def test_what_they_did_is_kept_and_shown_apart_and_counts_no_more(tx: Connection, wijk: int, huis: Huishouden) -> None:
    kom_binnen(tx, wijk, huis.code)
    gehoord = Feit("stem_besluit", "p1", "knop")
    bewijs.leg_vast(tx, handeling(wijk), wie(tx, wijk).bewoner or 0, gehoord)
    assert bereken_stand(tx, wijk).drempels[0].teller == 1
    verhuis(tx, wijk, huis)
    stand = bereken_stand(tx, wijk)
    assert [d.teller for d in stand.drempels] == [0, 0]
    assert stand.vertrokken == {"gehoord": 1, "informatie": 0}
    kom_binnen(tx, wijk, NIEUW, "2")
    bewijs.leg_vast(tx, handeling(wijk, "2"), wie(tx, wijk, "2").bewoner or 0, gehoord)
    assert bereken_stand(tx, wijk).drempels[0].teller == 1


def test_unnamed_people_of_a_household_that_moved_widen_no_bound_any_more(
    tx: Connection, wijk: int, huis: Huishouden
) -> None:
    een_account(tx, "9")
    tx.execute(insert(tables.rol).values(wijk=wijk, kanaal="telegram", extern_id="9", rol="buurtbegeleider"))
    thuis = next(h for h in huishoudens.in_straat(tx, wijk, "Merelweg") if h.id == huis.id)
    bezoeken.zet(tx, wijk, huis.id, NU.date(), "gesproken", "g" * 22)
    feit = Feit("gesprek", "g" * 22, "deurgesprek", wie(tx, wijk, "9"))
    bewijs.leg_aantal_vast(tx, handeling(wijk, "9"), feit, 1, thuis)
    assert bereken_stand(tx, wijk).drempels[0].bovengrens == 1
    verhuis(tx, wijk, huis)
    assert bereken_stand(tx, wijk).drempels[0].bovengrens == 0
    assert bezoeken.laatste(tx, wijk, "Merelweg") == {}, "who comes to live there was not visited yet"
    later = Feit("gesprek", "h" * 22, "deurgesprek", wie(tx, wijk, "9"))
    bewijs.leg_aantal_vast(tx, handeling(wijk, "9"), later, 1, thuis)
    assert bereken_stand(tx, wijk).drempels[0].bovengrens == 1


def test_they_hear_nothing_more_and_leave_what_is_to_come_but_not_what_was(
    tx: Connection, wijk: int, huis: Huishouden
) -> None:
    kom_binnen(tx, wijk, huis.code)
    weg = wie(tx, wijk).bewoner or 0
    was, komt = (builders.een_bijeenkomst(tx, wijk, begin=LATER + timedelta(days=dag)) for dag in (-1, 1))
    for bij in (was, komt):
        aanmelding.meld_aan(tx, handeling(wijk), bij.publiek_id, "ja")
    werkgroepen.vul_aan(tx, wijk, [("techniek", "g" * 22)])
    (groep,) = werkgroepen.lijst(tx, wijk, weg)
    werkgroepen.zet_lid(tx, wijk, groep.id, weg, lid=True)
    verhuis(tx, wijk, huis)
    assert doelgroepen.accounts_van(tx, wijk, WIJK, 0, 9) == []
    assert aanmeldingen.accounts_van_komers(tx, komt.id, 0, 9) == []
    assert aanmeldingen.van(tx, was.id, weg) is not None
    assert not werkgroepen.lijst(tx, wijk, weg)[0].lid


def test_a_place_that_comes_free_is_offered_to_who_waits(tx: Connection, wijk: int, huis: Huishouden) -> None:
    kom_binnen(tx, wijk, huis.code)
    buur = een_account(tx, "2", bewoner=builders.een_bewoner(tx, wijk))
    bij = builders.een_bijeenkomst(tx, wijk, begin=LATER + timedelta(days=3), capaciteit=1)
    for wie_ in ("1", "2"):
        aanmelding.meld_aan(tx, handeling(wijk, wie_), bij.publiek_id, "ja")
    verhuis(tx, wijk, huis)
    while te_doen := wekkers.eerste(tx, wijk, LATER):
        wekker.doe(tx, wijk, te_doen.id, LATER, AMSTERDAM, Verzending())
    assert list(tx.scalars(select(tables.outbox.c.account))) == [buur]


def test_who_has_no_phone_moves_with_the_household_and_the_neighbours_stay(
    tx: Connection, wijk: int, huis: Huishouden
) -> None:
    zonder_telefoon = builders.een_bewoner(tx, wijk, huis.id)
    buren = builders.een_bewoner(tx, wijk)
    een_account(tx, "buur", bewoner=buren)
    verhuis(tx, wijk, huis)
    assert tx.scalar(select(tables.bewoner.c.tot).where(tables.bewoner.c.id == zonder_telefoon)) == LATER
    assert tx.scalar(select(tables.bewoner.c.tot).where(tables.bewoner.c.id == buren)) is None
    assert verhuizingen.beeindig(tx, wijk, [], NU) == ([], [])
