"""Changing messages where they stand in people's chats: what was said in them holds no longer."""

from collections.abc import Iterable

from sqlalchemy import JSON, Connection, String, cast, insert, literal, or_, select

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage.outbox import DIRECT, onder
from bot.storage.tables import UtcMoment, outbox


def verander(
    tx: Connection,
    sleutels: Iterable[str],
    wat: str,
    accounts: Iterable[int],
    boodschap: Boodschap,
    *,
    baan: Baan,
    behalve: tuple[int, int] | None = None,
) -> set[int]:
    """Put in the outbox that what was sent under some keys, or repeats that, becomes another; return for whom it is so.

    A row that waits with a `bericht_id` changes that message. Where it is gone, a new one comes.

    Args:
        sleutels: see `bot.storage.outbox.schrijf`.
        wat: which change; with the id of the row it makes a row unique, so that a second writing fails.
        behalve: account and id of a message of which somebody else takes care; chats may have the same ids.
    """
    rijen = onder(tx, [f"{sleutel}:{naar}" for sleutel in sleutels for naar in accounts])
    rij = {
        "wijk": outbox.c.wijk,
        "account": outbox.c.account,
        "kanaal": outbox.c.kanaal,
        "sleutel": literal(f"{wat}:in plaats van:") + cast(outbox.c.id, String),
        "soort": literal(boodschap.soort),
        "data": literal(boodschap.data, JSON),
        "bericht_id": outbox.c.bericht_id,
        "baan": literal(int(baan)),
        "staat": literal("wachtend"),
        "niet_voor": literal(DIRECT, UtcMoment),
    }
    staat_er = outbox.c.id.in_(rijen), outbox.c.staat == "verzonden", outbox.c.bericht_id.is_not(None)
    wie = select(*rij.values()).where(*staat_er).order_by(outbox.c.id)
    if behalve is not None:
        wie = wie.where(or_(outbox.c.account != behalve[0], outbox.c.bericht_id != behalve[1]))
    nieuw = insert(outbox).from_select(list(rij), wie, include_defaults=False).returning(outbox.c.account)
    return set(tx.scalars(nieuw))
