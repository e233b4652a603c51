"""Saying yes to a meeting that can be full: places, guests, the waiting list, and one word to who may move up."""

import asyncio
import itertools
import random
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Connection, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import aanmelding, wekker
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, accounts, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_publiek_id, een_wijk, handeling

BEGIN = NU + timedelta(days=9)
ID = "d" * 22
DEZE: dict[str, Any] = {"publiek_id": ID, "begin": BEGIN}


@pytest.fixture
def wijk(tx: Connection) -> int:
    """A wijk with residents 1 to 9."""
    wijk = een_wijk(tx)
    for n in range(1, 10):
        een_account(tx, str(n), bewoner=een_bewoner(tx, wijk))
    return wijk


def zeg(tx: Connection, wijk: int, wie: int, antwoord: str = "ja", now: datetime = NU) -> Any:
    return aanmelding.meld_aan(tx, handeling(wijk, str(wie), now=now), ID, antwoord).data


def gasten(tx: Connection, wijk: int, wie: int, aantal: int | str, now: datetime = NU) -> Any:
    return aanmelding.zet_gasten(tx, handeling(wijk, str(wie), now=now), ID, str(aantal)).data


def tik(tx: Connection, wijk: int, now: datetime) -> None:
    while volgende := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, volgende.id, now, AMSTERDAM, Verzending())


def plekken(tx: Connection, plek: str) -> list[int]:
    """Return who has such a place, those on the list in its order."""
    vraag = select(t.account.c.extern_id).join(t.aanmelding, t.aanmelding.c.bewoner == t.account.c.bewoner)
    rijen = tx.scalars(vraag.where(t.aanmelding.c.plek == plek).order_by(t.aanmelding.c.volgnummer, t.account.c.id))
    return [int(wie) for wie in rijen]


def gehoord(tx: Connection, soort: str) -> list[int]:
    """Return who was told this, in order of telling."""
    vraag = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    rijen = tx.scalars(vraag.where(t.outbox.c.soort == f"bijeenkomst.{soort}").order_by(t.outbox.c.id))
    return [int(wie) for wie in rijen]


def test_without_a_limit_everyone_is_in(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE)
    for wie in range(1, 10):
        assert zeg(tx, wijk, wie)["plek"] == "in"
    assert gehoord(tx, "plek_gekregen") == []


def test_when_it_is_full_one_hears_which_place_in_line_one_has_and_keeps_it(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    assert zeg(tx, wijk, 1)["vrij"] == 0
    assert [zeg(tx, wijk, wie)["plaats_in_rij"] for wie in (2, 3, 4)] == [1, 2, 3]
    assert zeg(tx, wijk, 2)["plaats_in_rij"] == 1, "a second tap does not send one to the back"
    zeg(tx, wijk, 3, "nee")
    assert zeg(tx, wijk, 4)["plaats_in_rij"] == 2
    assert zeg(tx, wijk, 3)["plaats_in_rij"] == 3, "who leaves and comes back starts at the back"


@pytest.mark.parametrize("antwoord", ["nee", "misschien"])
def test_a_place_given_up_is_held_for_the_first_in_line_and_told_once(tx: Connection, wijk: int, antwoord: str) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2, 3):
        zeg(tx, wijk, wie)
    zeg(tx, wijk, 1, antwoord)
    zeg(tx, wijk, 1, "nee")
    assert (plekken(tx, "in"), plekken(tx, "aangeboden"), plekken(tx, "wacht")) == ([], [2], [3])
    assert gehoord(tx, "plek_vrij") == [2]
    assert zeg(tx, wijk, 4)["plek"] == "wacht", "a held place is not free"
    assert zeg(tx, wijk, 2)["plek"] == "in"
    tik(tx, wijk, NU + timedelta(days=3))
    assert (plekken(tx, "in"), plekken(tx, "wacht")) == ([2], [3, 4])


def test_a_place_that_is_declined_goes_to_the_next(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2, 3):
        zeg(tx, wijk, wie)
    zeg(tx, wijk, 1, "nee")
    zeg(tx, wijk, 2, "nee")
    assert plekken(tx, "aangeboden") == [3]
    assert gehoord(tx, "plek_vrij") == [2, 3]


def test_a_place_that_is_not_answered_in_time_goes_to_the_next_and_both_are_told_once(
    tx: Connection, wijk: int
) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=2)
    for wie in (1, 2, 3, 4, 5):
        zeg(tx, wijk, wie)
    zeg(tx, wijk, 1, "nee")
    zeg(tx, wijk, 2, "nee")
    tot = NU + timedelta(hours=24)
    tik(tx, wijk, tot - timedelta(seconds=1))
    assert plekken(tx, "aangeboden") == [3, 4]
    zeg(tx, wijk, 4, now=tot - timedelta(seconds=1))
    for _ in range(2):
        tik(tx, wijk, tot)
    assert (plekken(tx, "in"), plekken(tx, "aangeboden"), plekken(tx, "verlopen")) == ([4], [5], [3])
    assert (gehoord(tx, "plek_vrij"), gehoord(tx, "plek_verlopen")) == ([3, 4, 5], [3])
    assert zeg(tx, wijk, 3, now=tot)["plaats_in_rij"] == 1, "who comes back waits like anyone"


def test_a_place_is_offered_again_to_who_came_back_in_line(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2):
        zeg(tx, wijk, wie)
    zeg(tx, wijk, 1, "nee")
    zeg(tx, wijk, 2, "nee")
    zeg(tx, wijk, 1)
    assert zeg(tx, wijk, 2)["plek"] == "wacht"
    zeg(tx, wijk, 1, "nee")
    assert gehoord(tx, "plek_vrij") == [2, 2]


def test_within_hours_of_the_meeting_the_next_is_in_at_once(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2):
        zeg(tx, wijk, wie)
    zeg(tx, wijk, 1, "nee", now=BEGIN - timedelta(hours=5))
    assert (plekken(tx, "in"), gehoord(tx, "plek_gekregen"), gehoord(tx, "plek_vrij")) == ([2], [2], [])


def test_guests_take_places_and_fewer_guests_make_room(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=4, gasten_max=3)
    zeg(tx, wijk, 1)
    assert gasten(tx, wijk, 1, 2)["vrij"] == 1
    zeg(tx, wijk, 2)
    zeg(tx, wijk, 3)
    with pytest.raises(Geweigerd, match="geen_plek_gasten"):
        gasten(tx, wijk, 2, 1)
    gasten(tx, wijk, 1, 0)
    assert (plekken(tx, "in"), plekken(tx, "aangeboden")) == ([1, 2], [3])


def test_who_does_not_fit_keeps_their_number_and_fits_with_fewer_guests(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=2, gasten_max=3)
    for wie in (1, 2, 3, 4):
        zeg(tx, wijk, wie)
    gasten(tx, wijk, 3, 1)
    zeg(tx, wijk, 1, "nee")
    assert (plekken(tx, "aangeboden"), plekken(tx, "wacht")) == ([4], [3])
    zeg(tx, wijk, 4, "nee")
    assert gasten(tx, wijk, 3, 0)["plek"] == "in"
    assert gehoord(tx, "plek_vrij") == [4], "what one does oneself needs no message"


@pytest.mark.parametrize("aantal", ["", "-1", "4", "2", "1e0", "²", "01"])
def test_a_number_of_guests_that_is_none_is_refused(tx: Connection, wijk: int, aantal: str) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=9, gasten_max=1)
    zeg(tx, wijk, 1)
    with pytest.raises(Geweigerd, match="gasten_te_veel"):
        gasten(tx, wijk, 1, aantal)


@pytest.mark.parametrize("antwoord", [None, "misschien", "nee"])
def test_guests_come_with_someone(tx: Connection, wijk: int, antwoord: str | None) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, gasten_max=3)
    if antwoord:
        zeg(tx, wijk, 1, antwoord)
    with pytest.raises(Geweigerd, match="eerst_ja"):
        gasten(tx, wijk, 1, 1)


def test_who_cannot_be_told_is_not_offered_a_place_and_keeps_their_number(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2, 3):
        zeg(tx, wijk, wie)
    twee = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "2")) or 0
    accounts.wijzig(tx, twee, bereikbaar=False)
    zeg(tx, wijk, 1, "nee")
    accounts.wijzig(tx, twee, bereikbaar=True)
    zeg(tx, wijk, 3, "nee")
    assert gehoord(tx, "plek_vrij") == [3, 2]


def test_who_is_back_and_says_yes_again_gets_the_place_that_stayed_empty(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1)
    for wie in (1, 2):
        zeg(tx, wijk, wie)
    twee = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "2")) or 0
    accounts.wijzig(tx, twee, bereikbaar=False)
    zeg(tx, wijk, 1, "nee")
    accounts.wijzig(tx, twee, bereikbaar=True)
    assert zeg(tx, wijk, 2)["plek"] == "in"
    assert zeg(tx, wijk, 3)["plek"] == "wacht"


def test_places_kept_for_people_without_a_phone_are_not_free(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, capaciteit=2, zonder_telefoon=1)
    assert [zeg(tx, wijk, wie)["plek"] for wie in (1, 2)] == ["in", "wacht"]


def test_what_is_cancelled_or_of_another_neighbourhood_takes_no_answer(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, **DEZE, afgelast_op=NU)
    with pytest.raises(Geweigerd, match="afgelast"):
        zeg(tx, wijk, 1)
    een_bijeenkomst(tx, een_wijk(tx, "Elders"), publiek_id="e" * 22, begin=BEGIN)
    with pytest.raises(Geweigerd, match="onbekend"):
        aanmelding.meld_aan(tx, handeling(wijk), "e" * 22, "ja")


def test_only_who_comes_or_hesitates_is_reminded_not_who_waits(tx: Connection, wijk: int) -> None:
    nummer = een_bijeenkomst(tx, wijk, **DEZE, capaciteit=1).id
    wekkers.zet(tx, wijk, "herinnering_uren", nummer, BEGIN - timedelta(hours=2))
    zeg(tx, wijk, 1)
    zeg(tx, wijk, 2)
    zeg(tx, wijk, 3, "misschien")
    tik(tx, wijk, BEGIN - timedelta(hours=2))
    assert gehoord(tx, "herinnering") == [1, 3]


# What the issue asks to be shown


async def test_thirty_places_and_ten_in_line_under_two_hundred_answers_at_once(database: Database) -> None:
    """Two hundred taps of eighty people at the same moment: never 31 in, order kept, everyone told once."""

    def bevolk(tx: Connection) -> int:
        wijk = een_wijk(tx)
        for n in range(1, 81):
            een_account(tx, str(n), bewoner=een_bewoner(tx, wijk))
        een_bijeenkomst(tx, wijk, **DEZE, capaciteit=30)
        for n in range(1, 41):
            zeg(tx, wijk, n)
        return wijk

    wijk = await database.write(0, bevolk)
    assert await database.read(plekken, "wacht") == list(range(31, 41))
    tikken = [(n, "nee") for n in range(1, 11)] + [(n, "ja") for n in range(31, 81)] * 2
    tikken += [(n, "ja") for n in range(11, 31)] + [(n, antwoord) for n in range(61, 66) for antwoord in ("nee", "ja")]
    tikken += [(n, "misschien") for n in range(66, 76)] + [(n, "ja") for n in range(1, 11)]
    tikken += [(n, "ja") for n in range(41, 81)]
    assert len(tikken) == 200
    random.Random(3).shuffle(tikken)
    bezet, in_de_rij = [], []

    def antwoord(tx: Connection, wie: int, wat: str) -> None:
        zeg(tx, wijk, wie, wat)
        bezet.append(len(plekken(tx, "in")) + len(plekken(tx, "aangeboden")))
        in_de_rij.append(plekken(tx, "wacht"))

    await asyncio.gather(*(database.write(wijk, antwoord, wie, wat) for wie, wat in tikken))
    assert max(bezet) == 30
    for eerder, later in itertools.pairwise(in_de_rij):  # who stays in line keeps the order
        assert [wie for wie in eerder if wie in later] == [wie for wie in later if wie in eerder]
    assert (await database.read(gehoord, "plek_vrij"))[:10] == list(range(31, 41)), "these ten waited longest"

    nu = NU
    while nu < BEGIN:  # nobody answers any more: offer after offer lapses
        nu += timedelta(hours=25)
        await database.write(wijk, tik, wijk, nu)
        over = await database.read(plekken, "in"), await database.read(plekken, "aangeboden")
        assert len(over[0]) + len(over[1]) <= 30
    verteld = await database.read(beurten)
    assert len(set(verteld)) == len(verteld), "each is told once per turn"
    assert [nummer for nummer, _ in verteld] == sorted(nummer for nummer, _ in verteld), "and in the order of the list"


def beurten(tx: Connection) -> list[tuple[int, int]]:
    """Return who was told that a place is theirs, with the number on the list, in order of telling."""
    vraag = select(t.outbox.c.sleutel).where(
        t.outbox.c.soort.in_(("bijeenkomst.plek_vrij", "bijeenkomst.plek_gekregen"))
    )
    delen = [sleutel.split(":") for sleutel in tx.scalars(vraag.order_by(t.outbox.c.id))]
    return [(int(nummer), int(account)) for _, _, nummer, account in delen]


class Wachtlijst(RuleBasedStateMachine):
    """Seven people at a meeting of four places who do anything, in any order, while time goes by."""

    tx: Connection  # given by the test
    wie = st.integers(1, 7)

    @initialize(capaciteit=st.integers(1, 5), gasten_max=st.integers(0, 3))
    def begin(self, capaciteit: int, gasten_max: int) -> None:
        self.punt = self.tx.begin_nested()
        self.nu = NU
        self.wijk = een_wijk(self.tx, een_publiek_id())
        self.basis = int.from_bytes(een_publiek_id().encode()[:6])  # accounts of this run only
        for n in range(1, 8):
            een_account(self.tx, str(self.basis + n), bewoner=een_bewoner(self.tx, self.wijk))
        self.publiek_id = een_publiek_id()
        velden = {"publiek_id": self.publiek_id, "begin": BEGIN, "capaciteit": capaciteit, "gasten_max": gasten_max}
        self.nummer = een_bijeenkomst(self.tx, self.wijk, **velden).id
        self.capaciteit, self.gasten_max = capaciteit, gasten_max
        self.rij: list[int] = []

    def teardown(self) -> None:
        if hasattr(self, "punt"):
            self.punt.rollback()

    @rule(wie=wie, antwoord=st.sampled_from(["ja", "ja", "misschien", "nee"]))
    def antwoordt(self, wie: int, antwoord: str) -> None:
        self._doe(aanmelding.meld_aan, wie, antwoord)

    @rule(wie=wie, aantal=st.integers(0, 3))
    def brengt(self, wie: int, aantal: int) -> None:
        self._doe(aanmelding.zet_gasten, wie, str(aantal))

    @rule(uren=st.sampled_from([1, 5, 25, 60]))
    def wacht(self, uren: int) -> None:
        self.nu += timedelta(hours=uren)
        tik(self.tx, self.wijk, self.nu)

    def _doe(self, service: Any, wie: int, wat: str) -> None:
        doet = handeling(self.wijk, str(self.basis + wie), now=self.nu)
        with suppress(Geweigerd):  # no place for more guests, or it has begun
            service(self.tx, doet, self.publiek_id, wat)

    def _rijen(self) -> list[Any]:
        vraag = select(t.aanmelding).where(t.aanmelding.c.bijeenkomst == self.nummer)
        return list(self.tx.execute(vraag.order_by(t.aanmelding.c.volgnummer)))

    @invariant()
    def never_more_than_there_are_places(self) -> None:
        if hasattr(self, "punt"):
            assert sum(1 + r.gasten for r in self._rijen() if r.plek in {"in", "aangeboden"}) <= self.capaciteit

    @invariant()
    def nobody_waits_who_would_fit(self) -> None:
        if not hasattr(self, "punt") or self.nu >= BEGIN:
            return
        rijen = self._rijen()
        vrij = self.capaciteit - sum(1 + r.gasten for r in rijen if r.plek in {"in", "aangeboden"})
        assert all(1 + r.gasten > vrij for r in rijen if r.plek == "wacht")

    @invariant()
    def the_order_is_kept(self) -> None:
        if not hasattr(self, "punt"):
            return
        rij = [r.bewoner for r in self._rijen() if r.plek == "wacht"]
        assert [b for b in rij if b in self.rij] == [b for b in self.rij if b in rij]
        self.rij = rij

    @invariant()
    def each_is_told_once_per_turn(self) -> None:
        if not hasattr(self, "punt"):
            return
        vraag = select(t.outbox.c.account, t.outbox.c.sleutel).where(t.outbox.c.wijk == self.wijk)
        verteld = [
            (account, sleutel.split(":")[2])
            for account, sleutel in self.tx.execute(vraag.where(t.outbox.c.soort != "bijeenkomst.plek_verlopen"))
        ]
        assert len(set(verteld)) == len(verteld)
        held = [r for r in self._rijen() if r.plek == "aangeboden"]
        accounts_ = dict(self.tx.execute(select(t.account.c.bewoner, t.account.c.id)).all())
        for r in held:
            assert (accounts_[r.bewoner], str(r.volgnummer)) in verteld


@pytest.mark.parametrize("tx", ["sqlite", pytest.param("postgres", marks=pytest.mark.zwaar)], indirect=True)
def test_whatever_people_do_the_places_are_never_too_many_the_order_is_kept_and_each_is_told_once(
    tx: Connection,
) -> None:
    class Hier(Wachtlijst):
        pass

    Hier.tx = tx
    run_state_machine_as_test(Hier, settings=settings(max_examples=25, stateful_step_count=25))
