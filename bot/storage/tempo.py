"""The turns to send of one bot, booked by all its processes: the rules are those of `bot.rules.pacing`.

All times are seconds of the database's clock. A turn that was booked and is not used is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Float, delete, exists, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.rules.pacing import NIETS, Grenzen, Spoor, Verkeer, alles_wil_rust, geweigerd_tot
from bot.storage.tables import chattempo, tempo

TEMPO = -3
"""The key under which turns are booked, one process after another; see `Database.write`."""
VOORUIT_SECONDEN = 0.1
"""A turn is booked at most so long ahead: by so much a broadcast of one process may hold up an answer of another."""

_NU = extract("epoch", func.clock_timestamp()).cast(Float(53))


@dataclass(frozen=True)
class Geboekt:
    """What came of asking for turns.

    Args:
        nu: the database's clock.
        op: of each that asked when its turn is; None for one that must wait and ask again.
        sporen: what went to each of the chats, these turns too.
        volgende: until when turns are given out now.
        alles_tot: until when the chat network wants nothing at all.
    """

    nu: float
    op: list[float | None]
    sporen: dict[int, Spoor]
    volgende: float
    alles_tot: float


def boek(tx: Connection, bot: str, chats: Sequence[int], grenzen: Grenzen) -> Geboekt:
    """Book a turn for each message that wants to go now, in this order; write this under `TEMPO`.

    Args:
        chats: to which chat each goes.
    """
    nu, volgende, alles_tot = _stand(tx, bot)
    sporen = _sporen(tx, bot, set(chats))
    verkeer = Verkeer(grenzen, sporen, volgende, alles_tot)
    op: list[float | None] = []
    for chat in chats:
        vrij = max(verkeer.alles_vrij_op(), nu)
        gaat = vrij <= nu + VOORUIT_SECONDEN and verkeer.vrij_op(chat) <= vrij
        op.append(vrij if gaat else None)
        if gaat:
            verkeer.boek(chat, vrij)
    nieuw = {chat: verkeer.spoor(chat) for chat in set(chats)}
    _bewaar(tx, bot, {chat: spoor for chat, spoor in nieuw.items() if spoor != sporen.get(chat)})
    if (verder := verkeer.volgende) != volgende:
        tx.execute(update(tempo).where(tempo.c.bot == bot).values(volgende=verder))
    return Geboekt(nu, op, nieuw, verder, alles_tot)


def geweigerd(tx: Connection, bot: str, chat: int, seconden: float, grenzen: Grenzen) -> None:
    """Take in a refusal for going too fast (429), for all processes; see `Verkeer.geweigerd`. Under `TEMPO`."""
    nu, _, alles_tot = _stand(tx, bot)
    tot, spoor = geweigerd_tot(seconden, nu), _sporen(tx, bot, {chat}).get(chat, NIETS)
    ander = chattempo.c.bot == bot, chattempo.c.chat != chat, chattempo.c.pauze_tot > nu
    elders = bool(tx.scalar(select(exists().where(*ander))))
    if alles_wil_rust(spoor, grenzen, nu, elders=elders):
        tx.execute(update(tempo).where(tempo.c.bot == bot).values(alles_tot=max(alles_tot, tot)))
    _bewaar(tx, bot, {chat: spoor._replace(pauze_tot=max(spoor.pauze_tot, tot))})


def ruim_op(tx: Connection) -> int:
    """Forget the chats of which nothing matters any more; return how many."""
    return tx.execute(delete(chattempo).where(chattempo.c.voorbij_op < _NU)).rowcount


def _stand(tx: Connection, bot: str) -> tuple[float, float, float]:
    vraag = select(_NU, tempo.c.volgende, tempo.c.alles_tot).where(tempo.c.bot == bot)
    if (rij := tx.execute(vraag).one_or_none()) is None:
        tx.execute(insert(tempo).values(bot=bot, volgende=0.0, alles_tot=0.0))
        rij = tx.execute(vraag).one()
    return rij[0], rij[1], rij[2]


def _sporen(tx: Connection, bot: str, chats: set[int]) -> dict[int, Spoor]:
    c = chattempo.c
    vraag = select(c.chat, c.vol_op, c.pauze_tot, c.minuut).where(c.bot == bot, c.chat == func.any(sorted(chats)))
    return {chat: Spoor(vol_op, pauze_tot, tuple(minuut)) for chat, vol_op, pauze_tot, minuut in tx.execute(vraag)}


def _bewaar(tx: Connection, bot: str, sporen: Mapping[int, Spoor]) -> None:
    rijen = [
        {
            "bot": bot,
            "chat": chat,
            "vol_op": max(spoor.vol_op, 0.0),
            "pauze_tot": max(spoor.pauze_tot, 0.0),
            "minuut": list(spoor.minuut),
            "voorbij_op": spoor.voorbij_op(),
        }
        for chat, spoor in sorted(sporen.items())
    ]
    if rijen:
        nieuw = insert(chattempo)
        anders = {naam: nieuw.excluded[naam] for naam in ("vol_op", "pauze_tot", "minuut", "voorbij_op")}
        tx.execute(nieuw.on_conflict_do_update(index_elements=["bot", "chat"], set_=anders), rijen)
