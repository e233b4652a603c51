"""How much a resident hears without asking: the tables of who hears what when, and what holds whatever happens."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.stilte import Stilte
from bot.rules.weekmaat import MEEST, ONDERWERPEN, WEEK, Beurt, Stuk, Voorkeur, Weekmaat

ZONE = ZoneInfo("Europe/Amsterdam")
STILTE = Stilte(time(21, 30), time(8))
MAAT = Weekmaat(2, STILTE, ZONE)
MAANDAG = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
NACHT = datetime(2027, 2, 1, 23, 0, tzinfo=UTC)  # midnight on the wall
OCHTEND = datetime(2027, 2, 2, 7, 0, tzinfo=UTC)  # when that night is over
VRIJDAG = datetime(2027, 2, 5, 15, 0, tzinfo=UTC)  # 16:00 on the wall
ALLES = Voorkeur()
WEKELIJKS = Voorkeur(wekelijks=True)


def geleden(**duur: float) -> datetime:
    return MAANDAG - timedelta(**duur)


@pytest.mark.parametrize(
    ("voorkeur", "over", "hoort"),
    [
        (ALLES, "buurt", True),
        (Voorkeur(frozenset({"peilingen"})), "peilingen", True),
        (Voorkeur(frozenset({"peilingen"})), "bijeenkomsten", False),
        (Voorkeur(frozenset(), wekelijks=True), "buurt", False),
        (Voorkeur(gestopt=True), "peilingen", False),
        (Voorkeur(frozenset({"raad"}), gestopt=True), "raad", False),
    ],
)
def test_nobody_hears_what_they_do_not_want_to_hear(voorkeur: Voorkeur, over: str, hoort: bool) -> None:
    assert (MAAT.wanneer(voorkeur, over, [], MAANDAG) is not None) == hoort


@pytest.mark.parametrize(
    ("wat", "voorkeur", "gehad", "now", "extra", "verwacht"),
    [
        ("nothing yet", ALLES, [], MAANDAG, {}, Beurt(True, MAANDAG)),
        ("one this week", ALLES, [geleden(days=1)], MAANDAG, {}, Beurt(True, MAANDAG)),
        (
            "two this week: a week after the first, at a whole hour",
            ALLES,
            [geleden(days=3, minutes=5), geleden(days=1)],
            MAANDAG,
            {},
            Beurt(False, MAANDAG + timedelta(days=4)),
        ),
        ("a week ago is another week", ALLES, [geleden(days=7), geleden(days=1)], MAANDAG, {}, Beurt(True, MAANDAG)),
        ("three, of which one could not wait", ALLES, [geleden(days=n) for n in (5, 4, 1)], MAANDAG, {},
         Beurt(False, MAANDAG + timedelta(days=3))),
        (
            "one that comes after the night counts",
            ALLES,
            [geleden(days=1), OCHTEND],
            NACHT,
            {},
            Beurt(False, MAANDAG + timedelta(days=6)),
        ),
        ("at night it goes, and arrives in the morning", ALLES, [], NACHT, {}, Beurt(True, OCHTEND)),
        (
            "room that comes at night waits for the morning",
            ALLES,
            [NACHT - WEEK + timedelta(minutes=30), NACHT - WEEK + timedelta(minutes=31)],
            MAANDAG,
            {},
            Beurt(False, OCHTEND),
        ),
        ("what is new joins what waits", ALLES, [], MAANDAG, {"wacht_tot": VRIJDAG}, Beurt(False, VRIJDAG)),
        ("once a week", WEKELIJKS, [], MAANDAG, {}, Beurt(False, VRIJDAG)),
        (
            "once a week, of what is over by then: now",
            WEKELIJKS,
            [],
            MAANDAG,
            {"voorbij": VRIJDAG + timedelta(hours=23)},
            Beurt(True, MAANDAG),
        ),
        (
            "once a week, of what is over a day after it: with the rest",
            WEKELIJKS,
            [],
            MAANDAG,
            {"voorbij": VRIJDAG + timedelta(days=1)},
            Beurt(False, VRIJDAG),
        ),
        (
            "once a week, of what is over by then: it does not wait for what waits",
            WEKELIJKS,
            [],
            MAANDAG,
            {"voorbij": VRIJDAG, "wacht_tot": VRIJDAG},
            Beurt(True, MAANDAG),
        ),
        (
            "once a week, of what is over by then, in a full week: when there is room",
            WEKELIJKS,
            [geleden(days=5), geleden(days=6)],
            MAANDAG,
            {"voorbij": VRIJDAG},
            Beurt(False, MAANDAG + timedelta(days=1)),
        ),
        (
            "at once, in a full week: what is over by then waits like all",
            ALLES,
            [geleden(days=1), geleden(days=2)],
            MAANDAG,
            {"voorbij": VRIJDAG},
            Beurt(False, MAANDAG + timedelta(days=5)),
        ),
        ("on Friday at four sharp it is the next one", WEKELIJKS, [], VRIJDAG, {}, Beurt(False, VRIJDAG + WEEK)),
        (
            "once a week, when that Friday is too much",
            WEKELIJKS,
            [VRIJDAG - timedelta(days=1), VRIJDAG - timedelta(days=2)],
            VRIJDAG - timedelta(hours=1),
            {},
            Beurt(False, VRIJDAG + WEEK),
        ),
        (
            "the decision: before closing, though the week is full",
            ALLES,
            [geleden(days=1), geleden(days=2)],
            MAANDAG,
            {"uiterlijk": MAANDAG + timedelta(days=2)},
            Beurt(False, MAANDAG + timedelta(days=2)),
        ),
        (
            "the decision: in a poll of a day at once",
            ALLES,
            [geleden(days=1), geleden(days=2)],
            MAANDAG,
            {"uiterlijk": MAANDAG},
            Beurt(True, MAANDAG),
        ),
        (
            "the decision: not earlier than its turn where that is in time",
            ALLES,
            [geleden(days=6), geleden(days=2)],
            MAANDAG,
            {"uiterlijk": MAANDAG + timedelta(days=2)},
            Beurt(False, MAANDAG + timedelta(days=1)),
        ),
        (
            "the decision: once a week, when it closes before Friday",
            WEKELIJKS,
            [],
            MAANDAG,
            {"uiterlijk": MAANDAG + timedelta(days=2)},
            Beurt(False, MAANDAG + timedelta(days=2)),
        ),
        (
            "the decision: never in the quiet hours",
            ALLES,
            [geleden(days=1), geleden(days=2)],
            MAANDAG,
            {"uiterlijk": NACHT},
            Beurt(False, OCHTEND),
        ),
    ],
    ids=lambda waarde: waarde.replace(" ", "_") if isinstance(waarde, str) else "",
)  # fmt: skip
def test_when_someone_hears_something(
    wat: str, voorkeur: Voorkeur, gehad: list[datetime], now: datetime, extra: dict[str, datetime], verwacht: Beurt
) -> None:
    gekregen = MAAT.wanneer(voorkeur, "peilingen", gehad, now, **extra)
    if verwacht.nu:
        assert gekregen is not None
        assert gekregen.nu, wat
    else:
        assert gekregen == verwacht, wat


@pytest.mark.parametrize(
    ("na", "wandklok"),
    [
        (datetime(2027, 3, 26, 16, 0, tzinfo=UTC), "2027-04-02 16:00"),  # over the change to summer
        (datetime(2027, 10, 29, 15, 0, tzinfo=UTC), "2027-11-05 16:00"),  # and to winter
    ],
)
def test_friday_at_four_is_on_the_wall_in_summer_and_in_winter(na: datetime, wandklok: str) -> None:
    beurt = MAAT.wanneer(WEKELIJKS, "buurt", [], na)
    assert beurt is not None
    assert f"{beurt.moment.astimezone(ZONE):%Y-%m-%d %H:%M}" == wandklok


RIJP = MAANDAG - timedelta(minutes=1)
STRAKS = MAANDAG + timedelta(days=3)
VOL = [geleden(days=1), geleden(days=2)]
VRIJ = MAANDAG + timedelta(days=5)


@pytest.mark.parametrize(
    ("wat", "voorkeur", "stukken", "gehad", "gekozen", "later"),
    [
        ("what is ripe goes, and takes along what is not", ALLES, [Stuk(1, RIJP), Stuk(2, STRAKS)], [], [1, 2], {}),
        ("nothing goes while there is no room", ALLES, [Stuk(1, RIJP), Stuk(2, RIJP)], VOL, [], {1: VRIJ, 2: VRIJ}),
        (
            "without room only what must go goes",
            ALLES,
            [Stuk(1, RIJP), Stuk(2, RIJP, uiterlijk=RIJP)],
            VOL,
            [2],
            {1: MAANDAG + timedelta(days=6)},
        ),
        ("with room what must go comes first", ALLES, [Stuk(1, RIJP), Stuk(2, RIJP, uiterlijk=RIJP)], [], [2, 1], {}),
        (
            "once a week what must go goes alone, before Friday",
            WEKELIJKS,
            [Stuk(1, VRIJDAG), Stuk(2, RIJP, uiterlijk=RIJP)],
            [],
            [2],
            {1: VRIJDAG},
        ),
        ("once a week all of it goes", WEKELIJKS, [Stuk(1, RIJP), Stuk(2, RIJP)], [geleden(days=3)], [1, 2], {}),
        (
            "what cannot be a line goes by itself",
            ALLES,
            [Stuk(1, RIJP, samen=False), Stuk(2, RIJP), Stuk(3, RIJP)],
            [geleden(days=2)],
            [1],
            {2: VRIJ, 3: VRIJ},
        ),
        (
            "and does not stand in a bundle",
            ALLES,
            [Stuk(1, RIJP), Stuk(2, RIJP, samen=False), Stuk(3, RIJP)],
            [geleden(days=2)],
            [1, 3],
            {2: VRIJ},
        ),
    ],
    ids=lambda waarde: waarde.replace(" ", "_") if isinstance(waarde, str) else "",
)
def test_what_of_that_which_waits_goes_now(
    wat: str,
    voorkeur: Voorkeur,
    stukken: list[Stuk],
    gehad: list[datetime],
    gekozen: list[int],
    later: dict[int, datetime],
) -> None:
    assert MAAT.kies(voorkeur, stukken, gehad, MAANDAG) == (gekozen, later), wat


def test_no_more_than_ten_things_stand_in_one_message() -> None:
    gekozen, later = MAAT.kies(ALLES, [Stuk(n, RIJP) for n in range(12)], [], MAANDAG)
    assert (len(gekozen), sorted(later)) == (MEEST, [10, 11])


momenten = st.timedeltas(timedelta(0), timedelta(days=365)).map(lambda duur: MAANDAG + duur)


@given(
    per_week=st.integers(1, 4),
    wekelijks=st.booleans(),
    now=momenten,
    gehad=st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=8),
    uiterlijk=st.none() | st.timedeltas(timedelta(0), timedelta(days=12)),
)
def test_whatever_someone_had_the_next_has_room_or_must_go_and_never_comes_at_night(
    per_week: int, wekelijks: bool, now: datetime, gehad: list[timedelta], uiterlijk: timedelta | None
) -> None:
    maat, voorkeur = Weekmaat(per_week, STILTE, ZONE), Voorkeur(wekelijks=wekelijks)
    had = [maat.straks(now - duur) for duur in gehad]
    laatst = now + uiterlijk if uiterlijk is not None else None
    beurt = maat.wanneer(voorkeur, ONDERWERPEN[0], had, now, uiterlijk=laatst)
    assert beurt is not None
    komt = maat.straks(now) if beurt.nu else beurt.moment
    assert komt >= now
    assert not STILTE.geldt(komt, ZONE)
    if laatst is None or komt < maat.straks(laatst):
        assert sum(komt - WEEK < moment for moment in had) < per_week
    if laatst is not None:
        assert komt <= max(maat.straks(laatst), maat.straks(now))


@given(
    wekelijks=st.booleans(),
    now=momenten,
    gehad=st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=5),
    stukken=st.lists(
        st.tuples(
            st.timedeltas(timedelta(days=-3), timedelta(days=3)),
            st.none() | st.timedeltas(timedelta(days=-2), timedelta(days=3)),
            st.booleans(),
        ),
        min_size=1,
        max_size=14,
    ),
)
def test_what_waits_goes_or_waits_on_and_each_look_brings_it_further(
    wekelijks: bool,
    now: datetime,
    gehad: list[timedelta],
    stukken: list[tuple[timedelta, timedelta | None, bool]],
) -> None:
    """Nothing is lost from one look to the next, and a look at what is ripe never leaves all of it as it was."""
    wacht = [
        Stuk(n, now + op, None if uiterlijk is None else now + uiterlijk, samen)
        for n, (op, uiterlijk, samen) in enumerate(stukken)
    ]
    gekozen, later = MAAT.kies(Voorkeur(wekelijks=wekelijks), wacht, [MAAT.straks(now - duur) for duur in gehad], now)
    assert sorted([*gekozen, *later]) == [stuk.id for stuk in wacht]
    assert len(gekozen) <= MEEST
    if not gekozen and any(stuk.bundel_op <= now for stuk in wacht):
        assert all(moment > now for moment in later.values())
