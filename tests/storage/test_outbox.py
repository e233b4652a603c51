"""Rows of the outbox: claimed once, ended by their own lease only, emptied of names, dropped when too late."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select, update
from sqlalchemy.exc import IntegrityError

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage import outbox, verzendingen, wachtrij, wekkers
from bot.storage import tables as t
from bot.storage.veranderingen import verander
from tests.builders import NU, een_account, een_wijk


@pytest.mark.parametrize(
    ("soort", "einde", "blijft"),
    [
        ("welkom.vol_team", "verzonden", {}),
        ("welkom.vol_team", "mislukt", {}),
        ("welkom.vol_team", "onzeker", {}),
        ("welkom.vol_team", "later", {"adres": "Merelweg 1"}),
        ("bijeenkomst.nieuw", "verzonden", {"adres": "Merelweg 1"}),
    ],
)
def test_an_address_stays_in_the_outbox_no_longer_than_it_waits(
    tx: Connection, soort: str, einde: str, blijft: dict[str, str]
) -> None:
    outbox.schrijf(
        tx, een_wijk(tx), "vol", [een_account(tx)], Boodschap(soort, {"adres": "Merelweg 1"}), baan=Baan.HERINNERING
    )
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 1, NU, NU)
    if einde == "verzonden":
        outbox.verzonden(tx, zending, 7)
    elif einde == "later":
        outbox.later(tx, zending, NU)
    else:
        outbox.eindig(tx, zending, einde, "weg")
    assert tx.scalar(select(t.outbox.c.data)) == blijft


def _post(tx: Connection, hoeveel: int, niet_na: datetime | None = None, soort: str = "mislukt") -> list[int]:
    wijk = een_wijk(tx)
    accounts = [een_account(tx, str(1000 + n)) for n in range(hoeveel)]
    outbox.schrijf(tx, wijk, "proef", accounts, Boodschap(soort), baan=Baan.UITZENDING, niet_na=niet_na)
    return accounts


def _claim(tx: Connection, now: datetime) -> outbox.Zending:
    _post(tx, 1)
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
    return zending


def _staat(tx: Connection) -> tuple[str, int | None]:
    rij = tx.execute(select(t.outbox)).one()
    return rij.staat, rij.bericht_id


def test_a_row_is_claimed_once(tx: Connection) -> None:
    now = datetime.now(UTC)
    assert _claim(tx, now).lease_nr == 1
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU) == []


def test_a_lease_that_ran_out_is_uncertain_and_never_pending_again(tx: Connection) -> None:
    now = datetime.now(UTC)
    _claim(tx, now)
    assert outbox.verlopen_leases(tx, now + wachtrij.LEASE - timedelta(seconds=1)) == 0
    assert outbox.verlopen_leases(tx, now + wachtrij.LEASE + timedelta(seconds=1)) == 1
    assert _staat(tx) == ("onzeker", None)
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now + timedelta(days=1), NU) == []


def test_a_process_that_was_paused_past_its_lease_can_still_say_that_it_was_sent(tx: Connection) -> None:
    now = datetime.now(UTC)
    zending = _claim(tx, now)
    outbox.verlopen_leases(tx, now + wachtrij.LEASE * 2)
    outbox.verzonden(tx, zending, 77)
    assert _staat(tx) == ("verzonden", 77)


def test_a_process_that_was_paused_past_its_lease_cannot_put_it_back_or_fail_it(tx: Connection) -> None:
    now = datetime.now(UTC)
    zending = _claim(tx, now)
    outbox.verlopen_leases(tx, now + wachtrij.LEASE * 2)
    outbox.later(tx, zending, now)
    outbox.terug(tx, zending, now)
    outbox.eindig(tx, zending, "mislukt", "te laat")
    assert _staat(tx) == ("onzeker", None)


@pytest.mark.parametrize("einde", ["onzeker", "bezig"])
def test_only_the_lease_of_the_row_can_end_it(tx: Connection, einde: str) -> None:
    """The answer to an older lease says nothing about the try of a later one."""
    now = datetime.now(UTC)
    oud = _claim(tx, now)
    outbox.later(tx, oud, now)
    (nieuw,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
    assert nieuw.lease_nr == 2
    tx.execute(update(t.outbox).values(staat=einde))
    outbox.verzonden(tx, oud, 1)
    assert _staat(tx) == (einde, None)
    outbox.verzonden(tx, nieuw, 2)
    assert _staat(tx) == ("verzonden", 2)


def test_what_ended_stays_ended(tx: Connection) -> None:
    zending = _claim(tx, datetime.now(UTC))
    outbox.eindig(tx, zending, "mislukt", "chat not found")
    outbox.verzonden(tx, zending, 5)
    assert _staat(tx) == ("mislukt", None)


def test_writing_the_same_message_twice_is_refused(tx: Connection) -> None:
    (account,) = _post(tx, 1)
    punt = tx.begin_nested()
    with pytest.raises(Exception, match=r"(?i)unique"):
        outbox.schrijf(tx, 1, "proef", [account], Boodschap("mislukt"), baan=Baan.UITZENDING)
    punt.rollback()
    assert tx.scalar(select(func.count()).select_from(t.outbox)) == 1


def test_a_very_long_reason_fits(tx: Connection) -> None:
    zending = _claim(tx, datetime.now(UTC))
    outbox.eindig(tx, zending, "mislukt", "é" * 5000)
    assert _staat(tx)[0] == "mislukt"


def _einden(tx: Connection) -> list[tuple[str, str | None]]:
    rijen = tx.execute(select(t.outbox.c.staat, t.outbox.c.reden).order_by(t.outbox.c.id))
    return [(rij.staat, rij.reden) for rij in rijen]


@pytest.mark.parametrize(
    ("niet_na", "einde"),
    [
        (None, ("bezig", None)),
        (NU + timedelta(minutes=1), ("bezig", None)),
        (NU, ("bezig", None)),
        (NU - timedelta(seconds=1), ("mislukt", "te laat")),
    ],
)
def test_what_came_too_late_on_peoples_clock_is_dropped_and_not_sent(
    tx: Connection, niet_na: datetime | None, einde: tuple[str, str | None]
) -> None:
    _post(tx, 1, niet_na)
    claim = wachtrij.claim(tx, "telegram", list(Baan), 8, datetime.now(UTC), NU)
    assert len(claim) == (einde[0] == "bezig")
    assert _einden(tx) == [einde]


def test_what_is_dropped_takes_no_place_of_what_goes(tx: Connection) -> None:
    wie = _post(tx, 20, NU - timedelta(days=1))[0]
    outbox.schrijf(tx, een_wijk(tx), "later", [wie], Boodschap("mislukt"), baan=Baan.UITZENDING)
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 3, datetime.now(UTC), NU)
    assert zending.account == wie
    assert _einden(tx) == [("mislukt", "te laat")] * 20 + [("bezig", None)]


def test_a_claim_drops_a_part_of_very_much_that_is_too_late(tx: Connection) -> None:
    """One transaction stays short; the next claims drop the rest."""
    _post(tx, 150, NU - timedelta(days=1))
    now = datetime.now(UTC)
    assert wachtrij.claim(tx, "telegram", list(Baan), 7, now, NU) == []
    assert 100 <= _einden(tx).count(("mislukt", "te laat")) < 110
    assert _te_doen(tx, list(Baan), now)
    assert wachtrij.claim(tx, "telegram", list(Baan), 7, now, NU) == []
    assert not _te_doen(tx, list(Baan), now)


def _te_doen(tx: Connection, banen: Sequence[Baan], now: datetime) -> bool:
    vanaf = wachtrij.vanaf(tx, "telegram", banen)
    return vanaf is not None and vanaf <= now


def test_nothing_goes_to_who_cannot_be_reached(tx: Connection) -> None:
    weg, _ = _post(tx, 2)
    tx.execute(update(t.account).where(t.account.c.id == weg).values(bereikbaar=False))
    assert len(wachtrij.claim(tx, "telegram", list(Baan), 8, datetime.now(UTC), NU)) == 1
    assert _einden(tx) == [("mislukt", "onbereikbaar"), ("bezig", None)]


def test_all_that_waits_for_who_blocked_the_bot_ends_and_names_in_it_are_emptied(tx: Connection) -> None:
    weg, blijft = _post(tx, 2)
    data = Boodschap("welkom.vol_team", {"adres": "Merelweg 1"})
    outbox.schrijf(tx, een_wijk(tx), "tweede", [weg, blijft], data, baan=Baan.DRINGEND)
    outbox.laat_vallen_van(tx, weg, "Forbidden: bot was blocked by the user")
    rijen = tx.execute(select(t.outbox).order_by(t.outbox.c.id)).all()
    gevallen = [rij for rij in rijen if rij.account == weg]
    assert {(rij.staat, rij.reden, str(rij.data)) for rij in gevallen} == {
        ("mislukt", "Forbidden: bot was blocked by the user", "{}")
    }
    assert {rij.staat for rij in rijen if rij.account == blijft} == {"wachtend"}


def test_what_had_no_turn_goes_back_without_a_try_counted(tx: Connection) -> None:
    now = datetime.now(UTC)
    zending = _claim(tx, now)
    outbox.terug(tx, zending, now + timedelta(seconds=5))
    (rij,) = tx.execute(select(t.outbox)).all()
    assert (rij.staat, rij.pogingen, rij.lease_tot, rij.niet_voor) == ("wachtend", 0, None, now + timedelta(seconds=5))
    assert not _te_doen(tx, list(Baan), now)
    assert _te_doen(tx, list(Baan), now + timedelta(seconds=5))


def test_lanes_that_may_not_send_now_are_left_alone(tx: Connection) -> None:
    _post(tx, 1)
    now = datetime.now(UTC)
    assert not _te_doen(tx, [Baan.ANTWOORD, Baan.DRINGEND], now)
    assert wachtrij.claim(tx, "telegram", [Baan.ANTWOORD, Baan.DRINGEND], 8, now, NU) == []
    assert _einden(tx) == [("wachtend", None)]


@pytest.mark.parametrize(
    ("volgorde", "herhaling"),
    [
        (["laat", "claim"], ("mislukt", "aangekomen")),
        (["claim", "laat", "klaar"], ("verzonden", None)),
        (["claim", "klaar", "laat"], ("verzonden", None)),
        (["claim", "laat", "terug", "claim"], ("mislukt", "aangekomen")),
        (["claim", "terug", "laat", "claim"], ("mislukt", "aangekomen")),
        (["claim", "laat", "verlopen"], ("onzeker", "lease verlopen")),
        (["claim", "verlopen", "laat"], ("onzeker", "lease verlopen")),
        (["claim", "klaar"], ("verzonden", None)),
    ],
    ids=str,
)
def test_a_late_answer_takes_back_a_repeat_that_is_not_on_its_way(
    tx: Connection, volgorde: list[str], herhaling: tuple[str, str | None]
) -> None:
    now = datetime.now(UTC)
    wijk, naar = een_wijk(tx), [een_account(tx)]
    outbox.schrijf(tx, wijk, "af", naar, Boodschap("bijeenkomst.afgelast"), baan=Baan.DRINGEND)
    (eerste,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
    now += wachtrij.LEASE * 2
    outbox.verlopen_leases(tx, now)
    onderweg: list[outbox.Zending] = []
    for stap in volgorde:
        match stap:
            case "laat":
                outbox.verzonden(tx, eerste, 7)
            case "claim":
                onderweg = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
            case "klaar":
                outbox.verzonden(tx, onderweg[0], 8)
            case "terug":
                outbox.later(tx, onderweg[0], now)
            case "verlopen":
                now += wachtrij.LEASE * 2
                outbox.verlopen_leases(tx, now)
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU) == []
    eind = ("verzonden", None) if "laat" in volgorde else ("onzeker", "lease verlopen")
    assert [staat for staat, _ in _einden(tx)] == [eind[0], herhaling[0]]
    assert _einden(tx)[1] == herhaling


def test_what_must_leave_a_chat_is_tried_once_more_when_nobody_knows_whether_it_did(tx: Connection) -> None:
    wijk, (naar,) = een_wijk(tx), _post(tx, 1)
    tx.execute(update(t.outbox).values(staat="verzonden", bericht_id=7))
    weg = Boodschap("hulpvraag.door_ander", {"wijze": "bel"})
    verander(tx, ["proef"], "weg", [naar], weg, baan=Baan.HERINNERING)
    now = datetime.now(UTC)
    for keer in range(2):
        (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU)
        assert (zending.verandert, zending.boodschap) == (7, weg), "it does not say that it is a repeat"
        if keer:
            outbox.eindig(tx, zending, "onzeker", "Timed out")
        else:
            outbox.verlopen_leases(tx, now := now + wachtrij.LEASE * 2)
    assert wachtrij.claim(tx, "telegram", list(Baan), 8, now, NU) == []
    assert [rij.staat for rij in tx.execute(select(t.outbox).order_by(t.outbox.c.id))][1:] == ["onzeker"] * 2
    assert verzendingen.te_herhalen(tx, wijk, None, NU, 0, 9) == []


def test_a_repeat_knows_its_message_and_its_alarm_and_the_database_refuses_a_second(tx: Connection) -> None:
    wijk, naar = een_wijk(tx), [een_account(tx)]
    wekkers.zet(tx, wijk, "bijeenkomst_afgelast", 1, NU)
    wekker = tx.scalar(select(t.wekker.c.id))
    afgelast = Boodschap("bijeenkomst.afgelast", {"titel": "Café"})
    tot = NU + timedelta(hours=1)
    outbox.schrijf(tx, wijk, "af", naar, afgelast, baan=Baan.DRINGEND, wekker=wekker, niet_na=tot)
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 8, datetime.now(UTC), NU)
    outbox.eindig(tx, zending, "onzeker", "Timed out")
    eerste, herhaling = tx.execute(select(t.outbox).order_by(t.outbox.c.id)).all()
    assert (herhaling.herhaalt, herhaling.wekker, herhaling.niet_na) == (eerste.id, wekker, tot)
    assert herhaling.data == {"titel": "Café", "herhaling": True}
    punt = tx.begin_nested()
    with pytest.raises(IntegrityError):
        outbox.herhaal(tx, [eerste])
    punt.rollback()
