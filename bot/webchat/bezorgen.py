"""Delivers updates to a webhook: beside each other, again until a 2xx, and only then forgotten."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiohttp

from bot.webchat.opslag import Json, Opslag, Tx
from bot.webchat.updates import lees_wachtrij

log = logging.getLogger(__name__)
EERSTE_PAUZE, LANGSTE_PAUZE = 0.2, 30.0  # seconds between attempts; doubles each time
MAX_SECONDEN_PER_POGING = 60

Roep = Callable[[str, Json], Awaitable[Any]]


def _te_doen(tx: Tx) -> tuple[Json | None, list[Json]]:
    webhook: Json | None = tx.lees("webhook")
    return webhook, lees_wachtrij(tx, 0, 200) if webhook else []


def _bezorgd(tx: Tx, update_id: int) -> None:
    tx.doe("DELETE FROM wachtrij WHERE id = ?", update_id)


def _mislukt(tx: Tx, update_id: int, reden: str) -> bool:
    """Keep the reason; tell whether the update still waits for this webhook."""
    tx.zet("webhook_fout", {"last_error_date": int(tx.systeemtijd), "last_error_message": reden})
    return tx.een("SELECT 1 FROM wachtrij WHERE id = ?", update_id) is not None


class Bezorger:
    """Runs while the web chat is open.

    Args:
        opslag: the store.
        roep: runs a Bot API call that came in the answer to a delivery.
    """

    def __init__(self, opslag: Opslag, roep: Roep) -> None:
        self._opslag = opslag
        self._roep = roep
        self._bel = asyncio.Event()
        self._onderweg: dict[int, asyncio.Task[None]] = {}
        self._webhook: Json | None = None
        self._taak = asyncio.create_task(self._loop())

    def maak_wakker(self) -> None:
        """Look for updates, or for another webhook."""
        self._bel.set()

    async def close(self) -> None:
        """Stop; what was not confirmed stays in the queue."""
        taken = [self._taak, *self._onderweg.values()]
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)

    async def _loop(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=MAX_SECONDEN_PER_POGING)) as sessie:
            while True:
                self._bel.clear()
                webhook, updates = self._opslag.doe(_te_doen)
                if webhook != self._webhook:
                    await self._stop_onderweg()
                    self._webhook = webhook
                for update in updates:
                    if len(self._onderweg) >= (webhook or {}).get("max_connections", 40):
                        break
                    update_id = update["update_id"]
                    if update_id not in self._onderweg:
                        taak = asyncio.create_task(self._bezorg(sessie, webhook or {}, update))
                        self._onderweg[update_id] = taak
                        taak.add_done_callback(partial(self._klaar, update_id))
                await self._bel.wait()

    async def _stop_onderweg(self) -> None:
        taken = list(self._onderweg.values())
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        self._onderweg.clear()

    def _klaar(self, update_id: int, _: asyncio.Task[None]) -> None:
        self._onderweg.pop(update_id, None)
        self._bel.set()

    async def _bezorg(self, sessie: aiohttp.ClientSession, webhook: Json, update: Json) -> None:
        kop = {"Content-Type": "application/json"}
        if "secret_token" in webhook:
            kop["X-Telegram-Bot-Api-Secret-Token"] = webhook["secret_token"]
        lichaam = json.dumps(update, ensure_ascii=False).encode()
        pauze = EERSTE_PAUZE
        while True:
            try:
                async with sessie.post(webhook["url"], data=lichaam, headers=kop, allow_redirects=False) as antwoord:
                    if 200 <= antwoord.status < 300:
                        terug = await antwoord.read()
                        self._opslag.doe(_bezorgd, update["update_id"])
                        await self._roep_uit_antwoord(terug)
                        return
                    reden = f"Wrong response from the webhook: {antwoord.status}"
            except (aiohttp.ClientError, TimeoutError, OSError) as fout:
                reden = f"{type(fout).__name__} while calling the webhook"
            if not self._opslag.doe(_mislukt, update["update_id"], reden):
                return
            await asyncio.sleep(pauze)
            pauze = min(2 * pauze, LANGSTE_PAUZE)

    async def _roep_uit_antwoord(self, terug: bytes) -> None:
        """A webhook may answer with one call, whose outcome it never hears."""
        try:
            inhoud = json.loads(terug)
        except ValueError:
            return
        if isinstance(inhoud, dict) and isinstance(inhoud.get("method"), str):
            methode = inhoud.pop("method")
            antwoord = await self._roep(methode, inhoud)
            if not antwoord.get("ok"):
                log.warning("The call %s in a webhook's answer was refused: %s", methode, antwoord.get("description"))
