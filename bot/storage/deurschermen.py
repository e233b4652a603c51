"""Messages that show the QR of a door: which of them are due for a newer one, or for their last."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, false, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from berichten import Boodschap
from bot.rules.deurcode import toont
from bot.storage import bewijs, deuren, kapot
from bot.storage.deuren import Deur
from bot.storage.tables import account, bijeenkomst, deurscherm, rol


class Deurscherm(NamedTuple):
    """A message that shows a door.

    Args:
        extern_id: the chat network's id of the private chat.
        bericht_id: the message in it.
        tot: until when its reader keeps it on.
        mag: whether its reader still has a role that may see it.
        lijst: whether their role has the door list too.
    """

    id: int
    extern_id: str
    taal: str | None
    bericht_id: int
    tot: datetime
    mag: bool
    lijst: bool
    deur: Deur


def zet(
    tx: Connection, wijk: int, account_id: int, deur: Deur, bericht_id: int, getoond_tot: datetime, tot: datetime
) -> None:
    """Keep a message showing a door, whatever it showed before; an older one of the same reader stops soon.

    Args:
        getoond_tot: until when what it shows now is the newest.
    """
    ouder = (deurscherm.c.account == account_id) & (deurscherm.c.bijeenkomst == deur.id)
    tx.execute(update(deurscherm).where(ouder, deurscherm.c.bericht_id != bericht_id).values(tot=getoond_tot))
    waarden = {"bijeenkomst": deur.id, "getoond_tot": getoond_tot, "tot": tot}
    invoegen = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    rij = invoegen(deurscherm).values(wijk=wijk, account=account_id, bericht_id=bericht_id, **waarden)
    tx.execute(rij.on_conflict_do_update(index_elements=["account", "bericht_id"], set_=waarden))


def te_doen(
    tx: Connection, wijken: Collection[int], kanaal: str, rollen: tuple[str, ...], now: datetime
) -> list[Deurscherm]:
    """Return the messages of some wijken whose code has a successor, or whose time is over.

    Args:
        rollen: who may see the code of every door; a trekker sees what `bot.rules.deurwacht` says.
    """
    r, b = rol.c, bijeenkomst.c
    van_hen = r.wijk == deurscherm.c.wijk, r.kanaal == account.c.kanaal, r.extern_id == account.c.extern_id
    team = exists().where(*van_hen, r.rol.in_(rollen))
    van_eigen = b.doelgroep == "werkgroep", b.doelgroep_bereik == r.bereik, b.ruimte_voor_vragen == false()
    trekt = exists().where(*van_hen, r.rol == "trekker", *van_eigen)
    vraag = (
        select(deurscherm, account.c.extern_id, account.c.taal, or_(team, trekt).label("mag"), team.label("lijst"))
        .join(account, account.c.id == deurscherm.c.account)
        .join(bijeenkomst, b.id == deurscherm.c.bijeenkomst)
        .where(deurscherm.c.wijk.in_(wijken), account.c.kanaal == kanaal)
        .where((deurscherm.c.getoond_tot <= now) | (deurscherm.c.tot <= now))
        .order_by(deurscherm.c.id)
    )
    return kapot.lees(tx, vraag, deurscherm.c.id, partial(_uit, tx))


def getoond(tx: Connection, scherm: Deurscherm, tot: datetime) -> None:
    """Remember until when what a message shows is the newest."""
    tx.execute(update(deurscherm).where(deurscherm.c.id == scherm.id).values(getoond_tot=tot))


def weg(tx: Connection, scherm: Deurscherm) -> None:
    """Show no more in a message, unless its reader kept it on meanwhile."""
    tx.execute(delete(deurscherm).where(deurscherm.c.id == scherm.id, deurscherm.c.tot == scherm.tot))


def stop(tx: Connection, account_id: int, bericht_id: int) -> None:
    """Show no more in this message of an account."""
    tx.execute(delete(deurscherm).where(deurscherm.c.account == account_id, deurscherm.c.bericht_id == bericht_id))


def stop_alle(tx: Connection, deur: Deur, now: datetime) -> None:
    """Let every message that shows a door get its last picture."""
    tx.execute(update(deurscherm).where(deurscherm.c.bijeenkomst == deur.id).values(tot=now))


def deuren_van(tx: Connection, account_id: int, now: datetime) -> set[int]:
    """Return the meetings whose door an account shows at this moment."""
    aan = (deurscherm.c.account == account_id) & (deurscherm.c.tot > now)
    return set(tx.scalars(select(deurscherm.c.bijeenkomst).where(aan)))


def beeld(tx: Connection, deur: Deur, now: datetime, tot: datetime, *, lijst: bool) -> Boodschap:
    """Return what a message that shows an open door says at a moment.

    Args:
        lijst: whether the door list is for its reader.
    """
    wat = toont(deur.geheim, deur.publiek_id, now)
    aanwezig = len(bewijs.aanwezigen(tx, deur.wijk, deur.publiek_id))
    data = {"id": deur.publiek_id, "titel": deur.titel, "token": wat.token, "code": wat.code}
    return Boodschap("deur.scherm", {**data, "tot": tot.isoformat(), "aanwezig": aanwezig, "lijst": lijst})


def volgende(tx: Connection, scherm: Deurscherm, now: datetime) -> tuple[Boodschap, datetime | None]:
    """Return what a message shows next, and until when that is the newest; None when it is the last that it shows."""
    if not scherm.mag or scherm.tot <= now or scherm.deur.staat(now) != "open":
        return laatste_beeld(scherm.deur, now), None
    getoond_tot = toont(scherm.deur.geheim, scherm.deur.publiek_id, now).tot
    return beeld(tx, scherm.deur, now, scherm.tot, lijst=scherm.lijst), getoond_tot


def laatste_beeld(deur: Deur, now: datetime) -> Boodschap:
    """Return what such a message says when it is kept on no longer."""
    dicht = deur.staat(now) == "gesloten"
    return Boodschap("deur.uit", {"id": deur.publiek_id, "titel": deur.titel, "gesloten": dicht})


def _uit(tx: Connection, rij: Any) -> Deurscherm:
    deur = deuren.lees(tx, rij.bijeenkomst)
    assert deur is not None  # noqa: S101 (a meeting is never deleted)
    return Deurscherm(rij.id, rij.extern_id, rij.taal, rij.bericht_id, rij.tot, rij.mag, rij.lijst, deur)
