"""What the bot sends: text, files, places, and the sign that it is busy."""

from __future__ import annotations

from typing import Any

from bot.webchat.bestanden import als_velden, bewaar
from bot.webchat.chats import chat_voor_bot, leden, lees_bericht, nieuw_bericht
from bot.webchat.fouten import weiger
from bot.webchat.lichaam import Upload
from bot.webchat.opmaak import maak_op
from bot.webchat.opslag import Json, Tx
from bot.webchat.tabel import METHODEN, OBJECTEN


def tekstvelden(methode: str, p: Json) -> Json:
    """Return `text` and `entities`, or `caption` and `caption_entities`, of a message from the parameters of a call.

    Args:
        methode: the method, or the object of `OBJECTEN` that the caption is a field of.
        p: its parameters or fields.
    """
    velden = METHODEN.get(methode) or OBJECTEN[methode]
    naam = "text" if "text" in velden else "caption"
    entiteiten = "entities" if naam == "text" else "caption_entities"
    tekst, gevonden = maak_op(p.get(naam, ""), p.get("parse_mode"), p.get(entiteiten), velden[naam])
    uit: Json = {naam: tekst} if tekst else {}
    if gevonden:
        uit[entiteiten] = gevonden
    return uit


def zend(tx: Tx, p: Json, inhoud: Json) -> Json:
    """Store a message of the bot with this content, and with the keyboard and the reply of the call."""
    doel = chat_voor_bot(tx, p["chat_id"])
    extra: Json = in_onderwerp(tx, doel["id"], p.get("message_thread_id"))
    if antwoord := p.get("reply_parameters"):
        op = lees_bericht(tx, doel["id"], antwoord["message_id"])
        if op is not None:
            extra["reply_to_message"] = {k: v for k, v in op[0].items() if k != "reply_to_message"}
        elif not antwoord.get("allow_sending_without_reply"):
            raise weiger("te_beantwoorden_weg")
    if knoppen := toetsenbord(p):
        extra["reply_markup"] = knoppen
    if p.get("protect_content"):
        extra["has_protected_content"] = True
    return nieuw_bericht(tx, doel["id"], tx.bot.als_gebruiker(), extra | inhoud)


def in_onderwerp(tx: Tx, chat_id: int, onderwerp: int | None) -> Json:
    """Return what a message in a topic of a group carries; a topic has the number of the message that made it."""
    if onderwerp is None:
        return {}
    gevonden = lees_bericht(tx, chat_id, onderwerp)
    if gevonden is None or "forum_topic_created" not in gevonden[0]:
        raise weiger("onderwerp_onbekend")
    return {"message_thread_id": onderwerp, "is_topic_message": True}


def toetsenbord(p: Json) -> Json | None:
    """Return the inline keyboard of a call; one without buttons is none."""
    rijen = [rij for rij in p.get("reply_markup", {}).get("inline_keyboard", []) if rij]
    return {"inline_keyboard": rijen} if rijen else None


def send_message(tx: Tx, p: Json) -> Any:
    """Send a text."""
    inhoud = tekstvelden("sendMessage", p)
    if voorbeeld := p.get("link_preview_options"):
        inhoud["link_preview_options"] = voorbeeld
    return zend(tx, p, inhoud)


def send_photo(tx: Tx, p: Json) -> Any:
    """Send a picture; here it has one size."""
    chat_voor_bot(tx, p["chat_id"])
    return zend(tx, p, mediavelden(tx, "sendPhoto", p, "foto", p["photo"]))


def mediavelden(tx: Tx, waar: str, p: Json, soort: str, bestand: Upload | str) -> Json:
    """Return what a message with a file holds, from a call or an InputMedia."""
    inhoud = als_velden(soort, bewaar(tx, bestand, soort)) | tekstvelden(waar, p)
    if soort in ("foto", "video") and p.get("has_spoiler"):
        inhoud["has_media_spoiler"] = True
    if soort in ("foto", "video") and p.get("show_caption_above_media"):
        inhoud["show_caption_above_media"] = True
    return inhoud


def send_video(tx: Tx, p: Json) -> Any:
    """Send a video."""
    chat_voor_bot(tx, p["chat_id"])
    return zend(tx, p, mediavelden(tx, "sendVideo", p, "video", p["video"]))


def send_voice(tx: Tx, p: Json) -> Any:
    """Send a voice message."""
    chat_voor_bot(tx, p["chat_id"])
    return zend(tx, p, mediavelden(tx, "sendVoice", p, "spraak", p["voice"]))


def send_document(tx: Tx, p: Json) -> Any:
    """Send a file."""
    chat_voor_bot(tx, p["chat_id"])
    return zend(tx, p, mediavelden(tx, "sendDocument", p, "document", p["document"]))


def send_location(tx: Tx, p: Json) -> Any:
    """Send a point on the map."""
    return zend(tx, p, {"location": _punt(p)})


def send_venue(tx: Tx, p: Json) -> Any:
    """Send a place with its name and address; the message has the point itself too, as at Telegram."""
    punt = _punt(p)
    return zend(tx, p, {"venue": {"location": punt, "title": p["title"], "address": p["address"]}, "location": punt})


def _punt(p: Json) -> Json:
    return {k: p[k] for k in ("latitude", "longitude", "horizontal_accuracy") if k in p}


def send_chat_action(tx: Tx, p: Json) -> Any:
    """Show that the bot is busy, for five seconds or until its next message."""
    doel = chat_voor_bot(tx, p["chat_id"])
    tx.meld(leden(tx, doel["id"]), "typt", {"chat": doel["id"], "actie": p["action"]})
    return True
