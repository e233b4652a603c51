"""Bijeenkomsten and who said to come. Saying so is an aanmelding; being there is evidence and stands elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from bot.storage.tables import aanmelding, account, bijeenkomst


@dataclass(frozen=True)
class Bijeenkomst:
    """A meeting as it stands in the agenda."""

    id: int
    publiek_id: str
    soort: str
    titel: str
    begin: datetime
    plaats: str
    ruimte_voor_vragen: bool
    deurcode: str


_KOLOMMEN = [bijeenkomst.c[naam] for naam in Bijeenkomst.__dataclass_fields__]


def _uit(rij: RowMapping) -> Bijeenkomst:
    return Bijeenkomst(**rij)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add a meeting and return its id."""
    invoegen = insert(bijeenkomst).values(wijk=wijk, **velden).returning(bijeenkomst.c.id)
    nieuw: int = tx.execute(invoegen).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Bijeenkomst | None:
    """Return the newest meeting of a wijk with this value in a column, such as `publiek_id=…` or `deurcode=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = select(*_KOLOMMEN).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c[kolom] == gezocht)
    rij = tx.execute(vraag.order_by(bijeenkomst.c.begin.desc()).limit(1)).mappings().one_or_none()
    return None if rij is None else _uit(rij)


def vanaf(tx: Connection, wijk: int, moment: datetime, hoeveel: int) -> list[Bijeenkomst]:
    """Return the first meetings of a wijk that begin at or after a moment."""
    vraag = select(*_KOLOMMEN).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.begin >= moment)
    return [_uit(r) for r in tx.execute(vraag.order_by(bijeenkomst.c.begin).limit(hoeveel)).mappings()]


def meld_aan(tx: Connection, wijk: int, bijeenkomst_id: int, bewoner: int, antwoord: str) -> None:
    """Keep a resident's answer; the last one counts."""
    sleutel = (aanmelding.c.bijeenkomst == bijeenkomst_id) & (aanmelding.c.bewoner == bewoner)
    tx.execute(delete(aanmelding).where(sleutel))
    tx.execute(insert(aanmelding).values(wijk=wijk, bijeenkomst=bijeenkomst_id, bewoner=bewoner, antwoord=antwoord))


def antwoord_van(tx: Connection, bijeenkomst_id: int, bewoner: int | None) -> str | None:
    """Return what a resident answered: ja, misschien, nee, or None."""
    sleutel = (aanmelding.c.bijeenkomst == bijeenkomst_id) & (aanmelding.c.bewoner == bewoner)
    return tx.scalar(select(aanmelding.c.antwoord).where(sleutel))


def tel_aanmeldingen(tx: Connection, bijeenkomst_id: int) -> dict[str, int]:
    """Count the answers."""
    vraag = select(aanmelding.c.antwoord, func.count()).where(aanmelding.c.bijeenkomst == bijeenkomst_id)
    return dict(tx.execute(vraag.group_by(aanmelding.c.antwoord)).all())


def accounts_van_komers(tx: Connection, bijeenkomst_id: int, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable accounts above an id of who said ja or misschien."""
    vraag = (
        select(account.c.id)
        .join(aanmelding, aanmelding.c.bewoner == account.c.bewoner)
        .where(aanmelding.c.bijeenkomst == bijeenkomst_id, aanmelding.c.antwoord.in_(("ja", "misschien")))
        .where(account.c.id > na_account, account.c.bereikbaar)
    )
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))
