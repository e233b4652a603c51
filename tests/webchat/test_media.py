"""Pictures, files and places in both directions, and messages whose picture is replaced."""

import base64
import io
import json
from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)

from tests.webchat.conftest import ANNA, TOKEN, Chat, png

KNOPPEN = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ja", callback_data="ja")]])


@pytest.fixture
async def open_(chat: Chat) -> Chat:
    """A chat that Anna has opened, with an empty queue."""
    await chat.schrijf("/start")
    laatste = await chat.bot.get_updates()
    await chat.bot.get_updates(offset=laatste[-1].update_id + 1)
    return chat


async def _bericht(chat: Chat) -> Message:
    """The message that the bot gets next."""
    bericht = (await chat.bot.get_updates())[-1].message
    assert bericht is not None
    return bericht


async def test_a_text_becomes_a_picture_and_the_picture_another_one_with_its_buttons(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "De stand komt er zo aan", reply_markup=KNOPPEN)
    media = InputMediaPhoto(
        media=BufferedInputFile(png(30, 20), "stand.png"), caption="<b>Stand</b>", parse_mode="HTML"
    )
    foto = await bericht.edit_media(media, reply_markup=KNOPPEN)
    assert isinstance(foto, Message)
    assert foto.photo is not None
    assert (foto.message_id, foto.text, foto.caption, foto.photo[0].width) == (bericht.message_id, None, "Stand", 30)
    assert foto.reply_markup is not None
    ander = await foto.edit_media(InputMediaPhoto(media=BufferedInputFile(png(40, 20), "stand.png")))
    assert isinstance(ander, Message)
    assert ander.photo is not None
    assert (ander.caption, ander.reply_markup, ander.photo[0].width) == (None, None, 40)
    gezien = (await open_.haal(f"personen/{ANNA}/berichten"))[-1]
    assert (gezien["photo"][0]["width"], "text" in gezien, "caption" in gezien) == (40, False, False)


async def test_a_picture_becomes_a_file_and_a_known_file_is_used_again(open_: Chat) -> None:
    document = await open_.bot.send_document(ANNA, BufferedInputFile(b"BEGIN:VCALENDAR", "cafe.ics"))
    foto = await open_.bot.send_photo(ANNA, BufferedInputFile(png(), "a.png"), caption="Kaart")
    assert document.document is not None
    media = InputMediaDocument(media=document.document.file_id)
    gewijzigd = await foto.edit_media(media)
    assert isinstance(gewijzigd, Message)
    assert gewijzigd.document is not None
    assert (gewijzigd.photo, gewijzigd.document.file_name) == (None, "cafe.ics")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await foto.edit_media(media)


async def test_media_that_points_to_no_file_of_the_form_is_refused_and_the_message_stays(open_: Chat) -> None:
    bericht = await open_.bot.send_message(ANNA, "tekst")
    formulier = aiohttp.FormData({"chat_id": str(ANNA), "message_id": str(bericht.message_id)})
    formulier.add_field("media", json.dumps({"type": "photo", "media": "attach://weg"}))
    formulier.add_field("hier", png(), filename="a.png", content_type="image/png")
    async with open_.http.post(f"{open_.url}/bot{TOKEN}/editMessageMedia", data=formulier) as antwoord:
        assert antwoord.status == 400
    assert (await open_.haal(f"personen/{ANNA}/berichten"))[-1]["text"] == "tekst"


async def test_a_place_has_its_point_and_a_venue_its_name_too(open_: Chat) -> None:
    punt = await open_.bot.send_location(ANNA, 52.0263, 5.5544, reply_markup=KNOPPEN)
    assert punt.location is not None
    assert (punt.location.latitude, punt.location.longitude) == (52.0263, 5.5544)
    plek = await open_.bot.send_venue(ANNA, 52, 5.5, title="De Nestkast", address="Merelstraat 9")
    assert plek.venue is not None
    assert plek.location is not None
    assert (plek.venue.title, plek.venue.location.latitude, plek.location.latitude) == ("De Nestkast", 52, 52)
    for fout in (
        {"latitude": 90.1, "longitude": 0},
        {"latitude": 0, "longitude": "x"},
        {"latitude": True, "longitude": 0},
    ):
        assert (await open_.roep("sendLocation", chat_id=ANNA, **fout))["error_code"] == 400
    with pytest.raises(TelegramBadRequest):
        await open_.bot.edit_message_media(InputMediaPhoto(media="x"), chat_id=ANNA, message_id=punt.message_id)


async def test_a_picture_from_a_phone_reaches_the_bot_and_can_be_fetched(open_: Chat) -> None:
    inhoud = base64.b64encode(png(30, 20)).decode()
    foto: dict[str, Any] = {
        "soort": "foto",
        "naam": "a.png",
        "mime": "image/png",
        "inhoud": inhoud,
        "onderschrift": " Kijk /help ",
    }
    await open_.stuur(f"personen/{ANNA}/bestand", **foto)
    bericht = await _bericht(open_)
    assert bericht.photo is not None
    assert (bericht.from_user and bericht.from_user.id, bericht.caption) == (ANNA, "Kijk /help")
    assert [e.type for e in bericht.caption_entities or []] == ["bot_command"]
    gelezen = io.BytesIO()
    await open_.bot.download(bericht.photo[-1], gelezen)
    assert gelezen.getvalue() == png(30, 20)
    assert (await open_.bot.send_photo(ANNA, bericht.photo[-1].file_id)).photo is not None


async def test_a_file_from_a_phone_reaches_the_bot_byte_for_byte(open_: Chat) -> None:
    inhoud = bytes(range(256)) * 40
    codering = base64.b64encode(inhoud).decode()
    document: dict[str, Any] = {"soort": "document", "naam": "../adressen.csv", "mime": "text/csv", "inhoud": codering}
    await open_.stuur(f"personen/{ANNA}/bestand", **document)
    bericht = await _bericht(open_)
    assert bericht.document is not None
    assert (bericht.document.file_name, bericht.document.mime_type) == ("adressen.csv", "text/csv")
    gelezen = io.BytesIO()
    await open_.bot.download(bericht.document, gelezen)
    assert gelezen.getvalue() == inhoud


@pytest.mark.parametrize(("soort", "mime"), [("video", "video/mp4"), ("spraak", "audio/ogg")])
async def test_a_video_and_a_voice_message_of_a_phone_go_on_to_another_by_their_id(
    open_: Chat, soort: str, mime: str
) -> None:
    codering = base64.b64encode(b"beeld en geluid").decode()
    vet = [{"type": "bold", "offset": 3, "length": 3}]
    bestand: dict[str, Any] = {"soort": soort, "naam": "a", "mime": mime, "inhoud": codering}
    await open_.stuur(f"personen/{ANNA}/bestand", **bestand, onderschrift="😀 vet", opmaak=vet)
    bericht = await _bericht(open_)
    assert (bericht.caption, [(e.type, e.offset) for e in bericht.caption_entities or []]) == ("😀 vet", [("bold", 3)])
    if bericht.video:
        terug = await open_.bot.send_video(ANNA, bericht.video.file_id, caption="<b>Kijk</b>", parse_mode="HTML")
        assert terug.video is not None
        media = InputMediaVideo(media=bericht.video.file_id, caption="Anders")
        anders = await open_.bot.edit_message_media(media, chat_id=ANNA, message_id=terug.message_id)
        assert isinstance(anders, Message)
        assert (anders.caption, anders.video) == ("Anders", terug.video)
    else:
        assert bericht.voice is not None
        terug = await open_.bot.send_voice(ANNA, bericht.voice.file_id, caption="Kijk", reply_markup=KNOPPEN)
        assert terug.voice == bericht.voice
        with pytest.raises(TelegramBadRequest, match="can't use file of type VoiceNote as Photo"):
            await open_.bot.send_photo(ANNA, bericht.voice.file_id)
        anders = await terug.edit_caption(caption="Anders")
        assert isinstance(anders, Message)
        assert anders.caption == "Anders"
    gelezen = io.BytesIO()
    await open_.bot.download(bericht.video or bericht.voice or "", gelezen)
    assert gelezen.getvalue() == b"beeld en geluid"
    file_id = (bericht.video or bericht.voice or bericht).model_dump()["file_id"]
    async with open_.http.get(f"{open_.url}/chat/api/personen/{ANNA}/bestand/{file_id}") as antwoord:
        assert antwoord.headers["Content-Type"] == mime


async def test_what_is_typed_bold_reaches_the_bot_bold_and_commands_are_still_found(open_: Chat) -> None:
    vet = [{"type": "bold", "offset": 6, "length": 3}, {"type": "text_link", "offset": 2, "length": 3, "url": "x.nl"}]
    await open_.schrijf("\n\nKom ook! /help", opmaak=vet)
    bericht = await _bericht(open_)
    assert bericht.text == "Kom ook! /help"
    gevonden = [(e.type, e.offset, e.length) for e in bericht.entities or []]
    assert gevonden == [("text_link", 0, 3), ("bold", 4, 3), ("bot_command", 9, 5)]


@pytest.mark.parametrize(
    ("pad", "inhoud", "status"),
    [
        ("bestand", {"soort": "foto", "naam": "a", "mime": "image/png", "inhoud": "geen base64!"}, 400),
        ("bestand", {"soort": "foto", "naam": "a", "mime": "image/png", "inhoud": "eA=="}, 400),
        ("bestand", {"soort": "photo", "naam": "a", "mime": "image/png", "inhoud": "eA=="}, 400),
        ("bestand", {"soort": "document", "naam": "a", "mime": "text/plain", "inhoud": ""}, 400),
        ("bestand", {"soort": "document", "naam": "a"}, 400),
        ("locatie", {"latitude": 91, "longitude": 0}, 400),
        ("locatie", {"latitude": 52.1}, 400),
        ("locatie", {"latitude": True, "longitude": 0}, 400),
        ("locatie", {"latitude": 52.1, "longitude": 5, "chat": 9}, 404),
        ("tekst", {"tekst": "x", "datum": 2**40}, 400),
        ("tekst", {"tekst": "x", "datum": 0}, 400),
    ],
)
async def test_what_no_phone_sends_is_refused(open_: Chat, pad: str, inhoud: dict[str, Any], status: int) -> None:
    await open_.stuur(f"personen/{ANNA}/{pad}", status, **inhoud)
    assert await open_.bot.get_updates() == []


async def test_the_place_of_a_phone_reaches_the_bot(open_: Chat) -> None:
    await open_.stuur(f"personen/{ANNA}/locatie", latitude=52.0263, longitude=5)
    bericht = await _bericht(open_)
    assert bericht.location is not None
    assert (bericht.location.latitude, bericht.location.longitude) == (52.0263, 5)


async def test_a_message_carries_the_time_it_was_written_which_may_be_earlier_than_its_arrival(open_: Chat) -> None:
    await open_.schrijf("nu")
    assert (await _bericht(open_)).date == open_.klok.nu
    eerder = int(open_.klok.nu.timestamp()) - 540
    await open_.schrijf("123 456", datum=eerder)
    assert int((await _bericht(open_)).date.timestamp()) == eerder


@pytest.mark.parametrize("naam", ["cafe.ics", "brief.pdf", "bewijs.xlsx"])
async def test_documents_are_downloaded_under_their_name(open_: Chat, naam: str) -> None:
    bericht = await open_.bot.send_document(ANNA, BufferedInputFile(b"inhoud", naam))
    assert bericht.document is not None
    async with open_.http.get(f"{open_.url}/chat/api/personen/{ANNA}/bestand/{bericht.document.file_id}") as antwoord:
        assert antwoord.headers["Content-Disposition"] == f'attachment; filename="{naam}"'
        assert await antwoord.read() == b"inhoud"
