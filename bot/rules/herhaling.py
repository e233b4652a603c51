"""How often something comes back, as people write it and as RFC 5545 writes it. Pure: `now` is an argument.

Days and hours are local: each time is found on the wall's clock first, and then once turned into UTC.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.rules.momenten import DAGEN, MomentOnduidelijk, lees_moment, splits_tijd
from bot.rules.reeks import op_die_dag

Ritme = Literal["eens", "week", "maand_weekdag", "maand_datum"]
RANGEN = {
    "eerste": 1, "1e": 1, "1ste": 1, "first": 1, "1st": 1, "tweede": 2, "2e": 2, "2de": 2, "second": 2, "2nd": 2,
    "derde": 3, "3e": 3, "3de": 3, "third": 3, "3rd": 3, "vierde": 4, "4e": 4, "4de": 4, "fourth": 4, "4th": 4,
    "laatste": -1, "last": -1,
}  # fmt: skip
_AANTALLEN = {"2": 2, "twee": 2, "two": 2, "3": 3, "drie": 3, "three": 3, "4": 4, "vier": 4, "four": 4}
_RFC_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RUIM = timedelta(hours=2)
"""More than the clock ever skips or repeats."""

_ELKE = r"(?:elke|iedere|every|each)"
_DAG = rf"(?P<dag>{'|'.join(DAGEN)})"
_RANG = rf"(?P<rang>{'|'.join(RANGEN)})"
_DATUM = r"(?P<datum>\d{1,2})(?:e|ste|de|st|nd|rd|th)"
_MAAND = r"(?: (?:van de|of the) (?:maand|month))?"
_WEKELIJKS = re.compile(rf"(?:{_ELKE}(?: week)?|wekelijks|weekly)(?: op| on)? {_DAG}")
_WEKEN = re.compile(
    rf"(?:{_ELKE}|om de) (?P<aantal>{'|'.join(_AANTALLEN)}) (?:weken|weeks)(?: op| on)? {_DAG}"
    rf"|(?:om de week|every other week)(?: op| on)? (?P<dag2>{'|'.join(DAGEN)})|every other (?P<dag3>{'|'.join(DAGEN)})"
)
_WEEKDAG = re.compile(rf"{_ELKE} (?:maand op de |month on the )?{_RANG} {_DAG}{_MAAND}")
_MAANDDAG = re.compile(rf"{_ELKE} (?:maand op de |month on the )?{_DATUM}{_MAAND}")
_HERHAALT = re.compile(rf"(?:{_ELKE}|om de|wekelijks|weekly|maandelijks|monthly)\b")
_VAAK = re.compile(rf"(?:dagelijks|daily|{_ELKE} (?:dag|day|uur|hour|ochtend|morning|avond|evening))\b.*")


@dataclass(frozen=True)
class Herhaling:
    """When something happens, once or again and again.

    Args:
        eerste: the first time, on the wall: without a zone.
        om_de: every so many weeks.
        hoeveelste: which such weekday of the month, 1 to 4; -1 is the last.
        dag: which day of the month; the last one of a month that is shorter.
        tot: last local day on which it may be.
    """

    eerste: datetime
    ritme: Ritme
    om_de: int = 1
    hoeveelste: int = 0
    dag: int = 0
    tot: date | None = None

    @property
    def regel(self) -> str:
        """Return its recurrence rule (RFC 5545), to be read with `eerste` as the start."""
        delen = {
            "eens": "FREQ=DAILY;COUNT=1",
            "week": f"FREQ=WEEKLY;INTERVAL={self.om_de};BYDAY={self._weekdag}",
            "maand_weekdag": f"FREQ=MONTHLY;BYDAY={self.hoeveelste}{self._weekdag}",
            "maand_datum": f"FREQ=MONTHLY;BYMONTHDAY={self._maanddagen};BYSETPOS=-1",
        }
        return delen[self.ritme] + (f";UNTIL={self.tot:%Y%m%d}T235959" if self.tot else "")

    def na(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        """Return the first time after a moment, in UTC; None when there is none any more.

        An hour that is there twice is the first of the two, and one that the clock skips is an hour later.
        """
        lokaal = moment.astimezone(zone).replace(tzinfo=None) - _RUIM
        for keer in rrulestr(self.regel, dtstart=self.eerste).xafter(lokaal, inc=True):
            gevonden = op_die_dag(keer.date(), keer.time(), zone)
            if gevonden > moment:
                return gevonden
        return None

    def als_json(self) -> dict[str, Any]:
        """Return it as data to keep."""
        tot = self.tot.isoformat() if self.tot else None
        return {**vars(self), "eerste": self.eerste.isoformat(), "tot": tot}

    @staticmethod
    def uit_json(data: dict[str, Any]) -> "Herhaling":
        """Return what `als_json` gave."""
        tot = date.fromisoformat(data["tot"]) if data["tot"] else None
        return Herhaling(**{**data, "eerste": datetime.fromisoformat(data["eerste"]), "tot": tot})

    @property
    def _weekdag(self) -> str:
        return _RFC_DAGEN[self.eerste.weekday()]

    @property
    def _maanddagen(self) -> str:
        """The last of these days that a month has is meant."""
        return ",".join(str(dag) for dag in range(min(self.dag, 28), self.dag + 1))


def lees_herhaling(tekst: str, now: datetime, zone: ZoneInfo) -> Herhaling:
    """Read `elke eerste dinsdag 19:30`, `elke 2 weken op maandag 19:00`, `every month on the 15th 10:00` or a moment.

    Raises:
        MomentOnduidelijk: not understood, more often than every week, or as `lees_moment` says.
    """
    zin = " ".join(tekst.lower().replace(",", " ").split())
    if _VAAK.fullmatch(zin):
        raise MomentOnduidelijk("te_vaak")
    if not _HERHAALT.match(zin):
        return Herhaling(lees_moment(tekst, now, zone).astimezone(zone).replace(tzinfo=None), "eens")
    try:
        begin, uur = splits_tijd(zin)
    except MomentOnduidelijk as fout:
        raise MomentOnduidelijk("herhaling" if fout.reden == "geen_tijd" else fout.reden) from None
    vandaag = datetime.combine(now.astimezone(zone).date(), uur)
    if deel := _WEKEN.fullmatch(begin):
        aantal = _AANTALLEN[deel["aantal"]] if deel["aantal"] else 2
        eerste = _weekdag_na(vandaag, deel["dag"] or deel["dag2"] or deel["dag3"], now, zone)
        return Herhaling(eerste, "week", om_de=aantal)
    if deel := _WEKELIJKS.fullmatch(begin):
        return Herhaling(_weekdag_na(vandaag, deel["dag"], now, zone), "week")
    if deel := _WEEKDAG.fullmatch(begin):
        op_dag = vandaag + timedelta(days=(DAGEN[deel["dag"]] - vandaag.weekday()) % 7)
        return _vanaf_nu(Herhaling(op_dag, "maand_weekdag", hoeveelste=RANGEN[deel["rang"]]), vandaag, now, zone)
    if deel := _MAANDDAG.fullmatch(begin):
        if not 1 <= int(deel["datum"]) <= 31:
            raise MomentOnduidelijk("bestaat_niet")
        return _vanaf_nu(Herhaling(vandaag, "maand_datum", dag=int(deel["datum"])), vandaag, now, zone)
    raise MomentOnduidelijk("herhaling")


def _weekdag_na(vandaag: datetime, naam: str, now: datetime, zone: ZoneInfo) -> datetime:
    dag = vandaag + timedelta(days=(DAGEN[naam] - vandaag.weekday()) % 7)
    return dag if op_die_dag(dag.date(), dag.time(), zone) > now else dag + timedelta(days=7)


def _vanaf_nu(herhaling: Herhaling, vandaag: datetime, now: datetime, zone: ZoneInfo) -> Herhaling:
    """Return the same with the first time that is still to come as its start."""
    for keer in rrulestr(herhaling.regel, dtstart=vandaag):
        if op_die_dag(keer.date(), keer.time(), zone) > now:
            return replace(herhaling, eerste=keer)
    raise MomentOnduidelijk("te_ver")


def laatste_dag(herhaling: Herhaling, tot: date) -> Herhaling:
    """Return the same until a day, that day included.

    Raises:
        MomentOnduidelijk: it would never happen.
    """
    if tot < herhaling.eerste.date():
        raise MomentOnduidelijk("voor_eerste")
    return replace(herhaling, tot=tot)
