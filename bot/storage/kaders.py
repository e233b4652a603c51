"""How the kaders of the gemeenteraad stand, each by its text; of each the last row holds. Nothing is changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.stukken import VAN_STUK
from bot.storage.tables import kader_oordeel, stuk


@dataclass(frozen=True)
class Kaderoordeel:
    """What was recorded of a kader.

    Args:
        oordeel: `voldaan`, `niet_voldaan` or `open`.
        versie: of the spelregels that held when it was recorded.
        stuk, stuknaam, sha256: the document beside it, if there is one.
    """

    publiek_id: str
    kader: str
    oordeel: str
    toelichting: str
    link: str | None
    versie: int
    op: datetime
    stuk: str | None
    stuknaam: str | None
    sha256: str | None


_KOLOMMEN = [
    VAN_STUK[naam] if naam in VAN_STUK else kader_oordeel.c[naam] for naam in Kaderoordeel.__dataclass_fields__
]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Append one; `stuk` is the id of its document."""
    tx.execute(insert(kader_oordeel).values(wijk=wijk, **velden))


def alle(tx: Connection, wijk: int) -> list[Kaderoordeel]:
    """Return all of a wijk, the oldest first."""
    vraag = select(*_KOLOMMEN).outerjoin_from(kader_oordeel, stuk, stuk.c.id == kader_oordeel.c.stuk)
    vraag = vraag.where(kader_oordeel.c.wijk == wijk).order_by(kader_oordeel.c.id)
    return [Kaderoordeel(*rij) for rij in tx.execute(vraag)]


def geldende(tx: Connection, wijk: int, vanaf_versie: int) -> dict[str, Kaderoordeel]:
    """Return what holds of each kader, of what was recorded under this version or a later one."""
    return {een.kader: een for een in alle(tx, wijk) if een.versie >= vanaf_versie}
