"""Who asks, by the cookie of their browser; and the other secret that it gets when it has become somebody's.

Until the browser shows the new one the old works too: an answer can be lost, and then nobody must be shut out.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.weblijnen import Weblijnen
from bot.services import websessie
from bot.storage import Database, websessies
from bot.web.chat import toegang
from bot.web.chat.toegang import Wie


@dataclass(frozen=True)
class Sessies:
    """Finds sessions, and renews them.

    Args:
        peper: the secret of the installation: without it nobody makes a new secret of an old one.
    """

    database: Database
    lijnen: Weblijnen
    peper: bytes

    async def wie(self, request: Request) -> Wie | None:
        """Return who asks; None when nobody is signed in, or is to show a second factor first."""
        geheim, nu = request.cookies.get(toegang.KOEKJE, ""), datetime.now(UTC)
        sessie = await self.database.read(websessie.wie, geheim, nu) if geheim else None
        if sessie is None:
            return None
        if sessie.straks == websessie.merk(geheim):
            await self.database.write(0, websessies.neem_straks, sessie)
            self.lijnen.wek(int(sessie.extern_id))  # who knows only the old secret hears nothing more
            sessie = await self.database.read(websessie.wie, geheim, nu) or sessie
        if not websessies.was_gezien(sessie, nu):
            await self.database.write(0, websessies.gezien, sessie, nu)
        return Wie(sessie, geheim, sessie.taal or toegang.taal(request))

    async def vernieuw(self, wie: Wie, antwoord: Response) -> Response:
        """Let an answer bring another secret where the session became somebody's since the last; the same each time."""
        if wie.sessie.verandert:
            nieuw = websessie.volgend(wie.geheim, wie.sessie, self.peper)
            await self.database.write(0, websessies.zet_straks, wie.sessie, websessie.merk(nieuw))
            antwoord.headers.append("Set-Cookie", toegang.koekje(nieuw))
        return antwoord
