"""Who may ask nothing for a time."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import vraagstop

_s = vraagstop.c


class Vraagstop(NamedTuple):
    """One of a resident.

    Args:
        bezwaar: what they said of it; None as long as they said nothing.
    """

    bewoner: int
    publiek_id: str
    tot: datetime
    bezwaar: str | None


_KOLOMMEN = [_s[naam] for naam in Vraagstop._fields]


def zet(tx: Connection, wijk: int, bewoner: int, **velden: Any) -> None:
    """Stop a resident, in the place of what was there."""
    hef_op(tx, bewoner)
    tx.execute(insert(vraagstop).values(wijk=wijk, bewoner=bewoner, **velden))


def van(tx: Connection, bewoner: int, now: datetime) -> Vraagstop | None:
    """Return that of a resident, when its time is not over."""
    rij = tx.execute(select(*_KOLOMMEN).where(_s.bewoner == bewoner, _s.tot > now)).one_or_none()
    return None if rij is None else Vraagstop(*rij)


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Vraagstop | None:
    """Return one of a wijk."""
    rij = tx.execute(select(*_KOLOMMEN).where(_s.wijk == wijk, _s.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Vraagstop(*rij)


def maak_bezwaar(tx: Connection, bewoner: int, tekst: str) -> None:
    """Keep what a resident says of it."""
    tx.execute(update(vraagstop).where(_s.bewoner == bewoner).values(bezwaar=tekst))


def hef_op(tx: Connection, bewoner: int) -> None:
    """Let a resident ask again."""
    tx.execute(delete(vraagstop).where(_s.bewoner == bewoner))


def vergeet(tx: Connection, now: datetime) -> None:
    """Forget those whose time is over."""
    tx.execute(delete(vraagstop).where(_s.tot <= now))
