"""What happens when its moment has come: announcements, reminders, closing. Late is once, twice is once."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.config import Verzending
from bot.services import aanmelding, bewijslog, formulier, peiling, plannen, stemmen, wekker, wijziging
from bot.services.handeling import AMSTERDAM, BEGELEIDER, eis_rol
from bot.storage import accounts, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling

NOOR = "9001"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


def bewoner(tx: Connection, wijk: int, extern_id: str) -> int:
    """Return the account of a new resident."""
    return een_account(tx, extern_id, bewoner=een_bewoner(tx, wijk))


def plan(tx: Connection, wijk: int, begin: datetime, now: datetime = NU) -> str:
    """Let the begeleider plan a meeting; return its public id."""
    doet = handeling(wijk, NOOR, now=now)
    data = {"soort": "energiecafe", "titel": "Café", "begin": begin.isoformat(), "plaats": "Hier", "vragen": "ja"}
    publiek_id: str = plannen.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data).data["id"]
    return publiek_id


def peil(tx: Connection, wijk: int, sluit_op: datetime) -> str:
    doet = handeling(wijk, NOOR)
    data = {"vraag": "Welke?", "keuze.opties": ["Rood", "Blauw"], "sluit_op": sluit_op.isoformat(), "besluit": "ja"}
    data |= {"keuze.max_keuzes": "een", "methode": "keuze", "voor": "wijk", "live": "nee"}
    peiling.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data)
    return str(tx.scalar(select(t.peiling.c.publiek_id).order_by(t.peiling.c.id.desc()).limit(1)))


def tik(tx: Connection, wijk: int, now: datetime, per_week: int = 2) -> None:
    """Do all that is due, as a tick does."""
    van_de_schil: list[int] = []
    while volgende := wekkers.eerste(tx, wijk, now, van_de_schil):
        if volgende.soort == bewijslog.WEKKER:
            van_de_schil.append(volgende.id)
            continue
        wekker.doe(tx, wijk, volgende.id, now, AMSTERDAM, Verzending(per_week=per_week))


def verstuurd(tx: Connection, soort: str) -> list[str]:
    """Return to whom a kind of message goes."""
    vraag = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    return sorted(tx.scalars(vraag.where(t.outbox.c.soort == soort)))


def zeg(tx: Connection, wijk: int, wie: str, publiek_id: str, antwoord: str) -> None:
    aanmelding.meld_aan(tx, handeling(wijk, wie), publiek_id, antwoord)


def test_a_meeting_is_announced_to_every_resident_who_can_be_reached_and_to_nobody_else(
    tx: Connection, wijk: int
) -> None:
    bewoner(tx, wijk, "1")
    accounts.wijzig(tx, bewoner(tx, wijk, "2"), bereikbaar=False)
    een_account(tx, "3")
    bewoner(tx, een_wijk(tx, "Elders"), "4")
    plan(tx, wijk, NU + timedelta(days=5))
    tik(tx, wijk, NU)
    assert verstuurd(tx, "bijeenkomst.nieuw") == ["1"]


@pytest.mark.parametrize(
    ("begin", "week", "dag", "uren"),
    [
        # winter, summer
        (datetime(2027, 2, 10, 19, 0, tzinfo=UTC), "2027-02-03T18:00", "2027-02-09T18:00", "2027-02-10T17:00"),
        (datetime(2027, 7, 7, 18, 0, tzinfo=UTC), "2027-06-30T17:00", "2027-07-06T17:00", "2027-07-07T16:00"),
        # the nights in which the clock springs on and falls back
        (datetime(2027, 3, 28, 17, 0, tzinfo=UTC), "2027-03-21T18:00", "2027-03-27T18:00", "2027-03-28T15:00"),
        (datetime(2027, 10, 31, 18, 0, tzinfo=UTC), "2027-10-24T17:00", "2027-10-30T17:00", "2027-10-31T16:00"),
        # just before it does, and in the hour that is twice there
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "2027-03-21T18:00", "2027-03-27T18:00", "2027-03-27T22:30"),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "2027-10-24T17:00", "2027-10-30T17:00", "2027-10-30T23:30"),
    ],
)
def test_reminders_come_a_week_and_a_day_before_at_seven_local_and_two_hours_before(
    tx: Connection, wijk: int, begin: datetime, week: str, dag: str, uren: str
) -> None:
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, begin), "ja")
    momenten = [datetime.fromisoformat(iso).replace(tzinfo=UTC) for iso in (week, dag, uren)]
    for hoeveelste, moment in enumerate(momenten):
        tik(tx, wijk, moment - timedelta(seconds=1))
        assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"] * hoeveelste
        tik(tx, wijk, moment)
        assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"] * (hoeveelste + 1)
    tik(tx, wijk, begin + timedelta(days=1))
    assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"] * 3


def test_only_who_comes_or_hesitates_is_reminded(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, NU + timedelta(days=5))
    for wie, antwoord in (("1", "ja"), ("2", "misschien"), ("3", "nee"), ("4", None), ("5", "ja")):
        account = bewoner(tx, wijk, wie)
        if antwoord:
            zeg(tx, wijk, wie, publiek_id, antwoord)
        if wie == "5":
            accounts.wijzig(tx, account, bereikbaar=False)
    zeg(tx, wijk, "2", publiek_id, "nee")
    zeg(tx, wijk, "2", publiek_id, "misschien")
    tik(tx, wijk, NU + timedelta(days=5) - timedelta(hours=2))
    assert verstuurd(tx, "bijeenkomst.herinnering") == ["1", "2"]


def test_a_bot_that_was_away_sends_one_late_reminder_and_not_two(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, NU + timedelta(days=5)), "ja")
    tik(tx, wijk, NU + timedelta(days=5) - timedelta(minutes=30))
    assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"]


def test_nothing_is_announced_or_reminded_once_it_has_begun(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, NU + timedelta(days=5)), "ja")
    peil(tx, wijk, NU + timedelta(days=1))
    tik(tx, wijk, NU + timedelta(days=5))
    assert verstuurd(tx, "bijeenkomst.nieuw") == verstuurd(tx, "bijeenkomst.herinnering") == []
    assert verstuurd(tx, "peiling.open") == []
    assert verstuurd(tx, "peiling.uitslag") == ["1"]


def test_a_meeting_of_tonight_has_only_the_reminders_that_still_can_be(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, NU + timedelta(hours=1)), "ja")
    tik(tx, wijk, NU + timedelta(minutes=59))
    assert verstuurd(tx, "bijeenkomst.herinnering") == []


def test_the_same_alarm_set_twice_is_refused_and_a_tick_twice_is_once(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    plan(tx, wijk, NU + timedelta(days=5))
    for _ in range(3):
        tik(tx, wijk, NU)
    assert verstuurd(tx, "bijeenkomst.nieuw") == ["1"]
    rij = tx.execute(select(t.wekker).where(t.wekker.c.soort == "bijeenkomst_nieuw")).one()
    punt = tx.begin_nested()
    with pytest.raises(Exception, match=r"(?i)unique"):
        wekkers.zet(tx, wijk, rij.soort, rij.onderwerp, rij.moment)
    punt.rollback()


def test_a_fan_out_goes_in_chunks_each_of_which_can_be_the_last_before_a_crash(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wekker, "BLOK", 3)
    for wie in range(8):
        bewoner(tx, wijk, str(wie))
    plan(tx, wijk, NU + timedelta(days=5))
    groottes = []
    while volgende := wekkers.eerste(tx, wijk, NU):
        wekker.doe(tx, wijk, volgende.id, NU, AMSTERDAM, Verzending())
        groottes.append(len(verstuurd(tx, "bijeenkomst.nieuw")))
    assert groottes == [3, 6, 8]
    assert verstuurd(tx, "bijeenkomst.nieuw") == [str(wie) for wie in range(8)]


@pytest.mark.parametrize("aantal", [0, 3, 6])
def test_a_fan_out_that_comes_out_even_ends_too(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch, aantal: int
) -> None:
    monkeypatch.setattr(wekker, "BLOK", 3)
    for wie in range(aantal):
        bewoner(tx, wijk, str(wie))
    plan(tx, wijk, NU + timedelta(days=5))
    tik(tx, wijk, NU)
    assert len(verstuurd(tx, "bijeenkomst.nieuw")) == aantal
    assert wekkers.eerste(tx, wijk, NU) is None


def _stem(tx: Connection, wijk: int, wie: str, publiek_id: str, keuze: int) -> None:
    stemmen.stem(tx, handeling(wijk, wie), publiek_id, str(keuze))


def test_a_poll_that_closes_keeps_its_ballots_and_forgets_whose_they_are(tx: Connection, wijk: int) -> None:
    publiek_id = peil(tx, wijk, NU + timedelta(days=1))
    for wie, keuze in (("1", 0), ("2", 1), ("3", 1), ("4", 1), ("5", 1)):
        bewoner(tx, wijk, wie)
        _stem(tx, wijk, wie, publiek_id, keuze)
    tik(tx, wijk, NU + timedelta(days=1))
    assert tx.scalar(select(func.count()).select_from(t.stemkoppeling)) == 0
    assert tx.scalar(select(func.count()).select_from(t.stembiljet)) == 5
    uitslag: dict[str, Any] = tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "peiling.uitslag")).all()[0]
    assert uitslag["regels"] == []  # of fewer than ten ballots nothing is told
    assert verstuurd(tx, "peiling.uitslag") == ["1", "2", "3", "4", "5"]


def test_no_row_of_any_table_joins_a_closed_ballot_to_a_person(tx: Connection, wijk: int) -> None:
    """No column of a person stands beside a ballot or an option, and no key or option stands beside a person."""
    publiek_id = peil(tx, wijk, NU + timedelta(days=1))
    bewoner(tx, wijk, "1")
    _stem(tx, wijk, "1", publiek_id, 1)
    tik(tx, wijk, NU + timedelta(days=1))
    sleutels = {sleutel.hex() for sleutel in tx.scalars(select(t.stembiljet.c.sleutel))}
    opties = set(tx.scalars(select(t.peiling_optie.c.publiek_id))) | {"Blauw", "Rood"}
    for naam in ("bewijs", "bewijs_prive", "account", "bewoner", "gesprek", "inbox", "aanmelding"):
        for rij in tx.execute(select(t.metadata.tables[naam])):
            gezien = json.dumps([w.hex() if isinstance(w, bytes) else str(w) for w in rij])
            assert not [wat for wat in sleutels | opties if wat in gezien], naam
    over_het_biljet = {"sleutel", "wijk", "peiling", "inhoud", "geleding"}
    assert {kolom.name for kolom in t.stembiljet.columns} == over_het_biljet
    assert list(tx.scalars(select(t.stembiljet.c.geleding))) == [None]  # only a poll of the geledingen writes it


def test_a_ballot_key_is_other_for_each_act_and_says_nothing(tx: Connection, wijk: int) -> None:
    publiek_id = peil(tx, wijk, NU + timedelta(days=1))
    for wie in ("1", "2"):
        bewoner(tx, wijk, wie)
        _stem(tx, wijk, wie, publiek_id, 0)
    sleutels = list(tx.scalars(select(t.stembiljet.c.sleutel)))
    assert len(set(sleutels)) == 2
    assert {len(sleutel) for sleutel in sleutels} == {16}


def test_what_is_due_longest_goes_first_and_the_future_stays(tx: Connection, wijk: int) -> None:
    for dagen in (3, 1, 2):
        wekkers.zet(tx, wijk, "bijeenkomst_nieuw", dagen, NU + timedelta(days=dagen))
    eerste = wekkers.eerste(tx, wijk, NU + timedelta(days=2))
    assert eerste is not None
    assert eerste.onderwerp == 1
    assert wekkers.eerste(tx, wijk, NU) is None
    assert wekkers.eerste(tx, een_wijk(tx, "Elders"), NU + timedelta(days=9)) is None


def test_an_alarm_whose_subject_is_gone_blocks_no_other(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    wekkers.zet(tx, wijk, "bijeenkomst_nieuw", 999, NU - timedelta(days=1))
    plan(tx, wijk, NU + timedelta(days=5))
    tik(tx, wijk, NU)
    assert verstuurd(tx, "bijeenkomst.nieuw") == ["1"]


def test_the_clock_of_the_demo_only_adds_up(tx: Connection) -> None:
    tx.execute(t.klok.insert().values(verzet_seconden=0))
    assert wekkers.verzet(tx) == 0
    assert [wekkers.verzet_klok(tx, 60), wekkers.verzet_klok(tx, 3600)] == [60, 3660]


@pytest.mark.overal
def test_the_closing_of_a_poll_goes_before_messages_and_what_is_skipped_does_not_hold_up_the_rest(
    tx: Connection, wijk: int
) -> None:
    """A tick skips what went wrong: the next that is due comes forward, and closing a poll comes first of all."""
    wekkers.zet(tx, wijk, "peiling_nieuw", 404, NU - timedelta(days=2))
    wekkers.zet(tx, wijk, "peiling_nieuw", 405, NU - timedelta(days=1))
    wekkers.zet(tx, wijk, "peiling_sluit", 406, NU)

    overslaan: list[int] = []
    volgorde = []
    while volgende := wekkers.eerste(tx, wijk, NU, overslaan):
        volgorde.append(volgende.onderwerp)
        overslaan.append(volgende.id)

    assert volgorde == [406, 404, 405]


# Reminders of polls

DAG_ERVOOR = datetime(2027, 2, 5, 18, 0, tzinfo=UTC)  # 19:00 local, of a poll that closes on the sixth
SLUIT = datetime(2027, 2, 6, 19, 0, tzinfo=UTC)


def test_who_has_not_voted_is_reminded_once_and_who_voted_is_not(tx: Connection, wijk: int) -> None:
    for wie in ("1", "2", "3", "4"):
        account = bewoner(tx, wijk, wie)
        if wie == "4":
            accounts.wijzig(tx, account, bereikbaar=False)
    publiek_id = peil(tx, wijk, SLUIT)
    _stem(tx, wijk, "1", publiek_id, 0)
    tik(tx, wijk, DAG_ERVOOR - timedelta(seconds=1))
    assert verstuurd(tx, "peiling.herinnering") == []
    _stem(tx, wijk, "2", publiek_id, 0)
    for later in (timedelta(0), timedelta(minutes=1), timedelta(hours=20)):
        tik(tx, wijk, DAG_ERVOOR + later)
    assert verstuurd(tx, "peiling.herinnering") == ["3"]


def test_one_reminder_an_hour_is_enough_for_anyone(tx: Connection, wijk: int) -> None:
    """Two polls close on the same day: who voted in the first is still reminded of the second, the others only once."""
    for wie in ("1", "2", "3"):
        bewoner(tx, wijk, wie)
    eerste, tweede = peil(tx, wijk, SLUIT), peil(tx, wijk, SLUIT + timedelta(minutes=5))
    _stem(tx, wijk, "1", eerste, 0)
    _stem(tx, wijk, "2", tweede, 0)
    tik(tx, wijk, DAG_ERVOOR, per_week=9)
    assert verstuurd(tx, "peiling.herinnering") == ["1", "2", "3"]


@pytest.mark.parametrize("te_laat", [timedelta(minutes=59), timedelta(0), -timedelta(days=1)])
def test_a_reminder_that_comes_too_late_does_not_come(tx: Connection, wijk: int, te_laat: timedelta) -> None:
    bewoner(tx, wijk, "1")
    peil(tx, wijk, SLUIT)
    tik(tx, wijk, SLUIT - te_laat)
    assert verstuurd(tx, "peiling.herinnering") == []


def test_a_poll_that_ended_early_reminds_nobody(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    for eind in (peiling.sluit, peiling.trek_in):
        eind(tx, handeling(wijk, NOOR), peil(tx, wijk, SLUIT), zeker=True)
    tik(tx, wijk, DAG_ERVOOR)
    assert verstuurd(tx, "peiling.herinnering") == verstuurd(tx, "peiling.open") == []


def test_who_voted_in_a_poll_that_was_withdrawn_hears_it_and_who_moved_away_does_not(tx: Connection, wijk: int) -> None:
    for wie in ("1", "2", "3"):
        bewoner(tx, wijk, wie)
    publiek_id = peil(tx, wijk, SLUIT)
    for wie in ("1", "2"):
        _stem(tx, wijk, wie, publiek_id, 0)
    peiling.trek_in(tx, handeling(wijk, NOOR), publiek_id, zeker=True)
    verhuisd = select(t.account.c.bewoner).where(t.account.c.extern_id == "2").scalar_subquery()
    tx.execute(t.bewoner.update().where(t.bewoner.c.id == verhuisd).values(tot=NU))
    for later in (timedelta(0), timedelta(days=9)):
        tik(tx, wijk, NU + later)
    assert verstuurd(tx, "peiling.ingetrokken") == ["1"]
    assert verstuurd(tx, "peiling.uitslag") == []


@pytest.mark.parametrize("aantal", [6, 7])
def test_reminders_go_in_chunks_of_who_has_not_voted(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch, aantal: int
) -> None:
    monkeypatch.setattr(wekker, "BLOK", 3)
    publiek_id = peil(tx, wijk, SLUIT)
    for wie in range(2 * aantal):
        bewoner(tx, wijk, f"{wie:02}")
        if wie % 2:
            _stem(tx, wijk, f"{wie:02}", publiek_id, 0)
    tik(tx, wijk, DAG_ERVOOR)
    assert verstuurd(tx, "peiling.herinnering") == [f"{wie:02}" for wie in range(0, 2 * aantal, 2)]
    assert wekkers.eerste(tx, wijk, DAG_ERVOOR) is None


# A machine that slept

BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)  # eight in the evening


def _afloop(tx: Connection) -> dict[str, str | None]:
    """Return how the alarms of which the moment has passed ended, by kind."""
    rijen = tx.execute(select(t.wekker.c.soort, t.wekker.c.afloop).where(t.wekker.c.gedaan_op.is_not(None)))
    return {rij.soort: rij.afloop for rij in rijen}


@pytest.mark.parametrize(
    ("slaapt_voor", "slaapt", "gaan", "vervallen"),
    [
        # before the beginning at eight; how long; what goes at waking; what is dropped and listed
        (timedelta(days=8), timedelta(hours=25), 1, []),  # a week before, at nine: two hours late
        (timedelta(days=7, hours=2), timedelta(hours=25), 0, ["herinnering_week"]),
        (timedelta(days=2), timedelta(hours=25), 1, []),  # the day before, two hours late
        (timedelta(hours=25, minutes=30), timedelta(hours=25), 1, ["herinnering_dag"]),  # both: the last one goes
        (timedelta(hours=26), timedelta(hours=25, minutes=59), 1, ["herinnering_dag"]),
        (timedelta(hours=2, minutes=10), timedelta(hours=25), 0, ["herinnering_uren"]),
        (timedelta(days=8), timedelta(days=9), 0, ["herinnering_dag", "herinnering_uren", "herinnering_week"]),
    ],
)
def test_after_a_sleep_each_person_gets_at_most_one_reminder_and_none_that_lost_its_sense(
    tx: Connection, wijk: int, slaapt_voor: timedelta, slaapt: timedelta, gaan: int, vervallen: list[str]
) -> None:
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, BEGIN, now=NU - timedelta(days=1)), "ja")
    tik(tx, wijk, BEGIN - slaapt_voor)
    gehad, toen = len(verstuurd(tx, "bijeenkomst.herinnering")), _afloop(tx)
    for _ in range(2):
        tik(tx, wijk, BEGIN - slaapt_voor + slaapt)
    assert len(verstuurd(tx, "bijeenkomst.herinnering")) - gehad == gaan
    nieuw = _afloop(tx).items() - toen.items()
    assert sorted(soort for soort, afloop in nieuw if afloop == "te_laat") == vervallen


def test_after_a_sleep_what_is_to_come_is_announced_what_is_over_is_not_and_polls_close(
    tx: Connection, wijk: int
) -> None:
    bewoner(tx, wijk, "1")
    plan(tx, wijk, NU + timedelta(days=5))
    peil(tx, wijk, NU + timedelta(hours=20))
    peil(tx, wijk, NU + timedelta(days=9))
    tik(tx, wijk, NU + timedelta(hours=25), per_week=9)
    assert verstuurd(tx, "bijeenkomst.nieuw") == ["1"]
    assert verstuurd(tx, "peiling.open") == ["1"]
    assert verstuurd(tx, "peiling.uitslag") == ["1"]
    assert verstuurd(tx, "peiling.herinnering") == []
    assert _afloop(tx)["peiling_herinnering"] == "te_laat"


def test_a_late_reminder_says_how_far_off_it_is_on_the_day_on_which_it_goes(tx: Connection, wijk: int) -> None:
    """At a quarter to twelve at night it waits for the morning: then it is no longer "tomorrow"."""
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, BEGIN), "ja")
    tik(tx, wijk, datetime(2027, 2, 9, 22, 45, tzinfo=UTC))
    data = tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "bijeenkomst.herinnering")).one()
    assert data["wanneer"] == "straks"


def test_a_late_reminder_that_the_night_holds_until_the_next_is_due_does_not_come(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    begin = datetime(2027, 2, 10, 8, 30, tzinfo=UTC)  # half past nine: the last reminder is at half past seven
    zeg(tx, wijk, "1", plan(tx, wijk, begin), "ja")
    tik(tx, wijk, datetime(2027, 2, 9, 22, 0, tzinfo=UTC))
    assert verstuurd(tx, "bijeenkomst.herinnering") == []
    tik(tx, wijk, datetime(2027, 2, 10, 6, 30, tzinfo=UTC))
    assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"]


def test_a_reminder_written_twice_for_a_person_and_moment_is_refused(tx: Connection, wijk: int) -> None:
    """Unique per what, whom, kind and planned moment: the alarm is one row, and its number is in each message's key."""
    bewoner(tx, wijk, "1")
    zeg(tx, wijk, "1", plan(tx, wijk, BEGIN), "ja")
    dag = BEGIN - timedelta(hours=25)
    tik(tx, wijk, dag)
    tx.execute(t.wekker.update().where(t.wekker.c.soort == "herinnering_dag").values(gedaan_op=None))
    punt = tx.begin_nested()
    with pytest.raises(Exception, match=r"(?i)unique"):
        tik(tx, wijk, dag)
    punt.rollback()
    assert verstuurd(tx, "bijeenkomst.herinnering") == ["1"]


def test_a_cancelled_meeting_has_no_reminders_left(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, BEGIN)
    wijziging.begin_afgelasten(tx, handeling(wijk, NOOR), publiek_id)
    formulier.bevestig(tx, handeling(wijk, NOOR), {"afgelasting": wijziging.AFGELASTING})
    tik(tx, wijk, NU)
    assert tx.scalar(select(func.count()).where(t.wekker.c.gedaan_op.is_(None))) == 0
