"""The conditions that count no people: a declaration, a poll, the gemeenteraad's kaders and commitments."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvoerFout
from bot.rules.drempels import naar_ruw, uit_ruw
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld, Peilinguitslag
from bot.rules.drempels.intekening import Ingetekend, Intekening
from bot.rules.drempels.kaders import OORDELEN, Kaders, Oordeel
from bot.rules.drempels.verklaring import Afgelegd, Verklaring

VERKLARING = Verklaring("Fatma Yilmaz", "opbouwwerker", "Welzijn Noord")
AFGELEGD = Afgelegd("Fatma Yilmaz", "opbouwwerker", "Welzijn Noord", True, False, 0, 0)
BEELD = GedeeldBeeld(Fraction(1, 2), ">", "Gaan we voor een warmtenet?", ("Ja", "Ja, als"))


@pytest.mark.parametrize(
    ("afgelegd", "verdict", "reden"),
    [
        (None, "onbeslist", "geen"),
        (AFGELEGD, "gehaald", "gehoord"),
        (replace(AFGELEGD, gehoord=False), "niet_gehaald", "niet_gehoord"),
        (replace(AFGELEGD, naam="F. Yilmaz"), "onbeslist", "ander"),
        (replace(AFGELEGD, functie="wijkmanager"), "onbeslist", "ander"),
        (replace(AFGELEGD, opdrachtgever="De gemeente"), "onbeslist", "ander"),
        (replace(AFGELEGD, organisator=True), "onbeslist", "organisator"),
        (replace(AFGELEGD, organisator=True, gehoord=False), "onbeslist", "organisator"),
        (replace(AFGELEGD, vastgelegd=20, totaal=100), "gehaald", "gehoord"),  # a fifth is not more than a fifth
        (replace(AFGELEGD, vastgelegd=21, totaal=100), "onbeslist", "vastlegger"),
        (replace(AFGELEGD, vastgelegd=1, totaal=5), "gehaald", "gehoord"),
        (replace(AFGELEGD, vastgelegd=1, totaal=4), "onbeslist", "vastlegger"),
        (replace(AFGELEGD, vastgelegd=1, totaal=4, gehoord=False), "onbeslist", "vastlegger"),
    ],
)
def test_only_who_was_appointed_and_stands_apart_declares_it(
    afgelegd: Afgelegd | None, verdict: str, reden: str
) -> None:
    stand = VERKLARING.weeg(afgelegd)

    assert (stand.verdict, stand.delen[0]["reden"]) == (verdict, reden)
    assert (stand.teller, stand.noemer, stand.nodig) == ((1, 1, 0) if verdict == "gehaald" else (0, 1, 1))
    assert stand.bovengrens == (0 if verdict == "niet_gehaald" else 1)


def geteld(stemmen: int, voor: int, leeg: int = 0) -> Peilinguitslag:
    return Peilinguitslag("geteld", stemmen, voor, leeg)


@pytest.mark.parametrize(
    ("drempel", "uitslag", "verdict", "nodig"),
    [
        (BEELD, Peilinguitslag("geen"), "onbeslist", 10),
        (BEELD, Peilinguitslag("open"), "onbeslist", 10),
        (BEELD, Peilinguitslag("te_laat"), "onbeslist", 10),
        (BEELD, Peilinguitslag("opties"), "onbeslist", 10),
        (BEELD, geteld(0, 0), "onbeslist", 10),
        (BEELD, geteld(9, 9), "onbeslist", 6),  # too few to conclude anything
        (BEELD, geteld(10, 5), "niet_gehaald", 1),  # half is not more than half
        (BEELD, geteld(10, 6), "gehaald", 0),
        (BEELD, geteld(11, 6, 5), "gehaald", 0),
        (BEELD, geteld(12, 6), "niet_gehaald", 1),
        (replace(BEELD, operator=">="), geteld(10, 5), "gehaald", 0),
        (replace(BEELD, operator=">="), geteld(11, 5), "niet_gehaald", 1),
        (replace(BEELD, aandeel=Fraction(2, 3), operator=">="), geteld(12, 8), "gehaald", 0),
        (replace(BEELD, aandeel=Fraction(2, 3), operator=">="), geteld(13, 8), "niet_gehaald", 1),
        (replace(BEELD, minste_stemmen=20), geteld(19, 19), "niet_gehaald", 1),
        (replace(BEELD, minste_stemmen=20), geteld(20, 11), "gehaald", 0),
        (replace(BEELD, minste_stemmen=20), geteld(12, 6), "niet_gehaald", 8),
        (replace(BEELD, minste_stemmen=20), Peilinguitslag("open"), "onbeslist", 20),
        (replace(BEELD, minste_stemmen=11), geteld(9, 9), "onbeslist", 6),
    ],
)
def test_a_poll_decides_after_closing_and_from_ten_ballots_on(
    drempel: GedeeldBeeld, uitslag: Peilinguitslag, verdict: str, nodig: int
) -> None:
    stand = drempel.weeg(uitslag)

    assert (stand.verdict, stand.nodig) == (verdict, nodig)


def test_turnout_and_opposition_stand_beside_the_support() -> None:
    (deel,) = BEELD.weeg(geteld(100, 62, 3)).delen

    assert deel == {
        "staat": "geteld", "ingetrokken": 0, "stemmen": 100, "voor": 62, "leeg": 3, "anders": 35, "minste_stemmen": 10
    }  # fmt: skip


def test_what_fewer_than_ten_chose_nobody_hears() -> None:
    stand = BEELD.weeg(geteld(9, 8))

    assert stand.delen == ({"staat": "geteld", "ingetrokken": 0, "stemmen": 9, "minste_stemmen": 10},)
    assert (stand.teller, stand.noemer, stand.ondergrens, stand.bovengrens) == (0, 9, 0, 9)


def test_an_open_poll_gives_no_number_away() -> None:
    assert BEELD.weeg(Peilinguitslag("open")).delen == ({"staat": "open", "ingetrokken": 0},)


KADERS = Kaders(("Betaalbaar", "Van het gas", "Wijk beslist mee"))


@pytest.mark.parametrize(
    ("oordelen", "verdict", "teller", "nodig", "bovengrens"),
    [
        ([], "onbeslist", 0, 3, 3),
        (["voldaan", "voldaan"], "onbeslist", 2, 1, 3),
        (["voldaan", "voldaan", "open"], "onbeslist", 2, 1, 3),
        (["voldaan", "voldaan", "voldaan"], "gehaald", 3, 0, 3),
        (["voldaan", "niet_voldaan", "voldaan"], "niet_gehaald", 2, 1, 2),
        (["niet_voldaan", "open"], "niet_gehaald", 0, 3, 2),
    ],
)
def test_all_kaders_must_be_met_and_one_that_is_not_is_enough(
    oordelen: list[Oordeel], verdict: str, teller: int, nodig: int, bovengrens: int
) -> None:
    stand = KADERS.weeg(dict(zip(KADERS.kaders, oordelen, strict=False)))

    assert (stand.verdict, stand.teller, stand.nodig, stand.bovengrens) == (verdict, teller, nodig, bovengrens)
    assert [deel["kader"] for deel in stand.delen] == list(KADERS.kaders)


def test_a_judgement_of_what_is_no_kader_any_more_counts_for_nothing() -> None:
    assert KADERS.weeg({"Iets anders": "niet_voldaan"}).verdict == "onbeslist"


def ingetekend(huishoudens: int, koop: int = 0, misschien: int = 0) -> dict[str, Ingetekend]:
    return {"deelnameverklaring": Ingetekend(huishoudens, koop, misschien), "interesse": Ingetekend(999, 999, 0)}


@pytest.mark.parametrize(
    ("drempel", "gezegd", "verdict", "nodig"),
    [
        (Intekening(40), {}, "niet_gehaald", 40),
        (Intekening(40), ingetekend(39), "niet_gehaald", 1),
        (Intekening(40), ingetekend(40), "gehaald", 0),
        (Intekening(40), ingetekend(41), "gehaald", 0),
        (Intekening(40, van="eigenaren"), ingetekend(50, 40, 10), "gehaald", 0),
        (Intekening(40, van="eigenaren"), ingetekend(50, 39, 1), "onbeslist", 1),
        (Intekening(40, van="eigenaren"), ingetekend(50, 39, 0), "niet_gehaald", 1),
        (Intekening(40, "inschrijving"), ingetekend(50), "niet_gehaald", 40),  # the three are not added up
    ],
)
def test_commitments_count_from_the_agreed_number_on(
    drempel: Intekening, gezegd: dict[str, Ingetekend], verdict: str, nodig: int
) -> None:
    stand = drempel.weeg(gezegd)

    assert (stand.verdict, stand.nodig) == (verdict, nodig)
    assert {deel["wat"]: deel["huishoudens"] for deel in stand.delen} == {
        "interesse": gezegd.get("interesse", Ingetekend()).huishoudens,
        "deelnameverklaring": gezegd.get("deelnameverklaring", Ingetekend()).huishoudens,
        "inschrijving": 0,
    }


@given(st.integers(1, 60), st.integers(0, 50), st.integers(0, 50))
def test_a_verdict_on_owners_is_what_all_possible_truths_agree_on(minimum: int, koop: int, misschien: int) -> None:
    waar = {koop + extra >= minimum for extra in range(misschien + 1)}

    stand = Intekening(minimum, van="eigenaren").weeg(ingetekend(koop + misschien, koop, misschien))

    assert stand.verdict == ("onbeslist" if len(waar) > 1 else "gehaald" if waar.pop() else "niet_gehaald")


@given(st.lists(st.sampled_from(OORDELEN), min_size=1, max_size=6))
def test_a_verdict_on_kaders_is_what_all_ways_of_settling_the_open_ones_agree_on(oordelen: list[Oordeel]) -> None:
    kaders = tuple(f"kader {nummer}" for nummer in range(len(oordelen)))
    open_ = oordelen.count("open")
    kan = set() if "niet_voldaan" in oordelen else {True}
    kan |= {False} if open_ or "niet_voldaan" in oordelen else set()

    stand = Kaders(kaders).weeg(dict(zip(kaders, oordelen, strict=True)))

    assert stand.verdict == ("onbeslist" if len(kan) > 1 else "gehaald" if kan.pop() else "niet_gehaald")


DEELS: list[tuple[dict[str, Any], str]] = [
    ({"soort": "verklaring", "naam": " ", "functie": "x", "opdrachtgever": "y"}, "naam: schrijf wie"),
    ({"soort": "verklaring", "naam": "x", "functie": "x"}, "ontbreekt"),
    ({"soort": "gedeeld_beeld", "aandeel": "1/2", "operator": ">", "peiling": "", "voor": ["Ja"]}, "de vraag"),
    ({"soort": "gedeeld_beeld", "aandeel": "1/2", "operator": ">", "peiling": "x", "voor": []}, "als steun"),
    ({"soort": "gedeeld_beeld", "aandeel": "1/1", "operator": ">", "peiling": "x", "voor": ["Ja"]}, "iedereen"),
    (
        {
            "soort": "gedeeld_beeld",
            "aandeel": "1/2",
            "operator": ">",
            "peiling": "x",
            "voor": ["J"],
            "minste_stemmen": 9,
        },
        "vanaf 10",
    ),
    ({"soort": "kaders", "kaders": []}, "1 tot 20"),
    ({"soort": "kaders", "kaders": ["Een", "een"]}, "twee keer"),
    ({"soort": "kaders", "kaders": ["x" * 301]}, "300 tekens"),
    ({"soort": "kaders", "kaders": ["x"] * 21}, "1 tot 20"),
    ({"soort": "intekening", "minimum": 0}, "minstens 1"),
    ({"soort": "intekening", "minimum": 1, "wat": "koop"}, "interesse, deelnameverklaring"),
    ({"soort": "intekening", "minimum": 1, "van": "bewoners"}, "huishoudens, eigenaren"),
]


@pytest.mark.parametrize(("ruw", "mend"), DEELS)
def test_nonsense_is_refused_in_one_line_that_says_what_to_write(ruw: dict[str, Any], mend: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        uit_ruw(ruw, "x", ("spelregels",))
    assert mend in str(fout.value)
    assert "\n" not in str(fout.value)


@pytest.mark.parametrize("drempel", [VERKLARING, BEELD, KADERS, Intekening(40)])
def test_what_was_agreed_is_read_back(drempel: Any) -> None:
    assert uit_ruw(naar_ruw(drempel), "x", ()) == drempel
