"""A process that stood still past its lease (a laptop that slept) sends nothing more of what it had."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.bestoking import Bestoking, Kweker, bestook
from tests.e2e.test_doden_uitzending import oordeel


@pytest.mark.zwaar
async def test_a_process_that_stood_still_past_its_lease_sends_nothing_more(database_url: str, tmp_path: Path) -> None:
    async with bestook(database_url, tmp_path, chats=120) as bestoking:
        await bestoking.kweker.go()
        await bestoking.kweker.wacht_op()
        await bestoking.database.write(bestoking.wijk, bestoking.ronde)
        async with asyncio.timeout(20):
            while len(bestoking.aangekomen()) < 30:  # noqa: ASYNC110 (what is waited for is in a file)
                await asyncio.sleep(0.01)
        await _zet_stil(bestoking)
        ander = await Kweker.maak(tmp_path)
        try:
            await ander.go()
            await ander.wacht_op()
            await bestoking.klaar()  # the other one sends the rest, and the leases of this one run out
            await ander.stop()
        finally:
            await ander.sluit()
        voor = bestoking.aangekomen()
        onzeker = {wat for wat, (staat, *_) in (await bestoking.geschreven()).items() if staat == "onzeker"}
        await bestoking.kweker.door()
        await asyncio.sleep(5)
        await bestoking.kweker.dood()
        na = bestoking.aangekomen()
        later = na.keys() - voor.keys()
        assert {wat: na[wat] for wat in voor} == voor
        assert later <= onzeker, (
            "what stood between its last look and its socket is told to be uncertain; no other goes"
        )
        print(dict(await oordeel(bestoking, klaar=True)))


async def _zet_stil(bestoking: Bestoking) -> None:
    """Stop it where it is, though not inside a transaction: that would stop the other one too."""
    while True:
        await bestoking.kweker.pauze()
        try:
            async with asyncio.timeout(2):
                await bestoking.database.write(bestoking.wijk, lambda tx: None)
            return
        except TimeoutError:
            await bestoking.kweker.door()
