"""The weight rule: five geledingen weigh equally; what a vacant one has, and what a reader may learn of burgers."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.rules.geleding import BURGERS, GELEDINGEN
from bot.rules.peilingen import METHODEN, Methode, Opzet
from bot.rules.peilinguitslag import toegestaan
from bot.rules.peiltelling import Regel, Uitslag
from bot.rules.weging import Gewogen, kleinste_marge, toon, weeg, zoals_te_zien
from tests.rules.test_peilingen import STAPPEN, opzetten, vul_in

NIEMAND = Uitslag((Regel("a", (0,)), Regel("b", (0,)), Regel("c", (0,))), 0)
AANTALLEN = st.lists(st.integers(0, 40), min_size=3, max_size=3)


def keuzes(*aantallen: int) -> Uitslag:
    return Uitslag(tuple(Regel(naam, (n,)) for naam, n in zip("abc", aantallen, strict=True)), sum(aantallen))


def gewogen(gestemd: Mapping[str, Uitslag], bezet: str = "kboev") -> Gewogen:
    """Weigh votes by the first letter of each geleding: kennis, burgers, overheid, bedrijven (e), voorzieningen."""
    per = {naam: gestemd.get(letter, NIEMAND) for letter, naam in zip("kboev", GELEDINGEN, strict=True)}
    return weeg(per, [naam for letter, naam in zip("kboev", GELEDINGEN, strict=True) if letter in bezet])


def delen(geteld: Uitslag) -> list[Fraction]:
    return [Fraction(regel.aantallen[0], geteld.stemmen) for regel in geteld.regels]


A, B, C = keuzes(1, 0, 0), keuzes(0, 1, 0), keuzes(0, 0, 1)
TABEL: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "all vote: a fifth each": ({"k": A, "b": A, "o": B, "e": B, "v": C}, "2/5 2/5 1/5", "2/5 2/5 1/5", ""),
    "a big one weighs no more": ({"k": A, "b": keuzes(0, 99, 1), "o": A, "e": A, "v": A}, "4/5 99/500 1/500", "", ""),
    "its own votes are parts of a whole": (
        {"k": keuzes(1, 2, 0), "b": A, "o": A, "e": A, "v": A},
        "13/15 2/15 0",
        "13/15 2/15 0",
        "",
    ),
    "one did not vote": (
        {"k": A, "b": A, "o": B, "e": C},
        "2/5 1/5 1/5",
        "1/2 1/4 1/4",
        "voorzieningen geen_stem",
    ),
    "nobody is in two of them": (
        {"b": A, "e": B, "v": B, "bezet": "bev"},
        "1/5 2/5 0",
        "1/3 2/3 0",
        "kennis niemand, overheid niemand",
    ),
    "one of each": (
        {"b": keuzes(3, 1, 0), "o": B, "e": B, "bezet": "bkoe"},
        "3/20 9/20 0",
        "1/4 3/4 0",
        "kennis geen_stem, voorzieningen niemand",
    ),
    "only burgers": ({"b": keuzes(3, 1, 0), "bezet": "b"}, "3/20 1/20 0", "3/4 1/4 0", "kennis overheid bedrijven"),
}


@pytest.mark.parametrize(("stemmen", "leeg", "verdeeld", "vacant"), TABEL.values(), ids=TABEL)
def test_each_geleding_is_a_fifth_and_a_vacant_one_keeps_it(
    stemmen: dict[str, Any], leeg: str, verdeeld: str, vacant: str
) -> None:
    bezet = stemmen.get("bezet", "kboev")
    uit = gewogen({letter: een for letter, een in stemmen.items() if letter != "bezet"}, bezet)
    assert delen(uit.leeg) == [Fraction(deel) for deel in leeg.split()]
    assert delen(uit.verdeeld) == [Fraction(deel) for deel in (verdeeld or leeg).split()]
    if "," in vacant or vacant.count(" ") == 1:
        assert ", ".join(" ".join(paar) for paar in uit.vacant.items()) == vacant
    assert Fraction(uit.leeg.leeg, uit.leeg.stemmen) == Fraction(len(uit.vacant), 5)


def test_nobody_voted_at_all() -> None:
    uit = gewogen({}, "b")
    assert list(uit.vacant.values()) == ["niemand", "geen_stem", "niemand", "niemand", "niemand"]
    assert [regel.aantallen for regel in uit.leeg.regels] == [(0,)] * 3


@pytest.mark.parametrize(
    ("stemmen", "kleiner"),
    [
        ({"k": A, "b": A, "o": A, "e": A, "v": B}, False),
        ({"k": A, "b": A, "o": A, "e": A}, False),
        ({"k": A, "b": A, "o": B, "e": B}, True),
        ({"k": A, "b": A, "o": A, "e": B}, False),
        ({"k": A, "b": A, "o": B}, True),
    ],
)
def test_it_is_said_when_the_vacant_part_is_more_than_what_is_between_the_first_two(
    stemmen: dict[str, Uitslag], kleiner: bool
) -> None:
    assert kleinste_marge(gewogen(stemmen)) is kleiner


@given(st.lists(AANTALLEN, min_size=5, max_size=5), st.lists(st.integers(1, 9), min_size=5, max_size=5))
def test_how_many_vote_in_a_geleding_does_not_matter_and_both_readings_have_one_order(
    rijen: list[list[int]], keer: list[int]
) -> None:
    een = gewogen({letter: keuzes(*rij) for letter, rij in zip("kboev", rijen, strict=True)})
    ander = gewogen(
        {letter: keuzes(*(n * k for n in rij)) for letter, rij, k in zip("kboev", rijen, keer, strict=True)}
    )
    assume(len(een.vacant) < 5)
    assert delen(een.leeg) == delen(ander.leeg)
    assert delen(een.verdeeld) == delen(ander.verdeeld)
    assert sum(delen(een.verdeeld)) == 1
    assert sum(delen(een.leeg)) + Fraction(len(een.vacant), 5) == 1
    stemt = 5 - len(een.vacant)
    assert [deel * 5 for deel in delen(een.leeg)] == [deel * stemt for deel in delen(een.verdeeld)]


elke_methode = pytest.mark.parametrize("methode", METHODEN.values(), ids=METHODEN)


def _stemmen(data: st.DataObject, methode: Methode, opzet: Opzet, mensen: int) -> dict[str, int]:
    biljetten: dict[str, int] = {}
    for stappen in data.draw(st.lists(STAPPEN, max_size=mensen)):
        if telt := vul_in(methode, opzet, stappen)[1]:
            biljetten[telt] = biljetten.get(telt, 0) + data.draw(st.integers(1, 12))
    return biljetten


@elke_methode
@settings(max_examples=20)
@given(st.data())
def test_every_method_can_be_weighed_and_no_vote_gets_lost(methode: Methode, data: st.DataObject) -> None:
    opzet = data.draw(opzetten(methode))
    per = {naam: methode.tel(opzet, _stemmen(data, methode, opzet, 3)) for naam in GELEDINGEN}
    uit = weeg(per, GELEDINGEN)
    if len(uit.vacant) == 5:
        return
    for lezing in (uit.leeg, uit.verdeeld):
        if lezing.kolommen:
            assert all(sum(regel.aantallen) == lezing.stemmen - lezing.leeg for regel in lezing.regels)
        elif lezing.per_stem == 1:
            assert sum(regel.aantallen[0] for regel in lezing.regels) == lezing.stemmen - lezing.leeg
        getoond = toon(methode, opzet, lezing)
        assert sorted(regel.naam for regel in getoond.regels) == sorted(regel.naam for regel in lezing.regels)
        assert all(0 <= cel <= 100 for regel in getoond.regels for cel in regel.cellen if isinstance(cel, int))


def opkomst(geteld: Uitslag) -> int:
    return (geteld.stemmen + 2) // 5


@elke_methode
@settings(max_examples=20)
@given(st.data())
def test_burgers_weigh_by_what_everyone_may_see(methode: Methode, data: st.DataObject) -> None:
    opzet = data.draw(opzetten(methode))
    biljetten = _stemmen(data, methode, opzet, 4)
    anders = {inhoud: max(n + data.draw(st.integers(-2, 2)), 0) for inhoud, n in biljetten.items()}
    een, ander = methode.tel(opzet, biljetten), methode.tel(opzet, anders)
    if toegestaan(een) == toegestaan(ander) and opkomst(een) == opkomst(ander):
        assert zoals_te_zien(een) == zoals_te_zien(ander)
    if een.stemmen < 10:
        assert zoals_te_zien(een) is None


@given(AANTALLEN, st.lists(st.integers(-2, 2), min_size=3, max_size=3), st.lists(AANTALLEN, min_size=4, max_size=4))
def test_who_knows_all_votes_of_the_others_learns_no_more_of_burgers_than_an_ordinary_result_tells(
    een: list[int], scheelt: list[int], anderen: list[list[int]]
) -> None:
    """The attack: the other four put together what they chose and take it off; what is left fits both of these."""
    twee = [keuzes(*een), keuzes(*(max(n + s, 0) for n, s in zip(een, scheelt, strict=True)))]
    if toegestaan(twee[0]) != toegestaan(twee[1]) or opkomst(twee[0]) != opkomst(twee[1]):
        return
    overige = {letter: keuzes(*rij) for letter, rij in zip("koev", anderen, strict=True)}
    te_zien = [zoals_te_zien(burgers) for burgers in twee]
    uit = [gewogen({**overige, "b": burgers}) if burgers else None for burgers in te_zien]
    assert uit[0] == uit[1]


@pytest.mark.parametrize(
    ("burgers", "weegt"),
    [
        (keuzes(20, 12, 8), (20, 10, 10)),
        (keuzes(30, 8, 2), (30, 10, 2)),
        (keuzes(46, 2, 2), (45, 2, 2)),
        (keuzes(5, 3, 1), None),
        (replace(keuzes(40, 40, 40), stemmen=40, per_stem=3), None),  # nearly all chose all: nothing is shown of it
        (replace(keuzes(20, 12, 8), stemmen=30, per_stem=3), (20, 10, 10)),
        (Uitslag((Regel("a", (58,)), Regel("b", (38,)), Regel("c", (4,))), 10, punten=10), (60, 40, 2)),
    ],
)
def test_what_burgers_weigh_by(burgers: Uitslag, weegt: tuple[int, ...] | None) -> None:
    te_zien = zoals_te_zien(burgers)
    assert (te_zien and tuple(regel.aantallen[0] for regel in te_zien.regels)) == weegt


def test_a_weighed_toplist_reads_in_whole_percents() -> None:
    kwesties = METHODEN["kwesties"]
    opzet = Opzet(("a", "b", "c"), {"hoeveel": 3, "geschud": True})
    geteld = {BURGERS: kwesties.tel(opzet, {"[0,1,2]": 12}), "overheid": kwesties.tel(opzet, {"[2,1,0]": 1})}
    leeg = kwesties.tel(opzet, {})
    burgers = zoals_te_zien(geteld[BURGERS])
    assert burgers is not None
    uit = weeg({**dict.fromkeys(GELEDINGEN, leeg), **geteld, BURGERS: burgers}, [BURGERS, "overheid", "kennis"])
    assert dict(uit.vacant) == {"kennis": "geen_stem", "bedrijven": "niemand", "voorzieningen": "niemand"}
    een, ander = (toon(kwesties, opzet, lezing) for lezing in (uit.leeg, uit.verdeeld))
    assert {regel.naam: regel.cellen[0] for regel in een.regels} == {"a": 13, "b": 14, "c": 13}
    assert {regel.naam: regel.cellen[0] for regel in ander.regels} == {"a": 33, "b": 34, "c": 33}
    assert [zin.naam for zin in een.zinnen] == ["zelfde"]  # as they are: without rounding there is no difference
