"""Every method, called with aiogram's client. The session of conftest.py refuses fields that aiogram does not know."""

import io

import aiohttp
import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)

from tests.webchat.conftest import ANNA, BRAM, TOKEN, Chat, png

KNOPPEN = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Ja", callback_data="ja"), InlineKeyboardButton(text="Nee", callback_data="nee")],
        [InlineKeyboardButton(text="Lees meer", url="https://example.org")],
    ]
)


@pytest.fixture
async def open_(chat: Chat) -> Chat:
    """A chat that Anna has opened, with an empty queue."""
    await chat.schrijf("/start")
    laatste = await chat.bot.get_updates()
    await chat.bot.get_updates(offset=laatste[-1].update_id + 1)
    return chat


async def test_the_bot_knows_itself(chat: Chat) -> None:
    ik = await chat.bot.get_me()
    assert (ik.id, ik.username, ik.is_bot, ik.can_read_all_group_messages) == (4242, "gehoord_bot", True, True)


async def test_close_and_log_out_are_answered(chat: Chat) -> None:
    assert await chat.bot.close()
    assert await chat.bot.log_out()


async def test_a_message_reaches_the_person_as_it_was_returned(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "<b>Hoi</b> 👋", parse_mode="HTML", reply_markup=KNOPPEN)
    assert bericht.text == "Hoi 👋"
    assert bericht.entities is not None
    assert [(e.type, e.offset, e.length) for e in bericht.entities] == [("bold", 0, 3)]
    gezien = (await open_.haal(f"personen/{ANNA}/berichten"))[-1]
    assert gezien["message_id"] == bericht.message_id
    assert gezien["reply_markup"]["inline_keyboard"][0][1] == {"text": "Nee", "callback_data": "nee"}


async def test_the_date_is_the_demos(open_: Chat) -> None:
    await open_.stuur("klok", seconden=3600)
    assert (await open_.bot.send_message(ANNA, "Hoi")).date == open_.klok.nu


async def test_entities_can_be_given_and_a_reply_shows_what_it_answers(open_: Chat) -> None:
    bericht = await open_.bot.send_message(
        ANNA,
        "👋 Hoi",
        entities=[MessageEntity(type="bold", offset=3, length=3)],
        reply_parameters=ReplyParameters(message_id=1),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        protect_content=True,
        disable_notification=True,
    )
    assert bericht.entities is not None
    assert bericht.entities[0].extract_from(bericht.text or "") == "Hoi"
    assert bericht.reply_to_message is not None
    assert bericht.reply_to_message.text == "/start"
    assert bericht.has_protected_content


async def test_a_photo_is_stored_and_can_be_sent_again_by_its_id(open_: Chat) -> None:
    bericht = await open_.bot.send_photo(
        ANNA, BufferedInputFile(png(30, 20), "a.png"), caption="<i>Kaart</i>", parse_mode="HTML"
    )
    assert bericht.photo is not None
    assert (bericht.photo[0].width, bericht.photo[0].height, bericht.caption) == (30, 20, "Kaart")
    weer = await open_.bot.send_photo(ANNA, bericht.photo[0].file_id)
    assert weer.photo is not None
    assert weer.photo[0].file_unique_id == bericht.photo[0].file_unique_id
    inhoud = io.BytesIO()
    await open_.bot.download(bericht.photo[0], inhoud)
    assert inhoud.getvalue() == png(30, 20)
    async with open_.http.get(f"{open_.url}/chat/api/personen/{ANNA}/bestand/{bericht.photo[0].file_id}") as antwoord:
        assert (antwoord.content_type, await antwoord.read()) == ("image/png", png(30, 20))


async def test_a_document_comes_back_byte_for_byte_and_only_to_download(open_: Chat) -> None:
    inhoud = bytes(range(256)) * 50 + b"\r\n--grens\r\n"
    bericht = await open_.bot.send_document(ANNA, BufferedInputFile(inhoud, "verslag 1.html"), caption="Verslag")
    assert bericht.document is not None
    assert (bericht.document.file_name, bericht.document.file_size) == ("verslag 1.html", len(inhoud))
    bestand = await open_.bot.get_file(bericht.document.file_id)
    assert bestand.file_path is not None
    gelezen = await open_.bot.download_file(bestand.file_path)
    assert gelezen is not None
    assert gelezen.read() == inhoud
    async with open_.http.get(f"{open_.url}/chat/api/personen/{ANNA}/bestand/{bericht.document.file_id}") as antwoord:
        assert antwoord.headers["Content-Disposition"] == 'attachment; filename="verslag 1.html"'
        assert antwoord.content_type == "application/octet-stream"


@pytest.mark.parametrize("naam", ["één; twee.txt", 'a "b".txt', "x'y.txt", "../../etc/passwd", "c:\\map\\d.txt"])
async def test_the_name_of_a_file_survives_without_its_folders(open_: Chat, naam: str) -> None:
    formulier = aiohttp.FormData({"chat_id": str(ANNA)}, quote_fields=False)  # as aiogram does: names go as UTF-8
    formulier.add_field("document", b"x", filename=naam, content_type="text/plain")
    async with open_.http.post(f"{open_.url}/bot{TOKEN}/sendDocument", data=formulier) as antwoord:
        document = (await antwoord.json())["result"]["document"]
    assert document["file_name"] == naam.replace("\\", "/").rpartition("/")[2]
    assert document["mime_type"] == "text/plain"


async def test_edits_replace_text_caption_and_keyboard(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "Een", reply_markup=KNOPPEN)
    gewijzigd = await open_.bot.edit_message_text("Twee", chat_id=ANNA, message_id=bericht.message_id)
    assert not isinstance(gewijzigd, bool)
    assert (gewijzigd.text, gewijzigd.reply_markup, gewijzigd.edit_date is not None) == ("Twee", None, True)
    met = await open_.bot.edit_message_reply_markup(chat_id=ANNA, message_id=bericht.message_id, reply_markup=KNOPPEN)
    assert not isinstance(met, bool)
    assert met.reply_markup is not None
    assert met.reply_markup.model_dump() == KNOPPEN.model_dump()
    foto = await open_.bot.send_photo(ANNA, BufferedInputFile(png(), "a.png"))
    onder = await open_.bot.edit_message_caption(chat_id=ANNA, message_id=foto.message_id, caption="Onderschrift")
    assert not isinstance(onder, bool)
    assert onder.caption == "Onderschrift"


async def test_an_edit_without_change_says_so(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "<b>Een</b>", parse_mode="HTML", reply_markup=KNOPPEN)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bericht.edit_text("<b>Een</b>", parse_mode="HTML", reply_markup=KNOPPEN)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bericht.edit_reply_markup(reply_markup=KNOPPEN)
    await bericht.edit_text("<b>Twee</b>", parse_mode="HTML", reply_markup=KNOPPEN)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bericht.edit_text("<b>Twee</b>", parse_mode="HTML", reply_markup=KNOPPEN)


async def test_only_what_the_bot_wrote_and_what_fits_can_be_edited(open_: Chat) -> None:
    foto = await open_.bot.send_photo(ANNA, BufferedInputFile(png(), "a.png"))
    for message_id in (1, 99, foto.message_id):
        with pytest.raises(TelegramBadRequest):
            await open_.bot.edit_message_text("x", chat_id=ANNA, message_id=message_id)
    tekst = await open_.bot.send_message(ANNA, "x")
    with pytest.raises(TelegramBadRequest):
        await open_.bot.edit_message_caption(caption="x", chat_id=ANNA, message_id=tekst.message_id)


async def test_a_deleted_message_is_gone_its_id_is_not_used_again_and_clients_hear_of_it(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "weg")
    volgnr = (await open_.haal(f"personen/{ANNA}/berichten"))[-1]["volgnr"]
    assert await open_.bot.delete_message(ANNA, bericht.message_id)
    assert len(await open_.haal(f"personen/{ANNA}/berichten")) == 1
    assert (await open_.haal(f"personen/{ANNA}/berichten?na={volgnr}"))[0]["verwijderd"]
    assert (await open_.bot.send_message(ANNA, "nieuw")).message_id == bericht.message_id + 1
    with pytest.raises(TelegramBadRequest):
        await open_.bot.delete_message(ANNA, bericht.message_id)


async def test_a_message_of_two_days_ago_cannot_be_deleted(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "oud")
    await open_.stuur("klok", seconden=48 * 3600)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await open_.bot.delete_message(ANNA, bericht.message_id)


async def test_several_messages_go_at_once_those_that_are_not_there_are_passed_over_and_an_old_one_keeps_all(
    open_: Chat,
) -> None:
    oud = await open_.bot.send_message(ANNA, "oud")
    await open_.stuur("klok", seconden=48 * 3600)
    nieuw = [(await open_.bot.send_message(ANNA, f"nieuw {n}")).message_id for n in range(3)]
    voor = len(await open_.haal(f"personen/{ANNA}/berichten"))
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await open_.bot.delete_messages(ANNA, [*nieuw, oud.message_id])
    assert len(await open_.haal(f"personen/{ANNA}/berichten")) == voor
    for _ in range(2):
        assert await open_.bot.delete_messages(ANNA, [*nieuw, 99])
    assert len(await open_.haal(f"personen/{ANNA}/berichten")) == voor - 3


async def test_a_tap_reaches_the_bot_and_is_answered_once(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "Doe je mee?", reply_markup=KNOPPEN)
    tik = await open_.tik(bericht.message_id, "iets heel anders")
    query = (await open_.bot.get_updates())[0].callback_query
    assert query is not None
    assert query.message is not None
    assert (query.id, query.data, query.from_user.id) == (tik, "iets heel anders", ANNA)
    assert query.message.message_id == bericht.message_id
    stand = await open_.haal(f"personen/{ANNA}/tik/{tik}")
    assert stand == {"beantwoord": False, "tekst": None, "alert": False}
    assert await open_.bot.answer_callback_query(query.id, "Genoteerd", show_alert=True)
    stand = await open_.haal(f"personen/{ANNA}/tik/{tik}")
    assert stand == {"beantwoord": True, "tekst": "Genoteerd", "alert": True}
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await open_.bot.answer_callback_query(query.id)


async def test_a_late_answer_to_a_tap_is_refused(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "Doe je mee?", reply_markup=KNOPPEN)
    tik = await open_.tik(bericht.message_id, "ja")
    eerst = open_.webchat._systeemklok
    open_.webchat._systeemklok = lambda: eerst() + 61
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await open_.bot.answer_callback_query(tik)


async def test_the_narrowest_menu_wins_and_a_persons_language_before_none(chat: Chat) -> None:
    async def zet(naam: str, scope: object, taal: str | None = None) -> None:
        opdrachten = [BotCommand(command=naam, description="x")]
        assert await chat.bot.set_my_commands(opdrachten, scope=scope, language_code=taal)  # type: ignore[arg-type]

    async def menu(wie: int) -> list[str]:
        return [o["command"] for o in await chat.haal(f"personen/{wie}/menu")]

    assert await menu(ANNA) == []
    await zet("overal", BotCommandScopeDefault())
    await zet("engels", BotCommandScopeAllPrivateChats(), "en")
    assert (await menu(ANNA), await menu(BRAM)) == (["overal"], ["engels"])
    await zet("anna", BotCommandScopeChat(chat_id=ANNA))
    assert (await menu(ANNA), await menu(BRAM)) == (["anna"], ["engels"])
    assert [c.command for c in await chat.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=ANNA))] == ["anna"]
    assert await chat.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=BRAM)) == []
    assert await chat.bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=ANNA))
    assert await menu(ANNA) == ["overal"]


async def test_a_group_has_its_own_messages_and_menu(chat: Chat) -> None:
    groep = (await chat.stuur("groepen", titel="Werkgroep techniek", leden=[ANNA, BRAM]))["id"]
    await chat.schrijf("/help@gehoord_bot", chat=groep)
    updates = await chat.bot.get_updates()
    assert [u.event_type for u in updates] == ["my_chat_member", "message", "message"]
    laatste = updates[-1].message
    assert laatste is not None
    assert laatste.entities is not None
    assert (laatste.chat.type, laatste.chat.title, laatste.entities[0].length) == ("group", "Werkgroep techniek", 17)
    await chat.bot.send_message(groep, "Dag allemaal")
    for wie in (ANNA, BRAM):
        assert (await chat.haal(f"personen/{wie}/berichten?chat={groep}"))[-1]["text"] == "Dag allemaal"
    scope = BotCommandScopeChatMember(chat_id=groep, user_id=BRAM)
    await chat.bot.set_my_commands([BotCommand(command="trek", description="x")], scope=scope)
    assert [len(await chat.haal(f"personen/{wie}/menu?chat={groep}")) for wie in (ANNA, BRAM)] == [0, 1]
    await chat.stuur(f"personen/{ANNA}/tekst", 404, tekst="x", chat=-5)


async def test_the_bot_hears_that_a_group_got_another_id_and_that_it_was_taken_out(chat: Chat) -> None:
    oud = (await chat.stuur("groepen", titel="Werkgroep techniek", leden=[ANNA, BRAM]))["id"]
    nieuw = (await chat.stuur(f"personen/{BRAM}/groepen/{oud}/supergroep"))["id"]
    await chat.stuur(f"personen/{BRAM}/groepen/{oud}/supergroep", 404)
    for _ in range(2):
        await chat.stuur(f"personen/{ANNA}/groepen/{nieuw}/bot", aan=False)
    await chat.stuur(f"personen/{ANNA}/groepen/{nieuw}/bot", aan=True)
    assert (await chat.bot.send_message(nieuw, "Dag")).chat.type == "supergroup"
    updates = (await chat.bot.get_updates())[2:]
    leden = [(u.my_chat_member.chat.id, u.my_chat_member.new_chat_member.status) for u in updates if u.my_chat_member]
    assert leden == [(nieuw, "member"), (nieuw, "kicked"), (nieuw, "member")]
    verhuizing = [
        (u.message.chat.id, u.message.migrate_to_chat_id, u.message.migrate_from_chat_id) for u in updates if u.message
    ]
    assert verhuizing == [(oud, nieuw, None), (nieuw, None, oud)]


async def test_the_bot_knows_a_chat_and_shows_that_it_is_busy(open_: Chat) -> None:
    gevonden = await open_.bot.get_chat(ANNA)
    assert (gevonden.type, gevonden.first_name) == ("private", "Anna")
    assert await open_.bot.send_chat_action(ANNA, "typing")
    with pytest.raises(TelegramBadRequest):
        await open_.bot.get_chat(31337)


async def test_the_bot_cannot_write_to_who_did_not_start_or_blocked_it(open_: Chat) -> None:
    with pytest.raises(TelegramForbiddenError):
        await open_.bot.send_message(BRAM, "Hoi")
    await open_.stuur(f"personen/{ANNA}/blokkeer", aan=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await open_.bot.send_message(ANNA, "Hoi")
    await open_.stuur(f"personen/{ANNA}/tekst", 409, tekst="Hoi")
    await open_.stuur(f"personen/{ANNA}/blokkeer", aan=False)
    await open_.bot.send_message(ANNA, "Hoi")
    standen = [u.my_chat_member.new_chat_member.status for u in await open_.bot.get_updates() if u.my_chat_member]
    assert standen == ["kicked", "member"]
    assert await open_.haal(f"personen/{BRAM}/berichten") == []
