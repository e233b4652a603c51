"""Seats of which all was erased: how they count on, by what `telt` says of them, and who came to sit there since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Connection, bindparam, case, distinct, func, insert, select, text, update

from bot.storage.tables import account, bewijs, bewoner, huishouden, plekvraag, telt

# The condition of the index stands here word for word, or SQLite does not see that it fits.
_GEWIST = (
    select(bewoner.c.id, bewoner.c.huishouden)
    .where(bewoner.c.wijk == bindparam("w"), text("gewist"), bewoner.c.tot.is_(None))
    .subquery()
)
_geldig = (telt.c.drempel == bindparam("d"), telt.c.vervallen_door.is_(None), telt.c.bewijs <= bindparam("tot"))
_NU = telt.c.versie == bindparam("v")
WIE = (
    select(telt.c.bewoner)
    .join(_GEWIST, _GEWIST.c.id == telt.c.bewoner)
    .where(*_geldig, _NU, telt.c.zelf | bindparam("staf", type_=Boolean))
)
"""Erased seats that count for condition `d` under version `v`."""
_VAN_NU = select(telt.c.bewoner).where(*_geldig, _NU, telt.c.bewoner.is_not(None))
MISSCHIEN = (
    select(_GEWIST.c.huishouden, func.count(distinct(telt.c.bewoner)).label("aantal"))
    .join_from(telt, _GEWIST, _GEWIST.c.id == telt.c.bewoner)
    .where(*_geldig, ~_NU, telt.c.bewoner.not_in(_VAN_NU), telt.c.huishouden.in_(select(_GEWIST.c.huishouden)))
    .group_by(_GEWIST.c.huishouden)
    .subquery()
)
"""Per household the erased seats that counted under another version: whether they would under this one nobody knows."""
_meegeteld = _NU & (telt.c.zelf | bindparam("staf", type_=Boolean))
HUIZEN = (
    select(telt.c.huishouden, func.max(case((_meegeteld, 1), else_=0)).label("telt"))
    .where(*_geldig, telt.c.bewoner.is_(None), telt.c.huishouden.in_(select(_GEWIST.c.huishouden)))
    .group_by(telt.c.huishouden)
    .subquery()
)
"""Households that counted as one and have an erased seat; `telt`: under version `v`."""


@dataclass(frozen=True)
class Plekvraag:
    """Whether who sits on an erased seat is another person.

    Args:
        na_bewijs: the last evidence before they came.
    """

    id: int
    publiek_id: str
    bewoner: int
    na_bewijs: int
    staat: str
    straat: str
    huisnummer: int
    toevoeging: str


_VRAAG = (
    select(
        *(plekvraag.c[naam] for naam in ("id", "publiek_id", "bewoner", "na_bewijs", "staat")),
        *(huishouden.c[naam] for naam in ("straat", "huisnummer", "toevoeging")),
    )
    .join(bewoner, bewoner.c.id == plekvraag.c.bewoner)
    .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
)


def vrije_plek(tx: Connection, huishouden_id: int) -> int | None:
    """Return the first erased seat of a household on which nobody sits."""
    hier = bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None), bewoner.c.gewist
    bezet = select(account.c.id).where(account.c.bewoner == bewoner.c.id).exists()
    return tx.scalar(select(bewoner.c.id).where(*hier, ~bezet).order_by(bewoner.c.stoel).limit(1))


def vraag(tx: Connection, wijk: int, publiek_id: str, bewoner_id: int, now: datetime) -> None:
    """Ask whether who just came to sit on an erased seat is another person."""
    laatste = tx.scalar(select(func.coalesce(func.max(bewijs.c.id), 0)).where(bewijs.c.wijk == wijk))
    rij = {"wijk": wijk, "publiek_id": publiek_id, "bewoner": bewoner_id, "na_bewijs": laatste}
    tx.execute(insert(plekvraag).values(**rij, gevraagd_op=now, staat="open"))


def open_(tx: Connection, wijk: int, hoeveel: int) -> list[Plekvraag]:
    """Return what is not answered, the oldest first."""
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

    They go to a free seat, and a nameless one stays behind on the seat where they sat, with what `telt` says of before
    they came. Without a free seat they came in the place of who was erased, who lives there no more.

    Args:
        stoel: a free one of that household, if there is one.
        publiek_id: a fresh one, for the seat that stays behind.
    """
    rij = tx.execute(select(bewoner).where(bewoner.c.id == van.bewoner)).one()
    nieuw: dict[str, Any] = {"gewist": False} if stoel is None else {"gewist": False, "stoel": stoel}
    tx.execute(update(bewoner).where(bewoner.c.id == van.bewoner).values(**nieuw))
    if stoel is None:
        return
    achter = {"wijk": wijk, "publiek_id": publiek_id, "huishouden": rij.huishouden, "stoel": rij.stoel}
    achter |= {"sinds": rij.sinds, "gewist": True}
    blijft = tx.execute(insert(bewoner).values(**achter).returning(bewoner.c.id)).scalar_one()
    van_toen = telt.c.bewoner == van.bewoner, telt.c.bewijs <= van.na_bewijs
    tx.execute(update(telt).where(*van_toen).values(bewoner=blijft))
