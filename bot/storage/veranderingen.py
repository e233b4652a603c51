"""Changing messages where they stand in people's chats: what was said in them holds no longer."""

from collections.abc import Iterable

from sqlalchemy import JSON, Connection, String, cast, insert, literal, select

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage.outbox import DIRECT
from bot.storage.tables import UtcMoment, outbox


def verander(
    tx: Connection,
    sleutels: Iterable[str],
    wat: str,
    accounts: Iterable[int],
    boodschap: Boodschap,
    *,
    baan: Baan,
    behalve: int | None = None,
) -> set[int]:
    """Put in the outbox that what was sent under some keys becomes another message; return for whom that is so.

    A row that waits with a `bericht_id` changes that message. Where it is gone, a new one comes.

    Args:
        sleutels: see `bot.storage.outbox.schrijf`.
        wat: which change; with the key it makes a row unique, so that a second writing fails.
        behalve: id of a message of which somebody else takes care.
    """
    waar = [f"{sleutel}:{naar}" for sleutel in sleutels for naar in accounts]
    rij = {
        "wijk": outbox.c.wijk,
        "account": outbox.c.account,
        "kanaal": outbox.c.kanaal,
        "sleutel": literal(f"{wat}:") + cast(outbox.c.id, String),
        "soort": literal(boodschap.soort),
        "data": literal(boodschap.data, JSON),
        "bericht_id": outbox.c.bericht_id,
        "baan": literal(int(baan)),
        "staat": literal("wachtend"),
        "niet_voor": literal(DIRECT, UtcMoment),
    }
    staat_er = outbox.c.sleutel.in_(waar), outbox.c.staat == "verzonden", outbox.c.bericht_id.is_not(None)
    wie = select(*rij.values()).where(*staat_er).order_by(outbox.c.id)
    if behalve is not None:
        wie = wie.where(outbox.c.bericht_id != behalve)
    nieuw = insert(outbox).from_select(list(rij), wie, include_defaults=False).returning(outbox.c.account)
    return set(tx.scalars(nieuw))
