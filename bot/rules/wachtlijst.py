"""Who may have a place that came free, and how long they may think about it. Pure: `now` is an argument.

The longest waiting is asked first. Who does not fit, because of the guests they bring, keeps their number and lets
those behind them go: an empty chair helps nobody, and with fewer guests they fit at once. So a place that is still free
after everyone in line had their turn fits nobody there, and a newcomer may have it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc

_TIJD_OM_TE_ANTWOORDEN = (
    (timedelta(days=3), timedelta(hours=24)),
    (timedelta(days=1), timedelta(hours=6)),
    (timedelta(hours=6), timedelta(hours=2)),
)
_MINSTENS_VOORAF = timedelta(hours=1)
_NACHT_BEGINT = time(22)
_NACHT_EINDIGT = time(9)


@dataclass(frozen=True)
class Partij:
    """A resident who waits, with guests.

    Args:
        volgnummer: their number on the list; the lowest waits longest.
        personen: how many places they need: themselves and their guests.
    """

    bewoner: int
    volgnummer: int
    personen: int


def aan_de_beurt(vrij: int | None, wachtend: Iterable[Partij]) -> list[Partij]:
    """Return who gets a place, in order.

    Args:
        vrij: how many places are free; None when there is no limit.
    """
    gekozen = []
    for partij in sorted(wachtend, key=lambda p: p.volgnummer):
        if past(vrij, partij.personen):
            gekozen.append(partij)
            vrij = None if vrij is None else vrij - partij.personen
    return gekozen


def past(vrij: int | None, personen: int) -> bool:
    """Say whether so many people fit."""
    return vrij is None or personen <= vrij


def antwoord_tot(now: datetime, begin: datetime, zone: ZoneInfo) -> datetime | None:
    """Return until when an offered place is held, or None when there is no time left to ask: then they are in at once.

    A day when the meeting is days away, hours when it is near. It never ends at night, when people sleep: then at nine.
    """
    bedenktijd = next((tijd for rest, tijd in _TIJD_OM_TE_ANTWOORDEN if begin - now >= rest), None)
    if bedenktijd is None:
        return None
    tot = now + bedenktijd
    lokaal = tot.astimezone(zone)
    if lokaal.time() >= _NACHT_BEGINT:
        tot = naar_utc(lokaal.date() + timedelta(days=1), _NACHT_EINDIGT, zone)
    elif lokaal.time() < _NACHT_EINDIGT:
        tot = naar_utc(lokaal.date(), _NACHT_EINDIGT, zone)
    return tot if op_tijd(tot, begin) else None


def op_tijd(tot: datetime, begin: datetime) -> bool:
    """Say whether an answer at the last moment still leaves time before the meeting to ask the next."""
    return begin - tot >= _MINSTENS_VOORAF
