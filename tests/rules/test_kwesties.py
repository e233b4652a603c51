"""Kwesties: what a tap does, what a place is worth, and what the toplist says."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.kleine_cellen import MINDER
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilinguitslag import toon
from bot.rules.peiltelling import Getoond, Uitslag

KWESTIES = METHODEN["kwesties"]


def kwesties(hoeveel: int, aantal: int = 5) -> Opzet:
    return Opzet(tuple("abcdefghijkl"[:aantal]), {"hoeveel": hoeveel, "geschud": True})


def test_as_long_as_there_are_no_issues_no_number_can_be_chosen() -> None:
    """Who turns another kind of poll into this one has none yet."""
    assert [list(veld.getallen({})) for veld in KWESTIES.velden if veld.getallen] == [[], []]


@pytest.mark.parametrize(
    ("inhoud", "daad", "wordt"),
    [
        (None, "2", "[2]"),
        ("[2]", "2", None),
        ("[2]", "0", "[2,0]"),
        ("[2,0]", "-2", "[2]"),
        ("[2]", "-2", None),
        ("[2]", "-1", "[]"),
        ("[]", "-0", None),
        (None, "-0", None),
        ("[2,0,1]", "3", None),
        ("[2,0,1]", "-3", "[2,0]"),
    ],
)
def test_a_tap_puts_one_behind_the_others_or_takes_the_last_back_and_twice_is_once(
    inhoud: str | None, daad: str, wordt: str | None
) -> None:
    assert KWESTIES.stem(kwesties(3), inhoud, daad) == wordt


@pytest.mark.parametrize(
    ("inhoud", "punten"),
    [
        ("[2,0,1]", (24, 12, 36, 0, 0)),
        ("[2,0]", (24, 4, 36, 4, 4)),  # the one point that is left goes to the other three in equal parts
        ("[2]", (9, 9, 36, 9, 9)),  # and so do three points to the other four
        ("[]", (0, 0, 0, 0, 0)),
    ],
)
def test_a_place_is_worth_points_and_what_is_not_filled_in_goes_to_all_others_alike(
    inhoud: str, punten: tuple[int, ...]
) -> None:
    geteld = KWESTIES.tel(kwesties(3), {inhoud: 1})
    assert tuple(regel.aantallen[0] for regel in geteld.regels) == punten
    assert geteld.punten == 72
    assert geteld.leeg == (inhoud == "[]")


@given(st.integers(3, 12), st.integers(3, 12), st.permutations(range(12)), st.integers(1, 12))
def test_every_ballot_weighs_the_same_however_much_of_it_is_filled_in(
    aantal: int, hoeveel: int, volgorde: list[int], ingevuld: int
) -> None:
    opzet = kwesties(min(hoeveel, aantal), aantal)
    gaf = [n for n in volgorde if n < aantal][: min(ingevuld, opzet.instellingen["hoeveel"])]
    geteld = KWESTIES.tel(opzet, {str(gaf).replace(" ", ""): 1})
    assert sum(regel.aantallen[0] for regel in geteld.regels) == geteld.punten
    hoogste = max(geteld.regels, key=lambda regel: regel.aantallen)
    assert hoogste.naam == opzet.opties[gaf[0]]


def uitslag_van(*delen: int) -> Getoond:
    """Return the toplist of a hundred ballots of ten points with these parts."""
    opzet = kwesties(4, len(delen))
    regels = tuple(KWESTIES.tel(opzet, {}).regels)
    aantallen = [regel.__class__(regel.naam, (10 * deel,)) for regel, deel in zip(regels, delen, strict=True)]
    return toon(KWESTIES, opzet, Uitslag(tuple(aantallen), 100, punten=10))


@pytest.mark.parametrize(
    ("delen", "plekken", "zinnen"),
    [
        ((20, 45, 35), "2:1 3:2 1:3", ["marge 1 2 10", "marge 2 3 15"]),
        ((40, 40, 20), "1:1 2:1 3:3", ["gelijk 1 a; b", "marge 1 3 20"]),
        ((41, 39, 20), "1:1 2:1 3:3", ["gelijk 1 a; b", "marge 1 3 20"]),
        ((50, 25, 25), "1:1 2:2 3:2", ["gelijk 2 b; c", "marge 1 2 25"]),
        ((34, 33, 33), "1:1 2:1 3:1", ["zelfde"]),
        ((50, 47, 3), "1:1 2:2 3:3", ["marge 1 2 5"]),
        ((1, 52, 43, 2, 2), "2:1 3:2 1:3 4:3 5:3", ["marge 1 2 5"]),
    ],
)
def test_the_toplist_has_places_says_who_is_level_and_what_is_between(
    delen: tuple[int, ...], plekken: str, zinnen: list[str]
) -> None:
    getoond = uitslag_van(*delen)
    gezegd = [f"{'abcde'.index(regel.naam) + 1}:{regel.label.velden['plek']}" for regel in getoond.regels]  # type: ignore[union-attr]
    assert " ".join(gezegd) == plekken
    woorden = [" ".join([zin.naam, *map(str, zin.velden.values())]) for zin in getoond.zinnen]
    assert [zin for zin in woorden if not zin.startswith("punten")] == zinnen


def test_of_a_small_issue_no_number_is_shown_and_it_comes_last() -> None:
    assert [regel.cellen for regel in uitslag_van(3, 60, 37).regels] == [(60,), (35,), (MINDER,)]


@pytest.mark.parametrize(
    ("delen", "opties", "door"),
    [
        ((5, 30, 25, 20, 20), "bcdea", [4, 5]),  # after the third somebody is level with who stays
        ((5, 15, 25, 30, 25), "dceba", [3, 4, 5]),
        ((20, 20, 20, 20, 20), "abcde", [5]),
    ],
)
def test_a_next_round_goes_on_with_the_top_and_parts_nobody_who_is_level(
    delen: tuple[int, ...], opties: str, door: list[int]
) -> None:
    opzet = kwesties(4, 5)
    antwoorden = KWESTIES.vervolg(opzet, uitslag_van(*delen))
    assert "".join(antwoorden["opties"]) == opties
    (veld,) = [veld for veld in KWESTIES.velden if veld.naam == "door"]
    assert list(veld.getallen(antwoorden) if veld.getallen else ()) == door
    verder = KWESTIES.opzet({**antwoorden, "door": str(door[0])})
    assert "".join(verder.opties) == opties[: door[0]]
    assert verder.instellingen["hoeveel"] == min(4, door[0])


def test_after_too_few_votes_a_next_round_begins_with_the_same() -> None:
    opzet = kwesties(3)
    leeg = toon(KWESTIES, opzet, KWESTIES.tel(opzet, Counter({"[0,1,2]": 9})))
    assert KWESTIES.vervolg(opzet, leeg) == KWESTIES.antwoorden(opzet)


def test_issues_that_are_sent_in_beforehand_get_a_place_too_and_a_next_round_takes_none() -> None:
    mag = KWESTIES.opzet({"opties": list("abc"), "hoeveel": "alle", "aandragen": "ja"})
    assert KWESTIES.aandragen(mag) == "vooraf"
    erbij = Opzet(("a", "b", "c", "d"), mag.instellingen)
    vol = KWESTIES.scherm(erbij, "[0,1,2,3]", range(4))
    assert [zin.naam for zin in vol.zinnen] == ["vol"]
    daarna = KWESTIES.opzet(KWESTIES.vervolg(erbij, uitslag_van(40, 30, 20, 10)))
    assert KWESTIES.aandragen(daarna) == ""
