"""A Bot API server on the loop of the program itself, and the people behind it: who taps, types, blocks or joins."""

import asyncio
import json
import math
import random
import time
from collections import Counter, deque
from typing import Any, Protocol

from aiohttp import web

from bot.webchat.tempo import TELT
from tests.bench._botapi import WAAR, bericht, gelezen
from tests.bench._drukkewijk import nummer
from tests.bench._opgave import BOT, EERSTE_UPDATE
from tests.bench._strenge_botapi import Grens

ONDERWEG_SECONDEN = 0.08
NOG_WEG_SECONDEN = 1.0
"""So long after the quiet hours began may come what was taken up before, a quarter of a second of sending."""


class Publiek(Protocol):
    """The people of one wijk."""

    def naam_van(self, tekst: str) -> str:
        """Return the name of a message that goes to many; empty for any other."""

    def kreeg(self, chat: int, naam: str, op: float) -> None:
        """Count a message that came in a chat."""

    def is_vreemd(self, tekst: str, knoppen: list[str]) -> bool:
        """Say whether something of another wijk stands in it."""

    def ziet(self, chat: int, naam: str, bericht: int, knoppen: list[str]) -> None:
        """Perhaps do something with it."""


class Drukbotapi:
    """What a server would know: updates that wait, and what was accepted in which chat."""

    def __init__(self) -> None:
        self.publiek: list[Publiek] = []
        """Of each wijk, in order."""
        self._toeval = random.Random(5)
        self._grens = Grens(time.monotonic)
        self._updates: deque[tuple[int, bytes]] = deque()
        self._nieuw = asyncio.Event()
        self._volgende = EERSTE_UPDATE
        self._bericht = 100_000
        self._tikken: dict[str, float] = {}
        self._getypt: dict[int, deque[tuple[float, bool]]] = {}
        """What has no answer yet: since when, and whether it was the code of a door."""
        self.geblokkeerd: set[int] = set()
        self.vol_tot = -math.inf
        """Until then everything is refused (429)."""
        self.stil: tuple[float, ...] = (math.inf, math.inf)
        """From when to when nothing may come that can wait."""
        self.tel: Counter[str] = Counter()
        self.antwoordtijden: list[float] = []
        self._seconde: deque[float] = deque()
        self.meeste = 0

    # what people do

    def zeg(self, chat: int, tekst: str) -> None:
        """Type something."""
        self._getypt.setdefault(chat, deque()).append((time.monotonic(), tekst.isdigit()))
        self._bericht += 1
        wat: dict[str, Any] = {"message_id": self._bericht, "text": tekst, **self._van(chat)}
        if tekst.startswith("/"):
            wat["entities"] = [{"type": "bot_command", "offset": 0, "length": len(tekst.partition(" ")[0])}]
        self.tel["getypt"] += 1
        self._zet({"message": wat})

    def tik(self, chat: int, data: str, message_id: int) -> None:
        """Tap a button."""
        nummer = str(3_000_000_000_000_000_000 + self._volgende)
        self._tikken[nummer] = time.monotonic()
        onder = {"message_id": message_id, "text": "…", **self._van(chat), "from": BOT}
        self.tel["getikt"] += 1
        self._zet({"callback_query": {"id": nummer, "message": onder, "data": data, **self._van(chat, tik=True)}})

    def blokkeer(self, chat: int, *, stil: bool) -> None:
        """Block the bot; it hears of that at once, or by a refusal."""
        self.geblokkeerd.add(chat)
        if not stil:
            self.tel["geblokkeerd"] += 1
            was, wordt = ({"user": BOT, "status": "member"}, {"user": BOT, "status": "kicked", "until_date": 0})
            self._zet({"my_chat_member": {**self._van(chat), "old_chat_member": was, "new_chat_member": wordt}})

    def open_(self) -> tuple[int, int]:
        """Return how many taps were not ended, and how many typed words have no answer."""
        return len(self._tikken), sum(map(len, self._getypt.values()))

    def _van(self, chat: int, *, tik: bool = False) -> dict[str, Any]:
        persoon = {"id": chat, "first_name": "Merel", "is_bot": False, "language_code": "nl"}
        if tik:
            return {"from": persoon, "chat_instance": str(-chat)}
        return {
            "from": persoon,
            "chat": {"id": chat, "first_name": "Merel", "type": "private"},
            "date": int(time.time()),
        }

    def _zet(self, inhoud: dict[str, Any]) -> None:
        self.tel["updates"] += 1
        self._updates.append((self._volgende, json.dumps({"update_id": self._volgende, **inhoud}).encode()))
        self._volgende += 1
        self._nieuw.set()

    # the Bot API

    async def handel(self, request: web.BaseRequest) -> web.Response:
        """Answer one request after the time that the network takes."""
        if request.content_type.startswith("multipart"):
            methode, velden = request.path.rpartition("/")[2], dict(await request.post())
        else:
            methode, velden = await gelezen(request)
        await asyncio.sleep(ONDERWEG_SECONDEN / 2)
        status, inhoud = await self._roep(methode, velden)
        await asyncio.sleep(ONDERWEG_SECONDEN / 2)
        return web.Response(status=status, body=inhoud, content_type="application/json")

    async def _roep(self, methode: str, velden: dict[str, Any]) -> tuple[int, bytes]:
        if methode == "getUpdates":
            return 200, await self._get_updates(velden)
        if methode == "getMe":
            return 200, json.dumps({"ok": True, "result": BOT}).encode()
        self.tel[methode] += 1
        if methode == "answerCallbackQuery":
            sinds = self._tikken.pop(velden["callback_query_id"], None)
            if sinds is None:
                self.tel["tik dubbel beëindigd"] += 1
            else:
                self.antwoordtijden.append(time.monotonic() - sinds)
            return 200, WAAR
        if methode not in TELT:
            return 200, WAAR
        chat = int(velden["chat_id"])
        if chat in self.geblokkeerd:
            self.tel["403"] += 1
            return 403, _fout(403, "Forbidden: bot was blocked by the user")
        if wacht := self._te_snel(chat):
            return 429, _fout(429, f"Too Many Requests: retry after {wacht}", retry_after=wacht)
        self._neem_aan(methode, chat, velden)
        return 200, bericht({"text": "", **velden}, int(velden.get("message_id", self._bericht)))

    def _te_snel(self, chat: int) -> int:
        nu = time.monotonic()
        if nu < self.vol_tot:
            self.tel["429 alles"] += 1
            return math.ceil(self.vol_tot - nu)
        if self._toeval.random() < 1 / 2000:
            self.tel["429 zomaar"] += 1
            return self._toeval.randrange(3, 30)
        if self._grens.neem(chat):
            self.tel["429 te snel"] += 1
            return 1
        self._seconde.append(nu)
        while nu - self._seconde[0] >= 1:
            self._seconde.popleft()
        self.meeste = max(self.meeste, len(self._seconde))
        return 0

    def _neem_aan(self, methode: str, chat: int, velden: dict[str, Any]) -> None:
        nu, tekst = time.monotonic(), str(velden.get("text") or velden.get("caption") or "")
        mensen, knoppen = self.publiek[nummer(chat, len(self.publiek))], _knoppen(velden.get("reply_markup"))
        naam = mensen.naam_van(tekst)
        self.tel["uit een andere wijk"] += mensen.is_vreemd(tekst, knoppen)
        nieuw, wacht = methode.startswith("send"), self._getypt.get(chat)
        self._bericht += nieuw
        if nieuw and naam and not (wacht and wacht[0][1]):  # who comes in reads of what meeting that is
            mensen.kreeg(chat, naam, nu)
            self.tel["in de stilte"] += self.stil[0] + NOG_WEG_SECONDEN < nu < self.stil[1]
        elif nieuw and wacht:
            self.antwoordtijden.append(nu - wacht.popleft()[0])
            if not wacht:
                del self._getypt[chat]
        elif nieuw:
            self.tel["uit zichzelf"] += 1
        mensen.ziet(chat, naam, int(velden.get("message_id", self._bericht)), knoppen)

    async def _get_updates(self, velden: dict[str, Any]) -> bytes:
        while self._updates and self._updates[0][0] < int(velden.get("offset", 0)):
            self._updates.popleft()
        if not self._updates:
            self._nieuw.clear()
            try:
                async with asyncio.timeout(float(velden.get("timeout", 0))):
                    await self._nieuw.wait()
            except TimeoutError:
                pass
        deel = [update for _, update in list(self._updates)[:100]]
        return b'{"ok":true,"result":[' + b",".join(deel) + b"]}"


def _knoppen(gegeven: Any) -> list[str]:
    """Return what the buttons under a message send back."""
    if not gegeven:
        return []
    rijen = (json.loads(gegeven) if isinstance(gegeven, str) else gegeven)["inline_keyboard"]
    return [knop["callback_data"] for rij in rijen for knop in rij if "callback_data" in knop]


def _fout(code: int, tekst: str, **parameters: int) -> bytes:
    return json.dumps({"ok": False, "error_code": code, "description": tekst, "parameters": parameters}).encode()
