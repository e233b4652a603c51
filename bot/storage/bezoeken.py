"""Visits at doors: per household and day what came of it, and nothing about people."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.straat import in_een
from bot.storage.tables import bezoek, huishouden


class Bezoek(NamedTuple):
    """What came of ringing at a household on a day: gesproken, geweigerd, niet_thuis or later."""

    publiek_id: str
    huishouden: int
    dag: date
    uitkomst: str


_BEZOEK = select(bezoek.c.publiek_id, bezoek.c.huishouden, bezoek.c.dag, bezoek.c.uitkomst)


def zoek(tx: Connection, huishouden_id: int, dag: date) -> Bezoek | None:
    """Return the visit at a household on a day."""
    rij = tx.execute(_BEZOEK.where(bezoek.c.huishouden == huishouden_id, bezoek.c.dag == dag)).one_or_none()
    return None if rij is None else Bezoek(*rij)


def zet(tx: Connection, wijk_id: int, huishouden_id: int, dag: date, uitkomst: str, publiek_id: str) -> str:
    """Keep what came of a visit, the last of a day, and return the visit's publiek_id."""
    gevonden = zoek(tx, huishouden_id, dag)
    if gevonden is not None:
        tx.execute(update(bezoek).where(bezoek.c.publiek_id == gevonden.publiek_id).values(uitkomst=uitkomst))
        return gevonden.publiek_id
    waarden = {"wijk": wijk_id, "publiek_id": publiek_id, "huishouden": huishouden_id, "dag": dag}
    tx.execute(insert(bezoek).values(**waarden, uitkomst=uitkomst))
    return publiek_id


def verwijder(tx: Connection, publiek_id: str) -> None:
    """Forget a visit."""
    tx.execute(delete(bezoek).where(bezoek.c.publiek_id == publiek_id))


def laatste(tx: Connection, wijk_id: int, straat: str | None) -> dict[int, Bezoek]:
    """Return the last visit at each household of a street (None: of all) that had one."""
    vraag = _BEZOEK.join(huishouden, huishouden.c.id == bezoek.c.huishouden)
    vraag = vraag.where(huishouden.c.wijk == wijk_id, in_een(straat)).order_by(bezoek.c.dag)
    return {rij.huishouden: Bezoek(*rij) for rij in tx.execute(vraag)}
