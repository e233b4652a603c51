"""The page on which somebody of the team confirms who they are, before anything of their chat is shown."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.rules import tweedefactor as regel
from bot.services import tweedefactor
from bot.services.handeling import publiek_id
from bot.services.tweedefactor import Plek, Stand
from bot.storage import Database, websessies
from bot.web.chat import scherm, toegang
from bot.web.chat.antwoorden import CHAT, afgemeld, fout, pagina, terug
from bot.web.chat.formulier import Form, lees_form
from bot.web.chat.toegang import Wie

BEVESTIG = CHAT + "bevestig"


@dataclass(frozen=True)
class Drempel:
    """Asks for the second factor, and lets it be set up.

    Args:
        naam: of the wijk.
        onze: where our pages come from, see `toegang.herkomst`.
    """

    database: Database
    plek: Plek
    naam: str
    onze: str

    def routes(self) -> list[Route]:
        """Return what to serve."""
        return [
            Route(BEVESTIG, self._met_stand(self._geef), methods=["POST"]),
            Route(BEVESTIG + "/begin", self._met_stand(self._begin), methods=["POST"]),
            Route(BEVESTIG + "/uit", self._met_stand(self._uit), methods=["POST"]),
        ]

    async def stand(self, request: Request) -> Stand | None:
        """Return how far somebody is whose browser is not open; None when it is, or nobody is signed in."""
        geheim = request.cookies.get(toegang.KOEKJE, "")
        if not geheim:
            return None
        return await self.database.read(tweedefactor.stand, geheim, datetime.now(UTC), self.plek)

    async def pagina(self, request: Request) -> Response | None:
        """Return the page that asks; None when there is nothing to ask."""
        stand = await self.stand(request)
        return None if stand is None else pagina(self._scherm(request, stand))

    def _met_stand(
        self, doe: Callable[[Request, Stand, Form], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Let only a page of ours, of somebody who is asked, do something."""

        async def eerst(request: Request) -> Response:
            stand = await self.stand(request)
            if stand is None:
                return terug()
            form = await lees_form(request, self.onze)
            csrf = self._wie(request, stand).csrf
            if form is None or not secrets.compare_digest(form.get("csrf", "").encode(), csrf.encode()):
                return fout(HTTPStatus.FORBIDDEN, request)
            return await doe(request, stand, form)

        return eerst

    async def _begin(self, request: Request, stand: Stand, form: Form) -> Response:
        nieuw = publiek_id(secrets.token_bytes(16))
        wat = self._geheim(request), datetime.now(UTC), self.plek, secrets.token_bytes(32), nieuw
        await self.database.write(0, tweedefactor.begin, *wat)
        return terug()

    async def _geef(self, request: Request, stand: Stand, form: Form) -> Response:
        toeval, code = toegang.nieuw(), form.get("code", "")[:40]
        wat = self._geheim(request), code, datetime.now(UTC), self.plek, toeval, secrets.token_bytes(32)
        uitkomst = await self.database.write(0, tweedefactor.geef, *wat)
        if not uitkomst.goed:
            nu = await self.stand(request)
            return terug() if nu is None else pagina(self._scherm(request, nu, fout=True), HTTPStatus.FORBIDDEN)
        taal = self._wie(request, stand).taal
        klaar = pagina(scherm.drempel(taal, self.naam, "codes", codes=uitkomst.codes)) if uitkomst.codes else terug()
        klaar.headers["Set-Cookie"] = toegang.koekje(toeval.geheim)
        return klaar

    async def _uit(self, request: Request, stand: Stand, form: Form) -> Response:
        await self.database.write(0, websessies.eindig, stand.sessie.account, stand.sessie.publiek_id)
        return afgemeld(request)

    def _scherm(self, request: Request, stand: Stand, *, fout: bool = False) -> str:
        wie = self._wie(request, stand)
        velden: dict[str, Any] = {"csrf": wie.csrf, "fout": fout, "wacht": stand.wacht_tot is not None}
        if stand.geheim is not None:
            tekst = regel.als_tekst(stand.geheim)
            qr = segno.make(regel.adres(stand.geheim, self.naam, stand.sessie.extern_id), micro=False)
            velden["qr"] = qr.svg_inline(scale=5, dark="#000", light="#fff", omitsize=True)
            velden["tekst"] = " ".join(tekst[plek : plek + 4] for plek in range(0, len(tekst), 4))
        return scherm.drempel(wie.taal, self.naam, stand.staat, **velden)

    def _wie(self, request: Request, stand: Stand) -> Wie:
        return Wie(stand.sessie, self._geheim(request), stand.sessie.taal or toegang.taal(request))

    def _geheim(self, request: Request) -> str:
        return request.cookies.get(toegang.KOEKJE, "")
