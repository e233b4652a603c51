"""Working days: Monday to Friday, forward and back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.werkdagen import werkdagen_erna, werkdagen_ervoor


def test_a_weekend_holds_no_working_day() -> None:
    assert werkdagen_ervoor(date(2027, 3, 15), 1) == date(2027, 3, 12)
    assert werkdagen_ervoor(date(2027, 3, 15), 6) == date(2027, 3, 5)
    assert werkdagen_erna(date(2027, 3, 12), 1) == date(2027, 3, 15)
    assert werkdagen_erna(date(2027, 3, 13), 3) == date(2027, 3, 17)


@given(dag=st.dates(date(2027, 1, 1), date(2030, 1, 1)), hoeveel=st.integers(1, 60))
def test_back_undoes_forward_from_a_working_day(dag: date, hoeveel: int) -> None:
    verder = werkdagen_erna(dag, hoeveel)
    assert verder.weekday() < 5
    if dag.weekday() < 5:
        assert werkdagen_ervoor(verder, hoeveel) == dag
