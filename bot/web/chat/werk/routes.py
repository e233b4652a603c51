"""Serves the wide pages of the team, and takes the taps that are made in them: the same taps as in the chat.

What comes of a tap goes the way of every update, through the inbox; the page only shows how it stands after it.
"""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from berichten import Toon, vertaal
from berichten.bericht import zonder_merk
from berichten.werkblad.blad import Blad
from bot.clock import Clock
from bot.config import Settings
from bot.errors import Geweigerd
from bot.services import rolgebruik
from bot.services.handeling import Afzender, Handeling
from bot.storage import Database, accounts, webberichten
from bot.web.chat import scherm
from bot.web.chat.antwoorden import CHAT, GEWOON, fout, leeg, pagina, terug, zonder_script
from bot.web.chat.opsturen import Opsturen
from bot.web.chat.stroom import Stroom
from bot.web.chat.toegang import Wie
from bot.web.chat.waar import Waar
from bot.web.chat.werk import overzichten
from bot.web.chat.werk.overzichten import Gevraagd, Overzicht
from bot.webinstellingen import KANAAL

WERK = CHAT + "werk/"
_WACHT_SECONDEN = 3.0
_HIER = re.compile(rf"{WERK}[a-z]+(/[\w-]{{1,64}})?(\?[\w=&%.+-]{{0,300}})?", re.ASCII)
_LANGSTE_ZOEK = 100
_VAN_BLAD = frozenset({"bij", "zoek", "op", "neer"})
"""What the address of a page may say beside which one it is."""
_NERGENS = 0
"""A message that nobody has: what answers a tap on a page comes in a message of its own."""

Form = dict[str, str]
Gesprek = Callable[[Wie], Awaitable[dict[str, Any]]]
MetSessie = Callable[[Callable[[Request, Wie, Form], Awaitable[Response]]], Callable[[Request], Awaitable[Response]]]


@dataclass(frozen=True)
class Werkbank:
    """The wide pages of a wijk.

    Args:
        waar: says in which wijk they are.
        wie: says who asks for a page.
        gesprek: returns what the chat beside it shows.
    """

    database: Database
    waar: Waar
    clock: Clock
    settings: Settings
    opsturen: Opsturen
    stroom: Stroom
    wie: Callable[[Request], Awaitable[Wie | None]]
    gesprek: Gesprek

    def routes(self, met_sessie: MetSessie) -> list[Route]:
        """Return what to serve."""
        return [
            Route(WERK + "tik", met_sessie(self.tik), methods=["POST"]),
            Route(WERK + "{naam}", self.pagina),
            Route(WERK + "{naam}/{welk}", self.pagina),
        ]

    async def mogelijk(self, wie: Wie) -> list[Overzicht]:
        """Return the pages that someone finds."""
        hier = await self.waar.van(wie)
        rollen = (await self.database.read(accounts.van_id, hier.wijk, wie.sessie.account)).rollen
        return overzichten.voor(rollen)

    async def pagina(self, request: Request) -> Response:
        """Show a page, with the chat beside it; to who may not see it there is none."""
        wie = await self.wie(request)
        if wie is None:
            return terug()
        overzicht = overzichten.met_naam(request.path_params["naam"])
        if overzicht is None:
            return fout(HTTPStatus.NOT_FOUND, request, wie)
        gegeven = {naam: request.query_params.get(naam, "")[:_LANGSTE_ZOEK] for naam in ("bij", "zoek")}
        gevraagd = Gevraagd(request.path_params.get("welk", ""), **gegeven)
        try:
            gelezen = await self._lees(wie, overzicht, gevraagd)
        except Geweigerd:
            return fout(HTTPStatus.NOT_FOUND, request, wie)
        blad = overzicht.blad(self._toon(wie), gelezen)
        return pagina(scherm.pagina(await self.gesprek(wie), "werk.html", **_velden(request, overzicht, blad)))

    async def tik(self, request: Request, wie: Wie, form: Form) -> Response:
        """Take a tap on a button of a page."""
        data, keer, hier = form.get("data", ""), form.get("keer", ""), form.get("terug", "")
        if not 1 <= len(data.encode()) <= 64 or not 1 <= len(keer) <= 64 or not _HIER.fullmatch(hier):
            return fout(HTTPStatus.BAD_REQUEST, request, wie)
        if zonder_script(request):  # what came with the page is of all its buttons: each may be tapped once on it
            keer = f"{keer}.{data}"
        account, data = wie.sessie.account, (await self.waar.van(wie)).merk + data
        vanaf, bericht = await self.database.read(_stand, account, data)
        await self.opsturen.tik(wie, bericht, data, keer)
        await self.stroom.tot_antwoord(wie, vanaf, _WACHT_SECONDEN)
        if not zonder_script(request):
            return leeg()
        over = request.query_params.get("over", "")[:_LANGSTE_ZOEK]
        if not over:
            return terug("#laatste")
        streep = "&" if "?" in hier else "?"
        naar = f"{hier}{streep}{urlencode({'net': over})}#{over}"
        return RedirectResponse(naar, HTTPStatus.SEE_OTHER, GEWOON)

    async def _lees(self, wie: Wie, overzicht: Overzicht, gevraagd: Gevraagd) -> Any:
        """Read what a page shows, and write in the audit trail that it was read, or that it was refused.

        Raises:
            Geweigerd: who asks may not see it, or there is no such thing.
        """
        hier = await self.waar.van(wie)
        handeling = self._handeling(wie, hier.wijk)
        handeling.gebruik.wat = f"{overzicht.naam}.werkblad"
        over = rolgebruik.onderwerp_van(gevraagd.welk) if overzicht.over_een else None
        try:
            gelezen = await self.database.read(overzicht.lees, handeling, gevraagd)
        except Geweigerd as nee:
            await self.database.write(hier.wijk, _leg_vast, handeling, over, nee.sleutel)
            raise
        await self.database.write(hier.wijk, _leg_vast, handeling, over, None)
        return gelezen

    def _handeling(self, wie: Wie, wijk: int) -> Handeling:
        afzender = Afzender(KANAAL, wie.sessie.extern_id, taalcode=wie.taal)
        nu, zaad = self.clock.now(), secrets.token_bytes(32)
        return Handeling(wijk, afzender, nu, zaad, self._zone, verzending=self.settings.verzending)

    def _toon(self, wie: Wie) -> Toon:
        return Toon(vertaal(wie.taal), self._zone, "")

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.wijk.tijdzone)


def _leg_vast(tx: Connection, handeling: Handeling, onderwerp: str | None, geweigerd: str | None) -> None:
    rolgebruik.leg_vast(tx, handeling, onderwerp=onderwerp, geweigerd=geweigerd)


def _stand(tx: Connection, account: int, data: str) -> tuple[int, int]:
    """Return the version of a chat, and which message of it the answer to a tap changes.

    That is the last one, when it is a screen of the same list: who ticks eighty people gets one message, not eighty.
    """
    versie, _ = webberichten.stand(tx, account)
    laatste = next(iter(webberichten.laatste(tx, account, 1)), None)
    zelfde = (
        laatste is not None
        and laatste.van_bot
        and any(
            _zelfde_lijst(knop["data"] or "", data) for rij in (laatste.inhoud or {}).get("knoppen", []) for knop in rij
        )
    )
    return versie, laatste.id if laatste is not None and zelfde else _NERGENS


def _zelfde_lijst(knop: str, data: str) -> bool:
    """Say whether a button belongs to the door list in which a tap is made: the same meeting."""
    een, ander = zonder_merk(knop).split(":"), zonder_merk(data).split(":")
    return min(len(een), len(ander)) > 1 and een[0][:2] == ander[0][:2] == "dl" and een[1] == ander[1]


def _velden(request: Request, overzicht: Overzicht, blad: Blad) -> dict[str, Any]:
    """Return what the template of a page needs beside the chat."""
    gegeven = {
        naam: request.query_params[naam] for naam in ("bij", "zoek", "op", "neer") if request.query_params.get(naam)
    }
    welk = request.path_params.get("welk", "")
    pad = f"{WERK}{overzicht.naam}" + (f"/{welk}" if welk else "")

    def adres(naar: str = "", **anders: str) -> str:
        """Return the address of this page in another order, or of another page."""
        if naar.startswith("/"):
            return naar
        if naar.startswith("?"):
            return f"{pad}{naar}"
        if naar:
            return f"{WERK}{overzicht.naam}" if naar == "." else f"{WERK}{overzicht.naam}/{naar}"
        over = {naam: waarde for naam, waarde in (gegeven | anders).items() if waarde}
        return f"{pad}?{urlencode(over)}" if over else pad

    op, aflopend = gegeven.get("op", ""), "neer" in gegeven
    tabellen = tuple(tabel.gesorteerd(op, aflopend=aflopend) for tabel in blad.tabellen)
    return {
        "blad": blad,
        "tabellen": tabellen,
        "overzicht": overzicht.naam,
        "adres": adres,
        "pad": pad,
        "hier": adres(),
        "bij": gegeven.get("bij", ""),
        "net": blad.hoe_staat(request.query_params.get("net", "")),
    }
