"""The messages in the group of a werkgroep, about a poll or a meeting: which there are, and what became of them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, insert, or_, select, update

from berichten import Boodschap
from bot.storage import kapot
from bot.storage.tables import bijeenkomst, groepschat, peiling, peilingkaart, werkgroep


class Kaart(NamedTuple):
    """A message in a group about a poll, or about a meeting.

    Args:
        groepschat: None once the group was let go: then the message gets its last words.
        voor: the account that hears it when the message cannot be there.
        onderwerp: the topic in which it stands, in a group with topics.
        bericht_id: None when there is none, or not any more.
        gestuurd: how often it went as a new message.
        getoond: hash of what it shows.
    """

    id: int
    wijk: int
    peiling: int | None
    bijeenkomst: int | None
    groepschat: int | None
    voor: int
    kanaal: str
    chat: int
    onderwerp: int | None
    bericht_id: int | None
    gestuurd: int
    getoond: str | None


class Taak(NamedTuple):
    """A message that must show something else than it does.

    Args:
        merk: hash of what it must show.
        laatste: whether it never changes again after that.
    """

    kaart: Kaart
    boodschap: Boodschap
    merk: str
    laatste: bool


_KOLOMMEN = [peilingkaart.c[naam] for naam in Kaart._fields]
_VOOR_GROEP = (peiling.c.doelgroep == "werkgroep") & (peiling.c.doelgroep_bereik == werkgroep.c.publiek_id)


def zonder_kaart(tx: Connection, wijken: Collection[int], kanaal: str, now: datetime) -> list[dict[str, Any]]:
    """Return the rows that are wanting: of polls that are open for a werkgroep with a group, without a message yet."""
    heeft = exists().where(
        peilingkaart.c.peiling == peiling.c.id,
        peilingkaart.c.kanaal == groepschat.c.kanaal,
        peilingkaart.c.chat == groepschat.c.chat,
    )
    g = groepschat.c
    vraag = (
        select(
            peiling.c.wijk,
            peiling.c.id.label("peiling"),
            g.id.label("groepschat"),
            g.gekoppeld_door.label("voor"),
            g.kanaal,
            g.chat,
            g.onderwerp,
        )
        .join(werkgroep, (werkgroep.c.wijk == peiling.c.wijk) & _VOOR_GROEP)
        .join(groepschat, g.werkgroep == werkgroep.c.id)
        .where(peiling.c.wijk.in_(wijken), g.kanaal == kanaal, ~heeft)
        .where(peiling.c.gesloten_op.is_(None), peiling.c.sluit_op > now, peiling.c.naast.is_(None))
        .where(or_(peiling.c.opent_op.is_(None), peiling.c.opent_op <= now))
    )
    return [dict(rij) for rij in tx.execute(vraag.order_by(peiling.c.id)).mappings()]


def afspraken_zonder_kaart(tx: Connection, wijken: Collection[int], kanaal: str, now: datetime) -> list[dict[str, Any]]:
    """Return the rows that are wanting: of meetings for a werkgroep with a group, of a series the next one only."""
    heeft = exists().where(
        peilingkaart.c.bijeenkomst == bijeenkomst.c.id,
        peilingkaart.c.kanaal == groepschat.c.kanaal,
        peilingkaart.c.chat == groepschat.c.chat,
    )
    b, g, eerder = bijeenkomst.c, groepschat.c, bijeenkomst.alias()
    eerst_nog = exists().where(
        eerder.c.reeks == b.reeks, eerder.c.begin > now, eerder.c.begin < b.begin, eerder.c.afgelast_op.is_(None)
    )
    voor = (b.doelgroep == "werkgroep") & (b.doelgroep_bereik == werkgroep.c.publiek_id)
    vraag = (
        select(b.wijk, b.id.label("bijeenkomst"), g.id.label("groepschat"), g.gekoppeld_door.label("voor"))
        .add_columns(g.kanaal, g.chat, g.onderwerp)
        .join(werkgroep, (werkgroep.c.wijk == b.wijk) & voor)
        .join(groepschat, g.werkgroep == werkgroep.c.id)
        .where(b.wijk.in_(wijken), g.kanaal == kanaal, b.begin > now, b.afgelast_op.is_(None), ~heeft, ~eerst_nog)
    )
    return [dict(rij) for rij in tx.execute(vraag.order_by(b.begin, b.id)).mappings()]


def maak(tx: Connection, nieuwe: list[dict[str, Any]]) -> None:
    """Begin the messages that `zonder_kaart` found wanting."""
    if nieuwe:
        tx.execute(insert(peilingkaart), nieuwe)


def te_doen(tx: Connection, wijken: Collection[int], kanaal: str) -> list[Kaart]:
    """Return the messages that are not at their end, those of which the poll ended first."""
    vraag = (
        select(*_KOLOMMEN)
        .outerjoin(peiling, peiling.c.id == peilingkaart.c.peiling)
        .where(peilingkaart.c.wijk.in_(wijken), peilingkaart.c.kanaal == kanaal, ~peilingkaart.c.opgegeven)
        .order_by(peiling.c.gesloten_op.is_(None), peilingkaart.c.id)
    )
    return kapot.lees(tx, vraag, peilingkaart.c.id, Kaart._make)


def in_chat(tx: Connection, wijk: int, kanaal: str, chat: int, publiek_id: str) -> bool:
    """Say whether a poll has a message in a group that belongs to its werkgroep."""
    vraag = (
        select(peilingkaart.c.id)
        .join(peiling, peiling.c.id == peilingkaart.c.peiling)
        .where(peilingkaart.c.wijk == wijk, peilingkaart.c.kanaal == kanaal, peilingkaart.c.chat == chat)
        .where(peilingkaart.c.groepschat.is_not(None), peiling.c.publiek_id == publiek_id)
    )
    return tx.scalar(vraag) is not None


def zet(tx: Connection, kaart: Kaart, **velden: Any) -> bool:
    """Change a row that is still of the same chat, and say whether it was there."""
    deze = peilingkaart.c.id == kaart.id, peilingkaart.c.chat == kaart.chat
    return tx.execute(update(peilingkaart).where(*deze).values(**velden)).rowcount == 1


def weg(tx: Connection, kaart: Kaart) -> None:
    """Forget a message that shows how it ended."""
    tx.execute(delete(peilingkaart).where(peilingkaart.c.id == kaart.id))
