"""The agenda of a meeting, as staff type it: a line per point, with a time before it and minutes after it if they like.

    19:30 Inloop
    Waar staan we? 20 min

Pure.
"""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

MEESTE = 15
LANGST = 100
_TIJD = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\s*(?:uur\b)?\s*[-–:,]?(?:\s+|$)")
_MINUTEN = re.compile(r"[\s,(]+(\d{1,3})\s*(?:min|minuten|minutes|m|')\.?\)?$", re.IGNORECASE)
_STREEPJE = re.compile(r"[-–•*]\s+")


class Punt(NamedTuple):
    """A point of the agenda.

    Args:
        om: when it begins, as `19:30`; None: after the one before.
        minuten: how long it takes; None: nobody said.
    """

    om: str | None
    titel: str
    minuten: int | None


def lees(tekst: str) -> list[Punt] | None:
    """Return the points of a typed agenda, at most `MEESTE`; None when a line cannot be one, or there are too many."""
    punten = [_lees_regel(regel) for regel in tekst.splitlines() if regel.strip()]
    goed = [punt for punt in punten if punt is not None]
    return goed if goed and len(goed) == len(punten) <= MEESTE else None


def begintijden(begin: datetime, punten: Sequence[Punt]) -> list[str | None]:
    """Return when each point begins, as `19:30`: as was typed, or where all before it say how long they take.

    Args:
        begin: of the meeting, in local time.
    """
    tijden: list[str | None] = []
    nu: datetime | None = begin
    for punt in punten:
        if punt.om is not None:
            nu = datetime.combine(begin.date(), time.fromisoformat(punt.om), begin.tzinfo)
        tijden.append(f"{nu:%H:%M}" if nu else None)
        nu = None if nu is None or punt.minuten is None else nu + timedelta(minutes=punt.minuten)
    return tijden


def _lees_regel(regel: str) -> Punt | None:
    rest = _STREEPJE.sub("", regel.strip(), count=1) if _STREEPJE.match(regel.strip()) else regel.strip()
    om, minuten = None, None
    if tijd := _TIJD.match(rest):
        om, rest = f"{int(tijd[1]):02d}:{tijd[2]}", rest[tijd.end() :]
    if duur := _MINUTEN.search(rest):
        minuten, rest = int(duur[1]), rest[: duur.start()]
    titel = " ".join(rest.split())
    if not any(teken.isalnum() for teken in titel) or len(titel) > LANGST or minuten == 0:
        return None
    return Punt(om, titel, minuten)
