"""The web chat as a whole: opens the store, ties both sides together, and hands out the app."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from bot.webchat import pagina
from bot.webchat.bezorgen import Bezorger
from bot.webchat.botapi import BotApi
from bot.webchat.chatapi import ChatApi
from bot.webchat.demo import Demo
from bot.webchat.lichaam import Ruw
from bot.webchat.opslag import Bot, Json, Opslag, Tx
from bot.webchat.stroom import Omroep
from bot.webchat.tempo import Tempo


class Webchat:
    """A Bot API server for one bot, with or without a page for people. Use `Webchat.open`."""

    def __init__(self) -> None:
        self._klok: Callable[[], float] = time.time
        self._systeemklok: Callable[[], float] = time.time
        self._omroep = Omroep()
        self._opslag: Opslag
        self._bot_api: BotApi
        self._bezorger: Bezorger
        self._open = False

    @classmethod
    async def open(cls, bestand: Path, *, token: str, username: str, naam: str) -> Webchat:
        """Open the state of a chat and start delivering to its webhook, if it has one.

        Args:
            bestand: the SQLite file; created when missing.
            token: the bot's token, `<number>:<secret>`.
            username: the bot's username, without @.
            naam: the name above the chat.

        Raises:
            ValueError: the token has another form.
        """
        if not re.fullmatch(r"\d{1,18}:[A-Za-z0-9_-]+", token):
            raise ValueError("a token is a number, a colon, and letters, digits, _ or -")
        self = cls()
        bot = Bot(token, username, naam)
        self._opslag = Opslag(bestand, bot, lambda: int(self._klok()), lambda: self._systeemklok(), self._na_commit)
        self._bot_api = BotApi(bot, self._opslag)
        self._bezorger = Bezorger(self._opslag, self._roep)
        self._open = True
        return self

    async def close(self) -> None:
        """End waiting polls and streams, stop deliveries, close the store. Call it before or while the server stops."""
        if not self._open:
            return
        self._open = False
        self._omroep.sluit()
        self._bot_api.lezer.sluit()
        await self._bezorger.close()
        self._opslag.close()

    def app(self, demo: Demo | None = None) -> Starlette:
        """Return the app.

        Args:
            demo: people and clock; None gives the bot's side only, without page, bar or clock.

        Raises:
            ValueError: a startcode that no link can hold.
        """
        routes: list[BaseRoute] = list(self._bot_api.routes)
        chat_api: ChatApi | None = None
        if demo is not None:
            self._klok = lambda: demo.klok().timestamp()
            chat_api = ChatApi(self._opslag, self._omroep, demo)
            routes += [*chat_api.routes, *pagina.routes()]

        @contextlib.asynccontextmanager
        async def lifespan(_: Starlette) -> AsyncIterator[None]:
            if chat_api is not None:
                await chat_api.begin()
            yield

        return Starlette(routes=routes, lifespan=lifespan, middleware=[Middleware(pagina.Wacht)])

    def begrens(self, tempo: Tempo | None) -> None:
        """Refuse what the bot sends faster than this with 429, as Telegram does; None, as at first, lets all pass."""
        self._bot_api.tempo = tempo

    def _na_commit(self, tx: Tx) -> None:
        if tx.gebeurtenissen:
            self._omroep.zend(tx.gebeurtenissen)
        if tx.nieuwe_update:
            self._bot_api.lezer.maak_wakker()
            self._bezorger.maak_wakker()

    async def _roep(self, methode: str, parameters: Json) -> Json:
        return await self._bot_api.roep(methode, Ruw(parameters, uit_json=True))
