"""Who does what, and what the decision is about, as the organisator wrote it down. Of each part the last row holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from bot.storage.stukken import VAN_STUK
from bot.storage.tables import stuk, wiedoetwat


@dataclass(frozen=True)
class Geschreven:
    """A part as it was written; all empty when it was taken away.

    Args:
        onderdeel: which part; see `bot.services.wiedoetwat`.
        trede: level on the participatieladder.
        stuk, stuknaam: the document beside it.
        openbaar: a contact may stand on the public page.
        gemaakt_door: account of who wrote it.
    """

    id: int
    onderdeel: str
    tekst: str | None
    trede: str | None
    naam: str | None
    telefoon: str | None
    email: str | None
    link: str | None
    stuk: str | None
    stuknaam: str | None
    openbaar: bool
    op: datetime
    gemaakt_door: int

    @property
    def leeg(self) -> bool:
        """Whether it was taken away."""
        return not (self.tekst or self.naam or self.trede)


_ANDERS = {naam: VAN_STUK[naam] for naam in ("stuk", "stuknaam")}
_KOLOMMEN = [_ANDERS[naam] if naam in _ANDERS else wiedoetwat.c[naam] for naam in Geschreven.__dataclass_fields__]
_ALLE = select(*_KOLOMMEN).outerjoin_from(wiedoetwat, stuk, stuk.c.id == wiedoetwat.c.stuk)


def voeg_toe(tx: Connection, wijk: int, onderdeel: str, **velden: Any) -> None:
    """Write a part; of what stood there before the name, telephone number and address go, for they are somebody's."""
    eerder = update(wiedoetwat).where(wiedoetwat.c.wijk == wijk, wiedoetwat.c.onderdeel == onderdeel)
    tx.execute(eerder.where(wiedoetwat.c.naam.is_not(None)).values(naam=None, telefoon=None, email=None, tekst=None))
    tx.execute(insert(wiedoetwat).values(wijk=wijk, onderdeel=onderdeel, **velden))


def geldend(tx: Connection, wijk: int) -> dict[str, Geschreven]:
    """Return what holds of each part that was written, without those that were taken away."""
    laatste = select(func.max(wiedoetwat.c.id)).where(wiedoetwat.c.wijk == wijk).group_by(wiedoetwat.c.onderdeel)
    gevonden = (Geschreven(*rij) for rij in tx.execute(_ALLE.where(wiedoetwat.c.id.in_(laatste))))
    return {een.onderdeel: een for een in gevonden if not een.leeg}


def eerder(tx: Connection, wijk: int, hoeveel: int, sla_over: int) -> list[Geschreven]:
    """Return what was written, the last first."""
    vraag = _ALLE.where(wiedoetwat.c.wijk == wijk).order_by(wiedoetwat.c.id.desc())
    return [Geschreven(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]
