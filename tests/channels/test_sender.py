"""How a rendered message goes to a chat: text, pictures and files, and no secret in what goes wrong."""

import logging
from dataclasses import replace

import pytest
from telegram import Bot
from telegram.error import (
    TelegramError,
)

from berichten import Bericht, Bijlage, Knop
from bot import logboek
from bot.channels.sender import TelegramSender
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


@pytest.mark.parametrize(
    ("tekst", "methoden"),
    [
        ("<b>Kort</b>", ["sendPhoto"]),
        ("<b>" + "é" * 1024 + "</b>", ["sendPhoto"]),
        ("x" * 1025, ["sendPhoto", "sendMessage"]),
    ],
)
async def test_a_picture_has_its_text_under_it_or_else_after_it(
    api: BotApi, bot: Bot, tekst: str, methoden: list[str]
) -> None:
    api.roepen.clear()
    await TelegramSender(bot, snel()).stuur(1, Bericht(tekst, KNOP, foto=FOTO))
    assert api.roepen == methoden


async def test_a_tapped_message_becomes_a_picture_and_where_that_cannot_be_a_new_one_comes(
    api: BotApi, bot: Bot
) -> None:
    api.roepen.clear()
    sender, bericht = TelegramSender(bot, snel()), Bericht("Kort", KNOP, foto=FOTO)
    await sender.bewerk(1, 7, bericht)
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message is not modified: same content"))
    await sender.bewerk(1, 7, bericht)
    assert api.roepen == ["editMessageMedia"] * 2
    api.straks["editMessageMedia"].append(fout(400, "Bad Request: message can't be edited"))
    await sender.bewerk(1, 7, bericht)
    await sender.bewerk(1, 7, replace(bericht, tekst="x" * 1025))
    assert api.roepen[2:] == ["editMessageMedia", "sendPhoto", "sendPhoto", "sendMessage"]


async def test_a_file_that_the_network_has_goes_by_its_id(api: BotApi, bot: Bot) -> None:
    foto = Bijlage("file_id", "foto.jpg", {"file_id": "AgAC-van-Telegram"})
    await TelegramSender(bot, snel()).stuur(1, Bericht("Kort", foto=foto))
    assert api.bezorgd[-1]["photo"] == "AgAC-van-Telegram"
