"""Evidence: append-only leaves with their erasable private side, and the counts that follow from them.

What a person chose stands in neither table. Counts are SQL aggregates over the address list: the list says how many
people an address has, so nobody can be counted beyond it.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, exists, func, insert, select, update
from sqlalchemy import literal as lit

from bot.rules.wegen import Telling
from bot.storage import gewist
from bot.storage import zonder_naam as naamlozen
from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.tables import bewijs, bewijs_prive, bewoner, huishouden, wijk

ALLES = naamlozen.ALLES


class Log(NamedTuple):
    """The log of a wijk, and which version of its spelregels holds: 0 before any was fixed."""

    publiek_id: str
    spelregels_versie: int


class Stand(NamedTuple):
    """Whom a new leaf is about, and whether the same was recorded before."""

    log: Log
    bewoner: str
    bestaat: bool


_ZOEK = (
    select(
        wijk.c.publiek_id,
        wijk.c.spelregels_versie,
        bewoner.c.publiek_id,
        exists().where(
            bewijs_prive.c.wijk == bindparam("w"),
            bewijs_prive.c.bewoner == bindparam("b"),
            bewijs_prive.c.soort == bindparam("s"),
            bewijs_prive.c.onderwerp == bindparam("o"),
            ~bewijs_prive.c.vervallen,
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
    log, versie, bewoner_publiek_id, bestaat = tx.execute(_ZOEK, velden).one()
    return Stand(Log(log, versie), bewoner_publiek_id, bestaat)


def log_van(tx: Connection, wijk_id: int) -> Log:
    """Return the log of a wijk."""
    return Log(*tx.execute(select(wijk.c.publiek_id, wijk.c.spelregels_versie).where(wijk.c.id == wijk_id)).one())


def voeg_toe(tx: Connection, wijk_id: int, blad: str, **prive: Any) -> None:
    """Append a leaf and its private side (the columns of `bewijs_prive`), after `zoek` said it is new.

    Acts of a wijk come one after another, so nothing slips in between. Should it, then the unique constraint undoes
    the whole act: no leaf stays without its private side.
    """
    gemaakt = tx.scalar(_BLAD, {"wijk": wijk_id, "blad": blad})
    tx.execute(_PRIVE, {"bewijs": gemaakt, "wijk": wijk_id, **prive})


class Geldend(NamedTuple):
    """Evidence that holds: its row, its canonical record, the number of unnamed people when it has one, and whose.

    Args:
        vastlegger: account of the staff who recorded it; None: the resident.
    """

    bewijs: int
    record: str
    aantal: int | None
    vastlegger: int | None


def geldend(
    tx: Connection, wijk_id: int, soort: str, onderwerp: str, bewoner_id: int | None, huishouden_id: int | None
) -> Geldend | None:
    """Return what holds about a resident, about unnamed people of a household, or (neither) about unnamed heads."""
    p = bewijs_prive.c
    over = p.bewoner.is_(None) if bewoner_id is None else p.bewoner == bewoner_id
    thuis = p.huishouden.is_(None) if huishouden_id is None else p.huishouden == huishouden_id
    vraag = select(p.bewijs, p.record, p.aantal, p.vastlegger).where(
        p.wijk == wijk_id, p.soort == soort, p.onderwerp == onderwerp
    )
    rij = tx.execute(vraag.where(over, thuis, ~p.vervallen)).one_or_none()
    return None if rij is None else Geldend(*rij)


class Vastgelegd(NamedTuple):
    """Evidence of a subject that holds: what it is, and about whom.

    Args:
        blad: its leaf.
    """

    geldend: Geldend
    soort: str
    bewoner: int | None
    huishouden: int | None
    blad: str


def alle_geldende(tx: Connection, wijk_id: int, onderwerp: str, bewoner_id: int | None = None) -> list[Vastgelegd]:
    """Return all that holds of a subject (about one resident, when given), in the order in which it was recorded."""
    p = bewijs_prive.c
    vraag = select(p.bewijs, p.record, p.aantal, p.vastlegger, p.soort, p.bewoner, p.huishouden, bewijs.c.blad)
    vraag = vraag.join(bewijs, bewijs.c.id == p.bewijs).where(p.wijk == wijk_id, p.onderwerp == onderwerp, ~p.vervallen)
    if bewoner_id is not None:
        vraag = vraag.where(p.bewoner == bewoner_id)
    # put in order here: in the database SQLite would look through all evidence in that order
    return [Vastgelegd(Geldend(*rij[:4]), *rij[4:]) for rij in sorted(tx.execute(vraag), key=lambda rij: rij.bewijs)]


def vervalt(tx: Connection, bewijs_id: int) -> None:
    """Mark evidence as corrected by a later leaf."""
    tx.execute(update(bewijs_prive).where(bewijs_prive.c.bewijs == bewijs_id).values(vervallen=True))


def aanwezigen(tx: Connection, wijk_id: int, onderwerp: str) -> set[int]:
    """Return the residents with evidence of a subject, such as being at a meeting."""
    p = bewijs_prive.c
    vraag = select(p.bewoner).where(p.wijk == wijk_id, p.onderwerp == onderwerp, p.bewoner.is_not(None), ~p.vervallen)
    return set(tx.scalars(vraag))


def is_aanwezig(tx: Connection, onderwerp: str, bewoner: int) -> bool:
    """Say whether there is evidence that a resident was at a meeting."""
    p = bewijs_prive.c
    daar = p.bewoner == bewoner, p.onderwerp == onderwerp, p.soort.in_(("aanwezig", "aanwezig_vragen")), ~p.vervallen
    return tx.execute(select(p.bewijs).where(*daar).limit(1)).first() is not None


def met_bewijs(tx: Connection, bewoners: Iterable[int]) -> set[int]:
    """Return about which of some residents any evidence holds."""
    p = bewijs_prive.c
    vraag = select(p.bewoner).where(p.bewoner.in_(list(bewoners)), ~p.vervallen)
    return {bewoner for bewoner in tx.scalars(vraag) if bewoner is not None}


def naamloos(tx: Connection, wijk_id: int, onderwerp: str) -> list[tuple[int | None, str, int]]:
    """Return (household or None, kind, number) of the unnamed people of a subject."""
    p = bewijs_prive.c
    vraag = select(p.huishouden, p.soort, p.aantal).where(p.wijk == wijk_id, p.onderwerp == onderwerp, ~p.vervallen)
    return [(r[0], r[1], r[2]) for r in tx.execute(vraag.where(p.bewoner.is_(None)))]


# Asked per resident: that stops at the first evidence found, however much someone has. In the order of residents, as
# the index is: by address SQLite would read it all over, so the limit is a fence, and who left is asked about inside.
_van_bewoner = (bewoner.c.tot.is_(None), bewijs_prive.c.bewoner == bewoner.c.id, *naamlozen.TELT_MEE)
_hier = select(lit(1)).where(*_van_bewoner).correlate(bewoner)
wie_telt = (
    select(bewoner.c.id.label("bewoner"), bewoner.c.huishouden)
    .where(bewoner.c.wijk == bindparam("w"), _hier.exists() | bewoner.c.id.in_(gewist.WIE))
    .limit(ALLES)
    .subquery()
)
per_adres = select(wie_telt.c.huishouden, func.count().label("aantal")).group_by(wie_telt.c.huishouden).subquery()
STOELEN = func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND)
_geteld = naamlozen.kleinste(func.coalesce(per_adres.c.aantal, 0), STOELEN)
_misschien = func.coalesce(naamlozen.PER_ADRES.c.aantal, 0) + func.coalesce(gewist.MISSCHIEN.c.aantal, 0)
_hoogstens = naamlozen.kleinste(func.coalesce(per_adres.c.aantal, 0) + _misschien, STOELEN)
# Whoever is counted at an address of unknown size exists: so many adults it has at least.
_minstens = func.coalesce(huishouden.c.volwassenen, case((_geteld > 1, _geteld), else_=1))
_koop = huishouden.c.eigendom == "koop"
_misschien_koop = _koop | huishouden.c.eigendom.is_(None)


def over_adressen(*delen: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    """Return a query of the sums of these over the addresses of a wijk; see `DELEN`."""
    return (
        select(*(func.coalesce(func.sum(deel), 0) for deel in delen))
        .select_from(huishouden)
        .outerjoin(per_adres, per_adres.c.huishouden == huishouden.c.id)
        .outerjoin(naamlozen.PER_ADRES, naamlozen.PER_ADRES.c.huishouden == huishouden.c.id)
        .outerjoin(gewist.MISSCHIEN, gewist.MISSCHIEN.c.huishouden == huishouden.c.id)
        .where(huishouden.c.wijk == bindparam("w"))
    )


_mee, _misschien_mee = (case((wie > 0, 1), else_=0) for wie in (_geteld, _hoogstens))
# Per unit: teller low and high, noemer low and high.
DELEN = {
    "bewoners": (_geteld, _hoogstens, _minstens, STOELEN),
    "huishoudens": (_mee, _misschien_mee, lit(1), lit(1)),
    "eigenaren": (
        case((_koop, _geteld), else_=0),
        case((_misschien_koop, _hoogstens), else_=0),
        case((_koop, _minstens), else_=0),
        case((_misschien_koop, STOELEN), else_=0),
    ),
}
_TELLING = {eenheid: over_adressen(*delen) for eenheid, delen in DELEN.items()}


class Telvraag(NamedTuple):
    """Who are counted, and of which evidence.

    Args:
        soorten: kinds of evidence, of which one must hold.
        eenheid: bewoners, huishoudens or eigenaren.
        voor: version of the spelregels and condition for which is counted.
        met_staf: also what staff recorded.
        na: evidence up to this id does not count.
        tot: cutoff id of the evidence.
    """

    wijk: int
    soorten: Collection[str]
    eenheid: str
    voor: tuple[int, str] = (0, "")
    met_staf: bool = True
    na: int = 0
    tot: int = ALLES

    def velden(self) -> dict[str, Any]:
        """Return what a query is asked with."""
        welke = {"w": self.wijk, "s": sorted(self.soorten), "v": self.voor[0], "d": self.voor[1]}
        return welke | {"staf": self.met_staf, "na": self.na, "tot": self.tot}


def tel(tx: Connection, vraag: Telvraag) -> Telling:
    """Count the distinct units with evidence of one of these kinds, out of the address list.

    An address of unknown size has 4 adults at most and one (or all who are counted there) at least. One of unknown
    tenure counts for eigenaren in the upper bounds only. So do unnamed people: of a household as far as it has seats,
    and heads in a room beyond those known and the guests. Who lives here no more does not count. A seat of which all
    was erased counts on by its mark.
    """
    velden = vraag.velden()
    laag, hoog, noemer_laag, noemer_hoog = (int(n) for n in tx.execute(_TELLING[vraag.eenheid], velden).one())
    hoofden = int(tx.execute(naamlozen.ONBEKENDE_HOOFDEN, velden).scalar_one())
    return Telling(laag, max(hoog, min(hoog + hoofden, noemer_hoog)), noemer_laag, noemer_hoog)
