"""Who follows the wijk by e-mail, and what they were told. The mail itself: `postuit`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import postuit, volger, volgnieuws


@dataclass(frozen=True)
class Volger:
    """A follower.

    Args:
        rol: griffie, raadslid, college, gemeente or anders.
        geheim: stands in the links of their mail.
        bevestigd_op: from then on they get mail.
    """

    id: int
    publiek_id: str
    naam: str
    adres: str
    rol: str
    geheim: str
    bevestigd_op: datetime | None
    taal: str


_KOLOMMEN = [volger.c[naam] for naam in Volger.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one and return its id."""
    nieuw: int = tx.execute(insert(volger).values(wijk=wijk, **velden).returning(volger.c.id)).scalar_one()
    return nieuw


def alle(tx: Connection, wijk: int) -> list[Volger]:
    """Return those of a wijk by their names."""
    vraag = select(*_KOLOMMEN).where(volger.c.wijk == wijk).order_by(volger.c.naam, volger.c.id)
    return [Volger(*rij) for rij in tx.execute(vraag)]


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Volger | None:
    """Return one of a wijk by `publiek_id`, `geheim` or `adres`."""
    rij = tx.execute(select(*_KOLOMMEN).where(volger.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Volger(*rij)


def bevestig(tx: Connection, volger_id: int, now: datetime) -> None:
    """Let one get mail from now on; who does already keeps their moment."""
    tx.execute(update(volger).where(volger.c.id == volger_id, volger.c.bevestigd_op.is_(None)).values(bevestigd_op=now))


def verwijder(tx: Connection, volger_id: int) -> None:
    """Take one away, with all mail to them."""
    tx.execute(delete(postuit).where(postuit.c.volger == volger_id))
    tx.execute(delete(volger).where(volger.c.id == volger_id))


def nog_niet_verteld(tx: Connection, wijk: int, sleutels: Collection[str]) -> set[str]:
    """Return which of these were not told yet."""
    van = volgnieuws.c
    return set(sleutels) - set(tx.scalars(select(van.sleutel).where(van.wijk == wijk, van.sleutel.in_(sleutels))))


def gevraagd(tx: Connection, wijk: int, week: str) -> int:
    """Return how many were asked in a week whether they want to follow; those who said no too."""
    van = volgnieuws.c
    waar = van.wijk == wijk, van.sleutel.startswith(_vraag(week, ""), autoescape=True)
    return tx.scalar(select(func.count()).select_from(volgnieuws).where(*waar)) or 0


def vraag(tx: Connection, wijk: int, week: str, welke: str) -> None:
    """Write down that one was asked, without who."""
    tx.execute(insert(volgnieuws).values(wijk=wijk, sleutel=_vraag(week, welke)))


def _vraag(week: str, welke: str) -> str:
    return f"vraag:{week}:{welke}"


def vergeet_wie_zweeg(tx: Connection, wijk: int, sinds: datetime) -> None:
    """Take away who was asked before a moment and never said yes, with the mail to them."""
    gevraagd_toen = select(postuit.c.volger).where(postuit.c.soort == "bevestig", postuit.c.op < sinds)
    stil = volger.c.wijk == wijk, volger.c.bevestigd_op.is_(None), volger.c.id.in_(gevraagd_toen)
    for volger_id in list(tx.scalars(select(volger.c.id).where(*stil))):
        verwijder(tx, volger_id)


def vertelde(tx: Connection, wijk: int) -> bool:
    """Say whether anything was ever told."""
    return tx.scalar(select(volgnieuws.c.id).where(volgnieuws.c.wijk == wijk).limit(1)) is not None


def verteld(tx: Connection, wijk: int, sleutels: Collection[str]) -> None:
    """Write down that these were told."""
    if sleutels:
        tx.execute(insert(volgnieuws), [{"wijk": wijk, "sleutel": sleutel} for sleutel in sorted(sleutels)])
