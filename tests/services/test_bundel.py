"""What was held back goes together, as it stands then; whatever happens, nobody hears too much and nothing is lost."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, insert, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.weekmaat import WEEK
from bot.services import aanmelding, bezorging, bundel, peiling, plannen, stemmen, voorkeur, wekker
from bot.services.bezorging import Geval, Lading
from bot.services.handeling import AMSTERDAM, BEGELEIDER, eis_rol
from bot.storage import aansporingen, accounts, bewaard, voorkeuren, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling

NOOR = "9001"
MIDDAG = NU.replace(hour=11)
VRIJDAG = datetime(2027, 2, 5, 15, 0, tzinfo=UTC)
DAG = timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    return _wijk(tx)


def _wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


def bewoner(tx: Connection, wijk: int, extern_id: str = "1", **gekozen: bool) -> int:
    account = een_account(tx, extern_id, bewoner=een_bewoner(tx, wijk))
    if gekozen:
        voorkeuren.zet(tx, account, **gekozen)
    return account


def plan(tx: Connection, wijk: int, begin: datetime, now: datetime = MIDDAG, **velden: str) -> str:
    doet = handeling(wijk, NOOR, now=now)
    data = {"soort": "energiecafe", "titel": "Café", "begin": begin.isoformat(), "plaats": "Hier", "vragen": "ja"}
    publiek_id: str = plannen.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data | velden).data["id"]
    return publiek_id


def peil(tx: Connection, wijk: int, sluit_op: datetime, now: datetime = MIDDAG, besluit: str = "nee") -> str:
    doet = handeling(wijk, NOOR, now=now)
    data = {"vraag": "Welke?", "keuze.opties": ["Rood", "Blauw"], "sluit_op": sluit_op.isoformat(), "besluit": besluit}
    peiling.FORMULIER.klaar(
        tx,
        doet,
        eis_rol(tx, doet, BEGELEIDER),
        data | {"keuze.max_keuzes": "een", "methode": "keuze", "voor": "wijk", "live": "nee"},
    )
    return str(tx.scalar(select(t.peiling.c.publiek_id).order_by(t.peiling.c.id.desc()).limit(1)))


def zend_uit(tx: Connection, wijk: int, now: datetime, naar: list[int], tekst: str = "Kom langs", **rest: Any) -> str:
    """Let a broadcast go; return its public id."""
    publiek_id = een_publiek_id()
    talen = {"nl": {"soort": "tekst", "html": tekst, "file_id": None, "naam": None, "plek": None}}
    van = {"rol": "buurtbegeleider", "bereik": ""}
    inhoud = {"id": publiek_id, "talen": talen, "eigen_taal": "nl", "van": van, "hulp": True}
    vast = {"wijk": wijk, "inhoud": inhoud, "doelgroep": [], "aantal": 9, "staat": "bezig"}
    nieuw = insert(t.uitzending).values(publiek_id=publiek_id, gemaakt_door=naar[0], gemaakt_op=now, moment=now, **vast)
    nummer = tx.execute(nieuw.returning(t.uitzending.c.id)).scalar_one()
    wekkers.zet(tx, wijk, "proef", nummer, now)
    deze = tx.scalar(select(t.wekker.c.id).where(t.wekker.c.soort == "proef", t.wekker.c.onderwerp == nummer)) or 0
    alarm = wekkers.open_wekker(tx, wijk, deze)
    assert alarm is not None
    wekkers.gedaan(tx, deze, now)
    lading = Lading(naar, Boodschap("uitzending", {}), over="buurt", uitzending=nummer)
    bezorging.bezorg(tx, Geval(wijk, alarm, now, AMSTERDAM, Verzending()), replace(lading, **rest))
    return publiek_id


def tik(tx: Connection, wijk: int, now: datetime) -> None:
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())


def wachtend(tx: Connection) -> int:
    """Count all that is held back."""
    return tx.scalar(select(func.count()).select_from(t.bewaard)) or 0


def soorten(tx: Connection, account: int) -> list[str]:
    vraag = select(t.outbox.c.soort).where(t.outbox.c.account == account, t.outbox.c.staat != "mislukt")
    return list(tx.scalars(vraag.order_by(t.outbox.c.id)))


def regels(tx: Connection, account: int) -> list[dict[str, Any]]:
    """Return the lines of all bundles that went to someone."""
    vraag = select(t.outbox.c.data).where(t.outbox.c.account == account, t.outbox.c.soort == "bundel")
    return [regel for data in tx.scalars(vraag) for regel in data["regels"]]


def test_what_is_too_much_for_the_week_comes_together_when_there_is_room(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk)
    ids = [plan(tx, wijk, MIDDAG + timedelta(days=20 + n), titel=f"Avond {n}") for n in range(3)]
    ids.append(peil(tx, wijk, MIDDAG + 20 * DAG))
    tik(tx, wijk, MIDDAG)
    assert soorten(tx, anna) == ["bijeenkomst.nieuw"] * 2
    tik(tx, wijk, MIDDAG + 7 * DAG - timedelta(seconds=1))
    assert len(soorten(tx, anna)) == 2
    tik(tx, wijk, MIDDAG + 7 * DAG)
    assert soorten(tx, anna)[2:] == ["bundel"]
    assert [(regel["wat"], regel["id"]) for regel in regels(tx, anna)] == [
        ("peiling", ids[3]),
        ("bijeenkomst", ids[2]),
    ]
    assert wachtend(tx) == 0
    rij = tx.execute(select(t.outbox).where(t.outbox.c.soort == "bundel")).one()
    assert rij.ongevraagd_op == MIDDAG + 7 * DAG


def test_one_thing_alone_comes_as_itself(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk, wekelijks=True)
    plan(tx, wijk, MIDDAG + 20 * DAG)
    tik(tx, wijk, MIDDAG)
    tik(tx, wijk, VRIJDAG)
    assert soorten(tx, anna) == ["bijeenkomst.nieuw"]
    van = select(t.wekker.c.soort).join(t.outbox, t.outbox.c.wekker == t.wekker.c.id)
    assert list(tx.scalars(van)) == ["bijeenkomst_nieuw"], "it is counted and repeated with the announcement"


def test_what_lost_its_sense_while_it_waited_is_left_out(tx: Connection, wijk: int) -> None:
    """A meeting that began, one that was cancelled, one that was answered, a poll that closed, one with their vote."""
    anna = bewoner(tx, wijk)
    for _ in range(2):  # there is no room before the meeting begins and the poll closes
        zend_uit(tx, wijk, VRIJDAG - WEEK - timedelta(minutes=90), [anna])
    voorkeuren.zet(tx, anna, wekelijks=True)
    plan(tx, wijk, VRIJDAG - timedelta(hours=1))
    afgelast, gezien = (plan(tx, wijk, MIDDAG + 20 * DAG) for _ in range(2))
    peil(tx, wijk, VRIJDAG - timedelta(hours=1))
    gestemd = peil(tx, wijk, MIDDAG + 20 * DAG)
    zend_uit(tx, wijk, MIDDAG, [anna])
    tik(tx, wijk, MIDDAG)
    assert bewaard.tel_alle(tx, wijk) == 5  # of a broadcast its maker sees how many wait
    tx.execute(update(t.bijeenkomst).where(t.bijeenkomst.c.publiek_id == afgelast).values(afgelast_op=MIDDAG))
    aanmelding.meld_aan(tx, handeling(wijk, now=MIDDAG), gezien, "nee")
    stemmen.stem(tx, handeling(wijk, now=MIDDAG), gestemd, "0")
    tik(tx, wijk, VRIJDAG)
    assert soorten(tx, anna) == ["uitzending"] * 3
    assert [rij.soort for rij in bewaard.van(tx, [anna])] == ["peiling.uitslag"], "of the poll that closed"


def test_who_hears_things_once_a_week_hears_before_it_of_what_is_over_by_then(tx: Connection, wijk: int) -> None:
    """On its own, for the rest waits for Friday; and not when there is no room before it is over."""
    anna = bewoner(tx, wijk, wekelijks=True)
    zend_uit(tx, wijk, MIDDAG, [anna])
    zaterdag, woensdag = VRIJDAG + timedelta(hours=20), MIDDAG + 2 * DAG
    plan(tx, wijk, zaterdag)
    tik(tx, wijk, MIDDAG)
    assert soorten(tx, anna) == ["bijeenkomst.nieuw"]
    plan(tx, wijk, VRIJDAG + 10 * DAG, woensdag)
    peil(tx, wijk, VRIJDAG - timedelta(hours=3), woensdag)
    tik(tx, wijk, woensdag)
    assert soorten(tx, anna) == ["bijeenkomst.nieuw", "peiling.open"]
    plan(tx, wijk, VRIJDAG, woensdag)
    for dag in range(40):
        tik(tx, wijk, woensdag + timedelta(hours=3 * dag))
    assert soorten(tx, anna) == ["bijeenkomst.nieuw", "peiling.open"], "two in a week is the most, also for these"
    tik(tx, wijk, VRIJDAG + WEEK)
    assert soorten(tx, anna)[2:] == ["bundel"]
    assert [regel["wat"] for regel in regels(tx, anna)] == ["bijeenkomst", "uitzending", "uitslag"]


def test_what_comes_before_the_weekly_one_does_not_take_it_along(tx: Connection, wijk: int) -> None:
    """There is room from Wednesday on: then only what cannot wait comes."""
    anna = bewoner(tx, wijk)
    for _ in range(2):
        zend_uit(tx, wijk, MIDDAG - 5 * DAG, [anna])
    voorkeur.kies_tempo(tx, handeling(wijk, now=MIDDAG), "week")
    zend_uit(tx, wijk, MIDDAG, [anna])
    zend_uit(tx, wijk, MIDDAG, [anna])
    plan(tx, wijk, VRIJDAG + timedelta(hours=4))
    tik(tx, wijk, MIDDAG)
    assert len(soorten(tx, anna)) == 2
    tik(tx, wijk, MIDDAG + 2 * DAG)
    assert soorten(tx, anna)[2:] == ["bijeenkomst.nieuw"]
    tik(tx, wijk, VRIJDAG)
    assert soorten(tx, anna)[2:] == ["bijeenkomst.nieuw", "bundel"]


def test_what_changed_while_it_waited_is_told_as_it_is_now(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk, wekelijks=True)
    publiek_id = plan(tx, wijk, MIDDAG + 20 * DAG)
    tik(tx, wijk, MIDDAG)
    later = MIDDAG + 25 * DAG
    tx.execute(
        update(t.bijeenkomst).where(t.bijeenkomst.c.publiek_id == publiek_id).values(begin=later, titel="Anders")
    )
    tik(tx, wijk, VRIJDAG)
    rij = tx.execute(select(t.outbox).where(t.outbox.c.account == anna)).one()
    assert (rij.data["titel"], rij.data["begin"], rij.niet_na) == ("Anders", later.isoformat(), later)


def test_who_moved_or_blocked_the_bot_gets_no_bundle(tx: Connection, wijk: int) -> None:
    anna, bram = (bewoner(tx, wijk, wie, wekelijks=True) for wie in "12")
    for _ in range(2):
        zend_uit(tx, wijk, MIDDAG, [anna, bram])
    woont = select(t.account.c.bewoner).where(t.account.c.id == anna).scalar_subquery()
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == woont).values(tot=MIDDAG))
    accounts.wijzig(tx, bram, bereikbaar=False)
    tik(tx, wijk, VRIJDAG)
    assert (soorten(tx, anna), soorten(tx, bram), bewaard.tel_alle(tx, wijk)) == ([], [], 0)


@pytest.mark.parametrize("wekelijks", [True, False])
def test_that_one_can_vote_on_the_decision_is_known_a_day_before_closing_at_the_latest(
    tx: Connection, wijk: int, *, wekelijks: bool
) -> None:
    anna = bewoner(tx, wijk, wekelijks=wekelijks)
    for _ in range(3):
        zend_uit(tx, wijk, MIDDAG, [anna])
    voor = len(soorten(tx, anna))
    sluit = MIDDAG + 3 * DAG
    peil(tx, wijk, sluit, besluit="ja")
    if not wekelijks:  # else it comes at once: by Friday it is over
        peil(tx, wijk, sluit, besluit="nee")
    tik(tx, wijk, MIDDAG)
    tik(tx, wijk, sluit - DAG - timedelta(seconds=1))
    assert len(soorten(tx, anna)) == voor
    tik(tx, wijk, sluit - DAG)
    assert soorten(tx, anna)[voor:] == ["peiling.open"]
    tik(tx, wijk, sluit - timedelta(hours=1))
    assert soorten(tx, anna)[voor:] == ["peiling.open"], "no reminder on top of it"


def test_a_poll_on_the_decision_of_less_than_a_day_is_told_at_once(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk, wekelijks=True)
    peil(tx, wijk, MIDDAG + timedelta(hours=20), besluit="ja")
    tik(tx, wijk, MIDDAG)
    assert soorten(tx, anna) == ["peiling.open"]


def test_who_voted_gets_the_result_at_once_and_who_did_not_when_there_is_room(tx: Connection, wijk: int) -> None:
    anna, bram = (bewoner(tx, wijk, wie, wekelijks=True) for wie in "12")
    publiek_id = peil(tx, wijk, MIDDAG + DAG, besluit="ja")
    stemmen.stem(tx, handeling(wijk, now=MIDDAG), publiek_id, "0")
    tik(tx, wijk, MIDDAG + DAG)
    assert "peiling.uitslag" in soorten(tx, anna)
    assert "peiling.uitslag" not in soorten(tx, bram)
    zend_uit(tx, wijk, MIDDAG + DAG, [bram])
    tik(tx, wijk, VRIJDAG)
    assert Counter(regel["wat"] for regel in regels(tx, bram)) == {"uitslag": 1, "uitzending": 1}
    assert {regel["id"] for regel in regels(tx, bram) if regel["wat"] == "uitslag"} == {publiek_id}


def test_one_is_asked_once_more_to_vote_once_per_poll_however_it_comes(tx: Connection, wijk: int) -> None:
    """Staff ask who had not voted: the reminder goes to nobody whom they asked, nor does a second message of staff."""
    anna, bram = (bewoner(tx, wijk, wie) for wie in "12")
    sluit = MIDDAG + 20 * DAG
    publiek_id = peil(tx, wijk, sluit)
    nummer = tx.scalar(select(t.peiling.c.id).where(t.peiling.c.publiek_id == publiek_id)) or 0
    tik(tx, wijk, MIDDAG)
    for _ in range(2):
        zend_uit(tx, wijk, MIDDAG + 10 * DAG, [anna], aansporing=nummer)
    assert soorten(tx, anna) == ["peiling.open", "uitzending"]
    tik(tx, wijk, sluit - timedelta(hours=12))
    assert soorten(tx, anna) == ["peiling.open", "uitzending"]
    assert soorten(tx, bram) == ["peiling.open", "peiling.herinnering"]
    zend_uit(tx, wijk, sluit - timedelta(hours=11), [anna, bram], aansporing=nummer)
    assert len(soorten(tx, bram)) == 2
    assert aansporingen.gehad(tx, nummer, [anna, bram]) == {anna, bram}
    tik(tx, wijk, sluit)
    assert aansporingen.gehad(tx, nummer, [anna, bram]) == set(), "nobody can look up who had not voted"


def test_bundles_go_in_chunks_each_of_which_can_be_the_last_before_a_crash(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundel, "BLOK", 3)
    wie = [bewoner(tx, wijk, str(n), wekelijks=True) for n in range(7)]
    for _ in range(2):
        zend_uit(tx, wijk, MIDDAG, wie)
    aantallen = []
    while te_doen := wekkers.eerste(tx, wijk, VRIJDAG):
        wekker.doe(tx, wijk, te_doen.id, VRIJDAG, AMSTERDAM, Verzending())
        aantallen.append(len(tx.scalars(select(t.outbox.c.id)).all()))
    assert aantallen == [3, 6, 7]
    assert wachtend(tx) == 0


def test_what_may_have_gone_before_a_backup_is_held_for_staff(tx: Connection, wijk: int) -> None:
    anna, bram = bewoner(tx, wijk, "1", wekelijks=True), bewoner(tx, wijk, "2")
    for _ in range(2):
        zend_uit(tx, wijk, MIDDAG, [anna])
    plan(tx, wijk, MIDDAG + 20 * DAG)
    wekkers.houd_vast(tx, ("bundel", "bijeenkomst_nieuw"), VRIJDAG)
    tik(tx, wijk, VRIJDAG)
    assert set(tx.scalars(select(t.outbox.c.staat).where(t.outbox.c.account.in_([anna, bram])))) == {"onzeker"}
    assert soorten(tx, bram) == ["bijeenkomst.nieuw"]
    assert wachtend(tx) == 0


def test_a_line_opens_what_it_is_about_for_who_may_see_it(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk)
    een_account(tx, "3")
    alles = {
        "bijeenkomst": (plan(tx, wijk, MIDDAG + 20 * DAG), "bijeenkomst.een"),
        "peiling": (peil(tx, wijk, MIDDAG + 20 * DAG), "peiling.open"),
        "uitslag": (peil(tx, wijk, NU - DAG + timedelta(hours=20)), "peiling.uitslag"),
        "uitzending": (zend_uit(tx, wijk, MIDDAG, [anna]), "uitzending"),
    }
    for wat, (publiek_id, soort) in alles.items():
        geopend = bundel.open_(tx, handeling(wijk), wat, publiek_id)
        assert (geopend.soort, geopend.wijze) == (soort, "nieuw")
        hulp = geopend.data.get("hulp" if wat == "uitzending" else "bewoner", False)
        assert hulp == (wat != "uitslag"), "what asks something has its button to ask for help"
    for wat in alles:
        with pytest.raises(Geweigerd):
            bundel.open_(tx, handeling(wijk), wat, een_publiek_id())
    for vreemd in ("uitzending", "peiling"):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            bundel.open_(tx, handeling(wijk, "3"), vreemd, alles[vreemd][0])
    tx.execute(update(t.uitzending).values(staat="wacht"))
    with pytest.raises(Geweigerd, match=r"bundel\.weg"):
        bundel.open_(tx, handeling(wijk), "uitzending", alles["uitzending"][0])


daden = st.sampled_from(
    ["bijeenkomst", "peiling", "besluit", "kort", "bericht", "gevraagd", "week", "meteen", "niets", "snel"]
)


@pytest.mark.parametrize("tx", ["sqlite", pytest.param("postgres", marks=pytest.mark.zwaar)], indirect=True)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gebeurt=st.lists(st.tuples(daden, st.integers(1, 60)), min_size=5, max_size=25))
@example(gebeurt=[("bijeenkomst", 1), ("bijeenkomst", 1), ("besluit", 1), ("besluit", 1), ("bericht", 1)])
def test_whatever_happens_in_some_weeks_nobody_hears_too_much_and_nothing_is_lost(
    tx: Connection, gebeurt: list[tuple[str, int]]
) -> None:
    """Each step is something that happens, and how many hours later the next does."""
    with _ongedaan(tx):
        wijk, now = _wijk(tx), MIDDAG
        wie = {bewoner(tx, wijk, "1"), bewoner(tx, wijk, "2", wekelijks=True)}
        gezonden: list[str] = []
        gevraagd = 0
        for daad, uren in gebeurt:
            if daad in {"week", "meteen"}:
                voorkeur.kies_tempo(tx, handeling(wijk, "1", now=now), daad)
            elif daad in {"bijeenkomst", "snel"}:
                plan(tx, wijk, now + timedelta(days=9 if daad == "bijeenkomst" else 2), now)
            elif daad == "bericht":
                gezonden.append(zend_uit(tx, wijk, now, sorted(wie)))
            elif daad == "gevraagd":
                zend_uit(tx, wijk, now, sorted(wie), over=None)
                gevraagd += 1
                assert _ongeteld(tx) == dict.fromkeys(wie, gevraagd), "what was asked for never waits"
            elif daad != "niets":
                sluit = now + timedelta(days=1 if daad == "kort" else 6)
                peil(tx, wijk, sluit, now, besluit="nee" if daad == "peiling" else "ja")
            tik(tx, wijk, now)
            now += timedelta(hours=uren)
        einde, open_ = now + 30 * DAG, t.wekker.c.gedaan_op.is_(None)
        while wachtend(tx) and (volgende := tx.scalar(select(func.min(t.wekker.c.moment)).where(open_))) <= einde:
            tik(tx, wijk, volgende)  # between alarms nothing happens
        assert wachtend(tx) == 0
        for account in wie:
            _niet_te_veel(tx, account)
            gekregen = _uitzendingen(tx, account)
            assert {een: gekregen[een] for een in gezonden} == dict.fromkeys(gezonden, 1)


@contextmanager
def _ongedaan(tx: Connection) -> Iterator[None]:
    punt = tx.begin_nested()
    try:
        yield
    finally:
        punt.rollback()


def _ongeteld(tx: Connection) -> dict[int, int]:
    vraag = select(t.outbox.c.account).where(t.outbox.c.soort == "uitzending", t.outbox.c.ongevraagd_op.is_(None))
    return dict(Counter(tx.scalars(vraag)))


def _niet_te_veel(tx: Connection, account: int) -> None:
    """No message came while there were two in the seven days before, but that one can vote on the decision."""
    telt = t.outbox.c.account == account, t.outbox.c.ongevraagd_op.is_not(None)
    rijen = tx.execute(select(t.outbox.c.ongevraagd_op, t.outbox.c.data).where(*telt).order_by(t.outbox.c.id)).all()
    for nummer, (op, data) in enumerate(rijen):
        if sum(op - WEEK < eerder <= op for eerder, _ in rijen[:nummer]) >= 2:
            besluiten = [data.get("id"), *(regel["id"] for regel in data.get("regels", []))]
            vraag = select(t.peiling.c.id).where(t.peiling.c.publiek_id.in_(besluiten), t.peiling.c.over_besluit)
            assert tx.scalar(vraag.limit(1)) is not None


def _uitzendingen(tx: Connection, account: int) -> Counter[str]:
    """Count how often someone got each broadcast that nobody asked for: as itself or as a line."""
    los = select(t.uitzending.c.publiek_id).join(t.outbox, t.outbox.c.uitzending == t.uitzending.c.id)
    return Counter(
        [
            *tx.scalars(los.where(t.outbox.c.account == account, t.outbox.c.ongevraagd_op.is_not(None))),
            *(regel["id"] for regel in regels(tx, account) if regel["wat"] == "uitzending"),
        ]
    )


def test_who_moved_to_another_wijk_reads_there_nothing_that_waited_where_they_lived(tx: Connection, wijk: int) -> None:
    daar = _wijk(tx)
    anna = bewoner(tx, wijk, wekelijks=True)
    zend_uit(tx, wijk, MIDDAG, [anna], "Alleen voor hier")
    assert [rij.wijk for rij in bewaard.van(tx, [anna])] == [wijk]
    accounts.wijzig(tx, anna, bewoner=een_bewoner(tx, daar))
    zend_uit(tx, daar, MIDDAG, [anna], "Alleen voor daar")
    for waar in (daar, wijk):
        tik(tx, waar, VRIJDAG + WEEK)
    gezegd = tx.execute(select(t.outbox.c.wijk, t.uitzending.c.inhoud).join(t.uitzending)).all()
    assert [(waar, inhoud["talen"]["nl"]["html"]) for waar, inhoud in gezegd] == [(daar, "Alleen voor daar")]
    assert bewaard.van(tx, [anna]) == []
