"""The bot's side over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`, in Telegram's envelope."""

from __future__ import annotations

import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.webchat import bestanden, updates
from bot.webchat.fouten import ApiError, weiger
from bot.webchat.lichaam import Ruw, lees, ontleed
from bot.webchat.opslag import Bot, Json, Opslag
from bot.webchat.opvragen import METHODEN
from bot.webchat.tempo import TELT, Tempo
from bot.webchat.toets import toets, vind_methode
from bot.webchat.updates import Lezer

_TRANSACTIES = METHODEN | {
    "setWebhook": updates.set_webhook,
    "deleteWebhook": updates.delete_webhook,
    "getWebhookInfo": updates.get_webhook_info,
}


class BotApi:
    """Answers the bot's calls.

    Args:
        bot: whose token is accepted.
        opslag: the store.
    """

    def __init__(self, bot: Bot, opslag: Opslag) -> None:
        self._bot = bot
        self._opslag = opslag
        self.lezer = Lezer(opslag)
        self.tempo: Tempo | None = None
        self.routes = [
            Route("/bot{token}/{methode}", self._roep_over_http, methods=["GET", "POST"]),
            Route("/file/bot{token}/{pad:path}", self._download, methods=["GET"]),
        ]

    async def roep(self, methode: str, ruw: Ruw) -> Json:
        """Run one call and return its envelope; a refusal stores nothing."""
        try:
            naam = vind_methode(methode)
            parameters = toets(naam, ruw)
            if self.tempo is not None and naam in TELT and (te_snel := self.tempo.neem(parameters["chat_id"])):
                raise te_snel
            uitkomst: Any
            if naam == "getUpdates":
                uitkomst = await self.lezer.get_updates(parameters)
            else:
                uitkomst = self._opslag.doe(_TRANSACTIES[naam], parameters)
        except ApiError as fout:
            return fout.envelop()
        return {"ok": True, "result": uitkomst}

    def _eigen_token(self, request: Request) -> bool:
        return hmac.compare_digest(request.path_params["token"].encode(), self._bot.token.encode())

    async def _roep_over_http(self, request: Request) -> Response:
        try:
            if not self._eigen_token(request):
                raise weiger("token_onjuist")
            lichaam = await lees(request)
            ruw = ontleed(request.headers.get("content-type", ""), lichaam, request.url.query)
            envelop = await self.roep(request.path_params["methode"], ruw)
        except ApiError as fout:
            envelop = fout.envelop()
        inhoud = json.dumps(envelop, ensure_ascii=False, separators=(",", ":"))
        return Response(inhoud, envelop.get("error_code", 200), media_type="application/json")

    async def _download(self, request: Request) -> Response:
        gevonden = None
        if self._eigen_token(request):
            gevonden = self._opslag.doe(bestanden.inhoud, "pad", request.path_params["pad"])
        if gevonden is None:
            fout = weiger("pad_onbekend")
            return Response(json.dumps(fout.envelop()), fout.code, media_type="application/json")
        return Response(gevonden[0], media_type="application/octet-stream")
