"""Several processes of the bot on one PostgreSQL database: votes, broadcasts and reminders, while they are killed.

GEHOORD_UPDATES=… and GEHOORD_TUSSEN=… set how many votes come, and how many seconds pass between two kills.
"""

import asyncio
import os
import random
import secrets
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.bench._opgave import MAKER
from tests.e2e.bestoking import Sleutel, einden, titel_van
from tests.vloot.vloot import Vloot, vloot

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
STOP_SECONDEN = 5.0
ROLLEN = {
    0: ("intake", "web"),
    1: ("werk",),
    2: ("werk", "plan", "zender"),
}


async def test_processes_with_a_part_each_handle_all_once_and_one_that_is_killed_is_followed_up(
    database_url: str, tmp_path: Path
) -> None:
    async with vloot(database_url, tmp_path, stemmen=240, bewoners=30) as alle:
        for nummer, rollen in ROLLEN.items():
            await alle.start(nummer, *rollen)
        await alle.breng(80)
        brengt = asyncio.create_task(alle.breng(240))
        await asyncio.sleep(0.2)
        assert (await alle.kweker.einde(1, "dood"))[0] == -9
        await alle.start(1, *ROLLEN[1])
        await brengt
        for nummer in ROLLEN:
            code, seconden = await alle.kweker.einde(nummer, "stop")
            assert (code, seconden < STOP_SECONDEN) == (0, True), f"{ROLLEN[nummer]}: {code} in {seconden:.1f} s"
        assert alle.fouten(240) == []
        assert (await alle.antwoorden(240))[1] == []


@pytest.mark.zwaar
async def test_vier_processen_worden_steeds_gedood(database_url: str, tmp_path: Path) -> None:
    """What the database says is held against what the chat network received."""
    zaad = os.environ.get("GEHOORD_ZAAD") or secrets.token_hex(4)
    hoeveel, tussen = int(os.environ.get("GEHOORD_UPDATES", "100000")), float(os.environ.get("GEHOORD_TUSSEN", "2"))
    print(f"\nGEHOORD_ZAAD={zaad}")
    toeval = random.Random(zaad)
    async with vloot(database_url, tmp_path, stemmen=hoeveel, bewoners=200) as alle:
        alle.met_onderhoud()
        for nummer in range(4):
            await alle.start(nummer)
        begin = time.monotonic()
        brengt = asyncio.create_task(alle.breng(hoeveel))
        kills, volgende = 0, 4
        levend = list(range(4))
        while not brengt.done():
            await asyncio.wait([brengt], timeout=tussen)
            if brengt.done():
                break
            op = [nummer for nummer in levend if alle.kweker.is_op(nummer)]
            if len(op) < 2:  # on a busy machine a start takes longer than that
                continue
            wie = toeval.choice(op)
            levend.remove(wie)
            assert (await alle.kweker.einde(wie, "dood"))[0] == -9
            await alle.kweker.go(volgende)
            levend.append(volgende)
            kills, volgende = kills + 1, volgende + 1
            if kills % 5 == 1:
                await alle.zend_uit()
        seconden = time.monotonic() - begin
        await alle.kom_tot_rust()
        stops = [await alle.kweker.einde(nummer, "stop") for nummer in levend]
        dubbel, fout = await alle.antwoorden(hoeveel)
        telling = await _oordeel(alle)
        print(
            f"{hoeveel} updates by 4 processes in {seconden:.0f} s ({hoeveel / seconden:.0f} a second), {kills} kills; "
            f"answers repeated {dubbel}; {alle.ronden} broadcasts and as many reminders: "
            + ", ".join(f"{wat} {aantal}" for wat, aantal in sorted(telling.items()))
            + f"; stopped in {max(duur for _, duur in stops):.1f} s at most"
        )
        assert alle.fouten(hoeveel) == []
        assert fout == []
        assert all(code == 0 and duur < STOP_SECONDEN for code, duur in stops)


async def _oordeel(alle: Vloot) -> Counter[str]:
    """Compare how each broadcast and reminder ended with what came."""
    gekomen: dict[Sleutel, list[int]] = defaultdict(list)
    for chat, nummer, tekst in (await alle.verslag())["berichten"]:
        if (titel := titel_van(tekst)) and str(chat) != MAKER:
            gekomen[str(chat), titel].append(nummer)
    telling: Counter[str] = Counter()
    geschreven = await alle.omgeving.database.read(einden)
    for sleutel, (staat, _, bericht) in geschreven.items():
        kwam = gekomen.get(sleutel, [])
        telling[staat] += 1
        telling["dubbel"] += len(kwam) > 1
        assert staat in {"verzonden", "onzeker"}, f"{sleutel} ended as {staat}"
        assert len(kwam) <= 1, f"{sleutel} came {len(kwam)} times"
        assert staat != "verzonden" or kwam == [bericht], f"{sleutel} is called sent as {bericht}, and came as {kwam}"
        telling["onzeker en gekomen"] += staat == "onzeker" and len(kwam)
    assert gekomen.keys() <= geschreven.keys(), "what arrived is known"
    assert len(geschreven) == alle.ronden * 2 * len(alle.bewoners), "no message was lost"
    assert alle.lees("SELECT count(*) FROM tijdvak") == [(1,)], "no kill looks like a restored backup"
    return telling
