"""A backup that is put back, with the real bot: nothing old goes again by itself, and staff decide what does."""

import asyncio
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from bot.storage import open_database
from bot.voorbeeldbuurt import Rol
from tests.e2e.bestoking import ORGANISATOR, Bestoking, bestook
from tests.wereld import Mens, knop, labels, zin

CHATS = 60


async def test_a_file_that_is_copied_back_halfway_a_broadcast_sends_nothing_again(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What had gone after the copy is uncertain in it; staff send it once more, through a restart and a double tap."""
    bestand, kopie = tmp_path / "gehoord.db", tmp_path / "kopie.db"
    shutil.copy(request.getfixturevalue("_sqlite_sjabloon"), bestand)
    async with (
        bestook(f"sqlite:///{bestand}", tmp_path, CHATS, per_seconde=40) as bestoking,
        aiohttp.ClientSession() as session,
    ):
        ibrahim = Mens(session, bestoking.url, Rol(ORGANISATOR, "Ibrahim", rol="organisator"))
        await bestoking.kweker.go()
        await bestoking.kweker.wacht_op()
        await bestoking.database.write(bestoking.wijk, bestoking.ronde)
        async with asyncio.timeout(20):
            while len(bestoking.aangekomen()) < CHATS // 2:  # noqa: ASYNC110 (what is waited for is in a file)
                await asyncio.sleep(0.01)
        with closing(sqlite3.connect(bestand)) as bron, closing(sqlite3.connect(kopie)) as naar:
            bron.backup(naar)
        await bestoking.klaar()
        await bestoking.kweker.stop()
        eerst = bestoking.aangekomen()
        assert {len(nummers) for nummers in eerst.values()} == {1}
        assert len(eerst) == 2 * CHATS

        await bestoking.database.close()
        _zet_terug(kopie, bestand)
        bestoking.database = await open_database(f"sqlite:///{bestand}")
        await bestoking.kweker.go()
        gehoord = await ibrahim.wacht(lambda b: zin("tijdvak.hersteld") in b["text"], "wat er gebeurd is")
        await bestoking.klaar()

        assert bestoking.aangekomen() == eerst
        einden = Counter(einde[:2] for einde in (await bestoking.geschreven()).values())
        onzeker = einden["onzeker", "reservekopie"]
        assert onzeker > CHATS // 2
        assert einden["verzonden", None] + onzeker == 2 * CHATS

        lijst = await ibrahim.druk(gehoord, knop("knop.verzending"), zin("verzending.kop"))
        for bron_knop in [label for label in labels(lijst) if "ronde" in label]:
            await ibrahim.tik(lijst, bron_knop)
            een = await ibrahim.wacht(lambda b: knop("verzending.knop_nog_eens") in labels(b), bron_knop)
            zeker = await ibrahim.druk(een, knop("verzending.knop_nog_eens"), zin("verzending.zeker"))
            for _ in range(2):
                await ibrahim.tik(zeker, knop("verzending.knop_ja"))
            await bestoking.kweker.stop()
            await bestoking.kweker.go()
            lijst = await ibrahim.vraag("/verzending", zin("verzending.kop"))
        await bestoking.klaar()
        assert Counter(map(len, bestoking.aangekomen().values())) == {1: 2 * CHATS - onzeker, 2: onzeker}
        assert _gemerkt(bestoking) == onzeker
        await bestoking.kweker.stop()


def _zet_terug(kopie: Path, bestand: Path) -> None:
    for naast in bestand.parent.glob(f"{bestand.name}-*"):
        naast.unlink()
    shutil.copy(kopie, bestand)


def _gemerkt(bestoking: Bestoking) -> int:
    """Count the messages that say that they are a repeat."""
    with closing(sqlite3.connect(bestoking.map_ / "webchat.db")) as db:
        vraag = "SELECT inhoud FROM bericht WHERE van_bot AND chat != ?"
        gekomen = [inhoud for (inhoud,) in db.execute(vraag, (ORGANISATOR,))]
    return sum(zin("algemeen.herhaling")[:8] in inhoud and "ronde" in inhoud for inhoud in gekomen)
