"""Figures: what people type is read exactly or refused, a file says each mistake, and a chart does not lie."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvoerFout
from bot.rules.grafiek import HEEL, MEEST, teken
from bot.rules.indicatorbestand import lees
from bot.rules.indicatoren import SOORTEN, Onleesbaar, Soort, lees_periode, lees_waarde, perioden, schrijf, vorige

VANDAAG = date(2027, 2, 10)
KOP = "indicator;datum;waarde;bron;eenheid"
REGEL = "Isolatie;2027-01;12,5;Gemeente;woningen"


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        *((" 12,5 ", "12.5"), ("12.5", "12.5"), ("1234", "1234"), ("1.234,50", "1234.5"), ("1.234.567", "1234567")),
        *(("-3", "-3"), ("−3,25", "-3.25"), ("0,0", "0"), ("-0", "0"), ("0.125", "0.125"), ("007", "7")),
        *(("999999999999,9999", "999999999999.9999"), ("100", "100")),
    ],
)
def test_a_value_is_kept_to_its_last_digit(tekst: str, waarde: str) -> None:
    assert schrijf(lees_waarde(tekst)) == waarde


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        *((tekst, "getal") for tekst in ("", "NaN", "1e400", "Infinity", "veel", "1,2,3", "1 234", "٣", "9" * 5000)),
        *((("1.234", "twijfel"), ("-12.345", "twijfel"), ("1000000000000", "te_groot"), ("0,00001", "te_precies"))),
    ],
)
def test_what_is_no_number_or_could_be_two_is_refused(tekst: str, reden: str) -> None:
    with pytest.raises(Onleesbaar) as nee:
        lees_waarde(tekst)
    assert nee.value.reden == reden


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_what_is_kept_reads_back_the_same(waarde: Decimal) -> None:
    assert Decimal(schrijf(waarde)) == waarde
    assert lees_waarde(schrijf(waarde).replace(".", ",")) == waarde


@given(st.text(max_size=40))
def test_any_text_is_a_value_and_a_period_or_is_refused_with_a_reason(tekst: str) -> None:
    for lezer in (lees_waarde, lambda getypt: lees_periode(getypt, VANDAAG)):
        try:
            lezer(tekst)
        except Onleesbaar as nee:
            reden = nee.reden
            assert reden in {"getal", "twijfel", "te_groot", "te_precies", "periode", "later"}


@pytest.mark.parametrize(
    ("tekst", "soort", "begin"),
    [
        *(("2026", "jaar", (2026, 1, 1)), ("2027-1", "maand", (2027, 1, 1)), ("02-2027", "maand", (2027, 2, 1))),
        *(("Februari 2027", "maand", (2027, 2, 1)), ("2026-K4", "kwartaal", (2026, 10, 1))),
        *(("Q1 2027", "kwartaal", (2027, 1, 1)), ("10-2-2027", "dag", (2027, 2, 10))),
        ("2027-02-10", "dag", (2027, 2, 10)),
    ],
)
def test_a_period_is_read_as_people_write_it(tekst: str, soort: str, begin: tuple[int, int, int]) -> None:
    assert lees_periode(tekst, VANDAAG) == (soort, date(*begin))


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [("2027-02-11", "later"), ("2028", "later"), ("2027-13", "periode"), ("1026", "periode"), ("ooit", "periode")],
)
def test_a_period_that_is_not_there_yet_or_never_was_is_refused(tekst: str, reden: str) -> None:
    with pytest.raises(Onleesbaar) as nee:
        lees_periode(tekst, VANDAAG)
    assert nee.value.reden == reden


def test_a_file_gives_its_series_each_with_its_lines() -> None:
    tekst = f"\ufeff{KOP}\r\n{REGEL}\r\n\r\nGas;2025;955,5;CBS;m3\nISOLATIE;2027-02;13;Gemeente;\n"
    isolatie, gas = lees(tekst.encode(), "c.csv", VANDAAG)
    assert (isolatie.naam, isolatie.soort, isolatie.eenheid) == ("Isolatie", "maand", "woningen")
    assert [(r.nummer, r.begin, r.waarde) for r in isolatie.regels] == [
        (2, date(2027, 1, 1), Decimal("12.5")), (5, date(2027, 2, 1), Decimal(13)),
    ]  # fmt: skip
    assert (gas.soort, gas.regels[0].waarde, gas.regels[0].bron) == ("jaar", Decimal("955.5"), "CBS")


def test_a_file_with_commas_has_its_numbers_between_quotes() -> None:
    (reeks,) = lees(b'indicator,datum,waarde,bron\nGas,2025,"955,5",CBS\n', "c.csv", VANDAAG)
    assert reeks.regels[0].waarde == Decimal("955.5")
    with pytest.raises(InvoerFout, match="regel 2: er staan meer cellen dan kolommen; zet een getal met een komma"):
        lees(b"indicator,datum,waarde,bron\nGas,2025,955,5,CBS\n", "c.csv", VANDAAG)


@pytest.mark.parametrize(
    ("regels", "zegt"),
    [
        ([REGEL.replace("12,5", "NaN")], "regel 2: waarde: 'NaN' is geen getal; schrijf het zoals 12,5"),
        ([REGEL.replace("12,5", "1.234")], "regel 2: waarde: '1.234' kan twee dingen zijn; schrijf 1234 of 1,234"),
        ([REGEL.replace("2027-01", "morgen")], "regel 2: datum: 'morgen' is geen datum"),
        ([REGEL.replace("2027-01", "2027-03")], "regel 2: datum: '2027-03' moet nog komen"),
        ([REGEL, REGEL], "regel 3: datum: 2027-01 staat er twee keer; haal er een weg"),
        ([REGEL, REGEL.replace("2027-01", "2026-12")], "regel 3: datum: 2026-12 komt na een latere datum"),
        ([REGEL, REGEL.replace("2027-01", "2027")], "regel 3: datum: 2027 is een jaar, en eerder stond er een maand"),
        ([REGEL.replace("Gemeente", "")], "regel 2: bron: ontbreekt"),
        ([REGEL.replace("Isolatie", "I" * 61)], "regel 2: indicator: is 61 tekens; maak er hoogstens 60 van"),
        ([REGEL, REGEL.replace("-01", "-02").replace("woningen", "huizen")], "regel 3: eenheid: 'huizen' is anders"),
        ([REGEL + ";x"], "regel 2: er staan meer cellen dan kolommen"),
        ([REGEL.replace("12,5", '"12')], "regel 2: kan ik niet lezen"),
        ([], "er staat geen cijfer in"),
    ],
)
def test_a_mistake_is_said_with_its_line_its_field_and_the_mend(regels: list[str], zegt: str) -> None:
    with pytest.raises(InvoerFout) as nee:
        lees("\n".join([KOP, *regels]).encode(), "c.csv", VANDAAG)
    assert f"c.csv: {zegt}" in str(nee.value)


@pytest.mark.parametrize("kop", ["indicator;datum;waarde", f"{KOP};bron", f"{KOP};kleur", ""])
def test_columns_that_are_missing_double_or_unknown_are_named(kop: str) -> None:
    with pytest.raises(InvoerFout, match=r"kolom|geen cijfer"):
        lees(f"{kop}\n{REGEL}".encode(), "c.csv", VANDAAG)


@given(
    st.sampled_from(SOORTEN),
    st.dictionaries(st.integers(0, 60), st.decimals(-(10**6), 10**6, places=2), min_size=1, max_size=40),
)
def test_a_chart_has_zero_on_its_axis_true_heights_and_every_gap(soort: Soort, per: dict[int, Decimal]) -> None:
    plekken = list(perioden(soort, date(1950, 1, 1), date(2027, 1, 1)))[:61]
    punten = {plekken[n]: waarde for n, waarde in per.items()}
    grafiek = teken(soort, punten)
    laag, hoog = grafiek.streepjes[0][0], grafiek.streepjes[-1][0]
    assert laag <= 0 <= hoog
    assert laag < hoog
    assert (Decimal(0), grafiek.nul) in grafiek.streepjes
    assert len(grafiek.streepjes) <= 5
    assert len(grafiek.staven) + grafiek.weggelaten == len(punten)
    assert grafiek.staven[-1].begin == max(punten)
    for staaf in grafiek.staven:
        assert 0 <= staaf.y <= HEEL
        assert abs((punten[staaf.begin] - laag) * HEEL / (hoog - laag) - staaf.y) <= 1
    samen = sorted([staaf.x for staaf in grafiek.staven] + list(grafiek.gaten))
    assert len(samen) <= MEEST
    assert all(0 <= x <= HEEL for x in samen)
    if soort != "dag":
        getoond = list(perioden(soort, min([s.begin for s in grafiek.staven] + list(grafiek.leeg)), max(punten)))
        assert [begin for begin in getoond if begin not in punten] == list(grafiek.leeg)


def test_days_stand_at_their_own_distance_in_time() -> None:
    dagen = {date(2027, 1, 1): Decimal(1), date(2027, 1, 2): Decimal(2), date(2027, 1, 11): Decimal(3)}
    een, twee, drie = (staaf.x for staaf in teken("dag", dagen).staven)
    assert abs((drie - een) - 10 * (twee - een)) <= 10
    assert [vorige("kwartaal", date(2027, 1, 1)), vorige("dag", date(2027, 1, 1))] == [
        date(2026, 10, 1), date(2026, 12, 31),
    ]  # fmt: skip
