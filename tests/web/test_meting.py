"""What a watchman asks: does it live, is it ready, and the figures; nothing of people in any of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Connection, update
from starlette.applications import Starlette

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage import open_database, outbox, tables
from bot.web.meting import Meting
from bot.web.paginas import paginas_app
from bot.web.publiek import publieke_routes
from tests.builders import een_account
from tests.web.site import Site
from tests.webchat.conftest import bedien


def _schrijf(tx: Connection, wijk: int, baan: Baan, geleden: timedelta) -> None:
    outbox.schrijf(tx, wijk, f"proef {baan}", [een_account(tx, f"{baan}")], Boodschap("algemeen"), baan=baan)
    sinds = datetime.now(UTC) - geleden
    tx.execute(update(tables.outbox).where(tables.outbox.c.baan == int(baan)).values(niet_voor=sinds))


async def _vraag(url: str, pad: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as http, http.get(url + pad) as antwoord:
        return antwoord.status, await antwoord.text()


async def test_it_is_not_ready_when_an_answer_could_have_gone_long_ago(site: Site) -> None:
    async with bedien(Starlette(routes=Meting(site.database, lambda: True, lambda: 0).routes())) as url:
        assert await _vraag(url, "/healthz") == (200, "ok\n")
        assert await _vraag(url, "/readyz") == (200, "ok\n")
        await site.zet(_schrijf, Baan.UITZENDING, timedelta(hours=9))
        assert (await _vraag(url, "/readyz"))[0] == 200, "what goes to many waits for the morning"
        await site.zet(_schrijf, Baan.ANTWOORD, timedelta(minutes=11))
        assert await _vraag(url, "/readyz") == (503, "outbox\n")


async def test_it_is_not_ready_when_a_part_broke_down_or_the_database_is_gone(site: Site, tmp_path: Path) -> None:
    database = await open_database(f"sqlite:///{tmp_path}/gehoord.db")
    async with bedien(Starlette(routes=Meting(database, lambda: False, lambda: 0).metrics())) as url:
        assert await _vraag(url, "/readyz") == (503, "intake\n")
        await database.close()
        assert await _vraag(url, "/readyz") == (503, "database\n")
        assert (await _vraag(url, "/healthz"))[0] == 200
        status, cijfers = await _vraag(url, "/metrics")
        assert status == 200
        assert "gehoord_not_ready_total 3.0" in cijfers, "an alarm that goes by it needs nobody who asks /readyz"


async def test_prometheus_reads_the_figures_and_nobody_stands_in_them(site: Site) -> None:
    meting = Meting(site.database, lambda: True, lambda: 7)
    pagina = meting.om(paginas_app(publieke_routes(site.publiek)))
    async with bedien(pagina) as url, bedien(Starlette(routes=meting.metrics())) as apart:
        assert (await _vraag(url, "/nl/"))[0] == 200
        assert (await _vraag(url, "/metrics"))[0] == 404, "the figures are on a port apart"
        await site.zet(_schrijf, Baan.HERINNERING, timedelta(minutes=5))
        _, tekst = await _vraag(apart, "/metrics")
    gelezen: dict[str, dict[tuple[str, ...], Any]] = {}
    for familie in text_string_to_metric_families(tekst):
        for een in familie.samples:
            gelezen.setdefault(een.name, {})[tuple(een.labels.values())] = een.value
    assert gelezen["gehoord_updates"] == {(): 7}
    assert gelezen["gehoord_outbox_messages"][("wachtend",)] == 1
    assert gelezen["gehoord_outbox_lag_seconds"][("herinnering",)] == pytest.approx(300, abs=60)
    assert gelezen["gehoord_http_seconds_count"] == {("200",): 1, ("404",): 1}
    assert gelezen["gehoord_write_seconds_count"][()] >= 1
    assert {naam for naam in gelezen if not naam.startswith("gehoord_")} == set()
