"""What people brought in to a poll. Who did is known until it is judged, and no longer than the poll is open."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from bot.storage import stemmers, weerwoorden
from bot.storage.stemmers import Kiezer
from bot.storage.tables import aandraagteller, aandraging, peiling, peiling_optie

SOORT = "peiling.ingestuurd"
"""Kind of the message that tells what became of it; rows of it say who brought something in, so they go at closing."""


class Aandraging(NamedTuple):
    """A text that waits to be judged."""

    publiek_id: str
    peiling: int
    tekst: str


_WACHT = select(aandraging.c.publiek_id, aandraging.c.peiling, aandraging.c.tekst).where(aandraging.c.staat == "wacht")


def voeg_toe(tx: Connection, wijk: int, peiling_id: int, kiezer: Kiezer, publiek_id: str, tekst: str) -> None:
    """Keep what someone brought in, and that they did."""
    van = {"wijk": wijk, "peiling": peiling_id, kiezer.soort: kiezer.id}
    tx.execute(insert(aandraging).values(publiek_id=publiek_id, tekst=tekst, **van))
    deze = aandraagteller.c.peiling == peiling_id, aandraagteller.c[kiezer.soort] == kiezer.id
    meer = update(aandraagteller).where(*deze).values(aantal=aandraagteller.c.aantal + 1)
    if tx.execute(meer).rowcount == 0:
        tx.execute(insert(aandraagteller).values(aantal=1, **van))


def aantal_van(tx: Connection, peiling_id: int, kiezer: Kiezer) -> int:
    """Return how much someone brought in, judged or not."""
    deze = aandraagteller.c.peiling == peiling_id, aandraagteller.c[kiezer.soort] == kiezer.id
    return tx.scalar(select(aandraagteller.c.aantal).where(*deze)) or 0


def wachtend_van(tx: Connection, kiezer: Kiezer, peiling_id: int | None = None) -> list[str]:
    """Return what someone brought in that is not judged, to one poll or to all."""
    vraag = _WACHT.where(aandraging.c[kiezer.soort] == kiezer.id).order_by(aandraging.c.id)
    if peiling_id is not None:
        vraag = vraag.where(aandraging.c.peiling == peiling_id)
    return [rij.tekst for rij in tx.execute(vraag)]


def wachtend(tx: Connection, peiling_id: int) -> list[Aandraging]:
    """Return what is to be judged, in an order that says nothing of when."""
    rijen = tx.execute(_WACHT.where(aandraging.c.peiling == peiling_id))
    return sorted((Aandraging(*rij) for rij in rijen), key=lambda een: een.publiek_id)


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Aandraging | None:
    """Return a text that is to be judged."""
    vraag = _WACHT.where(aandraging.c.wijk == wijk, aandraging.c.publiek_id == publiek_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Aandraging(*rij)


def maker(tx: Connection, peiling_id: int) -> int:
    """Return the account that made a poll."""
    door: int = tx.execute(select(peiling.c.gemaakt_door).where(peiling.c.id == peiling_id)).scalar_one()
    return door


def accounts_van(tx: Connection, publiek_id: str) -> list[int]:
    """Return the reachable accounts of who brought in a text that is to be judged."""
    deze = aandraging.c.publiek_id == publiek_id, aandraging.c.staat == "wacht"
    return stemmers.accounts_van(tx, aandraging, *deze)


def oordeel(tx: Connection, publiek_id: str, staat: str) -> None:
    """Keep what became of a text, and forget who brought it in and its words."""
    _maak_los(tx, aandraging.c.publiek_id == publiek_id, staat)


def _maak_los(tx: Connection, waar: ColumnElement[bool], staat: str) -> None:
    leeg = {"staat": staat, "tekst": None, "bewoner": None, "account": None}
    tx.execute(update(aandraging).where(waar, aandraging.c.staat == "wacht").values(**leeg))


def voeg_optie_toe(tx: Connection, wijk: int, peiling_id: int, publiek_id: str, tekst: str, *, later: bool) -> None:
    """Add an option to a poll, after those that it has.

    Args:
        later: whether people vote already.
    """
    hoeveel = tx.scalar(select(func.count()).where(peiling_optie.c.peiling == peiling_id)) or 0
    rij = {"wijk": wijk, "peiling": peiling_id, "publiek_id": publiek_id, "tekst": tekst}
    tx.execute(insert(peiling_optie).values(**rij, volgorde=hoeveel, later=later))


def tel(tx: Connection, peiling_id: int) -> dict[str, int]:
    """Count what was brought in by what became of it."""
    vraag = select(aandraging.c.staat, func.count()).where(aandraging.c.peiling == peiling_id)
    return dict(tx.execute(vraag.group_by(aandraging.c.staat)).all())


def kenmerk(peiling_id: int, label: str) -> str:
    """Return the key in the outbox of a message that tells what became of a text."""
    return f"aandragen:{peiling_id}:{label}"


def beeindig(tx: Connection, peiling_id: int) -> None:
    """Forget who brought something in; what was not judged is too late."""
    _maak_los(tx, aandraging.c.peiling == peiling_id, "te_laat")
    tx.execute(delete(aandraagteller).where(aandraagteller.c.peiling == peiling_id))


def sluit(tx: Connection, peiling_id: int) -> None:
    """Do the same when the poll closes, and delete the messages that tell who brought something in."""
    beeindig(tx, peiling_id)
    if tel(tx, peiling_id):
        weerwoorden.wis_berichten(tx, SOORT, kenmerk(peiling_id, ""))
