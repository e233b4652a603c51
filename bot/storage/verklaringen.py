"""What the professional declared, in the order in which it was recorded; the last one holds. Nothing is changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from bot.storage import accounts
from bot.storage.stukken import VAN_STUK
from bot.storage.tables import account, bewijs_prive, rol, stuk, verklaring


@dataclass(frozen=True)
class Verklaring:
    """A declaration, or the withdrawal of one.

    Args:
        uitspraak: `gehoord`, `niet_gehoord` or `ingetrokken`.
        redenen: of the declaration or the withdrawal.
        dag: on which it was signed or withdrawn.
        account: of the professional, when they have one here.
        versie: of the spelregels that held when it was recorded.
        stuk, stuknaam, sha256: the signed document; None of a withdrawal.
    """

    publiek_id: str
    naam: str
    functie: str
    opdrachtgever: str
    uitspraak: str
    redenen: str
    dag: date
    account: int | None
    versie: int
    op: datetime
    stuk: str | None
    stuknaam: str | None
    sha256: str | None


_KOLOMMEN = [VAN_STUK[naam] if naam in VAN_STUK else verklaring.c[naam] for naam in Verklaring.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Append one; `stuk` is the id of its document."""
    tx.execute(insert(verklaring).values(wijk=wijk, **velden))


def alle(tx: Connection, wijk: int) -> list[Verklaring]:
    """Return all of a wijk, the oldest first."""
    vraag = select(*_KOLOMMEN).outerjoin_from(verklaring, stuk, stuk.c.id == verklaring.c.stuk)
    return [Verklaring(*rij) for rij in tx.execute(vraag.where(verklaring.c.wijk == wijk).order_by(verklaring.c.id))]


def laatste(tx: Connection, wijk: int, vanaf_versie: int) -> Verklaring | None:
    """Return the one that holds, of those that were recorded under this version or a later one."""
    gevonden = [een for een in alle(tx, wijk) if een.versie >= vanaf_versie]
    return gevonden[-1] if gevonden and gevonden[-1].uitspraak != "ingetrokken" else None


def vastgelegd_door(tx: Connection, wijk: int, account_id: int | None, na: int, tot: int) -> tuple[int, int]:
    """Count how much evidence that holds a person recorded of others, by any of their accounts, and staff in all.

    Args:
        na, tot: between which ids of evidence.
    """
    p = bewijs_prive.c
    geldt = p.wijk == wijk, p.vastlegger.is_not(None), ~p.vervallen, p.bewijs > na, p.bewijs <= tot
    alles = tx.scalar(select(func.count()).where(*geldt)) or 0
    if account_id is None:
        return 0, alles
    return tx.scalar(select(func.count()).where(*geldt, p.vastlegger.in_(accounts.van_persoon(account_id)))) or 0, alles


def heeft_rol(tx: Connection, wijk: int, account_id: int, soort: str) -> bool:
    """Say whether a person has a role, by any of their accounts."""
    van = (rol.c.kanaal == account.c.kanaal) & (rol.c.extern_id == account.c.extern_id)
    vraag = select(rol.c.id).join(account, van).where(rol.c.wijk == wijk, rol.c.rol == soort)
    return tx.scalar(vraag.where(account.c.id.in_(accounts.van_persoon(account_id))).limit(1)) is not None
