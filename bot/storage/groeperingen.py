"""The groups in which the team puts what voters wrote, and what a next round adds for who named each."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import groepering, inbrenggroep, peiling


@dataclass(frozen=True)
class Groep:
    """A group of a poll.

    Args:
        toegevoegd: what the next round adds to the proposal for who named it; None for nothing yet.
        aantal: how many texts stand in it.
    """

    id: int
    publiek_id: str
    peiling: int
    naam: str
    toegevoegd: str | None
    aantal: int


_MET_AANTAL = (
    select(
        inbrenggroep.c.id,
        inbrenggroep.c.publiek_id,
        inbrenggroep.c.peiling,
        inbrenggroep.c.naam,
        inbrenggroep.c.toegevoegd,
        func.count(groepering.c.stembiljet),
    )
    .outerjoin(groepering, groepering.c.groep == inbrenggroep.c.id)
    .group_by(inbrenggroep.c.id)
)


def van_peiling(tx: Connection, peiling_id: int) -> list[Groep]:
    """Return the groups of a poll, in the order in which they were made."""
    vraag = _MET_AANTAL.where(inbrenggroep.c.peiling == peiling_id).order_by(inbrenggroep.c.id)
    return [Groep(*rij) for rij in tx.execute(vraag)]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Groep | None:
    """Return a group of a wijk."""
    vraag = _MET_AANTAL.where(inbrenggroep.c.wijk == wijk, inbrenggroep.c.publiek_id == publiek_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Groep(*rij)


def maak(tx: Connection, wijk: int, peiling_id: int, publiek_id: str, naam: str) -> int:
    """Add a group and return its id."""
    waarden = {"wijk": wijk, "peiling": peiling_id, "publiek_id": publiek_id, "naam": naam}
    nieuw: int = tx.execute(insert(inbrenggroep).values(**waarden).returning(inbrenggroep.c.id)).scalar_one()
    return nieuw


def zet(tx: Connection, wijk: int, peiling_id: int, sleutel: bytes, groep: int | None) -> None:
    """Put what stands on a ballot in a group, in none with None; a group that is empty then, and adds nothing, goes."""
    tx.execute(delete(groepering).where(groepering.c.stembiljet == sleutel))
    if groep is not None:
        rij = {"wijk": wijk, "peiling": peiling_id, "stembiljet": sleutel, "groep": groep}
        tx.execute(insert(groepering).values(**rij))
    leeg = inbrenggroep.c.id.not_in(select(groepering.c.groep).where(groepering.c.peiling == peiling_id))
    niets = inbrenggroep.c.peiling == peiling_id, inbrenggroep.c.toegevoegd.is_(None)
    tx.execute(delete(inbrenggroep).where(*niets, leeg))


def heeft_ronde(tx: Connection, peiling_id: int) -> bool:
    """Say whether a next round of a poll was opened, and not withdrawn."""
    deze = peiling.c.vervolg_op == peiling_id, ~peiling.c.ingetrokken
    return tx.scalar(select(peiling.c.id).where(*deze).limit(1)) is not None


def zet_toegevoegd(tx: Connection, groep: int, tekst: str | None) -> None:
    """Say what the next round adds for a group."""
    tx.execute(update(inbrenggroep).where(inbrenggroep.c.id == groep).values(toegevoegd=tekst))
