"""A brake on who asks for too much: so many at once, and then one per so many seconds, for each who asks."""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.requests import Request

_MEESTE = 50_000
"""So many who ask are remembered; who was quiet for longest is forgotten first."""


class Rem:
    """Lets each through `vlaag` times at once, and after that once every `seconden`.

    Args:
        klok: seconds of a clock that never goes back.
    """

    def __init__(self, vlaag: int, seconden: float, klok: Callable[[], float] = monotonic) -> None:
        self._vlaag = vlaag
        self._seconden = seconden
        self._klok = klok
        self._vol_op: OrderedDict[str, float] = OrderedDict()
        """When each has the whole burst again."""

    def mag(self, wie: str) -> bool:
        """Say whether this one may go on, and count it when it may."""
        nu = self._klok()
        vol_op = max(self._vol_op.get(wie, nu), nu) + self._seconden
        if vol_op > nu + self._vlaag * self._seconden:
            return False
        self._vol_op[wie] = vol_op
        self._vol_op.move_to_end(wie)
        if len(self._vol_op) > _MEESTE:
            self._vol_op.popitem(last=False)
        return True


def van_adres(adres: str) -> str:
    """Return whom an address is counted for: one of IPv6 for its network, of which a home has one."""
    try:
        ip = ipaddress.ip_address(adres.partition("%")[0])
    except ValueError:
        return adres[:64]
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def van_wie(request: Request) -> str:
    """Return whom a request is counted for."""
    return van_adres(request.client.host if request.client else "")
