"""Offers: what is offered, for which homes, and until when. Who took them: intekeningen.py."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from bot.rules.aanbod import Bod
from bot.storage.stukken import VAN_STUK
from bot.storage.tables import aanbod, aanbod_woningtype, huishouden, stuk


@dataclass(frozen=True)
class Aanbod:
    """An offer.

    Args:
        wat: what one does with it: `interesse`, `deelnameverklaring` or `inschrijving`.
        wie: who may: `eigenaren` or `iedereen`.
        tekst: the work.
        kosten: what there is to say beside the range in whole euros.
        opbrengst: what it yields, where there is no range in whole euros a year.
        gas: whether and when the gas ends.
        bindend: None: that was not said.
        bedenktijd: days in which one can take it back; None: until it closes.
        minimum: so many are needed for it to go on.
        woningtypen: for which types of home, by name; empty: for all.
    """

    id: int
    publiek_id: str
    wat: str
    wie: str
    titel: str
    tekst: str
    kosten: str | None
    kosten_van: int | None
    kosten_tot: int | None
    opbrengst: str | None
    opbrengst_van: int | None
    opbrengst_tot: int | None
    voorwaarden: str | None
    gas: str
    bindend: bool | None
    bindend_uitleg: str | None
    bedenktijd: int | None
    minimum: int | None
    sluit_op: datetime
    op: datetime
    ingetrokken_op: datetime | None
    stuk: str | None
    stuknaam: str | None
    sha256: str | None
    woningtypen: tuple[str, ...] = ()

    @property
    def bod(self) -> Bod:
        """For whom it counts."""
        return Bod(self.id, self.wat, frozenset(self.woningtypen))

    def is_open(self, now: datetime) -> bool:
        """Say whether it can be taken now."""
        return self.ingetrokken_op is None and self.sluit_op > now


_KOLOMMEN = [
    VAN_STUK[naam].label(naam) if naam in VAN_STUK else aanbod.c[naam]
    for naam in Aanbod.__dataclass_fields__
    if naam != "woningtypen"
]
_ALLE: Select[Any] = select(*_KOLOMMEN).outerjoin_from(aanbod, stuk, stuk.c.id == aanbod.c.stuk)


def maak(tx: Connection, wijk: int, *, woningtypen: Iterable[str] = (), **velden: Any) -> int:
    """Add an offer and return its id; `stuk` is the id of its document."""
    nieuw: int = tx.execute(insert(aanbod).values(wijk=wijk, **velden).returning(aanbod.c.id)).scalar_one()
    for woningtype in sorted(set(woningtypen)):
        tx.execute(insert(aanbod_woningtype).values(wijk=wijk, aanbod=nieuw, woningtype=woningtype))
    return nieuw


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Aanbod | None:
    """Return an offer of a wijk."""
    gevonden = _lees(tx, _ALLE.where(aanbod.c.wijk == wijk, aanbod.c.publiek_id == publiek_id))
    return gevonden[0] if gevonden else None


def van_id(tx: Connection, wijk: int, id_: int) -> Aanbod | None:
    """Return an offer by its id."""
    gevonden = _lees(tx, _ALLE.where(aanbod.c.wijk == wijk, aanbod.c.id == id_))
    return gevonden[0] if gevonden else None


def alle(tx: Connection, wijk: int) -> list[Aanbod]:
    """Return all offers of a wijk, the oldest first."""
    return _lees(tx, _ALLE.where(aanbod.c.wijk == wijk))


def staande(tx: Connection, wijk: int) -> list[Aanbod]:
    """Return the offers that were not withdrawn, the oldest first; some may be closed."""
    return _lees(tx, _ALLE.where(aanbod.c.wijk == wijk, aanbod.c.ingetrokken_op.is_(None)))


def van_ids(tx: Connection, ids: Collection[int]) -> list[Aanbod]:
    """Return some that were not withdrawn, the oldest first."""
    return _lees(tx, _ALLE.where(aanbod.c.id.in_(ids), aanbod.c.ingetrokken_op.is_(None)))


def trek_in(tx: Connection, aanbod_id: int, now: datetime) -> None:
    """Withdraw an offer: nothing of it counts any more."""
    tx.execute(update(aanbod).where(aanbod.c.id == aanbod_id).values(ingetrokken_op=now))


def woningtypen(tx: Connection, wijk: int) -> list[str]:
    """Return the types of home that the address list has, by name."""
    vraag = select(huishouden.c.woningtype).where(huishouden.c.wijk == wijk, huishouden.c.woningtype.is_not(None))
    return sorted({str(een) for een in tx.scalars(vraag.distinct())}, key=str.casefold)


def _lees(tx: Connection, vraag: Select[Any]) -> list[Aanbod]:
    rijen = tx.execute(vraag.order_by(aanbod.c.id)).all()
    types: dict[int, list[str]] = {rij.id: [] for rij in rijen}
    w = aanbod_woningtype.c
    for van, woningtype in tx.execute(select(w.aanbod, w.woningtype).where(w.aanbod.in_(types)).order_by(w.woningtype)):
        types[van].append(woningtype)
    return [Aanbod(**rij._mapping, woningtypen=tuple(types[rij.id])) for rij in rijen]
