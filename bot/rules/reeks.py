"""A series of meetings: on which moments, counted in local days and hours, so that eight o'clock stays eight o'clock.

A fifth Tuesday is taken as the last one, for most months have but four; the 31st is the last day of a shorter month.
"""

import calendar
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.rules.momenten import MomentOnduidelijk, naar_utc

Ritme = Literal["week", "twee_weken", "maand_weekdag", "maand_datum"]
RITMES: tuple[Ritme, ...] = ("week", "twee_weken", "maand_weekdag", "maand_datum")
MEESTE = 12
"""More meetings than this nobody plans at once."""


def momenten(begin: datetime, ritme: Ritme, aantal: int, zone: ZoneInfo) -> list[datetime]:
    """Return the moments of a series in UTC, the first of which is `begin`.

    Args:
        aantal: how many, at most `MEESTE`.
    """
    lokaal = begin.astimezone(zone)
    dagen = [_dag(lokaal.date(), ritme, nummer) for nummer in range(min(aantal, MEESTE))]
    return [begin, *(op_die_dag(dag, lokaal.time(), zone) for dag in dagen[1:])]


def verschoven(begin: datetime, van: datetime, naar: datetime, zone: ZoneInfo) -> datetime:
    """Return when a meeting of a series is, after another one went from one moment to another.

    As many days on or back, at the new hour.
    """
    lokaal, dagen = begin.astimezone(zone), naar.astimezone(zone).date() - van.astimezone(zone).date()
    uur = lokaal.time() if van.astimezone(zone).time() == naar.astimezone(zone).time() else naar.astimezone(zone).time()
    return op_die_dag(lokaal.date() + dagen, uur, zone)


def op_die_dag(dag: date, uur: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a local day and hour; in the hour that the clock skips, an hour later."""
    try:
        return naar_utc(dag, uur, zone)
    except MomentOnduidelijk:
        return naar_utc(dag, uur.replace(hour=uur.hour + 1), zone)


def _dag(eerste: date, ritme: Ritme, nummer: int) -> date:
    if ritme in {"week", "twee_weken"}:
        return eerste + timedelta(weeks=nummer if ritme == "week" else 2 * nummer)
    jaar, maand = divmod(eerste.year * 12 + eerste.month - 1 + nummer, 12)
    maand += 1
    laatste = calendar.monthrange(jaar, maand)[1]
    if ritme == "maand_datum":
        return date(jaar, maand, min(eerste.day, laatste))
    hoeveelste = (eerste.day - 1) // 7
    dag = 1 + (eerste.weekday() - date(jaar, maand, 1).weekday()) % 7 + 7 * hoeveelste
    return date(jaar, maand, dag if dag <= laatste else dag - 7)
