"""What wrote a message or set an alarm goes along: into the thread of the database, into the row, and on from there."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.config import Verzending
from bot.logboek import SPOOR, op_spoor
from bot.rules.pacing import Baan
from bot.services import wekker
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, outbox, wekkers
from bot.storage.outbox import Zending
from bot.storage.tables import outbox as rijen
from bot.storage.tables import wekker as wekkerrij
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_huishouden, een_wijk


def begin(tx: Connection) -> tuple[int, int]:
    """Announce a meeting: an alarm that tells one resident."""
    wijk = een_wijk(tx)
    bewoner = een_bewoner(tx, wijk, een_huishouden(tx, wijk).id)
    account = een_account(tx, "1", bewoner=bewoner)
    bijeenkomst = een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=5))
    wekkers.zet(tx, wijk, "bijeenkomst_nieuw", bijeenkomst.id, NU)
    return wijk, account


async def test_an_alarm_that_an_update_set_sends_in_its_name_and_forgets_it(database: Database) -> None:
    with op_spoor("u7"):
        wijk, account = await database.write(None, begin)
    assert SPOOR.get() is None
    (alarm,) = await database.read(lambda tx: tx.execute(select(wekkerrij)).all())
    assert alarm.spoor == "u7"

    await database.write(wijk, wekker.doe, wijk, alarm.id, NU, AMSTERDAM, Verzending())
    (bericht,) = await database.read(lambda tx: tx.execute(select(rijen)).all())
    assert (bericht.account, bericht.spoor) == (account, "u7")
    assert await database.read(lambda tx: tx.scalar(select(wekkerrij.c.spoor))) is None, "it is done"


@pytest.mark.parametrize("einde", ["verzonden", "mislukt"])
async def test_a_message_forgets_what_wrote_it_once_it_ended(database: Database, einde: str) -> None:
    def schrijf(tx: Connection) -> None:
        account = een_account(tx, "1")
        outbox.schrijf(tx, een_wijk(tx), "proef", [account], Boodschap("algemeen"), baan=Baan.DRINGEND)

    def eindig(tx: Connection) -> None:
        tx.execute(rijen.update().values(staat="bezig"))
        rij = tx.execute(select(rijen)).one()
        assert rij.spoor == "u8"
        boodschap = Boodschap("algemeen")
        zending = Zending(rij.id, rij.lease_nr, NU, rij.account, "1", None, boodschap, 0, Baan.DRINGEND)
        if einde == "verzonden":
            outbox.verzonden(tx, zending, 5)
        else:
            outbox.eindig(tx, zending, einde, "proef")

    with op_spoor("u8"):
        await database.write(None, schrijf)
    await database.write(None, eindig)
    assert await database.read(lambda tx: tx.execute(select(rijen.c.staat, rijen.c.spoor)).one()) == (einde, None)
