"""What the bot asks about itself and its chats; and the table of all methods that are one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.webchat import commandos, peilingen, uitnodigen, wijzigen, zenden
from bot.webchat.bestanden import vind
from bot.webchat.chats import chat
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def get_me(tx: Tx, p: Json) -> Any:
    """Return the bot; here it reads every message of its groups."""
    kan = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return tx.bot.als_gebruiker() | kan


def get_chat(tx: Tx, p: Json) -> Any:
    """Return a chat that the bot knows."""
    gevonden = chat(tx, p["chat_id"]) if isinstance(p["chat_id"], int) else None
    if gevonden is None:
        raise weiger("chat_onbekend")
    geschenken = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    return gevonden | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": geschenken}


def sluit_af(tx: Tx, p: Json) -> Any:
    """Answer close and logOut: there is no other server to move to, so nothing changes."""
    return True


METHODEN: dict[str, Callable[[Tx, Json], Any]] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getFile": vind,
    "close": sluit_af,
    "logOut": sluit_af,
    "sendMessage": zenden.send_message,
    "sendPhoto": zenden.send_photo,
    "sendVideo": zenden.send_video,
    "sendVoice": zenden.send_voice,
    "sendDocument": zenden.send_document,
    "sendLocation": zenden.send_location,
    "sendVenue": zenden.send_venue,
    "sendPoll": peilingen.send_poll,
    "stopPoll": peilingen.stop_poll,
    "sendChatAction": zenden.send_chat_action,
    "editMessageText": wijzigen.edit_message_text,
    "editMessageCaption": wijzigen.edit_message_caption,
    "editMessageMedia": wijzigen.edit_message_media,
    "editMessageReplyMarkup": wijzigen.edit_message_reply_markup,
    "deleteMessage": wijzigen.delete_message,
    "deleteMessages": wijzigen.delete_messages,
    "createChatInviteLink": uitnodigen.create_chat_invite_link,
    "revokeChatInviteLink": uitnodigen.revoke_chat_invite_link,
    "approveChatJoinRequest": uitnodigen.approve_chat_join_request,
    "declineChatJoinRequest": uitnodigen.decline_chat_join_request,
    "answerCallbackQuery": wijzigen.answer_callback_query,
    "setMyCommands": commandos.set_my_commands,
    "getMyCommands": commandos.get_my_commands,
    "deleteMyCommands": commandos.delete_my_commands,
}
