"""The contenders, each run in a process of its own: `python -m tests.bench._deelnemers name address taps database`.

Each answers a tap with answerCallbackQuery and editMessageText, as its own documentation would have it.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench._opgave import TOKEN, Opgave

Zend = Callable[[], Coroutine[Any, Any, None]]
"""Writes a message to many."""


@asynccontextmanager
async def gehoord(adres: str, opgave: Opgave, database: Path) -> AsyncIterator[Zend]:
    """The bot as `gehoord start` runs it, with its database on disk; at its own pace only where there is a limit."""
    from bot import app, geheugen
    from tests.bench._buurt import maak_settings, zend_uit

    settings = maak_settings(database, adres, ongeremd=not opgave.uitzending)
    async with app.draai([settings], b"") as bot:
        geheugen.laat_rusten()
        yield partial(zend_uit, bot.omgeving, opgave)


@asynccontextmanager
async def _ptb(
    adres: str, opgave: Opgave, *, tegelijk: bool, limiet: bool = False, zenders: int = 0
) -> AsyncIterator[Zend]:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
    from telegram.ext import (
        AIORateLimiter,
        Application,
        CallbackQueryHandler,
        ContextTypes,
        MessageHandler,
        filters,
    )

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

    async def zeg_terug(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(opgave.melding)

    bouwer = Application.builder().token(TOKEN).base_url(f"{adres}/bot").concurrent_updates(tegelijk)
    application = (bouwer.rate_limiter(AIORateLimiter(max_retries=5)) if limiet else bouwer).build()
    application.add_handler(CallbackQueryHandler(stem))
    application.add_handler(MessageHandler(filters.TEXT, zeg_terug))

    async def zend() -> None:
        beurt = asyncio.Semaphore(zenders or len(opgave.chats))

        async def aan(chat: int) -> None:
            async with beurt:
                await application.bot.send_message(chat, opgave.uitzending)

        await asyncio.gather(*map(aan, opgave.chats), return_exceptions=True)

    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        yield zend


def ptb(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[Zend]:
    """Stock python-telegram-bot, updates concurrently, storing nothing."""
    return _ptb(adres, opgave, tegelijk=True)


def ptb_sequentieel(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[Zend]:
    """Stock python-telegram-bot as it comes, one update after another, storing nothing."""
    return _ptb(adres, opgave, tegelijk=False)


def aioratelimiter(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[Zend]:
    """python-telegram-bot with its AIORateLimiter; a broadcast is a gather over all chats."""
    return _ptb(adres, opgave, tegelijk=True, limiet=True)


def aioratelimiter_32(adres: str, opgave: Opgave, database: Path) -> AbstractAsyncContextManager[Zend]:
    """The same, with at most 32 messages of the broadcast under way."""
    return _ptb(adres, opgave, tegelijk=True, limiet=True, zenders=32)


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


Deelnemer = Callable[[str, Opgave, Path], AbstractAsyncContextManager[Zend | None]]
STEMMEN: dict[str, Deelnemer] = {
    "gehoord": gehoord,
    "aiogram": aiogram,
    "ptb": ptb,
    "ptb_sequentieel": ptb_sequentieel,
}
UITZENDING: dict[str, Deelnemer] = {
    "gehoord": gehoord,
    "aioratelimiter": aioratelimiter,
    "aioratelimiter_32": aioratelimiter_32,
}


def _luister(begin: Callable[[], object]) -> None:
    """Do what each line says, and answer with the CPU time up to then."""
    for opdracht in sys.stdin:
        print(time.process_time(), flush=True)
        if opdracht.strip() == "zend":
            begin()


async def main(naam: str, adres: str, opgave: Opgave, database: Path) -> None:
    lus = asyncio.get_running_loop()
    async with (STEMMEN | UITZENDING)[naam](adres, opgave, database) as zend:

        def begin() -> None:
            assert zend is not None
            asyncio.run_coroutine_threadsafe(zend(), lus)

        await asyncio.to_thread(_luister, begin)
        os._exit(0)  # no goodbye: what was answered must be there all the same


if __name__ == "__main__":
    wie, waar, taps, bestand = sys.argv[1:]
    asyncio.run(main(wie, waar, Opgave(**json.loads(Path(taps).read_text())), Path(bestand)))
