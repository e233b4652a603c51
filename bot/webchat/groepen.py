"""Groups of the bot and some people: made, left by the bot, turned into a supergroup."""

from __future__ import annotations

import secrets

from bot.webchat.bewoners import chat_van, meld_lidmaatschap, persoon
from bot.webchat.chats import gebruiker, leden, nieuw_bericht, wijzig_bericht, zet_update
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def maak_groep(tx: Tx, titel: str, wie: list[int]) -> Json:
    """Create a group of the bot and these people; the first of them made it.

    Raises:
        ApiError: 404 when one of them does not exist.
    """
    for gebruiker_id in wie:
        persoon(tx, gebruiker_id)
    groep_id = -(1_000_000_000 + secrets.randbelow(4_000_000_000))
    _zet(tx, groep_id, "group", titel, wie)
    meld_lidmaatschap(tx, groep_id, wie[0], "left", "member")
    bericht = nieuw_bericht(tx, groep_id, gebruiker(tx, wie[0]) or {}, {"group_chat_created": True})
    zet_update(tx, "message", bericht)
    return {"id": groep_id, "titel": titel, "leden": list(dict.fromkeys(wie))}


def zet_bot(tx: Tx, groep_id: int, gebruiker_id: int, aan: bool) -> Json:
    """Let someone take the bot out of a group, or bring it back; the bot hears of a change.

    Raises:
        ApiError: 404 when there is no such group of this person.
    """
    _eis_groep(tx, groep_id, gebruiker_id)
    if tx.doe("UPDATE groep SET bot = ? WHERE chat = ? AND bot <> ?", aan, groep_id, aan):
        oud, nieuw = ("left", "member") if aan else ("member", "kicked")
        meld_lidmaatschap(tx, groep_id, gebruiker_id, oud, nieuw)
    return {"id": groep_id, "bot": aan}


def maak_beheerder(tx: Tx, groep_id: int, gebruiker_id: int, aan: bool, uitnodigen: bool) -> Json:
    """Let someone make the bot an administrator of a group, with the right to invite or without, or take that away.

    Raises:
        ApiError: 404 when there is no such group of this person.
    """
    _eis_groep(tx, groep_id, gebruiker_id)
    was = tx.een("SELECT 1 FROM beheer WHERE chat = ?", groep_id) is not None
    tx.doe("DELETE FROM beheer WHERE chat = ?", groep_id)
    if aan:
        tx.doe("INSERT INTO beheer VALUES(?, ?)", groep_id, uitnodigen)
    oud, nieuw = ("administrator" if een else "member" for een in (was, aan))
    rechten = ("can_manage_chat", *(("can_invite_users",) if uitnodigen else ()))
    meld_lidmaatschap(tx, groep_id, gebruiker_id, oud, nieuw, rechten)
    return {"id": groep_id, "beheerder": aan, "uitnodigen": aan and uitnodigen}


def word_supergroep(tx: Tx, groep_id: int, gebruiker_id: int) -> Json:
    """Turn a group into a supergroup, with another id and messages numbered anew; the bot hears of it in both.

    After tdlib/telegram-bot-api#266: the bot is told that it came into the new one, not that it left the old one.

    Raises:
        ApiError: 404 when there is no such group of this person.
    """
    titel, wie = _eis_groep(tx, groep_id, gebruiker_id)["title"], list(leden(tx, groep_id))
    nieuw_id = -1_000_000_000_000 - secrets.randbelow(4_000_000_000)
    _zet(tx, nieuw_id, "supergroup", titel, wie)
    tx.doe("UPDATE groep SET naar = ? WHERE chat = ?", nieuw_id, groep_id)
    tx.doe("UPDATE beheer SET chat = ? WHERE chat = ?", nieuw_id, groep_id)
    door = gebruiker(tx, gebruiker_id) or {}
    meld_lidmaatschap(tx, nieuw_id, gebruiker_id, "left", "member")
    zet_update(tx, "message", nieuw_bericht(tx, groep_id, door, {"migrate_to_chat_id": nieuw_id}))
    zet_update(tx, "message", nieuw_bericht(tx, nieuw_id, door, {"migrate_from_chat_id": groep_id}))
    return {"id": nieuw_id, "titel": titel}


def maak_onderwerp(tx: Tx, groep_id: int, gebruiker_id: int, naam: str) -> Json:
    """Make a topic in a supergroup; the bot hears of it.

    Raises:
        ApiError: 404 when there is no such supergroup of this person.
    """
    if _eis_groep(tx, groep_id, gebruiker_id)["type"] != "supergroup":
        raise weiger("gesprek_onbekend")
    begin = {"forum_topic_created": {"name": naam, "icon_color": 7322096}, "is_topic_message": True}
    bericht = nieuw_bericht(tx, groep_id, gebruiker(tx, gebruiker_id) or {}, begin)
    bericht["message_thread_id"] = bericht["message_id"]
    wijzig_bericht(tx, bericht)
    zet_update(tx, "message", bericht)
    return {"id": bericht["message_id"]}


def _zet(tx: Tx, groep_id: int, soort: str, titel: str, wie: list[int]) -> None:
    tx.doe("INSERT INTO chat VALUES(?, ?, ?)", groep_id, soort, titel)
    tx.doe("INSERT INTO groep(chat) VALUES(?)", groep_id)
    for gebruiker_id in wie:
        tx.doe("INSERT OR IGNORE INTO lid(chat, gebruiker) VALUES(?, ?)", groep_id, gebruiker_id)


def _eis_groep(tx: Tx, groep_id: int, gebruiker_id: int) -> Json:
    groep = chat_van(tx, gebruiker_id, groep_id)
    if groep["type"] == "private" or tx.een("SELECT 1 FROM groep WHERE chat = ? AND naar IS NULL", groep_id) is None:
        raise weiger("gesprek_onbekend")
    return groep
