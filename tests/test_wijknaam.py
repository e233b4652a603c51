"""What is renewed in its message keeps the name of its wijk, for who has more than one."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from berichten import Bericht
from bot import werk
from bot.channels.deurscherm import Deurschermen
from bot.channels.voortgang import Voortgangen
from bot.config import Opslag, Settings, Verzending, Wijk
from bot.services import deur
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import tables as t
from handlers.verwerking import Omgeving
from tests.builders import NU, een_account, een_bijeenkomst, een_rol, een_uitzending
from tests.channels.zenden import ZONE, Klok

NOOR, IBRAHIM = 9001, 9002


class Telefoons:
    """A Sender that keeps the first line of what each message became."""

    def __init__(self) -> None:
        self.boven: set[tuple[int, int, str]] = set()

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        self.boven.add((chat, message_id, bericht.tekst.partition("\n")[0]))


@pytest.fixture
async def wijken(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[tuple[Omgeving, ...]]:
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    bestanden = (str(tmp_path / naam) for naam in ("peper", "tijdvak", "sleutel", "pushsleutel"))
    opslag = Opslag(f"sqlite:///{tmp_path}/gehoord.db", *bestanden)
    async with AsyncExitStack() as stapel:
        alle = [Settings(Wijk(naam), opslag, sleutel=naam.lower()) for naam in ("Vogelbuurt", "Bloemenbuurt")]
        yield await werk.maak_omgevingen(stapel, alle, bytes(32), Klok())


async def test_doors_and_the_progress_of_broadcasts_keep_the_name_above_them(wijken: tuple[Omgeving, ...]) -> None:
    """Ibrahim has a role in both wijken, Noor in one: to her no name is said."""
    hier, telefoons = wijken[1], Telefoons()

    def begin(tx: Connection) -> None:
        for een in wijken:
            een_rol(tx, een.wijk, ORGANISATOR, str(IBRAHIM))
        een_rol(tx, hier.wijk, BEGELEIDER, str(NOOR))
        bij = een_bijeenkomst(tx, hier.wijk, begin=NU)
        for wie, bericht in ((NOOR, 1), (IBRAHIM, 2)):
            account = een_account(tx, str(wie))
            scherm = {"bijeenkomst": bij.id, "account": account, "bericht_id": bericht, "getoond_tot": NU}
            tx.execute(insert(t.deurscherm).values(wijk=hier.wijk, tot=NU + timedelta(hours=1), **scherm))
            een_uitzending(tx, hier.wijk, account, voortgang=bericht + 10)

    await hier.database.write(0, begin)
    sender: Any = telefoons
    van = hier.database, [een.wijk for een in wijken], "telegram"
    schermen = Deurschermen(*van, deur.ROLLEN, sender, werk.spreker(wijken), Klok(NU))
    lopend = Voortgangen(*van, sender, werk.spreker(wijken), Klok(NU), ZONE, Verzending())
    for een in (schermen, lopend):
        await een.ronde()
        await asyncio.gather(*een._rondes.onderweg.values())
    boven = {(chat, bericht): regel for chat, bericht, regel in telefoons.boven}
    assert boven.keys() == {(NOOR, 1), (IBRAHIM, 2), (NOOR, 11), (IBRAHIM, 12)}
    assert {plek for plek, regel in boven.items() if "Bloemenbuurt" in regel} == {(IBRAHIM, 2), (IBRAHIM, 12)}
