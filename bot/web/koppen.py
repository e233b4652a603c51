"""The headers that go with everything we serve, an error too: what an answer says itself goes before them."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALTIJD = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HSTS = "max-age=31536000"
"""Of this host alone: what else a gemeente has under its name is not ours to say anything of."""


def met_koppen(app: ASGIApp, url: str) -> ASGIApp:
    """Return an app of which every answer has them.

    Args:
        url: how a browser comes here; with https it may come in no other way for a year.
    """
    vast = ALTIJD | ({"Strict-Transport-Security": _HSTS} if url.startswith("https://") else {})

    async def met(scope: Scope, receive: Receive, send: Send) -> None:
        async def door(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                for naam, waarde in vast.items():
                    koppen.setdefault(naam, waarde)
            await send(bericht)

        await app(scope, receive, door if scope["type"] == "http" else send)

    return met
