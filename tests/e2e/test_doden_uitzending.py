"""Killed at random points during broadcasts and reminders, a bot loses, doubles and hides nothing.

What the chat really received is compared with what the database says of it. GEHOORD_ZAAD=… draws the same moments.
"""

import os
import random
import secrets
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage import tables as t
from tests.e2e.bestoking import SOORTEN, Bestoking, bestook


@pytest.fixture
def toeval() -> random.Random:
    zaad = os.environ.get("GEHOORD_ZAAD") or secrets.token_hex(4)
    print(f"\nGEHOORD_ZAAD={zaad}")
    return random.Random(zaad)


async def test_vijf_slagen_tijdens_een_uitzending(database_url: str, tmp_path: Path, toeval: random.Random) -> None:
    """The short version: no lease is waited for."""
    async with bestook(database_url, tmp_path, chats=60) as bestoking:
        await bestoking.kill(5, toeval)
        await oordeel(bestoking, klaar=False)


@pytest.mark.zwaar
async def test_vijfhonderd_slagen_tijdens_uitzendingen_en_herinneringen(
    database_url: str, tmp_path: Path, toeval: random.Random
) -> None:
    keren = int(os.environ.get("GEHOORD_KEREN", "500"))
    begin = time.monotonic()
    async with bestook(database_url, tmp_path, chats=300) as bestoking:
        await bestoking.kill(keren, toeval)
        seconden = time.monotonic() - begin
        await bestoking.kom_tot_rust()
        telling = await oordeel(bestoking, klaar=True)
    slagen, soort = bestoking.slagen, database_url.partition(":")[0]
    print(
        f"{soort}: {slagen['kills']} SIGKILLs in {seconden:.0f} s ({slagen['in start']} in a start, "
        f"{slagen['onderweg']} with messages under way), {bestoking.ronden} rounds of 2 x 300 messages: "
        + ", ".join(f"{wat} {aantal}" for wat, aantal in sorted(telling.items()))
    )
    assert slagen["kills"] == keren


async def oordeel(bestoking: Bestoking, *, klaar: bool) -> Counter[str]:
    """Compare what the database says with what arrived, and count both.

    Args:
        klaar: all has come to rest; else messages may wait or be under way.
    """
    geschreven, gekomen = await bestoking.geschreven(), bestoking.aangekomen()
    einden = {"verzonden", "mislukt", "onzeker"} | (set() if klaar else {"wachtend", "bezig"})
    telling: Counter[str] = Counter()
    for sleutel, (staat, reden, bericht) in geschreven.items():
        kwam = gekomen.get(sleutel, [])
        telling[staat] += 1
        telling[f"{sleutel[1].split()[0]} dubbel"] += len(kwam) > 1
        assert staat in einden, f"{sleutel} is stuck as {staat}"
        assert len(kwam) <= 1, f"{sleutel} came {len(kwam)} times"
        assert staat != "verzonden" or kwam == [bericht], f"{sleutel} is called sent as {bericht}, and came as {kwam}"
        assert staat not in ("mislukt", "wachtend") or not kwam, f"{sleutel} is called {staat} ({reden}), and came"
        if staat == "onzeker":
            telling["onzeker en gekomen"] += len(kwam)
            assert reden == "lease verlopen", f"{sleutel}: {reden}"
    assert gekomen.keys() <= geschreven.keys(), "what arrived is known"
    telling["gekomen"] = len(gekomen)
    if klaar:
        assert len(geschreven) == bestoking.ronden * len(SOORTEN) * len(bestoking.bewoners), "no message was lost"
        assert telling["mislukt"] == 0
        assert telling["gekomen"] == telling["verzonden"] + telling["onzeker en gekomen"]
    tijdvakken = await bestoking.database.read(lambda tx: tx.scalar(select(func.count()).select_from(t.tijdvak)))
    assert tijdvakken == 1, "no kill looks like a restored backup"
    return telling
