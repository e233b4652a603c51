"""What was said and holds no longer: it does not go any more, and where it stands in people's chats it is changed."""

from collections.abc import Iterable

from sqlalchemy import JSON, Connection, String, case, cast, insert, literal, or_, select, update

from berichten import Boodschap
from bot.logboek import SPOOR
from bot.rules.pacing import Baan
from bot.storage.outbox import DIRECT
from bot.storage.tables import UtcMoment, outbox
from bot.storage.wekken import OUTBOX, wek

_WACHT = outbox.c.staat == "wachtend"
INGETROKKEN = {
    "staat": case((_WACHT, "mislukt"), else_=outbox.c.staat),
    "reden": case((_WACHT, "ingetrokken"), else_=outbox.c.reden),
    "data": case((_WACHT, literal({}, JSON)), else_=outbox.c.data),
    "niet_na": DIRECT,
}
"""What a row becomes that is called back: it ends when it waits, and else it is not tried again."""


def onder(tx: Connection, sleutels: Iterable[str]) -> dict[int, int]:
    """Return the ids of what was written under some keys and of its repeats, each with its account."""
    gevonden: dict[int, int] = {}
    deze = outbox.c.sleutel.in_(list(sleutels))
    while rijen := dict(tx.execute(select(outbox.c.id, outbox.c.account).where(deze)).all()):
        gevonden |= rijen
        deze = outbox.c.herhaalt.in_(list(rijen))
    return gevonden


def trek_in(tx: Connection, sleutel: str, accounts: Iterable[int]) -> set[int]:
    """Send no more what waits under a key, and empty it. Return the accounts that may have read it.

    What is under way now is not tried again, and what is uncertain is not repeated: for both it is too late. It is one
    statement, for a row that is put back meanwhile.
    """
    rijen = onder(tx, [f"{sleutel}:{naar}" for naar in accounts])
    weg = update(outbox).where(outbox.c.id.in_(rijen), outbox.c.staat.in_(("wachtend", "bezig", "onzeker")))
    gezet = tx.execute(weg.values(INGETROKKEN).returning(outbox.c.id, outbox.c.staat)).all()
    nooit = {rij.id for rij in gezet if rij.staat == "mislukt"}
    return {naar for rij, naar in rijen.items() if rij not in nooit}


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
        "spoor": literal(SPOOR.get(), outbox.c.spoor.type),
    }
    staat_er = outbox.c.id.in_(rijen), outbox.c.staat == "verzonden", outbox.c.bericht_id.is_not(None)
    wie = select(*rij.values()).where(*staat_er).order_by(outbox.c.id)
    if behalve is not None:
        wie = wie.where(or_(outbox.c.account != behalve[0], outbox.c.bericht_id != behalve[1]))
    wek(tx, OUTBOX)
    nieuw = insert(outbox).from_select(list(rij), wie, include_defaults=False).returning(outbox.c.account)
    return set(tx.scalars(nieuw))
