"""Both ways in lead to the same intake, end to end against the web chat as Bot API server."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.errors import InvoerFout
from bot.storage import tables as t
from tests.wereld import ANNA, Wereld, een_wereld, vrije_poort, zin


@pytest.fixture
def url(_sqlite_sjabloon: Path, tmp_path: Path) -> str:
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    return f"sqlite:///{tmp_path}/gehoord.db"


async def _een_dag(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await anna.vraag("/werkgroepen", zin("werkgroep.tekst"))
    await wereld.stop()
    await anna.typ("/agenda")  # waits at the Bot API until the bot is back
    await wereld.start()
    await anna.wacht(lambda b: zin("bijeenkomst.agenda_leeg") in b.get("text", ""), "de agenda")
    await wereld.rust()
    assert await wereld.tel(t.inbox, t.inbox.c.staat != "klaar") == 0
    assert await wereld.tel(t.bewoner) == 1


async def test_by_long_polling(url: str, tmp_path: Path) -> None:
    async with een_wereld(url, tmp_path) as wereld:
        await _een_dag(wereld)


async def test_by_webhook(url: str, tmp_path: Path) -> None:
    adres = f"127.0.0.1:{vrije_poort()}"
    webhook: dict[str, Any] = {
        "webhook_adres": adres,
        "webhook_url": f"http://{adres}/",
        "webhook_geheim": "een-geheim-van-ons-tweeen",
    }
    async with een_wereld(url, tmp_path, ontvangst="webhook", **webhook) as wereld:
        await _een_dag(wereld)
        methoden = [verzoek.methode for verzoek in wereld.verzoeken]
        assert "setWebhook" in methoden
        assert "getUpdates" not in methoden


@pytest.mark.parametrize("adres", ["8443", "127.0.0.1:", "127.0.0.1:poort", "geen-adres-van-ons.invalid:8443"])
async def test_an_address_that_cannot_be_listened_on_is_one_clear_line(url: str, tmp_path: Path, adres: str) -> None:
    with pytest.raises(InvoerFout, match=r"^[^\n]+$"):
        async with een_wereld(url, tmp_path, ontvangst="webhook", webhook_adres=adres, webhook_geheim="g" * 20):
            pass
