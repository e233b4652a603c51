"""Days and hours as people write them, and the moments that they are. Pure: `now` is an argument."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.leeswoorden import Leeswoorden, gewoon

MAANDEN = {
    "januari": 1, "jan": 1, "january": 1, "februari": 2, "feb": 2, "february": 2, "maart": 3, "mrt": 3, "march": 3,
    "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "jun": 6, "june": 6, "juli": 7, "jul": 7, "july": 7,
    "augustus": 8, "aug": 8, "august": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
"""Months in files, which are in Dutch or English."""

VERST_VOORUIT = timedelta(days=2 * 366)
"""Nobody plans further ahead; a year that is more than that is a slip of the finger."""

LANGSTE = timedelta(hours=12)
"""No meeting takes longer; an end that is later is a slip of the finger."""

_CIJFERS = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}))?")
_WOORDEN = re.compile(r"(\d{1,2}) ([^\W\d_]+(?: [^\W\d_]+)?)(?: (\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class MomentOnduidelijk(ValueError):  # noqa: N818 (the reason is what matters)
    """The text names no moment that can be used. `reden`: why not."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def lees_moment(tekst: str, now: datetime, zone: ZoneInfo, woorden: Leeswoorden) -> datetime:
    """Read `12-3-2027 19:30`, `12 maart 19.30 uur`, `jutro 20:00` or `dinsdag 19u30` as a moment in UTC.

    A date without a year is the next one that comes. The weekday of today means next week.

    Raises:
        MomentOnduidelijk: not understood, no such day or hour, a day without an hour, another weekday, in the past,
            or years away.
    """
    schoon = gewoon(tekst)
    if not woorden.tijd.search(schoon):
        _lees_dag(schoon, time(), now, zone, woorden)  # what is wrong with the day goes first
    dag_tekst, uur = splits_tijd(schoon, woorden)
    moment = naar_utc(_lees_dag(dag_tekst, uur, now, zone, woorden), uur, zone)
    if moment <= now:
        raise MomentOnduidelijk("voorbij")
    if moment - now > VERST_VOORUIT:
        raise MomentOnduidelijk("te_ver")
    return moment


def splits_tijd(tekst: str, woorden: Leeswoorden) -> tuple[str, time]:
    """Return what stands before the hour that a text ends with, and that hour.

    Args:
        tekst: as `gewoon` gives it.
        woorden: the words to read it by.

    Raises:
        MomentOnduidelijk: it ends with no hour.
    """
    if not (gevonden := woorden.tijd.search(tekst)):
        raise MomentOnduidelijk("geen_tijd")
    return tekst[: gevonden.start()].strip(), _uur(gevonden)


def lees_dag(tekst: str, now: datetime, zone: ZoneInfo, woorden: Leeswoorden) -> date:
    """Read a day by itself, such as `1 juli` or `1-7-2027`.

    Raises:
        MomentOnduidelijk: not understood, no such day, in the past, or years away.
    """
    lees_moment(f"{tekst} 23:59", now, zone, woorden)
    return _lees_dag(gewoon(tekst), time(23, 59), now, zone, woorden)


def lees_datum(tekst: str, maanden: Mapping[str, int] = MAANDEN) -> date:
    """Read a day with its year, such as `12 maart 2027` or `12-3-2027`; it may be past.

    Args:
        tekst: what was typed, or stands in a file.
        maanden: the number of each name of a month.

    Raises:
        MomentOnduidelijk: not understood, no such day, or no year.
    """
    dag, maand, jaar = _delen(gewoon(tekst), maanden)
    if not jaar:
        raise MomentOnduidelijk("geen_jaar")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def lees_tijd(tekst: str, woorden: Leeswoorden) -> time:
    """Read an hour by itself, such as `22:00`, `22.30 uur` or `22u`.

    Raises:
        MomentOnduidelijk: not understood, or no such hour.
    """
    gevonden = woorden.tijd.search(gewoon(tekst))
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
        return time(int(gevonden["uur"]), int(gevonden["minuut"] or 0))
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def _lees_dag(tekst: str, uur: time, now: datetime, zone: ZoneInfo, woorden: Leeswoorden) -> date:
    vandaag, schoon = now.astimezone(zone).date(), woorden.zonder_vulling(tekst)
    for heel in (tekst, schoon):
        if (verder := woorden.straks.get(heel)) is not None:
            if verder < 0:
                raise MomentOnduidelijk("voorbij")
            return vandaag + timedelta(days=verder)
    if schoon in woorden.dagen:
        return vandaag + timedelta(days=(woorden.dagen[schoon] - vandaag.weekday() - 1) % 7 + 1)
    delen, weekdag = schoon.split(), None
    if delen and delen[0] in woorden.dagen:
        weekdag = woorden.dagen[delen.pop(0)]
    elif delen and delen[-1] in woorden.dagen and delen[-1] not in woorden.maanden:
        weekdag = woorden.dagen[delen.pop()]
    gevonden = _lees_datum(" ".join(delen), vandaag, uur, now, zone, woorden.maanden)
    if weekdag not in (None, gevonden.weekday()):
        raise MomentOnduidelijk("weekdag")
    return gevonden


def _lees_datum(
    tekst: str, vandaag: date, uur: time, now: datetime, zone: ZoneInfo, maanden: Mapping[str, int]
) -> date:
    dag, maand, jaar = _delen(tekst, maanden)
    try:
        if jaar:
            return date(jaar, maand, dag)
        dit_jaar = date(vandaag.year, maand, dag)
        return dit_jaar if datetime.combine(dit_jaar, uur, zone) > now else date(vandaag.year + 1, maand, dag)
    except ValueError:
        raise MomentOnduidelijk("bestaat_niet") from None


def _delen(tekst: str, maanden: Mapping[str, int]) -> tuple[int, int, int]:
    """Return day, month and year of a date; 0 for a year that is not there."""
    if deel := _ISO.fullmatch(tekst):
        return int(deel[3]), int(deel[2]), int(deel[1])
    if deel := _CIJFERS.fullmatch(tekst):
        return int(deel[1]), int(deel[2]), int(deel[3] or 0)
    if (deel := _WOORDEN.fullmatch(tekst)) and deel[2] in maanden:
        return int(deel[1]), maanden[deel[2]], int(deel[3] or 0)
    raise MomentOnduidelijk("onbekend")
