"""What was recorded about one resident and holds, the leaves of the log in order, and its last signed head."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from bot.storage.tables import bewijs, bewijs_prive, ijkpunt


class Bijdrage(NamedTuple):
    """Evidence about a resident with its leaf and what opens it.

    Args:
        volgnummer: its number in the log; None as long as it has none.
        vastlegger: account of who of the staff recorded it; None: the resident.
    """

    bewijs: int
    volgnummer: int | None
    blad: str
    soort: str
    onderwerp: str
    bewoner: int
    vastlegger: int | None
    sleutel: bytes
    record: str


class Hoofd(NamedTuple):
    """A signed head: over how many leaves, the note, and the root."""

    grootte: int
    notitie: str
    wortel: bytes


_p = bewijs_prive.c
_BIJDRAGE = select(
    _p.bewijs,
    bewijs.c.volgnummer,
    bewijs.c.blad,
    _p.soort,
    _p.onderwerp,
    _p.bewoner,
    _p.vastlegger,
    _p.sleutel,
    _p.record,
).join(bewijs, bewijs.c.id == _p.bewijs)


def van(tx: Connection, bewoner_id: int) -> list[Bijdrage]:
    """Return all that holds about a resident, the newest first."""
    return _lijst(tx, _p.bewoner == bewoner_id)


def zoek(tx: Connection, wijk: int, bewijs_id: int) -> Bijdrage | None:
    """Return what holds of a row; None when it was corrected or erased."""
    gevonden = _lijst(tx, (_p.wijk == wijk) & (_p.bewijs == bewijs_id) & _p.bewoner.is_not(None))
    return gevonden[0] if gevonden else None


def _lijst(tx: Connection, waar: ColumnElement[bool]) -> list[Bijdrage]:
    return [Bijdrage(*rij) for rij in tx.execute(_BIJDRAGE.where(waar, ~_p.vervallen).order_by(_p.bewijs.desc()))]


def laatste_hoofd(tx: Connection, wijk: int) -> Hoofd | None:
    """Return the largest head that was signed."""
    vraag = select(ijkpunt.c.grootte, ijkpunt.c.notitie, ijkpunt.c.wortel)
    vraag = vraag.where(ijkpunt.c.wijk == wijk, ijkpunt.c.notitie.is_not(None))
    rij = tx.execute(vraag.order_by(ijkpunt.c.grootte.desc(), ijkpunt.c.dag.desc()).limit(1)).one_or_none()
    return None if rij is None else Hoofd(rij.grootte, rij.notitie, bytes(rij.wortel))
