"""How often something comes back, as people write it and as RFC 5545 writes it. Pure: `now` is an argument.

Days and hours are local: each time is found on the wall's clock first, and then once turned into UTC.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.rules.leeswoorden import Leeswoorden, gewoon
from bot.rules.momenten import MomentOnduidelijk, lees_moment, splits_tijd
from bot.rules.reeks import op_die_dag

Ritme = Literal["eens", "week", "maand_weekdag", "maand_datum"]
_RFC_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RUIM = timedelta(hours=2)
"""More than the clock ever skips or repeats."""


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


def lees_herhaling(tekst: str, now: datetime, zone: ZoneInfo, woorden: Leeswoorden) -> Herhaling:
    """Read `elke eerste dinsdag 19:30`, `co drugi wtorek 19:00`, `every month on the 15th 10:00` or a moment.

    Raises:
        MomentOnduidelijk: not understood, more often than every week, or as `lees_moment` says.
    """
    zin = gewoon(tekst)
    herhaalt = bool(woorden.herhaalt.search(zin))
    if herhaalt and (gelezen := _ritme(zin, now, zone, woorden)):
        return gelezen
    if woorden.vaak.fullmatch(zin):
        raise MomentOnduidelijk("te_vaak")
    if not herhaalt:
        return Herhaling(lees_moment(tekst, now, zone, woorden).astimezone(zone).replace(tzinfo=None), "eens")
    try:
        splits_tijd(zin, woorden)
    except MomentOnduidelijk as fout:
        raise MomentOnduidelijk("herhaling" if fout.reden == "geen_tijd" else fout.reden) from None
    raise MomentOnduidelijk("herhaling")


def _ritme(zin: str, now: datetime, zone: ZoneInfo, woorden: Leeswoorden) -> Herhaling | None:
    """Return what comes back every week or month; None when the words say no such thing.

    Raises:
        MomentOnduidelijk: no such day of a month.
    """
    try:
        begin, uur = splits_tijd(zin, woorden)
    except MomentOnduidelijk:
        return None
    gevonden = [(soort, deel) for soort, patroon in woorden.herhalingen if (deel := patroon.fullmatch(begin))]
    if not gevonden:
        return None
    soort, deel = gevonden[0]
    vandaag = datetime.combine(now.astimezone(zone).date(), uur)
    if soort == "datum":
        if not 1 <= int(deel["datum"]) <= 31:
            raise MomentOnduidelijk("bestaat_niet")
        return _vanaf_nu(Herhaling(vandaag, "maand_datum", dag=int(deel["datum"])), vandaag, now, zone)
    op_dag = vandaag + timedelta(days=(woorden.dagen[deel["dag"]] - vandaag.weekday()) % 7)
    if soort == "weekdag":
        rang = woorden.rangen[deel["rang"]]
        return _vanaf_nu(Herhaling(op_dag, "maand_weekdag", hoeveelste=rang), vandaag, now, zone)
    vast: dict[str, int] = {"week": 1, "om_de_week": 2}
    om_de = vast.get(soort) or woorden.aantallen[deel["aantal"]]
    komt_nog = op_die_dag(op_dag.date(), op_dag.time(), zone) > now
    return Herhaling(op_dag if komt_nog else op_dag + timedelta(days=7), "week", om_de=om_de)


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
