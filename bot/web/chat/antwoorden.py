"""What the chat in the browser answers with: its headers, a page, the way back, a style or a script."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.chat import scherm, toegang
from bot.web.chat.toegang import Wie

CHAT = "/chat/"
GEWOON = {  # beside those of bot/web/koppen.py
    "Content-Type": "text/html; charset=utf-8",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",  # with none at all a browser says of our own forms that they come from nowhere
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=()",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types gehoord"
    ),
}
_SOORTEN = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}


def zonder_script(request: Request) -> bool:
    """Say whether a form was sent by a page without script."""
    return request.headers.get("x-gehoord") != "script"


def pagina(inhoud: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Answer with a page."""
    return Response(inhoud, status, GEWOON)


def fout(status: HTTPStatus, request: Request, wie: Wie | None = None) -> Response:
    """Answer that it cannot be: to a person in plain words with the way back, to a script in one line."""
    if not zonder_script(request) or "text/html" not in request.headers.get("accept", ""):
        return Response(status.phrase, status, {**GEWOON, "Content-Type": "text/plain; charset=utf-8"})
    return pagina(scherm.fout(wie.taal if wie else toegang.taal(request), status), status)


def leeg() -> Response:
    """Answer that it is done: what comes of it is seen elsewhere."""
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=GEWOON)


def terug(erbij: str = "") -> Response:
    """Send a browser back to its chat."""
    return RedirectResponse(CHAT + erbij, HTTPStatus.SEE_OTHER, GEWOON)


def afgemeld(request: Request) -> Response:
    """Answer who signed out, and let their browser forget what was kept of the chat."""
    klaar = terug() if zonder_script(request) else leeg()
    klaar.headers["Set-Cookie"] = toegang.koekje("", weg=True)
    klaar.headers["Clear-Site-Data"] = '"cache", "storage"'  # all cookies would be those of a whole gemeente.nl
    return klaar


async def niets(request: Request) -> Response:
    """Answer that there is nothing at an address."""
    return fout(HTTPStatus.NOT_FOUND, request)


def statisch(naam: str) -> Callable[[Request], Awaitable[Response]]:
    """Return what serves a style, a script or an icon."""
    soort = _SOORTEN[naam.rpartition(".")[2]]

    async def geef(request: Request) -> Response:
        koppen = {"Content-Type": soort, "Cache-Control": "public, max-age=31536000, immutable"}
        return Response(scherm.STATISCH[naam], headers=GEWOON | koppen)

    return geef
