"""Every night the log gets a signed head, whatever stops the bot; what is exported then is the same log, grown."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import bewijsexport
from bot.services.handeling import AMSTERDAM
from bot.storage import tables as t
from bot.storage import wekkers
from tests.services.test_bewijslog import gehoorden, regels, stel_vast
from tests.test_bewijsexport import lees
from tests.wereld import ANNA, BRAM, Mens, Wereld, zin

NACHT = datetime(2027, 2, 2, 2, 0, tzinfo=UTC)  # three o'clock on the wall


async def stem(mens: Mens) -> None:
    lijst = await mens.vraag("/peilingen")
    peiling = await mens.druk(lijst, "Welke?", zin("peiling.tot"))
    await mens.tik(peiling, "Rood")


async def test_a_vote_is_in_the_log_of_the_next_night_and_a_restart_changes_nothing(
    wereld: Wereld, tmp_path: Path
) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await wereld.database.write(wereld.wijk, stel_vast, wereld.wijk, regels())
    await wereld.plan_peiling()
    await stem(anna)
    await stem(anna)
    await wereld.rust()
    assert await wereld.tel(t.ijkpunt) == 0
    await wereld.ga_naar(NACHT)
    assert await wereld.tel(t.ijkpunt, t.ijkpunt.c.notitie.is_not(None)) == 1

    await bewijsexport.exporteer(wereld.database, wereld.wijk, tmp_path / "uit", AMSTERDAM)
    eerst = lees(tmp_path / "uit")
    assert len(eerst) == 2  # the rules, and one vote

    await stem(bram)
    await wereld.rust()
    await wereld.database.write(wereld.wijk, gehoorden, wereld.wijk, 9)
    await wereld.stop()
    wereld.klok.nu = NACHT + timedelta(days=3)  # the machine slept for three nights
    await wereld.start()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await wereld.herstart()
    await bewijsexport.exporteer(wereld.database, wereld.wijk, tmp_path / "uit", AMSTERDAM)

    later = lees(tmp_path / "uit")
    assert later[:2] == eerst
    assert len(later) == 2 + 10 + 11
    assert sum("blad" in regel for regel in later) == 1 + 11
    assert await wereld.database.read(wekkers.moment_van, wereld.wijk, "ijkpunt", wereld.wijk) == NACHT + timedelta(
        days=4
    )
