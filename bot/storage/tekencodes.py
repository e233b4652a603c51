"""The codes of sign-in sheets: for which seat each was printed, and who typed over what does not count yet."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from bot.storage.stemvellen import Plek
from bot.storage.tables import bewoner, bijeenkomst, huishouden, tekencode, voorstel


class Regel(NamedTuple):
    """A line of a sign-in sheet.

    Args:
        huis: the household's publiek_id.
        code: once it was typed over, by `invoerder`, until it counts.
    """

    id: int
    bijeenkomst: int
    huishouden: int
    huis: str
    stoel: int
    hmac: bytes
    code: str | None
    invoerder: int | None


_T = tekencode.c
_VRAAG = select(
    *(_T.id, _T.bijeenkomst, _T.huishouden, huishouden.c.publiek_id, _T.stoel, _T.hmac, _T.code, _T.invoerder)
).join(huishouden, huishouden.c.id == _T.huishouden)


def voeg_toe(tx: Connection, wijk: int, bijeenkomst_id: int, rijen: Sequence[tuple[Plek, bytes]]) -> None:
    """Add lines, each for a seat with the HMAC of its code."""
    vast = {"wijk": wijk, "bijeenkomst": bijeenkomst_id}
    velden = [{"huishouden": plek.huishouden, "stoel": plek.stoel, "hmac": hmac} for plek, hmac in rijen]
    tx.execute(insert(tekencode), [{**vast, **een} for een in velden])


def hmacs(tx: Connection, wijk: int) -> set[bytes]:
    """Return those of all codes that a wijk has now."""
    return set(tx.scalars(select(_T.hmac).where(_T.wijk == wijk)))


def van_hmacs(tx: Connection, wijk: int, gezocht: Collection[bytes]) -> list[Regel]:
    """Return the lines of a wijk with these."""
    return [Regel(*rij) for rij in tx.execute(_VRAAG.where(_T.wijk == wijk, _T.hmac.in_(gezocht)))]


def van_ids(tx: Connection, bijeenkomst_id: int, invoerder: int, ids: Collection[int]) -> list[Regel]:
    """Return those of these that are still there as someone typed them over, in an order that says nothing."""
    deze = _T.bijeenkomst == bijeenkomst_id, _T.invoerder == invoerder, _T.id.in_(ids)
    return [Regel(*rij) for rij in tx.execute(_VRAAG.where(*deze).order_by(_T.hmac))]


def stapel(tx: Connection, bijeenkomst_id: int, invoerder: int, now: datetime) -> list[Regel]:
    """Return what someone typed over and no second person is asked about, by code."""
    deze = _T.bijeenkomst == bijeenkomst_id, _T.invoerder == invoerder, ~_voorgelegd(now)
    return [Regel(*rij) for rij in tx.execute(_VRAAG.where(*deze).order_by(_T.code))]


def getypt(tx: Connection, bijeenkomst_id: int) -> list[tuple[int, int]]:
    """Return household and seat of all that was typed over and does not count yet."""
    deze = _T.bijeenkomst == bijeenkomst_id, _T.invoerder.is_not(None)
    return [(thuis, stoel) for thuis, stoel in tx.execute(select(_T.huishouden, _T.stoel).where(*deze))]


def tel(tx: Connection, bijeenkomst_id: int, now: datetime) -> tuple[int, int]:
    """Return how many lines a meeting has, and about how many a second person is being asked."""
    alle = select(func.count()).select_from(tekencode).where(_T.bijeenkomst == bijeenkomst_id)
    return tx.scalar(alle) or 0, tx.scalar(alle.where(_voorgelegd(now))) or 0


def typ(tx: Connection, codes: dict[int, str], invoerder: int) -> None:
    """Remember who typed over which lines."""
    for nummer, code in codes.items():
        tx.execute(update(tekencode).where(_T.id == nummer).values(code=code, invoerder=invoerder, voorstel=None))


def leg_voor(tx: Connection, ids: Collection[int], voorstel_id: int) -> None:
    """Remember in what a second person was asked about these."""
    tx.execute(update(tekencode).where(_T.id.in_(ids)).values(voorstel=voorstel_id))


def leg_terug(tx: Connection, ids: Collection[int]) -> None:
    """Let these lines be as they were printed: they count, or were not meant."""
    tx.execute(update(tekencode).where(_T.id.in_(ids)).values(code=None, invoerder=None, voorstel=None))


def vergeet(tx: Connection, bewoner_id: int) -> None:
    """Forget the lines for the seat of someone who is erased."""
    plek = exists().where(
        bewoner.c.id == bewoner_id, bewoner.c.huishouden == _T.huishouden, bewoner.c.stoel == _T.stoel
    )
    tx.execute(delete(tekencode).where(plek))


def ruim_op(tx: Connection, wijk: int, voor: datetime) -> None:
    """Forget the lines of meetings that began before a moment."""
    voorbij = select(bijeenkomst.c.id).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.begin < voor)
    tx.execute(delete(tekencode).where(_T.bijeenkomst.in_(voorbij)))


def _voorgelegd(now: datetime) -> ColumnElement[bool]:
    open_ = voorstel.c.id == _T.voorstel, voorstel.c.staat == "open", voorstel.c.verloopt_op > now
    return exists().where(*open_)
