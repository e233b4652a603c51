"""Getting to know each other: which questions there are, which comes next, and at what hour. All of it is optional."""

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.momenten import naar_utc

KEUZES: Mapping[str, tuple[str, ...]] = {
    "naam": (),
    "eigendom": ("eigenaar", "huurder"),
    "werkgroepen": (),
    "hulp": ("kerngroep", "thema", "af_en_toe"),
    "talent": ("regelaar", "verbinder", "techneut", "communicator", "financieel"),
    "leeftijd": ("tot_35", "tot_55", "tot_70", "vanaf_70"),
    "huisgenoten": ("ja", "nee"),
    "team": ("ja", "nee"),
}
"""The questions in the order in which they are put, each with what can be chosen; a name is typed."""

MEER_DAN_EEN = frozenset({"talent"})
NAAM_LENGTE = 40
NA_MEEDOEN = timedelta(days=5)
TUSSENPOOS = timedelta(days=7)
_UUR = time(11)
_OVERDAG = (time(9), time(20))


def volgende(gehad: Collection[str], niet: Collection[str], eerst: Collection[str] = ()) -> str | None:
    """Return the question that comes next.

    Args:
        gehad: questions that were put or answered.
        niet: questions that make no sense for this person.
        eerst: questions that go before the others.
    """
    volgorde = (*(vraag for vraag in KEUZES if vraag in eerst), *KEUZES)
    return next((vraag for vraag in volgorde if vraag not in gehad and vraag not in niet), None)


def is_overdag(now: datetime, zone: ZoneInfo) -> bool:
    """Say whether this is an hour to ask someone something."""
    return _OVERDAG[0] <= now.astimezone(zone).time() < _OVERDAG[1]


def moment_na(now: datetime, duur: timedelta, zone: ZoneInfo) -> datetime:
    """Return the first moment to ask something that is at least so much later."""
    vroegst = now + duur
    dag = vroegst.astimezone(zone).date()
    moment = naar_utc(dag, _UUR, zone)
    return moment if moment >= vroegst else naar_utc(dag + timedelta(days=1), _UUR, zone)
