"""Organisations at the table that are no residents, and what they tell the wijk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.stukken import VAN_STUK
from bot.storage.tables import partner, partnernieuws, stuk


@dataclass(frozen=True)
class Partner:
    """An organisation.

    Args:
        wat: what it does here.
        contact: how one reaches it.
        gestopt_op: when it left the table.
    """

    id: int
    publiek_id: str
    soort: str
    naam: str
    wat: str
    contact: str | None
    link: str | None
    gestopt_op: datetime | None


@dataclass(frozen=True)
class Nieuws:
    """What a partner tells.

    Args:
        partner, naam: public id and name of who tells it.
        stuk, stuknaam: the document beside it.
    """

    id: int
    publiek_id: str
    partner: str
    naam: str
    tekst: str
    link: str | None
    stuk: str | None
    stuknaam: str | None
    op: datetime
    ingetrokken_op: datetime | None


_PARTNER = [partner.c[naam] for naam in Partner.__dataclass_fields__]
_ANDERS = {"partner": partner.c.publiek_id, "naam": partner.c.naam, "stuk": VAN_STUK["stuk"]}
_ANDERS |= {"stuknaam": VAN_STUK["stuknaam"]}
_NIEUWS = (
    select(*(_ANDERS[naam] if naam in _ANDERS else partnernieuws.c[naam] for naam in Nieuws.__dataclass_fields__))
    .join_from(partnernieuws, partner, partner.c.id == partnernieuws.c.partner)
    .outerjoin(stuk, stuk.c.id == partnernieuws.c.stuk)
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add a partner."""
    tx.execute(insert(partner).values(wijk=wijk, **velden))


def zet(tx: Connection, partner_id: int, **velden: Any) -> None:
    """Set columns of a partner."""
    tx.execute(update(partner).where(partner.c.id == partner_id).values(**velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Partner | None:
    """Return one of a wijk."""
    vraag = select(*_PARTNER).where(partner.c.wijk == wijk, partner.c.publiek_id == publiek_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Partner(*rij)


def alle(tx: Connection, wijk: int, hoeveel: int | None = None, sla_over: int = 0) -> list[Partner]:
    """Return those that are at the table, in the order in which they came."""
    vraag = select(*_PARTNER).where(partner.c.wijk == wijk, partner.c.gestopt_op.is_(None)).order_by(partner.c.id)
    return [Partner(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]


def plaats_nieuws(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add what a partner tells and return its id; `partner` and `stuk` are ids."""
    rij = insert(partnernieuws).values(wijk=wijk, **velden).returning(partnernieuws.c.id)
    nieuw: int = tx.execute(rij).scalar_one()
    return nieuw


def trek_in(tx: Connection, nieuws_id: int, now: datetime) -> None:
    """Mark what was told as withdrawn."""
    tx.execute(update(partnernieuws).where(partnernieuws.c.id == nieuws_id).values(ingetrokken_op=now))


def nieuws(tx: Connection, wijk: int, **sleutel: Any) -> Nieuws | None:
    """Return what was told, by `id` or `publiek_id`."""
    waar = [partnernieuws.c[naam] == waarde for naam, waarde in sleutel.items()]
    rij = tx.execute(_NIEUWS.where(partnernieuws.c.wijk == wijk, *waar)).one_or_none()
    return None if rij is None else Nieuws(*rij)


def alle_nieuws(
    tx: Connection, wijk: int, hoeveel: int | None = None, sla_over: int = 0, partner_id: int | None = None
) -> list[Nieuws]:
    """Return what was told and not withdrawn, the last first; of one partner, or of all that are at the table."""
    vraag = _NIEUWS.where(partnernieuws.c.wijk == wijk, partnernieuws.c.ingetrokken_op.is_(None))
    van = partner.c.gestopt_op.is_(None) if partner_id is None else partner.c.id == partner_id
    vraag = vraag.where(van).order_by(partnernieuws.c.op.desc(), partnernieuws.c.id.desc())
    return [Nieuws(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]
