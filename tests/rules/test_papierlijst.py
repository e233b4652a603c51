"""Reading a paper door list that was typed over: what it says, or every mistake in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.papierlijst import MEEST_REGELS, lees_papierlijst

STRATEN = ("Merelweg", "Lijsterhof", "Plein 1944")


@pytest.mark.parametrize(
    ("getypt", "regels"),
    [
        ("Merelweg 1: 2, 3: 1, 5a: 1", [("Merelweg 1", 2), ("Merelweg 3", 1), ("Merelweg 5A", 1)]),
        ("merelweg 1:2\nLijsterhof 1 : 1;  3=2", [("Merelweg 1", 2), ("Lijsterhof 1", 1), ("Lijsterhof 3", 2)]),
        ("Merelweg 1: 2\nMerelweg 3: 1", [("Merelweg 1", 2), ("Merelweg 3", 1)]),
        ("Plein 1944 12-2: 1,", [("Plein 1944 12-2", 1)]),
        ("", []),
    ],
)
def test_a_list_is_read_as_people_write_it(getypt: str, regels: list[tuple[str, int]]) -> None:
    gelezen, fouten = lees_papierlijst(getypt, STRATEN)
    assert [(regel.adres, regel.aantal) for regel in gelezen] == regels
    assert fouten == []


@pytest.mark.parametrize(
    ("getypt", "fouten"),
    [
        ("1: 2", [("geen_straat", "1: 2")]),
        ("Merelweg: 2", [("onleesbaar", "Merelweg: 2")]),
        ("Eikenlaan 1: 2", [("onleesbaar", "Eikenlaan 1: 2")]),
        ("Merelweg 1", [("onleesbaar", "Merelweg 1")]),
        ("Merelweg 1: twee", [("onleesbaar", "Merelweg 1: twee")]),
        ("Merelweg 1: -2", [("onleesbaar", "Merelweg 1: -2")]),
        ("Merelweg 1: 0", [("nul", "Merelweg 1")]),
        ("Merelweg 1a: 1, 1 A: 2", [("dubbel", "Merelweg 1A")]),
        ("🙂", [("onleesbaar", "🙂")]),
        ("n" * 5000, [("onleesbaar", "n" * 60)]),
        ("Merelweg 1: 1, x, Merelweg 1: 1", [("onleesbaar", "x"), ("dubbel", "Merelweg 1")]),
    ],
)
def test_every_mistake_is_named(getypt: str, fouten: list[tuple[str, str]]) -> None:
    assert lees_papierlijst(getypt, STRATEN)[1] == fouten


def test_with_one_street_it_need_not_be_written() -> None:
    (regel,), fouten = lees_papierlijst("12a: 1", ["Merelweg"])
    assert (regel.adres, fouten) == ("Merelweg 12A", [])


def test_too_much_at_once_is_a_mistake() -> None:
    regels, fouten = lees_papierlijst("\n".join(f"Merelweg {n}: 1" for n in range(1, MEEST_REGELS + 2)), STRATEN)
    assert (len(regels), [fout.reden for fout in fouten]) == (MEEST_REGELS, ["te_lang"])


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_named(getypt: str) -> None:
    regels, fouten = lees_papierlijst(getypt, STRATEN)
    assert all(0 <= regel.aantal <= 999 for regel in regels)
    assert bool(regels or fouten) == bool(re.sub(r"[,;\s]", "", getypt))
