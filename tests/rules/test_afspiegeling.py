"""afspiegeling: at and around its bounds, what decides and what does not, and what may be shown."""

from fractions import Fraction
from typing import Any

import pytest

from bot.errors import InvoerFout
from bot.rules.drempels.afspiegeling import (
    Afspiegeling,
    Groepstelling,
    Kenmerk,
    Kenmerktelling,
    Spiegeltelling,
)
from bot.rules.spelregels import uit_json, uit_ruw
from bot.rules.wegen import Drempelstand, Telling

TIENDE = Fraction(1, 10)
EIGENDOM = (Kenmerk("eigendom"),)


def een_telling(
    koop: int,
    huur: int,
    onbekend: int = 0,
    misschien: int = 0,
    wijk: tuple[int, int] = (500, 500),
    wijk_onbekend: int = 0,
) -> Spiegeltelling:
    n, samen = koop + huur + onbekend, sum(wijk) + wijk_onbekend
    groepen = {"koop": Groepstelling(koop, wijk[0], wijk[0]), "huur": Groepstelling(huur, wijk[1], wijk[1])}
    telling = Telling(n, n + misschien, sum(wijk), samen)
    return Spiegeltelling(telling, {"eigendom": Kenmerktelling(groepen, wijk_onbekend), "leeftijd": Kenmerktelling({})})


def weeg(telling: Spiegeltelling, **velden: Any) -> Drempelstand:
    return Afspiegeling(**{"kenmerken": EIGENDOM, "hoogste_afstand": TIENDE, **velden}).weeg(telling)


@pytest.mark.parametrize(
    ("telling", "verdict", "nodig"),
    [
        (een_telling(60, 40), "gehaald", 0),  # 10 of 100: as far as it may be
        (een_telling(61, 39), "niet_gehaald", 2),  # 61 of 102 is less than six tenths
        (een_telling(40, 60), "gehaald", 0),
        (een_telling(39, 61), "niet_gehaald", 2),
        (een_telling(100, 0), "niet_gehaald", 67),  # 100 of 167
        (een_telling(55, 40, 5), "gehaald", 0),  # 60 of 100 at the worst
        (een_telling(56, 39, 5), "onbeslist", 2),  # 61 at the worst
        (een_telling(64, 31, 5), "niet_gehaald", 15),  # 64 at the best
        (een_telling(60, 35, 5), "onbeslist", 9),  # 60 at the best
        (een_telling(55, 45, misschien=5), "gehaald", 0),  # 60 of 105 at the worst
        (een_telling(58, 42, misschien=5), "gehaald", 0),  # 63 of 105 is 60 of 100
        (een_telling(59, 41, misschien=5), "onbeslist", 2),  # 64 of 105
        (een_telling(61, 39, misschien=1), "niet_gehaald", 3),  # 61 of 101 is still too many
        (een_telling(80, 20, misschien=5), "niet_gehaald", 37),
        (een_telling(25, 24), "onbeslist", 1),  # fewer than fifty: nothing is said
        (een_telling(25, 25), "gehaald", 0),
        (een_telling(0, 0), "onbeslist", 0),
    ],
)
def test_it_is_met_exactly_up_to_the_agreed_distance(telling: Spiegeltelling, verdict: str, nodig: int) -> None:
    stand = weeg(telling)
    assert (stand.verdict, stand.nodig) == (verdict, nodig)


@pytest.mark.parametrize(
    ("telling", "velden", "verdict"),
    [
        (een_telling(80, 20, wijk=(800, 200)), {"minimum_per_groep": 20}, "gehaald"),
        (een_telling(80, 20, wijk=(800, 200)), {"minimum_per_groep": 21}, "niet_gehaald"),
        (een_telling(80, 18, 2, wijk=(800, 200)), {"minimum_per_groep": 20}, "onbeslist"),
        (een_telling(80, 17, 2, wijk=(800, 200)), {"minimum_per_groep": 20}, "niet_gehaald"),
        (een_telling(90, 10, wijk=(900, 10)), {"minimum_per_groep": 20}, "gehaald"),  # all there are
        (een_telling(90, 9, wijk=(900, 10)), {"minimum_per_groep": 20}, "niet_gehaald"),
    ],
)
def test_each_group_has_its_minimum_or_all_of_a_smaller_group(
    telling: Spiegeltelling, velden: dict[str, Any], verdict: str
) -> None:
    assert weeg(telling, **velden).verdict == verdict


@pytest.mark.parametrize(
    ("telling", "beslist", "verdict"),
    [
        (een_telling(45, 45, 10), True, "gehaald"),  # known of nine in ten: 55 of 100 at the worst
        (een_telling(45, 44, 11), False, "onbeslist"),
        (een_telling(90, 0, 10), True, "niet_gehaald"),
        (een_telling(89, 0, 11), False, "onbeslist"),
    ],
)
def test_what_is_known_of_fewer_than_nine_in_ten_does_not_decide(
    telling: Spiegeltelling, beslist: bool, verdict: str
) -> None:
    stand = weeg(telling)
    assert (stand.delen[0]["beslist"], stand.verdict) == (beslist, verdict)


def test_each_characteristic_that_decides_must_pass_and_the_others_are_shown() -> None:
    leeftijd = Kenmerk("leeftijd", {"tot_35": 500, "tot_55": 500}, "CBS")
    onbekend = weeg(een_telling(50, 50), kenmerken=(*EIGENDOM, leeftijd))
    assert (onbekend.verdict, [deel["beslist"] for deel in onbekend.delen]) == ("gehaald", [True, False])
    jong = {"tot_35": Groepstelling(100, 0, 0)}
    telling = een_telling(50, 50)
    scheef = Spiegeltelling(telling.telling, {**telling.kenmerken, "leeftijd": Kenmerktelling(jong)})
    stand = weeg(scheef, kenmerken=(*EIGENDOM, leeftijd))
    assert (stand.verdict, [deel["verdict"] for deel in stand.delen]) == ("niet_gehaald", ["gehaald", "niet_gehaald"])
    assert stand.nodig == 67
    assert stand.delen[1]["groepen"] == [
        {"groep": "tot_35", "aantal": 100, "wijk": 500, "tekort": False, "erbij": 0},
        {"groep": "tot_55", "aantal": "minder dan 5", "wijk": 500, "tekort": True, "erbij": 67},
    ]
    assert weeg(scheef, kenmerken=(leeftijd,)).delen[0]["bron"] == "CBS"


def test_a_list_that_does_not_know_the_wijk_well_enough_leaves_it_open() -> None:
    assert weeg(een_telling(57, 43, wijk_onbekend=0)).verdict == "gehaald"
    assert weeg(een_telling(57, 43, wijk_onbekend=60)).verdict == "gehaald"  # 500 of 1060 is 47 of 100
    assert weeg(een_telling(57, 43, wijk_onbekend=70)).verdict == "onbeslist"
    assert weeg(een_telling(62, 38, wijk_onbekend=70)).verdict == "onbeslist"
    assert weeg(een_telling(62, 38, wijk_onbekend=70)).nodig == 10


def test_a_table_with_fewer_people_than_take_part_decides_nothing() -> None:
    tabel = Kenmerk("eigendom", {"koop": 20, "huur": 20}, "CBS")
    assert weeg(een_telling(30, 25, 5), kenmerken=(tabel,)).verdict == "onbeslist"


@pytest.mark.parametrize(
    ("koop", "laag", "zin"), [(95, 45, [95, 5]), (96, None, [95, "minder dan 5"]), (99, None, [100, "minder dan 5"])]
)
def test_a_group_of_one_to_four_is_not_shown_nor_can_it_be_worked_out(koop: int, laag: int | None, zin: Any) -> None:
    (deel,) = weeg(een_telling(koop, 100 - koop)).delen
    assert (deel["verdict"], deel["laag"], deel["hoog"]) == ("niet_gehaald", laag, laag)
    assert [groep["aantal"] for groep in deel["groepen"]] == [zin[1], zin[0]]
    assert (deel["variatie"] is None) == (laag is None)
    assert [groep["tekort"] for groep in deel["groepen"]] == [True, False]
    assert all((groep["erbij"] is None) == (laag is None) for groep in deel["groepen"])


def test_what_is_shown_is_rounded_up_so_that_no_number_looks_better_than_it_is() -> None:
    (deel,) = weeg(een_telling(121, 79)).delen  # 10.5 of 100
    assert (deel["laag"], deel["hoog"], deel["bekend"], deel["variatie"]) == (11, 11, 100, "0.21")


TOML = {
    "soort": "afspiegeling",
    "hoogste_afstand": "1/10",
    "kenmerken": [{"naam": "eigendom"}, {"naam": "leeftijd", "bron": "CBS", "groepen": {"tot_35": 5, "tot_55": 9}}],
}


def test_it_is_read_from_settings_and_reads_back_the_same() -> None:
    regels = uit_ruw({"drempels": [TOML]}, "x")
    (drempel,) = regels.drempels
    assert isinstance(drempel, Afspiegeling)
    assert drempel.kenmerken == (*EIGENDOM, Kenmerk("leeftijd", {"tot_35": 5, "tot_55": 9}, "CBS"))
    assert uit_json(regels.canoniek()) == regels


@pytest.mark.parametrize(
    ("velden", "mend"),
    [
        ({"verzameling": "gehoor"}, "kies uit gehoord, informatie"),
        ({"kenmerken": []}, "een of meer, elk een keer"),
        ({"kenmerken": [{"naam": "eigendom"}] * 2}, "een of meer, elk een keer"),
        ({"kenmerken": [{"naam": "geloof"}]}, "kenmerk 'geloof' kan niet"),
        ({"kenmerken": ["eigendom"]}, "kenmerken hoort een tabel te zijn"),
        ({"kenmerken": "eigendom"}, "schrijf een lijst"),
        ({"kenmerken": [{"naam": "leeftijd"}]}, "schrijf bij groepen"),
        ({"kenmerken": [{"naam": "leeftijd", "groepen": {"tot_35": 1, "tot_55": 1}}]}, "schrijf bij bron"),
        ({"kenmerken": [{"naam": "leeftijd", "bron": "x", "groepen": {"jong": 1, "oud": 1}}]}, "groep 'jong' kan niet"),
        ({"kenmerken": [{"naam": "eigendom", "bron": "x", "groepen": {"koop": 1}}]}, "2 tot en met 12 groepen"),
        ({"kenmerken": [{"naam": "eigendom", "bron": "x", "groepen": {"koop": 0, "huur": 2}}]}, "minstens 1"),
        ({"kenmerken": [{"naam": "eigendom", "groepen": {"koop": "1"}}]}, "een tabel als { koop = 210"),
        ({"kenmerken": [{"naam": "eigendom", "groep": {}}]}, "bedoelde u 'groepen'?"),
        ({"kenmerken": [{}]}, "[spelregels.drempels.kenmerken] naam ontbreekt"),
        ({"minimum_deelnemers": 9}, "schrijf 10 of meer"),
        ({"minimum_per_groep": -1}, "schrijf een aantal, of 0"),
        ({"hoogste_afstand": "10%"}, "schrijf een breuk"),
    ],
)
def test_nonsense_is_refused_with_one_line_that_says_what_to_write(velden: dict[str, Any], mend: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        uit_ruw({"drempels": [TOML | velden]}, "gehoord.toml")
    assert mend in str(fout.value)
    assert str(fout.value).startswith("gehoord.toml: [spelregels.drempels")
    assert "\n" not in str(fout.value)
