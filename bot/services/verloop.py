"""How the conditions that count people grow: coverage per week, when each is reached, and where it lags.

Not here: how they stand (stand.py), and the arithmetic (bot.rules.voorspelling, bot.rules.achterstand).
"""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.achterstand import Achterblijver, Deel, achterblijvers
from bot.rules.drempels import TELBAAR
from bot.rules.drempels.afspiegeling import VAN_DE_LIJST
from bot.rules.spelregels import Spelregels
from bot.rules.voorspelling import WEKEN, voorspel
from bot.rules.wegen import Drempelstand
from bot.services.spelregels import geldend
from bot.storage import huishoudens, mijlpalen, spelregels, verdelingen, verloop
from bot.storage.bewijs import Telvraag

TOONBAAR_VANAF = 10
"""Of fewer people the number of the wijk is not said either."""
_IN_BEELD = 8
_WEEK = timedelta(days=7)
_MEESTE_MIJLPALEN = 50


class Week(NamedTuple):
    """How many counted at the end of a week.

    Args:
        tot: its last day; of the week that goes on, today.
        teller: None as long as they are fewer than ten.
    """

    tot: date
    teller: int | None


def per_week(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> dict[str, list[Week]]:
    """Return the coverage at the end of every week, and now, per condition that counts people.

    It is of who counts now under the rules that hold, by their first evidence since the first version was fixed.
    """
    regels, na, vandaag = geldend(tx, wijk), spelregels.ingang(tx, wijk), now.astimezone(zone).date()
    dagen = _dagen(tx, wijk, na, vandaag)
    weken = {}
    for drempel in regels.drempels:
        if drempel.soort in TELBAAR:
            aantallen = _groei(tx, wijk, regels, drempel.soort, na, dagen)
            weken[drempel.soort] = [Week(d, _toonbaar(n)) for d, n in zip(dagen, aantallen, strict=True)]
    return weken


def vooruit(
    tx: Connection, wijk: int, drempels: tuple[Drempelstand, ...], now: datetime, zone: ZoneInfo
) -> dict[str, Any]:
    """Return when each condition that counts people is reached at the pace of the last weeks, as may be shown.

    Returns:
        `raad`, the day of the gemeenteraad or None, and `verloop`: per condition of which that may be said `weken`
        (last day and how many), `uitkomst` (`bot.rules.voorspelling`), `tempo` (people a week), `dag` and `per_week`.
    """
    regels, na, vandaag = geldend(tx, wijk), spelregels.ingang(tx, wijk), now.astimezone(zone).date()
    raad = _dag_van_de_raad(tx, wijk, now, zone)
    dagen = _dagen(tx, wijk, na, vandaag)[-_IN_BEELD - 1 :]
    gevonden = {}
    for stand in drempels:
        if stand.soort not in TELBAAR or stand.teller < TOONBAAR_VANAF:
            continue
        aantallen = _groei(tx, wijk, regels, stand.soort, na, dagen)
        rest = stand.teller - aantallen[-1]  # seats of which all was erased: when they began to count nobody knows
        weken = [aantal + rest for aantal in aantallen]
        uit = voorspel(weken[:-1][-WEKEN - 1 :], stand.nodig, vandaag, raad)
        gevonden[stand.soort] = {
            "weken": [[dag.isoformat(), _toonbaar(aantal)] for dag, aantal in zip(dagen, weken, strict=True)],
            "uitkomst": uit.uitkomst,
            "tempo": None if uit.tempo is None else max(uit.tempo // 1, 0),
            "dag": uit.dag and uit.dag.isoformat(),
            "per_week": uit.per_week,
        }
    return {"raad": raad and raad.isoformat(), "verloop": gevonden}


def achter(tx: Connection, wijk: int, drempels: tuple[Drempelstand, ...]) -> dict[str, Any] | None:
    """Return which streets and groups lag at the first condition that counts people and is not met; for staff.

    Returns:
        The condition (`soort`); `straten`: name, id for a button, coverage; `groepen`: characteristic, group, coverage.
    """
    stand = next((d for d in drempels if d.soort in TELBAAR and d.verdict != "gehaald"), None)
    if stand is None:
        return None
    regels, na = geldend(tx, wijk), spelregels.ingang(tx, wijk)
    wie = Telvraag(wijk, regels.telt(stand.soort), regels.eenheid, (regels.versie, stand.soort), na=na)
    ids = dict(huishoudens.straten(tx, wijk))
    straten = achterblijvers([Deel(*rij) for rij in verdelingen.van_straten(tx, wie)])
    rijen = verdelingen.van_adressen(tx, wie)
    groepen = [(kenmerk, een) for kenmerk in VAN_DE_LIJST for een in _achter_in(rijen, kenmerk)]
    return {
        "soort": stand.soort,
        "straten": [{"straat": een.naam, "id": ids[een.naam], "dekking": een.dekking} for een in straten],
        "groepen": [{"kenmerk": kenmerk, "groep": een.naam, "dekking": een.dekking} for kenmerk, een in groepen],
    }


def _achter_in(rijen: list[verdelingen.Adressen], kenmerk: str) -> list[Achterblijver]:
    samen: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    namen: dict[str, str] = {}
    for rij in rijen:
        if groep := getattr(rij, kenmerk):
            namen.setdefault(groep.lower(), groep)
            samen[groep.lower()][0] += rij.laag
            samen[groep.lower()][1] += rij.wijk_laag
    return achterblijvers([Deel(namen[groep], *aantallen) for groep, aantallen in samen.items()])


def _dagen(tx: Connection, wijk: int, na: int, vandaag: date) -> list[date]:
    """Return the last day of each whole week since the first act, the Sunday before that one first, and today."""
    begin = verloop.eerste_dag(tx, wijk, na)
    dag = begin - timedelta(days=begin.weekday() + 1) if begin else vandaag
    dagen = []
    while dag < vandaag:
        dagen.append(dag)
        dag += _WEEK
    return [*dagen, vandaag]


def _groei(tx: Connection, wijk: int, regels: Spelregels, soort: str, na: int, dagen: list[date]) -> list[int]:
    grenzen = [verloop.tot_dag(tx, wijk, dag) for dag in dagen]
    return verloop.groei(tx, wijk, regels.telt(soort), regels.eenheid, na, grenzen)


def _toonbaar(aantal: int) -> int | None:
    return aantal if aantal >= TOONBAAR_VANAF else None


def _dag_van_de_raad(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> date | None:
    komend = mijlpalen.vanaf(tx, wijk, now, _MEESTE_MIJLPALEN, 0)
    return next((een.moment.astimezone(zone).date() for een in komend if een.bij == "gemeenteraad"), None)
