"""The people's side over HTTP: the JSON API under `/chat/api` that the page, a scripted story and the tests use."""

from __future__ import annotations

import asyncio
import functools
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from berichten import kies_taal, vertaal
from berichten.catalogus import richting
from bot.webchat import bestanden, bewoners, groepen, peilingen, sturen, uitnodigen
from bot.webchat.demo import Demo
from bot.webchat.fouten import ApiError, weiger
from bot.webchat.lichaam import lees, ontleed
from bot.webchat.opslag import Json, Opslag
from bot.webchat.stroom import Omroep
from bot.webchat.veld import STARTCODE

_TIJDZONE = ZoneInfo("Europe/Amsterdam")
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "getal": (int, float),
    "str": (str,),
    "bool": (bool,),
    "list": (list,),
}
_IN_BEELD = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "video/mp4",
        "video/webm",
        "audio/ogg",
        "audio/mpeg",
        "audio/mp4",
        "audio/webm",
    }
)


def _veld(inhoud: Json, naam: str, soort: str, *, mag_ontbreken: bool = False) -> Any:
    waarde = inhoud.get(naam)
    if waarde is None and mag_ontbreken:
        return None
    if not isinstance(waarde, _TYPES[soort]) or (soort in ("int", "getal") and isinstance(waarde, bool)):
        raise weiger("invoer_ontbreekt", naam=naam, soort=soort)
    return waarde


def _waarheen(inhoud: Json) -> tuple[int | None, int | None]:
    """The chat of a message, and the time that it carries; both may be left to the chat."""
    return _veld(inhoud, "chat", "int", mag_ontbreken=True), _veld(inhoud, "datum", "int", mag_ontbreken=True)


def _getal(tekst: str | None) -> int | None:
    if tekst is None:
        return None
    if not re.fullmatch(r"-?\d{1,18}", tekst):
        raise weiger("getal_onjuist")
    return int(tekst)


def morgen(nu: datetime) -> timedelta:
    """Return how long it is until tomorrow morning at eight, local time, from an aware `nu`."""
    dag = nu.astimezone(_TIJDZONE).date() + timedelta(days=1)
    return datetime.combine(dag, time(8), _TIJDZONE).astimezone(UTC) - nu.astimezone(UTC)


class ChatApi:
    """Answers the page.

    Args:
        opslag: the store.
        omroep: the open streams.
        demo: the people and the clock.

    Raises:
        ValueError: a person's startcode is not what a deep link can hold.
    """

    def __init__(self, opslag: Opslag, omroep: Omroep, demo: Demo) -> None:
        for persoon in demo.personen:
            if persoon.startcode is not None and not re.fullmatch(STARTCODE, persoon.startcode):
                raise ValueError(f"startcode of {persoon.naam} must match {STARTCODE}")
        self._opslag = opslag
        self._omroep = omroep
        self._demo = demo
        self._begonnen = False
        self._slot = asyncio.Lock()
        een, lijst = "/chat/api/personen/{id:int}", "/chat/api/personen"
        self.routes = [
            self._route("/chat/api/teksten", self._teksten),
            self._route("/chat/api/bot", self._bot),
            self._route(lijst, self._personen),
            self._route(lijst, self._maak_persoon, "POST"),
            self._route(f"{een}/chats", self._chats),
            self._route(f"{een}/menu", self._menu),
            self._route(f"{een}/berichten", self._berichten),
            self._route(f"{een}/gelezen", self._gelezen, "POST"),
            self._route(f"{een}/tekst", self._tekst, "POST"),
            self._route(f"{een}/bestand", self._stuur_bestand, "POST"),
            self._route(f"{een}/locatie", self._stuur_locatie, "POST"),
            self._route(f"{een}/stem", self._stem, "POST"),
            self._route(f"{een}/tik", self._tik, "POST"),
            self._route(f"{een}/tik/{{tik}}", self._tik_stand),
            self._route(f"{een}/blokkeer", self._blokkeer, "POST"),
            self._route(f"{een}/bestand/{{file_id}}", self._bestand),
            self._route(f"{een}/stroom", self._stroom),
            self._route("/chat/api/groepen", self._groep, "POST"),
            self._route(f"{een}/groepen/{{groep}}/bot", self._bot_in_groep, "POST"),
            self._route(f"{een}/groepen/{{groep}}/supergroep", self._supergroep, "POST"),
            self._route(f"{een}/groepen/{{groep}}/onderwerp", self._onderwerp, "POST"),
            self._route(f"{een}/groepen/{{groep}}/beheerder", self._beheerder, "POST"),
            self._route(f"{een}/toetreden", self._toetreden, "POST"),
            self._route("/chat/api/klok", self._klok),
            self._route("/chat/api/klok", self._verzet, "POST"),
        ]

    def _route(self, pad: str, afhandeling: Callable[[Request, Json], Awaitable[Any]], methode: str = "GET") -> Route:
        """Wrap a handler: the people exist, the body is a JSON object, a refusal is an answer."""

        @functools.wraps(afhandeling)
        async def eindpunt(request: Request) -> Response:
            try:
                await self.begin()
                uitkomst = await afhandeling(request, await _inhoud(request) if methode == "POST" else {})
            except ApiError as fout:
                return JSONResponse({"fout": fout.tekst}, fout.code)
            return uitkomst if isinstance(uitkomst, Response) else JSONResponse(uitkomst)

        return Route(pad, eindpunt, methods=[methode])

    async def begin(self) -> None:
        """Create the demo's people, once per process; also when an app around this one runs no lifespan."""
        async with self._slot:
            if not self._begonnen:
                self._opslag.doe(bewoners.zet_personen, self._demo.personen)
                self._begonnen = True

    async def _teksten(self, request: Request, _: Json) -> Any:
        gevraagd = request.query_params.get("taal")
        taal = kies_taal(gevraagd)
        return {"taal": taal, "richting": richting(gevraagd or taal), "teksten": vertaal(taal).patronen("webchat.")}

    async def _bot(self, request: Request, _: Json) -> Any:
        return self._opslag.doe(bewoners.bot)

    async def _personen(self, request: Request, _: Json) -> Any:
        return self._opslag.doe(bewoners.personen)

    async def _maak_persoon(self, request: Request, inhoud: Json) -> Any:
        naam, taal = _veld(inhoud, "naam", "str").strip()[:64], _veld(inhoud, "taal", "str", mag_ontbreken=True) or "nl"
        id_ = _veld(inhoud, "id", "int", mag_ontbreken=True)
        if not naam or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", taal) or (id_ is not None and id_ <= 0):
            raise weiger("persoon_onjuist")
        nieuw = self._opslag.doe(bewoners.maak_persoon, naam, taal, id_)
        self._omroep.zend_allen("elders", {})
        return nieuw

    async def _chats(self, request: Request, _: Json) -> Any:
        return self._opslag.doe(bewoners.chats, request.path_params["id"])

    async def _menu(self, request: Request, _: Json) -> Any:
        return self._opslag.doe(bewoners.menu_van, request.path_params["id"], _getal(request.query_params.get("chat")))

    async def _berichten(self, request: Request, _: Json) -> Any:
        chat, na = (_getal(request.query_params.get(naam)) for naam in ("chat", "na"))
        return self._opslag.doe(bewoners.berichten, request.path_params["id"], chat, na)

    async def _gelezen(self, request: Request, inhoud: Json) -> Any:
        tot, chat = _veld(inhoud, "bericht", "int"), _veld(inhoud, "chat", "int", mag_ontbreken=True)
        return self._opslag.doe(bewoners.gelezen, request.path_params["id"], chat, tot)

    async def _tekst(self, request: Request, inhoud: Json) -> Any:
        tekst, opmaak = _veld(inhoud, "tekst", "str"), _veld(inhoud, "opmaak", "list", mag_ontbreken=True) or []
        onderwerp = _veld(inhoud, "onderwerp", "int", mag_ontbreken=True)
        waarheen = *_waarheen(inhoud), onderwerp
        return self._opslag.doe(sturen.schrijf, request.path_params["id"], tekst, opmaak, *waarheen)

    async def _stuur_bestand(self, request: Request, inhoud: Json) -> Any:
        bestand = {naam: _veld(inhoud, naam, "str") for naam in ("soort", "naam", "mime", "inhoud")}
        bestand["onderschrift"] = _veld(inhoud, "onderschrift", "str", mag_ontbreken=True) or ""
        bestand["opmaak"] = _veld(inhoud, "opmaak", "list", mag_ontbreken=True) or []
        if bestand["soort"] not in bestanden.VELD:
            raise weiger("bestandssoort_onjuist")
        return self._opslag.doe(sturen.stuur_bestand, request.path_params["id"], bestand, *_waarheen(inhoud))

    async def _stuur_locatie(self, request: Request, inhoud: Json) -> Any:
        punt = _veld(inhoud, "latitude", "getal"), _veld(inhoud, "longitude", "getal")
        return self._opslag.doe(sturen.stuur_locatie, request.path_params["id"], punt, *_waarheen(inhoud))

    async def _stem(self, request: Request, inhoud: Json) -> Any:
        bericht, opties = _veld(inhoud, "bericht", "int"), _veld(inhoud, "opties", "list")
        if not all(type(optie) is int for optie in opties):
            raise weiger("keuze_van_mens")
        chat = _veld(inhoud, "chat", "int", mag_ontbreken=True)
        return self._opslag.doe(peilingen.stem, request.path_params["id"], bericht, opties, chat)

    async def _tik(self, request: Request, inhoud: Json) -> Any:
        bericht, data = _veld(inhoud, "bericht", "int"), _veld(inhoud, "data", "str")
        chat = _veld(inhoud, "chat", "int", mag_ontbreken=True)
        return self._opslag.doe(bewoners.tik, request.path_params["id"], bericht, data, chat)

    async def _tik_stand(self, request: Request, _: Json) -> Any:
        return self._opslag.doe(bewoners.tik_stand, request.path_params["id"], request.path_params["tik"])

    async def _blokkeer(self, request: Request, inhoud: Json) -> Any:
        return self._opslag.doe(bewoners.blokkeer, request.path_params["id"], _veld(inhoud, "aan", "bool"))

    async def _bestand(self, request: Request, _: Json) -> Any:
        gevonden = self._opslag.doe(bestanden.inhoud, "file_id", request.path_params["file_id"])
        if gevonden is None:
            raise weiger("bijlage_onbekend")
        inhoud, mime, naam = gevonden
        if mime in _IN_BEELD:
            return Response(inhoud, media_type=mime, headers={"Cache-Control": "private, max-age=86400"})
        veilig = re.sub(r"[^\w. -]", "_", naam, flags=re.ASCII)[:100]
        kop = {"Content-Disposition": f'attachment; filename="{veilig}"'}
        return Response(inhoud, media_type="application/octet-stream", headers=kop)

    async def _stroom(self, request: Request, _: Json) -> Any:
        self._opslag.doe(bewoners.persoon, request.path_params["id"])
        return StreamingResponse(
            self._omroep.luister(request.path_params["id"]),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _groep(self, request: Request, inhoud: Json) -> Any:
        titel, wie = _veld(inhoud, "titel", "str").strip(), _veld(inhoud, "leden", "list")
        if not 1 <= len(titel) <= 128 or not wie or not all(type(id_) is int for id_ in wie):
            raise weiger("groep_onjuist")
        return self._opslag.doe(groepen.maak_groep, titel, wie)

    async def _bot_in_groep(self, request: Request, inhoud: Json) -> Any:
        wie, groep = request.path_params["id"], _getal(request.path_params["groep"]) or 0
        return self._opslag.doe(groepen.zet_bot, groep, wie, _veld(inhoud, "aan", "bool"))

    async def _supergroep(self, request: Request, _: Json) -> Any:
        wie, groep = request.path_params["id"], _getal(request.path_params["groep"]) or 0
        return self._opslag.doe(groepen.word_supergroep, groep, wie)

    async def _onderwerp(self, request: Request, inhoud: Json) -> Any:
        wie, groep = request.path_params["id"], _getal(request.path_params["groep"]) or 0
        return self._opslag.doe(groepen.maak_onderwerp, groep, wie, _veld(inhoud, "naam", "str"))

    async def _beheerder(self, request: Request, inhoud: Json) -> Any:
        wie, groep = request.path_params["id"], _getal(request.path_params["groep"]) or 0
        aan, uitnodigen_ = _veld(inhoud, "aan", "bool"), bool(_veld(inhoud, "uitnodigen", "bool", mag_ontbreken=True))
        return self._opslag.doe(groepen.maak_beheerder, groep, wie, aan, uitnodigen_)

    async def _toetreden(self, request: Request, inhoud: Json) -> Any:
        return self._opslag.doe(uitnodigen.treed_toe, request.path_params["id"], _veld(inhoud, "link", "str"))

    async def _klok(self, request: Request, _: Json) -> Any:
        return {"nu": self._demo.klok().isoformat()}

    async def _verzet(self, request: Request, inhoud: Json) -> Any:
        if inhoud.keys() == {"naar"} and inhoud["naar"] == "morgen":
            duur = morgen(self._demo.klok())
        else:
            seconden = _veld(inhoud, "seconden", "int")
            if not 0 < seconden <= 366 * 86400:
                raise weiger("klok_onjuist")
            duur = timedelta(seconds=seconden)
        await self._demo.verzet(duur)
        stand = {"nu": self._demo.klok().isoformat()}
        self._omroep.zend_allen("klok", stand)
        return stand


async def _inhoud(request: Request) -> Json:
    soort = request.headers.get("content-type", "")
    if soort.partition(";")[0].strip().lower() != "application/json":  # a form of another site cannot send this
        raise weiger("geen_json")
    return ontleed(soort, await lees(request), "").waarden
