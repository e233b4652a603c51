"""Which process handles which update, where several do: all that is open of one queue lies with one of them.

A process takes updates for as long as it lives (`processen`). What one had that died, whoever is first takes. Who
practises is handled where their practice lives (`oefenaars`).
"""

from collections.abc import Collection

from sqlalchemy import ARRAY, BigInteger, Connection, all_, bindparam, exists, or_, select, text, union, update

from bot.storage.inbox import Post
from bot.storage.tables import inbox, oefenaar, proces
from bot.storage.tables.berichten import IN_HAND, OPEN

VERDELING = -2
"""The key under which updates are taken, one process after another; see `Database.write`."""

_LEVEND = select(proces.c.id)
_ELDERS = _LEVEND.where(proces.c.id != bindparam("ik"))
_HIER = inbox.c.kanaal == bindparam("k"), inbox.c.bot == bindparam("b")
_OEFENT_HIER = oefenaar.c.kanaal == bindparam("k"), oefenaar.c.bot == bindparam("b")
_BEZET = union(
    select(inbox.c.rij).where(text(IN_HAND), *_HIER, inbox.c.proces.in_(_ELDERS)),
    select(oefenaar.c.rij).where(*_OEFENT_HIER, oefenaar.c.proces.in_(_ELDERS)),
)
"""The queues of other processes. They are asked for once, as each process has few: not again for every row."""
_ZONDER_PROCES = or_(inbox.c.proces.is_(None), inbox.c.proces == bindparam("ik"), inbox.c.proces.not_in(_LEVEND))
_VRIJ = (
    select(inbox.c.id)
    .where(text(OPEN), *_HIER, _ZONDER_PROCES)
    .where(inbox.c.id != all_(bindparam("in_hand", type_=ARRAY(BigInteger))))
    .where(inbox.c.rij.not_in(_BEZET))
    .order_by(inbox.c.id)
    .limit(bindparam("hoeveel"))
    .cte("vrij")
)
_OEFENDE = exists().where(*_OEFENT_HIER, oefenaar.c.rij == inbox.c.rij, oefenaar.c.proces != bindparam("ik"))
_NEEM = (
    update(inbox)
    .where(inbox.c.id.in_(select(_VRIJ.c.id)))
    .values(proces=bindparam("ik"))
    .returning(inbox.c.id, inbox.c.rij, inbox.c.inhoud, inbox.c.antwoord, _OEFENDE.label("oefende"))
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
