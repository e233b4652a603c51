"""Days and hours as people write them, and the moments that they are. Pure: `now` is an argument."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MAANDEN = {
    "januari": 1, "jan": 1, "january": 1, "februari": 2, "feb": 2, "february": 2, "maart": 3, "mrt": 3, "march": 3,
    "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "jun": 6, "june": 6, "juli": 7, "jul": 7, "july": 7,
    "augustus": 8, "aug": 8, "august": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
DAGEN = {
    "maandag": 0, "ma": 0, "monday": 0, "dinsdag": 1, "di": 1, "tuesday": 1, "woensdag": 2, "wo": 2, "wednesday": 2,
    "donderdag": 3, "do": 3, "thursday": 3, "vrijdag": 4, "vr": 4, "friday": 4, "zaterdag": 5, "za": 5, "saturday": 5,
    "zondag": 6, "zo": 6, "sunday": 6,
}  # fmt: skip
STRAKS = {
    "vandaag": 0, "vanavond": 0, "today": 0, "tonight": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2,
}  # fmt: skip

VERST_VOORUIT = timedelta(days=2 * 366)
"""Nobody plans further ahead; a year that is more than that is a slip of the finger."""

LANGSTE = timedelta(hours=12)
"""No meeting takes longer; an end that is later is a slip of the finger."""

_TIJD = re.compile(r"(?:\bom\s+|\bat\s+)?\b(\d{1,2})(?:(?:[:.u](\d{2}))(?:\s*uur)?|\s*(?:uur|u))\s*$")
_CIJFERS = re.compile(r"(\d{1,2})\s*[-/]\s*(\d{1,2})(?:\s*[-/]\s*(\d{4}))?")
_WOORDEN = re.compile(r"(\d{1,2})\s+([a-z]+)\.?(?:\s+(\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class MomentOnduidelijk(ValueError):  # noqa: N818 (the reason is what matters)
    """The text names no moment that can be used. `reden`: why not."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def lees_moment(tekst: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read `12-3-2027 19:30`, `12 maart 19.30 uur`, `morgen 20:00` or `dinsdag 19u30` as a moment in UTC.

    A date without a year is the next one that comes. The weekday of today means next week.

    Raises:
        MomentOnduidelijk: not understood, no such day or hour, a day without an hour, another weekday, in the past,
            or years away.
    """
    schoon = " ".join(tekst.lower().replace(",", " ").split())
    vandaag = now.astimezone(zone).date()
    if not _TIJD.search(schoon):
        _lees_dag(schoon, vandaag, time(), now, zone)  # what is wrong with the day goes first
    dag_tekst, uur = splits_tijd(schoon)
    moment = naar_utc(_lees_dag(dag_tekst, vandaag, uur, now, zone), uur, zone)
    if moment <= now:
        raise MomentOnduidelijk("voorbij")
    if moment - now > VERST_VOORUIT:
        raise MomentOnduidelijk("te_ver")
    return moment


def splits_tijd(tekst: str) -> tuple[str, time]:
    """Return what stands before the hour that a text ends with, and that hour.

    Args:
        tekst: in small letters, without commas, its white space single.

    Raises:
        MomentOnduidelijk: it ends with no hour.
    """
    if not (gevonden := _TIJD.search(tekst)):
        raise MomentOnduidelijk("geen_tijd")
    return tekst[: gevonden.start()].strip(), _uur(gevonden)


def lees_dag(tekst: str, now: datetime, zone: ZoneInfo) -> date:
    """Read a day by itself, such as `1 juli` or `1-7-2027`.

    Raises:
        MomentOnduidelijk: not understood, no such day, in the past, or years away.
    """
    lees_moment(f"{tekst} 23:59", now, zone)
    dag = " ".join(tekst.lower().replace(",", " ").split())
    return _lees_dag(dag, now.astimezone(zone).date(), time(23, 59), now, zone)


def lees_datum(tekst: str) -> date:
    """Read a day with its year, such as `12 maart 2027` or `12-3-2027`; it may be past.

    Raises:
        MomentOnduidelijk: not understood, no such day, or no year.
    """
    dag, maand, jaar = _delen(" ".join(tekst.lower().replace(",", " ").split()))
    if not jaar:
        raise MomentOnduidelijk("geen_jaar")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def lees_tijd(tekst: str) -> time:
    """Read an hour by itself, such as `22:00`, `22.30 uur` or `22u`.

    Raises:
        MomentOnduidelijk: not understood, or no such hour.
    """
    schoon = " ".join(tekst.lower().split())
    gevonden = _TIJD.search(schoon)
    if gevonden is None or gevonden.start() > 0:
        raise MomentOnduidelijk("tijd_onbekend")
    return _uur(gevonden)


def eind_van(begin: datetime, uur: time, zone: ZoneInfo) -> datetime:
    """Return the first moment after `begin` at a local hour: after midnight when that is earlier than the beginning.

    Raises:
        MomentOnduidelijk: more than `LANGSTE` later, or an hour that the clock skips.
    """
    dag = begin.astimezone(zone).date()
    eind = naar_utc(dag, uur, zone)
    if eind <= begin:
        eind = naar_utc(dag + timedelta(days=1), uur, zone)
    if eind - begin > LANGSTE:
        raise MomentOnduidelijk("te_lang")
    return eind


def naar_utc(dag: date, uur: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a local day and hour; the first of the two when the clock goes back.

    Raises:
        MomentOnduidelijk: an hour that the clock skips.
    """
    lokaal = datetime.combine(dag, uur, zone)
    try:
        utc = lokaal.astimezone(UTC)
    except OverflowError:  # at either end of the calendar
        raise MomentOnduidelijk("bestaat_niet") from None
    if utc.astimezone(zone).replace(tzinfo=None) != lokaal.replace(tzinfo=None):
        raise MomentOnduidelijk("bestaat_niet")
    return utc


def _uur(gevonden: re.Match[str]) -> time:
    try:
        return time(int(gevonden[1]), int(gevonden[2] or 0))
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def _lees_dag(tekst: str, vandaag: date, uur: time, now: datetime, zone: ZoneInfo) -> date:
    if tekst in STRAKS:
        return vandaag + timedelta(days=STRAKS[tekst])
    if tekst.removeprefix("komende ").removeprefix("next ") in DAGEN:
        weekdag = DAGEN[tekst.removeprefix("komende ").removeprefix("next ")]
        return vandaag + timedelta(days=(weekdag - vandaag.weekday() - 1) % 7 + 1)
    eerste, _, rest = tekst.partition(" ")
    gevonden = _lees_datum(rest if eerste in DAGEN else tekst, vandaag, uur, now, zone)
    if eerste in DAGEN and gevonden.weekday() != DAGEN[eerste]:
        raise MomentOnduidelijk("weekdag")
    return gevonden


def _lees_datum(tekst: str, vandaag: date, uur: time, now: datetime, zone: ZoneInfo) -> date:
    dag, maand, jaar = _delen(tekst)
    try:
        if jaar:
            return date(jaar, maand, dag)
        dit_jaar = date(vandaag.year, maand, dag)
        return dit_jaar if datetime.combine(dit_jaar, uur, zone) > now else date(vandaag.year + 1, maand, dag)
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def _delen(tekst: str) -> tuple[int, int, int]:
    """Return day, month and year of a date; 0 for a year that is not there."""
    if deel := _ISO.fullmatch(tekst):
        return int(deel[3]), int(deel[2]), int(deel[1])
    if deel := _CIJFERS.fullmatch(tekst):
        return int(deel[1]), int(deel[2]), int(deel[3] or 0)
    if (deel := _WOORDEN.fullmatch(tekst)) and deel[2] in MAANDEN:
        return int(deel[1]), MAANDEN[deel[2]], int(deel[3] or 0)
    raise MomentOnduidelijk("onbekend")
