"""Quiet hours: what is neither urgent nor an answer waits until they are over. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Stilte:
    """From when to when it is quiet, on the wall; across midnight when it begins later than it ends.

    Where both are the same it is never quiet.
    """

    van: time
    tot: time

    def geldt(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Say whether it is quiet at a moment."""
        uur = moment.astimezone(zone).time()
        if self.van <= self.tot:
            return self.van <= uur < self.tot
        return uur >= self.van or uur < self.tot

    def houdt_vast(self, van: datetime, moment: datetime, zone: ZoneInfo) -> bool:
        """Say whether something of an earlier moment waits now: it did not come in these very quiet hours."""
        if not self.geldt(moment, zone):
            return False
        return not (self.geldt(van, zone) and self.na(van, zone) == self.na(moment, zone))

    def na(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Return the moment itself, or when the quiet hours around it are over."""
        if not self.geldt(moment, zone):
            return moment
        lokaal = moment.astimezone(zone)
        dag = lokaal.date() + timedelta(days=lokaal.time() >= self.tot)
        einde = datetime.combine(dag, self.tot, zone).astimezone(UTC)
        if einde < moment:  # in an hour that is there twice the end meant is the second
            einde = datetime.combine(dag, self.tot.replace(fold=1), zone).astimezone(UTC)
        return einde
