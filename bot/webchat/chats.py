"""People, chats and the rows of messages: finding, numbering, storing and telling open pages. Used by both sides."""

from __future__ import annotations

import json
from typing import Any

from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def gebruiker(tx: Tx, gebruiker_id: int) -> Json | None:
    """Return a person as a User object."""
    rij = tx.een("SELECT naam, taal FROM gebruiker WHERE id = ?", gebruiker_id)
    if rij is None:
        return None
    return {"id": gebruiker_id, "is_bot": False, "first_name": rij[0], "language_code": rij[1]}


def chat(tx: Tx, chat_id: int) -> Json | None:
    """Return a chat as a Chat object."""
    rij = tx.een("SELECT soort, titel FROM chat WHERE id = ?", chat_id)
    if rij is None:
        return None
    naam = "first_name" if rij[0] == "private" else "title"
    return {"id": chat_id, "type": rij[0], naam: rij[1]}


def leden(tx: Tx, chat_id: int) -> tuple[int, ...]:
    """Return the people in a chat."""
    return tuple(rij[0] for rij in tx.alle("SELECT gebruiker FROM lid WHERE chat = ?", chat_id))


def chat_voor_bot(tx: Tx, chat_id: int | str) -> Json:
    """Return the chat that the bot wants to reach.

    Raises:
        ApiError: 400 when there is none or it became a supergroup, 403 when its person never started the bot or has
            blocked it, or the bot was taken out of it.
    """
    gevonden = chat(tx, chat_id) if isinstance(chat_id, int) else None
    if gevonden is None:
        raise weiger("chat_onbekend")
    if gevonden["type"] == "private":
        gestart, geblokkeerd = tx.een("SELECT gestart, geblokkeerd FROM gebruiker WHERE id = ?", chat_id) or (0, 0)
        if geblokkeerd:
            raise weiger("mens_heeft_geblokkeerd")
        if not gestart and not _vraagt_toegang(tx, chat_id):
            raise weiger("mens_is_niet_begonnen")
    else:
        bot, naar = tx.een("SELECT bot, naar FROM groep WHERE chat = ?", chat_id) or (1, None)
        if naar is not None:
            fout = weiger("groep_verhuisd")
            fout.naar = naar
            raise fout
        if not bot:
            raise weiger("bot_uit_groep" if gevonden["type"] == "group" else "bot_uit_supergroep")
    return gevonden


VERZOEK_SECONDEN = 300
"""So long the bot may write to who asks to come into a group and never started it (Bot API, ChatJoinRequest)."""


def _vraagt_toegang(tx: Tx, gebruiker_id: int | str) -> bool:
    sinds = int(tx.systeemtijd) - VERZOEK_SECONDEN
    vraag = "SELECT 1 FROM toetreding WHERE gebruiker = ? AND tijd > ?"
    return tx.een(vraag, gebruiker_id, sinds) is not None


def lees_bericht(tx: Tx, chat_id: int, message_id: int) -> tuple[Json, bool] | None:
    """Return a message that was not deleted, and whether the bot wrote it."""
    rij = tx.een(
        "SELECT inhoud, van_bot FROM bericht WHERE chat = ? AND message_id = ? AND NOT verwijderd", chat_id, message_id
    )
    return None if rij is None else (json.loads(rij[0]), bool(rij[1]))


def leesbaar_voor_bot(tx: Tx, p: Json, weg: str) -> tuple[Json, bool]:
    """Return the message that a call points to with `chat_id` and `message_id`, and whether the bot wrote it.

    Raises:
        ApiError: what `chat_voor_bot` refuses, and the row `weg` of the table when there is no such message.
    """
    gevonden = lees_bericht(tx, chat_voor_bot(tx, p["chat_id"])["id"], p["message_id"])
    if gevonden is None:
        raise weiger(weg)
    return gevonden


def nieuw_bericht(tx: Tx, chat_id: int, afzender: Json, inhoud: Json, datum: int | None = None) -> Json:
    """Store a new message and return it; ids count per chat and are never used again.

    Args:
        datum: Unix time of the message; now when it is None.
    """
    rij = tx.een("SELECT max(message_id) FROM bericht WHERE chat = ?", chat_id)
    message_id = ((rij[0] if rij else None) or 0) + 1
    bericht: Json = {
        "message_id": message_id,
        "from": afzender,
        "chat": chat(tx, chat_id),
        "date": tx.nu if datum is None else datum,
        **inhoud,
    }
    volgnr = tx.tel("volgnr")
    tx.doe(
        "INSERT INTO bericht(chat, message_id, volgnr, van_bot, inhoud) VALUES(?, ?, ?, ?, ?)",
        *(chat_id, message_id, volgnr, afzender["is_bot"], json.dumps(bericht, ensure_ascii=False)),
    )
    _meld(tx, bericht, volgnr)
    return bericht


def wijzig_bericht(tx: Tx, bericht: Json) -> None:
    """Store a new version of a message."""
    volgnr = tx.tel("volgnr")
    tx.doe(
        "UPDATE bericht SET inhoud = ?, volgnr = ? WHERE chat = ? AND message_id = ?",
        *(json.dumps(bericht, ensure_ascii=False), volgnr, bericht["chat"]["id"], bericht["message_id"]),
    )
    _meld(tx, bericht, volgnr)


def verwijder_bericht(tx: Tx, chat_id: int, message_id: int) -> None:
    """Empty a message; its row stays as a mark, so that clients hear of it and its id is not used again."""
    volgnr = tx.tel("volgnr")
    tx.doe(
        "UPDATE bericht SET verwijderd = 1, inhoud = '{}', volgnr = ? WHERE chat = ? AND message_id = ?",
        *(volgnr, chat_id, message_id),
    )
    tx.meld(leden(tx, chat_id), "verwijderd", {"chat": chat_id, "message_id": message_id, "volgnr": volgnr})


def _meld(tx: Tx, bericht: Json, volgnr: int) -> None:
    tx.meld(leden(tx, bericht["chat"]["id"]), "bericht", bericht | {"volgnr": volgnr})


def zet_update(tx: Tx, soort: str, inhoud: Any) -> None:
    """Queue an update for the bot, unless it asked not to receive this kind."""
    toegestaan = tx.lees("allowed_updates", [])
    if toegestaan and soort not in toegestaan:
        return
    tx.doe(
        "INSERT INTO wachtrij(id, soort, inhoud, tijd) VALUES(?, ?, ?, ?)",
        *(tx.tel("update_id"), soort, json.dumps(inhoud, ensure_ascii=False), int(tx.systeemtijd)),
    )
    tx.nieuwe_update = True
