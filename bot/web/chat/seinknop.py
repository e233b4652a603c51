"""The line on the page by which somebody asks to be told of new messages on this device, or no more."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from bot.services import seintje
from bot.storage import Database, seintjes
from bot.storage.seintjes import Plek
from bot.web.chat.antwoorden import GEWOON, fout
from bot.web.chat.toegang import Wie


@dataclass(frozen=True)
class Stand:
    """What the page shows of it.

    Args:
        sleutel: public half of our key, which a browser ties its address to.
        aan: whether this browser is told.
    """

    sleutel: str
    aan: bool


class Seinknop:
    """Puts it on and off.

    Args:
        sleutel: see `Stand`; empty where nobody is told.
        ook: see `bot.rules.pushdienst.mag`.
    """

    def __init__(self, database: Database, sleutel: str, ook: Sequence[str]) -> None:
        self._database = database
        self._sleutel = sleutel
        self._ook = ook

    async def stand(self, wie: Wie) -> Stand | None:
        """Return how it stands; None where it cannot be."""
        if not self._sleutel:
            return None
        return Stand(self._sleutel, await self._database.read(seintjes.heeft, wie.sessie.publiek_id))

    async def zet(self, request: Request, wie: Wie, form: dict[str, str]) -> Response:
        """Take the address of a browser, or that it wants none any more."""
        if "adres" not in form:
            await self._database.write(0, seintje.zet_uit, wie.geheim)
        elif not await self._zet_aan(wie, form):
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=GEWOON)

    async def _zet_aan(self, wie: Wie, form: dict[str, str]) -> bool:
        try:
            plek = Plek(form["adres"], _bytes(form.get("punt", "")), _bytes(form.get("geheim", "")))
        except binascii.Error:
            return False
        if not self._sleutel:
            return False
        return await self._database.write(0, seintje.zet_aan, wie.geheim, plek, self._ook)


def _bytes(tekst: str) -> bytes:
    """Read base64url without its padding, as a browser gives its keys."""
    if not tekst.isascii():
        raise binascii.Error
    return base64.b64decode(tekst + "=" * (-len(tekst) % 4), b"-_", validate=True)
