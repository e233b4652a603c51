"""The webhook: updates that the Bot API server brings. Stored first, then confirmed with 200."""

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

MAX_BYTES = 1_000_000
PAD = "/telegram"


def webhook_routes(ontvang: Callable[[Sequence[Any]], Awaitable[None]], geheim: str) -> list[Route]:
    """Return what takes updates at `/telegram` and tells at `/gezond` that it lives.

    Args:
        ontvang: stores updates durably before it returns.
        geheim: must stand in the header `X-Telegram-Bot-Api-Secret-Token`.
    """

    async def telegram(request: Request) -> Response:
        gegeven = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(gegeven.encode(), geheim.encode()):
            return Response(status_code=403)
        inhoud = b""
        async for stuk in request.stream():
            inhoud += stuk
            if len(inhoud) > MAX_BYTES:
                return Response(status_code=413)
        try:
            update = json.loads(inhoud)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        await ontvang([update])
        return Response(status_code=200)

    async def gezond(request: Request) -> Response:
        return PlainTextResponse("gezond\n")

    return [Route(PAD, telegram, methods=["POST"]), Route("/gezond", gezond)]
