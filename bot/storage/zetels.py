"""Seats of the geledingen, of presidium and campagneteam; their vacatures, and who would like a seat."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from bot.rules.geleding import GELEDINGEN
from bot.rules.zetel import ORGANEN
from bot.storage.tables import account, kandidaat, vacature, zetel

LOOPT = ("open", "loting")
"""A vacature of which the outcome is still to come."""
_z, _v, _k = zetel.c, vacature.c, kandidaat.c


class Zetel(NamedTuple):
    """A seat.

    Args:
        van: a geleding, or voorzitter.
        account: who sits there; None: it is vacant.
        naam: by which they want to be known; None: by the seat alone.
        vacature: publiek_id of the one that runs.
    """

    id: int
    publiek_id: str
    orgaan: str
    van: str
    nummer: int
    account: int | None
    naam: str | None
    sinds: datetime | None
    vacature: str | None


class Vacature(NamedTuple):
    """What is asked for a seat, and how one of several is chosen (`bot.rules.zetel`); `peiling`: in which it was."""

    id: int
    publiek_id: str
    zetel: int
    tekst: str
    taal: str
    profiel: list[str]
    wijze: str
    staat: str
    gemaakt_door: int
    op: datetime
    peiling: int | None


class Kandidaat(NamedTuple):
    """Who would like a seat.

    Args:
        namens: whom they would represent, of who is not in the geleding yet.
        naam: by which they want to be known.
    """

    id: int
    publiek_id: str
    account: int
    namens: str | None
    naam: str | None


_LOPEND = and_(_v.zetel == _z.id, _v.staat.in_(LOOPT))
_ZETEL = select(*(_z[naam] for naam in Zetel._fields[:-1]), _v.publiek_id.label("vacature")).outerjoin_from(
    zetel, vacature, _LOPEND
)
_VACATURE = select(*(_v[naam] for naam in Vacature._fields))
_KANDIDAAT = select(*(_k[naam] for naam in Kandidaat._fields))
_VOLGORDE = {naam: plek for plek, naam in enumerate(GELEDINGEN)}


def voeg_toe(tx: Connection, wijk: int, orgaan: str, plekken: Iterable[tuple[str, int, str]]) -> int:
    """Add the seats (van, nummer, publiek_id) that are not there yet; return how many."""
    er = {(een.van, een.nummer) for een in lijst(tx, wijk) if een.orgaan == orgaan}
    nieuw = [
        {"wijk": wijk, "orgaan": orgaan, "van": van, "nummer": nummer, "publiek_id": publiek_id}
        for van, nummer, publiek_id in plekken
        if (van, nummer) not in er
    ]
    if nieuw:
        tx.execute(insert(zetel), nieuw)
    return len(nieuw)


def lijst(tx: Connection, wijk: int) -> list[Zetel]:
    """Return all seats: by organ, the voorzitter last in it."""
    gevonden = [Zetel._make(rij) for rij in tx.execute(_ZETEL.where(_z.wijk == wijk))]
    return sorted(gevonden, key=lambda z: (ORGANEN.index(z.orgaan), _VOLGORDE.get(z.van, 9), z.nummer))


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Zetel | None:
    """Return the seat of a wijk with this value in a column, `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    rij = tx.execute(_ZETEL.where(_z.wijk == wijk, _z[kolom] == gezocht)).one_or_none()
    return None if rij is None else Zetel._make(rij)


def van_accounts(tx: Connection, wijk: int, accounts: Sequence[int]) -> list[Zetel]:
    """Return the seats that one of these accounts has."""
    return [een for een in lijst(tx, wijk) if een.account in accounts]


def wijken_van(tx: Connection, accounts: Sequence[int]) -> list[int]:
    """Return the wijken in which one of these accounts has a seat."""
    return list(tx.scalars(select(_z.wijk).where(_z.account.in_(accounts)).distinct().order_by(_z.wijk)))


def accounts_van(tx: Connection, account_id: int) -> list[int]:
    """Return all accounts of the person of one: those of the same resident."""
    thuis = select(account.c.bewoner).where(account.c.id == account_id).scalar_subquery()
    return list(tx.scalars(select(account.c.id).where(or_(account.c.id == account_id, account.c.bewoner == thuis))))


def bezet(tx: Connection, zetel_id: int, account_id: int, naam: str | None, now: datetime) -> None:
    """Let someone sit on a seat that is vacant."""
    wie = {"account": account_id, "naam": naam, "sinds": now}
    tx.execute(update(zetel).where(_z.id == zetel_id, _z.account.is_(None)).values(**wie))


def noem(tx: Connection, zetel_id: int, naam: str | None) -> None:
    """Name who sits on a seat, or not any more."""
    tx.execute(update(zetel).where(_z.id == zetel_id, _z.account.is_not(None)).values(naam=naam))


def maak_vrij(tx: Connection, zetel_ids: Sequence[int]) -> None:
    """Let seats be vacant, and nobody named there."""
    tx.execute(update(zetel).where(_z.id.in_(zetel_ids)).values(account=None, naam=None, sinds=None))


def maak_vacature(tx: Connection, wijk: int, **velden: Any) -> None:
    """Open one for a seat that has none."""
    tx.execute(insert(vacature).values(wijk=wijk, **velden))


def zoek_vacature(tx: Connection, wijk: int, **waarde: Any) -> Vacature | None:
    """Return the vacature of a wijk with this value in a column."""
    ((kolom, gezocht),) = waarde.items()
    rij = tx.execute(_VACATURE.where(_v.wijk == wijk, _v[kolom] == gezocht)).one_or_none()
    return None if rij is None else Vacature(*rij)


def zet_peiling(tx: Connection, vacature_id: int, peiling_id: int) -> None:
    """Write down in which poll the geleding voted."""
    tx.execute(update(vacature).where(_v.id == vacature_id).values(peiling=peiling_id))


def zet_staat(tx: Connection, vacature_id: int, staat: str) -> None:
    """Say how far one is; when it ended, who was a candidate is forgotten."""
    tx.execute(update(vacature).where(_v.id == vacature_id).values(staat=staat))
    if staat not in LOOPT:
        tx.execute(delete(kandidaat).where(_k.vacature == vacature_id))


def stel_kandidaat(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep that someone would like a seat."""
    tx.execute(insert(kandidaat).values(wijk=wijk, **velden))


def kandidaten(tx: Connection, vacature_id: int) -> list[Kandidaat]:
    """Return who would like a seat, in the order of their random ids: nobody came first."""
    vraag = _KANDIDAAT.where(_k.vacature == vacature_id).order_by(_k.publiek_id)
    return [Kandidaat(*rij) for rij in tx.execute(vraag)]


def noem_kandidaat(tx: Connection, kandidaat_id: int, naam: str | None) -> None:
    """Name a candidate, or not any more."""
    tx.execute(update(kandidaat).where(_k.id == kandidaat_id).values(naam=naam))


def trek_terug(tx: Connection, kandidaat_ids: Sequence[int]) -> None:
    """Forget that some would like a seat."""
    tx.execute(delete(kandidaat).where(_k.id.in_(kandidaat_ids)))


def kandidaat_van(tx: Connection, accounts: Sequence[int]) -> list[tuple[int, str]]:
    """Return for which seats these accounts are candidates: the row, and of which geleding the seat is."""
    bij = select(_k.id, _z.van).join(vacature, _v.id == _k.vacature).join(zetel, _z.id == _v.zetel)
    return [(nummer, van) for nummer, van in tx.execute(bij.where(_k.account.in_(accounts)))]


def er_zijn(tx: Connection, wijk: int) -> bool:
    """Say whether there are any seats."""
    return bool(tx.scalar(select(func.count()).select_from(zetel).where(_z.wijk == wijk)))
