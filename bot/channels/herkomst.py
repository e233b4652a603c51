"""Where an update comes from, read from it as it came: its queue, and whether it is for us."""

from typing import Any


def rij_van(update: dict[str, Any]) -> str:
    """Return the queue of an update: its chat; for what has no chat, the person."""
    for soort, inhoud in update.items():
        if not isinstance(inhoud, dict):
            continue
        bericht = inhoud.get("message", inhoud) if soort == "callback_query" else inhoud
        if isinstance(bericht, dict) and (chat := _id_in(bericht.get("chat"))) is not None:
            return f"chat:{chat}"
        if (persoon := _id_in(inhoud.get("from") or inhoud.get("user"))) is not None:
            return f"persoon:{persoon}"
    return "overig"


def is_praat(update: dict[str, Any]) -> bool:
    """Say whether this is what people say to each other in a group: an administrator gets it all, we keep none of it.

    A command is to us, and that a group got another id we must know.
    """
    bericht = update.get("message")
    chat = bericht.get("chat") if isinstance(bericht, dict) else None
    if not isinstance(bericht, dict) or not isinstance(chat, dict) or chat.get("type") not in {"group", "supergroup"}:
        return False
    deel = bericht.get("entities")
    opdracht = isinstance(deel, list) and any(
        isinstance(een, dict) and een.get("type") == "bot_command" for een in deel
    )
    return not opdracht and not bericht.keys() & {"migrate_to_chat_id", "migrate_from_chat_id"}


def heeft_id(update: Any) -> bool:
    """Say whether an update has an id under which it can be kept and confirmed."""
    return isinstance(update, dict) and type(nummer := update.get("update_id")) is int and 0 <= nummer < 2**63


def _id_in(wie: Any) -> int | None:
    nummer = wie.get("id") if isinstance(wie, dict) else None
    return nummer if type(nummer) is int and abs(nummer) < 2**63 else None
