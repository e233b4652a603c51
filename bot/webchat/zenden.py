"""What the bot sends: text, photos, documents, and the sign that it is busy."""

from __future__ import annotations

from typing import Any

from bot.webchat.bestanden import bewaar
from bot.webchat.chats import chat_voor_bot, leden, lees_bericht, nieuw_bericht
from bot.webchat.fouten import weiger
from bot.webchat.opmaak import maak_op
from bot.webchat.opslag import Json, Tx
from bot.webchat.tabel import METHODEN


def tekstvelden(methode: str, p: Json) -> Json:
    """Return `text` and `entities`, or `caption` and `caption_entities`, of a message from the parameters of a call."""
    naam = "text" if "text" in METHODEN[methode] else "caption"
    entiteiten = "entities" if naam == "text" else "caption_entities"
    veld = METHODEN[methode][naam]
    tekst, gevonden = maak_op(
        p.get(naam, ""), p.get("parse_mode"), p.get(entiteiten), veld.minimum or 0, veld.maximum or 0, naam
    )
    uit: Json = {naam: tekst} if tekst else {}
    if gevonden:
        uit[entiteiten] = gevonden
    return uit


def _zend(tx: Tx, p: Json, inhoud: Json) -> Json:
    doel = chat_voor_bot(tx, p["chat_id"])
    extra: Json = {}
    if antwoord := p.get("reply_parameters"):
        op = lees_bericht(tx, doel["id"], antwoord["message_id"])
        if op is not None:
            extra["reply_to_message"] = {k: v for k, v in op[0].items() if k != "reply_to_message"}
        elif not antwoord.get("allow_sending_without_reply"):
            raise weiger("the message to reply to does not exist")
    if knoppen := toetsenbord(p):
        extra["reply_markup"] = knoppen
    if p.get("protect_content"):
        extra["has_protected_content"] = True
    return nieuw_bericht(tx, doel["id"], tx.bot.als_gebruiker(), extra | inhoud)


def toetsenbord(p: Json) -> Json | None:
    """Return the inline keyboard of a call; one without buttons is none."""
    rijen = [rij for rij in p.get("reply_markup", {}).get("inline_keyboard", []) if rij]
    return {"inline_keyboard": rijen} if rijen else None


def send_message(tx: Tx, p: Json) -> Any:
    """Send a text."""
    inhoud = tekstvelden("sendMessage", p)
    if voorbeeld := p.get("link_preview_options"):
        inhoud["link_preview_options"] = voorbeeld
    return _zend(tx, p, inhoud)


def send_photo(tx: Tx, p: Json) -> Any:
    """Send a picture; here it has one size."""
    chat_voor_bot(tx, p["chat_id"])
    inhoud: Json = {"photo": [bewaar(tx, p["photo"], "foto")]} | tekstvelden("sendPhoto", p)
    if p.get("has_spoiler"):
        inhoud["has_media_spoiler"] = True
    if p.get("show_caption_above_media"):
        inhoud["show_caption_above_media"] = True
    return _zend(tx, p, inhoud)


def send_document(tx: Tx, p: Json) -> Any:
    """Send a file."""
    chat_voor_bot(tx, p["chat_id"])
    return _zend(tx, p, {"document": bewaar(tx, p["document"], "document")} | tekstvelden("sendDocument", p))


def send_chat_action(tx: Tx, p: Json) -> Any:
    """Show that the bot is busy, for five seconds or until its next message."""
    doel = chat_voor_bot(tx, p["chat_id"])
    tx.meld(leden(tx, doel["id"]), "typt", {"chat": doel["id"], "actie": p["action"]})
    return True
