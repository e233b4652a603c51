"""Moments at the gemeenteraad, another body or in the wijk that everybody may know of. What came out: `uitslagen`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from bot.storage import accounts
from bot.storage.tables import mijlpaal, mijlpaal_wijziging


@dataclass(frozen=True)
class Mijlpaal:
    """A milestone.

    Args:
        bij: gemeenteraad, commissie, college, wijkdorpsraad or wijk.
        link: address of a page about it, such as the agenda.
        inspreken_op: the evening on which one may speak; None when nobody said.
        inspreken_tot: until when one can register for that.
        inspreken_hoe: how one registers.
    """

    id: int
    publiek_id: str
    bij: str
    titel: str
    moment: datetime
    uitleg: str
    link: str | None
    plaats: str | None
    inspreken_op: datetime | None
    inspreken_tot: datetime | None
    inspreken_hoe: str | None
    ingetrokken_op: datetime | None
    taal: str = "nl"

    @property
    def aanmelden_tot(self) -> datetime | None:
        """Until when registering for speaking makes sense; None when it cannot be done, or nobody said when."""
        return self.inspreken_tot or self.inspreken_op


class Wijziging(NamedTuple):
    """What changed in a milestone: name, old and new of each; nothing when it was withdrawn."""

    mijlpaal: int
    velden: list[list[Any]]


_KOLOMMEN = [mijlpaal.c[naam] for naam in Mijlpaal.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one and return its id."""
    rij = insert(mijlpaal).values(wijk=wijk, taal=accounts.taal_van(velden["gemaakt_door"]), **velden)
    nieuw: int = tx.execute(rij.returning(mijlpaal.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Mijlpaal | None:
    """Return one of a wijk by `id` or `publiek_id`."""
    rij = tx.execute(select(*_KOLOMMEN).where(mijlpaal.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Mijlpaal(*rij)


def zet(tx: Connection, mijlpaal_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(mijlpaal).where(mijlpaal.c.id == mijlpaal_id).values(**velden))


def noteer_wijziging(tx: Connection, wijk: int, mijlpaal_id: int, velden: list[list[Any]], now: datetime) -> int:
    """Keep what changed, to be told, and return its id; see `Wijziging`."""
    rij = insert(mijlpaal_wijziging).values(wijk=wijk, mijlpaal=mijlpaal_id, velden=velden, op=now)
    nieuw: int = tx.execute(rij.returning(mijlpaal_wijziging.c.id)).scalar_one()
    return nieuw


def wijziging(tx: Connection, wijk: int, wijziging_id: int) -> Wijziging:
    """Return what changed, by id."""
    van = mijlpaal_wijziging.c
    vraag = select(van.mijlpaal, van.velden).where(van.wijk == wijk, van.id == wijziging_id)
    return Wijziging(*tx.execute(vraag).one())


def hoe_vaak_gewijzigd(tx: Connection, mijlpaal_id: int) -> int:
    """Count the changes of one."""
    vraag = select(func.count()).select_from(mijlpaal_wijziging).where(mijlpaal_wijziging.c.mijlpaal == mijlpaal_id)
    return tx.scalar(vraag) or 0


def vanaf(tx: Connection, wijk: int, moment: datetime, hoeveel: int, sla_over: int) -> list[Mijlpaal]:
    """Return the first of a wijk from a moment on, without those that were withdrawn."""
    vraag = select(*_KOLOMMEN).where(mijlpaal.c.wijk == wijk, mijlpaal.c.moment >= moment)
    vraag = vraag.where(mijlpaal.c.ingetrokken_op.is_(None))
    vraag = vraag.order_by(mijlpaal.c.moment, mijlpaal.c.id).limit(hoeveel).offset(sla_over)
    return [Mijlpaal(*rij) for rij in tx.execute(vraag)]


def voor(tx: Connection, wijk: int, moment: datetime, hoeveel: int | None = None, sla_over: int = 0) -> list[Mijlpaal]:
    """Return those of a wijk before a moment, the last first, without those that were withdrawn."""
    vraag = select(*_KOLOMMEN).where(mijlpaal.c.wijk == wijk, mijlpaal.c.moment < moment)
    vraag = vraag.where(mijlpaal.c.ingetrokken_op.is_(None))
    vraag = vraag.order_by(mijlpaal.c.moment.desc(), mijlpaal.c.id.desc()).limit(hoeveel).offset(sla_over)
    return [Mijlpaal(*rij) for rij in tx.execute(vraag)]
