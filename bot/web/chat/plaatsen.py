"""How many pages may be open at once: of one session the last few, and of one address so many."""

import asyncio
import ipaddress
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager

PER_SESSIE = 6
"""A browser itself opens no more at once of one site, where nothing newer than HTTP/1.1 stands between."""
PER_ADRES = 1000
"""A whole flat may have one address."""


class Plaatsen:
    """Counts the pages that are open."""

    def __init__(self) -> None:
        self._sessies: dict[str, deque[asyncio.Future[None]]] = {}
        self._adressen: Counter[str] = Counter()

    def mag(self, adres: str) -> bool:
        """Say whether another may be open at an address; that of our own machine is of everybody who is not named."""
        return self._adressen[adres] < PER_ADRES or _van_hier(adres)

    @contextmanager
    def neem(self, sessie: str, adres: str) -> Iterator[asyncio.Future[None]]:
        """Take a place, and give what is done when it is wanted for a newer page of the same session."""
        weg: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        samen = self._sessies.setdefault(sessie, deque())
        samen.append(weg)
        self._adressen[adres] += 1
        if len(samen) > PER_SESSIE:
            samen.popleft().set_result(None)
        try:
            yield weg
        finally:
            if weg in samen:
                samen.remove(weg)
            if not samen and self._sessies.get(sessie) is samen:
                del self._sessies[sessie]
            self._adressen[adres] -= 1
            if not self._adressen[adres]:
                del self._adressen[adres]


def _van_hier(adres: str) -> bool:
    try:
        return ipaddress.ip_address(adres).is_loopback
    except ValueError:
        return False
