"""What goes with every public page: how long it is kept, what a browser may do with it; and errors in plain words."""

import hashlib
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from berichten import kies_taal, talen
from bot.web import sjabloon

EVEN = "public, max-age=60"
VOOR_ALTIJD = "public, max-age=31536000, immutable"
KOPPEN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' https://t.me; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}
"""The form is that of the join page: it leads to the bot, and past us."""


def html(request: Request, inhoud: bytes) -> Response:
    """Return a page."""
    return bestand(request, inhoud, "text/html; charset=utf-8", EVEN)


def bestand(request: Request, inhoud: bytes, soort: str, bewaar: str) -> Response:
    """Return something that may be kept; or, to who has it already, only that it is the same.

    Args:
        soort: its media type.
        bewaar: how long it may be kept, as Cache-Control says it.
    """
    merk = f'"{hashlib.sha256(inhoud).hexdigest()[:32]}"'
    koppen = {**KOPPEN, "ETag": merk, "Cache-Control": bewaar}
    if _heeft_al(request.headers.get("if-none-match", ""), merk):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=koppen)
    return Response(inhoud, headers={**koppen, "Content-Type": soort})


def _heeft_al(gegeven: str, merk: str) -> bool:
    """Say whether a mark is among those of If-None-Match; a proxy that compressed it made its mark a weak one."""
    return gegeven.strip() == "*" or merk in {deel.strip().removeprefix("W/") for deel in gegeven.split(",")}


def niet_gevonden(request: Request, taal: str | None = None) -> Response:
    """Say that there is no such page."""
    return _fout(request, HTTPStatus.NOT_FOUND, taal)


def mag_niet(request: Request) -> Response:
    """Say that nothing can be sent here."""
    return _fout(request, HTTPStatus.METHOD_NOT_ALLOWED)


def te_druk(request: Request) -> Response:
    """Say that so many pages are asked for that this one comes later."""
    gezegd = _fout(request, HTTPStatus.SERVICE_UNAVAILABLE)
    gezegd.headers["Retry-After"] = "5"
    return gezegd


def _fout(request: Request, status: HTTPStatus, taal: str | None = None) -> Response:
    pad: str = request.scope["path"]
    eerste = pad.split("/")[1:2]
    gekozen = taal or kies_taal(eerste[0] if eerste and eerste[0] in talen() else None)
    inhoud = sjabloon.fout(gekozen, status.value, min(max(pad.count("/") - 1, 0), _DIEPST))
    koppen = {**KOPPEN, "Cache-Control": "no-store", "Content-Type": "text/html; charset=utf-8"}
    return Response(
        inhoud, status, koppen | ({"Allow": "GET, HEAD"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {})
    )


_DIEPST = 20
