"""Natural moments: when a resident plans to renovate or move, and when an invitation that fits comes in time. Pure."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc

WATTEN = ("verbouwen", "verhuizen")
WANNEER = ("dit_jaar", "volgend_jaar", "later")
"""`later` is two to five years from now."""
VOORAF = timedelta(days=182)
"""Half a year before it begins: by then people ask for offers, and nothing is ordered yet."""
KANS_VOORAF = timedelta(days=42)
"""So long before works in a street begin its residents hear what they mean for them."""
UUR = time(10)


class Periode(NamedTuple):
    """The first and the last day of it."""

    van: date
    tot: date


def periode(wanneer: str, vandaag: date) -> Periode:
    """Return the days that one of `WANNEER` stands for."""
    jaar = vandaag.year
    return {
        "dit_jaar": Periode(vandaag, date(jaar, 12, 31)),
        "volgend_jaar": Periode(date(jaar + 1, 1, 1), date(jaar + 1, 12, 31)),
        "later": Periode(date(jaar + 2, 1, 1), date(jaar + 5, 12, 31)),
    }[wanneer]


def nu(deze: Periode, vandaag: date) -> str:
    """Return which of `WANNEER` a period that was noted before is now: by the year in which it may begin."""
    jaren = max(deze.van, vandaag).year - vandaag.year
    return WANNEER[min(jaren, 2)]


def uitnodigen_op(deze: Periode, vandaag: date, zone: ZoneInfo) -> datetime:
    """Return when the invitation comes: half a year before the period begins, and never on the day it is noted."""
    return naar_utc(max(deze.van - VOORAF, vandaag + timedelta(days=1)), UUR, zone)


def kans_op(van: date, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when residents of the streets hear of works that begin on a day; at once when that is less ahead."""
    return max(naar_utc(van - KANS_VOORAF, UUR, zone), now)
