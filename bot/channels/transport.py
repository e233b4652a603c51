"""How python-telegram-bot reaches the Bot API: over aiohttp, which costs a tenth of its stock client under load."""

import json
from typing import Any

import aiohttp
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

VERBINDINGEN = 200
"""More than the outbox takes at once: an answer never waits for a connection."""

TE_GROOT, TE_SNEL = 413, 429
WACHT_SECONDEN = 5
"""So long we wait after a 429 that does not say how long, such as a proxy's."""
LANGSTE_WACHT_SECONDEN = 86400


class NietVerzonden(NetworkError):  # noqa: N818 (named as the state it leads to)
    """The request never left: no connection could be made. Sending again doubles nothing."""


class AiohttpRequest(BaseRequest):
    """One pool of connections to one Bot API server.

    Args:
        timeout_seconden: how long to wait for an answer where the call names no time of its own.
    """

    def __init__(self, timeout_seconden: float = 20.0) -> None:
        self._timeout = timeout_seconden
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return self._timeout

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=VERBINDINGEN)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call; see `BaseRequest.do_request`.

        Raises:
            NietVerzonden: no connection was made.
            BadRequest: it was refused for its size, by the Bot API or by a proxy: nothing was sent.
            RetryAfter: it was refused for going too fast, whatever the refusal looks like: nothing was sent.
            TimedOut: no answer in time; it may have arrived.
            NetworkError: the connection broke; it may have arrived.
        """
        if self._session is None:
            raise RuntimeError("AiohttpRequest is used before initialize()")
        wacht = self._timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        grens = aiohttp.ClientTimeout(total=None, sock_connect=5.0, sock_read=wacht)
        try:
            soort, body = _body(request_data)
            async with self._session.request(method, url, data=body, headers=soort, timeout=grens) as antwoord:
                if antwoord.status == TE_SNEL:
                    raise RetryAfter(_wacht(await antwoord.read()))
                if antwoord.status == TE_GROOT:
                    raise BadRequest("Request Entity Too Large")
                return antwoord.status, await antwoord.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as fout:
            raise NietVerzonden(type(fout).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as fout:  # its text may hold the URL, and with it the token
            raise NetworkError(type(fout).__name__) from None


async def roep(request: BaseRequest, adres: str, velden: dict[str, Any], wacht_seconden: float | None = None) -> Any:
    """Make a call with JSON in and out: the library's objects around the calls of every tap cost more than the calls.

    Args:
        adres: `https://…/bot<token>/<method>`.
        velden: parameters as JSON-able values; those that are None are left out.

    Raises:
        TelegramError: what the library makes of the failure, as for its own methods.
    """
    data = RequestData([RequestParameter(naam, waarde, None) for naam, waarde in velden.items()])
    return await request.post(adres, data, read_timeout=wacht_seconden or BaseRequest.DEFAULT_NONE)


def _wacht(body: bytes) -> int:
    """Return how many seconds a refusal (429) asks to wait."""
    try:
        wacht = json.loads(body)["parameters"]["retry_after"]
    except (ValueError, KeyError, TypeError):
        return WACHT_SECONDEN
    return min(wacht, LANGSTE_WACHT_SECONDEN) if isinstance(wacht, int) and wacht > 0 else WACHT_SECONDEN


def _body(request_data: RequestData | None) -> tuple[dict[str, str], aiohttp.FormData | bytes | None]:
    """Return headers and body: JSON, which is the cheapest to write, or a form when there are files to go."""
    if request_data is None:
        return {}, None
    if not request_data.contains_files:
        return {"Content-Type": "application/json"}, json.dumps(request_data.parameters).encode()
    formulier = aiohttp.FormData(quote_fields=False)  # else a file name arrives percent-encoded
    for naam, waarde in request_data.json_parameters.items():
        formulier.add_field(naam, waarde)
    for naam, (bestandsnaam, inhoud, soort) in request_data.multipart_data.items():
        formulier.add_field(naam, inhoud, filename=bestandsnaam, content_type=soort)
    return {}, formulier
