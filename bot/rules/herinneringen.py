"""Which reminders there are, and how late one may come. Pure: `now` is an argument.

After a moment that the machine slept through, what is late by less than the grace of its kind still goes out, and what
is later is dropped. What has no grace always happens: a closing, a cancellation, the announcement of what is to come.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc

RUST = timedelta(hours=1)
"""So long nobody gets another message about the same kind of thing."""

VAN_BIJEENKOMST = ("herinnering_week", "herinnering_dag", "herinnering_uren")
"""The reminders of one meeting, as they follow each other."""

GRATIE = {
    "herinnering_week": timedelta(hours=24),
    "herinnering_dag": timedelta(hours=18),
    "herinnering_uren": timedelta(hours=2),
    "peiling_herinnering": timedelta(hours=24),
    "herinnering_eigen": timedelta(hours=3),
    "mijlpaal_herinnering": timedelta(hours=18),
    "tevredenheid": timedelta(days=3),
    "mijlpaal_vandaag": timedelta(hours=12),
    "inspreken_herinnering": timedelta(hours=24),
    "aanbod_herinnering": timedelta(hours=24),
}
"""By less than this a kind of alarm may be late; a kind that is not here goes however late it is."""


def te_laat(soort: str, moment: datetime, now: datetime) -> bool:
    """Say whether an alarm comes too late to be carried out."""
    gratie = GRATIE.get(soort)
    return gratie is not None and now - moment >= gratie


def ingehaald(volgende: Iterable[datetime], gaat_op: datetime) -> bool:
    """Say whether a reminder was overtaken: another one of the same thing is due by the time that this one goes."""
    return any(moment <= gaat_op for moment in volgende)


def herinneringen(begin: datetime, now: datetime, zone: ZoneInfo) -> list[tuple[str, datetime]]:
    """Return which reminders of a meeting are still to come.

    A week and a day before at 19:00 local, and two hours before.
    """
    momenten = (dagen_ervoor(begin, 7, zone), dagen_ervoor(begin, 1, zone), begin - timedelta(hours=2))
    return [(soort, moment) for soort, moment in zip(VAN_BIJEENKOMST, momenten, strict=True) if moment > now]


def stemherinnering(geplaatst: datetime, sluit_op: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when to remind who has not voted: the day before closing at 19:00 local, half way in a shorter poll.

    None when that is within an hour of its opening or its closing, about which people hear anyway.
    """
    if sluit_op - geplaatst >= timedelta(days=2):
        moment = dagen_ervoor(sluit_op, 1, zone)
    else:
        moment = geplaatst + (sluit_op - geplaatst) / 2
    rustig = geplaatst + RUST <= moment <= sluit_op - RUST
    return moment if rustig else None


def dagen_ervoor(moment: datetime, dagen: int, zone: ZoneInfo) -> datetime:
    """Return 19:00 local, so many days before the day of a moment."""
    return naar_utc(moment.astimezone(zone).date() - timedelta(days=dagen), time(19), zone)
