"""How much a resident hears without asking: about what, when, and never too much in a week. Pure.

What exceeds the week is held back and comes later, together. One thing does not wait so long that it loses its sense:
that one can vote on the decision. Who hears things once a week hears of what is over by then earlier, by itself, when
there is room. See `Weekmaat.wanneer` and `Weekmaat.kies`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc
from bot.rules.stilte import Stilte

Onderwerp = Literal["bijeenkomsten", "peilingen", "raad", "werkgroepen", "buurt"]
"""What a resident can choose to hear about. `raad` reads as gemeenteraad; `buurt` is anything else."""

ONDERWERPEN: tuple[Onderwerp, ...] = get_args(Onderwerp)
WEEK = timedelta(days=7)
UUR = timedelta(hours=1)
WEKELIJKS = (4, time(16))
"""On Friday at four, on the wall, comes what someone wants to hear once a week."""
VOOR_SLUITING = timedelta(days=1)
"""So long before closing everyone has heard at the latest that one can vote on the decision."""
VOORAF = timedelta(days=1)
"""So long before it is over who hears things once a week knows of it: if Friday is too late, it goes by itself."""
MEEST = 10
"""So many things stand in one message; the rest comes with the next."""


@dataclass(frozen=True)
class Voorkeur:
    """What someone wants to hear without asking, and when.

    Args:
        wekelijks: once a week, together; else at once.
        gestopt: nothing at all.
    """

    onderwerpen: frozenset[str] = frozenset(ONDERWERPEN)
    wekelijks: bool = False
    gestopt: bool = False

    def wil(self, over: str) -> bool:
        """Say whether someone wants to hear about this."""
        return not self.gestopt and over in self.onderwerpen


@dataclass(frozen=True)
class Stuk:
    """Something that was held back for someone.

    Args:
        bundel_op: when it may go.
        uiterlijk: when it must go, whatever else there was this week.
        samen: whether it can be a line of a bundle; else it goes by itself.
        voorbij: when it is too late to hear of it, of what nobody should miss for hearing things once a week.
    """

    id: int
    bundel_op: datetime
    uiterlijk: datetime | None = None
    samen: bool = True
    voorbij: datetime | None = None


@dataclass(frozen=True)
class Beurt:
    """When something goes: at once (`nu`), or not before a moment."""

    nu: bool
    moment: datetime


@dataclass(frozen=True)
class Weekmaat:
    """How many messages without asking there may be in any seven days, and between which hours."""

    per_week: int
    stilte: Stilte
    zone: ZoneInfo

    def straks(self, now: datetime) -> datetime:
        """Return when a message of now arrives: at once, or when the quiet hours are over."""
        return self.stilte.na(now, self.zone)

    def vrij_op(self, gehad: Sequence[datetime], now: datetime) -> datetime:
        """Return the first moment, not in the quiet hours, at which one more is not too many.

        Args:
            gehad: when the messages of at least the last seven days came or will come.
            now: from when on.
        """
        vroegst = self.straks(now)
        recent = sorted((moment for moment in gehad if moment > vroegst - WEEK), reverse=True)
        if len(recent) < self.per_week:
            return vroegst
        return self.straks(_heel_uur(recent[self.per_week - 1] + WEEK))

    def beurt(
        self, voorkeur: Voorkeur, gehad: Sequence[datetime], now: datetime, voorbij: datetime | None = None
    ) -> datetime:
        """Return when what was held back may go; see `Stuk` for `voorbij`."""
        vrij = self.vrij_op(gehad, now)
        week = self._weekmoment(vrij) if voorkeur.wekelijks else vrij
        return week if voorbij is None or week <= voorbij - VOORAF else vrij

    def wanneer(
        self,
        voorkeur: Voorkeur,
        over: str,
        gehad: Sequence[datetime],
        now: datetime,
        *,
        wacht_tot: datetime | None = None,
        uiterlijk: datetime | None = None,
        voorbij: datetime | None = None,
    ) -> Beurt | None:
        """Say when someone hears what they did not ask for; None: never.

        Args:
            voorkeur: what this person chose.
            over: what it is about.
            gehad: when the messages of at least the last seven days came or will come.
            now: the moment as people see it.
            wacht_tot: until when earlier things were held back: what is new joins them.
            uiterlijk: when it must be known at the latest, whatever the week and the choice of once a week.
            voorbij: see `Stuk`.
        """
        if not voorkeur.wil(over):
            return None
        straks, moment = self.straks(now), self.beurt(voorkeur, gehad, now, voorbij)
        if wacht_tot is not None and not voorkeur.wekelijks:
            moment = max(moment, wacht_tot)
        nu = moment <= straks and (wacht_tot is None or voorkeur.wekelijks)
        if uiterlijk is not None:
            laatst = self.straks(uiterlijk)
            nu, moment = nu or laatst <= straks, min(moment, laatst)
        return Beurt(nu, moment)

    def kies(
        self, voorkeur: Voorkeur, stukken: Sequence[Stuk], gehad: Sequence[datetime], now: datetime
    ) -> tuple[list[int], dict[int, datetime]]:
        """Choose from what was held back for one person what goes now in one message.

        Return the ids of that, and of the rest when each may go. Where there is no room only what must go goes.
        """
        straks = self.straks(now)
        laatst = {stuk.id: self.straks(stuk.uiterlijk) for stuk in stukken if stuk.uiterlijk}
        rijp = [stuk for stuk in stukken if min(stuk.bundel_op, laatst.get(stuk.id, stuk.bundel_op)) <= now]
        moet = [stuk for stuk in rijp if stuk.id in laatst and laatst[stuk.id] <= straks]
        ruimte = self.vrij_op(gehad, now) <= straks and (len(rijp) > len(moet) or not voorkeur.wekelijks)
        mee = rijp if voorkeur.wekelijks else stukken  # the weekly one does not come early for what comes by itself
        gaat = [*moet, *(stuk for stuk in mee if ruimte and rijp and stuk not in moet)]
        if gaat and not gaat[0].samen:
            gaat = gaat[:1]
        gekozen = [stuk.id for stuk in gaat if stuk.samen or stuk == gaat[0]][:MEEST]
        straks_gehad = [*gehad, *([straks] if gekozen else [])]
        wachten = {s.id: self.beurt(voorkeur, straks_gehad, now, s.voorbij) for s in stukken if s.id not in gekozen}
        return gekozen, {nummer: min(op, laatst.get(nummer, op)) for nummer, op in wachten.items()}

    def _weekmoment(self, na: datetime) -> datetime:
        """Return the first weekly moment after another."""
        weekdag, uur = WEKELIJKS
        dag = na.astimezone(self.zone).date()
        dag += timedelta(days=(weekdag - dag.weekday()) % 7)
        moment = naar_utc(dag, uur, self.zone)
        return self.straks(moment if moment > na else naar_utc(dag + WEEK, uur, self.zone))


def _heel_uur(moment: datetime) -> datetime:
    """Return the whole hour at or after a moment, so that many people wait for the same alarm."""
    begin = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return begin if begin == moment else begin + UUR
