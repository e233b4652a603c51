"""A meeting that changes or is cancelled: who may, what moves along, and who hears what, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.spelregels import Spelregels
from bot.services import aanmelding, bewijs, bijeenkomst, formulier, plannen, wekker, wijziging
from bot.services.bewijs import Feit
from bot.services.handeling import AMSTERDAM, BEGELEIDER, TREKKER, eis_rol
from bot.storage import accounts, wekkers, werkgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_inhoud, een_rol, een_telling, een_wijk, handeling

NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
BEGIN = datetime(2027, 2, 16, 19, 0, tzinfo=UTC)  # a Tuesday at eight
LATER = "17 februari 19:30"
NOOR, TESSA = "9001", "9002"
TECHNIEK = "t" * 22
ALLE = {f.soort: f for f in (wijziging.WIJZIGING, wijziging.AFGELASTING)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    werkgroepen.vul_aan(tx, wijk, [("Techniek", TECHNIEK)])
    een_account(tx, TESSA)
    een_rol(tx, wijk, TREKKER, TESSA, bereik=TECHNIEK)
    for wie in range(1, 6):
        een_account(tx, str(wie), bewoner=een_bewoner(tx, wijk))
    return wijk


def plan(tx: Connection, wijk: int, **velden: Any) -> str:
    doet = handeling(wijk, NOOR, now=NU)
    vast = {"soort": "workshop", "titel": "Koken", "begin": BEGIN.isoformat(), "plaats": "Hier", "vragen": "ja"}
    klaar = plannen.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), {**vast, "voor": "wijk", **velden})
    return str(klaar.data["id"])


def zeg(tx: Connection, wijk: int, publiek_id: str, **antwoorden: str) -> None:
    for wie, antwoord in antwoorden.items():
        aanmelding.meld_aan(tx, handeling(wijk, wie.strip("_"), now=NU), publiek_id, antwoord)


def verander(
    tx: Connection, wijk: int, publiek_id: str, now: datetime = NU, wie: str = NOOR, **velden: str | None
) -> Any:
    """Change a meeting in the chat: a field by typing, `bereik` and `gasten` by a button, None by skipping."""
    doet = handeling(wijk, wie, now=now)
    wijziging.begin(tx, doet, publiek_id)
    _vul_in(tx, doet, velden)
    return formulier.bevestig(tx, doet, ALLE)


def gelast_af(
    tx: Connection, wijk: int, publiek_id: str, wie: str = NOOR, now: datetime = NU, **velden: str | None
) -> Any:
    doet = handeling(wijk, wie, now=now)
    wijziging.begin_afgelasten(tx, doet, publiek_id)
    _vul_in(tx, doet, velden)
    return formulier.bevestig(tx, doet, ALLE)


def _vul_in(tx: Connection, doet: Any, velden: dict[str, str | None]) -> None:
    for naam, waarde in velden.items():
        formulier.vraag_extra(tx, doet, ALLE, naam)
        if waarde is None or naam in {"bereik", "gasten"}:
            formulier.kies(tx, doet, ALLE, naam, waarde or "")
        elif naam == "kaart":
            formulier.stuur(tx, doet, ALLE, een_inhoud("plek", plek=[int(deel) for deel in waarde.split(",")]))
        else:
            formulier.typ(tx, doet, ALLE, waarde)


def tik(tx: Connection, wijk: int, now: datetime = NU) -> None:
    while volgende := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, volgende.id, now, AMSTERDAM, Verzending())


def gehoord(tx: Connection, soort: str) -> list[str]:
    vraag = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    return sorted(tx.scalars(vraag.where(t.outbox.c.soort == f"bijeenkomst.{soort}")))


def verteld(tx: Connection, soort: str = "gewijzigd") -> Any:
    """Return what the last message of a kind carried."""
    vraag = select(t.outbox.c.data).where(t.outbox.c.soort == f"bijeenkomst.{soort}")
    return tx.scalar(vraag.order_by(t.outbox.c.id.desc()).limit(1))


def test_who_comes_hesitates_or_waits_hears_what_changed_from_what_to_what(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk, capaciteit=1)
    zeg(tx, wijk, deze, _1="ja", _2="ja", _3="misschien", _4="nee")
    verander(tx, wijk, deze, begin=LATER, plaats="Daar")
    tik(tx, wijk)
    assert gehoord(tx, "gewijzigd") == ["1", "2", "3"]
    nieuw = datetime(2027, 2, 17, 18, 30, tzinfo=UTC)
    assert verteld(tx)["velden"] == [["begin", BEGIN.isoformat(), nieuw.isoformat()], ["plaats", "Hier", "Daar"]]
    assert verteld(tx)["begin"] == nieuw.isoformat()
    for _ in range(2):
        tik(tx, wijk)
    assert gehoord(tx, "gewijzigd") == ["1", "2", "3"]


def test_what_makes_no_difference_to_who_comes_is_not_told(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja")
    assert verander(tx, wijk, deze, capaciteit="30", gasten="2").melding == "bijeenkomst.gewijzigd_stil"
    tik(tx, wijk)
    assert gehoord(tx, "gewijzigd") == []


def test_reminders_move_along_and_the_old_ones_do_nothing(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja")
    verander(tx, wijk, deze, begin="23 februari 20:00")
    tik(tx, wijk, BEGIN)  # the moments of the old beginning, but the week before the new one is among them
    assert gehoord(tx, "herinnering") == ["1"]
    tik(tx, wijk, datetime(2027, 2, 22, 18, 0, tzinfo=UTC))
    tik(tx, wijk, datetime(2027, 2, 23, 17, 0, tzinfo=UTC))
    assert gehoord(tx, "herinnering") == ["1"] * 3
    verander(tx, wijk, deze, now=datetime(2027, 2, 23, 17, 30, tzinfo=UTC), begin="24 februari 20:00")
    tik(tx, wijk, datetime(2027, 2, 24, 17, 0, tzinfo=UTC))
    assert gehoord(tx, "herinnering") == ["1"] * 4  # that of the evening before came too late beside the last


def test_moved_and_moved_back_is_reminded_once_per_moment(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja")
    verander(tx, wijk, deze, begin="23 februari 20:00")
    verander(tx, wijk, deze, begin="16 februari 20:00")
    for dagen in range(20):
        tik(tx, wijk, NU + timedelta(days=dagen))
    assert gehoord(tx, "herinnering") == ["1"] * 2  # a week and a day before; the tick skipped the two hours


def test_an_end_moves_along_with_the_beginning(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk, eind="22:00")
    data = verander(tx, wijk, deze, begin=LATER).data
    assert data["eind"] == "2027-02-17T21:00:00+00:00"
    assert [naam for naam, _, _ in _laatste(tx)["velden"]] == ["begin"]


def _laatste(tx: Connection) -> Any:
    vraag = select(t.bijeenkomst_wijziging.c.data).order_by(t.bijeenkomst_wijziging.c.id.desc()).limit(1)
    return tx.scalar(vraag)


def test_more_places_are_offered_in_order_and_fewer_than_are_taken_is_refused(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk, capaciteit=1)
    zeg(tx, wijk, deze, _1="ja", _2="ja", _3="ja", _4="ja")
    verander(tx, wijk, deze, capaciteit="3")
    assert gehoord(tx, "plek_vrij") == ["2", "3"]
    with pytest.raises(Geweigerd, match="plekken_te_weinig"):
        verander(tx, wijk, deze, capaciteit="2")
    verander(tx, wijk, deze, capaciteit=None)
    assert gehoord(tx, "plek_gekregen") == ["2", "3", "4"], "without a limit nobody waits, nor need answer"


def test_a_place_for_someone_without_a_phone_is_kept_when_there_is_one(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk, capaciteit=2)
    noor = handeling(wijk, NOOR, now=NU)
    assert wijziging.zonder_telefoon(tx, noor, deze, "1").data["vrij"] == 1
    assert wijziging.zonder_telefoon(tx, noor, deze, "1").data["vrij"] == 1, "a second tap keeps no second place"
    zeg(tx, wijk, deze, _1="ja", _2="ja")
    with pytest.raises(Geweigerd, match="geen_plek"):
        wijziging.zonder_telefoon(tx, noor, deze, "2")
    wijziging.zonder_telefoon(tx, noor, deze, "0")
    assert gehoord(tx, "plek_vrij") == ["2"]
    with pytest.raises(Geweigerd, match="niemand_zonder_telefoon"):
        wijziging.zonder_telefoon(tx, noor, deze, "-1")
    for forged in ("0", "5", "x", ""):
        assert not wijziging.zonder_telefoon(tx, noor, deze, forged).data["aanmeldingen"].get("zonder_telefoon")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        wijziging.zonder_telefoon(tx, handeling(wijk, "1", now=NU), deze, "1")


@pytest.mark.parametrize("begin", [wijziging.begin, wijziging.begin_afgelasten])
def test_only_who_runs_it_may_change_it_and_only_before_it_begins(tx: Connection, wijk: int, begin: Any) -> None:
    wijkbreed, techniek = plan(tx, wijk), plan(tx, wijk, voor="werkgroep", welke=TECHNIEK)
    for wie, publiek_id, reden in (
        ("1", wijkbreed, "rol_nodig"),
        (TESSA, wijkbreed, "bereik"),
        (NOOR, "x" * 22, "onbekend"),
    ):
        with pytest.raises(Geweigerd, match=reden):
            begin(tx, handeling(wijk, wie, now=NU), publiek_id)
    begin(tx, handeling(wijk, TESSA, now=NU), techniek)
    with pytest.raises(Geweigerd, match="voorbij_wijzigen"):
        begin(tx, handeling(wijk, NOOR, now=BEGIN), wijkbreed)
    gelast_af(tx, wijk, wijkbreed)
    with pytest.raises(Geweigerd, match="afgelast"):
        begin(tx, handeling(wijk, NOOR, now=NU), wijkbreed)


def test_of_two_who_change_it_at_the_same_time_the_second_looks_again(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    ander = handeling(wijk, NOOR, now=NU)
    wijziging.begin(tx, ander, deze)
    formulier.vraag_extra(tx, ander, ALLE, "titel")
    formulier.typ(tx, ander, ALLE, "Anders")
    tx.execute(t.bijeenkomst.update().values(versie=7))
    with pytest.raises(Geweigerd, match="intussen_gewijzigd"):
        formulier.bevestig(tx, ander, ALLE)


def test_nothing_changed_is_said_and_the_past_is_no_new_beginning(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    with pytest.raises(Geweigerd, match="niets_gewijzigd"):
        verander(tx, wijk, deze, titel="Koken")
    doet = handeling(wijk, NOOR, now=NU)
    wijziging.begin(tx, doet, deze)
    _vul_in(tx, doet, {"begin": "2 februari 20:00"})
    with pytest.raises(Geweigerd, match=r"moment\.voorbij"):
        formulier.bevestig(tx, handeling(wijk, NOOR, now=NU + timedelta(days=3)), ALLE)


@pytest.mark.parametrize(("vooraf", "rest"), [(timedelta(hours=23), Baan.DRINGEND), (None, Baan.HERINNERING)])
def test_a_cancellation_wakes_only_who_signed_up_unless_it_is_soon(
    tx: Connection, wijk: int, vooraf: timedelta | None, rest: Baan
) -> None:
    """Who did not sign up hears it after the quiet hours, which the lane of reminders keeps."""
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja")
    gelast_af(tx, wijk, deze, reden="De oven is stuk")
    tik(tx, wijk, BEGIN - vooraf if vooraf else NU)
    vraag = select(t.account.c.extern_id, t.outbox.c.baan).join(t.outbox, t.outbox.c.account == t.account.c.id)
    banen = dict(tx.execute(vraag.where(t.outbox.c.soort == "bijeenkomst.afgelast")).all())
    assert banen["1"] == Baan.DRINGEND
    assert {baan for wie, baan in banen.items() if wie != "1"} == {rest}


def test_a_cancelled_meeting_is_told_to_everyone_it_was_for_once_but_for_who_said_no(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja", _2="misschien", _3="nee")
    gelast_af(tx, wijk, deze, reden="De oven is stuk")
    tik(tx, wijk)
    assert gehoord(tx, "afgelast") == ["1", "2", "4", "5"]
    assert verteld(tx, "afgelast")["reden"] == "De oven is stuk"
    tik(tx, wijk, BEGIN)
    assert gehoord(tx, "herinnering") == []
    data = bijeenkomst.toon(tx, handeling(wijk, "1", now=NU), deze).data
    assert data["afgelast"]
    assert bijeenkomst.agendabestand(tx, handeling(wijk, "1", now=NU), deze).data["versie"] == 1


def test_who_said_yes_and_left_the_werkgroep_hears_of_the_cancellation_too(tx: Connection, wijk: int) -> None:
    groep = werkgroepen.lijst(tx, wijk, 0)[0].id
    leden = [accounts.wie(tx, wijk, "telegram", wie) for wie in ("1", "2")]
    for lid in leden:
        assert lid is not None
        werkgroepen.zet_lid(tx, wijk, groep, lid.bewoner or 0, lid=True)
    deze = plan(tx, wijk, voor="werkgroep", welke=TECHNIEK)
    zeg(tx, wijk, deze, _1="ja")
    assert leden[0] is not None
    werkgroepen.zet_lid(tx, wijk, groep, leden[0].bewoner or 0, lid=False)
    gelast_af(tx, wijk, deze, wie=TESSA)
    tik(tx, wijk)
    assert gehoord(tx, "afgelast") == ["1", "2"]


def test_a_message_of_a_change_that_was_overtaken_by_the_cancellation_is_left_out(tx: Connection, wijk: int) -> None:
    deze = plan(tx, wijk)
    zeg(tx, wijk, deze, _1="ja")
    verander(tx, wijk, deze, plaats="Daar")
    gelast_af(tx, wijk, deze)
    tik(tx, wijk)
    assert (gehoord(tx, "gewijzigd"), gehoord(tx, "afgelast")) == ([], ["1", "2", "3", "4", "5"])


def test_one_of_a_series_changes_alone_or_with_all_that_follow(tx: Connection, wijk: int) -> None:
    plan(tx, wijk, herhaal="week", keer=4)
    reeks = list(tx.scalars(select(t.bijeenkomst.c.publiek_id).order_by(t.bijeenkomst.c.begin)))
    for publiek_id, wie in zip(reeks, ("1", "2", "3", "4"), strict=True):
        zeg(tx, wijk, publiek_id, **{f"_{wie}": "ja"})
    verander(tx, wijk, reeks[1], plaats="Daar")
    tik(tx, wijk)
    assert gehoord(tx, "gewijzigd") == ["2"]
    verander(tx, wijk, reeks[2], begin="3 maart 19:00", bereik="volgende")
    tik(tx, wijk)
    assert gehoord(tx, "gewijzigd") == ["2", "3", "4"]
    assert len(verteld(tx)["reeks"]) == 2
    rijen = tx.execute(select(t.bijeenkomst.c.begin, t.bijeenkomst.c.plaats).order_by(t.bijeenkomst.c.begin)).all()
    assert [(f"{r.begin.astimezone(AMSTERDAM):%d-%m %H:%M}", r.plaats) for r in rijen] == [
        ("16-02 20:00", "Hier"),
        ("23-02 20:00", "Daar"),
        ("03-03 19:00", "Hier"),
        ("10-03 19:00", "Hier"),
    ]


def test_the_rest_of_a_series_is_cancelled_in_one_message(tx: Connection, wijk: int) -> None:
    plan(tx, wijk, herhaal="week", keer=4)
    reeks = list(tx.scalars(select(t.bijeenkomst.c.publiek_id).order_by(t.bijeenkomst.c.begin)))
    zeg(tx, wijk, reeks[2], _1="ja")
    zeg(tx, wijk, reeks[3], _1="nee", _2="nee")
    gelast_af(tx, wijk, reeks[1], bereik="volgende")
    tik(tx, wijk)
    assert gehoord(tx, "afgelast") == ["1", "3", "4", "5"]
    assert len(verteld(tx, "afgelast")["reeks"]) == 3
    assert (
        tx.scalars(select(t.bijeenkomst.c.publiek_id).where(t.bijeenkomst.c.afgelast_op.is_(None))).all() == reeks[:1]
    )


def test_a_single_meeting_and_the_last_of_a_series_have_nothing_that_follows(tx: Connection, wijk: int) -> None:
    plan(tx, wijk, herhaal="week", keer=2)
    reeks = list(tx.scalars(select(t.bijeenkomst.c.publiek_id).order_by(t.bijeenkomst.c.begin)))
    noor = handeling(wijk, NOOR, now=NU)
    assert "bereik" in wijziging.begin(tx, noor, reeks[0]).data["extra"]
    assert "bereik" not in wijziging.begin(tx, noor, reeks[1]).data["extra"]


@pytest.mark.parametrize(
    ("hoe", "over"),
    [
        (lambda tx, wijk, deze, nu: gelast_af(tx, wijk, deze, now=nu), 0),
        (lambda tx, wijk, deze, nu: verander(tx, wijk, deze, now=nu, begin="24 februari 20:00"), 0),
        (lambda tx, wijk, deze, nu: verander(tx, wijk, deze, now=nu, begin="16 februari 20:15"), 3),
    ],
)
def test_who_came_in_before_it_was_called_off_or_moved_was_at_no_meeting(
    tx: Connection, wijk: int, hoe: Any, over: int
) -> None:
    deze, nu = plan(tx, wijk), BEGIN - timedelta(minutes=30)
    noor = eis_rol(tx, handeling(wijk, NOOR, now=nu), BEGELEIDER)
    feit = Feit("aanwezig_vragen", deze, "deurcode")
    een = accounts.wie(tx, wijk, "telegram", "1")
    assert een is not None
    assert een.bewoner is not None
    bewijs.leg_vast(tx, handeling(wijk, "1", now=nu), een.bewoner, feit)
    door = replace(feit, methode="deurlijst", vastlegger=noor)
    bewijs.leg_aantal_vast(tx, handeling(wijk, NOOR, now=nu), door, 3)

    hoe(tx, wijk, deze, nu)

    assert een_telling(tx, wijk, Spelregels(), "informatie").teller_hoog == over
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == (2 if over else 4), "corrections append"


@pytest.mark.parametrize(
    ("wordt", "uitkomst"),
    [
        ({"capaciteit": None}, "plek_gekregen"),
        ({"begin": "2 februari 10:30"}, "plek_gekregen"),
        ({"begin": LATER}, "plek_verlopen"),
        ({"capaciteit": "2"}, "plek_verlopen"),
    ],
)
def test_a_held_place_becomes_theirs_when_there_is_nothing_to_wait_for_any_more(
    tx: Connection, wijk: int, wordt: Any, uitkomst: str
) -> None:
    deze = plan(tx, wijk, capaciteit=1)
    zeg(tx, wijk, deze, _1="ja", _2="ja")
    zeg(tx, wijk, deze, _1="nee")
    assert gehoord(tx, "plek_vrij") == ["2"]
    verander(tx, wijk, deze, **wordt)
    tik(tx, wijk, NU + timedelta(hours=26))
    assert gehoord(tx, uitkomst) == ["2"]
    assert len(gehoord(tx, "plek_gekregen")) + len(gehoord(tx, "plek_verlopen")) == 1
