"""Evidence: append-only leaves with their erasable private side, and the counts that follow from them.

What a person chose stands in neither table. Counts are SQL aggregates over the address list: the list says how many
people an address has, so nobody can be counted beyond it.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, exists, func, insert, select
from sqlalchemy import literal as lit

from bot.rules.drempels import Telling
from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.tables import bewijs, bewijs_prive, bewoner, huishouden, wijk


class Stand(NamedTuple):
    """Whom a new leaf is about, and whether the same was recorded before."""

    log: str
    bewoner: str
    bestaat: bool


_ZOEK = (
    select(
        wijk.c.publiek_id,
        bewoner.c.publiek_id,
        exists().where(
            bewijs_prive.c.bewoner == bindparam("b"),
            bewijs_prive.c.soort == bindparam("s"),
            bewijs_prive.c.onderwerp == bindparam("o"),
        ),
    )
    .join_from(bewoner, wijk)
    .where(bewoner.c.id == bindparam("b"), wijk.c.id == bindparam("w"))
)
_BLAD = insert(bewijs).returning(bewijs.c.id)
_PRIVE = insert(bewijs_prive)


def zoek(tx: Connection, wijk_id: int, bewoner_id: int, soort: str, onderwerp: str) -> Stand:
    """Return the public ids of log and resident, and whether this evidence is there already.

    Raises:
        NoResultFound: the resident is not of this wijk.
    """
    velden = {"w": wijk_id, "b": bewoner_id, "s": soort, "o": onderwerp}
    return Stand(*tx.execute(_ZOEK, velden).one())


def voeg_toe(tx: Connection, wijk_id: int, blad: str, **prive: Any) -> None:
    """Append a leaf and its private side (bewoner, soort, onderwerp, sleutel, record), after `zoek` said it is new.

    Acts of a wijk come one after another, so nothing slips in between. Should it, then the unique constraint undoes
    the whole act: no leaf stays without its private side.
    """
    gemaakt = tx.scalar(_BLAD, {"wijk": wijk_id, "blad": blad})
    tx.execute(_PRIVE, {"bewijs": gemaakt, "wijk": wijk_id, **prive})


def _kleinste(a: ColumnElement[int], b: ColumnElement[int]) -> ColumnElement[int]:
    return case((a < b, a), else_=b)


_wie = (
    select(bewijs_prive.c.bewoner)
    .distinct()
    .where(bewijs_prive.c.wijk == bindparam("w"), bewijs_prive.c.soort.in_(bindparam("s", expanding=True)))
    .subquery()
)
_per_adres = (
    select(bewoner.c.huishouden, func.count().label("aantal"))
    .join(_wie, _wie.c.bewoner == bewoner.c.id)
    .group_by(bewoner.c.huishouden)
    .subquery()
)
_stoelen = func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND)
_geteld = _kleinste(func.coalesce(_per_adres.c.aantal, 0), _stoelen)
# Whoever is counted at an address of unknown size exists: so many adults it has at least.
_minstens = func.coalesce(huishouden.c.volwassenen, case((_geteld > 1, _geteld), else_=1))
_koop = huishouden.c.eigendom == "koop"
_misschien_koop = _koop | huishouden.c.eigendom.is_(None)


def _vraag(*delen: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(*(func.coalesce(func.sum(deel), 0) for deel in delen))
        .select_from(huishouden)
        .outerjoin(_per_adres, _per_adres.c.huishouden == huishouden.c.id)
        .where(huishouden.c.wijk == bindparam("w"))
    )


_mee = case((_geteld > 0, 1), else_=0)
# Per unit: teller low and high, noemer low and high.
_TELLING = {
    "bewoners": _vraag(_geteld, _geteld, _minstens, _stoelen),
    "huishoudens": _vraag(_mee, _mee, lit(1), lit(1)),
    "eigenaren": _vraag(
        case((_koop, _geteld), else_=0),
        case((_misschien_koop, _geteld), else_=0),
        case((_koop, _minstens), else_=0),
        case((_misschien_koop, _stoelen), else_=0),
    ),
}


def tel(tx: Connection, wijk_id: int, soorten: Iterable[str], eenheid: str) -> Telling:
    """Count the distinct units with evidence of one of these kinds, out of the address list.

    An address of unknown size has 4 adults at most and one (or all who are counted there) at least. One of unknown
    tenure counts for eigenaren in the upper bounds only.

    Args:
        eenheid: bewoners, huishoudens or eigenaren.
    """
    rij = tx.execute(_TELLING[eenheid], {"w": wijk_id, "s": sorted(soorten)}).one()
    return Telling(*(int(aantal) for aantal in rij))
