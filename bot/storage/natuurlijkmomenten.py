"""What residents plan with their home, and works in the street that go along with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import HOORT, account, bewoner, huishouden, koppelkans, natuurlijkmoment

_m, _k = natuurlijkmoment.c, koppelkans.c


class Moment(NamedTuple):
    """A plan of a resident: to renovate or to move, between two days."""

    id: int
    publiek_id: str
    bewoner: int
    wat: str
    van: date
    tot: date


@dataclass(frozen=True)
class Koppelkans:
    """Works in some streets; none named: in the whole wijk."""

    id: int
    publiek_id: str
    soort: str
    titel: str
    uitleg: str
    straten: list[str]
    van: date
    tot: date
    door: str
    link: str | None
    ingetrokken_op: datetime | None


_MOMENT = select(*(_m[naam] for naam in Moment._fields))
_KANS = select(*(_k[naam] for naam in Koppelkans.__dataclass_fields__))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Moment]:
    """Return what a resident plans."""
    return [Moment(*rij) for rij in tx.execute(_MOMENT.where(_m.bewoner == bewoner_id).order_by(_m.wat))]


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Moment | None:
    """Return one by `id` or `publiek_id`, of who lives here now."""
    vraag = _MOMENT.join(bewoner, bewoner.c.id == _m.bewoner).where(_m.wijk == wijk, bewoner.c.tot.is_(None))
    vraag = vraag.where(*(_m[naam] == waarde for naam, waarde in sleutel.items()))
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Moment(*rij)


def noteer(tx: Connection, wijk: int, bewoner_id: int, wat: str, **velden: Any) -> int:
    """Keep what a resident plans, in the place of what they planned of it before; return its id."""
    haal_weg(tx, bewoner_id, wat)
    rij = insert(natuurlijkmoment).values(wijk=wijk, bewoner=bewoner_id, wat=wat, **velden)
    nieuw: int = tx.execute(rij.returning(_m.id)).scalar_one()
    return nieuw


def haal_weg(tx: Connection, bewoner_id: int, wat: str) -> None:
    """Forget a plan."""
    tx.execute(delete(natuurlijkmoment).where(_m.bewoner == bewoner_id, _m.wat == wat))


def tel(tx: Connection, wijk: int, vanaf: date) -> list[tuple[str, date, date, int]]:
    """Count the plans of who lives here, per kind and period, that are not over."""
    vraag = select(_m.wat, _m.van, _m.tot, func.count()).join(bewoner, bewoner.c.id == _m.bewoner)
    vraag = vraag.where(_m.wijk == wijk, _m.tot >= vanaf, bewoner.c.tot.is_(None))
    return [(r[0], r[1], r[2], r[3]) for r in tx.execute(vraag.group_by(_m.wat, _m.van, _m.tot))]


def straat_van(tx: Connection, bewoner_id: int) -> str:
    """Return the street in which a resident lives."""
    vraag = select(huishouden.c.straat).join(bewoner, bewoner.c.huishouden == huishouden.c.id)
    return tx.scalar(vraag.where(bewoner.c.id == bewoner_id)) or ""


def bereikbaar(tx: Connection, bewoner_id: int, na_account: int, hoeveel: int) -> list[int]:
    """Return the next accounts of a resident that we reach."""
    vraag = select(account.c.id).where(account.c.bewoner == bewoner_id, HOORT, account.c.id > na_account)
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))


def maak_kans(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add works."""
    nieuw: int = tx.execute(insert(koppelkans).values(wijk=wijk, **velden).returning(_k.id)).scalar_one()
    return nieuw


def zoek_kans(tx: Connection, wijk: int, **sleutel: Any) -> Koppelkans | None:
    """Return works by `id` or `publiek_id`."""
    rij = tx.execute(_KANS.where(_k.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Koppelkans(*rij)


def kansen(tx: Connection, wijk: int, vanaf: date) -> list[Koppelkans]:
    """Return the works that are not over and were not withdrawn, the first first."""
    vraag = _KANS.where(_k.wijk == wijk, _k.tot >= vanaf, _k.ingetrokken_op.is_(None)).order_by(_k.van, _k.id)
    return [Koppelkans(*rij) for rij in tx.execute(vraag)]


def trek_kans_in(tx: Connection, kans_id: int, now: datetime) -> None:
    """Mark works as withdrawn."""
    tx.execute(update(koppelkans).where(_k.id == kans_id).values(ingetrokken_op=now))


def in_straten(straten: Sequence[str]) -> Any:
    """Return the condition on `bewoner` to live in one of these streets; none named holds for everyone."""
    thuis = select(huishouden.c.id).where(huishouden.c.straat.in_(list(straten)))
    return bewoner.c.huishouden.in_(thuis) if straten else bewoner.c.id.is_not(None)
