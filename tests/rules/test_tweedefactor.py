"""The digits of an app, each once and in time; and how long one waits after wrong tries."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.tweedefactor import CODES, STAP_SECONDEN, adres, herstelcodes, netjes, stap_van, wacht

GEHEIM = b"12345678901234567890"
"""Of the examples of RFC 6238, appendix B; its digits are eight, of which these are the last six."""


@pytest.mark.parametrize(
    ("seconden", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_digits_are_those_of_the_standard(seconden: int, code: str) -> None:
    assert stap_van(GEHEIM, code, datetime.fromtimestamp(seconden, UTC), 0) == seconden // STAP_SECONDEN


@given(st.integers(2, 2**32), st.integers(-3, 3), st.integers(-2, 2))
def test_digits_hold_a_step_around_now_and_only_after_the_last_that_was_used(stap: int, naast: int, na: int) -> None:
    code = f"{_code(stap + naast):06d}"
    gevonden = stap_van(GEHEIM, code, datetime.fromtimestamp(stap * STAP_SECONDEN + 7, UTC), stap + na)
    mag = {s for s in range(stap - 1, stap + 2) if s > stap + na and _code(s) == int(code)}
    assert gevonden == (max(mag) if mag else None)
    if abs(naast) <= 1 and naast > na:
        assert gevonden is not None


def _code(stap: int) -> int:
    return int(pyotp.HOTP("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").at(max(stap, 0)))


@pytest.mark.parametrize(
    ("getypt", "code"), [("287 082", "287082"), ("٢٨٧٠٨٢", "287082"), ("ABCDE-fghij ", "abcdefghij"), ("½²", "½²")]
)
def test_a_code_is_read_as_people_type_it(getypt: str, code: str) -> None:
    assert netjes(getypt) == code


@pytest.mark.parametrize(("fouten", "minuten"), [(0, 0), (4, 0), (5, 1), (6, 2), (8, 8), (10, 32), (11, 60), (900, 60)])
def test_after_five_wrong_tries_one_waits_ever_longer_up_to_an_hour(fouten: int, minuten: int) -> None:
    assert wacht(fouten) == timedelta(minutes=minuten)


def test_codes_for_when_it_is_lost_are_ten_that_differ_and_the_same_for_the_same_secret() -> None:
    codes = list(herstelcodes(b"z" * 32))
    assert len(set(codes)) == CODES
    assert codes == list(herstelcodes(b"z" * 32))
    assert not set(codes) & set(herstelcodes(b"y" * 32))


def test_the_app_is_told_of_which_wijk_and_whose_it_is() -> None:
    assert adres(GEHEIM, "Vogelbuurt", "123").startswith("otpauth://totp/Gehoord%20Vogelbuurt:123?secret=GEZDGNBV")
