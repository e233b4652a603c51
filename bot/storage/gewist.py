"""Seats of which all was erased: for what they count on (`teltdoor`), and who came to sit there since.

A mark is written when someone is erased, for each condition under each version for which they had evidence: so they
count as they did, before and after `telt` leaves begin. What who sits there now does has no part in it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Connection, bindparam, case, delete, distinct, exists, func, insert, select, update

from bot.storage.tables import (
    account,
    afsluiting,
    bewijs_prive,
    bewoner,
    huishouden,
    plekvraag,
    spelregels,
    telt,
    teltdoor,
)

# What came before the first version was fixed leaves no mark: up to there nobody counts on.
_ingang = select(func.coalesce(func.max(spelregels.c.na_bewijs), 0)).where(spelregels.c.wijk == bindparam("w"))
# Nor does anyone, in what was known at the closing, for what they did only since.
_gesloten = select(afsluiting.c.bewijs).where(afsluiting.c.wijk == bindparam("w"))
_geldig = (
    teltdoor.c.wijk == bindparam("w"),
    teltdoor.c.drempel == bindparam("d"),
    bindparam("tot") > _ingang.scalar_subquery(),
    ~teltdoor.c.laat | (bindparam("tot") > _gesloten.scalar_subquery()),
)
_NU = teltdoor.c.versie == bindparam("v")
_woont = (bewoner.c.id == teltdoor.c.bewoner) & bewoner.c.tot.is_(None)
WIE = (
    select(teltdoor.c.bewoner)
    .join(bewoner, _woont)
    .where(*_geldig, _NU, teltdoor.c.zelf | bindparam("staf", type_=Boolean))
)
"""Erased seats that count for condition `d` under version `v`."""
MISSCHIEN = (
    select(bewoner.c.huishouden, func.count(distinct(teltdoor.c.bewoner)).label("aantal"))
    .join_from(teltdoor, bewoner, _woont)
    .where(*_geldig, ~_NU, teltdoor.c.bewoner.not_in(select(teltdoor.c.bewoner).where(*_geldig, _NU)))
    .group_by(bewoner.c.huishouden)
    .subquery()
)
"""Per household the erased seats that counted under another version: whether they would under this one nobody knows."""


@dataclass(frozen=True)
class Plekvraag:
    """Whether who sits on an erased seat is another person."""

    id: int
    publiek_id: str
    bewoner: int
    staat: str
    straat: str
    huisnummer: int
    toevoeging: str


_VRAAG = (
    select(
        *(plekvraag.c[naam] for naam in ("id", "publiek_id", "bewoner", "staat")),
        *(huishouden.c[naam] for naam in ("straat", "huisnummer", "toevoeging")),
    )
    .join(bewoner, bewoner.c.id == plekvraag.c.bewoner)
    .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
    .where(bewoner.c.tot.is_(None))
)


def merk(
    tx: Connection, wijk: int, bewoner_id: int, versie: int, drempel: str, soorten: Collection[str], na: int
) -> None:
    """Write down that who is about to be erased counts for a condition under a version, if they do.

    Args:
        soorten: the kinds of evidence that count.
        na: evidence up to this id does not count.
    """
    p = bewijs_prive.c
    zelf = select(func.max(case((p.vastlegger.is_(None), 1), else_=0)))
    deze = zelf.where(p.bewoner == bewoner_id, p.soort.in_(soorten), p.bewijs > na, ~p.vervallen)
    gedaan, eerste = tx.execute(deze.add_columns(func.min(p.bewijs))).one()
    if gedaan is not None:
        gesloten = tx.scalar(select(afsluiting.c.bewijs).where(afsluiting.c.wijk == wijk))
        laat = gesloten is not None and eerste > gesloten
        _zet(tx, wijk, bewoner_id, versie, drempel, zelf=bool(gedaan), laat=laat)


def neem_over(tx: Connection, wijk: int, versie: int, drempel: str, van: Collection[int]) -> None:
    """Let erased seats count for a condition under a new version too.

    Args:
        van: versions under which who counts, counts under the new one for sure.
    """
    m = teltdoor.c
    zelf = select(m.bewoner, func.max(case((m.zelf, 1), else_=0)))
    deze = zelf.where(m.wijk == wijk, m.drempel == drempel, m.versie.in_(van)).group_by(m.bewoner)
    for bewoner_id, hoe in tx.execute(deze).all():
        _zet(tx, wijk, bewoner_id, versie, drempel, zelf=bool(hoe))


def _zet(
    tx: Connection, wijk: int, bewoner_id: int, versie: int, drempel: str, *, zelf: bool, laat: bool = False
) -> None:
    m = teltdoor.c
    deze = update(teltdoor).where(m.bewoner == bewoner_id, m.versie == versie, m.drempel == drempel)
    if tx.execute(deze.values(zelf=m.zelf | zelf, laat=m.laat & laat)).rowcount == 0:
        wie = {"wijk": wijk, "bewoner": bewoner_id, "versie": versie, "drempel": drempel}
        tx.execute(insert(teltdoor).values(**wie, zelf=zelf, laat=laat))


def vrije_plek(tx: Connection, huishouden_id: int) -> int | None:
    """Return the first erased seat of a household on which nobody sits."""
    hier = bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None), bewoner.c.gewist
    bezet = select(account.c.id).where(account.c.bewoner == bewoner.c.id).exists()
    return tx.scalar(select(bewoner.c.id).where(*hier, ~bezet).order_by(bewoner.c.stoel).limit(1))


def vraag(tx: Connection, wijk: int, publiek_id: str, bewoner_id: int, now: datetime) -> None:
    """Ask whether who just came to sit on an erased seat is another person."""
    rij = {"wijk": wijk, "publiek_id": publiek_id, "bewoner": bewoner_id}
    tx.execute(insert(plekvraag).values(**rij, gevraagd_op=now, staat="open"))


def open_(tx: Connection, wijk: int, hoeveel: int) -> list[Plekvraag]:
    """Return what is not answered, the oldest first; of who lives there no more nobody need know."""
    deze = _VRAAG.where(plekvraag.c.wijk == wijk, plekvraag.c.staat == "open")
    return [Plekvraag(*rij) for rij in tx.execute(deze.order_by(plekvraag.c.id).limit(hoeveel))]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Plekvraag | None:
    """Return one of a wijk."""
    deze = _VRAAG.where(plekvraag.c.wijk == wijk, plekvraag.c.publiek_id == publiek_id)
    rij = tx.execute(deze).one_or_none()
    return None if rij is None else Plekvraag(*rij)


def beantwoord(tx: Connection, vraag_id: int, staat: str, door: int, now: datetime) -> bool:
    """Answer one that is open; say whether it was."""
    deze = update(plekvraag).where(plekvraag.c.id == vraag_id, plekvraag.c.staat == "open")
    return tx.execute(deze.values(staat=staat, beantwoord_door=door, beantwoord_op=now)).rowcount == 1


def maak_los(tx: Connection, wijk: int, van: Plekvraag, stoel: int | None, publiek_id: str) -> None:
    """Let who sits on an erased seat be a person of their own.

    They go to a free seat, and a nameless one stays behind on the seat where they sat, which counts on. Without a free
    seat they came in the place of who was erased, who lives there no more.

    Args:
        stoel: a free one of that household, if there is one.
        publiek_id: a fresh one, for the seat that stays behind.
    """
    rij = tx.execute(select(bewoner).where(bewoner.c.id == van.bewoner)).one()
    nieuw: dict[str, Any] = {"gewist": False} if stoel is None else {"gewist": False, "stoel": stoel}
    tx.execute(update(bewoner).where(bewoner.c.id == van.bewoner).values(**nieuw))
    if stoel is None:
        tx.execute(delete(teltdoor).where(teltdoor.c.bewoner == van.bewoner))
        return
    achter = {"wijk": wijk, "publiek_id": publiek_id, "huishouden": rij.huishouden, "stoel": rij.stoel}
    achter |= {"sinds": rij.sinds, "gewist": True}
    blijft = tx.execute(insert(bewoner).values(**achter).returning(bewoner.c.id)).scalar_one()
    m = teltdoor.c
    telt_door = exists().where(m.bewoner == telt.c.bewoner, m.versie == telt.c.versie, m.drempel == telt.c.drempel)
    tx.execute(update(telt).where(telt.c.bewoner == van.bewoner, telt_door).values(bewoner=blijft))
    tx.execute(update(teltdoor).where(m.bewoner == van.bewoner).values(bewoner=blijft))
