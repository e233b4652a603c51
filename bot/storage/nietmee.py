"""Who said "ik doe niet mee", and what that means here in the organisator's words."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, text, update

from bot.storage.outbox import GESTOPT, laat_vallen_van
from bot.storage.straat import in_een
from bot.storage.tables import account, bewoner, huishouden, nietmee, nietmeetekst, outbox

_n = nietmee.c


class Nietmee(NamedTuple):
    """That a resident does not take part. `vastlegger`: the account that recorded it; None: they said it themselves."""

    publiek_id: str
    op: datetime
    vastlegger: int | None


def van(tx: Connection, bewoner_id: int) -> Nietmee | None:
    """Return what a resident said, None when they take part."""
    rij = tx.execute(select(_n.publiek_id, _n.op, _n.vastlegger).where(_n.bewoner == bewoner_id)).one_or_none()
    return None if rij is None else Nietmee(*rij)


def zeg(tx: Connection, wijk: int, bewoner_id: int, publiek_id: str, now: datetime, vastlegger: int | None) -> None:
    """Keep that a resident does not take part."""
    velden = {"publiek_id": publiek_id, "bewoner": bewoner_id, "op": now, "vastlegger": vastlegger}
    tx.execute(insert(nietmee).values(wijk=wijk, **velden))


def terug(tx: Connection, bewoner_id: int) -> None:
    """Forget it."""
    tx.execute(delete(nietmee).where(_n.bewoner == bewoner_id))


def accounts(tx: Connection, onder: Collection[int]) -> set[int]:
    """Return which of some accounts are of residents who do not take part."""
    vraag = select(account.c.id).join(nietmee, _n.bewoner == account.c.bewoner)
    return set(tx.scalars(vraag.where(account.c.id.in_(list(onder)))))


def bewoners(tx: Connection, onder: Collection[int]) -> set[int]:
    """Return which of some residents do not take part."""
    return set(tx.scalars(select(_n.bewoner).where(_n.bewoner.in_(list(onder)))))


def tel(tx: Connection, wijk: int) -> int:
    """Count who lives here and does not take part."""
    vraag = select(func.count()).select_from(nietmee).join(bewoner, bewoner.c.id == _n.bewoner)
    return tx.scalar(vraag.where(_n.wijk == wijk, bewoner.c.tot.is_(None))) or 0


def adressen(tx: Connection, wijk: int, straat: str | None) -> set[int]:
    """Return the households of a street (None: of all) where nobody is left to visit: no adult there takes part.

    Where the list does not say how many adults there are, those who are known to live there are all.
    """
    wonen, niet = func.count(bewoner.c.id), func.count(_n.id)
    vraag = select(huishouden.c.id).join(bewoner, bewoner.c.huishouden == huishouden.c.id)
    vraag = vraag.outerjoin(nietmee, _n.bewoner == bewoner.c.id)
    hier = huishouden.c.wijk == wijk, in_een(straat), bewoner.c.tot.is_(None)
    vraag = vraag.where(*hier).group_by(huishouden.c.id, huishouden.c.volwassenen)
    return set(
        tx.scalars(vraag.having(niet > 0, niet >= wonen, niet >= func.coalesce(huishouden.c.volwassenen, wonen)))
    )


def tekst(tx: Connection, wijk: int) -> str | None:
    """Return what the organisator wrote about it, None when they wrote nothing."""
    return tx.scalar(select(nietmeetekst.c.tekst).where(nietmeetekst.c.wijk == wijk))


def zet_tekst(tx: Connection, wijk: int, nieuw: str, now: datetime, door: int) -> None:
    """Keep what the organisator writes about it."""
    velden = {"tekst": nieuw, "op": now, "gemaakt_door": door}
    if tx.execute(update(nietmeetekst).where(nietmeetekst.c.wijk == wijk).values(**velden)).rowcount == 0:
        tx.execute(insert(nietmeetekst).values(wijk=wijk, **velden))


def wachtende_wekkers(tx: Connection, account_id: int) -> set[int]:
    """Return the ids of the alarms of which a message still waits for an account."""
    wacht = outbox.c.account == account_id, text("staat = 'wachtend'"), outbox.c.wekker.is_not(None)
    return {een for een in tx.scalars(select(outbox.c.wekker).distinct().where(*wacht)) if een is not None}


def houd_tegen(tx: Connection, account_id: int, alarmen: Collection[int]) -> None:
    """Let what waits for an account of these alarms not go any more."""
    if alarmen:
        laat_vallen_van(tx, account_id, GESTOPT, outbox.c.wekker.in_(alarmen))
