"""The phone of one person of the demo, driven by program: types, taps, and reads what the bot answers."""

import asyncio
import base64
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.voorbeeldbuurt import Rol

Bericht = dict[str, Any]
RUST_SECONDEN = 0.02
LANGSTE_RUST_SECONDEN = 0.15
"""Who waits looks less often as it takes longer."""


class GeenAntwoord(Exception):  # noqa: N818 (it says what was missing)
    """What had to appear on a phone did not appear in time."""


class Telefoon:
    """One person's chat with the bot, over the people's side of the web chat.

    Args:
        basis: address of the web chat, such as `http://127.0.0.1:8080`.
        geduld: seconds to wait for an answer.
    """

    def __init__(self, session: aiohttp.ClientSession, basis: str, wie: Rol, geduld: float = 10.0) -> None:
        self.wie = wie
        self._session = session
        self._adres = f"{basis}/chat/api/personen/{wie.id}"
        self._geduld = geduld
        self._gezien: dict[int, Bericht] = {}
        self._volgnr = 0

    async def berichten(self) -> list[Bericht]:
        """Return what the bot wrote, oldest first; only what changed since the last time is fetched."""
        async with self._session.get(f"{self._adres}/berichten", params={"na": self._volgnr}) as antwoord:
            antwoord.raise_for_status()
            for bericht in await antwoord.json():
                self._volgnr = max(self._volgnr, bericht["volgnr"])
                if bericht.get("verwijderd"):
                    self._gezien.pop(bericht["message_id"], None)
                elif bericht["from"]["is_bot"]:
                    self._gezien[bericht["message_id"]] = bericht
        return [self._gezien[nummer] for nummer in sorted(self._gezien)]

    async def typ(self, tekst: str) -> None:
        """Type a text and send it."""
        await self._post("tekst", {"tekst": tekst})

    async def stuur(self, naam: str, inhoud: bytes, mime: str, *delen: str) -> Bericht:
        """Send a document and return the new message that answers it.

        Args:
            delen: parts that the message holds.
        """
        gezien = {b["message_id"] for b in await self.berichten()}
        bestand = {"soort": "document", "naam": naam, "mime": mime, "inhoud": base64.b64encode(inhoud).decode()}
        await self._post("bestand", bestand)
        await asyncio.sleep(RUST_SECONDEN)  # no answer is faster, and looking costs time too
        return await self.wacht(lambda b: b["message_id"] not in gezien and _heeft(b, delen), f"{naam} → {delen}")

    async def vraag(self, tekst: str, *delen: str, knop: str = "") -> Bericht:
        """Type a text and return the new message that answers it.

        Args:
            delen: parts that the message holds.
            knop: part of the label of a button under it. An earlier answer may arrive a second time meanwhile.
        """
        gezien = {b["message_id"] for b in await self.berichten()}
        await self.typ(tekst)

        def klopt(b: Bericht) -> bool:
            return b["message_id"] not in gezien and _heeft(b, delen) and (not knop or _data(b, knop) is not None)

        await asyncio.sleep(RUST_SECONDEN)
        return await self.wacht(klopt, f"{tekst!r} → {delen} [{knop}]")

    async def druk(self, bericht: Bericht, knop: str, *delen: str, nieuw: bool = False) -> Bericht:
        """Tap the button whose label holds `knop`, and return what comes of it: the same message changed, or a new one.

        Args:
            delen: parts that the outcome holds.
            nieuw: wait for a new message instead of a change.
        """
        gezien = {b["message_id"] for b in await self.berichten()}
        await self.tik(bericht, knop)

        def klopt(b: Bericht) -> bool:
            anders = (
                b["message_id"] == bericht["message_id"] and b != bericht
            )  # a list may hold the words of what it opens
            juist = b["message_id"] not in gezien if nieuw else anders
            return juist and _heeft(b, delen)

        await asyncio.sleep(RUST_SECONDEN)
        return await self.wacht(klopt, f"[{knop}] → {delen}")

    async def tik(self, bericht: Bericht, knop: str) -> None:
        """Tap the button whose label holds `knop`, without waiting."""
        data = _data(bericht, knop)
        if data is None:
            raise GeenAntwoord(f"{self.wie.naam}: geen knop {knop!r} onder {tekst_van(bericht)!r}")
        await self._post("tik", {"bericht": bericht["message_id"], "data": data})

    async def wacht(self, klopt: Callable[[Bericht], bool], wat: str) -> Bericht:
        """Return the newest message that fits, as soon as there is one.

        Raises:
            GeenAntwoord: it did not come in time.
        """
        tot, rust = asyncio.get_running_loop().time() + self._geduld, RUST_SECONDEN
        while True:
            gevonden = next((b for b in reversed(await self.berichten()) if klopt(b)), None)
            if gevonden is not None:
                return gevonden
            if asyncio.get_running_loop().time() > tot:
                laatste = [tekst_van(b)[:200] for b in (await self.berichten())[-2:]]
                raise GeenAntwoord(f"{self.wie.naam}: {wat} bleef uit; laatst gezien: {laatste}")
            await asyncio.sleep(rust)
            rust = min(rust * 1.5, LANGSTE_RUST_SECONDEN)

    async def _post(self, wat: str, inhoud: dict[str, Any]) -> None:
        async with self._session.post(f"{self._adres}/{wat}", json=inhoud) as antwoord:
            antwoord.raise_for_status()


def tekst_van(bericht: Bericht) -> str:
    """Return the text of a message, or its caption, as one would type it over: with ordinary spaces."""
    return str(bericht.get("text") or bericht.get("caption") or "").replace("\u00a0", " ")


def knoppen(bericht: Bericht) -> list[list[dict[str, str]]]:
    """Return the rows of buttons under a message."""
    rijen: list[list[dict[str, str]]] = bericht.get("reply_markup", {}).get("inline_keyboard", [])
    return rijen


def _heeft(bericht: Bericht, delen: tuple[str, ...]) -> bool:
    return all(deel in tekst_van(bericht) for deel in delen)


def _data(bericht: Bericht, knop: str) -> str | None:
    rijen = knoppen(bericht)
    met_data = (k for rij in rijen for k in rij if "callback_data" in k)
    return next((k["callback_data"] for k in met_data if knop.lower() in k["text"].lower()), None)
