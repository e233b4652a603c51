"""Requests to put right what the address list says of a home. Who asked, and what was typed, go when it has ended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from bot.storage.tables import account, adresverzoek, bewoner, huishouden


@dataclass(frozen=True)
class Adresverzoek:
    """One that is open.

    Args:
        vanaf: the account on which they asked.
        wat: what is not right: `adres`, `woning` or `volwassenen`.
        taal: the language that who typed it reads.
        termijn: until when an answer is promised.
        huishouden: where they live.
    """

    id: int
    publiek_id: str
    bewoner: int
    vanaf: int | None
    wat: str
    tekst: str
    taal: str
    termijn: datetime
    huishouden: int
    straat: str
    huisnummer: int
    toevoeging: str
    eigendom: str | None
    woningtype: str | None
    volwassenen: int | None


_a, _h = adresverzoek.c, huishouden.c
_OPEN: Select[Any] = (
    select(
        *(_a[naam] for naam in ("id", "publiek_id", "bewoner", "vanaf", "wat", "tekst", "taal", "termijn")),
        _h.id,
        *(_h[naam] for naam in ("straat", "huisnummer", "toevoeging", "eigendom", "woningtype", "volwassenen")),
    )
    .join_from(adresverzoek, bewoner, bewoner.c.id == _a.bewoner)
    .join(huishouden, _h.id == bewoner.c.huishouden)
    .where(_a.staat == "open")
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one that is open, and return its id; of a resident there is at most one at a time about the same."""
    nieuw = insert(adresverzoek).values(wijk=wijk, staat="open", **velden)
    return int(tx.execute(nieuw.returning(_a.id)).scalar_one())


def zoek(tx: Connection, wijk: int, **waar: Any) -> Adresverzoek | None:
    """Return one of a wijk that is open, by these columns."""
    deze = _OPEN.where(_a.wijk == wijk, *(_a[naam] == waarde for naam, waarde in waar.items()))
    rij = tx.execute(deze).one_or_none()
    return None if rij is None else Adresverzoek(*rij)


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Adresverzoek]:
    """Return those of a resident that are open."""
    return [Adresverzoek(*rij) for rij in tx.execute(_OPEN.where(_a.bewoner == bewoner_id).order_by(_a.id))]


def open_(tx: Connection, wijk: int, hoeveel: int) -> list[Adresverzoek]:
    """Return those that are open, what is promised first first."""
    deze = _OPEN.where(_a.wijk == wijk).order_by(_a.termijn, _a.id).limit(hoeveel)
    return [Adresverzoek(*rij) for rij in tx.execute(deze)]


def tel_open(tx: Connection, wijk: int) -> int:
    """Count those that are open."""
    deze = select(func.count()).select_from(adresverzoek).where(_a.wijk == wijk, _a.staat == "open")
    return tx.scalar(deze) or 0


def op_de_lijst(tx: Connection, huishouden_id: int) -> tuple[str | None, str | None, int | None]:
    """Return what the list says of a home: tenure, type and how many adults."""
    rij = tx.execute(select(_h.eigendom, _h.woningtype, _h.volwassenen).where(_h.id == huishouden_id)).one()
    return rij.eigendom, rij.woningtype, rij.volwassenen


def accounts_in(tx: Connection, huishouden_id: int) -> set[int]:
    """Return the accounts of who lives at an address."""
    daar = bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None)
    return set(tx.scalars(select(account.c.id).join(bewoner, bewoner.c.id == account.c.bewoner).where(*daar)))


def eindig(tx: Connection, verzoek_id: int, staat: str, door: int | None, now: datetime) -> bool:
    """End one that is open and forget what is personal; say whether it was open."""
    wie = dict.fromkeys(("bewoner", "vanaf", "tekst", "taal"))
    leeg = {"staat": staat, **wie, "behandeld_door": door, "behandeld_op": now}
    deze = update(adresverzoek).where(_a.id == verzoek_id, _a.staat == "open")
    return tx.execute(deze.values(**leeg)).rowcount == 1
