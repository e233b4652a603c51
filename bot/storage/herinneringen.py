"""The own reminders of a werkgroep. When the next one goes, its alarm says."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.rules.doelgroep import Doelgroep
from bot.rules.herhaling import Herhaling
from bot.storage.tables import herinnering, werkgroep


@dataclass(frozen=True)
class Herinnering:
    """A reminder.

    Args:
        groep: publiek_id of its werkgroep; `groep_naam` is its name.
        volgende: the time that its alarm stands for, also when that was moved; None when it does not come again.
    """

    id: int
    publiek_id: str
    groep: str
    groep_naam: str
    tekst: str
    herhaling: Herhaling
    volgende: datetime | None

    @property
    def voor(self) -> Doelgroep:
        """Who gets it."""
        return Doelgroep("werkgroep", self.groep)


_VRAAG = select(
    herinnering.c.id,
    herinnering.c.publiek_id,
    werkgroep.c.publiek_id.label("groep"),
    werkgroep.c.naam.label("groep_naam"),
    herinnering.c.tekst,
    herinnering.c.herhaling,
    herinnering.c.volgende,
).join(werkgroep, werkgroep.c.id == herinnering.c.werkgroep)


def voeg_toe(tx: Connection, wijk: int, groep: str, herhaling: Herhaling, **velden: Any) -> int:
    """Add a reminder for a werkgroep (by publiek_id) and return its id."""
    van = select(werkgroep.c.id).where(werkgroep.c.wijk == wijk, werkgroep.c.publiek_id == groep).scalar_subquery()
    rij = insert(herinnering).values(wijk=wijk, werkgroep=van, herhaling=herhaling.als_json(), **velden)
    nieuw: int = tx.execute(rij.returning(herinnering.c.id)).scalar_one()
    return nieuw


def zet(tx: Connection, herinnering_id: int, **velden: Any) -> None:
    """Set columns of a reminder."""
    tx.execute(update(herinnering).where(herinnering.c.id == herinnering_id).values(**velden))


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Herinnering | None:
    """Return the reminder of a wijk with this value in a column: `id=…` or `publiek_id=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = _VRAAG.where(herinnering.c.wijk == wijk, herinnering.c[kolom] == gezocht)
    rij = tx.execute(vraag).mappings().one_or_none()
    return None if rij is None else _uit(rij)


def lijst(tx: Connection, wijk: int) -> list[Herinnering]:
    """Return the reminders of a wijk that are still to come, the first first."""
    vraag = _VRAAG.where(herinnering.c.wijk == wijk, herinnering.c.volgende.is_not(None))
    vraag = vraag.order_by(herinnering.c.volgende, herinnering.c.id)
    return [_uit(rij) for rij in tx.execute(vraag).mappings()]


def _uit(rij: Any) -> Herinnering:
    return Herinnering(**{**rij, "herhaling": Herhaling.uit_json(rij["herhaling"])})
