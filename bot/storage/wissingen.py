"""Who was erased or took their yes back, by marks that name nobody: the list beside the database and a copy.

A mark is gone from the database once someone is erased. So a database that knows it is from before that. Of a yes that
was taken back the mark says the how manieth time it was: a database that counts fewer is from before that.
"""

import base64
import hashlib
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import account, bewoner, wissing

LENGTE = 22
"""Characters of a mark."""


class Gevonden(NamedTuple):
    """Who is in a database by the marks of who was erased.

    Args:
        bewoners: residents, each with their wijk.
        accounts: accounts of nobody who is among these.
    """

    bewoners: dict[int, int]
    accounts: list[int]


def merk_van(publiek_id: str) -> str:
    """Return the mark of a resident: their id stands in the auditor's files too, and must not be told by the list."""
    return _merk(f"wislijst {publiek_id}")


def _intrekking(wismerk: str, keer: int) -> str:
    return _merk(f"intrekking {wismerk} {keer}")


def _merk(tekst: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(tekst.encode()).digest()[:16]).decode()[:LENGTE]


def onthoud_bewoner(tx: Connection, bewoner_id: int) -> str:
    """Keep the mark of a resident who is about to be erased, and return it."""
    return _onthoud(
        tx, merk_van(tx.execute(select(bewoner.c.publiek_id).where(bewoner.c.id == bewoner_id)).scalar_one())
    )


def onthoud_account(tx: Connection, account_id: int) -> str | None:
    """Keep the mark of an account that is about to be erased, and return it; None when it has none any more."""
    merk = tx.scalar(select(account.c.wismerk).where(account.c.id == account_id))
    return None if merk is None else _onthoud(tx, merk)


def onthoud_intrekking(tx: Connection, account_id: int) -> str | None:
    """Keep the mark of an account whose resident takes their yes back, and return it; None when it can have none."""
    rij = tx.execute(select(account.c.wismerk, account.c.intrekkingen).where(account.c.id == account_id)).one()
    if rij.wismerk is None:
        return None
    tx.execute(update(account).where(account.c.id == account_id).values(intrekkingen=rij.intrekkingen + 1))
    return _onthoud(tx, _intrekking(rij.wismerk, rij.intrekkingen + 1))


def _onthoud(tx: Connection, merk: str) -> str:
    tx.execute(insert(wissing).values(merk=merk))
    return merk


def nog_niet(tx: Connection) -> dict[int, str]:
    """Return the marks that do not stand in the list yet, by row."""
    rijen = tx.execute(select(wissing.c.id, wissing.c.merk).where(wissing.c.merk.is_not(None)).order_by(wissing.c.id))
    return {rij.id: rij.merk for rij in rijen}


def staan(tx: Connection, rijen: Collection[int]) -> None:
    """Forget marks that stand in the list now; the rows stay, to be counted."""
    tx.execute(update(wissing).where(wissing.c.id.in_(list(rijen))).values(merk=None))


def hoeveel(tx: Connection) -> int:
    """Return how many lines of the list this database knows of: fewer than there are, and it went back in time."""
    return tx.execute(select(func.count()).select_from(wissing)).scalar_one()


def weet_van(tx: Connection, aantal: int) -> None:
    """Know of so many lines."""
    tx.execute(delete(wissing))
    if aantal:
        tx.execute(insert(wissing), [{"merk": None}] * aantal)


def zoek(tx: Connection, merken: Collection[str]) -> Gevonden:
    """Return who is in this database of whom these are the marks; it reads all residents and accounts."""
    gezocht = set(merken)
    mensen = tx.execute(select(bewoner.c.id, bewoner.c.wijk, bewoner.c.publiek_id).where(~bewoner.c.gewist))
    bewoners = {rij.id: rij.wijk for rij in mensen if merk_van(rij.publiek_id) in gezocht}
    accounts = []
    vraag = select(account.c.id, account.c.wismerk, bewoner.c.id.label("van"), bewoner.c.wijk)
    for rij in tx.execute(vraag.outerjoin(bewoner, account.c.bewoner == bewoner.c.id)):
        if rij.wismerk in gezocht and rij.van is None:
            accounts.append(rij.id)
        elif rij.wismerk in gezocht:
            bewoners[rij.van] = rij.wijk
    return Gevonden(bewoners, accounts)


def zoek_ingetrokken(tx: Connection, merken: Collection[str]) -> dict[int, int]:
    """Return who said yes here and took it back later, each resident with their wijk; their accounts know it now."""
    gezocht = set(merken)
    wie: dict[int, int] = {}
    vraag = select(account.c.id, account.c.wismerk, account.c.intrekkingen, bewoner.c.id.label("van"), bewoner.c.wijk)
    vraag = vraag.outerjoin(bewoner, account.c.bewoner == bewoner.c.id).where(account.c.wismerk.is_not(None))
    for rij in tx.execute(vraag).all():
        keer = rij.intrekkingen
        while _intrekking(rij.wismerk, keer + 1) in gezocht:
            keer += 1
        if keer > rij.intrekkingen:
            tx.execute(update(account).where(account.c.id == rij.id).values(intrekkingen=keer))
            wie |= {} if rij.van is None else {rij.van: rij.wijk}
    return wie
