"""Who is known to be at a meeting, person by person, and who recorded it. How many count follows in `bewijs`."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from bot.storage.tables import bewijs_prive, bewoner


class Bekende(NamedTuple):
    """A resident of whom evidence of a subject holds.

    Args:
        vastlegger: account of the staff who recorded it; None: the resident.
    """

    huishouden: int
    stoel: int
    methode: str
    vastlegger: int | None


def bekenden(tx: Connection, wijk_id: int, soort: str, onderwerp: str) -> list[Bekende]:
    """Return the residents with evidence of one kind about a subject, who still live where they lived."""
    p = bewijs_prive.c
    vraag = (
        select(bewoner.c.huishouden, bewoner.c.stoel, p.methode, p.vastlegger)
        .join(bewoner, bewoner.c.id == p.bewoner)
        .where(p.wijk == wijk_id, p.onderwerp == onderwerp, p.soort == soort, ~p.vervallen, bewoner.c.tot.is_(None))
    )
    return [Bekende(*rij) for rij in tx.execute(vraag)]
