"""The own reminders of a werkgroep: made, changed, stopped, and coming back on time; also after a long sleep."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import formulier, herinnering, planning
from bot.services.handeling import BEGELEIDER, TREKKER
from bot.storage import accounts, voorkeuren, wekkers, werkgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling
from tests.services.test_wekker import NOOR, tik, verstuurd

NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday, ten in the morning
TREK, ANDER = "9005", "9006"
FORMULIEREN = {f.soort: f for f in (herinnering.FORMULIER, herinnering.WIJZIGEN, planning.VERZETTEN)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


@pytest.fixture
def techniek(tx: Connection, wijk: int) -> str:
    """A werkgroep with a trekker and two members; a third resident is in another one."""
    groepen = {naam: een_publiek_id() for naam in ("techniek", "klankbord")}
    werkgroepen.vul_aan(tx, wijk, groepen.items())
    een_rol(tx, wijk, TREKKER, TREK, bereik=groepen["techniek"])
    een_rol(tx, wijk, TREKKER, ANDER, bereik=groepen["klankbord"])
    for wie, naam in (("1", "techniek"), ("2", "techniek"), ("3", "klankbord")):
        bewoner = een_bewoner(tx, wijk)
        een_account(tx, wie, bewoner=bewoner)
        groep = next(w.id for w in werkgroepen.lijst(tx, wijk, 0) if w.naam == naam)
        werkgroepen.zet_lid(tx, wijk, groep, bewoner, lid=True)
    return groepen["techniek"]


def typ(tx: Connection, wijk: int, tekst: str, wie: str = TREK, now: datetime = NU) -> Boodschap:
    return formulier.typ(tx, handeling(wijk, wie, now=now), FORMULIEREN, tekst)


def klaar(tx: Connection, wijk: int, wie: str = TREK, now: datetime = NU) -> Boodschap:
    return formulier.bevestig(tx, handeling(wijk, wie, now=now), FORMULIEREN)


def vul_in(tx: Connection, wijk: int, moment: str, wie: str = TREK, now: datetime = NU) -> Boodschap:
    """Fill in the form for the werkgroep techniek and return what follows on the moment."""
    formulier.begin(tx, handeling(wijk, wie, now=now), herinnering.FORMULIER)
    typ(tx, wijk, "techniek", wie, now)
    typ(tx, wijk, "Neem de notulen mee", wie, now)
    return typ(tx, wijk, moment, wie, now)


def maak(tx: Connection, wijk: int, moment: str, wie: str = TREK, now: datetime = NU) -> str:
    vul_in(tx, wijk, moment, wie, now)
    return str(klaar(tx, wijk, wie, now).data["id"])


def open_(tx: Connection) -> list[datetime]:
    """Return the moments at which a reminder will go."""
    return list(tx.scalars(select(t.wekker.c.moment).where(t.wekker.c.gedaan_op.is_(None))))


ZONE = handeling(0).zone


def lokaal(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=ZONE).astimezone(UTC)


def test_the_preview_says_the_rhythm_back_with_its_first_time(tx: Connection, wijk: int, techniek: str) -> None:
    voorbeeld = vul_in(tx, wijk, "elke eerste dinsdag 19:30", now=lokaal("2027-02-10T10:00"))
    assert voorbeeld.soort == "herinnering.voorbeeld"
    assert voorbeeld.data["groep_naam"] == "techniek"
    assert "herhaling" not in voorbeeld.data, "that marks a message that is sent a second time"
    assert voorbeeld.data["ritme"]["hoeveelste"] == 1
    assert voorbeeld.data["volgende"] == lokaal("2027-03-02T19:30").isoformat()
    assert voorbeeld.data["extra"] == ["tot"]
    assert open_(tx) == []


def test_members_of_the_werkgroep_get_it_each_time_and_nobody_else(tx: Connection, wijk: int, techniek: str) -> None:
    maak(tx, wijk, "elke dinsdag 20:00")
    for week in range(3):
        for later in (timedelta(0), timedelta(minutes=1)):
            tik(tx, wijk, lokaal("2027-02-02T20:00") + timedelta(weeks=week) + later)
        assert verstuurd(tx, "herinnering") == sorted(["1", "2"] * (week + 1))
    assert open_(tx) == [lokaal("2027-02-23T20:00")]


def test_once_is_once(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "12 maart 19:30")
    for dagen in range(60):
        tik(tx, wijk, lokaal("2027-02-02T19:30") + timedelta(days=dagen))
    assert verstuurd(tx, "herinnering") == ["1", "2"]
    assert herinnering.lijst(tx, handeling(wijk, TREK)).data["regels"] == []
    with pytest.raises(Geweigerd, match=r"herinnering\.onbekend"):
        herinnering.toon(tx, handeling(wijk, TREK), publiek_id)


def test_it_ends_on_the_last_day_that_was_named(tx: Connection, wijk: int, techniek: str) -> None:
    vul_in(tx, wijk, "elke dinsdag 20:00")
    formulier.vraag_extra(tx, handeling(wijk, TREK, now=NU), FORMULIEREN, "tot")
    punt = tx.begin_nested()
    with pytest.raises(Geweigerd, match=r"moment\.voor_eerste"):
        typ(tx, wijk, "1 februari")
    punt.rollback()
    assert typ(tx, wijk, "9 februari").data["ritme"]["tot"] == "2027-02-09"
    klaar(tx, wijk)
    for dagen in range(60):
        tik(tx, wijk, lokaal("2027-02-01T21:00") + timedelta(days=dagen))
    assert verstuurd(tx, "herinnering") == ["1", "1", "2", "2"]


def test_who_wants_to_hear_nothing_of_werkgroepen_does_not_get_it_and_it_counts_for_nobody(
    tx: Connection, wijk: int, techniek: str
) -> None:
    maak(tx, wijk, "elke dinsdag 20:00")
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "2")) or 0
    voorkeuren.zet(tx, account, werkgroepen=False)
    tik(tx, wijk, lokaal("2027-02-02T20:00"))
    assert verstuurd(tx, "herinnering") == ["1"]
    assert tx.scalars(select(t.outbox.c.ongevraagd_op).where(t.outbox.c.soort == "herinnering")).all() == [None]


@pytest.mark.parametrize(
    ("te_laat", "gaat"),
    [(timedelta(hours=2, minutes=59), True), (timedelta(hours=3), False), (timedelta(days=2), False)],
)
def test_late_by_less_than_three_hours_goes_out_and_later_does_not(
    tx: Connection, wijk: int, techniek: str, te_laat: timedelta, gaat: bool
) -> None:
    maak(tx, wijk, "elke dinsdag 12:00")
    tik(tx, wijk, lokaal("2027-02-02T12:00") + te_laat)
    assert verstuurd(tx, "herinnering") == (["1", "2"] if gaat else [])
    assert open_(tx) == [lokaal("2027-02-09T12:00")]


def test_after_weeks_of_sleep_nothing_comes_in_a_burst_and_all_that_was_missed_is_listed(
    tx: Connection, wijk: int, techniek: str
) -> None:
    maak(tx, wijk, "elke dinsdag 20:00")
    wakker = lokaal("2027-03-02T21:00")  # an hour after the fifth time
    tik(tx, wijk, wakker)
    assert verstuurd(tx, "herinnering") == ["1", "2"], "only the last one still makes sense"
    assert open_(tx) == [lokaal("2027-03-09T20:00")]
    regels = planning.te_laat(tx, handeling(wijk, TREK, now=wakker)).data["regels"]
    assert [regel["moment"][:10] for regel in regels] == ["2027-02-23", "2027-02-16", "2027-02-09", "2027-02-02"]


def test_a_single_one_that_was_missed_is_listed_too(tx: Connection, wijk: int, techniek: str) -> None:
    maak(tx, wijk, "2 februari 20:00")
    wakker = lokaal("2027-02-03T21:00")
    tik(tx, wijk, wakker)
    assert verstuurd(tx, "herinnering") == []
    regels = planning.te_laat(tx, handeling(wijk, TREK, now=wakker)).data["regels"]
    assert [(regel["soort"], regel["titel"]) for regel in regels] == [("herinnering_eigen", "Neem de notulen mee")]


@pytest.mark.parametrize(
    ("begin", "keren"),
    [
        ("2027-10-30T12:00", ["2027-10-31T00:30", "2027-11-07T01:30"]),  # 02:30 is there twice: once
        ("2027-03-27T12:00", ["2027-03-28T01:30", "2027-04-04T00:30"]),  # 02:30 is not there: once, at 03:30
    ],
)
def test_half_past_two_in_the_nights_of_the_clock_change_is_once(
    tx: Connection, wijk: int, techniek: str, begin: str, keren: list[str]
) -> None:
    nu = lokaal(begin)
    assert vul_in(tx, wijk, "elke zondag 02:30", now=nu).soort == "tijdstip.stil"
    formulier.kies(tx, handeling(wijk, TREK, now=nu), FORMULIEREN, "stil", "goed")
    klaar(tx, wijk, now=nu)
    gegaan, gehad = [], 0
    for halve_uren in range(2 * 24 * 9):
        moment = nu + halve_uren * timedelta(minutes=30)
        tik(tx, wijk, moment)
        if (nu_gehad := len(verstuurd(tx, "herinnering"))) > gehad:
            gegaan.append(moment.strftime("%Y-%m-%dT%H:%M"))
        gehad = nu_gehad
    assert gegaan == keren


def test_a_time_in_the_quiet_hours_is_asked_about_first(tx: Connection, wijk: int, techniek: str) -> None:
    vraag = vul_in(tx, wijk, "elke dinsdag 22:00")
    assert (vraag.soort, vraag.data["gaat"]) == ("tijdstip.stil", lokaal("2027-02-03T08:00").isoformat())
    formulier.terug(tx, handeling(wijk, TREK, now=NU), FORMULIEREN)
    assert typ(tx, wijk, "elke dinsdag 20:00").soort == "herinnering.voorbeeld"


def _wijzig(tx: Connection, wijk: int, publiek_id: str, veld: str, waarde: str, now: datetime = NU) -> Boodschap:
    herinnering.begin_wijzigen(tx, handeling(wijk, TREK, now=now), publiek_id)
    formulier.vraag_extra(tx, handeling(wijk, TREK, now=now), FORMULIEREN, veld)
    typ(tx, wijk, waarde, now=now)
    return klaar(tx, wijk, now=now)


def test_changing_the_rhythm_replaces_what_was_to_come(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    scherm = _wijzig(tx, wijk, publiek_id, "moment", "elke woensdag 20:00")
    assert (scherm.soort, scherm.data["id"]) == ("herinnering.een", publiek_id)
    assert open_(tx) == [lokaal("2027-02-03T20:00")]
    _wijzig(tx, wijk, publiek_id, "tekst", "Koffie mee")
    _wijzig(tx, wijk, publiek_id, "moment", "elke dinsdag 20:00")
    for dagen in range(7):
        tik(tx, wijk, lokaal("2027-02-01T20:00") + timedelta(days=dagen))
    teksten: list[dict[str, Any]] = list(tx.scalars(select(t.outbox.c.data)))
    assert [data["tekst"] for data in teksten] == ["Koffie mee"] * 2


@pytest.mark.overal
def test_stopping_asks_first_and_then_nothing_comes(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    doet = handeling(wijk, TREK, now=NU)
    assert herinnering.stop(tx, doet, publiek_id, zeker=False).soort == "herinnering.zeker"
    assert herinnering.stop(tx, doet, publiek_id, zeker=True).data["regels"] == []
    with pytest.raises(Geweigerd, match=r"herinnering\.onbekend"):  # a second tap
        herinnering.stop(tx, doet, publiek_id, zeker=True)
    assert open_(tx) == []


def test_a_form_that_stayed_open_while_it_was_stopped_brings_nothing_back(
    tx: Connection, wijk: int, techniek: str
) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    herinnering.begin_wijzigen(tx, handeling(wijk, TREK, now=NU), publiek_id)
    herinnering.stop(tx, handeling(wijk, NOOR, now=NU), publiek_id, zeker=True)
    with pytest.raises(Geweigerd, match=r"herinnering\.onbekend"):
        klaar(tx, wijk)
    assert open_(tx) == []


def test_a_preview_that_stayed_open_too_long_makes_nothing(tx: Connection, wijk: int, techniek: str) -> None:
    vul_in(tx, wijk, "2 februari 20:00")
    with pytest.raises(Geweigerd, match=r"moment\.voorbij"):
        klaar(tx, wijk, now=lokaal("2027-02-02T20:00"))


def test_cancelling_one_time_in_the_planning_keeps_the_next(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    zegt, welke = handeling(wijk, TREK, now=NU), (herinnering.SOORT, publiek_id)
    keer = planning.zeg_af(tx, zegt, *welke).data["keer"]
    planning.zeg_af(tx, zegt, *welke, keer)
    with pytest.raises(Geweigerd, match=r"planning\.weg"):  # a second tap would cancel the next time
        planning.zeg_af(tx, zegt, *welke, keer)
    assert open_(tx) == [lokaal("2027-02-09T20:00")]
    tik(tx, wijk, lokaal("2027-02-02T20:00"))
    assert verstuurd(tx, "herinnering") == []


@pytest.mark.parametrize("naar", ["1 februari 20:00", "2 februari 21:30", "9 februari 19:59"])
def test_one_time_that_is_moved_goes_once_and_the_next_stays(
    tx: Connection, wijk: int, techniek: str, naar: str
) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    planning.begin_verzetten(tx, handeling(wijk, TREK, now=NU), herinnering.SOORT, publiek_id)
    scherm = typ(tx, wijk, naar)
    if scherm.soort == "tijdstip.stil":
        formulier.kies(tx, handeling(wijk, TREK, now=NU), FORMULIEREN, "stil", "goed")
    for uren in range(24 * 8 + 10):
        tik(tx, wijk, NU + timedelta(hours=uren, minutes=59))
    assert verstuurd(tx, "herinnering") == ["1", "2"]
    assert open_(tx) == [lokaal("2027-02-09T20:00")]


def test_one_time_cannot_be_moved_beyond_the_next(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    planning.begin_verzetten(tx, handeling(wijk, TREK, now=NU), herinnering.SOORT, publiek_id)
    with pytest.raises(Geweigerd, match=r"planning\.te_laat"):
        typ(tx, wijk, "9 februari 20:00")


def test_another_trekker_a_resident_and_a_forged_button_are_refused(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    for wie, reden in ((ANDER, r"herinnering\.onbekend"), ("1", "rol_nodig")):
        doet = handeling(wijk, wie, now=NU)
        with pytest.raises(Geweigerd, match=reden):
            herinnering.toon(tx, doet, publiek_id)
        with pytest.raises(Geweigerd, match=reden):
            herinnering.begin_wijzigen(tx, doet, publiek_id)
        with pytest.raises(Geweigerd, match=reden):
            herinnering.stop(tx, doet, publiek_id, zeker=True)
    with pytest.raises(Geweigerd, match=r"herinnering\.onbekend"):
        herinnering.stop(tx, handeling(wijk, TREK, now=NU), "A" * 22, zeker=True)
    assert herinnering.lijst(tx, handeling(wijk, ANDER, now=NU)).data["regels"] == []
    assert len(herinnering.lijst(tx, handeling(wijk, NOOR, now=NU)).data["regels"]) == 1
    assert len(open_(tx)) == 1


def test_a_trekker_makes_one_for_the_own_werkgroep_only(tx: Connection, wijk: int, techniek: str) -> None:
    vraag = formulier.begin(tx, handeling(wijk, ANDER, now=NU), herinnering.FORMULIER)
    assert [naam for _, naam in vraag.data["gehaald"]] == ["klankbord"]
    formulier.kies(tx, handeling(wijk, ANDER, now=NU), FORMULIEREN, "groep", techniek)  # forged
    tx.execute(t.gesprek.update().values(stap="voorbeeld", data={"groep": techniek, "tekst": "x", "moment": {}}))
    with pytest.raises(Geweigerd, match=r"doelgroep\.onbekend"):
        klaar(tx, wijk, ANDER)
    assert tx.scalar(select(func.count()).select_from(t.herinnering)) == 0


def test_the_same_time_written_twice_is_one_alarm(tx: Connection, wijk: int, techniek: str) -> None:
    publiek_id = maak(tx, wijk, "elke dinsdag 20:00")
    for _ in range(2):
        _wijzig(tx, wijk, publiek_id, "tekst", "Nog eens")
    rij = tx.execute(select(t.wekker)).one()
    punt = tx.begin_nested()
    with pytest.raises(Exception, match=r"(?i)unique"):
        wekkers.zet(tx, wijk, rij.soort, rij.onderwerp, rij.moment)
    punt.rollback()
