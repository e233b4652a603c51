"""The parameter table: which methods exist, what each takes, and the limits. By hand, after the documentation.

Sources: core.telegram.org/bots/api, the description of each parameter; core.telegram.org/bots/features#deep-linking.
A parameter that exists at Telegram but not here has the kind "niet": it is refused in words that say so.
"""

from __future__ import annotations

from bot.webchat.tabelgroep import UITNODIGEN
from bot.webchat.veld import ONDERSCHRIFT_MAX, TEKST_MAX, Veld


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


SOORTEN_UPDATE = _woorden(
    "message edited_message channel_post edited_channel_post business_connection business_message "
    "edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query "
    "chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer "
    "my_chat_member chat_member chat_join_request chat_boost removed_chat_boost managed_bot guest_message"
)
ACTIES = _woorden(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
BEREIKEN = _woorden(
    "default all_private_chats all_group_chats all_chat_administrators chat chat_administrators chat_member"
)
OPMAAKSOORTEN = _woorden(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler "
    "blockquote expandable_blockquote code pre text_link"
)

_INT, _STR, _BOOL, _NIET = Veld("int"), Veld("str"), Veld("bool"), Veld("niet")
_CHAT = Veld("chat", verplicht=True, mist="chat_leeg")
_BERICHT = Veld("int", verplicht=True, mist="message_id_leeg")
_TOETSENBORD = Veld("InlineKeyboardMarkup")
_OPMAAK = {"parse_mode": _STR}
_ONDERSCHRIFT = {
    "caption": Veld("str", maximum=ONDERSCHRIFT_MAX, maat="na_opmaak", lang="onderschrift_te_lang"),
    "caption_entities": Veld("lijst MessageEntity"),
    **_OPMAAK,
}
_TEKST = {
    "text": Veld(
        "str",
        verplicht=True,
        minimum=1,
        maximum=TEKST_MAX,
        maat="na_opmaak",
        mist="tekst_ontbreekt",
        kort="tekst_leeg",
        lang="tekst_te_lang",
    ),
    "entities": Veld("lijst MessageEntity"),
    "link_preview_options": Veld("LinkPreviewOptions"),
    **_OPMAAK,
}
_ZENDEN = {
    "chat_id": _CHAT,
    "disable_notification": _BOOL,
    "protect_content": _BOOL,
    "reply_parameters": Veld("ReplyParameters"),
    "reply_markup": _TOETSENBORD,
    "allow_paid_broadcast": _NIET,
    "business_connection_id": _NIET,
    "direct_messages_topic_id": _NIET,
    "message_effect_id": _NIET,
    "message_thread_id": _NIET,
    "suggested_post_parameters": _NIET,
}
_WIJZIGEN = {
    "chat_id": _CHAT,
    "message_id": _BERICHT,
    "reply_markup": _TOETSENBORD,
    "business_connection_id": _NIET,
    "inline_message_id": _NIET,
}
_PUNT = {
    "latitude": Veld("getal", verplicht=True, minimum=-90, maximum=90, mist="breedte_leeg"),
    "longitude": Veld("getal", verplicht=True, minimum=-180, maximum=180, mist="lengte_leeg"),
}
_BEREIK = {"scope": Veld("BotCommandScope"), "language_code": Veld("str", patroon="([a-z]{2})?")}

METHODEN: dict[str, dict[str, Veld]] = {
    "getMe": {},
    "close": {},
    "logOut": {},
    "getUpdates": {
        "offset": _INT,
        "limit": Veld("int", minimum=1, maximum=100),
        "timeout": Veld("int", minimum=0),
        "allowed_updates": Veld("lijst str", keuze=SOORTEN_UPDATE),
    },
    "setWebhook": {
        "url": Veld("str", verplicht=True),
        "certificate": _NIET,
        "ip_address": _NIET,
        "max_connections": Veld("int", minimum=1, maximum=100),
        "allowed_updates": Veld("lijst str", keuze=SOORTEN_UPDATE),
        "drop_pending_updates": _BOOL,
        "secret_token": Veld("str", minimum=1, maximum=256, patroon="[A-Za-z0-9_-]+", anders="geheim_tekens"),
    },
    "deleteWebhook": {"drop_pending_updates": _BOOL},
    "getWebhookInfo": {},
    "sendMessage": _ZENDEN | _TEKST | {"message_thread_id": _INT},
    "sendPhoto": _ZENDEN
    | _ONDERSCHRIFT
    | {
        "photo": Veld("bestand", verplicht=True, mist="foto_ontbreekt"),
        "show_caption_above_media": _BOOL,
        "has_spoiler": _BOOL,
    },
    "sendVideo": _ZENDEN
    | _ONDERSCHRIFT
    | {
        "video": Veld("bestand", verplicht=True, mist="video_ontbreekt"),
        "show_caption_above_media": _BOOL,
        "has_spoiler": _BOOL,
        **dict.fromkeys(
            _woorden("cover duration height start_timestamp supports_streaming thumbnail width"),
            _NIET,
        ),
    },
    "sendVoice": _ZENDEN
    | _ONDERSCHRIFT
    | {"voice": Veld("bestand", verplicht=True, mist="spraak_ontbreekt"), "duration": _NIET},
    "sendDocument": _ZENDEN
    | _ONDERSCHRIFT
    | {
        "document": Veld("bestand", verplicht=True, mist="document_ontbreekt"),
        "disable_content_type_detection": _BOOL,
        "thumbnail": _NIET,
    },
    "sendLocation": _ZENDEN
    | _PUNT
    | {
        "horizontal_accuracy": Veld("getal", minimum=0, maximum=1500),
        "live_period": _NIET,
        "heading": _NIET,
        "proximity_alert_radius": _NIET,
    },
    "sendVenue": _ZENDEN
    | _PUNT
    | {
        "title": Veld("str", verplicht=True, minimum=1),
        "address": Veld("str", verplicht=True, minimum=1),
        "foursquare_id": _NIET,
        "foursquare_type": _NIET,
        "google_place_id": _NIET,
        "google_place_type": _NIET,
    },
    "sendPoll": _ZENDEN
    | {
        "question": Veld(
            "str", verplicht=True, minimum=1, maximum=300, mist="vraag_leeg", kort="vraag_leeg", lang="vraag_te_lang"
        ),
        "options": Veld(
            "lijst InputPollOption",
            verplicht=True,
            minimum=1,
            maximum=12,
            mist="opties_onleesbaar",
            lang="opties_te_veel",
        ),
        "is_anonymous": _BOOL,
        "type": Veld("str", keuze=frozenset({"regular"}), anders="peiling_soort"),
        "allows_multiple_answers": _BOOL,
        "allows_revoting": _BOOL,
        "is_closed": _BOOL,
        **dict.fromkeys(
            _woorden(
                "question_parse_mode question_entities shuffle_options allow_adding_options members_only country_codes "
                "hide_results_until_closes correct_option_ids explanation explanation_parse_mode explanation_entities "
                "explanation_media open_period close_date description description_parse_mode description_entities media"
            ),
            _NIET,
        ),
    },
    "stopPoll": {naam: veld for naam, veld in _WIJZIGEN.items() if naam != "inline_message_id"},
    "sendChatAction": {
        "chat_id": _CHAT,
        "action": Veld("str", verplicht=True, keuze=ACTIES, mist="actie_onjuist", anders="actie_onjuist"),
        "business_connection_id": _NIET,
        "message_thread_id": _NIET,
    },
    "editMessageText": _WIJZIGEN | _TEKST | {"rich_message": _NIET},
    "editMessageCaption": _WIJZIGEN | _ONDERSCHRIFT | {"show_caption_above_media": _BOOL},
    "editMessageMedia": _WIJZIGEN | {"media": Veld("InputMedia", verplicht=True)},
    "editMessageReplyMarkup": _WIJZIGEN,
    "deleteMessage": {"chat_id": _CHAT, "message_id": _BERICHT},
    "deleteMessages": {
        "chat_id": _CHAT,
        "message_ids": Veld(
            "lijst int", verplicht=True, minimum=1, maximum=100, mist="ids_leeg", kort="ids_leeg", lang="ids_te_veel"
        ),
    },
    "answerCallbackQuery": {
        "callback_query_id": Veld("str", verplicht=True),
        "text": Veld("str", maximum=200),
        "show_alert": _BOOL,
        "url": _STR,
        "cache_time": Veld("int", minimum=0),
    },
    "setMyCommands": _BEREIK | {"commands": Veld("lijst BotCommand", verplicht=True, maximum=100)},
    "getMyCommands": _BEREIK,
    "deleteMyCommands": _BEREIK,
    "getFile": {"file_id": Veld("str", verplicht=True, mist="file_id_leeg")},
    "getChat": {"chat_id": _CHAT},
    **UITNODIGEN,
}

OBJECTEN: dict[str, dict[str, Veld]] = {
    "InlineKeyboardMarkup": {"inline_keyboard": Veld("lijst lijst InlineKeyboardButton", verplicht=True)},
    "InlineKeyboardButton": {
        "text": Veld("str", verplicht=True, minimum=1, mist="knop_zonder_tekst"),
        "url": Veld("str", minimum=1),
        "callback_data": Veld(
            "str", minimum=1, maximum=64, maat="bytes", kort="knop_zonder_doel", lang="knop_data_onjuist"
        ),
        "style": Veld("str", keuze=frozenset({"danger", "success", "primary"})),
        "callback_game": _NIET,
        "copy_text": _NIET,
        "icon_custom_emoji_id": _NIET,
        "login_url": _NIET,
        "pay": _NIET,
        "switch_inline_query": _NIET,
        "switch_inline_query_chosen_chat": _NIET,
        "switch_inline_query_current_chat": _NIET,
        "web_app": _NIET,
    },
    "InputMedia": _ONDERSCHRIFT
    | {
        "type": Veld("str", verplicht=True, keuze=frozenset({"photo", "video", "document"})),
        "media": Veld("bestand", verplicht=True, mist="media_ontbreekt"),
        "show_caption_above_media": _BOOL,
        "has_spoiler": _BOOL,
        "disable_content_type_detection": _BOOL,
        **dict.fromkeys(
            _woorden("cover duration height start_timestamp supports_streaming thumbnail width"),
            _NIET,
        ),
    },
    "InputPollOption": {
        "text": Veld(
            "str", verplicht=True, minimum=1, maximum=100, mist="optie_leeg", kort="optie_leeg", lang="optie_te_lang"
        ),
        "text_parse_mode": _NIET,
        "text_entities": _NIET,
        "media": _NIET,
    },
    "MessageEntity": {
        "type": Veld("str", verplicht=True, keuze=OPMAAKSOORTEN),
        "offset": Veld("int", verplicht=True, minimum=0),
        "length": Veld("int", verplicht=True, minimum=1),
        "url": _STR,
        "language": _STR,
        "user": _NIET,
        "custom_emoji_id": _NIET,
        "unix_time": _NIET,
        "date_time_format": _NIET,
    },
    "LinkPreviewOptions": {
        "is_disabled": _BOOL,
        "url": _STR,
        "prefer_small_media": _BOOL,
        "prefer_large_media": _BOOL,
        "show_above_text": _BOOL,
    },
    "ReplyParameters": {
        "message_id": Veld("int", verplicht=True),
        "allow_sending_without_reply": _BOOL,
        "chat_id": _NIET,
        "quote": _NIET,
        "quote_parse_mode": _NIET,
        "quote_entities": _NIET,
        "quote_position": _NIET,
        "checklist_task_id": _NIET,
        "poll_option_id": _NIET,
    },
    "BotCommand": {
        "command": Veld(
            "str", verplicht=True, patroon="[a-z0-9_]{1,32}", mist="opdracht_zonder_veld", anders="opdracht_onjuist"
        ),
        "description": Veld(
            "str",
            verplicht=True,
            minimum=1,
            maximum=256,
            mist="opdracht_zonder_veld",
            kort="opdracht_zonder_uitleg",
        ),
    },
    "BotCommandScope": {
        "type": Veld("str", verplicht=True, keuze=BEREIKEN),
        "chat_id": Veld("chat"),
        "user_id": _INT,
    },
}
