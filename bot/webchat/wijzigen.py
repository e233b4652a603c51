"""What the bot does to what is there: editing and deleting messages, answering taps."""

from __future__ import annotations

from typing import Any

from bot.webchat.chats import chat_voor_bot, lees_bericht, leesbaar_voor_bot, verwijder_bericht, wijzig_bericht
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx
from bot.webchat.zenden import mediavelden, tekstvelden, toetsenbord

TIK_SECONDEN = 60  # our choice: Telegram does not document how long a callback query can be answered
VERWIJDER_SECONDEN = 48 * 3600  # core.telegram.org/bots/api#deletemessage
_TEKST = ("text", "entities", "link_preview_options")
_BESTAND = ("photo", "video", "voice", "document")
_MEDIA = (*_BESTAND, "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler")


def _wijzig(tx: Tx, p: Json, weg: tuple[str, ...], nieuw: Json, nodig: tuple[str, ...] = (), zonder: str = "") -> Json:
    """Replace the fields `weg` of one of the bot's messages by `nieuw` and the keyboard of the call.

    Args:
        nodig: the message has one of these fields; else it is refused with the row `zonder` of the table.
    """
    oud, van_bot = leesbaar_voor_bot(tx, p, "te_wijzigen_weg")
    if not van_bot:
        raise weiger("niet_van_de_bot")
    if nodig and not any(veld in oud for veld in nodig):
        raise weiger(zonder)
    bericht = {k: v for k, v in oud.items() if k not in (*weg, "reply_markup")} | nieuw
    if knoppen := toetsenbord(p):
        bericht["reply_markup"] = knoppen
    if bericht == oud:
        raise weiger("niet_gewijzigd")
    bericht["edit_date"] = tx.nu
    wijzig_bericht(tx, bericht)
    return bericht


def edit_message_text(tx: Tx, p: Json) -> Any:
    """Replace text and keyboard of a text message."""
    nieuw = tekstvelden("editMessageText", p)
    if voorbeeld := p.get("link_preview_options"):
        nieuw["link_preview_options"] = voorbeeld
    return _wijzig(tx, p, _TEKST, nieuw, ("text",), "zonder_tekst")


def edit_message_caption(tx: Tx, p: Json) -> Any:
    """Replace caption and keyboard of a message with a file."""
    nieuw = tekstvelden("editMessageCaption", p)
    if p.get("show_caption_above_media"):
        nieuw["show_caption_above_media"] = True
    weg = ("caption", "caption_entities", "show_caption_above_media")
    return _wijzig(tx, p, weg, nieuw, _BESTAND, "zonder_onderschrift")


def edit_message_media(tx: Tx, p: Json) -> Any:
    """Replace text or file by a photo, video or document; a caption that is not given again is gone."""
    media = p["media"]
    soort = {"photo": "foto"}.get(media["type"], media["type"])
    nieuw = mediavelden(tx, "InputMedia", media, soort, media["media"])
    return _wijzig(tx, p, _TEKST + _MEDIA, nieuw, ("text", *_BESTAND), "zonder_media")


def edit_message_reply_markup(tx: Tx, p: Json) -> Any:
    """Replace the keyboard only."""
    return _wijzig(tx, p, (), {})


def delete_message(tx: Tx, p: Json) -> Any:
    """Delete a message of the last 48 hours: in a private chat anyone's, in a group the bot's own."""
    bericht, van_bot = leesbaar_voor_bot(tx, p, "te_verwijderen_weg")
    _eis_te_verwijderen(tx, bericht, van_bot=van_bot)
    verwijder_bericht(tx, bericht["chat"]["id"], p["message_id"])
    return True


def delete_messages(tx: Tx, p: Json) -> Any:
    """Delete several messages of a chat; what is not there is passed over, and one that may not go keeps them all."""
    chat_id = chat_voor_bot(tx, p["chat_id"])["id"]
    gevonden = {message_id: lees_bericht(tx, chat_id, message_id) for message_id in p["message_ids"]}
    er_zijn = {message_id: bericht for message_id, bericht in gevonden.items() if bericht is not None}
    for bericht, van_bot in er_zijn.values():
        _eis_te_verwijderen(tx, bericht, van_bot=van_bot)
    for message_id in er_zijn:
        verwijder_bericht(tx, chat_id, message_id)
    return True


def _eis_te_verwijderen(tx: Tx, bericht: Json, *, van_bot: bool) -> None:
    prive = bericht["chat"]["type"] == "private"
    if tx.nu - bericht["date"] >= VERWIJDER_SECONDEN or not (van_bot or prive):
        raise weiger("niet_te_verwijderen")


def answer_callback_query(tx: Tx, p: Json) -> Any:
    """Answer a tap, once and in time."""
    if "url" in p:
        raise weiger("tik_url_niet_hier")
    rij = tx.een(
        "UPDATE tik SET beantwoord = 1, tekst = ?, alert = ? WHERE id = ? AND NOT beantwoord AND tijd > ? "
        "RETURNING gebruiker",
        *(p.get("text"), p.get("show_alert", False), p["callback_query_id"], int(tx.systeemtijd) - TIK_SECONDEN),
    )
    if rij is None:
        raise weiger("tik_te_oud")
    antwoord = {"tik": p["callback_query_id"], "tekst": p.get("text"), "alert": p.get("show_alert", False)}
    tx.meld((rij[0],), "antwoord", antwoord)
    return True
