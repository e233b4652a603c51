"""Which process handles which update, where several do: all that is open of one queue lies with one of them.

A process takes updates for as long as it lives (`processen`). What one had that died, whoever is first takes. Who
practises is handled where their practice lives (`oefenaars`).
"""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, exists, or_, select, text, update

from bot.storage.inbox import Post
from bot.storage.tables import inbox, oefenaar, proces
from bot.storage.tables.berichten import OPEN

VERDELING = -2
"""The key under which updates are taken, one process after another; see `Database.write`."""

_ANDER = inbox.alias("ander")
_BIJ_EEN_ANDER = exists().where(
    _ANDER.c.rij == inbox.c.rij,
    text(f"ander.{OPEN}"),
    _ANDER.c.kanaal == inbox.c.kanaal,
    _ANDER.c.bot == inbox.c.bot,
    _ANDER.c.proces != bindparam("ik"),
    exists().where(proces.c.id == _ANDER.c.proces),
)
_OEFENT = exists().where(
    oefenaar.c.kanaal == inbox.c.kanaal, oefenaar.c.bot == inbox.c.bot, oefenaar.c.rij == inbox.c.rij
)
_BIJ_EEN_ANDER_OEFENT = _OEFENT.where(
    oefenaar.c.proces != bindparam("ik"), exists().where(proces.c.id == oefenaar.c.proces)
)
_VRIJ = (
    select(inbox.c.id)
    .where(text(f"inbox.{OPEN}"), inbox.c.kanaal == bindparam("k"), inbox.c.bot == bindparam("b"))
    .where(
        or_(
            inbox.c.proces.is_(None),
            inbox.c.proces == bindparam("ik"),
            ~exists().where(proces.c.id == inbox.c.proces),
        )
    )
    .where(inbox.c.id.not_in(bindparam("in_hand", expanding=True)))
    .where(~_BIJ_EEN_ANDER, ~_BIJ_EEN_ANDER_OEFENT)
    .order_by(inbox.c.id)
    .limit(bindparam("hoeveel"))
    .cte("vrij")
)
_NEEM = (
    update(inbox)
    .where(inbox.c.id.in_(select(_VRIJ.c.id)))
    .values(proces=bindparam("ik"))
    .returning(
        inbox.c.id,
        inbox.c.rij,
        inbox.c.inhoud,
        inbox.c.antwoord,
        _OEFENT.where(oefenaar.c.proces != bindparam("ik")).label("oefende"),
    )
)


def neem(tx: Connection, kanaal: str, bot: str, proces: int, hoeveel: int, in_hand: Collection[int]) -> list[Post]:
    """Take the first updates that are open and of no other process; return them in order of arrival.

    Of a queue of which another has one that is open none is taken: it stays in order, and one at a time. Write this
    under `VERDELING`: two that took at once would each not see what the other takes.

    Args:
        in_hand: what it took and knows of. What it took without hearing of it, since the line to the database broke at
            that moment, it takes again.
    """
    waarden = {"k": kanaal, "b": bot, "ik": proces, "hoeveel": hoeveel, "in_hand": list(in_hand)}
    rijen = sorted(tx.execute(_NEEM, waarden).all())
    return [Post(rij.id, rij.rij, rij.inhoud or "{}", rij.antwoord, rij.oefende) for rij in rijen]
