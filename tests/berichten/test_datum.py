"""A day reads as the language writes it: order, marks and words are its own, never those of Dutch."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from berichten import Boodschap, Toon, datum, render, talen, vertaal
from berichten.datum import Velden, zeg
from bot.rules.kleine_cellen import KLEINSTE, MINDER

_DAG = date(2027, 1, 6)
_VORMEN: tuple[Velden, ...] = (
    "yMMMMd",
    "yMMMMEEEEd",
    "MMMMEEEEd",
    "MMMMd",
    "yMMMd",
    "MMMd",
    "MMMEd",
    "yMMMM",
    "yMMM",
    "yQQQQ",
    "yQQQ",
    "y",
)
_ZO: dict[str, tuple[str, ...]] = {
    "nl": (
        "6 januari 2027",
        "woensdag 6 januari 2027",
        "woensdag 6 januari",
        "6 januari",
        "6 jan 2027",
        "6 jan",
        "wo 6 jan",
        "januari 2027",
        "jan 2027",
        "1e kwartaal 2027",
        "K1 2027",
        "2027",
    ),
    "en": (
        "6 January 2027",
        "Wednesday 6 January 2027",
        "Wednesday 6 January",
        "6 January",
        "6 Jan 2027",
        "6 Jan",
        "Wed 6 Jan",
        "January 2027",
        "Jan 2027",
        "1st quarter 2027",
        "Q1 2027",
        "2027",
    ),
    "de": (
        "6. Januar 2027",
        "Mittwoch, 6. Januar 2027",
        "Mittwoch, 6. Januar",
        "6. Januar",
        "6. Jan. 2027",
        "6. Jan.",
        "Mi., 6. Jan.",
        "Januar 2027",
        "Jan. 2027",
        "1. Quartal 2027",
        "Q1 2027",
        "2027",
    ),
    "pl": (
        "6 stycznia 2027",
        "środa, 6 stycznia 2027",
        "środa, 6 stycznia",
        "6 stycznia",
        "6 sty 2027",
        "6 sty",
        "śr., 6 sty",
        "styczeń 2027",
        "sty 2027",
        "I kwartał 2027",
        "I kw. 2027",
        "2027",
    ),
    "uk": (
        "6 січня 2027",
        "середа, 6 січня 2027",
        "середа, 6 січня",
        "6 січня",
        "6 січ. 2027",
        "6 січ.",
        "ср, 6 січ.",
        "січень 2027",
        "січ. 2027",
        "1-й квартал 2027",
        "1-й кв. 2027",
        "2027",
    ),
    "tr": (
        "6 Ocak 2027",
        "6 Ocak 2027 Çarşamba",
        "6 Ocak Çarşamba",
        "6 Ocak",
        "6 Oca 2027",
        "6 Oca",
        "6 Oca Çar",
        "Ocak 2027",
        "Oca 2027",
        "2027 1. çeyrek",
        "2027 Ç1",
        "2027",
    ),
    "ar": (
        "6 يناير 2027",
        "الأربعاء، 6 يناير 2027",
        "الأربعاء، 6 يناير",
        "6 يناير",
        "6 يناير 2027",
        "6 يناير",
        "الأربعاء، 6 يناير",
        "يناير 2027",
        "يناير 2027",
        "الربع الأول 2027",
        "الربع الأول 2027",
        "2027",
    ),
}


@pytest.mark.parametrize("taal", [*talen(), "fr", "so", "ti", "fa", "zh", "pt_BR", "ro", "el", "hu", "sr_Latn"])
def test_each_form_can_be_said_in_languages_that_may_come_too(taal: str) -> None:
    locale = Locale.parse(taal)
    for vorm in _VORMEN:
        gezegd, later = (zeg(dag, vorm, locale) for dag in (_DAG, date(2031, 11, 25)))
        assert gezegd != later, "of another year, month and day it says something else"


def test_no_message_has_a_form_of_a_day_of_its_own() -> None:
    eigen = [pad.name for pad in Path(datum.__file__).parent.rglob("*.py") if "format_date" in pad.read_text()]
    assert eigen == ["datum.py"]


@pytest.mark.parametrize("taal", _ZO)
def test_a_day_reads_as_the_language_writes_it(taal: str) -> None:
    locale = vertaal(taal).locale
    assert tuple(zeg(_DAG, vorm, locale) for vorm in _VORMEN) == _ZO[taal]


@pytest.mark.parametrize("taal", talen())
def test_few_people_are_told_in_the_language_of_who_reads_it(taal: str) -> None:
    t = vertaal(taal)
    toon = Toon(t, ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
    cellen = [["verbouwen", "dit_jaar", MINDER], ["verbouwen", "later", 1250]]
    data = {"kansen": [], "mag": True, "bewoner": False, "plannen": cellen, "bladzij": 0, "meer": False}
    regels = render(Boodschap("koppelkans.lijst", data), toon).tekst.splitlines()
    assert t.plat("cel.minder", aantal=KLEINSTE) in regels[-2]
    assert regels[-1].endswith(t.getal(1250))
