"""The part of the parameter table that is about coming into groups."""

from __future__ import annotations

from bot.webchat.veld import Veld

_CHAT = Veld("chat", verplicht=True, mist="chat_leeg")
_WIE = {"chat_id": _CHAT, "user_id": Veld("int", verplicht=True)}
UITNODIGEN: dict[str, dict[str, Veld]] = {
    "createChatInviteLink": {
        "chat_id": _CHAT,
        "name": Veld("str", maximum=32),
        "expire_date": Veld("int", minimum=0),
        "member_limit": Veld("int", minimum=1, maximum=99999),
        "creates_join_request": Veld("bool"),
    },
    "revokeChatInviteLink": {"chat_id": _CHAT, "invite_link": Veld("str", verplicht=True)},
    "approveChatJoinRequest": _WIE,
    "declineChatJoinRequest": _WIE,
}
