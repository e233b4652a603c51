"""Poll methods: what each must hold to, and what is its own."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.peilingen import METHODEN, TeVeel, Uitslag, keuze

TIKKEN = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["erbij", "weg", "onzin"])), max_size=30)
GRENZEN = st.sampled_from([None, 1, 2, 3, 4])
NAMEN = ("a", "b", "c", "d", "e")


def stem(naam: str, grens: int | None, tikken: list[tuple[int, str]]) -> str | None:
    """Return the ballot after these taps, each on the screen as it then is."""
    inhoud = None
    for optie, daad in tikken:
        try:
            inhoud = METHODEN[naam].stem(inhoud, optie, daad, grens) or inhoud
        except TeVeel:
            continue
    return inhoud


@pytest.mark.parametrize("naam", METHODEN)
@given(TIKKEN, GRENZEN)
def test_a_ballot_is_canonical_and_its_screen_names_only_its_own_sentences(
    naam: str, tikken: list[tuple[int, str]], grens: int | None
) -> None:
    inhoud = stem(naam, grens, tikken)
    scherm = METHODEN[naam].scherm(len(NAMEN), grens, inhoud)
    assert {zin for zin, _ in scherm.zinnen} <= set(METHODEN[naam].ZINNEN)
    assert {optie for optie, _, _ in scherm.knoppen} <= set(range(len(NAMEN)))
    assert inhoud is None or inhoud == json.dumps(json.loads(inhoud), separators=(",", ":"), sort_keys=True)


@pytest.mark.parametrize("naam", METHODEN)
@given(st.lists(TIKKEN, max_size=12), GRENZEN)
def test_every_ballot_is_counted_once_in_any_order(
    naam: str, mensen: list[list[tuple[int, str]]], grens: int | None
) -> None:
    biljetten = Counter(inhoud for tikken in mensen if (inhoud := stem(naam, grens, tikken)) is not None)
    uitslag = METHODEN[naam].tel(NAMEN, biljetten)
    assert uitslag.stemmen == biljetten.total()
    assert [tekst for tekst, _ in uitslag.regels] == list(NAMEN)
    assert uitslag == METHODEN[naam].tel(NAMEN, dict(reversed(biljetten.items())))


@pytest.mark.parametrize("naam", METHODEN)
def test_an_empty_poll_has_a_result(naam: str) -> None:
    assert METHODEN[naam].tel(NAMEN, {}).stemmen == 0


@given(TIKKEN, GRENZEN)
def test_nobody_chooses_more_than_may_be(tikken: list[tuple[int, str]], grens: int | None) -> None:
    inhoud = stem("keuze", grens, tikken)
    assert inhoud is None or len(json.loads(inhoud)) <= (grens or len(NAMEN))


@given(TIKKEN, GRENZEN, st.integers(0, 4), st.sampled_from(["erbij", "weg"]))
def test_the_same_tap_twice_is_once(tikken: list[tuple[int, str]], grens: int | None, optie: int, daad: str) -> None:
    assert stem("keuze", grens, [*tikken, (optie, daad), (optie, daad)]) == stem(
        "keuze", grens, [*tikken, (optie, daad)]
    )


@pytest.mark.parametrize(
    ("grens", "inhoud", "zinnen", "daden"),
    [
        (1, None, (), ["erbij", "erbij"]),
        (1, "[1]", (), ["erbij", "erbij"]),
        (2, None, (("hoogstens", 2), ("nog", 2)), ["erbij", "erbij"]),
        (2, "[1]", (("hoogstens", 2), ("nog", 1)), ["erbij", "weg"]),
        (2, "[0,1]", (("hoogstens", 2), ("vol", None)), ["weg", "weg"]),
        (2, "[]", (("hoogstens", 2), ("leeg", None)), ["erbij", "erbij"]),
        (None, None, (("zoveel_u_wilt", None),), ["erbij", "erbij"]),
        (None, "[0]", (("zoveel_u_wilt", None),), ["weg", "erbij"]),
        (None, "[]", (("zoveel_u_wilt", None), ("leeg", None)), ["erbij", "erbij"]),
    ],
)
def test_the_screen_says_what_can_still_be_chosen(
    grens: int | None, inhoud: str | None, zinnen: tuple[tuple[str, int | None], ...], daden: list[str]
) -> None:
    scherm = keuze.scherm(2, grens, inhoud)
    assert scherm.zinnen == zinnen
    assert [daad for _, daad, _ in scherm.knoppen] == daden
    assert [optie for optie, _, aan in scherm.knoppen if aan] == json.loads(inhoud or "[]")


def test_a_ballot_with_more_choices_gives_each_a_vote_and_is_one_voter() -> None:
    biljetten = {"[0,2]": 3, "[2]": 2, "[]": 4}
    assert keuze.tel(["a", "b", "c"], biljetten) == Uitslag((("a", 3), ("b", 0), ("c", 5)), stemmen=9, leeg=4)
