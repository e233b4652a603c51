"""The pages for a browser: one app beside the webhook. What a page shows stands in its own file."""

import base64
import hashlib
import re
from collections.abc import Sequence
from http import HTTPStatus
from string import Template
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web import antwoord
from bot.web.drukte import TeDruk


def paginas_app(routes: Sequence[Route], verder: ASGIApp | None = None) -> ASGIApp:
    """Return an app that answers for the pages and leaves all else to another; without one it says so itself."""

    async def weg(request: Request, fout: Exception) -> Response:
        return antwoord.niet_gevonden(request)

    async def mag_niet(request: Request, fout: Exception) -> Response:
        return antwoord.mag_niet(request)

    async def druk(request: Request, fout: Exception) -> Response:
        return antwoord.te_druk(request)

    app = Starlette(routes=routes, exception_handlers={404: weg, 405: mag_niet, TeDruk: druk})
    app.router.redirect_slashes = False  # it leads to the host that the request names

    async def naast(scope: Scope, receive: Receive, send: Send) -> None:
        van_ons = _van_ons(routes, scope)
        doe = app if verder is None or van_ons else verder
        if scope["type"] == "http":
            request = Request(scope)
            if "\0" in scope["path"]:  # no name has one, and PostgreSQL takes none
                doe = antwoord.niet_gevonden(request)
            elif scope["method"] in {"GET", "HEAD"} and not van_ons:
                met_streep = {**scope, "path": scope["path"] + "/"}
                if _van_ons(routes, met_streep):
                    doe = RedirectResponse(
                        f"./{quote(scope['path'].rpartition('/')[2])}/", HTTPStatus.PERMANENT_REDIRECT
                    )
        await doe(scope, receive, send)

    return naast


def _van_ons(routes: Sequence[Route], scope: Scope) -> bool:
    return any(route.matches(scope)[0] != Match.NONE for route in routes)


def merk(sjabloon: Template, soort: str) -> str:
    """Return by which hash a browser may take the style or script of a page, and no other."""
    stuk = re.search(f"<{soort}>(.*?)</{soort}>", sjabloon.template, re.DOTALL)
    assert stuk is not None  # noqa: S101 (it is our own file)
    return f"'sha256-{base64.b64encode(hashlib.sha256(stuk[1].encode()).digest()).decode()}'"
