"""How a rendered message goes to a chat: text, pictures and files, and no secret in what goes wrong."""

import logging
from dataclasses import replace
from types import SimpleNamespace

import pytest
from telegram import Bot
from telegram.error import (
    TelegramError,
)

from berichten import Bericht, Bijlage, Knop
from berichten.bericht import Vorm
from bot import logboek
from bot.channels.sender import TelegramSender
from bot.exports.letters import letters
from tests.channels.botapi import (
    KNIP_VOOR,
    RAAR,
    TOKEN,
    TRAAG,
    BotApi,
    Gedrag,
    fout,
)
from tests.channels.zenden import (
    snel,
)


@pytest.mark.parametrize("gedrag", [TRAAG, KNIP_VOOR, RAAR, fout(500, "oeps"), fout(401, "Unauthorized"), "weg"])
@pytest.mark.usefixtures("logboek_terug")
async def test_no_exception_and_no_line_in_the_log_holds_the_token(
    api: BotApi, bot: Bot, gedrag: Gedrag, capfd: pytest.CaptureFixture[str]
) -> None:
    if gedrag == "weg":
        bot._base_url = "http://127.0.0.1:1/bot" + TOKEN
    else:
        api.straks["sendMessage"] = [gedrag]
    logboek.richt_in(niveau=logging.DEBUG)
    try:
        await bot.send_message(5, "hoi")
    except TelegramError as gevangen:
        logging.getLogger("proef").exception("mis")
        keten: BaseException | None = gevangen
        while keten is not None:
            assert TOKEN not in f"{keten!r} {keten}"
            keten = keten.__cause__ or keten.__context__
    else:
        pytest.fail("this call had to fail")
    gelogd = capfd.readouterr().err
    assert "mis" in gelogd
    assert TOKEN not in gelogd
    assert TOKEN.partition(":")[2] not in gelogd


FOTO = Bijlage("qr", "deur.png", {"inhoud": "hallo"})


KNOP = ((Knop("Menu", "menu"),),)
LANG = "x" * 1025


@pytest.mark.parametrize(
    ("tekst", "methoden"),
    [
        ("<b>Kort</b>", ["sendPhoto"]),
        ("<b>" + "é" * 1024 + "</b>", ["sendPhoto"]),
        (LANG, ["sendPhoto", "sendMessage"]),
    ],
)
async def test_a_picture_has_its_text_under_it_or_else_after_it(
    api: BotApi, bot: Bot, tekst: str, methoden: list[str]
) -> None:
    api.roepen.clear()
    await TelegramSender(bot, snel()).stuur(1, Bericht(tekst, KNOP, media=FOTO))
    assert api.roepen == methoden


async def test_a_message_goes_without_a_picture_for_which_this_machine_has_no_letters(
    api: BotApi, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cuneiform has no font that the check asks for; the text under the picture says the same."""
    monkeypatch.setattr("bot.exports.letters.vertaal", lambda _: SimpleNamespace(patronen=lambda _: {"k": "𒀀"}))
    letters.cache_clear()
    bericht = Bericht("<b>Kort</b>", KNOP, media=Bijlage("beeld", "x.png", {"taal": "zh"}))
    sender = TelegramSender(bot, snel())
    api.roepen.clear()
    await sender.stuur(1, bericht)
    await sender.bewerk(1, 7, bericht)
    letters.cache_clear()
    assert api.roepen == ["sendMessage", "editMessageText"]


@pytest.mark.parametrize(
    ("vorm", "methode", "veld"),
    [
        ("foto", "sendPhoto", "photo"),
        ("video", "sendVideo", "video"),
        ("spraak", "sendVoice", "voice"),
        ("document", "sendDocument", "document"),
    ],
)
async def test_each_kind_of_file_goes_in_one_message_with_its_text_and_buttons(
    api: BotApi, bot: Bot, vorm: Vorm, methode: str, veld: str
) -> None:
    api.roepen.clear()
    bestand = Bijlage("file_id", "", {"file_id": "AgAC-van-Telegram"}, als=vorm)
    sender, bericht = TelegramSender(bot, snel()), Bericht("<b>Kort</b>", KNOP, media=bestand)
    await sender.stuur(1, bericht)
    assert (api.roepen, api.bezorgd[-1][veld]) == ([methode], "AgAC-van-Telegram")
    assert (api.bezorgd[-1]["caption"], "menu" in str(api.bezorgd[-1]["reply_markup"])) == ("<b>Kort</b>", True)
    await sender.bewerk(1, 7, bericht)
    assert api.roepen[1:] == ([methode] if vorm == "spraak" else ["editMessageMedia"])
    await sender.stuur_bijlage(1, bestand)
    assert (api.roepen[-1], "caption" in api.bezorgd[-1]) == (methode, False)


async def test_a_place_without_a_name_is_a_point_on_the_map(api: BotApi, bot: Bot) -> None:
    api.roepen.clear()
    punt = {"latitude": 52.1, "longitude": 5.1}
    for plek in (punt, {**punt, "title": "Buurthuis", "address": "Dorp 1"}):
        await TelegramSender(bot, snel()).stuur_bijlage(1, Bijlage("plek", "", plek))
    assert api.roepen == ["sendLocation", "sendVenue"]


async def test_a_tapped_message_becomes_a_picture_and_where_that_cannot_be_a_new_one_comes(
    api: BotApi, bot: Bot
) -> None:
    api.roepen.clear()
    sender, bericht = TelegramSender(bot, snel()), Bericht("Kort", KNOP, media=FOTO)
    await sender.bewerk(1, 7, bericht)
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message is not modified: same content"))
    await sender.bewerk(1, 7, bericht)
    assert api.roepen == ["editMessageMedia"] * 2
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message can't be edited"))
    await sender.bewerk(1, 7, bericht)
    await sender.bewerk(1, 7, replace(bericht, tekst=LANG))
    assert api.roepen[2:] == ["editMessageMedia", "sendPhoto", "sendPhoto", "sendMessage"]
