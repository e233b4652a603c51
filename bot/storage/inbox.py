"""The inbox: every update, kept before it is confirmed, until its effect is committed and its answer sent."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    bindparam,
    case,
    delete,
    null,
    select,
    text,
    update,
)
from sqlalchemy.dialects import sqlite

from bot.storage.tables import inbox


@dataclass(frozen=True)
class Post:
    """One update on its way.

    Args:
        antwoord: what was decided about it, once its effect is committed.
        oefende: whether who sent it practised with a process that is gone.
    """

    id: int
    rij: str
    inhoud: str
    antwoord: str | None = None
    oefende: bool = False


Nieuw = tuple[int, str, str]
"""An update as it came: its number, its queue, its JSON text."""
_GROEP = "chat:-"
"""How the queue of a group begins: only groups and channels have an id below zero."""
_NIEUW = sqlite.insert(inbox).on_conflict_do_nothing().returning(inbox.c.update_id, inbox.c.id)
_NIEUW_SAMEN = text("""
    INSERT INTO inbox (kanaal, bot, update_id, rij, staat, inhoud, ontvangen_op)
    SELECT :kanaal, :bot, nummer, rij, :staat, inhoud, :ontvangen_op
    FROM unnest(:nummers, :rijen, :inhouden) WITH ORDINALITY AS nieuw (nummer, rij, inhoud, plek) ORDER BY plek
    ON CONFLICT DO NOTHING RETURNING update_id, id
""").bindparams(
    bindparam("kanaal", type_=Text),
    bindparam("bot", type_=Text),
    bindparam("staat", type_=Text),
    bindparam("ontvangen_op", type_=inbox.c.ontvangen_op.type),
    bindparam("nummers", type_=ARRAY(BigInteger)),
    *(bindparam(naam, type_=ARRAY(Text)) for naam in ("rijen", "inhouden")),
)
"""The same on PostgreSQL, however many there are: so the server has it prepared, and they cost one."""
_VERWERKT = (
    update(inbox)
    .where(inbox.c.id == bindparam("post"), inbox.c.staat == "ontvangen")
    .values(staat="verwerkt", antwoord=bindparam("wat"))
)
_IN_CHAT = case((inbox.c.rij == "", null()), else_=bindparam("welke", type_=JSON))
_KLAAR_IN_CHAT = (
    update(inbox)
    .where(inbox.c.id == bindparam("post"), inbox.c.staat != "mislukt")
    .values(staat="klaar", inhoud=None, antwoord=None, berichten=_IN_CHAT)
)
"""Of who was erased meanwhile (`vergeet`) nothing is kept."""
_KLAAR_SAMEN = text("""
    UPDATE inbox SET staat = 'klaar', inhoud = NULL, antwoord = NULL,
        berichten = CASE WHEN inbox.rij = '' THEN NULL ELSE CAST(gedaan.welke AS json) END
    FROM unnest(:posten, :welke) AS gedaan (post, welke)
    WHERE inbox.id = gedaan.post AND inbox.staat != 'mislukt'
""").bindparams(bindparam("posten", type_=ARRAY(BigInteger)), bindparam("welke", type_=ARRAY(Text)))
"""The same on PostgreSQL, of all of them at once."""


def bewaar(tx: Connection, kanaal: str, bot: str, updates: Sequence[Nieuw], now: datetime) -> list[Post]:
    """Keep updates and return those that were not known yet."""
    vast = {"kanaal": kanaal, "bot": bot, "staat": "ontvangen", "ontvangen_op": now}
    if not updates:
        return []
    if tx.dialect.name == "postgresql":
        nummers, rijen, inhouden = map(list, zip(*updates, strict=True))
        bewaard = tx.execute(_NIEUW_SAMEN, {**vast, "nummers": nummers, "rijen": rijen, "inhouden": inhouden})
    else:
        losse = [{**vast, "update_id": nummer, "rij": rij, "inhoud": inhoud} for nummer, rij, inhoud in updates]
        bewaard = tx.execute(_NIEUW, losse)
    ids: dict[int, int] = dict(iter(bewaard))
    return [Post(ids.pop(nummer), rij, inhoud) for nummer, rij, inhoud in updates if nummer in ids]


def neem(tx: Connection, kanaal: str, bot: str, nummer: int, rij: str, inhoud: str, now: datetime) -> Post:
    """Keep one update, or return it with its answer when it is kept already."""
    if nieuw := bewaar(tx, kanaal, bot, [(nummer, rij, inhoud)], now):
        return nieuw[0]
    deze = inbox.c.kanaal == kanaal, inbox.c.bot == bot, inbox.c.update_id == nummer
    id_, gegeven = tx.execute(select(inbox.c.id, inbox.c.antwoord).where(*deze)).one()
    return Post(id_, rij, inhoud, gegeven)


def onverwerkt(tx: Connection, kanaal: str, bot: str, nummers: Sequence[int]) -> list[Post]:
    """Return those of some updates, by update id, that are kept and not handled, in order of arrival."""
    vraag = (
        select(inbox.c.id, inbox.c.rij, inbox.c.inhoud)
        .where(inbox.c.kanaal == kanaal, inbox.c.bot == bot, inbox.c.update_id.in_(nummers))
        .where(inbox.c.staat == "ontvangen")
        .order_by(inbox.c.id)
    )
    return [Post(rij.id, rij.rij, rij.inhoud or "{}") for rij in tx.execute(vraag)]


def verwerkt(tx: Connection, post: int, antwoord: str) -> bool:
    """Mark an update as handled and keep its answer; False when another run of it was first."""
    return tx.execute(_VERWERKT, {"post": post, "wat": antwoord}).rowcount == 1


def antwoord(tx: Connection, post: int) -> str | None:
    """Return the answer that was kept, None when it is not handled or already sent."""
    return tx.scalar(select(inbox.c.antwoord).where(inbox.c.id == post))


def klaar(tx: Connection, posten: Mapping[int, list[int]]) -> None:
    """Empty updates whose answer is sent; the bare row stays, to know a repeat by.

    Args:
        posten: of each the messages that stand in someone's own chat; where there are any, its chat stays for a while.
    """
    if in_chat := {post: berichten for post, berichten in posten.items() if berichten}:
        if tx.dialect.name == "postgresql":
            welke = [json.dumps(berichten) for berichten in in_chat.values()]
            tx.execute(_KLAAR_SAMEN, {"posten": list(in_chat), "welke": welke})
        else:
            tx.execute(_KLAAR_IN_CHAT, [{"post": post, "welke": berichten} for post, berichten in in_chat.items()])
    if rest := [post for post, berichten in posten.items() if not berichten]:
        deze = inbox.c.id.in_(rest), inbox.c.staat.in_(("ontvangen", "verwerkt"))
        tx.execute(update(inbox).where(*deze).values(staat="klaar", rij="", inhoud=None, antwoord=None))


def berichten_van(tx: Connection, kanaal: str, extern_id: str) -> set[int]:
    """Return which messages of the last days stand in someone's own chat: theirs, what they tapped, and the answers."""
    gevonden: set[int] = set()
    i = inbox.c
    for berichten, inhoud in tx.execute(select(i.berichten, i.inhoud).where(*_van(kanaal, f"chat:{extern_id}"))):
        update_ = json.loads(inhoud or "{}")
        zelf = ((update_.get("callback_query") or update_).get("message") or {}).get("message_id")
        gevonden.update(berichten or ([] if zelf is None else [zelf]))
    return gevonden


def vergeet(tx: Connection, kanaal: str, extern_id: str) -> None:
    """Forget whose updates these were, and what they said; of what is being answered the content goes once it is."""
    hun = _van(kanaal, f"chat:{extern_id}", f"persoon:{extern_id}")
    voorbij = inbox.c.staat.in_(("klaar", "mislukt"))
    tx.execute(update(inbox).where(*hun, voorbij).values(inhoud=None, antwoord=None))
    tx.execute(update(inbox).where(*hun).values(rij="", berichten=null()))


def laat_vallen(tx: Connection, kanaal: str, extern_id: str) -> None:
    """Let all go that someone sent and that was not handled or answered yet."""
    hun = _van(kanaal, f"chat:{extern_id}", f"persoon:{extern_id}")
    open_ = inbox.c.staat.in_(("ontvangen", "verwerkt"))
    tx.execute(update(inbox).where(*hun, open_).values(staat="klaar", inhoud=None, antwoord=None))


def vergeet_chats(tx: Connection, voor: datetime) -> None:
    """Forget of what was done before a moment in which chat it was."""
    oud = inbox.c.staat == "klaar", inbox.c.rij != "", inbox.c.ontvangen_op < voor
    tx.execute(update(inbox).where(*oud).values(rij="", berichten=null()))


def _van(kanaal: str, *rijen: str) -> tuple[ColumnElement[bool], ...]:
    return inbox.c.kanaal == kanaal, inbox.c.rij.in_(rijen)


def mislukt(tx: Connection, post: int) -> bool:
    """Mark an update that could not be handled, kept for 7 days; False when its effect stands after all.

    Only what was said in someone's own chat keeps its content: of a group the row does not say who acted in it, so that
    erasing (`vergeet`) would not find their name.
    """
    inhoud = case((inbox.c.rij.like(f"{_GROEP}%"), null()), else_=inbox.c.inhoud)
    op = update(inbox).where(inbox.c.id == post, inbox.c.staat == "ontvangen").values(staat="mislukt", inhoud=inhoud)
    return tx.execute(op).rowcount == 1


def open_post(tx: Connection, kanaal: str, bot: str) -> list[Post]:
    """Return what a stopped process left: unhandled updates and unsent answers, in order of arrival."""
    vraag = (
        select(inbox.c.id, inbox.c.rij, inbox.c.inhoud, inbox.c.antwoord)
        .where(inbox.c.staat.in_(("ontvangen", "verwerkt")), inbox.c.kanaal == kanaal, inbox.c.bot == bot)
        .order_by(inbox.c.id)
    )
    return [Post(rij.id, rij.rij, rij.inhoud or "{}", rij.antwoord) for rij in tx.execute(vraag)]


def zwijg(tx: Connection) -> int:
    """Let the answers go that were decided and not sent: in a restored backup they are old. Return how many."""
    oud = update(inbox).where(inbox.c.staat == "verwerkt").values(staat="klaar", inhoud=None, antwoord=None)
    return tx.execute(oud).rowcount


def ruim_op(tx: Connection, voor: datetime) -> int:
    """Delete what came in before a moment and is done, failed, or decided but never sent; return how many."""
    oud = delete(inbox).where(inbox.c.staat.in_(("klaar", "mislukt", "verwerkt")), inbox.c.ontvangen_op < voor)
    return tx.execute(oud).rowcount
