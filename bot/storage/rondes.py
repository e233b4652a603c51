"""Rounds past the doors: who stands at which one, in which order a street is walked, and what is known per address."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, exists, insert, or_, select, text, update

from bot.rules.ronde import Deel, Wijze
from bot.storage.straat import in_een
from bot.storage.tables import account, bewijs_prive, bewoner, huishouden, looproute, ronde

_h, _r, _l = huishouden.c, ronde.c, looproute.c


class Ronde(NamedTuple):
    """Where someone stands, and which part of the street they walk."""

    huishouden: int
    deel: Deel


def van(tx: Connection, account_id: int) -> Ronde | None:
    """Return the round of an account."""
    rij = tx.execute(select(_r.huishouden, _r.deel).where(_r.account == account_id)).one_or_none()
    return None if rij is None else Ronde(*rij)


def neem(tx: Connection, wijk: int, account_id: int, huis: int, deel: Deel, now: datetime, tot: datetime) -> None:
    """Let an account stand at a door, where no colleague does; who stood there before is not there any more."""
    tx.execute(delete(ronde).where(or_((_r.huishouden == huis) & (_r.tot <= now), _r.account == account_id)))
    tx.execute(insert(ronde).values(account=account_id, wijk=wijk, huishouden=huis, deel=deel, tot=tot))


def stop(tx: Connection, account_id: int) -> None:
    """End the round of an account."""
    tx.execute(delete(ronde).where(_r.account == account_id))


def bezet(tx: Connection, wijk: int, now: datetime, behalve: int) -> set[int]:
    """Return the households at which another account stands."""
    return set(tx.scalars(select(_r.huishouden).where(_r.wijk == wijk, _r.tot > now, _r.account != behalve)))


def bereikt(tx: Connection, wijk: int, straat: str | None) -> set[int]:
    """Return the households of a street (None: of all) of which someone joined, or evidence of who lives there holds.

    A seat that was erased counts on, and reached its address too.
    """
    p = bewijs_prive.c
    met_account = exists().where(account.c.bewoner == bewoner.c.id)
    # the very words of the index
    met_bewijs = exists().where(p.bewoner == bewoner.c.id, text("NOT bewijs_prive.vervallen"))
    hier = _h.wijk == wijk, in_een(straat), bewoner.c.tot.is_(None)
    vraag = select(_h.id).join(bewoner, bewoner.c.huishouden == _h.id).where(*hier).distinct()
    return set(tx.scalars(vraag.where(or_(bewoner.c.gewist, met_account, met_bewijs))))


def wijze(tx: Connection, wijk: int, straat: str) -> Wijze | None:
    """Return in which order a street is walked, None when nobody chose."""
    gekozen: Wijze | None = tx.scalar(select(_l.wijze).where(_l.wijk == wijk, _l.straat == straat))
    return gekozen


def zet_wijze(tx: Connection, wijk: int, straat: str, gekozen: Wijze) -> None:
    """Choose in which order a street is walked."""
    hier = _l.wijk == wijk, _l.straat == straat
    if tx.execute(update(looproute).where(*hier).values(wijze=gekozen)).rowcount == 0:
        tx.execute(insert(looproute).values(wijk=wijk, straat=straat, wijze=gekozen))


def geen_bezoek(tx: Connection, wijk: int, straat: str | None) -> dict[int, date]:
    """Return the households of a street (None: of all) where someone would rather have no visit, and until when."""
    vraag = select(_h.id, _h.geen_bezoek_tot).where(_h.wijk == wijk, in_een(straat))
    return {rij.id: rij.geen_bezoek_tot for rij in tx.execute(vraag.where(_h.geen_bezoek_tot.is_not(None)))}


def zet_geen_bezoek(tx: Connection, huis: int, tot: date | None) -> None:
    """Keep until which day nobody rings at a household; None: one may."""
    tx.execute(update(huishouden).where(_h.id == huis).values(geen_bezoek_tot=tot))


def taal(tx: Connection, huis: int) -> str | None:
    """Return the language that a household asked for."""
    return tx.scalar(select(_h.taal).where(_h.id == huis))


def zet_taal(tx: Connection, huis: int, gevraagd: str | None) -> None:
    """Keep the language that a household asked for; None: only Dutch."""
    tx.execute(update(huishouden).where(_h.id == huis).values(taal=gevraagd))


def ruim_op(tx: Connection, wijk: int, now: datetime) -> None:
    """Forget who stood where, and the days on which nobody should ring, when they are over."""
    tx.execute(delete(ronde).where(_r.wijk == wijk, _r.tot <= now))
    voorbij = _h.wijk == wijk, _h.geen_bezoek_tot < now.date()
    tx.execute(update(huishouden).where(*voorbij).values(geen_bezoek_tot=None))
