"""The agenda of a meeting as staff type it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.agendapunten import LANGST, MEESTE, Punt, begintijden, lees

ACHT = datetime(2027, 2, 1, 20, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("regel", "punt"),
    [
        ("Inloop", Punt(None, "Inloop", None)),
        ("19:30 Inloop", Punt("19:30", "Inloop", None)),
        ("9.05 uur: Inloop", Punt("09:05", "Inloop", None)),
        ("- 19:30 - Waar staan we? (20 min)", Punt("19:30", "Waar staan we?", 20)),
        ("• Uw vragen, 30 minuten", Punt(None, "Uw vragen", 30)),
        ("Rondje 2030", Punt(None, "Rondje 2030", None)),
        ("3 manieren om te besparen", Punt(None, "3 manieren om te besparen", None)),
    ],
)
def test_a_line_is_a_point(regel: str, punt: Punt) -> None:
    assert lees(regel) == [punt]


@pytest.mark.parametrize("tekst", ["", " \n ", "19:30", "?!", "x" * (LANGST + 1), "Pauze 0 min", "a\n" * (MEESTE + 1)])
def test_what_is_no_agenda_is_refused(tekst: str) -> None:
    assert lees(tekst) is None


def test_a_point_begins_as_typed_or_where_those_before_it_say_how_long_they_take() -> None:
    punten = lees("Inloop 15 min\nUitleg\nVragen\n21:10 Pauze 10 min\nSlot")
    assert punten is not None
    assert begintijden(ACHT, punten) == ["20:00", "20:15", None, "21:10", "21:20"]


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_an_agenda_that_can_be_kept_or_nothing(tekst: str) -> None:
    for punt in lees(tekst) or []:
        assert 0 < len(punt.titel) <= LANGST
        assert punt.minuten is None or 0 < punt.minuten < 1000
