"""Which messages must leave the chat of who was erased, until the chat network was asked once.

Only what the outbox and the inbox knew to be in that chat: ids of private chats are one series, so any other may be a
neighbour's.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.storage import inbox, kapot
from bot.storage.tables import account, chatwissing, outbox
from bot.webinstellingen import KANAAL as WEB

TERMIJN = timedelta(hours=48)
"""Older messages stay in a chat (Bot API, deleteMessage)."""


class Chatwissing(NamedTuple):
    """Messages of one chat, the newest first."""

    id: int
    wijk: int
    extern_id: str
    berichten: list[int]


def onthoud(tx: Connection, wijk: int, account_id: int, now: datetime) -> None:
    """Keep which messages must leave the chat of an account that is about to be erased; without any, keep nothing.

    A chat in the browser is ours, and goes along with its account.
    """
    o = outbox.c
    van = tx.execute(select(account.c.kanaal, account.c.extern_id).where(account.c.id == account_id)).one()
    if van.kanaal == WEB:
        return
    ongevraagd = select(o.bericht_id).where(o.account == account_id, o.bericht_id.is_not(None))
    daar = {*tx.scalars(ongevraagd), *inbox.berichten_van(tx, van.kanaal, van.extern_id)}
    if berichten := sorted(daar, reverse=True):
        chat = {"kanaal": van.kanaal, "extern_id": van.extern_id}
        tx.execute(insert(chatwissing).values(wijk=wijk, berichten=berichten, op=now, **chat))


def te_doen(tx: Connection, wijken: Collection[int], kanaal: str) -> list[Chatwissing]:
    """Return what is still there, the oldest first."""
    c = chatwissing.c
    vraag = select(c.id, c.wijk, c.extern_id, c.berichten).where(c.wijk.in_(wijken), c.kanaal == kanaal)
    return kapot.lees(tx, vraag.order_by(c.id), c.id, Chatwissing._make)


def klaar(tx: Connection, nummer: int) -> None:
    """Forget one: it was done, or it will not be."""
    tx.execute(delete(chatwissing).where(chatwissing.c.id == nummer))


def ruim_op(tx: Connection, wijk: int, voor: datetime) -> None:
    """Forget what was asked before a moment: by then the chat network takes none of it any more."""
    tx.execute(delete(chatwissing).where(chatwissing.c.wijk == wijk, chatwissing.c.op < voor))
