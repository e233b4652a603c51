"""Roles of a wijk: who has which, where it holds, and whom a message to people with a role reaches."""

from collections.abc import Collection

from sqlalchemy import Connection, exists, select

from bot.storage.tables import account, rol

_VAN_ACCOUNT = (rol.c.kanaal == account.c.kanaal) & (rol.c.extern_id == account.c.extern_id)


def accounts_met(tx: Connection, wijk: int, rollen: Collection[str]) -> list[int]:
    """Return, in order, the accounts that have one of these roles in a wijk and can be reached."""
    vraag = select(account.c.id).join(rol, _VAN_ACCOUNT).where(rol.c.wijk == wijk, rol.c.rol.in_(rollen))
    return list(tx.scalars(vraag.where(account.c.bereikbaar).distinct().order_by(account.c.id)))


def van_account(tx: Connection, wijk: int, account_id: int) -> set[str]:
    """Return the roles that an account has in a wijk."""
    vraag = select(rol.c.rol).join(account, _VAN_ACCOUNT).where(rol.c.wijk == wijk, account.c.id == account_id)
    return set(tx.scalars(vraag))


def is_een_persoon(tx: Connection, een: int, ander: int) -> bool:
    """Say whether two accounts are one person: the same account, or two of the same resident."""
    van_een = select(account.c.bewoner).where(account.c.id == een).scalar_subquery()
    zelfde = exists().where(account.c.id == ander, account.c.bewoner == van_een)
    return een == ander or bool(tx.scalar(select(zelfde)))
