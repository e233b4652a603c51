"""What is told at a door because no chat can bring it: an answer, or that a meeting changed."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, exists, insert, select, update

from bot.storage.tables import bewoner, bijeenkomst, brengtaak, huishouden

_b, _h = brengtaak.c, huishouden.c


class Brengtaak(NamedTuple):
    """One thing to tell someone.

    Args:
        soort: `antwoord`, to a question; `zaal`, to a question at a meeting; `reactie`, to a reaction to a draft;
            `gewijzigd` or `afgelast`, of a meeting.
        onderwerp: publiek_id of what it is about.
        gebracht_op: when someone told it; None as long as nobody did.
        huis: publiek_id of the household.
    """

    id: int
    publiek_id: str
    soort: str
    onderwerp: str
    gebracht_op: datetime | None
    stoel: int
    huishouden: int
    huis: str
    straat: str
    huisnummer: int
    toevoeging: str


_EIGEN = (_b.id, _b.publiek_id, _b.soort, _b.onderwerp, _b.gebracht_op)
_ALLE = (
    select(*_EIGEN, bewoner.c.stoel, _h.id, _h.publiek_id, _h.straat, _h.huisnummer, _h.toevoeging)
    .join(bewoner, bewoner.c.id == _b.bewoner)
    .join(huishouden, _h.id == bewoner.c.huishouden)
    .where(bewoner.c.tot.is_(None))
)
_NOG = _b.gebracht_op.is_(None)


def zet(tx: Connection, wijk: int, publiek_id: str, bewoner_id: int, soort: str, onderwerp: str, op: datetime) -> None:
    """Keep that someone must be told; what waits about the same thing becomes this."""
    zelfde = _b.bewoner == bewoner_id, _b.onderwerp == onderwerp, _NOG
    if tx.execute(update(brengtaak).where(*zelfde).values(soort=soort, op=op)).rowcount == 0:
        velden = {"bewoner": bewoner_id, "soort": soort, "onderwerp": onderwerp, "op": op}
        tx.execute(insert(brengtaak).values(wijk=wijk, publiek_id=publiek_id, **velden))


def te_brengen(
    tx: Connection,
    wijk: int,
    now: datetime,
    *,
    straten: Collection[str] | None = None,
    soorten: Collection[str] | None = None,
    huis: int | None = None,
    over: str | None = None,
) -> list[Brengtaak]:
    """Return what nobody told yet, in no order; of a meeting that has begun nothing needs telling.

    Args:
        straten: only in these; None: everywhere.
        soorten: only of these; None: of all.
        huis: only at this household.
        over: publiek_id of what it must be about.
    """
    begonnen = exists().where(bijeenkomst.c.publiek_id == _b.onderwerp, bijeenkomst.c.begin <= now)
    deze = _ALLE.where(_b.wijk == wijk, _NOG, ~begonnen)
    if straten is not None:
        deze = deze.where(_h.straat.in_(straten))
    if soorten is not None:
        deze = deze.where(_b.soort.in_(soorten))
    if over is not None:
        deze = deze.where(_b.onderwerp == over)
    if huis is not None:
        deze = deze.where(_h.id == huis)
    return [Brengtaak(*rij) for rij in tx.execute(deze)]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Brengtaak | None:
    """Return one."""
    rij = tx.execute(_ALLE.where(_b.wijk == wijk, _b.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Brengtaak(*rij)


def gebracht(tx: Connection, taak: Brengtaak, account: int, op: datetime) -> None:
    """Note that it was told at a household: to all there who were to hear the same."""
    hier = select(bewoner.c.id).where(bewoner.c.huishouden == taak.huishouden, bewoner.c.tot.is_(None))
    zelfde = _b.onderwerp == taak.onderwerp, _b.bewoner.in_(hier), _NOG
    tx.execute(update(brengtaak).where(*zelfde).values(gebracht_op=op, gebracht_door=account))


def nog_niet(tx: Connection, taak: Brengtaak) -> None:
    """Note that it was not told after all; nothing where a later one waits."""
    hier = select(bewoner.c.id).where(bewoner.c.huishouden == taak.huishouden, bewoner.c.tot.is_(None))
    samen = _b.onderwerp == taak.onderwerp, _b.bewoner.in_(hier)
    later = select(_b.bewoner).where(*samen, _NOG)
    toen = *samen, _b.gebracht_op == taak.gebracht_op, _b.bewoner.not_in(later)
    tx.execute(update(brengtaak).where(*toen).values(gebracht_op=None, gebracht_door=None))
