"""A process of the kill tests: `python -m tests.e2e.proces webchat|gehoord|stock MAP ADRES`.

It imports, waits for "go" on its stdin, says "op" once it runs, and ends when its stdin ends: it never outlives the
test that started it. A spare that has imported everything lets a killed bot be followed up at once.
"""

import asyncio
import json
import logging
import os
import socket
import sys
from datetime import timedelta
from pathlib import Path

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot import app, brieven, logboek
from bot.clock import VerzetbareClock
from bot.demo.draaien import maak_settings
from bot.storage import open_database, wekkers
from bot.web.server import serveer
from bot.webchat import Demo, Persoon, Webchat


async def webchat(map_: Path, adres: str) -> None:
    """Serve the web chat on the socket that came along; the demo's clock is the row in the bot's database."""
    stekker = socket.socket(fileno=int(sys.argv[4]))
    token = (map_ / "token.txt").read_text()
    personen = [Persoon(**velden) for velden in json.loads((map_ / "personen.json").read_text())]
    chat = await Webchat.open(map_ / "webchat.db", token=token, username="GehoordBot", naam="Gehoord")
    database = await open_database(maak_settings(map_, adres, token).opslag.database)
    clock = VerzetbareClock(timedelta(seconds=await database.read(wekkers.verzet)))

    async def verzet(hoeveel: timedelta) -> None:
        seconden = await database.write(None, wekkers.verzet_klok, int(hoeveel.total_seconds()))
        clock.verzet = timedelta(seconds=seconden)

    async with serveer(chat.app(Demo(personen, clock.now, verzet)), stekker):
        await zeg_op_en_wacht()
        await chat.close()
    await database.close()


async def gehoord(map_: Path, adres: str) -> None:
    """Run our bot as the demo does."""
    settings = maak_settings(map_, adres, (map_ / "token.txt").read_text())
    peper = brieven.peper(Path(settings.opslag.peper_bestand), None)
    async with app.draai([settings], peper, VerzetbareClock()) as bot:
        einde = asyncio.create_task(zeg_op_en_wacht())
        await asyncio.wait([einde, bot.gestopt], return_when=asyncio.FIRST_COMPLETED)
        if bot.gestopt.done():
            bot.gestopt.result()


def stock(map_: Path, adres: str) -> None:
    """Run the control: python-telegram-bot as its examples do, counting each text on disk before it answers."""
    with (map_ / "geteld.txt").open("a") as geteld:

        async def tel(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            assert update.message is not None
            geteld.write(f"{update.message.text}\n")
            geteld.flush()
            os.fsync(geteld.fileno())
            await update.message.reply_text("geteld")

        async def zeg_op(application: object) -> None:
            zeg("op")

        bouwer = Application.builder().token((map_ / "token.txt").read_text())
        application = bouwer.base_url(f"{adres}/bot").base_file_url(f"{adres}/file/bot").post_init(zeg_op).build()
        application.add_handler(MessageHandler(filters.TEXT, tel))
        application.run_polling()


def zeg(woord: str) -> None:
    sys.stdout.write(f"{woord}\n")
    sys.stdout.flush()


async def zeg_op_en_wacht() -> None:
    zeg("op")
    lezer = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lezer), sys.stdin)
    await lezer.read()


def main() -> None:
    soort, map_, adres = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    logboek.richt_in(niveau=logging.WARNING)
    if sys.stdin.readline() != "go\n":
        return  # the test is over, this spare was not needed
    if soort == "stock":
        stock(map_, adres)
    else:
        asyncio.run(webchat(map_, adres) if soort == "webchat" else gehoord(map_, adres))


if __name__ == "__main__":
    main()
