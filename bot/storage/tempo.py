"""The turns to send of one bot, booked by all its processes: the rules are those of `bot.rules.pacing`.

All times are seconds of the database's clock. A turn that was booked and is not used is lost.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Float,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    delete,
    exists,
    extract,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from bot.rules.pacing import NIETS, Grenzen, Spoor, Verkeer, alles_wil_rust, geweigerd_tot
from bot.storage.tables import chattempo, tempo

TEMPO = -3
"""The key under which turns are booked, one process after another; see `Database.write`."""
VOORUIT_SECONDEN = 0.1
"""A turn is booked at most so long ahead: by so much a broadcast of one process may hold up an answer of another."""

_NU = extract("epoch", func.clock_timestamp()).cast(Float(53))


def _vraag_stand(nu: ColumnElement[float]) -> Select[float, float, float, int, float, float, list[float]]:
    chats = bindparam("chats", type_=ARRAY(BigInteger))
    van_hier = and_(chattempo.c.bot == tempo.c.bot, chattempo.c.chat == any_(chats))
    c = chattempo.c
    wat = select(nu, tempo.c.volgende, tempo.c.alles_tot, c.chat, c.vol_op, c.pauze_tot, c.minuut)
    return wat.select_from(tempo.outerjoin(chattempo, van_hier)).where(tempo.c.bot == bindparam("van"))


_STAND = _vraag_stand(_NU)
"""All that is to be known of a bot and some of its chats, in one question."""
_BEWAAR = text("""
    WITH verder AS (UPDATE tempo SET volgende = coalesce(:volgende, volgende) WHERE bot = :bot)
    INSERT INTO chattempo (bot, chat, vol_op, pauze_tot, minuut, voorbij_op)
    SELECT :bot, chat, vol_op, pauze_tot, CAST(minuut AS json), voorbij_op
    FROM unnest(:chat, :vol_op, :pauze_tot, :minuut, :voorbij_op) AS nieuw (chat, vol_op, pauze_tot, minuut, voorbij_op)
    ON CONFLICT (bot, chat) DO UPDATE SET
        vol_op = excluded.vol_op, pauze_tot = excluded.pauze_tot,
        minuut = excluded.minuut, voorbij_op = excluded.voorbij_op
""").bindparams(
    bindparam("bot", type_=Text),
    bindparam("volgende", type_=Float(53)),
    bindparam("chat", type_=ARRAY(BigInteger)),
    bindparam("minuut", type_=ARRAY(Text)),
    *(bindparam(naam, type_=ARRAY(Float(53))) for naam in ("vol_op", "pauze_tot", "voorbij_op")),
)


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
    nu, volgende, alles_tot, sporen = _stand(tx, bot, chats)
    verkeer = Verkeer(grenzen, sporen, volgende, alles_tot)
    op: list[float | None] = []
    for chat in chats:
        vrij = max(verkeer.alles_vrij_op(), nu)
        gaat = vrij <= nu + VOORUIT_SECONDEN and verkeer.vrij_op(chat) <= vrij
        op.append(vrij if gaat else None)
        if gaat:
            verkeer.boek(chat, vrij)
    nieuw = {chat: verkeer.spoor(chat) for chat in set(chats)}
    if geboekt := {chat: nieuw[chat] for chat, moment in zip(chats, op, strict=True) if moment is not None}:
        _bewaar(tx, bot, geboekt, verkeer.volgende)
    return Geboekt(nu, op, nieuw, verkeer.volgende, alles_tot)


def geweigerd(tx: Connection, bot: str, chat: int, seconden: float, grenzen: Grenzen) -> None:
    """Take in a refusal for going too fast (429), for all processes; see `Verkeer.geweigerd`. Under `TEMPO`."""
    nu, _, alles_tot, sporen = _stand(tx, bot, [chat])
    tot, spoor = geweigerd_tot(seconden, nu), sporen.get(chat, NIETS)
    ander = chattempo.c.bot == bot, chattempo.c.chat != chat, chattempo.c.pauze_tot > nu
    elders = bool(tx.scalar(select(exists().where(*ander))))
    if alles_wil_rust(spoor, grenzen, nu, elders=elders):
        tx.execute(update(tempo).where(tempo.c.bot == bot).values(alles_tot=max(alles_tot, tot)))
    _bewaar(tx, bot, {chat: spoor._replace(pauze_tot=max(spoor.pauze_tot, tot))})


def ruim_op(tx: Connection) -> int:
    """Forget the chats of which nothing matters any more; return how many."""
    return tx.execute(delete(chattempo).where(chattempo.c.voorbij_op < _NU)).rowcount


def _stand(tx: Connection, bot: str, chats: Sequence[int]) -> tuple[float, float, float, dict[int, Spoor]]:
    waarden = {"van": bot, "chats": sorted(set(chats))}
    if not (rijen := tx.execute(_STAND, waarden).all()):
        tx.execute(insert(tempo).values(bot=bot, volgende=0.0, alles_tot=0.0))
        rijen = tx.execute(_STAND, waarden).all()
    nu, volgende, alles_tot, *_ = rijen[0]
    van = (rij[3:] for rij in rijen if rij[3] is not None)
    return nu, volgende, alles_tot, {chat: Spoor(vol_op, pauze, tuple(minuut)) for chat, vol_op, pauze, minuut in van}


def _bewaar(tx: Connection, bot: str, sporen: Mapping[int, Spoor], volgende: float | None = None) -> None:
    chats = sorted(sporen)
    waarden = {
        "chat": chats,
        "vol_op": [max(sporen[chat].vol_op, 0.0) for chat in chats],
        "pauze_tot": [max(sporen[chat].pauze_tot, 0.0) for chat in chats],
        "minuut": [json.dumps(sporen[chat].minuut) for chat in chats],
        "voorbij_op": [sporen[chat].voorbij_op() for chat in chats],
    }
    tx.execute(_BEWAAR, {"bot": bot, "volgende": volgende, **waarden})
