"""Practising where several processes handle updates: with one of them, and with another when that is gone."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from berichten import Bericht, vertaal
from berichten.oefenen import MERK
from bot.channels import ploeg
from bot.channels.intake import Intake
from bot.storage import processen, tables
from tests.channels.collega import Collega, collega
from tests.channels.conftest import tot
from tests.loket import KANAAL
from tests.oefenen.conftest import BOT, Ingang, Netwerk, ingang_op
from tests.oefenen.test_deur import knoppen, kop, oefen
from tests.vollewijk import vul
from tests.wandelstappen.mensen import BEGELEIDER

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
WIE = str(BEGELEIDER)
NUMMERS = itertools.count(1)
_KOP = {
    "message_id": 7,
    "date": 0,
    "chat": {"id": BEGELEIDER, "type": "private"},
    "from": {"id": BEGELEIDER, "is_bot": False, "first_name": "X", "language_code": "nl"},
}
_EIGEN = frozenset({"inbox", "outbox", "proces", "oefenaar", "account"})
"""What changes by handling an update, whatever it is, and by that the practice is over."""


class Proces:
    """A process, as far as it handles updates; what people say to any is handled by whichever takes it."""

    def __init__(self, zelf: Collega, ingang: Ingang) -> None:
        self.zelf, self.ingang = zelf, ingang
        deur = ingang.deur
        self.intake = Intake(zelf.database, KANAAL, BOT, deur.verwerk, deur.antwoord, deur.mislukt, zelf.ploeg)
        ingang.neem = self._neem  # type: ignore[method-assign]
        zelf.taken.append(asyncio.create_task(self.intake.haal()))

    @property
    def oefent(self) -> bool:
        """Whether the begeleider practises here."""
        return self.ingang.oefeningen.van(WIE) is not None

    async def valt_weg(self) -> None:
        """End as a killed process does; its files stay."""
        await self.zelf.valt_weg()
        await self.intake._laat_vallen()
        await self.ingang.oefeningen.sluit()

    async def _neem(self, update: dict[str, Any]) -> list[Bericht]:
        return await self.zeg(update)

    async def zeg(self, *updates: dict[str, Any]) -> list[Bericht]:
        """Bring updates at once, and return what came of them."""
        al = len(self.ingang.netwerk.alles)
        await self.intake.ontvang([{"update_id": next(NUMMERS), **een} for een in updates])
        await tot(self._klaar)
        return [een.bericht for een in self.ingang.netwerk.alles[al:]]

    async def _klaar(self) -> bool:
        vraag = select(tables.inbox.c.id).where(tables.inbox.c.staat.in_(("ontvangen", "verwerkt")))
        return not await self.zelf.database.read(lambda tx: tx.scalars(vraag).all())


@asynccontextmanager
async def proces(url: str, wijk: int, map_: Path, netwerk: Netwerk) -> AsyncIterator[Proces]:
    async with collega(url) as zelf:
        hier = Proces(zelf, await ingang_op(zelf.database, url, wijk, map_, netwerk, zelf.ploeg))
        yield hier
        await hier.intake.stop()
        await hier.ingang.oefeningen.sluit()


@pytest.fixture
def haastig(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dead process is known as dead soon."""
    monkeypatch.setattr(processen, "LEASE", timedelta(seconds=2.0))
    monkeypatch.setattr(ploeg, "SLAG_SECONDEN", 0.1)
    monkeypatch.setattr(ploeg, "_MARGE_SECONDEN", 0.1)


@pytest.fixture
async def twee(database_url: str, tmp_path: Path, haastig: None) -> AsyncIterator[tuple[Proces, Proces]]:
    """Two processes on one machine, that in which somebody began to practise first."""
    async with collega(database_url) as eerst:
        wijk = await eerst.database.write(0, vul)
    netwerk = Netwerk()
    wat = database_url, wijk, tmp_path, netwerk
    async with proces(*wat) as een, proces(*wat) as ander:
        assert "OEFENING" in kop(await oefen(een.ingang))
        yield (een, ander) if een.oefent else (ander, een)


async def test_who_practises_does_so_with_one_process_whichever_takes_the_updates_in(
    twee: tuple[Proces, Proces],
) -> None:
    hier, elders = twee
    for via in (elders, hier) * 5:
        (menu,) = await via.ingang.typ(BEGELEIDER, "/menu")
        assert kop(menu) == vertaal("nl").tekst("oefenen.merk")
    await elders.ingang.oefeningen.ruim_op(datetime.now(UTC))
    assert (hier.oefent, elders.oefent) == (True, False)
    (klaar,) = await elders.ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    assert klaar.tekst == vertaal("nl").plat("oefenen.klaar")
    assert await _oefenaars(hier) == []


async def test_when_its_process_dies_another_on_that_machine_goes_on_with_it(twee: tuple[Proces, Proces]) -> None:
    hier, elders = twee
    await hier.valt_weg()
    (menu,) = await elders.ingang.typ(BEGELEIDER, "/menu")
    assert kop(menu) == vertaal("nl").tekst("oefenen.merk")
    assert elders.oefent


async def test_where_its_folder_is_gone_with_its_machine_nothing_that_was_meant_for_it_happens_in_the_real_wijk(
    twee: tuple[Proces, Proces],
) -> None:
    hier, elders = twee
    voor = await elders.ingang.inhoud(_EIGEN)
    await hier.valt_weg()
    shutil.rmtree(elders.ingang.oefenmap)
    typt, tikt = {**_KOP, "text": "een bericht aan allen"}, {"id": "1", "from": _KOP["from"], "chat_instance": "1"}
    tikt |= {"message": {**_KOP, "text": "x"}, "data": "menu:maken"}
    (menu, voorbij) = await elders.zeg({"message": typt}, {"callback_query": tikt})
    assert "menu:maken" in knoppen(menu)
    assert voorbij.tekst == vertaal("nl").plat("oefenen.voorbij")
    assert not elders.oefent
    assert await _oefenaars(elders) == []
    assert await elders.ingang.inhoud(_EIGEN) == voor
    rijen = await elders.zelf.database.read(lambda tx: tx.scalars(select(tables.outbox.c.soort)).all())
    assert list(rijen) == ["oefenen.verlopen"]


async def test_one_finds_by_looking_what_died_and_clears_a_folder_of_what_is_over_elsewhere(
    twee: tuple[Proces, Proces],
) -> None:
    hier, elders = twee
    (elders.ingang.oefenmap / "77").mkdir()
    await elders.ingang.oefeningen.ruim_op(datetime.now(UTC))
    assert sorted(map_.name for map_ in elders.ingang.oefenmap.iterdir()) == [WIE]
    assert hier.oefent
    await hier.valt_weg()
    await tot(lambda: _is_overgenomen(elders))


async def _oefenaars(van: Proces) -> list[str]:
    return list(await van.zelf.database.read(lambda tx: tx.scalars(select(tables.oefenaar.c.rij)).all()))


async def _is_overgenomen(door: Proces) -> bool:
    await door.ingang.oefeningen.ruim_op(datetime.now(UTC))
    return door.oefent
