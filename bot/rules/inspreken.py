"""When something is said around a mijlpaal: in the morning of the day, and to who wants to speak. Pure.

Days and hours are those of the wijk; a working day is Monday to Friday (a holiday on it only brings a reminder early).
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc
from bot.rules.werkdagen import werkdagen_ervoor

OCHTEND = time(9)
VOORAF = 2
"""So many working days ahead who wants to speak is reminded to register."""
_NOG_TIJD = timedelta(hours=1)


def ochtend(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return nine in the morning of the day of a moment."""
    return naar_utc(moment.astimezone(zone).date(), OCHTEND, zone)


def ochtend_erna(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return nine in the morning of the day after a moment."""
    return naar_utc(moment.astimezone(zone).date() + timedelta(days=1), OCHTEND, zone)


def herinneringen(tot: datetime, now: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return when who wants to speak is still to be reminded to register, in order.

    At nine, two working days ahead and on the last day. One that ends by ten leaves no morning: the last reminder then
    comes on the working day before.
    """
    laatste = tot.astimezone(zone).date()
    vooraf = werkdagen_ervoor(laatste, VOORAF)
    if naar_utc(laatste, OCHTEND, zone) + _NOG_TIJD > tot:
        laatste = werkdagen_ervoor(laatste, 1)
    return [moment for dag in (vooraf, laatste) if (moment := naar_utc(dag, OCHTEND, zone)) > now]
