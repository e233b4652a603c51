"""Running an ASGI app beside the bot, in one event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import InvoerFout
from bot.web.verbinding import Verbinding, waak

_OPEN_SECONDEN = 30
"""A connection stays open longer than clients keep it (aiohttp: 15): one that closes it first loses no request."""


class _Server(uvicorn.Server):
    """Leaves signals to the program: uvicorn would raise them again and skip what must still be closed."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def bind_adres(instelling: str, adres: str, *, gedeeld: bool = False) -> socket.socket:
    """Take the address that a setting names; see `bind`.

    Raises:
        InvoerFout: it is no address, in use or not ours.
    """
    host, _, poort = adres.rpartition(":")
    if not host or not poort.isdigit():
        raise InvoerFout(f"{instelling}: '{adres}' kan niet; schrijf host:poort, zoals 127.0.0.1:8443")
    return bind(host, int(poort), gedeeld=gedeeld)


def bind(host: str, poort: int, *, gedeeld: bool = False) -> socket.socket:
    """Take an address; port 0 takes a free one.

    Args:
        gedeeld: another process may take it too.

    Raises:
        InvoerFout: it is in use or not ours.
    """
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay (40 ms an answer) off only where the protocol is named
    stekker = socket.socket(familie, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    stekker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if gedeeld:
        stekker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        stekker.bind((host, poort))
    except OSError as fout:
        stekker.close()
        raise InvoerFout(
            f"poort {poort} op {host} is niet vrij ({fout.strerror}); kies een andere, zoals PORT=8081"
        ) from None
    return stekker


@asynccontextmanager
async def serveer(app: ASGIApp, stekker: socket.socket, vertrouwd: Sequence[str] = ()) -> AsyncIterator[None]:
    """Serve an app on a bound socket until the block ends.

    Args:
        vertrouwd: addresses and networks whose word is taken for who asks, and whether that was over https.
    """
    instellingen = uvicorn.Config(
        app,
        http=Verbinding,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=list(vertrouwd),
        lifespan="on",
        timeout_graceful_shutdown=1,
        timeout_keep_alive=_OPEN_SECONDEN,
    )
    server = _Server(instellingen)
    taak = asyncio.create_task(server.serve(sockets=[stekker]))
    while not server.started:
        if taak.done():
            await taak
        await asyncio.sleep(0.01)
    wacht = asyncio.create_task(waak(server.server_state.connections))
    try:
        yield
    finally:
        wacht.cancel()
        server.should_exit = True
        await taak
