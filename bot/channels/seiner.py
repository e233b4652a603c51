"""The loop that tells browsers that there is something new in their chat, while no page of it is open.

It decides nothing: who and when comes from outside (`bot.services.seintje`). A kill loses nothing of it: what is to be
told stands in rows. What was handed over just before may be told again, in the place of the first.
"""

import json
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Toon
from bot.channels.rondes import Rondes
from bot.channels.weblijnen import Weblijnen
from bot.channels.webpush import Pushpost
from bot.clock import Clock
from bot.config import Verzending
from bot.rules.stilte import Stilte
from bot.storage import Database, seintjes, webberichten
from bot.storage.seintjes import Seintje

log = logging.getLogger(__name__)

RUST_SECONDEN = 2.0
GEDULD_SECONDEN = 5.0
"""So long a page has to show what is new, and more may come with it; a page that lost its line is back by then."""
_TEGELIJK = 20


class Beslist(Protocol):
    """Who is told, as `bot.services.seintje` has it."""

    def gezien(self, tx: Connection, tot: Mapping[int, int], /) -> dict[int, int]:
        """Return of whom pages showed something new."""

    def te_doen(
        self, tx: Connection, nu: datetime, moment: datetime, stilte: Stilte, zone: ZoneInfo, /
    ) -> list[Seintje]:
        """Return which browsers to tell."""

    def niet_gelukt(self, tx: Connection, een: Seintje, nu: datetime, gevraagd: timedelta, /) -> None:
        """Try it again later, or give up."""


class Seiner:
    """Tells browsers, each by the push service of its maker.

    Args:
        post: how; None where the settings want none: then only what pages showed is kept.
        naam: of the wijk.
        icoon: path of a picture on our pages.
    """

    def __init__(
        self,
        database: Database,
        beslist: Beslist,
        lijnen: Weblijnen,
        post: Pushpost | None,
        toon: Callable[[str | None], Toon],
        clock: Clock,
        zone: ZoneInfo,
        verzending: Verzending,
        naam: str,
        icoon: str,
    ) -> None:
        self._database = database
        self._beslist = beslist
        self._lijnen = lijnen
        self._post = post
        self._toon = toon
        self._clock = clock
        self._zone = zone
        self._stilte = Stilte(verzending.stil_van, verzending.stil_tot)
        self._naam = naam
        self._icoon = icoon
        self._sinds: dict[int, float] = {}
        """Since when each that is to be told is seen to be."""
        self._rondes = Rondes("who is to be told of new messages", RUST_SECONDEN, "seintje", 60.0)

    async def werk(self) -> None:
        """Tell until cancelled."""
        if self._post is None:
            await self._rondes.werk(self._bewaar_getoond)
            return
        async with self._post:
            await self._rondes.werk(self._ronde)

    async def _bewaar_getoond(self) -> None:
        if not (getoond := self._lijnen.neem_getoond()):
            return
        try:
            if nieuw := await self._database.read(self._beslist.gezien, getoond):
                await self._database.write(None, webberichten.toonde, nieuw)
        except Exception:
            for chat, versie in getoond.items():
                self._lijnen.toonde(chat, versie)
            raise

    async def _ronde(self) -> None:
        try:
            await self._bewaar_getoond()
        except Exception:  # somebody may be told of what they just read, which is better than nobody of anything
            log.exception("what pages showed was not kept")
        wie = datetime.now(UTC), self._clock.now(), self._stilte, self._zone
        open_ = await self._database.read(self._beslist.te_doen, *wie)
        nu = monotonic()
        self._sinds = {een.id: self._sinds.get(een.id, nu) for een in open_}
        mogen = [een for een in open_ if nu - self._sinds[een.id] >= GEDULD_SECONDEN and self._rondes.kan(een.id)]
        for een in mogen[: _TEGELIJK - len(self._rondes.onderweg)]:
            self._rondes.begin(een.id, self._sein(een))

    async def _sein(self, een: Seintje) -> None:
        assert self._post is not None  # noqa: S101 (`werk` looked)
        uitkomst = await self._post.stuur(een.plek, self._inhoud(een))
        if uitkomst.soort == "later":
            log.info("a push service could not take a message (%s)", uitkomst.reden)
            nu = datetime.now(UTC)
            await self._database.write(None, self._beslist.niet_gelukt, een, nu, uitkomst.wacht)
            return
        if uitkomst.soort == "nee":
            log.warning("a push service refused a message (%s)", uitkomst.reden)
        klaar = seintjes.verval if uitkomst.soort == "weg" else seintjes.geseind
        await self._database.write(None, klaar, een)

    def _inhoud(self, een: Seintje) -> bytes:
        """Return what stands on a locked screen: nothing of the message, which others may see there."""
        t = self._toon(een.taal).t
        velden: dict[str, Any] = {
            "titel": self._naam,
            "tekst": t.plat("webkanaal.seintje_tekst"),
            "taal": t.locale.language,
            "richting": "rtl" if t.rechts else "ltr",
            "icoon": self._icoon,
        }
        return json.dumps(velden, ensure_ascii=False).encode()
