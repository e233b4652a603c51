"""Offers: who may say yes, until when it can be taken back, which of several counts, and what amounts people type."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from berichten.leeswoorden import leeswoorden
from bot.rules.aanbod import Bod, geldend, is_voor, kan_terug, laatste_dag, overlapt, toegang
from bot.rules.bedragen import lees_bereik
from bot.rules.drempels import naar_ruw, uit_ruw
from bot.rules.drempels.intekening import ADRESSEN, Ingetekend, Intekening

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DICHT = datetime(2027, 3, 1, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize("zelf", [None, "eigenaar", "huurder"])
@pytest.mark.parametrize("lijst", [None, "koop", "huur"])
def test_interest_for_everyone_is_everyones(lijst: str | None, zelf: str | None) -> None:
    assert toegang("interesse", "iedereen", lijst, zelf) == "mag"


@pytest.mark.parametrize(
    ("lijst", "zelf", "verwacht"),
    [
        ("koop", None, "mag"),
        ("koop", "eigenaar", "mag"),
        ("koop", "huurder", "mag"),  # the list outranks what people say
        ("huur", None, "huurder_lijst"),
        ("huur", "eigenaar", "huurder_lijst"),
        ("huur", "huurder", "huurder_lijst"),
        (None, None, "vraag"),
        (None, "eigenaar", "mag"),
        (None, "huurder", "huurder_zelf"),
    ],
)
@pytest.mark.parametrize(
    ("wat", "wie"),
    [
        ("interesse", "eigenaren"),
        ("deelnameverklaring", "eigenaren"),
        ("inschrijving", "eigenaren"),
        ("deelnameverklaring", "iedereen"),  # whatever the offer says, a tenant commits nobody's home
        ("inschrijving", "iedereen"),
    ],
)
def test_a_commitment_is_the_owners(wat: str, wie: str, lijst: str | None, zelf: str | None, verwacht: str) -> None:
    assert toegang(wat, wie, lijst, zelf) == verwacht


@pytest.mark.parametrize(
    ("woningtypen", "woningtype", "verwacht"),
    [
        ((), "flat", True),
        ((), None, True),
        (("flat",), "flat", True),
        (("flat",), "hoek", False),
        (("flat",), None, True),
    ],
)
def test_an_offer_is_for_its_types_of_home(
    woningtypen: tuple[str, ...], woningtype: str | None, verwacht: bool
) -> None:
    assert is_voor(woningtypen, woningtype) is verwacht


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [
        ((), (), True),
        ((), ("flat",), True),
        (("flat",), ("flat", "hoek"), True),
        (("flat",), ("hoek",), False),
    ],
)
def test_two_offers_overlap_when_one_home_can_have_both(
    een: tuple[str, ...], ander: tuple[str, ...], verwacht: bool
) -> None:
    assert overlapt(een, ander) is overlapt(ander, een) is verwacht


def bod(id_: int, *woningtypen: str, wat: str = "inschrijving") -> Bod:
    return Bod(id_, wat, frozenset(woningtypen))


@pytest.mark.parametrize(
    ("woningtype", "verwacht"),
    [("flat", {3}), ("hoek", {4}), ("rij", {2}), (None, {2, 3, 4})],
)
def test_of_several_offers_the_newest_that_is_for_a_home_counts(woningtype: str | None, verwacht: set[int]) -> None:
    alle = [bod(1), bod(2), bod(3, "flat"), bod(4, "hoek"), bod(9, wat="interesse")]
    assert geldend(alle, "inschrijving", woningtype) == verwacht
    assert geldend(alle, "interesse", woningtype) == {9}
    assert geldend(alle, "deelnameverklaring", woningtype) == set()


TYPES = st.frozensets(st.sampled_from(["flat", "hoek", "rij"]))


@given(st.lists(st.tuples(st.sampled_from(["interesse", "inschrijving"]), TYPES)), st.sampled_from(["flat", "rij"]))
def test_a_home_has_at_most_one_offer_of_a_kind_that_counts(
    aanbiedingen: list[tuple[str, frozenset[str]]], woningtype: str
) -> None:
    alle = [Bod(n, *bod_) for n, bod_ in enumerate(aanbiedingen)]
    telt = geldend(alle, "interesse", woningtype)
    voor = [een.id for een in alle if een.wat == "interesse" and is_voor(een.woningtypen, woningtype)]
    assert telt == set(voor[-1:])
    assert telt <= geldend(alle, "interesse", None) or not telt, "an unknown type may be any"


@pytest.mark.parametrize(
    ("dagen", "now", "verwacht"),
    [
        (14, datetime(2027, 2, 1, 23, 30, tzinfo=UTC), True),
        (14, datetime(2027, 2, 15, 22, 59, tzinfo=UTC), True),  # 23:59 here, on the last day
        (14, datetime(2027, 2, 15, 23, 0, tzinfo=UTC), False),  # midnight here
        (60, DICHT + timedelta(days=5), True),  # the term goes on when the offer has closed
        (None, DICHT - timedelta(seconds=1), True),
        (None, DICHT, False),
    ],
)
def test_a_yes_can_be_taken_back_to_the_end_of_its_last_day(dagen: int | None, now: datetime, verwacht: bool) -> None:
    assert kan_terug(date(2027, 2, 1), dagen, DICHT, now, AMSTERDAM) is verwacht


def test_the_last_day_is_that_of_the_term_or_of_the_closing() -> None:
    assert laatste_dag(date(2027, 2, 1), 14, DICHT, AMSTERDAM) == date(2027, 2, 15)
    assert laatste_dag(date(2027, 2, 1), None, DICHT, AMSTERDAM) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("4000 tot 6000", (4000, 6000)),
        ("€ 4.000 - € 6.000", (4000, 6000)),
        ("4000 t/m 6000 euro", (4000, 6000)),
        ("€200–400 per jaar", (200, 400)),
        ("500", (500, 500)),
        ("0", (0, 0)),
        ("6000 tot 4000", None),
        ("4000,50", None),
        ("4.00", None),
        ("-5", None),
        ("1 tot 2 tot 3", None),
        ("veel", None),
        ("٣٠٠", (300, 300)),
        ("", None),
    ],
)
def test_amounts_as_people_type_them(getypt: str, verwacht: tuple[int, int] | None) -> None:
    assert lees_bereik(getypt, leeswoorden()) == verwacht


HUIS = st.tuples(st.sampled_from(["koop", "huur", None]), st.sampled_from(["flat", "hoek", None]))


@given(st.lists(HUIS), st.sampled_from([(), ("flat",), ("flat", "hoek")]))
def test_bounds_hold_whatever_is_unknown_of_an_address(
    huizen: list[tuple[str | None, str | None]], woningtypen: tuple[str, ...]
) -> None:
    """The fewest and the most are reached by the worst and the best that the unknown can be."""
    geteld = Ingetekend.van(huizen, woningtypen)
    past = {slecht: [] for slecht in (True, False)}  # type: dict[bool, list[str]]
    for slecht, eigendommen in past.items():
        for eigendom, woningtype in huizen:
            vreemd = woningtype is None and slecht and bool(woningtypen)
            if not vreemd and (woningtype is None or not woningtypen or woningtype in woningtypen):
                eigendommen.append(eigendom or ("huur" if slecht else "koop"))
    assert geteld.grenzen("huishoudens") == (len(past[True]), len(past[False]))
    assert geteld.grenzen("eigenaren") == (past[True].count("koop"), past[False].count("koop"))


@pytest.mark.parametrize(
    ("ja", "alle", "verdict", "nodig"),
    [
        (Ingetekend(5), Ingetekend(10), "niet_gehaald", 1),
        (Ingetekend(6), Ingetekend(10), "gehaald", 0),
        (Ingetekend(6), Ingetekend(10, misschien=1), "onbeslist", 1),
        (Ingetekend(5, misschien=1), Ingetekend(9, misschien=1), "onbeslist", 1),
        (Ingetekend(), Ingetekend(), "onbeslist", 1),
    ],
)
def test_a_share_is_of_the_addresses_that_can_count(ja: Ingetekend, alle: Ingetekend, verdict: str, nodig: int) -> None:
    drempel = uit_ruw({"soort": "intekening", "minimum": 0, "aandeel": "3/5", "woningtypen": ["flat"]}, "", ())
    stand = drempel.weeg({"deelnameverklaring": ja, ADRESSEN: alle})
    assert (stand.verdict, stand.nodig) == (verdict, nodig)
    assert stand.delen[1]["woningtypen"] == ["flat"]


def test_rules_that_were_fixed_before_there_were_types_keep_their_words_and_hash() -> None:
    ruw = {"soort": "intekening", "minimum": 40, "wat": "inschrijving", "van": "eigenaren"}
    assert naar_ruw(uit_ruw(ruw, "", ())) == ruw
    nieuw = {**ruw, "woningtypen": ["flat"]}
    assert naar_ruw(uit_ruw(nieuw, "", ())) == nieuw
    assert Intekening(1, aandeel=Fraction(1, 2)).bezwaar()
    assert Intekening(1, woningtypen=("flat", "flat")).bezwaar()
