"""The queue of updates: long polling, and the settings of a webhook. Its delivery is in bezorgen.py."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from bot.webchat.fouten import ApiError, weiger
from bot.webchat.opslag import Json, Opslag, Tx

BEWAAR_SECONDEN = 24 * 3600  # core.telegram.org/bots/api#getting-updates
MAX_WACHT_SECONDEN = 50


def lees_wachtrij(tx: Tx, vanaf: int, aantal: int) -> list[Json]:
    """Return the oldest updates from an id on; drop what is older than a day."""
    tx.doe("DELETE FROM wachtrij WHERE tijd < ?", int(tx.systeemtijd) - BEWAAR_SECONDEN)
    rijen = tx.alle("SELECT id, soort, inhoud FROM wachtrij WHERE id >= ? ORDER BY id LIMIT ?", vanaf, aantal)
    return [{"update_id": id_, soort: json.loads(inhoud)} for id_, soort, inhoud in rijen]


def _haal(tx: Tx, p: Json, *, wachtte: bool = False) -> list[Json]:
    if tx.lees("webhook") is not None:
        raise weiger("webhook_neemt_over" if wachtte else "webhook_is_actief")
    if "allowed_updates" in p:
        tx.zet("allowed_updates", p["allowed_updates"])
    offset = p.get("offset", 0)
    if offset < 0:  # only the last -offset updates, all before them are forgotten
        rij = tx.een("SELECT min(id) FROM (SELECT id FROM wachtrij ORDER BY id DESC LIMIT ?)", -offset)
        offset = (rij[0] if rij else None) or 0
    if offset > 0:
        tx.doe("DELETE FROM wachtrij WHERE id < ?", offset)
    return lees_wachtrij(tx, 0, p.get("limit", 100))


class Lezer:
    """The one long poll that may wait at a time."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag
        self._wachtend: asyncio.Future[ApiError | None] | None = None
        self._dicht = False

    async def get_updates(self, p: Json) -> list[Json]:
        """Return updates, waiting up to `timeout` seconds for the first.

        Raises:
            ApiError: 409 when a webhook is set or another call takes over.
        """
        self.maak_wakker(weiger("andere_lezer"))
        wachtend = self._wachtend = asyncio.get_running_loop().create_future()
        # Confirming and reading are one step, and wake-ups are heard from before it: nothing slips in between.
        updates = self._opslag.doe(_haal, p)
        timeout = min(p.get("timeout", 0), MAX_WACHT_SECONDEN)
        if updates or not timeout or self._dicht:
            return updates
        try:
            reden = await asyncio.wait_for(wachtend, timeout)
        except TimeoutError:
            return []
        if reden is not None:
            raise reden
        if self._dicht:
            return []
        return self._opslag.doe(_haal, {k: v for k, v in p.items() if k == "limit"}, wachtte=True)

    def sluit(self) -> None:
        """End the wait for good; the reader gets an empty answer."""
        self._dicht = True
        self.maak_wakker()

    def maak_wakker(self, reden: ApiError | None = None) -> None:
        """End the wait: to look again, or with a refusal."""
        if self._wachtend is not None and not self._wachtend.done():
            self._wachtend.set_result(reden)


def set_webhook(tx: Tx, p: Json) -> Any:
    """Set or, with an empty url, remove the webhook."""
    url = p["url"]
    if not url:
        return delete_webhook(tx, p)
    delen = urlsplit(url)
    plaatselijk = delen.hostname in ("127.0.0.1", "localhost", "::1")
    if not delen.hostname or delen.scheme not in ("https", "http"):
        raise weiger("webhook_adres")
    if delen.scheme == "http" and not plaatselijk:
        raise weiger("webhook_geen_https")
    if "allowed_updates" in p:
        tx.zet("allowed_updates", p["allowed_updates"])
    _wis(tx, p)
    tx.zet("webhook", {k: p[k] for k in ("url", "secret_token", "max_connections") if k in p})
    tx.doe("DELETE FROM meta WHERE sleutel = 'webhook_fout'")
    tx.nieuwe_update = True
    return True


def delete_webhook(tx: Tx, p: Json) -> Any:
    """Remove the webhook; updates wait for getUpdates again."""
    _wis(tx, p)
    tx.doe("DELETE FROM meta WHERE sleutel IN ('webhook', 'webhook_fout')")
    tx.nieuwe_update = True
    return True


def _wis(tx: Tx, p: Json) -> None:
    if p.get("drop_pending_updates"):
        tx.doe("DELETE FROM wachtrij")


def get_webhook_info(tx: Tx, p: Json) -> Any:
    """Return the webhook, how much waits, and the last delivery that failed."""
    webhook = tx.lees("webhook", {})
    wachtend = tx.een("SELECT count(*) FROM wachtrij")
    uit: Json = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": wachtend[0] if wachtend else 0,
    }
    if webhook:
        uit["max_connections"] = webhook.get("max_connections", 40)
        uit |= tx.lees("webhook_fout", {})
    if toegestaan := tx.lees("allowed_updates"):
        uit["allowed_updates"] = toegestaan
    return uit
