"""Reports of meetings and their photos. Each photo says who declared that all on it agreed, and when."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from bot.storage.tables import aanmelding, bewijs_prive, bijeenkomst, stuk, verslag, verslagfoto

_v, _f, _b = verslag.c, verslagfoto.c, bijeenkomst.c


class Verslag(NamedTuple):
    """The report of a meeting.

    Args:
        stuk: publiek_id of the PDF that goes with it; None: there is none.
    """

    tekst: str
    stuk: str | None


class Foto(NamedTuple):
    """A photo that was not withdrawn."""

    id: int
    publiek_id: str
    bijeenkomst: int
    file_id: str


class Regel(NamedTuple):
    """A meeting in the list of reports."""

    publiek_id: str
    titel: str
    begin: datetime


def zet(tx: Connection, wijk: int, bijeenkomst_id: int, **velden: Any) -> bool:
    """Keep the report of a meeting in the place of the one before; say whether it is the first."""
    hier = update(verslag).where(_v.bijeenkomst == bijeenkomst_id).values(**velden)
    if tx.execute(hier).rowcount:
        return False
    tx.execute(insert(verslag).values(wijk=wijk, bijeenkomst=bijeenkomst_id, **velden))
    return True


def van(tx: Connection, bijeenkomst_id: int) -> Verslag | None:
    """Return the report of a meeting."""
    vraag = select(_v.tekst, stuk.c.publiek_id).outerjoin(stuk, stuk.c.id == _v.stuk)
    rij = tx.execute(vraag.where(_v.bijeenkomst == bijeenkomst_id)).one_or_none()
    return None if rij is None else Verslag(*rij)


def lijst(
    tx: Connection,
    wijk: int,
    tot: datetime,
    hoeveel: int,
    sla_over: int,
    *,
    bewoner: int | None,
    sinds: datetime | None,
) -> list[Regel]:
    """Return meetings that began, the last first.

    Args:
        bewoner: those with a report that this resident may read: they were there, or had said to come perhaps.
        sinds: also those without a report that began since then; for who runs meetings.
    """
    met = exists().where(_v.bijeenkomst == _b.id)
    mag = [met & or_(_was_er(bewoner), _meldde_zich(bewoner))] if bewoner is not None else []
    if sinds is not None:
        mag.append(met | (_b.begin >= sinds))
    vraag = select(_b.publiek_id, _b.titel, _b.begin).where(_b.wijk == wijk, _b.begin <= tot, _b.afgelast_op.is_(None))
    vraag = vraag.where(or_(*mag)).order_by(_b.begin.desc(), _b.id.desc())
    return [Regel(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]


def meldde_zich(tx: Connection, bijeenkomst_id: int, bewoner: int) -> bool:
    """Say whether a resident had said that they come, or might."""
    ja = aanmelding.c.antwoord.in_(("ja", "misschien"))
    hier = aanmelding.c.bijeenkomst == bijeenkomst_id, aanmelding.c.bewoner == bewoner, ja
    return tx.execute(select(aanmelding.c.bewoner).where(*hier)).first() is not None


def voeg_foto_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep a photo."""
    tx.execute(insert(verslagfoto).values(wijk=wijk, **velden))


def fotos(tx: Connection, bijeenkomst_id: int) -> list[Foto]:
    """Return the photos of a meeting that were not withdrawn, in order."""
    vraag = select(*(_f[naam] for naam in Foto._fields)).where(
        _f.bijeenkomst == bijeenkomst_id, _f.ingetrokken_op.is_(None)
    )
    return [Foto(*rij) for rij in tx.execute(vraag.order_by(_f.id))]


def tel_fotos(tx: Connection, bijeenkomst_id: int) -> int:
    """Count them."""
    vraag = select(func.count()).where(_f.bijeenkomst == bijeenkomst_id, _f.ingetrokken_op.is_(None))
    return tx.scalar(vraag) or 0


def zoek_foto(tx: Connection, wijk: int, publiek_id: str) -> Foto | None:
    """Return a photo of a wijk that was not withdrawn."""
    vraag = select(*(_f[naam] for naam in Foto._fields)).where(_f.wijk == wijk, _f.publiek_id == publiek_id)
    rij = tx.execute(vraag.where(_f.ingetrokken_op.is_(None))).one_or_none()
    return None if rij is None else Foto(*rij)


def trek_foto_in(tx: Connection, foto_id: int, op: datetime, door: int) -> None:
    """Show a photo no more; what stays is who declared what, and who withdrew it when."""
    weg = {"ingetrokken_op": op, "ingetrokken_door": door, "file_id": ""}
    tx.execute(update(verslagfoto).where(_f.id == foto_id).values(**weg))


def _was_er(bewoner: int | None) -> Any:
    p = bewijs_prive.c
    soort = p.soort.in_(("aanwezig", "aanwezig_vragen"))
    return exists().where(p.onderwerp == _b.publiek_id, p.bewoner == bewoner, soort, ~p.vervallen)


def _meldde_zich(bewoner: int | None) -> Any:
    a = aanmelding.c
    return exists().where(a.bijeenkomst == _b.id, a.bewoner == bewoner, a.antwoord.in_(("ja", "misschien")))
