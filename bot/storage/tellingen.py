"""Participation counts for the export: SQL aggregates per poll, werkgroep, channel and street. Reads only.

No person's name, account or id comes out of here. Per meeting: opkomst.py.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, case, distinct, func, select

from bot.rules.doelgroep import Doelgroep
from bot.rules.geleding import BURGERS, GELEDING
from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.tables import (
    account,
    bewijs_prive,
    bewoner,
    huishouden,
    peiling,
    peiling_optie,
    stembiljet,
    teltdoor,
    werkgroep,
    werkgroeplid,
    wijk,
)


class Peilingtelling(NamedTuple):
    """A poll and its voters.

    Args:
        gesloten_op: None while it is open; of a school that of the residents' poll beside it.
        minste_stemmen: with fewer ballots the result does not hold.
        op_papier: how many ballots came on paper, None where none were made on paper or it is open.
        school: whose it is; None for one of residents.
    """

    id: int
    publiek_id: str
    methode: str
    vraag: str
    sluit_op: datetime
    gesloten_op: datetime | None
    ingetrokken: bool
    instellingen: dict[str, Any]
    weging: str
    stemmers: int
    versie: int
    per_adres: bool
    minste_stemmen: int | None
    op_papier: int | None
    doelgroep: Doelgroep
    school: str | None


def wijknaam(tx: Connection, wijk_id: int) -> str:
    """Return the name of a wijk."""
    naam: str = tx.execute(select(wijk.c.naam).where(wijk.c.id == wijk_id)).scalar_one()
    return naam


def peilingen(tx: Connection, wijk_id: int, na: int, hoeveel: int) -> list[Peilingtelling]:
    """Count the voters (one ballot each) of the next polls, in order of id; where geledingen weigh only burgers."""
    p, b = peiling.c, stembiljet.c
    woont = b.geleding.is_(None) | (b.geleding == BURGERS) | (p.weging != GELEDING)
    stemmers = select(func.count()).where(b.peiling == p.id, woont).scalar_subquery()
    eigen = peiling.alias()
    dicht = case((p.naast.is_(None), p.gesloten_op), else_=eigen.c.gesloten_op).label("dicht")
    vraag = (
        select(p.id, p.publiek_id, p.methode, p.vraag, p.sluit_op, dicht, p.ingetrokken)
        .outerjoin(eigen, eigen.c.id == p.naast)
        .add_columns(p.instellingen, p.weging, stemmers)
        .add_columns(p.versie, p.per_adres, p.minste_stemmen, p.op_papier, p.doelgroep, p.doelgroep_bereik, p.school)
        .where(p.wijk == wijk_id, p.id > na)
        .order_by(p.id)
        .limit(hoeveel)
    )
    gevonden = []
    for *velden, soort, bereik, school in tx.execute(vraag):
        velden += [Doelgroep(soort, bereik), school]
        gevonden.append(Peilingtelling(*velden))
    return gevonden


def opties(tx: Connection, peiling_id: int) -> list[str]:
    """Return the options of a poll in their order."""
    o = peiling_optie.c
    return list(tx.scalars(select(o.tekst).where(o.peiling == peiling_id).order_by(o.volgorde)))


def biljetten(tx: Connection, peiling_id: int) -> dict[str, int]:
    """Count the ballots of a poll per content."""
    b = stembiljet.c
    vraag = select(b.inhoud, func.count()).where(b.peiling == peiling_id).group_by(b.inhoud)
    return dict(_paren(tx, vraag))


def werkgroepen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the members per werkgroep."""
    return _paren(
        tx,
        select(werkgroep.c.naam, func.count(werkgroeplid.c.bewoner))
        .outerjoin(werkgroeplid, werkgroeplid.c.werkgroep == werkgroep.c.id)
        .where(werkgroep.c.wijk == wijk_id)
        .group_by(werkgroep.c.naam)
        .order_by(werkgroep.c.naam),
    )


def kanalen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the residents per channel; who uses two is in both."""
    return _paren(
        tx,
        select(account.c.kanaal, func.count(distinct(account.c.bewoner)))
        .join(bewoner, bewoner.c.id == account.c.bewoner)
        .where(bewoner.c.wijk == wijk_id, bewoner.c.tot.is_(None))
        .group_by(account.c.kanaal)
        .order_by(account.c.kanaal),
    )


def adressen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the addresses per street."""
    return _paren(
        tx,
        select(huishouden.c.straat, func.count())
        .where(huishouden.c.wijk == wijk_id)
        .group_by(huishouden.c.straat)
        .order_by(huishouden.c.straat),
    )


def volwassenen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the adults per street, at most: an address of which nobody knows how many has four."""
    stoelen = func.sum(func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND))
    vraag = select(huishouden.c.straat, stoelen).where(huishouden.c.wijk == wijk_id).group_by(huishouden.c.straat)
    return [(straat, int(aantal)) for straat, aantal in tx.execute(vraag)]


def bewoners(
    tx: Connection, wijk_id: int, soorten: Iterable[str] | None = None, na: int = 0, tot: int = 0
) -> dict[str, int]:
    """Count the residents who joined per street, or those with evidence of one of these kinds; no entry is none.

    Args:
        na: evidence up to this id does not count.
        tot: cutoff id of the evidence.
    """
    vraag = (
        select(huishouden.c.straat, func.count(distinct(bewoner.c.id)))
        .join(bewoner, bewoner.c.huishouden == huishouden.c.id)
        .where(huishouden.c.wijk == wijk_id, bewoner.c.tot.is_(None))
        .group_by(huishouden.c.straat)
    )
    if soorten is not None:
        vraag = vraag.join(bewijs_prive, bewijs_prive.c.bewoner == bewoner.c.id).where(
            bewijs_prive.c.soort.in_(sorted(soorten)),
            bewijs_prive.c.bewijs.between(na + 1, tot),
            ~bewijs_prive.c.vervallen,
        )
    return dict(_paren(tx, vraag))


def gewisten(
    tx: Connection, wijk_id: int, voor: tuple[int, str], soorten: Iterable[str], na: int, tot: int
) -> dict[str, int]:
    """Count per street the erased seats that count on, and for which `bewoners` counts nobody who came there since.

    Args:
        voor: version of the spelregels and condition.
    """
    p = bewijs_prive.c
    weer = select(p.bewijs).where(p.bewoner == bewoner.c.id, p.soort.in_(sorted(soorten)), ~p.vervallen)
    vraag = (
        select(huishouden.c.straat, func.count())
        .join(bewoner, bewoner.c.huishouden == huishouden.c.id)
        .join(teltdoor, teltdoor.c.bewoner == bewoner.c.id)
        .where(teltdoor.c.wijk == wijk_id, teltdoor.c.versie == voor[0], teltdoor.c.drempel == voor[1])
        .where(bewoner.c.tot.is_(None), ~weer.where(p.bewijs.between(na + 1, tot)).exists())
        .group_by(huishouden.c.straat)
    )
    return dict(_paren(tx, vraag))


def _paren(tx: Connection, vraag: Select[str, int]) -> list[tuple[str, int]]:
    return [(naam, aantal) for naam, aantal in tx.execute(vraag)]
