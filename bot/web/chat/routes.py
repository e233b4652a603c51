"""The chat in the browser: signing in, what stands in it, and what somebody types or taps there.

Each form works without script. With script the same addresses answer nothing, and what is new comes over `/stroom`.
"""

import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from berichten import talen
from bot.channels.bestanden import Bestanden
from bot.channels.intake import Intake
from bot.channels.weblijnen import Weblijnen
from bot.clock import Clock
from bot.config import Settings
from bot.services import websessie
from bot.services.tweedefactor import Plek
from bot.storage import Database, webberichten, websessies
from bot.web.chat import antwoorden, beginscherm, scherm, toegang
from bot.web.chat.antwoorden import CHAT, GEWOON, fout, leeg, pagina, statisch, terug, zonder_script
from bot.web.chat.bestanden import Bestandsluik
from bot.web.chat.drempel import Drempel
from bot.web.chat.formulier import Form, is_nummer, lees_form
from bot.web.chat.opsturen import Opsturen
from bot.web.chat.rem import Rem, van_wie
from bot.web.chat.scherm import Waarom
from bot.web.chat.seinknop import Seinknop
from bot.web.chat.sessies import Sessies
from bot.web.chat.stroom import UIT, WEER, Stroom
from bot.web.chat.toegang import Wie
from bot.web.chat.waar import Waar
from bot.web.chat.werk.routes import Werkbank
from bot.webinstellingen import KANAAL

_LAATSTE = 60
"""So many messages a page begins with."""
_WACHT_SECONDEN = 3.0
"""So long a page without script waits for the answer to what it sent."""
_LANGSTE_TEKST = 4096


class Chat:
    """Serves the chat of a wijk.

    Args:
        intake: takes what people do there.
        peper: the secret of the installation.
        telegram: address that opens the bot there, empty where it is not on Telegram.
        pushsleutel: public half of the key that signs push messages; empty where there are none.
        wijken: the names of all, by id, where there are more; the first is `wijk`.
    """

    def __init__(
        self,
        database: Database,
        wijk: int,
        clock: Clock,
        settings: Settings,
        intake: Intake,
        lijnen: Weblijnen,
        bestanden: Bestanden,
        telegram: str,
        peper: bytes,
        pushsleutel: str = "",
        wijken: Mapping[int, str] | None = None,
    ) -> None:
        self._seinknop = Seinknop(database, pushsleutel, settings.webchat.pushdiensten)
        self._database, self._telegram, self._lijnen = database, telegram, lijnen
        self._opsturen = Opsturen(database, clock, intake, lijnen)
        self._luik = Bestandsluik(database, bestanden)
        self._adres, self._zone = toegang.herkomst(settings.pagina_url), ZoneInfo(settings.wijk.tijdzone)
        self._sessies = Sessies(database, lijnen, peper)
        self._stroom = Stroom(database, self._zone, lijnen)
        self._waar = Waar(database, wijken or {wijk: settings.wijk.naam})
        self._wijk, self._naam = wijk, self._waar.begin.naam
        self._drempel = Drempel(database, Plek(wijk, KANAAL, peper), self._naam, self._adres)
        self._werkbank = Werkbank(
            database, self._waar, clock, settings, self._opsturen, self._stroom, self._sessies.wie, self._gesprek
        )
        self._beginners, self._tikkers, self._stuurders = Rem(600, 6.0), Rem(40, 1.0), Rem(20, 20.0)

    def routes(self) -> list[Route]:
        """Return what to serve."""
        return [
            Route(CHAT, self.pagina),
            Route(CHAT + "begin", self.begin, methods=["POST"]),
            Route(CHAT + "typ", self.met_sessie(self.typ), methods=["POST"]),
            Route(CHAT + "tik", self.met_sessie(self.tik), methods=["POST"]),
            Route(CHAT + "stuur", self.stuur, methods=["POST"]),
            Route(CHAT + "plek", self.met_sessie(self.plek), methods=["POST"]),
            Route(CHAT + "seintje", self.met_sessie(self._seinknop.zet), methods=["POST"]),
            Route(CHAT + "uit", self.met_sessie(self.uit), methods=["POST"]),
            Route(CHAT + "stroom", self.stroom),
            *self._werkbank.routes(self.met_sessie),
            *self._drempel.routes(),
            Route(CHAT + "bestand/{nummer}", self.bestand),
            *(Route(CHAT + scherm.statisch_naam(naam), statisch(naam)) for naam in scherm.STATISCH),
            Route(CHAT + "manifest.webmanifest", beginscherm.manifest(self._naam)),
            Route(CHAT + "werker.js", beginscherm.werker),
            Route(CHAT + "{anders:path}", antwoorden.niets),
        ]

    async def pagina(self, request: Request) -> Response:
        """Show someone's chat, or where one begins.

        What a link brings along goes from the address into a cookie at once: an address is kept in histories.
        """
        if "start" in request.query_params:
            gevraagd = request.query_params.get("taal", "")
            naar = terug(f"?taal={gevraagd}" if gevraagd in talen() else "")
            naar.headers["Set-Cookie"] = toegang.start_koekje(toegang.start_van(request.query_params["start"]))
            return naar
        start = toegang.start_van(request.cookies.get(toegang.START, ""))
        wie = await self._sessies.wie(request)
        if wie is None:
            gekozen = toegang.taal(request, request.query_params.get("taal"))
            if (vraag := await self._drempel.pagina(request)) is not None:
                return vraag
            if toegang.KOEKJE not in request.cookies:
                return pagina(scherm.begin(gekozen, self._naam, self._telegram, start=start))
            waarom: Waarom = "gewist" if "gewist" in request.query_params else "afgemeld"
            # its cookie stays: meanwhile another page of this browser may have got one that is known
            return pagina(scherm.begin(gekozen, self._naam, self._telegram, start=start, waarom=waarom))
        zijn = pagina(scherm.pagina(await self._gesprek(wie, start, request.query_params.get("na", ""))))
        if start:  # who does not want to go on with it has their chat when they open it again
            zijn.headers["Set-Cookie"] = toegang.start_koekje("")
        return await self._sessies.vernieuw(wie, zijn)

    async def begin(self, request: Request) -> Response:
        """Give a browser a session, and begin to talk."""
        form = await lees_form(request, self._adres)
        if form is None:
            return fout(HTTPStatus.FORBIDDEN, request)
        taal, start = toegang.taal(request, form.get("taal", "")), toegang.start_van(form.get("start", ""))
        if await self._sessies.wie(request) or await self._drempel.stand(request):
            naar = terug()
            naar.headers["Set-Cookie"] = toegang.start_koekje(start)
            return naar
        if not self._beginners.mag(van_wie(request)):
            inhoud = scherm.begin(taal, self._naam, self._telegram, start=start, waarom="te_druk")
            return pagina(inhoud, HTTPStatus.TOO_MANY_REQUESTS)
        toeval = toegang.nieuw()
        begin = self._wijk, KANAAL, toeval, toegang.toestel(request.headers.get("user-agent", "")), datetime.now(UTC)
        await self._database.write(0, websessie.begin, *begin)
        sessie = await self._database.read(websessie.wie, toeval.geheim, datetime.now(UTC))
        if sessie is not None:
            wie = Wie(sessie, toeval.geheim, taal)
            await self._opsturen.typ(wie, f"/start {start}".strip(), "begin")
            await self._stroom.tot_antwoord(wie, 0, _WACHT_SECONDEN)
        klaar = terug()
        klaar.headers["Set-Cookie"] = toegang.koekje(toeval.geheim)
        klaar.headers.append("Set-Cookie", toegang.start_koekje(""))
        return klaar

    async def typ(self, request: Request, wie: Wie, form: Form) -> Response:
        """Take what somebody typed."""
        tekst, keer, op = form.get("tekst", "").strip(), form.get("keer", ""), form.get("op", "")
        if not tekst or not keer or len(tekst) > _LANGSTE_TEKST or len(keer) > 64:
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        vanaf = await self._versie(wie)
        await self._opsturen.typ(wie, tekst, keer, int(op) if is_nummer(op) else None)
        return await self._gedaan(request, wie, vanaf)

    async def tik(self, request: Request, wie: Wie, form: Form) -> Response:
        """Take a tap on a button."""
        data, nummer = form.get("data", ""), form.get("bericht", "")
        if not 1 <= len(data.encode()) <= 64 or not is_nummer(nummer):
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        gezien = await self._database.read(webberichten.een, wie.sessie.account, int(nummer))
        if gezien is None or not gezien.van_bot:
            return terug() if zonder_script(request) else fout(HTTPStatus.NOT_FOUND, request, wie)
        keer = form.get("keer", "")
        if zonder_script(request):  # what came with the page is of all its buttons: each may be tapped once on it
            keer = f"{keer[:64]}.{nummer}.{gezien.versie}.{data}"
        vanaf = await self._versie(wie)
        await self._opsturen.tik(wie, int(nummer), data, keer)
        return await self._gedaan(request, wie, vanaf)

    async def stuur(self, request: Request) -> Response:
        """Take a file; without script there is no other way, so with script it goes like this too."""
        wie = await self._sessies.wie(request)
        if wie is None:
            return terug()
        if not toegang.van_ons(request.headers, self._adres):
            return fout(HTTPStatus.FORBIDDEN, request, wie)
        if not self._stuurders.mag(wie.sessie.publiek_id):
            return fout(HTTPStatus.TOO_MANY_REQUESTS, request, wie)
        vanaf = await self._versie(wie)
        if (mis := await self._opsturen.bestand(request, wie)) is not None:
            return fout(mis, request, wie)
        return await self._gedaan(request, wie, vanaf)

    async def plek(self, request: Request, wie: Wie, form: Form) -> Response:
        """Take where somebody is."""
        keer, waar = form.get("keer", ""), [form.get(naam, "") for naam in ("latitude", "longitude")]
        if not keer or len(keer) > 64 or not all(re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,20})?", een) for een in waar):
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        breedte, lengte = map(float, waar)
        if abs(breedte) > 90 or abs(lengte) > 180:
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        vanaf = await self._versie(wie)
        await self._opsturen.plek(wie, breedte, lengte, keer)
        return await self._gedaan(request, wie, vanaf)

    async def uit(self, request: Request, wie: Wie, form: Form) -> Response:
        """Sign this browser out."""
        await self._database.write(0, websessies.eindig, wie.sessie.account, wie.sessie.publiek_id)
        self._lijnen.wek(wie.chat)
        return antwoorden.afgemeld(request)

    async def bestand(self, request: Request) -> Response:
        """Give the file of a message in one's own chat."""
        wie, nummer = await self._sessies.wie(request), request.path_params["nummer"]
        gevonden = await self._luik.geef(wie, int(nummer)) if wie and is_nummer(nummer) else None
        if gevonden is None:
            return fout(HTTPStatus.NOT_FOUND, request, wie)
        return Response(gevonden[0], headers=GEWOON | gevonden[1])

    async def stroom(self, request: Request) -> Response:
        """Send what is new in a chat as long as its page is open."""
        wie = await self._sessies.wie(request)
        vanaf = request.headers.get("last-event-id") or request.query_params.get("na", "0")
        versie = int(vanaf) if is_nummer(vanaf) else 0
        koppen = {**GEWOON, "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no"}
        if wie is None:  # a page that was kept on the device, of who is signed out since: it forgets all
            return Response(UIT, headers=koppen)
        if request.method == "HEAD":  # there is no end to wait for
            return Response(headers=koppen)
        if not self._stroom.mag(adres := van_wie(request)):
            return fout(HTTPStatus.SERVICE_UNAVAILABLE, request)
        if wie.sessie.vernieuwt:  # its page asks again at once, with the secret that this brings
            return await self._sessies.vernieuw(wie, Response(WEER, headers=koppen))
        nieuws = StreamingResponse(self._stroom.nieuws(wie, versie, adres), headers=koppen)
        return await self._sessies.vernieuw(wie, nieuws)

    def met_sessie(
        self, doe: Callable[[Request, Wie, Form], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Let only a signed in page of ours do something, and not too often."""

        async def eerst(request: Request) -> Response:
            wie = await self._sessies.wie(request)
            if wie is None:
                return terug() if zonder_script(request) else fout(HTTPStatus.UNAUTHORIZED, request)
            form = await lees_form(request, self._adres)
            if form is None or not secrets.compare_digest(form.get("csrf", "").encode(), wie.csrf.encode()):
                return fout(HTTPStatus.FORBIDDEN, request, wie)
            if not self._tikkers.mag(wie.sessie.publiek_id):
                return fout(HTTPStatus.TOO_MANY_REQUESTS, request, wie)
            return await doe(request, wie, form)

        return eerst

    async def _gedaan(self, request: Request, wie: Wie, vanaf: int) -> Response:
        """Answer that it was taken; without script only when there is something to see."""
        if not zonder_script(request):
            return leeg()
        gezegd = await self._stroom.tot_antwoord(wie, vanaf, _WACHT_SECONDEN)
        if await self._stroom.is_gewist(wie):
            return terug(f"?gewist=1&taal={wie.taal}")
        return terug(f"?na={vanaf}#" + (f"b{gezegd}" if gezegd else "laatste"))

    async def _gesprek(self, wie: Wie, start: str = "", na: str = "") -> dict[str, Any]:
        account = wie.sessie.account
        versie, opmerking = await self._database.read(webberichten.stand, account)
        berichten = await self._database.read(webberichten.laatste, account, _LAATSTE)
        self._lijnen.toonde(wie.chat, versie)
        nieuw = opmerking is not None and opmerking["versie"] > (int(na) if is_nummer(na) else versie - 1)
        return scherm.gesprek(
            *(berichten, wie.taal, self._zone, wie.csrf, (await self._waar.van(wie)).naam),
            versie=versie,
            opmerking=opmerking if nieuw else None,
            keer=secrets.token_urlsafe(12),
            start=start,
            team=wie.sessie.team,
            overzichten=await self._werkbank.mogelijk(wie),
            seintje=await self._seinknop.stand(wie),
        )

    async def _versie(self, wie: Wie) -> int:
        return (await self._database.read(webberichten.stand, wie.sessie.account))[0]
