"""With which process somebody practises, where several handle updates: a practice lives in one of them."""

from sqlalchemy import Connection, bindparam, delete, exists, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.storage.tables import oefenaar, proces

_LEEFT = exists().where(proces.c.id == oefenaar.c.proces)
_NIEUW = insert(oefenaar).values(kanaal=bindparam("k"), bot=bindparam("b"), rij=bindparam("r"), proces=bindparam("ik"))
_NEEM = _NIEUW.on_conflict_do_update(
    index_elements=["kanaal", "bot", "rij"],
    set_={"proces": _NIEUW.excluded.proces},
    where=~_LEEFT | (oefenaar.c.proces == _NIEUW.excluded.proces),
).returning(oefenaar.c.proces)


def neem(tx: Connection, kanaal: str, bot: str, rij: str, ik: int) -> bool:
    """Let who has this queue practise with a process; False when they do so with another that lives."""
    return tx.scalar(_NEEM, {"k": kanaal, "b": bot, "r": rij, "ik": ik}) is not None


def neem_over(tx: Connection, kanaal: str, bot: str, rij: str, ik: int) -> bool:
    """Go on as the process of who practised with one that is gone; False when nobody does."""
    hier = oefenaar.c.kanaal == kanaal, oefenaar.c.bot == bot, oefenaar.c.rij == rij
    return tx.execute(update(oefenaar).where(*hier, ~_LEEFT).values(proces=ik)).rowcount == 1


def laat_los(tx: Connection, kanaal: str, bot: str, rij: str) -> None:
    """Remember that somebody practises no more."""
    hier = oefenaar.c.kanaal == kanaal, oefenaar.c.bot == bot, oefenaar.c.rij == rij
    tx.execute(delete(oefenaar).where(*hier))


def alle(tx: Connection, kanaal: str, bot: str) -> dict[str, bool]:
    """Return whose queues practise, and whether the process with which they do so lives."""
    vraag = select(oefenaar.c.rij, _LEEFT).where(oefenaar.c.kanaal == kanaal, oefenaar.c.bot == bot)
    return dict(iter(tx.execute(vraag)))
