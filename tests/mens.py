"""Someone with Telegram on their phone: our own Bot API server stands for it."""

import base64
from datetime import datetime
from typing import Any

import aiohttp

from bot.demo.telefoon import Bericht, Telefoon, knoppen, tekst_van
from bot.voorbeeldbuurt import Rol
from bot.webchat.opmaak_html import lees_html

GEDULD = 20.0
"""Seconds: on a busy machine a commit can take some, and only a test that fails waits for so long."""


class Mens(Telefoon):
    """A phone with some more ways to do what people, and those who mean ill, do."""

    def __init__(self, session: aiohttp.ClientSession, basis: str, wie: Rol) -> None:
        super().__init__(session, basis, wie, geduld=GEDULD)

    async def tik_dubbel(self, bericht: Bericht, knop: str) -> None:
        """Tap a button twice, faster than anything comes of it."""
        for _ in range(2):
            await self.tik(bericht, knop)

    def achter(self, bericht: Bericht, knop: str) -> str:
        """Return the data of the button whose label holds `knop`."""
        met_data = (k for rij in knoppen(bericht) for k in rij if "callback_data" in k)
        data = next((k["callback_data"] for k in met_data if knop.lower() in k["text"].lower()), None)
        assert data is not None, f"{self.wie.naam}: geen knop {knop!r} onder {tekst_van(bericht)!r}"
        return data

    async def vervals(self, bericht: Bericht, data: str) -> None:
        """Tap with data that no button here has."""
        await self._post("tik", {"bericht": bericht["message_id"], "data": data})

    async def typ_op(self, tekst: str, moment: datetime) -> None:
        """Send a text that was typed earlier, without a connection: the message carries that time."""
        await self._post("tekst", {"tekst": tekst, "datum": int(moment.timestamp())})

    async def typ_html(self, opgemaakt: str) -> None:
        """Type a text with bold, italic and links, here written as HTML."""
        tekst, opmaak = lees_html(opgemaakt)
        await self._post("tekst", {"tekst": tekst, "opmaak": opmaak})

    async def stuur_bestand(
        self, soort: str, naam: str, inhoud: bytes, mime: str = "application/octet-stream", onderschrift: str = ""
    ) -> None:
        """Send a "foto", "video", "spraak" or "document", with a caption written as HTML."""
        kop = {"soort": soort, "naam": naam, "mime": mime, "inhoud": base64.b64encode(inhoud).decode()}
        tekst, opmaak = lees_html(onderschrift)
        await self._post("bestand", kop | {"onderschrift": tekst, "opmaak": opmaak})

    async def stuur_locatie(self, latitude: float, longitude: float) -> None:
        """Send where this person is."""
        await self._post("locatie", {"latitude": latitude, "longitude": longitude})

    async def na(self, doe: Any) -> Bericht:
        """Run something that makes the bot speak, and return the next new message."""
        gezien = {b["message_id"] for b in await self.berichten()}
        await doe
        return await self.wacht(lambda b: b["message_id"] not in gezien, "een nieuw bericht")

    async def laatste(self) -> Bericht:
        """Return the newest message of the bot."""
        return (await self.berichten())[-1]

    async def opdrachten(self) -> dict[str, str]:
        """Return the commands behind the menu button of the chat, with what they say."""
        async with self._session.get(f"{self._adres}/menu") as antwoord:
            return {o["command"]: o["description"] for o in await antwoord.json()}

    async def plaatje(self, bericht: Bericht) -> bytes:
        """Return the picture of a message, at its largest."""
        async with self._session.get(f"{self._adres}/bestand/{bericht['photo'][-1]['file_id']}") as antwoord:
            antwoord.raise_for_status()
            return await antwoord.read()

    async def bestand(self, bericht: Bericht) -> bytes:
        """Return the file of a message."""
        async with self._session.get(f"{self._adres}/bestand/{bericht['document']['file_id']}") as antwoord:
            antwoord.raise_for_status()
            return await antwoord.read()

    async def blokkeer(self, aan: bool) -> None:
        """Block the bot, or let it in again."""
        await self._post("blokkeer", {"aan": aan})
