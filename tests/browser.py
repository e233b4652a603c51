"""Someone with a browser without script: the chat's own pages and forms, read and sent as a browser does."""

import asyncio
import re
from datetime import datetime
from html.parser import HTMLParser
from typing import Any, Protocol

import aiohttp
import pytest

from bot.demo.telefoon import Bericht, tekst_van
from bot.voorbeeldbuurt import Rol
from tests.mens import GEDULD, Mens

Veld = dict[str, str]


class Pagina(HTMLParser):
    """What stands on a page of the chat: its messages, as the Bot API would give them, and its forms."""

    def __init__(self, inhoud: str) -> None:
        super().__init__()
        self.berichten: list[Bericht] = []
        self.formulieren: list[tuple[str, Veld]] = []
        self.melding = ""
        self._in: list[tuple[str, str]] = []
        self._knop: Veld | None = None
        self.feed(inhoud)

    @property
    def begint(self) -> bool:
        """Whether it is where one begins: nobody is signed in."""
        return any(waar == "/chat/begin" for waar, _ in self.formulieren)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        velden = {naam: waarde or "" for naam, waarde in attrs}
        soort = velden.get("class", "")
        if (
            tag in {"img", "audio", "a"}
            and self._in[-1:]
            and velden.get("src", velden.get("href", "")).startswith("/chat/bestand/")
        ):
            self._bestand(tag, velden)
        elif tag == "a" and (plek := re.match(r"geo:(.*),(.*)", velden.get("href", ""))):
            breedte, lengte = map(float, plek.groups())
            self.berichten[-1]["venue"] = {"location": {"latitude": breedte, "longitude": lengte}}
        if tag in {"input", "meta", "link", "img", "br"}:
            if tag == "input" and self.formulieren:
                self.formulieren[-1][1][velden["name"]] = velden.get("value", "")
            return
        self._in.append((tag, soort))
        if tag == "li" and soort.startswith("bericht"):
            nummer, bot = int(velden["id"][1:]), soort.endswith("bot")
            self.berichten.append({"message_id": nummer, "from": {"is_bot": bot}, "text": ""})
        elif tag == "form":
            self.formulieren.append((velden["action"], {}))
        elif tag == "div" and soort == "rij" and self._is_in("knoppen"):
            self.berichten[-1].setdefault("reply_markup", {"inline_keyboard": []})["inline_keyboard"].append([])
        elif self._is_in("knoppen") and tag in {"button", "a"}:
            self._knop = {"text": ""} | ({"url": velden["href"]} if tag == "a" else {"callback_data": velden["value"]})
            self.berichten[-1]["reply_markup"]["inline_keyboard"][-1].append(self._knop)

    def _bestand(self, tag: str, velden: Veld) -> None:
        """Give a message its file, as the Bot API does."""
        bericht = self.berichten[-1]
        if "text" in bericht:
            bericht["caption"] = bericht.pop("text")
        if tag == "img":
            bericht["photo"] = [{"file_id": velden["src"]}]
        elif tag in {"audio", "video"}:
            bericht["voice" if tag == "audio" else tag] = {"file_id": velden["src"]}
        elif not {"voice", "video"} & bericht.keys():
            bericht["document"] = {"file_id": velden["href"], "file_name": velden["download"]}

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        while self._in and self._in.pop()[0] != tag:
            pass
        if tag in {"button", "a"}:
            self._knop = None

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        if self._knop is not None:
            self._knop["text"] += data
        elif self._is_in("tekst") and self.berichten:
            bericht = self.berichten[-1]
            bericht["caption" if "caption" in bericht else "text"] += data
        elif self._is_in("melding"):
            self.melding += data

    def _is_in(self, soort: str) -> bool:
        return any(soort in een.split() for _, een in self._in)


class Sessiemaker(Protocol):
    """Signs someone in without the page where one begins; `begin`: also somebody of whom nothing is known yet."""

    async def __call__(self, wie: Rol, *, begin: bool) -> str:
        """Return what their browser keeps; empty when nobody is there."""


class Browsermens(Mens):
    """The browser of one person; a cookie jar of its own, as aiohttp's gives no Secure cookie to loopback.

    Args:
        sessie: for who begins in the middle of a story.
    """

    def __init__(self, session: aiohttp.ClientSession, basis: str, wie: Rol, sessie: Sessiemaker | None = None) -> None:
        super().__init__(session, basis, wie)
        self.basis = basis
        self._sessie = sessie
        self.koekje = self.start = ""
        self.melding = ""
        self._waar = "/chat/"
        self.koppen: dict[str, str] = {}

    async def begin(self, start: str = "") -> None:
        """Open the chat, perhaps with the code of a letter."""
        await self.post("/chat/begin", {"start": start, "taal": self.wie.taal})

    async def pagina(self) -> Pagina:
        """Open the page to which the last form led, and read it; look again when it became somebody's meanwhile.

        What a browser keeps of who is signed out opens nothing: the next begins anew.
        """
        vorig, pagina = self.koekje, Pagina(await self.html(self._waar))
        if self.koekje != vorig:
            vorig, pagina = self.koekje, Pagina(await self.html(self._waar))
        self.melding = pagina.melding.strip()
        if self.koekje == vorig and pagina.begint:
            self.koekje = ""
        return pagina

    async def html(self, pad: str = "/chat/") -> str:
        """Return a page as it comes."""
        for _ in range(3):
            vraag = self._session.get(self.basis + pad, headers=self._koppen(), allow_redirects=False)
            async with vraag as antwoord:
                self._bewaar(antwoord)
                if antwoord.status != 303:
                    return await antwoord.text()
                pad = antwoord.headers["Location"]
        raise AssertionError(pad)

    async def berichten(self) -> list[Bericht]:
        """See `Telefoon`. What went off the top of the page was read before.

        Of who is signed out nothing stays but the word with which that is said.
        """
        if not await self._aangemeld(begin=False):
            return list(self._gezien.values())
        pagina = await self.pagina()
        if pagina.begint:
            self._gezien = {0: {"message_id": 0, "from": {"is_bot": True}, "text": self.melding}}
            return list(self._gezien.values())
        nu = {bericht["message_id"]: bericht for bericht in pagina.berichten if bericht["from"]["is_bot"]}
        eerder = {nummer: bericht for nummer, bericht in self._gezien.items() if nu and nummer < min(nu)}
        self._gezien = eerder | nu
        return [self._gezien[nummer] for nummer in sorted(self._gezien)]

    async def typ(self, tekst: str) -> None:
        """See `Telefoon`."""
        await self._aangemeld(begin=True)
        await self._formulier("/chat/typ", lambda velden: not velden["keer"].endswith(".m"), {"tekst": tekst})

    async def tik(self, bericht: Bericht, knop: str) -> None:
        """See `Telefoon`."""
        nummer = str(bericht["message_id"])
        erbij = {"data": self.achter(bericht, knop)}
        await self._formulier("/chat/tik", lambda velden: velden["bericht"] == nummer, erbij)

    async def tik_dubbel(self, bericht: Bericht, knop: str) -> None:
        """See `Mens`: the form of one and the same page, twice."""
        nummer = str(bericht["message_id"])
        velden = self._velden(await self.pagina(), "/chat/tik", lambda velden: velden["bericht"] == nummer)
        velden |= {"data": self.achter(bericht, knop)}
        await asyncio.gather(*(self.post("/chat/tik", velden) for _ in range(2)))

    async def vervals(self, bericht: Bericht, data: str) -> None:
        """See `Mens`; the message may be one that is not in this chat."""
        await self._aangemeld(begin=True)
        erbij = {"bericht": str(bericht["message_id"]), "data": data}
        await self._formulier("/chat/typ", lambda _: True, erbij, naar="/chat/tik")

    async def stuur_bestand(
        self, soort: str, naam: str, inhoud: bytes, mime: str = "application/octet-stream", onderschrift: str = ""
    ) -> None:
        """See `Mens`; the text under it goes as it is written, and a browser has its own idea of what kind it is."""
        await self._aangemeld(begin=True)
        mime = {"foto": "image/png", "spraak": "audio/ogg", "video": "video/mp4"}.get(soort, mime)
        velden = self._velden(await self.pagina(), "/chat/stuur", lambda _: True)
        del velden["bestand"]
        form = aiohttp.FormData(velden | {"tekst": re.sub("<[^>]+>", "", onderschrift)})
        form.add_field("bestand", inhoud, filename=naam, content_type=mime)
        await self.post("/chat/stuur", form)

    async def stuur(self, naam: str, inhoud: bytes, mime: str, *delen: str) -> Bericht:
        """See `Telefoon`."""
        antwoord = await self.na(self.stuur_bestand("document", naam, inhoud, mime))
        assert all(deel in tekst_van(antwoord) for deel in delen)
        return antwoord

    async def stuur_locatie(self, latitude: float, longitude: float) -> None:
        """See `Mens`; with script, as only that knows where it is."""
        await self._aangemeld(begin=True)
        await self._formulier("/chat/plek", lambda _: True, {"latitude": str(latitude), "longitude": str(longitude)})

    async def typ_html(self, opgemaakt: str) -> None:
        """See `Mens`; who types in a browser has no markup."""
        await self.typ(re.sub("<[^>]+>", "", opgemaakt))

    async def blokkeer(self, aan: bool) -> None:
        """See `Mens`."""
        pytest.skip("alleen Telegram: wie de bot blokkeert")

    async def opdrachten(self) -> dict[str, str]:
        """See `Mens`."""
        pytest.skip("alleen Telegram: het menu met opdrachten")

    async def typ_op(self, tekst: str, moment: datetime) -> None:
        """See `Mens`."""
        pytest.skip("alleen Telegram: een bericht met een eerder moment")

    async def plaatje(self, bericht: Bericht) -> bytes:
        """See `Mens`."""
        return await self._haal(bericht["photo"][-1]["file_id"])

    async def bestand(self, bericht: Bericht) -> bytes:
        """See `Mens`."""
        return await self._haal(bericht["document"]["file_id"])

    async def _haal(self, pad: str) -> bytes:
        async with self._session.get(self.basis + pad, headers=self._koppen()) as antwoord:
            antwoord.raise_for_status()
            return await antwoord.read()

    async def post(self, pad: str, velden: Any, **koppen: str) -> aiohttp.ClientResponse:
        """Send a form, and keep the cookie that comes back."""
        eigen = self._koppen() | {"Origin": self.basis} | koppen
        vraag = self._session.post(self.basis + pad, data=velden, headers=eigen, allow_redirects=False)
        async with vraag as antwoord:
            await antwoord.read()
            self._bewaar(antwoord)
            if antwoord.status == 303:
                self._waar = antwoord.headers["Location"]
            return antwoord

    def _bewaar(self, antwoord: aiohttp.ClientResponse) -> None:
        for gezet in antwoord.headers.getall("Set-Cookie", []):
            naam, _, waarde = gezet.partition(";")[0].partition("=")
            if naam == "__Host-gehoord":
                self.koekje = waarde
            else:
                self.start = waarde

    async def _aangemeld(self, *, begin: bool) -> bool:
        if not self.koekje and self._sessie is not None:
            self.koekje = await self._sessie(self.wie, begin=begin)
        return bool(self.koekje)

    async def _formulier(self, actie: str, klopt: Any, erbij: Veld, naar: str = "") -> None:
        """Send a form of the page; again when it asks to wait, and as it was when nobody answered."""
        velden: Veld = {}
        async with asyncio.timeout(GEDULD):
            while True:
                try:
                    velden = velden or self._velden(await self.pagina(), actie, klopt)
                    if (await self.post(naar or actie, velden | erbij)).status != 429:
                        return
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.1)
                else:
                    await asyncio.sleep(1)

    def _velden(self, pagina: Pagina, actie: str, klopt: Any) -> Veld:
        velden = next((v for waar, v in pagina.formulieren if waar == actie and klopt(v)), None)
        assert velden is not None, f"{self.wie.naam}: no form {actie}"
        return velden

    def _koppen(self) -> dict[str, str]:
        bewaard = {"__Host-gehoord": self.koekje, "__Host-gehoord-start": self.start}
        koekjes = "; ".join(f"{naam}={waarde}" for naam, waarde in bewaard.items() if waarde)
        koekje = {"Cookie": koekjes} if koekjes else {}
        return {"Accept-Language": self.wie.taal, **koekje, **self.koppen}
