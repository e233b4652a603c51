"""What handles and answers the updates that an intake takes, in the tests of it."""

import json
from collections.abc import Awaitable, Callable

from sqlalchemy import Connection

from bot.channels.intake import Intake
from bot.channels.ploeg import Ploeg
from bot.storage import Database, inbox
from bot.storage.inbox import Post


class Bot:
    """What the intake drives: keeps the effect, mark and answer in one transaction as the real handling does."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.effecten: list[str] = []
        self.gezegd: list[str] = []
        self.mislukt: list[int] = []
        self.verwerk_fouten: dict[str, int] = {}
        self.antwoord_fouten = 0
        self.in_chat: list[int] = []
        self.tijdens: Callable[[Post], Awaitable[None]] | None = None

    def intake(self, kanaal: str = "telegram", bot: str = "42", ploeg: Ploeg | None = None) -> Intake:
        return Intake(self.database, kanaal, bot, self._verwerk, self._antwoord, self._mislukt, ploeg)

    async def _verwerk(self, post: Post) -> str | None:
        tekst = json.loads(post.inhoud).get("message", {}).get("text", "?")
        if self.verwerk_fouten.get(tekst, 0):
            self.verwerk_fouten[tekst] -= 1
            raise RuntimeError(f"a fault in the handling of {tekst}")
        if self.tijdens is not None:
            await self.tijdens(post)

        def effect(tx: Connection) -> str:
            assert inbox.verwerkt(tx, post.id, f"op {tekst}")
            return f"op {tekst}"

        antwoord = await self.database.write(1, effect)
        self.effecten.append(tekst)
        return antwoord

    async def _antwoord(self, post: Post, antwoord: str) -> list[int]:
        if self.antwoord_fouten:
            self.antwoord_fouten -= 1
            raise ConnectionError("the network is gone")
        self.gezegd.append(antwoord)
        return self.in_chat

    async def _mislukt(self, post: Post) -> None:
        self.mislukt.append(post.id)
