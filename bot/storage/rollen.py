"""Roles of a wijk: who has which, where it holds, and whom a message to people with a role reaches."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, select

from bot.storage.tables import account, kennismaking, rol, trekkernaam, werkgroep

_VAN_ACCOUNT = (rol.c.kanaal == account.c.kanaal) & (rol.c.extern_id == account.c.extern_id)


def accounts_met(tx: Connection, wijk: int, rollen: Collection[str], bereik: str | None = None) -> list[int]:
    """Return, in order, the accounts that have one of these roles in a wijk and can be reached.

    Args:
        bereik: only who has it for this street or werkgroep.
    """
    vraag = select(account.c.id).join(rol, _VAN_ACCOUNT).where(rol.c.wijk == wijk, rol.c.rol.in_(rollen))
    if bereik is not None:
        vraag = vraag.where(rol.c.bereik == bereik)
    return list(tx.scalars(vraag.where(account.c.bereikbaar).distinct().order_by(account.c.id)))


def straatcontacten(tx: Connection, wijk: int, straat: str | None) -> list[int]:
    """Return, in order, the reachable accounts of the straatcontacten of a street; None: of all streets."""
    vraag = select(account.c.id).join(rol, _VAN_ACCOUNT).where(rol.c.wijk == wijk, rol.c.rol == "straatcontact")
    if straat is not None:
        vraag = vraag.where(rol.c.bereik == straat)
    return list(tx.scalars(vraag.where(account.c.bereikbaar).distinct().order_by(account.c.id)))


def van_account(tx: Connection, wijk: int, account_id: int) -> set[str]:
    """Return the roles that an account has in a wijk."""
    vraag = select(rol.c.rol).join(account, _VAN_ACCOUNT).where(rol.c.wijk == wijk, account.c.id == account_id)
    return set(tx.scalars(vraag))


def alle_van_account(tx: Connection, account_id: int) -> list[tuple[int, str]]:
    """Return each role that an account has in any wijk, with that wijk."""
    vraag = select(rol.c.wijk, rol.c.rol).join(account, _VAN_ACCOUNT).where(account.c.id == account_id)
    return [(rij.wijk, rij.rol) for rij in tx.execute(vraag)]


def is_een_persoon(tx: Connection, een: int, ander: int) -> bool:
    """Say whether two accounts are one person: the same account, or two of the same resident."""
    van_een = select(account.c.bewoner).where(account.c.id == een).scalar_subquery()
    zelfde = exists().where(account.c.id == ander, account.c.bewoner == van_een)
    return een == ander or bool(tx.scalar(select(zelfde)))


@dataclass(frozen=True)
class Rol:
    """A role of someone.

    Args:
        publiek_id: None for a role of the settings.
        namens: what they represent in a geleding.
        naam: by which who was invited wants to be called, and knows that staff see it; None when they gave none.
    """

    id: int
    publiek_id: str | None
    rol: str
    bereik: str
    bron: str
    kanaal: str
    extern_id: str
    namens: str | None
    naam: str | None


_VELDEN = ("id", "publiek_id", "rol", "bereik", "bron", "kanaal", "extern_id", "namens")
_NAAM_GEGEVEN = (
    (kennismaking.c.bewoner == account.c.bewoner)
    & (kennismaking.c.wijk == rol.c.wijk)
    & (kennismaking.c.vraag == "naam")
    & (rol.c.bron == "uitnodiging")
)
_ROL: Select[Any] = (
    select(*(rol.c[veld] for veld in _VELDEN), kennismaking.c.antwoord)
    .outerjoin_from(rol, account, _VAN_ACCOUNT)
    .outerjoin(kennismaking, _NAAM_GEGEVEN)
)


def lijst(tx: Connection, wijk: int) -> list[Rol]:
    """Return all roles of a wijk, in the order in which they were given."""
    return [Rol(*rij) for rij in tx.execute(_ROL.where(rol.c.wijk == wijk).order_by(rol.c.id))]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Rol | None:
    """Return one that was given by invitation."""
    rij = tx.execute(_ROL.where(rol.c.wijk == wijk, rol.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Rol(*rij)


def als_lid(tx: Connection, wijk: int, account_id: int) -> Rol | None:
    """Return a role that an account has, the one that was given first; None when it has none any more."""
    vraag = _ROL.where(rol.c.wijk == wijk, account.c.id == account_id)
    rij = tx.execute(vraag.order_by(rol.c.id).limit(1)).one_or_none()
    return None if rij is None else Rol(*rij)


def heeft(tx: Connection, wijk: int, account_id: int, soort: str, bereik: str) -> bool:
    """Say whether an account has a role, with this scope, from whatever source."""
    deze = rol.c.wijk == wijk, rol.c.rol == soort, rol.c.bereik == bereik, account.c.id == account_id
    return bool(tx.scalar(select(exists().where(*deze, _VAN_ACCOUNT))))


def geef(
    tx: Connection,
    wijk: int,
    account_id: int,
    *,
    publiek_id: str,
    soort: str,
    bereik: str,
    toegekend_door: int,
    toegekend_op: datetime,
    namens: str | None = None,
) -> None:
    """Give an account a role that it does not have."""
    van = tx.execute(select(account.c.kanaal, account.c.extern_id).where(account.c.id == account_id)).one()
    nieuw = insert(rol).values(
        wijk=wijk,
        publiek_id=publiek_id,
        kanaal=van.kanaal,
        extern_id=van.extern_id,
        rol=soort,
        bereik=bereik,
        bron="uitnodiging",
        toegekend_door=toegekend_door,
        toegekend_op=toegekend_op,
        namens=namens,
    )
    tx.execute(nieuw)


def neem(tx: Connection, rol_id: int) -> None:
    """Take a role away, and with it the name by which who leads a werkgroep was shown."""
    van = select(account.c.id).join(rol, _VAN_ACCOUNT).where(rol.c.id == rol_id, rol.c.rol == "trekker")
    groep = select(werkgroep.c.id).join(rol, rol.c.bereik == werkgroep.c.publiek_id).where(rol.c.id == rol_id)
    tx.execute(delete(trekkernaam).where(trekkernaam.c.account.in_(van), trekkernaam.c.werkgroep.in_(groep)))
    tx.execute(delete(rol).where(rol.c.id == rol_id))


def account_van(tx: Connection, gevonden: Rol) -> int | None:
    """Return the account that has a role, None when it never spoke."""
    van = account.c.kanaal == gevonden.kanaal, account.c.extern_id == gevonden.extern_id
    return tx.scalar(select(account.c.id).where(*van))
