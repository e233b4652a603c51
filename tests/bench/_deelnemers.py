"""The contenders, each run in a process of its own: `python -m tests.bench._deelnemers name address taps database`.

Each answers a tap with answerCallbackQuery and editMessageText, as its own documentation would have it.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.bench._opgave import TOKEN, Opgave


@asynccontextmanager
async def gehoord(adres: str, opgave: Opgave, database: Path) -> AsyncIterator[None]:
    """The bot as `gehoord start` runs it, with its database on disk."""
    from bot import app
    from tests.bench._buurt import maak_settings

    async with app.draai(maak_settings(database, adres), b""):
        yield


@asynccontextmanager
async def _ptb(adres: str, opgave: Opgave, *, tegelijk: bool) -> AsyncIterator[None]:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
    from telegram.ext import Application, CallbackQueryHandler, ContextTypes

    geen_voorbeeld = LinkPreviewOptions(is_disabled=True)

    async def stem(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        tik = update.callback_query
        assert tik is not None
        assert tik.data is not None
        scherm = opgave.schermen[tik.data]
        await tik.answer(opgave.melding)
        knoppen = [
            [InlineKeyboardButton(k["text"], callback_data=k["callback_data"]) for k in rij]
            for rij in scherm["knoppen"]
        ]
        await tik.edit_message_text(
            scherm["tekst"],
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup(knoppen),
            link_preview_options=geen_voorbeeld,
        )

    application = Application.builder().token(TOKEN).base_url(f"{adres}/bot").concurrent_updates(tegelijk).build()
    application.add_handler(CallbackQueryHandler(stem))
    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        yield


def ptb(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[None]:
    """Stock python-telegram-bot, updates concurrently, storing nothing."""
    return _ptb(adres, opgave, tegelijk=True)


def ptb_sequentieel(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[None]:
    """Stock python-telegram-bot as it comes, one update after another, storing nothing."""
    return _ptb(adres, opgave, tegelijk=False)


@asynccontextmanager
async def aiogram(adres: str, opgave: Opgave, database: Path) -> AsyncIterator[None]:
    """Stock aiogram 3, handlers as tasks, storing nothing."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message

    dispatcher = Dispatcher()
    geen_voorbeeld = LinkPreviewOptions(is_disabled=True)

    @dispatcher.callback_query()
    async def stem(tik: CallbackQuery) -> None:
        assert tik.data is not None
        assert isinstance(tik.message, Message)
        scherm = opgave.schermen[tik.data]
        await tik.answer(opgave.melding)
        knoppen = [[InlineKeyboardButton(**knop) for knop in rij] for rij in scherm["knoppen"]]
        await tik.message.edit_text(
            scherm["tekst"],
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup(inline_keyboard=knoppen),
            link_preview_options=geen_voorbeeld,
        )

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(adres)))
    taak = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    yield
    taak.cancel()


DEELNEMERS: dict[str, Callable[[str, Opgave, Path], AbstractAsyncContextManager[None]]] = {
    "gehoord": gehoord,
    "aiogram": aiogram,
    "ptb": ptb,
    "ptb_sequentieel": ptb_sequentieel,
}


def _zeg_cpu() -> None:
    for _ in sys.stdin:
        print(time.process_time(), flush=True)


async def main(naam: str, adres: str, opgave: Opgave, database: Path) -> None:
    async with DEELNEMERS[naam](adres, opgave, database):
        await asyncio.to_thread(_zeg_cpu)
        os._exit(0)  # no goodbye: what was answered must be there all the same


if __name__ == "__main__":
    wie, waar, taps, bestand = sys.argv[1:]
    asyncio.run(main(wie, waar, Opgave(**json.loads(Path(taps).read_text())), Path(bestand)))
