"""What people type for days, hours, rhythms and amounts is understood in every language, whichever they read."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date

from berichten import talen, vertaal
from berichten.bericht import Toon
from berichten.grafiek import periode
from berichten.leeswoorden import leeswoorden
from bot.rules.bedragen import lees_bereik
from bot.rules.herhaling import lees_herhaling
from bot.rules.indicatoren import lees_periode
from bot.rules.leeswoorden import gewoon
from bot.rules.momenten import lees_datum, lees_moment

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday, ten in the morning

DAGEN = {
    "nl": "vanavond 20:00 | morgen om 20:00 uur | overmorgen 20u | dinsdag 20:00 | vr 12 maart 19:30",
    "en": "tonight 20:00 | tomorrow at 20:00 | the day after tomorrow 20:00 | next Tuesday 20:00 | Fri 12 Mar 19:30",
    "de": "heute Abend 20 Uhr | morgen um 20 Uhr | übermorgen 20:00 | nächsten Dienstag 20:00 | Fr., 12.3. 19.30 Uhr",
    "pl": "dziś o 20:00 | jutro o godz. 20 | pojutrze 20:00 | we wtorek o 20:00 | w piątek 12 marca 2027 r. 19:30",
    "uk": "сьогодні о 20:00 | завтра о 20 годині | післязавтра 20:00 | у вівторок 20:00 | п'ятниця, 12.03.2027 19:30",
    "tr": "bu akşam 20:00 | yarın saat 20'de | öbür gün 20:00 | SALI günü 20:00 | 12 Mart Cuma akşamı 19.30",
    "ar": "اليوم الساعة 20 | غدًا ٢٠:٠٠ | بعد غد 20:00 | يوم الثلاثاء 20:00 | الجمعة، 12 آذار 19:30",
}
"""Tonight, tomorrow, the day after and Tuesday at eight; Friday 12 March at half past seven. As people type it, beside
what the catalog itself gives of every language."""

BEDRAGEN = {
    "nl": "van € 4.000 tot € 6.000 per jaar", "en": "4,000 to 6,000 euros", "de": "4.000 bis 6.000 Euro",
    "pl": "od 4 000 do 6 000 euro", "uk": "від 4 000 до 6 000 євро", "tr": "4.000 ile 6.000 avro arası",
    "ar": "من ٤٠٠٠ إلى ٦٠٠٠ يورو",
}  # fmt: skip


def woorden(taal: str, sleutel: str) -> list[str]:
    """Return the words of a language that mean the same."""
    return vertaal(taal).tekst(f"lezen.{sleutel}").split("|")


@pytest.mark.parametrize("taal", talen())
def test_every_word_of_a_catalog_is_read_as_what_it_means(taal: str) -> None:
    for verder, dag in enumerate(("vandaag", "morgen", "overmorgen")):
        for woord in woorden(taal, dag):
            gelezen = lees_moment(f"{woord} 20:00", NU, ZONE, leeswoorden()).astimezone(ZONE)
            assert f"{gelezen:%m-%d %H:%M}" == f"02-0{1 + verder} 20:00", woord
    for tussen, eenheid in product(woorden(taal, "tot"), woorden(taal, "bedrag")):
        assert lees_bereik(f"4000 {tussen} 6000 {eenheid}", leeswoorden()) == (4000, 6000), (tussen, eenheid)


@pytest.mark.parametrize("taal", DAGEN)
def test_days_and_hours_are_understood_in_every_language(taal: str) -> None:
    gelezen = [lees_moment(getypt, NU, ZONE, leeswoorden()).astimezone(ZONE) for getypt in DAGEN[taal].split(" | ")]
    dagen = ["02-01 20:00", "02-02 20:00", "02-03 20:00", "02-02 20:00", "03-12 19:30"]
    assert [f"{moment:%m-%d %H:%M}" for moment in gelezen] == dagen


def voorbeelden(taal: str, sleutel: str) -> list[str]:
    """Return what a question gives as examples, line by line."""
    groepen = re.findall("<i>(.*?)</i>", vertaal(taal).tekst(sleutel), re.DOTALL)
    return [deel for groep in groepen for deel in groep.split("\n")]


@pytest.mark.parametrize("taal", talen())
def test_rhythms_are_understood_as_the_question_shows_them_in_every_language(taal: str) -> None:
    gelezen = [lees_herhaling(een, NU, ZONE, leeswoorden()) for een in voorbeelden(taal, "herinnering.moment.vraag")]
    eens, week, weken, weekdag, datum = gelezen
    assert (eens.ritme, f"{eens.eerste:%m-%d %H:%M}") == ("eens", "03-12 19:30")
    assert (week.ritme, week.om_de, f"{week.eerste:%m-%d %H:%M}") == ("week", 1, "02-02 20:00")
    assert (weken.ritme, weken.om_de, f"{weken.eerste:%m-%d %H:%M}") == ("week", 2, "02-01 19:00")
    assert (weekdag.ritme, weekdag.hoeveelste, f"{weekdag.eerste:%m-%d %H:%M}") == ("maand_weekdag", 1, "02-02 19:30")
    assert (datum.ritme, datum.dag, f"{datum.eerste:%m-%d %H:%M}") == ("maand_datum", 15, "02-15 10:00")
    for patroon in vertaal(taal).tekst("lezen.te_vaak").split("\n"):
        elke_dag = re.sub(r"\(([^()|]*)[^()]*\)\??", r"\1", patroon)
        with pytest.raises(ValueError, match="te_vaak"):
            lees_herhaling(f"{elke_dag} 10:00", NU, ZONE, leeswoorden())


@pytest.mark.parametrize("taal", talen())
def test_every_day_that_a_question_gives_as_an_example_is_understood(taal: str) -> None:
    momenten = ("tijdstip.moment", "mijlpaal.moment", "uitzending.moment", "bijeenkomst.begin", "methode.datum.opties")
    for sleutel in (f"{vraag}.vraag" for vraag in (*momenten, "peiling.sluit_op", "aanbod.sluit_op", "concept.tot")):
        for getypt in voorbeelden(taal, sleutel):
            assert lees_moment(getypt, NU, ZONE, leeswoorden()) > NU
    for sleutel in ("traject.besluitdatum.vraag", "koppelkans.van.vraag", "vaststellen.besluit_op.vraag"):
        (getypt,) = voorbeelden(taal, sleutel)
        assert lees_datum(getypt, leeswoorden().maanden) > date(2027, 2, 1)
    (vandaag,) = voorbeelden(taal, "fasebalans.dag.vraag")
    assert leeswoorden().straks[gewoon(vandaag)] == 0


@pytest.mark.parametrize("taal", BEDRAGEN)
def test_amounts_are_understood_in_every_language(taal: str) -> None:
    assert lees_bereik(BEDRAGEN[taal], leeswoorden()) == (4000, 6000)


@pytest.mark.parametrize("taal", talen())
def test_a_day_as_we_write_it_can_be_typed(taal: str) -> None:
    for dag in (date(2027, 1, 3) + timedelta(days=29 * n) for n in range(14)):
        for vorm in ("d MMMM y", "d MMM y", "d LLLL y"):
            assert lees_datum(format_date(dag, vorm, locale=taal), leeswoorden().maanden) == dag
        for vorm in ("EEEE d MMMM y", "d MMMM y EEEE", "EEEE d/M/y", "EEE d.M.y"):
            getypt = f"{format_date(dag, vorm, locale=taal)} 23:00"
            assert lees_moment(getypt, datetime(2027, 1, 1, tzinfo=UTC), ZONE, leeswoorden()).date() == dag


@pytest.mark.parametrize("taal", talen())
def test_a_moment_as_we_write_it_can_be_copied_and_sent_back(taal: str) -> None:
    komt = NU + timedelta(days=9, hours=10, minutes=30)
    geschreven = Toon(vertaal(taal), ZONE, "").moment(komt.isoformat())
    assert lees_moment(geschreven, NU, ZONE, leeswoorden()) == komt, geschreven


def test_dutch_stays_dutch_beside_other_languages() -> None:
    woorden = leeswoorden()
    assert (woorden.dagen["di"], woorden.dagen["do"], woorden.maanden["mei"], woorden.straks["morgen"]) == (1, 3, 5, 1)


@pytest.mark.parametrize("taal", talen())
def test_a_month_as_a_chart_names_it_stands_by_itself_and_can_be_typed(taal: str) -> None:
    toon, naam = Toon(vertaal(taal), ZONE, ""), vertaal(taal).locale.months["stand-alone"]["wide"][2]
    assert periode(toon, "maand", "2027-02-01") == f"{naam} 2027"
    assert lees_periode(f"{naam} 2027", date(2027, 3, 1), leeswoorden().maanden) == ("maand", date(2027, 2, 1))
