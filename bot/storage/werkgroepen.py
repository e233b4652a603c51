"""Werkgroepen of a wijk and who takes part."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, select

from bot.storage.tables import werkgroep, werkgroeplid


@dataclass(frozen=True)
class Werkgroep:
    """A werkgroep, and whether the resident who asks takes part."""

    id: int
    publiek_id: str
    naam: str
    lid: bool


def lijst(tx: Connection, wijk: int, bewoner: int) -> list[Werkgroep]:
    """Return the werkgroepen of a wijk as one resident sees them."""
    is_lid = exists().where(werkgroeplid.c.werkgroep == werkgroep.c.id, werkgroeplid.c.bewoner == bewoner)
    vraag = select(werkgroep.c.id, werkgroep.c.publiek_id, werkgroep.c.naam, is_lid.label("lid"))
    rijen = tx.execute(vraag.where(werkgroep.c.wijk == wijk).order_by(werkgroep.c.id))
    return [Werkgroep(r.id, r.publiek_id, r.naam, bool(r.lid)) for r in rijen]


def zet_lid(tx: Connection, wijk: int, werkgroep_id: int, bewoner: int, *, lid: bool) -> None:
    """Make a resident a member or not; the last word counts, however often it is said."""
    tx.execute(delete(werkgroeplid).where(werkgroeplid.c.werkgroep == werkgroep_id, werkgroeplid.c.bewoner == bewoner))
    if lid:
        tx.execute(insert(werkgroeplid).values(wijk=wijk, werkgroep=werkgroep_id, bewoner=bewoner))


def vul_aan(tx: Connection, wijk: int, namen: Iterable[tuple[str, str]]) -> None:
    """Add the werkgroepen (naam, publiek_id) that the wijk does not have yet."""
    bekend = set(tx.scalars(select(werkgroep.c.naam).where(werkgroep.c.wijk == wijk)))
    for naam, publiek_id in namen:
        if naam not in bekend:
            tx.execute(insert(werkgroep).values(wijk=wijk, publiek_id=publiek_id, naam=naam))
