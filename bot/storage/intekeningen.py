"""Offers and who took them. An address counts once, whoever of it said so; what someone said goes when they go."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, distinct, exists, func, insert, or_, select, update

from bot.rules.drempels.intekening import Ingetekend
from bot.storage.tables import aanbod, bewoner, huishouden, intekening


@dataclass(frozen=True)
class Aanbod:
    """An offer.

    Args:
        wat: what one does with it: `interesse`, `deelnameverklaring` or `inschrijving`.
        gas: whether and when the gas ends.
    """

    id: int
    publiek_id: str
    wat: str
    titel: str
    tekst: str
    kosten: str
    gas: str
    sluit_op: datetime
    op: datetime
    ingetrokken_op: datetime | None


_KOLOMMEN = [aanbod.c[naam] for naam in Aanbod.__dataclass_fields__]


def maak(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add an offer."""
    tx.execute(insert(aanbod).values(wijk=wijk, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Aanbod | None:
    """Return an offer of a wijk."""
    rij = tx.execute(select(*_KOLOMMEN).where(aanbod.c.wijk == wijk, aanbod.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Aanbod(*rij)


def alle(tx: Connection, wijk: int) -> list[Aanbod]:
    """Return all offers of a wijk, the oldest first."""
    return [Aanbod(*rij) for rij in tx.execute(select(*_KOLOMMEN).where(aanbod.c.wijk == wijk).order_by(aanbod.c.id))]


def laatste(tx: Connection, wijk: int) -> Aanbod | None:
    """Return the newest offer that was not withdrawn."""
    staand = [een for een in alle(tx, wijk) if een.ingetrokken_op is None]
    return staand[-1] if staand else None


def trek_in(tx: Connection, aanbod_id: int, now: datetime) -> None:
    """Withdraw an offer: nothing of it counts any more."""
    tx.execute(update(aanbod).where(aanbod.c.id == aanbod_id).values(ingetrokken_op=now))


def doet_mee(tx: Connection, aanbod_id: int, bewoner_id: int) -> bool:
    """Say whether a resident took an offer."""
    return bool(tx.scalar(select(exists().where(_van(aanbod_id, bewoner_id)))))


def teken_in(tx: Connection, wijk: int, aanbod_id: int, bewoner_id: int, huis: int, versie: int, now: datetime) -> None:
    """Let a resident, who did not yet, take an offer."""
    velden = {"aanbod": aanbod_id, "bewoner": bewoner_id, "huishouden": huis, "versie": versie, "op": now}
    tx.execute(insert(intekening).values(wijk=wijk, **velden))


def teken_af(tx: Connection, aanbod_id: int, bewoner_id: int) -> bool:
    """Take back what a resident said; say whether they had."""
    return tx.execute(delete(intekening).where(_van(aanbod_id, bewoner_id))).rowcount > 0


def op_papier(tx: Connection, aanbod_id: int, huis: int) -> bool:
    """Say whether staff wrote an address down."""
    papier = intekening.c.aanbod == aanbod_id, intekening.c.huishouden == huis, intekening.c.bewoner.is_(None)
    return bool(tx.scalar(select(exists().where(*papier))))


def schrijf_op(tx: Connection, wijk: int, aanbod_id: int, huis: int, versie: int, door: int, now: datetime) -> None:
    """Let staff write an address down, from a form on paper."""
    velden = {"aanbod": aanbod_id, "huishouden": huis, "versie": versie, "vastlegger": door, "op": now}
    tx.execute(insert(intekening).values(wijk=wijk, **velden))


def streep_door(tx: Connection, aanbod_id: int, huis: int) -> None:
    """Take back what staff wrote down of an address."""
    papier = intekening.c.aanbod == aanbod_id, intekening.c.huishouden == huis, intekening.c.bewoner.is_(None)
    tx.execute(delete(intekening).where(*papier))


def tel(tx: Connection, aanbod_id: int, *, met_staf: bool = True, vanaf_versie: int = 0) -> Ingetekend:
    """Count the addresses that took an offer, whose people live there still.

    Args:
        met_staf: also those that staff wrote down.
        vanaf_versie: only what was said under this version of the spelregels or a later one.
    """
    woont_er = or_(
        intekening.c.bewoner.is_(None), exists().where(bewoner.c.id == intekening.c.bewoner, bewoner.c.tot.is_(None))
    )
    vraag = (
        select(huishouden.c.eigendom, func.count(distinct(huishouden.c.id)))
        .join(intekening, intekening.c.huishouden == huishouden.c.id)
        .where(intekening.c.aanbod == aanbod_id, intekening.c.versie >= vanaf_versie, woont_er)
    )
    if not met_staf:
        vraag = vraag.where(intekening.c.bewoner.is_not(None))
    per: dict[str | None, int] = dict(tx.execute(vraag.group_by(huishouden.c.eigendom)).all())
    return Ingetekend(sum(per.values()), per.get("koop", 0), per.get(None, 0))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Aanbod]:
    """Return the offers that a resident took, withdrawn ones left out."""
    vraag = select(*_KOLOMMEN).join(intekening, intekening.c.aanbod == aanbod.c.id)
    vraag = vraag.where(intekening.c.bewoner == bewoner_id, aanbod.c.ingetrokken_op.is_(None))
    return [Aanbod(*rij) for rij in tx.execute(vraag.order_by(aanbod.c.id))]


def _van(aanbod_id: int, bewoner_id: int) -> ColumnElement[bool]:
    return (intekening.c.aanbod == aanbod_id) & (intekening.c.bewoner == bewoner_id)
