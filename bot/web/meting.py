"""Whether the bot does its work, for who watches it: two short answers, and figures for Prometheus on a port apart.

In the figures there is nothing of people: how many messages and updates, and how long things take.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import tellers
from bot.rules.pacing import Baan
from bot.storage import Database, gezondheid

VAST_NA = timedelta(minutes=10)
"""An answer, or what is urgent, that could have gone so long ago: nothing goes out."""
_ALTIJD = (Baan.ANTWOORD, Baan.DRINGEND)


class Meting:
    """What is measured while the bot runs.

    Args:
        leeft: whether all parts still run that it cannot do without.
        ontvangen: how many updates came in since it started.
        oudste: for how many seconds the first of those waits that did not end yet.
    """

    def __init__(
        self,
        database: Database,
        leeft: Callable[[], bool],
        ontvangen: Callable[[], int],
        oudste: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._database = database
        self._leeft = leeft
        self.registry = CollectorRegistry()
        onder = self.registry
        self._paginas = Histogram(
            "gehoord_http_seconds", "Time to answer a request.", ["status"], registry=onder, buckets=tellers.SECONDEN
        )
        self._outbox = Gauge("gehoord_outbox_messages", "Messages in the outbox.", ["state"], registry=onder)
        wacht = "How long the first message of a lane could have gone."
        self._wacht = Gauge("gehoord_outbox_lag_seconds", wacht, ["lane"], registry=onder)
        te_laat = "How long the first reminder or other alarm that is due has been waiting."
        self._te_laat = Gauge("gehoord_alarm_lag_seconds", te_laat, registry=onder)
        traag = "How long the first update waits that this process has and did not end yet."
        Gauge("gehoord_inbox_lag_seconds", traag, registry=onder).set_function(oudste)
        Gauge("gehoord_updates", "Updates since the start.", registry=onder).set_function(ontvangen)
        self._mislukt = Counter("gehoord_not_ready", "How often it was asked and not ready.", registry=onder)

    def routes(self) -> list[Route]:
        """Return `/healthz` and `/readyz`."""
        return [Route("/healthz", self._gezond), Route("/readyz", self._klaar)]

    def metrics(self) -> list[Route]:
        """Return `/metrics`, and the others beside it."""
        return [*self.routes(), Route("/metrics", self._metrics)]

    def om(self, app: ASGIApp) -> ASGIApp:
        """Return an app whose requests are timed."""

        async def gemeten(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            begin, status = time.perf_counter(), "500"

            async def door(bericht: Message) -> None:
                nonlocal status
                if bericht["type"] == "http.response.start":
                    status = str(bericht["status"])
                await send(bericht)

            try:
                await app(scope, receive, door)
            finally:
                self._paginas.labels(status).observe(time.perf_counter() - begin)

        return gemeten

    async def _gezond(self, request: Request) -> Response:
        return PlainTextResponse("ok\n", headers=_KOPPEN)

    async def _klaar(self, request: Request) -> Response:
        mis = await self._kijk()
        status = HTTPStatus.SERVICE_UNAVAILABLE if mis else HTTPStatus.OK
        return PlainTextResponse("".join(f"{deel}\n" for deel in mis or ["ok"]), status, _KOPPEN)

    async def _kijk(self) -> list[str]:
        """Return what does not work, in a word each, and count that something does not."""
        mis = await self._wat_mist()
        if mis:
            self._mislukt.inc()
        return mis

    async def _wat_mist(self) -> list[str]:
        try:
            stand = await self._database.read(gezondheid.wachtrij, datetime.now(UTC))
        except Exception:
            return ["database"]
        mis = [] if self._leeft() else ["intake"]
        vast = datetime.now(UTC) - VAST_NA
        return [*mis, *(["outbox"] if any(stand.oudste.get(baan, vast) < vast for baan in _ALTIJD) else [])]

    async def _metrics(self, request: Request) -> Response:
        if "database" not in await self._kijk():  # who watches may ask nothing else
            await self._meet_wachtrij(datetime.now(UTC))
        return Response(
            generate_latest(self.registry) + generate_latest(tellers.REGISTRY),
            media_type=CONTENT_TYPE_LATEST,
            headers=_KOPPEN,
        )

    async def _meet_wachtrij(self, now: datetime) -> None:
        stand = await self._database.read(gezondheid.wachtrij, now)
        for staat, aantal in stand.aantal.items():
            self._outbox.labels(staat).set(aantal)
        for baan in Baan:
            self._wacht.labels(baan.name.lower()).set((now - stand.oudste.get(baan, now)).total_seconds())
        sinds = await self._database.read(gezondheid.te_laat, now)
        self._te_laat.set((now - (sinds or now)).total_seconds())


_KOPPEN = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
