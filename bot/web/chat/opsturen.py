"""What somebody does in the browser, as updates: typing, tapping, a photo, a file, a recording, where they are."""

import asyncio
import base64
import hashlib
import secrets
from collections.abc import AsyncGenerator
from http import HTTPStatus

from sqlalchemy import Connection
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from berichten import vertaal
from berichten.bericht import Vorm
from bot.channels import webnet
from bot.channels.bestanden import BESTAND_MAX
from bot.channels.intake import Intake
from bot.channels.weblijnen import Weblijnen
from bot.clock import Clock
from bot.rules.inhoud import leesbaar
from bot.services import websessie
from bot.services.websessie import Bestand
from bot.storage import Database, webberichten, webbestanden
from bot.web.chat.foto import Onleesbaar, is_foto, schoon
from bot.web.chat.toegang import Wie

_SAMEN = 200_000_000
"""Bytes that one account may have here at once."""
_WEGGOOIEN = 5 * BESTAND_MAX
"""So much of what is too large is read, and thrown away: then a browser shows our answer, not a broken line."""
_LANGSTE_TEKST = 1024  # under a file (Bot API)


class Nee(Exception):  # noqa: N818 (it is what they are told)
    """A file is not taken; in the words that say why."""


class TeGroot(Exception):  # noqa: N818 (it says what the file is)
    """There is more of a file than we take."""


class Opsturen:
    """Takes what is done, keeps what stands in the chat of it, and hands it on as an update.

    What a page sends again under the same `keer`, because it heard nothing, stands there once and is handled once.
    """

    def __init__(self, database: Database, clock: Clock, intake: Intake, lijnen: Weblijnen) -> None:
        self._database = database
        self._clock = clock
        self._intake = intake
        self._lijnen = lijnen
        self._een_voor_een = asyncio.Lock()
        """A file is in memory from here on, and a photo takes ten times as much while it is made anew."""

    async def typ(self, wie: Wie, tekst: str, keer: str, op: int | None = None) -> None:
        """Take what was typed.

        Args:
            op: the message of ours to which it is a reply.
        """
        nu, update = self._clock.now(), webnet.update_nummer(wie.sessie.publiek_id, keer)
        bericht = await self._database.write(None, websessie.typ, wie.sessie.account, tekst, f"typ:{update}", nu)
        await self._in(wie, webnet.getypt(wie.chat, wie.taal, update, bericht, tekst, nu, op))

    async def tik(self, wie: Wie, bericht: int, data: str, keer: str) -> None:
        """Take a tap on a button of a message."""
        update = webnet.update_nummer(wie.sessie.publiek_id, keer)
        await self._intake.ontvang([webnet.getikt(wie.chat, wie.taal, update, bericht, data, self._clock.now())])

    async def bestand(self, request: Request, wie: Wie) -> HTTPStatus | None:
        """Take a file; None when it was taken, or when they were told why not."""
        try:
            return await self._neem(request, wie)
        except Nee as nee:
            await self._database.write(None, _merk_op, wie.sessie.account, str(nee))
            self._lijnen.wek(wie.chat)
            return None

    async def _neem(self, request: Request, wie: Wie) -> HTTPStatus | None:
        t = vertaal(wie.taal)
        try:
            if not await self._database.read(webbestanden.hoort_hier, wie.sessie.account):
                async for _ in _hoogstens(request):
                    pass
                raise Nee(leesbaar(t.tekst("geweigerd.nog_niet_binnen")))
            form = await _lees(request)
        except TeGroot:
            raise Nee(leesbaar(t.tekst("webkanaal.bestand_groot"))) from None
        except MultiPartException:
            return HTTPStatus.BAD_REQUEST
        try:
            velden = {naam: een.replace("\0", "") for naam, een in form.items() if isinstance(een, str)}
            if not secrets.compare_digest(velden.get("csrf", "").encode(), wie.csrf.encode()):
                return HTTPStatus.FORBIDDEN
            bestand, keer, tekst = form.get("bestand"), velden.get("keer", "")[:64], velden.get("tekst", "").strip()
            if not isinstance(bestand, UploadFile) or not bestand.size or not keer or len(tekst) > _LANGSTE_TEKST:
                return HTTPStatus.BAD_REQUEST
            if await self._database.read(webbestanden.samen, wie.sessie.account) > _SAMEN:
                raise Nee(leesbaar(t.tekst("webkanaal.bestand_groot")))
            async with self._een_voor_een:
                await self._geef_door(wie, await _deel(bestand), tekst, keer)
        except Onleesbaar:
            raise Nee(leesbaar(t.tekst("webkanaal.bestand_stuk"))) from None
        finally:
            await form.close()
        return None

    async def plek(self, wie: Wie, breedte: float, lengte: float, keer: str) -> None:
        """Take where somebody is, to the metre."""
        nu, update = self._clock.now(), webnet.update_nummer(wie.sessie.publiek_id, keer)
        plek = {"latitude": round(breedte, 5), "longitude": round(lengte, 5)}
        van = wie.sessie.account, plek, f"typ:{update}", nu
        bericht = await self._database.write(None, websessie.wijs, *van)
        await self._in(wie, webnet.gestuurd(wie.chat, wie.taal, update, bericht, "", nu, {"location": plek}))

    async def _geef_door(self, wie: Wie, bestand: Bestand, tekst: str, keer: str) -> None:
        nu, update = self._clock.now(), webnet.update_nummer(wie.sessie.publiek_id, keer)
        merk = hashlib.sha256(f"bestand:{wie.geheim}:{keer}".encode()).digest()[:16]
        publiek_id = base64.urlsafe_b64encode(merk).decode().rstrip("=")
        van = wie.sessie.account, bestand, publiek_id, tekst, f"typ:{update}", nu
        file_id, bericht = await self._database.write(None, websessie.stuur, *van)
        velden = webnet.bestandsvelden(bestand.vorm, file_id, bestand.naam, len(bestand.inhoud))
        await self._in(wie, webnet.gestuurd(wie.chat, wie.taal, update, bericht, tekst, nu, velden))

    async def _in(self, wie: Wie, update: webnet.Json) -> None:
        self._lijnen.wek(wie.chat)
        await self._intake.ontvang([update])


async def _lees(request: Request) -> FormData:
    """Read a form with a file; what is large lies on disk.

    Raises:
        TeGroot: there is more of it than we take.
        MultiPartException: it is no form as a browser makes it.
    """
    soort = request.headers.get("content-type", "")
    if not soort.startswith("multipart/form-data") or "charset" in soort.lower():  # it is UTF-8, whatever they say
        raise MultiPartException("no form with a file")
    lezer = MultiPartParser(request.headers, _hoogstens(request), max_files=1, max_fields=8, max_part_size=20_000)
    form = await lezer.parse()
    if len(form.multi_items()) > len(form):
        await form.close()
        raise MultiPartException("a form of ours says nothing twice")
    return form


async def _hoogstens(request: Request) -> AsyncGenerator[bytes, None]:
    gelezen = 0
    async for stuk in request.stream():
        gelezen += len(stuk)
        if gelezen <= BESTAND_MAX:
            yield stuk
        elif gelezen > _WEGGOOIEN:
            break
    if gelezen > BESTAND_MAX:
        raise TeGroot


async def _deel(bestand: UploadFile) -> Bestand:
    """Return a file as it is kept.

    Raises:
        Onleesbaar: it is sent as a photo, and is none.
    """
    kaal = "".join(teken for teken in bestand.filename or "" if teken.isprintable())  # no mark that turns a name around
    naam = kaal.replace("\\", "/").rpartition("/")[2][-200:] or "bestand"
    soort, inhoud = bestand.content_type or "", await bestand.read()
    if is_foto(soort, inhoud):
        schone = await asyncio.to_thread(schoon, inhoud)
        return Bestand("foto", f"{naam.rpartition('.')[0] or 'foto'}.jpg", schone)
    vormen: dict[str, Vorm] = {"audio": "spraak", "video": "video"}
    return Bestand(vormen.get(soort.partition("/")[0], "document"), naam, inhoud)


def _merk_op(tx: Connection, account: int, tekst: str) -> None:
    webberichten.merk_op(tx, account, "", tekst, venster=True)
