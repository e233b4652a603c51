"""The group on the chat network that belongs to a werkgroep, and the codes with which the two are joined."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from bot.storage.tables import groepschat, koppelcode, peilingkaart, werkgroep


class Groepschat(NamedTuple):
    """A group that belongs to a werkgroep.

    Args:
        werkgroep: public id of the werkgroep.
        naam: its name.
        chat: the chat network's id of the group.
        titel: how the group was called when it was joined.
        gekoppeld_door: the account that joined it.
        link: by which members ask to come in, once one was made.
        oude_link: the one before it, as long as it was not revoked: the bot lost the right to, or the group moved.
    """

    id: int
    werkgroep: str
    naam: str
    chat: int
    titel: str
    gekoppeld_door: int
    link: str | None
    oude_link: str | None


class Koppelcode(NamedTuple):
    """A code that joins a group to a werkgroep, once."""

    id: int
    werkgroep: int
    publiek_id: str
    naam: str
    verloopt_op: datetime


_GROEP = select(
    groepschat.c.id,
    werkgroep.c.publiek_id,
    werkgroep.c.naam,
    groepschat.c.chat,
    groepschat.c.titel,
    groepschat.c.gekoppeld_door,
    groepschat.c.link,
    groepschat.c.oude_link,
).join(werkgroep, werkgroep.c.id == groepschat.c.werkgroep)

_VERVALLEN = {"link": None, "oude_link": func.coalesce(groepschat.c.link, groepschat.c.oude_link)}


def alle(tx: Connection, wijk: int, kanaal: str) -> list[Groepschat]:
    """Return the groups of a wijk."""
    vraag = _GROEP.where(groepschat.c.wijk == wijk, groepschat.c.kanaal == kanaal)
    return [Groepschat._make(rij) for rij in tx.execute(vraag.order_by(groepschat.c.id))]


def in_chat(tx: Connection, wijk: int, kanaal: str, chat: int) -> Groepschat | None:
    """Return what a group belongs to."""
    vraag = _GROEP.where(groepschat.c.wijk == wijk, groepschat.c.kanaal == kanaal, groepschat.c.chat == chat)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Groepschat._make(rij)


def is_bezet(tx: Connection, kanaal: str, chat: int) -> bool:
    """Say whether a group belongs to a werkgroep, of whichever wijk."""
    deze = groepschat.c.kanaal == kanaal, groepschat.c.chat == chat
    return tx.scalar(select(groepschat.c.id).where(*deze)) is not None


def van_werkgroep(tx: Connection, wijk: int, publiek_id: str) -> Groepschat | None:
    """Return the group of a werkgroep."""
    rij = tx.execute(_GROEP.where(groepschat.c.wijk == wijk, werkgroep.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Groepschat._make(rij)


def koppel(
    tx: Connection,
    wijk: int,
    werkgroep_id: int,
    kanaal: str,
    chat: int,
    titel: str,
    gekoppeld_door: int,
    onderwerp: int | None = None,
) -> None:
    """Join a group to a werkgroep; both have no other.

    Args:
        onderwerp: the topic in which its polls come, where it has topics.
    """
    waarden = {"kanaal": kanaal, "chat": chat, "titel": titel, "gekoppeld_door": gekoppeld_door, "onderwerp": onderwerp}
    tx.execute(insert(groepschat).values(wijk=wijk, werkgroep=werkgroep_id, **waarden))


def laat_los(tx: Connection, groepschat_id: int) -> None:
    """Let a group go. The messages about polls that are there still get their last words."""
    deze = peilingkaart.c.groepschat == groepschat_id
    niets = peilingkaart.c.bericht_id.is_(None)
    tx.execute(delete(peilingkaart).where(deze, or_(niets, peilingkaart.c.opgegeven)))
    tx.execute(update(peilingkaart).where(deze).values(groepschat=None))
    tx.execute(delete(groepschat).where(groepschat.c.id == groepschat_id))


def verhuis(tx: Connection, kanaal: str, van: int, naar: int) -> bool:
    """Follow a group whose id changed, and say whether it was known; its messages are not there any more."""
    oud = groepschat.c.kanaal == kanaal, groepschat.c.chat == van
    kaarten = peilingkaart.c.kanaal == kanaal, peilingkaart.c.chat == van
    tx.execute(delete(peilingkaart).where(*kaarten, peilingkaart.c.groepschat.is_(None)))
    tx.execute(update(peilingkaart).where(*kaarten).values(chat=naar, bericht_id=None, getoond=None, gestuurd=0))
    return tx.execute(update(groepschat).where(*oud).values(chat=naar, **_VERVALLEN)).rowcount == 1


def zet_link(tx: Connection, groepschat_id: int, link: str) -> None:
    """Keep the link by which members ask to come in; that of before is revoked now."""
    tx.execute(update(groepschat).where(groepschat.c.id == groepschat_id).values(link=link, oude_link=None))


def vergeet_link(tx: Connection, groepschat_id: int) -> None:
    """Give the link to nobody any more, and keep it until it can be revoked."""
    tx.execute(update(groepschat).where(groepschat.c.id == groepschat_id).values(_VERVALLEN))


def zet_code(tx: Connection, wijk: int, werkgroep_id: int, merk: bytes, verloopt_op: datetime) -> None:
    """Keep the hash of a new code for a werkgroep; those before it work no more."""
    tx.execute(delete(koppelcode).where(koppelcode.c.werkgroep == werkgroep_id))
    tx.execute(insert(koppelcode).values(wijk=wijk, werkgroep=werkgroep_id, merk=merk, verloopt_op=verloopt_op))


def zoek_code(tx: Connection, wijk: int, merk: bytes) -> Koppelcode | None:
    """Return the code of a wijk with this hash."""
    vraag = (
        select(koppelcode.c.id, werkgroep.c.id, werkgroep.c.publiek_id, werkgroep.c.naam, koppelcode.c.verloopt_op)
        .join(werkgroep, werkgroep.c.id == koppelcode.c.werkgroep)
        .where(koppelcode.c.wijk == wijk, koppelcode.c.merk == merk)
    )
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Koppelcode._make(rij)


def gebruik(tx: Connection, code_id: int) -> None:
    """Forget a code that was used."""
    tx.execute(delete(koppelcode).where(koppelcode.c.id == code_id))
