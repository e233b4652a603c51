"""The short codes of a sign-in sheet, and every reason for which one cannot be taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import tekencode as tc
from bot.rules.huishoudcode import ALFABET
from bot.rules.tekencode import Fout, Plek, Thuis

codes = st.binary(min_size=2, max_size=2).map(tc.maak)


@given(codes, st.integers(0, 3), st.sampled_from(ALFABET))
def test_one_wrong_character_is_always_noticed(code: str, plaats: int, teken: str) -> None:
    fout = code[:plaats] + teken + code[plaats + 1 :]
    assert tc.lees(fout) == (code if fout == code else None)


@given(st.lists(codes, min_size=1), st.sampled_from([" ", "\n", ", ", " ; ", "\r\n\n", ". "]))
def test_a_sheet_is_read_back_however_it_was_typed(rij: list[str], tussen: str) -> None:
    gelezen = tc.splits(f" {tussen.join(rij).lower()}{tussen}")
    assert [tc.lees(deel) for deel in gelezen] == rij


def test_half_of_all_codes_is_of_nobody_so_that_a_made_up_one_is_seen() -> None:
    alle = {tc.maak(getal.to_bytes(2)) for getal in range(0, 65536, 2)}
    assert len(alle) == 2 * tc.MEEST
    assert len({tc.hmac_van(code, b"p" * 32) for code in alle}) == len(alle)


A, B, C, D, E, F, G, H = (tc.maak((n * 2).to_bytes(2)) for n in range(1, 9))
PLEKKEN = {
    A: Plek(1, 1),
    B: Plek(1, 2),
    C: Plek(1, 2),  # printed a second time
    D: Plek(2, 1, hier=False),
    E: Plek(1, 1, van_ander=True),
    F: Plek(3, 1),  # on the door list, with one whom nobody knows: both who live there
    G: Plek(3, 2),
    H: Plek(4, 3),  # fewer live there than when it was printed
}
HUIZEN = {1: Thuis({1, 2}), 3: Thuis({1, 2}, {1}, 2), 4: Thuis({1, 2}, (), 0, {1})}


@pytest.mark.parametrize(
    ("getypt", "goed", "fout"),
    [
        ("a", [], "typefout"),
        (A[:-1] + ("0" if A[-1] != "0" else "1"), [], "typefout"),
        (tc.maak(b"\xff\xff"), [], "onbekend"),
        (D, [], "andere"),
        (f"{A} {A}", [A], "dubbel"),
        (f"{B} {C}", [B], "dubbel"),
        (E, [], "ander"),
        (F, [], "op_lijst"),
        (G, [], "te_veel"),
        (H, [], "te_veel"),
        (f"{A}\n{B.lower()}", [A, B], None),
    ],
)
def test_each_line_that_cannot_be_is_named_with_its_reason_and_the_others_are_taken(
    getypt: str, goed: list[str], fout: str | None
) -> None:
    gelezen, fouten = tc.weeg(tc.splits(getypt), PLEKKEN, HUIZEN)
    assert gelezen == goed
    assert fouten == ([] if fout is None else [Fout(fout, tc.splits(getypt)[-1])])  # type: ignore[arg-type]
