"""The file of the e-form: what it says, or each mistake with its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.eformulier import MEESTE, Fout, Regel, lees

KOP = "postcode;huisnummer;toevoeging;datum;aanbod\r\n"


@pytest.mark.parametrize(
    "tekst",
    [
        KOP + "3511 ab;12;a;2027-02-01;Warmtenet\r\n;;;;\r\n",
        "\ufeff" + KOP + "3511AB;12;A;1-2-2027;Warmtenet",
        "Aanbod,Naam,Datum,Postcode,Huisnummer,Toevoeging\nWarmtenet,iets,1 februari 2027,3511AB,12, A",
        f";{KOP}1;3511AB;12;A;2027-02-01;Warmtenet",
        KOP.replace("\r\n", ";;\r\n") + "3511AB;12;A;2027-02-01;Warmtenet",
        KOP.replace(";", "\t") + '"3511AB"\t12\tA\t2027-02-01\t"Warmtenet"\n',
    ],
)
def test_a_file_says_who_and_when_however_it_was_saved(tekst: str) -> None:
    assert lees(tekst.encode()) == ([Regel(2, "3511AB|12|A", date(2027, 2, 1), "Warmtenet")], [])


@pytest.mark.parametrize(
    ("inhoud", "fouten"),
    [
        (b"", [Fout(0, "leeg")]),
        (KOP.encode(), [Fout(0, "leeg")]),
        (b"\xff\xfea", [Fout(0, "leesbaar")]),
        (b"postcode;huisnummer\n1;2", [Fout(1, "kop", "toevoeging, datum, aanbod")]),
        (f"datum;{KOP}1-1-2027;3511AB;12;;2027-02-01;x".encode(), [Fout(1, "kop", "datum")]),
        ((KOP + "3511AB;12;A;32-1-2027;x\n3511;1;;2027-02-01;x\n3511AB;1\n").encode(), [
            Fout(2, "datum", "32-1-2027"), Fout(3, "adres", "3511 1"), Fout(4, "velden"),
        ]),
        ((KOP + '3511AB;12;"A\n').encode(), [Fout(2, "leesbaar")]),
        ((KOP + "3511AB;12;;2027-02-01;x\n" * (MEESTE + 1)).encode(), [Fout(0, "te_veel", str(MEESTE))]),
    ],
)  # fmt: skip
def test_of_a_file_with_a_mistake_nothing_counts(inhoud: bytes, fouten: list[Fout]) -> None:
    regels, gevonden = lees(inhoud)
    assert (regels, [fout._replace(wat=fout.wat.strip()) for fout in gevonden]) == ([], fouten)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: (KOP + t).encode("utf-8", "replace"))))
def test_whatever_is_sent_is_lines_or_mistakes(inhoud: bytes) -> None:
    regels, fouten = lees(inhoud)
    assert bool(regels) != bool(fouten)
