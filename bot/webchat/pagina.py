"""The page's files and the rules around every answer: which hosts are served, and what a browser may do with it."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_MAP = Path(__file__).parent / "static"
_EIGEN_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_KOPPEN = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Wacht:
    """Refuses hosts that are not this machine, so that no web site reaches the chat through a name of its own.

    Args:
        app: the app behind it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not _EIGEN_HOST.fullmatch(Headers(scope=scope).get("host", "")):
            await PlainTextResponse("This server answers only on 127.0.0.1 and localhost.\n", 421)(scope, receive, send)
            return

        async def met_koppen(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                MutableHeaders(scope=bericht).update(_KOPPEN)
            await send(bericht)

        await self._app(scope, receive, met_koppen)


async def _pagina(request: Request) -> Response:
    return FileResponse(_MAP / "index.html", headers={"Cache-Control": "no-cache"})


def routes() -> list[BaseRoute]:
    """Return the routes of the page."""
    return [Route("/", _pagina), Mount("/static", StaticFiles(directory=_MAP), name="static")]
