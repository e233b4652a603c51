"""Who counts for a condition as the log says it, beside who counts now: the differences, for some addresses at a time.

The rule is that of `bot.storage.bewijs.tel`: distinct residents with evidence that holds, at an address never more
than its seats. Whoever was erased counts on by a mark (bot.storage.gewist), although nothing that says why is left.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, case, func, insert, null, select, text, union_all, update
from sqlalchemy import literal as lit
from sqlalchemy.sql.selectable import Subquery

from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.tables import bewijs_prive, bewoner, huishouden, telt, teltdoor, wijk


class Telregel(NamedTuple):
    """Of which condition, under which version, the log says who counts.

    Args:
        eenheid: bewoners, huishoudens or eigenaren.
        soorten: the kinds of evidence that count.
        na: evidence up to this id does not count.
    """

    wijk: int
    versie: int
    drempel: str
    eenheid: str
    soorten: tuple[str, ...]
    na: int


class Bereik(NamedTuple):
    """Which addresses: with ids above `van`, up to `tot`."""

    van: int
    tot: int


class Teller(NamedTuple):
    """Who counts, and how: `zelf` also without what staff recorded.

    Args:
        telt: the row that says so already, with another `zelf`; None: there is none.
    """

    huishouden: int
    bewoner: int | None
    zelf: bool
    telt: int | None


_binnen = (bewoner.c.wijk == bindparam("w"), text("bewoner.tot IS NULL"))
_bereik = (bewoner.c.huishouden > bindparam("van"), bewoner.c.huishouden <= bindparam("tot"))
_stoelen = func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND)
_geldt = text("telt.vervallen_door IS NULL")
_een_of_nul = case((telt.c.zelf, 1), else_=0)


def _kandidaten() -> Subquery:
    # Conditions of an index stand word for word, or SQLite does not see that it fits.
    levend = (
        select(
            bewoner.c.huishouden,
            bewoner.c.id.label("bewoner"),
            func.max(case((bewijs_prive.c.vastlegger.is_(None), 1), else_=0)).label("zelf"),
            func.min(bewijs_prive.c.bewijs).label("eerste"),
        )
        .join(bewijs_prive, bewijs_prive.c.bewoner == bewoner.c.id)
        .where(*_binnen, *_bereik, bewijs_prive.c.soort.in_(bindparam("s", expanding=True)))
        .where(bewijs_prive.c.bewijs > bindparam("na"), text("NOT bewijs_prive.vervallen"))
        .group_by(bewoner.c.huishouden, bewoner.c.id)
    )
    gewist = (
        select(
            bewoner.c.huishouden,
            bewoner.c.id.label("bewoner"),
            case((teltdoor.c.zelf, 1), else_=0).label("zelf"),
            lit(0).label("eerste"),
        )
        .join(teltdoor, teltdoor.c.bewoner == bewoner.c.id)
        .where(*_binnen, *_bereik, text("gewist"))
        .where(teltdoor.c.versie == bindparam("v"), teltdoor.c.drempel == bindparam("d"))
    )
    b = union_all(levend, gewist).subquery()  # who joined on an erased seat may be in both
    beide = select(b.c.huishouden, b.c.bewoner, func.max(b.c.zelf).label("zelf"))
    return beide.add_columns(func.min(b.c.eerste).label("eerste")).group_by(b.c.huishouden, b.c.bewoner).subquery()


def _wie(*, per_adres: bool = False, koop: bool = False) -> Subquery:
    """Who counts now: huishouden, bewoner (NULL per address) and zelf."""
    k = _kandidaten()
    met_adres = k.join(huishouden, huishouden.c.id == k.c.huishouden)
    if per_adres:
        adres = select(k.c.huishouden, null().label("bewoner"), func.max(k.c.zelf).label("zelf"))
        return adres.select_from(met_adres).where(_stoelen > 0).group_by(k.c.huishouden).subquery()
    # Who did something themselves goes first: then as many count as can when what staff recorded is left out.
    volgorde = (k.c.zelf.desc(), k.c.eerste, k.c.bewoner)
    plaats = func.row_number().over(partition_by=k.c.huishouden, order_by=volgorde)
    rij = select(k.c.huishouden, k.c.bewoner, k.c.zelf, plaats.label("plaats"), _stoelen.label("stoelen"))
    rijen = rij.select_from(met_adres).where(*((huishouden.c.eigendom == "koop",) if koop else ())).subquery()
    return select(rijen.c.huishouden, rijen.c.bewoner, rijen.c.zelf).where(rijen.c.plaats <= rijen.c.stoelen).subquery()


_WIE = {"bewoners": _wie(), "huishoudens": _wie(per_adres=True), "eigenaren": _wie(koop=True)}


_gezegd = (telt.c.wijk == bindparam("w"), telt.c.versie == bindparam("v"), telt.c.drempel == bindparam("d"))


def _anders(eenheid: str) -> Select[Any]:
    wie = _WIE[eenheid]
    zelfde = telt.c.bewoner == wie.c.bewoner
    if eenheid == "huishoudens":
        zelfde = (telt.c.huishouden == wie.c.huishouden) & telt.c.bewoner.is_(None)
    al = and_(zelfde, *_gezegd, _geldt)
    vraag = select(wie.c.huishouden, wie.c.bewoner, wie.c.zelf, telt.c.id).select_from(wie.outerjoin(telt, al))
    return vraag.where(telt.c.id.is_(None) | (_een_of_nul != wie.c.zelf)).order_by(wie.c.huishouden, wie.c.bewoner)


def _voorbij(eenheid: str) -> Select[Any]:
    per = "huishouden" if eenheid == "huishoudens" else "bewoner"
    hier = (telt.c.huishouden > bindparam("van"), telt.c.huishouden <= bindparam("tot"))
    # Sums fit no index: SQLite would go by the one on these, over all rows of a version for a few addresses.
    deze = (telt.c.wijk + 0 == bindparam("w"), telt.c.versie + 0 == bindparam("v"), telt.c.drempel == bindparam("d"))
    vraag = select(telt.c.id).where(*hier, *deze, _geldt)
    return vraag.where(telt.c[per].not_in(select(_WIE[eenheid].c[per]))).order_by(telt.c.id)


_ANDERS = {eenheid: _anders(eenheid) for eenheid in _WIE}
_VOORBIJ = {eenheid: _voorbij(eenheid) for eenheid in _WIE}
_AANTAL = {eenheid: select(func.count()).select_from(wie) for eenheid, wie in _WIE.items()}


def _velden(regel: Telregel, bereik: Bereik) -> dict[str, Any]:
    welke = {"w": regel.wijk, "v": regel.versie, "d": regel.drempel, "s": regel.soorten}
    return welke | {"na": regel.na, "van": bereik.van, "tot": bereik.tot}


def anders(tx: Connection, regel: Telregel, bereik: Bereik) -> list[Teller]:
    """Return who counts without a row that says so, and who counts with a row that says it another way."""
    rijen = tx.execute(_ANDERS[regel.eenheid], _velden(regel, bereik))
    return [Teller(thuis, wie, bool(zelf), rij) for thuis, wie, zelf, rij in rijen]


def voorbij(tx: Connection, regel: Telregel, bereik: Bereik) -> list[int]:
    """Return the rows of who counts no more."""
    return list(tx.scalars(_VOORBIJ[regel.eenheid], _velden(regel, bereik)))


def aantal(tx: Connection, regel: Telregel, bereik: Bereik) -> int:
    """Return how many count now."""
    return tx.scalar(_AANTAL[regel.eenheid], _velden(regel, bereik)) or 0


def bestaat(tx: Connection, wijk: int, versie: int, drempel: str) -> bool:
    """Say whether the log ever said of anyone that they count for this."""
    deze = (telt.c.wijk == wijk, telt.c.versie == versie, telt.c.drempel == drempel)
    return tx.scalar(select(telt.c.id).where(*deze).limit(1)) is not None


def teller(tx: Connection, wijk: int, versie: int, drempel: str) -> int:
    """Return how many count as the log says it."""
    deze = (telt.c.wijk == wijk, telt.c.versie == versie, telt.c.drempel == drempel, telt.c.vervallen_door.is_(None))
    return tx.scalar(select(func.count()).select_from(telt).where(*deze)) or 0


def eraf(tx: Connection, wijk_id: int) -> tuple[int, dict[str, int]]:
    """Return the version that holds and, per condition, how often the log said under it that one fewer counts."""
    versie = tx.execute(select(wijk.c.spelregels_versie).where(wijk.c.id == wijk_id)).scalar_one()
    deze = (telt.c.wijk == wijk_id, telt.c.versie == versie, telt.c.vervallen_door.is_not(None))
    vraag = select(telt.c.drempel, func.count()).where(*deze).group_by(telt.c.drempel)
    per: dict[str, int] = dict(tx.execute(vraag).all())
    return versie, per


def volgend_bereik(tx: Connection, wijk: int, na: int, hoeveel: int) -> Bereik | None:
    """Return the next so many addresses after one; None when there are none."""
    deze = select(huishouden.c.id).where(huishouden.c.wijk == wijk, huishouden.c.id > na).order_by(huishouden.c.id)
    laatste = tx.scalar(select(func.max(deze.limit(hoeveel).subquery().c.id)))
    return None if laatste is None else Bereik(na, laatste)


def voeg_toe(tx: Connection, regel: Telregel, tellers: Sequence[Teller], bladen: Sequence[int]) -> None:
    """Write down who counts, each with the leaf that says so."""
    vast = {"wijk": regel.wijk, "versie": regel.versie, "drempel": regel.drempel}
    paren = zip(tellers, bladen, strict=True)
    rijen = [
        vast | {"huishouden": t.huishouden, "bewoner": t.bewoner, "zelf": t.zelf, "bewijs": blad} for t, blad in paren
    ]
    if rijen:
        tx.execute(insert(telt), rijen)


def vervallen(tx: Connection, rijen: Iterable[tuple[int, int]]) -> None:
    """Mark rows of who counts as no longer so, each with the leaf that says it."""
    if velden := [{"rij": rij, "door": door} for rij, door in rijen]:
        zet = update(telt).where(telt.c.id == bindparam("rij")).values(vervallen_door=bindparam("door"))
        tx.execute(zet, velden)


def zet_zelf(tx: Connection, tellers: Iterable[Teller]) -> None:
    """Write down of who counts whether they do so without what staff recorded."""
    if velden := [{"rij": t.telt, "hoe": t.zelf} for t in tellers]:
        tx.execute(update(telt).where(telt.c.id == bindparam("rij")).values(zelf=bindparam("hoe")), velden)
