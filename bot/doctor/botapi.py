"""Telegram: is the token taken, do updates come in, and does its clock agree with ours."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.config import Settings, Telegram
from bot.doctor.klok import vergelijk
from bot.doctor.regel import Regel, fout, goed, let_op
from bot.web.webhook import PAD

GEDULD = aiohttp.ClientTimeout(total=10)
_VEEL = 100
_LANG_GELEDEN = timedelta(hours=1)


async def kijk(alle: Sequence[Settings], now: datetime) -> AsyncIterator[Regel]:
    """Ask the Bot API who we are and what waits; an error says nothing of the address, as the token stands in it."""
    settings = alle[0]
    tg = settings.telegram
    if not tg.token:
        if settings.webchat.aan:
            yield goed("Telegram", "niet gebruikt: de chat is alleen in de browser")
        else:
            yield fout(
                "token", "ontbreekt; zet hem in GEHOORD_TELEGRAM_TOKEN (van @BotFather), of zet [webchat] aan op true"
            )
        return
    async with aiohttp.ClientSession(timeout=GEDULD) as sessie:
        try:
            status, ik, datum = await _roep(sessie, tg, "getMe")
            _, haak, _ = await _roep(sessie, tg, "getWebhookInfo")
        except (aiohttp.ClientError, TimeoutError, ValueError) as mis:
            mend = "kijk of deze machine op internet kan, en naar [telegram] api_url"
            yield fout("token", f"de Bot API is niet te bereiken ({type(mis).__name__}); {mend}")
            return
    for regel in (*_over_token(tg, status, ik), *_over_haak(tg, haak or {}, now)):
        yield regel
    if datum:
        for regel in vergelijk("klok van Telegram", parsedate_to_datetime(datum), datetime.now(UTC)):
            yield regel


async def _roep(
    sessie: aiohttp.ClientSession, tg: Telegram, methode: str
) -> tuple[int, dict[str, Any] | None, str | None]:
    async with sessie.get(f"{tg.api_url}/bot{tg.token}/{methode}") as antwoord:
        inhoud = await antwoord.json(content_type=None)
        gegeven = inhoud.get("result") if isinstance(inhoud, dict) and inhoud.get("ok") else None
        return antwoord.status, gegeven if isinstance(gegeven, dict) else None, antwoord.headers.get("Date")


def _over_token(tg: Telegram, status: int, ik: dict[str, Any] | None) -> Iterator[Regel]:
    if ik is None:
        yield fout("token", f"wordt niet aangenomen (status {status}); kijk hem na bij @BotFather")
        return
    naam = str(ik.get("username", ""))
    yield goed("token", f"is van @{naam}")
    if tg.botlink and not tg.botlink.rstrip("/").lower().endswith(f"/{naam.lower()}"):
        yield let_op(
            "botlink", f"{tg.botlink} opent niet deze bot: die heet @{naam}; brieven en QR-codes gaan hiernaartoe"
        )
    if not tg.botlink:
        yield let_op("botlink", f'is leeg; zet onder [telegram]: botlink = "https://t.me/{naam}"')


def _over_haak(tg: Telegram, haak: dict[str, Any], now: datetime) -> Iterator[Regel]:
    adres, wacht = str(haak.get("url", "")), int(haak.get("pending_update_count", 0))
    verwacht = tg.webhook_url.rstrip("/") + PAD if tg.ontvangst == "webhook" else ""
    if adres != verwacht:
        wat = "er is een webhook, terwijl de bot zelf ophaalt" if adres else "er is nog geen webhook"
        yield let_op("webhook", f"{wat}; dat komt goed als de bot start, of er gebruikt nog iemand deze token")
    elif verwacht:
        yield goed("webhook", "Telegram brengt berichten naar het adres van de instellingen")
    if wacht > _VEEL:
        yield let_op("webhook", f"er wachten {wacht} berichten bij Telegram; draait de bot?")
    sinds = datetime.fromtimestamp(int(haak.get("last_error_date", 0)), UTC)
    if verwacht and now - sinds < _LANG_GELEDEN:
        reden = str(haak.get("last_error_message", ""))[:120]
        yield let_op("webhook", f"Telegram kon uw adres kort geleden niet bereiken: {reden}")
