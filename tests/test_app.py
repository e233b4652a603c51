"""The tick and the start, as the composition root does them."""

import logging
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select
from telegram.error import RetryAfter

from bot import optelegram, werk
from bot.config import Opslag, Settings, Wijk
from bot.storage import kapot, tables, wekkers


async def test_a_row_that_cannot_be_done_does_not_stop_the_tick(
    database_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong is logged and left for the next tick; all that is due beside it is done."""
    monkeypatch.setattr(kapot, "_verteld", {})
    settings = Settings(Wijk("Vogelbuurt"), Opslag(database_url))
    async with AsyncExitStack() as stapel:
        omgeving = await werk.maak_omgeving(stapel, settings, b"")
        database, wijk, now = omgeving.database, omgeving.wijk, omgeving.clock.now()

        def zet(tx: Connection) -> None:
            wekkers.zet(tx, wijk, "peiling_nieuw", 404, now - timedelta(days=2))  # no such poll: a fault of ours
            wekkers.zet(tx, wijk, "bijeenkomst_nieuw", 405, now - timedelta(days=1))  # no such meeting: nobody to tell

        await database.write(wijk, zet)
        with caplog.at_level(logging.ERROR):
            await werk.tik(omgeving)

        vraag = select(tables.wekker.c.onderwerp).where(tables.wekker.c.gedaan_op.is_not(None))
        assert await database.read(lambda tx: list(tx.scalars(vraag))) == [405]
    assert caplog.text.count("wekker row 1 cannot be used") == 1


async def test_a_start_that_is_asked_to_wait_waits() -> None:
    """A 429 at the start is no reason to end."""
    antwoorden = iter([RetryAfter(0), None])

    async def roep() -> None:
        if fout := next(antwoorden):
            raise fout

    await optelegram.blijf_proberen(roep)
    assert next(antwoorden, "op") == "op"
