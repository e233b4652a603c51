"""A line on which somebody asks us things: who is so slow that only the line is their aim, makes way for others.

Our server waits for ever for the rest of a request, and for who reads no answer; a proxy in front may do so too.
"""

import asyncio
import resource
from collections.abc import Iterable
from time import monotonic
from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

KOP_SECONDEN = 10.0
"""So long the head of a request may take, and so long a line that was never used stays open thrice."""
STIL_SECONDEN = 20.0
"""So long nothing may come in the middle of a request."""
TRAAGST = 500
"""Bytes a second of a request that goes on for longer: a bad phone line has ten times as many."""
LEES_SECONDEN = 60.0
"""So long who gets an answer may take nothing of it."""
LANGSTE_KOP = 64_000
_KIJK_SECONDEN = 1.0
_VOOR_ONSZELF = 128
"""Files that we need open for other things: the database, what we send ourselves."""
_TE_LANG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_VOL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n"


class Verbinding(HttpToolsProtocol):
    """A line of uvicorn that knows what it waits for."""

    in_kop = in_vraag = False
    """Whether a request began of which the head, or anything, is still to come; it may have been answered before."""
    sinds = kwam = las = 0.0
    """When what it waits for began, when something came last, and when something of an answer was taken last."""
    gelezen = over = 0
    """Bytes of the request, and those of the answer that were not taken yet."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self.sinds = self.kwam = self.las = monotonic()
        if len(self.connections) > plaatsen() and not _maak_plaats(
            cast("Iterable[Verbinding]", self.connections), self
        ):
            transport.write(_VOL)
            transport.close()

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self.kwam = monotonic()
        if self.vrij:
            self.sinds, self.gelezen = self.kwam, 0
        self.gelezen += len(data)
        super().data_received(data)
        if self.in_kop and self.gelezen > LANGSTE_KOP:
            self.transport.write(_TE_LANG)
            self.transport.close()

    def on_message_begin(self) -> None:
        """See `HttpToolsProtocol`."""
        self.in_kop = self.in_vraag = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """See `HttpToolsProtocol`."""
        self.in_kop = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """See `HttpToolsProtocol`."""
        self.in_vraag = False
        super().on_message_complete()

    @property
    def vrij(self) -> bool:
        """Whether nothing is asked here now."""
        return not self.in_vraag and (self.cycle is None or self.cycle.response_complete)

    def te_traag(self, nu: float) -> bool:
        """Say whether this has taken too long."""
        over = self.transport.get_write_buffer_size()
        if over == 0 or over < self.over:
            self.las = nu
        self.over = over
        if nu - self.las > LEES_SECONDEN:
            return True
        if self.in_kop:
            return nu - self.sinds > KOP_SECONDEN
        if self.vrij:  # uvicorn waits for a next request for a while, but after an empty line it forgets that it waits
            return self.timeout_keep_alive_task is None and nu - self.kwam > 3 * KOP_SECONDEN
        if not self.in_vraag or self.flow.read_paused:
            return False  # it is we who are slow
        te_laat = self.gelezen < TRAAGST * (nu - self.sinds - STIL_SECONDEN)
        return te_laat or nu - self.kwam > STIL_SECONDEN


async def waak(verbindingen: Iterable[object]) -> None:
    """Break off, as long as this runs, the lines that take too long."""
    while True:
        await asyncio.sleep(_KIJK_SECONDEN)
        nu = monotonic()
        for een in [*cast("Iterable[Verbinding]", verbindingen)]:
            if een.te_traag(nu):
                een.transport.abort()


def plaatsen() -> int:
    """Return how many lines may be open at once."""
    return max(resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _VOOR_ONSZELF, 1)


def _maak_plaats(verbindingen: Iterable[Verbinding], behalve: Verbinding) -> bool:
    """Break off the line that waits for a request for longest; False when something is under way on all."""
    wachtend = [
        een for een in verbindingen if een is not behalve and (een.cycle is None or een.cycle.response_complete)
    ]
    if not wachtend:
        return False
    min(wachtend, key=lambda een: een.sinds).transport.abort()
    return True
