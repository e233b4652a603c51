"""Whose evidence counts, in SQL, and those of whom nobody wrote down who they are: per address, and heads in a room.

Not here: who counts by name (bewijs.py).
"""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Boolean, ColumnElement, Connection, bindparam, case, func, select
from sqlalchemy import literal as lit

from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.tables import bewijs_prive, bewoner, huishouden

GASTEN = "gasten"
"""Kind of evidence: how many guests from outside a meeting had. They never count."""
ALLES = 2**62
"""A cutoff after all evidence."""


def kleinste(a: ColumnElement[int], b: ColumnElement[int]) -> ColumnElement[int]:
    """Return the smaller of two numbers."""
    return case((a < b, a), else_=b)


_p = bewijs_prive.c
# Sums fit no index: SQLite would take the bounds for few, and look through all evidence between them.
_geldt = (_p.bewijs + 0 > bindparam("na"), _p.bewijs + 0 <= bindparam("tot"), ~_p.vervallen)
TELT_MEE = (
    _p.wijk == bindparam("w"),
    _p.soort.in_(bindparam("s", expanding=True)),
    *_geldt,
    _p.vastlegger.is_(None) | bindparam("staf", type_=Boolean),
)
_naamloos = (
    select(_p.bewijs, _p.soort, _p.onderwerp, _p.huishouden, _p.aantal)
    .where(*TELT_MEE, _p.bewoner.is_(None))
    .limit(ALLES)  # a fence too: what it groups by decides nothing about the index
    .subquery()
)
PER_ADRES = (
    select(_naamloos.c.huishouden, func.sum(_naamloos.c.aantal).label("aantal"))
    .join(huishouden, huishouden.c.id == _naamloos.c.huishouden)
    .where(_naamloos.c.bewijs > func.coalesce(huishouden.c.na_bewijs, 0))
    .group_by(_naamloos.c.huishouden)
    .subquery()
)
# Unnamed people of an address who checked in later, or were ticked, are known: together they fill its seats at most.
_ook = (
    select(lit(1))
    .where(_p.wijk == bindparam("w"), _p.bewoner == bewoner.c.id, *_geldt)
    .where(_p.soort == _naamloos.c.soort, _p.onderwerp == _naamloos.c.onderwerp)
    .correlate(bewoner, _naamloos)
)
_bekend_van_adres = (
    select(func.count())
    .select_from(bewoner)
    .where(bewoner.c.huishouden == _naamloos.c.huishouden, _ook.exists())
    .correlate(_naamloos)
    .scalar_subquery()
)
_met_vrij = (
    select(_naamloos.c.onderwerp, _naamloos.c.aantal)
    .add_columns((func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND) - _bekend_van_adres).label("vrij"))
    .join(huishouden, huishouden.c.id == _naamloos.c.huishouden)
    .limit(ALLES)  # so that they are counted once, not each time that the outcome is named
    .subquery()
)
_thuis = case((_met_vrij.c.vrij < 0, 0), else_=kleinste(_met_vrij.c.aantal, _met_vrij.c.vrij))
_thuis_per_onderwerp = (
    select(_met_vrij.c.onderwerp, func.sum(_thuis).label("aantal")).group_by(_met_vrij.c.onderwerp).subquery()
)
# Heads at a meeting are all who were in the room; who is known, and who is a guest, goes off again.
_hoofden = (
    select(_naamloos.c.onderwerp, func.max(_naamloos.c.aantal).label("aantal"))
    .where(_naamloos.c.huishouden.is_(None))
    .group_by(_naamloos.c.onderwerp)
    .subquery()
)
_gasten = (
    select(_p.onderwerp, _p.aantal)
    .where(_p.wijk == bindparam("w"), _p.soort == GASTEN, _p.bewoner.is_(None), *_geldt)
    .subquery()
)
_met_naam = (
    select(func.count())
    .select_from(bewijs_prive)
    .where(_p.onderwerp == _hoofden.c.onderwerp, _p.bewoner.is_not(None), *TELT_MEE)
    .correlate(_hoofden)
    .scalar_subquery()
)
_over = _hoofden.c.aantal - _met_naam - func.coalesce(_thuis_per_onderwerp.c.aantal, 0)
_over_per_onderwerp = (
    select(_hoofden.c.onderwerp, (_over - func.coalesce(_gasten.c.aantal, 0)).label("aantal"))
    .outerjoin(_thuis_per_onderwerp, _thuis_per_onderwerp.c.onderwerp == _hoofden.c.onderwerp)
    .outerjoin(_gasten, _gasten.c.onderwerp == _hoofden.c.onderwerp)
    .limit(ALLES)  # counted once here too
    .subquery()
)
_onbekend = select(_over_per_onderwerp).where(_over_per_onderwerp.c.aantal > 0).subquery()
ONBEKENDE_HOOFDEN = select(func.coalesce(func.sum(_onbekend.c.aantal), 0))
_THUIS, _ONBEKEND = (select(deel.c.onderwerp, deel.c.aantal) for deel in (_thuis_per_onderwerp, _onbekend))


def zonder_naam(
    tx: Connection, wijk_id: int, onderwerpen: Iterable[str], soorten: Iterable[str], tot: int = ALLES
) -> dict[str, int]:
    """Return, per subject, how many took part of whom nobody wrote down who they are; see `tel`."""
    welke, gevonden = list(onderwerpen), Counter[str]()
    velden = {"w": wijk_id, "s": sorted(soorten), "staf": True, "na": 0, "tot": tot}
    for deel, onderwerp in ((_THUIS, _thuis_per_onderwerp.c.onderwerp), (_ONBEKEND, _onbekend.c.onderwerp)):
        for naam, aantal in tx.execute(deel.where(onderwerp.in_(welke)), velden):
            gevonden[naam] += int(aantal)
    return dict(gevonden)
