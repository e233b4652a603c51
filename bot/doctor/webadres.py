"""Our pages as a browser finds them: is it our bot that answers at the public address, safely."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

import aiohttp

from bot import seinen
from bot.config import Settings
from bot.doctor.botapi import GEDULD
from bot.doctor.regel import Regel, fout, goed, let_op
from bot.doctor.wijken import bundel
from bot.errors import InvoerFout
from bot.web.koppen import ALTIJD

_EIGEN = ("127.0.0.1", "::1", "[::1]", "localhost")


async def kijk(alle: Sequence[Settings], now: datetime) -> AsyncIterator[Regel]:
    """Ask for a page there, look at what comes with it, and ask for the pages of each wijk."""
    settings = alle[0]
    for regel in (*_metrics(settings), *_push(settings)):
        yield regel
    url = settings.site_url.rstrip("/")
    if not url:
        yield goed("pagina", "deze installatie heeft geen pagina's")
        return
    async with aiohttp.ClientSession(timeout=GEDULD) as sessie:
        try:
            async with sessie.get(f"{url}/healthz", allow_redirects=False) as antwoord:
                status, koppen, tekst = (
                    antwoord.status,
                    dict(antwoord.headers),
                    (await antwoord.content.read(200)).decode(),
                )
        except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as mis:
            yield fout("pagina", f"{url} antwoordt niet ({type(mis).__name__}); draait de bot, en de webserver ervoor?")
            return
    if status != 200 or tekst.strip() != "ok":
        yield fout(
            "pagina", f"{url}/healthz geeft {status}, niet het antwoord van de bot; laat de webserver alles doorgeven"
        )
        return
    yield goed("pagina", f"{url} is van deze bot")
    for regel in _over_koppen(url, {naam.lower(): waarde for naam, waarde in koppen.items()}):
        yield regel
    for regel in bundel([gevonden async for gevonden in _van_wijken(alle)]):
        yield regel


async def _van_wijken(alle: Sequence[Settings]) -> AsyncIterator[tuple[str, Regel]]:
    """Ask for the first page of each wijk; a bot that was started before its file came has none."""
    async with aiohttp.ClientSession(timeout=GEDULD) as sessie:
        for een in alle:
            try:
                async with sessie.get(f"{een.pagina_url.rstrip('/')}/", allow_redirects=False) as antwoord:
                    status = antwoord.status
            except (aiohttp.ClientError, TimeoutError) as mis:
                yield (
                    een.sleutel,
                    fout("openbare pagina", f"antwoordt niet ({type(mis).__name__}); kijk in het log van de bot"),
                )
                return
            if status < HTTPStatus.BAD_REQUEST:
                yield een.sleutel, goed("openbare pagina", "is er")
            else:
                mend = "start de bot opnieuw, en laat de webserver alles doorgeven"
                yield een.sleutel, fout("openbare pagina", f"is er niet (status {status}); {mend}")


def _over_koppen(url: str, koppen: dict[str, str]) -> Iterator[Regel]:
    weg = [naam for naam in ALTIJD if naam.lower() not in koppen]
    anders = [n for n, w in ALTIJD.items() if n.lower() in koppen and koppen[n.lower()] != w and n != "Cache-Control"]
    if weg or anders:
        yield fout("koppen", f"{', '.join(weg + anders)}: de webserver haalt dit weg of verandert het; laat het staan")
    elif not url.startswith("https://"):
        yield let_op("koppen", f"{url} is zonder https; neem een certificaat, anders kan iedereen meelezen")
    elif "strict-transport-security" not in koppen:
        yield fout("koppen", "Strict-Transport-Security: de webserver haalt dit weg; laat het staan")
    else:
        yield goed("koppen", "alles wat een browser moet weten, komt mee")


def _metrics(settings: Settings) -> Iterator[Regel]:
    host = settings.web.metrics_adres.rpartition(":")[0]
    if host and host not in _EIGEN:
        yield let_op("cijfers", f"[web] metrics_adres luistert op {host}; laat alleen uw eigen Prometheus erbij")


def _push(settings: Settings) -> Iterator[Regel]:
    bestand = Path(settings.opslag.pushsleutel_bestand)
    if not (settings.webchat.aan and settings.webchat.push and bestand.exists()):
        return
    try:
        seinen.maak_post(settings)
    except (InvoerFout, ValueError) as reden:
        yield fout("pushsleutel", str(reden))
    else:
        yield goed("pushsleutel", f"{bestand} is in orde")
