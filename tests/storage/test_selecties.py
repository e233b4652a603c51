"""Who fits a selection, by what stands at this moment: evidence that holds, the address list, who comes."""

from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, insert, update

from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.selectie import Eis, Selectie
from bot.services.bewijs import Feit, leg_vast, trek_in
from bot.storage import aanmeldingen, doelgroepen, huishoudens, kennismaking, selecties
from bot.storage import tables as t
from bot.storage.aanmeldingen import Aanmelding
from tests.builders import (
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_huishouden,
    een_peiling,
    een_publiek_id,
    een_wijk,
    handeling,
)

GEHOORD = Eis("niet_gehoord", telt=("gesprek", "stem_besluit"))


class Mens(NamedTuple):
    bewoner: int
    account: int


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


def mens(tx: Connection, wijk: int, naam: str, straat: str = "Merelweg", eigendom: str | None = None) -> Mens:
    thuis = een_huishouden(tx, wijk, straat=straat, volwassenen=2).id
    tx.execute(update(t.huishouden).where(t.huishouden.c.id == thuis).values(eigendom=eigendom))
    bewoner = een_bewoner(tx, wijk, thuis)
    return Mens(bewoner, een_account(tx, naam, bewoner=bewoner))


def wie(tx: Connection, wijk: int, *eisen: Eis, groep: Doelgroep = WIJK) -> list[int]:
    """Return who gets it; as many as are counted."""
    waar = selecties.voorwaarden(tx, wijk, Selectie(groep, eisen))
    gevonden = doelgroepen.accounts_van(tx, wijk, groep, 0, 100, *waar)
    assert selecties.tel(tx, wijk, groep, *waar) == len(gevonden)
    return gevonden


def test_without_anything_asked_it_is_the_audience(tx: Connection, wijk: int) -> None:
    anna, bram = mens(tx, wijk, "a"), mens(tx, wijk, "b", "Lindelaan")
    assert wie(tx, wijk) == [anna.account, bram.account]
    assert wie(tx, wijk, groep=Doelgroep("straat", "Lindelaan")) == [bram.account]


def test_the_list_says_who_owns_before_what_people_say_of_themselves(tx: Connection, wijk: int) -> None:
    koop, huur = mens(tx, wijk, "a", eigendom="koop"), mens(tx, wijk, "b", eigendom="huur")
    zegt_koop, zegt_niets = mens(tx, wijk, "c"), mens(tx, wijk, "d")
    for een, antwoord in ((koop, "huurder"), (huur, "eigenaar"), (zegt_koop, "eigenaar")):
        kennismaking.zet(tx, wijk, een.bewoner, "eigendom", [antwoord])
    assert wie(tx, wijk, Eis("koop")) == [koop.account, zegt_koop.account]
    assert wie(tx, wijk, Eis("huur")) == [huur.account]
    assert zegt_niets.account in wie(tx, wijk)


def test_who_was_heard_falls_out_and_comes_back_when_that_is_taken_back(tx: Connection, wijk: int) -> None:
    anna, bram = mens(tx, wijk, "a"), mens(tx, wijk, "b")
    feit, ander = Feit("gesprek", een_publiek_id(), "deur"), Feit("stem", een_publiek_id(), "knop")
    leg_vast(tx, handeling(wijk), anna.bewoner, feit)
    leg_vast(tx, handeling(wijk), bram.bewoner, ander)  # choosing an evening is not being heard
    assert wie(tx, wijk, GEHOORD) == [bram.account]
    trek_in(tx, handeling(wijk), anna.bewoner, feit)
    assert wie(tx, wijk, GEHOORD) == [anna.account, bram.account]


def test_who_was_at_an_information_meeting_needs_no_invitation(tx: Connection, wijk: int) -> None:
    anna, bram = mens(tx, wijk, "a"), mens(tx, wijk, "b")
    leg_vast(tx, handeling(wijk), anna.bewoner, Feit("aanwezig_vragen", een_publiek_id(), "deurcode"))
    leg_vast(tx, handeling(wijk), bram.bewoner, Feit("aanwezig", een_publiek_id(), "deurcode"))
    assert wie(tx, wijk, Eis("niet_geinformeerd", telt=("aanwezig_vragen",))) == [bram.account]


def test_who_comes_or_hesitates_is_asked_and_who_waits_or_stays_away_is_not(tx: Connection, wijk: int) -> None:
    bij, ander = een_bijeenkomst(tx, wijk), een_bijeenkomst(tx, wijk)
    antwoorden: list[tuple[str, Any]] = [("ja", "in"), ("misschien", None), ("ja", "wacht"), ("nee", None)]
    mensen = [mens(tx, wijk, f"m{n}") for n in range(5)]
    for een, (antwoord, plek) in zip(mensen, antwoorden, strict=False):
        aanmeldingen.bewaar(tx, wijk, bij.id, Aanmelding(een.bewoner, antwoord, plek=plek))
    aanmeldingen.bewaar(tx, wijk, ander.id, Aanmelding(mensen[4].bewoner, "ja", plek="in"))
    assert wie(tx, wijk, Eis("komt", bij.publiek_id)) == [mensen[0].account, mensen[1].account]


def test_who_did_not_vote_is_asked_of_those_whom_the_poll_is_for(tx: Connection, wijk: int) -> None:
    anna, bram, carla = mens(tx, wijk, "a"), mens(tx, wijk, "b"), mens(tx, wijk, "c", "Lindelaan")
    publiek_id = een_publiek_id()
    een_peiling(tx, wijk, publiek_id=publiek_id, doelgroep="straat", doelgroep_bereik="Merelweg")
    leg_vast(tx, handeling(wijk), anna.bewoner, Feit("stem_besluit", publiek_id, "knop"))
    leg_vast(tx, handeling(wijk), bram.bewoner, Feit("stem_besluit", een_publiek_id(), "knop"))
    assert wie(tx, wijk, Eis("niet_gestemd", publiek_id)) == [bram.account]
    assert carla.account in wie(tx, wijk)


def test_what_is_asked_holds_together(tx: Connection, wijk: int) -> None:
    bij = een_bijeenkomst(tx, wijk)
    alle = [mens(tx, wijk, f"m{n}", straat, eigendom) for n, (straat, eigendom) in enumerate(
        [("Merelweg", "koop"), ("Merelweg", "huur"), ("Lindelaan", "koop"), ("Merelweg", "koop")]
    )]  # fmt: skip
    for een in alle[:3]:
        aanmeldingen.bewaar(tx, wijk, bij.id, Aanmelding(een.bewoner, "ja", plek="in"))
    eisen = Eis("koop"), Eis("komt", bij.publiek_id), GEHOORD
    assert wie(tx, wijk, *eisen, groep=Doelgroep("straat", "Merelweg")) == [alle[0].account]


def test_who_left_or_blocked_the_bot_is_not_counted_and_two_chats_are_one_person(tx: Connection, wijk: int) -> None:
    anna, weg, dicht = (mens(tx, wijk, naam) for naam in "abc")
    een_account(tx, "a2", bewoner=anna.bewoner)
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == weg.bewoner).values(tot=t.bewoner.c.sinds))
    tx.execute(update(t.account).where(t.account.c.id == dicht.account).values(bereikbaar=False))
    assert selecties.tel(tx, wijk, WIJK) == 1


def test_another_wijk_is_not_counted(tx: Connection, wijk: int) -> None:
    mens(tx, een_wijk(tx, "Elders"), "a")
    assert selecties.tel(tx, wijk, WIJK) == selecties.tel_mensen(tx, wijk, WIJK) == 0


def test_people_without_a_phone_are_counted_by_the_list_or_the_members(tx: Connection, wijk: int) -> None:
    anna = mens(tx, wijk, "a", eigendom="koop")
    mens(tx, wijk, "b", "Lindelaan", "huur")
    een_huishouden(tx, wijk, straat="Lindelaan")  # nobody knows how many live there
    straat = Doelgroep("straat", "Lindelaan")
    assert [selecties.tel_mensen(tx, wijk, groep) for groep in (WIJK, straat)] == [5, 3]
    assert selecties.tel_mensen(tx, wijk, WIJK, "koop") == 2
    groep = een_publiek_id()
    nieuw = insert(t.werkgroep).values(wijk=wijk, publiek_id=groep, naam="Techniek").returning(t.werkgroep.c.id)
    tx.execute(insert(t.werkgroeplid).values(wijk=wijk, werkgroep=tx.execute(nieuw).scalar_one(), bewoner=anna.bewoner))
    assert selecties.tel_mensen(tx, wijk, Doelgroep("werkgroep", groep)) == 1
    assert wie(tx, wijk, groep=Doelgroep("werkgroep", groep)) == [anna.account]
    assert huishoudens.straten(tx, wijk)
