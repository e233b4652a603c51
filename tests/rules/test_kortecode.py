"""Short codes: read back however they are typed, and no sentence is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.kortecode import MAIL, TOESTEL, Kortecode, maak

SOORTEN = st.sampled_from([TOESTEL, MAIL])
CODES = st.binary(min_size=8, max_size=32).map(maak)
ARABISCH = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(SOORTEN, CODES, st.sampled_from(["-", "–", "\u2011", " ", " - ", ""]), st.booleans(), st.booleans())
def test_a_code_is_read_back_in_every_writing(
    soort: Kortecode, code: str, streep: str, klein: bool, rechts: bool
) -> None:
    getypt = soort.schrijf(code).replace("-", streep)
    getypt = getypt.lower() if klein else getypt
    getypt = f"\u2067{getypt.translate(ARABISCH)}\u2069 " if rechts else getypt
    assert soort.herken(getypt)
    assert soort.lees(getypt) == code


@given(SOORTEN, CODES)
def test_a_code_is_read_from_its_link_and_without_its_word(soort: Kortecode, code: str) -> None:
    assert soort.lees(soort.start(code)) == soort.lees(code.lower()) == code


@given(SOORTEN, CODES)
def test_a_code_is_not_taken_for_one_of_another_kind_nor_without_its_word(soort: Kortecode, code: str) -> None:
    ander = MAIL if soort is TOESTEL else TOESTEL
    assert not ander.herken(soort.schrijf(code))
    assert not soort.herken(code)


@given(SOORTEN, st.text(alphabet="abcdefghijklmnopqrstuvwxyz -", max_size=20))
def test_words_alone_are_never_a_code(soort: Kortecode, woorden: str) -> None:
    assert not soort.herken(f"{soort.woord} {woorden}")


@pytest.mark.parametrize(
    "getypt", ["ook", "ook mijn huis", "ook iedereen", "ook-7K3M", "", "ook-7K3M-Q9X!", "mail 2026"]
)
def test_what_only_begins_like_a_code_is_none(getypt: str) -> None:
    assert not TOESTEL.herken(getypt)
    assert not MAIL.herken(getypt)
